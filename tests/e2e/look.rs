//! Accessibility and layout of every state of every page: axe in light and dark, narrow screens,
//! sizes of targets, visible focus.

use anyhow::Result;
use serde_json::json;
use xtask::browser::{Key, Look, Tab, drive};

use crate::steps::{calm, choose_role, open, search, type_over};

/// Elements that stick out of the window sideways; tables may scroll in a box of their own.
pub(crate) const OVERFLOW: &str = "(() => { const page = document.documentElement;
    if (page.scrollWidth <= page.clientWidth) return [];
    return [`${page.scrollWidth} wide`, ...[...document.querySelectorAll('body *')]
        .filter(e => e.getBoundingClientRect().right > page.clientWidth + 1)
        .map(e => `${e.localName}.${e.className}`)]; })()";
/// What can be pressed and is smaller than 24 by 24, links within sentences aside (WCAG 2.5.8).
const SMALL: &str = "[...document.querySelectorAll(
        'a, button, input, select, summary, [role=option]')]
    .filter(e => e.checkVisibility() && !e.closest('.source, .colophon p, .claims p, .prose p, .prose li, .prose dt, .prose dd, .prose td, .question-answer h3'))
    .map(e => [e, e.getBoundingClientRect()])
    .filter(([e, box]) => box.width < 24 || box.height < 24)
    .map(([e, box]) => `${e.localName} ${e.id} ${e.textContent}: ${box.width} x ${box.height}`)";
/// Text that its own box cuts off: what is hidden from eyes, and fields and frames that scroll, aside.
const CUT: &str = "[...document.querySelectorAll('body *')]
    .filter(e => e.checkVisibility() && !e.closest('.unseen, .skip, svg') && !['INPUT', 'SELECT', 'TEXTAREA'].includes(e.tagName))
    .filter(e => ['hidden', 'clip'].includes(getComputedStyle(e).overflowX) || ['hidden', 'clip'].includes(getComputedStyle(e).overflowY))
    .filter(e => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)
    .map(e => `${e.localName}.${e.className}: ${e.textContent.slice(0, 40)}`)";
/// The outline of what has the focus, where it is.
const FOCUS: &str = "(() => { const e = document.activeElement, style = getComputedStyle(e);
    if (e === document.body) return null;
    const box = e.getBoundingClientRect();
    const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
        && box.bottom > 0 && box.right > 0 && box.top < innerHeight;
    return seen ? 'seen' : `${e.localName} ${e.id} ${e.className}`; })()";

/// The longest names of a role and a city.
const LONGEST: &str = "/?role=operations-research-analyst&city=washington-dc&years=1";
const SKIP: &str = "document.activeElement.className === 'skip'";
/// A page of each kind, the longest names among them.
pub(crate) const KINDS: [&str; 17] = [
    "/path/",
    "/path/?from=student&to=best-pay&cities=x&education=none&hours=40",
    "/offers/",
    "/compare/?a=operations-research-analyst.washington-dc.1.doctorate&b=data-analyst.us.3&c=nlp-engineer.boise-id.50&d=x",
    "/method/",
    "/accessibility/",
    "/guide/",
    "/faq/",
    "/roles/",
    "/roles/machine-learning-engineer/",
    "/roles/operations-research-analyst/",
    "/roles/compare/?roles=data-analyst.statistician.data-engineer.software-engineer",
    "/cities/",
    "/cities/palo-alto-ca/",
    "/cities/san-juan-pr/",
    "/skills/?have=python.sql",
    "/search/",
];

#[test]
fn axe_finds_nothing_in_light_colours() -> Result<()> {
    drive(Look::default(), axe_finds_nothing)
}

#[test]
fn axe_finds_nothing_in_dark_colours() -> Result<()> {
    drive(Look { dark: true, ..Look::default() }, axe_finds_nothing)
}

#[test]
fn axe_finds_nothing_on_a_narrow_screen() -> Result<()> {
    drive(Look { width: 320, height: 640, ..Look::default() }, axe_finds_nothing)
}

