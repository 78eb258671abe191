//! `cargo xtask test`: every check, in order, up to the first that fails. Holds no check itself.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::engine::{Browser, Engine, OUTCOMES};
use crate::outcomes::Tally;
use crate::{fuzz, pins, place, process, reproduce, site, size, spelling, supply, system, tools};

/// What a step needs that was found out before the first one.
struct Ready {
    tools: Vec<PathBuf>,
    chromium: Browser,
    /// Engines that need not be there; nothing where one is missing.
    firefox: Option<Browser>,
    webkit: Option<Browser>,
    remark: RefCell<Remark>,
    axe: PathBuf,
    html_validate: PathBuf,
    dictionaries: [PathBuf; 2],
}

type Step = (&'static str, fn(&Ready) -> Result<()>);

/// What a step has to add when it is done.
#[derive(Default)]
struct Remark {
    skipped: bool,
    text: String,
}

const STEPS: &[Step] = &[
    ("format", |_| {
        cargo(&["fmt", "--all", "--", "--check"])?;
        cargo(&["fmt", "--manifest-path", "tests/fuzz/Cargo.toml", "--", "--check"])
    }),
    ("supply chain", |_| supply::audit()),
    ("clippy, native", |_| {
        let all = ["clippy", "--quiet", "--workspace", "--all-targets", "--features", "xtask/e2e"];
        cargo(&[&all[..], DENY].concat())
    }),
    ("clippy, pure layers", |_| {
        cargo(&[&["clippy", "--quiet", "--no-default-features", "--all-targets"], DENY].concat())
    }),
    ("clippy, browser", |_| {
        let arguments = [&["clippy", "--quiet", "--all-targets"], BROWSER, DENY].concat();
        let mut clippy = process::cargo(&arguments, &[]);
        process::run(clippy.env("CLIPPY_CONF_DIR", place::root().join(".clippy/wasm")))
    }),
    ("docs", |ready| {
        let mut doc = process::cargo(
            &["doc", "--quiet", "--workspace", "--no-deps", "--document-private-items"],
            &ready.tools,
        );
        process::run(doc.env("RUSTDOCFLAGS", "-D warnings"))
    }),
    ("tests, native", |_| cargo(&["test", "--quiet", "--workspace"])),
    ("tests, pure layers", |_| cargo(&["test", "--quiet", "--no-default-features"])),
    ("tests, browser", wasm_tests),
    ("clippy, fuzz targets", |_| fuzz::lint()),
    ("fuzz", |_| fuzz::run(&fuzz::Asked { target: None, input: None, seconds: 10 })),
    ("build", |_| site::build().map(drop)),
    ("build, another version", |_| site::newer().map(drop)),
    ("no folder of this machine", |_| reproduce::no_places(&place::dist())),
    ("valid HTML", valid_html),
    ("spelling", |ready| {
        let [american, british] = &ready.dictionaries;
        spelling::report(&place::dist(), american, british)
    }),
    ("sizes", |_| size::report(&place::dist())),
    ("tests, end to end", |ready| end_to_end(ready, Some(&ready.chromium))),
    ("tests, Firefox", |ready| end_to_end(ready, ready.firefox.as_ref())),
    ("tests, WebKitGTK", |ready| end_to_end(ready, ready.webkit.as_ref())),
];

const DENY: &[&str] = &["--", "--deny", "warnings"];
const BROWSER: &[&str] =
    &["--no-default-features", "--features", "browser", "--target", pins::WASM_TARGET];

/// Installs what tests need and runs every step.
///
/// # Errors
/// When something cannot be installed, or with the first step that fails.
pub fn run() -> Result<()> {
    let start = Instant::now();
    heading("set-up");
    let ready = Ready {
        tools: tools::ensure()?,
        chromium: Browser::ensure(Engine::Chromium)?,
        firefox: if_there(Engine::Firefox),
        webkit: if_there(Engine::WebKit),
        remark: RefCell::default(),
        axe: system::axe()?,
        html_validate: system::html_validate()?,
        dictionaries: system::dictionaries()?,
    };
    let mut done = vec![("set-up", start.elapsed(), Remark::default())];
    for (at, (name, step)) in STEPS.iter().enumerate() {
        heading(name);
        let begun = Instant::now();
        let result = step(&ready);
        if result.is_err() {
            summary(&done);
            row("FAILED", name, Some(begun.elapsed()), "");
            for (name, _) in &STEPS[at + 1..] {
                row("skipped", name, None, "");
            }
            return result.with_context(|| format!("step `{name}` failed"));
        }
        done.push((name, begun.elapsed(), ready.remark.take()));
    }
    summary(&done);
    row("ok", "everything", Some(start.elapsed()), "");
    Ok(())
}

/// The programs of an engine that tests can do without; says so where they are missing.
fn if_there(engine: Engine) -> Option<Browser> {
    let found = Browser::ensure(engine);
    found.inspect_err(|error| eprintln!("Tests in {engine} will be skipped: {error:#}")).ok()
}

fn cargo(arguments: &[&str]) -> Result<()> {
    process::run(&mut process::cargo(arguments, &[]))
}

/// Tests compiled to Wasm, run inside Chromium. Without --quiet, which cargo would hand to the
/// runner, which does not know it.
fn wasm_tests(ready: &Ready) -> Result<()> {
    let arguments = [&["test", "--test", "browser"], BROWSER].concat();
    let mut test = process::cargo(&arguments, &ready.tools);
    let flags = place::root().join("tests/webdriver.json");
    test.env("CHROMEDRIVER", &ready.chromium.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", flags)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    process::run(&mut test)
}

/// Every page of `dist/` against the HTML standard.
fn valid_html(ready: &Ready) -> Result<()> {
    let pages = place::files(&place::dist())?;
    let pages = pages.into_iter().filter(|file| place::is_page(&file.to_string_lossy()));
    let mut validate = process::command("node", &[]);
    validate.arg(&ready.html_validate).args(["--config", "tests/tools/htmlvalidate.json"]);
    process::run(validate.args(pages))
}

/// Tests in a real browser against `dist/`; skipped where there is none.
fn end_to_end(ready: &Ready, browser: Option<&Browser>) -> Result<()> {
    let Some(browser) = browser else {
        let text = "it is missing: see set-up".to_owned();
        ready.remark.replace(Remark { skipped: true, text });
        return Ok(());
    };
    let outcomes = place::notes()?.join(format!("outcomes-{}.txt", browser.engine.word()));
    std::fs::write(&outcomes, "")
        .with_context(|| format!("cannot write {}", outcomes.display()))?;
    let arguments = ["test", "--quiet", "--package", "xtask", "--features", "e2e", "--test", "e2e"];
    let mut test = process::cargo(&arguments, &ready.tools);
    // Two at least: a test in the main thread has no name to be counted by.
    let threads = std::thread::available_parallelism().map_or(2, |cores| cores.get().max(2));
    test.args(["--", &format!("--test-threads={threads}")])
        .env("PAYPATH_DIST", place::dist())
        .env("PAYPATH_NEWER", site::newer()?)
        .env("PAYPATH_AXE", &ready.axe)
        .env(OUTCOMES, &outcomes)
        .env("RUST_BACKTRACE", "0");
    browser.tell(&mut test);
    process::run(&mut test)?;
    let tally = Tally::read(&std::fs::read_to_string(&outcomes)?).to_string();
    eprintln!("{}: {tally}", browser.engine);
    ready.remark.replace(Remark { skipped: false, text: tally });
    Ok(())
}

/// `cargo xtask shots`: screenshots of every page, for people to look at.
///
/// # Errors
/// When the site cannot be built or the browser fails.
pub fn shots(out: Option<PathBuf>) -> Result<()> {
    let browser = Browser::ensure(Engine::Chromium)?;
    let axe = system::axe()?;
    let dist = site::build()?;
    let out = match out {
        Some(out) => std::path::absolute(out)?,
        None => place::notes()?.join("shots"),
    };
    let arguments =
        ["run", "--quiet", "--package", "xtask", "--features", "e2e", "--bin", "shots", "--"];
    let mut shots = process::cargo(&arguments, &[]);
    shots.arg(&out).env("PAYPATH_DIST", dist).env("PAYPATH_AXE", axe);
    browser.tell(&mut shots);
    process::run(&mut shots)
}

/// `cargo xtask faults`: what was made to fail, and what visitors saw in each engine that is there, as
/// a table in Markdown.
///
/// # Errors
/// When the site cannot be built, or a fault leaves neither an answer nor words.
pub fn faults() -> Result<()> {
    let chromium = Some(Browser::ensure(Engine::Chromium)?);
    let browsers = [chromium, if_there(Engine::Firefox), if_there(Engine::WebKit)];
    let dist = site::build()?;
    let rows = place::notes()?.join("faults.md");
    std::fs::write(&rows, "").with_context(|| format!("cannot write {}", rows.display()))?;
    let arguments =
        ["test", "--quiet", "--package", "xtask", "--features", "e2e", "--test", "e2e", "faults::"];
    for browser in browsers.into_iter().flatten() {
        let mut test = process::cargo(&arguments, &[]);
        test.args(["--", "--test-threads=2"])
            .env("PAYPATH_DIST", &dist)
            .env("PAYPATH_FAULTS", &rows);
        browser.tell(&mut test);
        process::run(&mut test)?;
    }
    print!("{}", faults_table(&std::fs::read_to_string(&rows)?));
    Ok(())
}

/// Rows `| fault | engine | outcome |`, with the engines of one outcome together.
fn faults_table(rows: &str) -> String {
    let mut alike: BTreeMap<(&str, &str), BTreeSet<&str>> = BTreeMap::new();
    for row in rows.lines() {
        let mut cells = row.trim_matches(['|', ' ']).splitn(3, " | ");
        if let (Some(fault), Some(engine), Some(outcome)) =
            (cells.next(), cells.next(), cells.next())
        {
            alike.entry((fault, outcome)).or_default().insert(engine);
        }
    }
    let mut table =
        String::from("| fault | engines | what the visitor has |\n| --- | --- | --- |\n");
    for ((fault, outcome), engines) in alike {
        let engines: Vec<&str> = engines.into_iter().collect();
        table.extend(["| ", fault, " | ", &*engines.join(", "), " | ", outcome, " |\n"]);
    }
    table
}

/// `cargo xtask bench`: the benchmarks of the native half.
///
/// # Errors
/// When there are none, or one fails.
pub fn bench(filter: &[String]) -> Result<()> {
    if !place::root().join("benches").is_dir() {
        bail!("there are no benchmarks yet: benches/ does not exist");
    }
    let mut bench = process::cargo(&["bench", "--benches"], &[]);
    process::run(bench.arg("--").args(filter))
}

fn heading(name: &str) {
    eprintln!("\n== {name}");
}

fn summary(done: &[(&str, Duration, Remark)]) {
    eprintln!("\n== summary");
    for (name, took, remark) in done {
        row(if remark.skipped { "skipped" } else { "ok" }, name, Some(*took), &remark.text);
    }
}

fn row(state: &str, name: &str, took: Option<Duration>, remark: &str) {
    let seconds = took.map_or(String::from("-"), |took| format!("{:.1}", took.as_secs_f64()));
    let remark = if remark.is_empty() { String::new() } else { format!(" ({remark})") };
    eprintln!("{state:>8} {seconds:>8} s  {name}{remark}");
}

#[cfg(test)]
mod tests {
    use super::faults_table;

    #[test]
    fn engines_of_one_outcome_share_a_row() {
        let rows = "| a: cut | firefox | words |\n| a: cut | chromium | words |\n\
            | b | webkit | the right answer |\n| a: cut | webkit | the right answer |\n";
        let table = faults_table(rows);
        let wanted = "| a: cut | webkit | the right answer |\n\
            | a: cut | chromium, firefox | words |\n| b | webkit | the right answer |\n";
        assert_eq!(table.split_once("--- |\n").map(|(_, rest)| rest), Some(wanted));
    }
}
