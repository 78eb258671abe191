//! `cargo xtask growth`: what the calculator would weigh and take with more metros and roles. Builds it
//! with generated ones, weighs it, times its estimates, and leaves a page of each for the browser
//! (`src/bin/growth.rs`), which times the start and prints the table. Judges nothing.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{compress, engine, place, process, tools};

/// How many times as many there are.
const TIMES: [u32; 4] = [1, 2, 5, 10];
/// How often the native program is run: its start counts once a run.
const RUNS: usize = 5;
/// What tells the build how many to make; never set where the site is built.
pub const GROW: &str = "PAYPATH_GROW";

/// What the native program says of itself; times in microseconds.
#[derive(Debug, Serialize, Deserialize)]
pub struct Native {
    /// How many.
    pub metros: usize,
    /// How many.
    pub cities: usize,
    /// How many.
    pub roles: usize,
    /// Blocks of pay, the first of which is in the program.
    pub blocks: usize,
    /// Until names of places are unfolded and can be found.
    pub open: f64,
    /// An estimate.
    pub estimate: f64,
    /// The matches of what was typed.
    pub find: f64,
}

/// A program with more data, and the folder of its page.
#[derive(Debug, Serialize, Deserialize)]
pub struct Grown {
    /// How many times as many.
    pub times: u32,
    /// Brotli bytes of the program.
    pub program: usize,
    /// Brotli bytes of the pay that programs fetch, all blocks.
    pub pay: usize,
    /// Brotli bytes of the largest block, which is what a question may need.
    pub block: usize,
    /// What the native one says.
    pub native: Native,
    /// Where its page is.
    pub folder: PathBuf,
}

/// `cargo xtask growth`
///
/// # Errors
/// When something cannot be installed or built, or the measurement fails.
pub fn run() -> Result<()> {
    let browser = engine::Browser::ensure(engine::Engine::Chromium)?;
    let paths = tools::ensure()?;
    let folder = place::notes()?.join("growth");
    let grown = TIMES.into_iter().map(|times| grown(&folder, times, &paths));
    let grown: Vec<Grown> = grown.collect::<Result<_>>()?;
    let arguments =
        ["run", "--quiet", "--package", "xtask", "--features", "e2e", "--bin", "growth", "--"];
    let mut starts = process::cargo(&arguments, &[]);
    starts.arg(serde_json::to_string(&grown)?);
    browser.tell(&mut starts);
    process::run(&mut starts)
}

/// Builds with this many times as much and weighs it.
fn grown(folder: &Path, times: u32, paths: &[PathBuf]) -> Result<Grown> {
    // A folder of its own: made-up data must not be taken for the site's.
    let target = folder.join("target");
    let grow = |arguments: &[&str]| {
        let mut cargo = process::cargo(arguments, paths);
        cargo.env(GROW, times.to_string()).env("CARGO_TARGET_DIR", &target);
        cargo
    };
    let arguments = [
        "build",
        "--profile",
        "site",
        "--target",
        "wasm32-unknown-unknown",
        "--no-default-features",
        "--features",
        "browser",
        "--bin",
        "paypath-web",
        "--message-format",
        "json-render-diagnostics",
    ];
    let built = grow(&arguments).stderr(std::process::Stdio::inherit()).output()?;
    let said = String::from_utf8(built.stdout).context("cargo says JSON")?;
    let (program, out) = made(&said).context("the program could not be built")?;

    let page = folder.join(times.to_string());
    let mut bind = process::command("wasm-bindgen", paths);
    bind.args(["--target", "web", "--no-typescript", "--out-name", "app", "--out-dir"]);
    process::run(bind.arg(&page).arg(program))?;
    std::fs::write(page.join("index.html"), PAGE)?;
    std::fs::write(page.join("start.js"), SCRIPT)?;
    std::fs::write(page.join("_headers"), "")?;

    let bench =
        ["bench", "--quiet", "--no-default-features", "--features", "native", "--bench", "growth"];
    process::run(grow(&bench).arg("--no-run"))?;
    let natives = (0..RUNS).map(|_| {
        let output = grow(&bench).output()?;
        let said = String::from_utf8_lossy(&output.stdout);
        let line = said.lines().find(|line| line.starts_with('{'));
        Ok(serde_json::from_str(line.context("the benchmark said nothing")?)?)
    });
    let native = middle(natives.collect::<Result<Vec<Native>>>()?);
    // By their numbers: what another size left in the folder is not counted.
    let blocks = (1..native.blocks).map(|at| out.join(format!("pay-{at}.bin")));
    let blocks = compress::sizes(&blocks.collect::<Vec<_>>())?;
    Ok(Grown {
        times,
        program: compress::sizes(&[page.join("app_bg.wasm")])?[0],
        pay: blocks.iter().sum(),
        block: blocks.iter().copied().max().unwrap_or(0),
        native,
        folder: page,
    })
}

