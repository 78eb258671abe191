//! The city's combobox: by keyboard, by mouse, with names that mean several places or none.

use anyhow::Result;
use serde_json::Value;
use xtask::browser::{Key, Look, Tab, drive};

use crate::steps::{
    EXAMPLE, HEADING, SEARCH, calm, error, focus, open, texts, type_over, until_value, value,
};

const OPEN: &str = "document.querySelector('#city').getAttribute('aria-expanded') === 'true'
    && document.querySelector('#city-list').checkVisibility()";
/// The option that `aria-activedescendant` leads to: selected, in view, in the list.
const ACTIVE: &str = "(() => {
    const id = document.querySelector('#city').getAttribute('aria-activedescendant');
    if (!id) return null;
    const list = document.querySelector('#city-list'), option = document.getElementById(id);
    const [l, o] = [list, option].map(e => e.getBoundingClientRect());
    const wired = list.contains(option) && option.getAttribute('aria-selected') === 'true'
        && list.querySelectorAll('[aria-selected=true]').length === 1
        && o.top >= l.top - 1 && o.bottom <= l.bottom + 1;
    return wired ? option.firstChild.textContent : 'not wired'; })()";
const STATUS: &str = ".combobox [role=status]";

#[test]
fn a_city_is_chosen_by_keyboard_alone() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        open(&tab, "/").await?;
        focus(&tab, "#role").await?;
        tab.keys(Key::Tab).await?;
        tab.until("document.activeElement.id", "city").await?;
        listed(&tab).await?;
        typed(&tab).await?;
        left(&tab).await?;
        calm(&tab).await
    })
}

/// Entering offers the ten listed cities in their order, then the country.
async fn listed(tab: &Tab) -> Result<()> {
    assert_eq!(tab.eval(OPEN).await?, false);
    tab.keys(Key::Down).await?;
    tab.until(OPEN, true).await?;
    let offered = texts(tab, "#city-list [role=option]").await?;
    assert_eq!(offered.len(), 11);
    assert!(offered[0].starts_with("San Francisco, CA") && offered[9].starts_with("Atlanta, GA"));
    assert_eq!(offered[10], "the United States");
    tab.keys(Key::Down).await?;
    tab.until(ACTIVE, "San Francisco, CA").await?;
    for _ in 0..5 {
        tab.keys(Key::Down).await?;
    }
    tab.until(ACTIVE, "Palo Alto, CA").await?;
    tab.keys(Key::Up).await?;
    tab.until(ACTIVE, "Austin, TX").await?;
    for _ in 0..5 {
        tab.keys(Key::Up).await?;
    }
    tab.until(ACTIVE, Value::Null).await?;
    tab.keys(Key::Up).await?;
    tab.until(ACTIVE, "the United States").await?;
    tab.keys(Key::Escape).await?;
    tab.until(OPEN, false).await?;
    assert_eq!(value(tab, "#city").await?, "San Francisco, CA");
    assert_eq!(tab.text(HEADING).await?, EXAMPLE);
    Ok(())
}

/// Typing offers matches; Enter takes the active one; nothing is taken before.
async fn typed(tab: &Tab) -> Result<()> {
    type_over(tab, "#city", "palo").await?;
    tab.until(OPEN, true).await?;
    assert!(texts(tab, "#city-list [role=option]").await?[0].starts_with("Palo Alto, CA"));
    assert!(texts(tab, STATUS).await?[0].ends_with("found."));
    assert_eq!(tab.eval(ACTIVE).await?, Value::Null, "nothing is chosen by itself");
    assert_eq!(tab.text(HEADING).await?, EXAMPLE, "not yet");
    tab.keys(Key::Escape).await?;
    assert_eq!(value(tab, "#city").await?, "palo", "Escape keeps what was typed");
    tab.keys(Key::Down).await?;
    tab.until(OPEN, true).await?;
    assert!(
        texts(tab, "#city-list [role=option]").await?[0].starts_with("Palo Alto, CA"),
        "the list comes back with what was typed"
    );
    tab.keys(Key::Down).await?;
    tab.until(ACTIVE, "Palo Alto, CA").await?;
    tab.keys(Key::Enter).await?;
    until_value(tab, "#city", "Palo Alto, CA").await?;
    assert_eq!(tab.eval(OPEN).await?, false);
    assert_eq!(tab.eval("document.activeElement.id").await?, "city", "the focus stays");
    assert!(tab.text(HEADING).await?.contains("in Palo Alto, CA with"));
    assert!(tab.text(".evidence").await?.contains("San Jose"), "the metro is named");
    tab.until(SEARCH, "?role=machine-learning-engineer&city=palo-alto-ca&years=5").await?;

    type_over(tab, "#city", "zzzz").await?;
    assert_eq!(texts(tab, "#city-list [role=option]").await?.len(), 1);
    assert!(texts(tab, ".combobox-none").await?[0].starts_with("No city found."));
    assert!(texts(tab, STATUS).await?[0].starts_with("No city found."));
    tab.keys(Key::Down + Key::Enter).await?;
    assert!(error(tab, "#city").await?.contains("“zzzz”"));
    assert!(tab.text(HEADING).await?.contains("in Palo Alto, CA with"), "the answer stays");
    assert_eq!(value(tab, "#city").await?, "zzzz");
    Ok(())
}

