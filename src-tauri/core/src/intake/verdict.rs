//! What to make of the files of one run: pure, from what was read and what is known.
//!
//! All files are judged together, so that the order in which they came in decides nothing.
//! Refuses to know: the file and its database, and who will accept what.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::matching::{Matched, match_setting};
use crate::error::Error;
use crate::problem::Severity;
use crate::setting::SettingId;
use crate::submission::SubmissionId;
use crate::workbook::Identity;

/// What was made of a file that came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum VerdictKind {
    /// Placed; nothing to say.
    Clean,
    /// Placed; something was put right in reading.
    Repaired,
    /// A person has to decide.
    NeedsYou,
    /// No return at all.
    NotAReturn,
    /// These very bytes are here already.
    SameAgain,
    /// Placed over an earlier revision of the same return.
    Replaces,
    /// A return of another round or another audit tool.
    OtherRound,
    /// An earlier revision of a return that is here.
    Superseded,
}

/// What is known before a run.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// The round that is being taken in.
    pub round: KnownRound,
    /// Settings by scheme and value of their identifiers.
    pub identifiers: BTreeMap<(String, String), BTreeSet<SettingId>>,
    /// The round's register: who is asked to return, by name.
    pub register: BTreeMap<SettingId, String>,
    /// Workbooks issued in this round.
    pub issues: BTreeMap<Uuid, SettingId>,
    /// Digests of the files that are here.
    pub digests: BTreeSet<String>,
    /// Returns that files which are here lay claim to.
    pub claims: Vec<Claim>,
}

/// The round that is being taken in.
#[derive(Debug, Clone, Default)]
pub struct KnownRound {
    /// Its label.
    pub label: String,
    /// Id of its template.
    pub template: String,
    /// Version of its template.
    pub version: String,
    /// Digest of its template.
    pub digest: String,
}

/// A file says it is this revision of this return of this setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Digest of the file.
    pub sha256: String,
    /// The setting it is matched to.
    pub setting: SettingId,
    /// The return.
    pub submission: SubmissionId,
    /// Its revision.
    pub revision: u32,
    /// Whether its answers are the ones held.
    pub held: Held,
}

/// Whether a claim's answers are the ones held now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// They are.
    Placed,
    /// It is kept as a file only.
    Kept,
}

/// A file as it was seen.
#[derive(Debug, Clone)]
pub struct Seen {
    /// Digest of its bytes.
    pub sha256: String,
    /// What was read, or why nothing was.
    pub read: Result<Looked, Error>,
}

/// So much of a return as a verdict needs.
#[derive(Debug, Clone)]
pub struct Looked {
    /// The return it claims to be.
    pub submission: SubmissionId,
    /// Its identity.
    pub identity: Identity,
    /// The name it gives.
    pub name: String,
    /// The identifiers it gives.
    pub identifiers: BTreeMap<String, String>,
    /// The heaviest problem of its reading.
    pub worst: Option<Severity>,
}

/// What is made of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// In one word.
    pub kind: VerdictKind,
    /// Whose it is, where that is known.
    pub setting: Option<SettingId>,
    /// Whether its answers are placed as received.
    pub place: Held,
    /// In one sentence; empty where there is nothing to say.
    pub message: String,
}

impl Verdict {
    fn kept(kind: VerdictKind, setting: Option<SettingId>, message: impl Into<String>) -> Self {
        Self { kind, setting, place: Held::Kept, message: message.into() }
    }
}

/// The verdicts on the files of one run, in their order.
pub fn judge(known: &Known, seen: &[Seen]) -> Vec<Verdict> {
    let matched: Vec<Option<Matched>> =
        seen.iter().map(|file| file.read.as_ref().ok().map(|looked| match_setting(known, looked))).collect();
    let claims = all_claims(known, seen, &matched);
    let mut digests = known.digests.clone();
    let mut verdicts = Vec::with_capacity(seen.len());
    for (file, matched) in seen.iter().zip(matched) {
        let fresh = digests.insert(file.sha256.clone());
        verdicts.push(if fresh { first_time(file, matched, known, &claims) } else { same_again() });
    }
    verdicts
}

