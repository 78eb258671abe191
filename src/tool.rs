//! What the native tool does, apart from arguments and exit status.

mod blank;
mod estimate;
mod plan;
mod rows;
mod takehome;

pub use estimate::estimate;
pub use plan::{Asked, assumptions, plan};
pub use rows::Error;
pub use takehome::{ADDED as TAKEHOME, takehome};
