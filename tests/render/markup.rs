//! Reads the markup that the renderer writes (quoted attributes, closed tags), not HTML at large.

use std::collections::HashSet;

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

    #[allow(dead_code)] // not every test that reads markup asks for classes
    pub(crate) fn is(&self, name: &str, class: &str) -> bool {
        let mut classes = self.attribute("class").unwrap_or_default().split(' ');
        self.name == name && classes.any(|one| one == class)
    }
}

/// Ids that stand twice, and references to ids that do not stand at all.
pub(crate) fn dangling(all: &[Element]) -> Vec<String> {
    const REFERENCES: [&str; 5] =
        ["aria-controls", "aria-labelledby", "aria-describedby", "aria-activedescendant", "for"];
    let mut ids = HashSet::new();
    let own = all.iter().filter_map(|one| one.attribute("id"));
    let mut wrong: Vec<String> =
        own.filter(|id| !ids.insert(*id)).map(|id| format!("{id} stands twice")).collect();
    for element in all {
        let named = REFERENCES.iter().filter_map(|name| element.attribute(name));
        let local = element.attribute("href").and_then(|href| href.strip_prefix('#'));
        for id in named.flat_map(|ids| ids.split(' ')).chain(local) {
            if !ids.contains(id) {
                wrong.push(format!("{element:?} leads to {id}"));
            }
        }
    }
    wrong
}

/// Elements that the content policy would refuse, and markup that came in with text.
pub(crate) fn inline(all: &[Element]) -> Vec<&Element> {
    let refused = |name: &str| name == "style" || name.starts_with("on");
    let wrong = |one: &&Element| {
        ["script", "style", "b"].contains(&one.name.as_str())
            || one.attributes.iter().any(|(name, _)| refused(name))
    };
    all.iter().filter(wrong).collect()
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
