//! The pages, one a file; each only wires parts together.

pub(super) mod home;
pub(super) mod missing;