fn same_again() -> Verdict {
    Verdict::kept(VerdictKind::SameAgain, None, "This very file was taken in before; nothing was changed.")
}

/// The claims that stood before, and those that the files of this run make.
fn all_claims(known: &Known, seen: &[Seen], matched: &[Option<Matched>]) -> Vec<Claim> {
    let mut claims = known.claims.clone();
    for (file, matched) in seen.iter().zip(matched) {
        let (Ok(looked), Some(Matched::Setting(setting))) = (&file.read, matched) else { continue };
        if claims.iter().all(|claim| claim.sha256 != file.sha256) {
            claims.push(Claim {
                sha256: file.sha256.clone(),
                setting: *setting,
                submission: looked.submission,
                revision: looked.identity.revision,
                held: Held::Kept,
            });
        }
    }
    claims
}

fn first_time(file: &Seen, matched: Option<Matched>, known: &Known, claims: &[Claim]) -> Verdict {
    match (&file.read, matched) {
        (Err(error), _) => {
            let sentence = format!("{} {}", error.message, error.hint);
            Verdict::kept(VerdictKind::NotAReturn, None, sentence.trim())
        }
        (Ok(looked), Some(Matched::Setting(setting))) => {
            among_claims(&file.sha256, looked, setting, known, claims)
        }
        (Ok(_), Some(Matched::Ask(message))) => Verdict::kept(VerdictKind::NeedsYou, None, message),
        (Ok(_), Some(Matched::Other(message))) => Verdict::kept(VerdictKind::OtherRound, None, message),
        (Ok(_), None) => Verdict::kept(VerdictKind::NeedsYou, None, "It could not be matched to a setting."),
    }
}

/// A return of a setting, beside all other returns that claim to be this setting's.
fn among_claims(
    sha256: &str,
    looked: &Looked,
    setting: SettingId,
    known: &Known,
    claims: &[Claim],
) -> Verdict {
    let name = known.register.get(&setting).map_or("this setting", String::as_str);
    let others = claims.iter().filter(|claim| claim.setting == setting && claim.sha256 != sha256);
    let (same, different): (Vec<&Claim>, Vec<&Claim>) =
        others.partition(|claim| claim.submission == looked.submission);
    if !different.is_empty() {
        let message = format!(
            "There is more than one return from {name}; withdraw or set aside those that do not count."
        );
        return Verdict::kept(VerdictKind::NeedsYou, Some(setting), message);
    }
    let revision = looked.identity.revision;
    let highest = same.iter().map(|claim| claim.revision).max();
    match highest {
        Some(other) if other > revision => {
            let message =
                format!("This is revision {revision} of the return from {name}; revision {other} is here.");
            Verdict::kept(VerdictKind::Superseded, Some(setting), message)
        }
        Some(other) if other == revision => {
            let message = format!(
                "Another file with the same return and revision came from {name}, and they differ; say which counts."
            );
            Verdict::kept(VerdictKind::NeedsYou, Some(setting), message)
        }
        Some(_) | None => placed(looked, setting, same.iter().find(|claim| claim.held == Held::Placed)),
    }
}

fn placed(looked: &Looked, setting: SettingId, earlier: Option<&&Claim>) -> Verdict {
    let over =
        earlier.map(|claim| format!("It takes the place of revision {} of the same return.", claim.revision));
    let kind = match (looked.worst, &over) {
        (Some(Severity::Fault | Severity::Question), _) => VerdictKind::NeedsYou,
        (Some(Severity::Repaired | Severity::Note) | None, Some(_)) => VerdictKind::Replaces,
        (Some(Severity::Repaired), None) => VerdictKind::Repaired,
        (Some(Severity::Note) | None, None) => VerdictKind::Clean,
    };
    Verdict { kind, setting: Some(setting), place: Held::Placed, message: over.unwrap_or_default() }
}

#[cfg(test)]
#[path = "verdict_tests.rs"]
mod tests;
