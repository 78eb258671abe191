//! Line simplification by area: Visvalingam and Whyatt 1993, Line generalisation by repeated
//! elimination of points (doi:10.1179/000870493786962263).

/// Leaves out, one after the other, the point whose triangle with its neighbours is smallest, until
/// all that are left have at least `least`. The ends stay.
pub(super) fn simplify(mut points: Vec<[f64; 2]>, least: f64) -> Vec<[f64; 2]> {
    let triangle =
        |points: &[[f64; 2]], at: usize| area(points[at - 1], points[at], points[at + 1]);
    let mut areas: Vec<f64> =
        (1..points.len().max(2) - 1).map(|at| triangle(&points, at)).collect();
    loop {
        let smallest = areas.iter().enumerate().min_by(|one, other| one.1.total_cmp(other.1));
        let Some((place, _)) = smallest.filter(|(_, area)| **area < least) else { return points };
        points.remove(place + 1);
        areas.remove(place);
        for near in place.saturating_sub(1)..(place + 1).min(areas.len()) {
            areas[near] = triangle(&points, near + 1);
        }
    }
}

fn area(a: [f64; 2], b: [f64; 2], c: [f64; 2]) -> f64 {
    ((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])).abs() / 2.0
}

#[cfg(test)]
mod tests {
    use super::simplify;

    #[test]
    fn small_corners_go_and_large_ones_stay() {
        let line =
            vec![[0.0, 0.0], [5.0, 0.1], [10.0, 0.0], [10.0, 10.0], [10.2, 15.0], [10.0, 20.0]];
        let wanted = vec![[0.0, 0.0], [10.0, 0.0], [10.0, 20.0]];
        assert_eq!(simplify(line, 2.0), wanted);
    }

    #[test]
    fn ends_stay() {
        for points in [vec![], vec![[1.0, 1.0]], vec![[0.0, 0.0], [1.0, 1.0]]] {
            assert_eq!(simplify(points.clone(), 1e9), points);
        }
        let line = vec![[0.0, 0.0], [1.0, 5.0], [2.0, 0.0]];
        assert_eq!(simplify(line, 1e9), [[0.0, 0.0], [2.0, 0.0]]);
    }
}
