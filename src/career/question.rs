//! The validated question of a plan: where somebody stands, where they want to be, and what they
//! will not do for it. Raw answers become a [`Question`] or all the errors at once.

use crate::dataset::{Assumption, RoleId, premises, skills};
use crate::finder::{Finder, Miss, Place};
use crate::money::Money;
use crate::profile::{Education, Level, Years, shown};
use crate::search::slug;

/// Fewest and most years that pay is added up over.
pub const HORIZON: [u8; 2] = [5, 20];
/// Years that pay is added up over where nothing is said.
pub const USUAL_HORIZON: u8 = 10;
/// Most hours a week to learn in.
pub const MOST_HOURS: u8 = 60;
/// Hours a week where nothing is said.
pub const USUAL_HOURS: u8 = 8;
/// Most other cities that somebody may be willing to move to.
pub const MOST_CITIES: usize = 2;
/// Most dollars that may be typed.
pub const MOST_DOLLARS: i32 = 10_000_000;

/// Where somebody starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// In a role.
    Role(RoleId),
    /// Studying, or just done with it: no pay until the first job.
    Student,
    /// In another field, with this pay a year; `None`: the median of all jobs.
    Other(Option<Money>),
}

/// Where somebody wants to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// In a role, at a level at least.
    Role(RoleId, Option<Level>),
    /// Wherever the pay over the horizon is best.
    BestPay,
}

/// A question that can be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Where somebody starts.
    pub origin: Origin,
    /// Years of work in the field.
    pub years: Years,
    /// Highest education completed.
    pub education: Education,
    /// Skills held, as bits by number, beside those that the role itself takes.
    pub have: u128,
    /// Where somebody lives.
    pub place: Place,
    /// Where somebody wants to be.
    pub target: Target,
    /// Years that pay is added up over.
    pub horizon: u8,
    /// Hours a week to learn in.
    pub weekly: u8,
    /// Most money to spend.
    pub budget: Option<Money>,
    /// Other cities to move to.
    pub cities: Vec<Place>,
    /// Whether the job is kept while studying.
    pub keeps_job: bool,
    /// Whether another degree is thinkable.
    pub degrees: bool,
    /// The premises, in the order of [`Assumption`].
    pub premises: [u32; Assumption::COUNT],
}

impl Question {
    /// A premise as the visitor left or set it.
    pub fn premise(&self, which: Assumption) -> u32 {
        self.premises[which as usize]
    }
}

/// The premises as they are in the data.
pub fn usual_premises() -> [u32; Assumption::COUNT] {
    std::array::from_fn(|at| premises()[at].value)
}

/// Raw answers; `None` or empty means not given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// A role, `student` or `other`.
    pub from: Option<String>,
    /// Pay a year in another field.
    pub pay: Option<String>,
    /// Years of work in the field.
    pub years: Option<String>,
    /// Highest education completed.
    pub education: Option<String>,
    /// Ids of skills, between dots or commas.
    pub have: Option<String>,
    /// Where somebody lives.
    pub city: Option<String>,
    /// A role, or `best-pay`.
    pub to: Option<String>,
    /// A level of that role.
    pub level: Option<String>,
    /// Years that pay is added up over.
    pub horizon: Option<String>,
    /// Hours a week to learn in.
    pub hours: Option<String>,
    /// Most money to spend.
    pub budget: Option<String>,
    /// Other cities, one each.
    pub cities: Vec<String>,
    /// `yes` or `no`: whether the job is kept while studying.
    pub keep: Option<String>,
    /// `yes` or `no`: whether another degree is thinkable.
    pub degree: Option<String>,
    /// Premises that were set: id and figure.
    pub premises: Vec<(String, String)>,
}

/// An answer that stands in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing was said about where somebody starts or wants to be.
    Missing(Field),
    /// A name that is no role; what may be meant.
    NoRole(Field, String, Vec<&'static str>),
    /// A name that is no city; what may be meant.
    NoCity(Field, String, Vec<Place>),
    /// Something that is no whole number between two.
    NoNumber(Field, String, [u32; 2]),
    /// A word that is none of the answers offered.
    NoChoice(Field, String),
    /// Ids that are no skills.
    NoSkill(String),
    /// An id that is no premise.
    NoPremise(String),
    /// Too many other cities.
    TooManyCities,
}

