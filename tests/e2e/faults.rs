//! What visitors see when something fails on the way or in the browser: a right answer or words that
//! say what to do, never an empty page. `cargo xtask faults` prints what was tried, and what came.

use std::io::Write as _;

use anyhow::{Context, Result, bail};
use xtask::browser::{Fault, Faulty, Look, Tab, drive, site};

use crate::steps::{dist, focus, open, other_headers, type_over};

/// A question that is not the one drawn at build, so that only the program can answer it.
const ASKED: &str = "/?role=data-scientist&city=boise-city-id&years=4";
const ANSWER: &str = "Data Scientist in Boise, ID with 4 years of experience";
/// The parts of the page's start, by what their paths hold.
const PARTS: [&str; 7] = [
    "/assets/style-",
    "/assets/boot-",
    "/assets/paypath-web-",
    "/assets/paypath-web_bg-",
    "/assets/pay-",
    "/assets/search-",
    "/assets/offline-",
];

/// Whether the browser keeps anything for the page.
const KEPT: &str = "(() => { try {
    document.cookie = 'a=b';
    localStorage.setItem('a', 'b');
    return localStorage.getItem('a') === 'b' || document.cookie !== '';
} catch { return document.cookie !== ''; } })()";

/// What a visitor has in the end.
#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    /// The answer to what was asked.
    Right,
    /// Words, and the figures that were drawn at build.
    Said(String),
}

/// Notes a fault and what came of it where `cargo xtask faults` asks for it.
fn note(fault: &str, outcome: &Outcome) -> Result<()> {
    let Some(file) = std::env::var_os("PAYPATH_FAULTS") else { return Ok(()) };
    let engine = std::env::var("PAYPATH_ENGINE").unwrap_or_else(|_| "chromium".to_owned());
    let outcome = match outcome {
        Outcome::Right => "the right answer".to_owned(),
        Outcome::Said(words) => format!(
            "“{}”",
            words.split_inclusive(['.', ':']).next().unwrap_or_default().trim_end_matches(':')
        ),
    };
    let mut file = std::fs::OpenOptions::new().create(true).append(true).open(file)?;
    // One write, so that tests at the same time do not mix their lines.
    file.write_all(format!("| {fault} | {engine} | {outcome} |\n").as_bytes())?;
    Ok(())
}

/// What is offered where something failed.
const AGAIN: &str = "#failed:not([hidden]) span:not([hidden]) button, .answer [role=alert] button";

