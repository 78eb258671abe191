//! Takes out of a program what only its makers read: names of functions, the long names under which
//! script and WebAssembly know each other (3.4 KB of the calculator, brotli), and places in libraries
//! ([`places`]). What the program does stays as it is. Reads modules as wasm-bindgen writes them
//! (WebAssembly core 2.0, binary format); anything else is an error.

mod places;

/// How every module begins: magic number and version.
const HEAD: &[u8] = b"\0asm\x01\0\0\0";
/// Sections for tools: names of functions, producers.
const CUSTOM: u8 = 0;
const IMPORTS: u8 = 2;
const DATA: u8 = 11;
/// What an import is: a function, followed by its type.
const FUNCTION: u8 = 0;
/// The name of the script in the module.
const SCRIPT: &str = "a";

/// The module and its script with short names between them.
pub(super) fn slim(module: &[u8], script: &str) -> Result<(Vec<u8>, String), String> {
    let mut rest = Reader(module.strip_prefix(HEAD).ok_or("no WebAssembly module")?);
    let mut out = HEAD.to_vec();
    let mut script = script.to_owned();
    while !rest.0.is_empty() {
        let kind = rest.byte()?;
        let section = rest.bytes()?;
        let short;
        let section = match kind {
            CUSTOM => continue,
            IMPORTS => {
                (short, script) = imports(section, &script)?;
                &short
            }
            DATA => {
                short = places::without(section)?;
                &short
            }
            _ => section,
        };
        out.push(kind);
        write_bytes(&mut out, section);
    }
    Ok((out, script))
}

/// The section of imports and the script with short names.
fn imports(section: &[u8], script: &str) -> Result<(Vec<u8>, String), String> {
    let mut rest = Reader(section);
    let count = rest.number()?;
    let mut out = Vec::new();
    write_number(&mut out, count);
    let mut script = script.to_owned();
    for at in 0..count {
        let from = rest.text()?;
        if at == 0 {
            script = renamed(&script, &format!("\"{from}\""), SCRIPT)?;
        }
        let name = rest.text()?;
        let short = short(at);
        script = renamed(&script, name, &short)?;
        if rest.byte()? != FUNCTION {
            return Err(format!("{name} is no function"));
        }
        write_bytes(&mut out, SCRIPT.as_bytes());
        write_bytes(&mut out, short.as_bytes());
        out.push(FUNCTION);
        write_number(&mut out, rest.number()?);
    }
    Ok((out, script))
}

/// `aa`, `ba`, … `zz`, `aab`: as keys of an object, reserved words are names too.
fn short(at: u32) -> String {
    let letter = |at: u32| char::from(b'a' + (at % 26) as u8);
    let mut name = String::from_iter([letter(at), letter(at / 26)]);
    if at >= 26 * 26 {
        name.push(letter(at / (26 * 26)));
    }
    name
}

/// The script with one name in place of another, which must stand in it once.
fn renamed(script: &str, name: &str, short: &str) -> Result<String, String> {
    let part = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    let whole = |at: &usize| {
        let (before, after) = (&script[..*at], &script[at + name.len()..]);
        !before.ends_with(part) && !after.starts_with(part)
    };
    let mut found = script.match_indices(name).map(|(at, _)| at).filter(whole);
    match (found.next(), found.next()) {
        (Some(at), None) => Ok([&script[..at], short, &script[at + name.len()..]].concat()),
        (at, _) => Err(format!(
            "{name} stands {} in the script: does wasm-bindgen write it in another way now?",
            if at.is_some() { "more than once" } else { "nowhere" }
        )),
    }
}

/// What is left of a module.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Result<u8, String> {
        let (first, rest) = self.0.split_first().ok_or("a module ends too early")?;
        self.0 = rest;
        Ok(*first)
    }

    /// An unsigned number, seven bits a byte, the lowest first (LEB128).
    fn number(&mut self) -> Result<u32, String> {
        let mut number = 0_u32;
        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err("a number in a module is too long".to_owned())
    }

    /// Bytes behind their count.
    fn bytes(&mut self) -> Result<&'a [u8], String> {
        let count = self.number()? as usize;
        let (bytes, rest) = self.0.split_at_checked(count).ok_or("a module ends too early")?;
        self.0 = rest;
        Ok(bytes)
    }

    fn text(&mut self) -> Result<&'a str, String> {
        std::str::from_utf8(self.bytes()?).map_err(|error| format!("a name in a module: {error}"))
    }
}

fn write_number(out: &mut Vec<u8>, mut number: u32) {
    while number > 0x7f {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn write_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    write_number(out, u32::try_from(bytes.len()).expect("a module is smaller than 4 GB"));
    out.extend_from_slice(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with two imports, a custom section, and an empty section of code.
    fn module() -> Vec<u8> {
        let mut section = vec![2];
        for (name, of) in [("__wbg_now_1", 5), ("__wbg_now_12", 200)] {
            write_bytes(&mut section, b"./app_bg.js");
            write_bytes(&mut section, name.as_bytes());
            section.push(FUNCTION);
            write_number(&mut section, of);
        }
        let mut module = HEAD.to_vec();
        for (kind, section) in [(IMPORTS, &section[..]), (CUSTOM, b"\x04name"), (10, b"\0")] {
            module.push(kind);
            write_bytes(&mut module, section);
        }
        module
    }

    const APP: &str =
        r#"const i={__wbg_now_1:function(){},__wbg_now_12:1};return{"./app_bg.js":i}"#;

    #[test]
    fn names_become_short_on_both_sides_and_nothing_else_changes() {
        let (module, script) = slim(&module(), APP).unwrap();
        assert_eq!(script, "const i={aa:function(){},ba:1};return{a:i}");
        let wanted = b"\0asm\x01\0\0\0\x02\x10\x02\x01a\x02aa\0\x05\x01a\x02ba\0\xc8\x01\x0a\x01\0";
        assert_eq!(module, wanted);
    }

    #[test]
    fn what_does_not_fit_together_is_refused() {
        let twice = format!("{APP};__wbg_now_1");
        assert!(slim(&module(), &twice).unwrap_err().contains("more than once"));
        assert!(slim(&module(), "").unwrap_err().contains("nowhere"));
        assert!(slim(b"\0asm", APP).is_err());
        let cut = module();
        for end in HEAD.len() + 1..cut.len() {
            // A module may end between two sections.
            let ends = slim(&cut[..end], APP);
            assert!(ends.is_ok() == [cut.len() - 3, cut.len() - 10].contains(&end), "{end}");
        }
    }

    #[test]
    fn short_names_are_names_of_their_own() {
        let names: std::collections::HashSet<String> = (0..2000).map(short).collect();
        assert_eq!(names.len(), 2000);
    }
}
