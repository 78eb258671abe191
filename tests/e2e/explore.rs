//! The pages beside the calculator: search, cities, comparison, skills. Each is whole before its
//! program starts, and answers after it.

use anyhow::Result;
use xtask::browser::{Key, Look, Tab, drive};

use crate::steps::{SEARCH, calm, choose, open, search, texts, type_over};

/// Heads of a column and how it is ordered.
const ORDERED: &str = "(document.querySelector('.metros th[aria-sort]')?.textContent ?? '') + ' '
    + document.querySelector('.metros th[aria-sort]')?.ariaSort";
const FIRST_CITY: &str = ".metros tbody th";

#[test]
fn the_search_finds_from_any_page_and_with_the_keyboard_alone() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        open(&tab, "/method/").await?;
        tab.keys("/").await?;
        assert_eq!(tab.eval("document.activeElement.id").await?, "site-search");
        search(&tab, "data scientst").await?;
        tab.until("document.querySelectorAll('#site-found [role=option]').length > 0", true)
            .await?;
        let found = texts(&tab, "#site-found [role=option]").await?;
        assert!(found[0].starts_with("Data Scientist"), "{found:?}");
        tab.keys(Key::Down).await?;
        let active = "document.querySelector('#site-search').getAttribute('aria-activedescendant')";
        tab.until(active, "site-found-0").await?;
        tab.keys(Key::Escape).await?;
        tab.until("document.querySelector('#site-found').hidden", true).await?;
        tab.keys(Key::Down).await?;
        tab.keys(Key::Enter).await?;
        tab.until("location.pathname", "/roles/data-scientist/").await?;
        calm(&tab).await
    })
}

#[test]
fn a_search_that_finds_nothing_says_so_and_survives_hostile_text() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        open(&tab, "/faq/").await?;
        search(&tab, "qqqqqq<script>\"'").await?;
        tab.until("document.querySelector('#search [role=status]').textContent.length > 0", true)
            .await?;
        let said = texts(&tab, "#search [role=status]").await?.remove(0);
        assert!(said.starts_with("Nothing found"), "{said}");
        tab.keys(Key::Enter).await?;
        assert_eq!(tab.eval("location.pathname").await?, "/faq/", "Enter leads nowhere");
        calm(&tab).await
    })
}

#[test]
fn cities_answer_a_role_are_filtered_and_ordered() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        tab.go("/cities/").await?;
        assert!(tab.text(FIRST_CITY).await?.starts_with("San Francisco"), "before the program");
        open(&tab, "/cities/").await?;
        tab.click(".metros thead button[value=prices]").await?;
        tab.until(ORDERED, "Prices↑ ascending").await?;
        let prices: Vec<u32> = texts(&tab, ".metros td:nth-child(8)")
            .await?
            .iter()
            .filter_map(|text| text.parse().ok())
            .collect();
        assert!(prices.len() > 300 && prices.is_sorted(), "{prices:?}");
        // Take-home pay, and what it buys.
        tab.click(".metros thead button[value=real-take-home]").await?;
        tab.until(ORDERED, "Real take-home↓ descending").await?;
        let worth = "[...document.querySelectorAll('.metros td:nth-child(5)')].map(e => +e.textContent.replace(/\\D/g, '')).filter(n => n > 0)";
        tab.until(&format!("({worth}).length > 300"), true).await?;
        let sorted = format!("({worth}).every((n, at, all) => at === 0 || all[at - 1] >= n)");
        assert_eq!(tab.eval(&sorted).await?, true);
        let before = tab.eval(&format!("({worth})[0]")).await?;
        choose(&tab, "#status", "joint").await?;
        tab.until(&format!("({worth})[0] > {before}"), true).await?;
        tab.until(&format!("{SEARCH}.includes('status=joint&by=real-take-home')"), true).await?;
        choose(&tab, "#status", "single").await?;
        tab.click(".metros thead button[value=prices]").await?;
        type_over(&tab, "#find", "hawaii").await?;
        tab.until("document.querySelectorAll('.metros tbody tr').length", 2).await?;
        tab.until(SEARCH, "?role=machine-learning-engineer&years=5&find=hawaii&by=prices").await?;
        type_over(&tab, "#years", "99").await?;
        tab.until("document.querySelector('#years-error').textContent.length > 0", true).await?;

        open(&tab, "/cities/?role=data-analyst&years=2&by=pay&find=wizard").await?;
        tab.until_text(
            ".found",
            "No city matches. Try fewer letters, or the two letters of a state.",
        )
        .await?;
        let caption = tab.text(".metros caption").await?;
        assert_eq!(caption, "Data Analyst with 2 years of experience");
        calm(&tab).await
    })
}

