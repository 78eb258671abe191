//! `/embed/` and `/embed/<role>/`, the widget in its frame; `/embed/build/`, which makes snippets of
//! it; and what oEmbed readers are told.

use super::{Program, Still, shared};
use crate::dataset::{Dataset, RoleId};
use crate::link;
use crate::web::state::example;
use crate::web::widget::{Widget, WidgetProps};
use crate::words::{embed as text, page, site as words_of};
use serde_json::{Value, json};
use yew::prelude::*;

/// Path of the page that makes snippets.
pub(super) const BUILD: &str = "/embed/build/";
/// Width and height of a frame whose page does not know better, in CSS pixels. The answer is 861 high
/// at a width of 672, 882 at 640, 946 at 560, 1045 at 390 and 1135 at 320: in narrow columns it
/// scrolls within, or needs 1140.
const WIDTH: u32 = 640;
const HEIGHT: u32 = 900;

/// The widget's frames: for any role, and one for each.
pub(super) async fn frames() -> Vec<Still> {
    let mut frames = vec![frame(None).await];
    for role in Dataset::embedded().role_ids() {
        frames.push(frame(Some(role)).await);
    }
    frames
}

/// Path of a role's frame.
fn path(role: Option<RoleId>) -> String {
    role.map_or("/embed/".to_owned(), |role| {
        format!("/embed/{}/", Dataset::embedded().role(role).id)
    })
}

/// Path of the file that tells oEmbed readers of a frame.
pub(super) fn oembed_path(role: Option<RoleId>) -> String {
    let name = role.map_or("any", |role| Dataset::embedded().role(role).id);
    format!("/oembed/{name}.json")
}

async fn frame(role: Option<RoleId>) -> Still {
    let query =
        role.map_or(String::new(), |role| format!("role={}", Dataset::embedded().role(role).id));
    let props = move || WidgetProps { query: query.into(), ..WidgetProps::default() };
    let drawn = yew::ServerRenderer::<Widget>::with_props(props).hydratable(false).render().await;
    let draw = move || {
        html! {
            <main id="main" aria-label={text::FRAME}>
                <p id="failed" role="status" hidden=true>{ text::FAILED }</p>
                { shared::app(&drawn) }
            </main>
        }
    };
    let name = role.map(|role| Dataset::embedded().role(role).title);
    let title = name.map_or(text::TITLE.to_owned(), text::role_title);
    let description = name.map_or(text::DESCRIPTION.to_owned(), text::role_description);
    let mut still = Still::new(&path(role), &title, &description, draw);
    still.program = Program::Widget;
    still.canonical = Some(role.map_or("/".to_owned(), super::role::path));
    still.oembed = Some(oembed_path(role));
    still
}

/// Every file for oEmbed readers (oEmbed 1.0, section 2.3.4.4), by path. `origin` is where the site
/// will be served. A static host cannot heed `maxwidth`: the frame is as wide as its place anyway.
pub fn oembed(origin: &str) -> Vec<(String, Value)> {
    let roles = Dataset::embedded().role_ids().map(Some);
    let file = |role: Option<RoleId>| {
        let name = role.map(|role| Dataset::embedded().role(role).title);
        let source = format!("{origin}{}", path(role));
        let told = json!({
            "version": "1.0",
            "type": "rich",
            "provider_name": page::NAME,
            "provider_url": format!("{origin}/"),
            "title": text::frame_title(name),
            "html": iframe(&source, &text::frame_title(name)),
            "width": WIDTH,
            "height": HEIGHT,
            "cache_age": 86_400,
        });
        (oembed_path(role), told)
    };
    std::iter::once(None).chain(roles).map(file).collect()
}

/// The frame as pages write it that run no script of ours. Some hosts drop frames whose first
/// attribute is a style.
fn iframe(source: &str, title: &str) -> String {
    format!(
        "<iframe src=\"{source}\" title=\"{title}\" width=\"100%\" height=\"{HEIGHT}\" \
         loading=\"lazy\" style=\"border:0\"></iframe>"
    )
}

/// `/embed/build/`. Where the site will be served, if that is known: files for oEmbed readers are
/// made only then.
pub(super) fn build(origin: &str) -> Still {
    let oembed = !origin.is_empty();
    let still = Still::new(BUILD, text::BUILD_TITLE, text::BUILD_DESCRIPTION, move || {
        html! {
            <main id="main" class="prose wide">
                <h1>{ text::BUILD }</h1>
                <p class="lead">{ text::BUILD_LEAD }</p>
                <div class="builder">
                    { choices() }
                    <div class="built">
                        <paypath-calculator theme="auto">
                            <a href="/embed/">{ text::PREVIEW }</a>
                        </paypath-calculator>
                    </div>
                </div>
                { shared::part("snippets", text::SNIPPETS, snippets()) }
                { shared::part("hosts", text::HOSTS, shared::terms(text::HOST_NOTES)) }
                { shared::part("pages", text::PAGES, pages(oembed)) }
                { shared::part("private", text::PRIVATE, shared::list(text::PRIVATE_NOTES.map(|note| html! { note }))) }
            </main>
        }
    });
    let mut still =
        still.below(&[("/method/", crate::words::method::HEADING), (BUILD, text::BUILD)]);
    still.program = Program::Build;
    still
}

