//! Taxes as bytes, and their names and references as text; the layout of both is described where
//! they are read, in `tax/decode.rs` and `tax/texts.rs`.

mod law;

use super::super::{
    Boundary, Dollars, LevyRow, LocalBase, Lowered, PerStatus, TableRow, TaxTables,
};

/// How many references of a source are embedded: the first, which says most.
const REFERENCES: usize = 1;

/// The packed figures.
pub(super) fn figures(tax: &TaxTables) -> Vec<u8> {
    let mut out = Writer { tax, bytes: Vec::new() };
    out.count(usize::from(tax.federal.year));
    tax.federal.checked.iter().for_each(|&wage| out.number(f64::from(wage)));
    out.source(&tax.federal.income_tax.source);
    out.rules(&tax.federal.income_tax.rules);
    let salt = &tax.federal.state_and_local_taxes;
    for number in [salt.at_most.into(), salt.less, salt.over.into(), salt.at_least.into()] {
        out.number(number);
    }
    out.list(&tax.federal.levies, Writer::levy);
    for row in &tax.pretax {
        out.byte(row.lowers.iter().map(|&tax| 1 << lowered(tax)).sum());
        out.list(&row.except, |out, except| out.state(&except.state));
        out.source(&row.source);
    }
    out.list(&tax.states, |out, row| {
        out.bytes.extend(row.code.bytes());
        out.source(row.source.as_deref().unwrap_or_default());
        let carried = row.rules.iter().filter_map(|rule| rule.carried_from).min();
        out.count(usize::from(carried.unwrap_or(0)));
        out.number(row.cliff);
        out.number(row.rebound);
        out.rules(&row.rules);
        out.list(&row.levies, Writer::levy);
    });
    out.list(&tax.localities, |out, row| {
        out.state(&row.state);
        out.source(&row.source);
        out.byte(match row.on {
            LocalBase::Wages => 0,
            LocalBase::StateTaxableIncome => 1,
            LocalBase::StateIncomeTax => 2,
        });
        out.byte(u8::from(row.whole));
        out.number(row.flat);
        let cliff = tax.states.iter().find(|state| state.code == row.state);
        out.number(row.cliff.or(cliff.map(|state| state.cliff)).unwrap_or(0.0));
        let none = PerStatus::All(Vec::new());
        out.rates(row.rates.as_ref().unwrap_or(&none));
    });
    out.list(&tax.metros, |out, row| {
        out.count(row.cbsa as usize);
        let at = tax.localities.iter().position(|known| known.name == row.locality);
        out.count(at.expect("checked: a known locality"));
        out.byte(u8::from(row.first_city == "yes"));
    });
    out.bytes
}

/// The packed names, references and sentences.
pub(super) fn texts(tax: &TaxTables) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut section = |rows: Vec<String>| {
        lines.extend(rows);
        lines.push(String::new());
    };
    section(tax.localities.iter().map(|row| format!("{}\t{}", row.name, row.tax)).collect());
    let levies = tax.states.iter().map(|row| &row.levies);
    let names = |levies: &Vec<LevyRow>| {
        levies.iter().map(|levy| levy.name.as_str()).collect::<Vec<_>>().join("\t")
    };
    // An empty line ends a section, so a state without a levy is a full stop.
    let stop = |names: String| if names.is_empty() { ".".to_owned() } else { names };
    section(levies.map(|levies| stop(names(levies))).collect());
    section(
        tax.references
            .iter()
            .map(|(id, rows)| {
                let rows = rows.iter().take(REFERENCES);
                let rows = rows.map(|row| format!("\t{}\t{}", row.title, row.url));
                format!("{id}{}", rows.collect::<String>())
            })
            .collect(),
    );
    section(
        tax.pretax
            .iter()
            .map(|row| {
                let limits = row.limits.iter().map(|limit| {
                    let on_top_of = limit.on_top_of.as_deref().unwrap_or_default();
                    format!("\t{}\t{}\t{on_top_of}", limit.who, limit.amount)
                });
                format!("{}{}", row.name, limits.collect::<String>())
            })
            .collect(),
    );
    section(
        tax.left_out
            .iter()
            .map(|row| {
                let when = row.when as usize;
                let (states, localities) = (row.states.join(","), row.localities.join(";"));
                format!("{}\t{when}\t{states}\t{localities}\t{}", row.id, row.text)
            })
            .collect(),
    );
    lines.join("\n")
}

