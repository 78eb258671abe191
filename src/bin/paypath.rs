//! The native tool: reads arguments and says how it went. The work is done in [`paypath::tool`].

use clap::{Parser, Subcommand, ValueEnum};
use paypath::career::question::Answers;
use paypath::{dataset::Dataset, fit, refresh, tables, tax, tool};
use std::io::{self, BufWriter, IsTerminal, StdinLock, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

/// How many faults a run prints.
const SHOWN: usize = 40;

/// What machine-learning work pays in the USA, how sure that is, and why.
#[derive(Parser)]
#[command(version, subcommand_required = true, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Reads questions as CSV on standard input (columns role, place, years; optional level and
    /// education) and writes them back with p10, p25, p50, p75, p90, evidence and error. An empty
    /// line is a row that cannot be answered, save at the end.
    #[command(after_help = roles())]
    Estimate {
        /// Write one JSON object a row, with the steps of the reasoning.
        #[arg(long)]
        json: bool,
    },
    /// Finds every route from a job to another that no other route beats in time, pay, learning and
    /// certainty, and follows each month by month.
    #[command(after_help = plan_help())]
    Plan(Box<PlanArguments>),
    /// Reads wages as CSV on standard input (columns state, status, wage; optional locality,
    /// dependents and year) and writes them back with what each tax takes, what is left and error,
    /// in dollars and cents. An empty line is a row that cannot be answered, save at the end.
    #[command(after_help = localities())]
    Takehome,
    /// Makes the tables under a data folder from the files as published, and prints what moved.
    Refresh {
        /// The folder of published files; data/README.md says how to fill it.
        #[arg(long)]
        raw: PathBuf,
        /// The data folder.
        #[arg(long, default_value = "data")]
        data: PathBuf,
        /// The day the files were fetched, YYYY-MM-DD; asked for when a file is new.
        #[arg(long)]
        retrieved: Option<String>,
    },
    /// Learns what role, level, years, education and place move from the postings and survey files
    /// as published and the tables under a data folder, and prints how well it does on left-out data.
    Fit {
        /// The folder of published files; data/README.md says how to fill it.
        #[arg(long)]
        raw: PathBuf,
        /// The data folder.
        #[arg(long, default_value = "data")]
        data: PathBuf,
    },
    /// Checks every table under a data folder and lists all faults.
    Check {
        /// The data folder.
        #[arg(long, default_value = "data")]
        data: PathBuf,
    },
    /// Writes a packed table that the browser's program embeds, for measuring.
    Pack {
        /// The file to write.
        #[arg(long)]
        out: PathBuf,
        /// Which table.
        #[arg(long, value_enum, default_value = "pay")]
        table: Packed,
    },
    /// Renders every page into Trunk's staging folder: a step of `cargo xtask build`.
    #[cfg(feature = "prerender")]
    Prerender,
}

