//! Packs out and in, put together in every order, joined over versions, and with nothing said of a few.

use std::io::{Cursor, Write};
use std::sync::OnceLock;

use proptest::prelude::*;

use super::file::{Manifest, Pack, read, write};
use super::joined::{Link, scored};
use super::merged::{Figure, Merged};
use super::*;
use crate::analysis::Tally;
use crate::id::derived;
use crate::template::{Template, library, propose, toml};

fn tool() -> &'static Template {
    library::find("section11@2026.1").expect("it ships")
}

/// The next version: the first question in other words, one gone, all others the same.
fn next_tool() -> Template {
    let mut next = tool().clone();
    next.version = "2027.1".to_owned();
    next.follows = Some("2026.1".to_owned());
    let counts = next.standards.iter_mut().find(|standard| standard.scored).expect("one counts");
    let reworded =
        counts.questions.iter_mut().find(|question| question.scale.is_some()).expect("one is rated");
    reworded.text.push_str(" It is reviewed each year.");
    counts.questions.pop();
    next.checks.clear();
    next.lineage = propose::lineage(tool(), &next).into_iter().map(|proposal| proposal.row).collect();
    next
}

fn first(template: &Template) -> Vec<QuestionId> {
    scored(template).map(|question| question.id.clone()).take(4).collect()
}

fn returned(name: &str, revision: u32, levels: &[(&QuestionId, &str)]) -> PackReturn {
    PackReturn {
        submission: SubmissionId(derived("return", name)),
        revision,
        setting: SettingId(derived("setting", name)),
        name: name.to_owned(),
        kind: "organisation".to_owned(),
        phase: String::new(),
        identifiers: BTreeMap::new(),
        also: Vec::new(),
        ratings: levels.iter().map(|(id, level)| ((*id).clone(), (*level).into())).collect(),
        agreed: BTreeMap::new(),
        blank: Vec::new(),
    }
}

fn round(partnership: &str, template: &Template, returns: Vec<PackReturn>) -> PackRound {
    PackRound {
        round: RoundId(derived("round", partnership)),
        label: "2026/27".to_owned(),
        partnership: partnership.to_owned(),
        as_at: "2026-11-21".parse().expect("a date"),
        revision: 7,
        naming: Naming::Named,
        threshold: 5,
        template: template.key(),
        tool: toml::write(template),
        expected: 10,
        returned: u32::try_from(returns.len()).expect("few"),
        shared: 0,
        returns,
        counts: Vec::new(),
        views: Vec::new(),
        seen: Vec::new(),
        findings: Vec::new(),
        withheld: 0,
    }
}

fn pack(round: PackRound) -> Pack {
    let manifest = Manifest::exchange(&round.partnership, round.as_at, round.naming);
    Pack { manifest, rounds: vec![round] }
}

fn of_six(partnership: &str) -> PackRound {
    let ids = first(tool());
    let one = |at: usize| {
        let level = if at == 0 { "partly" } else { "met" };
        let mut one = returned(&format!("{partnership} organisation {at}"), 1, &[(&ids[0], level)]);
        one.blank = vec![ids[1].clone()];
        one
    };
    round(partnership, tool(), (0..6).map(one).collect())
}

#[test]
fn a_pack_comes_out_as_it_went_in_and_twice_the_same_bytes() {
    let mut whole = of_six("Sampleton Partnership");
    whole.findings.push(PackFinding {
        id: FindingId(derived("finding", "1")),
        of: Some(whole.returns[0].submission),
        kind: FindingKind::GoodPractice,
        question: Some(first(tool())[0].clone()),
        standard: None,
        text: "Induction is done\nin the first week.".to_owned(),
        agency: "police".to_owned(),
        may_name: true,
    });
    let pack = pack(whole);
    let bytes = write(&pack).expect("written");
    assert_eq!(bytes, write(&pack).expect("written"));
    assert_eq!(read(&bytes), Ok(pack));
}

/// A pack with one part put in the place of its own.
fn with(name: &str, content: &str) -> Vec<u8> {
    let pack = pack(of_six("Sampleton Partnership"));
    let parts = crate::sheet::guard::parcel(&write(&pack).expect("written")).expect("sound");
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let own =
        parts.iter().filter(|(one, _)| *one != name).map(|(one, bytes)| (one.as_str(), bytes.as_slice()));
    for (one, bytes) in own.chain([(name, content.as_bytes())]) {
        zip.start_file(one, zip::write::SimpleFileOptions::default()).expect("begun");
        zip.write_all(bytes).expect("written");
    }
    zip.finish().expect("whole").into_inner()
}

