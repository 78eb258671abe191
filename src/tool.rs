//! What the native tool does, apart from arguments and exit status.

mod blank;
mod estimate;
mod rows;

pub use estimate::estimate;
pub use rows::Error;
