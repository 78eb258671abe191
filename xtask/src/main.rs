//! `cargo xtask <command>`: reads the command line and calls the library. Decides nothing else.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::prelude::*;
use xtask::{
    check, fuzz, growth, load, place, reproduce, serve, single, site, size, spelling, supply,
    system, vitals,
};

const HELP: &str = "\
cargo xtask serve [--port N]      install what is missing, build, serve dist/ on loopback
            serve --dev           watch and rebuild (debug build, not prerendered, no headers)
            serve --dist-only     serve dist/ as it is; --port 0 is any free port
cargo xtask build                 make dist/
cargo xtask test                  install what tests need; check everything
cargo xtask single [--out FILE]   the whole site as one HTML file
cargo xtask size                  weigh dist/ against tests/budgets.json
cargo xtask spelling              read every word against a dictionary and tests/words.txt
cargo xtask faults                make things fail, and tell what visitors see
cargo xtask load                  dist/ behind nginx under load: requests a second, errors
cargo xtask fuzz [TARGET [FILE]]  hostile input, guided by coverage; FILE runs one input again
            fuzz --seconds N      for each target, 60 where nothing is said
cargo xtask audit                 licences, origins and known faults of what others wrote
cargo xtask reproduce             build the last commit twice, compare every byte
cargo xtask vitals [--runs N]     how soon pages are there and answer, against pages without scripts
cargo xtask growth                size, start and estimate with up to ten times the metros and roles
cargo xtask bench [FILTER]        run the benchmarks
cargo xtask shots [--out DIR]     screenshots of every page, three widths, light and dark";

#[derive(Default)]
struct Options {
    dev: bool,
    dist_only: bool,
    port: Option<u16>,
    out: Option<PathBuf>,
    seconds: Option<u64>,
    runs: Option<usize>,
    rest: Vec<String>,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let (command, options) = parse()?;
    if !options.rest.is_empty() && !["bench", "fuzz"].contains(&command.as_str()) {
        bail!("unexpected argument {:?}\n{HELP}", options.rest[0]);
    }
    match command.as_str() {
        "serve" => serve_command(&options),
        "build" => site::build().map(drop),
        "hook" => site::hook(),
        "test" => check::run(),
        "size" => {
            site::build()?;
            size::report(&place::dist())
        }
        "single" => single::run(options.out),
        "spelling" => {
            let [american, british] = system::dictionaries()?;
            spelling::report(&site::build()?, &american, &british)
        }
        "faults" => check::faults(),
        "load" => load::run(),
        "fuzz" => {
            let [target, input] = [0, 1].map(|at| options.rest.get(at));
            fuzz::run(&fuzz::Asked {
                target: target.map(String::as_str),
                input: input.map(Path::new),
                seconds: options.seconds.unwrap_or(60),
            })
        }
        "audit" => supply::audit(),
        "reproduce" => reproduce::run(),
        "vitals" => vitals::run(options.runs.unwrap_or(5)),
        "growth" => growth::run(),
        "bench" => check::bench(&options.rest),
        "shots" => check::shots(options.out),
        "help" => {
            println!("{HELP}");
            Ok(())
        }
        other => bail!("no command {other:?}\n{HELP}"),
    }
}

fn serve_command(options: &Options) -> Result<()> {
    if options.dev {
        return site::serve_dev(serve::free_port(options.port)?);
    }
    let dist = if options.dist_only { place::dist() } else { site::build()? };
    if !dist.join("index.html").is_file() {
        bail!("dist/ is empty: run `cargo xtask build` first");
    }
    serve::run(&dist, options.port)
}

fn parse() -> Result<(String, Options)> {
    let mut parser = lexopt::Parser::from_env();
    let mut command = None;
    let mut options = Options::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("help") | Short('h') => command = Some("help".to_owned()),
            Long("dev") => options.dev = true,
            Long("dist-only") => options.dist_only = true,
            Long("port") => options.port = Some(parser.value()?.parse()?),
            Long("seconds") => options.seconds = Some(parser.value()?.parse()?),
            Long("runs") => options.runs = Some(parser.value()?.parse()?),
            Long("out") => options.out = Some(parser.value()?.into()),
            Value(word) if command.is_none() => command = Some(word.string()?),
            Value(word) => options.rest.push(word.string()?),
            other => bail!("{}\n{HELP}", other.unexpected()),
        }
    }
    Ok((command.unwrap_or_else(|| "help".to_owned()), options))
}
