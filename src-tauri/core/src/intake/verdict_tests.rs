//! The verdicts, case by case.

use super::*;
use crate::intake::matching::identifier_key;

const OAK: SettingId = SettingId(Uuid::from_u128(1));
const ASH: SettingId = SettingId(Uuid::from_u128(2));
const ELM: SettingId = SettingId(Uuid::from_u128(3));

fn known() -> Known {
    let ids =
        [("urn", "100001", OAK), ("laestab", "815/2001", OAK), ("urn", "100002", ASH), ("urn", "9", ELM)];
    let mut known = Known {
        round: KnownRound {
            label: "2026/27".into(),
            template: "school".into(),
            version: "2025.1".into(),
            digest: "d1".into(),
        },
        register: [(OAK, "Oak Example School".into()), (ASH, "Ash Example School".into())].into(),
        issues: [(Uuid::from_u128(77), OAK)].into(),
        ..Known::default()
    };
    for (scheme, value, setting) in ids {
        known.identifiers.entry(identifier_key(scheme, value)).or_default().insert(setting);
    }
    known
}

/// A file: digest, number of the return, revision, URN.
fn file(sha256: &str, submission: u128, revision: u32, urn: &str) -> Seen {
    let identity = Identity {
        submission: Uuid::from_u128(submission),
        issue: None,
        export: Uuid::from_u128(900),
        revision,
        template: "school".into(),
        version: "2025.1".into(),
        digest: "d1".into(),
        round: "2026/27".into(),
        kind: Default::default(),
    };
    let identifiers = [("urn".to_owned(), urn.to_owned())].into();
    let submission = SubmissionId(identity.submission);
    let looked = Looked { submission, identity, name: "Some School".into(), identifiers, worst: None };
    Seen { sha256: sha256.into(), read: Ok(looked) }
}

fn but(mut seen: Seen, change: impl FnOnce(&mut Looked)) -> Seen {
    if let Ok(looked) = &mut seen.read {
        change(looked);
    }
    seen
}

fn placed_before(submission: u128, revision: u32, setting: SettingId) -> Known {
    let mut known = known();
    known.digests.insert("old".into());
    known.claims.push(Claim {
        sha256: "old".into(),
        setting,
        submission: SubmissionId(Uuid::from_u128(submission)),
        revision,
        held: Held::Placed,
    });
    known
}

#[track_caller]
fn check(known: &Known, file: Seen, kind: VerdictKind, place: Held, words: &str) {
    let verdict = judge(known, &[file]).remove(0);
    assert_eq!((verdict.kind, verdict.place), (kind, place), "{}", verdict.message);
    assert!(verdict.message.contains(words), "{}", verdict.message);
}

#[test]
fn one_file_in_an_empty_round() {
    use Held::{Kept, Placed};
    use VerdictKind::{Clean, NeedsYou, NotAReturn, OtherRound, Repaired};
    let known = known();
    let oak = || file("a", 10, 1, "100001");
    check(&known, oak(), Clean, Placed, "");
    check(&known, but(oak(), |l| l.worst = Some(Severity::Note)), Clean, Placed, "");
    check(&known, but(oak(), |l| l.worst = Some(Severity::Repaired)), Repaired, Placed, "");
    check(&known, but(oak(), |l| l.worst = Some(Severity::Question)), NeedsYou, Placed, "");
    check(&known, but(oak(), |l| l.identity.template = "agency".into()), OtherRound, Kept, "agency");
    check(&known, but(oak(), |l| l.identity.round = "2025/26".into()), OtherRound, Kept, "2025/26");
    check(&known, but(oak(), |l| l.identity.version = "2024.1".into()), NeedsYou, Kept, "2024.1");
    check(&known, but(oak(), |l| l.identity.digest = "d2".into()), NeedsYou, Kept, "differs");
    check(&known, file("a", 10, 1, "555"), NeedsYou, Kept, "Some School (URN 555) is not on");
    check(&known, file("a", 10, 1, "9"), NeedsYou, Kept, "not on this round");
    check(&known, but(oak(), |l| l.identifiers.clear()), NeedsYou, Kept, "no identifier");
    let two = but(file("a", 10, 1, "100002"), |l| {
        l.identifiers.insert("laestab".into(), "8152001".into());
    });
    check(&known, two, NeedsYou, Kept, "two settings");
    let bad = Seen { sha256: "b".into(), read: Err(Error::input("It is a picture.").hint("Ask again.")) };
    check(&known, bad, NotAReturn, Kept, "It is a picture. Ask again.");
}

#[test]
fn an_issue_number_matches_without_identifier_or_label() {
    let issued = but(file("a", 10, 1, ""), |l| {
        l.identity.issue = Some(Uuid::from_u128(77));
        l.identity.round = "Our safeguarding audit".into();
    });
    check(&known(), issued.clone(), VerdictKind::Clean, Held::Placed, "");
    let copied = but(issued, |l| {
        l.identifiers.insert("urn".into(), "100002".into());
    });
    check(&known(), copied, VerdictKind::NeedsYou, Held::Kept, "may be a copy");
}

#[test]
fn revisions_of_one_return() {
    let known = placed_before(10, 2, OAK);
    check(&known, file("n", 10, 3, "100001"), VerdictKind::Replaces, Held::Placed, "revision 2");
    check(&known, file("n", 10, 1, "100001"), VerdictKind::Superseded, Held::Kept, "revision 2 is here");
    check(&known, file("n", 10, 2, "100001"), VerdictKind::NeedsYou, Held::Kept, "they differ");
    check(&known, file("old", 10, 2, "100001"), VerdictKind::SameAgain, Held::Kept, "");
    check(&known, file("n", 11, 9, "100001"), VerdictKind::NeedsYou, Held::Kept, "more than one return");
    check(&known, file("n", 10, 3, "100002"), VerdictKind::NeedsYou, Held::Kept, "may be a copy");
}

#[test]
fn within_one_run_the_order_decides_nothing() {
    let files = [
        file("a1", 10, 1, "100001"),
        file("a2", 10, 2, "100001"),
        file("b", 20, 1, "100002"),
        file("c", 21, 1, "100002"),
    ];
    let forward = judge(&known(), &files);
    let kinds: Vec<VerdictKind> = forward.iter().map(|verdict| verdict.kind).collect();
    use VerdictKind::{Clean, NeedsYou, Superseded};
    assert_eq!(kinds, [Superseded, Clean, NeedsYou, NeedsYou]);
    let mut backward = judge(&known(), &files.iter().rev().cloned().collect::<Vec<_>>());
    backward.reverse();
    assert_eq!(forward, backward);
}

#[test]
fn the_same_bytes_twice_in_one_run_are_placed_once() {
    let twice = judge(&known(), &[file("a", 10, 1, "100001"), file("a", 10, 1, "100001")]);
    assert_eq!(
        twice.iter().map(|v| v.kind).collect::<Vec<_>>(),
        [VerdictKind::Clean, VerdictKind::SameAgain]
    );
}