/// Leaving the field takes what was typed, or says why not.
async fn left(tab: &Tab) -> Result<()> {
    type_over(tab, "#city", "NYC").await?;
    assert_eq!(error(tab, "#city").await?, "", "the error goes with the first key");
    tab.keys(Key::Tab).await?;
    until_value(tab, "#city", "New York, NY").await?;
    assert!(tab.text(HEADING).await?.contains("in New York, NY with"));
    assert_eq!(tab.eval("document.activeElement.id").await?, "years", "not the button");

    type_over(tab, "#city", "portland").await?;
    tab.keys(Key::Tab).await?;
    let said = error(tab, "#city").await?;
    assert!(said.contains("More than one city is named “portland”"), "{said}");
    assert!(said.contains("Portland, OR") && said.contains("Portland, ME"), "{said}");
    assert!(said.ends_with("Still showing New York, NY."), "{said}");
    assert!(tab.text(HEADING).await?.contains("in New York, NY with"));

    type_over(tab, "#city", "bosto").await?;
    tab.keys(Key::Down).await?;
    tab.until(ACTIVE, "Boston, MA").await?;
    tab.keys(Key::Tab).await?;
    until_value(tab, "#city", "Boston, MA").await?;
    assert_eq!(error(tab, "#city").await?, "");

    type_over(tab, "#city", "Seattle, WA").await?;
    assert!(tab.text(HEADING).await?.contains("in Seattle, WA with"), "a full name answers");
    type_over(tab, "#city", "us").await?;
    tab.keys(Key::Enter).await?;
    until_value(tab, "#city", "United States").await?;
    assert!(tab.text(HEADING).await?.contains("in the United States with"));
    type_over(tab, "#city", " ").await?;
    tab.keys(Key::Tab).await?;
    assert!(error(tab, "#city").await?.starts_with("Enter a city"));
    Ok(())
}

#[test]
fn a_city_is_chosen_with_the_mouse() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        open(&tab, "/").await?;
        let button = tab.find(".combobox-open").await?;
        button.click().await?;
        tab.until(OPEN, true).await?;
        assert_eq!(tab.eval("document.activeElement.id").await?, "city", "Escape must work");
        button.click().await?;
        tab.until(OPEN, false).await?;
        button.click().await?;
        tab.click("h1").await?;
        tab.until(OPEN, false).await?;
        assert_eq!(error(&tab, "#city").await?, "");

        tab.click("#city").await?;
        tab.until(OPEN, true).await?;
        tab.click("#city-option-7").await?;
        until_value(&tab, "#city", "Chicago, IL").await?;
        assert_eq!(tab.eval(OPEN).await?, false);
        tab.until(SEARCH, "?role=machine-learning-engineer&city=chicago-il&years=5").await?;

        tab.click(".cities tbody tr:nth-child(4) a").await?;
        until_value(&tab, "#city", "Boston, MA").await?;
        tab.until_text(".cities .current a[aria-current=true]", "Boston, MA").await?;
        assert!(tab.has("html[data-ready]").await?, "the page was not loaded anew");
        calm(&tab).await
    })
}
