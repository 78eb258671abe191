//! Set-up and chores of Paypath, as a library for `xtask`, `shots` and the end-to-end tests.
//!
//! `pins` what is installed · `tools`, `system` install it · `site` makes `dist/` · `serve`,
//! `headers` show it · `size`, `compress`, `first_load` weigh it · `spelling` reads it · `check` runs every test ·
//! `single` packs it into one file · `load` puts it under load · `browser` drives Chromium. Holds no product logic.

#[cfg(feature = "e2e")]
pub mod browser;
pub mod check;
pub mod compress;
pub mod first_load;
pub mod headers;
pub mod load;
pub mod pins;
pub mod place;
pub mod process;
pub mod serve;
pub mod single;
pub mod site;
pub mod size;
pub mod spelling;
pub mod system;
pub mod tools;
