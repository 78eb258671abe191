//! What a visitor and the system around them do: press keys, go back, change the window, print,
//! wait for a slow network. Looks at nothing by itself; `page` does.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use thirtyfour::TypingData;
use thirtyfour::error::WebDriverErrorInner;

use super::Tab;
use super::page::PATIENCE;

/// Notes policy violations, script errors and layout shifts.
const WATCH: &str = "
    window.seen = { policy: [], errors: [], shifts: 0 };
    document.addEventListener('securitypolicyviolation',
        e => seen.policy.push(`${e.violatedDirective} ${e.blockedURI}`));
    addEventListener('error', e => seen.errors.push(String(e.message)));
    addEventListener('unhandledrejection', e => seen.errors.push(String(e.reason)));
    new PerformanceObserver(list => list.getEntries().forEach(e => { seen.shifts += e.value }))
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

    /// Presses keys where the focus is; a field that a program replaced meanwhile is found again.
    ///
    /// # Errors
    /// When the browser cannot.
    pub async fn keys(&self, keys: impl Into<TypingData>) -> Result<()> {
        let keys: String = keys.into().as_vec().into_iter().collect();
        let mut pressed = self.driver.active_element().await?.send_keys(&*keys).await;
        if let Err(error) = &pressed
            && matches!(error.as_inner(), WebDriverErrorInner::StaleElementReference(_))
        {
            pressed = self.driver.active_element().await?.send_keys(&*keys).await;
        }
        pressed.context("cannot type")
    }

    /// Runs a script in every later page before the page's own.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn first(&self, script: &str) -> Result<()> {
        let script = json!({ "source": script });
        self.devtools("Page.addScriptToEvaluateOnNewDocument", script).await.map(drop)
    }

    /// Notes in `window.seen` of every later page what goes wrong and what moves.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn watch(&self) -> Result<()> {
        self.first(WATCH).await
    }

    /// Keeps the program of every later page from arriving before [`Tab::let_go`].
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn hold(&self) -> Result<()> {
        self.first(HOLD).await
    }

    /// Lets the program arrive, and waits until it has taken over the page.
    ///
    /// # Errors
    /// When it does not start in good time.
    pub async fn let_go(&self) -> Result<()> {
        self.until("typeof window.letGo", "function").await?;
        self.driver.execute("letGo()", vec![]).await?;
        self.ready().await
    }

    /// Shows the page as on this medium (`screen`, `print`) to a system with these wishes, such
    /// as `("forced-colors", "active")`.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn media(&self, medium: &str, wishes: &[(&str, &str)]) -> Result<()> {
        let features: Vec<Value> =
            wishes.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        let media = json!({ "media": medium, "features": features });
        self.devtools("Emulation.setEmulatedMedia", media).await.map(drop)
    }

    /// Gives the window another size, in CSS pixels.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await.map(drop)
    }
}
