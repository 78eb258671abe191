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
mod tests {
    use super::*;

    const TAGS: &str = r#"<link rel="icon" href="/i"><link class="pages" href="/p.css"><link class="embed" href="/m.css"><link class="takehome" href="/t.css"><script type="module" src="/b.js" data-js="/a.js" data-wasm="/a.wasm"></script>"#;

    fn page(program: Program) -> Page {
        Page {
            path: "/".into(),
            title: "Pay & more".into(),
            description: "A \"range\"".into(),
            body: "<main>x</main>".into(),
            card: crate::site::Card {
                name: "c".into(),
                heading: "A & b".into(),
                ..Default::default()
            },
            data: vec![serde_json::json!({"name": "a</script>"})],
            program,
            ..Page::default()
        }
    }

    fn template(head: &str) -> Result<Template, String> {
        let files = |name: &str| Files { js: format!("/{name}.js"), wasm: format!("/{name}.wasm") };
        let html = format!("<head>{head}</head><body>{BODY}</body>");
        let settled = Settled {
            html,
            calculator: files("a"),
            explore: files("e"),
            path: files("p"),
            offers: files("o"),
            search: files("s"),
            widget: files("w"),
            frame_script: "/frame.js".into(),
            build_script: "/build.js".into(),
            tax: "/tax.wasm".into(),
            search_script: "/search.js".into(),
            questions_script: "/questions.js".into(),
            offline_script: "/offline.js".into(),
            sums: ["/a.js", "/a.wasm", "/frame.js", "/tax.wasm"]
                .map(|file| (file.to_owned(), format!("sha256-{file}")))
                .into(),
        };
        Template::new(settled, Some("https://example.org".into()))
    }

    #[test]
    fn fills_both_holes_and_escapes() {
        let out = template(TITLE).unwrap().fill(&page(Program::Calculator));
        assert!(out.contains("<title>Pay &amp; more</title>"));
        assert!(out.contains(r#"content="A &quot;range&quot;""#));
        assert!(out.contains(r#"<link rel="canonical" href="https://example.org/">"#));
        assert!(out.contains(r#"<script type="application/ld+json">{"name":"a\u003c/script>"}"#));
        assert!(!out.contains("og:image"), "no picture was made");
        assert!(out.ends_with("<body><main>x</main></body>"));
    }

    #[test]
    fn a_page_that_is_not_prerendered_holds_what_its_script_asks_for() {
        let (page, script) =
            (include_str!("../../index.html"), include_str!("../../static/boot.js"));
        assert!(page.contains(BODY));
        let asked: Vec<&str> = script
            .split("querySelector('#")
            .skip(1)
            .filter_map(|rest| rest.split_once('\''))
            .map(|(id, _)| id)
            .collect();
        assert_eq!(asked, ["failed", "app"]);
        for id in asked {
            assert!(BODY.contains(&format!("id=\"{id}\"")), "{id}");
        }
    }

    #[test]
    fn a_shared_link_shows_title_description_and_picture() {
        let mut template = template(TITLE).unwrap();
        template.cards.insert("c".into(), "/assets/c-1.png".into());
        let mut page = page(Program::None);
        page.title = format!("Pay & more{}", find::TAIL);
        let tag = |name: &str, text: &str| format!("<meta property=\"{name}\" content=\"{text}\">");
        let out = template.fill(&page);
        for (name, text) in [
            ("og:title", "Pay &amp; more"),
            ("og:description", "A &quot;range&quot;"),
            ("og:url", "https://example.org/"),
            ("og:image", "https://example.org/assets/c-1.png"),
            ("og:image:alt", "A &amp; b"),
        ] {
            assert!(out.contains(&tag(name, text)), "{name}: {out}");
        }
        // Open Graph: what is said of a picture follows it.
        assert!(out.find("og:image\"") < out.find("og:image:alt"));
        page.path = "/404.html".into();
        assert!(!template.fill(&page).contains("og:url"), "an address that is none");
        template.origin = None;
        assert!(template.fill(&page).contains(&tag("og:image", "/assets/c-1.png")));
    }

    fn program_loads(template: &Template, what: &str) -> bool {
        template.fill(&page(Program::Calculator)).contains(what)
    }

    #[test]
    fn a_page_loads_what_it_needs() {
        let template = template(&format!("{TITLE}{TAGS}")).unwrap();
        let still = template.fill(&page(Program::None));
        assert!(!still.contains("/t.css") && program_loads(&template, "/t.css"));
        assert!(still.contains("/p.css") && !still.contains("/b.js") && !still.contains("preload"));
        assert!(!still.contains("/questions.js"));
        let questions = template.fill(&page(Program::Questions));
        assert!(questions.contains("/questions.js") && !questions.contains("/b.js"), "{questions}");
        let program = template.fill(&page(Program::Calculator));
        assert!(!program.contains("/p.css"), "{program}");
        let explore = template.fill(&page(Program::Explore));
        let script = r#"<script data-tax="/tax.wasm" data-tax-sum="sha256-/tax.wasm" data-wait="paypath-skills" type="module" src="/b.js" data-js="/e.js" data-wasm="/e.wasm">"#;
        assert!(explore.contains(script) && !explore.contains("preload"), "{explore}");
    }

    #[test]
    fn a_frame_loads_its_own_and_names_the_page_to_list() {
        let template = template(&format!("{TITLE}{TAGS}")).unwrap();
        let path = "/embed/data-engineer/".to_owned();
        let (canonical, oembed) = (Some("/roles/data-engineer/".into()), Some("/o.json".into()));
        let frame = Page { path, canonical, oembed, ..page(Program::Widget) };
        let out = template.fill(&frame);
        assert!(out.contains("/m.css") && !out.contains("/p.css") && !out.contains("/b.js"));
        assert!(out.contains(r#"href="https://example.org/roles/data-engineer/""#), "{out}");
        assert!(!out.contains("noindex") && !out.contains("og:"), "{out}");
        assert!(out.contains(r#"data-wasm="/w.wasm" data-drawn="role=data-engineer&amp;city="#));
        let discovery = r#"type="application/json+oembed" href="https://example.org/o.json""#;
        assert!(out.contains(discovery), "{out}");
        let build = template.fill(&page(Program::Build));
        assert!(build.contains("/build.js") && !build.contains("/m.css"), "{build}");
        assert!(!template.fill(&page(Program::Calculator)).contains("/m.css"));
        assert!(!template.fill(&page(Program::Explore)).contains("/m.css"));
    }

    #[test]
    fn scripts_and_programs_are_checked() {
        let template = template(&format!("{TITLE}{TAGS}")).unwrap();
        let out = template.fill(&page(Program::Calculator));
        for tag in [
            r#"data-js="/a.js" data-js-sum="sha256-/a.js""#,
            r#"data-wasm="/a.wasm" data-wasm-sum="sha256-/a.wasm""#,
            r#"<script data-tax="/tax.wasm" data-tax-sum="sha256-/tax.wasm" data-wait="" type="module""#,
        ] {
            assert!(out.contains(tag), "{tag} in {out}");
        }
        let frame = template.fill(&Page { path: "/embed/".into(), ..page(Program::Widget) });
        let script = r#"src="/frame.js" integrity="sha256-/frame.js" crossorigin"#;
        assert!(frame.contains(script), "{frame}");
    }

    #[test]
    fn a_template_without_a_hole_is_refused() {
        assert!(template("<title>a</title>").is_err());
    }
}
