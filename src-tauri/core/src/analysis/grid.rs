//! A round's ratings as bytes, read once and kept while nothing changes; the one place that reads across tables.
//!
//! A row is an accepted return, a column a question in the template's order. Refuses to know: any table of figures.

use std::collections::BTreeMap;

use rusqlite::Row as Line;

use super::group::Who;
use super::tally::{Mark, Tally};
use crate::error::Result;
use crate::round::RoundId;
use crate::setting::SettingId;
use crate::store::{AuditFile, Reader, params};
use crate::submission::SubmissionId;
use crate::submission::ratings::{BLANK, CARRIED, FIRST_LEVEL, NOT_APPLICABLE, NOT_ASKED};
use crate::template::{LevelCode, Meaning, QuestionId, Template};

/// A round's ratings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// The questions, in the template's order.
    pub columns: Vec<GridColumn>,
    /// The accepted returns, in the order of their settings.
    pub rows: Vec<GridRow>,
    /// Settings that are asked to return.
    pub expected: u32,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridColumn {
    /// Its id.
    pub question: QuestionId,
    /// The place of its standard in the template.
    pub standard: usize,
    /// Whether it is rated and counts in figures.
    pub counts: Counts,
    levels: Vec<(LevelCode, Meaning)>,
}

/// Whether a question's ratings count in figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counts {
    /// They do.
    Scored,
    /// It has no scale, or its standard is not scored.
    Unscored,
}

/// An accepted return.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridRow {
    /// The return.
    pub submission: SubmissionId,
    /// Its setting.
    pub setting: SettingId,
    /// The rating that counts, a byte a question.
    pub ratings: Vec<u8>,
    /// Of these, how many a panel gave and the setting agreed to.
    pub moderated: u32,
    /// Who the setting is.
    pub who: Who,
}

impl Grid {
    /// Reads a round's accepted returns.
    pub fn read(reader: Reader<'_>, round: RoundId, template: &Template) -> Result<Self> {
        let columns = columns(template);
        let mut rows = reader.all(ROWS, params![round], row)?;
        let over = reader.all(MODERATED, params![round], moderated)?;
        moderate(&mut rows, &columns, &over);
        let expected = reader.one(EXPECTED, params![round], |line| line.get(0))?.unwrap_or(0);
        Ok(Self { columns, rows, expected })
    }

    /// What stands in a cell.
    pub fn mark(&self, row: &GridRow, column: usize) -> Mark {
        self.columns[column].read(row.ratings.get(column).copied().unwrap_or(NOT_ASKED))
    }

    /// The ratings of one return that count in figures.
    pub fn tally_of(&self, row: &GridRow) -> Tally {
        Tally::of(self.scored().map(|column| self.mark(row, column)))
    }

    /// The ratings of one standard that count in figures, over all returns.
    pub fn tally_of_standard(&self, standard: usize) -> Tally {
        let tallies = self.tallies(&self.everyone());
        let within = self.scored().filter(|column| self.columns[*column].standard == standard);
        within.fold(Tally::default(), |sum, column| sum.plus(tallies[column]))
    }

    /// The places of all rows.
    pub fn everyone(&self) -> Vec<usize> {
        (0..self.rows.len()).collect()
    }

    /// Every column counted over some rows, in one walk.
    pub fn tallies(&self, rows: &[usize]) -> Vec<Tally> {
        let mut seen = vec![[0_u32; SLOTS]; self.columns.len()];
        for row in rows.iter().map(|row| &self.rows[*row]) {
            for (slots, byte) in seen.iter_mut().zip(&row.ratings) {
                slots[usize::from(*byte).min(SLOTS - 1)] += 1;
            }
        }
        let counted = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let of = |(column, slots): (&GridColumn, &[u32; SLOTS])| column.tally(slots, counted);
        self.columns.iter().zip(&seen).map(of).collect()
    }

    /// The places of the columns that count in figures.
    pub fn scored(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.columns.len()).filter(|column| self.columns[*column].counts == Counts::Scored)
    }
}

/// More than any scale has levels; what is above them is a level that is not known.
const SLOTS: usize = 64;

impl GridColumn {
    /// A column's bytes, counted, as a tally; a row that is too short was not asked.
    fn tally(&self, slots: &[u32; SLOTS], rows: u32) -> Tally {
        let mut tally = Tally::default();
        for (byte, count) in slots.iter().enumerate().filter(|(_, count)| **count > 0) {
            tally.add(self.read(u8::try_from(byte).unwrap_or(u8::MAX)), *count);
        }
        let short = rows.saturating_sub(slots.iter().sum());
        tally.add(Mark::NotAsked, short);
        tally
    }

