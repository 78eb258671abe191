//! Set-up and chores: serve, build, test, size, bench. Holds no product logic.

fn main() {}
