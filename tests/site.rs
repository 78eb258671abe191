//! Every page of the site as it is written at build: headings, titles, links, and that the method
//! page tells all scores, sources and releases of `data/`.

#![cfg(all(feature = "prerender", not(target_arch = "wasm32")))]
#![allow(missing_docs)]

#[path = "site/embed.rs"]
mod embed;
#[path = "site/machines.rs"]
mod machines;
#[path = "render/markup.rs"]
mod markup;

use markup::{Element, dangling, elements, inline};
use paypath::dataset::Dataset;
use paypath::finder::Place;
use paypath::link::place_id;
use paypath::site::{self, FILES, Page, Program};
use paypath::tables::{self, Tables};
use paypath::web::explore::cities::rows::told_by;
use paypath::words::{method, page};
use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::OnceLock;

const ORIGIN: &str = "https://example.org";

fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(|| tables::read(Path::new("data")).unwrap())
}

fn pages() -> &'static [Page] {
    static PAGES: OnceLock<Vec<Page>> = OnceLock::new();
    PAGES.get_or_init(|| {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(site::pages(tables(), Some(ORIGIN)))
    })
}

fn body(path: &str) -> Vec<Element> {
    let page = pages().iter().find(|page| page.path == path);
    elements(&page.unwrap_or_else(|| panic!("no page {path}")).body)
}

#[test]
fn every_page_has_one_heading_and_a_title_of_its_own() {
    let (mut titles, mut descriptions) = (HashSet::new(), HashSet::new());
    for page in pages() {
        let all = elements(&page.body);
        let framed = page.program == Program::Widget;
        let heading = |name: &str| all.iter().filter(|one| one.name == name).count();
        assert_eq!(heading("h1"), usize::from(!framed), "{}", page.path);
        assert!(!framed || heading("h2") == 1, "{}", page.path);
        assert_eq!(all.iter().filter(|one| one.name == "main").count(), 1, "{}", page.path);
        assert!(titles.insert(&page.title), "{} shares its title", page.path);
        assert!(descriptions.insert(&page.description), "{} shares its description", page.path);
        assert!(page.title.len() <= 75, "{}: {}", page.path, page.title);
        assert!((20..=200).contains(&page.description.len()), "{}", page.path);
    }
}

#[test]
fn ids_are_unique_and_nothing_is_inline() {
    for page in pages() {
        let all = elements(&page.body);
        assert_eq!(dangling(&all), [""; 0], "{}", page.path);
        assert!(inline(&all).is_empty(), "{}: {:?}", page.path, inline(&all));
    }
}

#[test]
fn links_within_the_site_lead_to_a_page_and_a_place_on_it() {
    let mut places: HashMap<&str, HashSet<String>> = HashMap::new();
    let mut links = Vec::new();
    for page in pages() {
        let own = places.entry(page.path.as_str()).or_default();
        for element in elements(&page.body) {
            own.extend(element.attribute("id").map(str::to_owned));
            links.extend(element.attribute("href").map(|href| (&page.path, href.to_owned())));
        }
    }
    let mut reached = HashSet::new();
    for (from, href) in &links {
        let Some(rest) = href.strip_prefix('/') else { continue };
        let (path, place) = rest.split_once('#').unwrap_or((rest, ""));
        let path = format!("/{}", path.split('?').next().unwrap_or_default());
        let file = path.strip_prefix("/data/");
        if path == "/feed.xml" || FILES.iter().any(|(name, _)| file == Some(*name)) {
            continue;
        }
        let there = places.get(path.as_str()).unwrap_or_else(|| panic!("{from} leads to {href}"));
        assert!(place.is_empty() || there.contains(place), "{from} leads to {href}");
        reached.insert(path);
    }
    let lost: Vec<_> = pages().iter().filter(|page| !reached.contains(&page.path)).collect();
    assert_eq!(lost.len(), 1, "only the page for unknown addresses is reached by no link");
}

