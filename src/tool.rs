//! What the native tool does, apart from arguments and exit status.

mod blank;
mod estimate;
mod rows;
mod takehome;

pub use estimate::estimate;
pub use rows::Error;
pub use takehome::{ADDED as TAKEHOME, takehome};
