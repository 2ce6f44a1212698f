//! Figures taken at a moment are the figures asked for later as at that moment, whatever happened since.

use attest::analysis::grid::{Grid, OnRegister, asked};
use attest::error::Result;
use attest::intake::{Lends, accept, back};
use attest::panel::finding::{Moderation, NewFinding, Standing};
use attest::panel::{self, FindingKind};
use attest::round::{register, stood};
use attest::setting;
use attest::store::{AuditFile, Operation};
use attest::submission::SubmissionId;
use attest::template::Template;
use chrono::{DateTime, Utc};
use proptest::prelude::*;

use super::ground::{Ground, submission as number};

const CHANGE: Operation = Operation::ordinary("test.change");
const URNS: [&str; 3] = ["100001", "100002", "100003"];

/// Something that happens in a round.
#[derive(Debug, Clone)]
enum Step {
    /// A return comes in, under its number, in its next revision, or under a number of its own.
    Come {
        school: usize,
        level: usize,
        number: Number,
    },
    Accept(usize),
    SendBack(usize),
    /// A panel rates the first question.
    Rate {
        school: usize,
        level: usize,
        standing: Standing,
    },
    Exempt(usize),
    Ask(usize),
    MoreTime(usize),
    Rename(usize),
    Freeze,
    Undo,
    Redo,
}

#[derive(Debug, Clone, Copy)]
enum Number {
    Same,
    Another,
}

fn step() -> impl Strategy<Value = Step> {
    let (school, level) = (0..3_usize, 0..4_usize);
    prop_oneof![
        4 => (school.clone(), level.clone(), prop_oneof![Just(Number::Same), Just(Number::Another)])
            .prop_map(|(school, level, number)| Step::Come { school, level, number }),
        4 => (0..12_usize).prop_map(Step::Accept),
        2 => (0..12_usize).prop_map(Step::SendBack),
        2 => (0..12_usize, level, prop_oneof![Just(Standing::Agreed), Just(Standing::Dissent)])
            .prop_map(|(school, level, standing)| Step::Rate { school, level, standing }),
        1 => school.clone().prop_map(Step::Exempt),
        1 => school.clone().prop_map(Step::Ask),
        1 => school.clone().prop_map(Step::MoreTime),
        1 => school.prop_map(Step::Rename),
        1 => Just(Step::Freeze),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
    ]
}

fn returns(ground: &Ground) -> Vec<SubmissionId> {
    let ids = ground.lines("SELECT id FROM submission ORDER BY id");
    ids.iter().map(|id| id.parse().expect("an id")).collect()
}

/// Does a step; what cannot be done just then is left.
fn walk(ground: &Ground, place: usize, step: &Step) {
    let one = |of: usize| returns(ground).get(of % returns(ground).len().max(1)).copied();
    let change = |work: &dyn Fn(&mut attest::store::Tx<'_>) -> Result<()>| {
        ground.file(|file| file.transact(CHANGE, &place.to_string(), |tx| work(tx))).ok();
    };
    let setting = |school: usize| ground.settings[school];
    match step {
        Step::Come { school, level, number } => {
            let (urn, revision) = (URNS[*school], u32::try_from(place).expect("few") + 1);
            let of = match number {
                Number::Same => *school as u128 + 1,
                Number::Another => place as u128 + 100,
            };
            ground.put_return(&format!("{place}.xlsx"), of, revision, urn, &[*level, (*level + 1) % 4, 2]);
            ground.take_in().ok();
        }
        Step::Accept(of) => {
            if let Some(id) = one(*of) {
                ground.file(|file| accept::accept(file, &[id])).ok();
            }
        }
        Step::SendBack(of) => {
            let doubt = back::Doubt { reason: "One answer is unclear.".into(), questions: Vec::new() };
            if let Some(id) = one(*of) {
                ground.file(|file| back::send_back(file, id, &doubt, || Ok(()))).ok();
            }
        }
        Step::Rate { school, level, standing } => {
            if let Some(id) = one(*school) {
                rate(ground, id, *level, *standing);
            }
        }
        Step::Exempt(school) => {
            change(&|tx| register::exempt(tx, ground.round, setting(*school), "Closed for works."));
        }
        Step::Ask(school) => change(&|tx| register::ask(tx, ground.round, setting(*school))),
        Step::MoreTime(school) => change(&|tx| {
            register::extend(
                tx,
                ground.round,
                setting(*school),
                "2027-04-01".parse().ok(),
                "A later meeting.",
            )
        }),
        Step::Rename(school) => change(&|tx| {
            let mut details = setting::load(tx.reader(), setting(*school))?.details;
            details.phase = format!("Phase {}", place % 3);
            setting::rename(tx, setting(*school), &details)
        }),
        Step::Freeze => change(&|tx| register::freeze(tx, ground.round, "Report").map(drop)),
        Step::Undo => drop(ground.file(undo)),
        Step::Redo => drop(ground.file(AuditFile::redo)),
    }
}

