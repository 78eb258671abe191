//! Lines in whole units: rounding, joining, and SVG path data in few letters.

use std::fmt::Write;

/// To the right and down.
pub(super) type Point = [i32; 2];

/// To whole units, without points on the way of a straight line.
pub(super) fn rounded(points: &[[f64; 2]]) -> Vec<Point> {
    plain(points.iter().map(|point| point.map(|part| part.round() as i32)))
}

/// Lines that follow each other as one; each begins where the one before ended.
pub(super) fn joined(lines: impl Iterator<Item = Vec<Point>>) -> Vec<Point> {
    plain(lines.flatten())
}

fn plain(points: impl Iterator<Item = Point>) -> Vec<Point> {
    let mut line: Vec<Point> = Vec::new();
    for point in points {
        if line.last() == Some(&point) {
            continue;
        }
        if let [.., a, b] = line[..] {
            let (to, on) = (step(a, b), step(b, point));
            let straight = to[0] * on[1] == to[1] * on[0];
            if straight && to[0] * on[0] + to[1] * on[1] > 0 {
                line.pop();
            }
        }
        line.push(point);
    }
    line
}

/// The area that a ring encloses.
pub(super) fn area(ring: &[Point]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    let twice: i32 = ring.iter().zip(next).map(|(a, b)| a[0] * b[1] - a[1] * b[0]).sum();
    f64::from(twice.abs()) / 2.0
}

/// Joins lines that meet at their ends, as far as each can be drawn without lifting the pen.
pub(super) fn chained(lines: Vec<Vec<Point>>) -> Vec<Vec<Point>> {
    let mut left: Vec<Vec<Point>> = lines.into_iter().filter(|line| line.len() > 1).collect();
    let mut chains = Vec::new();
    while !left.is_empty() {
        let mut chain = left.remove(0);
        // Once from its end, once from its beginning.
        for _ in 0..2 {
            while let Some(at) = left.iter().position(|line| meets(&chain, line)) {
                let mut line = left.remove(at);
                if line.first() != chain.last() {
                    line.reverse();
                }
                chain = joined([chain, line].into_iter());
            }
            chain.reverse();
        }
        chains.push(chain);
    }
    chains
}

fn meets(chain: &[Point], line: &[Point]) -> bool {
    let end = chain.last();
    line.first() == end || line.last() == end
}

/// A line from end to end.
pub(super) fn open(line: &[Point]) -> String {
    let [first, rest @ ..] = line else { return String::new() };
    let mut d = format!("M{} {}l", first[0], first[1]);
    let mut at = *first;
    for (place, &point) in rest.iter().enumerate() {
        for (axis, number) in step(at, point).into_iter().enumerate() {
            // A sign parts numbers as well as a space does.
            let gap = if number < 0 || place + axis == 0 { "" } else { " " };
            let _ = write!(d, "{gap}{number}");
        }
        at = point;
    }
    d
}

/// A ring, whose last point may be its first again.
pub(super) fn closed(ring: &[Point]) -> String {
    let ring = match ring {
        [first, rest @ .., last] if first == last => &ring[..=rest.len()],
        ring => ring,
    };
    open(ring) + "z"
}

fn step(from: Point, to: Point) -> Point {
    [to[0] - from[0], to[1] - from[1]]
}

#[cfg(test)]
mod tests {
    use super::{area, chained, closed, joined, open, rounded};

    #[test]
    fn rounding_drops_what_says_nothing() {
        let line = [[0.2, 0.0], [0.4, 0.3], [5.0, 5.0], [9.9, 10.1], [10.0, 0.0]];
        assert_eq!(rounded(&line), [[0, 0], [10, 10], [10, 0]]);
        // There and back is no straight line.
        assert_eq!(rounded(&[[0.0, 0.0], [5.0, 0.0], [2.0, 0.0]]).len(), 3);
    }

    #[test]
    fn lines_join_at_their_ends() {
        let lines = vec![
            vec![[0, 0], [1, 1]],
            vec![[9, 9], [8, 9]],
            vec![[2, 0], [1, 1]],
            vec![[0, 0], [0, 5]],
        ];
        let [first, second] = &chained(lines)[..] else { panic!("two chains") };
        assert_eq!(first[..], [[0, 5], [0, 0], [1, 1], [2, 0]]);
        assert_eq!(second[..], [[9, 9], [8, 9]]);
    }

    #[test]
    fn paths_are_short() {
        let ring = joined([vec![[10, 10], [20, 10], [20, 5]], vec![[20, 5], [10, 10]]].into_iter());
        assert!((area(&ring) - 25.0).abs() < 1e-9);
        assert_eq!(open(&ring), "M10 10l10 0 0-5-10 5");
        assert_eq!(closed(&ring), "M10 10l10 0 0-5z");
    }
}
