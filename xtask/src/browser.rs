//! A real browser on the built site: what the end-to-end tests and `shots` share. Chromium, or what
//! `PAYPATH_ENGINE` names. Holds no assertion about the product.
//!
//! `driver` starts and ends everything · `page`, `axe` look · `act` does · `chromium`, `firefox`,
//! `webkit` what each engine does in its own way · `outcome` counts what ran · `hosts` other sites ·
//! `elsewhere` hears what is asked of anybody else.

mod act;
mod axe;
mod chromium;
mod driver;
mod elsewhere;
mod faults;
mod firefox;
mod hosts;
mod outcome;
mod page;
mod server;
mod webkit;

pub use crate::engine::Engine;
pub use driver::{drive, site};
pub use faults::{Fault, Faulty};
pub use hosts::hosts;
pub use outcome::Needs;
pub use page::{Look, Tab};
pub use server::Server;
pub use thirtyfour::Key;
