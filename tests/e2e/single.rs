//! The site as one file, opened from the file system: no server at all.

use anyhow::{Context, Result};
use xtask::browser::{Look, Tab, drive};
use xtask::single;

use crate::steps::{FOUND, calm, type_over};

#[test]
fn one_file_calculates_plans_and_finds() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        let dist = std::env::var_os("PAYPATH_DIST").map_or_else(xtask::place::dist, Into::into);
        let file = std::env::temp_dir().join(format!("paypath-{}.html", std::process::id()));
        let (pages, _) = single::write(&dist, &file)?;
        assert!(pages > 400, "{pages} pages");
        let address = format!("file://{}", file.to_str().context("a path")?);
        let tab = tab.at(&address);
        let opened = "document.documentElement.hasAttribute('data-opened')";
        tab.go("?role=data-scientist&city=boise-city-id&years=4").await?;
        tab.until(opened, true).await?;
        let heading = "document.querySelector('#answer-heading').textContent";
        tab.until(heading, "Data Scientist in Boise, ID with 4 years of experience").await?;
        type_over(&tab, "#years", "9").await?;
        tab.until(heading, "Data Scientist in Boise, ID with 9 years of experience").await?;
        tab.click("nav a[href='/path/']").await?;
        tab.until("location.hash", "#/path/").await?;
        tab.until(opened, true).await?;
        type_over(&tab, "#hours", "20").await?;
        tab.until("document.querySelectorAll('table.routes tbody tr').length > 1", true).await?;
        tab.go("#/cities/").await?;
        tab.until("document.querySelectorAll('table.metros tbody tr').length > 9", true).await?;
        tab.go("?city=austin-tx&takehome=single#/").await?;
        tab.until("document.querySelectorAll('#take-home').length", 1).await?;
        tab.go("#/offers/").await?;
        tab.until("document.querySelectorAll('.side-by-side').length", 2).await?;
        tab.go("?q=kubernetes#/search/").await?;
        tab.until(opened, true).await?;
        tab.until(FOUND, true).await?;
        let strange = "document.querySelectorAll('a[href^=\"/embed\"]').length";
        assert_eq!(tab.eval(strange).await?, 0, "the edition has no frames");
        tab.go("#%").await?;
        tab.until("document.querySelector('h1') !== null", true).await?;
        tab.go("#/nowhere/").await?;
        tab.until("document.querySelector('h1') !== null", true).await?;
        std::fs::remove_file(&file)?;
        calm(&tab).await
    })
}
