//! The page of components, which is there in debug builds: every component is on it, and colours that
//! stand on each other can be told apart in both themes.

use super::elements;
use paypath::web::components::{Components, PAIRS, colour, contrast, tokens};

#[test]
fn every_pair_of_colours_has_its_contrast_in_both_themes() {
    for (what, front, back, least) in PAIRS {
        for theme in [0, 1] {
            let found = contrast(colour(front)[theme], colour(back)[theme]);
            assert!(found >= least, "{what}: {front} on {back}, theme {theme}: {found:.2}");
        }
    }
    // Every colour of the tokens is looked at, or is named here with its reason.
    let drawn_with_a_line_around = ["dot-wide", "dot-edge"];
    let parts_two_areas = ["line"];
    for (name, value) in tokens().filter(|(_, value)| value.starts_with("light-dark")) {
        let seen = PAIRS.iter().any(|(_, front, back, _)| [*front, *back].contains(&name));
        let told = drawn_with_a_line_around.contains(&name) || parts_two_areas.contains(&name);
        assert!(seen || told, "{name}: {value}");
    }
    // Black on white, and a grey that WCAG's own examples use.
    assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
    assert!((contrast([0x76; 3], [255; 3]) - 4.54).abs() < 0.01);
}

#[test]
fn the_page_shows_each_component() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let html =
        runtime.block_on(yew::ServerRenderer::<Components>::new().hydratable(false).render());
    let all = elements(&html);
    let has = |name: &str, class: &str| all.iter().any(|one| one.is(name, class));
    for (name, class) in
        [("form", "question"), ("svg", "dots"), ("svg", "strip"), ("span", "badge"), ("p", "error")]
    {
        assert!(has(name, class), "{name} {class}");
    }
    let count = |name, class| all.iter().filter(|one| one.is(name, class)).count();
    let wrong = all.iter().filter(|one| one.attribute("aria-invalid").is_some()).count();
    assert_eq!(wrong, 3, "each says so itself");
    assert_eq!(count("line", "band-before"), 2, "in the picture and in its key");
}
