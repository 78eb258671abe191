//! What pages hold once a template is filled.

use super::*;

const TAGS: &str = r#"<link rel="icon" href="/i"><link class="pages" href="/p.css"><link class="embed" href="/m.css"><link class="takehome" href="/t.css"><script type="module" src="/b.js" data-js="/a.js" data-wasm="/a.wasm"></script>"#;

fn page(program: Program) -> Page {
    Page {
        path: "/".into(),
        title: "Pay & more".into(),
        description: "A \"range\"".into(),
        body: "<main>x</main>".into(),
        card: crate::site::Card { name: "c".into(), heading: "A & b".into(), ..Default::default() },
        data: vec![serde_json::json!({"name": "a</script>"})],
        program,
        ..Page::default()
    }
}

fn template(head: &str) -> Result<Template, String> {
    let files = |name: &str| Files { js: format!("/{name}.js"), wasm: format!("/{name}.wasm") };
    let html = format!("<head>{head}</head><body>{BODY}</body>");
    let settled = Settled {
        html,
        calculator: files("a"),
        explore: files("e"),
        path: files("p"),
        offers: files("o"),
        search: files("s"),
        widget: files("w"),
        frame_script: "/frame.js".into(),
        build_script: "/build.js".into(),
        tax: "/tax.wasm".into(),
        search_script: "/search.js".into(),
        questions_script: "/questions.js".into(),
        offline_script: "/offline.js".into(),
        sums: ["/a.js", "/a.wasm", "/frame.js", "/tax.wasm"]
            .map(|file| (file.to_owned(), format!("sha256-{file}")))
            .into(),
    };
    Template::new(settled, Some("https://example.org".into()))
}

#[test]
fn fills_both_holes_and_escapes() {
    let out = template(TITLE).unwrap().fill(&page(Program::Calculator));
    assert!(out.contains("<title>Pay &amp; more</title>"));
    assert!(out.contains(r#"content="A &quot;range&quot;""#));
    assert!(out.contains(r#"<link rel="canonical" href="https://example.org/">"#));
    assert!(out.contains(r#"<script type="application/ld+json">{"name":"a\u003c/script>"}"#));
    assert!(!out.contains("og:image"), "no picture was made");
    assert!(out.ends_with("<body><main>x</main></body>"));
}

#[test]
fn a_page_that_is_not_prerendered_holds_what_its_script_asks_for() {
    let (page, script) =
        (include_str!("../../../index.html"), include_str!("../../../static/boot.js"));
    assert!(page.contains(BODY));
    let asked: Vec<&str> = script
        .split("querySelector('#")
        .skip(1)
        .filter_map(|rest| rest.split_once('\''))
        .map(|(id, _)| id)
        .collect();
    assert_eq!(asked, ["failed", "app"]);
    for id in asked {
        assert!(BODY.contains(&format!("id=\"{id}\"")), "{id}");
    }
}

#[test]
fn a_shared_link_shows_title_description_and_picture() {
    let mut template = template(TITLE).unwrap();
    template.cards.insert("c".into(), "/assets/c-1.png".into());
    let mut page = page(Program::None);
    page.title = format!("Pay & more{}", find::TAIL);
    let tag = |name: &str, text: &str| format!("<meta property=\"{name}\" content=\"{text}\">");
    let out = template.fill(&page);
    for (name, text) in [
        ("og:title", "Pay &amp; more"),
        ("og:description", "A &quot;range&quot;"),
        ("og:url", "https://example.org/"),
        ("og:image", "https://example.org/assets/c-1.png"),
        ("og:image:alt", "A &amp; b"),
    ] {
        assert!(out.contains(&tag(name, text)), "{name}: {out}");
    }
    // Open Graph: what is said of a picture follows it.
    assert!(out.find("og:image\"") < out.find("og:image:alt"));
    page.path = "/404.html".into();
    assert!(!template.fill(&page).contains("og:url"), "an address that is none");
    template.origin = None;
    assert!(template.fill(&page).contains(&tag("og:image", "/assets/c-1.png")));
}

fn program_loads(template: &Template, what: &str) -> bool {
    template.fill(&page(Program::Calculator)).contains(what)
}

#[test]
fn a_page_loads_what_it_needs() {
    let template = template(&format!("{TITLE}{TAGS}")).unwrap();
    let still = template.fill(&page(Program::None));
    assert!(!still.contains("/t.css") && program_loads(&template, "/t.css"));
    assert!(still.contains("/p.css") && !still.contains("/b.js") && !still.contains("preload"));
    assert!(!still.contains("/questions.js"));
    let questions = template.fill(&page(Program::Questions));
    assert!(questions.contains("/questions.js") && !questions.contains("/b.js"), "{questions}");
    let program = template.fill(&page(Program::Calculator));
    assert!(!program.contains("/p.css"), "{program}");
    let explore = template.fill(&page(Program::Explore));
    let script = r#"<script data-tax="/tax.wasm" data-tax-sum="sha256-/tax.wasm" data-wait="paypath-skills" type="module" src="/b.js" data-js="/e.js" data-wasm="/e.wasm">"#;
    assert!(explore.contains(script) && !explore.contains("preload"), "{explore}");
}

#[test]
fn a_frame_loads_its_own_and_names_the_page_to_list() {
    let template = template(&format!("{TITLE}{TAGS}")).unwrap();
    let path = "/embed/data-engineer/".to_owned();
    let (canonical, oembed) = (Some("/roles/data-engineer/".into()), Some("/o.json".into()));
    let frame = Page { path, canonical, oembed, ..page(Program::Widget) };
    let out = template.fill(&frame);
    assert!(out.contains("/m.css") && !out.contains("/p.css") && !out.contains("/b.js"));
    assert!(out.contains(r#"href="https://example.org/roles/data-engineer/""#), "{out}");
    assert!(!out.contains("noindex") && !out.contains("og:"), "{out}");
    assert!(out.contains(r#"data-wasm="/w.wasm" data-drawn="role=data-engineer&amp;city="#));
    let discovery = r#"type="application/json+oembed" href="https://example.org/o.json""#;
    assert!(out.contains(discovery), "{out}");
    let build = template.fill(&page(Program::Build));
    assert!(build.contains("/build.js") && !build.contains("/m.css"), "{build}");
    assert!(!template.fill(&page(Program::Calculator)).contains("/m.css"));
    assert!(!template.fill(&page(Program::Explore)).contains("/m.css"));
}

#[test]
fn scripts_and_programs_are_checked() {
    let template = template(&format!("{TITLE}{TAGS}")).unwrap();
    let out = template.fill(&page(Program::Calculator));
    for tag in [
        r#"data-js="/a.js" data-js-sum="sha256-/a.js""#,
        r#"data-wasm="/a.wasm" data-wasm-sum="sha256-/a.wasm""#,
        r#"<script data-tax="/tax.wasm" data-tax-sum="sha256-/tax.wasm" data-wait="" type="module""#,
    ] {
        assert!(out.contains(tag), "{tag} in {out}");
    }
    let frame = template.fill(&Page { path: "/embed/".into(), ..page(Program::Widget) });
    let script = r#"src="/frame.js" integrity="sha256-/frame.js" crossorigin"#;
    assert!(frame.contains(script), "{frame}");
}

#[test]
fn a_template_without_a_hole_is_refused() {
    assert!(template("<title>a</title>").is_err());
}
