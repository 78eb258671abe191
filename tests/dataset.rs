//! What was embedded is what stands in `data/`: every cell, every metro, every occupation.

#![cfg(feature = "native")]
#![allow(missing_docs)]

use paypath::dataset::{self, Dataset, MetroId, OccupationId};
use paypath::tables::{self, Tables};
use std::collections::BTreeMap;
use std::path::Path;

/// Pay is embedded in hundreds of dollars.
const HALF_A_UNIT: u32 = 100;

fn tables() -> Tables {
    tables::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data")).unwrap()
}

#[test]
fn the_data_has_no_faults() {
    let faults = tables::check(&tables());
    assert!(faults.is_empty(), "{}", tables::list(&faults, 20));
}

#[test]
fn every_published_cell_is_embedded_and_no_other() {
    let (dataset, tables) = (Dataset::embedded(), tables());
    let mut rows: BTreeMap<(u32, &str), Option<[u32; 5]>> = BTreeMap::new();
    for row in &tables.wages {
        rows.insert((row.cbsa.unwrap(), &row.occupation), row.complete());
    }
    let mut cells = 0;
    for metro in dataset.metro_ids() {
        for occupation in dataset.occupation_ids() {
            let code = dataset.occupation(occupation).code;
            let published = rows.get(&(dataset.metro(metro).cbsa, code)).copied().flatten();
            same_pay(dataset, occupation, metro, published);
            cells += usize::from(published.is_some());
        }
    }
    assert!(cells > 4_000, "{cells} cells were compared");
}

#[track_caller]
fn same_pay(
    dataset: &Dataset,
    occupation: OccupationId,
    metro: MetroId,
    published: Option<[u32; 5]>,
) {
    let embedded = dataset.wages.get(occupation, metro);
    let what = format!("{} in {}", dataset.occupation(occupation).code, dataset.metro(metro).title);
    let Some(published) = published else { return assert_eq!(embedded, None, "{what}") };
    let embedded = embedded.unwrap_or_else(|| panic!("{what} is not embedded"));
    for (embedded, published) in embedded.iter().zip(published) {
        let off = embedded.whole().unsigned_abs().abs_diff(published);
        assert!(off <= HALF_A_UNIT, "{what}: {embedded:?} for {published}");
    }
}

#[test]
fn every_metro_occupation_and_source_is_embedded() {
    let (dataset, tables) = (Dataset::embedded(), tables());
    assert_eq!((dataset.metros.len(), tables.metros.len()), (393, 393));
    assert_eq!((dataset::occupations().len(), tables.occupations.len()), (21, 21));
    for (embedded, row) in dataset.metros.iter().zip(&tables.metros) {
        assert_eq!((embedded.cbsa, embedded.title), (row.cbsa, row.title.as_str()));
        let id = dataset.metro_by_cbsa(row.cbsa).unwrap();
        assert_eq!(dataset.metro(id).cbsa, row.cbsa);
        assert_eq!(dataset.city(embedded.principal).metro, id, "{}", row.title);
    }
    for (embedded, row) in dataset::occupations().iter().zip(&tables.occupations) {
        assert_eq!((embedded.code, embedded.title), (row.code.as_str(), row.title.as_str()));
    }
    for source in dataset::sources() {
        let row = tables.sources.iter().find(|row| row.id == source.id).unwrap();
        assert_eq!((source.url, source.title), (row.url.as_str(), row.title.as_str()));
    }
}

/// They only sort and weigh places: a byte each is enough.
#[test]
fn jobs_of_every_metro_are_embedded_to_a_sixteenth() {
    let (dataset, tables) = (Dataset::embedded(), tables());
    for metro in dataset.metros {
        let wages = tables.wages.iter().filter(|wage| wage.cbsa == Some(metro.cbsa));
        let jobs: u32 = wages.filter_map(|wage| wage.employment.value()).sum();
        let up = jobs.div_ceil(100) * 100;
        assert!(
            metro.jobs <= up && metro.jobs >= up - up / 16,
            "{}: {} of {jobs}",
            metro.title,
            metro.jobs
        );
    }
}

#[test]
fn national_pay_is_of_the_latest_year() {
    let (dataset, tables) = (Dataset::embedded(), tables());
    for occupation in dataset::occupations() {
        let rows = tables.national.iter().filter(|row| row.occupation == occupation.code);
        let latest = rows.max_by_key(|row| row.year).and_then(tables::WageRow::complete).unwrap();
        assert_eq!(occupation.national.map(i32::unsigned_abs), latest, "{}", occupation.code);
    }
    let year = tables.wages.iter().map(|row| row.year).max().unwrap();
    assert_eq!(dataset.period, format!("May {year}"));
}

#[test]
fn the_ten_listed_cities_lead_to_their_metros() {
    let (dataset, tables) = (Dataset::embedded(), tables());
    let embedded: Vec<_> = dataset
        .listed
        .iter()
        .map(|&id| {
            let city = dataset.city(id);
            (city.name.to_owned(), dataset.metro(city.metro).cbsa)
        })
        .collect();
    let listed = tables.listed.cities.into_iter().map(|city| (city.name, city.cbsa));
    assert_eq!(embedded, listed.collect::<Vec<_>>());
}

#[test]
fn every_step_source_is_the_one_meant() {
    let dataset = Dataset::embedded();
    let cited = &dataset.cited;
    let ids = [
        cited.metro_wages,
        cited.national_wages,
        cited.postings,
        cited.survey,
        cited.listed_cities,
    ];
    assert_eq!(ids.map(|id| dataset.source(id).id), tables::CITED);
}

#[test]
fn every_figure_of_the_country_is_embedded_to_a_hundred_dollars() {
    let (dataset, tables) = (Dataset::embedded(), tables());
    for id in dataset.role_ids() {
        let role = dataset.role(id).id;
        let fit = tables.model.roles.iter().find(|fit| fit.role == role).unwrap();
        assert_eq!(fit.country.len(), 11);
        for (at, published) in fit.country.iter().enumerate() {
            for (packed, published) in dataset.country.row(id, at).iter().zip(published) {
                let off = (packed * 100.0 - *published as f32).abs();
                assert!(off <= 100.0, "{role}, row {at}: {packed} for {published}");
            }
        }
    }
}
