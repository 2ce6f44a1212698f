//! Reply forms out and in: what is written is read, and forms merge the same in every order and however often.

use rand::seq::SliceRandom as _;
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

use super::super::action::{self, ActionId, Stage};
use super::super::form::{self, Filled, Reply};
use super::super::recommendation::Stance;
use super::super::standing::standing;
use super::super::tests::{Ground, day, ground, planned, recommended};
use super::super::{progress, reply};

fn with_actions(count: usize) -> (Ground, Vec<ActionId>) {
    let mut ground = ground();
    let of = ground.recommend(&recommended(Stance::Accepted, "")).expect("kept");
    let ids = (0..count).map(|_| ground.act(of, &planned(Some("2026-12-31"))).expect("an action"));
    let ids = ids.collect();
    (ground, ids)
}

fn take(ground: &mut Ground, form: &Filled) -> reply::Taken {
    ground.file.transact(reply::TAKE, "", |tx| reply::take(tx, form)).expect("taken")
}

/// All that the plan says, as a text.
fn told(ground: &Ground) -> String {
    let all = action::all(ground.file.reader()).expect("read");
    let of = |one: &action::Action| {
        let said = one
            .updates
            .iter()
            .map(|it| format!("{} {} {} {}", it.on, it.who, it.stage.map_or("", Stage::label), it.text));
        format!("A{} {}: {}", one.number, one.stage.label(), said.collect::<Vec<_>>().join("; "))
    };
    all.iter().map(of).collect::<Vec<_>>().join("\n")
}

fn random(rng: &mut ChaCha8Rng, actions: usize, ids: &[ActionId]) -> Filled {
    let stages = [None, Some(Stage::NotBegun), Some(Stage::UnderWay), Some(Stage::Done)];
    let replies = (0..rng.random_range(1..=actions)).map(|_| Reply {
        action: ids[rng.random_range(0..ids.len())],
        reference: String::new(),
        stage: stages[rng.random_range(0..stages.len())],
        text: format!("Said {}.", rng.random_range(0..3)),
        impact: String::new(),
    });
    Filled {
        replies: replies.collect(),
        agency: ["Health", "Police"][rng.random_range(0..2)].to_owned(),
        by: String::new(),
        on: day(["2026-11-01", "2026-11-10", "2026-11-20"][rng.random_range(0..3)]),
        unread: Vec::new(),
    }
}

/// The plan after forms were taken in, in an order, in groups of some size.
fn after(forms: &[Filled], order: &[usize]) -> String {
    let (mut ground, ids) = with_actions(3);
    // Ids are the same in every ground, because the world is.
    let mine: Vec<Filled> = forms.to_vec();
    assert!(mine.iter().flat_map(|one| &one.replies).all(|one| ids.contains(&one.action)));
    ground.go(ids[2], Stage::Done, "").expect("done");
    ground.go(ids[2], Stage::Closed, "It made one.").expect("closed");
    for place in order {
        ground.world.pass(60 * 60 * 24);
        take(&mut ground, &mine[*place]);
    }
    told(&ground)
}

#[test]
fn forms_merge_the_same_in_every_order_and_however_often() {
    let mut rng = ChaCha8Rng::seed_from_u64(11);
    for _ in 0..6 {
        let (_, ids) = with_actions(3);
        let forms: Vec<Filled> = (0..4).map(|_| random(&mut rng, 3, &ids)).collect();
        let once: Vec<usize> = (0..forms.len()).collect();
        let plain = after(&forms, &once);
        // Commutative and associative: whatever comes first, and whatever was together already.
        let mut shuffled = once.clone();
        shuffled.shuffle(&mut rng);
        assert_eq!(after(&forms, &shuffled), plain, "{shuffled:?}");
        // Idempotent: the same again, at the end or in between.
        let mut again = [once.clone(), shuffled].concat();
        again.shuffle(&mut rng);
        assert_eq!(after(&forms, &again), plain, "{again:?}");
        assert!(plain.contains("A3 Closed"), "what the group closed stays closed: {plain}");
    }
}

