//! Take-home pay as a piece of a page: the question as text, the piece as a [`Draft`]. So the program
//! that knows the taxes needs no Yew, and a page that shows them needs no taxes until they are asked for.

mod lines;

use crate::dataset::{MetroId, prices};
use crate::draft::Draft;
use crate::link::{encoded, value};
use crate::money::{Cents, Money, Range};
use crate::tax::{
    Contribution, GivenError, Place, Question, Status, Tables, Texts, area_id, given, take_home,
};
use crate::words::takehome as text;
use crate::words::tax::status_id;
use lines::Sheet;

/// Keys of what visitors choose and type, as addresses write them; with [`ID`] before them they are
/// the ids of the fields.
pub const KEYS: [&str; 5] = ["takehome", "area", "retirement", "health", "hsa"];
/// What stands before a key in the id of its field.
pub const ID: &str = "tax-";
/// How many of the keys stand before those of the contributions.
const CHOSEN: usize = 2;

/// What the page knows of pay and place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Known<'a> {
    /// The middle and the likely range of an estimate.
    pub middle: Money,
    /// The likely range.
    pub likely: Option<Range>,
    /// An offer, as typed and found to be one.
    pub offer: Option<Money>,
    /// The metro, its code and its title; none for the country.
    pub metro: Option<(MetroId, u32, &'a str)>,
}

impl Known<'_> {
    /// The same as a query, which [`section`] reads.
    pub fn query(&self) -> String {
        let mut out = ["middle=", &self.middle.whole().to_string()].concat();
        let mut add = |key: &str, value: &str| out.extend(["&", key, "=", value]);
        if let Some(Range { low, high }) = self.likely {
            add("low", &low.whole().to_string());
            add("high", &high.whole().to_string());
        }
        if let Some(offer) = self.offer {
            add("offer", &offer.whole().to_string());
        }
        if let Some((metro, cbsa, title)) = self.metro {
            add("metro", &metro.0.to_string());
            add("cbsa", &cbsa.to_string());
            add("title", &encoded(title));
        }
        out
    }
}

/// What is asked, read.
struct Asked<'a> {
    tables: &'static Tables,
    texts: &'static Texts,
    query: &'a str,
    cbsa: u32,
    areas: Vec<Place>,
    status: Status,
    place: Place,
    typed: [String; 3],
    given: [Result<Money, GivenError>; 3],
    wage: Money,
}

/// The part of a page for a query: what [`Known::query`] writes, and a value for each of [`KEYS`]
/// that has one. What cannot be read stays in its field, with words beside it.
pub fn section(query: &str) -> String {
    let asked = Asked::of(query);
    let mut draft = Draft::default();
    if asked.areas.is_empty() {
        draft.put("p", &[], text::NO_TAXES);
        return draft.finish();
    }
    asked.figures(&mut draft);
    asked.fields(&mut draft);
    let Asked { tables, texts, .. } = asked;
    let question = asked.question(asked.wage);
    lines::all(&mut draft, &Sheet { tables, texts, name: "tax", pay: text::BASE, question });
    draft.finish()
}

/// How a question about many wages begins.
const MANY: &str = "many ";

/// Answers whatever is asked: a part of a page, or what is left of many wages.
pub fn answer(question: &str) -> String {
    question.strip_prefix(MANY).map_or_else(|| section(question), many)
}

/// The question what is left of wages, each with the code and the title of its metro; code 0 for the
/// country, where federal taxes alone are known.
pub fn asking<'a>(status: Status, wages: impl Iterator<Item = (u32, &'a str, Money)>) -> String {
    let mut out = [MANY, status_id(status)].concat();
    for (cbsa, title, wage) in wages {
        let codes = title.rsplit_once(' ').map_or("", |(_, codes)| codes);
        let state = codes.split('-').next().unwrap_or_default();
        out.extend(["\n", &cbsa.to_string(), " ", state, " ", &wage.whole().to_string()]);
    }
    out
}

