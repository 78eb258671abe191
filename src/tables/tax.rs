//! Take-home pay on disk: the tables under `data/tax/`. The rules of income taxes are in `law`.

mod law;

pub use law::*;

use serde::Deserialize;
use std::collections::BTreeMap;

/// Everything under `data/tax/`.
#[derive(Clone, Debug)]
pub struct TaxTables {
    /// `federal.json`
    pub federal: FederalRow,
    /// `states.json`, by code.
    pub states: Vec<StateTaxRow>,
    /// `localities.json`, by state and name.
    pub localities: Vec<LocalityRow>,
    /// `pretax.json`
    pub pretax: Vec<PretaxRow>,
    /// `left_out.json`, in the order told.
    pub left_out: Vec<LeftOutRow>,
    /// `references.json`: official texts by id.
    pub references: BTreeMap<String, Vec<ReferenceRow>>,
    /// `metro_localities.csv`, by CBSA code and name.
    pub metros: Vec<MetroLocalityRow>,
}

/// An official text that a figure comes from.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReferenceRow {
    /// Its title.
    pub title: String,
    /// Where it is published.
    pub url: String,
}

/// Federal law and what holds for all tables.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FederalRow {
    /// Tax year of all tables.
    pub year: u16,
    /// Unit of all amounts.
    pub unit: String,
    /// Least and most wage for which the figures were compared with a second calculation.
    pub checked: [u32; 2],
    /// Federal income tax.
    pub income_tax: IncomeTaxRow,
    /// How much of state and local taxes those who itemize may deduct.
    pub state_and_local_taxes: SaltRow,
    /// Social Security, Medicare, Additional Medicare.
    pub levies: Vec<LevyRow>,
}

/// The limit on deducting state and local taxes, in dollars. It is the same for each status that
/// is asked for here.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SaltRow {
    /// The most that may be deducted.
    pub at_most: u32,
    /// Part of the income above [`Self::over`] by which that falls.
    pub less: f64,
    /// Income above which it falls.
    pub over: u32,
    /// It does not fall below this.
    pub at_least: u32,
    /// Day from which it is in force.
    pub effective: String,
    /// Id in `references.json`.
    pub source: String,
}

impl FederalRow {
    /// The standard deduction, by status.
    pub fn standard_deduction(&self) -> Option<PerStatus<f64>> {
        self.income_tax.rules.iter().find_map(|rule| match &rule.law {
            LawRow::Deduct(AmountRow { amount: Some(Dollars::Fixed(fixed)), .. }) => {
                Some(fixed.clone())
            }
            _ => None,
        })
    }
}

/// An income tax.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IncomeTaxRow {
    /// Id in `references.json`.
    pub source: String,
    /// Day on which somebody compared it with a second publication; none if nobody did.
    pub confirmed: Option<String>,
    /// Its rules, in the order worked out.
    pub rules: Vec<RuleRow>,
}

/// A state's taxes on wages.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StateTaxRow {
    /// Postal code.
    pub code: String,
    /// Id in `references.json` of the income tax; none where there is no such tax.
    #[serde(default)]
    pub source: Option<String>,
    /// Rules of the income tax, in the order worked out; none where there is no such tax.
    pub rules: Vec<RuleRow>,
    /// Payroll taxes that the employee pays.
    pub levies: Vec<LevyRow>,
    /// Dollars that take-home pay falls by at most when the wage rises by one dollar, up to a wage
    /// of 1.3 million and with up to three dependents; rounded up.
    pub cliff: f64,
    /// Dollars that taxes fall by at most when the wage rises; rounded up.
    #[serde(default)]
    pub rebound: f64,
    /// Day on which somebody compared it with a second publication; none if nobody did.
    pub confirmed: Option<String>,
}

/// A tax on wages at one rate.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevyRow {
    /// Its name.
    pub name: String,
    /// The rate.
    pub rate: f64,
    /// Wages above this are taxed.
    #[serde(default)]
    pub over: Option<PerStatus<f64>>,
    /// Wages up to this are taxed.
    #[serde(default)]
    pub up_to: Option<f64>,
    /// The most tax in a year.
    #[serde(default)]
    pub at_most: Option<f64>,
    /// Day from which it is in force, or `undated`.
    pub effective: String,
    /// Id in `references.json`.
    pub source: String,
}

