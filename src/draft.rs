//! A piece of a page as text: what a program without Yew says for one with it. Elements one after the
//! other, each with its attributes, what is in it, and its end. Knows no element by name.
//!
//! A line is one part, told by its first letter: `<p` opens, `@id=x` is an attribute of what was
//! opened last, `'text` is text, `>` closes.

/// A piece of a page as it is written.
#[derive(Debug, Default)]
pub struct Draft {
    text: String,
}

impl Draft {
    /// Opens an element with attributes.
    pub fn open(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        self.line(&["<", tag]);
        for (name, value) in attributes {
            self.line(&["@", name, "=", value]);
        }
    }

    /// Writes text into the element that is open.
    pub fn say(&mut self, text: &str) {
        self.line(&["'", text]);
    }

    /// Closes the element opened last.
    pub fn close(&mut self) {
        self.line(&[">"]);
    }

    /// An element that holds a text alone.
    pub fn put(&mut self, tag: &str, attributes: &[(&str, &str)], text: &str) {
        self.open(tag, attributes);
        self.say(text);
        self.close();
    }

    /// The text.
    pub fn finish(self) -> String {
        self.text
    }

    /// One line, whatever is in it: what people type may hold breaks.
    fn line(&mut self, parts: &[&str]) {
        for part in parts {
            self.text.extend(part.chars().map(|c| if c == '\n' || c == '\r' { ' ' } else { c }));
        }
        self.text.push('\n');
    }
}

/// A part of a piece, as it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// An element begins.
    Open(&'a str),
    /// An attribute of the element that began last.
    Attribute(&'a str, &'a str),
    /// Text.
    Text(&'a str),
    /// The element that began last ends.
    Close,
}

/// The parts of a text, in order; what is none is passed over.
pub fn parts(text: &str) -> impl Iterator<Item = Part<'_>> {
    text.split('\n').filter_map(|line| {
        let rest = line.get(1..);
        Some(match line.as_bytes().first()? {
            b'<' => Part::Open(rest?),
            b'@' => rest?.split_once('=').map(|(name, value)| Part::Attribute(name, value))?,
            b'\'' => Part::Text(rest?),
            b'>' => Part::Close,
            _ => return None,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let mut draft = Draft::default();
        draft.open("p", &[("class", "a=b")]);
        draft.say("<one\nline>");
        draft.close();
        let text = draft.finish();
        let all: Vec<Part<'_>> = parts(&text).collect();
        let expected = [
            Part::Open("p"),
            Part::Attribute("class", "a=b"),
            Part::Text("<one line>"),
            Part::Close,
        ];
        assert_eq!(all, expected);
    }

    #[test]
    fn what_is_no_part_is_passed_over() {
        assert_eq!(parts("\n?\n@x\nü\n>").collect::<Vec<_>>(), [Part::Close]);
    }
}
