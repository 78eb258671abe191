//! `data/` as it stands on disk: typed rows, read and checked together.
//!
//! Used by `build.rs`, the native tool and the tests; never part of the browser's program, which
//! holds the packed [`Dataset`](../dataset/index.html) instead. Reading does not judge: a row that
//! parses but is wrong is reported by [`check()`].

mod check;
mod content;
mod fault;
mod grow;
mod model;
mod moves;
mod onet;
mod pack;
mod read;
mod rows;
mod tax;

pub use check::{MODEL, SCORES, TITLE, check, goal, is_day};
pub use content::*;
pub(crate) use fault::Faults;
pub use fault::{Fault, list};
pub use grow::{MOST, grow};
pub use model::{
    EducationModel, InputRow, KnownModel, LevelModel, LevelsModel, Model, PlaceModel, RoleModel,
    ScoreRow, SmoothingModel, YearsModel,
};
pub use moves::*;
pub use onet::*;
pub use pack::{CITED, pack, packed_pay, people_code};
pub use read::{PERCENTILES, read, read_with};
pub use rows::*;
pub use tax::*;
