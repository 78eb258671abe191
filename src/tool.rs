//! What the native tool does, apart from arguments and exit status.

mod blank;
mod estimate;

pub use estimate::{Error, estimate};
