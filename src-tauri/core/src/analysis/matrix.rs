//! T7 and C5: the share met of each question or standard, by what the settings have in common.
//!
//! Pure over the grid. Refuses to know: the file, and how a table is drawn.

use std::sync::Arc;

use super::behind::{Part, Ratings, Rows};
use super::grid::Grid;
use super::group::{By, absent, shown_groups};
use super::judged::{Caption, caption_of, day};
use super::questions::{named, names, scored};
use super::sharing::{Line, Shown};
use super::table::{Cell, Column, ColumnKind, Table};
use super::tally::Tally;
use crate::template::Template;

/// The share met of each question, by group.
pub fn questions(grid: &Grid, template: &Template, caption: &Caption, by: By, shown: Shown<'_>) -> Table {
    let counted = Counted::of(grid, by, shown);
    let row = |(column, question): (usize, _)| {
        let mut cells = named(question);
        cells.extend(counted.shares(grid, &[column]));
        cells
    };
    let rows = scored(grid, template).map(row).collect();
    counted.table(grid, template, caption, (by, "Result per question by ", names()), rows)
}

/// The share met of each standard, by group.
pub fn standards(grid: &Grid, template: &Template, caption: &Caption, by: By, shown: Shown<'_>) -> Table {
    let counted = Counted::of(grid, by, shown);
    let mut rows = Vec::new();
    for (place, standard) in template.standards.iter().enumerate().filter(|(_, it)| it.scored) {
        let columns: Vec<usize> =
            grid.scored().filter(|column| grid.columns[*column].standard == place).collect();
        let mut cells = vec![Cell::text(format!("{} {}", standard.number, standard.title))];
        cells.extend(counted.shares(grid, &columns));
        rows.push(cells);
    }
    let names = vec![Column::new("Standard", ColumnKind::Text)];
    counted.table(grid, template, caption, (by, "Result per standard by ", names), rows)
}

/// Every column counted for each group.
struct Counted<'s> {
    groups: Vec<(String, usize, Vec<Tally>)>,
    /// Of each group, and of all, how many are missing.
    missing: Vec<u32>,
    by: By,
    shown: Shown<'s>,
}

impl<'s> Counted<'s> {
    fn of(grid: &Grid, by: By, shown: Shown<'s>) -> Self {
        let mut groups = shown_groups(grid, by);
        let mut missing = absent(grid, by, &groups);
        missing.push(u32::try_from(grid.absent.len()).unwrap_or(u32::MAX));
        groups.push(("All".to_owned(), grid.everyone()));
        let count = |(name, rows): (String, Vec<usize>)| (name, rows.len(), grid.tallies(&rows));
        Self { groups: groups.into_iter().map(count).collect(), missing, by, shown }
    }

    /// The share met of some questions, by group, and of all in the end.
    fn shares(&self, grid: &Grid, columns: &[usize]) -> Vec<Cell> {
        let line = match self.shown {
            Shown::ToOfficers => None,
            Shown::ToOthers(sharing) => Some(sharing.line(grid, columns)),
        };
        let all = self.groups.len() - 1;
        let columns: Arc<[usize]> = columns.into();
        let share = |(place, (_, _, tallies)): (usize, &(String, usize, Vec<Tally>))| {
            let hides =
                |line: &Line| if place == all { line.hides_all() } else { line.hides(self.by, place) };
            if line.as_ref().is_some_and(hides) {
                return Cell::hidden();
            }
            let tally = columns.iter().fold(Tally::default(), |sum, column| sum.plus(tallies[*column]));
            let rows = if place == all { Rows::Everyone } else { Rows::Group(self.by, place) };
            let ratings = Ratings { rows, columns: Arc::clone(&columns) };
            Cell::share(tally.at_least_met(), tally.base()).of(ratings.part(Part::Met))
        };
        self.groups.iter().enumerate().map(share).collect()
    }

    fn table(
        &self,
        grid: &Grid,
        template: &Template,
        caption: &Caption,
        (by, title, mut columns): (By, &str, Vec<Column>),
        rows: Vec<Vec<Cell>>,
    ) -> Table {
        let sizes = self.groups.iter().zip(&self.missing);
        let heads = sizes.map(|((name, size, _), missing)| match missing {
            0 => format!("{name} ({size})"),
            missing => format!("{name} ({size} of {})", size + *missing as usize),
        });
        columns.extend(heads.map(|head| Column::new(head, ColumnKind::Share)));
        Table {
            title: format!("{title}{}", by.word()),
            caption: caption_of(grid, template, caption),
            as_at: day(caption.as_at),
            columns,
            rows,
            notes: self.shown.notes(vec![
                "Each cell is the share met, out of all judgements of that group; the number in a heading is that of its returns, of those asked.".to_owned(),
                "With few returns in a group, one setting moves a share a long way: the base stands beside each share under 50.".to_owned(),
            ]),
        }
    }
}
