//! Browser entry: hydrates `#app`. Holds no view and no rule.

fn main() {}