/// Waits until the page has answered; what was said before may stand for a moment.
async fn until_right(tab: &Tab) -> Result<()> {
    let start = std::time::Instant::now();
    loop {
        let found = outcome(tab).await;
        if matches!(found, Ok(Outcome::Right)) {
            return Ok(());
        }
        if start.elapsed().as_secs() > 20 {
            bail!("{found:?}");
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
}

/// Waits until the page has answered or says that it cannot.
async fn outcome(tab: &Tab) -> Result<Outcome> {
    let start = std::time::Instant::now();
    loop {
        let seen = tab
            .eval(
                "(() => {
                    const shown = e => e && e.checkVisibility();
                    const said = [...document.querySelectorAll(
                        '#failed > span, #failed:not(:has(span)), .answer [role=alert]')].find(shown);
                    return {
                        whole: document.querySelectorAll('h1, .answer .middle').length > 1,
                        ready: document.documentElement.hasAttribute('data-ready'),
                        asked: document.querySelector('#answer-heading')?.textContent ?? '',
                        said: said?.firstChild.textContent.trim() ?? '',
                    };
                })()",
            )
            .await;
        if let Ok(seen) = seen {
            let text = |key: &str| seen[key].as_str().unwrap_or_default().to_owned();
            assert!(
                seen["whole"] == true || start.elapsed().as_secs() < 2,
                "an empty page: {seen}"
            );
            if seen["ready"] == true && text("asked") == ANSWER {
                return Ok(Outcome::Right);
            }
            if !text("said").is_empty() {
                return Ok(Outcome::Said(text("said")));
            }
            if start.elapsed().as_secs() > 40 {
                bail!("neither answer nor words: {seen}");
            }
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
}

/// Asks once with a fault, then once without: what failed leaves nothing behind.
async fn try_fault(tab: &Tab, faulty: &Faulty, part: &str, fault: Fault) -> Result<Outcome> {
    faulty.set(Some((part, fault)));
    // A page that is answered in part may still be loading.
    let _slow = tab.go(ASKED).await;
    let found = outcome(tab).await.with_context(|| format!("{fault:?} of {part}"))?;
    let name = part.trim_start_matches("/assets/").trim_end_matches('-');
    let what = match fault {
        Fault::Cut => "connection cut",
        Fault::Short => "cut short",
        Fault::Changed => "one bit changed",
        Fault::Missing => "not found, as after a change of version",
        Fault::Slow => "slow 3G, first connection lost",
    };
    note(&format!("{}: {what}", if name.is_empty() { "everything" } else { name }), &found)?;
    Ok(found)
}

/// Everything but what only adds to the page must be there to answer.
fn is_needed(part: &str) -> bool {
    !["/assets/style-", "/assets/search-", "/assets/offline-"].contains(&part)
}

fn every_part(fault: Fault) -> Result<()> {
    drive(Look::default(), async move |tab: Tab| {
        for part in PARTS {
            // At an address of its own, for which the browser keeps nothing.
            let faulty = Faulty::before(site()?)?;
            let tab = tab.at(&faulty.address);
            let found = try_fault(&tab, &faulty, part, fault).await?;
            assert!(
                faulty.asked().iter().any(|path| path.contains(part)),
                "{part} is not asked for"
            );
            if is_needed(part) {
                // A browser may ask once more, and the site answers what was cut.
                assert!(matches!(found, Outcome::Said(_)), "{fault:?} of {part}: {found:?}");
            } else {
                assert_eq!(found, Outcome::Right, "{fault:?} of {part}");
            }
            faulty.set(None);
            // What the words say to do helps.
            match found {
                Outcome::Said(_) => tab.click(AGAIN).await?,
                Outcome::Right => tab.driver.refresh().await?,
            }
            let after = until_right(&tab).await;
            after.with_context(|| format!("after {fault:?} of {part}"))?;
        }
        Ok(())
    })
}

#[test]
fn a_cut_connection_leaves_an_answer_or_words() -> Result<()> {
    every_part(Fault::Cut)
}

#[test]
fn a_file_cut_short_leaves_an_answer_or_words() -> Result<()> {
    every_part(Fault::Short)
}

#[test]
fn a_changed_bit_never_runs() -> Result<()> {
    drive(Look::default(), async move |tab: Tab| {
        for part in PARTS.into_iter().filter(|part| is_needed(part)) {
            let faulty = Faulty::before(site()?)?;
            let tab = tab.at(&faulty.address);
            let found = try_fault(&tab, &faulty, part, Fault::Changed).await?;
            assert!(matches!(found, Outcome::Said(_)), "{part}: {found:?}");
        }
        Ok(())
    })
}

#[test]
fn a_page_of_another_version_says_so() -> Result<()> {
    every_part(Fault::Missing)
}

#[test]
fn a_slow_network_that_loses_connections_is_waited_for() -> Result<()> {
    drive(Look::default(), async move |tab: Tab| {
        let faulty = Faulty::before(site()?)?;
        let tab = tab.at(&faulty.address);
        // The page itself must come once.
        tab.go(ASKED).await?;
        let found = try_fault(&tab, &faulty, "/assets/", Fault::Slow).await?;
        if let Outcome::Said(_) = found {
            // What it says to do helps.
            tab.click(AGAIN).await?;
            tab.until("document.documentElement.hasAttribute('data-ready')", true).await?;
        }
        Ok(())
    })
}

#[test]
fn without_webassembly_the_page_says_what_still_works() -> Result<()> {
    drive(Look { wasm: false, ..Look::default() }, async move |tab: Tab| {
        tab.go(ASKED).await?;
        assert_eq!(tab.eval("typeof WebAssembly").await?, "undefined");
        let found = outcome(&tab).await?;
        assert!(
            matches!(&found, Outcome::Said(words) if words.contains("WebAssembly")),
            "{found:?}"
        );
        note("WebAssembly switched off", &found)?;
        tab.go("/path/").await?;
        tab.eval("document.querySelector('#app').dispatchEvent(new Event('focusin'))").await?;
        tab.until("document.querySelector('#failed [data-when=wasm]').checkVisibility()", true)
            .await?;
        focus(&tab, "#site-search").await?;
        tab.until("document.querySelector('#search [role=status]').checkVisibility()", true).await
    })
}

#[test]
fn webassembly_that_a_policy_blocks_is_said_to_be_missing() -> Result<()> {
    let (server, folder) = other_headers(&dist(), " 'wasm-unsafe-eval'", "")?;
    drive(Look::default(), async move |tab: Tab| {
        let _folder = folder;
        let tab = tab.at(&server.address);
        tab.go(ASKED).await?;
        let found = outcome(&tab).await?;
        assert!(
            matches!(&found, Outcome::Said(words) if words.contains("WebAssembly")),
            "{found:?}"
        );
        note("WebAssembly blocked by a policy", &found)
    })
}

#[test]
fn without_storage_everything_is_answered() -> Result<()> {
    drive(Look { storage: false, ..Look::default() }, async move |tab: Tab| {
        tab.go(ASKED).await?;
        let kept = tab.eval(KEPT).await?;
        assert_eq!(kept, false, "nothing is kept");
        let found = outcome(&tab).await?;
        assert_eq!(found, Outcome::Right);
        note("storage and cookies refused", &found)
    })
}

#[test]
fn a_full_device_keeps_nothing_and_answers() -> Result<()> {
    drive(Look::default(), async move |tab: Tab| {
        tab.quota(100_000).await?;
        tab.go(ASKED).await?;
        // The worker fills its store ten seconds after a newcomer's page, and gives up.
        let workers = "navigator.serviceWorker.getRegistrations().then(all => all.length)";
        tab.until(workers, 1).await?;
        tab.until(workers, 0).await?;
        assert_eq!(tab.eval("caches.keys().then(all => all.length)").await?, 0, "nothing is left");
        tab.until("document.querySelector('#site-offline').checkVisibility()", false).await?;
        let found = outcome(&tab).await?;
        assert_eq!(found, Outcome::Right);
        note("no room on the device", &found)?;
        type_over(&tab, "#years", "6").await?;
        tab.until("document.querySelector('#answer-heading').textContent.includes('6 years')", true)
            .await
    })
}

#[test]
fn a_clock_that_is_wrong_by_years_changes_nothing() -> Result<()> {
    drive(Look::default(), async move |tab: Tab| {
        for years in [-30, 30] {
            let shift = format!(
                "{{ const Real = Date; const off = {years} * 365.25 * 864e5;
                window.Date = class extends Real {{
                    constructor(...all) {{ all.length ? super(...all) : super(Real.now() + off); }}
                    static now() {{ return Real.now() + off; }} }}; }}"
            );
            tab.first(&shift).await?;
            tab.go(ASKED).await?;
            let found = outcome(&tab).await?;
            assert_eq!(found, Outcome::Right, "{years} years");
            note(&format!("clock off by {years} years"), &found)?;
        }
        Ok(())
    })
}

