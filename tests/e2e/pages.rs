//! The pages without their program, and the page for unknown addresses.

use anyhow::Result;
use xtask::browser::{Look, Tab, drive};

use crate::steps::{EXAMPLE, HEADING, calm, dollars, open, texts};

#[test]
fn without_script_the_page_answers_the_example_question() -> Result<()> {
    drive(Look { script: false, ..Look::default() }, async |tab: Tab| {
        tab.go("/").await?;
        assert!(!tab.has("html[data-ready]").await?);
        assert_eq!(tab.text(HEADING).await?, EXAMPLE);
        assert!(dollars(&tab.text("#median").await?) > 50_000);
        assert!(tab.find(".no-script").await?.is_displayed().await?, "the note");
        assert!(!tab.find(".combobox-open").await?.is_displayed().await?, "a button does nothing");
        assert!(tab.find("svg.dots").await?.is_displayed().await?);
        let rows = tab.driver.find_all(thirtyfour::By::Css(".cities tbody tr")).await?;
        assert_eq!(rows.len(), 10);
        let mut cities = Vec::new();
        for row in rows {
            cities.push(row.text().await?);
        }
        assert!(cities[0].starts_with("San Francisco, CA"), "{cities:?}");
        assert!(cities[9].starts_with("Atlanta, GA"), "{cities:?}");
        for path in ["/path/", "/offers/", "/compare/", "/cities/", "/skills/", "/roles/compare/"] {
            tab.go(path).await?;
            assert!(tab.find(".no-script").await?.is_displayed().await?, "the note of {path}");
        }
        Ok(())
    })
}

#[test]
fn an_unknown_path_shows_the_way_back() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        open(&tab, "/no/such/page").await?;
        assert_eq!(tab.text("h1").await?, "Page not found");
        assert_eq!(tab.driver.title().await?, "Page not found - Paypath");
        tab.click("main a[href='/']").await?;
        tab.until_text(HEADING, EXAMPLE).await
    })
}

#[test]
fn the_page_has_one_heading_of_each_kind_and_says_its_sources() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        open(&tab, "/").await?;
        assert_eq!(texts(&tab, "h1").await?.len(), 1);
        assert_eq!(texts(&tab, "#app > .cities h2, .answer h2").await?.len(), 2);
        assert!(tab.text("#evidence").await?.contains("20"), "the survey's date");
        let steps = tab.eval(
            "[...document.querySelectorAll('.reasons li')].every(
            li => li.querySelector('.source a[href^=\"https://\"]'))",
        );
        assert_eq!(steps.await?, true);
        assert_eq!(texts(&tab, ".reasons li").await?.len(), 4);
        calm(&tab).await
    })
}
