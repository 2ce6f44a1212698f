//! The returns of one setting: the latest revision counts, and two that differ are asked.
//!
//! Pure. Refuses to know: how they were matched, and which of them came first.

use std::collections::{BTreeMap, BTreeSet};

use super::known::Known;
use super::matching::name_of;
use super::remembered::Asked;
use super::verdict::{Candidate, Held, Verdict, VerdictKind};
use crate::problem::Severity;
use crate::setting::SettingId;
use crate::submission::SubmissionId;

/// What the officer said of several returns of a setting: the one that counts, and those it was chosen over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Digest of the file that counts.
    pub counts: String,
    /// Digests of those that do not.
    pub over: BTreeSet<String>,
}

impl Choice {
    /// The case of a setting.
    pub fn case(setting: SettingId) -> String {
        format!("setting {setting}")
    }

    /// As it is remembered.
    pub fn meaning(&self) -> String {
        let over: Vec<&str> = self.over.iter().map(String::as_str).collect();
        format!("{};{}", self.counts, over.join(","))
    }

    fn read(meaning: &str) -> Option<Self> {
        let (counts, over) = meaning.split_once(';')?;
        Some(Self { counts: counts.to_owned(), over: over.split(',').map(str::to_owned).collect() })
    }
}

/// The verdicts on the returns of a setting, each with its place.
pub fn settled(known: &Known, setting: SettingId, candidates: &[Candidate<'_>]) -> Vec<(usize, Verdict)> {
    let tops = tops(candidates);
    let one = match tops.as_slice() {
        [one] => Some(*one),
        _ => chosen(known, setting, candidates, &tops),
    };
    let verdict = |candidate: &Candidate<'_>| match one {
        Some(one) => beside_one(known, setting, candidate, &one, candidates),
        None => undecided(known, setting, candidate, &tops),
    };
    candidates.iter().map(|candidate| (candidate.at, verdict(candidate))).collect()
}

/// The files with the highest revision of each return.
fn tops<'a>(candidates: &[Candidate<'a>]) -> Vec<Candidate<'a>> {
    let mut highest: BTreeMap<SubmissionId, (u32, bool)> = BTreeMap::new();
    for Candidate { claim, .. } in candidates {
        let top = highest.entry(claim.submission).or_default();
        *top = (*top).max(claim.rank());
    }
    let is_top = |it: &&Candidate<'_>| highest.get(&it.claim.submission) == Some(&it.claim.rank());
    let mut tops: Vec<Candidate<'a>> = candidates.iter().filter(is_top).copied().collect();
    tops.sort_by_key(|it| it.sha256);
    tops
}

/// The one that the officer chose, or a later revision of it; none where something came that he did not see.
fn chosen<'a>(
    known: &Known,
    setting: SettingId,
    candidates: &[Candidate<'a>],
    tops: &[Candidate<'a>],
) -> Option<Candidate<'a>> {
    let choice = Choice::read(known.said.of(Asked::Which, &Choice::case(setting))?)?;
    let counts = candidates.iter().find(|it| it.sha256 == choice.counts)?;
    let later = |it: &&Candidate<'_>| {
        it.claim.submission == counts.claim.submission && it.claim.rank() > counts.claim.rank()
    };
    let seen =
        |it: &Candidate<'_>| it.sha256 == choice.counts || choice.over.contains(it.sha256) || later(&it);
    if !tops.iter().all(seen) {
        return None;
    }
    let mut newer = tops.iter().filter(later);
    match (newer.next(), newer.next()) {
        (None, _) => Some(*counts),
        (Some(one), None) => Some(*one),
        (Some(_), Some(_)) => None,
    }
}

fn beside_one(
    known: &Known,
    setting: SettingId,
    candidate: &Candidate<'_>,
    one: &Candidate<'_>,
    all: &[Candidate<'_>],
) -> Verdict {
    let base = corrected(one, all);
    if one.claim.corrects() && base.is_none() {
        let message = "It corrects a return that is not here; take that return in first.";
        return Verdict::kept(VerdictKind::NeedsYou, Some(setting), message);
    }
    if candidate.at == one.at {
        let earlier = all
            .iter()
            .filter(|it| it.claim.submission == one.claim.submission && it.claim.rank() < one.claim.rank());
        return placed(candidate, setting, earlier.map(|it| it.claim.revision()).max());
    }
    let name = name_of(known, setting);
    let (its, other) = (candidate.claim.revision(), one.claim.revision());
    if base.is_some_and(|base| base.at == candidate.at) {
        let message = "Its answers stand, but for those that the setting has corrected in another file.";
        let kept = Verdict::kept(VerdictKind::Superseded, Some(setting), message);
        return Verdict { place: Held::Placed, ..kept };
    }
    let message = if candidate.claim.submission == one.claim.submission && its < other {
        format!("This is revision {its} of the return from {name}; revision {other} is here.")
    } else {
        format!("You said that another file is the return from {name}.")
    };
    Verdict::kept(VerdictKind::Superseded, Some(setting), message)
}

/// The whole return that a file corrects: its latest revision, and of two that differ always the same one.
fn corrected<'a>(one: &Candidate<'a>, all: &[Candidate<'a>]) -> Option<Candidate<'a>> {
    let whole = all.iter().filter(|it| {
        one.claim.corrects() && it.claim.submission == one.claim.submission && !it.claim.corrects()
    });
    whole.max_by(|a, b| (a.claim.revision(), b.sha256).cmp(&(b.claim.revision(), a.sha256))).copied()
}

/// Nobody has said yet: each return is placed once, so that they can be set side by side, and every one is asked.
fn undecided(
    known: &Known,
    setting: SettingId,
    candidate: &Candidate<'_>,
    tops: &[Candidate<'_>],
) -> Verdict {
    let name = name_of(known, setting);
    let same = |it: &&Candidate<'_>| it.claim.submission == candidate.claim.submission;
    let (its, top) = (candidate.claim.revision(), tops.iter().find(same));
    let first = top.filter(|it| it.at == candidate.at).is_some();
    if let Some(top) = top.filter(|it| it.claim.rank() > candidate.claim.rank()) {
        let message = format!(
            "This is revision {its} of the return from {name}; revision {} is here.",
            top.claim.revision()
        );
        return Verdict::kept(VerdictKind::Superseded, Some(setting), message);
    }
    let message = match tops.iter().filter(same).count() {
        1 => format!("There is more than one return from {name}; say which counts."),
        _ => format!(
            "Another file with the same return and revision came from {name}, and they differ; say which counts."
        ),
    };
    let kept = Verdict::kept(VerdictKind::NeedsYou, Some(setting), message).asking(Asked::Which);
    if first { Verdict { place: Held::Placed, ..kept } } else { kept }
}

fn placed(candidate: &Candidate<'_>, setting: SettingId, earlier: Option<u32>) -> Verdict {
    let over = earlier.map(|it| match candidate.claim.corrects() {
        true => "It corrects answers of the same return.".to_owned(),
        false => format!("It takes the place of revision {it} of the same return."),
    });
    let (kind, asks) = match (candidate.claim.worst, &over) {
        (Some(Severity::Fault | Severity::Question), _) => (VerdictKind::NeedsYou, Some(Asked::Doubt)),
        (Some(Severity::Repaired | Severity::Note) | None, Some(_)) => (VerdictKind::Replaces, None),
        (Some(Severity::Repaired), None) => (VerdictKind::Repaired, None),
        (Some(Severity::Note) | None, None) => (VerdictKind::Clean, None),
    };
    let message = over.unwrap_or_default();
    Verdict { kind, setting: Some(setting), place: Held::Placed, asks, message }
}
