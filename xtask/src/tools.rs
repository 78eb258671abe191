//! The pinned build tools: finds them or installs them into the user's cache folder, once.
//! System packages are `system`'s business.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::{pins, place, process};

struct Tool {
    krate: &'static str,
    version: String,
    /// The program that shows the version, and one of those installed.
    program: &'static str,
    arguments: &'static [&'static str],
    about: &'static str,
}

/// Makes sure of the Wasm target, Trunk and wasm-bindgen; returns their folders for the path.
///
/// # Errors
/// When something is missing and cannot be installed.
pub fn ensure() -> Result<Vec<PathBuf>> {
    wasm_target()?;
    let tools = [
        Tool {
            krate: "wasm-bindgen-cli",
            version: locked_version("wasm-bindgen")?,
            program: "wasm-bindgen",
            // Without --locked: its lock file names a version that registries may not keep.
            arguments: &[],
            about: "about 2 minutes",
        },
        Tool {
            krate: "trunk",
            version: pins::TRUNK.to_owned(),
            program: "trunk",
            arguments: &["--locked", "--no-default-features", "--features", "rustls"],
            about: "about 5 minutes",
        },
    ];
    tools.iter().filter_map(|tool| install(tool).transpose()).collect()
}

/// The program that drives Firefox, which Debian does not have.
///
/// # Errors
/// When it is missing and cannot be installed.
pub fn geckodriver() -> Result<PathBuf> {
    let tool = Tool {
        krate: "geckodriver",
        version: pins::GECKODRIVER.to_owned(),
        program: "geckodriver",
        arguments: &["--locked"],
        about: "about 2 minutes",
    };
    match install(&tool)? {
        Some(folder) => {
            Ok(folder.join(tool.program).with_extension(std::env::consts::EXE_EXTENSION))
        }
        None => process::which(tool.program).context("geckodriver is gone from the path"),
    }
}

/// The program of cargo-deny.
///
/// # Errors
/// When it is missing and cannot be installed.
pub fn deny() -> Result<PathBuf> {
    let tool = Tool {
        krate: "cargo-deny",
        version: pins::DENY.to_owned(),
        program: "cargo-deny",
        arguments: &["--locked"],
        about: "about 3 minutes",
    };
    let folder = install(&tool)?;
    match folder {
        Some(bin) => Ok(bin.join(tool.program).with_extension(std::env::consts::EXE_EXTENSION)),
        None => process::which(tool.program).context("cargo-deny is not on the path"),
    }
}

/// The version of a package in Cargo.lock.
///
/// # Errors
/// When Cargo.lock cannot be read or does not name the package.
pub fn locked_version(package: &str) -> Result<String> {
    let file = place::root().join("Cargo.lock");
    let text = std::fs::read_to_string(&file)
        .with_context(|| format!("cannot read {}", file.display()))?;
    let name = format!("name = \"{package}\"");
    let mut lines = text.lines().skip_while(|line| *line != name);
    lines
        .nth(1)
        .and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
        .map(str::to_owned)
        .with_context(|| format!("Cargo.lock does not name {package}"))
}

/// The folder of a tool for the path, or nothing when the path already has this version.
fn install(tool: &Tool) -> Result<Option<PathBuf>> {
    let Tool { krate, version, program, arguments, about } = tool;
    let root = place::cache()?.join("tools").join(format!("{krate}-{version}"));
    let bin = root.join("bin");
    let file = bin.join(program).with_extension(std::env::consts::EXE_EXTENSION);
    if is_version(&file, version) {
        return Ok(Some(bin));
    }
    if process::which(program).is_some_and(|found| is_version(&found, version)) {
        return Ok(None);
    }
    eprintln!("Installing {krate} {version} into {} ({about}, once)", root.display());
    let mut command = process::command("cargo", &[]);
    command.args(["install", krate, "--version", version, "--force", "--root"]).arg(&root);
    // In a folder of its own that cargo deletes: its build would only fill the shared one.
    process::run(command.args(*arguments).env_remove("CARGO_TARGET_DIR"))?;
    if !is_version(&file, version) {
        bail!("{} does not run as {krate} {version}: delete {}", file.display(), root.display());
    }
    Ok(Some(bin))
}

fn is_version(program: &Path, version: &str) -> bool {
    program.is_file()
        && process::output(program, &["--version"])
            .is_some_and(|text| text.split_whitespace().any(|word| word == version))
}

fn wasm_target() -> Result<()> {
    let target = pins::WASM_TARGET;
    let sysroot = process::output(Path::new("rustc"), &["--print", "sysroot"])
        .context("cannot run rustc: install Rust with rustup (https://rustup.rs)")?;
    if Path::new(&sysroot).join("lib/rustlib").join(target).join("lib").is_dir() {
        return Ok(());
    }
    process::run(process::command("rustup", &[]).args(["target", "add", target]))
        .with_context(|| format!("Rust's {target} target is missing and rustup cannot add it"))
}
