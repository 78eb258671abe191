//! The page of plans: whole before its program, answers after it, keeps what was typed, says what
//! stands in the way.

use anyhow::Result;
use xtask::browser::{Engine, Key, Look, Tab, drive};

use crate::look::sound;
use crate::steps::{SEARCH, calm, choose, open, texts, type_over, value};

const STATUS: &str = "document.querySelector('.planned [role=status]').textContent";
const PRESSED: &str = "(document.querySelector('.routes [aria-pressed=true]')?.textContent ?? '')";

#[test]
fn a_plan_stands_before_the_program_and_follows_the_answers() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        tab.go("/path/").await?;
        let steps = texts(&tab, ".numbered h3").await?;
        assert!(steps[0].contains("Machine Learning Engineer"), "before the program: {steps:?}");
        open(&tab, "/path/").await?;
        assert_eq!(texts(&tab, ".numbered h3").await?, steps, "the program draws the same");
        let before = tab.eval(STATUS).await?;
        type_over(&tab, "#hours", "20").await?;
        tab.until(&format!("{STATUS} !== {before}"), true).await?;
        tab.until(
            SEARCH,
            "?from=data-analyst&years=2&education=bachelors&to=machine-learning-engineer&hours=20",
        )
        .await?;
        // Another route is shown on demand, and the pictures have their tables.
        tab.click(".routes button[aria-pressed=false]").await?;
        tab.until(&format!("{PRESSED}.length > 0"), true).await?;
        assert!(texts(&tab, ".plot title").await?.len() >= 2);
        assert!(
            tab.eval("document.querySelectorAll('.part details table tbody tr').length")
                .await?
                .as_u64()
                >= Some(10)
        );
        tab.until("document.querySelectorAll('#ifs-heading').length", 1).await?;
        calm(&tab).await
    })
}

#[test]
fn a_link_asks_the_same_question() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        let query = "from=other&pay=62000&years=0&education=bachelors&have=statistics.calculus\
             &to=data-scientist&horizon=15&hours=10&degree=no&search=6";
        tab.go(&format!("/path/?{query}")).await?;
        tab.until("document.documentElement.dataset.ready", "").await?;
        assert_eq!(value(&tab, "#pay").await?, "62000");
        assert_eq!(value(&tab, "#premise-search").await?, "6");
        assert_eq!(tab.eval("document.querySelector('#degree').checked").await?, true);
        assert_eq!(tab.eval("document.querySelector('#has-statistics').checked").await?, true);
        assert!(texts(&tab, ".numbered h3").await?[0].starts_with("First job"));
        calm(&tab).await
    })
}

#[test]
fn what_is_typed_before_the_program_comes_is_kept() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        tab.go("/path/").await?;
        let fill = "(() => { document.querySelector('#hours').value = '20';
            document.querySelector('#city').value = 'Austin, TX';
            document.querySelector('#from').value = 'software-engineer';
            document.querySelector('#degree').checked = true; })()";
        tab.eval(fill).await?;
        tab.ready().await?;
        for (field, kept) in
            [("#hours", "20"), ("#city", "Austin, TX"), ("#from", "software-engineer")]
        {
            assert_eq!(value(&tab, field).await?, kept);
        }
        assert_eq!(tab.eval("document.querySelector('#degree').checked").await?, true);
        tab.until(&format!("{SEARCH}.includes('hours=20')"), true).await?;
        calm(&tab).await
    })
}

/// Letters that come while the page is still drawing the answer to the one before.
#[test]
fn quick_letters_are_all_kept() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        open(&tab, "/path/").await?;
        if tab.engine() == Engine::Chromium {
            tab.slow(20).await?;
        }
        let also = "Boise, ID; Fargo, ND; Reno, NV; Austin, TX; Tampa, FL; Boston, MA";
        let quickly = format!(
            "(async () => {{ const field = document.querySelector('#also');
                let wait = 0;
                for (const letter of '{also}') {{
                    field.value += letter;
                    field.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));
                    wait = (wait + 7) % 31;
                    await new Promise(go => setTimeout(go, wait));
                }}
                return field.value; }})()"
        );
        assert_eq!(tab.eval(&quickly).await?, also);
        tab.until(&format!("new URLSearchParams({SEARCH}).get('also')"), also).await?;
        assert_eq!(value(&tab, "#also").await?, also);
        calm(&tab).await
    })
}