    fn read(&self, byte: u8) -> Mark {
        match byte {
            NOT_ASKED => Mark::NotAsked,
            NOT_APPLICABLE => Mark::NotApplicable,
            FIRST_LEVEL.. => {
                let place = usize::from(byte - FIRST_LEVEL);
                self.levels.get(place).map_or(Mark::Blank, |(_, meaning)| Mark::Level(*meaning))
            }
            BLANK | CARRIED => Mark::Blank,
        }
    }

    /// Whether both are rated on the same levels, so that their ratings may be set side by side.
    pub fn same_scale(&self, other: &Self) -> bool {
        self.levels == other.levels
    }

    fn byte_of(&self, level: &LevelCode) -> Option<u8> {
        let place = self.levels.iter().position(|(code, _)| code == level)?;
        if self.levels[place].1 == Meaning::NotApplicable {
            return Some(NOT_APPLICABLE);
        }
        u8::try_from(place).ok()?.checked_add(FIRST_LEVEL)
    }
}

/// The grid that was read last, kept while the file stands as it did.
#[derive(Debug, Default)]
pub struct Kept(Option<(String, RoundId, Grid)>);

impl Kept {
    /// The grid of a round, read again only if anything changed.
    pub fn grid(&mut self, file: &AuditFile, round: RoundId, template: &Template) -> Result<&Grid> {
        let head = file.head()?;
        let stands = |kept: &(String, RoundId, Grid)| kept.0 == head && kept.1 == round;
        let kept = match self.0.take().filter(stands) {
            Some(kept) => kept,
            None => (head, round, Grid::read(file.reader(), round, template)?),
        };
        Ok(&self.0.insert(kept).2)
    }
}

const ROWS: &str = "SELECT s.id, s.subject_id, s.ratings, t.name, t.phase, t.status, t.locality, t.trust
  FROM submission s JOIN setting t ON t.id = s.subject_id
  WHERE s.round_id = ?1 AND s.state = 'accepted' AND s.subject_kind = 'setting' ORDER BY s.subject_id, s.id";

const MODERATED: &str = "SELECT DISTINCT r.submission_id, r.question_id, r.moderated_rating
  FROM submission s JOIN moderated m ON m.submission_id = s.id AND m.agreed = 1
  JOIN rated r ON r.submission_id = m.submission_id AND r.question_id = m.question_id
  WHERE s.round_id = ?1 AND s.state = 'accepted'";

const EXPECTED: &str = "SELECT count(*) FROM expected WHERE round_id = ?1 AND state = 'expected'";

type Over = ((SubmissionId, QuestionId), LevelCode);

fn row(line: &Line<'_>) -> rusqlite::Result<GridRow> {
    let who = Who {
        name: line.get(3)?,
        phase: line.get(4)?,
        status: line.get(5)?,
        locality: line.get(6)?,
        trust: line.get(7)?,
    };
    Ok(GridRow { submission: line.get(0)?, setting: line.get(1)?, ratings: line.get(2)?, moderated: 0, who })
}

fn moderated(line: &Line<'_>) -> rusqlite::Result<Over> {
    Ok(((line.get(0)?, QuestionId(line.get(1)?)), LevelCode(line.get(2)?)))
}

/// The questions of a template, as columns.
pub(super) fn columns(template: &Template) -> Vec<GridColumn> {
    let mut columns = Vec::new();
    for (standard, group) in template.standards.iter().enumerate() {
        for question in &group.questions {
            let scale = template.scales.iter().find(|scale| question.scale.as_ref() == Some(&scale.id));
            let levels = scale.map(|scale| &scale.levels[..]).unwrap_or_default();
            let scored = group.scored && !levels.is_empty();
            columns.push(GridColumn {
                question: question.id.clone(),
                standard,
                counts: if scored { Counts::Scored } else { Counts::Unscored },
                levels: levels.iter().map(|level| (level.code.clone(), level.meaning)).collect(),
            });
        }
    }
    columns
}

/// Puts the agreed moderated ratings in the places of the self-ratings, in the grid alone.
fn moderate(rows: &mut [GridRow], columns: &[GridColumn], over: &[Over]) {
    let over: BTreeMap<_, _> = over.iter().map(|(at, level)| (at, level)).collect();
    if over.is_empty() {
        return;
    }
    for row in rows {
        for (place, column) in columns.iter().enumerate() {
            let level = over.get(&(row.submission, column.question.clone()));
            let byte = level.and_then(|level| column.byte_of(level));
            if let (Some(byte), Some(cell)) = (byte, row.ratings.get_mut(place)) {
                *cell = byte;
                row.moderated += 1;
            }
        }
    }
}
