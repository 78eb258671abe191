//! The site without a connection: the server is stopped for real. And with a new version, which waits
//! until the visitor takes it.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use xtask::browser::{Engine, Look, Server, Tab, drive};

use crate::steps::{FOUND, copy, dist, newer, open, type_over};

/// How long all files may take to be kept, after the rest that the page waits for, where the first
/// worker of a busy WebKit hangs and is given up after a minute.
const LONG: Duration = Duration::from_mins(3);

fn says(when: &str) -> String {
    format!(
        "document.querySelector('#site-offline:not([hidden]) [data-when={when}]:not([hidden])') !== null"
    )
}

/// What is known of the site on the device.
const HOLDS: &str = "(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const caches = await Promise.all((await globalThis.caches.keys()).map(async name =>
        [name, (await (await globalThis.caches.open(name)).keys()).length]));
    const { installing, waiting, active } = registration ?? {};
    return { installing: installing?.state, waiting: waiting?.state, active: active?.state,
        controlled: Boolean(navigator.serviceWorker.controller), caches };
})()";

async fn until_says(tab: &Tab, when: &str) -> Result<()> {
    let start = Instant::now();
    while tab.eval(&says(when)).await? != true {
        if start.elapsed() > LONG {
            bail!("the page does not say `{when}`; it holds {}", tab.eval(HOLDS).await?);
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    Ok(())
}

/// Waits until neither a worker nor anything kept is left. The page is loaded anew meanwhile, which ends
/// what is asked of it.
async fn until_none(tab: &Tab) -> Result<()> {
    let left = "Promise.all([navigator.serviceWorker.getRegistrations(), caches.keys()])
        .then(all => all.flat().length)";
    let start = Instant::now();
    loop {
        let found = tab.eval(left).await;
        if found.as_ref().is_ok_and(|found| *found == 0) {
            return Ok(());
        }
        if start.elapsed() > LONG {
            bail!("{found:?} are left");
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

/// Paths of all pages.
fn pages() -> Result<Vec<String>> {
    let mut pages = Vec::new();
    for file in xtask::place::files(&dist())? {
        let path = file.strip_prefix(dist())?.to_string_lossy().replace('\\', "/");
        if xtask::place::is_page(&path) && path != "404.html" {
            pages.push(format!("/{}", path.trim_end_matches("index.html")));
        }
    }
    assert!(pages.len() > 400, "{} pages", pages.len());
    Ok(pages)
}

/// The address of the site, once a page of it has been put on the device and its server has gone; the
/// page still shows.
async fn left_alone(tab: &Tab, server: &mut Server) -> Result<String> {
    open(tab, "/guide/").await?;
    until_says(tab, "ready").await?;
    let address = server.address.clone();
    server.stop();
    Ok(address)
}

#[test]
fn everything_works_when_the_server_is_gone() -> Result<()> {
    let mut server = Server::start(&dist(), None)?;
    drive(Look::default(), async move |tab: Tab| {
        let tab = tab.at(&server.address);
        open(&tab, "/").await?;
        assert_eq!(tab.eval(&says("ready")).await?, false, "nothing is promised yet");
        until_says(&tab, "ready").await?;
        server.stop();
        open(&tab, "/?role=data-scientist&city=boise-city-id&years=4").await?;
        tab.until("document.querySelector('#answer-heading').textContent.includes('Boise')", true)
            .await?;
        type_over(&tab, "#years", "9").await?;
        tab.until(
            "document.querySelector('#answer-heading').textContent.includes('9 years')",
            true,
        )
        .await?;
        open(&tab, "/?city=boise-city-id&takehome=single").await?;
        tab.until("document.querySelectorAll('#take-home').length", 1).await?;
        open(&tab, "/path/?from=data-analyst&to=data-scientist&city=fargo-nd-mn").await?;
        tab.until("document.querySelectorAll('.numbered h3').length > 0", true).await?;
        for path in
            ["/cities/", "/cities/fargo-nd-mn/", "/roles/data-engineer/", "/skills/", "/method/"]
        {
            open(&tab, path).await?;
            assert!(tab.text("h1").await?.len() > 3, "{path}");
        }
        tab.go("/search/?q=kubernetes").await?;
        tab.until(FOUND, true).await?;
        tab.go("/embed/data-scientist/?city=reno-nv").await?;
        tab.until("document.querySelector('#answer-heading').textContent.includes('Reno')", true)
            .await?;
        // A page without its slash, one by its file, and one that is not there.
        tab.go("/guide").await?;
        assert_eq!(tab.eval("location.pathname").await?, "/guide/");
        let heading = tab.text("h1").await?;
        tab.go("/guide/index.html").await?;
        assert_eq!(tab.text("h1").await?, heading);
        tab.go("/nowhere/at/all").await?;
        assert!(tab.text("h1").await?.len() > 3);
        let ask = format!(
            "Promise.all({}.map(async path => (await fetch(path)).ok ? [] : path))
                .then(all => all.flat())",
            serde_json::to_string(&pages()?)?
        );
        assert_eq!(tab.eval(&ask).await?, serde_json::json!([]), "pages that do not answer");
        // A host that no longer wants to be kept.
        let rid = copy(&dist())?;
        std::fs::copy(xtask::place::root().join("static/sw-remove.js"), rid.path().join("sw.js"))?;
        let _server = Server::start(rid.path(), Some(&server.address))?;
        tab.go("/guide/").await?;
        until_none(&tab).await
    })
}

/// As WebKit loses some to a worker that has just begun.
#[test]
fn what_a_worker_did_not_hear_is_asked_again() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        tab.first(
            "const post = ServiceWorker.prototype.postMessage;
            window.lost = 0;
            ServiceWorker.prototype.postMessage = function (...all) {
                if (window.lost < 2) window.lost += 1; else post.apply(this, all);
            };",
        )
        .await?;
        open(&tab, "/guide/").await?;
        until_says(&tab, "ready").await?;
        assert_eq!(tab.eval("window.lost").await?, 2);
        Ok(())
    })
}

/// Somebody who types comes before files that nobody asked for.
#[test]
fn keeping_files_waits_while_somebody_types() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        open(&tab, "/guide/").await?;
        tab.eval(
            "window.typing = setInterval(
                () => document.body.dispatchEvent(new Event('keydown', { bubbles: true })), 100)",
        )
        .await?;
        let begun =
            "navigator.serviceWorker.getRegistration().then(one => Boolean(one?.installing))";
        tab.until(begun, true).await?;
        // What was on its way when the first key came.
        tokio::time::sleep(Duration::from_secs(3)).await;
        let kept = "caches.keys().then(async ([name]) =>
            name ? (await (await caches.open(name)).keys()).length : 0)";
        let held = tab.eval(kept).await?;
        tokio::time::sleep(Duration::from_secs(3)).await;
        assert_eq!(tab.eval(kept).await?, held, "files are kept while somebody types");
        assert_eq!(tab.eval(&says("ready")).await?, false);
        tab.eval("clearInterval(window.typing)").await?;
        until_says(&tab, "ready").await
    })
}

