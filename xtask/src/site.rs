//! Makes `dist/` with Trunk and the prerender step, unless it is up to date.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::{growth, pins, place, process, sbom, tools};

/// Everything that `dist/` is made from.
const INPUTS: &[&str] = &[
    "src",
    "data",
    "static",
    "index.html",
    "Trunk.toml",
    "Cargo.toml",
    "Cargo.lock",
    "build.rs",
    "xtask/src",
    "xtask/Cargo.toml",
    "rust-toolchain.toml",
    ".cargo/config.toml",
];

/// The variable with the site's public origin, for canonical links. May be unset.
const ORIGIN: &str = "PAYPATH_ORIGIN";
/// The variable that says `no` where the site shall not be kept on devices. May be unset.
const OFFLINE: &str = "PAYPATH_OFFLINE";

/// Makes `dist/`; returns its folder. Does nothing when no input changed since the last time.
///
/// # Errors
/// When a tool cannot be installed or the build fails.
pub fn build() -> Result<PathBuf> {
    let origin = std::env::var(ORIGIN).unwrap_or_default();
    make(place::dist(), &place::notes()?.join("dist.stamp"), &origin)
}

/// Makes another version of the site, whose pages all differ: the same sources at another address. For
/// tests of what happens when one version follows another. Returns its folder.
///
/// # Errors
/// When a tool cannot be installed or the build fails.
pub fn newer() -> Result<PathBuf> {
    let notes = place::notes()?;
    make(notes.join("newer"), &notes.join("newer.stamp"), "https://newer.example")
}

fn make(dist: PathBuf, stamp: &Path, origin: &str) -> Result<PathBuf> {
    let inputs = inputs(origin)?;
    let noted = std::fs::read_to_string(stamp).unwrap_or_default();
    if dist.is_dir() && noted == note(&inputs, &dist)? {
        eprintln!("{} is up to date", dist.display());
        return Ok(dist);
    }
    let tools = tools::ensure()?;
    fetch()?;
    let mut trunk = process::command("trunk", &tools);
    trunk.env(WASM_FLAGS, format!("{SMALLER} {}", remapped()));
    trunk.arg("build").arg("--dist").arg(&dist).env(ORIGIN, origin).env_remove(growth::GROW);
    trunk.env("TRUNK_SKIP_VERSION_CHECK", "true").env_remove("NO_COLOR");
    if process::in_ci() {
        trunk.arg("--locked");
    }
    process::run(&mut trunk).context("the site could not be built")?;
    sbom::write(&dist)?;
    std::fs::write(stamp, note(&inputs, &dist)?)
        .with_context(|| format!("cannot write {}", stamp.display()))?;
    Ok(dist)
}

/// Trunk's `post_build` hook: prerenders into the staging folder, except in a debug build.
///
/// # Errors
/// When the prerender step fails.
pub fn hook() -> Result<()> {
    if std::env::var("TRUNK_PROFILE").as_deref() == Ok("debug") {
        eprintln!("debug build: pages are not prerendered");
        return Ok(());
    }
    let arguments = ["run", "--quiet", "--release", "--bin", "paypath", "--", "prerender"];
    process::run(&mut process::cargo(&arguments, &[]))
}

/// Trunk's own server, which watches and rebuilds: debug profile, not prerendered, without our
/// headers (Trunk's reload script is inline).
///
/// # Errors
/// When a tool cannot be installed or Trunk ends with an error.
pub fn serve_dev(port: u16) -> Result<()> {
    let tools = tools::ensure()?;
    fetch()?;
    let dist = place::notes()?.join("dev");
    let mut trunk = process::command("trunk", &tools);
    trunk.args(["serve", "--release=false", "--cargo-profile", "dev", "--address", "127.0.0.1"]);
    trunk.arg("--port").arg(port.to_string()).arg("--dist").arg(&dist);
    trunk.env("TRUNK_SKIP_VERSION_CHECK", "true").env_remove("NO_COLOR");
    println!("http://127.0.0.1:{port}/");
    process::run(&mut trunk)
}

/// The sources of every locked crate, for every target: Trunk builds offline, so that it fetches no
/// tool of its own, and then cargo may not fetch either.
fn fetch() -> Result<()> {
    process::run(&mut process::cargo(&["fetch"], &[])).context("crates could not be fetched")
}

/// Compiler flags of the browser's program.
const WASM_FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Fewer functions are inlined than by default (400 bytes less after brotli), functions of the same code
/// are made one (270), and what several branches begin or end with stands once (55 to 520, by program).
const SMALLER: &str =
    "-Cllvm-args=--inline-threshold=5 -Cpasses=mergefunc -Cllvm-args=--enable-gvn-sink";

/// No path of the machine that builds goes into the program: panics name files, and two machines
/// give the same bytes.
fn remapped() -> String {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let cargo = home.map(|home| format!("--remap-path-prefix={}=cargo ", home.display()));
    format!("{}--remap-path-prefix={}=paypath", cargo.unwrap_or_default(), place::root().display())
}

/// What is noted after a build: inputs and outcome, so that a changed `dist/` is built again.
fn note(inputs: &str, dist: &Path) -> Result<String> {
    Ok(format!("{inputs}\n{}\n", hash(&[dist.to_path_buf()])?))
}

fn inputs(origin: &str) -> Result<String> {
    let root = place::root();
    let paths: Vec<PathBuf> = INPUTS.iter().map(|input| root.join(input)).collect();
    let bindgen = tools::locked_version("wasm-bindgen")?;
    let offline = std::env::var(OFFLINE).unwrap_or_default();
    let trunk = pins::TRUNK;
    Ok(format!("{} trunk {trunk} wasm-bindgen {bindgen} {origin} {offline}", hash(&paths)?))
}

/// One hash of the names and contents of all files below `paths`.
fn hash(paths: &[PathBuf]) -> Result<String> {
    let root = place::root();
    let mut hasher = Sha256::new();
    for path in paths {
        for file in place::files(path)? {
            let content =
                std::fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
            let name = file.strip_prefix(&root).unwrap_or(&file).to_string_lossy();
            hasher.update((name.len() as u64).to_le_bytes());
            hasher.update(name.as_bytes());
            hasher.update((content.len() as u64).to_le_bytes());
            hasher.update(&content);
        }
    }
    Ok(crate::compress::hex(&hasher.finalize()))
}
