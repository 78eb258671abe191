//! The site without a connection: the server is stopped for real. And with a new version, which waits
//! until the visitor takes it.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use xtask::browser::{Look, Server, Tab, drive};

use crate::steps::{open, type_over};

/// How long all files may take to be kept, after the rest that the page waits for.
const LONG: Duration = Duration::from_secs(90);

fn dist() -> PathBuf {
    std::env::var_os("PAYPATH_DIST").map_or_else(xtask::place::dist, PathBuf::from)
}

fn says(when: &str) -> String {
    format!(
        "document.querySelector('#site-offline:not([hidden]) [data-when={when}]:not([hidden])') !== null"
    )
}

async fn until_says(tab: &Tab, when: &str) -> Result<()> {
    let start = Instant::now();
    while tab.eval(&says(when)).await? != true {
        if start.elapsed() > LONG {
            bail!("the page does not say `{when}`");
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    Ok(())
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
        tab.until("document.querySelectorAll('main a, #search a').length > 0", true).await?;
        tab.go("/embed/data-scientist/?city=reno-nv").await?;
        tab.until("document.querySelector('#answer-heading').textContent.includes('Reno')", true)
            .await?;
        // A page without its slash, and one that is not there.
        tab.go("/guide").await?;
        assert_eq!(tab.eval("location.pathname").await?, "/guide/");
        tab.go("/nowhere/at/all").await?;
        assert!(tab.text("h1").await?.len() > 3);
        Ok(())
    })
}

/// A copy of the site in which one page says more: another version.
fn newer() -> Result<PathBuf> {
    let to = std::env::temp_dir().join(format!("paypath-newer-{}", std::process::id()));
    for file in xtask::place::files(&dist())? {
        let there = to.join(file.strip_prefix(dist())?);
        std::fs::create_dir_all(there.parent().context("within")?)?;
        std::fs::copy(&file, &there)?;
    }
    let guide = to.join("guide/index.html");
    let old = std::fs::read_to_string(&guide)?;
    let new = old.replacen("</h1>", " (newer)</h1>", 1);
    std::fs::write(&guide, &new)?;
    let worker = to.join("sw.js");
    let script = std::fs::read_to_string(&worker)?;
    let hash = |text: &str| hex(&Sha256::digest(text.as_bytes())[..8]);
    assert!(script.contains(&hash(&old)), "the worker knows the page");
    let script = script.replace(&hash(&old), &hash(&new));
    std::fs::write(&worker, script.replacen("VERSION = '", "VERSION = 'newer-", 1))?;
    Ok(to)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

struct Gone<'a>(&'a Path);

impl Drop for Gone<'_> {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(self.0);
    }
}

#[test]
fn a_new_version_waits_until_it_is_taken_and_never_mixes() -> Result<()> {
    let newer = newer()?;
    let mut server = Server::start(&dist(), None)?;
    drive(Look::default(), async move |tab: Tab| {
        let _gone = Gone(&newer);
        let tab = tab.at(&server.address);
        open(&tab, "/guide/").await?;
        until_says(&tab, "ready").await?;
        let address = server.address.clone();
        server.stop();
        let _server = Server::start(&newer, Some(&address))?;
        tab.go("/guide/").await?;
        assert!(!tab.text("h1").await?.contains("newer"), "the old version answers as a whole");
        until_says(&tab, "new").await?;
        tab.go("/guide/").await?;
        assert!(!tab.text("h1").await?.contains("newer"), "also after it is here");
        until_says(&tab, "new").await?;
        tab.find("#site-offline button").await?.click().await?;
        tab.until("document.querySelector('h1').textContent.includes('newer')", true).await?;
        let kept = "caches.keys().then(names => names.length)";
        assert_eq!(tab.eval(kept).await?, 1, "the old version is gone");
        Ok(())
    })
}
