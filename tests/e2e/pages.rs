//! Every page: loads without complaints, answers after hydration, is accessible.

use anyhow::Result;
use xtask::browser::{Look, Tab, drive};

/// Every page, the one for unknown paths included.
const PATHS: &[&str] = &["/", "/404.html"];

#[test]
fn the_start_page_answers_after_hydration() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        tab.go("/").await?;
        assert_eq!(tab.text("h1").await?, "Paypath");
        tab.ready().await?;
        tab.find("#count").await?.click().await?;
        tab.find("#count").await?.click().await?;
        tab.until_text("#count", "Pressed 2 times").await?;
        assert_eq!(tab.complaints().await?, [""; 0]);
        Ok(())
    })
}

#[test]
fn without_script_the_page_still_says_what_it_is() -> Result<()> {
    drive(Look { script: false, ..Look::default() }, async |tab: Tab| {
        tab.go("/").await?;
        assert_eq!(tab.text("h1").await?, "Paypath");
        assert_eq!(tab.text("#count").await?, "Pressed 0 times");
        assert!(!tab.has("html[data-ready]").await?);
        Ok(())
    })
}

#[test]
fn an_unknown_path_shows_the_way_back() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        tab.go("/no/such/page").await?;
        tab.ready().await?;
        assert_eq!(tab.text("h1").await?, "Page not found");
        tab.find("a[href='/']").await?.click().await?;
        tab.find("#count").await?;
        Ok(())
    })
}

#[test]
fn axe_finds_nothing_in_light_colours() -> Result<()> {
    axe_finds_nothing(false)
}

#[test]
fn axe_finds_nothing_in_dark_colours() -> Result<()> {
    axe_finds_nothing(true)
}

#[track_caller]
fn axe_finds_nothing(dark: bool) -> Result<()> {
    drive(Look { dark, ..Look::default() }, async |tab: Tab| {
        for path in PATHS {
            tab.go(path).await?;
            tab.ready().await?;
            assert_eq!(tab.complaints().await?, [""; 0], "console of {path}");
            assert_eq!(tab.axe().await?, [""; 0], "axe on {path}");
        }
        Ok(())
    })
}
