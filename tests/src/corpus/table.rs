//! The corpus as a table: what became of the answers, kind by kind.

use super::base::Base;
use super::desk::Desk;
use super::judge::{Outcome, judge};
use super::kinds::{self, Kind};

/// A line of the table.
#[derive(Debug, Clone)]
pub struct Row {
    /// How the damage was done.
    pub group: String,
    /// What was done.
    pub name: String,
    /// What became of the answers.
    pub outcome: Outcome,
}

/// Does every kind of damage to the package itself.
pub fn direct(bases: &[Base]) -> Vec<Row> {
    let all: Vec<(&str, &Kind)> =
        kinds::all().iter().flat_map(|(group, kinds)| kinds.iter().map(|kind| (*group, kind))).collect();
    let half = |part: &[(&str, &Kind)]| -> Vec<Row> {
        part.iter().map(|(group, kind)| done(group, kind, bases)).collect()
    };
    let (first, second) = all.split_at(all.len() / 2);
    std::thread::scope(|scope| {
        let other = scope.spawn(|| half(second));
        let mut rows = half(first);
        rows.extend(other.join().expect("no kind panics"));
        rows
    })
}

fn done(group: &str, kind: &Kind, bases: &[Base]) -> Row {
    let mut outcome = Outcome::default();
    for base in bases {
        let mut desk = Desk::open(base);
        (kind.does)(&mut desk);
        outcome.add(judge(base, &desk.package.bytes(), &desk.expected));
    }
    Row { group: group.to_owned(), name: kind.name.to_owned(), outcome }
}

/// The table as text, with its sum and the share of answers that are right.
pub fn shown(rows: &[Row]) -> String {
    let mut text = format!(
        "{:18} {:58} {:>6} {:>8} {:>6} {:>7} {:>7} {:>6}\n",
        "group", "kind", "right", "repaired", "asked", "missing", "refused", "WRONG"
    );
    let mut sum = Outcome::default();
    for row in rows {
        text.push_str(&line(&row.group, &row.name, &row.outcome));
        sum.add(row.outcome.clone());
    }
    text.push_str(&line("", "all", &sum));
    text.push_str(&format!(
        "{} kinds; right or repaired: {:.1} % of the answers of workbooks that were taken, {:.1} % of all\n",
        rows.len(),
        share(&sum, 0),
        share(&sum, sum.refused)
    ));
    text
}

/// The share of answers that are right or were put right.
pub fn right(rows: &[Row]) -> f64 {
    let mut sum = Outcome::default();
    rows.iter().for_each(|row| sum.add(row.outcome.clone()));
    share(&sum, 0)
}

fn share(sum: &Outcome, refused: usize) -> f64 {
    let good = sum.right + sum.repaired;
    let all = good + sum.asked + sum.missing + sum.wrong.len() + refused;
    100.0 * good as f64 / all.max(1) as f64
}

fn line(group: &str, name: &str, it: &Outcome) -> String {
    format!(
        "{group:18} {name:58} {:>6} {:>8} {:>6} {:>7} {:>7} {:>6}\n",
        it.right,
        it.repaired,
        it.asked,
        it.missing,
        it.refused,
        it.wrong.len()
    )
}

/// Everything that was silently wrong, in words.
pub fn faults(rows: &[Row]) -> String {
    let mut text = String::new();
    for row in rows.iter().filter(|row| !row.outcome.wrong.is_empty()) {
        text.push_str(&format!("{}: {} ({})\n", row.group, row.name, row.outcome.wrong.len()));
        row.outcome.wrong.iter().take(4).for_each(|it| text.push_str(&format!("    {it}\n")));
    }
    text
}
