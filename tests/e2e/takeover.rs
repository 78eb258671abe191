//! The program takes over the prerendered page: nothing flickers, nothing typed is lost, nothing
//! is fetched later, and a page that something else altered does no harm.

use anyhow::Result;
use serde_json::{Value, json};
use xtask::browser::{Engine, Key, Look, Tab, drive};

use crate::steps::{
    EXAMPLE, HEADING, SEARCH, calm, choose_role, error, focus, type_over, until_value, value,
};

/// Elements, attributes and texts of `#app`, one a line, without what only markup needs:
/// prerendered fields have their values as attributes.
const OUTLINE: &str = "(() => {
    const outline = node => {
        if (node.nodeType === Node.TEXT_NODE) return [node.data];
        if (node.nodeType !== Node.ELEMENT_NODE) return [];
        node.normalize();
        const kept = [...node.attributes].filter(a => !['value', 'selected'].includes(a.name));
        const words = kept.map(a => `${a.name}=${a.value}`).sort();
        return [[node.localName, ...words].join(' '), ...[...node.childNodes].flatMap(outline)];
    };
    const copy = document.querySelector('#app').cloneNode(true);
    // Nobody sees them where scripts run, so the program draws none.
    copy.querySelectorAll('.no-script').forEach(one => one.remove());
    return outline(copy); })()";
const FIELDS: &str = "['role', 'city', 'years', 'years-slider'].map(id =>
    document.getElementById(id).value)";
const WRONGS: &str = "seen.policy.concat(seen.errors)";
/// Two frames are drawn, and what observes them has been told.
const RESTED: &str = "new Promise(go => requestAnimationFrame(() => requestAnimationFrame(
    () => setTimeout(go, 50))))";
const CARET: &str = "[document.activeElement.id,
    document.activeElement.selectionStart, document.activeElement.selectionEnd]";

#[test]
fn taking_over_changes_nothing_and_fetches_nothing_later() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        tab.watch().await?;
        tab.hold().await?;
        tab.go("/").await?;
        tab.click(".figures summary").await?;
        tab.eval("scrollTo({ top: 200, behavior: 'instant' })").await?;
        let before = (tab.eval(OUTLINE).await?, tab.eval(FIELDS).await?);
        let title = tab.eval("document.title").await?;
        tab.eval("document.querySelector('#app').firstChild.old = true").await?;
        // Opening the table moved the page; what counts is what the program moves.
        tab.eval(RESTED).await?;
        tab.eval("seen.shifts &&= 0").await?;
        tab.let_go().await?;
        assert_ne!(
            tab.eval("document.querySelector('#app').firstChild.old").await?,
            true,
            "not taken over"
        );
        assert_eq!(parting(&before.0, &tab.eval(OUTLINE).await?), None);
        assert_eq!(before.1, tab.eval(FIELDS).await?);
        assert_eq!(tab.eval("document.title").await?, title);
        assert_eq!(tab.eval("scrollY").await?, 200);
        tab.eval(RESTED).await?;
        let shifts = tab.eval("seen.shifts").await?;
        assert!(
            shifts == 0 || shifts.is_null(),
            "layout shifts, where they are measured: {shifts}"
        );

        let fetched = "performance.getEntriesByType('resource').length";
        let loaded = tab.eval(fetched).await?;
        choose_role(&tab, "data-engineer").await?;
        type_over(&tab, "#city", "chi").await?;
        tab.keys(Key::Down + Key::Enter).await?;
        type_over(&tab, "#years", "17").await?;
        tab.click(".cities tbody tr:nth-child(2) a").await?;
        tab.until(SEARCH, "?role=data-engineer&city=seattle-wa&years=17").await?;
        assert_eq!(tab.eval(fetched).await?, loaded, "requests while the page is used");
        assert_eq!(tab.eval(WRONGS).await?, json!([]));
        assert!(!tab.has("[style], script:not([src]), style").await?);
        calm(&tab).await
    })
}

/// Where two outlines part, as lines to read.
fn parting(old: &Value, new: &Value) -> Option<String> {
    let (old, new) = (old.as_array()?, new.as_array()?);
    let at = (0..old.len().max(new.len())).find(|&at| old.get(at) != new.get(at))?;
    let near = at.saturating_sub(2);
    Some(format!("{:?}\n{:?}", old.get(near..=at), new.get(near..=at)))
}

