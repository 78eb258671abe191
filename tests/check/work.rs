//! The rules of O*NET's tables, the projections and the outlines, each broken on purpose.

use super::caught;
use paypath::tables::Tables;

#[test]
fn keys_of_work_are_sorted_and_come_once() {
    caught(
        "onet_elements.csv, row 4: the key (\"11-3021\", Knowledge, \"Administrative\") comes twice",
        |t| {
            t.elements[2].element = t.elements[1].element.clone();
        },
    );
    caught("onet_technologies.csv: has no rows", |t| t.technologies.clear());
    caught("onet_education.csv, row 3: the key (\"11-3021\", 1) is out of order", |t| {
        t.required.swap(0, 1);
    });
    caught("onet_related.csv, row 3: the key (\"11-3021\", \"13-1082\") comes twice", |t| {
        t.related[0].related = "13-1082".into();
        t.related[1].related = "13-1082".into();
    });
    caught("onet_titles.csv, row 3: the key (\"11-3021\", \"A\") comes twice", |t| {
        t.titles[0].title = "A".into();
        t.titles[1].title = "A".into();
    });
    caught("projections.csv, row 3: the key \"11-3021\" comes twice", |t| {
        t.projections[1].occupation = "11-3021".into();
    });
}

#[test]
fn work_is_of_known_occupations() {
    type Code = fn(&mut Tables) -> &mut String;
    let codes: [(&str, &str, Code); 7] = [
        ("onet_elements.csv", "occupation", |t| &mut t.elements[0].occupation),
        ("onet_technologies.csv", "occupation", |t| &mut t.technologies[0].occupation),
        ("onet_education.csv", "occupation", |t| &mut t.required[0].occupation),
        ("onet_related.csv", "occupation", |t| &mut t.related[0].occupation),
        ("onet_related.csv", "related", |t| &mut t.related[0].related),
        ("onet_titles.csv", "occupation", |t| &mut t.titles[0].occupation),
        ("projections.csv", "occupation", |t| &mut t.projections[0].occupation),
    ];
    for (file, column, code) in codes {
        let problem = "the occupation 10-0000 is not in occupations.csv";
        caught(&format!("{file}, row 2, column {column}: {problem}"), |t| {
            *code(t) = "10-0000".into();
        });
    }
}

#[test]
fn ratings_keep_to_their_scales() {
    caught("onet_elements.csv, row 2, column importance: is outside 1 to 5", |t| {
        t.elements[0].importance = 0.9;
    });
    caught("onet_elements.csv, row 2, column level: is outside 0 to 7", |t| {
        t.elements[0].level = Some(f64::NAN);
    });
    for codes in ["", "15-2051.00", "11-3021.00 15-2051.00"] {
        caught("onet_elements.csv, row 2, column codes: are not of the occupation", |t| {
            t.elements[0].codes = codes.into();
        });
    }
}

#[test]
fn lists_of_work_say_something() {
    let neither = "is neither hot nor in demand: such rows are left out";
    caught(&format!("onet_technologies.csv, row 2: {neither}"), |t| {
        t.technologies[0].hot = false;
        t.technologies[0].in_demand = false;
    });
    caught("onet_technologies.csv, row 2, column category: is empty", |t| {
        t.technologies[0].category = " ".into();
    });
    caught("onet_titles.csv, row 2, column title: is empty", |t| t.titles[0].title.clear());
    caught("onet_related.csv, row 2, column rank: is not of its tier", |t| t.related[0].rank = 21);
    caught("onet_related.csv, row 2, column related: is the occupation itself", |t| {
        t.related[0].related = t.related[0].occupation.clone();
    });
}

#[test]
fn shares_of_education_add_to_a_hundred() {
    let numbered = "needs a number from 1 to 12 and a label";
    caught(&format!("onet_education.csv, row 2, column category: {numbered}"), |t| {
        t.required[0].category = 0;
    });
    caught("onet_education.csv, row 2, column share: is outside 0 to 100", |t| {
        t.required[0].share = -0.5;
    });
    caught("onet_education.csv, row 2, column codes: are not of the occupation", |t| {
        t.required[0].codes.clear();
    });
    caught("onet_education.csv: the shares of 11-3021 add to 0.00, not to about 100", |t| {
        for row in t.required.iter_mut().filter(|row| row.occupation == "11-3021") {
            row.share = 0.0;
        }
    });
}