/// The calculator's answer links to the page that tells of its city.
#[test]
fn the_start_page_offers_its_examples() {
    let all = body("/");
    for (query, said) in page::EXAMPLES {
        let href = format!("/?{query}");
        assert!(all.iter().any(|one| one.attribute("href") == Some(&href) && one.text == said));
    }
}

#[test]
fn a_page_tells_of_every_city() {
    let dataset = Dataset::embedded();
    let paths: HashSet<&str> = pages().iter().map(|page| page.path.as_str()).collect();
    for city in dataset.city_ids() {
        let told = told_by(city);
        assert_eq!(dataset.city(told).metro, dataset.city(city).metro);
        let path = format!("/cities/{}/", place_id(dataset, Place::City(told)));
        assert!(paths.contains(path.as_str()), "{}: {path}", dataset.city(city).name);
    }
}

/// The founding claims: each stands on a page, with a source beside it.
#[test]
fn every_claim_of_the_articles_and_every_source_is_on_a_page() {
    let mut claims = HashSet::new();
    let mut linked = HashSet::new();
    for page in pages() {
        let all = elements(&page.body);
        for element in &all {
            if let Some(ids) = element.attribute("data-claims") {
                let own = element.attribute("href").is_some();
                let source = own || element.text.contains("From ");
                assert!(source, "{}: {ids} without a source", page.path);
                claims.extend(ids.split(' ').map(str::to_owned));
            }
            linked.extend(element.attribute("href").map(str::to_owned));
        }
    }
    let paid = (1..=15).map(|at| format!("P{at}"));
    let told = ["E1", "E2", "E3", "O1", "O2", "O3", "O4"].map(str::to_owned);
    for claim in paid.chain(told) {
        assert!(claims.contains(&claim), "{claim} is on no page");
    }
    for source in &tables().sources {
        assert!(linked.contains(&source.url), "{} is used nowhere", source.id);
    }
}

#[test]
fn every_text_became_words_and_every_page_tells_machines_where_it_is() {
    for page in pages() {
        assert!(!page.body.contains('{') && !page.body.contains("]("), "{}", page.path);
        let kinds: Vec<_> = page.data.iter().filter_map(|data| data["@type"].as_str()).collect();
        let own = page.path == "/" || !page.is_listed();
        assert_eq!(kinds.contains(&"BreadcrumbList"), !own, "{}", page.path);
        let role = page.path.starts_with("/roles/")
            && page.path != "/roles/"
            && page.path != "/roles/compare/";
        assert_eq!(kinds.contains(&"Occupation"), role, "{}", page.path);
        assert_eq!(kinds.contains(&"FAQPage"), page.path == "/faq/");
    }
}

/// The field waits for its script; what it filters by is on the page.
#[test]
fn questions_can_be_searched_and_stand_without_the_field() {
    let all = body("/faq/");
    let form = all.iter().find(|one| one.attribute("id") == Some("ask")).unwrap();
    assert!(form.attribute("hidden").is_some(), "without script it does nothing");
    let status = all.iter().find(|one| one.attribute("data-many").is_some()).unwrap();
    assert_eq!(status.attribute("role"), Some("status"));
    assert!(status.attribute("data-many").unwrap().contains('%'));
    assert!(status.attribute("data-none").unwrap().contains("Try"), "says what to do");
    let answers: Vec<_> = all.iter().filter(|one| one.is("article", "question-answer")).collect();
    assert_eq!(answers.len(), tables().content.faq.questions.len());
    for (answer, row) in answers.iter().zip(&tables().content.faq.questions) {
        let listed = format!("#{}", row.id);
        let links = all.iter().filter(|one| one.attribute("href") == Some(&listed));
        assert_eq!(links.count(), 2, "{listed}: in the list and on the question");
        let also = answer.attribute("data-also").unwrap();
        assert!(row.aliases.iter().all(|alias| also.contains(alias.as_str())));
        assert!(answer.attribute("hidden").is_none());
    }
}

