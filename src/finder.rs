//! Which role and which place a person means by what they typed. Guesses nothing: one meaning is
//! found, several are candidates, none brings the nearest names.

use crate::dataset::{CityId, Dataset, MetroId, RoleId};
use crate::search::{Index, slug};

/// Names of the whole country, as slugs.
const COUNTRY: [&str; 5] = ["us", "usa", "united-states", "united-states-of-america", "national"];

/// Words of place names that people write in another way: (as typed, as published).
const SPELLINGS: [(&str, &str); 3] = [("saint", "st"), ("ft", "fort"), ("mt", "mount")];

/// Where a question is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The United States as a whole.
    Country,
    /// A city, which stands for its metro.
    City(CityId),
}

/// A name that leads to no single thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Miss<T> {
    /// Nothing has this name; these come near it, nearest first.
    Unknown(Vec<T>),
    /// Several things have this name.
    Ambiguous(Vec<T>),
}

/// The country's number among the cities.
const WHOLE: u16 = u16::MAX;

/// How many near names a miss offers.
const OFFERS: usize = 3;

/// Indexes over the names of one dataset; building one costs about a millisecond.
#[derive(Debug)]
pub struct Finder {
    dataset: &'static Dataset,
    /// Values are role numbers.
    roles: Index,
    /// Values are city numbers, or [`WHOLE`].
    places: Index,
    /// (slug of the name in full, slug of the code).
    states: Vec<(String, String)>,
}

