//! What pages tell machines, in the words of schema.org. Pages with one kind of data only make it
//! themselves.

use crate::tables::Tables;
use crate::words::{self, method, page};
use serde_json::{Value, json};

/// The way to a page.
pub(super) fn breadcrumbs(origin: &str, crumbs: &[(String, String)]) -> Value {
    let start = ("/".to_owned(), page::NAME.to_owned());
    let items: Vec<Value> = [&start]
        .into_iter()
        .chain(crumbs)
        .enumerate()
        .map(|(at, (path, name))| {
            let item = format!("{origin}{path}");
            json!({ "@type": "ListItem", "position": at + 1, "name": name, "item": item })
        })
        .collect();
    json!({
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": items,
    })
}

/// Tables of `data/` that the site offers as they are, with what each holds.
pub const FILES: [(&str, &str); 2] =
    [("wages.csv", method::WAGES_FILE), ("medians.csv", method::MEDIANS_FILE)];

/// The data as a whole, with its sources.
pub(super) fn dataset(tables: &Tables, origin: &str) -> Value {
    let based: Vec<&str> = tables.sources.iter().map(|row| row.url.as_str()).collect();
    let files = FILES.map(|(file, name)| {
        json!({
            "@type": "DataDownload",
            "name": name,
            "contentUrl": format!("{origin}/data/{file}"),
            "encodingFormat": "text/csv",
        })
    });
    let latest = tables.releases.first();
    json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": method::DATASET,
        "description": method::DESCRIPTION,
        "creator": { "@type": "Organization", "name": page::NAME },
        "distribution": files,
        "dateModified": latest.map(|release| release.date.as_str()),
        "version": latest.map(|release| words::date(&release.date)),
        "isBasedOn": based,
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "spatialCoverage": "United States",
        "temporalCoverage": covered(tables),
        "variableMeasured": method::MEASURED,
    })
}

/// The months of the first and the last survey of the medians.
fn covered(tables: &Tables) -> Option<String> {
    let years = || tables.medians.values().flat_map(|medians| medians.keys());
    Some(format!("{}-05/{}-05", years().min()?, years().max()?))
}
