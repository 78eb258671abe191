//! Every rule of `tables::check`, each broken on purpose in tables that are otherwise sound.

#![cfg(feature = "native")]
#![allow(missing_docs)]

#[path = "check/model.rs"]
mod model;
#[path = "check/tax.rs"]
mod tax;
#[path = "check/work.rs"]
mod work;

use paypath::tables::{self, Figure, NameKind, Tables};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::{fs, io};

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

/// The real tables, spoiled: the faults must hold this sentence.
#[track_caller]
fn caught(wanted: &str, spoil: impl FnOnce(&mut Tables)) {
    static SOUND: OnceLock<Tables> = OnceLock::new();
    let mut tables = SOUND.get_or_init(|| tables::read(&data()).unwrap()).clone();
    spoil(&mut tables);
    let faults = tables::check(&tables);
    let found = faults.iter().any(|fault| fault.to_string() == wanted);
    assert!(found, "wanted: {wanted}\ngot: {}", tables::list(&faults, 20));
}

#[test]
fn keys_are_sorted_and_come_once() {
    caught("occupations.csv, row 3: the key \"11-3021\" comes twice", |t| {
        t.occupations[1].code = t.occupations[0].code.clone();
    });
    caught("metros.csv, row 4: the key 10380 is out of order", |t| t.metros.swap(1, 2));
    caught("cities.csv, row 3: the key \"Addison, TX\" comes twice", |t| {
        t.cities[1].city = t.cities[0].city.clone();
    });
    caught("wages.csv, row 3: the key (Some(10180), 2025, \"11-3021\") comes twice", |t| {
        t.wages[1].occupation = t.wages[0].occupation.clone();
    });
    caught("national.csv, row 3: the key (None, 2020, \"11-3021\") is out of order", |t| {
        t.national.swap(0, 1);
    });
    caught("roles.json: “machine-learning-engineer” comes twice", |t| {
        t.roles[1].id = t.roles[0].id.clone();
    });
    caught("sources.json: “oews-national” comes twice", |t| {
        t.sources[1].id = t.sources[0].id.clone();
    });
    caught("states.csv: “CA” comes twice", |t| t.states[0].code = "CA".into());
    caught("place_names.csv: “NYC” comes twice", |t| {
        let nyc = t.place_names.iter().find(|row| row.name == "NYC").cloned().unwrap();
        t.place_names.push(nyc);
    });
    caught("cities.csv: has no rows", |t| t.cities.clear());
    caught("roles.json: has no rows", |t| t.roles.clear());
}

#[test]
fn sources_are_complete() {
    type Text = fn(&mut tables::SourceRow) -> &mut String;
    let texts: [(&str, Text); 7] = [
        ("publisher", |s| &mut s.publisher),
        ("title", |s| &mut s.title),
        ("url", |s| &mut s.url),
        ("published", |s| &mut s.published),
        ("retrieved", |s| &mut s.retrieved),
        ("confirmed", |s| &mut s.confirmed),
        ("licence", |s| &mut s.licence),
    ];
    for (name, text) in texts {
        caught(&format!("sources.json: “oews-national” has no {name}"), |t| {
            *text(&mut t.sources[0]) = " ".into();
        });
    }
    caught("sources.json: the url of “oews-national” is not https", |t| {
        t.sources[0].url = "http://www.bls.gov/".into();
    });
    caught(
        "sources.json: oews/national_M2020_dl.xlsx of “oews-national” has no SHA-256",
        |t| {
            t.sources[0].files[0].sha256 = "abc".into();
        },
    );
    caught("sources.json: “article-a” is missing; the estimate cites it", |t| {
        t.sources.retain(|source| source.id != "article-a");
    });
}

#[test]
fn places_lie_in_the_country_and_lead_to_metros() {
    caught("metros.csv, row 2, column lat: lies outside the United States", |t| {
        t.metros[0].lat = -32.0;
    });
    caught("metros.csv, row 2, column lng: lies outside the United States", |t| {
        t.metros[0].lng = 99.7;
    });
    caught("metros.csv, row 2, column rpp: is outside 50 to 200", |t| {
        t.metros[0].rpp = Some(0.9);
    });
    caught("metros.csv, row 2, column rpp: is missing", |t| t.metros[0].rpp = None);
    caught("metros.csv, row 2, column state: is not in states.csv", |t| {
        t.metros[0].state = "XX".into();
    });
    caught("cities.csv: the metro 1 is not in metros.csv", |t| t.cities[0].cbsa = 1);
    caught("place_names.csv: the metro 1 is not in metros.csv", |t| t.place_names[0].cbsa = 1);
    caught("place_names.csv: “Boise” needs its state, as in “Nashville, TN”", |t| {
        t.place_names[3].name = "Boise".into();
    });
    caught("place_names.csv: the metro 14260 has two principal cities", |t| {
        t.place_names[2].cbsa = 14260;
        assert_eq!(t.place_names[2].kind, NameKind::Principal);
    });
    caught("listed_cities.json: the metro 1 is not in metros.csv", |t| {
        t.listed.cities[0].cbsa = 1;
    });
    caught("listed_cities.json: the source “nobody” is not in sources.json", |t| {
        t.listed.source = "nobody".into();
    });
}

