//! Where a wage goes: a bar, and the same as a table whose lines name their sources.

use crate::draft::Draft;
use crate::money::Cents;
use crate::tax::{Question, Tables, Takehome, Texts, What, takehome};
use crate::words::tax::{dollars, percent, tax_name};
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

/// What is drawn.
pub(super) struct Sheet<'a> {
    /// The taxes.
    pub(super) tables: &'a Tables,
    /// Their texts.
    pub(super) texts: &'a Texts,
    /// What its ids begin with.
    pub(super) name: &'a str,
    /// What the wage is called.
    pub(super) pay: &'a str,
    /// What was asked.
    pub(super) question: Question,
}

/// Bar, lines, and what is left out.
pub(super) fn all(draft: &mut Draft, sheet: &Sheet<'_>) {
    let answer = takehome(sheet.tables, &sheet.question);
    bar(draft, sheet, &answer);
    table(draft, sheet, &answer);
    left_out(draft, sheet, &answer);
}

/// What the law has and the figures leave out.
fn left_out(draft: &mut Draft, sheet: &Sheet<'_>, answer: &Takehome) {
    let Sheet { tables, texts, question, .. } = sheet;
    draft.put("h4", &[], text::LEFT_OUT);
    draft.open("ul", &[("class", "left-out")]);
    draft.put("li", &[], &text::year(tables));
    if tables.state_at(question.place).is_none() {
        draft.put("li", &[], text::FEDERAL_ONLY);
    }
    for row in texts.left_out(tables, question, answer) {
        draft.put("li", &[], row.text);
    }
    draft.close();
}

/// The bar from the wage to what is left, which comes first.
fn bar(draft: &mut Draft, sheet: &Sheet<'_>, answer: &Takehome) {
    let (name, wage) = (sheet.name, sheet.question.wage);
    let told = text::bar(wage, answer.parts.take_home, answer.parts.taxes());
    let [title, desc] = ["title", "text"].map(|part| [name, "-bar-", part].concat());
    let labelled = [&*title, " ", &*desc].concat();
    let named = [("class", "wage-bar"), ("role", "img"), ("aria-labelledby", &*labelled)];
    draft.open("svg", &named);
    draft.put("title", &[("id", &title)], &text::goes(sheet.pay));
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
fn table(draft: &mut Draft, sheet: &Sheet<'_>, answer: &Takehome) {
    let &Sheet { tables, texts, name, pay, question: Question { wage, .. } } = sheet;
    draft.put("p", &[("id", &[name, "-rates"].concat())], &text::rates(answer));
    draft.open("table", &[("class", "wage-lines")]);
    draft.put("caption", &[], &text::caption(pay, wage));
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
        let name = match step.what {
            What::Wage => pay.to_owned(),
            what => tax_name(tables, texts, what),
        };
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
