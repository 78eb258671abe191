//! What the tests need from the system: Chromium, its driver, and from npm axe-core, html-validate
//! and dictionaries. Installs packages on Debian when it may; elsewhere says what to install.
//! Downloads no browser itself.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::{place, process};

const CHROMIUM: &[&str] = &["chromium", "chromium-browser", "google-chrome", "chrome"];
const DRIVER: &[&str] = &["chromedriver", "chromium.chromedriver"];
const CXX: &[&str] = &["c++", "g++", "clang++"];

/// The browser and the driver that tests use.
pub struct Browser {
    /// The browser's program.
    pub chromium: PathBuf,
    /// The program that drives it.
    pub driver: PathBuf,
}

/// Finds Chromium and its driver, and installs them where that is possible.
///
/// # Errors
/// When they are missing and cannot be installed; the message says what to install.
pub fn browser() -> Result<Browser> {
    if let Some(found) = find_browser() {
        return Ok(found);
    }
    apt(&["chromium", "chromium-driver"])?;
    find_browser().context(
        "Chromium and chromedriver of the same version are needed: install both (Debian: chromium \
         chromium-driver; macOS: brew install --cask chromium chromedriver), or set CHROMIUM and \
         CHROMEDRIVER to their programs",
    )
}

fn find_browser() -> Option<Browser> {
    Some(Browser { chromium: find("CHROMIUM", CHROMIUM)?, driver: find("CHROMEDRIVER", DRIVER)? })
}

fn find(variable: &str, names: &[&str]) -> Option<PathBuf> {
    let given = std::env::var_os(variable).filter(|v| !v.is_empty()).map(PathBuf::from);
    given.or_else(|| names.iter().find_map(|name| process::which(name)))
}

/// Makes sure of a C++ compiler, which libFuzzer is built with.
///
/// # Errors
/// When it is missing and cannot be installed; the message says what to install.
pub fn cxx() -> Result<()> {
    let found = || find("CXX", CXX).is_some();
    if !found() {
        apt(&["g++"])?;
    }
    if found() {
        return Ok(());
    }
    bail!(
        "a C++ compiler is needed for libFuzzer: install g++ or clang (Debian: g++; macOS: \
         xcode-select --install), or set CXX to its program"
    )
}

/// The file of axe-core.
///
/// # Errors
/// When it cannot be installed.
pub fn axe() -> Result<PathBuf> {
    Ok(npm()?.join("axe-core/axe.min.js"))
}

/// The program of html-validate, for Node.
///
/// # Errors
/// When it cannot be installed.
pub fn html_validate() -> Result<PathBuf> {
    Ok(npm()?.join("html-validate/bin/html-validate.mjs"))
}

/// The folders of the dictionaries of American and of British English, in Hunspell's format.
///
/// # Errors
/// When it cannot be installed.
pub fn dictionaries() -> Result<[PathBuf; 2]> {
    let npm = npm()?;
    Ok(["dictionary-en", "dictionary-en-gb"].map(|name| npm.join(name)))
}

/// The `node_modules` that npm installs into the cache from the locked list in `tests/tools`.
fn npm() -> Result<PathBuf> {
    let list = place::root().join("tests/tools");
    let lock = list.join("package-lock.json");
    let content =
        std::fs::read(&lock).with_context(|| format!("cannot read {}", lock.display()))?;
    let name = format!("npm-{}", &fingerprint(&content)[..12]);
    let folder = place::cache()?.join("tools").join(name);
    let modules = folder.join("node_modules");
    let done = folder.join("done");
    if done.is_file() && modules.is_dir() {
        return Ok(modules);
    }
    if process::which("npm").is_none() {
        apt(&["nodejs", "npm"])?;
    }
    std::fs::create_dir_all(&folder)?;
    for file in ["package.json", "package-lock.json", ".npmrc"] {
        let from = list.join(file);
        std::fs::copy(&from, folder.join(file))
            .with_context(|| format!("cannot copy {}", from.display()))?;
    }
    let mut npm = process::command("npm", &[]);
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&folder);
    process::run(&mut npm).context(
        "npm is needed (Node 20.19 or later) for axe-core, html-validate and dictionaries",
    )?;
    std::fs::write(&done, "")?;
    Ok(modules)
}

fn fingerprint(content: &[u8]) -> String {
    use sha2::Digest as _;
    crate::compress::hex(&sha2::Sha256::digest(content))
}

/// Installs Debian packages as root or with a sudo that asks nothing; elsewhere does nothing.
fn apt(packages: &[&str]) -> Result<()> {
    if process::which("apt-get").is_none() {
        return Ok(());
    }
    let is_root = process::output(Path::new("id"), &["-u"]).as_deref() == Some("0");
    let may_sudo = || process::output(Path::new("sudo"), &["-n", "true"]).is_some();
    let prefix: &[&str] = match is_root {
        true => &[],
        false if may_sudo() => &["sudo", "-n"],
        false => bail!(
            "missing packages; run: sudo apt-get install --no-install-recommends {}",
            packages.join(" ")
        ),
    };
    let apt = |arguments: &[&str]| {
        let words: Vec<&str> =
            prefix.iter().chain(&["apt-get"]).chain(arguments).copied().collect();
        let mut command = process::command(words[0], &[]);
        process::run(command.args(&words[1..]).env("DEBIAN_FRONTEND", "noninteractive"))
    };
    apt(&["update", "--quiet"])?;
    let install = ["install", "--yes", "--quiet", "--no-install-recommends"];
    apt(&[&install, packages].concat())
}