#[test]
fn of_a_day_the_further_stage_stands_and_what_is_said_in_attest_comes_after_a_form() {
    let (mut ground, ids) = with_actions(1);
    let form = |on: &str, stage, text: &str| Filled {
        agency: "Health".to_owned(),
        by: "Example Lead".to_owned(),
        on: day(on),
        replies: vec![Reply {
            action: ids[0],
            reference: "A1".to_owned(),
            stage,
            text: text.to_owned(),
            impact: String::new(),
        }],
        unread: Vec::new(),
    };
    take(&mut ground, &form("2026-11-20", Some(Stage::Done), "All held."));
    take(&mut ground, &form("2026-11-20", Some(Stage::UnderWay), "Two held."));
    assert_eq!(ground.action(ids[0]).stage, Stage::Done);
    ground.go(ids[0], Stage::UnderWay, "").expect("said");
    let taken = take(&mut ground, &form("2026-11-21", Some(Stage::Done), "All held, really."));
    assert_eq!((taken.new, taken.known), (1, 0));
    let action = ground.action(ids[0]);
    assert_eq!(action.stage, Stage::UnderWay, "the officer said otherwise that day");
    assert_eq!(action.updates[2].text, "All held, really.");
    take(&mut ground, &form("2026-11-22", None, "No news of the stage."));
    assert_eq!(ground.action(ids[0]).stage, Stage::UnderWay);
    assert_eq!(ground.action(ids[0]).updates[0].who, "Example Lead, Health");
    progress_is_kept(&mut ground, ids[0]);
}

fn progress_is_kept(ground: &mut Ground, id: ActionId) {
    let before = ground.action(id).updates.len();
    ground
        .file
        .transact(progress::UPDATE, "", |tx| progress::update(tx, id, Stage::Done, "", ""))
        .expect("said");
    assert_eq!(ground.action(id).updates.len(), before + 1);
}

fn row(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

#[test]
fn a_form_that_is_filled_in_says_only_what_is_new() {
    let (mut ground, ids) = with_actions(2);
    let all = standing(ground.file.reader(), day("2026-11-21")).expect("read");
    let written = form::write("Health", day("2026-11-01"), &all.iter().collect::<Vec<_>>()).expect("a form");
    assert!(written.starts_with(b"PK"));
    let (first, second) = (ids[0].to_string(), ids[1].to_string());
    let mut rows = vec![
        row(&["Actions of Health"]),
        row(&["Filled in by", "Example Lead", "", "", "", "", "", "", "Health"]),
        row(&["Filled in on", "20 November 2026", "", "", "", "", "", "", "2026-11-01"]),
        row(&[
            "Ref",
            "Action",
            "Owner",
            "Due",
            "How far when sent",
            "How far now",
            "What is new",
            "Difference made",
            "For Attest",
        ]),
        row(&["A1", "Hold", "", "", "Not begun", "under way", " Booked. ", "More calls", &first]),
        row(&["A2", "Hold", "", "", "Not begun", "Not begun", "", "", &second]),
        row(&["A9", "Gone", "", "", "Not begun", "Done", "x", "", "nothing"]),
        row(&["A2", "Hold", "", "", "Not begun", "finished", "", "", &second]),
    ];
    let filled = form::read(&rows, day("2026-11-21")).expect("a form");
    assert_eq!((filled.agency.as_str(), filled.by.as_str()), ("Health", "Example Lead"));
    assert_eq!(filled.on, day("2026-11-20"));
    assert_eq!(filled.replies.len(), 2);
    assert_eq!((filled.replies[0].stage, filled.replies[1].stage), (Some(Stage::UnderWay), None));
    assert!(filled.unread[0].contains("A9") && filled.unread[1].contains("finished"), "{:?}", filled.unread);
    take(&mut ground, &filled);
    assert_eq!(ground.action(ids[0]).updates[0].text, "Booked.\nDifference made: More calls");
    rows[2][1] = "31 December 2026".to_owned();
    let early = form::read(&rows, day("2026-11-21")).expect("a form");
    assert_eq!(early.on, day("2026-11-01"), "a day to come is no day of filling in");
    assert!(early.unread[0].contains("31 December 2026"));
    assert!(form::read(&rows[..1], day("2026-11-21")).is_none());
}
