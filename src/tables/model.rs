//! `data/model.json`: the fitted coefficients, written by `cargo paypath fit` and by nothing else.
//!
//! "Score" means normal score: 0 is the middle of everyone counted in an occupation and a metro,
//! 1 is the rank that 84 of 100 of them stand below. Pay is base pay a year, often as its logarithm.

use serde::{Deserialize, Serialize};

/// All coefficients, with what they were made from.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Model {
    /// `provisional` or `fitted`.
    pub status: String,
    /// The command that wrote the file.
    pub command: String,
    /// The latest day on which an input was fetched.
    pub date: String,
    /// What was read.
    pub inputs: Vec<InputRow>,
    /// How the published figures of a metro are smoothed and its gaps filled.
    pub smoothing: SmoothingModel,
    /// How a metro's figures make a person's pay.
    pub place: PlaceModel,
    /// How years of work move a person.
    pub years: YearsModel,
    /// How far the levels lie apart.
    pub levels: LevelsModel,
    /// How education moves a person.
    pub education: Vec<EducationModel>,
    /// How well a middle is known.
    pub known: KnownModel,
    /// Scores of the first and the last row of every role's country table.
    pub country_ends: [f64; 2],
    /// Coefficients of each role.
    pub roles: Vec<RoleModel>,
}

/// A file that the fit read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InputRow {
    /// Its name under the raw folder.
    pub file: String,
    /// SHA-256 of its bytes in hexadecimal.
    pub sha256: String,
    /// The source it belongs to.
    pub source: String,
}

/// Pay of all occupations in one metro: for each percentile a normal distribution of log pay
/// around `mean`, of which the published figures are noisy readings.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct SmoothingModel {
    /// Variance of a published median of an occupation with one person, in log pay; it falls with
    /// the cube root of the people.
    pub noise: f64,
    /// The same for p10, p25, p50, p75 and p90, as a multiple.
    pub noise_of: [f64; 5],
    /// Least and most slope of log pay between percentiles, per unit of score.
    pub slope: [f64; 2],
    /// Mean over metros of each percentile, by occupation in the order of `occupations.csv`, dollars.
    pub mean: Vec<[u32; 5]>,
    /// Covariance over metros for each percentile, rows of the lower triangle one after the other,
    /// in hundred-thousandths of squared log pay.
    pub covariance: [Vec<i16>; 5],
}

/// From a metro's figures to a person's pay.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct PlaceModel {
    /// Part kept of a metro's distance from the places where the role's jobs are.
    pub damp: f64,
    /// Spread of people with the same answers within a metro, as a part of the spread of postings.
    pub spread: f64,
    /// Least and most slope of log pay beyond p10 and p90, per unit of score.
    pub tail: [f64; 2],
    /// Part of the error of two occupations in the same metro that is one and the same.
    pub shared: f64,
}

/// The curve of experience: straight, then bending to a ceiling.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct YearsModel {
    /// Score gained by each of the first years.
    pub slope: f64,
    /// Years for which it is straight.
    pub straight: f64,
    /// Years in which the gain then falls to 1/e.
    pub bend: f64,
    /// Years after which nothing more is gained.
    pub most: f64,
    /// Years at which senior level stands.
    pub senior: f64,
}

/// The levels EN, MI, SE and EX over all roles.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct LevelsModel {
    /// Score of each level in a role that stands where its occupations stand.
    pub scores: [f64; 4],
    /// Years of work at which each level stands.
    pub years: [f64; 4],
    /// How much higher, in scores, posted pay stands than surveyed wages.
    pub posted: f64,
}

/// What an education moves, with years or level alike.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct EducationModel {
    /// `none`, `bachelors`, `masters`, `doctorate`.
    pub education: String,
    /// Respondents who have it.
    pub rows: u32,
    /// Score gained against a bachelor's degree.
    pub score: f64,
    /// Its standard error.
    pub error: f64,
}

/// Parts of the standard error of a middle.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct KnownModel {
    /// Log pay per unit of score.
    pub slope: f64,
    /// Error of the scale of scores itself.
    pub anchor: f64,
    /// Standard deviation of a role's score within its family.
    pub family: f64,
    /// How many postings count as one.
    pub repeats: f64,
    /// Spread of postings around their level, in scores, as a round number.
    pub spread: f64,
    /// Drift of posted pay since the postings, in log pay; for the country.
    pub drift: f64,
    /// Error of a score given by years: at twice or none of the senior years, and at most.
    pub years: [f64; 2],
}

/// Coefficients of one role.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct RoleModel {
    /// Role id.
    pub role: String,
    /// Full-time US postings that it was fitted on.
    pub rows: u32,
    /// Part of the score that is the role's own, the rest being its family's: 0 to 1.
    pub own: f64,
    /// Where the role stands among its occupations.
    pub score: f64,
    /// Mean log pay at p10 to p90 over the places where its jobs are.
    pub reference: [f64; 5],
    /// The metros with most of its jobs: CBSA code and part.
    pub places: Vec<(u32, f64)>,
    /// EN, MI, SE, EX.
    pub levels: [LevelModel; 4],
    /// Posted pay in the whole country at p2.5, p10, p25, p50, p75, p90 and p97.5, in dollars: rows
    /// at the first end, the four levels, the last end, and half-way between each two of them.
    pub country: Vec<[u32; 7]>,
}

/// Where a level of a role stands.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct LevelModel {
    /// Postings of this level.
    pub rows: u32,
    /// Part that is this level's own, the rest being the role's and the level's in general.
    pub own: f64,
    /// Score of the middle person.
    pub score: f64,
    /// Standard deviation of posted pay around it, in scores.
    pub spread: f64,
}

/// One cross-validated score of the fit, from `data/scores.json`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ScoreRow {
    /// Stable id: `postings.ratio`.
    pub id: String,
    /// What it says, in words.
    pub what: String,
    /// The score.
    pub value: f64,
    /// Its unit: `ratio`, `share`, `dollars`, `log pay`, `years`, `score`.
    pub unit: String,
    /// How many rows, cells or respondents it is over.
    pub n: u32,
    /// Its standard error, where that says something.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<f64>,
    /// Least and most that is acceptable, where that is settled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<[f64; 2]>,
}
