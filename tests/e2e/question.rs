//! Asking: a role from the list, years as a number or on the slider. Every change answers.

use anyhow::Result;
use serde_json::json;
use xtask::browser::{Key, Look, Tab, drive};

use crate::steps::{
    HEADING, SEARCH, calm, choose, choose_role, dollars, error, focus, open, texts, type_over,
    until_value, value,
};

#[test]
fn a_role_and_years_answer_as_they_change() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        open(&tab, "/").await?;
        roles(&tab).await?;
        years(&tab).await?;
        table(&tab).await?;
        calm(&tab).await
    })
}

/// Education moves the answer and the address; an offer neither, and both are told in words.
#[test]
fn education_answers_and_an_offer_is_judged() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        open(&tab, "/").await?;
        let plain = dollars(&tab.text("#median").await?);
        choose(&tab, "#education", "none").await?;
        tab.until(
            SEARCH,
            "?role=machine-learning-engineer&city=san-francisco-ca&years=5&education=none",
        )
        .await?;
        assert!(dollars(&tab.text("#median").await?) < plain);
        let reasons = "[...document.querySelectorAll('.reasons h4')].map(one => one.textContent)";
        tab.until(&format!("{reasons}.includes('Your education')"), true).await?;

        type_over(&tab, "#offer", "lots").await?;
        assert!(error(&tab, "#offer").await?.contains("185k"), "what to write");
        assert!(!tab.has("#verdict").await?);
        type_over(&tab, "#offer", &tab.text("#median").await?).await?;
        let verdict = tab.text("#verdict").await?;
        assert!(verdict.contains("within the likely range"), "{verdict}");
        let quote = tab.text(".quote").await?;
        assert!(quote.contains(&tab.text("#median").await?), "{quote}");
        type_over(&tab, "#offer", "900k").await?;
        assert!(tab.text("#verdict").await?.contains("99th percentile"));
        assert!(!tab.eval(SEARCH).await?.to_string().contains("900"), "not in the address");
        assert!(tab.has(".claims li").await?, "articles claim something about this role");
        choose_role(&tab, "data-analyst").await?;
        assert_eq!(value(&tab, "#offer").await?, "900k", "nothing typed is lost");
        calm(&tab).await
    })
}

/// What a change did to the middle is said and marked, also while a field is typed on in; going back
/// is no change.
#[test]
fn a_change_is_told_beside_what_was_before() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        open(&tab, "/").await?;
        let first = dollars(&tab.text("#median").await?);
        let told = async || tab.text(".middle-means").await;
        let unchanged = told().await?;
        assert!(!tab.has(".band-before").await?);
        type_over(&tab, "#years", "12").await?;
        let more = dollars(&tab.text("#median").await?) - first;
        let said = told().await?;
        assert_eq!(
            said.strip_suffix(&unchanged),
            Some(&*format!("${more} more than before. ").replace("000", ",000"))
        );
        assert!(tab.has(".dots .band-before").await? && tab.has(".key .band-before").await?);
        let side = "Math.sign(parseFloat(document.querySelector('.dots .band-middle').getAttribute('x1')) \
            - parseFloat(document.querySelector('.dots .band-before').getAttribute('x1')))";
        assert_eq!(tab.eval(side).await?, 1, "left of the middle, as it was less");
        choose_role(&tab, "data-analyst").await?;
        assert!(told().await?.contains("less than before"));
        assert_eq!(tab.eval(side).await?, -1);
        tab.until(SEARCH, "?role=data-analyst&city=san-francisco-ca&years=12").await?;
        tab.eval("history.back()").await?;
        tab.until_text(
            HEADING,
            "Machine Learning Engineer in San Francisco, CA with 12 years of experience",
        )
        .await?;
        assert_eq!(told().await?, unchanged);
        // The same metro area, so the same figures.
        type_over(&tab, "#city", "Oakland, CA").await?;
        assert!(told().await?.starts_with("The same as before. "));
        calm(&tab).await
    })
}

async fn roles(tab: &Tab) -> Result<()> {
    let groups = "[...document.querySelectorAll('#role optgroup')].map(g => g.label)";
    let groups = tab.eval(groups).await?;
    assert_eq!(groups[0], "Machine learning");
    assert!(groups.as_array().is_some_and(|all| all.len() > 3), "{groups}");

    let before = tab.text("#median").await?;
    choose_role(tab, "data-analyst").await?;
    let question = "Data Analyst in San Francisco, CA with 5 years of experience";
    tab.until_text(HEADING, question).await?;
    assert!(dollars(&tab.text("#median").await?) < dollars(&before));
    tab.until("document.title", format!("{question} - Paypath")).await?;
    tab.until(SEARCH, "?role=data-analyst&city=san-francisco-ca&years=5").await?;
    assert!(tab.text("#cities-heading").await?.starts_with("Data Analyst in ten cities"));
    let first = tab.text(".cities .current td").await?;
    assert_eq!(first, tab.text("#median").await?, "the city's row says the same");
    Ok(())
}

