//! Counts what became of end-to-end tests, from the lines that they note (`browser::outcome`). Runs
//! no test and knows nothing of those that fail: their step does.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// How many tests ran, and why others, or parts of them, did not.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tally {
    ran: usize,
    skipped: usize,
    /// Tests that miss each thing, whole or in part.
    reasons: BTreeMap<String, usize>,
}

impl Tally {
    /// Counts lines of an outcome, a test and what it needs, with tabs between. A test may open
    /// several browsers: it ran when nothing of it was skipped.
    pub fn read(noted: &str) -> Self {
        let (mut all, mut skipped) = (BTreeSet::new(), BTreeSet::new());
        let mut missing = BTreeSet::new();
        for line in noted.lines() {
            let mut parts = line.splitn(3, '\t');
            let [how, test, what] = std::array::from_fn(|_| parts.next().unwrap_or_default());
            all.insert(test);
            if how == "skipped" {
                skipped.insert(test);
            }
            if !what.is_empty() {
                missing.insert((what, test));
            }
        }
        let mut reasons = BTreeMap::new();
        for (what, _) in missing {
            *reasons.entry(what.to_owned()).or_default() += 1;
        }
        Self { ran: all.len() - skipped.len(), skipped: skipped.len(), reasons }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ran, {} skipped", self.ran, self.skipped)?;
        for (at, (what, count)) in self.reasons.iter().enumerate() {
            write!(f, "{} {count} for want of {what}", if at == 0 { ":" } else { "," })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn a_test_counts_once_and_a_skipped_one_did_not_run() {
        let text = "ran\ta\t\nran\ta\t\npartly\tb\tpaper\nran\tb\t\nskipped\tc\tpaper\n\
            ran\td\t\nskipped\td\tink\n";
        let told = Tally::read(text).to_string();
        assert_eq!(told, "2 ran, 2 skipped: 1 for want of ink, 2 for want of paper");
        assert_eq!(Tally::read("").to_string(), "0 ran, 0 skipped");
    }
}
