//! How far members who rated alone agree, per question and per member, with what small numbers cannot say.
//!
//! Pure. Refuses to know: the settings, and whether anybody was right.

use std::collections::BTreeMap;

use super::judged::day;
use super::table::{Cell, Column, ColumnKind, Table};
use crate::panel::agreement::{Agreement, FEW, agreement};

/// What members rated alone: one thing, by each of them as a place on its scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RatedAlone {
    /// Number and text of the question.
    pub question: (String, String),
    /// How many levels its scale has.
    pub levels: usize,
    /// Members by name, with the place of the level each gave.
    pub by: Vec<(String, usize)>,
}

/// Pairs of levels, and how many levels there are.
type Pairs = (Vec<(usize, usize)>, usize);

/// Per question: every two members who rated it at one session are a pair, counted both ways as neither is first.
pub fn by_question(all: &[RatedAlone], caption: &str, as_at: chrono::NaiveDate) -> Table {
    let mut pairs: BTreeMap<(&str, &str), Pairs> = BTreeMap::new();
    let mut order: Vec<(&str, &str)> = Vec::new();
    for one in all {
        let key = (one.question.0.as_str(), one.question.1.as_str());
        if !order.contains(&key) {
            order.push(key);
        }
        let of = pairs.entry(key).or_insert((Vec::new(), one.levels));
        for (at, (_, first)) in one.by.iter().enumerate() {
            for (_, second) in &one.by[at + 1..] {
                of.0.extend([(*first, *second), (*second, *first)]);
            }
        }
    }
    let row = |key: &(&str, &str)| {
        let (pairs, levels) = &pairs[key];
        let found = agreement(pairs, *levels).map(halved)?;
        let mut cells = vec![Cell::text(key.0), Cell::text(key.1)];
        cells.extend(figures(found));
        Some(cells)
    };
    let rows = order.iter().filter_map(row).collect();
    let names = vec![Column::new("No.", ColumnKind::Short), Column::new("Question", ColumnKind::Text)];
    table("Agreement per question", names, rows, caption, as_at)
}

/// Per member: what the member rated beside what each other one rated at the same session.
pub fn by_member(all: &[RatedAlone], caption: &str, as_at: chrono::NaiveDate) -> Table {
    let mut pairs: BTreeMap<&str, Pairs> = BTreeMap::new();
    for one in all {
        for (name, own) in &one.by {
            let of = pairs.entry(name).or_insert((Vec::new(), 0));
            of.1 = of.1.max(one.levels);
            of.0.extend(one.by.iter().filter(|(other, _)| other != name).map(|(_, other)| (*own, *other)));
        }
    }
    let row = |(name, (pairs, levels)): (&&str, &Pairs)| {
        let mut cells = vec![Cell::text(*name)];
        cells.extend(figures(agreement(pairs, *levels)?));
        Some(cells)
    };
    let rows = pairs.iter().filter_map(row).collect();
    table("Agreement per member", vec![Column::new("Member", ColumnKind::Text)], rows, caption, as_at)
}

/// Pairs counted both ways are half as many.
fn halved(found: Agreement) -> Agreement {
    Agreement { pairs: found.pairs / 2, same: found.same / 2, ..found }
}

fn figures(found: Agreement) -> [Cell; 5] {
    let shown = |value: Option<f64>| match value {
        Some(value) if found.pairs >= FEW => Cell::text(format!("{value:.2}").replace('-', "\u{2212}")),
        Some(_) => Cell::text("too few"),
        None => Cell::text("\u{2013}"),
    };
    [
        Cell::count(found.pairs),
        Cell::share(found.same, found.pairs),
        shown(found.kappa),
        shown(found.weighted),
        shown(found.ac1),
    ]
}

/// What is often said of a value, by whom, and what that is worth.
const CONVENTION: &str = "Words for kappa that are often used: below 0 poor, up to 0.20 slight, 0.21 to 0.40 fair, 0.41 \
    to 0.60 moderate, 0.61 to 0.80 substantial, above 0.80 almost perfect (J. R. Landis and G. G. Koch, Biometrics 33, \
    1977, pages 159 to 174). These bands are a convention and no test. Others draw them elsewhere: J. L. Fleiss (1981) \
    calls a kappa below 0.40 poor and one above 0.75 excellent.";
/// Where the last coefficient comes from, and why the same words are said of it with more care.
const AC1: &str = "AC1 is K. L. Gwet\u{2019}s (British Journal of Mathematical and Statistical Psychology 61, 2008, \
    pages 29 to 48). The same bands are used of it, although it is another measure: compare AC1 with AC1, and read \
    either beside the number of pairs.";

fn table(
    title: &str,
    mut columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
    caption: &str,
    as_at: chrono::NaiveDate,
) -> Table {
    columns.extend([
        Column::new("Pairs", ColumnKind::Count),
        Column::new("Exactly the same", ColumnKind::Share),
        Column::new("Kappa", ColumnKind::Short),
        Column::new("Weighted kappa", ColumnKind::Short),
        Column::new("AC1", ColumnKind::Short),
    ]);
    Table {
        title: title.to_owned(),
        caption: caption.to_owned(),
        as_at: day(as_at),
        columns,
        rows,
        notes: vec![
            format!("Below {FEW} pairs no coefficient is shown: look at the ratings themselves."),
            "Kappa is agreement beyond chance; weighted kappa counts one step apart for less than two. Where nearly \
             everybody gives one rating, kappa falls although people agree: AC1 does not."
                .to_owned(),
            CONVENTION.to_owned(),
            AC1.to_owned(),
            "Agreement is not being right: members may agree and be wrong, and one who differs may have seen more."
                .to_owned(),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rated(by: &[(&str, usize)]) -> RatedAlone {
        RatedAlone {
            question: ("A1".into(), "There is a policy.".into()),
            levels: 4,
            by: by.iter().map(|(name, place)| ((*name).to_owned(), *place)).collect(),
        }
    }

    #[test]
    fn pairs_are_counted_once_and_small_numbers_show_no_coefficient() {
        let all = [rated(&[("Alex", 0), ("Sam", 0), ("Robin", 1)]), rated(&[("Alex", 2), ("Sam", 2)])];
        let on = "2027-03-01".parse().expect("a date");
        let table = by_question(&all, "", on);
        let said: Vec<&str> = table.rows[0].iter().map(|cell| cell.text.as_str()).collect();
        assert_eq!(said[2..], ["4", "50.0% (n = 4)", "too few", "too few", "too few"]);
        let table = by_member(&all, "", on);
        let of =
            |at: usize| (table.rows[at][0].text.clone(), table.rows[at][1].count, table.rows[at][2].count);
        assert_eq!(of(0), ("Alex".into(), Some(3), Some(2)));
        assert_eq!(of(1), ("Robin".into(), Some(2), Some(0)));
        let many: Vec<RatedAlone> = (0..12).map(|at| rated(&[("Alex", at % 4), ("Sam", at % 4)])).collect();
        assert_eq!(by_question(&many, "", on).rows[0][4].text, "1.00");
        assert!(by_question(&[rated(&[("Alex", 1)])], "", on).rows.is_empty(), "one alone is no pair");
    }
}
