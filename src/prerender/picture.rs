//! Pictures as SVG to PNG. Their letters are Ubuntu's (Ubuntu Font Licence 1.0), which the crate
//! `epaint_default_fonts` brings: no font of the machine that builds is used, so that two machines
//! make the same picture.

use resvg::{tiny_skia, usvg};
use std::sync::Arc;
use usvg::fontdb;

/// Turns pictures into pixels.
pub(super) struct Painter {
    options: usvg::Options<'static>,
}

impl Painter {
    pub(super) fn new() -> Self {
        let mut fonts = fontdb::Database::new();
        fonts.load_font_data(epaint_default_fonts::UBUNTU_LIGHT.to_vec());
        Self { options: usvg::Options { fontdb: Arc::new(fonts), ..usvg::Options::default() } }
    }

    fn read(&self, svg: &str) -> Result<usvg::Tree, String> {
        usvg::Tree::from_str(svg, &self.options).map_err(|e| format!("a picture is wrong: {e}"))
    }

    /// The picture as PNG.
    pub(super) fn png(&self, svg: &str) -> Result<Vec<u8>, String> {
        let tree = self.read(svg)?;
        let size = tree.size().to_int_size();
        let pixels = tiny_skia::Pixmap::new(size.width(), size.height());
        let mut pixels = pixels.ok_or("a picture has no size")?;
        resvg::render(&tree, tiny_skia::Transform::identity(), &mut pixels.as_mut());
        pixels.encode_png().map_err(|e| format!("a picture cannot be packed: {e}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::{self, Card};
    use std::collections::BTreeMap;

    fn texts(group: &usvg::Group, all: &mut Vec<(String, tiny_skia::Rect)>) {
        for node in group.children() {
            match node {
                usvg::Node::Group(group) => texts(group, all),
                usvg::Node::Text(text) => {
                    let said = text.chunks().iter().map(usvg::TextChunk::text).collect();
                    all.push((said, text.abs_bounding_box()));
                }
                _ => {}
            }
        }
    }

    #[test]
    fn every_text_of_every_card_is_within_its_picture_and_none_is_lost() {
        let tables = crate::tables::read(std::path::Path::new("data")).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let pages = runtime.block_on(site::pages(Box::leak(Box::new(tables)), None));
        let mut cards: BTreeMap<String, Card> = BTreeMap::new();
        for page in pages {
            let known = cards.entry(page.card.name.clone()).or_insert_with(|| page.card.clone());
            assert_eq!(known, &page.card, "{}: one name, one picture", page.path);
        }
        assert!((25..50).contains(&cards.len()), "{} pictures", cards.len());
        let painter = Painter::new();
        for (name, card) in cards {
            let mut found = Vec::new();
            texts(painter.read(&card.svg()).unwrap().root(), &mut found);
            let said: Vec<&str> = found.iter().skip(1).map(|(said, _)| said.as_str()).collect();
            assert_eq!(said.join(" "), format!("{} {}", card.heading, card.detail), "{name}");
            for (said, space) in &found {
                assert!(space.right() <= 1140.0 && space.bottom() <= 600.0, "{name}: {said}");
                assert!(space.top() >= 60.0 && space.width() > 10.0, "{name}: {said}");
            }
            for pair in found.windows(2) {
                assert!(pair[1].1.bottom() > pair[0].1.bottom(), "{name}: lines stand below lines");
            }
        }
    }

    #[test]
    fn a_picture_has_the_size_that_sites_ask_for_and_is_the_same_each_time() {
        let card =
            Card { name: "a".into(), heading: "Skills".into(), detail: "All of them".into() };
        let [first, second] = [(); 2].map(|()| Painter::new().png(&card.svg()).unwrap());
        assert_eq!(first, second);
        assert_eq!(first[..8], *b"\x89PNG\r\n\x1a\n");
        assert_eq!(first[16..24], [0, 0, 4, 176, 0, 0, 2, 118], "1200 by 630");
        assert!(Painter::new().png("<svg").is_err());
    }
}
