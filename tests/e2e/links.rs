//! Links that cannot be read as they stand: a message beside the right field, the rest kept.

use anyhow::Result;
use xtask::browser::{Look, Tab, drive};

use crate::steps::{EXAMPLE, HEADING, calm, error, open, until_value, value};

/// A query, the field it is wrong in, what is said there, and the question that is answered.
const WRONG: &[(&str, &str, &str, &str)] = &[
    (
        "role=wizard&city=boston-ma&years=3",
        "#role",
        "We have no job named “wizard”.",
        "Machine Learning Engineer in Boston, MA with 3 years of experience",
    ),
    (
        "role=data-engineer&city=bostom&years=3",
        "#city",
        "We know no city named “bostom”. Did you mean Boston, MA",
        "Data Engineer in San Francisco, CA with 3 years of experience",
    ),
    (
        "role=data-engineer&city=portland&years=3",
        "#city",
        "More than one city is named “portland”.",
        "Data Engineer in San Francisco, CA with 3 years of experience",
    ),
    (
        "role=data-engineer&city=boston-ma&years=51",
        "#years",
        "Enter whole years of experience from 0 to 50, not “51”.",
        "Data Engineer in Boston, MA with 5 years of experience",
    ),
    (
        "role=data-engineer&city=boston-ma&years=",
        "#years",
        "Enter your years of experience.",
        "Data Engineer in Boston, MA with 5 years of experience",
    ),
    (
        "role=data-engineer&city=boston-ma&level=wizard",
        "#years",
        "“wizard” is not a level.",
        "Data Engineer in Boston, MA with 5 years of experience",
    ),
];

#[test]
fn a_wrong_answer_is_named_and_the_rest_kept() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        for &(query, field, said, answered) in WRONG {
            open(&tab, &format!("/?{query}")).await?;
            tab.until_text(HEADING, answered).await?;
            let found = error(&tab, field).await?;
            assert!(found.starts_with(said), "{query}: {found}");
            assert!(found.to_lowercase().contains("showing "), "{query}: {found}");
            for other in ["#role", "#city", "#years"] {
                if other != field {
                    assert_eq!(error(&tab, other).await?, "", "{query}: {other}");
                }
            }
        }
        calm(&tab).await
    })
}

#[test]
fn a_hostile_link_does_no_harm() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        tab.watch().await?;
        open(&tab, "/?role=<script>alert(1)</script>&city=%ff%fe&years=-3").await?;
        tab.until_text(HEADING, EXAMPLE).await?;
        assert!(error(&tab, "#role").await?.contains("“<script>alert(1)</script>”"));
        assert!(error(&tab, "#city").await?.contains("“\u{fffd}”"));
        assert!(error(&tab, "#years").await?.contains("not “-3”"));
        assert_eq!(value(&tab, "#years").await?, "-3");
        assert!(!tab.has("#app script").await?);

        let image = "%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E";
        open(&tab, &format!("/?role={image}&city={image}&years={image}")).await?;
        tab.until_text(HEADING, EXAMPLE).await?;
        assert!(!tab.has("#app img").await?);

        // Far longer than is read. Servers refuse addresses of 64 KB; the history takes longer ones.
        let long = "a".repeat(60_000);
        open(&tab, &format!("/?years=9&city={long}")).await?;
        assert_eq!(value(&tab, "#years").await?, "9");
        assert!(error(&tab, "#city").await?.len() < 400);
        let longer = "history.pushState(null, '', '?years=8&city=' + '%F0'.repeat(50000)),
            history.pushState(null, '', '?'), history.back()";
        tab.eval(longer).await?;
        until_value(&tab, "#years", "8").await?;
        assert!(error(&tab, "#city").await?.len() < 400);
        open(&tab, "/?&&&=&role&city=&%=%&years=9&years=12#x").await?;
        assert_eq!(value(&tab, "#years").await?, "9", "the first counts");
        assert_eq!(tab.eval("seen.policy.concat(seen.errors)").await?, serde_json::json!([]));
        calm(&tab).await
    })
}
