//! What the tests need from the system beside browsers (`engine`): from npm axe-core, html-validate
//! and dictionaries; and how packages are installed on Debian.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::{place, process};

const CXX: &[&str] = &["c++", "g++", "clang++"];

/// Makes sure of a C++ compiler, which libFuzzer is built with.
///
/// # Errors
/// When it is missing and cannot be installed; the message says what to install.
pub fn cxx() -> Result<()> {
    let given = std::env::var_os("CXX").is_some_and(|program| !program.is_empty());
    let found = || given || CXX.iter().any(|name| process::which(name).is_some());
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

/// The folder that holds Lighthouse.
///
/// # Errors
/// When it cannot be installed.
pub fn lighthouse() -> Result<PathBuf> {
    npm_from("tests/tools/vitals")
}

/// What every test run needs of npm.
fn npm() -> Result<PathBuf> {
    npm_from("tests/tools")
}

/// The `node_modules` that npm installs into the cache from the locked list in this folder.
fn npm_from(list: &str) -> Result<PathBuf> {
    let list = place::root().join(list);
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
    process::run(&mut npm)
        .context("npm is needed (Node 20.19 or later) for what the tests take from it")?;
    std::fs::write(&done, "")?;
    Ok(modules)
}

/// The programs of nginx and of wrk, which loads it.
///
/// # Errors
/// When they are missing and cannot be installed; the message says what to install.
pub fn servers() -> Result<[PathBuf; 2]> {
    // nginx lives where only root's path looks.
    let find = || {
        let nginx = process::which("nginx")
            .or_else(|| Some(PathBuf::from("/usr/sbin/nginx")).filter(|program| program.is_file()));
        Some([nginx?, process::which("wrk")?])
    };
    if find().is_none() {
        apt(&["nginx-light", "wrk"])?;
    }
    find().context("nginx and wrk are needed: install both (Debian: nginx-light wrk)")
}

/// Whether we run as root.
pub fn is_root() -> bool {
    process::output(Path::new("id"), &["-u"]).as_deref() == Some("0")
}

fn fingerprint(content: &[u8]) -> String {
    use sha2::Digest as _;
    crate::compress::hex(&sha2::Sha256::digest(content))
}

/// Installs Debian packages as root or with a sudo that asks nothing; where there is no apt, does
/// nothing.
pub(crate) fn apt(packages: &[&str]) -> Result<()> {
    if process::which("apt-get").is_none() {
        return Ok(());
    }
    let may_sudo = || process::output(Path::new("sudo"), &["-n", "true"]).is_some();
    let prefix: &[&str] = match is_root() {
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
