//! The formula, what stands for what, the values that the fit found and those that people chose.

use crate::site::shared;
use crate::tables::Model;
use crate::words::method as text;
use yew::prelude::*;

/// Names of the levels of education, as the model has them, in words.
const EDUCATION: [(&str, &str); 4] = [
    ("none", "No bachelor’s degree, or no answer"),
    ("bachelors", "Bachelor’s degree"),
    ("masters", "Master’s degree"),
    ("doctorate", "Doctorate"),
];

pub(super) fn formula(model: &Model) -> Html {
    let years = &model.years;
    let place = &model.place;
    let judged = text::judged(years.slope, years.senior, years.most, place.damp, place.spread);
    let years = text::years(years.straight, years.bend);
    let education = model.education.iter().map(|row| {
        let name =
            EDUCATION.iter().find(|(id, _)| *id == row.education).map_or("", |(_, name)| name);
        html! { <li>{ text::education(name, row.rows, row.score, row.error) }</li> }
    });
    html! {
        <>
            <p class="formula"><code>{ text::FORMULA }</code></p>
            { shared::terms(text::SYMBOLS) }
            <p>{ text::COUNTRY_FORMULA }</p>
            <h3>{ text::FITTED }</h3>
            <p>{ years }</p>
            <p>{ text::EDUCATION }</p>
            <ul>{ for education }</ul>
            <h3>{ text::JUDGED }</h3>
            <p>{ text::JUDGED_LEAD }</p>
            { shared::list(judged.into_iter().map(|one| html! { one })) }
        </>
    }
}