#[test]
fn what_is_typed_before_the_program_starts_stays() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        tab.watch().await?;
        tab.hold().await?;

        // Years, with the caret between the digits.
        tab.go("/").await?;
        type_over(&tab, "#years", "12").await?;
        tab.keys(Key::Left).await?;
        tab.let_go().await?;
        assert_eq!(tab.eval(CARET).await?, json!(["years", 1, 1]));
        assert_eq!(value(&tab, "#years-slider").await?, "12");
        assert!(tab.text(HEADING).await?.ends_with("with 12 years of experience"));
        tab.keys("0").await?;
        assert_eq!(value(&tab, "#years").await?, "102");
        assert!(error(&tab, "#years").await?.contains("“102”"));
        tab.until(SEARCH, "?role=machine-learning-engineer&city=san-francisco-ca&years=12").await?;

        // A role and half a city, on a link that asks for something else.
        tab.go("/?role=data-scientist&city=palo-alto-ca&years=8").await?;
        choose_role(&tab, "nlp-engineer").await?;
        type_over(&tab, "#city", "bosto").await?;
        tab.let_go().await?;
        assert_eq!(tab.eval(CARET).await?, json!(["city", 5, 5]));
        assert_eq!(value(&tab, "#role").await?, "nlp-engineer");
        assert_eq!(value(&tab, "#city").await?, "bosto");
        assert_eq!(
            tab.text(HEADING).await?,
            "NLP Engineer in Palo Alto, CA with 8 years of experience"
        );
        tab.keys("n").await?;
        tab.keys(Key::Enter).await?;
        until_value(&tab, "#city", "Boston, MA").await?;
        assert_eq!(error(&tab, "#city").await?, "");

        // The slider alone.
        tab.go("/").await?;
        focus(&tab, "#years-slider").await?;
        tab.keys(Key::Right + Key::Right).await?;
        tab.let_go().await?;
        assert_eq!(value(&tab, "#years").await?, "7");
        assert_eq!(value(&tab, "#years-slider").await?, "7");
        assert_eq!(tab.eval("document.activeElement.id").await?, "years-slider");

        // The focus on a link.
        tab.go("/").await?;
        focus(&tab, ".cities tbody tr:nth-child(3) a").await?;
        tab.let_go().await?;
        assert_eq!(tab.eval("document.activeElement.textContent").await?, "New York City, NY");
        assert_eq!(tab.eval(WRONGS).await?, json!([]));
        calm(&tab).await
    })
}

#[test]
fn the_program_is_fetched_for_whoever_touches_the_page() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        let fetched = "performance.getEntriesByType('resource').filter(one => one.name.includes('/paypath-web')).length";
        tab.go("/").await?;
        tab.eval(RESTED).await?;
        assert_eq!(tab.eval(fetched).await?, 0, "nobody touched it");
        tab.ready().await?;
        assert_eq!(tab.eval(fetched).await?, 2);
        // A link to a question is answered at once.
        tab.go("/?role=data-engineer&city=us&years=4").await?;
        tab.until("document.documentElement.hasAttribute('data-ready')", true).await
    })
}

#[test]
fn a_list_that_stands_open_is_not_closed() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        tab.hold().await?;
        tab.go("/").await?;
        focus(&tab, "#role").await?;
        tab.until("typeof window.letGo", "function").await?;
        tab.eval("(letGo(), new Promise(go => setTimeout(go, 1500)))").await?;
        assert!(!tab.has("html[data-ready]").await?, "drawn under an open list");
        choose_role(&tab, "data-engineer").await?;
        tab.ready().await?;
        assert!(tab.text(HEADING).await?.starts_with("Data Engineer"));
        // Firefox's driver leaves the list after a choice, which no visitor does.
        if tab.engine() != Engine::Firefox {
            assert_eq!(tab.eval("document.activeElement.id").await?, "role");
        }
        calm(&tab).await
    })
}

/// Whoever only passes the list with the keyboard arrives at the next field, also where the program was
/// waiting for just that.
#[test]
fn who_leaves_a_list_by_key_arrives_at_the_next_field() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        tab.hold().await?;
        tab.go("/").await?;
        focus(&tab, "#role").await?;
        tab.until("typeof window.letGo", "function").await?;
        tab.eval("(letGo(), new Promise(go => setTimeout(go, 1500)))").await?;
        tab.keys(Key::Tab).await?;
        tab.find("html[data-ready]").await?;
        tab.until("document.activeElement.id", "city").await?;
        calm(&tab).await
    })
}

#[test]
fn a_page_altered_by_an_extension_is_taken_over() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        tab.watch().await?;
        tab.hold().await?;
        tab.go("/").await?;
        let alter = "(() => {
            const app = document.querySelector('#app');
            app.prepend(document.createElement('extension-bar'), 'text', document.createComment('x'));
            document.querySelector('#median').replaceChildren(document.createElement('font'));
            document.querySelector('.cities tbody').remove();
            document.querySelector('#years').replaceWith(document.createElement('div'));
            document.querySelector('#role').replaceChildren(); })()";
        tab.eval(alter).await?;
        tab.let_go().await?;
        assert_eq!(tab.text(HEADING).await?, EXAMPLE);
        type_over(&tab, "#years", "9").await?;
        assert!(tab.text(HEADING).await?.ends_with("with 9 years of experience"));
        assert!(tab.has(".cities tbody tr:nth-child(10)").await?);

        // And afterwards.
        tab.eval("document.body.prepend(document.createElement('extension-bar'))").await?;
        choose_role(&tab, "data-engineer").await?;
        assert!(tab.text(HEADING).await?.starts_with("Data Engineer"));
        assert_eq!(tab.eval(WRONGS).await?, json!([]));
        calm(&tab).await
    })
}

