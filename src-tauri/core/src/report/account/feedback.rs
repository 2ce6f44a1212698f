//! The feedback sheet of one setting: its own answers against the spread of settings like it, what changed, what is next.
//!
//! Own figures are the setting's own and stand in full; of the others nothing is said where they are too few. A setting whose
//! return is in no figure yet has its sheet too, which says so.

mod peers;
mod whose;

use std::collections::{BTreeMap, BTreeSet};

use super::ground::Ground;
use super::{chapters, method};
use crate::analysis::grid::{Grid, GridRow};
use crate::analysis::judged::caption_of;
use crate::analysis::questions::scored;
use crate::analysis::table::{Cell, Column, ColumnKind, Table};
use crate::analysis::tally::{Mark, Tally};
use crate::report::chart::{Spread, spread, spread_table};
use crate::report::document::{Block, Document, Figure, Section};
use crate::setting::SettingId;
use crate::template::Meaning;
pub use whose::Whose;

/// What all the sheets of a round share, worked out once.
pub struct Sheets<'g> {
    ground: &'g Ground<'g>,
    /// Every rating, for a setting's own.
    whole: &'g Grid,
    standards: Vec<(String, Vec<usize>)>,
    /// By row, by standard: met and base.
    shares: Vec<Vec<(u32, u32)>>,
    /// By setting, its row of the round before.
    before: BTreeMap<SettingId, usize>,
    sizes: &'g BTreeMap<SettingId, u32>,
    /// Who is asked to return at present.
    asked: &'g BTreeSet<SettingId>,
}

/// The column of what all have met.
const ALL: &str = "All returns, % met";
/// So many questions to improve stand on a sheet.
const MOST: usize = 15;

impl<'g> Sheets<'g> {
    /// What the sheets of a round share; `sizes` says how many children a setting has, where that is known, and `asked` who is
    /// asked to return at present.
    pub fn new(
        ground: &'g Ground<'g>,
        whole: &'g Grid,
        (sizes, asked): (&'g BTreeMap<SettingId, u32>, &'g BTreeSet<SettingId>),
    ) -> Self {
        let standards = ground.standards();
        let shares = ground.grid.rows.iter().map(|row| shares(ground.grid, &standards, row)).collect();
        let before = ground.earlier.iter().flat_map(|before| {
            before.earlier.grid.rows.iter().enumerate().map(|(place, row)| (row.setting, place))
        });
        Self { ground, whole, shares, before: before.collect(), standards, sizes, asked }
    }

    /// The sheet of a setting.
    pub fn sheet(&self, whose: Whose<'_>) -> Document {
        let (ground, who) = (self.ground, &whose.row.who);
        let sections = match self.whole.tally_of(whose.row).base() {
            0 => vec![self.unrated(whose)],
            _ => {
                let mut sections = vec![self.own(whose), self.improve(whose.row), self.beside(whose)];
                sections.extend(self.changed(whose.row));
                let alone = !sections.iter().flat_map(|section| &section.blocks).any(is_of_others);
                sections.push(self.next(alone));
                sections
            }
        };
        Document {
            title: "Feedback sheet".to_owned(),
            about: vec![
                who.name.to_string(),
                format!("{}, {}", ground.template.title, ground.round),
                format!("From {}, as at {}", ground.partnership, ground.as_at()),
            ],
            author: if ground.partnership.is_empty() {
                "Attest".to_owned()
            } else {
                ground.partnership.to_owned()
            },
            code: ground.recipe.head.clone(),
            marking: format!("For {} alone: it holds your own ratings", who.name),
            sections,
            ..Document::default()
        }
    }

    /// All that is said of a return in which nothing is rated.
    fn unrated(&self, whose: Whose<'_>) -> Section {
        let blank = self.whole.tally_of(whose.row).blank;
        let blank = match blank {
            0 => String::new(),
            1 => " 1 question is blank.".to_owned(),
            many => format!(" {many} questions are blank."),
        };
        Section::new("Your return")
            .heading("Your return")
            .text(self.counts(whose))
            .text(format!(
                "Nothing in your return is rated, so there is nothing to set beside others.{blank} Please send a filled-in return to {}.",
                if self.ground.partnership.is_empty() { "the partnership" } else { self.ground.partnership }
            ))
            .text(self.ground.printed().line())
    }

