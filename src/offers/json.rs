//! As much of JSON (RFC 8259) as a file of offers needs. A library for it would weigh more in the
//! browser than the page; what this does not understand it refuses.

use std::fmt::Write as _;

/// How deep values may lie.
const DEEPEST: u8 = 8;

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// A text, or a number or word as it is written; nothing for `null`.
    Text(String),
    /// A list.
    List(Vec<Self>),
    /// Names and values, in their order.
    Map(Vec<(String, Self)>),
}

impl Json {
    /// Reads a whole text; none if it is no JSON.
    pub fn parse(text: &str) -> Option<Self> {
        let mut rest = Rest(text.trim_start_matches('\u{feff}'));
        let value = rest.value(0)?;
        rest.space();
        rest.0.is_empty().then_some(value)
    }

    /// The value of a name.
    pub fn get(&self, name: &str) -> Option<&Self> {
        let Self::Map(rows) = self else { return None };
        rows.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// A text, or a number as it is written.
    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// A list.
    pub fn list(&self) -> Option<&[Self]> {
        if let Self::List(rows) = self { Some(rows) } else { None }
    }
}

/// A text as JSON writes it.
pub fn escaped(text: &str) -> String {
    let mut out = String::from('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            letter if letter < ' ' => {
                let _ = write!(out, "\\u{:04x}", u32::from(letter));
            }
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

/// What is left to read.
struct Rest<'a>(&'a str);

impl Rest<'_> {
    fn space(&mut self) {
        self.0 = self.0.trim_start_matches([' ', '\t', '\n', '\r']);
    }

    /// Takes a letter if it is next.
    fn take(&mut self, letter: char) -> bool {
        self.space();
        let rest = self.0.strip_prefix(letter);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    fn value(&mut self, deep: u8) -> Option<Json> {
        if deep > DEEPEST {
            return None;
        }
        if self.take('{') {
            let mut rows = Vec::new();
            while !self.take('}') {
                if !rows.is_empty() && !self.take(',') {
                    return None;
                }
                if !self.take('"') {
                    return None;
                }
                let name = self.string()?;
                if !self.take(':') {
                    return None;
                }
                rows.push((name, self.value(deep + 1)?));
            }
            return Some(Json::Map(rows));
        }
        if self.take('[') {
            let mut rows = Vec::new();
            while !self.take(']') {
                if !rows.is_empty() && !self.take(',') {
                    return None;
                }
                rows.push(self.value(deep + 1)?);
            }
            return Some(Json::List(rows));
        }
        if self.take('"') {
            return self.string().map(Json::Text);
        }
        let plain = |letter: char| letter.is_ascii_alphanumeric() || "+-.".contains(letter);
        let end = self.0.find(|letter| !plain(letter)).unwrap_or(self.0.len());
        let (word, rest) = self.0.split_at(end);
        self.0 = rest;
        let text = if word == "null" { "" } else { word };
        (!word.is_empty()).then(|| Json::Text(text.to_owned()))
    }

    /// The rest of a text whose first quotation mark was taken.
    fn string(&mut self) -> Option<String> {
        let mut out = String::new();
        let mut letters = self.0.char_indices();
        while let Some((at, letter)) = letters.next() {
            match letter {
                '"' => {
                    self.0 = &self.0[at + 1..];
                    return Some(out);
                }
                '\\' => match letters.next()?.1 {
                    'n' => out.push('\n'),
                    't' => out.push('\t'),
                    'r' => out.push('\r'),
                    'b' | 'f' => {}
                    'u' => {
                        let code = code(&mut letters)?;
                        // Letters beyond the first 65,536 are written as a pair.
                        let mut after = letters.clone();
                        let low = (after.next().is_some_and(|(_, letter)| letter == '\\')
                            && after.next().is_some_and(|(_, letter)| letter == 'u'))
                        .then(|| self::code(&mut after))
                        .flatten()
                        .filter(|low| {
                            (0xd800..0xdc00).contains(&code) && (0xdc00..0xe000).contains(low)
                        });
                        let code = match low {
                            Some(low) => {
                                letters = after;
                                0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00)
                            }
                            None => code,
                        };
                        out.push(char::from_u32(code).unwrap_or('\u{fffd}'));
                    }
                    letter => out.push(letter),
                },
                letter => out.push(letter),
            }
        }
        None
    }
}

/// Four hexadecimal digits as a number.
fn code(letters: &mut std::str::CharIndices<'_>) -> Option<u32> {
    let digits: String = letters.take(4).map(|(_, digit)| digit).collect();
    u32::from_str_radix(&digits, 16).ok()
}
