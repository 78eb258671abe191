//! Metros and cities, unfolded from one text when first asked for.
//!
//! `tables::pack` makes the text: a line a metro, in order of CBSA code, parted by `|`: its title;
//! its best-known city; its other cities; and behind `~` further names that people type. A city in
//! the title's first state is written without it. As text the 1,300 names weigh 6 KB compressed;
//! as a table of pointers they weighed 16 KB.

use super::embedded::METROS;
use super::{City, CityId, Metro, MetroId};

/// The metros as embedded, by CBSA code.
pub(super) struct Folded {
    /// The text described above.
    pub(super) names: &'static str,
    /// CBSA codes.
    pub(super) cbsa: [u32; METROS],
    /// Employment in the 21 occupations, in hundreds.
    pub(super) jobs: [u16; METROS],
}

/// Metros by CBSA code, cities by metro, further names with the city they mean.
#[derive(Default)]
pub(super) struct Places {
    pub(super) metros: Vec<Metro>,
    pub(super) cities: Vec<City>,
    pub(super) names: Vec<(&'static str, CityId)>,
}

impl Folded {
    pub(super) fn unfold(&self) -> Places {
        let mut places = Places::default();
        for (at, line) in self.names.split('\n').enumerate() {
            let mut parts = line.split('|');
            let title = parts.next().unwrap_or_default();
            let principal = CityId(places.cities.len() as u16);
            for part in parts {
                match part.strip_prefix('~') {
                    Some(name) => places.names.push((name, principal)),
                    None => places
                        .cities
                        .push(City { name: with_state(part, title), metro: MetroId(at as u16) }),
                }
            }
            places.names.extend(across_states(title).map(|name| (name, principal)));
            places.metros.push(Metro {
                cbsa: self.cbsa[at],
                title,
                principal,
                jobs: u32::from(self.jobs[at]) * 100,
            });
        }
        places
    }
}

/// Every city of a title that spans states, in every one of them: nobody can tell which lies in
/// which, and a wrong pair is never shown, only understood.
fn across_states(title: &str) -> impl Iterator<Item = &'static str> {
    let (cities, states) = title.rsplit_once(", ").unwrap_or((title, ""));
    let several = states.contains('-');
    let cities = cities.split(['-', '/']).filter(move |city| several && !city.is_empty());
    cities
        .flat_map(|city| states.split('-').map(move |state| &*[city, ", ", state].concat().leak()))
}

/// A city's name with its state, which is the title's first unless the name says another.
fn with_state(name: &'static str, title: &str) -> &'static str {
    if name.contains(", ") {
        return name;
    }
    let state = title.rsplit_once(", ").and_then(|(_, states)| states.get(..2)).unwrap_or_default();
    // Unfolded once and kept for good, as an embedded table would be.
    [name, ", ", state].concat().leak()
}
