//! `/faq/`: every question, each with an address of its own.

use super::{Program, Still, shared, text};
use crate::tables::{QuestionRow, Tables};
use crate::words::{method, site as words};
use serde_json::{Value, json};
use yew::prelude::*;

/// The page.
pub(super) fn page(tables: &'static Tables) -> Still {
    let still = Still::new("/faq/", words::FAQ_TITLE, words::FAQ_DESCRIPTION, move || draw(tables));
    let mut still = still.below(&[("/faq/", words::FAQ)]).card("faq", words::FAQ, words::FAQ_LEAD);
    still.data.push(data(tables));
    still.program = Program::Questions;
    still
}

fn draw(tables: &Tables) -> Html {
    let faq = &tables.content.faq;
    let group = |group: &crate::tables::FaqGroupRow| {
        let questions = faq.questions.iter().filter(|row| row.group == group.id);
        let questions = html! { <>{ for questions.map(|row| question(tables, row)) }</> };
        shared::part(&format!("about-{}", group.id), &group.name, questions)
    };
    let link = |row: &QuestionRow| {
        html! { <li><a href={format!("#{}", row.id)}>{ &row.question }</a></li> }
    };
    html! {
        <main id="main" class="prose">
            <h1>{ words::FAQ }</h1>
            <p class="lead">{ words::FAQ_LEAD }</p>
            { ask() }
            <nav class="parts" aria-label={method::PARTS}>
                <ul>{ for faq.questions.iter().map(link) }</ul>
            </nav>
            { for faq.groups.iter().map(group) }
        </main>
    }
}

/// Id of the field that filters the questions.
const ASK: &str = "ask-for";

/// The field that filters the questions; its script shows it.
fn ask() -> Html {
    let [nothing, single, several] = words::QUESTIONS_FOUND;
    html! {
        <form id="ask" class="ask" role="search" aria-label={words::ASK_QUESTIONS} autocomplete="off" hidden=true>
            <p class="field">
                <label for={ASK}>{ words::ASK_QUESTIONS }</label>
                <span id="ask-hint" class="quiet">{ words::ASK_HINT }</span>
                <input id={ASK} type="text" maxlength="80" aria-describedby="ask-hint" />
            </p>
            <p class="found" role="status" data-none={nothing} data-one={single} data-many={several}></p>
        </form>
    }
}

fn question(tables: &Tables, row: &QuestionRow) -> Html {
    html! {
        <article id={row.id.clone()} class="question-answer" data-also={row.aliases.join(" ")}>
            <h3><a href={format!("#{}", row.id)}>{ &row.question }</a></h3>
            { text::paragraphs(tables, &row.answer) }
            <p><a href={row.more.href.clone()}>{ &row.more.text }</a></p>
            { text::said(tables, &row.said) }
        </article>
    }
}

/// A `FAQPage` of schema.org.
fn data(tables: &Tables) -> Value {
    let question = |row: &QuestionRow| {
        let answer: Vec<String> =
            row.answer.iter().map(|answer| text::plain(tables, answer)).collect();
        json!({
            "@type": "Question",
            "name": row.question,
            "acceptedAnswer": { "@type": "Answer", "text": answer.join(" ") },
        })
    };
    let questions: Vec<Value> = tables.content.faq.questions.iter().map(question).collect();
    json!({ "@context": "https://schema.org", "@type": "FAQPage", "mainEntity": questions })
}