/// A field of the question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// Where somebody starts.
    From,
    /// Pay in another field.
    Pay,
    /// Years of work.
    Years,
    /// Education.
    Education,
    /// Skills.
    Have,
    /// Where somebody lives.
    City,
    /// Where somebody wants to be.
    To,
    /// The level there.
    Level,
    /// Years added up over.
    Horizon,
    /// Hours a week.
    Hours,
    /// Money.
    Budget,
    /// Other cities.
    Cities,
    /// Whether the job is kept.
    Keep,
    /// Whether a degree is thinkable.
    Degree,
    /// A premise, by position.
    Premise(usize),
}

impl Fault {
    /// The field that it is about.
    pub fn field(&self) -> Field {
        match self {
            Self::Missing(field)
            | Self::NoRole(field, ..)
            | Self::NoCity(field, ..)
            | Self::NoNumber(field, ..)
            | Self::NoChoice(field, _) => *field,
            Self::NoSkill(_) => Field::Have,
            Self::NoPremise(_) => Field::Premise(0),
            Self::TooManyCities => Field::Cities,
        }
    }
}

/// The question that the answers make.
///
/// # Errors
/// Every fault, in the order of the fields.
pub fn question(finder: &Finder, answers: &Answers) -> Result<Question, Vec<Fault>> {
    let mut reader = Reader { finder, faults: Vec::new() };
    let question = reader.question(answers);
    match question {
        Some(question) if reader.faults.is_empty() => Ok(question),
        _ => Err(reader.faults),
    }
}

