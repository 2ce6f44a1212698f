//! The merged report: rounds of this partnership and of others, chosen by the officer, in one paper.
//!
//! Refuses to know: how packs came here.

use serde::Deserialize;

use super::named;
use crate::analysis::judged::day;
use crate::api::figures::Readers;
use crate::api::paper_format::{self, PaperFormat};
use crate::api::save;
use crate::api::session::Session;
use crate::api::views::Written;
use crate::error::{Error, Result};
use crate::pack::compose;
use crate::pack::merged::Merged;
use crate::pack::{PackRound, kept};
use crate::report::Document;
use crate::report::merged::{self, For, MergedPaper};
use crate::round::{self, RoundId};
use crate::store::AuditFile;

/// A merged report.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct MergedWanted {
    pub rounds: Vec<RoundId>,
    #[serde(default)]
    pub readers: Readers,
}

/// The same, and how it is to be written.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct MergedFile {
    pub rounds: Vec<RoundId>,
    #[serde(default)]
    pub readers: Readers,
    pub format: PaperFormat,
}

/// `merged.show`.
pub fn show(session: &Session, wanted: MergedWanted) -> Result<Document> {
    session.file(|file| {
        session.round(file)?;
        composed(file, &wanted.rounds, wanted.readers)
    })
}

/// `merged.write`: none where the dialog was dismissed.
pub fn write(session: &Session, wanted: MergedFile) -> Result<Option<Written>> {
    let document = session.file(|file| {
        session.round(file)?;
        composed(file, &wanted.rounds, wanted.readers)
    })?;
    let name = save::file_name(&[&document.title], wanted.format.ending());
    paper_format::offer(session, ("Save the merged report", &name), &document, wanted.format)
}

fn composed(file: &AuditFile, wanted: &[RoundId], readers: Readers) -> Result<Document> {
    let rounds = chosen(file, wanted)?;
    if rounds.is_empty() {
        return Err(Error::input("No round is chosen.").hint("Choose at least one round of a partnership."));
    }
    let family = |round: &PackRound| round.template.split('@').next().unwrap_or_default().to_owned();
    if rounds.iter().any(|round| family(round) != family(&rounds[0])) {
        return Err(Error::input("The rounds that are chosen use different audit tools.")
            .hint("Choose rounds of one tool; its versions may differ."));
    }
    let merged = Merged::of(&rounds)?;
    Ok(merged::compose(&MergedPaper {
        merged: &merged,
        by: named(file)?,
        today: day(file.world().today()),
        readers: match readers {
            Readers::Officers => For::Officers,
            Readers::Others => For::Others,
        },
        code: file.head()?,
    }))
}

/// The rounds of this file as they stand today, the others' as their packs brought them.
fn chosen(file: &AuditFile, wanted: &[RoundId]) -> Result<Vec<PackRound>> {
    let reader = file.reader();
    let own: Vec<RoundId> = round::all(reader)?.into_iter().map(|one| one.id).collect();
    let mut others = kept::rounds(reader)?.0;
    let mut wanted = wanted.to_vec();
    wanted.sort();
    wanted.dedup();
    let one = |id: RoundId| {
        if own.contains(&id) {
            let mut round = compose::named(file, id)?;
            round.partnership = named(file)?;
            return Ok(round);
        }
        others.remove(&id).ok_or_else(|| {
            Error::missing("A round that is chosen is not in this file.")
                .hint("Look at the list of rounds again.")
        })
    };
    wanted.into_iter().map(one).collect()
}
