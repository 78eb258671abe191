//! What the native tool does, apart from arguments and exit status.

mod blank;
mod estimate;
mod plan;

pub use estimate::{Error, estimate};
pub use plan::{Asked, assumptions, plan};