struct Reader<'a> {
    finder: &'a Finder,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    fn question(&mut self, answers: &Answers) -> Option<Question> {
        let origin = self.origin(answers);
        let years = self.number(Field::Years, answers.years.as_ref(), 0, [0, 50]);
        let education = match given(answers.education.as_ref()) {
            None => Some(Education::Bachelors),
            Some(text) => self.choice(Field::Education, text, Education::parse(text)),
        };
        let have = self.have(answers.have.as_ref());
        let place = match given(answers.city.as_ref()) {
            None => Some(Place::Country),
            Some(text) => self.place(Field::City, text),
        };
        let target = self.target(answers);
        let [least, most] = HORIZON.map(u32::from);
        let horizon = answers.horizon.as_ref();
        let horizon = self.number(Field::Horizon, horizon, u32::from(USUAL_HORIZON), [least, most]);
        let most = u32::from(MOST_HOURS);
        let weekly =
            self.number(Field::Hours, answers.hours.as_ref(), u32::from(USUAL_HOURS), [0, most]);
        let budget = match given(answers.budget.as_ref()) {
            None => Some(None),
            Some(text) => self.money(Field::Budget, text).map(Some),
        };
        let cities = self.cities(&answers.cities);
        let keeps_job = self.yes(Field::Keep, answers.keep.as_ref(), false);
        let degrees = self.yes(Field::Degree, answers.degree.as_ref(), true);
        let premises = self.premises(&answers.premises);
        Some(Question {
            origin: origin?,
            years: Years::new(u8::try_from(years?).ok()?)?,
            education: education?,
            have,
            place: place?,
            target: target?,
            horizon: u8::try_from(horizon?).ok()?,
            weekly: u8::try_from(weekly?).ok()?,
            budget: budget?,
            cities,
            keeps_job: keeps_job?,
            degrees: degrees?,
            premises,
        })
    }

    fn origin(&mut self, answers: &Answers) -> Option<Origin> {
        let Some(text) = given(answers.from.as_ref()) else {
            self.faults.push(Fault::Missing(Field::From));
            return None;
        };
        match slug(text).as_str() {
            "student" => Some(Origin::Student),
            "other" | "other-field" => Some(Origin::Other(match given(answers.pay.as_ref()) {
                None => None,
                Some(text) => Some(self.money(Field::Pay, text)?),
            })),
            _ => self.role(Field::From, text).map(Origin::Role),
        }
    }

    fn target(&mut self, answers: &Answers) -> Option<Target> {
        let level = match given(answers.level.as_ref()) {
            None => Some(None),
            Some(text) => self.choice(Field::Level, text, Level::parse(text)).map(Some),
        };
        let Some(text) = given(answers.to.as_ref()) else {
            self.faults.push(Fault::Missing(Field::To));
            return None;
        };
        if slug(text) == "best-pay" {
            return Some(Target::BestPay);
        }
        let role = self.role(Field::To, text)?;
        Some(Target::Role(role, level?))
    }

    fn role(&mut self, field: Field, text: &str) -> Option<RoleId> {
        let dataset = self.finder.dataset();
        match self.finder.role(text) {
            Ok(role) => Some(role),
            Err(miss) => {
                let titles = meant(miss).into_iter().map(|role| dataset.role(role).title);
                self.faults.push(Fault::NoRole(field, shown(text), titles.collect()));
                None
            }
        }
    }

    fn place(&mut self, field: Field, text: &str) -> Option<Place> {
        match self.finder.place(text) {
            Ok(place) => Some(place),
            Err(miss) => {
                self.faults.push(Fault::NoCity(field, shown(text), meant(miss)));
                None
            }
        }
    }

    fn cities(&mut self, cities: &[String]) -> Vec<Place> {
        let cities: Vec<&str> = cities.iter().filter_map(|text| given(Some(text))).collect();
        if cities.len() > MOST_CITIES {
            self.faults.push(Fault::TooManyCities);
        }
        let mut places: Vec<Place> = Vec::new();
        for text in cities.into_iter().take(MOST_CITIES) {
            if let Some(place) = self.place(Field::Cities, text)
                && !places.contains(&place)
            {
                places.push(place);
            }
        }
        places
    }

    fn have(&mut self, text: Option<&String>) -> u128 {
        let mut have = 0;
        for id in given(text).unwrap_or_default().split(['.', ',', ' ']).filter(|id| !id.is_empty())
        {
            match skills().iter().position(|skill| skill.id == id) {
                Some(at) => have |= 1 << at,
                None => self.faults.push(Fault::NoSkill(shown(id))),
            }
        }
        have
    }

    fn number(
        &mut self,
        field: Field,
        text: Option<&String>,
        usual: u32,
        ends: [u32; 2],
    ) -> Option<u32> {
        let Some(text) = given(text) else { return Some(usual) };
        let number = text.parse().ok().filter(|number| (ends[0]..=ends[1]).contains(number));
        if number.is_none() {
            self.faults.push(Fault::NoNumber(field, shown(text), ends));
        }
        number
    }

    fn money(&mut self, field: Field, text: &str) -> Option<Money> {
        let money = Money::parse(text).ok().filter(|money| money.whole() <= MOST_DOLLARS);
        if money.is_none() {
            let ends = [0, MOST_DOLLARS.unsigned_abs()];
            self.faults.push(Fault::NoNumber(field, shown(text), ends));
        }
        money
    }

    fn yes(&mut self, field: Field, text: Option<&String>, usual: bool) -> Option<bool> {
        let Some(text) = given(text) else { return Some(usual) };
        let yes = match slug(text).as_str() {
            "yes" | "true" | "1" => Some(true),
            "no" | "false" | "0" => Some(false),
            _ => None,
        };
        self.choice(field, text, yes)
    }

    fn choice<T>(&mut self, field: Field, text: &str, choice: Option<T>) -> Option<T> {
        if choice.is_none() {
            self.faults.push(Fault::NoChoice(field, shown(text)));
        }
        choice
    }

    fn premises(&mut self, set: &[(String, String)]) -> [u32; Assumption::COUNT] {
        let mut figures = usual_premises();
        for (id, text) in set {
            let Some(at) = premises().iter().position(|premise| premise.id == id) else {
                self.faults.push(Fault::NoPremise(shown(id)));
                continue;
            };
            let ends = [premises()[at].least, premises()[at].most];
            if let Some(figure) = self.number(Field::Premise(at), Some(text), figures[at], ends) {
                figures[at] = figure;
            }
        }
        figures
    }
}

/// The answer without space around it, unless nothing is left.
fn given(text: Option<&String>) -> Option<&str> {
    text.map(|text| text.trim()).filter(|text| !text.is_empty())
}

/// What may be meant.
fn meant<T>(miss: Miss<T>) -> Vec<T> {
    match miss {
        Miss::Unknown(near) | Miss::Ambiguous(near) => near,
    }
}
