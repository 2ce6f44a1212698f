//! A round's ratings as bytes, read once; the one place that reads across tables.
//!
//! A row is an accepted return, a column a question in the template's order. Refuses to know: any table of figures.

mod counted;
mod kept;
mod known;
mod then;

use std::collections::{BTreeMap, HashMap};

use rusqlite::Row as Line;

pub use kept::{Kept, Of};
use known::Known;
pub use known::who_of;
pub use then::{Asked, OnRegister, asked};

use super::group::Who;
use super::response::Came;
use super::tally::{Mark, Tally};
use crate::error::Result;
use crate::round::{RoundId, cut_off};
use crate::setting::SettingId;
use crate::store::{AuditFile, Moment, Reader, params};
use crate::submission::SubmissionId;
use crate::submission::ratings::{BLANK, CARRIED, FIRST_LEVEL, NOT_APPLICABLE, NOT_ASKED};
use crate::template::{LevelCode, Meaning, QuestionId, Template};

/// A round's ratings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// The questions, in the template's order.
    pub columns: Vec<GridColumn>,
    /// The accepted returns of settings that are in the base, by the names of their settings.
    pub rows: Vec<GridRow>,
    /// Settings in the base: those asked to return, as the register was frozen last, else as it stands.
    pub expected: u32,
    /// Those of them of which no return counts.
    pub absent: Vec<Absent>,
    /// The accepted returns of other settings: exempt, covered, closed, or asked since. They are in no figure.
    pub outside: Vec<GridRow>,
}

/// A setting that is asked to return and of which no return counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absent {
    /// The setting.
    pub setting: SettingId,
    /// How far its return came.
    pub came: Came,
    /// That return, where there is one.
    pub submission: Option<SubmissionId>,
    /// Who the setting is.
    pub who: Who,
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
    /// They would, but too few gave any to share them.
    Withheld,
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
        let mut grid = Self::read_own(reader, round, template)?;
        let over = reader.all(MODERATED, params![round], moderated)?;
        moderate(&mut grid.rows, &grid.columns, &over);
        moderate(&mut grid.outside, &grid.columns, &over);
        Ok(grid)
    }

    /// The same without what panels gave: every rating as the setting gave it.
    pub fn read_own(reader: Reader<'_>, round: RoundId, template: &Template) -> Result<Self> {
        let mut known = Known::read(reader)?;
        let asked: Vec<SettingId> = match cut_off::last(reader, round)? {
            Some(last) => known.as_frozen(&last.lines),
            None => reader.all(EXPECTED, params![round], |line| line.get(0))?,
        };
        let mut rows = reader.all(ROWS, params![round], row)?;
        rows.sort_by_cached_key(|row| (row.setting, row.submission));
        known.name(rows.iter_mut().map(|row| (row.setting, &mut row.who)));
        let (mut rows, outside) = within(rows, &asked);
        let expected = u32::try_from(asked.len()).unwrap_or(u32::MAX);
        let missing = missing(asked, &rows);
        let absent = absent(reader, round, &missing, &known)?;
        by_name(&mut rows);
        Ok(Self { columns: columns(template), rows, expected, absent, outside })
    }

    /// A round's returns that were accepted at a past moment, as they stood then.
    pub fn read_at(file: &AuditFile, round: RoundId, template: &Template, then: Moment) -> Result<Self> {
        then::grid(file, round, template, then)
    }

    /// What stands in a cell.
    pub fn mark(&self, row: &GridRow, column: usize) -> Mark {
        self.columns[column].read(row.ratings.get(column).copied().unwrap_or(NOT_ASKED))
    }

    /// The ratings of one return that count in figures.
    pub fn tally_of(&self, row: &GridRow) -> Tally {
        Tally::of(self.scored().map(|column| self.mark(row, column)))
    }

    /// The ratings of each accepted return that count in figures, also of one that is in none of them.
    pub fn tallies_of_settings(&self) -> Vec<(SettingId, Tally)> {
        let outside = self.outside.iter().map(|row| (row.setting, self.tally_of(row)));
        self.rows.iter().map(|row| row.setting).zip(self.tallies_of_rows()).chain(outside).collect()
    }

    /// The places of all rows.
    pub fn everyone(&self) -> Vec<usize> {
        (0..self.rows.len()).collect()
    }

    /// The places of the columns of a standard that are rated: those that count in figures, and those that are withheld.
    pub fn rated(&self, standard: usize) -> Vec<usize> {
        let of = |column: &usize| {
            self.columns[*column].standard == standard && self.columns[*column].counts != Counts::Unscored
        };
        (0..self.columns.len()).filter(of).collect()
    }

    /// The places of the columns that count in figures.
    pub fn scored(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.columns.len()).filter(|column| self.columns[*column].counts == Counts::Scored)
    }
}