#[test]
fn projections_change_as_they_say() {
    caught("projections.csv, row 2, column covers: lacks the occupation itself", |t| {
        t.projections[0].covers.clear();
    });
    caught("projections.csv, row 2: jobs are outside 100 to 100,000,000", |t| {
        t.projections[0].employment[1] = 0;
    });
    caught("projections.csv, row 2: the years are the wrong way round", |t| {
        t.projections[0].years.reverse();
    });
    for off in [-1, 1] {
        let wanted =
            "projections.csv, row 2, column change_percent: does not fit the jobs of the two years";
        caught(wanted, |t| t.projections[0].change += off);
    }
    caught("projections.csv, row 2, column url: is not a page of BLS", |t| {
        t.projections[0].url = "https://example.org/".into();
    });
}

#[test]
fn outlines_are_paths_within_the_box() {
    let parts = "outlines.csv: must hold borders and land, once each, in that order";
    caught(parts, |t| t.outlines.truncate(1));
    caught(parts, |t| t.outlines.swap(0, 1));
    for (d, problem) in [
        ("", "is no path: it begins with M"),
        ("l1 1", "is no path: it begins with M"),
        ("M1 1l5", "“l5” is not M, l or z with whole numbers"),
        ("M1 1l", "“l” is not M, l or z with whole numbers"),
        ("M1 1C1 1", "“C1 1” is not M, l or z with whole numbers"),
        ("M1 1l1é1", "“l1é1” is not M, l or z with whole numbers"),
        ("M1 1l1.5 1", "“l1.5 1” is not M, l or z with whole numbers"),
        ("M975 610l0 1z", "leaves the box at 975 611"),
        ("M0 0l-1 0", "leaves the box at -1 0"),
    ] {
        caught(&format!("outlines.csv, row 2, column d: {problem}"), |t| {
            t.outlines[0].d = d.into();
        });
    }
}

/// The box that the rules know is the box of the map.
#[test]
fn the_box_is_the_map_s() {
    use paypath::map::{HEIGHT, WIDTH};
    let corner = format!("M{WIDTH} {HEIGHT}l1 0");
    let beyond = format!("leaves the box at {} {HEIGHT}", WIDTH + 1.0);
    caught(&format!("outlines.csv, row 2, column d: {beyond}"), |t| t.outlines[0].d = corner);
}

#[test]
fn steps_of_a_career_are_in_order() {
    caught("moves.json: search: low, value and high must rise", |t| t.moves.settings[0].low = 99);
    caught("moves.json: search: the value must lie between least and most", |t| {
        t.moves.settings[0].most = 3;
    });
    caught("moves.json: search: its unit is unknown", |t| {
        t.moves.settings[0].unit = "weeks".into();
    });
    caught("moves.json: search: what was measured has a source, what we assume has none", |t| {
        t.moves.settings[0].measured = true;
    });
    caught("moves.json: search: has no name or no reason", |t| t.moves.settings[0].why.clear());
    caught("moves.json: must have every role of roles.json, in its order", |t| {
        t.moves.roles.swap(0, 1);
    });
    caught("moves.json: data-scientist: “some” is no education", |t| {
        t.moves.roles[8].minimum = "some".into();
    });
    caught("moves.json: data-scientist: a first job asks for no level", |t| {
        t.moves.roles[8].from = Some("mid".into());
    });
    caught("moves.json: software-engineer to software-engineer: must be two roles", |t| {
        t.moves.usual[0].to = "software-engineer".into();
    });
    caught("moves.json: senior: asks for “x”, which is no skill", |t| {
        t.moves.promotions[1].learn = vec!["x".into()];
    });
    caught("moves.json: masters: teaches “x”, which is no skill", |t| {
        t.moves.studies[1].teaches = vec!["x".into()];
    });
    caught("moves.json: 15-1252 is not rated by O*NET and nothing stands in for it", |t| {
        t.moves.stand_ins.clear();
    });
    caught("moves.json: 99-9999 stands in for 15-1252 but is not rated", |t| {
        t.moves.stand_ins[0].other = "99-9999".into();
    });
    caught("moves.json: promotions must be to mid, senior and executive", |t| {
        t.moves.promotions.pop();
    });
    caught("moves.json: studies must be bachelors, masters and doctorate", |t| {
        t.moves.studies.pop();
    });
}
