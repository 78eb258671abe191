//! Pay that is not part of the programs: it comes when a city asks for it, tells nobody which one, and
//! where it cannot be had the page says so and asks again.

use anyhow::Result;
use xtask::browser::{Key, Look, Tab, drive};

use crate::steps::{calm, open, type_over, value};

/// How many files of pay this page has asked for.
const ASKED: &str =
    "performance.getEntriesByType('resource').filter(one => one.name.includes('/pay-')).length";
const HEADING: &str = "document.querySelector('#answer-heading').textContent";
const ALERT: &str = "(document.querySelector('.answer [role=alert]')?.textContent ?? '')";

/// Files of pay that the site holds.
fn files() -> usize {
    let dist = std::env::var_os("PAYPATH_DIST").expect("xtask says where the site is");
    let assets = std::fs::read_dir(std::path::Path::new(&dist).join("assets")).expect("built");
    let names = assets.map(|entry| entry.expect("readable").file_name());
    names.filter(|name| name.to_string_lossy().starts_with("pay-")).count()
}

async fn city(tab: &Tab, name: &str) -> Result<()> {
    type_over(tab, "#city", name).await?;
    tab.keys(Key::Enter).await
}

#[test]
fn pay_comes_all_together_when_a_city_asks_for_it() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        open(&tab, "/").await?;
        assert_eq!(tab.eval(ASKED).await?, 0, "the listed cities need none");
        city(&tab, "Boise, ID").await?;
        tab.until(&format!("{HEADING}.includes('Boise')"), true).await?;
        assert_eq!(tab.eval(ASKED).await?, files(), "all or none: nobody learns which");
        tab.until("location.search.includes('boise')", true).await?;
        let median = tab.text("#median").await?;
        let address = tab.eval("location.pathname + location.search").await?;
        calm(&tab).await?;
        // Whoever serves the page knows its address: one file is enough.
        open(&tab, address.as_str().expect("a text")).await?;
        tab.until(&format!("{HEADING}.includes('Boise')"), true).await?;
        assert_eq!(tab.text("#median").await?, median);
        assert_eq!(tab.eval(ASKED).await?, 1);
        calm(&tab).await
    })
}

#[test]
fn pay_that_cannot_be_had_is_said_and_asked_for_again() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        open(&tab, "/").await?;
        let before = tab.eval(HEADING).await?;
        tab.refuse(&["/pay-"]).await?;
        city(&tab, "Boise, ID").await?;
        tab.until(&format!("{ALERT}.includes('Boise, ID could not be loaded')"), true).await?;
        assert_eq!(tab.eval(HEADING).await?, before, "the last answer stays, under its own name");
        assert_eq!(value(&tab, "#city").await?, "Boise, ID");
        for dark in [false, true] {
            tab.dark(dark).await?;
            assert_eq!(tab.axe().await?, [""; 0], "dark: {dark}");
        }
        // Another question that needs no more pay is answered all the same.
        city(&tab, "Austin, TX").await?;
        tab.until(&format!("{HEADING}.includes('Austin')"), true).await?;
        tab.until(ALERT, "").await?;
        city(&tab, "Boise, ID").await?;
        tab.until(&format!("{ALERT}.length > 0"), true).await?;
        tab.refuse(&[]).await?;
        tab.click(".answer [role=alert] button").await?;
        tab.until(&format!("{HEADING}.includes('Boise')"), true).await?;
        tab.until(ALERT, "").await
    })
}

#[test]
fn a_widget_names_the_city_whose_pay_is_missing() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        tab.refuse(&["/pay-"]).await?;
        for places in ["city=boise-city-id&versus=austin-tx", "city=austin-tx&versus=boise-city-id"]
        {
            tab.go(&format!("/embed/data-scientist/?{places}")).await?;
            tab.until(&format!("{ALERT}.includes('Boise, ID could not be loaded')"), true).await?;
            assert_eq!(tab.eval(&format!("{ALERT}.includes('Austin')")).await?, false);
        }
        Ok(())
    })
}

#[test]
fn plans_wait_for_the_pay_of_their_cities() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        open(&tab, "/path/").await?;
        type_over(&tab, "#city", "Boise, ID").await?;
        type_over(&tab, "#also", "Fargo, ND; Reno, NV").await?;
        tab.until(
            "location.search.includes('Reno') && document.querySelectorAll('.routes').length > 0",
            true,
        )
        .await?;
        tab.until("[...document.querySelectorAll('#ifs-heading')].length", 1).await?;
        assert_eq!(tab.eval(ASKED).await?, files());
        calm(&tab).await
    })
}
