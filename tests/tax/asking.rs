//! Questions about taxes, and what answers them.

use paypath::money::Money;
use paypath::tables::{self, TaxTables};
use paypath::tax::{Place, Question, Status, Tables, Takehome, Texts, takehome};
use proptest::prelude::*;
use std::path::Path;
use std::sync::OnceLock;

/// What stands in `data/tax/`.
pub(crate) fn data() -> &'static TaxTables {
    static DATA: OnceLock<TaxTables> = OnceLock::new();
    DATA.get_or_init(|| {
        tables::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data")).unwrap().tax
    })
}

pub(crate) fn tables() -> &'static Tables {
    Tables::embedded()
}

pub(crate) fn texts() -> &'static Texts {
    Texts::embedded()
}

pub(crate) fn ask(question: &Question) -> Takehome {
    takehome(tables(), question)
}

/// The country, every state and every locality.
pub(crate) fn everywhere() -> Vec<Place> {
    std::iter::once(Place::Country)
        .chain(tables().states().map(Place::State))
        .chain(tables().localities().map(Place::Locality))
        .collect()
}

#[track_caller]
pub(crate) fn state(code: &str) -> Place {
    Place::State(tables().state(code).unwrap())
}

#[track_caller]
pub(crate) fn locality(name: &str) -> Place {
    Place::Locality(texts().locality_named(name).unwrap())
}

/// Any question: states as often as localities, and contributions, up to the wage, in most.
pub(crate) fn question() -> impl Strategy<Value = Question> {
    let places = everywhere();
    let others = 1 + tables().states().count();
    let most = places.len();
    let place = prop_oneof![0..others, others..most].prop_map(move |at| places[at]);
    let wage = prop_oneof![0..100_000, 0..700_000, 0..1_200_000].prop_map(Money::dollars);
    let given = || prop_oneof![Just(0), 0..30_000].prop_map(Money::dollars);
    let status = (0..3_usize).prop_map(|at| Status::ALL[at]);
    (wage, status, 0..4_u8, place, [given(), given(), given()]).prop_map(
        |(wage, status, dependents, place, contributions)| {
            let most = Money::dollars(wage.whole() / 3);
            let contributions = contributions.map(|given| given.min(most));
            Question { wage, status, dependents, place, contributions }
        },
    )
}
