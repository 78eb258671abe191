//! Answers as files to keep: CSV and JSON, written by hand since a library for it would weigh more in
//! the browser than the page.

use super::Answer;
use crate::dataset::Dataset;
use crate::link::{self, education_id, place_id};
use crate::profile::Experience;
use crate::web::browser;
use crate::words::{self, beside as text};

/// What a file tells of an answer, in the order of [`text::COLUMNS`].
fn fields(dataset: &Dataset, answer: &Answer) -> [String; 15] {
    let Answer { profile, estimate } = answer;
    let years = match profile.experience {
        Experience::Years(years) => years.get().to_string(),
        Experience::Level(level) => link::level_id(level).to_owned(),
    };
    let [p10, p25, p50, p75, p90] = estimate.percentiles().map(text::filed);
    let middle = estimate.middle_range();
    let path = ["/?", &link::write(dataset, profile)].concat();
    [
        dataset.role(profile.role).id.to_owned(),
        place_id(dataset, profile.place),
        years,
        profile.education.map_or("", education_id).to_owned(),
        p10,
        p25,
        p50,
        p75,
        p90,
        text::filed(middle.low),
        text::filed(middle.high),
        words::evidence_name(estimate.evidence).to_owned(),
        words::rests_on(dataset, estimate.evidence),
        text::UNIT.to_owned(),
        browser::address(&path).unwrap_or(path),
    ]
}

/// A row an answer.
pub(super) fn csv(dataset: &Dataset, answers: &[Answer]) -> String {
    let quoted = |field: String| {
        let parts = field.contains([',', '"']);
        if parts { ["\"", &field.replace('"', "\"\""), "\""].concat() } else { field }
    };
    let mut out = [text::COLUMNS, "\n"].concat();
    for answer in answers {
        out.push_str(&fields(dataset, answer).map(quoted).join(","));
        out.push('\n');
    }
    out
}

/// An object an answer. What holds only digits is a number.
pub(super) fn json(dataset: &Dataset, answers: &[Answer]) -> String {
    let value = |field: String| {
        if field.is_empty() {
            "null".to_owned()
        } else if field.bytes().all(|byte| byte.is_ascii_digit()) {
            field
        } else {
            ["\"", &field.replace('\\', "\\\\").replace('"', "\\\""), "\""].concat()
        }
    };
    let one = |answer: &Answer| {
        let names = text::COLUMNS.split(',');
        let all = names.zip(fields(dataset, answer));
        let all: Vec<String> =
            all.map(|(name, field)| format!("\"{name}\":{}", value(field))).collect();
        ["{", &all.join(","), "}"].concat()
    };
    let all: Vec<String> = answers.iter().map(one).collect();
    format!("{{\"answers\":[{}]}}", all.join(","))
}
