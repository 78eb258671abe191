//! Typing errors that are the same in every run.

/// Repeatable chance: Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(crate) fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) as usize % most
    }

    /// One typing error within a word of `least` letters or more: a letter left out, doubled,
    /// changed, or swapped with the next.
    pub(crate) fn misspell(&mut self, name: &str, least: usize) -> Option<String> {
        let mut words: Vec<String> = name.split(' ').map(str::to_owned).collect();
        let long: Vec<usize> = (0..words.len())
            .filter(|&at| {
                words[at].len() >= least && words[at].bytes().all(|b| b.is_ascii_alphabetic())
            })
            .collect();
        let word = *long.get(self.below(long.len().max(1)))?;
        let mut letters: Vec<u8> = words[word].bytes().collect();
        let at = 1 + self.below(letters.len() - 2);
        match self.below(4) {
            0 => drop(letters.remove(at)),
            1 => letters.insert(at, letters[at]),
            2 => letters[at] = b'a' + self.below(26) as u8,
            _ => letters.swap(at, at + 1),
        }
        words[word] = String::from_utf8(letters).unwrap();
        Some(words.join(" "))
    }
}
