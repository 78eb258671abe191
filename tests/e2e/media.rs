//! Other media and wishes: paper, forced colours, less motion, dark.

use anyhow::Result;
use serde_json::json;
use xtask::browser::{Look, Tab, drive};

use crate::steps::{focus, open};

/// Four answers that are too close to be sure of.
const FOUR: &str = "/compare/?a=machine-learning-engineer.san-francisco-ca.5.doctorate\
    &b=machine-learning-engineer.seattle-wa.5.doctorate&c=operations-research-analyst.washington-dc.9\
    &d=operations-research-analyst.new-york-ny.9";

#[test]
fn paper_gets_the_answer_without_controls() -> Result<()> {
    drive(Look { width: 720, ..Look::default() }, async |tab: Tab| {
        open(&tab, "/").await?;
        tab.media("print", &[]).await?;
        let shown = "['.question', '#median', 'svg.dots', '.figures td', '.reasons', '.cities']
            .map(s => document.querySelector(s).checkVisibility())";
        assert_eq!(tab.eval(shown).await?, json!([false, true, true, true, true, false]));
        let wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
        assert_eq!(tab.eval(wide).await?, 0);
        // One page of letter paper: 8.5 by 11 inches less margins of 0.4.
        let fits = "document.body.getBoundingClientRect().height <= innerWidth * 10.2 / 7.7";
        assert_eq!(tab.eval(fits).await?, true);
        tab.media("screen", &[]).await?;
        open(&tab, FOUR).await?;
        tab.until("document.querySelectorAll('.bars li').length", 4).await?;
        tab.media("print", &[]).await?;
        assert_eq!(tab.eval(fits).await?, true);
        assert_eq!(tab.eval(wide).await?, 0);
        let cut = "(() => { const box = document.querySelector('.beside .scroll');
            return box.scrollWidth - box.clientWidth; })()";
        assert_eq!(tab.eval(cut).await?, 0);
        Ok(())
    })
}

#[test]
fn colours_and_motion_follow_the_system() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        open(&tab, "/").await?;
        let paper = "getComputedStyle(document.documentElement).backgroundColor";
        let light = tab.eval(paper).await?;
        tab.media("screen", &[("prefers-color-scheme", "dark")]).await?;
        assert_ne!(tab.eval(paper).await?, light);

        let scroll = "getComputedStyle(document.documentElement).scrollBehavior";
        tab.media("screen", &[("prefers-reduced-motion", "reduce")]).await?;
        assert_eq!(tab.eval(scroll).await?, "auto");
        let moving = "[...document.querySelectorAll('*')].filter(e => {
            const style = getComputedStyle(e);
            return style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0;
        }).length + document.getAnimations().length";
        assert_eq!(tab.eval(moving).await?, 0);

        tab.media("screen", &[("forced-colors", "active")]).await?;
        focus(&tab, "#years").await?;
        let outline = "getComputedStyle(document.activeElement).outlineStyle";
        assert_eq!(tab.eval(outline).await?, "solid");
        let fields = "['#role', '#city', '#years', '.badge'].every(s =>
            parseFloat(getComputedStyle(document.querySelector(s)).borderTopWidth) >= 1)";
        assert_eq!(tab.eval(fields).await?, true, "edges without colour");
        // Forced colours leave drawings alone: their marks must not vanish into the background.
        let marks = "['.dot-likely', '.dot-wide', '.band-likely', '.band-middle', '.tick-label']
            .filter(s => { const style = getComputedStyle(document.querySelector(`.dots ${s}`));
                const back = getComputedStyle(document.documentElement).backgroundColor;
                return [style.fill, style.stroke].every(c => c === 'none' || c === back); })";
        assert_eq!(tab.eval(marks).await?, json!([]));
        Ok(())
    })
}
