//! Where things are: the repository, the tools' cache, and our notes about finished work.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The folder that holds the workspace's `Cargo.toml`.
///
/// # Panics
/// When `xtask` is run from a place without a parent folder.
pub fn root() -> PathBuf {
    // The one cargo sets at run time comes first: several clones may share a target folder.
    let manifest = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    manifest.parent().expect("xtask is a folder of the workspace").to_path_buf()
}

/// The finished site.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Notes about finished work and other files that may be deleted at any time. In the clone, also
/// when `CARGO_TARGET_DIR` points elsewhere: they are about this clone.
///
/// # Errors
/// When the folder cannot be made.
pub fn notes() -> Result<PathBuf> {
    made(root().join("target/paypath"))
}

/// The user's cache folder for this project: outside the clone, so that a fresh clone starts warm.
///
/// # Errors
/// When there is no home folder, or the folder cannot be made.
pub fn cache() -> Result<PathBuf> {
    let base = match std::env::var_os("XDG_CACHE_HOME").filter(|v| !v.is_empty()) {
        Some(folder) => PathBuf::from(folder),
        None => std::env::home_dir()
            .context("no home folder: set XDG_CACHE_HOME to a folder for tools")?
            .join(".cache"),
    };
    made(base.join("paypath"))
}

fn made(folder: PathBuf) -> Result<PathBuf> {
    std::fs::create_dir_all(&folder)
        .with_context(|| format!("cannot make {}", folder.display()))?;
    Ok(folder)
}

/// Every file below `folder`, sorted by path. A missing folder has none.
///
/// # Errors
/// When a folder cannot be listed.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        if next.is_file() {
            found.push(next);
        } else if next.is_dir() {
            let list = std::fs::read_dir(&next)
                .with_context(|| format!("cannot list {}", next.display()))?;
            for entry in list {
                open.push(entry?.path());
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Whether a path or address ends like a page.
pub fn is_page(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|ending| ending == "html")
}
