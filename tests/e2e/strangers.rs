//! No test asks anything of anybody but the site: the harness sees to it, and this sees to the harness.

use anyhow::Result;
use xtask::browser::{Look, Tab, drive, hosts};

#[test]
fn a_test_that_asks_others_fails() -> Result<()> {
    let address = format!("{}/hostile.html", hosts()?);
    let outcome = drive(Look::default(), async move |tab: Tab| {
        // A page of another site, which has no policy of its own.
        tab.visit(&address).await?;
        let ask =
            "fetch('http://stranger.example/pixel', { mode: 'no-cors' }).then(() => 0, () => 0)";
        tab.eval(ask).await.map(drop)
    });
    let told = outcome.expect_err("somebody else was asked").to_string();
    assert!(told.contains("stranger.example"), "{told}");
    Ok(())
}
