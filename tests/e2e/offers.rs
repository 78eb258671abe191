//! Offers side by side: typed, added, kept where asked, saved and taken back, shared without figures;
//! and what a move must pay.

use anyhow::Result;
use xtask::browser::{Key, Look, Tab, drive};

use crate::look::sound;
use crate::steps::{calm, choose, dollars, error, open, texts, type_over, value};

/// Cells of a row of the table, by its number.
fn row(at: usize) -> String {
    format!("#app .part .side-by-side tbody tr:nth-child({at}) td")
}

/// What a usual year leaves, by offer.
async fn kept(tab: &Tab) -> Result<Vec<u32>> {
    let results = format!("[aria-labelledby=results-heading] {}", &row(8)["#app .part ".len()..]);
    Ok(texts(tab, &results).await?.iter().map(|text| dollars(text)).collect())
}

async fn ready(tab: &Tab, path: &str) -> Result<()> {
    open(tab, path).await?;
    tab.eval("document.querySelector('#base-1').focus()").await?;
    tab.until("document.documentElement.hasAttribute('data-ready')", true).await
}

/// The first thing that somebody does is done, though the program is only then fetched.
#[test]
fn a_button_pressed_before_the_program_came_counts() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        tab.go("/offers/").await?;
        let press = "(() => { const add = document.querySelector('.answers > p:last-child button');
            add.focus(); add.click(); return document.querySelectorAll('.offer-columns fieldset').length; })()";
        assert_eq!(tab.eval(press).await?, 2, "the program is not there yet");
        tab.until("document.querySelectorAll('.offer-columns fieldset').length", 3).await?;
        tab.until("document.activeElement.localName", "button").await?;
        calm(&tab).await
    })
}

/// Also where the program is fetched at once.
#[test]
fn a_button_pressed_while_the_program_is_on_its_way_counts() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        tab.hold().await?;
        tab.go("/offers/?base1=150000&base2=160000").await?;
        tab.click(".answers > p:last-child button").await?;
        assert_eq!(texts(&tab, ".offer-columns legend").await?.len(), 2);
        tab.let_go().await?;
        tab.until("document.querySelectorAll('.offer-columns fieldset').length", 3).await?;
        calm(&tab).await
    })
}

/// A box ticked as the first thing of all.
#[test]
fn a_box_ticked_before_the_program_came_counts() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        tab.go("/offers/").await?;
        tab.eval("(document.querySelector('#remote-1').focus(), document.querySelector('#remote-1').click())")
            .await?;
        tab.until("document.documentElement.hasAttribute('data-ready')", true).await?;
        assert_eq!(tab.eval("document.querySelector('#remote-1').checked").await?, true);
        tab.until("location.search.includes('remote1=')", true).await
    })
}

/// The program comes when the page is touched, and moves nobody anywhere.
#[test]
fn the_program_takes_no_focus_when_it_comes() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        open(&tab, "/offers/").await?;
        assert_eq!(tab.eval("document.activeElement.localName").await?, "body");
        assert_eq!(tab.eval("scrollY").await?, 0);
        calm(&tab).await
    })
}

/// What is removed takes the focus with it: it goes to an offer that is still there.
#[test]
fn the_focus_is_not_lost_with_an_offer() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        ready(&tab, "/offers/").await?;
        let press = "(() => { const one = document.querySelector('.offer-columns fieldset:nth-child(2) > p:last-child button');
            one.focus(); one.click(); })()";
        tab.eval(press).await?;
        tab.until("document.activeElement.id", "name-1").await
    })
}

#[test]
fn offers_answer_as_they_are_typed() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        ready(&tab, "/offers/").await?;
        let before = kept(&tab).await?;
        assert_eq!(before.len(), 2, "the example");
        type_over(&tab, "#base-1", "250k").await?;
        assert!(kept(&tab).await?[0] > before[0]);
        assert_eq!(tab.eval("document.activeElement.id").await?, "base-1");
        type_over(&tab, "#name-1", "Acme").await?;
        assert!(tab.text("#best").await?.starts_with("Acme leaves most"));
        // Bad input stays, with words; the other offer still stands.
        type_over(&tab, "#bonus-1", "some").await?;
        assert!(error(&tab, "#bonus-1").await?.contains("Enter dollars a year"));
        assert_eq!(kept(&tab).await?.len(), 1);
        assert_eq!(value(&tab, "#bonus-1").await?, "some");
        type_over(&tab, "#bonus-1", "20%").await?;
        // A city is wrong once its field is left, and not while it is typed.
        type_over(&tab, "#city-1", "nowhere").await?;
        assert_eq!(error(&tab, "#city-1").await?, "");
        assert_eq!(kept(&tab).await?.len(), 2);
        tab.keys(Key::Tab).await?;
        assert!(error(&tab, "#city-1").await?.contains("nowhere"));
        assert_eq!(kept(&tab).await?.len(), 1);
        // A place where a city taxes.
        type_over(&tab, "#city-1", "New York, NY").await?;
        let in_city = kept(&tab).await?[0];
        choose(&tab, "#area-1", "nj").await?;
        assert!(kept(&tab).await?[0] > in_city);
        // No figure is in the address.
        tab.until("location.search.includes('area1=nj')", true).await?;
        let address = tab.eval("location.search").await?.to_string();
        assert!(!address.contains("250") && !address.contains("Acme"), "{address}");
        // Up to four, and one less.
        for count in [3, 4] {
            tab.click(".answers > p:last-child button").await?;
            tab.until("document.querySelectorAll('.offer-columns fieldset').length", count).await?;
        }
        assert!(!tab.has(".answers > p:last-child button").await?, "four at most");
        tab.click(".offer-columns fieldset:nth-child(4) > p:last-child button").await?;
        tab.until("document.querySelectorAll('.offer-columns fieldset').length", 3).await?;
        assert_eq!(value(&tab, "#base-1").await?, "250k");
        calm(&tab).await
    })
}

