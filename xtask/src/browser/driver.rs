//! Starts and ends everything around a page: the server, a driver, a session with a fresh profile. Ends
//! them also when a test panics, so that no browser stays behind.

use std::future::Future;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use thirtyfour::{Capabilities, WebDriver};
use tokio::task::LocalSet;

use super::elsewhere::Elsewhere;
use super::webkit::Display;
use super::{Look, Needs, Tab, chromium, firefox, outcome, webkit};
use crate::engine::{Browser, Engine};
use crate::{place, serve};

/// Opens a page with this look, hands it to `test`, and closes the browser whatever happens. A test
/// that asks for what this engine lacks ([`Needs`](super::Needs)) is skipped and says so. No test may
/// ask anything of others than this machine.
///
/// # Errors
/// When the browser cannot be started, asked others, or with the error of `test`.
///
/// # Panics
/// When `test` panics, after the browser is closed.
pub fn drive<F, T>(look: Look, test: F) -> Result<()>
where
    F: FnOnce(Tab) -> T + 'static,
    T: Future<Output = Result<()>> + 'static,
{
    let engine = Engine::chosen()?;
    outcome::settle(engine, run(engine, look, test))
}

fn run<F, T>(engine: Engine, look: Look, test: F) -> Result<()>
where
    F: FnOnce(Tab) -> T + 'static,
    T: Future<Output = Result<()>> + 'static,
{
    let site = site()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    LocalSet::new().block_on(&runtime, async {
        let (driver, session) = started(engine, look).await?;
        let tab = Tab::new(session.clone(), engine, site.to_owned(), look);
        let watcher = tab.clone();
        let outcome = tokio::task::spawn_local(async move {
            let whole = async {
                tab.prepare().await?;
                test(tab).await
            };
            match tokio::time::timeout(LIMIT, whole).await {
                Ok(result) => result,
                Err(_) => bail!("{engine} did not answer: the test was given up after {LIMIT:?}"),
            }
        });
        let outcome = outcome.await;
        let others = match &outcome {
            Ok(Ok(())) => watcher.strangers(&driver.elsewhere).await,
            _ => Ok(Vec::new()),
        };
        // Ended with its driver, where it does not close by itself.
        let closed = tokio::time::timeout(START, session.quit()).await;
        match outcome {
            Ok(result) => {
                result?;
                closed
                    .context("the browser did not close in good time")?
                    .context("it did not close")?;
                match others? {
                    none if none.is_empty() => Ok(()),
                    some => bail!("asked of others than the site: {}", some.join(", ")),
                }
            }
            Err(error) => std::panic::resume_unwind(error.into_panic()),
        }
    })
}

/// How long a test may take: browsers hang now and then, and a run must end.
const LIMIT: Duration = Duration::from_mins(10);
/// How long a browser may take to start, or to close.
const START: Duration = Duration::from_secs(30);
/// How often it is tried.
const STARTS: usize = 3;

/// A driver with a session. WebKitGTK's now and then does not answer on a busy machine: another try
/// helps, and a test that never gets one is skipped and says so.
async fn started(engine: Engine, look: Look) -> Result<(Driver, WebDriver)> {
    let mut last = None;
    for _ in 0..STARTS {
        let driver = Driver::start(engine, look)?;
        match tokio::time::timeout(START, driver.session(engine)).await {
            Ok(Ok(session)) => return Ok((driver, session)),
            Ok(Err(error)) => last = Some(error),
            Err(_) => {}
        }
    }
    match (engine, last) {
        (Engine::WebKit, _) => Err(Needs::error(engine, "a browser that starts")),
        (_, Some(error)) => Err(error),
        (_, None) => bail!("{engine} did not start within {START:?}, {STARTS} times"),
    }
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

/// How a driver is started, and what a session with it is asked for.
pub(super) struct Start {
    pub(super) command: Command,
    pub(super) wanted: Capabilities,
    pub(super) display: Option<Display>,
}

/// A driver of our own.
struct Driver {
    process: Child,
    port: u16,
    wanted: Capabilities,
    folder: PathBuf,
    elsewhere: Elsewhere,
    /// Ends after the driver.
    _display: Option<Display>,
}

impl Driver {
    fn start(engine: Engine, look: Look) -> Result<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let browser = Browser::ensure(engine)?;
        let port = serve::free_port(Some(0))?;
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("paypath-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder)
            .with_context(|| format!("cannot make {}", folder.display()))?;
        let Start { mut command, mut wanted, display } = match engine {
            Engine::Chromium => chromium::start(&browser, look, port, &folder)?,
            Engine::Firefox => firefox::start(&browser, look, port, &folder)?,
            Engine::WebKit => webkit::start(&browser, look, port, &folder)?,
        };
        let elsewhere = Elsewhere::listen()?;
        // The others ask on their own account, and tell what pages ask.
        if engine == Engine::WebKit {
            wanted.set("proxy", elsewhere.proxy())?;
        }
        let process = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("cannot start {}", browser.driver.display()))?;
        Ok(Self { process, port, wanted, folder, elsewhere, _display: display })
    }

    /// A new session. The first tries may come before the driver listens.
    async fn session(&self, engine: Engine) -> Result<WebDriver> {
        let address = format!("http://127.0.0.1:{}", self.port);
        let mut tries = 0;
        loop {
            tries += 1;
            let listens = tokio::net::TcpStream::connect(("127.0.0.1", self.port)).await.is_ok();
            if listens || tries > 200 {
                let session = WebDriver::new(&address, self.wanted.clone()).await;
                return session.with_context(|| {
                    format!("{engine} did not start: do it and its driver fit together?")
                });
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
        // The browser may write its last words while its folder is taken away.
        for _ in 0..20 {
            if std::fs::remove_dir_all(&self.folder).is_ok() || !self.folder.exists() {
                return;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
    }
}
