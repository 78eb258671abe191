//! The picture that stands for a page where its link is shared, as SVG of 1200 by 630. Turns no
//! picture into pixels: `prerender` does.

use crate::words::page;

/// The picture with holes for its texts.
const PICTURE: &str = include_str!("../../static/card.svg");
/// Left edge of the texts, as the picture has it.
const LEFT: u32 = 80;
/// Baselines: the last line of the heading, and the first of the detail.
const HEADING_ENDS: u32 = 400;
const DETAIL_BEGINS: u32 = 480;
/// Sizes of the heading, the largest first, with the characters that fit into a line.
const HEADING_SIZES: [(u32, usize); 3] = [(88, 24), (72, 29), (56, 38)];
/// Most lines of the heading.
const HEADING_LINES: usize = 2;
/// Characters of the detail that fit into a line, and height of a line.
const DETAIL_FITS: usize = 56;
const DETAIL_LINE: u32 = 52;

/// A page's picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// Names its file: pages that share a picture share the name.
    pub name: String,
    /// In large letters.
    pub heading: String,
    /// Below it.
    pub detail: String,
}

impl Card {
    pub(super) fn new(name: &str, heading: &str, detail: &str) -> Self {
        let [name, heading, detail] = [name, heading, detail].map(str::to_owned);
        Self { name, heading, detail }
    }

    /// The picture as SVG.
    pub fn svg(&self) -> String {
        let sized = HEADING_SIZES.iter().map(|&(size, fits)| (size, lines(&self.heading, fits)));
        let mut sized = sized.skip_while(|(_, lines)| lines.len() > HEADING_LINES);
        let last = HEADING_SIZES[HEADING_SIZES.len() - 1];
        let (size, heading) =
            sized.next().unwrap_or_else(|| (last.0, lines(&self.heading, last.1)));
        let step = size * 6 / 5;
        let top = HEADING_ENDS - step * (heading.len() as u32).saturating_sub(1);
        PICTURE
            .replace("PAYPATH", page::NAME)
            .replace("HEADING_SIZE", &size.to_string())
            .replace("HEADING", &texts(&heading, top, step))
            .replace(
                "DETAIL",
                &texts(&lines(&self.detail, DETAIL_FITS), DETAIL_BEGINS, DETAIL_LINE),
            )
    }
}

fn texts(lines: &[String], top: u32, step: u32) -> String {
    let line = |(y, line): (u32, &String)| {
        let text = line.replace('&', "&amp;").replace('<', "&lt;");
        format!("<text x=\"{LEFT}\" y=\"{y}\">{text}</text>")
    };
    (top..).step_by(step as usize).zip(lines).map(line).collect()
}

/// A text in lines of at most `fits` characters, words kept whole.
fn lines(text: &str, fits: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= fits => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_headings_become_smaller_and_text_is_escaped() {
        let short = Card::new("a", "Skills", "R&D < all").svg();
        assert!(short.contains("font-size=\"88\"") && short.contains("R&amp;D &lt; all"));
        let long = Card::new("b", "Operations Research Analyst and everything near it", "").svg();
        assert!(long.contains("font-size=\"72\"") || long.contains("font-size=\"56\""));
        assert!(!long.contains("HEADING") && !long.contains("DETAIL"));
        assert_eq!(lines("a bc def", 4), ["a bc", "def"]);
    }
}
