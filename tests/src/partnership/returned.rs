//! Evidence and actions of a return at the partnership: that return's own, under ids that follow from its file.

use attest::intake::Lends;
use attest::submission;
use attest::submission::action::{self, Action, ActionState, Origin};
use attest::submission::evidence::{self, Item};
use attest::workbook::Return;

use super::ground::{self, Ground};

fn with_lists(ground: &Ground, revision: u32, titles: &[&str]) -> Return {
    let mut made = ground.made(1, revision, "100001", &[0]);
    let question = made.answers[0].question.clone();
    let item = |title: &&str| Item {
        title: (*title).to_owned(),
        place: "Shared drive".into(),
        questions: vec![question.clone(), question.clone()],
        ..Item::default()
    };
    made.evidence = titles.iter().map(item).collect();
    made.actions = vec![Action {
        title: "Book a course".into(),
        owner: "DSL".into(),
        due: "2026-11-20".parse().ok(),
        state: ActionState::UnderWay,
        done_on: None,
        outcome: String::new(),
        origin: Origin::Audit,
        created: "2026-10-01".parse().expect("a date"),
        questions: vec![question],
    }];
    made
}

fn rows(ground: &Ground) -> Vec<String> {
    let mut rows =
        ground.lines("SELECT 'evidence ' || id || ' ' || title || ' ' || returned_id FROM evidence");
    rows.extend(
        ground.lines("SELECT 'backing ' || id || ' ' || evidence_id || ' ' || question_id FROM backing"),
    );
    rows.extend(ground.lines("SELECT 'action ' || id || ' ' || title || ' ' || returned_id FROM action"));
    rows.extend(ground.lines("SELECT 'growth ' || id || ' ' || action_id || ' ' || question_id FROM growth"));
    rows.sort();
    rows
}

#[test]
fn lists_are_placed_as_the_returns_own_and_twice_is_once() {
    let (one, other) = (Ground::new(1), Ground::new(2));
    for ground in [&one, &other] {
        let made = with_lists(ground, 1, &["Minutes", "Training log"]);
        ground.put("a.xlsx", &serde_json::to_vec(&made).expect("json"));
        ground.take_in().expect("taken in");
        ground.take_in().expect("again");
    }
    let settings = |row: &String| row.starts_with("evidence") || row.starts_with("action");
    assert_eq!(rows(&one), rows(&other), "two partnerships come to the same rows");
    assert_eq!(rows(&one).len(), 2 + 2 + 1 + 1);
    assert!(
        rows(&one)
            .iter()
            .filter(|row| settings(row))
            .all(|row| row.contains(&ground::submission(1).to_string()))
    );
    one.file(|file| {
        let returned = submission::load(file.reader(), ground::submission(1))?;
        let items = evidence::of_submission(file.reader(), &returned)?;
        assert_eq!((items.len(), items[0].item.questions.len()), (2, 1));
        let plan = action::of_submission(file.reader(), &returned)?;
        assert!(plan[0].action.is_overdue("2026-11-21".parse().expect("a date")));
        Ok(())
    })
    .expect("read");
}

#[test]
fn a_later_revision_takes_the_lists_of_the_earlier_one_away() {
    let ground = Ground::new(1);
    let first = with_lists(&ground, 1, &["Minutes", "Training log"]);
    ground.put("a.xlsx", &serde_json::to_vec(&first).expect("json"));
    ground.take_in().expect("taken in");
    let second = with_lists(&ground, 2, &["Policy"]);
    ground.put("b.xlsx", &serde_json::to_vec(&second).expect("json"));
    ground.take_in().expect("taken in");
    let titles = ground.lines("SELECT title FROM evidence");
    assert_eq!(titles, ["Policy"]);
    assert_eq!(rows(&ground).len(), 4, "no link is left without its ends");
}