#[test]
fn nothing_is_kept_unless_it_is_asked_for() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        ready(&tab, "/offers/").await?;
        type_over(&tab, "#base-1", "212,345").await?;
        assert_eq!(
            tab.eval("localStorage.getItem('paypath-offers')").await?,
            serde_json::Value::Null
        );
        tab.click("label[for=keep]").await?;
        tab.until("localStorage.getItem('paypath-offers')?.includes('212,345') ?? false", true)
            .await?;
        ready(&tab, "/offers/").await?;
        assert_eq!(value(&tab, "#base-1").await?, "212,345");
        // The link tells figures only when it shall, and opens what it tells.
        let link = "document.querySelector('#link').getAttribute('href')";
        assert_eq!(tab.eval(&format!("{link}.includes('212')")).await?, false);
        tab.click("label[for=figures]").await?;
        tab.until(&format!("{link}.includes('base1=212%2C345')"), true).await?;
        let told = tab.eval(link).await?;
        tab.click("label[for=keep]").await?;
        tab.until("localStorage.getItem('paypath-offers')", serde_json::Value::Null).await?;
        ready(&tab, told.as_str().expect("a link")).await?;
        assert_eq!(value(&tab, "#base-1").await?, "212,345");
        let file =
            "decodeURIComponent(document.querySelector('#export').href.split(',').slice(1).join())";
        let saved = tab.eval(&format!("JSON.parse({file}).offers[0].base")).await?;
        assert_eq!(saved, "212,345");
        // A file is taken, and what is none is refused without a loss.
        let give = |text: &str| {
            format!(
                "(() => {{ const field = document.querySelector('#import'), all = new DataTransfer();
                    all.items.add(new File([{text:?}], 'o.json', {{ type: 'application/json' }}));
                    field.files = all.files;
                    field.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()"
            )
        };
        tab.eval(&give("{\"paypath\":\"skills\"}")).await?;
        tab.until("document.querySelector('#import-said').textContent.includes('no file')", true)
            .await?;
        assert_eq!(value(&tab, "#base-1").await?, "212,345");
        tab.eval(&give("{\"paypath\":\"offers\",\"status\":\"joint\",\"offers\":[{\"base\":\"199k\",\"role\":\"data-scientist\",\"city\":\"Boise, ID\"}]}"))
            .await?;
        tab.until("document.querySelector('#base-1').value", "199k").await?;
        assert_eq!(value(&tab, "#status").await?, "joint");
        assert_eq!(value(&tab, "#role-1").await?, "data-scientist");
        tab.until("document.querySelectorAll('.offer-columns fieldset').length", 1).await?;
        calm(&tab).await
    })
}

#[test]
fn a_move_is_answered_by_the_keyboard_alone() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        ready(&tab, "/offers/").await?;
        let before = tab.text("#needed").await?;
        assert!(
            before.starts_with("To live in Seattle, WA as on $150,000 in Austin, TX"),
            "{before}"
        );
        type_over(&tab, "#moving-to", "San Francisco, CA").await?;
        tab.until("document.querySelector('#needed').textContent.includes('San Francisco')", true)
            .await?;
        let needed = tab.text("#needed").await?;
        let amounts: Vec<u32> = needed
            .split('$')
            .skip(1)
            .map(|text| dollars(text.split([':', ' ']).next().unwrap_or_default()))
            .collect();
        assert!(amounts[1] > amounts[0], "{needed}");
        tab.keys(Key::Control + "a").await?;
        tab.keys("Atlantis").await?;
        tab.keys(Key::Tab).await?;
        assert!(error(&tab, "#moving-to").await?.contains("Atlantis"));
        assert_eq!(value(&tab, "#moving-to").await?, "Atlantis");
        calm(&tab).await
    })
}

#[test]
fn offers_are_sound_in_every_look() -> Result<()> {
    for look in [
        Look { width: 390, height: 844, ..Look::default() },
        Look { width: 1440, height: 900, dark: true, ..Look::default() },
        Look { width: 320, height: 640, dark: true, ..Look::default() },
    ] {
        drive(look, async |tab: Tab| {
            ready(&tab, "/offers/?role1=data-analyst&city1=washington-dc&base1=100k&role2=data-analyst&city2=us&base2=x&role3=data-scientist&city3=Indianapolis&base3=90k").await?;
            tab.eval("document.querySelectorAll('#app details').forEach(one => one.open = true)")
                .await?;
            sound(&tab, "offers").await?;
            calm(&tab).await
        })?;
    }
    Ok(())
}
