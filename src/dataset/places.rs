//! Metros and cities, unfolded from one text when first asked for.
//!
//! `tables::pack` makes the text: a line a metro, in order of CBSA code, parted by `|`: its title;
//! its best-known city, or nothing where that is the title's first; cities that the title does not
//! name; and behind `~` further names that people type. A city in the title's first state is written
//! without it. As text the 1,300 names weigh 5 KB compressed; as a table of pointers they weighed
//! 16 KB.

use super::embedded::METROS;
use super::{City, CityId, Metro, MetroId};

/// The metros as embedded, by CBSA code.
pub(super) struct Folded {
    /// The text described above.
    pub(super) names: &'static str,
    /// Tens from one CBSA code to the next, from 10,000.
    pub(super) cbsa: [u8; METROS],
    /// Employment in the 21 occupations, in hundreds: up to 15 as it is, then four bits of figure
    /// after a leading one, and how often that is doubled.
    pub(super) jobs: [u8; METROS],
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
        let mut cbsa = 10_000;
        for (at, line) in self.names.split('\n').enumerate() {
            let mut parts = line.split('|');
            let title = parts.next().unwrap_or_default();
            // One letter at a time: the search for a longer text would weigh a kilobyte here.
            let (cities, states) = title.rsplit_once(',').unwrap_or((title, ""));
            let states = states.trim_start_matches(' ');
            let told = cities.split(['-', '/']).filter(|name| !name.is_empty());
            let several = states.contains('-');
            let principal = CityId(places.cities.len() as u16);
            let metro = MetroId(at as u16);
            let mut add = |name| {
                let name = with_state(name, states.get(..2).unwrap_or_default());
                places.cities.push(City { name, metro });
            };
            match parts.next().unwrap_or_default() {
                // Which of the others lies in which state, the title does not tell.
                "" => told.clone().take(if several { 1 } else { usize::MAX }).for_each(&mut add),
                other => add(other),
            }
            for part in parts {
                match part.strip_prefix('~') {
                    Some(name) => places.names.push((name, principal)),
                    None => add(part),
                }
            }
            if several {
                // A wrong pair is never shown, only understood.
                for state in states.split('-') {
                    let names = told.clone().map(|name| (with_state(name, state), principal));
                    places.names.extend(names);
                }
            }
            cbsa += u32::from(self.cbsa[at]) * 10;
            places.metros.push(Metro { cbsa, title, principal, jobs: jobs(self.jobs[at]) * 100 });
        }
        places
    }
}

/// The hundreds that a byte stands for.
fn jobs(byte: u8) -> u32 {
    let byte = u32::from(byte);
    if byte < 16 { byte } else { (16 | byte & 15) << ((byte >> 4) - 1) }
}

/// A city's name with its state, unless the name says one.
fn with_state(name: &'static str, state: &str) -> &'static str {
    if name.contains(',') {
        return name;
    }
    // Unfolded once and kept for good, as an embedded table would be.
    [name, ", ", state].concat().leak()
}