/// Takes back a step of the walk, and none of those that made the round.
fn undo(file: &mut AuditFile) -> Result<String> {
    let of_the_walk = ["test.change", "intake.accept", "return.send_back", "finding.record"];
    match file.can_undo().is_some_and(|name| of_the_walk.contains(&name)) {
        true => file.undo(),
        false => Ok(String::new()),
    }
}

fn rate(ground: &Ground, submission: SubmissionId, level: usize, standing: Standing) {
    let template: &Template = ground.template;
    let question = template.questions().find(|it| template.scale_of(it).is_some()).expect("one");
    let level = template.scale_of(question).expect("it has one").levels[level].code.clone();
    let new = NewFinding {
        submission,
        round: ground.round,
        question: Some(question.id.clone()),
        kind: FindingKind::Challenge,
        text: "Asked how reviews are dated.".into(),
        agency: "Police".into(),
        moderation: Some(Moderation { level, reason: "The record has no dates.".into(), standing }),
        further: Default::default(),
    };
    ground.file(|file| panel::record(file, template, &new)).ok();
}

/// What a round says at a moment: by the plain reading, and by dated events.
#[derive(Debug, PartialEq)]
struct Said {
    grid: Grid,
    asked: OnRegister,
    dues: Vec<String>,
}

fn at(ground: &Ground, file: &AuditFile, when: DateTime<Utc>) -> Result<Said> {
    let then = file.moment(when)?;
    let dues = stood::dues(file, ground.round, then)?;
    let grid = Grid::read_at(file, ground.round, ground.template, then)?;
    assert!(grid.rows.is_sorted_by_key(|row| &row.who.name), "by name");
    Ok(Said {
        grid,
        asked: asked(file, ground.round, then)?,
        dues: dues.into_iter().map(|(setting, due)| format!("{setting} {due}")).collect(),
    })
}

fn now(ground: &Ground) -> Said {
    let said = |file: &mut AuditFile| {
        let when = file.world().now();
        let dues = register::dues(file.reader(), ground.round)?;
        Ok(Said {
            grid: Grid::read(file.reader(), ground.round, ground.template)?,
            asked: asked(file, ground.round, file.moment(when)?)?,
            dues: dues.into_iter().map(|(setting, due)| format!("{setting} {due}")).collect(),
        })
    };
    ground.file(said).expect("read")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn what_was_said_at_a_moment_is_said_of_it_for_ever(seed in 0..1_000_u64, steps in prop::collection::vec(step(), 4..16)) {
        let ground = Ground::new(seed);
        let mut taken = Vec::new();
        for (place, step) in steps.iter().enumerate() {
            ground.world.pass(3_600 * 13);
            walk(&ground, place, step);
            let when = ground.file(|file| Ok(file.world().now())).expect("a time");
            taken.push((when, now(&ground)));
        }
        for (when, said) in &taken {
            let again = ground.file(|file| at(&ground, file, *when)).expect("read");
            prop_assert_eq!(&again, said, "as at {}", when);
        }
    }
}

#[test]
fn an_accepted_return_that_was_replaced_still_counts_in_the_past() {
    let ground = Ground::new(1);
    ground.put_return("a.xlsx", 1, 1, "100001", &[0, 0, 0]);
    ground.take_in().expect("taken in");
    ground.file(|file| accept::accept(file, &[number(1)])).expect("accepted");
    let (then, when) = (now(&ground), ground.file(|file| Ok(file.world().now())).expect("a time"));
    ground.world.pass(86_400);
    ground.put_return("b.xlsx", 1, 2, "100001", &[3, 3, 3]);
    ground.take_in().expect("taken in");
    assert!(now(&ground).grid.rows.is_empty(), "the new revision waits");
    ground.file(|file| accept::accept(file, &[number(1)])).expect("accepted");
    assert_ne!(now(&ground).grid.rows, then.grid.rows);
    assert_eq!(ground.file(|file| at(&ground, file, when)).expect("read"), then);
}
