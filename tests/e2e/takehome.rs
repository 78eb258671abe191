//! Take-home pay below the estimate: nothing is fetched before it is opened; then the address has it,
//! places and contributions change it, and where its program cannot be had the page says so.

use anyhow::Result;
use xtask::browser::{Key, Look, Tab, drive};

use crate::look::sound;
use crate::steps::{
    calm, choose, choose_role, dollars, error, focus, open, texts, type_over, value,
};

/// How often this page has asked for the program of taxes.
const ASKED: &str = "performance.getEntriesByType('resource').filter(one => one.name.includes('/paypath-tax')).length";
const SUMMARY: &str = "#take-home-pay summary";
const SEARCH: &str = "location.search";
const ALERT: &str = "(document.querySelector('#take-home-pay [role=alert]')?.textContent ?? '')";
const THERE: &str = "document.querySelectorAll('#take-home').length";
const NEW_YORK: &str = "role=data-scientist&city=new-york-ny&years=5";

/// What is left, as the page says now.
async fn left(tab: &Tab) -> Result<u32> {
    Ok(dollars(&tab.text("#take-home").await?))
}

#[test]
fn taxes_come_when_they_are_asked_for_and_stay_in_the_address() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        open(&tab, &format!("/?{NEW_YORK}")).await?;
        assert_eq!(tab.eval(ASKED).await?, 0, "nobody asked");
        // By the keyboard alone.
        focus(&tab, SUMMARY).await?;
        tab.keys(Key::Enter).await?;
        tab.until(THERE, 1).await?;
        assert_eq!(tab.eval(ASKED).await?, 1);
        tab.until(SEARCH, format!("?{NEW_YORK}&takehome=single")).await?;
        let single = left(&tab).await?;
        let middle = dollars(&tab.text("#median").await?);
        assert!(single < middle && single > middle / 2, "{single} of {middle}");
        choose(&tab, "#tax-takehome", "joint").await?;
        tab.until(SEARCH, format!("?{NEW_YORK}&takehome=joint")).await?;
        assert!(left(&tab).await? > single);
        choose(&tab, "#tax-takehome", "single").await?;
        choose(&tab, "#tax-area", "nj").await?;
        tab.until(SEARCH, format!("?{NEW_YORK}&takehome=single&area=nj")).await?;
        assert!(left(&tab).await? > single, "no city tax");
        assert!(
            texts(&tab, ".wage-lines th").await?.iter().any(|line| line.contains("New Jersey"))
        );
        type_over(&tab, "#tax-retirement", "24,500").await?;
        tab.until(SEARCH, format!("?{NEW_YORK}&takehome=single&area=nj&retirement=24%2C500"))
            .await?;
        assert!(texts(&tab, ".wage-lines th").await?.iter().any(|line| line.contains("401(k)")));
        assert_eq!(tab.eval("document.activeElement.id").await?, "tax-retirement");
        // The address alone gives the same.
        let before = left(&tab).await?;
        let address = tab.eval("location.pathname + location.search").await?;
        open(&tab, address.as_str().expect("a text")).await?;
        tab.until(THERE, 1).await?;
        assert_eq!(left(&tab).await?, before);
        assert_eq!(value(&tab, "#tax-area").await?, "nj");
        // Another question keeps what was chosen; going back undoes it.
        choose_role(&tab, "data-analyst").await?;
        tab.until(&format!("{SEARCH}.startsWith('?role=data-analyst')"), true).await?;
        assert!(left(&tab).await? < before);
        choose(&tab, "#tax-takehome", "joint").await?;
        tab.until(&format!("{SEARCH}.includes('takehome=joint')"), true).await?;
        tab.back().await?;
        tab.until(&format!("{SEARCH}.includes('area=nj')"), true).await?;
        tab.until("+document.querySelector('#take-home').textContent.replace(/\\D/g, '')", before)
            .await?;
        assert_eq!(value(&tab, "#tax-takehome").await?, "single", "as the address has it");
        calm(&tab).await
    })
}

#[test]
fn what_cannot_be_read_is_told_and_nothing_typed_is_lost() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        open(&tab, "/?city=austin-tx&takehome=single").await?;
        tab.until(THERE, 1).await?;
        assert_eq!(texts(&tab, "#tax-area").await?, [""; 0], "one state, no city with a tax");
        for (typed, said) in [("lots", "Enter dollars a year"), ("90k", "more than $35,750")] {
            type_over(&tab, "#tax-retirement", typed).await?;
            let said_here = error(&tab, "#tax-retirement").await?;
            assert!(said_here.contains(said), "{said_here}");
            assert_eq!(value(&tab, "#tax-retirement").await?, typed);
        }
        type_over(&tab, "#tax-health", "2k").await?;
        assert_eq!(value(&tab, "#tax-retirement").await?, "90k");
        // An offer is to the dollar.
        type_over(&tab, "#offer", "187,654").await?;
        let offer = tab.text("#offer-take-home").await?;
        assert!(offer.contains("$187,654 leaves $"), "{offer}");
        assert!(!tab.eval(SEARCH).await?.to_string().contains("187"), "an offer is in no address");
        // Closed and opened again, it holds what was typed.
        tab.click(SUMMARY).await?;
        tab.until(THERE, 0).await?;
        tab.until(&format!("{SEARCH}.includes('takehome')"), false).await?;
        tab.click(SUMMARY).await?;
        tab.until(THERE, 1).await?;
        assert_eq!(value(&tab, "#tax-health").await?, "2k");
        calm(&tab).await
    })
}

#[test]
fn taxes_that_cannot_be_had_are_said_and_asked_for_again() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        open(&tab, "/").await?;
        tab.refuse(&["/paypath-tax"]).await?;
        tab.click(SUMMARY).await?;
        tab.until(&format!("{ALERT}.includes('could not be loaded')"), true).await?;
        assert!(tab.text("#median").await?.contains('$'), "the estimate stands");
        tab.refuse(&[]).await?;
        tab.click("#take-home-pay [role=alert] button").await?;
        tab.until(THERE, 1).await?;
        tab.until(ALERT, "").await
    })
}

#[test]
fn take_home_pay_is_sound_in_every_look() -> Result<()> {
    for look in [
        Look { width: 390, height: 844, ..Look::default() },
        Look { width: 1440, height: 900, dark: true, ..Look::default() },
        Look { width: 320, height: 640, dark: true, ..Look::default() },
    ] {
        drive(look, async |tab: Tab| {
            for query in [
                "?city=indianapolis-in&takehome=hoh&retirement=x&hsa=5k",
                "?city=us&takehome=single",
                "?city=san-francisco-ca&takehome=joint",
            ] {
                open(&tab, &format!("/{query}")).await?;
                tab.until(THERE, 1).await?;
                sound(&tab, query).await?;
            }
            calm(&tab).await
        })?;
    }
    Ok(())
}
