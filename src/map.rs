//! Where a place lies on the map of the United States: degrees to a box of 975 by 610.
//!
//! Each part of the country has an Albers equal-area conic projection of its own, so that areas
//! within a part compare; Alaska, Hawaii and Puerto Rico stand as insets, at scales of their own,
//! below the 48 states. Formulas for the sphere: Snyder 1987, Map Projections: A Working Manual,
//! USGS Professional Paper 1395, page 100, equations 14-1 to 14-6 (doi:10.3133/pp1395).
//! Draws nothing and knows no places.

/// Width of the box.
pub const WIDTH: f64 = 975.0;
/// Height of the box.
pub const HEIGHT: f64 = 610.0;

/// A point in the box: `x` to the right, `y` down, from 0 to [`WIDTH`] and [`HEIGHT`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

/// A part of the country that is drawn on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The 48 states and the District of Columbia.
    Mainland,
    /// Alaska, at three tenths of the mainland's scale, lower left.
    Alaska,
    /// Hawaii, at 12 thirteenths of it, right of Alaska.
    Hawaii,
    /// Puerto Rico, at one and a half times it, lower right.
    PuertoRico,
}

impl Part {
    /// Every part.
    pub const ALL: [Self; 4] = [Self::Mainland, Self::Alaska, Self::Hawaii, Self::PuertoRico];

    /// The part that a place belongs to, by degrees north and east: by bounds, not by borders, so
    /// that Toronto is on the mainland. `None` outside of all bounds.
    pub fn of(lat: f64, lng: f64) -> Option<Self> {
        Self::ALL.into_iter().find(|part| {
            let [lats, lngs] = part.bounds();
            let east = wrapped(lng);
            (lats[0]..=lats[1]).contains(&lat) && (lngs[0]..=lngs[1]).contains(&east)
        })
    }

    /// Upper left and lower right corner of what the part is drawn in; insets keep apart.
    pub fn frame(self) -> [Spot; 2] {
        let [left, top, right, bottom] = match self {
            Self::Mainland => [0.0, 0.0, WIDTH, HEIGHT],
            Self::Alaska => [4.0, 476.0, 241.0, 609.0],
            Self::Hawaii => [246.0, 525.0, 365.0, 606.0],
            Self::PuertoRico => [849.0, 573.0, 950.0, 606.0],
        };
        [Spot { x: left, y: top }, Spot { x: right, y: bottom }]
    }

    /// Least and most degrees north, and east after [`wrapped`]. Guam, Samoa, the Virgin Islands
    /// and the far islands of Hawaii are in none.
    fn bounds(self) -> [[f64; 2]; 2] {
        match self {
            Self::Mainland => [[24.3, 49.5], [-125.0, -66.8]],
            Self::Alaska => [[51.0, 72.0], [-188.0, -129.9]],
            Self::Hawaii => [[18.5, 22.5], [-161.0, -154.0]],
            Self::PuertoRico => [[17.8, 18.6], [-68.0, -65.2]],
        }
    }

    fn placed(self) -> Placed {
        let (parallels, origin, scale, x, y) = match self {
            Self::Mainland => ([29.5, 45.5], [37.5, -96.0], 1300.0, 498.0, 331.0),
            Self::Alaska => ([55.0, 65.0], [60.0, -154.0], 390.0, 143.0, 560.0),
            Self::Hawaii => ([8.0, 18.0], [20.5, -157.5], 1200.0, 306.0, 566.0),
            Self::PuertoRico => ([8.0, 18.0], [18.2, -66.4], 1950.0, 905.0, 590.0),
        };
        Placed { albers: Albers { parallels, origin }, scale, at: Spot { x, y } }
    }
}

/// Where a place lies on the map, given degrees north and east; `None` as for [`Part::of`].
pub fn project(lat: f64, lng: f64) -> Option<Spot> {
    Some(project_in(Part::of(lat, lng)?, lat, lng))
}

/// Where a point lies when it is drawn with a part, within its bounds or not: for outlines.
pub fn project_in(part: Part, lat: f64, lng: f64) -> Spot {
    let Placed { albers, scale, at } = part.placed();
    let [x, y] = albers.project(lat, lng);
    Spot { x: at.x + scale * x, y: at.y - scale * y }
}

/// Degrees east from −190 up to 170, so that the far end of the Aleutians is west of the rest.
fn wrapped(lng: f64) -> f64 {
    if lng >= 170.0 { lng - 360.0 } else { lng }
}

/// A projection, what a radius of the Earth is in the box, and where its origin lies there.
struct Placed {
    albers: Albers,
    scale: f64,
    at: Spot,
}

/// Albers equal-area conic on a sphere of radius 1.
struct Albers {
    /// The two parallels without distortion, degrees north.
    parallels: [f64; 2],
    /// Degrees north and east of the point that becomes 0, 0.
    origin: [f64; 2],
}

