//! What to make of the files that came in: pure, from what they say of themselves and what is known.
//!
//! All files that touch one another are judged together, so that the order in which they came in decides nothing.
//! Refuses to know: the file and its database, and who will accept what.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::among::settled;
use super::claim::Claim;
use super::known::Known;
use super::matching::{Matched, match_setting, settings_named};
use super::remembered::Asked;
use crate::error::Error;
use crate::setting::SettingId;
use crate::submission::SubmissionId;

/// What was made of a file that came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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
    /// An earlier revision of a return that is here, or one that the officer set aside.
    Superseded,
}

/// Whether a file's answers are the ones held now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// They are.
    Placed,
    /// It is kept as a file only.
    Kept,
}

/// A file as it is judged.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    /// Digest of its bytes.
    pub sha256: &'a str,
    /// The day on which it came in.
    pub on: NaiveDate,
    /// What it says of itself, or why nothing was read.
    pub claim: Result<&'a Claim, &'a Error>,
}

/// A verdict on a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// What was made of it.
    pub kind: VerdictKind,
    /// Whose it is, where that is known.
    pub setting: Option<SettingId>,
    /// Whether its answers are placed.
    pub place: Held,
    /// What the officer is asked, if anything.
    pub asks: Option<Asked>,
    /// One sentence; empty where there is nothing to say.
    pub message: String,
}

impl Verdict {
    /// A verdict on a file that is kept, and not placed.
    pub fn kept(kind: VerdictKind, setting: Option<SettingId>, message: impl Into<String>) -> Self {
        Self { kind, setting, place: Held::Kept, asks: None, message: message.into() }
    }

    /// The same with what the officer is asked.
    #[must_use]
    pub fn asking(mut self, asked: Asked) -> Self {
        self.asks = Some(asked);
        self
    }
}

/// A return of a setting among the others of that setting.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a> {
    /// Its place among the files that are judged.
    pub at: usize,
    /// Digest of its bytes.
    pub sha256: &'a str,
    /// What it says of itself.
    pub claim: &'a Claim,
    /// Whether the round lets it take the place of an earlier revision unasked.
    pub free: bool,
}

/// The verdicts on files that touch one another, in their order. No two of them have the same bytes.
pub fn judge(known: &Known, seen: &[Seen<'_>]) -> Vec<Verdict> {
    let kin = kin(known, seen);
    let none = BTreeSet::new();
    let mut verdicts: Vec<Option<Verdict>> = Vec::with_capacity(seen.len());
    let mut by_setting: BTreeMap<SettingId, Vec<Candidate<'_>>> = BTreeMap::new();
    for (at, file) in seen.iter().enumerate() {
        let matched = file.claim.map(|claim| {
            let kin = kin.get(&claim.submission).unwrap_or(&none);
            (claim, match_setting(known, claim, file.sha256, kin))
        });
        verdicts.push(match matched {
            Ok((claim, Matched::Setting(setting))) => {
                let free = claim.corrects() || known.lets_replace(setting, file.on);
                let candidate = Candidate { at, sha256: file.sha256, claim, free };
                by_setting.entry(setting).or_default().push(candidate);
                None
            }
            Ok((_, matched)) => Some(unmatched(matched)),
            Err(error) => Some(no_return(error)),
        });
    }
    for (setting, candidates) in by_setting {
        for (at, verdict) in settled(known, setting, &candidates) {
            verdicts[at] = Some(verdict);
        }
    }
    let undecided = || Verdict::kept(VerdictKind::NeedsYou, None, "It could not be judged.");
    verdicts.into_iter().map(|verdict| verdict.unwrap_or_else(undecided)).collect()
}

/// The settings that the files of each return name.
fn kin(known: &Known, seen: &[Seen<'_>]) -> BTreeMap<SubmissionId, BTreeSet<SettingId>> {
    let mut kin: BTreeMap<SubmissionId, BTreeSet<SettingId>> = BTreeMap::new();
    for claim in seen.iter().filter_map(|file| file.claim.ok()) {
        kin.entry(claim.submission).or_default().extend(settings_named(known, claim));
    }
    kin
}

fn unmatched(matched: Matched) -> Verdict {
    match matched {
        Matched::Setting(setting) => Verdict::kept(VerdictKind::NeedsYou, Some(setting), ""),
        Matched::Ask(asked, message) => Verdict::kept(VerdictKind::NeedsYou, None, message).asking(asked),
        Matched::Other(message, Some(_)) => {
            Verdict::kept(VerdictKind::OtherRound, None, message).asking(Asked::Round)
        }
        Matched::Other(message, None) => Verdict::kept(VerdictKind::OtherRound, None, message),
        Matched::Part => Verdict::kept(
            VerdictKind::NotAReturn,
            None,
            "It is a section that was shared with a colleague, not the return. Ask the setting for the return itself.",
        ),
        Matched::Aside(message) => Verdict::kept(VerdictKind::Superseded, None, message),
    }
}

fn no_return(error: &Error) -> Verdict {
    let sentence = format!("{} {}", error.message, error.hint);
    Verdict::kept(VerdictKind::NotAReturn, None, sentence.trim())
}

#[cfg(test)]
#[path = "verdict_tests.rs"]
mod tests;
