//! Packs: rounds given to other partnerships, rounds of theirs read in, and what was given to whom.
//!
//! Refuses to know: figures, which `merged` shows.

pub mod merged;
mod nameless;

use std::path::Path;

use serde::Deserialize;

use super::call::Nothing;
use super::counted::Counted;
use super::form_files::{self, FileRead};
use super::round as rounds;
use super::save;
use super::session::Session;
use super::views::{Written, view};
use crate::error::{Error, Kind, Result};
use crate::pack::compose;
use crate::pack::file::{self, Manifest, Pack};
use crate::pack::kept::{self, Became};
use crate::pack::{Naming, PackRound};
use crate::publication::Wrote;
use crate::round::{self, RoundId};
use crate::store::AuditFile;
use crate::template::{self, Template};
use crate::{partnership, publication, submission};
pub(super) use nameless::Nameless;

/// How the name of a pack ends.
pub(in crate::api) const ENDING: &str = "attestpack";
/// The word of a pack of counts in the file.
pub(in crate::api) const PACK: &str = "pack";
/// The largest pack.
const LARGEST: u64 = 25 * 1024 * 1024;

view! {
    /// The rounds that can be set side by side, and what was given to others.
    PacksView {
        /// The partnership of this file.
        partnership: String,
        rounds: Vec<PackRoundLine>,
        given: Vec<PackGivenLine>,
    }
    /// A round of this partnership or of another.
    PackRoundLine {
        round: RoundId,
        partnership: String,
        label: String,
        /// Id of the audit tool's family: only rounds of one family are set side by side.
        family: String,
        tool: String,
        version: String,
        /// None for a round of this file.
        naming: Option<Naming>,
        returned: u32,
        expected: u32,
        findings: u32,
        as_at: String,
        /// Whether it is of this file, and shown as it stands today.
        own: bool,
    }
    /// A pack that was given to others.
    PackGivenLine { at: String, who: String, to: String, naming: Naming, rounds: String, }
    /// What became of one pack.
    #[derive(Default)]
    PackRead {
        file: String,
        partnership: String,
        rounds: Vec<PackRoundRead>,
        /// Why nothing was taken; empty where it was.
        refused: String,
        hint: String,
    }
    /// What became of one round of it.
    PackRoundRead { label: String, became: Became, }
}

/// A pack that is to be written.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PackWanted {
    pub rounds: Vec<RoundId>,
    pub naming: Naming,
    /// For whom it is.
    #[serde(default)]
    pub to: String,
}

/// One round of a pack.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PackRoundChosen {
    pub round: RoundId,
}

/// `pack.list`.
pub fn list(session: &Session, _: Nothing) -> Result<PacksView> {
    session.file(|file| {
        session.round(file)?;
        let reader = file.reader();
        let mut lines = round::all(reader)?
            .into_iter()
            .map(|one| own(file, &one))
            .collect::<Result<Vec<PackRoundLine>>>()?;
        let others = kept::rounds(reader)?.0.into_values();
        let others: Vec<PackRound> =
            others.filter(|one| lines.iter().all(|own| own.round != one.round)).collect();
        let tools = crate::pack::joined::read(&others.iter().collect::<Vec<_>>())?;
        lines.extend(others.iter().zip(&tools).map(|(one, template)| other(one, template)));
        lines.sort_by(|one, two| {
            (!one.own, &one.partnership, &one.label).cmp(&(!two.own, &two.partnership, &two.label))
        });
        let given = kept::given(reader)?.into_iter();
        let given = given.map(|one| PackGivenLine {
            at: one.at,
            who: one.who,
            to: one.to,
            naming: one.naming,
            rounds: one.rounds,
        });
        Ok(PacksView { partnership: named(file)?, rounds: lines, given: given.collect() })
    })
}

/// What the partnership is called.
fn named(file: &AuditFile) -> Result<String> {
    let name = partnership::load(file.reader())?.name;
    Ok(if name.is_empty() { "This partnership".to_owned() } else { name })
}

fn own(file: &AuditFile, one: &round::Round) -> Result<PackRoundLine> {
    let reader = file.reader();
    let template = template::load(reader, &one.template)?;
    let expected = Counted::of_round(reader, one.id)?.expected;
    let returned = submission::of_round(reader, one.id)?;
    let returned = returned.iter().filter(|one| one.state == submission::State::Accepted).count();
    Ok(PackRoundLine {
        round: one.id,
        partnership: named(file)?,
        label: one.label.clone(),
        family: template.id.clone(),
        tool: template.title.clone(),
        version: template.version.clone(),
        naming: None,
        returned: u32::try_from(returned).unwrap_or(u32::MAX),
        expected,
        findings: crate::panel::finding::count(reader, one.id)?,
        as_at: file.world().today().to_string(),
        own: true,
    })
}

fn other(one: &PackRound, template: &Template) -> PackRoundLine {
    PackRoundLine {
        round: one.round,
        partnership: one.partnership.clone(),
        label: one.label.clone(),
        family: template.id.clone(),
        tool: template.title.clone(),
        version: template.version.clone(),
        naming: Some(one.naming),
        returned: one.returned,
        expected: one.expected,
        findings: u32::try_from(one.findings.len()).unwrap_or(u32::MAX),
        as_at: one.as_at.to_string(),
        own: false,
    }
}

