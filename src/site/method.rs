//! `/method/`: how pay is worked out, how well that does when tested, and from which sources.

mod fitted;
mod sources;
mod taxes;
mod tested;

use super::{Still, machine, shared};
use crate::tables::Tables;
use crate::words::{self, method as text};
use yew::prelude::*;

/// The page.
pub(super) fn page(tables: &'static Tables, origin: &str) -> Still {
    let still = Still::new("/method/", text::TITLE, text::DESCRIPTION, move || draw(tables));
    let mut still = still.below(&[("/method/", text::HEADING)]);
    still = still.card("method", text::HEADING, text::MEASURED_CARD);
    still.data.push(machine::dataset(tables, origin));
    still
}

fn draw(tables: &Tables) -> Html {
    let contents = [
        steps(),
        fitted::formula(&tables.model),
        tested::tested(tables),
        html! { <>{ for text::RANGES.map(|paragraph| html! { <p>{ paragraph }</p> }) }</> },
        taxes::taxes(&tables.tax),
        shared::terms(text::LIMITS),
        sources::sources(&tables.sources),
        again(tables),
        releases(tables),
    ];
    let link = |(id, heading): (&str, &'static str)| {
        html! { <li><a href={format!("#{id}")}>{ heading }</a></li> }
    };
    let parts = text::HEADINGS.into_iter().zip(contents);
    html! {
        <main id="main" class="prose">
            <h1>{ text::HEADING }</h1>
            <p class="lead">{ text::LEAD }</p>
            <p><a href="/embed/build/">{ crate::words::embed::METHOD_LINK }</a></p>
            <nav class="parts" aria-label={text::PARTS}>
                <ul>{ for text::HEADINGS.map(link) }</ul>
            </nav>
            { for parts.map(|((id, heading), content)| shared::part(id, heading, content)) }
        </main>
    }
}

fn steps() -> Html {
    let step = |(name, meaning): (&'static str, &'static str)| {
        html! { <li><h3>{ name }</h3><p>{ meaning }</p></li> }
    };
    html! { <ol class="numbered">{ for text::STEPS.map(step) }</ol> }
}

fn again(tables: &Tables) -> Html {
    let command = |(command, what): (&'static str, &'static str)| {
        html! { <><dt><code>{ command }</code></dt><dd>{ what }</dd></> }
    };
    let input = |input: &crate::tables::InputRow| {
        html! { <li><code>{ &input.file }</code>{ " " }<code class="sum">{ &input.sha256 }</code></li> }
    };
    html! {
        <>
            <p>{ text::AGAIN_LEAD }</p>
            <dl>{ for text::COMMANDS.map(command) }</dl>
            <p>{ text::AGAIN_SAME }{ " " }{ text::inputs(&tables.model.date) }</p>
            <ul class="files">{ for tables.model.inputs.iter().map(input) }</ul>
        </>
    }
}

/// Tables to download.
fn files() -> Html {
    let file = |(file, what): (&'static str, &'static str)| {
        html! { <><a href={format!("/data/{file}")} download={file}>{ file }</a>{ ": " }{ what }</> }
    };
    html! { <><p>{ text::FILES_LEAD }</p>{ shared::list(machine::FILES.map(file)) }</> }
}

fn releases(tables: &Tables) -> Html {
    let release = |release: &crate::tables::ReleaseRow| {
        let date = release.date.clone();
        html! {
            <li>
                <h3><time datetime={date}>{ words::date(&release.date) }</time>{ ": " }{ &release.title }</h3>
                <ul>{ for release.changes.iter().map(|change| html! { <li>{ change }</li> }) }</ul>
            </li>
        }
    };
    html! {
        <>
            { files() }
            <p>{ text::FEED }{ " " }<a href="/feed.xml" type="application/atom+xml">{ text::FEED_LINK }</a>{ "." }</p>
            <ol class="releases">{ for tables.releases.iter().map(release) }</ol>
        </>
    }
}
