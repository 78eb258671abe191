//! Which role and which place a person means by what they typed. Guesses nothing: one meaning is
//! found, several are candidates, none brings the nearest names.

use crate::dataset::{CityId, Dataset, MetroId, RoleId};
use crate::search::{Index, slug};

/// Names of the whole country, as slugs.
const COUNTRY: [&str; 7] =
    ["us", "usa", "united-states", "united-states-of-america", "u-s", "u-s-a", "national"];

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

/// How many near names a miss offers.
const OFFERS: usize = 3;

/// Indexes over the names of one dataset; building one costs about a millisecond.
#[derive(Debug)]
pub struct Finder {
    dataset: &'static Dataset,
    roles: Index<RoleId>,
    places: Index<Place>,
    /// (slug of the name in full, slug of the code), the longest names first.
    states: Vec<(String, String)>,
}

impl Finder {
    /// Indexes every name in the dataset.
    pub fn new(dataset: &'static Dataset) -> Self {
        let roles = dataset.role_ids().flat_map(|id| {
            let role = dataset.role(id);
            [role.id, role.title].into_iter().chain(role.aliases.iter().copied()).map(
                // Roles earlier in the list win among equals.
                move |name| (name, 255 - u32::from(id.0), id),
            )
        });
        let jobs = |city: CityId| dataset.metro(dataset.city(city).metro).jobs;
        let cities =
            dataset.city_ids().map(|id| (dataset.city(id).name, jobs(id), Place::City(id)));
        let metros = dataset.metros.iter().map(|metro| {
            (metro.title, metro.jobs, Place::City(metro.principal))
        });
        let names = dataset.names.iter().map(|&(name, id)| (name, jobs(id), Place::City(id)));
        let country = COUNTRY.map(|name| (name, u32::MAX, Place::Country));
        let mut states: Vec<_> =
            dataset.states.iter().map(|&(code, name)| (slug(name), slug(code))).collect();
        states.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        Self {
            dataset,
            roles: Index::new(roles),
            places: Index::new(cities.chain(metros).chain(names).chain(country)),
            states,
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
        let found = self.roles.exact(&wanted).next();
        found.ok_or_else(|| Miss::Unknown(self.roles.matches(&wanted, OFFERS)))
    }

    /// The place of this name: a CBSA code, a city with or without its state, a metro's title, or
    /// the country.
    ///
    /// # Errors
    /// The candidates, when the name is shared, or the nearest names, when nothing has it.
    pub fn place(&self, typed: &str) -> Result<Place, Miss<Place>> {
        let wanted = self.abbreviated(slug(typed));
        if let Ok(cbsa) = wanted.parse()
            && let Some(metro) = self.dataset.metro_by_cbsa(cbsa)
        {
            return Ok(Place::City(self.dataset.metro(metro).principal));
        }
        if let Some(place) = self.places.exact(&wanted).next() {
            return Ok(place);
        }
        match self.without_state(&wanted).as_slice() {
            [] => Err(Miss::Unknown(self.places(&wanted, OFFERS))),
            [only] => Ok(*only),
            several => Err(Miss::Ambiguous(several.to_vec())),
        }
    }

    /// Places that match typed text, best first: the choices of a list box.
    pub fn places(&self, typed: &str, most: usize) -> Vec<Place> {
        self.places.matches(&self.abbreviated(slug(typed)), most)
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
        let mut found: Vec<Place> = Vec::new();
        for (name, place) in self.places.starting(&with_hyphen) {
            let state = &name[with_hyphen.len()..];
            let known = found.iter().any(|&other| self.metro(other) == self.metro(place));
            if state.len() == 2 && self.is_state(state) && !known {
                found.push(place);
            }
        }
        found.sort_by_key(|&place| {
            std::cmp::Reverse(self.metro(place).map(|metro| self.dataset.metro(metro).jobs))
        });
        found
    }

    fn is_state(&self, slug: &str) -> bool {
        self.states.iter().any(|(_, code)| code == slug)
    }

    /// `austin-texas` → `austin-tx`.
    fn abbreviated(&self, wanted: String) -> String {
        let found = self.states.iter().find_map(|(name, code)| {
            let city = wanted.strip_suffix(name.as_str())?.strip_suffix('-')?;
            (!city.is_empty()).then(|| format!("{city}-{code}"))
        });
        found.unwrap_or(wanted)
    }
}
