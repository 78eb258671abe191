//! The normal distribution: shares of people to normal scores and back.

/// Share of people below a normal score: Abramowitz and Stegun, Handbook of Mathematical Functions
/// (1964), formula 26.2.17, absolute error below 7.5e-8 before rounding to `f32`.
pub fn share_below(score: f32) -> f32 {
    const B: [f32; 5] = [0.319_381_53, -0.356_563_78, 1.781_477_9, -1.821_255_9, 1.330_274_4];
    let x = score.abs();
    let t = 1.0 / (1.0 + 0.231_641_9 * x);
    let series = B.iter().rev().fold(0.0, |sum, b| (sum + b) * t);
    let density = (-0.5 * x * x).exp() * 0.398_942_3;
    let above = density * series;
    if score < 0.0 { above } else { 1.0 - above }
}

/// Normal score below which this share of people lies: the inverse of [`share_below`] by bisection.
/// Shares are held within 0.0001 and 0.9999.
pub fn score_of(share: f32) -> f32 {
    let share = share.max(1e-4).min(1.0 - 1e-4);
    let (mut low, mut high) = (-4.0_f32, 4.0_f32);
    for _ in 0..26 {
        let middle = f32::midpoint(low, high);
        if share_below(middle) < share { low = middle } else { high = middle }
    }
    f32::midpoint(low, high)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Table values: NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.1.
    #[test]
    fn agrees_with_the_published_table() {
        for (score, share) in [(0.0, 0.5), (1.0, 0.841_34), (1.28, 0.899_73), (-1.96, 0.025)] {
            assert!((share_below(score) - share).abs() < 5e-6, "{score}: {}", share_below(score));
            assert!((score_of(share) - score).abs() < 2e-3, "{share}: {}", score_of(share));
        }
    }
}
