//! Brotli at the quality hosts use for static files, each content compressed once per machine.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::place;

/// Kinds of file that are already compressed.
const PACKED: &[&str] = &["png", "jpg", "jpeg", "webp", "avif", "gif", "woff2", "br", "gz", "zip"];

/// Results older than this are compressed anew, so that the cache does not grow for ever.
const KEEP: Duration = Duration::from_hours(30 * 24);

/// Whether compressing `file` can help, to judge by its name.
pub fn helps(file: &Path) -> bool {
    let kind = file.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    !PACKED.contains(&kind.as_str())
}

/// `content` compressed (quality 11, window 22), from the cache when it was seen before.
///
/// # Errors
/// When the cache cannot be written.
pub fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let file = cache()?.join(hex(&Sha256::digest(content)));
    if let Ok(known) = std::fs::read(&file) {
        return Ok(known);
    }
    let mut packed = Vec::new();
    let options = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: content.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &content[..], &mut packed, &options).context("brotli")?;
    // Written aside and renamed: two runs may do the same at once.
    let aside = file.with_extension(std::process::id().to_string());
    std::fs::write(&aside, &packed)
        .and_then(|()| std::fs::rename(&aside, &file))
        .with_context(|| format!("cannot write {}", file.display()))?;
    Ok(packed)
}

/// The bytes each file takes on the way to a visitor, in the order of `files`.
///
/// # Errors
/// When a file cannot be read or compressed.
pub fn sizes(files: &[PathBuf]) -> Result<Vec<usize>> {
    prune();
    let next = AtomicUsize::new(0);
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let work = || -> Result<Vec<(usize, usize)>> {
        let mut done = Vec::new();
        while let at = next.fetch_add(1, Ordering::Relaxed)
            && let Some(file) = files.get(at)
        {
            done.push((at, size(file)?));
        }
        Ok(done)
    };
    let parts: Vec<_> = std::thread::scope(|scope| {
        let handles: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        handles.into_iter().map(std::thread::ScopedJoinHandle::join).collect()
    });
    let mut sizes = vec![0; files.len()];
    for part in parts {
        let part = part.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        for (at, size) in part? {
            sizes[at] = size;
        }
    }
    Ok(sizes)
}

fn size(file: &Path) -> Result<usize> {
    let content = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let packed = if helps(file) { brotli(&content)?.len() } else { content.len() };
    Ok(packed.min(content.len()))
}

/// Bytes as lower-case hex.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn cache() -> Result<PathBuf> {
    let folder = place::cache()?.join("brotli");
    std::fs::create_dir_all(&folder)
        .with_context(|| format!("cannot make {}", folder.display()))?;
    Ok(folder)
}

/// Deletes old results; whatever stands in the way is left for the next time.
fn prune() {
    let Some(list) = cache().ok().and_then(|folder| std::fs::read_dir(folder).ok()) else { return };
    for entry in list.flatten() {
        let age = entry.metadata().and_then(|m| m.modified()).ok().and_then(|t| t.elapsed().ok());
        if age.is_some_and(|age| age > KEEP) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}
