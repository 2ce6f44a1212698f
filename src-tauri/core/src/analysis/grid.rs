//! A round's ratings as bytes, read once; the one place that reads across tables.
//!
//! A row is an accepted return, a column a question in the template's order. Refuses to know: any table of figures.

mod kept;
mod then;

use std::collections::BTreeMap;

use rusqlite::Row as Line;

pub use kept::{Kept, Of};
pub use then::{Asked, asked};

use super::group::Who;
use super::response::Came;
use super::tally::{Mark, Tally};
use crate::error::Result;
use crate::round::RoundId;
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
    /// The accepted returns, in the order of their settings.
    pub rows: Vec<GridRow>,
    /// Settings that are asked to return.
    pub expected: u32,
    /// Those of them of which no return counts.
    pub absent: Vec<Absent>,
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
        let columns = columns(template);
        let mut rows = reader.all(ROWS, params![round], row)?;
        let over = reader.all(MODERATED, params![round], moderated)?;
        moderate(&mut rows, &columns, &over);
        let expected = reader.one(EXPECTED, params![round], |line| line.get(0))?.unwrap_or(0);
        Ok(Self { columns, rows, expected, absent: absent(reader, round)? })
    }

    /// The same without what panels gave: every rating as the setting gave it.
    pub fn read_own(reader: Reader<'_>, round: RoundId, template: &Template) -> Result<Self> {
        let expected = reader.one(EXPECTED, params![round], |line| line.get(0))?.unwrap_or(0);
        let rows = reader.all(ROWS, params![round], row)?;
        Ok(Self { columns: columns(template), rows, expected, absent: absent(reader, round)? })
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

const ROWS: &str = "SELECT s.id, s.subject_id, s.ratings, t.name, t.phase, t.status, t.locality, t.trust
  FROM submission s JOIN setting t ON t.id = s.subject_id
  WHERE s.round_id = ?1 AND s.state = 'accepted' AND s.subject_kind = 'setting' ORDER BY s.subject_id, s.id";

const MODERATED: &str = "SELECT m.submission_id, m.question_id, m.level FROM moderated m
  JOIN submission s ON s.id = m.submission_id
  WHERE s.round_id = ?1 AND s.state = 'accepted' AND m.agreed = 1 ORDER BY m.at, m.id";

const ABSENT: &str = "SELECT e.setting_id, t.name, t.phase, t.status, t.locality, t.trust
  FROM expected e JOIN setting t ON t.id = e.setting_id
  WHERE e.round_id = ?1 AND e.state = 'expected' AND e.setting_id NOT IN (SELECT s.subject_id FROM submission s
    WHERE s.round_id = ?1 AND s.state = 'accepted' AND s.subject_kind = 'setting')
  ORDER BY e.setting_id";

const ON_THE_WAY: &str = "SELECT subject_id, id, state FROM submission
  WHERE round_id = ?1 AND subject_kind = 'setting' AND state IN ('received', 'checked', 'sent_back')";

const EXPECTED: &str = "SELECT count(*) FROM expected WHERE round_id = ?1 AND state = 'expected'";

type Over = ((SubmissionId, QuestionId), LevelCode);

fn row(line: &Line<'_>) -> rusqlite::Result<GridRow> {
    let who = who(line, 3)?;
    Ok(GridRow { submission: line.get(0)?, setting: line.get(1)?, ratings: line.get(2)?, moderated: 0, who })
}

/// Name, phase, status, locality and trust, from a column on.
fn who(line: &Line<'_>, at: usize) -> rusqlite::Result<Who> {
    Ok(Who {
        name: line.get(at)?,
        phase: line.get(at + 1)?,
        status: line.get(at + 2)?,
        locality: line.get(at + 3)?,
        trust: line.get(at + 4)?,
    })
}

/// Those who are asked and of whom no return counts, with how far theirs came.
fn absent(reader: Reader<'_>, round: RoundId) -> Result<Vec<Absent>> {
    let on_the_way = reader.all(ON_THE_WAY, params![round], |line| {
        let came = if line.get::<_, String>(2)? == "sent_back" { Came::SentBack } else { Came::Waiting };
        Ok((line.get::<_, SettingId>(0)?, (came, line.get::<_, SubmissionId>(1)?)))
    })?;
    let mut furthest: BTreeMap<SettingId, (Came, SubmissionId)> = BTreeMap::new();
    for (setting, came) in on_the_way {
        let known = furthest.entry(setting).or_insert(came);
        *known = came.max(*known);
    }
    reader.all(ABSENT, params![round], |line| {
        let setting = line.get(0)?;
        let came = furthest.get(&setting).copied();
        Ok(Absent {
            setting,
            came: came.map_or(Came::Missing, |(came, _)| came),
            submission: came.map(|(_, submission)| submission),
            who: who(line, 1)?,
        })
    })
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::store::FileKind;
    use crate::world::FixedWorld;

    #[test]
    fn who_has_not_returned_is_found_without_a_search_for_each_setting() {
        let folder = tempfile::tempdir().expect("a folder");
        let world = Arc::new(FixedWorld::new("2027-01-12T09:00:00Z".parse().expect("a time"), 1));
        let path = folder.path().join("p.attest");
        let file = AuditFile::create(&path, FileKind::Partnership, world).expect("created");
        let sql = format!("EXPLAIN QUERY PLAN {ABSENT}");
        let plan = file.reader().all(&sql, ["x"], |row| row.get::<_, String>(3)).expect("a plan").join("; ");
        assert!(plan.contains("LIST SUBQUERY") && !plan.contains("CORRELATED"), "{plan}");
    }
}
