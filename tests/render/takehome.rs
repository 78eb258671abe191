//! Take-home pay below the estimate: its lines add up, its places are those of the metro, what cannot
//! be read stays where it was typed, and what the law has and the figures leave out is said.

use super::{by_id, dollars, elements, render, texts};
use paypath::dataset::Dataset;
use paypath::money::Money;
use paypath::paysheet::{Known, section};
use paypath::tax::{Tables, Texts, area_id};
use paypath::words::takehome as words;
use proptest::prelude::*;

const NEW_YORK: &str = "?role=data-scientist&city=new-york-ny&years=5";

/// Amounts of the lines, in order: the wage first, what is left last.
fn lines(html: &str) -> Vec<i32> {
    let (_, table) = html.split_once("wage-lines").expect("a table of lines");
    let table = table.split("</table>").next().unwrap_or_default();
    let rows = table.split("<tr").skip(2);
    let cell = |row: &str| row.split("<td>").nth(1).map(|cell| cell.split('<').next().map(dollars));
    rows.filter_map(cell).flatten().collect()
}

#[test]
fn closed_it_holds_nothing_and_open_everything() {
    let closed = render(NEW_YORK);
    assert!(closed.contains(words::HEADING) && !closed.contains("wage-lines"));
    let all = elements(&render("?role=data-scientist&city=new-york-ny&years=5&takehome=single"));
    let left = dollars(&by_id(&all, "take-home").text);
    let middle = dollars(&by_id(&all, "median").text);
    assert!(left % 1000 == 0 && left < middle && left > middle / 2, "{left} of {middle}");
    let options = all.iter().filter(|one| one.name == "option" && one.attribute("value").is_some());
    let areas: Vec<&str> = options.map(|one| &*one.text).collect();
    let from = areas.iter().position(|area| *area == "New York City").expect("where the city lies");
    assert_eq!(
        areas[from..][..4],
        ["New York City", "Yonkers", "Elsewhere in New York", "New Jersey"]
    );
    let left_out = &texts(&all, "ul", "left-out");
    assert_eq!(left_out.len(), 1);
    assert!(by_id(&all, "real-take-home").text.contains("average prices"));
}

#[test]
fn lines_add_up_to_the_wage() {
    for query in [
        "?role=data-scientist&city=new-york-ny&takehome=joint&area=nj&retirement=24500&hsa=8k",
        "?role=data-analyst&city=baltimore-md&takehome=single",
        "?role=ml-engineer&city=portland-or&takehome=hoh&retirement=10000",
        "?role=data-analyst&city=us&takehome=single",
    ] {
        let lines = lines(&render(query));
        let [wage, between @ .., left] = &lines[..] else { panic!("{query}: {lines:?}") };
        let taken: i32 = between.iter().sum();
        // Each line is rounded to the dollar by itself.
        assert!((wage - taken - left).unsigned_abs() as usize <= lines.len(), "{query}: {lines:?}");
        assert!(lines.len() > 4, "{query}: {lines:?}");
    }
}

#[test]
fn what_cannot_be_read_stays_with_words_beside_it() {
    let all = elements(&render("?city=us&takehome=hoh&area=ca&health=lots&retirement=1m&hsa=100k"));
    for (id, typed, said) in [
        ("tax-health", "lots", "Enter dollars a year"),
        ("tax-retirement", "1m", "Enter dollars a year"),
        ("tax-hsa", "100k", "more than $9,750"),
    ] {
        assert_eq!(by_id(&all, id).attribute("value"), Some(typed));
        assert_eq!(by_id(&all, id).attribute("aria-invalid"), Some("true"));
        let error = &by_id(&all, &format!("{id}-error")).text;
        assert!(error.contains(said), "{error}");
    }
    let limit = &by_id(&all, "tax-retirement-hint").text;
    assert!(limit.contains("$24,500 (under 50)") && limit.contains("$11,250 more"), "{limit}");
}

#[test]
fn amounts_of_an_earlier_year_and_what_is_left_out_are_said() {
    let said = |query| {
        let html = render(query);
        let (_, list) = html.split_once("left-out")?;
        list.split("</ul>").next().map(str::to_owned)
    };
    let california = said("?city=san-francisco-ca&takehome=single").unwrap();
    assert!(california.contains("those of the year before"), "{california}");
    let texas = said("?city=austin-tx&takehome=single").unwrap();
    assert!(
        !texas.contains("those of the year before") && texas.contains("Only one person"),
        "{texas}"
    );
    let country = said("?city=us&takehome=single").unwrap();
    assert!(country.contains(words::FEDERAL_ONLY));
}

/// Every metro has a place that comes first, and it is one of its own.
#[test]
fn every_metro_has_its_places() {
    let (tables, texts) = (Tables::embedded(), Texts::embedded());
    let mut with_city = 0;
    for metro in Dataset::embedded().metros {
        let areas = tables.areas(metro.cbsa, metro.title);
        let puerto_rico = metro.title.ends_with(", PR");
        assert_eq!(areas.is_empty(), puerto_rico, "{}", metro.title);
        let mut ids: Vec<String> = areas.iter().map(|&area| area_id(tables, texts, area)).collect();
        with_city += usize::from(ids.first().is_some_and(|id| id.len() > 2));
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), areas.len(), "{}: {ids:?}", metro.title);
        let id = Dataset::embedded().metro_by_cbsa(metro.cbsa).unwrap();
        let known = Known {
            middle: Money::dollars(150_000),
            metro: Some((id, metro.cbsa, metro.title)),
            ..Known::default()
        };
        let text = section(&known.query());
        assert_eq!(text.contains("take-home"), !puerto_rico, "{}", metro.title);
        assert_eq!(text.contains("Puerto Rico"), puerto_rico, "{}", metro.title);
    }
    assert!(with_city > 20, "{with_city}");
}

proptest! {
    /// Whatever stands in an address, there is an answer, and it is the same twice.
    #[test]
    fn any_question_is_answered(query in "[a-z=&0-9%+$,.]{0,80}", wage in 0..3_000_000_i32) {
        let asked = format!("middle={wage}&{query}");
        let text = section(&asked);
        prop_assert!(text.contains("take-home"));
        prop_assert_eq!(text, section(&asked));
    }
}
