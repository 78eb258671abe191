//! The versions of everything that `xtask` installs: the one place to change them.
//! wasm-bindgen is not here: its tool must equal the library, so Cargo.lock decides.

/// Trunk. 0.22 and later need a newer Rust than `rust-toolchain.toml` names.
pub const TRUNK: &str = "0.21.14";

/// What drives Firefox: 0.36 and later let tests ask the browser itself for other media.
pub const GECKODRIVER: &str = "0.37.1";
/// cargo-deny, which reads `.deny.toml`.
pub const DENY: &str = "0.20.2";

/// The target that the browser's half is compiled for.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Where `serve` listens when nobody asks for a port; the next free one when it is taken.
pub const PORT: u16 = 8080;
