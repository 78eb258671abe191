//! The search within the questions: as you type, from the address, past a deep link, without script.

use anyhow::Result;
use xtask::browser::{Look, Tab, drive};

use crate::steps::{calm, open, texts, type_over, value};

const FIELD: &str = "#ask-for";
const SHOWN: &str = "[...document.querySelectorAll('.question-answer')]
    .filter(e => e.checkVisibility()).map(e => e.id)";
const LISTED: &str = "[...document.querySelectorAll('.parts a')]
    .filter(e => e.checkVisibility()).map(e => e.hash.slice(1))";
/// Headed parts that have no question left.
const BARE: &str = "[...document.querySelectorAll('.part')].filter(e => e.checkVisibility()
    && ![...e.querySelectorAll('.question-answer')].some(q => q.checkVisibility())).length";

async fn shown(tab: &Tab) -> Result<Vec<String>> {
    let shown: Vec<String> = serde_json::from_value(tab.eval(SHOWN).await?)?;
    assert_eq!(tab.eval(LISTED).await?, serde_json::to_value(&shown)?, "the list agrees");
    assert_eq!(tab.eval(BARE).await?, 0, "no heading stands alone");
    Ok(shown)
}

#[test]
fn typing_leaves_the_questions_that_have_every_word() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        tab.watch().await?;
        open(&tab, "/faq/").await?;
        let all = shown(&tab).await?;
        assert!(all.len() > 20);
        type_over(&tab, FIELD, "Percentíle EARN").await?;
        let few = shown(&tab).await?;
        assert!(!few.is_empty() && few.len() < all.len() / 2, "{few:?}");
        assert!(few.iter().any(|id| id.contains("percentile")), "{few:?}");
        let said = tab.text("#ask [role=status]").await?;
        let count = few.len();
        let wanted = if count == 1 { "1 question".into() } else { format!("{count} questions") };
        assert_eq!(said, wanted);
        tab.until("location.search", "?q=Percent%C3%ADle%20EARN").await?;
        open(&tab, "/faq/?q=percentile+earn").await?;
        assert_eq!(shown(&tab).await?, few, "the address keeps what was asked");

        type_over(&tab, FIELD, "<b>zzzz").await?;
        assert_eq!(shown(&tab).await?, [""; 0]);
        assert!(tab.text("#ask [role=status]").await?.starts_with("No question has all"));
        assert_eq!(tab.axe().await?, [""; 0]);
        assert_eq!(tab.eval("seen.policy.concat(seen.errors)").await?, serde_json::json!([]));
        type_over(&tab, FIELD, "\u{e003}").await?; // backspace
        assert_eq!(shown(&tab).await?, all, "an empty field shows everything");
        assert_eq!(tab.text("#ask [role=status]").await?, "");
        tab.until("location.search", "").await?;
        calm(&tab).await
    })
}

#[test]
fn a_link_to_a_question_shows_it() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        open(&tab, "/faq/").await?;
        let all = shown(&tab).await?;
        let last = all.last().unwrap();
        open(&tab, &format!("/faq/?q=zzzz#{last}")).await?;
        assert_eq!(shown(&tab).await?, all);
        assert_eq!(value(&tab, FIELD).await?, "");
        type_over(&tab, FIELD, "zzzz").await?;
        tab.eval(&format!("location.hash = '{}'", all[0])).await?;
        tab.until(SHOWN, serde_json::to_value(&all)?).await?;
        let seen = format!(
            "(() => {{ const box = document.getElementById('{}').getBoundingClientRect();
                return box.top >= 0 && box.top < innerHeight; }})()",
            all[0]
        );
        tab.until(&seen, true).await?;
        calm(&tab).await
    })
}

#[test]
fn without_script_every_question_is_there_and_no_field() -> Result<()> {
    drive(Look { script: false, ..Look::default() }, async |tab: Tab| {
        tab.go("/faq/?q=zzzz").await?;
        assert!(!tab.find("#ask").await?.is_displayed().await?);
        let questions = texts(&tab, ".question-answer h3").await?;
        assert!(questions.len() > 20);
        assert!(tab.find(".question-answer").await?.is_displayed().await?);
        Ok(())
    })
}
