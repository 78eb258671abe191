//! Refresh of O*NET's tables, the projections and the outlines, on files made up here.

use std::fmt::Write as _;

use super::fixture::Fixture;
use super::refuses;

const SKILLS: &str = "onet/skills.tsv";
const TECHNOLOGIES: &str = "onet/technology_skills.tsv";
const EDUCATION: &str = "onet/education_training_and_experience.tsv";
const CATEGORIES: &str = "onet/education_training_and_experience_categories.tsv";
const RELATED: &str = "onet/related_occupations.tsv";
const ALTERNATE: &str = "onet/alternate_titles.tsv";
const REPORTED: &str = "onet/sample_of_reported_titles.tsv";
const PROJECTIONS: &str = "projections/ooh_2024_34.csv";
const ATLAS: &str = "us-atlas/states-10m.json";

pub(crate) const FILES: [&str; 10] = [
    SKILLS,
    "onet/knowledge.tsv",
    TECHNOLOGIES,
    EDUCATION,
    CATEGORIES,
    RELATED,
    ALTERNATE,
    REPORTED,
    PROJECTIONS,
    ATLAS,
];

const RATED: &str =
    "O*NET-SOC Code|Element Name|Scale ID|Data Value|Recommend Suppress|Not Relevant";

/// Writes every file. A bar stands for the tab, so that rows can be read here.
pub(crate) fn fill(fixture: &Fixture) {
    let tsv = |file: &str, header: &str, rows: &str| {
        fixture.raw(file, &format!("{header}\n{rows}").replace('|', "\t"));
    };
    tsv(
        SKILLS,
        RATED,
        "15-2051.00|Programming|IM|4.00|N|\n15-2051.01|Programming|IM|3.25||\n\
         15-2051.00|Programming|LV|5.00|N|N\n15-2051.01|Programming|LV|1.00|Y|N\n\
         15-2051.01|Repairing|IM|1.00|N|\n15-2051.01|Repairing|LV|0.00|N|Y\n\
         11-1011.00|Programming|IM|9|N|\n",
    );
    tsv("onet/knowledge.tsv", RATED, "15-1252.00|Design|IM|2.5|N|\n15-1252.00|Design|LV|3|N|N\n");
    tsv(
        TECHNOLOGIES,
        "O*NET-SOC Code|Example|Commodity Code|Commodity Title|Hot Technology|In Demand",
        "15-2051.00|Python|1|Languages|Y|N\n15-2051.01|Python|2|Programs|N|Y\n\
         15-2051.00|The \"R\" tool|1|Languages|N|Y\n15-2051.00|Abacus|3|Tools|N|N\n",
    );
    tsv(
        CATEGORIES,
        "Element ID|Element Name|Scale ID|Category|Category Description",
        "2.D.1|Required|RL|2|High School Diploma - or the equivalent\n\
         2.D.1|Required|RL|10|Doctoral Degree\n3.A.1|Work|RW|10|Over ten years\n",
    );
    tsv(
        EDUCATION,
        "O*NET-SOC Code|Scale ID|Category|Data Value|Recommend Suppress",
        "15-2051.00|RL|10|60.01|N\n15-2051.00|RL|2|40|Y\n15-2051.01|RL|2|30|\n\
         15-2051.01|RL|10|70|\n15-2051.00|RW|2|100|N\n",
    );
    tsv(
        RELATED,
        "O*NET-SOC Code|Related O*NET-SOC Code|Relatedness Tier|Index",
        "15-2051.00|15-1252.00|Supplemental|12\n15-2051.01|15-1252.00|Primary-Long|7\n\
         15-2051.00|15-2051.01|Primary-Short|1\n15-2051.00|11-1011.00|Primary-Short|2\n",
    );
    tsv(
        ALTERNATE,
        "O*NET-SOC Code|Alternate Title|Short Title|Source(s)",
        "15-2051.00|data Miner||02\n15-2051.01|BI Analyst|BI|02\n",
    );
    tsv(
        REPORTED,
        "O*NET-SOC Code|Reported Job Title|Shown in My Next Move",
        "15-2051.01|Data Miner|Y\n15-1252.00|Coder|N\n11-1011.00|Chief|N\n",
    );
    fixture.raw(
        PROJECTIONS,
        "title,soc_code,num_jobs_2024,projected_employment_2034,outlook_pct,entry_education,url\n\
         Data scientists,15-2051,245900.0,328300.0,34.0,Bachelor's degree,https://www.bls.gov/d\n\
         \"Software developers, quality assurance analysts, and testers\",,1895500.0,2183300.0,15.0,\
         See How to Become One,https://www.bls.gov/s\n\
         Top executives,,1.5,x,4.0,,https://www.bls.gov/t\n\
         Drafters,17-3010,192100.0,191500.0,0.0,,https://www.bls.gov/r\n",
    );
    fixture.raw(ATLAS, &atlas());
}