async fn years(tab: &Tab) -> Result<()> {
    focus(tab, "#years").await?;
    tab.keys("1").await?;
    let place = "Data Analyst in San Francisco, CA with";
    tab.until_text(HEADING, &format!("{place} 1 year of experience")).await?;
    until_value(tab, "#years-slider", "1").await?;
    let junior = dollars(&tab.text("#median").await?);
    tab.keys("2").await?;
    tab.until_text(HEADING, &format!("{place} 12 years of experience")).await?;
    until_value(tab, "#years-slider", "12").await?;
    assert!(dollars(&tab.text("#median").await?) > junior);

    focus(tab, "#years-slider").await?;
    tab.keys(Key::Right).await?;
    until_value(tab, "#years", "13").await?;
    tab.keys(Key::Home).await?;
    tab.until_text(HEADING, &format!("{place} no experience yet")).await?;
    tab.keys(Key::End).await?;
    until_value(tab, "#years", "50").await?;
    tab.until(SEARCH, "?role=data-analyst&city=san-francisco-ca&years=50").await?;

    for (typed, said) in [
        ("51", "Enter whole years of experience from 0 to 50, not “51”."),
        ("2.5", "Enter whole years of experience from 0 to 50, not “2.5”."),
        ("many", "“many” is not a number."),
    ] {
        type_over(tab, "#years", typed).await?;
        let found = error(tab, "#years").await?;
        assert!(found.contains(said), "{found}");
        assert_eq!(value(tab, "#years").await?, typed, "what was typed stays");
        let line = "getComputedStyle(document.querySelector('#years')).borderTopWidth";
        assert_eq!(tab.eval(line).await?, "2px", "marked by more than words");
    }
    // On the way to these, 5 and 2 were answers.
    assert!(error(tab, "#years").await?.ends_with("Still showing 2 years of experience."));
    tab.keys(Key::Control + "a").await?;
    tab.keys(Key::Delete).await?;
    assert!(error(tab, "#years").await?.starts_with("Enter your years of experience."));
    tab.keys("7").await?;
    assert_eq!(error(tab, "#years").await?, "");
    assert_eq!(value(tab, "#years-slider").await?, "7");
    Ok(())
}

/// The table ascends and says what the headline and the sentences say.
async fn table(tab: &Tab) -> Result<()> {
    tab.click(".figures summary").await?;
    let rows: Vec<u32> =
        texts(tab, ".figures tbody td").await?.iter().map(|text| dollars(text)).collect();
    assert_eq!(rows.len(), 5);
    assert!(rows.windows(2).all(|pair| pair[0] < pair[1]), "{rows:?}");
    let about = |amount: u32| (amount + 500) / 1000 * 1000;
    assert_eq!(dollars(&tab.text("#median").await?), about(rows[2]));
    let amounts = |text: String| {
        let all = text.split('$').skip(1).map(dollars).collect::<Vec<_>>();
        assert_eq!(all.len(), 2, "{text}");
        all
    };
    assert_eq!(amounts(tab.text(".likely").await?), [about(rows[1]), about(rows[3])]);
    // The sentence begins with a number of its own: 8 in 10.
    assert_eq!(amounts(tab.text(".wide").await?), [about(rows[0]), about(rows[4])]);
    assert_eq!(texts(tab, "svg.dots circle").await?.len(), 20);
    Ok(())
}

#[test]
fn a_screen_reader_hears_an_answer_once_typing_rests() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        open(&tab, "/").await?;
        let said = "#app > [role=status]";
        assert_eq!(texts(&tab, said).await?, [""], "the first answer is read with the page");
        let note = "(() => { window.said = [];
            new MutationObserver(all => all.forEach(m => said.push(m.target.textContent)))
                .observe(document.querySelector('#app > [role=status]'),
                    { characterData: true, childList: true, subtree: true }); })()";
        tab.eval(note).await?;
        type_over(&tab, "#years", "12").await?;
        tab.until("said.length > 0", true).await?;
        let all = tab.eval("said.every(text => text === said[0])").await?;
        assert_eq!(all, true, "one answer, not one a key");
        let text = texts(&tab, said).await?.remove(0);
        assert!(text.contains("with 12 years of experience: $"), "{text}");
        assert!(text.contains("Half of people like this earn between"), "{text}");

        tab.eval("said.length = 0").await?;
        tab.keys("x").await?;
        tab.until("said.length > 0", true).await?;
        let text = texts(&tab, said).await?.remove(0);
        assert!(text.starts_with("“12x” is not a number."), "{text}");
        let other = "document.querySelectorAll('.question .error[aria-live], .question .error[role]').length";
        assert_eq!(tab.eval(other).await?, json!(0), "errors of the question are heard there only");
        Ok(())
    })
}
