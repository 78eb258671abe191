//! The native tool: estimates from CSV, and the chores that make `data/`.

fn main() {}