/// A local tax on wages.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LocalityRow {
    /// City or county.
    pub name: String,
    /// Postal code of its state.
    pub state: String,
    /// Name of the tax.
    pub tax: String,
    /// What it is levied on.
    pub on: LocalBase,
    /// The bands; none where the tax is a flat amount.
    #[serde(default)]
    pub rates: Option<PerStatus<Vec<[f64; 2]>>>,
    /// The rate of the band reached holds for the whole, not for what lies in the band.
    #[serde(default)]
    pub whole: bool,
    /// A flat amount a year.
    #[serde(default)]
    pub flat: f64,
    /// Dollars that take-home pay falls by at most when the wage rises by one dollar; that of the
    /// state where none stands here.
    #[serde(default)]
    pub cliff: Option<f64>,
    /// Day from which it is in force, or `undated`.
    pub effective: String,
    /// Id in `references.json`.
    pub source: String,
}

/// What a local tax is levied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LocalBase {
    /// Wages.
    Wages,
    /// What the state taxes.
    StateTaxableIncome,
    /// The state's income tax.
    StateIncomeTax,
}

/// A contribution taken from wages before tax.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PretaxRow {
    /// `retirement`, `health`, `hsa`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The taxes that it lowers.
    pub lowers: Vec<Lowered>,
    /// States whose income tax it does not lower.
    pub except: Vec<ExceptRow>,
    /// The most that may be given in a year.
    pub limits: Vec<LimitRow>,
    /// Day from which it is in force.
    pub effective: String,
    /// Id in `references.json`.
    pub source: String,
}

/// A tax that a contribution can lower.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lowered {
    /// Federal income tax.
    FederalIncomeTax,
    /// Social Security.
    SocialSecurity,
    /// Medicare.
    Medicare,
    /// State income tax.
    StateIncomeTax,
}

/// A state whose income tax a contribution does not lower.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExceptRow {
    /// Postal code.
    pub state: String,
    /// Id in `references.json`.
    pub source: String,
    /// Day on which somebody read it in a second publication; none if nobody did.
    pub confirmed: Option<String>,
}

/// The most that may be given in a year.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LimitRow {
    /// For whom.
    pub who: String,
    /// Dollars.
    pub amount: u32,
    /// The limit that it comes on top of; none if it stands alone.
    #[serde(default)]
    pub on_top_of: Option<String>,
    /// Day on which somebody read it in a second publication; none if nobody did.
    pub confirmed: Option<String>,
}

/// Something that the law has and the figures leave out.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeftOutRow {
    /// Stable id.
    pub id: String,
    /// The states concerned; all if none stand here.
    #[serde(default)]
    pub states: Vec<String>,
    /// The localities concerned; all if none stand here.
    #[serde(default)]
    pub localities: Vec<String>,
    /// When it concerns somebody.
    pub when: When,
    /// What is left out, in sentences.
    pub text: String,
}

/// When something left out concerns somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// Always.
    Always,
    /// When no locality is chosen.
    NoLocality,
    /// When some amounts are those of an earlier year.
    Carried,
    /// When what may be deducted of state and local tax is more than the standard deduction.
    TaxOverDeduction,
    /// Below the wages that were compared.
    BelowChecked,
    /// Above them.
    AboveChecked,
    /// With contributions before tax.
    Contributions,
    /// With more given to a 401(k) than those under 50 may.
    CatchUp,
}

/// A locality that lies in a metro.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MetroLocalityRow {
    /// CBSA code.
    pub cbsa: u32,
    /// Name in `localities.json`.
    pub locality: String,
    /// Whether the city that the metro's title names first lies in it: `yes` or empty.
    pub first_city: String,
    /// Day on which somebody read it in a list of the 2023 areas; empty if nobody did.
    pub confirmed: String,
}
