//! `cargo xtask audit`: what code of others comes in, against `.deny.toml`. Decides nothing itself.

use std::path::Path;

use anyhow::{Context, Result};

use crate::{place, process, tools};

/// Every lock file of ours, by the manifest beside it.
const MANIFESTS: [&str; 2] = ["Cargo.toml", "tests/fuzz/Cargo.toml"];

/// Licences, sources and wildcards always; known faults of crates and versions that were taken back
/// where the database of advisories can be had.
///
/// # Errors
/// When a crate breaks a rule, or the tool cannot be installed.
pub fn audit() -> Result<()> {
    let deny = tools::deny()?;
    let fresh = process::output(&deny, &["fetch", "db"]).is_some();
    for manifest in MANIFESTS {
        check(&deny, manifest, &["licenses", "bans", "sources"])?;
        if fresh {
            check(&deny, manifest, &["--disable-fetch", "advisories"])?;
        }
    }
    if !fresh {
        println!(
            "NOT CHECKED: advisories and versions that were taken back. The database of RustSec \
             cannot be fetched here; where GitHub can be reached they are checked too."
        );
    }
    Ok(())
}

fn check(deny: &Path, manifest: &str, what: &[&str]) -> Result<()> {
    let mut command = process::command(deny, &[]);
    command.args(["--locked", "--workspace", "--manifest-path", manifest, "--config"]);
    command.arg(place::root().join(".deny.toml")).args(["check", "--hide-inclusion-graph"]);
    process::run(command.args(what))
        .with_context(|| format!("a crate of {manifest} breaks a rule of .deny.toml"))
}