#[test]
fn what_cannot_be_answered_says_what_to_do_and_keeps_what_was_typed() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        open(&tab, "/path/").await?;
        type_over(&tab, "#years", "many").await?;
        tab.until("document.querySelector('#years-error').textContent.length > 0", true).await?;
        assert_eq!(value(&tab, "#years").await?, "many");
        type_over(&tab, "#years", "2").await?;
        type_over(&tab, "#hours", "0").await?;
        tab.until(&format!("{STATUS}.includes('hours a week')"), true).await?;
        type_over(&tab, "#hours", "6").await?;
        tab.until("document.querySelectorAll('table.routes').length > 0", true).await?;
        type_over(&tab, "#hours", "61").await?;
        // What the routes below still stand for.
        tab.until(
            "document.querySelector('#routes-heading ~ .hint')?.textContent.includes('Hours a week to learn: 6.')",
            true,
        )
        .await?;
        type_over(&tab, "#hours", "8").await?;
        type_over(&tab, "#also", "Nowhere; Nirgends").await?;
        let named = "document.querySelector('#routes-heading ~ .hint')?.textContent.split('Cities you would move to').length";
        tab.until(named, 2).await?;
        type_over(&tab, "#also", " ").await?;
        type_over(&tab, "#city", "portland").await?;
        tab.until(
            "document.querySelector('#city-error').textContent.includes('More than one city')",
            true,
        )
        .await?;
        type_over(&tab, "#city", "Atlantis<b>\"").await?;
        tab.until("document.querySelector('#city-error').textContent.includes('Atlantis')", true)
            .await?;
        for hostile in ["?from=%00&to=<script>&have=...&hours=1e9", "?years=-1&search=99999999999"]
        {
            tab.go(&format!("/path/{hostile}")).await?;
            tab.until("document.documentElement.dataset.ready", "").await?;
            tab.until(&format!("{STATUS}.length > 0"), true).await?;
        }
        calm(&tab).await
    })
}

#[test]
fn a_plan_is_kept_only_when_asked_and_forgotten_again() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        open(&tab, "/path/").await?;
        assert_eq!(tab.eval("localStorage.length").await?, 0);
        tab.click("section[aria-labelledby=kept-heading] button").await?;
        tab.until(
            "document.querySelectorAll('section[aria-labelledby=kept-heading] tbody tr').length",
            1,
        )
        .await?;
        tab.until("localStorage.length", 1).await?;
        open(&tab, "/path/").await?;
        tab.until(
            "document.querySelectorAll('section[aria-labelledby=kept-heading] tbody tr').length",
            1,
        )
        .await?;
        tab.click("section[aria-labelledby=kept-heading] tbody button").await?;
        tab.until("localStorage.length", 0).await?;
        calm(&tab).await
    })
}

#[test]
fn routes_are_chosen_with_the_keyboard_alone() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        open(&tab, "/path/").await?;
        tab.eval("document.querySelector('.routes button[aria-pressed=false]').focus()").await?;
        let name = tab.eval("document.activeElement.textContent").await?;
        tab.keys(Key::Space).await?;
        tab.until(&format!("{PRESSED} === {name}"), true).await?;
        assert_eq!(tab.eval("document.activeElement.textContent").await?, name, "focus stays");
        calm(&tab).await
    })
}

#[test]
fn routes_stay_while_a_city_is_typed() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        open(&tab, "/path/?from=data-analyst&to=data-scientist&city=austin-tx").await?;
        let routes = "document.querySelectorAll('.planned table.routes').length > 0";
        tab.until(routes, true).await?;
        type_over(&tab, "#city", "Qqq").await?;
        tab.until("document.querySelector('.planned .error')?.textContent.includes('Qqq')", true)
            .await?;
        assert_eq!(tab.eval(routes).await?, true, "the last routes stay");
        assert_eq!(tab.eval("document.querySelectorAll('.numbered h3').length > 0").await?, true);
        // On its way it was a city for a letter, whose pay was not at hand.
        type_over(&tab, "#city", "Springfeild").await?;
        tab.until(
            "document.querySelector('.planned .error')?.textContent.includes('Springfeild')",
            true,
        )
        .await?;
        assert_eq!(tab.eval(routes).await?, true, "the last routes stay");
        type_over(&tab, "#city", "Denver, CO").await?;
        tab.until("document.querySelector('.planned .error') === null", true).await?;
        calm(&tab).await
    })
}

