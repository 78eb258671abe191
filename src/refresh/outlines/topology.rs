//! `TopoJSON` as far as us-atlas uses it: quantised arcs, polygons that name them.

use std::fs;
use std::path::Path;

use serde::Deserialize;

use crate::tables::Fault;

#[derive(Deserialize)]
pub(super) struct Topology {
    transform: Transform,
    pub(super) objects: Objects,
    /// Steps from point to point, in quantised units; the first from 0, 0.
    pub(super) arcs: Vec<Vec<[i32; 2]>>,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
pub(super) struct Objects {
    pub(super) states: Collection,
    pub(super) nation: Collection,
}

#[derive(Deserialize)]
pub(super) struct Collection {
    pub(super) geometries: Vec<Geometry>,
}

/// Rings by the arcs they run along; a reversed arc as its complement.
#[derive(Deserialize)]
#[serde(tag = "type", content = "arcs")]
enum Arcs {
    Polygon(Vec<Vec<i32>>),
    MultiPolygon(Vec<Vec<Vec<i32>>>),
}

#[derive(Deserialize)]
pub(super) struct Geometry {
    #[serde(flatten)]
    arcs: Arcs,
}

impl Geometry {
    pub(super) fn rings(&self) -> impl Iterator<Item = &Vec<i32>> {
        match &self.arcs {
            Arcs::Polygon(rings) => vec![rings],
            Arcs::MultiPolygon(polygons) => polygons.iter().collect(),
        }
        .into_iter()
        .flatten()
    }
}

impl Collection {
    pub(super) fn rings(&self) -> impl Iterator<Item = &Vec<i32>> {
        self.geometries.iter().flat_map(Geometry::rings)
    }
}

impl Topology {
    pub(super) fn read(raw: &Path, file: &str) -> Result<Self, Vec<Fault>> {
        let bytes = fs::read(raw.join(file)).map_err(|error| {
            vec![Fault::file(file, format!("cannot be read ({error}); fetch the file again"))]
        })?;
        serde_json::from_slice(&bytes).map_err(|error| {
            let problem = format!("column {}: {error}; fetch the file again", error.column());
            vec![Fault::row(file, error.line(), problem)]
        })
    }

    /// The points of an arc, degrees east and north.
    pub(super) fn points(&self, arc: usize) -> Vec<[f64; 2]> {
        let (mut x, mut y) = (0.0, 0.0);
        let Transform { scale, translate } = &self.transform;
        let steps = self.arcs.get(arc).map_or(&[][..], Vec::as_slice);
        let points = steps.iter().map(|&[dx, dy]| {
            x += f64::from(dx);
            y += f64::from(dy);
            [x * scale[0] + translate[0], y * scale[1] + translate[1]]
        });
        points.collect()
    }
}
