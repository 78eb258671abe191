//! The small statistics that every part of the fit uses.

/// FNV-1a hash of 64 bits (Fowler, Noll and Vo; draft-eastlake-fnv): deals rows to folds by
/// what they say, so that the same rows always fall into the same fold.
pub(super) fn fnv(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// How many parts the data are dealt into.
pub(super) const FOLDS: u64 = 5;

/// The fold of a row.
pub(super) fn fold(key: &str) -> u8 {
    (fnv(key) % FOLDS) as u8
}

/// Sample quantile of sorted values, linear between order statistics: type 7 of Hyndman and Fan
/// (1996), "Sample Quantiles in Statistical Packages".
pub(super) fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = share * (sorted.len() - 1) as f64;
    let below = place.floor() as usize;
    let above = (below + 1).min(sorted.len() - 1);
    sorted[below] + (place - below as f64) * (sorted[above] - sorted[below])
}

/// p10, p25, p50, p75 and p90 of sorted values.
pub(super) fn five(sorted: &[f64]) -> [f64; 5] {
    SHARES.map(|share| quantile(sorted, share))
}

/// Shares below p10 to p90.
pub(super) const SHARES: [f64; 5] = [0.1, 0.25, 0.5, 0.75, 0.9];

/// Mean pinball loss of five quantiles for one value (Koenker and Bassett, 1978).
pub(super) fn pinball(value: f64, quantiles: &[f64; 5]) -> f64 {
    let loss = |(quantile, share): (&f64, f64)| {
        let over = value - quantile;
        (share * over).max((share - 1.0) * over)
    };
    quantiles.iter().zip(SHARES).map(loss).sum::<f64>() / 5.0
}

/// The non-decreasing values nearest to these in weighted squares: pool adjacent violators
/// (Barlow, Bartholomew, Bremner and Brunk, 1972).
pub(super) fn ascending(values: [f64; 4], weights: [f64; 4]) -> [f64; 4] {
    let mut blocks: Vec<(f64, f64, usize)> = Vec::with_capacity(4);
    for (value, weight) in values.into_iter().zip(weights) {
        let mut block = (value, weight, 1);
        while let Some(&(before, heavy, count)) = blocks.last()
            && before > block.0
        {
            blocks.pop();
            let weight = heavy + block.1;
            block = ((before * heavy + block.0 * block.1) / weight, weight, count + block.2);
        }
        blocks.push(block);
    }
    let mut flat = blocks.iter().flat_map(|&(value, _, count)| std::iter::repeat_n(value, count));
    std::array::from_fn(|_| flat.next().unwrap_or(f64::NAN))
}

/// Straight through points whose first numbers ascend, level beyond them.
pub(super) fn between(at: f64, points: impl IntoIterator<Item = (f64, f64)>) -> f64 {
    let mut points = points.into_iter();
    let Some(mut low) = points.next() else { return f64::NAN };
    for high in points {
        if at <= high.0 {
            let part = ((at - low.0) / (high.0 - low.0)).clamp(0.0, 1.0);
            return low.1 + part * (high.1 - low.1);
        }
        low = high;
    }
    low.1
}

/// The middle of values, which are sorted in place.
pub(super) fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    quantile(values, 0.5)
}

/// The outcomes of all items in their order, worked out by two threads.
pub(super) fn by_two<T: Sync, R: Send>(items: &[T], one: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let (first, second) = items.split_at(items.len().div_ceil(2));
    std::thread::scope(|scope| {
        let second = scope.spawn(|| second.iter().map(&one).collect::<Vec<R>>());
        let mut all: Vec<R> = first.iter().map(&one).collect();
        all.extend(second.join().expect("no work of a fit panics"));
        all
    })
}

/// A number to so many decimals, as it is written.
pub(super) fn rounded(number: f64, decimals: i32) -> f64 {
    let unit = 10_f64.powi(decimals);
    // Adding 0 turns a negative zero into a plain one.
    (number * unit).round() / unit + 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn near<const N: usize>(found: [f64; N], wanted: [f64; N]) {
        let close = found.iter().zip(wanted).all(|(found, wanted)| (found - wanted).abs() < 1e-12);
        assert!(close, "{found:?} {wanted:?}");
    }

    /// Test vectors of the authors of the hash (draft-eastlake-fnv-21, section 8).
    #[test]
    fn hashes_as_published() {
        assert_eq!(fnv(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv("a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv("foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn quantiles_lie_between_order_statistics() {
        near(five(&[1.0, 2.0, 3.0, 4.0, 5.0]), [1.4, 2.0, 3.0, 4.0, 4.6]);
        assert!((quantile(&[10.0, 20.0], 0.25) - 12.5).abs() < 1e-12);
    }

    #[test]
    fn pools_what_falls() {
        near(ascending([1.0, 3.0, 2.0, 4.0], [1.0, 1.0, 3.0, 1.0]), [1.0, 2.25, 2.25, 4.0]);
        near(ascending([4.0, 3.0, 2.0, 1.0], [1.0; 4]), [2.5; 4]);
    }

    #[test]
    fn losses_are_tilted() {
        let loss = pinball(0.0, &[-1.0, -1.0, 0.0, 1.0, 1.0]);
        assert!((loss - (0.1 + 0.25 + 0.0 + 0.25 + 0.1) / 5.0).abs() < 1e-12);
    }
}
