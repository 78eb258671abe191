//! The outlines of the country for a map, from the Census Bureau's shapes as us-atlas packs them.
//!
//! Shapes share their borders as arcs. Each arc is projected, simplified and rounded once, so that
//! what is shared stays shared. Two paths come out: the land, to be filled, and the borders
//! between states, as lines. Islands that are too small to see, and the territories that the map
//! has no inset for, are left out.

mod path;
mod simplify;
mod topology;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::table::Table;
use crate::map::{self, Part};
use crate::tables::{Fault, Faults};
use path::Point;
use topology::{Geometry, Topology};

/// The file of us-atlas, not projected.
pub(super) const FILE: &str = "us-atlas/states-10m.json";

/// Points whose triangle with their neighbours is smaller are left out: square units of the box.
const LEAST_TRIANGLE: f64 = 0.5;
/// Islands that are smaller are left out, in the same unit.
const LEAST_ISLAND: f64 = 3.0;

/// `outlines.csv`: the land and the borders.
pub(super) fn read(raw: &Path) -> Result<Table, Vec<Fault>> {
    let topology = Topology::read(raw, FILE)?;
    let parts = parts(&topology)?;
    let mut lines: BTreeMap<usize, Vec<Point>> = BTreeMap::new();
    for (&arc, &part) in &parts {
        lines.insert(arc, drawn(&topology.points(arc), part));
    }

    let mut land = String::new();
    for ring in topology.objects.nation.rings() {
        if ring.iter().all(|arc| lines.contains_key(&forward(*arc))) {
            let ring = path::joined(ring.iter().map(|&arc| along(&lines, arc)));
            if path::area(&ring) >= LEAST_ISLAND {
                land.push_str(&path::closed(&ring));
            }
        }
    }
    let between = between(&topology.objects.states.geometries);
    let borders = between.iter().filter_map(|arc| lines.get(arc)).cloned().collect();
    let borders: String = path::chained(borders).iter().map(|line| path::open(line)).collect();

    let mut faults = Faults::default();
    let mut table = Table::new("outlines.csv", 1, &["part", "d"]);
    for (part, d) in [("borders", borders), ("land", land)] {
        if d.is_empty() {
            let problem = format!("gives no {part}; fetch us-atlas again");
            faults.add(Fault::file(FILE, problem));
        }
        table.insert(&[part], vec![d]);
    }
    faults.or(table)
}

/// The part of the map that each arc is drawn in; none for the arcs of rings outside of all parts.
fn parts(topology: &Topology) -> Result<BTreeMap<usize, Part>, Vec<Fault>> {
    let mut parts = BTreeMap::new();
    let mut faults = Faults::default();
    let objects = &topology.objects;
    for geometry in objects.states.geometries.iter().chain(&objects.nation.geometries) {
        for ring in geometry.rings() {
            let arcs: Vec<usize> = ring.iter().map(|&arc| forward(arc)).collect();
            if let Some(arc) = arcs.iter().find(|arc| topology.arcs.get(**arc).is_none()) {
                faults.add(Fault::file(FILE, format!("has no arc {arc} that a shape names")));
                continue;
            }
            let points = arcs.iter().flat_map(|&arc| topology.points(arc));
            let found: Option<Vec<Part>> = points.map(|[lng, lat]| Part::of(lat, lng)).collect();
            if let Some([first, rest @ ..]) = found.as_deref()
                && rest.iter().all(|part| part == first)
            {
                parts.extend(arcs.iter().map(|&arc| (arc, *first)));
            }
        }
    }
    faults.or(parts)
}

/// An arc in the box: projected, simplified, in whole units.
fn drawn(points: &[[f64; 2]], part: Part) -> Vec<Point> {
    let spots = points.iter().map(|&[lng, lat]| {
        let map::Spot { x, y } = map::project_in(part, lat, lng);
        [x, y]
    });
    let simple = simplify::simplify(spots.collect(), LEAST_TRIANGLE);
    path::rounded(&simple)
}

/// The arcs that two states share.
fn between(states: &[Geometry]) -> BTreeSet<usize> {
    let mut users: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (state, geometry) in states.iter().enumerate() {
        for arc in geometry.rings().flatten() {
            users.entry(forward(*arc)).or_default().insert(state);
        }
    }
    users.into_iter().filter(|(_, states)| states.len() > 1).map(|(arc, _)| arc).collect()
}

/// An arc's place in the list; a reversed one is named by the complement.
fn forward(arc: i32) -> usize {
    (if arc < 0 { !arc } else { arc }).unsigned_abs() as usize
}

/// An arc in the direction that a ring runs along it.
fn along(lines: &BTreeMap<usize, Vec<Point>>, arc: i32) -> Vec<Point> {
    let mut line = lines.get(&forward(arc)).cloned().unwrap_or_default();
    if arc < 0 {
        line.reverse();
    }
    line
}
