//! Every source says who, what, where, when and under which licence.

use super::super::{CITED, Fault, Tables};

pub(super) fn check(tables: &Tables, faults: &mut Vec<Fault>) {
    const FILE: &str = "sources.json";
    for id in CITED {
        if !tables.sources.iter().any(|source| source.id == id) {
            faults.push(Fault::file(FILE, format!("“{id}” is missing; the estimate cites it")));
        }
    }
    for source in &tables.sources {
        let texts = [
            ("publisher", &source.publisher),
            ("title", &source.title),
            ("url", &source.url),
            ("published", &source.published),
            ("retrieved", &source.retrieved),
            ("confirmed", &source.confirmed),
            ("licence", &source.licence),
        ];
        for (name, text) in texts {
            if text.trim().is_empty() {
                faults.push(Fault::file(FILE, format!("“{}” has no {name}", source.id)));
            }
        }
        if !source.url.starts_with("https://") {
            faults.push(Fault::file(FILE, format!("the url of “{}” is not https", source.id)));
        }
        for file in &source.files {
            if file.sha256.len() != 64 || !file.sha256.bytes().all(|b| b.is_ascii_hexdigit()) {
                let message = format!("{} of “{}” has no SHA-256", file.file, source.id);
                faults.push(Fault::file(FILE, message));
            }
        }
    }
}
