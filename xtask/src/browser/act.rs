//! What a visitor and the system around them do: press keys, change the window, print, wait for a
//! slow network. Each engine's way is in its own file; what one cannot do is the error [`Needs`].

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::Value;
use thirtyfour::TypingData;
use thirtyfour::error::{WebDriverErrorInner, WebDriverResult};

use super::page::PATIENCE;
use super::{Needs, Tab};
use crate::engine::Engine;

/// Notes policy violations, script errors and, where the engine measures them, layout shifts.
pub(super) const WATCH: &str = "
    const measured = PerformanceObserver.supportedEntryTypes.includes('layout-shift');
    window.seen = { policy: [], errors: [], shifts: measured ? 0 : null };
    document.addEventListener('securitypolicyviolation',
        e => seen.policy.push(`${e.violatedDirective} ${e.blockedURI}`));
    addEventListener('error', e => seen.errors.push(String(e.message)));
    addEventListener('unhandledrejection', e => seen.errors.push(String(e.reason)));
    if (measured) new PerformanceObserver(
        list => list.getEntries().forEach(e => { seen.shifts += e.value }))
        .observe({ type: 'layout-shift', buffered: true });";
/// Holds back the program until the test lets it go: like a slow network, but never too fast or
/// too slow.
const HOLD: &str = "
    const get = window.fetch;
    window.fetch = (...all) => new Promise(go => { window.letGo = go }).then(() => get(...all));";

impl Tab {
    /// The value of a JavaScript expression.
    ///
    /// # Errors
    /// When it throws.
    pub async fn eval(&self, expression: &str) -> Result<Value> {
        let answer = self.driver.execute(format!("return ({expression});"), vec![]).await;
        Ok(answer.with_context(|| format!("`{expression}` failed"))?.json().clone())
    }

    /// Waits until a JavaScript expression has this value.
    ///
    /// # Errors
    /// When it has not in good time; the message says what it has.
    pub async fn until(&self, expression: &str, wanted: impl Into<Value>) -> Result<()> {
        let wanted = wanted.into();
        let start = tokio::time::Instant::now();
        loop {
            let found = self.eval(expression).await?;
            if found == wanted {
                return Ok(());
            }
            if start.elapsed() > PATIENCE {
                bail!("`{expression}` is {found}, not {wanted}");
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Clicks the first element of a CSS selector, as soon as there is one that stands still: a page that
    /// grows meanwhile would be clicked beside it.
    ///
    /// # Errors
    /// When there is none in good time, or it cannot be clicked.
    pub async fn click(&self, selector: &str) -> Result<()> {
        let place = format!(
            "(() => {{ const one = document.querySelector({selector:?});
                one?.scrollIntoView({{ block: 'nearest', behavior: 'instant' }});
                const {{ x, y }} = one?.getBoundingClientRect() ?? {{}};
                return [x, y]; }})()"
        );
        let start = tokio::time::Instant::now();
        let mut before = Value::Null;
        loop {
            let element = self.find(selector).await?;
            let now = self.eval(&place).await?;
            if now == before || start.elapsed() > PATIENCE {
                return element.click().await.with_context(|| format!("cannot click `{selector}`"));
            }
            before = now;
            tokio::time::sleep(Duration::from_millis(60)).await;
        }
    }

