//! The heatmap as it was chosen: rows and columns put together, narrowed, in the order of the screen, and added up.
//!
//! Pure. Refuses to know: colours, and how it is drawn or saved.

use std::collections::{BTreeMap, HashMap};

use super::choice::{HeatChoice, HeatColumns, HeatOnly, HeatRows};
use super::{Heat, HeatRow};
use crate::analysis::group::NOT_SAID;
use crate::analysis::table::{Cell, Table};
use crate::error::{Error, Result};

/// Met and better, of all judgements.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// Met and better.
    pub met: u32,
    /// All judgements.
    pub base: u32,
    /// It is not shown to others.
    pub hidden: bool,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its name.
    pub name: String,
    /// Phase, status, locality and trust of a setting; empty for a group.
    pub who: Vec<String>,
    /// A letter a column; empty where its shares stand.
    pub marks: String,
    /// A share a column; empty where its letters stand.
    pub shares: Vec<Share>,
    /// All of it.
    pub total: Share,
}

/// A heatmap as it was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// The columns: the number, and the whole wording.
    pub heads: Vec<(String, String)>,
    /// The rows.
    pub lines: Vec<Line>,
    /// A share a column, of all rows.
    pub totals: Vec<Share>,
    /// All of it.
    pub total: Share,
    /// How many rows there would be if none had been looked for.
    pub all: usize,
}

/// The heatmap that was chosen, from all ratings.
pub fn chosen(heat: &Heat, choice: &HeatChoice) -> Result<Chosen> {
    let places: Vec<usize> = (0..heat.columns.len())
        .filter(|at| choice.standard.is_empty() || heat.columns[*at].standard == choice.standard)
        .collect();
    let groups = groups(heat, choice, &places);
    let rows = heat.rows.iter().filter(|row| fits(row, &choice.only));
    let lines: Vec<(String, Line)> = match choice.rows_by {
        HeatRows::Setting => {
            rows.map(|row| (row.submission.to_string(), one(row, choice, &groups))).collect()
        }
        by => {
            let mut named: BTreeMap<String, Vec<&HeatRow>> = BTreeMap::new();
            rows.for_each(|row| named.entry(said(of(row, by))).or_default().push(row));
            named.iter().map(|(name, rows)| several(name, rows, &groups)).collect()
        }
    };
    let heads = match choice.columns_by {
        HeatColumns::Question => {
            let head = |at: &usize| (heat.columns[*at].number.clone(), heat.columns[*at].text.clone());
            places.iter().map(head).collect()
        }
        HeatColumns::Standard => {
            let head = |group: &Vec<usize>| numbered(&heat.columns[group[0]].standard);
            groups.iter().map(head).collect()
        }
    };
    let all = lines.len();
    let lines = in_order(lines, choice.lines.as_deref())?;
    let totals: Vec<Share> =
        (0..groups.len()).map(|at| sum(lines.iter().map(|line| line.share(at)))).collect();
    Ok(Chosen { heads, total: sum(totals.iter().copied()), totals, lines, all })
}

/// The heatmap that others may see: a line a group, from a table in which small numbers are hidden.
pub fn of_table(table: &Table, choice: &HeatChoice) -> Result<Chosen> {
    let named = table.columns.iter().position(|column| column.kind.is_number()).unwrap_or(0);
    let last = table.columns.len().saturating_sub(1);
    let share = |row: &Vec<Cell>, column: usize| {
        let figure = row.get(column).and_then(|cell| cell.count.zip(cell.base));
        figure.map_or(Share { hidden: true, ..Share::default() }, |(met, base)| Share {
            met,
            base,
            hidden: false,
        })
    };
    let line = |column: usize| {
        let name = table.columns[column].label.clone();
        let shares: Vec<Share> = table.rows.iter().map(|row| share(row, column)).collect();
        let total = sum(shares.iter().copied());
        (name.clone(), Line { name, who: Vec::new(), marks: String::new(), shares, total })
    };
    let lines: Vec<(String, Line)> = (named..last).map(line).collect();
    let totals: Vec<Share> = table.rows.iter().map(|row| share(row, last)).collect();
    let head = |row: &Vec<Cell>| {
        let words: Vec<&str> = row.iter().take(named).map(|cell| cell.text.as_str()).collect();
        numbered(&words.join(" "))
    };
    Ok(Chosen {
        heads: table.rows.iter().map(head).collect(),
        total: sum(totals.iter().copied()),
        totals,
        all: lines.len(),
        lines: in_order(lines, choice.lines.as_deref())?,
    })
}

