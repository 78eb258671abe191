//! `cargo xtask fuzz`: builds the targets of `tests/fuzz` with libFuzzer and runs them for a while.
//! Knows how to build, run and count; what must hold stands in each target.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::{Mutex, PoisonError};
use std::thread;

use anyhow::{Context, Result, bail};

use crate::{place, process, system};

/// What `cargo fuzz` passes too, for a compiler that is not a nightly one: each branch and each
/// comparison is counted, and what a release build leaves out is checked. Without `link-dead-code`
/// the tables of branches and of counters differ in length.
const FLAGS: &str = "-Cpasses=sancov-module \
    -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares \
    -Clink-dead-code --cfg fuzzing";

/// Seconds after which one input has taken too long, on a busy machine too.
const TIMEOUT: u32 = 25;

/// What is run.
#[derive(Debug)]
pub struct Asked<'a> {
    /// One target, or all.
    pub target: Option<&'a str>,
    /// One input to run again, instead of looking for new ones.
    pub input: Option<&'a Path>,
    /// Seconds for each target.
    pub seconds: u64,
}

/// Builds and runs targets, as many at once as there are processors, and prints what each found.
///
/// # Errors
/// When a target does not build, or an input broke what must hold: the message names its file.
pub fn run(asked: &Asked<'_>) -> Result<()> {
    let targets = chosen(asked.target)?;
    system::cxx()?;
    let folder = build(&targets)?;
    if let Some(input) = asked.input {
        let mut command = process::command(folder.join(&targets[0]), &[]);
        return process::run(command.arg(std::path::absolute(input)?))
            .context("the fault is there");
    }
    let corpus = place::cache()?.join("fuzz");
    println!(
        "{:>10} {:>12} {:>9} {:>8} {:>9} {:>8}",
        "target", "executions", "a second", "corpus", "coverage", "crashes"
    );
    let open = Mutex::new(targets.iter());
    let next = || open.lock().unwrap_or_else(PoisonError::into_inner).next();
    let worker = || {
        let mut faults = Vec::new();
        while let Some(target) = next() {
            faults.extend(one(&folder.join(target), target, &corpus, asked.seconds)?);
        }
        anyhow::Ok(faults)
    };
    let several = thread::available_parallelism().map_or(1, usize::from).min(targets.len());
    let faults: Vec<String> = thread::scope(|scope| {
        let workers: Vec<_> = (0..several).map(|_| scope.spawn(worker)).collect();
        let join = |worker: thread::ScopedJoinHandle<'_, Result<Vec<String>>>| match worker.join() {
            Ok(faults) => faults,
            Err(_) => bail!("a target could not be watched"),
        };
        workers.into_iter().map(join).collect::<Result<Vec<_>>>()
    })?
    .concat();
    if faults.is_empty() {
        return Ok(());
    }
    bail!("{}", faults.join("\n"))
}

/// Clippy over the targets.
///
/// # Errors
/// When it complains.
pub fn lint() -> Result<()> {
    let mut clippy = cargo("clippy")?;
    process::run(clippy.args(["--bins", "--", "--deny", "warnings"]))
}

/// The targets asked for: the programs of `tests/fuzz/src`.
fn chosen(target: Option<&str>) -> Result<Vec<String>> {
    let files = place::files(&place::root().join("tests/fuzz/src"))?;
    let names = files.iter().filter_map(|file| file.file_stem().and_then(OsStr::to_str));
    let all: Vec<String> = names.map(str::to_owned).collect();
    match target {
        None => Ok(all),
        Some(target) if all.iter().any(|name| name == target) => Ok(vec![target.to_owned()]),
        Some(target) => bail!("no target {target:?}; there are {}", all.join(", ")),
    }
}

/// `cargo` for the package of the targets, which no other build touches.
fn cargo(what: &str) -> Result<std::process::Command> {
    let mut cargo = process::command("cargo", &[]);
    cargo.args([
        what,
        "--quiet",
        "--release",
        "--locked",
        "--manifest-path",
        "tests/fuzz/Cargo.toml",
    ]);
    // With a target named, the flags are not for build scripts, which would not link.
    cargo.args(["--target", &host()?]).arg("--target-dir").arg(target_dir());
    cargo.env("RUSTFLAGS", FLAGS);
    Ok(cargo)
}

fn build(targets: &[String]) -> Result<PathBuf> {
    let mut cargo = cargo("build")?;
    for target in targets {
        cargo.args(["--bin", target]);
    }
    process::run(&mut cargo).context("the targets could not be built")?;
    Ok(target_dir().join(host()?).join("release"))
}

fn target_dir() -> PathBuf {
    let given = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    given.unwrap_or_else(|| place::root().join("target")).join("fuzz")
}

