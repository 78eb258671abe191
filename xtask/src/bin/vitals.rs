//! How soon pages are there and how soon they answer, measured: Lighthouse on pages as they are and with
//! their scripts removed, by turns, and keys pressed with the processor slowed. Prints tables in
//! Markdown and judges nothing. Usage: `cargo xtask vitals [--runs N]`, which builds the site and calls
//! this.

use std::cell::Cell;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::rc::Rc;

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::json;
use xtask::browser::{Look, Server, Tab, drive};
use xtask::{compress, place, vitals};

/// The pages, one of each kind that has a program, and one that has none of its own.
const PAGES: [&str; 4] = ["/", "/path/", "/roles/machine-learning-engineer/", "/embed/"];

/// One run of Lighthouse; times in milliseconds.
#[derive(Debug, Deserialize)]
struct Run {
    name: String,
    mode: String,
    scores: Scores,
    failed: Vec<String>,
    lcp: Option<f64>,
    tti: Option<f64>,
    tbt: Option<f64>,
    cls: Option<f64>,
    error: Option<String>,
    version: String,
}

/// Of a hundred.
#[derive(Debug, Deserialize)]
struct Scores {
    performance: f64,
    accessibility: f64,
    #[serde(rename = "best-practices")]
    practices: f64,
    seo: f64,
}

fn main() -> Result<()> {
    let runs = std::env::args().nth(1).and_then(|runs| runs.parse().ok());
    let runs: usize = runs.context("run `cargo xtask vitals [--runs N]`")?;
    let dist = std::env::var_os("PAYPATH_DIST").map_or_else(place::dist, PathBuf::from);
    let still = vitals::still(&dist, &PAGES)?;
    for folder in [&dist, &still] {
        // Nothing is left to compress while pages are measured.
        compress::sizes(&place::files(folder)?)?;
    }
    let (server, other) = (Server::start(&dist, None)?, Server::start(&still, None)?);
    let pages = PAGES.iter().flat_map(|page| {
        [((*page).to_owned(), &server), (format!("{page} still"), &other)].map(
            |(name, server)| json!({ "name": name, "url": format!("{}{page}", server.address) }),
        )
    });
    if runs > 0 {
        report(&measure(runs, &pages.collect::<Vec<_>>())?);
    }
    keys(&other.address)
}

/// Runs Lighthouse and reads what it says.
fn measure(runs: usize, pages: &[serde_json::Value]) -> Result<Vec<Run>> {
    let variable =
        |name: &str| std::env::var_os(name).with_context(|| format!("{name} is not set"));
    let asked =
        json!({ "chrome": variable("CHROMIUM")?.to_string_lossy(), "runs": runs, "pages": pages });
    let mut node = Command::new("node");
    node.arg(place::root().join("tests/tools/vitals/lighthouse.mjs"));
    node.arg(variable("PAYPATH_LIGHTHOUSE")?).arg(asked.to_string()).stdout(Stdio::piped());
    let mut node = node.spawn().context("Node is needed")?;
    let mut all = Vec::new();
    for line in BufReader::new(node.stdout.take().context("no output")?).lines() {
        let run: Run = serde_json::from_str(&line?)?;
        eprintln!("{} of {}: {} ({})", all.len() + 1, 2 * runs * pages.len(), run.name, run.mode);
        if let Some(error) = &run.error {
            bail!("Lighthouse on {}: {error}", run.name);
        }
        all.push(run);
    }
    if !node.wait()?.success() {
        bail!("Lighthouse ended with an error");
    }
    Ok(all)
}

/// What a run tells; `None` where Lighthouse could not.
type Value = fn(&Run) -> Option<f64>;

/// Medians, scores and ratios to the same page without scripts.
fn report(all: &[Run]) {
    let version = all.first().map_or("", |run| &run.version);
    let count = all.len() / (4 * PAGES.len());
    println!(
        "Lighthouse {version}, mobile, medians of {count} runs by turns; the ratio is to the same page \
         without scripts.\n\n\
         | page | throttling | performance | accessibility, practices, SEO | LCP | ratio | TTI | ratio | \
         blocked ms | shift |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"
    );
    for page in PAGES {
        for mode in ["devtools", "simulate"] {
            let each = |name: &str, value: Value| -> Vec<f64> {
                let runs = all.iter().filter(|run| run.name == name && run.mode == mode);
                runs.filter_map(value).collect()
            };
            let of = |value| vitals::quantile(&each(page, value), 0.5);
            // Each run is compared with the other page's run that followed it.
            let ratio = |value| {
                let bare = each(&format!("{page} still"), value);
                let ratios =
                    each(page, value).into_iter().zip(bare).map(|(with, bare)| with / bare);
                vitals::quantile(&ratios.collect::<Vec<_>>(), 0.5)
            };
            println!(
                "| `{page}` | {mode} | {:.0} | {:.0}, {:.0}, {:.0} | {:.0} | {:.2} | {:.0} | {:.2} | {:.0} | {:.3} |",
                of(|run| Some(run.scores.performance)),
                of(|run| Some(run.scores.accessibility)),
                of(|run| Some(run.scores.practices)),
                of(|run| Some(run.scores.seo)),
                of(|run| run.lcp),
                ratio(|run| run.lcp),
                of(|run| run.tti),
                ratio(|run| run.tti),
                of(|run| run.tbt),
                of(|run| run.cls),
            );
        }
    }
    let mut failed: Vec<String> = all
        .iter()
        .filter(|run| !run.name.ends_with("still"))
        .flat_map(|run| run.failed.iter().map(move |audit| format!("{}: {audit}", run.name)))
        .collect();
    failed.sort();
    failed.dedup();
    println!(
        "\nAudits with nothing in at least one run: {}.",
        if failed.is_empty() { "none".to_owned() } else { failed.join(", ") }
    );
}

