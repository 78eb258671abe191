//! Firefox's way: preferences, and scripts in the browser around the page, which can do what
//! Chromium's developer tools do. Needs geckodriver with `--allow-system-access`.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use axum::http::Method;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::extensions::addons::firefox::FirefoxTools;
use thirtyfour::{Capabilities, RequestData, SessionId};

use super::driver::Start;
use super::elsewhere::is_elsewhere;
use super::page::PATIENCE;
use super::{Look, Needs, Tab};
use crate::engine::{Browser, Engine};

/// What makes traffic of its own, or a page or a process nobody asked for.
const OFF: &[&str] = &[
    "app.normandy.enabled",
    "app.update.enabled",
    "browser.aboutwelcome.enabled",
    "browser.contentblocking.report.lockwise.enabled",
    "browser.newtabpage.activity-stream.feeds.section.topstories",
    "browser.newtabpage.activity-stream.feeds.topsites",
    "browser.newtabpage.enabled",
    "browser.region.update.enabled",
    "browser.safebrowsing.blockedURIs.enabled",
    "browser.safebrowsing.downloads.enabled",
    "browser.safebrowsing.downloads.remote.enabled",
    "browser.safebrowsing.malware.enabled",
    "browser.safebrowsing.phishing.enabled",
    "browser.search.update",
    "browser.sessionstore.resume_from_crash",
    "browser.shell.checkDefaultBrowser",
    "browser.topsites.contile.enabled",
    "browser.translations.enable",
    "datareporting.healthreport.uploadEnabled",
    "datareporting.policy.dataSubmissionEnabled",
    "dom.ipc.processPrelaunch.enabled",
    "dom.push.connection.enabled",
    "extensions.blocklist.enabled",
    "extensions.getAddons.cache.enabled",
    "extensions.systemAddon.update.enabled",
    "extensions.update.enabled",
    "media.gmp-manager.updateEnabled",
    "network.captive-portal-service.enabled",
    "network.connectivity-service.enabled",
    "network.prefetch-next",
    "nimbus.rollouts.enabled",
    "signon.rememberSignons",
    "toolkit.telemetry.enabled",
    "toolkit.telemetry.unified",
];

/// No traffic of its own: what cannot be turned off gets an address that leads nowhere. Scrollbars
/// take no room, as in the others.
fn preferences() -> Value {
    let mut all = json!({
        "app.update.disabledForTesting": true,
        "browser.region.network.url": "",
        "browser.safebrowsing.provider.google4.gethashURL": "",
        "browser.safebrowsing.provider.google4.updateURL": "",
        "browser.safebrowsing.provider.mozilla.gethashURL": "",
        "browser.safebrowsing.provider.mozilla.updateURL": "",
        "browser.startup.homepage": "about:blank",
        "browser.startup.page": 0,
        "extensions.enabledScopes": 0,
        "media.gmp-manager.url": "data:,",
        "network.dns.disablePrefetch": true,
        "network.http.speculative-parallel-limit": 0,
        "network.trr.mode": 5,
        "security.OCSP.enabled": 0,
        "services.settings.server": "data:,#remote-settings-dummy/v1",
        "toolkit.telemetry.server": "data:,",
        "ui.prefersReducedMotion": 1,
        "ui.useOverlayScrollbars": 1,
    });
    for name in OFF {
        all[*name] = false.into();
    }
    all
}

/// Run once around the page: files to refuse, what pages ask for, and what they write to the console, of which their
/// own process alone hears.
const LISTEN: &str = "
    window.refusedParts = [];
    window.askedByPages = [];
    Services.obs.addObserver({ observe(channel) {
        channel.QueryInterface(Ci.nsIHttpChannel);
        if (refusedParts.some(part => channel.URI.spec.includes(part)))
            channel.cancel(Cr.NS_BINDING_ABORTED);
        const { loadInfo: by, URI } = channel;
        if (by?.triggeringPrincipal?.isContentPrincipal) askedByPages.push(URI.spec);
    } }, 'http-on-modify-request');
    window.saidByPages = [];
    Services.ppmm.addMessageListener('paypath:said', ({ data }) => saidByPages.push(data));
    Services.ppmm.loadProcessScript(arguments[0], true);";