async fn axe_finds_nothing(tab: Tab) -> Result<()> {
    open(&tab, "/404.html").await?;
    sound(&tab, "not found").await?;
    for path in KINDS {
        open(&tab, path).await?;
        sound(&tab, path).await?;
    }
    search(&tab, "data").await?;
    tab.until("document.querySelectorAll('#site-found [role=option]').length > 0", true).await?;
    sound(&tab, "search").await?;
    open(&tab, "/").await?;
    sound(&tab, "start").await?;
    type_over(&tab, "#offer", "185k").await?;
    sound(&tab, "offer").await?;
    type_over(&tab, "#offer", "12").await?;
    sound(&tab, "offer refused").await?;
    tab.click(".figures summary").await?;
    tab.click("#city").await?;
    tab.keys(Key::Down).await?;
    sound(&tab, "list open").await?;
    type_over(&tab, "#city", "san ").await?;
    tab.keys(Key::Down).await?;
    sound(&tab, "matches").await?;
    type_over(&tab, "#city", "zzzz").await?;
    sound(&tab, "no match").await?;
    type_over(&tab, "#years", "many").await?;
    sound(&tab, "errors").await?;
    open(&tab, "/?role=data-architect&city=boise-id&years=30").await?;
    choose_role(&tab, "business-intelligence-analyst").await?;
    sound(&tab, "answered").await?;
    calm(&tab).await
}

pub(crate) async fn sound(tab: &Tab, state: &str) -> Result<()> {
    assert_eq!(tab.axe().await?, [""; 0], "axe: {state}");
    assert_eq!(tab.eval(OVERFLOW).await?, json!([]), "too wide: {state}");
    assert_eq!(tab.eval(SMALL).await?, json!([]), "too small: {state}");
    Ok(())
}

#[test]
fn every_width_has_room_for_every_role_and_place() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        let dearest = "/?role=engineering-manager&city=silicon-valley-ca&years=50";
        for path in [LONGEST, dearest] {
            open(&tab, path).await?;
            type_over(&tab, "#offer", "185k").await?;
            tab.click(".figures summary").await?;
            // 640 is a window of 1280 enlarged to 200 %, 320 to 400 %.
            for width in [320, 360, 414, 511, 512, 640, 831, 832, 1920] {
                tab.resize(width, 800).await?;
                assert_eq!(tab.eval(OVERFLOW).await?, json!([]), "{path} {width} wide");
            }
        }
        Ok(())
    })
}

/// What visitors write widens no page; the list of roles and two answers or offers beside each other
/// need no scrolling to the side.
#[test]
fn long_words_the_list_of_roles_and_two_side_by_side_fit_a_phone() -> Result<()> {
    drive(Look { width: 320, height: 640, ..Look::default() }, async |tab: Tab| {
        let long = "w".repeat(90);
        for path in ["/?city=", "/path/?city=", "/cities/?role=", "/offers/?name1=", "/compare/?a="]
        {
            open(&tab, &[path, &long].concat()).await?;
            assert_eq!(tab.eval(OVERFLOW).await?, json!([]), "{path}");
        }
        let fits =
            "[...document.querySelectorAll('.scroll')].map(e => e.scrollWidth <= e.clientWidth)";
        let two = "/compare/?a=machine-learning-engineer.san-francisco-ca.5&b=data-analyst.us.3";
        for (path, width) in [("/roles/", 320), (two, 390), ("/offers/", 390)] {
            tab.resize(width, 844).await?;
            open(&tab, path).await?;
            let fits = tab.eval(fits).await?;
            let all =
                fits.as_array().is_some_and(|all| !all.is_empty() && !all.contains(&json!(false)));
            assert!(all, "{path}: {fits}");
        }
        Ok(())
    })
}

/// No label of a drawing lies over another on a narrow screen.
#[test]
fn labels_of_drawings_stand_apart() -> Result<()> {
    const OVERLAID: &str = "[...document.querySelectorAll('main svg')].flatMap(svg => {
        const all = [...svg.querySelectorAll('text')].map(e => [e.textContent, e.getBoundingClientRect()]);
        return all.flatMap(([one, a], at) => all.slice(at + 1)
            .filter(([, b]) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
            .map(([other]) => `${one} and ${other}`)); })";
    drive(Look { width: 320, height: 640, ..Look::default() }, async |tab: Tab| {
        for path in ["/", "/roles/machine-learning-engineer/", "/cities/austin-tx/", "/compare/"] {
            open(&tab, path).await?;
            assert!(tab.has("main svg text").await?, "{path}");
            assert_eq!(tab.eval(OVERLAID).await?, json!([]), "{path}");
        }
        Ok(())
    })
}