    fn own(&self, whose: Whose<'_>) -> Section {
        let tally = self.whole.tally_of(whose.row);
        let figure = |value: String, label: &str, note: &str| Figure {
            value,
            label: label.to_owned(),
            note: note.to_owned(),
        };
        let figures = vec![
            figure(
                format!("{} of {}", tally.at_least_met(), tally.base()),
                "You rated met or exceeds",
                "of your judgements",
            ),
            figure(tally.not_met.to_string(), "Not met", "of your judgements"),
            figure(tally.not_applicable.to_string(), "Not applicable", "in no base"),
            figure(tally.blank.to_string(), "Blank", "in no base"),
        ];
        let section = Section::new("Your return").heading("Your return").with(Block::Figures(figures));
        let section = section.text(self.counts(whose));
        match whose.row.moderated {
            0 => section,
            1 => section.text("One of these is a rating that a panel gave and you agreed to; your own is kept beside it."),
            many => section.text(format!(
                "{many} of these are ratings that a panel gave and you agreed to; your own are kept beside them."
            )),
        }
    }

    fn beside(&self, whose: Whose<'_>) -> Section {
        let ground = self.ground;
        let peers = self.peers(whose);
        let own = shares(ground.grid, &self.standards, whose.row);
        let spreads: Vec<Spread> = self
            .standards
            .iter()
            .enumerate()
            .map(|(place, (name, _))| Spread {
                standard: name.clone(),
                own: own[place],
                others: self.quartiles(place, &peers.rows),
            })
            .collect();
        let section = Section::new("Beside others").heading("Beside others");
        if spreads.iter().all(|one| one.others.is_none()) {
            return section.text(format!(
                "Of no standard have at least {} others rated something that may be shown, so nothing stands beside yours yet.",
                ground.recipe.threshold
            ));
        }
        let caption =
            format!("Beside {}. {}", peers.who, caption_of(ground.grid, ground.template, ground.caption));
        let title = "Your ratings beside the spread of others";
        let table = spread_table(title, &caption, &ground.as_at(), &spreads);
        let section = section.chart(spread("C10", title, &table)).text(
            "This is no ranking. A share below the others can mean a more honest look as well as more to do.",
        );
        match ground.left_out() {
            0 => section,
            1 => section.text("One question is left out of both, since too few settings judged it to share what they said."),
            many => section.text(format!(
                "{many} questions are left out of both, since too few settings judged them to share what they said."
            )),
        }
    }

    fn changed(&self, own: &GridRow) -> Option<Section> {
        let ground = self.ground;
        let before = ground.earlier.as_ref()?;
        let then = &before.earlier.grid.rows[*self.before.get(&own.setting)?];
        let mut moved: Vec<(u8, Vec<Cell>)> = Vec::new();
        let mut same = 0_u32;
        for (column, question) in scored(self.whole, ground.template) {
            let was = before.place(&question.id);
            let Some(was) = was else { continue };
            let (was, now) = (before.earlier.grid.mark(then, was), self.whole.mark(own, column));
            if was == now {
                same += u32::from(now != Mark::NotAsked);
            } else {
                let cells = vec![
                    Cell::text(&question.number),
                    Cell::text(&question.text),
                    Cell::text(words(was)),
                    Cell::text(words(now)),
                ];
                moved.push((apart(was, now), cells));
            }
        }
        moved.sort_by_key(|(apart, _)| std::cmp::Reverse(*apart));
        let differ = moved.len();
        let rows: Vec<Vec<Cell>> = moved.into_iter().take(MOST).map(|(_, cells)| cells).collect();
        let shown = if differ > rows.len() {
            format!(" The {} that moved furthest stand here.", rows.len())
        } else {
            String::new()
        };
        let table = Table {
            title: "What changed in your answers".to_owned(),
            caption: format!(
                "Questions that are the same in both rounds: {differ} differ, {same} are as before.{shown}"
            ),
            as_at: ground.as_at(),
            columns: vec![
                Column::new("No.", ColumnKind::Short),
                Column::new("Question", ColumnKind::Text),
                Column::new(before.earlier.label, ColumnKind::Short),
                Column::new("Now", ColumnKind::Short),
            ],
            rows,
            notes: Vec::new(),
        };
        Some(Section::new("Changes").heading("What changed").table(table))
    }