const TELL: &str = "
    Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage)
        .addLogEventListener(told => {
            const { level, filename, arguments: all } = told.wrappedJSObject ?? told;
            if (!/^https?:/.test(filename) || !['error', 'warn', 'assert'].includes(level)) return;
            const text = `${level}: ${[...all].map(String).join(' ')}`;
            Services.cpmm.sendAsyncMessage('paypath:said', text);
        }, Services.scriptSecurityManager.getSystemPrincipal());";
/// Everything said since the last time, errors and warnings of the browser about pages among it; but
/// no advice on speed, which a test causes that measures before a page has loaded.
const SAID: &str = "
    const errors = Services.console.getMessageArray().flatMap(one => {
        if (!(one instanceof Ci.nsIScriptError) || !/^https?:/.test(one.sourceName)) return [];
        const advice = one.flags & Ci.nsIScriptError.infoFlag || one.category === 'Layout';
        return advice ? [] : [`${one.category}: ${one.errorMessage}`];
    });
    Services.console.reset();
    return errors.concat(saidByPages.splice(0));";
/// Runs `SOURCE` in every page before its own scripts, whatever its policy says.
const FIRST: &str = "
    addEventListener('DOMWindowCreated', ({ target }) => {
        const page = target.defaultView;
        if (!/^https?:/.test(page.location.protocol)) return;
        const box = new Cu.Sandbox(page, { sandboxPrototype: page, wantXrays: false });
        Cu.evalInSandbox(SOURCE, box);
    }, true);";
/// The page's part of the window, as large as asked; the window itself cannot be narrow.
const RESIZE: &str = "
    const [width, height] = arguments, { style } = gBrowser.selectedBrowser;
    for (const [side, length] of [['width', width], ['height', height]])
        for (const which of ['', 'min-', 'max-'])
            style.setProperty(which + side, `${length}px`);";
/// What is shown beside the page is at most this high, and the window at least that wide.
const AROUND: (u32, u32) = (500, 120);

/// How geckodriver is started, and what it is asked for.
pub(super) fn start(browser: &Browser, look: Look, port: u16, folder: &Path) -> Result<Start> {
    let mut command = Command::new(&browser.driver);
    command
        .arg(format!("--port={port}"))
        .args(["--websocket-port", "0", "--allow-system-access"])
        .env("HOME", folder)
        .env("TMPDIR", folder)
        .env("XDG_CACHE_HOME", folder.join("cache"))
        .env("XDG_CONFIG_HOME", folder.join("config"));
    let mut prefs = preferences();
    prefs["javascript.options.wasm"] = look.wasm.into();
    if !look.storage {
        // As “all cookies” in the settings, which blocks every kind of storage.
        prefs["network.cookie.cookieBehavior"] = 2.into();
    }
    let options = json!({ "binary": browser.program, "args": ["-headless"], "prefs": prefs });
    let mut wanted = Capabilities::new();
    wanted.set("moz:firefoxOptions", options)?;
    Ok(Start { command, wanted, display: None })
}

/// Whether scripts run in the page or in the browser around it.
#[derive(Debug)]
struct Within(&'static str);

impl FormatRequestData for Within {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let path = format!("/session/{session}/moz/context");
        RequestData::new(Method::POST, path).add_body(json!({ "context": self.0 }))
    }
}

/// A script as an address, for processes that load theirs by address.
fn address(script: &str) -> Value {
    format!("data:application/javascript;charset=utf-8;base64,{}", STANDARD.encode(script)).into()
}

impl Tab {
    /// Runs a script in the browser around the page.
    async fn around(&self, script: &str, with: Vec<Value>) -> Result<Value> {
        self.driver.cmd(Within("chrome")).await.context("geckodriver gives no access")?;
        let answer = self.driver.execute(script, with).await;
        self.driver.cmd(Within("content")).await?;
        Ok(answer.with_context(|| format!("`{script}` failed in Firefox"))?.json().clone())
    }

