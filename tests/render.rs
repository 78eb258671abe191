//! The pages as they are prerendered: the figures of the estimate, ids that lead somewhere, errors
//! wired to their fields, text escaped, nothing that the content policy refuses.

#![cfg(all(feature = "prerender", not(target_arch = "wasm32")))]
#![allow(missing_docs)]

#[cfg(debug_assertions)]
#[path = "render/components.rs"]
mod components;
#[path = "render/markup.rs"]
mod markup;
#[path = "render/takehome.rs"]
mod takehome;

use markup::{Element, dangling, elements, inline};
use paypath::dataset::Dataset;
use paypath::estimate::{Estimate, estimate};
use paypath::finder::Place;
use paypath::link;
use paypath::money::Money;
use paypath::profile::{Education, Experience, Level, Profile};
use paypath::web::browser::Typed;
use paypath::web::state::{State, example};
use paypath::web::takehome::Sheet;
use paypath::web::{App, AppProps};
use paypath::words::{self, page};

/// Queries that bring every part of the page to light.
const QUERIES: [&str; 8] = [
    "",
    "?role=data-scientist&city=us&years=0",
    "?role=nlp-engineer&city=boise-id&years=50",
    "?role=wizard&city=portland&years=51",
    "?role=<b>x</b>&city=\"'&years=</p><script>",
    "?role=data-scientist&city=new-york-ny&takehome=joint&area=nj&retirement=24500&hsa=8k",
    "?role=data-scientist&city=us&takehome=hoh&area=ca&health=<b>&retirement=1m",
    "?role=data-scientist&city=baltimore-md&takehome=x&area=y",
];

fn render(query: &'static str) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let start = move || State::start(&link::read(query), &Typed::default());
    let props = move || AppProps { start: start(), sheet: Sheet::read(query) };
    let page = yew::ServerRenderer::<App>::with_props(props).hydratable(false);
    runtime.block_on(page.render())
}

fn by_id<'a>(all: &'a [Element], id: &str) -> &'a Element {
    let found = all.iter().find(|element| element.attribute("id") == Some(id));
    found.unwrap_or_else(|| panic!("no element has the id {id}"))
}

fn texts<'a>(all: &'a [Element], name: &str, class: &str) -> Vec<&'a str> {
    all.iter().filter(|one| one.is(name, class)).map(|one| one.text.as_str()).collect()
}

fn of(profile: &Profile) -> Estimate {
    estimate(Dataset::embedded(), profile)
}

#[test]
fn a_change_is_told_between_the_middles_as_shown() {
    let told = |before, now| page::change(Money::dollars(before), Money::dollars(now));
    assert_eq!(told(166_400, 178_600), "$13,000 more than before. ");
    assert_eq!(told(178_600, 166_400), "$13,000 less than before. ");
    assert_eq!(told(166_000, 166_400), "The same as before. ");
}

/// What is quoted and announced names all that its figure depends on.
#[test]
fn a_question_names_its_education() {
    let dataset = Dataset::embedded();
    let plain = words::question(dataset, &example());
    for education in Education::ALL {
        let profile = Profile { education: Some(education), ..example() };
        let asked = words::question(dataset, &profile);
        assert_eq!(asked, format!("{plain} and {}", words::education(education)));
        assert!(words::quote(dataset, &profile, &of(&profile)).starts_with(&asked));
    }
    let level = Profile {
        experience: Experience::Level(Level::Senior),
        education: Some(Education::Masters),
        ..example()
    };
    assert!(words::question(dataset, &level).ends_with(" at senior level with a master’s degree"));
}

#[test]
fn the_start_page_holds_the_estimate_of_the_example() {
    let all = elements(&render(""));
    let answer = of(&example());
    assert_eq!(by_id(&all, "median").text, words::about(answer.median()));
    assert_eq!(texts(&all, "p", "likely"), [page::half(answer.likely())]);
    assert_eq!(texts(&all, "p", "wide"), [page::eight_in_ten(answer.wide())]);
    let heading = words::question(Dataset::embedded(), &example());
    assert_eq!(by_id(&all, "answer-heading").text, heading);
}

#[test]
fn the_examples_can_be_answered() {
    for (query, said) in page::EXAMPLES {
        let state = State::start(&link::read(query), &Typed::default());
        assert_eq!(state.errors, [], "{query}");
        assert_eq!(link::write(Dataset::embedded(), &state.profile), query);
        assert!(said.ends_with(&format!("{} years", state.years)), "{said}");
    }
}

/// `tests/site.rs` proves that there is a page at the end of each link.
#[test]
fn the_answer_leads_to_the_pages_of_its_role_and_city() {
    for (query, city) in [
        ("?role=data-analyst&city=boston-ma", "/cities/boston-ma/"),
        ("?role=data-analyst&city=palo-alto-ca", "/cities/palo-alto-ca/"),
        // Counted with San Francisco, without a page of its own.
        ("?role=data-analyst&city=oakland-ca", "/cities/san-francisco-ca/"),
        ("?role=data-analyst&city=us", "/cities/"),
    ] {
        let all = elements(&render(query));
        let at = all.iter().position(|one| one.text.starts_with(page::MORE_ABOUT)).unwrap();
        let links: Vec<_> = all[at..].iter().filter_map(|one| one.attribute("href")).collect();
        assert_eq!(links[..2], ["/roles/data-analyst/", city], "{query}");
    }
}

