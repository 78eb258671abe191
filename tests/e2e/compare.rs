//! Answers beside each other: from the calculator, typed, added, removed, copied, saved, printed.

use anyhow::Result;
use xtask::browser::{Key, Look, Tab, drive};

use crate::steps::{calm, choose, error, open, texts, type_over, value};

const READY: &str = "document.documentElement.hasAttribute('data-ready')";
const ROWS: &str = "document.querySelectorAll('.bars li').length";

/// Screen readers hear what became of the answer, once, and nothing of each letter on the way.
#[test]
fn what_is_heard_waits_until_typing_rests() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        let two = "/compare/?a=data-analyst.boise-id.3&b=data-scientist.us.3";
        let pages = [
            (two, "#city-1", "Austin, TX", "#summary"),
            ("/offers/", "#base-1", "305000", "#best"),
        ];
        for (path, field, typed, said) in pages {
            open(&tab, path).await?;
            let live = "document.querySelectorAll('#app [aria-live], #app .error[role]').length";
            assert_eq!(tab.eval(live).await?, 0, "{path}");
            let before = tab.text(said).await?;
            tab.eval(
                "(window.heard = [], new MutationObserver(() => heard.push(document.querySelector('#said').textContent))
                    .observe(document.querySelector('#said'), { childList: true }), 0)",
            )
            .await?;
            type_over(&tab, field, typed).await?;
            tab.until("heard.length", 1).await?;
            let (text, heard) = (tab.text(said).await?, tab.eval("heard[0]").await?);
            assert_ne!(text, before, "{path}");
            let heard = heard.as_str().unwrap_or_default();
            assert!(heard.contains(&text) && !heard.contains("We know no city"), "{heard}");
        }
        Ok(())
    })
}

#[test]
fn the_calculators_answer_is_compared_and_taken_along() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        open(&tab, "/?role=data-analyst&city=chicago-il&years=3").await?;
        let middle = tab.text("#median").await?;
        tab.click("#compare").await?;
        tab.until("location.pathname", "/compare/").await?;
        tab.until(READY, true).await?;
        tab.until(ROWS, 1).await?;
        assert!(tab.text("#app .bars li").await?.contains(&middle));
        assert_eq!(value(&tab, "#city-1").await?, "Chicago, IL");
        for count in [2, 3, 4] {
            tab.click(".beside .answers > p:last-child button").await?;
            tab.until(ROWS, count).await?;
            tab.until("document.activeElement.id", format!("role-{count}")).await?;
        }
        assert!(!tab.has(".beside .answers > p:last-child button").await?, "four at most");
        choose(&tab, "#role-2", "data-scientist").await?;
        type_over(&tab, "#years-3", "12").await?;
        // Whoever is still typing has not chosen yet.
        type_over(&tab, "#city-4", "nowhere").await?;
        tab.until("document.querySelector('#city-4').value", "nowhere").await?;
        assert_eq!(error(&tab, "#city-4").await?, "");
        assert_eq!(tab.eval(ROWS).await?, 4);
        tab.keys(Key::Tab).await?;
        assert!(error(&tab, "#city-4").await?.contains("nowhere"));
        tab.until(ROWS, 3).await?;
        assert_eq!(value(&tab, "#city-4").await?, "nowhere");
        tab.click(".beside fieldset:nth-of-type(4) button").await?;
        tab.until("document.querySelectorAll('.beside fieldset').length", 3).await?;
        tab.until("location.search.includes('b=data-scientist.chicago-il.3') && location.search.includes('c=data-analyst.chicago-il.12')", true).await?;
        // The picture becomes one that sites take.
        tab.until(
            "document.querySelector('#picture').href.startsWith('data:image/png;base64,')",
            true,
        )
        .await?;
        assert_eq!(
            tab.eval("document.querySelector('#picture').download").await?,
            "paypath-compare.png"
        );
        let quote = tab.text("blockquote").await?;
        assert!(
            quote.contains("/compare/?a=") && quote.contains("official wage statistics"),
            "{quote}"
        );
        let copy = "(() => { Object.defineProperty(navigator, 'clipboard', { configurable: true,
            value: { writeText: async (text) => { window.copied = text; } } });
            document.querySelector('.take button').click(); })()";
        tab.eval(copy).await?;
        tab.until("document.querySelector('#copied').textContent", "Copied.").await?;
        assert_eq!(tab.eval("window.copied").await?, quote.as_str());
        // A browser that refuses, and one that has nothing to copy with.
        for clipboard in ["{ writeText: async () => { throw new Error('no'); } }", "undefined"] {
            tab.eval(&format!(
                "(() => {{ Object.defineProperty(navigator, 'clipboard', {{ configurable: true, value: {clipboard} }});
                 document.querySelector('.take button').click(); }})()"
            )).await?;
            tab.until(
                "document.querySelector('#copied').textContent.includes('copy it yourself')",
                true,
            )
            .await?;
        }
        let csv =
            "decodeURIComponent(document.querySelector('#csv').href).trim().split('\\n').length";
        assert_eq!(tab.eval(csv).await?, 4, "heads and three answers");
        // The link leads back to the same.
        let before = texts(&tab, ".side-by-side td").await?;
        let link = tab.eval("document.querySelector('#link').getAttribute('href')").await?;
        open(&tab, link.as_str().expect("a link")).await?;
        tab.until(READY, true).await?;
        tab.until(ROWS, 3).await?;
        assert_eq!(texts(&tab, ".side-by-side td").await?, before);
        calm(&tab).await
    })
}

/// What is typed before the program is there counts.
#[test]
fn what_is_typed_into_the_comparison_before_the_program_came_counts() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        tab.go("/compare/").await?;
        tab.eval("(() => { const field = document.querySelector('#years-1'); field.value = '9'; field.focus(); })()").await?;
        tab.until(READY, true).await?;
        assert_eq!(value(&tab, "#years-1").await?, "9");
        tab.until("document.querySelector('.bars li').textContent.includes('9 years')", true)
            .await?;
        assert_eq!(tab.eval("document.activeElement.id").await?, "years-1");
        tab.until("/[?&]a=[^&]*\\.9(&|$)/.test(location.search)", true).await?;
        calm(&tab).await
    })
}

/// Whoever stands on a button with the keyboard still does when the program has drawn it anew.
#[test]
fn the_focus_on_a_button_stays_when_the_program_comes() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        tab.go("/compare/").await?;
        tab.eval("document.querySelector('.beside fieldset:nth-of-type(2) button').focus()")
            .await?;
        tab.until(READY, true).await?;
        let at = "[...document.querySelectorAll('.beside fieldset button')].indexOf(document.activeElement)";
        assert_eq!(tab.eval(at).await?, 1);
        calm(&tab).await
    })
}

/// A button pressed before the program is there takes away the question that it stands at.
#[test]
fn the_question_that_was_pressed_goes() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        tab.go("/compare/").await?;
        let cities = texts(&tab, ".bars li").await?;
        tab.eval("(() => { const one = document.querySelector('.beside fieldset:nth-of-type(2) button'); one.focus(); one.click(); })()").await?;
        tab.until(ROWS, 2).await?;
        let left = texts(&tab, ".bars li").await?;
        assert_eq!(left, [cities[0].clone(), cities[2].clone()]);
        tab.until("document.activeElement.id", "role-2").await?;
        calm(&tab).await
    })
}
