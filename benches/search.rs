//! What a keystroke in the site's search costs: every beginning of a thousand misspelt names, over the
//! whole index. Prints the median, the 95th percentile and the most, since a mean hides what people
//! feel: `cargo bench --bench search --features prerender`.

#![allow(missing_docs)]

#[path = "../tests/catalog/chance.rs"]
mod chance;

use chance::Chance;
use paypath::catalog::Catalog;
use paypath::{site, tables};
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

fn main() {
    let tables = tables::read(Path::new("data")).expect("data/ can be read");
    let text = site::index(&tables, &[]);
    let start = Instant::now();
    let catalog = Catalog::parse(&text);
    println!("{} entries, read in {:?}", catalog.entries().len(), start.elapsed());
    let mut chance = Chance(2026);
    let mut taken: Vec<Duration> = Vec::new();
    for _ in 0..1000 {
        let entry = &catalog.entries()[chance.below(catalog.entries().len())];
        let typed = chance.misspell(&entry.label, 5).unwrap_or_else(|| entry.label.clone());
        for (end, letter) in typed.char_indices() {
            let start = Instant::now();
            black_box(catalog.find(black_box(&typed[..end + letter.len_utf8()]), 8));
            taken.push(start.elapsed());
        }
    }
    taken.sort_unstable();
    let part = |hundredths: usize| taken[(taken.len() - 1) * hundredths / 100];
    println!(
        "{} keystrokes: median {:?}, 95 in 100 within {:?}, most {:?}",
        taken.len(),
        part(50),
        part(95),
        part(100)
    );
}
