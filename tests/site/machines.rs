//! What machines are told: structured data, the site map, robots.txt, files to download.

use super::{ORIGIN, pages, tables};
use paypath::site::{self, FILES, Page, Program};
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;
use std::collections::BTreeMap;

/// What a property holds.
enum Kind {
    /// Words: not empty, no markup.
    Text,
    /// A whole address.
    Address,
    /// A whole address of this site.
    Own,
    /// Exactly this.
    Is(&'static str),
    /// A day, as 2026-11-21.
    Day,
    /// Two months with a slash between, the first before the second.
    Months,
    /// Dollars a year.
    Pay,
    /// 1, 2, 3 in a list.
    Position,
    /// An object of this type.
    One(&'static str),
    /// At least one, each of this kind.
    Many(&'static Kind),
}

type Property = (&'static str, Kind);

/// Every type that the pages use, with all properties it has, as schema.org defines them and search
/// engines ask for them.
const TYPES: &[(&str, &[Property])] = &[
    ("BreadcrumbList", &[("itemListElement", Kind::Many(&Kind::One("ListItem")))]),
    ("ListItem", &[("position", Kind::Position), ("name", Kind::Text), ("item", Kind::Own)]),
    ("FAQPage", &[("mainEntity", Kind::Many(&Kind::One("Question")))]),
    ("Question", &[("name", Kind::Text), ("acceptedAnswer", Kind::One("Answer"))]),
    ("Answer", &[("text", Kind::Text)]),
    (
        "Occupation",
        &[
            ("name", Kind::Text),
            ("description", Kind::Text),
            ("occupationLocation", Kind::One("Country")),
            ("estimatedSalary", Kind::Many(&Kind::One("MonetaryAmountDistribution"))),
        ],
    ),
    ("Country", &[("name", Kind::Is("United States"))]),
    (
        "MonetaryAmountDistribution",
        &[
            ("name", Kind::Is("base")),
            ("currency", Kind::Is("USD")),
            ("duration", Kind::Is("P1Y")),
            ("percentile10", Kind::Pay),
            ("percentile25", Kind::Pay),
            ("median", Kind::Pay),
            ("percentile75", Kind::Pay),
            ("percentile90", Kind::Pay),
        ],
    ),
    (
        "Dataset",
        &[
            ("name", Kind::Text),
            ("description", Kind::Text),
            ("creator", Kind::One("Organization")),
            ("dateModified", Kind::Day),
            ("version", Kind::Text),
            ("isBasedOn", Kind::Many(&Kind::Address)),
            ("license", Kind::Address),
            ("spatialCoverage", Kind::Is("United States")),
            ("temporalCoverage", Kind::Months),
            ("variableMeasured", Kind::Text),
            ("distribution", Kind::Many(&Kind::One("DataDownload"))),
        ],
    ),
    ("Organization", &[("name", Kind::Text)]),
    (
        "DataDownload",
        &[
            ("name", Kind::Text),
            ("contentUrl", Kind::Own),
            ("encodingFormat", Kind::Is("text/csv")),
        ],
    ),
];

/// What is wrong with a value, each with the way to it.
fn wrongs(value: &Value, kind: &Kind, way: &str) -> Vec<String> {
    let text = value.as_str().unwrap_or_default();
    let whole = |text: &str| text.starts_with("https://") && !text.contains([' ', '<']);
    let right = match kind {
        Kind::Text => !text.trim().is_empty() && !text.contains(['<', '{', '[']),
        Kind::Address => whole(text),
        Kind::Own => whole(text) && text.starts_with(&format!("{ORIGIN}/")),
        Kind::Is(wanted) => text == *wanted,
        Kind::Day => is_date(text, 3),
        Kind::Months => text
            .split_once('/')
            .is_some_and(|(first, last)| is_date(first, 2) && is_date(last, 2) && first < last),
        Kind::Pay => value.as_u64().is_some_and(|pay| (20_000..1_000_000).contains(&pay)),
        Kind::Position => value.as_u64().is_some_and(|at| at > 0),
        Kind::One(name) => return typed(value, name, way),
        Kind::Many(kind) => {
            let all = value.as_array().filter(|all| !all.is_empty());
            let Some(all) = all else { return vec![format!("{way} is no list: {value}")] };
            let each = all.iter().enumerate();
            return each.flat_map(|(at, one)| wrongs(one, kind, &format!("{way}[{at}]"))).collect();
        }
    };
    if right { Vec::new() } else { vec![format!("{way} cannot be {value}")] }
}

/// Whether a text is a date of this many parts, as 2026-11-21 has three.
fn is_date(text: &str, parts: usize) -> bool {
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    lengths == [4, 2, 2][..parts] && text.chars().all(|c| c.is_ascii_digit() || c == '-')
}

fn typed(value: &Value, name: &str, way: &str) -> Vec<String> {
    let Some((_, properties)) = TYPES.iter().find(|(known, _)| *known == name) else {
        return vec![format!("{way}: {name} is not among the types")];
    };
    let Some(object) = value.as_object() else { return vec![format!("{way} is no object")] };
    let mut wrong = Vec::new();
    if value["@type"] != name {
        wrong.push(format!("{way} is {}, not {name}", value["@type"]));
    }
    for (property, kind) in *properties {
        let way = format!("{way}.{property}");
        match object.get(*property) {
            Some(value) => wrong.extend(wrongs(value, kind, &way)),
            None => wrong.push(format!("{way} is missing")),
        }
    }
    let known = |key: &str| key.starts_with('@') || properties.iter().any(|(own, _)| *own == key);
    wrong
        .extend(object.keys().filter(|key| !known(key)).map(|key| format!("{way}.{key}: unknown")));
    wrong
}

#[test]
fn structured_data_has_what_its_types_ask_for() {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for page in pages() {
        for data in &page.data {
            assert_eq!(data["@context"], "https://schema.org", "{}", page.path);
            let name = data["@type"].as_str().unwrap_or_default();
            assert_eq!(typed(data, name, name), [""; 0], "{}", page.path);
            *seen.entry(name).or_default() += 1;
        }
    }
    let kinds: Vec<&str> = seen.keys().copied().collect();
    assert_eq!(kinds, ["BreadcrumbList", "Dataset", "FAQPage", "Occupation"]);
    assert_eq!(seen["Occupation"], tables().roles.len());
}

#[test]
fn structured_data_agrees_with_itself() {
    for page in pages() {
        for data in &page.data {
            if let Some(items) = data["itemListElement"].as_array() {
                for (at, item) in items.iter().enumerate() {
                    assert_eq!(item["position"], at + 1, "{}", page.path);
                }
                let own = format!("{ORIGIN}{}", page.path);
                assert_eq!(items.last().unwrap()["item"], own, "the way ends here");
            }
            for pay in data["estimatedSalary"].as_array().into_iter().flatten() {
                let names = ["percentile10", "percentile25", "median", "percentile75"];
                let all = names.iter().chain(&["percentile90"]).map(|name| pay[name].as_u64());
                let all: Vec<u64> = all.flatten().collect();
                assert!(all.len() == 5 && all.is_sorted(), "{}: {all:?}", page.path);
            }
            if data["@type"] == "Dataset" {
                let years = || tables().medians.values().flat_map(|medians| medians.keys());
                let (first, last) = (years().min().unwrap(), years().max().unwrap());
                assert_eq!(data["temporalCoverage"], format!("{first}-05/{last}-05"));
                assert_eq!(data["dateModified"], tables().releases[0].date);
            }
        }
    }
}

/// The check itself sees what is wrong.
#[test]
fn wrong_structured_data_is_caught() {
    let mut good = serde_json::json!({
        "@type": "BreadcrumbList",
        "itemListElement": [{
            "@type": "ListItem", "position": 1, "name": "Paypath", "item": format!("{ORIGIN}/"),
        }],
    });
    assert_eq!(typed(&good, "BreadcrumbList", "list"), [""; 0]);
    good["itemListElement"][0]["item"] = "/".into();
    good["itemListElement"][0]["position"] = "1".into();
    good["itemlistElement"] = 1.into();
    let found = [
        "list.itemListElement[0].position cannot be \"1\"",
        "list.itemListElement[0].item cannot be \"/\"",
        "list.itemlistElement: unknown",
    ];
    assert_eq!(typed(&good, "BreadcrumbList", "list"), found);
    good["itemListElement"] = serde_json::json!([]);
    assert_eq!(typed(&good, "BreadcrumbList", "list")[0], "list.itemListElement is no list: []");
    let pay = serde_json::json!({ "@type": "MonetaryAmountDistribution", "median": 12 });
    let wrong = typed(&pay, "MonetaryAmountDistribution", "pay");
    assert!(wrong.contains(&"pay.median cannot be 12".to_owned()), "{wrong:?}");
    assert!(wrong.contains(&"pay.percentile90 is missing".to_owned()), "{wrong:?}");
}

/// The text of every element of this name.
fn each(xml: &[u8], wanted: &str) -> Vec<String> {
    let mut reader = Reader::from_reader(xml);
    let (mut all, mut within) = (Vec::new(), false);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => within = tag.name().as_ref() == wanted,
            Event::End(_) => within = false,
            Event::Text(text) if within => all.push((*text).to_owned()),
            Event::Eof => return all,
            _ => {}
        }
    }
}

#[test]
fn the_site_map_lists_every_page_with_the_day_of_the_newest_release() {
    let releases = &tables().releases;
    let map = site::sitemap(pages(), releases, ORIGIN).unwrap();
    let addresses = each(&map, "loc");
    let framed = |page: &&Page| page.program == Program::Widget || page.path == "/404.html";
    let own = pages().iter().filter(|page| !framed(page));
    let own: Vec<String> = own.map(|page| format!("{ORIGIN}{}", page.path)).collect();
    assert!(own.len() > 400);
    assert_eq!(addresses, own);
    let newest = releases.iter().map(|release| &release.date).max().unwrap();
    let days = each(&map, "lastmod");
    assert_eq!(days.len(), own.len());
    assert!(days.iter().all(|day| day == newest && is_date(day, 3)));
    assert!(map.starts_with(
        b"<?xml version=\"1.0\" encoding=\"utf-8\"?><urlset xmlns=\"http://www.sitemaps.org/"
    ));
    assert!(map.len() < 50_000_000 && own.len() <= 50_000, "the protocol's most");
}

#[test]
fn robots_txt_names_the_site_map_where_its_address_is_known() {
    assert_eq!(site::robots(None), "User-agent: *\nAllow: /\n");
    let known = site::robots(Some(ORIGIN));
    assert_eq!(known, format!("User-agent: *\nAllow: /\n\nSitemap: {ORIGIN}/sitemap.xml\n"));
}

#[test]
fn every_file_to_download_is_a_table_of_the_data() {
    for (file, _) in FILES {
        let table = std::path::Path::new("data").join(file);
        assert!(std::fs::metadata(&table).unwrap().len() > 1000, "{file}");
        let address = format!("{ORIGIN}/data/{file}");
        let told = pages().iter().flat_map(|page| &page.data).any(|data| {
            let files = data["distribution"].as_array();
            files.is_some_and(|files| files.iter().any(|one| one["contentUrl"] == address))
        });
        assert!(told, "{file} is not told");
    }
}
