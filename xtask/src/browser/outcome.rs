//! What became of a test: run, or skipped because this engine lacks what the test needs. A skipped
//! test is told on standard error and in the file that `PAYPATH_OUTCOMES` names, never in silence.
//! Decides nothing about tests that fail.

use std::fmt;
use std::io::Write as _;

use anyhow::{Context, Result};

use crate::engine::{Engine, OUTCOMES};

/// An engine lacks what a test asks of it.
#[derive(Debug)]
pub struct Needs {
    /// The engine.
    pub engine: Engine,
    /// What it lacks, as in "needs …".
    pub what: String,
}

impl Needs {
    /// The error that makes [`super::drive`] skip a test.
    pub(super) fn error(engine: Engine, what: impl Into<String>) -> anyhow::Error {
        Self { engine, what: what.into() }.into()
    }
}

impl fmt::Display for Needs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} cannot do this: needs {}", self.engine, self.what)
    }
}

impl std::error::Error for Needs {}

/// Makes a test that this engine cannot run one that passes and says so.
///
/// # Errors
/// With the test's own error, or when the file of outcomes cannot be written.
pub(super) fn settle(engine: Engine, outcome: Result<()>) -> Result<()> {
    match outcome {
        Ok(()) => note("ran", ""),
        Err(error) => match error.downcast_ref::<Needs>() {
            Some(Needs { what, .. }) => {
                say(engine, "skipped", what);
                note("skipped", what)
            }
            None => Err(error),
        },
    }
}

/// Notes that a test leaves out a part here.
///
/// # Errors
/// When the file of outcomes cannot be written.
pub(super) fn partly(engine: Engine, what: &str) -> Result<()> {
    say(engine, "partly skipped", what);
    note("partly", what)
}

/// Written past the test harness, which keeps what a passing test prints to itself.
fn say(engine: Engine, how: &str, what: &str) {
    let line = format!("{how} in {}: {}: needs {what}\n", engine.word(), test());
    // Nobody is left to tell when standard error is gone.
    let _ = std::io::stderr().write_all(line.as_bytes());
}

/// One line in the file of outcomes, if there is one.
fn note(how: &str, what: &str) -> Result<()> {
    let Some(file) = std::env::var_os(OUTCOMES) else { return Ok(()) };
    let mut open = std::fs::OpenOptions::new();
    let file = open.append(true).create(true).open(&file);
    let written =
        file.and_then(|mut file| file.write_all(format!("{how}\t{}\t{what}\n", test()).as_bytes()));
    written.with_context(|| format!("cannot write the file of {OUTCOMES}"))
}

/// The name of the test that runs in this thread.
fn test() -> String {
    std::thread::current().name().unwrap_or("a test").to_owned()
}
