//! Draws a piece of page that another program wrote ([`crate::draft`]). It holds no listeners: events
//! go up to whoever drew it.

use crate::draft::{Part, parts};
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag};

/// The attributes that are drawn; others are left out.
static ATTRIBUTES: [&str; 20] = [
    "aria-describedby",
    "aria-invalid",
    "aria-labelledby",
    "aria-live",
    "autocomplete",
    "class",
    "for",
    "height",
    "href",
    "id",
    "inputmode",
    "maxlength",
    "role",
    "scope",
    "selected",
    "type",
    "value",
    "width",
    "x",
    "y",
];

/// The piece, in one element of this class.
pub(super) fn drawn(text: &str, class: &'static str) -> Html {
    let mut open = vec![Element::new("div")];
    open[0].set("class", class);
    for part in parts(text) {
        let Some(last) = open.last_mut() else { break };
        match part {
            Part::Open(tag) => open.push(Element::new(tag)),
            Part::Attribute(name, value) => last.set(name, value),
            Part::Text(text) => last.tag.add_child(text.to_owned().into()),
            Part::Close => close(&mut open),
        }
    }
    while open.len() > 1 {
        close(&mut open);
    }
    open.pop().map(Element::done).unwrap_or_default()
}

/// Ends the element that began last, unless it is the one around all.
fn close(open: &mut Vec<Element>) {
    if open.len() > 1
        && let (Some(done), Some(around)) = (open.pop(), open.last_mut())
    {
        around.tag.add_child(done.done());
    }
}

/// An element that is being read.
struct Element {
    tag: VTag,
    /// In the order of [`ATTRIBUTES`]. Yew's own way to add one by one brings a hash table.
    values: [Option<AttributeOrProperty>; ATTRIBUTES.len()],
}

impl Element {
    fn new(tag: &str) -> Self {
        Self { tag: VTag::new(tag.to_owned()), values: [const { None }; ATTRIBUTES.len()] }
    }

    fn set(&mut self, name: &str, value: &str) {
        let value = AttrValue::from(value.to_owned());
        if name == "value" && self.tag.tag() == "input" {
            self.tag.set_value(Some(value));
        } else if let Some(at) = ATTRIBUTES.iter().position(|known| *known == name) {
            self.values[at] = Some(AttributeOrProperty::Attribute(value));
        }
    }

    fn done(mut self) -> Html {
        let (keys, values) = (&ATTRIBUTES, Box::new(self.values));
        self.tag.set_attributes(Attributes::Dynamic { keys, values });
        self.tag.into()
    }
}
