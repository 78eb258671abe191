//! A real Chromium on the built site: what the end-to-end tests and `shots` share.
//! Holds no assertion about the product.

mod act;
mod driver;
mod faults;
mod hosts;
mod page;
mod server;

pub use driver::{drive, site};
pub use faults::{Fault, Faulty};
pub use hosts::hosts;
pub use page::{Look, Tab};
pub use server::Server;
pub use thirtyfour::Key;

/// Chromium's flags: no window, no sandbox (it needs rights that containers lack), and no traffic
/// of its own.
const FLAGS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--hide-scrollbars",
    "--no-first-run",
    "--no-default-browser-check",
];