/// `pack.write`: none where the dialog was dismissed.
pub fn write(session: &Session, wanted: PackWanted) -> Result<Option<Written>> {
    let (pack, shared) = session.file(|file| {
        session.round(file)?;
        packed(file, &wanted)
    })?;
    let kind = match wanted.naming {
        Naming::Named => "with names",
        Naming::Nameless => "counts only",
    };
    let labels: Vec<&str> = pack.rounds.iter().map(|round| round.label.as_str()).collect();
    let name = save::file_name(&[&pack.manifest.partnership, &labels.join(" "), kind], ENDING);
    let Some(path) = session.desktop().pick_save("Save the pack", &name) else { return Ok(None) };
    let path = path.with_extension(ENDING);
    save::whole(&path, &file::write(&pack)?)?;
    session.file(|file| {
        let given =
            file.transact(kept::GIVE, "", |tx| kept::give(tx, &wanted.to, wanted.naming, &pack.rounds));
        match given {
            // A file that can only be read is still read from: then nobody keeps that it was given.
            Err(error) if error.kind == Kind::ReadOnly => Ok(()),
            other => other,
        }?;
        let pack = (publication::WRITE, PACK, "Pack of counts", ENDING);
        shared.iter().try_for_each(|one| one.keep(file, pack))
    })?;
    let sentence = match wanted.naming {
        Naming::Named => {
            "The pack is saved, with every organisation by name: send it only where that was agreed. Nothing was sent."
        }
        Naming::Nameless => {
            "The pack is saved. It holds counts alone, and none that speaks of a few. Nothing was sent."
        }
    };
    Ok(Some(save::written(&path, sentence, Vec::new())))
}

fn packed(file: &AuditFile, wanted: &PackWanted) -> Result<(Pack, Vec<Nameless>)> {
    let name = partnership::load(file.reader())?.name;
    if name.is_empty() {
        return Err(Error::state("The partnership of this file has no name.")
            .hint("Enter it on the page Partnership: whoever reads the pack knows its rows by it."));
    }
    let mut chosen = wanted.rounds.clone();
    chosen.sort();
    chosen.dedup();
    if chosen.is_empty() {
        return Err(Error::input("No round is chosen.").hint("Choose at least one round for the pack."));
    }
    let manifest = Manifest::exchange(&name, file.world().today(), wanted.naming);
    let (rounds, shared) = match wanted.naming {
        Naming::Named => {
            let all = chosen.into_iter().map(|id| compose::named(file, id));
            (all.collect::<Result<_>>()?, Vec::new())
        }
        Naming::Nameless => {
            let all = chosen.into_iter().map(|id| Nameless::of(file, id));
            let shared = all.collect::<Result<Vec<Nameless>>>()?;
            (shared.iter().map(|one| one.round(file)).collect::<Result<_>>()?, shared)
        }
    };
    Ok((Pack { manifest, rounds }, shared))
}

/// The round in view as it went into a pack of counts, with a name for the file, of a file as it stood when it was written; none
/// where the same figures do not come out.
pub(in crate::api) fn again(
    session: &Session,
    file: &AuditFile,
    wrote: &Wrote,
) -> Result<Option<(Vec<u8>, String)>> {
    let one = Nameless::seen(file, session.round(file)?.id)?;
    if !wrote.recipe.against(&one.recipe).is_empty() {
        return Ok(None);
    }
    let name = partnership::load(file.reader())?.name;
    let manifest = Manifest::exchange(&name, file.world().today(), Naming::Nameless);
    let pack = Pack { manifest, rounds: vec![one.round(file)?] };
    Ok(Some((file::write(&pack)?, save::file_name(&[&name, &wrote.recipe.round, "counts again"], ENDING))))
}

/// `pack.read`: none where the dialog was dismissed; what is wrong with one pack is said of it, and the others are read.
pub fn read(session: &Session, _: Nothing) -> Result<Option<Vec<PackRead>>> {
    session.file(|file| rounds::partnership(file))?;
    let wanted = ("Choose packs of other partnerships", [ENDING].as_slice());
    Ok(form_files::each_chosen(session, wanted, |path, read| taken(session, path, read)))
}

impl FileRead for PackRead {
    fn named_and_refused(&mut self) -> [&mut String; 3] {
        [&mut self.file, &mut self.refused, &mut self.hint]
    }
}

fn taken(session: &Session, path: &Path, read: &mut PackRead) -> Result<()> {
    let gone = |_| {
        Error::new(Kind::Disk, format!("{} could not be read.", read.file))
            .hint("Check that it is still there and choose it again.")
    };
    if std::fs::metadata(path).map_err(gone)?.len() > LARGEST {
        return Err(Error::input(format!("{} is larger than 25 MB, far more than a pack needs.", read.file))
            .hint("Ask for the pack as it was written by Attest."));
    }
    let pack = file::read(&std::fs::read(path).map_err(gone)?)?;
    read.partnership.clone_from(&pack.manifest.partnership);
    read.rounds = session.file(|file| {
        let target = pack.manifest.partnership.clone();
        file.transact(kept::READ, &target, |tx| {
            let place = |round: &PackRound| {
                Ok(PackRoundRead { label: round.label.clone(), became: kept::place(tx, round)? })
            };
            pack.rounds.iter().map(place).collect()
        })
    })?;
    Ok(())
}

/// `pack.remove`.
pub fn remove(session: &Session, chosen: PackRoundChosen) -> Result<PacksView> {
    session.file(|file| {
        session.round(file)?;
        file.transact(kept::REMOVE, "", |tx| kept::remove(tx, chosen.round))
    })?;
    list(session, Nothing {})
}
