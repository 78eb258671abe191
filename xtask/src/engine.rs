//! The browsers' engines that tests run in: which there are, where their programs are, how they are
//! installed on Debian. Only Chromium is required; a missing one of the others says what to install.
//! Drives none of them (`browser` does) and downloads no browser itself.

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{process, system, tools};

/// Names the engine that a process of tests runs in.
pub const VARIABLE: &str = "PAYPATH_ENGINE";

/// Names the file in which tests note what became of them.
pub const OUTCOMES: &str = "PAYPATH_OUTCOMES";

/// What draws a page and runs its scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, Chrome, Edge.
    Chromium,
    /// Firefox.
    Firefox,
    /// Safari's engine as GTK has it, in its small browser.
    WebKit,
}

/// The programs of one engine.
#[derive(Clone, Debug)]
pub struct Browser {
    /// The engine.
    pub engine: Engine,
    /// The browser.
    pub program: PathBuf,
    /// What drives it.
    pub driver: PathBuf,
    /// A display without a screen, where the browser needs one.
    pub display: Option<PathBuf>,
}

impl Engine {
    /// All engines, the required one first.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The word for it in [`VARIABLE`] and in messages of tests.
    pub fn word(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The engine of this process: what [`VARIABLE`] says, else Chromium.
    ///
    /// # Errors
    /// When the variable names none.
    pub fn chosen() -> Result<Self> {
        let word = std::env::var(VARIABLE).unwrap_or_default();
        if word.is_empty() {
            return Ok(Self::Chromium);
        }
        Self::ALL.into_iter().find(|engine| engine.word() == word).with_context(|| {
            format!("{VARIABLE} is {word:?}; it may be chromium, firefox or webkit")
        })
    }

    /// The variables that name the browser, its driver and its display when they lie elsewhere.
    fn variables(self) -> [&'static str; 3] {
        match self {
            Self::Chromium => ["CHROMIUM", "CHROMEDRIVER", ""],
            Self::Firefox => ["FIREFOX", "GECKODRIVER", ""],
            Self::WebKit => ["MINIBROWSER", "WEBKITDRIVER", "XVFB"],
        }
    }

    /// What Debian calls them.
    fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-driver"],
            Self::Firefox => &["firefox-esr"],
            Self::WebKit => &["webkit2gtk-driver", "xvfb"],
        }
    }

    fn advice(self) -> &'static str {
        match self {
            Self::Chromium => {
                "Chromium and chromedriver of the same version are needed: install both (Debian: \
                 chromium chromium-driver; macOS: brew install --cask chromium chromedriver), or \
                 set CHROMIUM and CHROMEDRIVER to their programs"
            }
            Self::Firefox => {
                "install Firefox (Debian: firefox-esr), or set FIREFOX and GECKODRIVER to the \
                 programs"
            }
            Self::WebKit => {
                "install WebKitGTK's driver and Xvfb (Debian: webkit2gtk-driver xvfb; there is \
                 neither for macOS and Windows), or set MINIBROWSER, WEBKITDRIVER and XVFB to the \
                 programs"
            }
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKitGTK",
        })
    }
}

impl Browser {
    /// Finds the programs, and installs them where that is possible.
    ///
    /// # Errors
    /// When they are missing and cannot be installed; the message says what to install.
    pub fn ensure(engine: Engine) -> Result<Self> {
        if !is_there(engine) {
            system::apt(engine.packages()).context(engine.advice())?;
        }
        if !is_there(engine) {
            bail!("{}", engine.advice());
        }
        let driver = match engine {
            Engine::Firefox => geckodriver()?,
            Engine::Chromium | Engine::WebKit => driver(engine).context(engine.advice())?,
        };
        let program = program(engine).context(engine.advice())?;
        Ok(Self { engine, program, driver, display: display(engine) })
    }

    /// Tells a command where the programs are, so that it need not look for them.
    pub fn tell(&self, command: &mut Command) {
        let [program, driver, display] = self.engine.variables();
        command.env(VARIABLE, self.engine.word()).env(program, &self.program);
        command.env(driver, &self.driver);
        if let Some(file) = &self.display {
            command.env(display, file);
        }
    }
}

/// Whether everything is there that a package of the system brings.
fn is_there(engine: Engine) -> bool {
    let driven = engine == Engine::Firefox || driver(engine).is_some();
    let shown = engine != Engine::WebKit || display(engine).is_some();
    program(engine).is_some() && driven && shown
}

fn program(engine: Engine) -> Option<PathBuf> {
    let [variable, ..] = engine.variables();
    given(variable).or_else(|| match engine {
        Engine::Chromium => which(&["chromium", "chromium-browser", "google-chrome", "chrome"]),
        Engine::Firefox => which(&["firefox-esr", "firefox"]),
        Engine::WebKit => mini_browser(),
    })
}

fn driver(engine: Engine) -> Option<PathBuf> {
    let [_, variable, _] = engine.variables();
    given(variable).or_else(|| match engine {
        Engine::Chromium => which(&["chromedriver", "chromium.chromedriver"]),
        Engine::Firefox => None,
        Engine::WebKit => which(&["WebKitWebDriver"]),
    })
}

fn display(engine: Engine) -> Option<PathBuf> {
    let [.., variable] = engine.variables();
    (engine == Engine::WebKit).then(|| given(variable).or_else(|| which(&["Xvfb"])))?
}

/// Debian has none: it is installed like the other pinned tools.
fn geckodriver() -> Result<PathBuf> {
    match given("GECKODRIVER") {
        Some(file) => Ok(file),
        None => tools::geckodriver(),
    }
}

/// WebKitGTK's small browser, which lies beside its library and not on the path.
fn mini_browser() -> Option<PathBuf> {
    let mut folders: Vec<PathBuf> = ["/usr/lib", "/usr/libexec", "/usr/lib64"]
        .iter()
        .map(Path::new)
        .flat_map(|folder| [vec![folder.to_path_buf()], below(folder)].concat())
        .flat_map(|folder| below(&folder))
        .filter(|folder| folder.file_name().is_some_and(|n| named(&n.to_string_lossy())))
        .map(|folder| folder.join("MiniBrowser"))
        .filter(|file| file.is_file())
        .collect();
    folders.sort();
    which(&["MiniBrowser"]).or_else(|| folders.pop())
}

fn named(folder: &str) -> bool {
    folder.starts_with("webkit2gtk-4.")
}

/// What is in a folder; nothing when it cannot be listed.
fn below(folder: &Path) -> Vec<PathBuf> {
    let list = std::fs::read_dir(folder).into_iter().flatten();
    list.filter_map(|entry| Some(entry.ok()?.path())).collect()
}

fn given(variable: &str) -> Option<PathBuf> {
    if variable.is_empty() {
        return None;
    }
    std::env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

fn which(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| process::which(name))
}