fn host() -> Result<String> {
    process::output(Path::new("rustc"), &["--print", "host-tuple"]).context("cannot run rustc")
}

/// Runs one target and prints its row; the fault that it found, told with what to do.
fn one(program: &Path, target: &str, corpus: &Path, seconds: u64) -> Result<Option<String>> {
    let (known, faults) = (corpus.join(target), corpus.join("faults"));
    std::fs::create_dir_all(&known).and_then(|()| std::fs::create_dir_all(&faults))?;
    let mut command = process::command(program, &[]);
    command.arg(&known).arg(place::root().join("tests/fuzz/seeds").join(target));
    command.arg(format!("-max_total_time={seconds}")).arg(format!("-timeout={TIMEOUT}"));
    command.arg(format!("-artifact_prefix={}/{target}-", faults.display()));
    let out = command
        .arg("-print_final_stats=1")
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("cannot start {}", program.display()))?;
    let told = String::from_utf8_lossy(&out.stderr);
    let found = Found::read(&told);
    let crashes = usize::from(!out.status.success());
    println!(
        "{target:>10} {:>12} {:>9} {:>8} {:>9} {crashes:>8}",
        found.executions, found.pace, found.corpus, found.coverage
    );
    Ok((crashes > 0).then(|| {
        let Some(file) = found.file else { return format!("{target} did not run:\n{told}") };
        format!("{target}: {}\n  again: cargo xtask fuzz {target} {file}", found.why)
    }))
}

/// What libFuzzer told of a run.
#[derive(Debug, Default, PartialEq)]
struct Found<'a> {
    executions: &'a str,
    pace: &'a str,
    /// Inputs that each reach something that no other does.
    corpus: &'a str,
    /// Branches reached.
    coverage: &'a str,
    /// The input that broke something.
    file: Option<&'a str>,
    why: String,
}

impl<'a> Found<'a> {
    fn read(told: &'a str) -> Self {
        let after = |start: &str| {
            told.lines().rev().find_map(|line| Some(line.split_once(start)?.1.trim()))
        };
        let word = |start: &str| {
            let rest = after(start).unwrap_or("-");
            rest.split([' ', '/']).next().unwrap_or(rest)
        };
        let mut lines = told.lines().skip_while(|line| !line.contains("panicked at"));
        let panic: Vec<&str> =
            lines.by_ref().take_while(|line| *line != "stack backtrace:").collect();
        let why = if panic.is_empty() {
            after("SUMMARY: libFuzzer: ").unwrap_or("an unknown fault").to_owned()
        } else {
            panic.join("\n  ")
        };
        Self {
            executions: word("stat::number_of_executed_units: "),
            pace: word("stat::average_exec_per_sec:     "),
            corpus: word(" corp: "),
            coverage: word(" cov: "),
            file: after("Test unit written to "),
            why,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Found;

    #[test]
    fn what_a_quiet_run_found_is_read() {
        let told = "#2\tINITED cov: 10 ft: 11 corp: 1/1b exec/s: 0 rss: 26Mb\n\
            #900\tDONE   cov: 402 ft: 977 corp: 57/2103b lim: 21 exec/s: 90 rss: 33Mb\n\
            Done 900 runs in 10 second(s)\n\
            stat::number_of_executed_units: 900\nstat::average_exec_per_sec:     90\n";
        let found = Found::read(told);
        assert_eq!((found.executions, found.pace), ("900", "90"));
        assert_eq!((found.corpus, found.coverage, found.file), ("57", "402", None));
    }

    #[test]
    fn a_crash_is_told_with_its_file_and_reason() {
        let told = "#2\tINITED cov: 10 ft: 11 corp: 1/1b exec/s: 0 rss: 26Mb\n\
            thread '<unnamed>' (7) panicked at src/money.rs:59:14:\nattempt to add with overflow\n\
            stack backtrace:\n   0: rust_begin_unwind\n==7== ERROR: libFuzzer: deadly signal\n\
            SUMMARY: libFuzzer: deadly signal\n\
            artifact_prefix='/c/faults/amount-'; Test unit written to /c/faults/amount-crash-7930\n\
            stat::number_of_executed_units: 17\nstat::average_exec_per_sec:     0\n";
        let found = Found::read(told);
        assert_eq!(found.file, Some("/c/faults/amount-crash-7930"));
        assert!(found.why.ends_with("money.rs:59:14:\n  attempt to add with overflow"));
        let slow = Found::read("SUMMARY: libFuzzer: timeout\nx; Test unit written to /c/t-1\n");
        assert_eq!((slow.why.as_str(), slow.file, slow.corpus), ("timeout", Some("/c/t-1"), "-"));
    }
}
