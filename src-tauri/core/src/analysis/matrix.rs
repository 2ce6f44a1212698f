//! T7 and C5: the share met of each question or standard, by what the settings have in common.
//!
//! Pure over the grid. Refuses to know: the file, and how a table is drawn.

use super::grid::Grid;
use super::group::{By, groups};
use super::judged::{Caption, caption_of, day};
use super::questions::{named, names, scored};
use super::table::{Cell, Column, ColumnKind, Table};
use super::tally::Tally;
use crate::template::Template;

/// The most groups that have a column of their own; smaller ones stand together.
const MOST: usize = 12;

/// The share met of each question, by group.
pub fn questions(grid: &Grid, template: &Template, caption: &Caption, by: By) -> Table {
    let counted = Counted::of(grid, by);
    let row = |(column, question): (usize, _)| {
        let mut cells = named(question);
        cells.extend(counted.shares(|tallies| tallies[column]));
        cells
    };
    let rows = scored(grid, template).map(row).collect();
    counted.table(grid, template, caption, (by, "Result per question by ", names()), rows)
}

/// The share met of each standard, by group.
pub fn standards(grid: &Grid, template: &Template, caption: &Caption, by: By) -> Table {
    let counted = Counted::of(grid, by);
    let mut rows = Vec::new();
    for (place, standard) in template.standards.iter().enumerate().filter(|(_, it)| it.scored) {
        let columns: Vec<usize> =
            grid.scored().filter(|column| grid.columns[*column].standard == place).collect();
        let sum = |tallies: &[Tally]| {
            columns.iter().fold(Tally::default(), |sum, column| sum.plus(tallies[*column]))
        };
        let mut cells = vec![Cell::text(format!("{} {}", standard.number, standard.title))];
        cells.extend(counted.shares(sum));
        rows.push(cells);
    }
    let names = vec![Column::new("Standard", ColumnKind::Text)];
    counted.table(grid, template, caption, (by, "Result per standard by ", names), rows)
}

/// Every column counted for each group.
struct Counted {
    groups: Vec<(String, usize, Vec<Tally>)>,
}

impl Counted {
    fn of(grid: &Grid, by: By) -> Self {
        let mut groups = groups(grid, by);
        if groups.len() > MOST {
            let rest: Vec<usize> = groups.drain(MOST - 1..).flat_map(|(_, rows)| rows).collect();
            groups.push(("All others".to_owned(), rest));
        }
        groups.push(("All".to_owned(), grid.everyone()));
        let count = |(name, rows): (String, Vec<usize>)| (name, rows.len(), grid.tallies(&rows));
        Self { groups: groups.into_iter().map(count).collect() }
    }

    fn shares(&self, tally: impl Fn(&[Tally]) -> Tally) -> Vec<Cell> {
        let share = |(_, _, tallies): &(String, usize, Vec<Tally>)| {
            let tally = tally(tallies);
            Cell::share(tally.at_least_met(), tally.base())
        };
        self.groups.iter().map(share).collect()
    }

    fn table(
        &self,
        grid: &Grid,
        template: &Template,
        caption: &Caption,
        (by, title, mut columns): (By, &str, Vec<Column>),
        rows: Vec<Vec<Cell>>,
    ) -> Table {
        let heads = self.groups.iter().map(|(name, size, _)| format!("{name} ({size})"));
        columns.extend(heads.map(|head| Column::new(head, ColumnKind::Share)));
        Table {
            title: format!("{title}{}", by.word()),
            caption: caption_of(grid, template, caption),
            as_at: day(caption.as_at),
            columns,
            rows,
            notes: vec![
                "Each cell is the share met, out of all judgements of that group; the number in a heading is that of its returns.".to_owned(),
                "With few returns in a group, one setting moves a share a long way: the base stands beside each share under 50.".to_owned(),
            ],
        }
    }
}