/// The program that cargo made, and the folder that its build script wrote into.
fn made(said: &str) -> Option<(PathBuf, PathBuf)> {
    let lines = said.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let (mut program, mut out) = (None, None);
    for line in lines.filter(|line| line["package_id"].as_str().is_some_and(is_ours)) {
        if let Some(folder) = line["out_dir"].as_str() {
            out = Some(PathBuf::from(folder));
        }
        let files = line["filenames"].as_array().into_iter().flatten().filter_map(Value::as_str);
        let wasm = |file: &&str| Path::new(file).extension().is_some_and(|kind| kind == "wasm");
        program = files.filter(wasm).map(PathBuf::from).next().or(program);
    }
    Some((program?, out?))
}

fn is_ours(package: &str) -> bool {
    package.contains("#paypath@") || package.contains(&format!("{}#", place::root().display()))
}

/// The middle of each time.
fn middle(mut all: Vec<Native>) -> Native {
    let mut of = |time: fn(&Native) -> f64| {
        all.sort_by(|one, other| time(one).total_cmp(&time(other)));
        time(&all[all.len() / 2])
    };
    let (open, estimate, find) = (of(|one| one.open), of(|one| one.estimate), of(|one| one.find));
    Native { open, estimate, find, ..all.remove(0) }
}

const PAGE: &str = "<!doctype html><html lang=en><meta charset=utf-8><title>Growth</title>\
    <div id=app></div><script type=module src=start.js></script>";
const SCRIPT: &str = "const start = performance.now();
const { default: init } = await import('./app.js');
await init({ module_or_path: './app_bg.wasm' });
const look = () => {
  if (document.querySelector('#median')) window.took = performance.now() - start;
  else setTimeout(look);
};
look();
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_and_the_folder_of_its_tables_are_read_from_what_cargo_says() {
        let said = r#"{"package_id":"registry#serde@1.0.0","out_dir":"/other"}
            {"package_id":"path+file:///work#paypath@0.1.0","out_dir":"/out"}
            {"package_id":"path+file:///work#paypath@0.1.0","filenames":["/lib.rlib"]}
            {"package_id":"path+file:///work#paypath@0.1.0","filenames":["/paypath-web.wasm"]}
            not JSON"#;
        let (program, out) = made(said).unwrap();
        assert_eq!((program, out), ("/paypath-web.wasm".into(), "/out".into()));
        assert_eq!(made(""), None);
    }

    #[test]
    fn each_time_is_the_middle_of_its_own() {
        let native = |open, estimate, find| Native {
            metros: 1,
            cities: 2,
            roles: 3,
            blocks: 4,
            open,
            estimate,
            find,
        };
        let middle =
            middle(vec![native(1.0, 9.0, 5.0), native(2.0, 7.0, 6.0), native(3.0, 8.0, 4.0)]);
        assert_eq!((middle.open, middle.estimate, middle.find), (2.0, 8.0, 5.0));
    }
}
