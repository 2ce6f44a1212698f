//! The verdicts, case by case.

use uuid::Uuid;

use super::*;
use crate::intake::among::Choice;
use crate::intake::known::{KnownRound, identifier_key};
use crate::intake::remembered::ASIDE;
use crate::problem::Severity;
use crate::round::Replacing;
use crate::workbook::{ExportKind, Identity};

const OAK: SettingId = SettingId(Uuid::from_u128(1));
const ASH: SettingId = SettingId(Uuid::from_u128(2));

fn known() -> Known {
    let ids = [("urn", "100001", OAK), ("laestab", "815/2001", OAK), ("urn", "100002", ASH)];
    let mut known = Known {
        round: KnownRound {
            label: "2026/27".into(),
            template: "school".into(),
            version: "2025.1".into(),
            digest: "d1".into(),
            ..KnownRound::default()
        },
        register: [(OAK, "Oak Example School".into()), (ASH, "Ash Example School".into())].into(),
        names: [("oak example school".to_owned(), Some(OAK))].into(),
        issues: [(Uuid::from_u128(77), OAK)].into(),
        replacing: Replacing::UntilClosed,
        ..Known::default()
    };
    for (scheme, value, setting) in ids {
        known.identifiers.entry(identifier_key(scheme, value)).or_default().insert(setting);
    }
    known
}

/// A file: digest, number of the return, revision, URN.
fn file(sha256: &str, submission: u128, revision: u32, urn: &str) -> (String, Claim) {
    let identity = Identity {
        submission: Uuid::from_u128(submission),
        export: Uuid::from_u128(900),
        revision,
        template: "school".into(),
        version: "2025.1".into(),
        digest: "d1".into(),
        round: "2026/27".into(),
        ..Identity::default()
    };
    let claim = Claim {
        submission: SubmissionId(identity.submission),
        identity,
        name: "Some School".into(),
        identifiers: [("urn".to_owned(), urn.to_owned())].into(),
        worst: None,
    };
    (sha256.to_owned(), claim)
}

fn but((sha256, mut claim): (String, Claim), change: impl FnOnce(&mut Claim)) -> (String, Claim) {
    change(&mut claim);
    (sha256, claim)
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 3, 1).expect("a day")
}

fn judged(known: &Known, files: &[(String, Claim)]) -> Vec<Verdict> {
    let seen: Vec<Seen<'_>> =
        files.iter().map(|(sha256, claim)| Seen { sha256, on: day(), claim: Ok(claim) }).collect();
    judge(known, &seen)
}