/// Two states that share a border, an island that is too small, and Guam.
fn atlas() -> String {
    let mut arcs = String::new();
    // Around the first state, their border with a needless point, around the second, the rest.
    for (place, points) in [
        "[-100,40],[-2,0],[0,-2],[2,0]",
        "[-100,38],[0,1],[0,1]",
        "[-100,38],[2,0],[0,2],[-2,0]",
        "[-99,30],[0,0],[0,0]",
        "[144,13],[1,0],[0,1],[-1,-1]",
    ]
    .iter()
    .enumerate()
    {
        let _ = write!(arcs, "{}[{points}]", if place == 0 { "" } else { "," });
    }
    let shape = |kind: &str, rings: &str| format!(r#"{{"type":"{kind}","arcs":{rings}}}"#);
    let states = [
        shape("Polygon", "[[0,1]]"),
        shape("MultiPolygon", "[[[2,-2]],[[3]]]"),
        shape("Polygon", "[[4]]"),
    ];
    let nation = shape("MultiPolygon", "[[[0,2]],[[3]],[[4]]]");
    format!(
        r#"{{"type":"Topology","transform":{{"scale":[1,1],"translate":[0,0]}},"objects":{{
        "states":{{"geometries":[{}]}},"nation":{{"geometries":[{nation}]}}}},"arcs":[{arcs}]}}"#,
        states.join(",")
    )
}

#[test]
fn finer_codes_are_averaged_or_joined() {
    let fixture = Fixture::new("work");
    let report = fixture.run().unwrap().to_string();
    let expected = [
        (
            "onet_elements.csv",
            "occupation,kind,element,importance,level,codes\n\
             15-1252,knowledge,Design,2.50,3.00,15-1252.00\n\
             15-2051,skill,Programming,3.62,5.00,15-2051.00 15-2051.01\n\
             15-2051,skill,Repairing,1.00,,15-2051.01\n",
        ),
        (
            "onet_technologies.csv",
            "occupation,technology,category,hot,in_demand\n\
             15-2051,Python,Languages,Y,Y\n\
             15-2051,\"The \"\"R\"\" tool\",Languages,N,Y\n",
        ),
        (
            "onet_education.csv",
            "occupation,category,label,share,imprecise,codes\n\
             15-2051,02,High School Diploma,35.00,Y,15-2051.00 15-2051.01\n\
             15-2051,10,Doctoral Degree,65.00,N,15-2051.00 15-2051.01\n",
        ),
        ("onet_related.csv", "occupation,related,tier,rank\n15-2051,15-1252,Primary-Long,7\n"),
        (
            "onet_titles.csv",
            "occupation,title\n15-1252,Coder\n15-2051,BI Analyst\n15-2051,Data Miner\n",
        ),
        (
            "projections.csv",
            "occupation,covers,employment_2024,employment_2034,change_percent,entry_education,url\n\
             15-1252,15-1252 15-1253,1895500,2183300,15,,https://www.bls.gov/s\n\
             15-2051,15-2051,245900,328300,34,Bachelor's degree,https://www.bls.gov/d\n",
        ),
    ];
    for (file, wanted) in expected {
        assert_eq!(fixture.read(file), wanted, "{file}");
    }
    let lacking = "note: onet_education.csv: the source has nothing on 1 occupations: 15-1252";
    assert!(report.contains(lacking), "{report}");
}

#[test]
fn finer_codes_alone_are_a_note() {
    let fixture = Fixture::new("finer");
    fixture.raw(SKILLS, &format!("{RATED}\n15-2051.01|A|IM|3||\n").replace('|', "\t"));
    let report = fixture.run().unwrap().to_string();
    let note = "note: onet_elements.csv: known by finer codes only: 15-2051 by 15-2051.01\n";
    assert!(report.contains(note), "{report}");
}

#[test]
fn moves_of_work_are_reported() {
    let fixture = Fixture::new("work-moves");
    fixture.run().unwrap();
    fixture.spoil(SKILLS, "4.00", "5.00");
    fixture.spoil(PROJECTIONS, "328300", "328400");
    fixture.spoil(ATLAS, "[-2,0],[0,-2]", "[-5,0],[0,-2]");
    let report = fixture.run().unwrap().to_string();
    for wanted in [
        "  15-2051 skill Programming importance: 3.62 -> 4.12",
        "  15-2051 employment_2034: 328300 -> 328400",
        "outlines.csv: 2 rows, 0 added, 0 removed, 1 changed",
    ] {
        assert!(report.contains(wanted), "{wanted}\n{report}");
    }
}

