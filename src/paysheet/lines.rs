//! Where a wage goes: a bar, and the same as a table whose lines name their sources.

use crate::draft::Draft;
use crate::money::{Cents, Money};
use crate::tax::{Question, Tables, Takehome, Texts, What};
use crate::words::tax::{carried, dollars, percent, tax_name};
use crate::words::{exact, takehome as text};

/// What a line is drawn as: a class of the stylesheet.
const fn class(what: What) -> Option<&'static str> {
    Some(match what {
        What::Wage => return None,
        What::Contribution(_) => "part-given",
        What::FederalIncome => "part-federal",
        What::SocialSecurity | What::Medicare | What::AdditionalMedicare => "part-levy",
        What::StateIncome(_) | What::StatePayroll(..) | What::Local(_) => "part-state",
        What::TakeHome => "part-kept",
    })
}

/// Bar, lines, and what is left out.
pub(super) fn all(
    draft: &mut Draft,
    tables: &Tables,
    texts: &Texts,
    name: &str,
    question: &Question,
    answer: &Takehome,
) {
    bar(draft, name, question.wage, answer);
    table(draft, tables, texts, name, question.wage, answer);
    left_out(draft, tables, texts, question, answer);
}

/// What the law has and the figures leave out.
fn left_out(
    draft: &mut Draft,
    tables: &Tables,
    texts: &Texts,
    question: &Question,
    answer: &Takehome,
) {
    draft.put("h4", &[], text::LEFT_OUT);
    draft.open("ul", &[("class", "left-out")]);
    draft.put("li", &[], &text::year(tables));
    let state = tables.state_at(question.place);
    let old = state.and_then(|id| carried(tables, id));
    let federal = state.is_none().then(|| text::FEDERAL_ONLY.to_owned());
    for sentence in old.into_iter().chain(federal) {
        draft.put("li", &[], &sentence);
    }
    for row in texts.left_out(tables, question, answer) {
        draft.put("li", &[], row.text);
    }
    draft.close();
}

/// The bar from the wage to what is left, which comes first.
fn bar(draft: &mut Draft, name: &str, wage: Money, answer: &Takehome) {
    let told = text::bar(wage, answer.parts.take_home, answer.parts.taxes());
    let [title, desc] = ["title", "text"].map(|part| [name, "-bar-", part].concat());
    let labelled = [&*title, " ", &*desc].concat();
    let named = [("class", "wage-bar"), ("role", "img"), ("aria-labelledby", &*labelled)];
    draft.open("svg", &named);
    draft.put("title", &[("id", &title)], text::BAR);
    draft.put("desc", &[("id", &desc)], &told);
    let whole = Cents::from(wage).whole().max(1);
    let mut from = 0;
    // Last comes what is left: it stands at the beginning.
    let (left, taken) = answer.steps.split_last().map_or((None, &[][..]), |(a, b)| (Some(a), b));
    for step in left.into_iter().chain(taken) {
        let Some(class) = class(step.what) else { continue };
        let wide = step.amount.whole().max(0);
        let (x, width) = (share(from, whole), share(wide, whole));
        let attributes = [("class", class), ("x", &*x), ("width", &*width), ("y", "0")];
        draft.open("rect", &[&attributes[..], &[("height", "100%")]].concat());
        draft.close();
        from += wide;
    }
    draft.close();
}

/// A part of a whole as SVG writes it: `12.34%`.
fn share(part: i64, whole: i64) -> String {
    let hundredths = part.saturating_mul(10_000) / whole;
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// The lines as a table.
fn table(
    draft: &mut Draft,
    tables: &Tables,
    texts: &Texts,
    name: &str,
    wage: Money,
    answer: &Takehome,
) {
    draft.put("p", &[("id", &[name, "-rates"].concat())], &text::rates(answer));
    draft.open("table", &[("class", "wage-lines")]);
    draft.put("caption", &[], &text::caption(wage));
    draft.open("thead", &[]);
    draft.open("tr", &[]);
    for head in text::HEADS {
        draft.put("th", &[("scope", "col")], head);
    }
    draft.close();
    draft.close();
    draft.open("tbody", &[]);
    let whole = Cents::from(wage).dollars().max(1.0);
    for step in &answer.steps {
        let name = tax_name(tables, texts, step.what);
        draft.open("tr", &class(step.what).map_or(vec![], |class| vec![("class", class)]));
        draft.open("th", &[("scope", "row")]);
        draft.put("span", &[("class", "line-name")], &name);
        let references = step.source.map_or(&[][..], |id| texts.references(id));
        for reference in references {
            draft.open("span", &[("class", "source")]);
            draft.say(text::FROM);
            draft.put("a", &[("href", reference.url)], reference.title);
            draft.close();
        }
        draft.close();
        let amount = if step.what == What::Wage { exact(wage) } else { dollars(step.amount) };
        draft.put("td", &[], &amount);
        draft.put("td", &[], &percent(step.amount.dollars() / whole));
        draft.close();
    }
    draft.close();
    draft.close();
}