#[test]
fn the_table_has_every_figure_of_the_chart() {
    for query in QUERIES {
        let all = elements(&render(query));
        let cells: Vec<&str> =
            all.iter().filter(|one| one.name == "td").map(|one| one.text.as_str()).collect();
        let amounts: Vec<i32> = cells[..5].iter().map(|cell| dollars(cell)).collect();
        assert!(amounts.is_sorted(), "{query}: {amounts:?}");
        let said = &by_id(&all, "dots-text").text;
        for amount in &amounts {
            let about = words::about(paypath::money::Money::dollars(*amount));
            assert!(said.contains(&about), "{query}: the drawing says {said}, not {about}");
        }
        let dots = all.iter().filter(|one| one.name == "circle" && one.attribute("r") == Some("7"));
        assert_eq!(dots.count(), 20, "{query}");
    }
    let all = elements(&render(""));
    let cells = all.iter().filter(|one| one.name == "td").take(5).map(|one| dollars(&one.text));
    assert!(cells.eq(of(&example()).percentiles().iter().map(|amount| amount.whole())));
}

fn dollars(text: &str) -> i32 {
    text.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap()
}

#[test]
fn the_ten_cities_stand_in_their_order_with_their_own_estimates() {
    let dataset = Dataset::embedded();
    let html = render("");
    let (_, table) = html.split_once("class=\"cities\"").unwrap();
    let rows: Vec<&str> = table.split("<tr").skip(2).collect();
    assert_eq!(rows.len(), dataset.listed.len());
    for (row, &city) in rows.iter().zip(dataset.listed) {
        let here = Profile { place: Place::City(city), ..example() };
        assert!(row.contains(dataset.city(city).name), "{row}");
        assert!(row.contains(&words::about(of(&here).median())), "{row}");
        assert!(row.contains(words::evidence_name(of(&here).evidence)), "{row}");
    }
}

#[test]
fn ids_are_unique_and_whatever_names_one_finds_it() {
    for query in QUERIES {
        let all = elements(&render(query));
        let wrong = dangling(&all);
        assert!(wrong.is_empty(), "{query}: {wrong:?}");
    }
}

#[test]
fn an_error_stands_at_its_field_and_the_field_says_so() {
    let wrong = elements(&render("?role=wizard&city=portland&years=51"));
    let right = elements(&render(""));
    for (id, said) in [("role", "“wizard”"), ("city", "“portland”"), ("years", "“51”")]
    {
        let error = format!("{id}-error");
        assert!(by_id(&wrong, &error).text.contains(said));
        assert!(by_id(&wrong, &error).text.contains("howing"), "what is shown instead");
        let field = by_id(&wrong, id);
        assert_eq!(field.attribute("aria-invalid"), Some("true"));
        assert!(field.attribute("aria-describedby").unwrap().split(' ').any(|one| one == error));
        assert_eq!(by_id(&right, &error).text, "");
        assert_eq!(by_id(&right, id).attribute("aria-invalid"), None);
    }
    assert_eq!(by_id(&wrong, "median").text, by_id(&right, "median").text);
}

#[test]
fn what_is_shown_instead_of_an_education_is_about_education() {
    let all = elements(&render("?education=guru"));
    assert!(by_id(&all, "education-error").text.ends_with("The answer is for any education."));
}

#[test]
fn nothing_is_inline_and_text_stays_text() {
    for query in QUERIES {
        let all = elements(&render(query));
        let wrong = inline(&all);
        assert!(wrong.is_empty(), "{query}: {wrong:?}");
    }
    let all = elements(&render(QUERIES[4]));
    assert!(by_id(&all, "role-error").text.contains("“<b>x</b>”"));
    assert!(by_id(&all, "years-error").text.contains("“</p><script>”"));
    assert_eq!(by_id(&all, "city").attribute("value"), Some("\"'"));
}

#[test]
fn claims_stand_beside_the_estimate_with_their_source_and_reason() {
    let dataset = Dataset::embedded();
    for role in dataset.role_ids() {
        let query = format!("?role={}&city=us", dataset.role(role).id);
        let all = elements(&render(query.leak()));
        let shown: Vec<&Element> = all.iter().filter(|one| one.is("span", "differs")).collect();
        let claims = paypath::dataset::claims().iter().filter(|claim| claim.roles.contains(&role));
        let claims: Vec<_> = claims.collect();
        assert_eq!(shown.len(), claims.len());
        for (shown, claim) in shown.iter().zip(&claims) {
            assert_eq!(shown.text, claim.differs);
            let url = dataset.source(claim.source).url;
            assert!(all.iter().any(|one| one.attribute("href") == Some(url)), "{url}");
            assert!(
                all.iter().any(|one| one.name == "strong" && one.text == words::claim_pay(claim))
            );
        }
        assert_eq!(texts(&all, "section", "claims").len(), usize::from(!claims.is_empty()));
    }
}
