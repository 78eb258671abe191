//! One page in the browser: go, look, ask. Starts and ends nothing.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use thirtyfour::WebElement;
use thirtyfour::prelude::*;

use super::{outcome, webkit};
use crate::engine::Engine;

/// How long a page may take to do what a test waits for.
pub(super) const PATIENCE: Duration = Duration::from_secs(15);

/// How a page is looked at. Each switch is one of the system or the browser.
#[derive(Clone, Copy, Debug)]
#[allow(clippy::struct_excessive_bools)]
pub struct Look {
    /// Width of the window in CSS pixels.
    pub width: u32,
    /// Height of the window in CSS pixels.
    pub height: u32,
    /// Whether the system asks for dark colours.
    pub dark: bool,
    /// Whether scripts run.
    pub script: bool,
    /// Whether the browser runs WebAssembly.
    pub wasm: bool,
    /// Whether sites may keep anything, cookies included.
    pub storage: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self { width: 1280, height: 800, dark: false, script: true, wasm: true, storage: true }
    }
}

/// One page of the site in a browser. Further WebDriver commands are on `driver`.
#[derive(Clone)]
pub struct Tab {
    /// The session.
    pub driver: WebDriver,
    pub(super) engine: Engine,
    pub(super) look: Look,
    pub(super) site: String,
    watched: Arc<AtomicBool>,
}

impl Tab {
    pub(super) fn new(driver: WebDriver, engine: Engine, site: String, look: Look) -> Self {
        Self { driver, engine, look, site, watched: Arc::default() }
    }

    /// The same page, with paths of another site.
    #[must_use]
    pub fn at(&self, site: &str) -> Self {
        Self { site: site.to_owned(), ..self.clone() }
    }

    /// The engine that shows the page.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Notes that the test leaves out a part that this engine cannot do.
    ///
    /// # Errors
    /// When it cannot be noted.
    pub fn leave_out(&self, what: &str) -> Result<()> {
        outcome::partly(self.engine, what)
    }

    /// Goes to a path of the site (`/about/`), and waits for its load event.
    ///
    /// # Errors
    /// When the browser cannot.
    pub async fn go(&self, path: &str) -> Result<()> {
        self.visit(&format!("{}{path}", self.site)).await
    }

    /// Goes to a whole address, and waits for its load event.
    ///
    /// # Errors
    /// When the browser cannot.
    pub async fn visit(&self, address: &str) -> Result<()> {
        let gone = self.driver.goto(address).await;
        gone.with_context(|| format!("cannot load {address}"))?;
        self.loaded().await
    }

    /// Loads the page again, and waits for its load event.
    ///
    /// # Errors
    /// When the browser cannot.
    pub async fn reload(&self) -> Result<()> {
        self.driver.refresh().await.context("cannot load the page again")?;
        self.loaded().await
    }

    /// WebKit notes what goes wrong from here on; the others did from the start, if asked.
    async fn loaded(&self) -> Result<()> {
        if self.engine == Engine::WebKit && self.look.script {
            self.driver.execute(webkit::note(self.watched.load(Ordering::Relaxed)), vec![]).await?;
        }
        Ok(())
    }

    /// WebKit's part of [`Tab::watch`].
    pub(super) fn watch_later(&self) {
        self.watched.store(true, Ordering::Relaxed);
    }

    /// The first element of a CSS selector, as soon as there is one.
    ///
    /// # Errors
    /// When there is none in good time.
    pub async fn find(&self, selector: &str) -> Result<WebElement> {
        let query = self.driver.query(By::Css(selector.to_owned()));
        let found = query.wait(PATIENCE, Duration::from_millis(50)).first().await;
        found.with_context(|| format!("the page has no `{selector}`"))
    }

    /// Whether the page has an element of a CSS selector right now.
    ///
    /// # Errors
    /// When the browser does not tell.
    pub async fn has(&self, selector: &str) -> Result<bool> {
        Ok(!self.driver.find_all(By::Css(selector.to_owned())).await?.is_empty())
    }

    /// The text of the first element of a CSS selector.
    ///
    /// # Errors
    /// When there is no such element.
    pub async fn text(&self, selector: &str) -> Result<String> {
        Ok(self.find(selector).await?.text().await?)
    }

    /// Waits until the element's text is `wanted`.
    ///
    /// # Errors
    /// When the text is not there in good time; the message says what was.
    pub async fn until_text(&self, selector: &str, wanted: &str) -> Result<()> {
        let start = tokio::time::Instant::now();
        loop {
            // An element may be drawn anew between finding and reading it.
            let found = self.text(selector).await;
            if found.as_ref().is_ok_and(|found| found == wanted) {
                return Ok(());
            }
            if start.elapsed() > PATIENCE {
                bail!("`{selector}` says {:?}, not {wanted:?}", found?);
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Moves the pointer over the page, for which programs wait.
    pub(super) async fn touch(&self) -> Result<()> {
        let touch = "document.querySelector('#app').dispatchEvent(new Event('pointerover'))";
        self.eval(touch).await.map(drop)
    }

    /// Waits until the app has taken over the page, which it says with `data-ready` on `<html>`. A
    /// page that loads no program is ready at once, and one that waits is touched.
    ///
    /// # Errors
    /// When it does not in good time.
    pub async fn ready(&self) -> Result<()> {
        if !self.has("script[data-wasm]:not([data-index])").await? {
            return Ok(());
        }
        self.touch().await?;
        self.find("html[data-ready]").await.map(drop).context("the app did not start")
    }
}
