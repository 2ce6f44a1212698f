//! The merged report: rounds of this partnership and of others, chosen by the officer, in one paper.
//!
//! Refuses to know: how packs came here.

use serde::Deserialize;

use super::{Nameless, named};
use crate::analysis::judged::day;
use crate::api::figures::Readers;
use crate::api::leaving::Copied;
use crate::api::paper_format::{self, PaperFormat};
use crate::api::save;
use crate::api::session::Session;
use crate::api::views::Written;
use crate::error::{Error, Result};
use crate::pack::compose;
use crate::pack::merged::{Merged, Shut};
use crate::pack::{PackRound, kept};
use crate::publication;
use crate::report::Document;
use crate::report::merged::{self, For, MergedPaper};
use crate::round::{self, RoundId};
use crate::store::{AuditFile, Operation};

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
    let (document, shared) = session.file(|file| {
        session.round(file)?;
        let shared = shared(file, &wanted.rounds, wanted.readers)?;
        Ok((composed(file, &wanted.rounds, wanted.readers)?, shared))
    })?;
    let ending = wanted.format.ending();
    let name = save::file_name(&[&document.title], ending);
    let written = paper_format::offer(session, ("Save the merged report", &name), &document, wanted.format)?;
    if written.is_some() {
        keep(session, &shared, (publication::WRITE, ending))?;
    }
    Ok(written)
}

/// `merged.copy`: asked before tables of it are copied; refused where they may not be shared, else kept as shared.
pub fn copy(session: &Session, wanted: MergedWanted) -> Result<Copied> {
    let shared = session.file(|file| {
        session.round(file)?;
        shared(file, &wanted.rounds, wanted.readers)
    })?;
    keep(session, &shared, (publication::COPY, "copied"))?;
    Ok(Copied { readers: wanted.readers })
}

/// The rounds of this file whose figures others are to have; refuses where too few returns differ from what was shared before.
fn shared(file: &AuditFile, wanted: &[RoundId], readers: Readers) -> Result<Vec<Nameless>> {
    own(file, wanted, readers)?.into_iter().map(|id| Nameless::of(file, id)).collect()
}

/// Of the rounds of this file what others may not have: as in any other paper, beside what was shared before.
fn shut(file: &AuditFile, wanted: &[RoundId], readers: Readers) -> Result<Shut> {
    let own = own(file, wanted, readers)?.into_iter();
    own.map(|id| Ok((id, Nameless::seen(file, id)?.shut()))).collect()
}

/// The rounds of this file in which something has to be hidden.
fn own(file: &AuditFile, wanted: &[RoundId], readers: Readers) -> Result<Vec<RoundId>> {
    match readers {
        Readers::Officers => Ok(Vec::new()),
        Readers::Others => {
            let own = round::all(file.reader())?.into_iter().map(|one| one.id);
            Ok(own.filter(|id| wanted.contains(id)).collect())
        }
    }
}

fn keep(session: &Session, shared: &[Nameless], (how, format): (Operation, &str)) -> Result<()> {
    session.file(|file| {
        shared.iter().try_for_each(|one| one.keep(file, (how, "merged", "Merged report", format)))
    })
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
    let merged = Merged::of(&rounds)?.without(shut(file, wanted, readers)?);
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