    /// What the setting itself rated below met, with how many of all returns met it.
    fn improve(&self, own: &GridRow) -> Section {
        let ground = self.ground;
        let tallies = ground.grid.tallies(&ground.grid.everyone());
        let mut found: Vec<(u8, Vec<Cell>)> = scored(self.whole, ground.template)
            .filter_map(|(column, question)| {
                let tally = tallies[column];
                let all = if ground.hides(&[column]) {
                    Cell::hidden()
                } else {
                    Cell::share(tally.at_least_met(), tally.base())
                };
                let cells = vec![
                    Cell::text(&question.number),
                    Cell::text(&question.text),
                    Cell::text(words(self.whole.mark(own, column))),
                    all,
                ];
                Some((below(self.whole.mark(own, column))?, cells))
            })
            .collect();
        found.sort_by_key(|(how, _)| *how);
        let all = found.len();
        let rows: Vec<Vec<Cell>> = found.into_iter().take(MOST).map(|(_, cells)| cells).collect();
        let section = Section::new("To improve").heading("What to work on");
        let caption = match (all, rows.len()) {
            (0, _) => return section.text("You rated nothing below met."),
            (1, _) => "You rated 1 question below met.".to_owned(),
            (all, shown) if all == shown => format!("You rated {all} questions below met."),
            (all, shown) => format!(
                "You rated {all} questions below met; the first {shown} stand here, those not met first."
            ),
        };
        let mut table = Table {
            title: "What you rated below met".to_owned(),
            caption,
            as_at: ground.as_at(),
            columns: vec![
                Column::new("No.", ColumnKind::Short),
                Column::new("Question", ColumnKind::Text),
                Column::new("Your rating", ColumnKind::Short),
                Column::new(ALL, ColumnKind::Share),
            ],
            rows,
            notes: Vec::new(),
        };
        if table.rows.iter().all(|row| row.last() == Some(&Cell::hidden())) {
            return section.table(table.without(&[ALL]));
        }
        table.notes = ground.shown.notes(&table.rows, Vec::new());
        section.table(table)
    }

    fn next(&self, alone: bool) -> Section {
        let ground = self.ground;
        let section = Section::new("Next").heading("What happens next");
        let section = if ground.text("next_steps").is_some() {
            chapters::texted(section, ground, "next_steps")
        } else {
            section.with(Block::List(vec![
                "Show this sheet to those who hold you to account, beside your own action plan.".to_owned(),
                "Give each rating below met an action with an owner and a date.".to_owned(),
                format!(
                    "Tell {} what would help: support asked for is planned for.",
                    if ground.partnership.is_empty() { "the partnership" } else { ground.partnership }
                ),
            ]))
        };
        let whose = if alone { "" } else { "Figures of the others. " };
        section.text(format!("{whose}{} {}", ground.printed().line(), method::SELF))
    }
}

/// Whether figures of the others stand in it.
fn is_of_others(block: &Block) -> bool {
    match block {
        Block::Chart(_) => true,
        Block::Table(table) => table.columns.iter().any(|column| column.label == ALL),
        _ => false,
    }
}

/// By standard, what of it a return has met, and of how many judgements; without the questions that are withheld.
fn shares(grid: &Grid, standards: &[(String, Vec<usize>)], row: &GridRow) -> Vec<(u32, u32)> {
    let of = |(_, columns): &(String, Vec<usize>)| {
        let tally = Tally::of(columns.iter().map(|column| grid.mark(row, *column)));
        (tally.at_least_met(), tally.base())
    };
    standards.iter().map(of).collect()
}

/// How far below met a rating is, the furthest first; none where it is not.
fn below(mark: Mark) -> Option<u8> {
    match mark {
        Mark::Level(Meaning::NotMet) => Some(0),
        Mark::Level(Meaning::Partly) => Some(1),
        Mark::Level(Meaning::Mostly) => Some(2),
        Mark::Level(Meaning::Exceeds | Meaning::Met | Meaning::NotApplicable | Meaning::None)
        | Mark::NotAsked
        | Mark::Blank
        | Mark::NotApplicable => None,
    }
}

/// How far two ratings are from each other, in steps of judgement; least where one of them is none.
fn apart(was: Mark, now: Mark) -> u8 {
    let place = |mark: Mark| match mark {
        Mark::Level(Meaning::NotMet) => Some(1_u8),
        Mark::Level(Meaning::Partly) => Some(2),
        Mark::Level(Meaning::Mostly) => Some(3),
        Mark::Level(Meaning::Met) => Some(4),
        Mark::Level(Meaning::Exceeds) => Some(5),
        Mark::Level(Meaning::NotApplicable | Meaning::None)
        | Mark::NotAsked
        | Mark::Blank
        | Mark::NotApplicable => None,
    };
    place(was).zip(place(now)).map_or(0, |(was, now)| was.abs_diff(now))
}

/// What stands in a cell of the grid, in words.
fn words(mark: Mark) -> &'static str {
    match mark {
        Mark::NotAsked => "Not asked",
        Mark::Blank => "Blank",
        Mark::NotApplicable | Mark::Level(Meaning::NotApplicable) => "Not applicable",
        Mark::Level(Meaning::Exceeds) => "Exceeds",
        Mark::Level(Meaning::Met) => "Met",
        Mark::Level(Meaning::Mostly) => "Mostly met",
        Mark::Level(Meaning::Partly) => "Partly met",
        Mark::Level(Meaning::NotMet) => "Not met",
        Mark::Level(Meaning::None) => "No judgement",
    }
}