/// Whole dollars that are left of each wage, a line each; an empty one where no state is known.
fn many(question: &str) -> String {
    let tables = Tables::embedded();
    let mut lines = question.lines();
    let status = lines.next().unwrap_or_default();
    let status = Status::ALL.into_iter().find(|&one| status_id(one) == status).unwrap_or_default();
    let kept = |line: &str| {
        let mut parts = line.splitn(3, ' ');
        let cbsa = parts.next()?.parse().ok()?;
        let state = [", ", parts.next()?].concat();
        let wage = Money::dollars(parts.next()?.parse().ok()?);
        let place = tables.usual_area(cbsa, &state);
        if cbsa != 0 {
            tables.state_at(place)?;
        }
        let question = Question { wage, status, place, ..Question::default() };
        Some(take_home(tables, &question).rounded().whole().to_string())
    };
    let kept: Vec<String> = lines.map(|line| kept(line).unwrap_or_default()).collect();
    kept.join("\n")
}

/// Where the pay of an offer goes: bar, lines and what is left out. Ids in it begin with `name`.
pub fn worked(tables: &Tables, texts: &Texts, name: &str, question: Question) -> String {
    let mut draft = Draft::default();
    lines::all(&mut draft, &Sheet { tables, texts, name, pay: text::ALL_PAY, question });
    draft.finish()
}

impl<'a> Asked<'a> {
    fn of(query: &'a str) -> Self {
        let (tables, texts) = (Tables::embedded(), Texts::embedded());
        let text = |key: &str| value(query, key).unwrap_or_default();
        let number = |key: &str| text(key).parse().unwrap_or(0_i32);
        let cbsa = number("cbsa") as u32;
        let areas = if cbsa == 0 {
            [Place::Country].into_iter().chain(tables.states().map(Place::State)).collect()
        } else {
            tables.areas(cbsa, &text("title"))
        };
        let chosen = text("area");
        let place = areas.iter().find(|&&area| area_id(tables, texts, area) == chosen);
        let status = text("takehome");
        let status = Status::ALL.into_iter().find(|&one| status_id(one) == status);
        let typed = [2, 3, 4].map(|at| text(KEYS[at]));
        let read = |kind: Contribution| given(texts, kind, &typed[kind as usize]);
        Self {
            tables,
            texts,
            query,
            cbsa,
            place: place.or(areas.first()).copied().unwrap_or_default(),
            areas,
            status: status.unwrap_or_default(),
            given: Contribution::ALL.map(read),
            typed,
            // As it is shown, so that its lines are those of the amount beside them.
            wage: Money::dollars(number("middle")).rounded(1000),
        }
    }

    fn question(&self, wage: Money) -> Question {
        Question {
            wage,
            status: self.status,
            place: self.place,
            contributions: self.given.map(Result::unwrap_or_default),
            ..Question::default()
        }
    }

    /// What is left of a wage that the query names.
    fn kept(&self, key: &str) -> Option<(Money, Cents)> {
        let wage = Money::dollars(value(self.query, key)?.parse().ok()?);
        Some((wage, take_home(self.tables, &self.question(wage))))
    }

    fn figures(&self, draft: &mut Draft) {
        let kept = take_home(self.tables, &self.question(self.wage));
        draft.open("p", &[("class", "kept"), ("aria-live", "polite")]);
        draft.put("strong", &[("id", "take-home")], &text::middle(kept));
        let area = text::area(self.tables, self.texts, self.place, self.cbsa);
        draft.say(&[" ", &text::middle_of(self.wage, &area, self.status)].concat());
        draft.close();
        draft.put("p", &[], &text::often(kept));
        if let (Some((_, low)), Some((_, high))) = (self.kept("low"), self.kept("high")) {
            let range = Range { low: low.rounded(), high: high.rounded() };
            draft.put("p", &[("class", "likely")], &text::likely(range));
        }
        let metro = value(self.query, "metro").and_then(|text| text.parse().ok());
        if let Some(prices) = metro.and_then(|at| prices(MetroId(at))) {
            let worth = Cents::of_dollars(kept.dollars() * 100.0 / f64::from(prices));
            draft.put("p", &[("id", "real-take-home")], &text::real(worth.rounded()));
        }
        if let Some((pay, kept)) = self.kept("offer") {
            draft.put("p", &[("id", "offer-take-home")], &text::offer(pay, kept));
        }
    }