#[test]
fn a_browser_that_refuses_history_still_answers() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        tab.watch().await?;
        let refuse = "for (const name of ['pushState', 'replaceState'])
            History.prototype[name] = () => { throw new DOMException('no', 'SecurityError') };
            Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } });
            Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('no') } });";
        tab.first(refuse).await?;
        tab.go("/").await?;
        tab.ready().await?;
        choose_role(&tab, "data-engineer").await?;
        type_over(&tab, "#years", "20").await?;
        let asked = "Data Engineer in San Francisco, CA with 20 years of experience";
        tab.until_text(HEADING, asked).await?;
        tab.until("document.title", format!("{asked} - Paypath")).await?;
        assert_eq!(tab.eval(SEARCH).await?, "");
        assert_eq!(tab.eval(WRONGS).await?, json!([]));
        calm(&tab).await
    })
}

/// What stands on the device is shown at once, though nobody touches the page.
#[test]
fn what_is_kept_stands_there_on_arrival() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        crate::steps::open(&tab, "/offers/").await?;
        tab.click("label[for=keep]").await?;
        type_over(&tab, "#base-1", "222k").await?;
        tab.until("localStorage.getItem('paypath-offers')?.includes('222k') ?? false", true)
            .await?;
        tab.go("/offers/").await?;
        until_value(&tab, "#base-1", "222k").await?;
        assert_eq!(tab.eval("document.querySelector('#keep').checked").await?, true);
        for (path, key) in [("/path/", "paypath-plans"), ("/skills/", "paypath-skills")] {
            let ready = "document.documentElement.hasAttribute('data-ready')";
            tab.go(path).await?;
            tab.eval(RESTED).await?;
            assert_eq!(tab.eval(ready).await?, false, "{path} waits");
            tab.eval(&format!("(localStorage.setItem('{key}', 'to=best-pay'), 0)")).await?;
            tab.go(path).await?;
            tab.until(ready, true).await?;
        }
        calm(&tab).await
    })
}

#[test]
fn what_is_done_before_the_program_comes_counts_on_every_page() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        tab.hold().await?;
        tab.go("/skills/").await?;
        tab.click("#app .ticks label").await?;
        let ticked = "document.querySelector('#app .ticks input').checked";
        assert_eq!(tab.eval(ticked).await?, true);
        tab.let_go().await?;
        assert_eq!(tab.eval(ticked).await?, true);
        tab.until("location.search.includes('have=')", true).await?;
        tab.go("/skills/").await?;
        type_over(&tab, "#find", "py").await?;
        tab.let_go().await?;
        tab.keys("th").await?;
        until_value(&tab, "#find", "pyth").await?;
        tab.until("location.search.includes('find=pyth')", true).await?;
        // A file that was chosen early is read, too.
        tab.go("/skills/").await?;
        tab.eval(
            "(() => { const chosen = new DataTransfer(), ticks = JSON.stringify({ paypath: 'skills', have: ['sql'] });
                chosen.items.add(new File([ticks], 'ticks.json', { type: 'application/json' }));
                document.querySelector('#import').files = chosen.files; })()",
        )
        .await?;
        tab.let_go().await?;
        tab.until("/have=[^&]*sql/.test(location.search)", true).await?;
        tab.go("/cities/").await?;
        choose_role(&tab, "statistician").await?;
        type_over(&tab, "#years", "8").await?;
        tab.let_go().await?;
        assert_eq!(value(&tab, "#years").await?, "8");
        tab.until("/role=statistician.*years=8/.test(location.search)", true).await?;
        tab.go("/roles/compare/").await?;
        crate::steps::choose(&tab, "#third", "statistician").await?;
        tab.let_go().await?;
        tab.until("location.search.endsWith('.statistician')", true).await?;
        calm(&tab).await
    })
}

/// A finger is on a box while the program comes: the box is still there when the finger is lifted.
#[test]
fn a_press_ends_on_what_it_began_on() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        tab.go("/skills/").await?;
        let first = "document.querySelector('#app .ticks input')";
        let down = format!(
            "({first}.old = true, {first}.dispatchEvent(new PointerEvent('pointerdown', {{ bubbles: true }})), 0)"
        );
        tab.eval(&down).await?;
        tab.eval("(document.querySelector('#app').dispatchEvent(new Event('touchstart')), 0)")
            .await?;
        tokio::time::sleep(std::time::Duration::from_secs(2)).await;
        assert_eq!(tab.eval(&format!("{first}.old")).await?, true, "drawn over");
        tab.eval(&format!("({first}.click(), 0)")).await?;
        tab.ready().await?;
        assert_eq!(tab.eval(&format!("{first}.checked && !{first}.old")).await?, true);
        tab.until("location.search.includes('have=')", true).await?;
        calm(&tab).await
    })
}
