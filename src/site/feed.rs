//! The Atom feed of data releases (RFC 4287).

use crate::tables::ReleaseRow;
use crate::words::{self, method as text, page};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io::{self, Cursor};

/// Path of the feed from the root of the site.
const PATH: &str = "/feed.xml";
/// Names the feed for ever, whatever its address (RFC 4151).
const ID: &str = "tag:paypath,2026:data";
/// Where the releases are shown.
const PAGE: &str = "/method/#releases";

/// The feed as a file. `origin`, such as `https://example.org`, makes its links absolute.
///
/// # Errors
/// Never with a list that the memory holds.
pub fn feed(releases: &[ReleaseRow], origin: Option<&str>) -> io::Result<Vec<u8>> {
    let origin = origin.unwrap_or_default();
    let mut xml = Writer::new(Cursor::new(Vec::new()));
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    let moment = |date: &str| format!("{date}T00:00:00Z");
    let latest = releases.first().map_or_else(String::new, |release| moment(&release.date));
    let feed = xml.create_element("feed").with_attribute(("xmlns", "http://www.w3.org/2005/Atom"));
    feed.write_inner_content(|xml| {
        element(xml, "title", text::FEED_TITLE)?;
        element(xml, "id", ID)?;
        element(xml, "updated", &latest)?;
        link(xml, "self", &format!("{origin}{PATH}"))?;
        xml.create_element("author").write_inner_content(|xml| element(xml, "name", page::NAME))?;
        for release in releases {
            xml.create_element("entry").write_inner_content(|xml| {
                let title = format!("{}: {}", words::date(&release.date), release.title);
                element(xml, "title", &title)?;
                element(xml, "id", &format!("{ID}/{}", release.date))?;
                element(xml, "updated", &moment(&release.date))?;
                link(xml, "alternate", &format!("{origin}{PAGE}"))?;
                element(xml, "summary", &release.changes.join(" "))
            })?;
        }
        Ok(())
    })?;
    Ok(xml.into_inner().into_inner())
}

type Xml = Writer<Cursor<Vec<u8>>>;

fn element(xml: &mut Xml, name: &str, content: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(content)).map(drop)
}

fn link(xml: &mut Xml, rel: &str, href: &str) -> io::Result<()> {
    let link = xml.create_element("link").with_attribute(("rel", rel));
    link.with_attribute(("href", href)).write_empty().map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_release_is_an_entry_and_text_is_escaped() {
        let release = |date: &str, title: &str| ReleaseRow {
            date: date.into(),
            title: title.into(),
            changes: vec!["Pay < before & after.".into()],
        };
        let releases = [release("2026-12-01", "R&D"), release("2026-11-21", "First")];
        let xml = feed(&releases, Some("https://example.org")).unwrap();
        let xml = String::from_utf8(xml).unwrap();
        assert!(xml.starts_with("<?xml version=\"1.0\" encoding=\"utf-8\"?><feed xmlns="));
        assert_eq!(xml.matches("<entry>").count(), 2);
        assert!(xml.contains("<updated>2026-12-01T00:00:00Z</updated><link rel=\"self\" href=\"https://example.org/feed.xml\"/>"));
        assert!(xml.contains("1 December 2026: R&amp;D"));
        assert!(xml.contains("Pay &lt; before &amp; after."));
    }
}