impl Albers {
    /// Right and up from the origin.
    fn project(&self, lat: f64, lng: f64) -> [f64; 2] {
        let [first, second] = self.parallels.map(|degrees| degrees.to_radians().sin());
        let n = f64::midpoint(first, second);
        let c = (1.0 - first * first) + 2.0 * n * first;
        let rho = |lat: f64| (c - 2.0 * n * lat.to_radians().sin()).sqrt() / n;
        let theta = n * (wrapped(lng) - self.origin[1]).to_radians();
        [rho(lat) * theta.sin(), rho(self.origin[0]) - rho(lat) * theta.cos()]
    }
}

#[cfg(test)]
mod tests {
    use super::{Albers, HEIGHT, Part, Spot, WIDTH, project, project_in};

    #[test]
    fn the_example_of_the_manual() {
        // Snyder 1987, page 291: sphere of radius 1.
        let albers = Albers { parallels: [29.5, 45.5], origin: [23.0, -96.0] };
        let [x, y] = albers.project(35.0, -75.0);
        assert!((x - 0.295_272_0).abs() < 1e-6 && (y - 0.241_677_4).abs() < 1e-6, "{x} {y}");
    }

    #[test]
    fn origins_lie_where_they_are_put() {
        assert_eq!(project(37.5, -96.0), Some(Spot { x: 498.0, y: 331.0 }));
        assert_eq!(project(60.0, -154.0), Some(Spot { x: 143.0, y: 560.0 }));
    }

    #[test]
    fn cities_keep_their_order_within_the_box() {
        let from_the_west = [
            ("San Francisco", 37.77, -122.42),
            ("Denver", 39.74, -104.98),
            ("Chicago", 41.88, -87.63),
            ("Washington", 38.91, -77.04),
            ("New York", 40.71, -74.01),
            ("Boston", 42.36, -71.06),
        ];
        let spots = from_the_west.map(|(_, lat, lng)| project(lat, lng).unwrap());
        assert!(spots.windows(2).all(|pair| pair[0].x < pair[1].x), "{spots:?}");
        let from_the_north = [(47.61, -122.33), (37.77, -122.42), (32.72, -117.16)];
        let spots = from_the_north.map(|(lat, lng)| project(lat, lng).unwrap());
        assert!(spots.windows(2).all(|pair| pair[0].y < pair[1].y), "{spots:?}");
    }

    #[test]
    fn everything_inside_a_part_lands_in_its_frame() {
        // Corners of the land of each part, from the Census outlines.
        let places = [
            (Part::Mainland, vec![(49.0, -123.0), (48.4, -124.7), (44.8, -66.95), (24.55, -81.8)]),
            (Part::Alaska, vec![(61.22, -149.9), (52.9, 172.9), (71.39, -156.5), (55.0, -130.0)]),
            (Part::Hawaii, vec![(21.31, -157.86), (18.92, -155.68), (21.9, -160.2)]),
            (Part::PuertoRico, vec![(18.47, -66.11), (18.1, -67.9), (18.3, -65.25)]),
        ];
        for (part, points) in places {
            let [from, to] = part.frame();
            assert!(from.x >= 0.0 && from.y >= 0.0 && to.x <= WIDTH && to.y <= HEIGHT);
            for (lat, lng) in points {
                assert_eq!(Part::of(lat, lng), Some(part), "{lat} {lng}");
                let spot = project(lat, lng).unwrap();
                let inside = (from.x..=to.x).contains(&spot.x) && (from.y..=to.y).contains(&spot.y);
                assert!(inside, "{lat} {lng}: {spot:?}");
            }
        }
    }

    #[test]
    fn areas_of_a_part_compare() {
        // A cell of a hundredth of a degree, over the area that it has on the sphere.
        let share = |lat: f64, lng: f64| {
            let part = Part::of(lat, lng).unwrap();
            let corner = |north: f64, east: f64| project_in(part, lat + north, lng + east);
            let (o, e, n) = (corner(0.0, 0.0), corner(0.0, 0.01), corner(0.01, 0.0));
            let area = (e.x - o.x) * (n.y - o.y) - (e.y - o.y) * (n.x - o.x);
            area.abs() / (lat + 0.005).to_radians().cos()
        };
        for (one, other) in [
            ((25.0, -81.0), (48.0, -122.0)),
            ((56.0, -131.0), (70.0, -160.0)),
            ((19.0, -155.5), (22.0, -159.5)),
        ] {
            let ratio = share(one.0, one.1) / share(other.0, other.1);
            assert!((ratio - 1.0).abs() < 1e-3, "{ratio}");
        }
    }

    #[test]
    fn elsewhere_is_nowhere() {
        for (lat, lng) in [
            (51.5, 0.0),
            (13.4, 144.8),
            (-14.3, -170.7),
            (17.7, -64.8),
            (19.4, -99.1),
            (f64::NAN, -96.0),
        ] {
            assert_eq!(project(lat, lng), None, "{lat} {lng}");
        }
    }
}
