//! Running other programs: shows what runs, and says in words what failed. Decides nothing.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::place;

/// A command in the repository's root, with our pinned tools first on the path.
pub fn command(program: impl AsRef<OsStr>, tools: &[PathBuf]) -> Command {
    let mut command = Command::new(program);
    command.current_dir(place::root());
    if !tools.is_empty() {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let all = tools.iter().cloned().chain(std::env::split_paths(&path));
        if let Ok(joined) = std::env::join_paths(all) {
            command.env("PATH", joined);
        }
    }
    command
}

/// `cargo` with these arguments; in CI also with `--locked`.
pub fn cargo(arguments: &[&str], tools: &[PathBuf]) -> Command {
    let mut command = command("cargo", tools);
    command.args(with_lock(arguments, in_ci()));
    command
}

/// The arguments with one `--locked` before those that cargo passes on, where CI asks for it.
fn with_lock<'a>(arguments: &[&'a str], ci: bool) -> Vec<&'a str> {
    let mut all = arguments.to_vec();
    let passed = all.iter().position(|a| *a == "--").unwrap_or(all.len());
    if ci && all.first() != Some(&"fmt") && !all[..passed].contains(&"--locked") {
        all.insert(passed, "--locked");
    }
    all
}

/// Whether this is a run of continuous integration.
pub fn in_ci() -> bool {
    std::env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false")
}

/// Runs a command to its end, with its output shown.
///
/// # Errors
/// When it cannot start or does not succeed; the message names the command.
pub fn run(command: &mut Command) -> Result<()> {
    let shown = words(command);
    eprintln!("$ {shown}");
    let status = command
        .stdin(Stdio::null())
        .status()
        .with_context(|| format!("cannot start `{}`: is it installed?", name(command)))?;
    if !status.success() {
        bail!("`{shown}` failed ({status})");
    }
    Ok(())
}

/// The standard output of a command, or nothing when it does not start or does not succeed.
pub fn output(program: &Path, arguments: &[&str]) -> Option<String> {
    let out = Command::new(program)
        .current_dir(place::root())
        .args(arguments)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    out.status.success().then(|| String::from_utf8_lossy(&out.stdout).trim().to_owned())
}

/// Where `program` is on the path.
pub fn which(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .flat_map(|folder| [folder.join(program), folder.join(format!("{program}.exe"))])
        .find(|file| file.is_file())
}

fn name(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}

fn words(command: &Command) -> String {
    let arguments = command.get_args().map(|a| a.to_string_lossy().into_owned());
    std::iter::once(name(command)).chain(arguments).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::with_lock;

    #[test]
    fn ci_locks_once_and_before_what_is_passed_on() {
        assert_eq!(with_lock(&["fetch"], true), ["fetch", "--locked"]);
        assert_eq!(with_lock(&["fetch", "--locked"], true), ["fetch", "--locked"]);
        assert_eq!(with_lock(&["run", "--", "fit"], true), ["run", "--locked", "--", "fit"]);
        assert_eq!(with_lock(&["fmt", "--check"], true), ["fmt", "--check"]);
        assert_eq!(with_lock(&["fetch"], false), ["fetch"]);
    }
}