#[test]
fn what_is_no_sound_pack_is_refused_with_a_sentence() {
    let good = write(&pack(of_six("Sampleton Partnership"))).expect("written");
    let newer = r#"{"format":"attest-pack","version":9}"#;
    let strange = r#"{"format":"other","version":1}"#;
    let stray = format!(r#"{{"round":"{}","is":{{}}}}"#, derived("x", "y"));
    let cases: Vec<(Vec<u8>, &str)> = vec![
        (Vec::new(), "not a pack"),
        (b"PK\x03\x04 and nothing".to_vec(), "damaged"),
        (good[..good.len() / 2].to_vec(), "damaged"),
        (with("manifest.json", newer), "newer Attest"),
        (with("manifest.json", strange), "not a pack"),
        (with("manifest.json", "{"), "manifest"),
        (with("rounds.jsonl", ""), "no round"),
        (with("returns.jsonl", ""), "names"),
        (with("returns.jsonl", "{\n"), "Line 1 of returns.jsonl"),
        (with("findings.jsonl", &stray), "findings.jsonl"),
        (with("templates/tool1.toml", "id = 1"), "audit tool"),
        (with("xl/workbook.xml", "<x/>"), "no pack has"),
        (with("../evil.jsonl", ""), "odd name"),
    ];
    for (bytes, said) in cases {
        let error = read(&bytes).expect_err(said);
        assert!(error.message.contains(said), "{said}: {}", error.message);
        assert!(!error.hint.is_empty());
    }
}

#[test]
fn whatever_byte_is_changed_a_pack_or_a_sentence_comes_back() {
    let good = write(&pack(of_six("Sampleton Partnership"))).expect("written");
    for at in (0..good.len()).step_by(97) {
        let mut bad = good.clone();
        bad[at] ^= 0x55;
        if let Err(error) = read(&bad) {
            assert!(error.message.ends_with('.'), "{}", error.message);
        }
    }
}

#[test]
fn levels_and_questions_that_the_tool_does_not_have_are_refused() {
    let ids = first(tool());
    let strange = "section11.nowhere".into();
    let level = round("A", tool(), vec![returned("One", 1, &[(&ids[0], "splendid")])]);
    let question = round("A", tool(), vec![returned("One", 1, &[(&strange, "met")])]);
    for (round, said) in [(level, "a level it does not have"), (question, "does not ask")] {
        let error = read(&write(&pack(round)).expect("written")).expect_err(said);
        assert!(error.message.contains(said), "{}", error.message);
    }
}

fn tally(figure: Figure) -> Tally {
    match figure {
        Figure::Shown(tally) => tally,
        Figure::Few | Figure::NotJoined => panic!("it is shown"),
    }
}

#[test]
fn a_return_of_several_partnerships_counts_in_each_and_once_among_all() {
    let ids = first(tool());
    let shared = |revision, level| returned("Sampleshire Police", revision, &[(&ids[0], level)]);
    let one = round("A", tool(), vec![shared(1, "partly"), returned("Trust", 1, &[(&ids[0], "met")])]);
    let two = round("B", tool(), vec![shared(2, "met")]);
    let rounds = [one, two];
    let merged = Merged::of(&rounds).expect("joined");
    let line = merged.line(&ids[0]);
    let counts = |figure| (tally(figure).at_least_met(), tally(figure).base());
    assert_eq!(line.by.iter().map(|figure| counts(*figure)).collect::<Vec<_>>(), [(1, 2), (1, 1)]);
    assert_eq!(counts(line.all), (2, 2));
    let police: Vec<_> = merged.returns().into_iter().filter(|it| it.rounds.len() == 2).collect();
    assert_eq!((police.len(), police[0].one.revision), (1, 2));
}

#[test]
fn differing_versions_are_joined_by_lineage_alone() {
    let next = next_tool();
    let ids = first(tool());
    let said = [(&ids[0], "met"), (&ids[2], "partly")];
    let old = round("A", tool(), vec![returned("One", 1, &said)]);
    let new = round("B", &next, vec![returned("Two", 1, &[(&ids[0], "met"), (&ids[2], "met")])]);
    let rounds = [old, new];
    let merged = Merged::of(&rounds).expect("joined");
    assert_eq!(merged.joined.template.version, "2027.1");
    let reworded = merged.line(&ids[0]);
    assert_eq!((reworded.by[0], tally(reworded.all).base()), (Figure::NotJoined, 1));
    assert!(matches!(&merged.joined.links[0][&ids[0]], Link::Not(why) if why.contains("reworded")));
    let same = merged.line(&ids[2]);
    assert_eq!((tally(same.all).at_least_met(), tally(same.all).base()), (1, 2));
    assert_eq!(merged.joined.left[0].len(), 2, "the reworded and the dropped question stand apart");
}

#[test]
fn without_names_nothing_is_told_of_a_few() {
    let ids = first(tool());
    let mut six = of_six("Sampleton Partnership");
    six.returns[0].ratings.insert(ids[2].clone(), "not_met".into());
    six.views.push(PackView {
        setting: six.returns[0].setting,
        question: ids[0].clone(),
        sees: Sees::Lower,
        level: None,
    });
    let finding = |text: &str| PackFinding {
        id: FindingId(derived("finding", text)),
        of: Some(six.returns[0].submission),
        kind: FindingKind::GoodPractice,
        question: None,
        standard: None,
        text: text.to_owned(),
        agency: "police".to_owned(),
        may_name: true,
    };
    six.findings = vec![
        finding("At Sampleton Partnership organisation 0 induction is done in a week."),
        finding("Ring sam.sample@example.org about it."),
    ];
    let template = tool();
    let grid = grid(&six, template);
    let sharing = crate::analysis::sharing::Sharing::of(&grid, six.threshold);
    let out = counts::nameless(six, template, (&grid, &sharing), "2026-11-21".parse().expect("a date"));
    assert!(out.returns.is_empty() && out.views.is_empty() && out.seen.is_empty());
    let of = |id: &QuestionId| out.counts.iter().find(|one| one.question == *id).expect("counted");
    assert_eq!(of(&ids[0]).levels.as_ref().map(|levels| levels.values().sum::<u32>()), Some(6));
    assert_eq!(of(&ids[2]).levels, None, "one organisation alone judged it");
    assert_eq!((out.findings.len(), out.withheld), (1, 1));
    let text = &out.findings[0].text;
    assert!(!text.contains("organisation 0") && text.contains("induction"), "{text}");
    let whole = serde_json::to_string(&out.findings).expect("text");
    assert!(!whole.contains("police") && out.findings[0].of.is_none());
    assert_eq!(read(&write(&pack(out.clone())).expect("written")).map(|pack| pack.rounds), Ok(vec![out]));
}

/// The grid that a round's own file would have.
fn grid(round: &PackRound, template: &Template) -> crate::analysis::Grid {
    let columns = crate::analysis::grid::columns(template);
    let byte = |one: &PackReturn, column: &crate::analysis::grid::GridColumn| {
        let level = one.ratings.get(&column.question);
        let place = level.and_then(|level| column.levels().iter().position(|(code, _)| code == level));
        place.map_or(0, |place| u8::try_from(place).expect("few levels") + 4)
    };
    let row = |one: &PackReturn| crate::analysis::grid::GridRow {
        submission: one.submission,
        setting: one.setting,
        ratings: columns.iter().map(|column| byte(one, column)).collect(),
        moderated: 0,
        who: crate::analysis::group::Who { name: (&one.name).into(), ..Default::default() },
    };
    let rows = round.returns.iter().map(row).collect();
    crate::analysis::Grid { rows, columns, expected: round.expected, absent: Vec::new(), outside: Vec::new() }
}

#[test]
fn what_is_shared_of_a_merged_report_tells_of_no_few() {
    let ids = first(tool());
    let two = |name: &str| {
        let one = |at: usize| {
            returned(&format!("{name} {at}"), 1, &[(&ids[0], if at == 0 { "met" } else { "partly" })])
        };
        round(name, tool(), (0..2).map(one).collect())
    };
    let rounds = [of_six("A"), of_six("B"), two("C")];
    let merged = Merged::of(&rounds).expect("joined");
    let line = merged.line_to_share(&ids[0], 5);
    assert_eq!(line.by[2], Figure::Few);
    let open = line.by.iter().filter(|figure| matches!(figure, Figure::Shown(_))).count();
    let all = matches!(line.all, Figure::Shown(_));
    assert!(open < 2 || !all, "the difference would tell of the two: {line:?}");
}

/// A round that says next to nothing, made once.
fn plain() -> &'static PackRound {
    static PLAIN: OnceLock<PackRound> = OnceLock::new();
    PLAIN.get_or_init(|| PackRound { tool: String::new(), ..round("Nobody", tool(), Vec::new()) })
}