    pub(super) async fn firefox_prepare(&self) -> Result<()> {
        self.around(LISTEN, vec![address(TELL)]).await.map(drop)
    }

    pub(super) async fn firefox_first(&self, script: &str) -> Result<()> {
        let script = FIRST.replace("SOURCE", &serde_json::to_string(script)?);
        let load = "Services.mm.loadFrameScript(arguments[0], true)";
        self.around(load, vec![address(&script)]).await.map(drop)
    }

    pub(super) async fn firefox_refuse(&self, parts: &[&str]) -> Result<()> {
        self.around("window.refusedParts = arguments[0]", vec![json!(parts)]).await.map(drop)
    }

    pub(super) async fn firefox_media(&self, medium: &str, wishes: &[(&str, &str)]) -> Result<()> {
        let (mut scheme, mut forced, mut still) = ("none", "none", 0);
        for &(name, value) in wishes {
            match name {
                "prefers-color-scheme" => scheme = value,
                "forced-colors" => forced = value,
                "prefers-reduced-motion" => still = i32::from(value == "reduce"),
                _ => return Err(Needs::error(Engine::Firefox, format!("the wish {name}"))),
            }
        }
        let set = "const context = gBrowser.selectedBrowser.browsingContext;
            context.mediumOverride = arguments[0] === 'screen' ? '' : arguments[0];
            context.prefersColorSchemeOverride = arguments[1];
            context.forcedColorsOverride = arguments[2];
            Services.prefs.setIntPref('ui.prefersReducedMotion', arguments[3]);";
        self.around(set, vec![medium.into(), scheme.into(), forced.into(), still.into()]).await?;
        // Preferences reach the page's process a moment later.
        let reduced = "matchMedia('(prefers-reduced-motion: reduce)').matches";
        self.until(reduced, still == 1).await
    }

    pub(super) async fn firefox_resize(&self, width: u32, height: u32) -> Result<()> {
        let (least, more) = AROUND;
        self.driver.set_window_rect(0, 0, width.max(least), height + more).await?;
        self.around(RESIZE, vec![width.into(), height.into()]).await?;
        let start = tokio::time::Instant::now();
        while self.eval("[innerWidth, innerHeight]").await? != json!([width, height]) {
            if start.elapsed() > PATIENCE {
                let size = format!("a window of {width} by {height} pixels");
                return Err(Needs::error(Engine::Firefox, size));
            }
        }
        Ok(())
    }

    pub(super) async fn firefox_letters(&self, size: u32) -> Result<()> {
        let set = "Services.prefs.setIntPref('font.size.variable.x-western', arguments[0]);
            Services.prefs.setIntPref('font.size.monospace.x-western', arguments[0] * 13 / 16)";
        self.around(set, vec![size.into()]).await.map(drop)
    }

    pub(super) async fn firefox_scripts(&self, run: bool) -> Result<()> {
        let allow = format!("gBrowser.selectedBrowser.browsingContext.allowJavascript = {run}");
        self.around(&allow, vec![]).await.map(drop)
    }

    pub(super) async fn firefox_complaints(&self) -> Result<Vec<String>> {
        Ok(serde_json::from_value(self.around(SAID, vec![]).await?)?)
    }

    /// Addresses outside this machine that pages asked for.
    pub(super) async fn firefox_strangers(&self) -> Result<Vec<String>> {
        let asked = self.around("return window.askedByPages", vec![]).await?;
        let asked: Vec<String> = serde_json::from_value(asked)?;
        Ok(asked.into_iter().filter(|address| is_elsewhere(address)).collect())
    }

    pub(super) async fn firefox_picture(&self) -> Result<Vec<u8>> {
        Ok(FirefoxTools::new(self.driver.handle().clone()).full_screenshot_as_png().await?)
    }
}