    /// Presses keys where the focus is; a field that a program replaced meanwhile is found again.
    ///
    /// # Errors
    /// When the browser cannot.
    pub async fn keys(&self, keys: impl Into<TypingData>) -> Result<()> {
        let keys: String = keys.into().as_vec().into_iter().collect();
        for _ in 0..5 {
            match self.press(&keys).await {
                Err(error)
                    if matches!(
                        error.as_inner(),
                        WebDriverErrorInner::StaleElementReference(_)
                    ) => {}
                done => return done.context("cannot type"),
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        self.press(&keys).await.context("cannot type")
    }

    async fn press(&self, keys: &str) -> WebDriverResult<()> {
        let field = match self.engine {
            // Its driver looks for the focus in the page around a frame.
            Engine::WebKit => {
                let found = self.driver.execute("return document.activeElement", vec![]).await?;
                found.element()?
            }
            Engine::Chromium | Engine::Firefox => self.driver.active_element().await?,
        };
        field.send_keys(keys).await
    }

    /// Goes a step back in the history.
    ///
    /// # Errors
    /// When the browser cannot.
    pub async fn back(&self) -> Result<()> {
        self.step("back").await
    }

    /// Goes a step forward in the history.
    ///
    /// # Errors
    /// When the browser cannot.
    pub async fn forward(&self) -> Result<()> {
        self.step("forward").await
    }

    async fn step(&self, way: &str) -> Result<()> {
        match (self.engine, way) {
            // Its buttons pass over steps that no gesture of a visitor made, and what its driver
            // chooses in a list is no gesture.
            (Engine::WebKit, _) => self.eval(&format!("history.{way}()")).await.map(drop),
            (_, "back") => Ok(self.driver.back().await?),
            _ => Ok(self.driver.forward().await?),
        }
    }

    /// Runs a script in every later page before the page's own.
    ///
    /// # Errors
    /// When the browser refuses or cannot.
    pub async fn first(&self, script: &str) -> Result<()> {
        match self.engine {
            Engine::Chromium => self.chromium_first(script).await,
            Engine::Firefox => self.firefox_first(script).await,
            Engine::WebKit => self.cannot("a script before those of the page"),
        }
    }

    /// Notes in `window.seen` of every later page what goes wrong and what moves. In WebKit only
    /// from its load event on.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn watch(&self) -> Result<()> {
        match self.engine {
            Engine::Chromium | Engine::Firefox => self.first(WATCH).await,
            Engine::WebKit => {
                self.watch_later();
                Ok(())
            }
        }
    }

    /// Keeps the program of every later page from arriving before [`Tab::let_go`].
    ///
    /// # Errors
    /// When the browser refuses or cannot.
    pub async fn hold(&self) -> Result<()> {
        self.first(HOLD).await
    }

    /// Lets the program arrive, and waits until it has taken over the page.
    ///
    /// # Errors
    /// When it does not start in good time.
    pub async fn let_go(&self) -> Result<()> {
        self.touch().await?;
        self.until("typeof window.letGo", "function").await?;
        self.driver.execute("letGo()", vec![]).await?;
        self.ready().await
    }

    /// From now on no file whose address has one of these parts arrives.
    ///
    /// # Errors
    /// When the browser refuses or cannot.
    pub async fn refuse(&self, parts: &[&str]) -> Result<()> {
        match self.engine {
            Engine::Chromium => self.chromium_refuse(parts).await,
            Engine::Firefox => self.firefox_refuse(parts).await,
            Engine::WebKit => self.cannot("files that do not arrive"),
        }
    }

    /// Shows the page as on this medium (`screen`, `print`) to a system with these wishes, such
    /// as `("forced-colors", "active")`, and no others.
    ///
    /// # Errors
    /// When the browser refuses or cannot.
    pub async fn media(&self, medium: &str, wishes: &[(&str, &str)]) -> Result<()> {
        match self.engine {
            Engine::Chromium => self.chromium_media(medium, wishes).await,
            Engine::Firefox => self.firefox_media(medium, wishes).await,
            Engine::WebKit => self.cannot("another medium or other wishes of the system"),
        }
    }

    /// Shows the page as to a system that asks for dark or for light colours.
    ///
    /// # Errors
    /// When the browser refuses or cannot.
    pub async fn dark(&self, dark: bool) -> Result<()> {
        if self.engine == Engine::WebKit {
            // It keeps the colours and the rest that it was started with.
            let same = self.look.dark == dark;
            return if same { Ok(()) } else { self.cannot("colours that change") };
        }
        let scheme = if dark { "dark" } else { "light" };
        // Less motion: a page that glides to where a test clicks is not there yet.
        let wishes = [("prefers-color-scheme", scheme), ("prefers-reduced-motion", "reduce")];
        self.media("screen", &wishes).await
    }

    /// Lets scripts of later pages run, or not.
    ///
    /// # Errors
    /// When the browser refuses or cannot.
    pub async fn scripts(&self, run: bool) -> Result<()> {
        match self.engine {
            Engine::Chromium => self.chromium_scripts(run).await,
            Engine::Firefox => self.firefox_scripts(run).await,
            Engine::WebKit => self.cannot("scripts that can be switched off and on"),
        }
    }

    /// Makes the processor so many times slower than it is.
    ///
    /// # Errors
    /// When the browser refuses or cannot.
    pub async fn slow(&self, times: u32) -> Result<()> {
        match self.engine {
            Engine::Chromium => self.chromium_slow(times).await,
            Engine::Firefox | Engine::WebKit => self.cannot("a slower processor"),
        }
    }

    /// Lets the site keep at most so many bytes on the device.
    ///
    /// # Errors
    /// When the browser refuses or cannot.
    pub async fn quota(&self, bytes: u32) -> Result<()> {
        match self.engine {
            Engine::Chromium => self.chromium_quota(&self.site, bytes).await,
            Engine::Firefox | Engine::WebKit => self.cannot("a limit to what a site may keep"),
        }
    }

    /// Gives the window another size within its frame, in CSS pixels.
    ///
    /// # Errors
    /// When the browser refuses or cannot.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        match self.engine {
            Engine::Chromium => self.chromium_resize(width, height).await,
            Engine::Firefox => self.firefox_resize(width, height).await,
            Engine::WebKit => self.webkit_resize(width, height).await,
        }
    }

    /// Sets letters as large as the system asks, in CSS pixels; 16 are usual.
    ///
    /// # Errors
    /// When the browser refuses or cannot.
    pub async fn letters(&self, size: u32) -> Result<()> {
        match self.engine {
            Engine::Chromium => self.chromium_letters(size).await,
            Engine::Firefox => self.firefox_letters(size).await,
            Engine::WebKit => self.cannot("letters of another size"),
        }
    }

    /// What the console holds since the last call: errors and warnings, also of the browser
    /// about a refused script or style. In WebKit only those of this page after its load event.
    ///
    /// # Errors
    /// When the driver does not tell.
    pub async fn complaints(&self) -> Result<Vec<String>> {
        match self.engine {
            Engine::Chromium => self.chromium_complaints().await,
            Engine::Firefox => self.firefox_complaints().await,
            Engine::WebKit => self.webkit_complaints().await,
        }
    }

    /// Writes a PNG of the whole page, also of what is below the window; in WebKit of the window.
    ///
    /// # Errors
    /// When the browser cannot, or the file cannot be written.
    pub async fn picture(&self, file: &Path) -> Result<()> {
        let picture = match self.engine {
            Engine::Chromium => self.chromium_picture().await?,
            Engine::Firefox => self.firefox_picture().await?,
            Engine::WebKit => self.driver.screenshot_as_png().await?,
        };
        let parent = file.parent().context("a picture needs a folder")?;
        std::fs::create_dir_all(parent)?;
        std::fs::write(file, picture).with_context(|| format!("cannot write {}", file.display()))
    }

    /// The look that the test asked for.
    pub(super) async fn prepare(&self) -> Result<()> {
        if self.engine == Engine::Firefox {
            self.firefox_prepare().await?;
        }
        self.resize(self.look.width, self.look.height).await?;
        self.dark(self.look.dark).await?;
        // WebKit was started with its scripts on or off.
        if self.look.script || self.engine == Engine::WebKit {
            Ok(())
        } else {
            self.scripts(false).await
        }
    }

    /// The error that skips the test: this engine cannot do what it needs.
    ///
    /// # Errors
    /// Always.
    pub fn cannot(&self, what: &str) -> Result<()> {
        Err(Needs::error(self.engine, what))
    }
}
