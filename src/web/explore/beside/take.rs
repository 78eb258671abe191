//! Ways to take the answers along: sentences with their source, files, a picture, paper, a link.

use super::state::Beside;
use super::{Answer, are_mixed, files, picture};
use crate::dataset::Dataset;
use crate::web::browser;
use crate::words::{self, beside as text};
use yew::prelude::*;

/// How long typing rests before the picture follows, in milliseconds.
const REST: u32 = 400;
/// Id of the text to copy.
const QUOTE_ID: &str = "quote";

/// The part of the page; nothing while there is no answer.
#[hook]
pub(super) fn use_take(answers: &[Answer], state: &Beside) -> Html {
    let dataset = Dataset::embedded();
    let svg = browser::file("image/svg+xml", &picture::svg(dataset, answers));
    // Sites that show pictures take no SVG.
    let painted = use_state_eq(|| None::<(String, String)>);
    let setter = painted.setter();
    use_effect_with(svg.clone(), move |svg| {
        let svg = svg.clone();
        let later = browser::after(REST, move || {
            browser::picture(svg.clone(), picture::SIZE, move |png| setter.set(Some((svg, png))));
        });
        move || drop(later)
    });
    let said = use_state_eq(|| "");
    let path = ["/compare/?", &state.query()].concat();
    let quote = quote(dataset, answers, &path);
    let setter = said.setter();
    use_effect_with(quote.clone(), move |_| setter.set(""));
    let copy = {
        let (quote, said) = (quote.clone(), said.setter());
        Callback::from(move |_: MouseEvent| {
            let said = said.clone();
            browser::copy(quote.clone(), move |done| {
                said.set(if done { text::COPIED } else { text::NOT_COPIED });
            });
        })
    };
    let print = Callback::from(|_: MouseEvent| browser::print());
    if answers.is_empty() {
        return Html::default();
    }
    let png = painted.as_ref().filter(|(of, _)| *of == svg).map(|(_, png)| png.clone());
    let (name, href) = match png {
        Some(png) => ("paypath-compare.png", png),
        None => ("paypath-compare.svg", svg.clone()),
    };
    let rows: Vec<String> = answers.iter().map(|answer| answer.row(dataset)).collect();
    html! {
        <section class="part take" aria-labelledby="take-heading">
            <h2 id="take-heading">{ text::TAKE }</h2>
            <h3>{ text::QUOTE }</h3>
            <blockquote id={QUOTE_ID}>{ quote }</blockquote>
            <p class="actions">
                <button type="button" onclick={copy}>{ text::COPY }</button>
                <button type="button" onclick={print}>{ text::PRINT }</button>
                <span role="status" id="copied">{ *said }</span>
            </p>
            <ul>
                <li><a id="csv" href={browser::file("text/csv;charset=utf-8", &files::csv(dataset, answers))} download="paypath-compare.csv">{ text::CSV }</a></li>
                <li><a id="json" href={browser::download(&files::json(dataset, answers))} download="paypath-compare.json">{ text::JSON }</a></li>
                <li><a id="picture" {href} download={name}>{ text::PICTURE }</a></li>
                <li><a id="link" href={path}>{ text::LINK }</a></li>
            </ul>
            <img class="card" src={svg} alt={rows.join(" ")} width="600" height="315" />
        </section>
    }
}

/// The answers in sentences, what they rest on, and where they stand.
fn quote(dataset: &Dataset, answers: &[Answer], path: &str) -> String {
    let mixed = are_mixed(answers);
    let mut said = Vec::new();
    for answer in answers {
        said.push(answer.row(dataset));
        if mixed {
            said.push(words::rests_on(dataset, answer.estimate.evidence));
        }
    }
    if mixed {
        said.push(text::MIXED.to_owned());
    } else {
        let first = answers.first();
        said.extend(first.map(|first| words::rests_on(dataset, first.estimate.evidence)));
    }
    said.extend(browser::address(path).map(|address| text::at_address(&address)));
    said.join(" ")
}
