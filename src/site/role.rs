//! `/roles/<role>/`: what a role is, what it pays, what it asks for, and where it leads.

mod pay;
mod skills;

use super::{Still, embed, shared, text};
use crate::dataset::{Dataset, RoleId};
use crate::link;
use crate::money::Money;
use crate::tables::{RolePageRow, Tables};
use crate::web::state::example;
use crate::words::{self, embed as embed_words, page as page_words, site as words_of};
use crate::{estimate, profile};
use serde_json::{Value, json};
use yew::prelude::*;

/// The path of a role's page.
pub(super) fn path(role: RoleId) -> String {
    format!("/roles/{}/", Dataset::embedded().role(role).id)
}

/// The page of one role.
pub(super) fn page(tables: &'static Tables, role: RoleId) -> Still {
    let title = Dataset::embedded().role(role).title;
    let said = &tables.content.roles[role.index()];
    let draw = move || draw(tables, role);
    let still = Still::new(&path(role), &words_of::role_title(title), &said.summary, draw);
    let still = still.card(
        Dataset::embedded().role(role).id,
        title,
        &words_of::role_card(example().experience, paid(role).likely()),
    );
    let mut still = still.below(&[("/roles/", words_of::ROLES), (&path(role), title)]);
    still.data.push(data(role, &said.summary));
    still.oembed = Some(embed::oembed_path(Some(role)));
    still
}

fn draw(tables: &'static Tables, id: RoleId) -> Html {
    let dataset = Dataset::embedded();
    let role = dataset.role(id);
    let said = &tables.content.roles[id.index()];
    let question = link::write(dataset, &profile::Profile { role: id, ..example() });
    let lines = |lines: &[String]| shared::list(lines.iter().map(|line| text::rich(tables, line)));
    html! {
        <main id="main" class="prose">
            <h1>{ role.title }</h1>
            <p class="lead">{ &said.summary }</p>
            <p>{ text::rich(tables, &said.differs) }</p>
            <p><a href={format!("/?{question}")}>{ words_of::ASK }</a></p>
            { shared::part("pay", words_of::PAY, pay::by_experience(id)) }
            { shared::part("cities", words_of::CITIES, pay::by_city(id)) }
            { shared::part("day", words_of::DAY, lines(&said.day)) }
            { shared::part("responsibilities", words_of::RESPONSIBILITIES, lines(&said.responsibilities)) }
            { shared::part("skills", words_of::SKILLS, skills::skills(tables, id)) }
            { shared::part("education", words_of::EDUCATION, education(tables, id, said)) }
            { shared::part("outlook", words_of::OUTLOOK, outlook(tables, id)) }
            { shared::part("next", words_of::NEXT, next(tables, said)) }
            { claims(tables, id) }
            { shared::part("figures", words_of::BLEND, blend(tables, id)) }
            { text::said(tables, &said.said) }
            <p class="quiet"><a href={format!("/embed/build/?role={}", role.id)}>{ embed_words::ROLE_LINK }</a></p>
        </main>
    }
}

fn education(tables: &Tables, id: RoleId, said: &RolePageRow) -> Html {
    let dataset = Dataset::embedded();
    let main = main_occupation(id);
    let occupation = dataset.occupation(main);
    let rows = tables.required.iter().filter(|row| row.occupation == occupation.code);
    let rows: Vec<_> = rows.filter(|row| row.share >= 1.0 && !row.imprecise).collect();
    let shares = rows.iter().map(|row| html! { words_of::degree(&row.label, row.share) });
    html! {
        <>
            <p>{ text::rich(tables, &said.education) }</p>
            if !rows.is_empty() {
                <p>{ words_of::degrees_lead(&occupation.title.to_lowercase()) }</p>
                { shared::list(shares) }
            }
        </>
    }
}

/// The occupation with the largest share of a role.
fn main_occupation(id: RoleId) -> crate::dataset::OccupationId {
    let shares = Dataset::embedded().role(id).shares;
    let largest = shares.iter().max_by(|one, other| one.weight.total_cmp(&other.weight));
    largest.expect("checked: a role has occupations").occupation
}