const fn lowered(tax: Lowered) -> u8 {
    match tax {
        Lowered::FederalIncomeTax => 0,
        Lowered::SocialSecurity => 1,
        Lowered::Medicare => 2,
        Lowered::StateIncomeTax => 3,
    }
}

struct Writer<'a> {
    tax: &'a TaxTables,
    bytes: Vec<u8>,
}

impl Writer<'_> {
    fn byte(&mut self, byte: u8) {
        self.bytes.push(byte);
    }

    /// A whole number, seven bits a byte, the lowest first.
    fn count(&mut self, mut count: usize) {
        while count > 127 {
            self.byte(count as u8 & 127 | 128);
            count >>= 7;
        }
        self.byte(count as u8);
    }

    /// A decimal number as it is written: digits, and 4 bits for where they stand: 0 to 9 behind
    /// the point, 10 and more before it.
    fn number(&mut self, number: f64) {
        let text = number.to_string();
        let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
        let mut digits: usize = format!("{whole}{part}").parse().expect("checked: a plain number");
        let mut place = part.len();
        assert!(place < 10, "checked: at most nine digits behind the point");
        while (place == 0 || (10..15).contains(&place)) && digits > 0 && digits.is_multiple_of(10) {
            digits /= 10;
            place = place.max(9) + 1;
        }
        self.count(digits << 4 | place);
    }

    fn list<T>(&mut self, rows: &[T], mut write: impl FnMut(&mut Self, &T)) {
        self.count(rows.len());
        for row in rows {
            write(self, row);
        }
    }

    /// Number of a source, or that of no source.
    fn source(&mut self, id: &str) {
        let at = self.tax.references.keys().position(|known| known == id);
        self.count(at.unwrap_or(self.tax.references.len()));
    }

    fn state(&mut self, code: &str) {
        let at = self.tax.states.iter().position(|row| row.code == code);
        self.count(at.expect("checked: a known state"));
    }

    fn per_status<T>(&mut self, per: &PerStatus<T>, mut write: impl FnMut(&mut Self, &T)) {
        self.byte(u8::from(matches!(per, PerStatus::Each(_))));
        match per {
            PerStatus::All(one) => write(self, one),
            PerStatus::Each(_) => per.each().into_iter().for_each(|one| write(self, one)),
        }
    }

    fn numbers(&mut self, per: &PerStatus<f64>) {
        self.per_status(per, |out, &number| out.number(number));
    }

    fn all_numbers(&mut self, all: &[&PerStatus<f64>]) {
        for per in all {
            self.numbers(per);
        }
    }

    fn pairs(&mut self, rows: &[[f64; 2]]) {
        self.list(rows, |out, row| row.iter().for_each(|&number| out.number(number)));
    }

    fn rates(&mut self, rates: &PerStatus<Vec<[f64; 2]>>) {
        self.per_status(rates, |out, rows| out.pairs(rows));
    }

    fn table(&mut self, table: &TableRow) {
        self.byte(u8::from(table.boundary == Boundary::Above));
        self.rates(&table.rows);
    }

    fn dollars(&mut self, dollars: &Dollars) {
        match dollars {
            Dollars::Fixed(fixed) => self.numbers(fixed),
            Dollars::Named(_) => {
                let fixed = self.tax.federal.standard_deduction();
                self.numbers(&fixed.expect("checked: federal law has a standard deduction"));
            }
        }
    }

    fn levy(&mut self, row: &LevyRow) {
        self.source(&row.source);
        self.number(row.rate);
        self.numbers(row.over.as_ref().unwrap_or(&PerStatus::All(0.0)));
        self.number(row.up_to.unwrap_or(0.0));
        self.number(row.at_most.unwrap_or(0.0));
    }
}
