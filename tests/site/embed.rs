//! The widget's frames as they are written at build, and what oEmbed readers are told of them.

use super::{ORIGIN, body, elements, pages};
use paypath::dataset::Dataset;
use paypath::estimate::estimate;
use paypath::link;
use paypath::profile::Profile;
use paypath::site::{Program, oembed};
use paypath::web::browser::Typed;
use paypath::web::state::example;
use paypath::web::widget::{Host, Versus, Widget, WidgetProps};
use paypath::words;
use std::collections::HashSet;

fn render(query: &'static str) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let props = move || WidgetProps { query: query.into(), typed: Typed::default() };
    runtime.block_on(yew::ServerRenderer::<Widget>::with_props(props).hydratable(false).render())
}

#[test]
fn each_role_has_a_frame_with_its_own_figures() {
    let dataset = Dataset::embedded();
    for role in dataset.role_ids() {
        let profile = Profile { role, ..example() };
        let all = body(&format!("/embed/{}/", dataset.role(role).id));
        let text = |id: &str| {
            let found = all.iter().find(|one| one.attribute("id") == Some(id));
            found.unwrap_or_else(|| panic!("no {id}"))
        };
        assert_eq!(text("answer-heading").text, words::question(dataset, &profile));
        assert_eq!(text("median").text, words::about(estimate(dataset, &profile).median()));
        let whole = format!("/?{}", link::write(dataset, &profile));
        assert_eq!(text("whole").attribute("href"), Some(whole.as_str()));
        let failed = text("failed");
        assert!(failed.attribute("hidden").is_some(), "said only when it is so");
        assert_eq!(failed.text, words::embed::FAILED);
        assert!(all.iter().all(|one| !["header", "footer", "nav"].contains(&one.name.as_str())));
    }
}

#[test]
fn a_frame_is_listed_nowhere_and_names_its_full_page() {
    let frames: Vec<_> = pages().iter().filter(|page| page.program == Program::Widget).collect();
    assert_eq!(frames.len(), Dataset::embedded().roles.len() + 1);
    for frame in frames {
        assert!(!frame.is_listed() && frame.data.is_empty(), "{}", frame.path);
        let full = frame.canonical.as_deref().unwrap();
        assert!(pages().iter().any(|page| page.path == full && page.is_listed()), "{full}");
    }
}

#[test]
fn oembed_has_what_the_standard_asks_for_and_each_file_is_found() {
    let files = oembed(ORIGIN);
    let named: HashSet<&str> = pages().iter().filter_map(|page| page.oembed.as_deref()).collect();
    assert_eq!(named, files.iter().map(|(path, _)| path.as_str()).collect());
    let roles = pages().iter().filter(|page| page.path.starts_with("/roles/"));
    let told = roles.filter(|page| page.oembed.is_some()).count();
    assert_eq!(told, Dataset::embedded().roles.len());
    for (path, file) in files {
        assert_eq!((&file["version"], &file["type"]), (&"1.0".into(), &"rich".into()), "{path}");
        for size in ["width", "height"] {
            assert!(file[size].as_u64().is_some_and(|size| (200..2000).contains(&size)));
        }
        let frame = &elements(file["html"].as_str().unwrap())[0];
        assert_eq!(frame.name, "iframe");
        assert_eq!(frame.attributes[0].0, "src", "a style at first makes some hosts drop it");
        let source = frame.attribute("src").unwrap().strip_prefix(ORIGIN).unwrap().to_owned();
        assert!(pages().iter().any(|page| page.path == source), "{source}");
        assert!(!frame.attribute("title").unwrap().is_empty());
    }
}

#[test]
fn snippets_are_named_and_oembed_is_told_of_only_where_it_is() {
    let all = body("/embed/build/");
    let template = |id: &str| {
        let found = all.iter().find(|one| one.attribute("id") == Some(id)).unwrap();
        found.attribute("data-template").unwrap().to_owned()
    };
    assert!(template("scripted").contains("%title</a>"), "{}", template("scripted"));
    let paragraph = |page: &str| page.contains(words::embed::OEMBED.split('’').next().unwrap());
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let unknown = runtime.block_on(paypath::site::pages(super::tables(), None));
    for (all, told) in [(pages(), true), (&unknown[..], false)] {
        let build = all.iter().find(|page| page.path == "/embed/build/").unwrap();
        assert_eq!(paragraph(&build.body), told);
    }
}

#[test]
fn what_the_page_around_wishes_is_read_and_the_rest_ignored() {
    for (query, level) in
        [("", 2), ("heading=3", 3), ("heading=4", 4), ("heading=1", 2), ("heading=h3", 2)]
    {
        assert_eq!(Host::read(query).heading, level, "{query}");
    }
    assert_eq!(Host::read("versus=+").versus, None);
    assert_eq!(Host::read("versus=data-scientist").versus.as_deref(), Some("data-scientist"));
    for level in ["2", "3", "4"] {
        let query: &'static str = Box::leak(format!("heading={level}").into_boxed_str());
        assert!(render(query).contains(&format!("<h{level} id=\"answer-heading\"")));
    }
}

#[test]
fn a_second_city_or_role_stands_beside_and_nothing_else_does() {
    let dataset = Dataset::embedded();
    let role = dataset.role_by_id("data-scientist").unwrap();
    for named in ["data-scientist", "Data Scientist", " data  scientist "] {
        assert_eq!(Versus::read(named, &example()), Ok(Versus::Role(role)), "{named}");
    }
    for role in dataset.role_ids().filter(|&role| role != example().role) {
        let title = dataset.role(role).title;
        assert_eq!(Versus::read(title, &example()), Ok(Versus::Role(role)), "{title}");
    }
    assert!(matches!(Versus::read("Boston, MA", &example()), Ok(Versus::Place(_))));
    let own = dataset.role(example().role).id;
    assert_eq!(Versus::read(own, &example()), Err(own.to_owned()), "the role itself");
    assert_eq!(Versus::read("<b>x", &example()), Err("<b>x".to_owned()));
    let page = render("role=data-engineer&city=austin-tx&years=3&versus=seattle-wa");
    let all = elements(&page);
    let middles = all.iter().filter(|one| one.is("p", "middle")).count();
    assert_eq!(middles, 2);
    let wrong = render("versus=nowhere at all<b>");
    assert!(wrong.contains("“nowhere at all&lt;b&gt;”") && wrong.contains("id=\"median\""));
}