#[track_caller]
fn check(known: &Known, file: (String, Claim), kind: VerdictKind, place: Held, words: &str) {
    let verdict = judged(known, &[file]).remove(0);
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
    check(&known, but(oak(), |l| l.identifiers.clear()), NeedsYou, Kept, "no identifier");
    let named = but(oak(), |l| {
        l.identifiers.clear();
        l.name = "OAK example  School".into();
    });
    check(&known, named, NeedsYou, Kept, "its name is that of Oak Example School");
    let two = but(file("a", 10, 1, "100002"), |l| {
        l.identifiers.insert("laestab".into(), "8152001".into());
    });
    check(&known, two, NeedsYou, Kept, "two settings");
    let error = Error::input("It is a picture.").hint("Ask again.");
    let bad = judge(&known, &[Seen { sha256: "b", on: day(), claim: Err(&error) }]).remove(0);
    assert_eq!((bad.kind, bad.message.as_str()), (NotAReturn, "It is a picture. Ask again."));
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

/// Verdicts by digest, whatever the order of the files.
fn by_digest(known: &Known, files: &[(String, Claim)]) -> Vec<(String, VerdictKind, Held)> {
    let of = |files: &[(String, Claim)]| {
        let verdicts = judged(known, files);
        let mut all: Vec<_> =
            files.iter().zip(verdicts).map(|((sha, _), it)| (sha.clone(), it.kind, it.place)).collect();
        all.sort_by(|a, b| a.0.cmp(&b.0));
        all
    };
    let forward = of(files);
    let mut turned = files.to_vec();
    for _ in files {
        turned.rotate_left(1);
        assert_eq!(of(&turned), forward, "the order decides nothing");
    }
    turned.reverse();
    assert_eq!(of(&turned), forward, "the order decides nothing");
    forward
}

#[test]
fn of_one_return_the_latest_revision_counts_and_two_that_differ_are_asked() {
    use Held::{Kept, Placed};
    use VerdictKind::{NeedsYou, Replaces, Superseded};
    let one = |sha: &str, revision| file(sha, 10, revision, "100001");
    let kinds = by_digest(&known(), &[one("a", 1), one("b", 2), one("c", 3)]);
    assert_eq!(kinds[2], ("c".into(), Replaces, Placed));
    assert_eq!(kinds[0], ("a".into(), Superseded, Kept));
    let kinds = by_digest(&known(), &[one("a", 1), one("b", 2), one("c", 2)]);
    assert_eq!(
        kinds,
        [("a".into(), Superseded, Kept), ("b".into(), NeedsYou, Placed), ("c".into(), NeedsYou, Kept)]
    );
    // One that lost its URN is known by the others of the same return.
    let lost = but(one("b", 2), |l| l.identifiers.clear());
    assert_eq!(by_digest(&known(), &[one("a", 1), lost.clone()])[1].1, Replaces);
    assert_eq!(by_digest(&known(), &[lost])[0].1, NeedsYou);
}

#[test]
fn a_return_takes_the_place_of_an_earlier_one_as_the_round_lets_it() {
    use Held::{Kept, Placed};
    use VerdictKind::{Clean, NeedsYou, Replaces, Superseded};
    let files = [file("a", 10, 1, "100001"), file("b", 10, 2, "100001")];
    let under = |replacing, due: Option<u32>| {
        let due = due.map(|day| NaiveDate::from_ymd_opt(2027, 3, day).expect("a day"));
        let known = Known { replacing, due: due.map(|due| (OAK, due)).into_iter().collect(), ..known() };
        by_digest(&known, &files).into_iter().map(|(_, kind, held)| (kind, held)).collect::<Vec<_>>()
    };
    let replaced = vec![(Superseded, Kept), (Replaces, Placed)];
    let asked = vec![(NeedsYou, Placed), (NeedsYou, Kept)];
    assert_eq!(under(Replacing::UntilClosed, None), replaced);
    assert_eq!(under(Replacing::UntilDue, None), replaced);
    assert_eq!(under(Replacing::UntilDue, Some(1)), replaced, "due means until the end of the day");
    assert_eq!(under(Replacing::UntilDue, Some(2)), replaced);
    assert_eq!(under(Replacing::Asked, None), asked);
    assert_eq!(under(Replacing::Never, None), [(Clean, Placed), (Superseded, Kept)]);
    let late = Known {
        due: [(OAK, NaiveDate::from_ymd_opt(2027, 2, 28).expect("a day"))].into(),
        replacing: Replacing::UntilDue,
        ..known()
    };
    let [a, b] = files;
    assert_eq!(by_digest(&late, &[a.clone(), b.clone()])[1].1, NeedsYou);
    let corrects = but(file("c", 10, 1, "100001"), |l| l.identity.kind = ExportKind::FixBack);
    assert_eq!(by_digest(&late, &[a.clone(), corrects])[1].1, Replaces, "what was sent back may come");
    let choice = Choice { counts: "b".into(), over: ["a".to_owned()].into() };
    let said = late.said.clone().with(Asked::Which, &Choice::case(OAK), &choice.meaning());
    let late = Known { said, ..late };
    assert_eq!(by_digest(&late, &[a.clone(), b.clone()])[1].2, Placed);
    let third = by_digest(&late, &[a, b, file("c", 10, 3, "100001")]);
    assert_eq!(third[2].1, NeedsYou, "one more is asked again");
}

#[test]
fn two_returns_of_one_setting_are_asked_until_it_is_said_which_counts() {
    use Held::{Kept, Placed};
    use VerdictKind::{Clean, NeedsYou, Replaces, Superseded};
    let files = [file("a", 10, 1, "100001"), file("b", 20, 1, "100001")];
    assert!(by_digest(&known(), &files).iter().all(|(_, kind, held)| (*kind, *held) == (NeedsYou, Placed)));
    let mut known = known();
    let choice = Choice { counts: "b".into(), over: ["a".to_owned()].into() };
    known.said = known.said.with(Asked::Which, &Choice::case(OAK), &choice.meaning());
    let kinds = by_digest(&known, &files);
    assert_eq!(kinds, [("a".into(), Superseded, Kept), ("b".into(), Clean, Placed)]);
    let [a, b] = files;
    let later = by_digest(&known, &[a.clone(), b.clone(), file("c", 20, 2, "100001")]);
    assert_eq!(later[2].1, Replaces, "a later revision of the one that was chosen counts");
    let another = by_digest(&known, &[a, b, file("c", 30, 1, "100001")]);
    assert!(another.iter().all(|(_, kind, _)| *kind == NeedsYou), "one that was not seen is asked");
}

#[test]
fn files_of_one_return_that_name_two_settings_are_all_asked() {
    let kinds = by_digest(&known(), &[file("a", 10, 1, "100001"), file("b", 10, 2, "100002")]);
    assert!(kinds.iter().all(|(_, kind, held)| (*kind, *held) == (VerdictKind::NeedsYou, Held::Kept)));
}

#[test]
fn what_the_officer_said_comes_first() {
    let mut known = known();
    let strange = but(file("a", 10, 1, "555"), |l| l.identity.version = "2024.1".into());
    let case = strange.1.case("a");
    known.said = known.said.with(Asked::Whose, &case, &ASH.to_string());
    check(&known, strange.clone(), VerdictKind::NeedsYou, Held::Kept, "2024.1");
    let version = strange.1.version_case();
    known.said = known.said.with(Asked::Version, &version, "take");
    let verdict = judged(&known, std::slice::from_ref(&strange)).remove(0);
    assert_eq!((verdict.kind, verdict.setting), (VerdictKind::Clean, Some(ASH)));
    known.said = known.said.with(Asked::Whose, &case, ASIDE);
    check(&known, strange, VerdictKind::Superseded, Held::Kept, "set this file aside");
}