fn edition() -> impl Strategy<Value = PackRound> {
    (0..4_u8, 0..3_u32, any::<bool>(), 0..3_u32).prop_map(|(of, revision, named, expected)| {
        let name = format!("Partnership {of}");
        let round = RoundId(derived("round", &name));
        let mut one = PackRound { partnership: name, round, ..plain().clone() };
        one.naming = if named { Naming::Named } else { Naming::Nameless };
        (one.revision, one.expected) = (revision, expected);
        one
    })
}

fn editions() -> impl Strategy<Value = Vec<PackRound>> {
    proptest::collection::vec(edition(), 0..6)
}

proptest! {
    #[test]
    fn packs_come_together_in_whatever_order_and_however_often(a in editions(), b in editions(), c in editions()) {
        let [a, b, c] = [a, b, c].map(Rounds::of);
        prop_assert_eq!(a.clone().union(b.clone()), b.clone().union(a.clone()));
        prop_assert_eq!(
            a.clone().union(b.clone()).union(c.clone()),
            a.clone().union(b.clone().union(c))
        );
        prop_assert_eq!(a.clone().union(a.clone()), a.clone());
        prop_assert_eq!(a.clone().union(b.clone()).union(b.clone()), a.union(b));
    }

    #[test]
    fn the_later_edition_stands(all in editions()) {
        let rounds = Rounds::of(all.clone());
        for one in &all {
            let stands = &rounds.0[&one.round];
            prop_assert!(stands.edition() >= one.edition());
        }
    }
}
