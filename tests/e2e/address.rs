//! The question lives in the address: links, sharing, reload, back and forward.

use std::sync::{Arc, Mutex};

use anyhow::Result;
use xtask::browser::{Key, Look, Tab, drive};

use crate::steps::{
    EXAMPLE, HEADING, SEARCH, calm, choose_role, error, focus, open, type_over, until_value, value,
};

const LINK: &str = "/?role=data-scientist&city=palo-alto-ca&years=8";
const ASKED: &str = "Data Scientist in Palo Alto, CA with 8 years of experience";

#[test]
fn a_link_answers_and_a_reload_keeps_it() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        // The first page of all counts as one step or as two.
        tab.go("/method/").await?;
        let steps = tab.eval("history.length").await?.as_u64().unwrap_or_default();
        open(&tab, LINK).await?;
        tab.until_text(HEADING, ASKED).await?;
        assert_eq!(value(&tab, "#role").await?, "data-scientist");
        assert_eq!(value(&tab, "#city").await?, "Palo Alto, CA");
        assert_eq!(value(&tab, "#years").await?, "8");
        assert_eq!(value(&tab, "#years-slider").await?, "8");
        assert!(tab.text(".evidence").await?.contains("San Jose-Sunnyvale-Santa Clara, CA"));
        tab.until("document.title", format!("{ASKED} - Paypath")).await?;
        assert_eq!(tab.eval("history.length").await?, steps + 1, "reading a link adds no step");

        let median = tab.text("#median").await?;
        tab.reload().await?;
        tab.ready().await?;
        tab.until_text(HEADING, ASKED).await?;
        assert_eq!(tab.text("#median").await?, median);
        assert_eq!(format!("/{}", tab.eval(SEARCH).await?.as_str().unwrap_or_default()), LINK);

        open(&tab, "/?city=nyc&level=senior").await?;
        let asked = tab.text(HEADING).await?;
        assert!(asked.starts_with("Machine Learning Engineer in New York, NY with "), "{asked}");
        assert_ne!(value(&tab, "#years").await?, "5", "a level is as many years");
        calm(&tab).await
    })
}

#[test]
fn a_shared_link_shows_the_same_to_somebody_else() -> Result<()> {
    let shared = Arc::new(Mutex::new((String::new(), String::new())));
    let kept = Arc::clone(&shared);
    drive(Look::default(), async move |tab: Tab| {
        open(&tab, "/").await?;
        choose_role(&tab, "mlops-engineer").await?;
        type_over(&tab, "#city", "atlanta, ga").await?;
        type_over(&tab, "#years", "3").await?;
        let wanted = "?role=mlops-engineer&city=atlanta-ga&years=3";
        tab.until(SEARCH, wanted).await?;
        *kept.lock().unwrap() = (wanted.to_owned(), tab.text("#median").await?);
        Ok(())
    })?;
    drive(Look::default(), async move |tab: Tab| {
        let (link, median) = shared.lock().unwrap().clone();
        open(&tab, &format!("/{link}")).await?;
        tab.until_text("#median", &median).await?;
        assert_eq!(value(&tab, "#role").await?, "mlops-engineer");
        calm(&tab).await
    })
}

#[test]
fn back_and_forward_go_through_the_questions() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        open(&tab, "/").await?;
        choose_role(&tab, "data-engineer").await?;
        choose_role(&tab, "statistician").await?;
        // Typing a number is one step, however many keys it takes.
        type_over(&tab, "#years", "12").await?;
        tab.until(SEARCH, "?role=statistician&city=san-francisco-ca&years=12").await?;
        tab.click(".cities tbody tr:nth-child(2) a").await?;
        let end = "Statistician in Seattle, WA with 12 years of experience";
        tab.until_text(HEADING, end).await?;

        let steps = [
            ("statistician", "San Francisco, CA", "12"),
            ("statistician", "San Francisco, CA", "5"),
            ("data-engineer", "San Francisco, CA", "5"),
            ("machine-learning-engineer", "San Francisco, CA", "5"),
        ];
        for step in steps {
            tab.back().await?;
            shows(&tab, step).await?;
        }
        tab.until("document.title", "Paypath: what machine-learning work pays in the USA").await?;
        assert_eq!(tab.text(HEADING).await?, EXAMPLE);
        for step in steps.iter().rev().skip(1) {
            tab.forward().await?;
            shows(&tab, *step).await?;
        }
        tab.forward().await?;
        tab.until_text(HEADING, end).await?;
        calm(&tab).await
    })
}

async fn shows(tab: &Tab, (role, city, years): (&str, &str, &str)) -> Result<()> {
    until_value(tab, "#years", years).await?;
    until_value(tab, "#city", city).await?;
    until_value(tab, "#role", role).await?;
    until_value(tab, "#years-slider", years).await
}

#[test]
fn a_step_made_in_haste_loses_nothing() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        open(&tab, "/").await?;
        // The role changes before the page has followed the second key.
        let haste = "(() => { const put = (id, kind, value) => {
                const field = document.getElementById(id);
                field.value = value;
                field.dispatchEvent(new Event(kind, { bubbles: true })); };
            const rest = () => new Promise(go => requestAnimationFrame(go));
            return (async () => { put('years', 'input', '1'); await rest();
                put('years', 'input', '12');
                put('role', 'change', 'data-engineer'); await rest(); })(); })()";
        tab.eval(haste).await?;
        tab.until(SEARCH, "?role=data-engineer&city=san-francisco-ca&years=12").await?;
        tab.back().await?;
        shows(&tab, ("machine-learning-engineer", "San Francisco, CA", "12")).await?;

        // Choosing what is shown already is no step.
        let steps = tab.eval("history.length").await?;
        tab.click(".cities .current a").await?;
        choose_role(&tab, "machine-learning-engineer").await?;
        tab.eval("0").await?;
        assert_eq!(tab.eval("history.length").await?, steps);

        // Going to a part of the page is no new question.
        type_over(&tab, "#years", "lots").await?;
        focus(&tab, ".skip").await?;
        tab.keys(Key::Enter).await?;
        tab.until("location.hash", "#main").await?;
        assert!(error(&tab, "#years").await?.contains("“lots”"));
        assert_eq!(value(&tab, "#years").await?, "lots");
        calm(&tab).await
    })
}
