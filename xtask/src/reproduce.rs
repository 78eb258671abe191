//! `cargo xtask reproduce`: builds the last commit in two folders and compares every byte. Also
//! looks for places of this machine in what was built.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::{compress, place, process};

/// Folders of different lengths, so that a path in a file moves everything behind it.
const FOLDERS: [&str; 2] = ["one", "the/other/one"];

/// Builds twice and compares.
///
/// # Errors
/// When a build fails, or the builds differ: the message names every file that does.
pub fn run() -> Result<()> {
    let temp = std::env::temp_dir().join(format!("paypath-reproduce-{}", std::process::id()));
    let outcome = twice(&temp);
    // Whatever came of it: two builds fill the disk.
    std::fs::remove_dir_all(&temp).with_context(|| format!("cannot delete {}", temp.display()))?;
    let [first, second] = outcome?;
    let all: BTreeSet<&String> = first.keys().chain(second.keys()).collect();
    let differing: Vec<&str> = all
        .iter()
        .filter(|name| first.get(**name) != second.get(**name))
        .map(|name| name.as_str())
        .collect();
    println!("{} of {} files are the same", all.len() - differing.len(), all.len());
    if differing.is_empty() {
        println!("SHA-256 of all: {}", together(&first));
        return Ok(());
    }
    bail!("two builds of one commit differ in:\n  {}", differing.join("\n  "))
}

fn twice(temp: &Path) -> Result<[BTreeMap<String, String>; 2]> {
    let changed = process::output(Path::new("git"), &["status", "--porcelain"])
        .context("git is needed: the last commit is built")?;
    if !changed.is_empty() {
        eprintln!("What is not committed is left out: {} files", changed.lines().count());
    }
    let [first, second] = FOLDERS.map(|name| temp.join(name));
    Ok([built(&first)?, built(&second)?])
}

/// SHA-256 of every file of the site that a clone makes.
fn built(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut clone = process::command("git", &[]);
    clone.args(["clone", "--quiet", "--no-local", "--depth", "1"]);
    let from = format!("file://{}", place::root().display());
    process::run(clone.arg(from).arg(folder))?;
    let mut build = process::command("cargo", &[]);
    // Nothing of one build is taken for the other.
    let target = folder.join("target");
    build.args(["xtask", "build"]).current_dir(folder).env("CARGO_TARGET_DIR", target);
    process::run(build.env_remove("CARGO_MANIFEST_DIR"))?;
    hashes(&folder.join("dist"))
}

fn hashes(dist: &Path) -> Result<BTreeMap<String, String>> {
    let each = place::files(dist)?.into_iter().map(|file| {
        let name = file.strip_prefix(dist).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        Ok((name, compress::hex(&Sha256::digest(std::fs::read(&file)?))))
    });
    each.collect()
}

/// One hash of all names and hashes, as `sha256sum` would print them, so that others can compare.
fn together(files: &BTreeMap<String, String>) -> String {
    let mut hasher = Sha256::new();
    for (name, hash) in files {
        hasher.update(format!("{hash}  {name}\n"));
    }
    compress::hex(&hasher.finalize())
}

/// Looks through every file of the site for a folder of this machine.
///
/// # Errors
/// When one is there: the message names file and folder.
pub fn no_places(dist: &Path) -> Result<()> {
    let variables = ["CARGO_HOME", "RUSTUP_HOME", "CARGO_TARGET_DIR"];
    let named = variables.iter().filter_map(std::env::var_os).map(PathBuf::from);
    let folders = named.chain(std::env::home_dir()).chain([place::root()]);
    // The root of all folders and those right under it may be words of a page.
    let folders = folders.filter(|folder| folder.components().count() > 2);
    let wanted: BTreeSet<String> =
        folders.map(|folder| folder.display().to_string()).chain(["/.cargo/".into()]).collect();
    let mut faults = Vec::new();
    for file in place::files(dist)? {
        let content = std::fs::read(&file)?;
        for place in wanted.iter().filter(|place| holds(&content, place.as_bytes())) {
            faults.push(format!("{} tells {place}", file.display()));
        }
    }
    if faults.is_empty() {
        return Ok(());
    }
    bail!("a folder of this machine stands in the site:\n  {}", faults.join("\n  "))
}

fn holds(content: &[u8], wanted: &[u8]) -> bool {
    content.windows(wanted.len()).any(|part| part == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_of_this_machine_is_found_in_any_file() {
        let dist = std::env::temp_dir().join(format!("paypath-places-{}", std::process::id()));
        std::fs::create_dir_all(dist.join("assets")).unwrap();
        std::fs::write(dist.join("assets/a.wasm"), b"\0asm paypath/src/money.rs").unwrap();
        assert!(no_places(&dist).is_ok());
        let told = format!("\0asm {}/src/money.rs", place::root().display());
        std::fs::write(dist.join("assets/a.wasm"), told).unwrap();
        let wrong = no_places(&dist).unwrap_err().to_string();
        std::fs::write(dist.join("assets/a.wasm"), "x/.cargo/registry").unwrap();
        let also = no_places(&dist).unwrap_err().to_string();
        std::fs::remove_dir_all(&dist).unwrap();
        assert!(wrong.contains("a.wasm") && also.contains("/.cargo/"), "{wrong} {also}");
    }

    #[test]
    fn the_hash_of_all_depends_on_names_and_contents() {
        let files = |name: &str, hash: &str| BTreeMap::from([(name.to_owned(), hash.to_owned())]);
        let first = together(&files("a", "1"));
        assert_eq!(first, together(&files("a", "1")));
        assert_ne!(first, together(&files("b", "1")));
        assert_ne!(first, together(&files("a", "2")));
    }
}
