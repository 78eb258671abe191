//! What people read of a file: text of our own pages, documents and sources, without code and
//! markup. Knows no word.

/// Words of a text in a row: letters with apostrophes between them. What holds digits is a code,
/// one letter is a sign.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    let part = |c: char| !(c.is_alphanumeric() || c == '\'' || c == '_');
    let words = text.split(part).map(|word| word.trim_matches('\''));
    words.filter(|word| {
        word.chars().nth(1).is_some() && word.chars().all(|c| c.is_alphabetic() || c == '\'')
    })
}

/// The apostrophe that dictionaries know.
fn plain(text: &str) -> String {
    text.replace('’', "'")
}

/// Elements without text for people.
const UNREAD: &[&str] = &["code", "script", "style"];
/// Attributes with text for people.
const READ: &[&str] = &["alt", "aria-label", "content", "placeholder", "title"];

/// Text and spoken attributes of a page.
pub(super) fn of_page(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some((text, after)) = rest.split_once('<') {
        out.push_str(text);
        // Space between words that only elements keep apart, none within one: <b>a</b>s.
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        out.push(' ');
        for name in READ {
            let value = tag.split_once(&format!(" {name}=\"")).map(|(_, value)| value);
            let value = value.and_then(|value| value.split('"').next());
            // Addresses and settings are not sentences.
            out.extend(value.filter(|value| !value.contains(['=', '/'])));
            out.push(' ');
        }
        let name = tag.split_ascii_whitespace().next().unwrap_or_default();
        rest = after;
        if UNREAD.contains(&name) {
            rest = after.split_once(&format!("</{name}>")).map_or("", |(_, after)| after);
        }
    }
    out.push_str(rest);
    let named = [("&amp;", "&"), ("&#x27;", "'"), ("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">")];
    plain(&named.iter().fold(out, |text, (from, to)| text.replace(from, to)))
}

/// A document in Markdown without code and addresses.
pub(super) fn of_document(text: &str) -> String {
    let mut out = String::new();
    for (at, part) in text.split("```").enumerate() {
        if at % 2 == 0 {
            out.push_str(&prose(part));
            out.push('\n');
        }
    }
    out
}

/// Text without `code` and addresses.
fn prose(text: &str) -> String {
    let mut out = String::new();
    for (at, part) in text.split('`').enumerate() {
        if at % 2 == 0 {
            out.push_str(part);
        }
        out.push(' ');
    }
    let is_address = |word: &&str| ["://", "doi:", ".md"].iter().any(|mark| word.contains(mark));
    let lines = out.replace("](", "]( ");
    plain(&lines.split_whitespace().filter(|word| !is_address(word)).collect::<Vec<_>>().join(" "))
}

/// Sentences of a source file: its text in quotes, figures in braces and paths left out.
pub(super) fn of_source(source: &str) -> String {
    let mut out = String::new();
    let mut rest = source;
    while let Some(at) = rest.find(['"', '/', '\'']) {
        let from = &rest[at..];
        if from.starts_with("//") {
            let line = from.lines().next().unwrap_or_default();
            rest = &from[line.len()..];
        } else if let Some(quoted) = from.strip_prefix('"') {
            let end = closing(quoted);
            let text = sentence(&quoted[..end]);
            // One word in lower case is a name that programs use, as is a path.
            if text.contains(' ') || text.starts_with(char::is_uppercase) {
                out.push_str(&text);
                out.push('\n');
            }
            rest = quoted.get(end + 1..).unwrap_or_default();
        } else if let Some(after) = from.strip_prefix("'\"'") {
            rest = after;
        } else {
            rest = &from[1..];
        }
    }
    out
}

/// Where a quoted text ends.
fn closing(text: &str) -> usize {
    let mut escaped = false;
    let end = text.bytes().position(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    });
    end.unwrap_or(text.len())
}

/// A quoted text as it is shown, what is formatted into it left out.
fn sentence(text: &str) -> String {
    let mut out = String::new();
    let mut deep = 0_u32;
    let mut escaped = false;
    for c in text.chars() {
        match c {
            _ if escaped => {
                escaped = false;
                out.push(' ');
            }
            '\\' => escaped = true,
            '{' => deep += 1,
            '}' => deep = deep.saturating_sub(1),
            _ if deep == 0 => out.push(c),
            _ => {}
        }
    }
    plain(&out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_letters_with_apostrophes_between() {
        let text = "It's 'pay', 15-1252, O*NET's p90 and_so on-call.";
        let found: Vec<&str> = words(text).collect();
        assert_eq!(found, ["It's", "pay", "NET's", "on", "call"]);
    }

    #[test]
    fn of_a_page_text_and_spoken_attributes_are_read() {
        let html = r#"<meta name="description" content="What pay is"><meta content="width=1">
            <p class="lead" title="told">Don’t &amp; do<code>cargo</code></p><script>let x;</script>"#;
        let text = of_page(html);
        let found: Vec<&str> = words(&text).collect();
        assert_eq!(found, ["What", "pay", "is", "told", "Don't", "do"]);
    }

    #[test]
    fn code_and_addresses_of_a_document_are_passed_over() {
        let text = "See [here](https://a.example) or `cargo xtask`.\n```\ncargo\n```\n<https://b.example> done";
        let text = of_document(text);
        let found: Vec<&str> = words(&text).collect();
        assert_eq!(found, ["See", "here", "or", "done"], "{text}");
    }

    #[test]
    fn of_a_source_quoted_text_is_read() {
        let source = r#"/// Label of `x`.
            const ID: &str = "a-b"; pub const A: &str = "Half earn {range} \
                more"; // below
            const B: char = '"'; fn f<'a>(x: &'a str) { g("a\"b") }"#;
        let text = of_source(source);
        let found: Vec<&str> = words(&text).collect();
        assert_eq!(found, ["Half", "earn", "more"], "{text}");
    }
}
