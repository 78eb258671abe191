//! Geometry of charts: values to positions and ticks. No colours, no words, no html.
//!
//! Horizontal positions are tenths of a percent of the chart's width, so one drawing fits every
//! screen and no fraction is ever printed unrounded.

use crate::money::Money;

/// A horizontal position: tenths of a percent of the width, 0 to 1000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Across(pub u16);

impl std::fmt::Display for Across {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}.{}%", self.0 / 10, self.0 % 10)
    }
}

/// A linear axis of pay with round ticks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    low: i32,
    high: i32,
    /// Round amounts within the ends.
    pub ticks: Vec<Money>,
}

/// Ends are multiples of this many dollars.
const END: i32 = 10_000;
/// Dollars between ticks to choose from.
const STEPS: [i32; 7] = [10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000];

impl Axis {
    /// The tightest axis that holds both amounts, with at most `most` ticks.
    pub fn around(one: Money, other: Money, most: i32) -> Self {
        let low = one.min(other).whole().div_euclid(END) * END;
        let high = (one.max(other).whole().div_euclid(END) + 1) * END;
        let ticks = |step: i32| -> Vec<Money> {
            let first = (low + step - 1).div_euclid(step);
            (first..=high.div_euclid(step)).map(|at| Money::dollars(at * step)).collect()
        };
        let fits = |step: &i32| high / step - low / step < most;
        let step = STEPS.into_iter().find(fits).unwrap_or(STEPS[STEPS.len() - 1]);
        Self { low, high, ticks: ticks(step) }
    }

    /// Where an amount lies; amounts outside lie on the nearer end.
    pub fn place(&self, amount: Money) -> Across {
        let inside = i64::from(amount.whole().clamp(self.low, self.high) - self.low);
        let width = i64::from(self.high - self.low).max(1);
        Across(((inside * 2000 + width) / (2 * width)) as u16)
    }
}

/// A line through points whose coordinates are tenths of a percent of a box, as SVG path data.
pub fn line(points: &[(Across, Across)]) -> String {
    let mut path = String::new();
    for (at, (x, y)) in points.iter().enumerate() {
        path.push(if at == 0 { 'M' } else { 'L' });
        path += &[x.0.to_string(), (1000 - y.0.min(1000)).to_string()].join(" ");
    }
    path
}

/// The area between an upper and a lower line, both from left to right, as SVG path data.
pub fn area(upper: &[(Across, Across)], lower: &[(Across, Across)]) -> String {
    let around: Vec<_> = upper.iter().chain(lower.iter().rev()).copied().collect();
    line(&around) + "Z"
}

/// Which band of people a dot belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Band {
    /// Between p25 and p75.
    Likely,
    /// Between p10 and p90, outside the likely band.
    Wide,
    /// Beyond p10 or p90.
    Tail,
}

/// One dot of a dot plot: an equal share of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dot {
    /// Middle of its column.
    pub x: Across,
    /// Row above the axis, 0 lowest.
    pub row: u8,
    /// Its band.
    pub band: Band,
}

/// A quantile dot plot: every dot stands for the same number of people, stacked where their pay
/// lies. Lay readers judge chances from it better than from a curve (Kay and others 2016,
/// doi:10.1145/2858036.2858558).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DotPlot {
    /// Lowest pay first.
    pub dots: Vec<Dot>,
    /// Height of the tallest column, in dots.
    pub rows: u8,
}

/// Stacks the pay of equal shares of people (ascending, band beside it) into `columns` columns.
pub fn dot_plot(axis: &Axis, people: &[(Money, Band)], columns: u16) -> DotPlot {
    let columns = columns.max(1);
    let mut heights = vec![0u8; usize::from(columns)];
    let dots: Vec<Dot> = people
        .iter()
        .map(|&(pay, band)| {
            let at = (u32::from(axis.place(pay).0) * u32::from(columns) / 1001) as u16;
            let row = heights[usize::from(at)];
            heights[usize::from(at)] = row.saturating_add(1);
            let middle = (u32::from(at) * 1000 + 500) / u32::from(columns);
            Dot { x: Across(middle as u16), row, band }
        })
        .collect();
    DotPlot { dots, rows: heights.into_iter().max().unwrap_or(0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axis_is_tight_around_the_values_with_round_ticks() {
        let axis = Axis::around(Money::dollars(243_900), Money::dollars(101_300), 5);
        let ticks: Vec<i32> = axis.ticks.iter().map(|tick| tick.whole()).collect();
        assert_eq!(ticks, [100_000, 150_000, 200_000, 250_000]);
        assert_eq!(axis.place(Money::dollars(175_000)).to_string(), "50.0%");
        assert_eq!(axis.place(Money::dollars(0)), Across(0));
        assert_eq!(axis.place(Money::dollars(i32::MAX)), Across(1000));
    }

    #[test]
    fn axis_of_one_value_still_has_a_width() {
        let axis = Axis::around(Money::dollars(100_000), Money::dollars(100_000), 6);
        assert_eq!(axis.ticks.len(), 2);
        assert_eq!(axis.place(Money::dollars(105_000)), Across(500));
    }

    #[test]
    fn lines_rise_upwards_and_areas_close() {
        let at = |x, y| (Across(x), Across(y));
        let (upper, lower) = ([at(0, 500), at(1000, 900)], [at(0, 100), at(1000, 200)]);
        assert_eq!(line(&upper), "M0 500L1000 100");
        assert_eq!(area(&upper, &lower), "M0 500L1000 100L1000 800L0 900Z");
    }

    #[test]
    fn dots_stack_where_they_meet() {
        let axis = Axis::around(Money::dollars(0), Money::dollars(99_000), 10);
        let people = [1_000, 1_500, 52_000].map(|pay| (Money::dollars(pay), Band::Likely));
        let plot = dot_plot(&axis, &people, 10);
        assert_eq!(plot.rows, 2);
        assert_eq!(
            plot.dots.iter().map(|dot| (dot.x.0, dot.row)).collect::<Vec<_>>(),
            [(50, 0), (50, 1), (550, 0)]
        );
    }
}
