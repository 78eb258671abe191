//! Starts and ends everything around a page: the server, chromedriver, a session with a fresh
//! profile. Ends them also when a test panics, so that no browser stays behind.

use std::future::Future;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use thirtyfour::prelude::*;
use thirtyfour::{ChromiumLikeCapabilities, LoggingPrefsLogLevel};
use tokio::task::LocalSet;

use super::{FLAGS, Look, Tab};
use crate::{place, serve, system};

/// Opens a page with this look, hands it to `test`, and closes the browser whatever happens.
///
/// # Errors
/// When the browser cannot be started, or with the error of `test`.
///
/// # Panics
/// When `test` panics, after the browser is closed.
pub fn drive<F, T>(look: Look, test: F) -> Result<()>
where
    F: FnOnce(Tab) -> T + 'static,
    T: Future<Output = Result<()>> + 'static,
{
    let site = site()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let driver = Driver::start()?;
    LocalSet::new().block_on(&runtime, async {
        let session = driver.session().await?;
        let tab = Tab::new(session.clone(), site.to_owned(), look);
        let outcome = tokio::task::spawn_local(async move {
            tab.prepare().await?;
            test(tab).await
        });
        let outcome = outcome.await;
        let closed = session.quit().await;
        match outcome {
            Ok(result) => result.and(closed.context("the browser did not close")),
            Err(error) => std::panic::resume_unwind(error.into_panic()),
        }
    })
}

/// The address of the served site, without a slash at its end. Started once in a process, from
/// `PAYPATH_DIST` or `dist/`.
///
/// # Errors
/// When the site is not built.
pub fn site() -> Result<&'static str> {
    static ADDRESS: OnceLock<Result<String, String>> = OnceLock::new();
    let address = ADDRESS.get_or_init(|| start_server().map_err(|error| format!("{error:#}")));
    address.as_deref().map_err(|error| anyhow::anyhow!("{error}"))
}

fn start_server() -> Result<String> {
    let dist = std::env::var_os("PAYPATH_DIST").map_or_else(place::dist, PathBuf::from);
    if !dist.join("index.html").is_file() {
        bail!("{} is empty: run `cargo xtask build` first", dist.display());
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let listener = runtime.block_on(serve::listen(Some(0)))?;
    let address = format!("http://{}", listener.local_addr()?);
    std::thread::spawn(move || runtime.block_on(serve::serve(&dist, listener)));
    Ok(address)
}

/// A chromedriver of our own.
struct Driver {
    process: Child,
    port: u16,
    chromium: PathBuf,
    profile: PathBuf,
}

impl Driver {
    fn start() -> Result<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let system::Browser { chromium, driver } = system::browser()?;
        let port = serve::free_port(Some(0))?;
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("paypath-{}-{number}", std::process::id());
        let process = Command::new(&driver)
            .arg(format!("--port={port}"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("cannot start {}", driver.display()))?;
        Ok(Self { process, port, chromium, profile: std::env::temp_dir().join(name) })
    }

    /// A new session. The first tries may come before chromedriver listens.
    async fn session(&self) -> Result<WebDriver> {
        let mut wanted = DesiredCapabilities::chrome();
        wanted.set_binary(&self.chromium.to_string_lossy())?;
        wanted.set_browser_log_level(LoggingPrefsLogLevel::All)?;
        let profile = format!("--user-data-dir={}", self.profile.display());
        for flag in FLAGS.iter().copied().chain([profile.as_str()]) {
            wanted.add_arg(flag)?;
        }
        let address = format!("http://127.0.0.1:{}", self.port);
        let mut tries = 0;
        loop {
            tries += 1;
            let listens = tokio::net::TcpStream::connect(("127.0.0.1", self.port)).await.is_ok();
            if listens || tries > 100 {
                return WebDriver::new(&address, wanted)
                    .await
                    .context("Chromium did not start: do it and chromedriver fit together?");
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Both may be gone already; there is nobody left to tell.
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}