#[derive(clap::Args)]
struct PlanArguments {
    /// A role, “student” or “other”.
    #[arg(long)]
    from: String,
    /// A role, or “best-pay”.
    #[arg(long)]
    to: String,
    /// Years of work in the field.
    #[arg(long)]
    years: Option<String>,
    /// Level of the role aimed at: entry, mid, senior or executive.
    #[arg(long)]
    level: Option<String>,
    /// Where you live: a city, or US.
    #[arg(long)]
    place: Option<String>,
    /// Highest education completed: none, bachelors, masters or doctorate.
    #[arg(long)]
    education: Option<String>,
    /// Ids of skills that you have, between commas.
    #[arg(long)]
    have: Option<String>,
    /// Hours a week to learn in.
    #[arg(long)]
    hours: Option<String>,
    /// Years that pay is added up over, 5 to 20.
    #[arg(long)]
    horizon: Option<String>,
    /// Most money to spend, in dollars.
    #[arg(long)]
    budget: Option<String>,
    /// Another city to move to; may be given twice.
    #[arg(long = "city")]
    cities: Vec<String>,
    /// Keep the job while studying.
    #[arg(long)]
    keep_job: bool,
    /// No further degree.
    #[arg(long)]
    no_degree: bool,
    /// Pay a year in another field, in dollars.
    #[arg(long)]
    pay: Option<String>,
    /// Set an assumption: search=6. See below for all.
    #[arg(long = "set", value_name = "ID=FIGURE")]
    set: Vec<String>,
    /// Give totals as take-home pay, filing as: single, joint or hoh.
    #[arg(long, value_name = "FILING")]
    takehome: Option<String>,
    /// Write one JSON object.
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Packed {
    /// The pay percentiles.
    Pay,
    /// The figures of all taxes.
    Tax,
    /// Their names, references and remarks.
    TaxTexts,
}

impl Packed {
    fn bytes(self) -> Vec<u8> {
        match self {
            Self::Pay => Dataset::embedded().wages.files().flat_map(|(_, b)| b).copied().collect(),
            Self::Tax => tax::Tables::bytes().to_vec(),
            Self::TaxTexts => tax::Texts::bytes().to_vec(),
        }
    }
}

fn main() -> ExitCode {
    match Arguments::parse().command {
        Command::Estimate { json } => {
            rows(|input, out| tool::estimate(Dataset::embedded(), input, out, json))
        }
        Command::Takehome => rows(|input, out| tool::takehome(Dataset::embedded(), input, out)),
        Command::Plan(arguments) => plan(*arguments),
        Command::Refresh { raw, data, retrieved } => refresh(&raw, &data, retrieved),
        Command::Fit { raw, data } => fit(&raw, &data),
        Command::Check { data } => check(&data),
        Command::Pack { out, table } => match std::fs::write(&out, table.bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => fail(&format!("{}: {error}", out.display())),
        },
        #[cfg(feature = "prerender")]
        Command::Prerender => match paypath::prerender::run() {
            Ok(()) => ExitCode::SUCCESS,
            Err(message) => fail(&message),
        },
    }
}

/// The roles, a line each, to choose from.
fn roles() -> String {
    let roles = Dataset::embedded().roles.iter();
    roles.fold("Roles:".to_owned(), |list, role| format!("{list}\n  {} ({})", role.title, role.id))
}

/// The roles and the assumptions that may be set.
fn plan_help() -> String {
    format!("{}\n\nAssumptions:\n{}", roles(), tool::assumptions())
}

fn plan(given: PlanArguments) -> ExitCode {
    let yes = |yes: bool, word: &str| yes.then(|| word.to_owned());
    let asked = tool::Asked {
        answers: Answers {
            from: Some(given.from),
            to: Some(given.to),
            pay: given.pay,
            years: given.years,
            education: given.education,
            have: given.have,
            city: given.place,
            level: given.level,
            horizon: given.horizon,
            hours: given.hours,
            budget: given.budget,
            cities: given.cities,
            keep: yes(given.keep_job, "yes"),
            degree: yes(given.no_degree, "no"),
            premises: Vec::new(),
        },
        set: given.set,
        takehome: given.takehome,
    };
    match tool::plan(Dataset::embedded(), asked, given.json) {
        Ok(text) => match writeln!(io::stdout(), "{text}") {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => fail(&error.to_string()),
            _ => ExitCode::SUCCESS,
        },
        Err(message) => {
            if given.json {
                println!("{}", serde_json::json!({ "routes": [], "error": message }));
            }
            fail(&message)
        }
    }
}

/// What each column of `takehome` may hold.
fn localities() -> String {
    let (tables, texts) = (tax::Tables::embedded(), tax::Texts::embedded());
    let names = tables.localities().map(|id| texts.locality(id));
    let list = names.fold("Localities:".to_owned(), |list, name| format!("{list}\n  {name}"));
    format!(
        "state: two letters or a name; none for federal tax only\n\
         status: single, joint (one income) or hoh (head of household)\n\
         wage: whole dollars a year\n\
         dependents: 0 if empty\n\
         year: {}, the only one there is\n\n\
         Added: {}\n\n{list}",
        tables.year,
        tool::TAKEHOME.join(", ")
    )
}

/// Answers rows from standard input on standard output and says how it went.
fn rows(
    answer: impl FnOnce(StdinLock<'static>, &mut dyn Write) -> Result<u64, tool::Error>,
) -> ExitCode {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        eprintln!("Reading CSV from the keyboard. End with Ctrl-D.");
    }
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let result = answer(stdin.lock(), &mut out);
    match result.and_then(|bad| Ok(out.flush().map(|()| bad)?)) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(bad) => {
            let rows = if bad == 1 { "1 row" } else { &format!("{bad} rows") };
            eprintln!("{rows} could not be answered: see the error column.");
            ExitCode::FAILURE
        }
        // The reader of our output has what it wanted, as with `| head`.
        Err(tool::Error::Io(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(error) => fail(&error.to_string()),
    }
}

fn refresh(raw: &Path, data: &Path, retrieved: Option<String>) -> ExitCode {
    match refresh::run(raw, data, &refresh::Options { retrieved }) {
        Ok(report) => {
            print!("{report}");
            ExitCode::SUCCESS
        }
        Err(faults) => fail(&format!(
            "{}\nNothing was written: {} to mend.",
            tables::list(&faults, SHOWN),
            faults.len()
        )),
    }
}

fn fit(raw: &Path, data: &Path) -> ExitCode {
    let start = Instant::now();
    match fit::run(raw, data) {
        Ok(fit) => {
            println!("{fit}{:.1} seconds", start.elapsed().as_secs_f64());
            ExitCode::SUCCESS
        }
        Err(faults) => fail(&format!(
            "{}\nNothing was written: {} to mend.",
            tables::list(&faults, SHOWN),
            faults.len()
        )),
    }
}

fn check(data: &Path) -> ExitCode {
    let faults = match tables::read(data) {
        Ok(tables) => tables::check(&tables),
        Err(faults) => faults,
    };
    for fault in &faults {
        eprintln!("{}", data.join(fault.to_string()).display());
    }
    match faults.len() {
        0 => {
            println!("{}: no faults.", data.display());
            ExitCode::SUCCESS
        }
        1 => fail("1 fault."),
        count => fail(&format!("{count} faults.")),
    }
}

fn fail(message: &str) -> ExitCode {
    eprintln!("{message}");
    ExitCode::from(2)
}