    fn fields(&self, draft: &mut Draft) {
        draft.open("div", &[("class", "tax-fields")]);
        let status = status_id(self.status);
        let options =
            Status::ALL.map(|one| (status_id(one).to_owned(), text::filing(one).to_owned()));
        select(draft, KEYS[0], text::STATUS, "", status, &options);
        if self.areas.len() > 1 {
            let id = |area| area_id(self.tables, self.texts, area);
            let name = |area| text::area(self.tables, self.texts, area, self.cbsa);
            let options: Vec<_> = self.areas.iter().map(|&area| (id(area), name(area))).collect();
            let hint = if self.cbsa == 0 { "" } else { text::AREA_HINT };
            select(draft, KEYS[1], text::AREA, hint, &id(self.place), &options);
        }
        for kind in Contribution::ALL {
            self.field(draft, kind);
        }
        draft.close();
        let given: i64 =
            self.given.iter().map(|one| i64::from(one.unwrap_or_default().whole())).sum();
        if given > i64::from(self.wage.whole()) {
            draft.put("p", &[("class", "error"), ("role", "alert")], text::GIVEN_TOO_MUCH);
        }
    }

    /// The field of a contribution.
    fn field(&self, draft: &mut Draft, kind: Contribution) {
        let at = kind as usize;
        let key = KEYS[CHOSEN + at];
        let error = self.given[at].err().map(text::given_error);
        let [id, hint, wrong] = [key.to_owned(), format!("{key}-hint"), format!("{key}-error")]
            .map(|name| [ID, &name].concat());
        let described = format!("{hint} {wrong}");
        draft.open("div", &[("class", "field")]);
        draft.put("label", &[("for", &id)], &text::given(self.texts, kind));
        let limits = text::given_hint(self.texts, kind);
        draft.put("span", &[("class", "hint"), ("id", &hint)], &limits);
        let mut attributes = vec![
            ("id", &*id),
            ("type", "text"),
            ("inputmode", "decimal"),
            ("maxlength", "60"),
            ("autocomplete", "off"),
            ("value", &*self.typed[at]),
            ("aria-describedby", &*described),
        ];
        if error.is_some() {
            attributes.push(("aria-invalid", "true"));
        }
        draft.open("input", &attributes);
        draft.close();
        let error = error.unwrap_or_default();
        draft.put("p", &[("class", "error"), ("id", &wrong), ("aria-live", "polite")], &error);
        draft.close();
    }
}

/// A list to choose from: label, hint, and value and name of each choice.
fn select(
    draft: &mut Draft,
    key: &str,
    label: &str,
    hint: &str,
    chosen: &str,
    options: &[(String, String)],
) {
    let id = [ID, key].concat();
    let hint_id = [&id, "-hint"].concat();
    draft.open("div", &[("class", "field")]);
    draft.put("label", &[("for", &id)], label);
    if !hint.is_empty() {
        draft.put("span", &[("class", "hint"), ("id", &hint_id)], hint);
    }
    let described = [("id", &*id), ("aria-describedby", &*hint_id)];
    draft.open("select", &described[..if hint.is_empty() { 1 } else { 2 }]);
    for (value, name) in options {
        let attributes = [("value", &**value), ("selected", "selected")];
        draft.put("option", &attributes[..if value == chosen { 2 } else { 1 }], name);
    }
    draft.close();
    draft.close();
}
