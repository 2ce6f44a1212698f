//! The columns that every table of results has: judgements, base, share, range, and what is in no base.
//!
//! Refuses to know: what a row is.

use chrono::NaiveDate;

use super::behind::{Part, Ratings};
use super::grid::Grid;
use super::table::{Cell, Column, ColumnKind, Table};
use super::tally::{Tally, percent, shown_range, with_missing};
use crate::template::{Meaning, Template};
use crate::text::counted;

/// What a table is said to be of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caption {
    /// Label of the round.
    pub round: String,
    /// The day it is true of.
    pub as_at: NaiveDate,
}

/// The judgements, best first, with the words of the column.
const JUDGEMENTS: [(Meaning, &str); 5] = [
    (Meaning::Exceeds, "Exceeds"),
    (Meaning::Met, "Met"),
    (Meaning::Mostly, "Mostly met"),
    (Meaning::Partly, "Partly met"),
    (Meaning::NotMet, "Not met"),
];

/// The judgements that a template's scored questions can be given.
pub struct Judged {
    meanings: Vec<(Meaning, &'static str)>,
    plain: bool,
    missing: u32,
}

impl Judged {
    /// Those of a template, in a round of which so many returns are missing.
    pub fn of(template: &Template, grid: &Grid) -> Self {
        let meanings = JUDGEMENTS.into_iter().filter(|(meaning, _)| used(template, *meaning)).collect();
        let missing = u32::try_from(grid.absent.len()).unwrap_or(u32::MAX);
        Self { meanings, plain: used(template, Meaning::None), missing }
    }

    /// The shares that stand beside the share met, as far as there is a level for them.
    fn rests(&self) -> impl Iterator<Item = &'static Rest> + '_ {
        let known = |meaning: &Meaning| self.meanings.iter().any(|(one, _)| one == meaning);
        [&PARTLY, &NOT_MET].into_iter().filter(move |rest| rest.of.iter().any(known))
    }

    /// The columns, after what names a row.
    pub fn columns(&self, mut columns: Vec<Column>) -> Vec<Column> {
        let count = |label: &str| Column::new(label, ColumnKind::Count);
        columns.extend(self.meanings.iter().map(|(_, label)| count(label)));
        columns.push(count("Base"));
        columns.push(Column::new("% met", ColumnKind::Share));
        columns.push(Column::new("Range", ColumnKind::Short));
        columns.extend((self.missing > 0).then(|| Column::new(IF_MISSING, ColumnKind::Short)));
        for rest in self.rests() {
            columns.push(Column::new(rest.share, ColumnKind::Share));
            columns.push(Column::new(rest.range, ColumnKind::Short));
        }
        columns.extend(self.plain.then(|| count("No judgement")));
        columns.extend(["Not applicable", "Blank", "Not asked"].map(count));
        columns
    }