#[test]
fn a_page_that_was_open_since_the_first_visit_takes_a_new_version() -> Result<()> {
    let newer = newer()?;
    let mut server = Server::start(&dist(), None)?;
    drive(Look::default(), async move |tab: Tab| {
        let tab = tab.at(&server.address);
        let address = left_alone(&tab, &mut server).await?;
        let _server = Server::start(&newer, Some(&address))?;
        // Somebody looks at the page again.
        tab.eval("document.dispatchEvent(new Event('visibilitychange'))").await?;
        until_says(&tab, "new").await?;
        // WebKitGTK keeps the colours that it was started with.
        let turns: &[bool] = if tab.engine() == Engine::WebKit { &[] } else { &[false, true] };
        for &dark in turns {
            tab.dark(dark).await?;
            assert_eq!(tab.axe().await?, [""; 0], "dark: {dark}");
        }
        tab.click("#site-offline button").await?;
        tab.until(NEWER, true).await
    })
}

#[test]
fn a_file_that_the_browser_threw_away_comes_again_or_makes_way() -> Result<()> {
    let newer = newer()?;
    let mut server = Server::start(&dist(), None)?;
    drive(Look::default(), async move |tab: Tab| {
        let tab = tab.at(&server.address);
        open(&tab, "/guide/").await?;
        until_says(&tab, "ready").await?;
        let lose = "caches.keys().then(([name]) => caches.open(name)).then(cache => cache.delete('/faq/'))";
        let held = "caches.match('/faq/').then(Boolean)";
        assert_eq!(tab.eval(lose).await?, true);
        tab.go("/faq/").await?;
        tab.until(held, true).await?;
        assert_eq!(tab.eval(lose).await?, true);
        let address = server.address.clone();
        server.stop();
        let _server = Server::start(&newer, Some(&address))?;
        tab.go("/faq/").await?;
        tab.until(NEWER, true).await?;
        tab.go("/guide/").await?;
        tab.until(NEWER, true).await.context("one version answers at a time")
    })
}

/// Whether the page is one of the other version, which was built for another address.
const NEWER: &str =
    "document.querySelector('link[rel=canonical]')?.href?.includes('newer') ?? false";

#[test]
fn a_new_version_waits_until_it_is_taken_and_never_mixes() -> Result<()> {
    let newer = newer()?;
    let mut server = Server::start(&dist(), None)?;
    drive(Look::default(), async move |tab: Tab| {
        let tab = tab.at(&server.address);
        let address = left_alone(&tab, &mut server).await?;
        let _server = Server::start(&newer, Some(&address))?;
        tab.go("/guide/").await?;
        assert_eq!(tab.eval(NEWER).await?, false, "the old version answers as a whole");
        until_says(&tab, "new").await?;
        tab.go("/guide/").await?;
        assert_eq!(tab.eval(NEWER).await?, false, "also after it is here");
        until_says(&tab, "new").await?;
        // Another page of the site is open, with a question in it.
        let first = tab.driver.window().await?;
        let second = tab.driver.new_tab().await?;
        tab.driver.switch_to_window(second.clone()).await?;
        open(&tab, "/?role=data-scientist&city=boise-city-id&years=4").await?;
        type_over(&tab, "#years", "9").await?;
        tab.until("location.search.includes('years=9')", true).await?;
        assert_eq!(tab.eval(NEWER).await?, false);
        tab.driver.switch_to_window(first).await?;
        tab.click("#site-offline button").await?;
        tab.until(NEWER, true).await?;
        tab.driver.switch_to_window(second).await?;
        tab.until(NEWER, true).await?;
        tab.until(
            "document.querySelector('#answer-heading')?.textContent.includes('9 years') ?? false",
            true,
        )
        .await?;
        let kept = "caches.keys().then(names => names.length)";
        assert_eq!(tab.eval(kept).await?, 1, "the old version is gone");
        Ok(())
    })
}
