//! Set-up and chores of Paypath, as a library for `xtask`, `shots` and the end-to-end tests.
//!
//! `pins` what is installed · `tools`, `system` install it · `site` makes `dist/` · `serve`,
//! `headers` show it · `size`, `compress`, `first_load` weigh it · `spelling` reads it · `sbom` says what it is made
//! of, `supply` judges that · `reproduce` makes it twice · `fuzz` feeds hostile input · `check` runs
//! every test · `browser` drives Chromium. Holds no product logic.

#[cfg(feature = "e2e")]
pub mod browser;
pub mod check;
pub mod compress;
pub mod first_load;
pub mod fuzz;
pub mod headers;
pub mod pins;
pub mod place;
pub mod process;
pub mod reproduce;
pub mod sbom;
pub mod serve;
pub mod site;
pub mod size;
pub mod spelling;
pub mod supply;
pub mod system;
pub mod tools;
