//! What crawlers read before pages: the site map (sitemaps.org, protocol 0.9) and `robots.txt`.

use super::Page;
use crate::tables::ReleaseRow;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io::{self, Cursor};

/// Path of the site map from the root of the site.
const PATH: &str = "/sitemap.xml";

/// Every page's address as a file, in the order of `pages`, changed on the day of the newest data
/// release: figures and words of all pages come with it. The page for unknown addresses is none.
/// `origin`, such as `https://example.org`, is what addresses begin with: the protocol knows only
/// whole ones.
///
/// # Errors
/// Never with a list that the memory holds.
pub fn sitemap(pages: &[Page], releases: &[ReleaseRow], origin: &str) -> io::Result<Vec<u8>> {
    let mut xml = Writer::new(Cursor::new(Vec::new()));
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    let schema = ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");
    xml.create_element("urlset").with_attribute(schema).write_inner_content(|xml| {
        for page in pages.iter().filter(|page| page.is_listed()) {
            xml.create_element("url").write_inner_content(|xml| {
                element(xml, "loc", &format!("{origin}{}", page.path))?;
                releases.first().map_or(Ok(()), |latest| element(xml, "lastmod", &latest.date))
            })?;
        }
        Ok(())
    })?;
    Ok(xml.into_inner().into_inner())
}

/// `robots.txt`: everything may be read, and, where the origin is known, where the site map is.
pub fn robots(origin: Option<&str>) -> String {
    let map = origin.map(|origin| format!("\nSitemap: {origin}{PATH}\n"));
    format!("User-agent: *\nAllow: /\n{}", map.unwrap_or_default())
}

fn element(xml: &mut Writer<Cursor<Vec<u8>>>, name: &str, content: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(content)).map(drop)
}
