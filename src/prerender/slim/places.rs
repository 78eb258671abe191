//! Takes the places of panics in libraries out of a program's data: 0.4 to 0.8 KB (brotli) of names
//! like `/rustc/…/slice/sort.rs` with lines and columns, which no visitor reads and which tell where the
//! program was built. Places in our own sources stay: they are what a report of a fault needs.
//!
//! A place is what the compiler writes for `core::panic::Location`: address and length of the file's
//! name, line and column, a 32-bit number each. Without a name it still is one.

use super::{Reader, write_bytes, write_number};

/// How a file's name ends; behind it the compiler writes a zero.
const END: &[u8] = b".rs";
/// How a library's name starts: the standard one's, and others' as `cargo xtask build` has it written.
/// Our own are told from the package's folder on.
const LIBRARIES: [&[u8]; 2] = [b"/", b"cargo/"];
/// The longest name, line and column that a place has.
const LONGEST: usize = 400;
const LAST_LINE: u32 = 100_000;
const LAST_COLUMN: u32 = 1_000;
/// The constant and the end of an expression, in code.
const CONSTANT: u8 = 0x41;
const ENDS: u8 = 0x0b;

/// A part of the memory that a program begins with.
struct Segment {
    address: u32,
    bytes: Vec<u8>,
}

/// The section of data without places in libraries.
pub(super) fn without(section: &[u8]) -> Result<Vec<u8>, String> {
    let mut segments = read(section)?;
    let mut names: Vec<(usize, usize, usize)> = Vec::new();
    let mut nothing = None;
    for at in 0..segments.len() {
        for word in (0..segments[at].bytes.len().saturating_sub(15)).step_by(4) {
            let bytes = &segments[at].bytes;
            let number = |nth: usize| number(&bytes[word + 4 * nth..]);
            let (line, column) = (number(2), number(3));
            if !(1..LAST_LINE).contains(&line) || !(1..LAST_COLUMN).contains(&column) {
                continue;
            }
            let Some(name) = name(&segments, number(0), number(1) as usize) else { continue };
            // The zero behind the first name is where all are empty.
            let empty = *nothing.get_or_insert(number(0) + number(1));
            let place = [empty, 0, 0, 0].map(u32::to_le_bytes);
            segments[at].bytes[word..word + 16].copy_from_slice(place.as_flattened());
            names.push(name);
        }
    }
    for (segment, start, end) in names {
        segments[segment].bytes[start..end].fill(0);
    }
    Ok(write(&segments))
}

fn number(bytes: &[u8]) -> u32 {
    bytes.first_chunk().map_or(0, |bytes| u32::from_le_bytes(*bytes))
}

/// The file's name of this address and length, if it is one of a library: number of its segment,
/// start and end there.
fn name(segments: &[Segment], address: u32, length: usize) -> Option<(usize, usize, usize)> {
    let at = segments.iter().rposition(|segment| segment.address <= address)?;
    let start = (address - segments[at].address) as usize;
    let end = start + Some(length).filter(|length| (END.len()..LONGEST).contains(length))?;
    let name = segments[at].bytes.get(start..end)?.strip_suffix(END)?;
    let library = LIBRARIES.iter().any(|start| name.starts_with(start));
    (library && name.iter().all(u8::is_ascii_graphic)).then_some((at, start, end))
}

fn read(section: &[u8]) -> Result<Vec<Segment>, String> {
    let mut rest = Reader(section);
    let count = rest.number()?;
    let segments = (0..count).map(|_| {
        if rest.number()? != 0 || rest.byte()? != CONSTANT {
            return Err("a segment of data at no fixed address".to_owned());
        }
        let address = rest.number()?;
        if rest.byte()? != ENDS {
            return Err("an address that is worked out".to_owned());
        }
        Ok(Segment { address, bytes: rest.bytes()?.to_vec() })
    });
    segments.collect()
}

fn write(segments: &[Segment]) -> Vec<u8> {
    let mut out = Vec::new();
    write_number(&mut out, u32::try_from(segments.len()).expect("as many as were read"));
    for Segment { address, bytes } in segments {
        out.extend([0, CONSTANT]);
        write_signed(&mut out, *address);
        out.push(ENDS);
        write_bytes(&mut out, bytes);
    }
    out
}

/// A constant's number: its sixth bit would be a sign (LEB128, signed).
fn write_signed(out: &mut Vec<u8>, mut number: u32) {
    while number > 0x3f {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8 & 0x7f);
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIBRARY: &[u8] = b"/rustc/0123/library/core/src/str/mod.rs";
    const OTHER: &[u8] = b"cargo/registry/src/example/yew-0.1/src/a.rs";
    const OURS: &[u8] = b"src/finder.rs";
    const AT: u32 = 1_048_576;

    fn place(address: u32, name: &[u8], line: u32, column: u32) -> Vec<u8> {
        let numbers = [address, name.len() as u32, line, column];
        numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
    }

    fn section(bytes: Vec<u8>) -> Vec<u8> {
        write(&[Segment { address: AT, bytes }])
    }

    const NAMES: [&[u8]; 6] = [LIBRARY, b"\0", OURS, b"\0", OTHER, b"\0//"];

    fn data() -> Vec<u8> {
        let mut bytes = NAMES.concat();
        assert_eq!(bytes.len() % 4, 0);
        let ours = AT + LIBRARY.len() as u32 + 1;
        let other = ours + OURS.len() as u32 + 1;
        for (library, name) in [(AT, LIBRARY), (other, OTHER)] {
            bytes.extend(place(library, name, 77, 9));
            bytes.extend(place(ours, OURS, 77, 9));
        }
        // A text that begins like a place and is none.
        bytes.extend(place(AT, LIBRARY, 0, 9));
        bytes
    }

    #[test]
    fn places_in_libraries_are_empty_and_all_else_stays() {
        let after = read(&without(&section(data())).unwrap()).unwrap().remove(0);
        assert_eq!(after.address, AT);
        let (before, after) = (data(), after.bytes);
        let (first, nothing) = (NAMES.concat().len(), AT + LIBRARY.len() as u32);
        let empty = place(nothing, b"", 0, 0);
        assert!(after[..LIBRARY.len()].iter().all(|byte| *byte == 0));
        let other = LIBRARY.len() + OURS.len() + 2;
        assert_eq!(after[LIBRARY.len()..other], before[LIBRARY.len()..other]);
        assert!(after[other..first - 3].iter().all(|byte| *byte == 0));
        for (nth, wanted) in [Some(&empty), None, Some(&empty), None, None].iter().enumerate() {
            let at = first + 16 * nth..first + 16 * (nth + 1);
            let wanted = wanted.map_or(&before[at.clone()], |place| &place[..]);
            assert_eq!(&after[at], wanted, "{nth}");
        }
    }

    #[test]
    fn addresses_keep_their_number_and_what_is_not_understood_is_refused() {
        for address in [0, 63, 64, 127, 128, AT, 1_050_000, u32::from(u16::MAX) << 7] {
            let section = write(&[Segment { address, bytes: vec![7; 3] }]);
            let segment = read(&section).unwrap().remove(0);
            assert_eq!((segment.address, segment.bytes), (address, vec![7; 3]));
        }
        assert!(read(&[1, 1, 0]).is_err(), "a passive segment");
        assert!(read(&[1, 0, 0x23, 0, ENDS, 0]).is_err(), "an address held elsewhere");
        let cut = section(data());
        assert!((1..cut.len()).all(|end| without(&cut[..end]).is_err()));
    }
}