/// A field that is typed into, and what changes then.
struct Typed {
    page: &'static str,
    field: &'static str,
    result: &'static str,
    /// Typed by turns, over what stands there.
    texts: [&'static str; 3],
}

const TYPED: [Typed; 6] = [
    Typed { page: vitals::LEAST, field: "#years", result: "#median", texts: ["3", "8", "12"] },
    Typed { page: vitals::BY_HAND, field: "#years", result: "#median", texts: ["3", "8", "12"] },
    Typed { page: "/", field: "#years", result: "#median", texts: ["3", "8", "12"] },
    Typed { page: "/", field: "#city", result: "#city-list", texts: ["san", "bos", "new"] },
    Typed { page: "/path/", field: "#hours", result: ".routes", texts: ["6", "8", "9"] },
    Typed { page: "/embed/", field: "#years", result: "#median", texts: ["3", "8", "12"] },
];
/// How many times slower the processor is made.
const SLOWER: [u32; 2] = [1, 4];
const SAMPLES: usize = 30;

/// Notes how long after an event the first frame is painted in which the result has changed.
const SEE: &str = "window.see = (selector) => {
    const read = () => [...document.querySelectorAll(selector)].map(e => e.textContent).join('|');
    const before = read();
    window.took = null;
    addEventListener('input', ({ timeStamp }) => {
        const frame = () => {
            if (read() === before) return requestAnimationFrame(frame);
            const channel = new MessageChannel();
            channel.port1.onmessage = () => { window.took = performance.now() - timeStamp; };
            channel.port2.postMessage(0);
        };
        requestAnimationFrame(frame);
    }, { capture: true, once: true });
};";

/// From a key to the painted result. `still` serves the pages to compare with; the least is the first.
fn keys(still: &str) -> Result<()> {
    println!(
        "\nFrom a key to the painted result, ms, {SAMPLES} samples; times the least page's median.\n\n\
         | page | field | processor | median | 95 in 100 | times |\n\
         | --- | --- | --- | --- | --- | --- |"
    );
    let least = Rc::new(Cell::new([None; SLOWER.len()]));
    for typed in TYPED {
        let address = [vitals::LEAST, vitals::BY_HAND]
            .contains(&typed.page)
            .then(|| format!("{still}{}", typed.page));
        let least = least.clone();
        drive(Look { width: 412, height: 823, ..Look::default() }, async move |tab: Tab| {
            tab.first(SEE).await?;
            match address {
                Some(address) => tab.visit(&address).await?,
                None => tab.go(typed.page).await?,
            }
            tab.ready().await?;
            for (at, slower) in SLOWER.into_iter().enumerate() {
                tab.slow(slower).await?;
                let taken = sample(&tab, &typed).await?;
                let [middle, most] = [0.5, 0.95].map(|part| vitals::quantile(&taken, part));
                let mut all = least.get();
                let times = middle / *all[at].get_or_insert(middle);
                least.set(all);
                println!(
                    "| `{}` | `{}` | {slower} times slower | {middle:.1} | {most:.1} | {times:.1} |",
                    typed.page, typed.field
                );
            }
            Ok(())
        })?;
    }
    Ok(())
}

async fn sample(tab: &Tab, typed: &Typed) -> Result<Vec<f64>> {
    let mut taken = Vec::new();
    for at in 0..SAMPLES {
        tab.eval(&format!("document.querySelector('{}').select()", typed.field)).await?;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        tab.eval(&format!("(see('{}'), 0)", typed.result)).await?;
        // The first key counts; the others are of the same word.
        let (first, rest) = typed.texts[at % 3].split_at(1);
        tab.keys(first).await?;
        tab.until("took !== null", true).await.with_context(|| format!("{} {at}", typed.page))?;
        taken.push(serde_json::from_value(tab.eval("took").await?)?);
        if !rest.is_empty() {
            tab.keys(rest).await?;
        }
    }
    Ok(taken)
}
