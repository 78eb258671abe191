//! The staged index.html as a template: where a page's title, description and body go, and which of
//! its tags a page needs. Its `#app` is where the body goes, so that a build without prerendering
//! works too. Only fills in; renders nothing itself.

use super::assets::{EMBED_TAG, Files, PAGES_TAG, Settled, TAKEHOME_TAG};
use crate::dataset::Dataset;
use crate::link;
use crate::profile::Profile;
use crate::site::{Page, Program};
use crate::web::state::example;
use crate::web::{explore::skills, offers, path};
use crate::words::find;
use std::collections::BTreeMap;

const TITLE: &str = "<title></title>";
/// What stands in the body without prerendering: all that `static/boot.js` asks for.
const BODY: &str = r#"<div id="app"></div><div id="failed"></div>"#;

/// How the tag starts that starts a program.
const SCRIPT_TAG: &str = "<script ";

/// A page with two holes: the title line in the head, and `#app`.
pub(super) struct Template {
    before_title: String,
    before_body: String,
    after_body: String,
    origin: Option<String>,
    settled: Settled,
    /// Address of the search's index.
    pub(super) index: String,
    /// Address of the app's manifest, and of its icons.
    pub(super) manifest: String,
    pub(super) icons: Vec<String>,
    /// Addresses of the pictures that stand for pages, by name.
    pub(super) cards: BTreeMap<String, String>,
}

impl Template {
    /// Splits the settled page at its holes. `origin` (such as `https://example.org`) makes
    /// canonical links.
    pub(super) fn new(settled: Settled, origin: Option<String>) -> Result<Self, String> {
        let missing = |hole: &str| format!("index.html must hold `{hole}` once, as written here");
        let html = &settled.html;
        let (head, rest) = html.split_once(TITLE).ok_or_else(|| missing(TITLE))?;
        let (middle, tail) = rest.split_once(BODY).ok_or_else(|| missing(BODY))?;
        Ok(Self {
            before_title: head.to_owned(),
            before_body: middle.to_owned(),
            after_body: tail.to_owned(),
            origin,
            settled,
            index: String::new(),
            manifest: String::new(),
            icons: Vec::new(),
            cards: BTreeMap::new(),
        })
    }

    /// Where the site will be served, if that is known.
    pub(super) fn origin(&self) -> Option<&str> {
        self.origin.as_deref()
    }

    /// The finished page.
    pub(super) fn fill(&self, page: &Page) -> String {
        let Page { path, body, .. } = page;
        let title = escape(&page.title);
        let description = escape(&page.description);
        let canonical = page.canonical.as_ref().or(page.is_listed().then_some(path));
        let canonical = match (&self.origin, canonical) {
            (Some(origin), Some(path)) => {
                format!("\n<link rel=\"canonical\" href=\"{}{path}\">", escape(origin))
            }
            _ => String::new(),
        };
        let canonical = canonical + &self.discovery(page);
        let widget = page.program == Program::Widget;
        // A frame is a part of another page: its canonical address is what search engines list.
        let shared = if widget { String::new() } else { self.shared(page) };
        let data: String = page.data.iter().map(json_ld).collect();
        let search = if widget { self.frame(path) } else { self.search() + &self.app() };
        let module = |script: &str| format!("\n<script type=\"module\" src=\"{script}\"></script>");
        let questions = match page.program {
            Program::Questions => module(&self.settled.questions_script),
            Program::Build => {
                module(&self.settled.build_script) + "\n<script async src=\"/embed.js\"></script>"
            }
            _ => String::new(),
        };
        let [before_title, before_body, after_body] =
            [&self.before_title, &self.before_body, &self.after_body]
                .map(|part| self.needed(part, page.program));
        let head = format!(
            "{before_title}<title>{title}</title>\n\
             <meta name=\"description\" content=\"{description}\">{canonical}{shared}{data}{search}{questions}\
             {before_body}"
        );
        [self.checked(head), body.clone(), after_body].concat()
    }

    /// Tags with what their scripts and programs must add up to: the browser runs nothing else. The
    /// frame has no origin of its own on some pages, so its script is asked for as one to share.
    fn checked(&self, mut head: String) -> String {
        for (address, sum) in &self.settled.sums {
            let share = if *address == self.settled.frame_script { " crossorigin" } else { "" };
            for (name, more) in [
                ("src", format!(" integrity=\"{sum}\"{share}")),
                ("href", format!(" integrity=\"{sum}\"")),
                ("data-js", format!(" data-js-sum=\"{sum}\"")),
                ("data-wasm", format!(" data-wasm-sum=\"{sum}\"")),
                ("data-tax", format!(" data-tax-sum=\"{sum}\"")),
            ] {
                let tag = format!(" {name}=\"{address}\"");
                head = head.replace(&tag, &[&tag, &more[..]].concat());
            }
        }
        head
    }

