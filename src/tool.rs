//! What the native tool does, apart from arguments and exit status.

mod estimate;

pub use estimate::{Error, estimate};
