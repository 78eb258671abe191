//! The pages, one a file; each only wires parts together.

pub(super) mod home;
#[cfg(feature = "prerender")]
pub(super) mod missing;
