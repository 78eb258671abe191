//! WebKitGTK's way: its small browser in a display without a screen. Colours, motion and scripts are
//! as it is started; there are no developer tools that a driver could use.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::json;
use thirtyfour::Capabilities;

use super::act::WATCH;
use super::driver::Start;
use super::{Look, Needs, Tab};
use crate::engine::{Browser, Engine};

/// A bar so small that the window can be as narrow as a phone's.
const STYLE: &str = "window * { margin: 0; border-width: 0; padding: 0; min-width: 0; min-height: 0; font-size: 1px }\n";
/// Less motion, as the other engines are told.
const SETTINGS: &str = "[Settings]\ngtk-enable-animations=0\n";
/// Without a window manager a window has the focus while it holds the pointer, which stands in the
/// middle of the screen: so the screen is smaller than the smallest window.
const SCREEN: &str = "400x400x24";

/// A display without a screen, for one browser: two would take the focus from each other.
pub(super) struct Display {
    process: Child,
    name: String,
}

impl Display {
    /// Starts one under a number that nobody has.
    fn start(xvfb: &Path) -> Result<Self> {
        let mut command = Command::new(xvfb);
        command.args(["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp"]);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process =
            command.spawn().with_context(|| format!("cannot start {}", xvfb.display()))?;
        let mut number = String::new();
        let told = process.stdout.take().map(|out| BufReader::new(out).read_line(&mut number));
        let display = Self { process, name: format!(":{}", number.trim()) };
        match told {
            Some(Ok(_)) if !number.trim().is_empty() => Ok(display),
            _ => bail!("{} did not open a display", xvfb.display()),
        }
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // It may be gone already; there is nobody left to tell.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// How the driver is started in a display of its own, and what it is asked for.
pub(super) fn start(browser: &Browser, look: Look, port: u16, folder: &Path) -> Result<Start> {
    let display = Display::start(browser.display.as_deref().context("Xvfb is needed")?)?;
    let config = folder.join("config");
    std::fs::create_dir_all(config.join("gtk-3.0"))?;
    std::fs::write(config.join("gtk-3.0/gtk.css"), STYLE)?;
    std::fs::write(config.join("gtk-3.0/settings.ini"), SETTINGS)?;
    let mut command = Command::new(&browser.driver);
    command
        .arg(format!("--port={port}"))
        .env("DISPLAY", &display.name)
        .env("GDK_BACKEND", "x11")
        // Each start would look anew for all that can play films.
        .env("GST_PLUGIN_SYSTEM_PATH_1_0", folder)
        .env("NO_AT_BRIDGE", "1")
        .env("HOME", folder)
        .env("TMPDIR", folder)
        .env("XDG_CACHE_HOME", folder.join("cache"))
        .env("XDG_CONFIG_HOME", config)
        .env("XDG_DATA_HOME", folder.join("data"))
        .env("XDG_RUNTIME_DIR", folder)
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("GTK_THEME");
    let mut flags = vec!["--automation"];
    if look.dark {
        flags.push("--dark-mode");
    }
    if !look.script {
        flags.push("--enable-javascript=false");
    }
    if !look.wasm {
        // Its name until 2.46, and since.
        command.env("JSC_useWebAssembly", "0").env("JSC_useWasm", "0");
    }
    if !look.storage {
        flags.extend(["--cookies-policy=never", "--enable-html5-local-storage=false"]);
    }
    let mut wanted = Capabilities::new();
    let options = json!({ "binary": browser.program, "args": flags });
    wanted.set("webkitgtk:browserOptions", options)?;
    Ok(Start { command, wanted, display: Some(display) })
}

/// The script that notes from now on what goes wrong in a page: for `complaints`, and for tests that
/// watch.
pub(super) fn note(watched: bool) -> String {
    let watch = if watched { WATCH } else { "" };
    format!(
        "if (window.wrongs) return;
        window.wrongs = [];
        for (const how of ['error', 'warn']) {{
            const write = console[how];
            console[how] = (...all) => {{ wrongs.push(`${{how}}: ${{all.join(' ')}}`); write(...all); }};
        }}
        document.addEventListener('securitypolicyviolation',
            e => wrongs.push(`policy: ${{e.violatedDirective}} ${{e.blockedURI}}`));
        addEventListener('error', e => wrongs.push(`error: ${{e.message}}`));
        addEventListener('unhandledrejection', e => wrongs.push(`rejection: ${{e.reason}}`));
        {watch}"
    )
}

impl Tab {
    pub(super) async fn webkit_complaints(&self) -> Result<Vec<String>> {
        let said = self.eval("(window.wrongs ?? []).splice(0)").await?;
        Ok(serde_json::from_value(said)?)
    }

    /// The window has a bar: it is made larger by what it lacks until the page has its size.
    pub(super) async fn webkit_resize(&self, width: u32, height: u32) -> Result<()> {
        let (mut wide, mut high) = (width, height);
        for _ in 0..10 {
            self.driver.set_window_rect(0, 0, wide, high).await?;
            let size = self.driver.execute("return [innerWidth, innerHeight]", vec![]).await?;
            let (across, down): (u32, u32) = serde_json::from_value(size.json().clone())?;
            if (across, down) == (width, height) {
                return Ok(());
            }
            wide = (wide + width).saturating_sub(across).max(1);
            high = (high + height).saturating_sub(down).max(1);
        }
        let size = format!("a window of {width} by {height} pixels");
        Err(Needs::error(Engine::WebKit, size))
    }
}
