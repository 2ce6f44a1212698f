//! The tables of the round in view: which there are, and each of them.
//!
//! Refuses to know: how a figure is worked out.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::call::Nothing;
use super::round;
use super::session::Session;
use super::table::{caption, table_view};
use super::views::TableView;
use crate::analysis::between::{self, Earlier};
use crate::analysis::group::By;
use crate::analysis::heat::{self, Heat};
use crate::analysis::judged::Caption;
use crate::analysis::sharing::{Sharing, Shown};
use crate::analysis::table::Table;
use crate::analysis::{Grid, matrix, profile, questions, standards};
use crate::error::{Error, Result};
use crate::round::Round;
use crate::store::{AuditFile, Reader};
use crate::template::{self, QuestionId, Template};
use crate::template::{Came, Way};

/// A table of results.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ResultsTable {
    /// T5.
    #[default]
    Standards,
    /// T6.
    Questions,
    /// C5: standards by what settings have in common.
    StandardsBy,
    /// T7.
    QuestionsBy,
    /// T8.
    Ends,
    /// T9.
    Changes,
    /// T10.
    Matched,
    /// T11.
    Settings,
}

/// Whom a table is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Readers {
    /// Officers of the partnership.
    #[default]
    Officers,
    /// Anybody else: small numbers are hidden.
    Others,
}

/// Which table.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct FiguresWanted {
    /// The table.
    #[serde(default)]
    pub table: ResultsTable,
    /// What settings are told apart by, where the table does so.
    #[serde(default)]
    pub by: By,
    /// Whom it is for.
    #[serde(default)]
    pub readers: Readers,
}

/// What may be chosen.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FiguresChoice {
    /// The table.
    pub table: ResultsTable,
    /// Whether it tells settings apart by something that is chosen.
    pub by: bool,
    /// Whether it names settings, so that it is for officers alone.
    pub restricted: bool,
}

/// The tables that there are: those beside the last round only where it is in the file.
pub fn list(session: &Session, _: Nothing) -> Result<Vec<FiguresChoice>> {
    use ResultsTable::{Changes, Ends, Matched, Questions, QuestionsBy, Settings, Standards, StandardsBy};
    let earlier = session.file(|file| {
        let (round, _) = round::current(session, file)?;
        Ok(before(file.reader(), &round)?.is_some())
    })?;
    let choice = |table| FiguresChoice {
        table,
        by: matches!(table, StandardsBy | QuestionsBy),
        restricted: table == Settings,
    };
    let all = [Standards, StandardsBy, Questions, QuestionsBy, Ends, Changes, Matched, Settings];
    Ok(all.into_iter().filter(|table| earlier || !matches!(table, Changes | Matched)).map(choice).collect())
}

/// One table.
pub fn show(session: &Session, wanted: FiguresWanted) -> Result<TableView> {
    let mut figures = session.figures();
    session.file(|file| {
        let (round, template) = round::current(session, file)?;
        let caption = caption(file, &round);
        let compared = match wanted.table {
            ResultsTable::Changes | ResultsTable::Matched => Some(Compared::of(file, &round, &template)?),
            ResultsTable::Standards
            | ResultsTable::Questions
            | ResultsTable::StandardsBy
            | ResultsTable::QuestionsBy
            | ResultsTable::Ends
            | ResultsTable::Settings => None,
        };
        let grid = figures.grid(file, round.id, &template)?;
        let sharing = match wanted.readers {
            Readers::Officers => None,
            Readers::Others if wanted.table == ResultsTable::Settings => return Err(names_settings()),
            Readers::Others => Some(Sharing::of(grid, round.threshold)),
        };
        let shown = sharing.as_ref().map_or(Shown::ToOfficers, Shown::ToOthers);
        Ok(table_view(table(wanted, grid, &template, &caption, (compared.as_ref(), shown))))
    })
}

/// The ratings of the round, a letter each.
pub fn heat(session: &Session, _: Nothing) -> Result<Heat> {
    let mut figures = session.figures();
    session.file(|file| {
        let (round, template) = round::current(session, file)?;
        let caption = caption(file, &round);
        let grid = figures.grid(file, round.id, &template)?;
        Ok(heat::heat(grid, &template, &caption))
    })
}

fn table(
    wanted: FiguresWanted,
    grid: &Grid,
    template: &Template,
    caption: &Caption,
    (compared, shown): (Option<&Compared>, Shown<'_>),
) -> Table {
    let earlier = compared.map(Compared::earlier);
    match (wanted.table, earlier) {
        (ResultsTable::Changes, Some(earlier)) => between::changes(grid, template, caption, &earlier, shown),
        (ResultsTable::Matched, Some(earlier)) => between::matched(grid, template, caption, &earlier, shown),
        (ResultsTable::Standards | ResultsTable::Changes | ResultsTable::Matched, _) => {
            standards::results(grid, template, caption, shown)
        }
        (ResultsTable::Questions, _) => questions::results(grid, template, caption, shown),
        (ResultsTable::StandardsBy, _) => matrix::standards(grid, template, caption, wanted.by, shown),
        (ResultsTable::QuestionsBy, _) => matrix::questions(grid, template, caption, wanted.by, shown),
        (ResultsTable::Ends, _) => questions::ends(grid, template, caption, shown),
        (ResultsTable::Settings, _) => profile::settings(grid, template, caption),
    }
}

fn names_settings() -> Error {
    Error::state("This table names settings, so it is for officers of the partnership alone.")
        .hint("Choose a table of standards or questions to share.")
}

/// The round before, read.
struct Compared {
    label: String,
    grid: Grid,
    same: BTreeMap<QuestionId, QuestionId>,
}

impl Compared {
    fn of(file: &AuditFile, round: &Round, template: &std::sync::Arc<Template>) -> Result<Self> {
        let earlier = before(file.reader(), round)?.ok_or_else(|| {
            Error::missing("There is no earlier round of this audit tool in the file.")
                .hint("Begin the next round from this one; then the two stand side by side.")
        })?;
        let then = template::load(file.reader(), &earlier.template)?;
        let way = template::way(file.reader(), &earlier.template, template)?;
        Ok(Self {
            grid: Grid::read(file.reader(), earlier.id, &then)?,
            same: way.map(|way| same(&way, template)).unwrap_or_default(),
            label: earlier.label,
        })
    }

    fn earlier(&self) -> Earlier<'_> {
        Earlier { label: &self.label, grid: &self.grid, same: &self.same }
    }
}

/// The questions that are the same in both, on the same words.
fn same(way: &Way, template: &Template) -> BTreeMap<QuestionId, QuestionId> {
    let from = |id: &QuestionId| {
        let origin = way.origin(id).filter(|origin| origin.came == Came::Same && origin.from.len() == 1)?;
        Some((id.clone(), origin.from.first()?.clone()))
    };
    template.questions().filter_map(|question| from(&question.id)).collect()
}

/// The round before one, if it is in the file.
fn before(reader: Reader<'_>, round: &Round) -> Result<Option<Round>> {
    round.earlier.map(|id| crate::round::load(reader, id)).transpose()
}
