//! T7 and C5: the share met of each question or standard, by what the settings have in common.
//!
//! Pure over the grid. Refuses to know: the file, and how a table is drawn.

use std::sync::Arc;

use super::behind::{Part, Ratings, Rows};
use super::grid::Grid;
use super::group::{By, absent, shown_groups};
use super::judged::{Caption, caption_of, day};
use super::questions::{listed, named, names};
use super::sharing::Shown;
use super::table::{Cell, Column, ColumnKind, Table};
use super::tally::Tally;
use crate::template::Template;

/// What is said of shares over few: a map, which has no room for a base in its cells, leaves it out.
pub const BASE_BESIDE: &str = "With few returns in a group, one setting moves a share a long way: the base stands beside each share under 50.";

/// The share met of each question, by group.
pub fn questions(grid: &Grid, template: &Template, caption: &Caption, by: By, shown: Shown<'_>) -> Table {
    let grid = shown.grid(grid);
    let counted = Counted::of(grid, by, shown);
    let row = |(column, question): (usize, _)| {
        let mut cells = named(question);
        cells.extend(counted.shares(&[column]));
        cells
    };
    let rows = listed(grid, template).map(row).collect();
    counted.table(grid, template, caption, (by, "Result per question by ", names()), rows)
}

/// The share met of each standard, by group.
pub fn standards(grid: &Grid, template: &Template, caption: &Caption, by: By, shown: Shown<'_>) -> Table {
    let grid = shown.grid(grid);
    let mut counted = Counted::of(grid, by, shown);
    let mut rows = Vec::new();
    for (place, standard) in template.standards.iter().enumerate().filter(|(_, it)| it.scored) {
        let columns = grid.rated(place);
        let mut cells = vec![Cell::text(format!("{} {}", standard.number, standard.title))];
        cells.extend(counted.shares(&columns));
        counted.trimmed += counted.trims(&columns);
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
    /// How many cells leave out questions that are hidden in their group alone.
    trimmed: usize,
}

impl<'s> Counted<'s> {
    fn of(grid: &Grid, by: By, shown: Shown<'s>) -> Self {
        let groups = shown_groups(grid, by);
        let mut missing = absent(grid, by, &groups);
        missing.push(u32::try_from(grid.absent.len()).unwrap_or(u32::MAX));
        let count = |(name, rows): (String, Vec<usize>)| (name, rows.len(), grid.tallies(&rows));
        let mut groups: Vec<(String, usize, Vec<Tally>)> = groups.into_iter().map(count).collect();
        // Every return is in one group, so that all together are what the groups are.
        let mut all = vec![Tally::default(); grid.columns.len()];
        for (_, _, tallies) in &groups {
            all.iter_mut().zip(tallies).for_each(|(all, tally)| *all = all.plus(*tally));
        }
        groups.push(("All".to_owned(), grid.rows.len(), all));
        Self { groups, missing, by, shown, trimmed: 0 }
    }

    /// The share met of some questions, by group, and of all in the end; each of those that are open for it.
    fn shares(&self, columns: &[usize]) -> Vec<Cell> {
        let share = |(place, (_, _, tallies)): (usize, &(String, usize, Vec<Tally>))| {
            let rows = self.rows(place);
            let all = columns.len();
            let columns: Arc<[usize]> = self.shown.open(rows, columns).into();
            let tally = columns.iter().fold(Tally::default(), |sum, column| sum.plus(tallies[*column]));
            if self.shown.hides(rows, &columns) || tally.base() == 0 && columns.len() < all {
                return Cell::hidden();
            }
            Cell::share(tally.at_least_met(), tally.base()).of(Ratings { rows, columns }.part(Part::Met))
        };
        self.groups.iter().enumerate().map(share).collect()
    }

    /// How many of these shares leave out a question, and are shown.
    fn trims(&self, columns: &[usize]) -> usize {
        let open = (0..self.groups.len()).map(|place| self.shown.open(self.rows(place), columns).len());
        let counted = self.shown.open(Rows::Everyone, columns).len();
        open.filter(|open| (1..counted).contains(open)).count()
    }

    fn rows(&self, place: usize) -> Rows {
        if place + 1 == self.groups.len() { Rows::Everyone } else { Rows::Group(self.by, place) }
    }

    fn notes(&self, rows: &[Vec<Cell>]) -> Vec<String> {
        let mut notes = vec![
            "Each cell is the share met, out of all judgements of that group; the number in a heading is that of its returns, of those asked.".to_owned(),
            BASE_BESIDE.to_owned(),
        ];
        notes.extend((self.trimmed > 0).then(|| {
            format!(
                "Where a question is hidden for a group, the share of its standard for that group is over the other questions: so in {}.",
                if self.trimmed == 1 { "1 cell".to_owned() } else { format!("{} cells", self.trimmed) }
            )
        }));
        self.shown.notes_of_ratings(rows, notes)
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
            notes: self.notes(&rows),
            rows,
        }
    }
}