    /// What is shown where the page's link is shared (Open Graph; X reads it too).
    fn shared(&self, page: &Page) -> String {
        let origin = self.origin.as_deref().unwrap_or_default();
        let address =
            (!origin.is_empty() && page.is_listed()).then(|| format!("{origin}{}", page.path));
        let picture = self.cards.get(&page.card.name).map(|path| format!("{origin}{path}"));
        let seen = picture.is_some().then(|| page.card.heading.clone());
        let told = [
            ("og:type", Some("website".to_owned())),
            ("og:title", Some(page.title.trim_end_matches(find::TAIL).to_owned())),
            ("og:description", Some(page.description.clone())),
            ("og:url", address),
            ("og:image", picture),
            ("og:image:alt", seen),
        ];
        let tag = |(name, text): (&str, Option<String>)| {
            Some(format!("\n<meta property=\"{name}\" content=\"{}\">", escape(&text?)))
        };
        let tags: String = told.into_iter().filter_map(tag).collect();
        format!("{tags}\n<meta name=\"twitter:card\" content=\"summary_large_image\">")
    }

    /// The link to how the page's widget is embedded, which needs whole addresses (oEmbed 1.0,
    /// section 4).
    fn discovery(&self, page: &Page) -> String {
        let (Some(origin), Some(path)) = (&self.origin, &page.oembed) else {
            return String::new();
        };
        let title = escape(&page.title);
        format!(
            "\n<link rel=\"alternate\" type=\"application/json+oembed\" \
             href=\"{}{path}\" title=\"{title}\">",
            escape(origin)
        )
    }

    /// The tag of the frame's script: what is drawn already, and the program for all else. No module:
    /// colours and height are set before the first drawing.
    fn frame(&self, path: &str) -> String {
        let Settled { widget, frame_script, .. } = &self.settled;
        let dataset = Dataset::embedded();
        let own = path.trim_start_matches("/embed/").trim_end_matches('/');
        let role = dataset.role_by_id(own).unwrap_or(example().role);
        let drawn = link::write(dataset, &Profile { role, ..example() });
        format!(
            "\n<script data-wait src=\"{frame_script}\" data-js=\"{}\" data-wasm=\"{}\" \
             data-drawn=\"{}\"></script>",
            widget.js,
            widget.wasm,
            escape(&drawn)
        )
    }

    /// The tag that starts the search when it is wanted.
    fn search(&self) -> String {
        let Settled { search, search_script, .. } = &self.settled;
        format!(
            "\n<script data-wait type=\"module\" src=\"{search_script}\" data-js=\"{}\" \
             data-wasm=\"{}\" data-index=\"{}\"></script>",
            search.js, search.wasm, self.index
        )
    }

    /// The tags of the site as an app, which works without a connection.
    fn app(&self) -> String {
        let icon = self.icons.first().map_or("", String::as_str);
        format!(
            "\n<link rel=\"manifest\" href=\"{}\">\n<link rel=\"apple-touch-icon\" href=\"{icon}\">\
             \n<script type=\"module\" src=\"{}\"></script>",
            self.manifest, self.settled.offline_script
        )
    }

    /// A part of the template with the tags that a page of this program needs.
    fn needed(&self, part: &str, program: Program) -> String {
        match program {
            Program::Calculator => self
                .taxes(&without(&self.waiting(part, &self.settled.calculator, ""), &[PAGES_TAG])),
            Program::None | Program::Questions | Program::Build => {
                without(part, &[SCRIPT_TAG, EMBED_TAG, TAKEHOME_TAG])
            }
            Program::Widget => without(part, &[SCRIPT_TAG, PAGES_TAG, TAKEHOME_TAG]),
            Program::Explore => self.taxes(&without(
                &self.waiting(part, &self.settled.explore, skills::KEPT),
                &[TAKEHOME_TAG],
            )),
            Program::Offers => self.waiting(part, &self.settled.offers, offers::KEPT),
            Program::Path => self.taxes(&without(
                &self.waiting(part, &self.settled.path, path::KEPT),
                &[TAKEHOME_TAG],
            )),
        }
    }
}

impl Template {
    /// A part of the template whose script says where the program of taxes is.
    fn taxes(&self, part: &str) -> String {
        part.replace(SCRIPT_TAG, &format!("{SCRIPT_TAG}data-tax=\"{}\" ", self.settled.tax))
    }

    /// A part of the template with the tag of another program, which waits to be touched unless the
    /// device holds something under the key `kept`.
    fn waiting(&self, part: &str, other: &Files, kept: &str) -> String {
        let waiting = format!("{SCRIPT_TAG}data-wait=\"{kept}\" ");
        let part = without(part, &[EMBED_TAG]).replace(SCRIPT_TAG, &waiting);
        let calculator = &self.settled.calculator;
        part.replace(&calculator.js, &other.js).replace(&calculator.wasm, &other.wasm)
    }
}

/// The template without the tags that start so.
fn without(html: &str, starts: &[&str]) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some(at) = starts.iter().filter_map(|start| rest.find(start)).min() {
        let tag = &rest[at..];
        let end = if tag.starts_with(SCRIPT_TAG) { "</script>" } else { ">" };
        let Some(length) = tag.find(end) else { break };
        out.push_str(&rest[..at]);
        rest = &tag[length + end.len()..];
    }
    out.push_str(rest);
    out
}

/// A block of data that no browser runs. A `<` within it could end the block.
fn json_ld(value: &serde_json::Value) -> String {
    let text = value.to_string().replace('<', "\\u003c");
    format!("\n<script type=\"application/ld+json\">{text}</script>")
}

/// Text made safe inside an element or a double-quoted attribute.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests;