impl Line {
    /// The share of a column: of one rating, or of several.
    pub fn share(&self, at: usize) -> Share {
        match self.marks.as_bytes().get(at) {
            Some(letter) if self.shares.is_empty() => share_of(*letter),
            _ => self.shares.get(at).copied().unwrap_or_default(),
        }
    }
}

/// The number in front of a wording, and the wording.
fn numbered(words: &str) -> (String, String) {
    let (number, rest) = words.split_once(' ').unwrap_or((words, ""));
    (number.to_owned(), rest.to_owned())
}

/// The places of the letters that make up each column.
fn groups(heat: &Heat, choice: &HeatChoice, places: &[usize]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for at in places {
        let same = |group: &&mut Vec<usize>| {
            choice.columns_by == HeatColumns::Standard
                && heat.columns[group[0]].standard == heat.columns[*at].standard
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.push(*at),
            None => groups.push(vec![*at]),
        }
    }
    groups
}

fn fits(row: &HeatRow, only: &HeatOnly) -> bool {
    let pairs = [
        (&only.phase, &row.phase),
        (&only.status, &row.status),
        (&only.locality, &row.locality),
        (&only.trust, &row.trust),
    ];
    pairs.into_iter().all(|(wanted, is)| wanted.is_empty() || wanted == is)
}

fn of(row: &HeatRow, by: HeatRows) -> &str {
    match by {
        HeatRows::Setting => &row.name,
        HeatRows::Phase => &row.phase,
        HeatRows::Status => &row.status,
        HeatRows::Locality => &row.locality,
        HeatRows::Trust => &row.trust,
    }
}

fn said(name: &str) -> String {
    if name.is_empty() { NOT_SAID.to_owned() } else { name.to_owned() }
}

fn one(row: &HeatRow, choice: &HeatChoice, groups: &[Vec<usize>]) -> Line {
    let letters = row.marks.as_bytes();
    let letter = |at: usize| letters.get(at).copied().unwrap_or(b' ');
    let total = sum(groups.iter().flatten().map(|at| share_of(letter(*at))));
    let who = [&row.phase, &row.status, &row.locality, &row.trust].map(ToString::to_string).to_vec();
    let name = row.name.to_string();
    match choice.columns_by {
        HeatColumns::Question => {
            let marks = groups.iter().map(|group| char::from(letter(group[0]))).collect();
            Line { name, who, marks, shares: Vec::new(), total }
        }
        HeatColumns::Standard => {
            let shares = groups.iter().map(|group| added(&[row], group)).collect();
            Line { name, who, marks: String::new(), shares, total }
        }
    }
}

fn several(name: &str, rows: &[&HeatRow], groups: &[Vec<usize>]) -> (String, Line) {
    let shares: Vec<Share> = groups.iter().map(|group| added(rows, group)).collect();
    let total = sum(shares.iter().copied());
    let name = format!("{name} ({})", rows.len());
    (name.clone(), Line { name, who: Vec::new(), marks: String::new(), shares, total })
}

fn added(rows: &[&HeatRow], places: &[usize]) -> Share {
    let letters = rows.iter().flat_map(|row| {
        let letters = row.marks.as_bytes();
        places.iter().map(|at| letters.get(*at).copied().unwrap_or(b' '))
    });
    sum(letters.map(share_of))
}

fn share_of(letter: u8) -> Share {
    match letter {
        b'E' | b'M' => Share { met: 1, base: 1, hidden: false },
        b'O' | b'P' | b'N' => Share { met: 0, base: 1, hidden: false },
        _ => Share::default(),
    }
}

/// All of some shares; hidden where one of them is.
fn sum(shares: impl Iterator<Item = Share>) -> Share {
    let all = shares.fold(Share::default(), |all, one| Share {
        met: all.met + one.met,
        base: all.base + one.base,
        hidden: all.hidden || one.hidden,
    });
    if all.hidden { Share { hidden: true, ..Share::default() } } else { all }
}

