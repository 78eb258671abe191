//! The least of taxes that a data folder can hold: California's, invented.

use super::fixture::Fixture;
use serde_json::json;

pub(crate) fn fill(fixture: &Fixture) {
    let rates = json!([
        {"what": "standard deduction", "effective": "2026-01-01", "law": {"deduct": {"amount": 1000}}},
        {"what": "rates", "effective": "2026-01-01", "law": {"rates": [[0, 0.1]]}}
    ]);
    let levy = |name| json!({"name": name, "rate": 0.01, "effective": "undated", "source": "law"});
    let levies = ["Social Security", "Medicare", "Additional Medicare"].map(levy);
    let federal = json!({"year": 2026, "unit": "dollars", "checked": [1, 2],
        "income_tax": {"source": "law", "confirmed": null, "rules": rates}, "levies": levies,
        "state_and_local_taxes": {"at_most": 2, "less": 0.1, "over": 1, "at_least": 1,
            "effective": "undated", "source": "law"}});
    fixture.json("tax/federal.json", &federal);
    let state = json!({"code": "CA", "source": "law", "rules": rates, "levies": [], "cliff": 0,
        "confirmed": null});
    fixture.json("tax/states.json", &json!([state]));
    let locality = json!({"name": "Here", "state": "CA", "tax": "tax", "on": "wages",
        "rates": [[0, 0.01]], "effective": "undated", "source": "law"});
    fixture.json("tax/localities.json", &json!([locality]));
    let pretax = ["retirement", "health", "hsa"].map(|id| {
        json!({"id": id, "name": id, "lowers": ["state_income_tax"], "except": [], "limits": [],
            "effective": "undated", "source": "law"})
    });
    fixture.json("tax/pretax.json", &json!(pretax));
    fixture
        .json("tax/left_out.json", &json!([{"id": "all", "when": "always", "text": "All else."}]));
    let law = json!({"title": "Law", "url": "https://example.org/"});
    fixture.json("tax/references.json", &json!({"law": [law]}));
    fixture.data("tax/metro_localities.csv", "cbsa,locality,first_city,confirmed\n41940,Here,,\n");
}
