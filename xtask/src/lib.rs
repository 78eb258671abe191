//! Set-up and chores of Paypath, as a library for `xtask`, `shots` and the end-to-end tests.
//!
//! `pins` what is installed · `tools`, `system`, `engine` install it · `site` makes `dist/` · `serve`,
//! `headers` show it · `single` packs it into one file · `load` puts it under load · `size`,
//! `compress`, `first_load` weigh it · `spelling` reads it · `sbom` says what it is made of, `supply`
//! judges that · `reproduce` makes it twice · `fuzz` feeds hostile input · `check` runs every test,
//! `outcomes` counts them · `browser` drives Chromium, Firefox, WebKitGTK. Holds no product logic.

#[cfg(feature = "e2e")]
pub mod browser;
pub mod check;
pub mod compress;
pub mod engine;
pub mod first_load;
pub mod fuzz;
pub mod growth;
pub mod headers;
pub mod load;
pub mod outcomes;
pub mod pins;
pub mod place;
pub mod process;
pub mod reproduce;
pub mod sbom;
pub mod serve;
pub mod single;
pub mod site;
pub mod size;
pub mod spelling;
pub mod supply;
pub mod system;
pub mod tools;
pub mod vitals;
