//! The staged index.html as a template: where a page's title, description and body go. Its `#app`
//! is where the body goes, so that a build without prerendering works too.
//! Only fills in; renders nothing itself.

use crate::site::Page;

const TITLE: &str = "<title></title>";
const BODY: &str = r#"<div id="app"></div>"#;

/// A page with two holes: the title line in the head, and `#app`.
pub(super) struct Template {
    before_title: String,
    before_body: String,
    after_body: String,
    origin: Option<String>,
}

impl Template {
    /// Splits `html` at its holes. `origin` (such as `https://example.org`) makes canonical links.
    pub(super) fn new(html: &str, origin: Option<String>) -> Result<Self, String> {
        let missing = |hole: &str| format!("index.html must hold `{hole}` once, as written here");
        let (head, rest) = html.split_once(TITLE).ok_or_else(|| missing(TITLE))?;
        let (middle, tail) = rest.split_once(BODY).ok_or_else(|| missing(BODY))?;
        Ok(Self {
            before_title: head.to_owned(),
            before_body: middle.to_owned(),
            after_body: tail.to_owned(),
            origin: origin.map(|o| o.trim_end_matches('/').to_owned()),
        })
    }

    /// Where the site will be served, if that is known.
    pub(super) fn origin(&self) -> Option<&str> {
        self.origin.as_deref()
    }

    /// The finished page.
    pub(super) fn fill(&self, page: &Page) -> String {
        let Self { before_title, before_body, after_body, origin } = self;
        let Page { path, body, .. } = page;
        let title = escape(&page.title);
        let description = escape(&page.description);
        let canonical = match origin {
            Some(origin) if path.ends_with('/') => {
                format!("\n<link rel=\"canonical\" href=\"{}{}\">", escape(origin), path)
            }
            _ => String::new(),
        };
        let needed =
            |part: &str| without(part, if page.program { PAGE_TAGS } else { PROGRAM_TAGS });
        let (before_title, before_body, after_body) =
            (needed(before_title), needed(before_body), needed(after_body));
        format!(
            "{before_title}<title>{title}</title>\n\
             <meta name=\"description\" content=\"{description}\">{canonical}\
             {before_body}{body}{after_body}"
        )
    }
}

/// How the tags start that load the browser's program.
const PROGRAM_TAGS: &[&str] = &["<script ", "<link rel=\"modulepreload\"", "<link rel=\"preload\""];
/// How the tag starts that loads what only pages without program need.
const PAGE_TAGS: &[&str] = &[super::assets::PAGES_TAG];

/// The template without the tags that start so.
fn without(html: &str, starts: &[&str]) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some(at) = starts.iter().filter_map(|start| rest.find(start)).min() {
        let tag = &rest[at..];
        let end = if tag.starts_with("<script") { "</script>" } else { ">" };
        let Some(length) = tag.find(end) else { break };
        out.push_str(&rest[..at]);
        rest = &tag[length + end.len()..];
    }
    out.push_str(rest);
    out
}

/// Text made safe inside an element or a double-quoted attribute.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> Page {
        Page {
            path: "/".into(),
            title: "Pay & more".into(),
            description: "A \"range\"".into(),
            body: "<main>x</main>".into(),
            program: true,
        }
    }

    #[test]
    fn fills_both_holes_and_escapes() {
        let html = format!("<head>{TITLE}</head><body>{BODY}</body>");
        let template = Template::new(&html, Some("https://example.org/".into())).unwrap();
        let out = template.fill(&page());
        assert!(out.contains("<title>Pay &amp; more</title>"));
        assert!(out.contains(r#"content="A &quot;range&quot;""#));
        assert!(out.contains(r#"<link rel="canonical" href="https://example.org/">"#));
        assert!(out.ends_with("<body><main>x</main></body>"));
    }

    #[test]
    fn a_page_loads_what_it_needs() {
        let head = r#"<link rel="icon" href="/i"><link class="pages" href="/p.css"><script type="module" src="/b.js"></script><link rel="modulepreload" href="/a.js"><link rel="preload" href="/a.wasm">"#;
        let html = format!("<head>{TITLE}{head}</head><body>{BODY}</body>");
        let template = Template::new(&html, None).unwrap();
        let still = template.fill(&Page { program: false, ..page() });
        assert!(
            still.contains(r#"href="/i"><link class="pages" href="/p.css"></head>"#),
            "{still}"
        );
        let program = template.fill(&page());
        assert!(program.contains("modulepreload") && !program.contains("/p.css"), "{program}");
    }

    #[test]
    fn a_template_without_a_hole_is_refused() {
        assert!(Template::new("<title>a</title>", None).is_err());
    }
}