/// Makes later pages able to refuse changes, which no program of ours is made for. Not by a script of
/// the driver's own: their errors are hidden from pages.
const REFUSAL: &str = "window.refuse = () => Object.defineProperty(Node.prototype, 'nodeValue', {
    set() { throw new Error('refused'); } })";

async fn refuse_changes(tab: &Tab) -> Result<()> {
    tab.eval("(refuse(), 1)").await.map(drop)
}

#[test]
fn a_program_that_breaks_says_so_and_keeps_the_question() -> Result<()> {
    drive(Look::default(), async move |tab: Tab| {
        tab.first(REFUSAL).await?;
        open(&tab, ASKED).await?;
        type_over(&tab, "#years", "7").await?;
        tab.until("location.search.includes('years=7')", true).await?;
        refuse_changes(&tab).await?;
        tab.click("#role option[value=statistician]").await?;
        let found = outcome(&tab).await?;
        assert!(
            matches!(&found, Outcome::Said(words) if words.contains("went wrong")),
            "{found:?}"
        );
        note("the program breaks", &found)?;
        tab.click("#failed [data-when=broken] button").await?;
        tab.ready().await?;
        tab.until("document.querySelector('#years').value", "7").await
    })
}

#[test]
fn a_widget_that_breaks_says_so() -> Result<()> {
    drive(Look::default(), async move |tab: Tab| {
        tab.first(REFUSAL).await?;
        tab.go("/embed/data-scientist/?years=3").await?;
        tab.until("document.documentElement.hasAttribute('data-ready')", true).await?;
        refuse_changes(&tab).await?;
        type_over(&tab, "#years", "8").await?;
        tab.until("document.querySelector('#failed').checkVisibility()", true).await?;
        let found = Outcome::Said(tab.text("#failed").await?);
        note("the widget's program breaks", &found)
    })
}