fn outlook(tables: &Tables, id: RoleId) -> Html {
    let dataset = Dataset::embedded();
    let lines = dataset.role(id).shares.iter().filter_map(|share| {
        let occupation = dataset.occupation(share.occupation);
        let row = tables.projections.iter().find(|row| row.occupation == occupation.code)?;
        let line =
            words_of::outlook(occupation.title, row.employment, row.change, row.covers.len() > 1);
        Some(html! { <a href={row.url.clone()}>{ line }</a> })
    });
    html! {
        <>
            { shared::list(lines) }
            <p class="quiet">{ words_of::OUTLOOK_MEANS }</p>
        </>
    }
}

fn next(tables: &Tables, said: &RolePageRow) -> Html {
    let dataset = Dataset::embedded();
    let step = |next: &crate::tables::NextRow| {
        let role = dataset.role_by_id(&next.role).expect("checked: a known role");
        html! {
            <>
                <dt><a href={path(role)}>{ dataset.role(role).title }</a></dt>
                <dd>{ text::rich(tables, &next.why) }</dd>
            </>
        }
    };
    html! { <dl>{ for said.next.iter().map(step) }</dl> }
}

/// What articles claim about the role, each with its source and why it differs.
fn claims(tables: &Tables, id: RoleId) -> Html {
    let dataset = Dataset::embedded();
    let claims = crate::dataset::claims().iter().zip(&tables.claims);
    let claims: Vec<_> = claims.filter(|(claim, _)| claim.roles.contains(&id)).collect();
    if claims.is_empty() {
        return Html::default();
    }
    let claim = |(claim, row): (&crate::dataset::Claim, &crate::tables::ClaimRow)| {
        html! {
            <>
                <strong>{ words::claim_pay(claim) }</strong>{ ": " }{ claim.about }{ " (" }
                <a href={dataset.source(claim.source).url} data-claims={row.id.clone()}>
                    { words::claim_source(dataset, claim) }
                </a>
                { "). " }{ claim.differs }
            </>
        }
    };
    let list = shared::list(claims.into_iter().map(claim));
    let lead = html! { <><p>{ page_words::CLAIMS_LEAD }</p>{ list }</> };
    shared::part("claims", words_of::CLAIMS, lead)
}

fn blend(tables: &Tables, id: RoleId) -> Html {
    let row = &tables.roles[id.index()];
    let rows = row.occupations.iter().map(|share| {
        let occupation = tables.occupations.iter().find(|row| row.code == share.code);
        [
            html! { occupation.map_or("", |row| &row.title) },
            html! { format!("{:.0}%", share.weight * 100.0) },
            html! { &share.reason },
        ]
    });
    let support = words::support(Dataset::embedded(), id);
    html! {
        <>
            { shared::table(words_of::BLEND, words_of::BLEND_HEADS, rows) }
            <p>{ support }{ " " }<a href="/method/">{ page_words::METHOD_LINK }</a></p>
        </>
    }
}

/// Pay in the whole country, with the experience of the example.
fn paid(id: RoleId) -> estimate::Estimate {
    let place = crate::finder::Place::Country;
    estimate::estimate(Dataset::embedded(), &profile::Profile { role: id, place, ..example() })
}

/// schema.org Occupation with pay in the whole country.
fn data(id: RoleId, summary: &str) -> Value {
    let dataset = Dataset::embedded();
    let [p10, p25, median, p75, p90] = paid(id).percentiles().map(Money::whole);
    json!({
        "@context": "https://schema.org",
        "@type": "Occupation",
        "name": dataset.role(id).title,
        "description": summary,
        "occupationLocation": { "@type": "Country", "name": "United States" },
        "estimatedSalary": [{
            "@type": "MonetaryAmountDistribution",
            "name": "base",
            "currency": "USD",
            "duration": "P1Y",
            "percentile10": p10,
            "percentile25": p25,
            "median": median,
            "percentile75": p75,
            "percentile90": p90,
        }],
    })
}