impl Finder {
    /// Indexes every name in the dataset.
    pub fn new(dataset: &'static Dataset) -> Self {
        let roles = dataset.role_ids().flat_map(|id| {
            let role = dataset.role(id);
            [role.id, role.title].into_iter().chain(role.aliases.iter().copied()).map(
                // Roles earlier in the list win among equals.
                move |name| (name, 255 - u32::from(id.0), u16::from(id.0)),
            )
        });
        let entry = |name: &'static str, city: CityId| {
            (name, dataset.metro(dataset.city(city).metro).jobs, city.0)
        };
        let cities = dataset.city_ids().map(|city| entry(dataset.city(city).name, city));
        let metros = dataset.metros.iter().map(|metro| entry(metro.title, metro.principal));
        // A hair lighter, so that a city of this very name comes first.
        let names = dataset.names.iter().map(|&(name, city)| {
            let (name, jobs, city) = entry(name, city);
            (name, jobs.saturating_sub(1), city)
        });
        let country = COUNTRY.map(|name| (name, u32::MAX, WHOLE));
        Self {
            dataset,
            roles: Index::new(roles),
            places: Index::new(cities.chain(metros).chain(names).chain(country)),
            states: dataset.states.iter().map(|&(code, name)| (slug(name), slug(code))).collect(),
        }
    }

    /// The dataset whose names these are.
    pub const fn dataset(&self) -> &'static Dataset {
        self.dataset
    }

    /// The role of this id, title or alias.
    ///
    /// # Errors
    /// The nearest roles, when none has this name.
    pub fn role(&self, typed: &str) -> Result<RoleId, Miss<RoleId>> {
        let wanted = slug(typed);
        let role = |value| RoleId(value as u8);
        let found = self.roles.exact(&wanted).next().map(role);
        found.ok_or_else(|| {
            Miss::Unknown(self.roles.matches(&wanted, OFFERS).into_iter().map(role).collect())
        })
    }

    /// The place of this name: a CBSA code, a city with or without its state, a metro's title, or
    /// the country.
    ///
    /// # Errors
    /// The candidates, when the name is shared, or the nearest names, when nothing has it.
    pub fn place(&self, typed: &str) -> Result<Place, Miss<Place>> {
        let wanted = self.abbreviated(slug(typed));
        match self.named(&wanted) {
            Err(Miss::Unknown(near)) => {
                let other = respelt(&wanted);
                if other == wanted { Err(Miss::Unknown(near)) } else { self.named(&other) }
            }
            known => known,
        }
    }

    /// The place of a slug whose state, if any, is a code.
    fn named(&self, wanted: &str) -> Result<Place, Miss<Place>> {
        if let Some(place) = self.coded(wanted) {
            return Ok(place);
        }
        if let Some(value) = self.places.exact(wanted).next() {
            return Ok(place(value));
        }
        match self.without_state(wanted).as_slice() {
            [] => Err(Miss::Unknown(self.places(wanted, OFFERS))),
            [only] => Ok(*only),
            several => Err(Miss::Ambiguous(several.to_vec())),
        }
    }

    /// The metro of a CBSA code.
    fn coded(&self, wanted: &str) -> Option<Place> {
        let metro = self.dataset.metro_by_cbsa(wanted.parse().ok()?)?;
        Some(Place::City(self.dataset.metro(metro).principal))
    }

    /// Places that match typed text, best first: the choices of a list box.
    pub fn places(&self, typed: &str, most: usize) -> Vec<Place> {
        let wanted = self.abbreviated(slug(typed));
        if let Some(place) = self.coded(&wanted) {
            return vec![place];
        }
        self.places.matches(&wanted, most).into_iter().map(place).collect()
    }

    /// The metro a place stands for; `None` for the country.
    pub fn metro(&self, place: Place) -> Option<MetroId> {
        match place {
            Place::Country => None,
            Place::City(city) => Some(self.dataset.city(city).metro),
        }
    }

    /// Cities of this name in any state, one a metro, the largest first.
    fn without_state(&self, wanted: &str) -> Vec<Place> {
        if wanted.is_empty() {
            return Vec::new();
        }
        let with_hyphen = format!("{wanted}-");
        let mut found: Vec<(u32, Place)> = Vec::new();
        for (name, value) in self.places.starting(&with_hyphen) {
            let place = place(value);
            let metro = self.metro(place);
            let known = found.iter().any(|&(_, other)| self.metro(other) == metro);
            if known || !self.is_state(&name[with_hyphen.len()..]) {
                continue;
            }
            let jobs = metro.map_or(u32::MAX, |metro| self.dataset.metro(metro).jobs);
            let at = found.partition_point(|&(more, _)| more >= jobs);
            found.insert(at, (jobs, place));
        }
        found.into_iter().map(|(_, place)| place).collect()
    }

    fn is_state(&self, slug: &str) -> bool {
        self.states.iter().any(|(_, code)| code == slug)
    }

    /// `austin-texas-usa` → `austin-tx`.
    fn abbreviated(&self, mut wanted: String) -> String {
        for country in COUNTRY {
            let city = wanted.strip_suffix(country).and_then(|city| city.strip_suffix('-'));
            if let Some(city) = city.filter(|city| *city != "the") {
                wanted.truncate(city.len());
            }
        }
        let matching = self.states.iter().filter_map(|(name, code)| {
            let city = wanted.strip_suffix(name.as_str())?.strip_suffix('-')?;
            (!city.is_empty()).then_some((city, code))
        });
        // The longest state leaves the shortest city: West Virginia before Virginia.
        match matching.min_by_key(|(city, _)| city.len()) {
            Some((city, code)) => format!("{city}-{code}"),
            None => wanted,
        }
    }
}

fn place(value: u16) -> Place {
    if value == WHOLE { Place::Country } else { Place::City(CityId(value)) }
}

/// `saint-louis-mo` → `st-louis-mo`, `the-united-states` → `united-states`.
fn respelt(wanted: &str) -> String {
    let wanted = wanted.strip_prefix("the-").unwrap_or(wanted);
    let respelt = |word| {
        let known = SPELLINGS.iter().find(|&&(typed, _)| typed == word);
        known.map_or(word, |&(_, published)| published)
    };
    wanted.split('-').map(respelt).collect::<Vec<_>>().join("-")
}