    /// The cells of a row, after what names it: a tally, and the ratings that it counts.
    pub fn cells(&self, mut cells: Vec<Cell>, tally: Tally, ratings: &Ratings) -> Vec<Cell> {
        let count = |count: u32, part: Part| Cell::count(count).of(ratings.part(part));
        let (met, base) = (tally.at_least_met(), tally.base());
        cells.extend(
            self.meanings.iter().map(|(meaning, _)| count(tally.count(*meaning), Part::Of(*meaning))),
        );
        cells.push(count(base, Part::Base));
        cells.push(Cell::share(met, base).of(ratings.part(Part::Met)));
        cells.push(Cell::text(shown_range(met, base)));
        let each = u32::try_from(ratings.columns.len()).unwrap_or(u32::MAX);
        let missing = self.missing.saturating_mul(each);
        cells.extend((missing > 0).then(|| Cell::text(with_missing(met, base, missing))));
        for rest in self.rests() {
            let count = rest.of.iter().map(|meaning| tally.count(*meaning)).sum();
            cells.push(Cell::share(count, base).of(ratings.part(rest.part)));
            cells.push(Cell::text(shown_range(count, base)));
        }
        cells.extend(self.plain.then(|| count(tally.other, Part::Of(Meaning::None))));
        cells.push(count(tally.not_applicable, Part::NotApplicable));
        cells.push(count(tally.blank, Part::Blank));
        cells.push(count(tally.not_asked, Part::NotAsked));
        cells
    }
}

/// What is left of a base beside what is met.
struct Rest {
    of: &'static [Meaning],
    part: Part,
    share: &'static str,
    range: &'static str,
}

const PARTLY: Rest = Rest {
    of: &[Meaning::Mostly, Meaning::Partly],
    part: Part::Between,
    share: "% partly",
    range: "Range, partly",
};
const NOT_MET: Rest = Rest {
    of: &[Meaning::NotMet],
    part: Part::Of(Meaning::NotMet),
    share: "% not met",
    range: "Range, not met",
};

/// The same as a page has room for: the ranges of what is not met are left out.
pub fn on_paper(table: Table) -> Table {
    table.without(&[PARTLY.range, NOT_MET.range])
}

/// The heading of the range that a share could have if nobody were missing.
pub const IF_MISSING: &str = "If all missing were worst or best";

fn used(template: &Template, meaning: Meaning) -> bool {
    let questions =
        template.standards.iter().filter(|standard| standard.scored).flat_map(|standard| &standard.questions);
    let mut scales = questions.filter_map(|question| question.scale.as_ref());
    scales.any(|id| {
        let mut same = template.scales.iter().filter(|scale| scale.id == *id);
        same.any(|scale| scale.levels.iter().any(|level| level.meaning == meaning))
    })
}

/// A date as it is read: `21 November 2026`.
pub fn day(date: NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}

/// Whose figures, of which round and tool, from how many returns, as at which day.
pub fn caption_of(grid: &Grid, template: &Template, caption: &Caption) -> String {
    format!(
        "Self-assessed. {}, {} version {}. {} As at {}.",
        caption.round,
        template.title,
        template.version,
        response(grid),
        day(caption.as_at)
    )
}

/// Of which round and tool, as at which day, where it is not settings that judge themselves.
pub fn caption_of_round(template: &Template, caption: &Caption) -> String {
    format!(
        "{}, {} version {}. As at {}.",
        caption.round,
        template.title,
        template.version,
        day(caption.as_at)
    )
}

/// `41 of 60 settings (68.3%)`: the returns that count, of those asked.
pub fn response(grid: &Grid) -> String {
    let accepted = u32::try_from(grid.rows.len()).unwrap_or(u32::MAX);
    let share = percent(accepted, grid.expected).map_or(String::new(), |share| format!(" ({share})"));
    format!("Accepted returns from {accepted} of {} asked{share}.", counted(grid.expected, "settings"))
}

/// What must be known where returns are missing.
pub fn missing(grid: &Grid) -> Option<String> {
    let missing = grid.absent.len();
    (missing > 0).then(|| {
        format!(
            "{missing} of {} asked {} no accepted return. {IF_MISSING}: the share met if every one of them rated at the worst, or at the best.",
            counted(grid.expected, "settings"),
            if missing == 1 { "has" } else { "have" }
        )
    })
}

/// What must be known to read any table of results.
pub fn notes(grid: &Grid, template: &Template) -> Vec<String> {
    let mut notes = vec![
        "% met is exceeds and met, out of all judgements (the base). Not applicable, blank and not asked stand in columns of their own and are in no base."
            .to_owned(),
        "% partly is mostly met and partly met, % not met is not met, each out of the same base: with % met they come to the whole."
            .to_owned(),
        "Range: where the base is under 50, the share lies in it with 95 % confidence (Wilson)."
            .to_owned(),
        "A setting\u{2019}s own ratings of itself; codes are never averaged.".to_owned(),
    ];
    notes.extend(missing(grid));
    let moderated: u32 = grid.rows.iter().map(|row| row.moderated).sum();
    if moderated > 0 {
        notes.push(format!(
            "Ratings that a panel gave and the setting agreed to stand in place of {moderated} of its own; every self-rating is kept."
        ));
    }
    let left_out: Vec<&str> = template
        .standards
        .iter()
        .filter(|standard| !standard.scored)
        .map(|standard| standard.title.as_str())
        .collect();
    if !left_out.is_empty() {
        notes.push(format!("Not counted in figures: {}.", left_out.join(", ")));
    }
    notes
}
