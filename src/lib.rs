//! Paypath: what machine-learning work pays in the USA, how sure that is, and why.
//!
//! Modules in reading order; each may use those above it and none below (tests/layers.rs).

pub mod draft;
pub mod money;

pub mod dataset;
pub mod search;

pub mod catalog;
pub mod finder;

pub mod profile;

pub mod career;
pub mod estimate;
pub mod link;
pub mod offer;

pub mod tax;

pub mod offers;

pub mod chart;
pub mod map;

pub mod words;

pub mod paysheet;

#[cfg(feature = "native")]
pub mod fit;
#[cfg(feature = "native")]
pub mod refresh;
#[cfg(feature = "native")]
pub mod tables;
#[cfg(feature = "native")]
pub mod tool;

#[cfg(feature = "web")]
pub mod web;

#[cfg(feature = "prerender")]
pub mod site;

#[cfg(feature = "prerender")]
pub mod prerender;
