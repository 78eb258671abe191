//! `cargo xtask load`: the site behind nginx with the configuration that `dist/` ships, files packed
//! beforehand, under as many requests as one machine makes. Reports requests a second and errors,
//! and what so many visitors a day take. Not a check: figures depend on the machine.

use std::io::Write as _;
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::Child;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::{compress, first_load, place, process, serve, site, system};

/// Pages and files that are asked for: a light and a heavy page, a program, a frame.
const ASKED: [&str; 4] = ["/", "/cities/", "/embed/data-scientist/", "/assets/*.wasm"];
/// Connections kept busy, and seconds for each address.
const CONNECTIONS: u32 = 64;
const SECONDS: u32 = 10;
/// Visitors a day for whom the bytes are told.
const VISITORS: u64 = 1_000_000;
/// Dollars for a gigabyte, of the cheapest and the dearest of eight content delivery networks: 500 for
/// 50 TB and 850 for 10 TB a month (Techplained, “Best CDN Providers Compared”, 2026).
const PRICES: [f64; 2] = [0.01, 0.085];
/// Where the shipped configuration leaves room.
const LISTEN: &str = "# listen, server_name, certificates";
const ROOT: &str = "/var/www/paypath";

/// What is running and where it works, ended and removed in the end.
struct Nginx {
    process: Child,
    folder: PathBuf,
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // Both may be gone already; there is nobody left to tell.
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// Builds the site, serves it by nginx and loads it.
///
/// # Errors
/// When nginx or wrk is missing, when nginx refuses the configuration, or when a request fails.
pub fn run() -> Result<()> {
    let [nginx, wrk] = system::servers()?;
    let dist = site::build()?;
    let port = serve::free_port(Some(0))?;
    let nginx = start(&nginx, &dist, port)?;
    println!("{CONNECTIONS} connections, {SECONDS} s each, packed by gzip");
    println!("{:>12} {:>8}  address", "requests/s", "errors");
    let mut failed = 0;
    for asked in ASKED {
        let path = named(&dist, asked)?;
        let said = ask(&wrk, &format!("http://127.0.0.1:{port}{path}"))?;
        let (rate, errors) = read(&said)?;
        failed += errors;
        println!("{rate:>12.0} {errors:>8}  {path}");
    }
    drop(nginx);
    if failed > 0 {
        bail!("{failed} requests failed");
    }
    visitors(&dist)
}

/// What so many visitors a day take, of whom nobody comes twice.
fn visitors(dist: &Path) -> Result<()> {
    let worker = std::fs::read_to_string(dist.join("sw.js")).context("dist has no sw.js")?;
    let kept = first_load::kept(&worker)?;
    let files: Vec<PathBuf> = kept.iter().map(|path| dist.join(&path[1..])).collect();
    let all: usize = compress::sizes(&files)?.iter().sum();
    let (bytes, requests) = first(dist)?;
    println!("\n{VISITORS} first visits a day, none a second one (brotli)");
    for (who, bytes, requests) in [
        ("leave within ten seconds", bytes, requests),
        ("stay, and keep the whole site", all as u64, kept.len()),
    ] {
        let day = bytes * VISITORS / 1_000_000_000;
        let [least, most] = PRICES.map(|price| 30.0 * day as f64 * price);
        println!(
            "all {who}: {bytes} bytes in {requests} requests each, {day} GB a day, {least:.0} to {most:.0} \
             dollars in 30 days"
        );
    }
    Ok(())
}

fn start(program: &Path, dist: &Path, port: u16) -> Result<Nginx> {
    let folder = std::env::temp_dir().join(format!("paypath-load-{}", std::process::id()));
    let site = folder.join("site");
    pack(dist, &site)?;
    let shipped = std::fs::read_to_string(dist.join("hosts/nginx.conf"))?;
    for hole in [LISTEN, ROOT] {
        if !shipped.contains(hole) {
            bail!("hosts/nginx.conf has no `{hole}`");
        }
    }
    let shipped = shipped
        .replace(LISTEN, &format!("listen 127.0.0.1:{port};"))
        .replace(ROOT, &site.to_string_lossy());
    std::fs::write(folder.join("site.conf"), shipped)?;
    let at = folder.display();
    let user = if system::is_root() { "user root;\n" } else { "" };
    let conf = format!(
        "{user}daemon off;\nmaster_process off;\npid {at}/pid;\nerror_log {at}/error.log;\n\
         events {{ worker_connections 1024; }}\nhttp {{\n  access_log off;\n  sendfile on;\n  \
         gzip_static on;\n  types {{ text/html html; text/css css; text/javascript js; \
         application/wasm wasm; image/svg+xml svg; image/png png; text/plain txt; }}\n  \
         include {at}/site.conf;\n}}\n"
    );
    let file = folder.join("nginx.conf");
    std::fs::write(&file, conf)?;
    let process = process::command(program, &[])
        .arg("-c")
        .arg(&file)
        .arg("-p")
        .arg(&folder)
        .spawn()
        .with_context(|| format!("cannot start {}", program.display()))?;
    let nginx = Nginx { process, folder };
    for _ in 0..100 {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return Ok(nginx);
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    let said = std::fs::read_to_string(nginx.folder.join("error.log")).unwrap_or_default();
    bail!("nginx does not listen: {said}")
}

/// A copy of the site with a packed file beside each that packing helps.
fn pack(dist: &Path, to: &Path) -> Result<()> {
    for file in place::files(dist)? {
        let there = to.join(file.strip_prefix(dist)?);
        std::fs::create_dir_all(there.parent().context("a file is in a folder")?)?;
        std::fs::copy(&file, &there)?;
        if compress::helps(&file) {
            let packed = std::fs::File::create(format!("{}.gz", there.display()))?;
            let mut gzip = flate2::write::GzEncoder::new(packed, flate2::Compression::default());
            gzip.write_all(&std::fs::read(&file)?)?;
            gzip.finish()?;
        }
    }
    Ok(())
}

/// An address, with the first file that fits in place of a pattern.
fn named(dist: &Path, asked: &str) -> Result<String> {
    let Some((start, end)) = asked.split_once('*') else { return Ok(asked.to_owned()) };
    for file in place::files(dist)? {
        let path = format!("/{}", file.strip_prefix(dist)?.to_string_lossy().replace('\\', "/"));
        if path.starts_with(start) && path.ends_with(end) {
            return Ok(path);
        }
    }
    bail!("{} has no {asked}: run `cargo xtask build` first", dist.display())
}

fn ask(wrk: &Path, address: &str) -> Result<String> {
    let (connections, seconds) = (CONNECTIONS.to_string(), format!("{SECONDS}s"));
    let arguments =
        ["-t", "1", "-c", &connections, "-d", &seconds, "-H", "Accept-Encoding: gzip", address];
    process::output(wrk, &arguments).with_context(|| format!("wrk failed on {address}"))
}

/// Requests a second and failed requests that wrk tells.
fn read(said: &str) -> Result<(f64, u64)> {
    let after = |label: &str| said.lines().find_map(|line| line.trim().strip_prefix(label));
    let rate = after("Requests/sec:").context("wrk tells no rate")?.trim().parse()?;
    let numbers = |text: &str| -> u64 {
        text.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse::<u64>().ok()).sum()
    };
    let errors = ["Socket errors:", "Non-2xx or 3xx responses:"];
    Ok((rate, errors.into_iter().filter_map(after).map(numbers).sum()))
}

/// Brotli bytes and requests of the first load of the first page.
fn first(dist: &Path) -> Result<(u64, usize)> {
    let page = dist.join("index.html");
    let mut files: Vec<PathBuf> = first_load::of(&std::fs::read_to_string(&page)?)
        .iter()
        .map(|path| dist.join(path.trim_start_matches('/')))
        .collect();
    files.push(page);
    let bytes: usize = compress::sizes(&files)?.iter().sum();
    Ok((bytes as u64, files.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_and_failures_are_read() {
        let fine = "Running 10s test\n  1 threads\nRequests/sec:  12345.67\nTransfer/sec: 1MB\n";
        assert_eq!(read(fine).unwrap(), (12_345.67, 0));
        let failed = "  Socket errors: connect 0, read 3, write 0, timeout 2\n  Non-2xx or 3xx responses: 7\nRequests/sec: 1\n";
        assert_eq!(read(failed).unwrap(), (1.0, 12));
        assert!(read("wrk: unable to connect").is_err());
    }
}