/// What the table of routes says of staying put, in dollars; 0 where it says nothing.
const STAYING: &str = "(() => { const cell = document.querySelector(
        '.planned table.routes tbody tr:last-child td:nth-of-type(2)').firstChild.textContent;
    const figure = parseFloat(cell.replace(/[^0-9.]/g, '')) || 0;
    return cell.includes('million') ? figure * 1e6 : figure; })()";
const PROGRAM: &str = "performance.getEntriesByType('resource').filter(one => one.name.includes('/paypath-tax')).length";
const ALERT: &str = "(document.querySelector('.planned [role=alert]')?.textContent ?? '')";

#[test]
fn totals_are_take_home_pay_when_asked() -> Result<()> {
    for dark in [false, true] {
        drive(Look { width: 390, height: 844, dark, ..Look::default() }, async |tab: Tab| {
            let moves =
                "from=data-analyst&years=2&city=austin-tx&to=data-scientist&also=new-york-ny";
            open(&tab, &format!("/path/?{moves}")).await?;
            let staying = tab.eval(STAYING).await?.as_i64().unwrap_or_default();
            let routes = texts(&tab, ".routes button[aria-pressed]").await?;
            assert_eq!(tab.eval(PROGRAM).await?, 0, "nobody asked");
            choose(&tab, "#takehome", "single").await?;
            tab.until(&format!("{STAYING} > 0 && {STAYING} < {staying}"), true).await?;
            assert_eq!(texts(&tab, ".routes button[aria-pressed]").await?, routes, "same routes");
            tab.until(&format!("{SEARCH}.endsWith('&takehome=single')"), true).await?;
            tab.until("document.querySelector('.planned .lead').textContent.includes('after taxes and costs')", true)
                .await?;
            let after = tab.eval(STAYING).await?.as_i64().unwrap_or_default();
            assert!(after > staying / 2, "{after} of {staying}");
            sound(&tab, "take-home totals").await?;
            // The address alone gives the same.
            let address = tab.eval("location.pathname + location.search").await?;
            open(&tab, address.as_str().expect("a text")).await?;
            tab.until(STAYING, after).await?;
            assert_eq!(value(&tab, "#takehome").await?, "single");
            choose(&tab, "#takehome", "").await?;
            tab.until(STAYING, staying).await?;
            tab.until(&format!("{SEARCH}.includes('takehome')"), false).await?;
            calm(&tab).await
        })?;
    }
    Ok(())
}

#[test]
fn totals_whose_taxes_cannot_be_had_say_so_and_ask_again() -> Result<()> {
    drive(Look { width: 390, height: 844, ..Look::default() }, async |tab: Tab| {
        // Chosen before the program has come.
        tab.go("/path/").await?;
        tab.eval("(() => { document.querySelector('#takehome').value = 'joint'; })()").await?;
        tab.refuse(&["/paypath-tax"]).await?;
        tab.ready().await?;
        tab.until(&format!("{ALERT}.includes('could not be loaded')"), true).await?;
        assert_eq!(value(&tab, "#takehome").await?, "joint");
        tab.until(&format!("{SEARCH}.includes('takehome=joint')"), true).await?;
        tab.until(STAYING, 0).await?;
        tab.until(
            "document.querySelector('.planned .lead').textContent",
            "Its total waits for the taxes.",
        )
        .await?;
        assert!(!texts(&tab, ".numbered h3").await?.is_empty(), "the steps stand");
        // Refused once more, and then not.
        let asked = tab.eval(PROGRAM).await?.as_u64().unwrap_or_default();
        tab.click(".planned [role=alert] button").await?;
        tab.until(&format!("{PROGRAM} > {asked} && {ALERT} !== ''"), true).await?;
        tab.refuse(&[]).await?;
        tab.click(".planned [role=alert] button").await?;
        tab.until(&format!("{STAYING} > 0"), true).await?;
        tab.until(ALERT, "").await
    })
}
