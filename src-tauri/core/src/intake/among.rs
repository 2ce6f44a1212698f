//! The returns of one setting: the latest revision counts, and two that differ are asked.
//!
//! Pure. Refuses to know: how they were matched, and which of them came first.

use std::collections::{BTreeMap, BTreeSet};

use super::known::Known;
use super::matching::name_of;
use super::remembered::Asked;
use super::verdict::{Candidate, Held, Verdict, VerdictKind};
use crate::problem::Severity;
use crate::round::Replacing;
use crate::setting::SettingId;
use crate::submission::SubmissionId;

/// What a later file of the same return has more of.
type Rank = (u32, bool);

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
    let tops = tops(known, candidates);
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

/// The files that may count: the highest revision of each return that took its place unasked, and those that may not.
fn tops<'a>(known: &Known, candidates: &[Candidate<'a>]) -> Vec<Candidate<'a>> {
    let mut lowest: BTreeMap<SubmissionId, Rank> = BTreeMap::new();
    for Candidate { claim, .. } in candidates {
        let low = lowest.entry(claim.submission).or_insert(claim.rank());
        *low = (*low).min(claim.rank());
    }
    let mut highest = lowest.clone();
    for Candidate { claim, .. } in candidates.iter().filter(|it| it.free) {
        let top = highest.entry(claim.submission).or_default();
        *top = (*top).max(claim.rank());
    }
    let may_count = |it: &&Candidate<'_>| {
        let (rank, top) = (it.claim.rank(), highest.get(&it.claim.submission).copied().unwrap_or_default());
        rank == top || rank > top && known.replacing != Replacing::Never
    };
    let mut tops: Vec<Candidate<'a>> = candidates.iter().filter(may_count).copied().collect();
    tops.sort_by_key(|it| (it.claim.rank(), it.sha256));
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
        it.free && it.claim.submission == counts.claim.submission && it.claim.rank() > counts.claim.rank()
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
    } else if candidate.claim.submission == one.claim.submission && known.replacing == Replacing::Never {
        format!("This round lets no return be replaced; revision {other} of the return from {name} stands.")
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
    let ranks: BTreeSet<Rank> = tops.iter().filter(same).map(|it| it.claim.rank()).collect();
    let message = match (tops.iter().filter(same).count(), ranks.len()) {
        (1, _) => format!("There is more than one return from {name}; say which counts."),
        (_, 2..) => format!(
            "A later revision of the return from {name} is here, and this round asks before one takes the place of another; say which counts."
        ),
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