#[test]
fn roles_are_compared_and_the_link_keeps_them() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        open(&tab, "/roles/compare/?roles=data-analyst.statistician").await?;
        assert_eq!(texts(&tab, ".compared thead th a").await?, ["Data Analyst", "Statistician"]);
        tab.click("#third option[value=data-engineer]").await?;
        tab.until("document.querySelectorAll('.compared thead th a').length", 3).await?;
        tab.until(SEARCH, "?roles=data-analyst.statistician.data-engineer").await?;
        tab.reload().await?;
        tab.ready().await?;
        tab.until("document.querySelectorAll('.compared thead th a').length", 3).await?;
        calm(&tab).await
    })
}

#[test]
fn ticked_skills_are_matched_linked_kept_on_wish_and_opened_from_a_file() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        open(&tab, "/skills/").await?;
        tab.click("#have-python").await?;
        tab.click("#have-sql").await?;
        tab.until(SEARCH, "?have=python.sql").await?;
        let roles = texts(&tab, ".matches strong").await?;
        assert_eq!(roles.len(), 22);
        assert!(roles[0].starts_with(|letter: char| letter.is_ascii_digit()), "{roles:?}");
        assert_eq!(tab.eval("localStorage.length").await?, 0, "nothing is kept unasked");
        tab.click("#keep").await?;
        tab.until("localStorage.length", 1).await?;
        open(&tab, "/skills/").await?;
        tab.until("document.querySelector('#have-python').checked", true).await?;
        tab.click("#keep").await?;
        tab.until("localStorage.length", 0).await?;

        let saved = tab.find("a[download]").await?.attr("href").await?.unwrap_or_default();
        assert!(saved.starts_with("data:application/json,") && saved.contains("python"), "{saved}");
        // A file as the field would hand it over.
        let hand_over = |text: &str| {
            format!(
                "(() => {{ const all = new DataTransfer();
                    all.items.add(new File(['{text}'], 'x.json'));
                    const field = document.querySelector('#import');
                    field.files = all.files;
                    field.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()"
            )
        };
        tab.eval(&hand_over("not ticks")).await?;
        tab.until("document.querySelector('#import-said').textContent.length > 0", true).await?;
        assert_eq!(tab.eval("document.querySelector('#have-python').checked").await?, true);
        tab.eval(&hand_over("{\"paypath\":\"skills\",\"have\":[\"java\",\"none\"]}")).await?;
        tab.until("document.querySelector('#have-java').checked", true).await?;
        assert_eq!(tab.eval("document.querySelector('#have-python').checked").await?, false);
        type_over(&tab, "#find", "pyth").await?;
        tab.until("document.querySelectorAll('.ticks > li').length < 5", true).await?;
        calm(&tab).await
    })
}

#[test]
fn every_page_reads_well_without_scripts() -> Result<()> {
    drive(Look { script: false, ..Look::default() }, async |tab: Tab| {
        for (path, rows) in [("/cities/", 395), ("/skills/", 0), ("/roles/", 22)] {
            tab.go(path).await?;
            assert_eq!(tab.driver.find_all(thirtyfour::By::Css("h1")).await?.len(), 1, "{path}");
            let shown = tab.driver.find_all(thirtyfour::By::Css("tbody tr")).await?.len();
            assert_eq!(shown, rows, "{path}");
        }
        tab.go("/search/").await?;
        let links = tab.driver.find_all(thirtyfour::By::Css("main li a")).await?;
        assert!(links.len() > 500, "{}", links.len());
        Ok(())
    })
}
