//! Raw answers to a question, or every fault at once.

use super::{
    Answers, Fault, Field, HORIZON, MOST_CITIES, MOST_DOLLARS, MOST_HOURS, Origin, Question,
    Target, USUAL_EDUCATION, USUAL_HORIZON, USUAL_HOURS, usual_premises,
};
use crate::dataset::{Assumption, RoleId, premises, skills};
use crate::finder::{Finder, Miss, Place};
use crate::money::Money;
use crate::profile::{Education, Level, MOST_YEARS, Years, shown};
use crate::search::slug;

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
        let years =
            self.number(Field::Years, answers.years.as_ref(), 0, [0, u32::from(MOST_YEARS)]);
        let education = match given(answers.education.as_ref()) {
            None => Some(USUAL_EDUCATION),
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
        if cities.contains(&Place::Country) {
            self.faults.push(Fault::NoCountry);
        } else if place == Some(Place::Country) && !cities.is_empty() {
            self.faults.push(Fault::NoHome);
        }
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
                self.faults.push(Fault::NoCity(field, shown(text), miss));
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
        self.choice(field, text, yes(text))
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

/// Yes or no, in the words that people use for them; `None`: neither.
pub fn yes(text: &str) -> Option<bool> {
    match slug(text).as_str() {
        "yes" | "true" | "1" | "on" => Some(true),
        "no" | "false" | "0" => Some(false),
        _ => None,
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