/// Who asks has the middle and the likely range before their eyes, on a phone and on a desk, whatever
/// the lengths of the names.
#[test]
fn the_answer_stands_in_the_first_window() -> Result<()> {
    for (width, height) in [(390, 844), (1440, 900)] {
        drive(Look { width, height, ..Look::default() }, async move |tab: Tab| {
            for path in ["/", LONGEST] {
                open(&tab, path).await?;
                for part in ["#median", ".likely"] {
                    let end =
                        format!("document.querySelector('{part}').getBoundingClientRect().bottom");
                    let end = tab.eval(&end).await?.as_f64();
                    assert!(
                        end.is_some_and(|end| end <= f64::from(height)),
                        "{path} {part} ends at {end:?} of {height}"
                    );
                }
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// Letters of twice the size, as some systems set them.
#[test]
fn large_letters_have_room() -> Result<()> {
    drive(Look { width: 640, ..Look::default() }, async |tab: Tab| {
        // Known to the page's own process, which there is from its first page on.
        open(&tab, LONGEST).await?;
        tab.letters(32).await?;
        open(&tab, LONGEST).await?;
        let size = "parseFloat(getComputedStyle(document.documentElement).fontSize)";
        assert!(tab.eval(size).await?.as_f64() >= Some(32.0), "the letters are not large");
        assert_eq!(tab.eval(OVERFLOW).await?, json!([]), "large letters");
        Ok(())
    })
}

/// Lines, paragraphs, words and letters as far apart as WCAG 1.4.12 has it.
#[test]
fn spaced_letters_have_room() -> Result<()> {
    drive(Look { width: 640, ..Look::default() }, async |tab: Tab| {
        for path in KINDS.into_iter().chain([LONGEST]) {
            open(&tab, path).await?;
            let spaced = "Object.entries({ 'line-height': '1.5', 'letter-spacing': '0.12em', 'word-spacing': '0.16em' })
                .forEach(([name, value]) => document.querySelectorAll('body *').forEach(
                    e => e.style?.setProperty(name, value, 'important'))),
                document.querySelectorAll('p').forEach(e => e.style.setProperty('margin-bottom', '2em', 'important'))";
            tab.eval(&format!("({spaced}, 0)")).await?;
            assert_eq!(tab.eval(OVERFLOW).await?, json!([]), "too wide: {path}");
            assert_eq!(tab.eval(CUT).await?, json!([]), "cut: {path}");
        }
        Ok(())
    })
}

/// People who speak to their computer say what they read (WCAG 2.5.3).
#[test]
fn names_hold_what_is_read() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        for path in KINDS.into_iter().chain(["/"]) {
            open(&tab, path).await?;
            let other = "[...document.querySelectorAll('a[aria-label], button[aria-label], input[aria-label], \
                    select[aria-label], summary[aria-label]')]
                .filter(e => !e.ariaLabel.toLowerCase().includes(e.textContent.trim().toLowerCase()) && e.localName !== 'select')
                .map(e => `${e.ariaLabel}: ${e.textContent}`)";
            assert_eq!(tab.eval(other).await?, json!([]), "{path}");
        }
        Ok(())
    })
}

#[test]
fn the_focus_is_seen_wherever_it_goes() -> Result<()> {
    drive(Look { width: 390, height: 800, ..Look::default() }, async |tab: Tab| {
        open(&tab, "/").await?;
        let mut stops = 0;
        loop {
            tab.keys(Key::Tab).await?;
            let found = tab.eval(FOCUS).await?;
            // At the end some engines begin anew.
            let again = stops > 0 && tab.eval(SKIP).await? == true;
            if found.is_null() || again || stops > 60 {
                break;
            }
            assert_eq!(found, "seen");
            stops += 1;
        }
        assert!((20..60).contains(&stops), "{stops} stops: skip, brand, 4 fields, links");
        open(&tab, "/").await?;
        tab.keys(Key::Tab).await?;
        assert_eq!(tab.eval("document.activeElement.className").await?, "skip");
        tab.keys(Key::Enter).await?;
        tab.keys(Key::Tab).await?;
        let example = "document.activeElement.matches('.tries a')";
        assert_eq!(tab.eval(example).await?, true, "past the header");
        Ok(())
    })
}
