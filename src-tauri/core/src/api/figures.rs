//! The tables of the round in view: which there are, and each of them.
//!
//! Refuses to know: how a figure is worked out.

mod before;
mod gather;

use serde::{Deserialize, Serialize};

use super::call::Nothing;
use super::panel::agreement::beside;
use super::round;
use super::session::Session;
use super::table::{caption, table_view};
use super::views::TableView;
use crate::analysis::group::By;
use crate::analysis::heat::{self, Heat};
use crate::analysis::judged::Caption;
use crate::analysis::sharing::{Sharing, Shown};
use crate::analysis::table::Table;
use crate::analysis::{Grid, between, matrix, numbers, panels, plans, profile, questions, standards};
use crate::error::{Error, Result};
use crate::round::Round;
use crate::store::AuditFile;
use crate::template::Template;
use before::{Compared, before};

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
    /// T1 and T3.
    Response,
    /// T14.
    Actions,
    /// T16.
    SelfAndPanel,
    /// T17.
    FindingTypes,
    /// T23.
    Numbers,
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

impl ResultsTable {
    const ALL: [Self; 13] = [
        Self::Response,
        Self::Standards,
        Self::StandardsBy,
        Self::Questions,
        Self::QuestionsBy,
        Self::Ends,
        Self::Changes,
        Self::Matched,
        Self::Numbers,
        Self::Actions,
        Self::SelfAndPanel,
        Self::FindingTypes,
        Self::Settings,
    ];

    /// Whether it speaks of single settings, so that it is for officers alone.
    fn is_restricted(self) -> bool {
        matches!(
            self,
            Self::Settings | Self::SelfAndPanel | Self::FindingTypes | Self::Numbers | Self::Actions
        )
    }
}

/// The tables that there are: those beside the last round only where it is in the file.
pub fn list(session: &Session, _: Nothing) -> Result<Vec<FiguresChoice>> {
    use ResultsTable::{Changes, Matched, Numbers, QuestionsBy, Response, StandardsBy};
    let (earlier, asked) = session.file(|file| {
        let (round, template) = round::current(session, file)?;
        Ok((before(file.reader(), &round)?.is_some(), numbers::asked(&template).next().is_some()))
    })?;
    let choice = |table: ResultsTable| FiguresChoice {
        table,
        by: matches!(table, StandardsBy | QuestionsBy | Response),
        restricted: table.is_restricted(),
    };
    let there = |table: &ResultsTable| {
        (earlier || !matches!(table, Changes | Matched)) && (asked || *table != Numbers)
    };
    Ok(ResultsTable::ALL.into_iter().filter(there).map(choice).collect())
}

/// One table.
pub fn show(session: &Session, wanted: FiguresWanted) -> Result<TableView> {
    if wanted.readers == Readers::Others && wanted.table.is_restricted() {
        return Err(Error::state("This table speaks of single settings, so it is for officers alone.")
            .hint("Choose a table of standards or questions to share."));
    }
    let mut figures = session.figures();
    session.file(|file| {
        let (round, template) = round::current(session, file)?;
        let caption = caption(file, &round);
        let grid = figures.grid(file, round.id, &template)?;
        let sharing = match wanted.readers {
            Readers::Officers => None,
            Readers::Others => Some(Sharing::of(grid, round.threshold)),
        };
        let shown = sharing.as_ref().map_or(Shown::ToOfficers, Shown::ToOthers);
        let ground = Ground { session, file, round: &round, template: &template, grid, caption: &caption };
        table(&ground, wanted, shown).map(table_view)
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

/// What tables are made from.
struct Ground<'g> {
    session: &'g Session,
    file: &'g AuditFile,
    round: &'g Round,
    template: &'g std::sync::Arc<Template>,
    grid: &'g Grid,
    caption: &'g Caption,
}

fn table(ground: &Ground<'_>, wanted: FiguresWanted, shown: Shown<'_>) -> Result<Table> {
    let Ground { file, round, template, grid, caption, .. } = ground;
    Ok(match wanted.table {
        ResultsTable::Standards => standards::results(grid, template, caption, shown),
        ResultsTable::Questions => questions::results(grid, template, caption, shown),
        ResultsTable::StandardsBy => matrix::standards(grid, template, caption, wanted.by, shown),
        ResultsTable::QuestionsBy => matrix::questions(grid, template, caption, wanted.by, shown),
        ResultsTable::Ends => questions::ends(grid, template, caption, shown),
        ResultsTable::Changes => {
            let compared = Compared::of(file, round, template)?;
            between::changes(grid, template, caption, &compared.earlier(), shown)
        }
        ResultsTable::Matched => {
            let compared = Compared::of(file, round, template)?;
            between::matched(grid, template, caption, &compared.earlier(), shown)
        }
        ResultsTable::Settings => profile::settings(grid, template, caption),
        ResultsTable::Response => gather::response(ground, wanted.by, shown)?,
        ResultsTable::Actions => plans::actions(grid, template, caption, &gather::planned(ground)?),
        ResultsTable::SelfAndPanel => {
            panels::ratings(grid, template, caption, &beside(file.reader(), round, template)?)
        }
        ResultsTable::FindingTypes => panels::findings(grid, template, caption, &gather::found(ground)?),
        ResultsTable::Numbers => {
            let given = gather::numbers(ground)?;
            numbers::table(grid, template, caption, |question| {
                given.get(&question.id).cloned().unwrap_or_default()
            })
        }
    })
}