#[test]
fn borders_are_shared_and_small_islands_left_out() {
    let fixture = Fixture::new("outlines");
    fixture.run().unwrap();
    let text = fixture.read("outlines.csv");
    let (borders, land) = text.split_once("\nland,").unwrap();
    let border = borders.strip_prefix("part,d\nborders,").unwrap();
    assert_eq!(border.matches('M').count(), 1, "{border}");
    // The point in the middle says nothing: one step is left.
    assert_eq!(border.split('l').nth(1).unwrap().split(['-', ' ']).count(), 2, "{border}");
    assert_eq!(land.matches('z').count(), 1, "{land}");
}

#[test]
fn spoiled_work_is_named() {
    let cases = [
        (
            SKILLS,
            "4.00",
            "5.01",
            "row 2, column Data Value: \"5.01\" is not a number between 1 and 5",
        ),
        (SKILLS, "5.00", "many", "row 4, column Data Value: \"many\" is not a number between 0"),
        (SKILLS, "\tIM\t4.00", "\tXX\t4.00", "row 2, column Scale ID: \"XX\" is neither IM nor LV"),
        (
            SKILLS,
            "15-2051.00",
            "15-2051",
            "row 2, column O*NET-SOC Code: \"15-2051\" is not an O*NET",
        ),
        (SKILLS, "\tY\tN", "\t?\tN", "row 5, column Recommend Suppress: \"?\" is neither Y nor N"),
        (SKILLS, "15-2051.01\tProgramming\tIM", "15-2051.00\tProgramming\tIM", "row 3: 15-2051.00"),
        (SKILLS, "Repairing\tIM", "Mending\tIM", "column Scale ID: has a level but no importance"),
        (SKILLS, "Element Name", "Name", "row 1, column Element Name: is missing"),
        (TECHNOLOGIES, "Y\tN\n", "yes\tN\n", "row 2, column Hot Technology: \"yes\" is neither"),
        (TECHNOLOGIES, "\tPython", "\t", "row 2, column Example: is empty"),
        (
            EDUCATION,
            "RL\t10\t60",
            "RL\t11\t60",
            "row 2, column Category: \"11\" is not a category of",
        ),
        (EDUCATION, "60.01", "160", "row 2, column Data Value: \"160\" is not a number between 0"),
        (CATEGORIES, "RL\t10", "RL\t13", "row 3, column Category: \"13\" is not a category from"),
        (CATEGORIES, "RL\t10", "RL\t2", "row 3, column Category: is there twice"),
        (RELATED, "Supplemental", "Far", "row 2, column Relatedness Tier: \"Far\" is not a tier"),
        (RELATED, "\t12", "\t0", "row 2, column Index: \"0\" is not a whole number from 1 to 20"),
        (RELATED, "\t15-1252.00", "\tno", "row 2, column Related O*NET-SOC Code: \"no\" is not an"),
        (ALTERNATE, "\tdata Miner", "\t", "row 2, column Alternate Title: is empty"),
        (REPORTED, "Reported Job Title", "Title", "row 1, column Reported Job Title: is missing"),
        (PROJECTIONS, "245900.0", "245.9", "row 2, column num_jobs_2024: 245.9 is not a whole"),
        (PROJECTIONS, "34.0", "", "row 2, column outlook_pct: \"\" is not a number between"),
        (PROJECTIONS, "15-2051", "152051", "row 2, column soc_code: \"152051\" is not a SOC code"),
        (PROJECTIONS, "17-3010", "15-2051", "row 5: 15-2051 is already in row 2"),
        (PROJECTIONS, "num_jobs_2024", "num_jobs_now", "row 1, column num_jobs_now: must end in a"),
        (ATLAS, "[[0,1]]", "[[0,9]]", "has no arc 9 that a shape names"),
        (ATLAS, "\"scale\"", "\"scales\"", "row 1: column "),
    ];
    let fixture = Fixture::new("work-cells");
    fixture.run().unwrap();
    for (file, from, to, message) in cases {
        let before = fixture.raw_text(file);
        fixture.spoil(file, from, to);
        let joint =
            if message.starts_with("row") || message.starts_with("col") { ", " } else { ": " };
        refuses(&fixture, Fixture::run, &format!("{file}{joint}{message}"));
        fixture.raw(file, &before);
    }
    // What would not pass the rules of the build is refused as well.
    fixture.spoil(PROJECTIONS, "34.0", "43.0");
    refuses(&fixture, Fixture::run, "projections.csv, row 3, column change_percent: does not fit");
    fixture.spoil(PROJECTIONS, "43.0", "34.0");
    fixture.remove(RELATED);
    refuses(&fixture, Fixture::run, &format!("{RELATED}: is missing; put it there"));
}

#[test]
fn a_second_table_of_projections_is_refused() {
    let fixture = Fixture::new("handbooks");
    fixture.raw("projections/ooh_2025_35.csv", "title\n");
    let both = "projections: holds both ooh_2024_34.csv and ooh_2025_35.csv";
    refuses(&fixture, Fixture::run, both);
}
