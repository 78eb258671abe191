//! One page in the browser: go, look, ask, take a picture. Starts and ends nothing.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use thirtyfour::WebElement;
use thirtyfour::prelude::*;

/// How long a page may take to do what a test waits for.
pub(super) const PATIENCE: Duration = Duration::from_secs(15);

/// How a page is looked at.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Width of the window in CSS pixels.
    pub width: u32,
    /// Height of the window in CSS pixels.
    pub height: u32,
    /// Whether the system asks for dark colours.
    pub dark: bool,
    /// Whether scripts run.
    pub script: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self { width: 1280, height: 800, dark: false, script: true }
    }
}

/// The script of axe-core.
fn axe_source() -> Result<String> {
    let file = std::env::var_os("PAYPATH_AXE").map(PathBuf::from);
    let file = file.map_or_else(crate::system::axe, Ok)?;
    std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))
}

/// One page of the site in a browser. Further WebDriver commands are on `driver`.
#[derive(Clone)]
pub struct Tab {
    /// The session.
    pub driver: WebDriver,
    site: String,
    look: Look,
}

impl Tab {
    pub(super) fn new(driver: WebDriver, site: String, look: Look) -> Self {
        Self { driver, site, look }
    }

    /// The same page, with paths of another site.
    #[must_use]
    pub fn at(&self, site: &str) -> Self {
        Self { site: site.to_owned(), ..self.clone() }
    }

    pub(super) async fn prepare(&self) -> Result<()> {
        let Look { width, height, dark, script } = self.look;
        self.resize(width, height).await?;
        self.dark(dark).await?;
        self.devtools("Emulation.setScriptExecutionDisabled", json!({"value": !script})).await?;
        Ok(())
    }

    /// Shows the page as to a system that asks for dark or for light colours.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn dark(&self, dark: bool) -> Result<()> {
        let scheme = if dark { "dark" } else { "light" };
        // Less motion: a page that glides to where a test clicks is not there yet.
        let wishes = [("prefers-color-scheme", scheme), ("prefers-reduced-motion", "reduce")];
        self.media("screen", &wishes).await
    }

    /// Goes to a path of the site (`/about/`), and waits for its load event.
    ///
    /// # Errors
    /// When the browser cannot.
    pub async fn go(&self, path: &str) -> Result<()> {
        let address = format!("{}{path}", self.site);
        self.driver.goto(&address).await.with_context(|| format!("cannot load {address}"))
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

    /// Waits until the app has taken over the page, which it says with `data-ready` on `<html>`. A
    /// page that loads no program is ready at once, and one that waits is touched.
    ///
    /// # Errors
    /// When it does not in good time.
    pub async fn ready(&self) -> Result<()> {
        if !self.has("script[data-wasm]:not([data-index])").await? {
            return Ok(());
        }
        if self.has("script[data-wait]:not([data-index])").await? {
            let touch = "new Event('pointerover', { bubbles: true })";
            self.eval(&format!("document.querySelector('#app').dispatchEvent({touch})")).await?;
        }
        self.find("html[data-ready]").await.map(drop).context("the app did not start")
    }

    /// What the console holds since the last call: errors and warnings, also of the browser
    /// about a refused script or style.
    ///
    /// # Errors
    /// When the driver does not tell.
    pub async fn complaints(&self) -> Result<Vec<String>> {
        let log = self.driver.get_log("browser").await?;
        let bad = log.into_iter().filter(|e| e.level == "SEVERE" || e.level == "WARNING");
        Ok(bad.map(|entry| format!("{}: {}", entry.level, entry.message)).collect())
    }

    /// Puts axe-core into every later page, for tests that ask many.
    ///
    /// # Errors
    /// When axe-core is not installed.
    pub async fn load_axe(&self) -> Result<()> {
        self.first(&axe_source()?).await
    }

    /// What axe-core finds wrong, in words; nothing when all is well. Its file is `PAYPATH_AXE`.
    ///
    /// # Errors
    /// When axe-core is not installed or cannot run.
    pub async fn axe(&self) -> Result<Vec<String>> {
        self.run_axe(json!({ "rules": { "target-size": { "enabled": true } } })).await
    }

    /// The same without these rules.
    ///
    /// # Errors
    /// When axe-core is not installed, cannot run, or has no such rule.
    pub async fn axe_but(&self, rules: &[&str]) -> Result<Vec<String>> {
        let mut wanted = json!({ "target-size": { "enabled": true } });
        for rule in rules {
            wanted[*rule] = json!({ "enabled": false });
        }
        self.run_axe(json!({ "rules": wanted })).await
    }

    /// The same by these rules alone.
    ///
    /// # Errors
    /// When axe-core is not installed, cannot run, or has no such rule.
    pub async fn axe_rules(&self, rules: &[&str]) -> Result<Vec<String>> {
        self.run_axe(json!({ "runOnly": { "type": "rule", "values": rules } })).await
    }

    async fn run_axe(&self, mut options: Value) -> Result<Vec<String>> {
        if self.eval("typeof axe").await? == "undefined" {
            let loaded = self.driver.execute(axe_source()?, vec![]).await;
            loaded.context("axe-core does not load")?;
        }
        options["resultTypes"] = json!(["violations"]);
        // It would fetch every stylesheet again, for an experimental rule.
        options["preload"] = json!(false);
        let run = "const done = arguments[arguments.length - 1];
            axe.run(arguments[0]).then(
                r => done(r.violations.map(v =>
                    `${v.id} (${v.impact}): ${v.help}: ${v.nodes.map(n => n.target).join(' | ')}`)),
                e => done([`axe-core failed: ${e}`]));";
        let found = self.driver.execute_async(run, vec![options]).await?;
        Ok(serde_json::from_value(found.json().clone())?)
    }

    /// Writes a PNG of the whole page, also of what is below the window.
    ///
    /// # Errors
    /// When the browser cannot, or the file cannot be written.
    pub async fn picture(&self, file: &Path) -> Result<()> {
        let how =
            json!({"format": "png", "captureBeyondViewport": true, "clip": self.extent().await?});
        let answer = self.devtools("Page.captureScreenshot", how).await?;
        let data = answer["data"].as_str().context("no picture came back")?;
        let parent = file.parent().context("a picture needs a folder")?;
        std::fs::create_dir_all(parent)?;
        let picture = STANDARD.decode(data).context("the picture is no base64")?;
        std::fs::write(file, picture).with_context(|| format!("cannot write {}", file.display()))
    }

    /// A command of the browser's developer tools.
    ///
    /// # Errors
    /// When the browser refuses it.
    pub async fn devtools(&self, command: &str, with: Value) -> Result<Value> {
        let answer = self.driver.cdp().send_raw(command, with).await;
        answer.with_context(|| format!("{command} failed"))
    }

    async fn extent(&self) -> Result<Value> {
        let metrics = self.devtools("Page.getLayoutMetrics", json!({})).await?;
        let size = &metrics["cssContentSize"];
        let (width, height) = (&size["width"], &size["height"]);
        Ok(json!({"x": 0, "y": 0, "width": width, "height": height, "scale": 1}))
    }
}