fn field(
    name: &'static str,
    label: &'static str,
    hint: Option<&'static str>,
    control: Html,
) -> Html {
    html! {
        <div class="field">
            <label for={name}>{ label }</label>
            if let Some(hint) = hint {
                <span class="hint" id={format!("{name}-hint")}>{ hint }</span>
            }
            { control }
        </div>
    }
}

fn select(name: &'static str, options: impl IntoIterator<Item = (String, String)>) -> Html {
    let option = |(value, label): (String, String)| html! { <option {value}>{ label }</option> };
    html! { <select id={name} {name}>{ for options.into_iter().map(option) }</select> }
}

fn typed(name: &'static str, most: &'static str) -> Html {
    html! {
        <input id={name} {name} type="text" maxlength={most} autocomplete="off"
            aria-describedby={format!("{name}-hint")} />
    }
}

/// The color, and what is wrong with it.
fn accent() -> Html {
    html! {
        <>
            <input id="accent" name="accent" type="text" maxlength="30" autocomplete="off" placeholder="#0b5f6b"
                pattern=r"#?[\dA-Fa-f][\dA-Fa-f][\dA-Fa-f]|#?[\dA-Fa-f][\dA-Fa-f][\dA-Fa-f][\dA-Fa-f][\dA-Fa-f][\dA-Fa-f]" aria-describedby="accent-hint accent-error" />
            <p class="error" id="accent-error" role="status" data-wrong={text::ACCENT_WRONG}></p>
        </>
    }
}

/// What the widget can be made to show. The names are its parameters.
fn choices() -> Html {
    let dataset = Dataset::embedded();
    let roles = dataset.role_ids().map(|role| {
        let role = dataset.role(role);
        (role.id.to_owned(), role.title.to_owned())
    });
    let any = (String::new(), text::ANY_ROLE.to_owned());
    let pairs = |all: &[(&str, &str)]| -> Vec<(String, String)> {
        all.iter().map(|(value, label)| ((*value).to_owned(), (*label).to_owned())).collect()
    };
    html! {
        <form id="build" class="question" aria-label={text::CHOICES} autocomplete="off" hidden=true>
            { field("role", page::ROLE, None, select("role", std::iter::once(any).chain(roles))) }
            { field("city", page::CITY, Some(text::CITY_HINT), typed("city", "100")) }
            { field("years", page::YEARS, Some(page::YEARS_HINT), typed("years", "2")) }
            { field("versus", text::VERSUS, Some(text::VERSUS_HINT), typed("versus", "100")) }
            { field("theme", text::THEME, None, select("theme", pairs(&text::THEMES))) }
            { field("accent", text::ACCENT, Some(text::ACCENT_HINT), accent()) }
            { field("heading", text::LEVEL, None, select("heading", pairs(&text::LEVELS))) }
            { field("lock", text::LOCK, None, select("lock", pairs(&text::LOCKS))) }
            { field("compact", text::SIZE, None, select("compact", pairs(&text::SIZES))) }
        </form>
    }
}

/// Both snippets for any role, which the script fills in for all else; `%` marks what it puts in.
fn snippets() -> Html {
    let block = |(id, heading): (&'static str, &'static str), template: String, filled: String| {
        html! {
            <>
                <h3>{ heading }</h3>
                <pre class="snippet" tabindex="0" role="group" aria-label={heading}>
                    <code {id} data-template={template}>{ filled }</code>
                </pre>
                <button type="button" class="copy" data-of={id} hidden=true>{ text::COPY }</button>
            </>
        }
    };
    let title = text::frame_title(None);
    let script = |attributes: &str, query: &str, title: &str| {
        format!(
            "<script src=\"%origin/embed.js\" async></script>\n\
             <div class=\"paypath\"{attributes}><a href=\"%origin/{query}\">{title}</a></div>"
        )
    };
    let [plain, scripted] = text::FORMS;
    html! {
        <>
            <p>{ text::SNIPPETS_LEAD }</p>
            { block(("plain", plain), iframe("%origin%path", "%title"), iframe(&format!("{}/embed/", text::YOUR_ORIGIN), &title)) }
            { block(("scripted", scripted), script("%attributes", "%query", "%title"), script("", "", &title).replace("%origin", text::YOUR_ORIGIN)) }
            <p id="copied" role="status" data-copied={text::COPIED} data-refused={text::REFUSED}
                data-any={title} data-of={text::frame_title(Some("%"))}></p>
        </>
    }
}

/// The frames themselves, for those who write snippets by hand, and whether oEmbed files tell of them.
fn pages(oembed: bool) -> Html {
    let dataset = Dataset::embedded();
    let links = dataset.role_ids().map(|role| {
        html! { <a href={path(Some(role))}>{ dataset.role(role).title }</a> }
    });
    let parameter = |(name, meaning): (&'static str, &'static str)| {
        [html! { <code>{ name }</code> }, html! { meaning }]
    };
    let example = format!("/embed/?{}", link::write(dataset, &example()));
    html! {
        <>
            <p>{ text::PAGES_LEAD }{ " " }<a href={example.clone()}><code>{ example }</code></a></p>
            { shared::table(text::PARAMETERS, text::PARAMETER_HEADS, text::PARAMETER_ROWS.map(parameter)) }
            if oembed {
                <p>{ text::OEMBED }</p>
            }
            <h3>{ words_of::ROLES }</h3>
            { shared::list(std::iter::once(html! { <a href="/embed/">{ text::ANY_ROLE }</a> }).chain(links)) }
        </>
    }
}