#[test]
fn the_method_page_tells_every_score_source_and_release() {
    let all = body("/method/");
    let text = &all.iter().find(|one| one.name == "main").unwrap().text;
    for (id, what, _) in method::TESTS {
        let row = tables().scores.iter().find(|row| row.id == id).unwrap_or_else(|| panic!("{id}"));
        assert!(text.contains(what) && text.contains(&method::score(row.value, &row.unit)), "{id}");
    }
    for row in &tables().scores {
        let value = method::with_error(row.value, &row.unit, row.error);
        assert!(text.contains(&row.what) && text.contains(&value), "{}", row.id);
    }
    let model = &tables().model;
    let (years, place) = (&model.years, &model.place);
    for judged in method::judged(years.slope, years.senior, years.most, place.damp, place.spread) {
        assert!(text.contains(&judged), "{judged}");
    }
    for source in &tables().sources {
        for part in [&source.title, &source.publisher, &source.licence] {
            assert!(text.contains(part.as_str()), "{}: {part}", source.id);
        }
        assert!(all.iter().any(|one| one.attribute("href") == Some(source.url.as_str())));
        assert!(source.attribution.as_ref().is_none_or(|said| text.contains(said)));
    }
    for release in &tables().releases {
        assert!(text.contains(&release.title));
        assert!(release.changes.iter().all(|change| text.contains(change)));
    }
    let dots = all.iter().filter(|one| one.name == "circle" && one.attribute("r") == Some("5"));
    let levels = tables().scores.iter().filter(|row| row.id.starts_with("calibration."));
    assert_eq!(dots.count(), levels.count(), "one dot a range");
}

/// What the start page says of remote work is what the scores say: a difference is clear beyond two
/// standard errors.
#[test]
fn remote_work_paid_less_in_one_year_alone() {
    let clear = |year: u32| {
        let id = format!("work_mode.{year}");
        let row = tables().scores.iter().find(|row| row.id == id).unwrap();
        (row.value.abs() > 2.0 * row.error.unwrap()).then_some(row.value < 0.0)
    };
    assert_eq!([2023, 2024, 2025].map(clear), [None, Some(true), None], "{}", page::NO_WORK_MODE);
    let text = method::with_error(-0.051, "log pay", Some(0.006));
    assert_eq!(text, "−5.0% ± 0.6");
}

/// No label of the calibration picture reaches over its edge.
#[test]
fn the_calibration_picture_is_wide_enough() {
    let all = body("/method/");
    let figure = all.iter().position(|one| one.attribute("class") == Some("chart square")).unwrap();
    let svg = all[figure..].iter().find(|one| one.name == "svg").unwrap();
    let number = |text: &str| text.parse::<f64>().unwrap();
    let width = number(svg.attribute("viewBox").unwrap().split(' ').nth(2).unwrap());
    for label in all[figure..].iter().filter(|one| one.attribute("text-anchor") == Some("middle")) {
        let half = label.text.len() as f64 * 8.0 / 2.0;
        assert!(number(label.attribute("x").unwrap()) + half <= width, "{}", label.text);
    }
}

#[test]
fn a_missed_goal_is_said() {
    let mut tables = tables().clone();
    let row = tables.scores.iter_mut().find(|row| row.id == "postings.held").unwrap();
    row.value = 0.7;
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let pages = runtime.block_on(site::pages(Box::leak(Box::new(tables)), None));
    let method = pages.iter().find(|page| page.path == "/method/").unwrap();
    assert!(method.body.contains(&format!("78% to 82%: {}", method::NOT_MET)));
}

#[test]
fn the_last_page_is_for_unknown_addresses_and_shows_ways_on() {
    assert_eq!(pages().last().unwrap().path, "/404.html");
    let all = body("/404.html");
    assert_eq!(all.iter().find(|one| one.name == "h1").unwrap().text, page::MISSING);
    assert_eq!(all.iter().filter(|one| one.name == "form").count(), 1, "the search alone");
    let ways = all.iter().filter(|one| one.attribute("href") == Some("/")).count();
    assert_eq!(ways, 3, "the brand, the list of pages and the way on");
}