/// The rows that are on the screen, in its order.
fn in_order(lines: Vec<(String, Line)>, wanted: Option<&[String]>) -> Result<Vec<Line>> {
    let Some(wanted) = wanted else { return Ok(lines.into_iter().map(|(_, line)| line).collect()) };
    let mut by_key: HashMap<String, Line> = lines.into_iter().collect();
    let line = |key: &String| {
        by_key.remove(key).ok_or_else(|| {
            Error::state("The heatmap changed since it was shown.").hint("Look at it again, then save it.")
        })
    };
    wanted.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::heat::HeatColumn;
    use crate::analysis::table::{Column, ColumnKind};
    use crate::submission::SubmissionId;
    use crate::world::FixedWorld;

    fn heat() -> Heat {
        let world = FixedWorld::new("2027-01-12T09:00:00Z".parse().expect("a time"), 1);
        let column = |number: &str, standard: &str| HeatColumn {
            question: crate::template::QuestionId(number.to_lowercase()),
            number: number.to_owned(),
            text: format!("Text of {number}"),
            standard: standard.to_owned(),
        };
        let row = |name: &str, phase: &str, marks: &str| HeatRow {
            submission: SubmissionId::new(&world),
            name: name.into(),
            phase: phase.into(),
            status: "".into(),
            locality: "".into(),
            trust: "".into(),
            marks: marks.to_owned(),
        };
        Heat {
            caption: "Round 2026/27".to_owned(),
            columns: vec![
                column("A1", "A Governance"),
                column("A2", "A Governance"),
                column("B1", "B Training"),
            ],
            rows: vec![row("Ash", "Primary", "EN."), row("Birch", "Primary", "MM-"), row("Cedar", "", "P M")],
        }
    }

    fn share(met: u32, base: u32) -> Share {
        Share { met, base, hidden: false }
    }

    #[test]
    fn what_was_chosen_is_narrowed_put_together_and_added_up() {
        let heat = heat();
        let all = chosen(&heat, &HeatChoice::default()).expect("chosen");
        assert_eq!(
            all.lines.iter().map(|line| line.marks.as_str()).collect::<Vec<_>>(),
            ["EN.", "MM-", "P M"]
        );
        assert_eq!(
            (all.totals.clone(), all.total),
            (vec![share(2, 3), share(1, 2), share(1, 1)], share(4, 6))
        );

        let phases = HeatChoice {
            rows_by: HeatRows::Phase,
            columns_by: HeatColumns::Standard,
            standard: "A Governance".to_owned(),
            ..HeatChoice::default()
        };
        let by_phase = chosen(&heat, &phases).expect("chosen");
        assert_eq!(by_phase.heads, [("A".to_owned(), "Governance".to_owned())]);
        let seen: Vec<_> = by_phase.lines.iter().map(|line| (line.name.as_str(), line.total)).collect();
        assert_eq!(seen, [("Not said (1)", share(0, 1)), ("Primary (2)", share(3, 4))]);
    }

    #[test]
    fn rows_stand_as_on_the_screen_and_totals_are_of_those_alone() {
        let heat = heat();
        let ids = [2, 0].map(|at: usize| heat.rows[at].submission.to_string()).to_vec();
        let choice = HeatChoice { lines: Some(ids), ..HeatChoice::default() };
        let some = chosen(&heat, &choice).expect("chosen");
        assert_eq!(some.lines.iter().map(|line| line.name.as_str()).collect::<Vec<_>>(), ["Cedar", "Ash"]);
        assert_eq!((some.total, some.all), (share(2, 4), 3));
        let gone = HeatChoice { lines: Some(vec!["Elm (3)".to_owned()]), ..HeatChoice::default() };
        assert!(chosen(&heat, &gone).is_err());
    }

    #[test]
    fn what_is_hidden_in_a_table_is_hidden_in_the_map_and_in_the_sums_it_stands_in() {
        let columns =
            [("Standard", ColumnKind::Text), ("Primary (9)", ColumnKind::Share), ("All", ColumnKind::Share)];
        let table = Table {
            title: String::new(),
            caption: String::new(),
            as_at: String::new(),
            columns: columns.map(|(label, kind)| Column::new(label, kind)).to_vec(),
            rows: vec![
                vec![Cell::text("A Governance"), Cell::share(3, 4), Cell::share(3, 4)],
                vec![Cell::text("B Training"), Cell::hidden(), Cell::share(5, 9)],
            ],
            notes: Vec::new(),
        };
        let shared = of_table(&table, &HeatChoice::default()).expect("chosen");
        assert_eq!(shared.lines[0].shares[0], share(3, 4));
        assert!(shared.lines[0].shares[1].hidden && shared.lines[0].total.hidden);
        assert_eq!(shared.total, share(8, 13));
    }
}
