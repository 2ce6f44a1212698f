//! A round of this file as it goes into a pack: with every organisation by name, or as counts that speak of no few.
//!
//! Refuses to know: the form of the file.

use std::collections::{BTreeMap, BTreeSet};

use super::{Naming, PackFinding, PackReturn, PackRound, PackView, counts};
use crate::analysis::Grid;
use crate::analysis::grid::GridRow;
use crate::analysis::sharing::Sharing;
use crate::error::Result;
use crate::panel::finding::{self, Finding};
use crate::panel::further::Permission;
use crate::panel::session::{self, SessionState};
use crate::panel::view::{self, Sees};
use crate::partnership;
use crate::round::{self, RoundId};
use crate::setting::{self, Setting, also};
use crate::store::{AuditFile, Reader};
use crate::submission::ratings::{BLANK, CARRIED};
use crate::submission::{self, SubmissionId};
use crate::template::{self, Template, toml};

/// A round without names, as it stands today: its ratings, with what may be shared of them.
pub fn nameless(file: &AuditFile, id: RoundId, told: (&Grid, &Sharing)) -> Result<PackRound> {
    let template = template::load(file.reader(), &round::load(file.reader(), id)?.template)?;
    Ok(counts::nameless(named(file, id)?, &template, told, file.world().today()))
}

/// A round with its names, as it stands today.
pub fn named(file: &AuditFile, id: RoundId) -> Result<PackRound> {
    let reader = file.reader();
    let round = round::load(reader, id)?;
    let template = template::load(reader, &round.template)?;
    let own = Grid::read_own(reader, id, &template)?;
    let settings = setting::all(reader)?;
    let also = also::all(reader)?;
    let submissions = submission::of_round(reader, id)?.into_iter();
    let revisions: BTreeMap<SubmissionId, u32> = submissions.map(|one| (one.id, one.revision)).collect();
    let returns = own.rows.iter().map(|row| {
        let setting = settings.get(&row.setting);
        let mut one = returned(&own, row, setting);
        one.revision = revisions.get(&row.submission).copied().unwrap_or_default();
        one.also = also.get(&row.setting).cloned().unwrap_or_default();
        one.agreed = finding::agreed(reader, row.submission)?;
        Ok(one)
    });
    let returns = returns.collect::<Result<Vec<PackReturn>>>()?;
    Ok(PackRound {
        round: id,
        label: round.label,
        partnership: partnership::load(reader)?.name,
        as_at: file.world().today(),
        revision: file.revision().0,
        naming: Naming::Named,
        threshold: round.threshold,
        template: template.key(),
        tool: toml::write(&template),
        expected: own.expected,
        returned: u32::try_from(returns.len()).unwrap_or(u32::MAX),
        shared: u32::try_from(returns.iter().filter(|one| !one.also.is_empty()).count()).unwrap_or(u32::MAX),
        views: views(reader, id, &template, &returns)?,
        findings: findings(reader, id, &returns)?,
        returns,
        counts: Vec::new(),
        seen: Vec::new(),
        withheld: 0,
    })
}

fn returned(grid: &Grid, row: &GridRow, setting: Option<&Setting>) -> PackReturn {
    let (mut ratings, mut blank) = (BTreeMap::new(), Vec::new());
    for column in grid.scored() {
        let byte = row.ratings.get(column).copied().unwrap_or_default();
        let column = &grid.columns[column];
        match column.level_of(byte) {
            Some(level) => {
                ratings.insert(column.question.clone(), level.clone());
            }
            None if byte == BLANK || byte == CARRIED => blank.push(column.question.clone()),
            None => {}
        }
    }
    PackReturn {
        submission: row.submission,
        revision: 0,
        setting: row.setting,
        name: row.who.name.to_string(),
        kind: setting.map(|one| one.details.kind.clone()).unwrap_or_default(),
        phase: row.who.phase.to_string(),
        identifiers: setting.map(|one| one.identifiers.clone()).unwrap_or_default(),
        also: Vec::new(),
        ratings,
        agreed: BTreeMap::new(),
        blank,
    }
}

/// What panels and reviewers said of single ratings, in sessions that were held, of settings whose return counts.
fn views(
    reader: Reader<'_>,
    round: RoundId,
    template: &Template,
    returns: &[PackReturn],
) -> Result<Vec<PackView>> {
    let counted: BTreeSet<_> = returns.iter().map(|one| one.setting).collect();
    let sessions = session::of_round(reader, round)?.into_iter();
    let held = sessions.filter(|one| one.state != SessionState::Planned && counted.contains(&one.setting));
    let mut views = Vec::new();
    for met in held {
        let said = view::of_session(reader, met.id)?.into_values();
        let said =
            said.filter(|one| one.sees != Sees::NotTested && template.question(&one.question).is_some());
        views.extend(said.map(|one| PackView {
            setting: met.setting,
            question: one.question,
            sees: one.sees,
            level: one.level,
        }));
    }
    Ok(views)
}

fn findings(reader: Reader<'_>, round: RoundId, returns: &[PackReturn]) -> Result<Vec<PackFinding>> {
    let counted: BTreeSet<_> = returns.iter().map(|one| one.submission).collect();
    let found = finding::of_round(reader, round)?.into_iter();
    Ok(found.filter(|one| counted.contains(&one.submission)).map(packed).collect())
}

fn packed(one: Finding) -> PackFinding {
    PackFinding {
        id: one.id,
        of: Some(one.submission),
        kind: one.kind,
        question: one.question,
        standard: one.further.standard,
        text: one.text,
        agency: one.agency,
        may_name: one.further.permission == Permission::Given,
    }
}