#[test]
fn pay_ascends_and_is_plausible() {
    caught("wages.csv: the occupation 99-9999 is not in occupations.csv", |t| {
        t.wages[0].occupation = "99-9999".into();
    });
    caught("wages.csv: the metro 1 is not in metros.csv", |t| t.wages[0].cbsa = Some(1));
    caught("wages.csv, row 2, column p10: is outside 15,000 to 600,000", |t| {
        t.wages[0].pay[0] = Figure::Value(39);
    });
    caught("national.csv, row 2, column p25: 20000 is below p10, 90430", |t| {
        t.national[0].pay[1] = Figure::Value(20_000);
    });
    caught("wages.csv, row 2: a figure stands above a top-coded one", |t| {
        t.wages[0].pay[3] = Figure::TopCoded;
    });
}

#[test]
fn sums_and_history_agree() {
    caught("national.csv: 15-2051 has no row for 2025", |t| {
        t.national.retain(|row| row.year != 2025 || row.occupation != "15-2051");
    });
    caught("national.csv, row 99: the percentiles of the latest year must all be published", |t| {
        let row = t.national.iter_mut().find(|row| row.year == 2025).unwrap();
        row.row = 99;
        row.pay[4] = Figure::TopCoded;
    });
    caught("wages.csv: 0 people in the metros against 670570 in the country for 11-3021", |t| {
        for row in t.wages.iter_mut().filter(|row| row.occupation == "11-3021") {
            row.employment = Figure::NotPublished;
        }
    });
    caught("medians.csv: has no rows", |t| t.medians.clear());
    caught("wages.csv, row 2, column p50: differs from medians.csv", |t| {
        t.medians.get_mut(&(10180, "11-3021".into())).unwrap().insert(2025, Figure::Value(1));
    });
    caught("wages.csv, row 2, column employment: differs from employment.csv", |t| {
        t.employment.remove(&(10180, "11-3021".into()));
    });
    caught("medians.csv: the metro 1 is not in metros.csv", |t| {
        t.medians.insert((1, "11-3021".into()), std::iter::empty().collect());
    });
    caught("employment.csv: the occupation x is not in occupations.csv", |t| {
        t.employment.insert((10180, "x".into()), std::iter::empty().collect());
    });
}

#[test]
fn claims_are_plausible_and_say_why_they_differ() {
    caught("claims.json: “P1” comes twice", |t| t.claims[1].id = "P1".into());
    caught("claims.json: P1 has a figure that nobody is paid", |t| t.claims[0].low = 112.0);
    caught("claims.json: P1 has an upper end, or is a range, but not both", |t| {
        t.claims[0].high = Some(200_000.0);
    });
    caught("claims.json: P3 has its ends the wrong way round", |t| {
        t.claims[2].high = Some(100_000.0);
    });
    caught("claims.json: P1 needs to say what it is about and why it differs", |t| {
        t.claims[0].differs = " ".into();
    });
    caught("claims.json: P1 is about no role", |t| t.claims[0].roles.clear());
    caught("claims.json: P1 is about baker, which is no role", |t| {
        t.claims[0].roles = vec!["baker".into()];
    });
    caught("claims.json: the source “nobody” is not in sources.json", |t| {
        t.claims[0].source = "nobody".into();
    });
}

#[test]
fn roles_have_one_name_each_and_whole_weights() {
    caught("roles.json: “mle” names both machine-learning-engineer and ai-engineer", |t| {
        t.roles[1].aliases.push("mle".into());
    });
    caught("roles.json: the weights of machine-learning-engineer add to 1.25", |t| {
        t.roles[0].occupations[0].weight += 0.25;
    });
    caught("roles.json: the occupation x is not in occupations.csv", |t| {
        t.roles[0].occupations[0].code = "x".into();
    });
    caught("roles.json: the source “nobody” is not in sources.json", |t| {
        t.roles[0].occupations[0].source = "nobody".into();
    });
    caught("roles.json: 15-2051 of machine-learning-engineer needs a weight and a reason", |t| {
        t.roles[0].occupations[0].reason = String::new();
    });
    caught("roles.json: machine-learning-engineer needs a title, a family and a pool", |t| {
        t.roles[0].family = String::new();
    });
}

/// Reading tells everything that does not parse, in every file, at once.
#[test]
fn unreadable_files_are_told_together() {
    let data = data();
    let read = |file: &str| {
        let text = fs::read_to_string(data.join(file))?;
        Ok(match file {
            "model.json" | "employment.csv" | "projections.csv" => {
                return Err(io::Error::from(io::ErrorKind::NotFound));
            }
            "roles.json" => text.replacen("\"title\"", "\"titel\"", 1),
            "wages.csv" => text.replacen(",81660,", ",81k,", 1),
            "medians.csv" => text.replacen("cbsa", "area", 1),
            "national.csv" => text.replacen("p90", "p99", 1),
            "cities.csv" => text.replacen("19100,24", "19100", 1),
            _ => text,
        })
    };
    let faults = tables::read_with(&read).unwrap_err();
    let text = tables::list(&faults, usize::MAX);
    for wanted in [
        "model.json: cannot be read",
        "employment.csv: cannot be read",
        "projections.csv: cannot be read",
        "roles.json, row ",
        "missing field `title`",
        "wages.csv, row 2, column p10: “81k” is not a number",
        "medians.csv, row 1, column cbsa: the column is missing",
        "national.csv, row 1, column p90: the column is missing",
        "cities.csv, row 2: ",
    ] {
        assert!(text.contains(wanted), "wanted: {wanted}\ngot: {text}");
    }
    // Of a file that cannot be read nothing more is said.
    for file in ["employment.csv", "projections.csv"] {
        assert_eq!(text.matches(file).count(), 1, "{text}");
    }
}
