//! Reads the markup that the renderer writes (quoted attributes, closed tags), not HTML at large.

/// A start tag with the text between it and its end tag.
#[derive(Debug)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    /// Text within, tags left out.
    pub(crate) text: String,
}

/// Elements without content.
const VOID: [&str; 6] = ["br", "hr", "img", "input", "link", "meta"];

impl Element {
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn is(&self, name: &str, class: &str) -> bool {
        let mut classes = self.attribute("class").unwrap_or_default().split(' ');
        self.name == name && classes.any(|one| one == class)
    }
}

/// Every element, in the order of the start tags.
///
/// # Panics
/// When a tag is not closed or an attribute not quoted.
pub(crate) fn elements(html: &str) -> Vec<Element> {
    let mut all: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut rest = html;
    while let Some((text, tag_on)) = rest.split_once('<') {
        for &at in &open {
            all[at].text.push_str(&plain(text));
        }
        let (tag, after) = tag_on.split_once('>').expect("a tag ends");
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            let at = open.pop().unwrap_or_else(|| panic!("</{name}> closes nothing"));
            assert_eq!(all[at].name, name, "tags are nested");
        } else if !tag.starts_with('!') {
            let (name, attributes) = parts(tag);
            let closed = tag.ends_with('/') || VOID.contains(&name.as_str());
            all.push(Element { name, attributes, text: String::new() });
            if !closed {
                open.push(all.len() - 1);
            }
        }
    }
    assert!(open.is_empty(), "every tag is closed");
    all
}

fn parts(tag: &str) -> (String, Vec<(String, String)>) {
    let tag = tag.trim_end_matches('/').trim_end();
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut attributes = Vec::new();
    while !rest.trim().is_empty() {
        let (key, quoted) = rest.split_once("=\"").expect("an attribute has a quoted value");
        let (value, after) = quoted.split_once('"').expect("a quote ends");
        attributes.push((key.trim().to_owned(), plain(value)));
        rest = after;
    }
    (name.to_owned(), attributes)
}

fn plain(text: &str) -> String {
    let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&amp;", "&")];
    named.into_iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}