impl GridColumn {
    /// What a byte stands for.
    pub fn read(&self, byte: u8) -> Mark {
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

    /// Reads each level as another question's level: what it is read as, or nothing where it cannot be compared.
    pub fn read_as(&mut self, level: impl Fn(&LevelCode) -> Option<Meaning>) {
        for (code, meaning) in &mut self.levels {
            *meaning = level(code).unwrap_or(Meaning::None);
        }
    }

    /// Its levels, in the order of the scale.
    pub fn levels(&self) -> &[(LevelCode, Meaning)] {
        &self.levels
    }

    /// The level that a byte stands for; none where nothing was answered.
    pub fn level_of(&self, byte: u8) -> Option<&LevelCode> {
        let place = match byte {
            NOT_APPLICABLE => {
                self.levels.iter().position(|(_, meaning)| *meaning == Meaning::NotApplicable)?
            }
            FIRST_LEVEL.. => usize::from(byte - FIRST_LEVEL),
            NOT_ASKED | BLANK | CARRIED => return None,
        };
        self.levels.get(place).map(|(code, _)| code)
    }

    fn byte_of(&self, level: &LevelCode) -> Option<u8> {
        let place = self.levels.iter().position(|(code, _)| code == level)?;
        if self.levels[place].1 == Meaning::NotApplicable {
            return Some(NOT_APPLICABLE);
        }
        u8::try_from(place).ok()?.checked_add(FIRST_LEVEL)
    }
}

// In the order in which they lie in the file: a search for the setting of every return takes longer than all.
const ROWS: &str = "SELECT id, subject_id, ratings FROM submission
  WHERE round_id = ?1 AND state = 'accepted' AND subject_kind = 'setting'";

// What panels gave is little beside the returns, so that it is walked first: a cross join keeps the order that is written.
const MODERATED: &str = "SELECT m.submission_id, m.question_id, m.level FROM moderated m
  CROSS JOIN submission s ON s.id = m.submission_id
  WHERE s.round_id = ?1 AND s.state = 'accepted' AND m.agreed = 1 ORDER BY m.at, m.id";

const EXPECTED: &str =
    "SELECT setting_id FROM expected WHERE round_id = ?1 AND state = 'expected' ORDER BY setting_id";

const ON_THE_WAY: &str = "SELECT subject_id, id, state FROM submission
  WHERE round_id = ?1 AND subject_kind = 'setting' AND state IN ('received', 'checked', 'sent_back')";

type Over = ((SubmissionId, QuestionId), LevelCode);

/// Those of some returns that are of settings in the base, and the others.
fn within(mut rows: Vec<GridRow>, asked: &[SettingId]) -> (Vec<GridRow>, Vec<GridRow>) {
    let mut asked = among(asked.iter().copied());
    let outside = rows.extract_if(.., |row| !asked(row.setting)).collect();
    (rows, outside)
}

/// Puts returns in the order of their settings' names; those of one name in the order in which they came.
fn by_name(rows: &mut [GridRow]) {
    rows.sort_by_cached_key(|row| row.who.name.clone());
    // Their ratings lie in memory in that order too, so that who walks them all does not jump.
    let laid: Vec<Vec<u8>> = rows.iter().map(|row| row.ratings.clone()).collect();
    rows.iter_mut().zip(laid).for_each(|(row, laid)| row.ratings = laid);
}

/// Those who are asked of whom no return is here.
fn missing(mut asked: Vec<SettingId>, rows: &[GridRow]) -> Vec<SettingId> {
    let mut came = among(rows.iter().map(|row| row.setting));
    asked.retain(|setting| !came(*setting));
    asked
}

/// Whether settings, taken in the order of their ids, are among others in the same order.
fn among(others: impl Iterator<Item = SettingId>) -> impl FnMut(SettingId) -> bool {
    let mut others = others.peekable();
    move |one| {
        while others.next_if(|other| *other < one).is_some() {}
        others.peek() == Some(&one)
    }
}

/// A return; who its setting is follows.
fn row(line: &Line<'_>) -> rusqlite::Result<GridRow> {
    let (submission, setting, ratings) = (line.get(0)?, line.get(1)?, line.get(2)?);
    Ok(GridRow { submission, setting, ratings, moderated: 0, who: Who::default() })
}

/// How far the returns of those came who are asked and of whom none counts.
fn absent(reader: Reader<'_>, round: RoundId, of: &[SettingId], known: &Known) -> Result<Vec<Absent>> {
    let on_the_way = reader.all(ON_THE_WAY, params![round], |line| {
        let came = if line.get::<_, String>(2)? == "sent_back" { Came::SentBack } else { Came::Waiting };
        Ok((line.get::<_, SettingId>(0)?, (came, line.get::<_, SubmissionId>(1)?)))
    })?;
    let mut furthest: BTreeMap<SettingId, (Came, SubmissionId)> = BTreeMap::new();
    for (setting, came) in on_the_way {
        let known = furthest.entry(setting).or_insert(came);
        *known = came.max(*known);
    }
    let absent = |setting: &SettingId| {
        let came = furthest.get(setting).copied();
        Absent {
            setting: *setting,
            came: came.map_or(Came::Missing, |(came, _)| came),
            submission: came.map(|(_, submission)| submission),
            who: Who::default(),
        }
    };
    let mut absent: Vec<Absent> = of.iter().map(absent).collect();
    known.name(absent.iter_mut().map(|one| (one.setting, &mut one.who)));
    Ok(absent)
}

fn moderated(line: &Line<'_>) -> rusqlite::Result<Over> {
    Ok(((line.get(0)?, QuestionId(line.get(1)?)), LevelCode(line.get(2)?)))
}

/// The questions of a template, as columns.
pub fn columns(template: &Template) -> Vec<GridColumn> {
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
    // Of several on one question the latest counts: they stand in the order of time.
    let over: BTreeMap<_, _> = over.iter().map(|((of, question), level)| ((of, question), level)).collect();
    if over.is_empty() {
        return;
    }
    let places: HashMap<SubmissionId, usize> =
        (0..).zip(&*rows).map(|(at, row)| (row.submission, at)).collect();
    for ((submission, question), level) in over {
        let Some(place) = columns.iter().position(|column| column.question == *question) else { continue };
        let Some(row) = places.get(submission).map(|at| &mut rows[*at]) else { continue };
        if let (Some(byte), Some(cell)) = (columns[place].byte_of(level), row.ratings.get_mut(place)) {
            *cell = byte;
            row.moderated += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::store::FileKind;
    use crate::world::FixedWorld;

    #[test]
    fn who_is_asked_is_read_from_an_index_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let world = Arc::new(FixedWorld::new("2027-01-12T09:00:00Z".parse().expect("a time"), 1));
        let path = folder.path().join("p.attest");
        let file = AuditFile::create(&path, FileKind::Partnership, world).expect("created");
        let sql = format!("EXPLAIN QUERY PLAN {EXPECTED}");
        let plan = file.reader().all(&sql, ["x"], |row| row.get::<_, String>(3)).expect("a plan").join("; ");
        assert!(plan.contains("COVERING INDEX expected_state") && !plan.contains("TEMP"), "{plan}");
    }
}
