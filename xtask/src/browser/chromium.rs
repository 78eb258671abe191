//! Chromium's way: flags, and commands of its developer tools. The only engine that is required.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use thirtyfour::ChromiumLikeCapabilities;
use thirtyfour::prelude::*;

use super::driver::Start;
use super::elsewhere::is_elsewhere;
use super::{Look, Tab};
use crate::engine::Browser;

/// No window, no sandbox (it needs rights that containers lack), and no traffic of its own.
const FLAGS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--hide-scrollbars",
    "--no-first-run",
    "--no-default-browser-check",
];

/// How chromedriver is started, and what it is asked for.
pub(super) fn start(browser: &Browser, look: Look, port: u16, folder: &Path) -> Result<Start> {
    let mut command = Command::new(&browser.driver);
    command.arg(format!("--port={port}"));
    let mut wanted = DesiredCapabilities::chrome();
    wanted.set_binary(&browser.program.to_string_lossy())?;
    wanted.set("goog:loggingPrefs", json!({ "browser": "ALL", "performance": "ALL" }))?;
    let profile = format!("--user-data-dir={}", folder.display());
    let off = (!look.wasm).then_some("--js-flags=--jitless");
    for flag in FLAGS.iter().copied().chain([profile.as_str()]).chain(off) {
        wanted.add_arg(flag)?;
    }
    if !look.storage {
        // As “block all cookies” in the settings, which blocks every kind of storage.
        let blocked = json!({ "profile": { "default_content_setting_values": { "cookies": 2 } } });
        wanted.add_experimental_option("prefs", blocked)?;
    }
    Ok(Start { command, wanted: wanted.into(), display: None })
}

impl Tab {
    /// A command of the developer tools.
    async fn devtools(&self, command: &str, with: Value) -> Result<Value> {
        let answer = self.driver.cdp().send_raw(command, with).await;
        answer.with_context(|| format!("{command} failed"))
    }

    pub(super) async fn chromium_first(&self, script: &str) -> Result<()> {
        let script = json!({ "source": script });
        self.devtools("Page.addScriptToEvaluateOnNewDocument", script).await.map(drop)
    }

    pub(super) async fn chromium_refuse(&self, parts: &[&str]) -> Result<()> {
        let urls: Vec<String> = parts.iter().map(|part| format!("*{part}*")).collect();
        self.devtools("Network.enable", json!({})).await?;
        self.devtools("Network.setBlockedURLs", json!({ "urls": urls })).await.map(drop)
    }

    pub(super) async fn chromium_media(&self, medium: &str, wishes: &[(&str, &str)]) -> Result<()> {
        let features: Vec<Value> =
            wishes.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        let media = json!({ "media": medium, "features": features });
        self.devtools("Emulation.setEmulatedMedia", media).await.map(drop)
    }

    pub(super) async fn chromium_resize(&self, width: u32, height: u32) -> Result<()> {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await.map(drop)
    }

    pub(super) async fn chromium_letters(&self, size: u32) -> Result<()> {
        let sizes = json!({ "fontSizes": { "standard": size, "fixed": size * 13 / 16 } });
        self.devtools("Page.setFontSizes", sizes).await.map(drop)
    }

    pub(super) async fn chromium_scripts(&self, run: bool) -> Result<()> {
        let stop = json!({ "value": !run });
        self.devtools("Emulation.setScriptExecutionDisabled", stop).await.map(drop)
    }

    pub(super) async fn chromium_quota(&self, site: &str, bytes: u32) -> Result<()> {
        let quota = json!({ "origin": site, "quotaSize": bytes });
        self.devtools("Storage.overrideQuotaForOrigin", quota).await.map(drop)
    }

    pub(super) async fn chromium_slow(&self, times: u32) -> Result<()> {
        let rate = json!({ "rate": times });
        self.devtools("Emulation.setCPUThrottlingRate", rate).await.map(drop)
    }

    pub(super) async fn chromium_complaints(&self) -> Result<Vec<String>> {
        let log = self.driver.get_log("browser").await?;
        let bad = log.into_iter().filter(|e| e.level == "SEVERE" || e.level == "WARNING");
        Ok(bad.map(|entry| format!("{}: {}", entry.level, entry.message)).collect())
    }

    /// Addresses outside this machine that pages asked for.
    pub(super) async fn chromium_strangers(&self) -> Result<Vec<String>> {
        let mut found = Vec::new();
        for entry in self.driver.get_log("performance").await? {
            let told: Value = serde_json::from_str(&entry.message)?;
            let (told, with) = (&told["message"]["method"], &told["message"]["params"]);
            let address = match told.as_str() {
                Some("Network.requestWillBeSent") => &with["request"]["url"],
                Some("Network.webSocketCreated") => &with["url"],
                _ => continue,
            };
            found.extend(address.as_str().filter(|one| is_elsewhere(one)).map(str::to_owned));
        }
        Ok(found)
    }

    pub(super) async fn chromium_picture(&self) -> Result<Vec<u8>> {
        let metrics = self.devtools("Page.getLayoutMetrics", json!({})).await?;
        let size = &metrics["cssContentSize"];
        let (width, height) = (&size["width"], &size["height"]);
        let all = json!({"x": 0, "y": 0, "width": width, "height": height, "scale": 1});
        let how = json!({"format": "png", "captureBeyondViewport": true, "clip": all});
        let answer = self.devtools("Page.captureScreenshot", how).await?;
        let data = answer["data"].as_str().context("no picture came back")?;
        STANDARD.decode(data).context("the picture is no base64")
    }
}
