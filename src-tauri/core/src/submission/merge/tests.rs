//! The laws of merging, over audits made at random: what both began from, what each side did with it. A title
//! is one thing’s alone here; what was given another title has a test of its own.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::submission::action::{ActionState, Origin};

fn word() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["", "one", "two", "three"]).prop_map(ToOwned::to_owned)
}

fn answer(question: usize) -> impl Strategy<Value = Answer> {
    (word(), word(), word(), word()).prop_map(move |(value, note, area, extra)| {
        let mut answer = Answer::blank(QuestionId(format!("school.q{question}")));
        answer.value = (!value.is_empty()).then_some(value);
        (answer.note, answer.area) = (note, area);
        if !extra.is_empty() {
            answer.extra.insert("where".to_owned(), extra);
        }
        answer
    })
}

fn action() -> impl Strategy<Value = Action> {
    (0..4_u8, word(), 0..2_usize).prop_map(|(title, owner, state)| Action {
        title: format!("Action {title}"),
        owner,
        due: None,
        state: ActionState::ALL[state],
        done_on: None,
        outcome: String::new(),
        origin: Origin::Audit,
        created: NaiveDate::from_ymd_opt(2027, 1, 11).expect("a day"),
        questions: Vec::new(),
    })
}

fn item() -> impl Strategy<Value = Item> {
    (0..4_u8, word()).prop_map(|(title, place)| Item {
        title: format!("Item {title}"),
        place,
        ..Item::default()
    })
}

prop_compose! {
    fn content()(
        fact in word(),
        answers in (answer(1), answer(2), answer(3)),
        actions in prop::collection::vec(action(), 0..4),
        evidence in prop::collection::vec(item(), 0..4),
    ) -> Content {
        let facts = BTreeMap::from([("boarding".to_owned(), fact)]);
        let mut content = Content {
            facts,
            answers: vec![answers.0, answers.1, answers.2],
            actions,
            evidence,
            ..Content::default()
        };
        content.actions.sort_by(|a, b| a.title.cmp(&b.title));
        content.actions.dedup_by(|a, b| a.title == b.title);
        content.evidence.sort_by(|a, b| a.title.cmp(&b.title));
        content.evidence.dedup_by(|a, b| a.title == b.title);
        content.action_ids = content.actions.iter().map(|action| action.title.clone()).collect();
        content.evidence_ids = content.evidence.iter().map(|item| item.title.clone()).collect();
        content
    }
}

fn take(choice: Choice) -> impl Fn(&Difference) -> Choice {
    move |_| choice
}

/// Spots of answers and facts, which bear the same name on both sides.
fn plain(differences: &[Difference]) -> Vec<(Spot, String, String)> {
    let plain = |one: &&Difference| matches!(one.spot, Spot::Fact(_) | Spot::Answer(..));
    differences
        .iter()
        .filter(plain)
        .map(|one| (one.spot.clone(), one.mine.clone(), one.theirs.clone()))
        .collect()
}

proptest! {
    #[test]
    fn what_did_not_change_there_is_no_difference(base in content(), mine in content()) {
        prop_assert!(merge(Some(&base), &mine, &base).is_empty());
        prop_assert!(merge(None, &mine, &mine).is_empty());
        prop_assert!(merge(Some(&base), &mine, &mine).is_empty());
    }

    #[test]
    fn what_did_not_change_here_never_clashes_and_taking_it_gives_the_other_side(base in content(), theirs in content()) {
        let found = merge(Some(&base), &base, &theirs);
        prop_assert!(found.clashes.is_empty(), "{:?}", found.clashes);
        let taken = applied(Some(&base), &base, &theirs, &take(Choice::Theirs));
        prop_assert_eq!(&taken.answers, &theirs.answers);
        prop_assert_eq!(&taken.facts, &theirs.facts);
    }

    #[test]
    fn taking_all_leaves_nothing_to_take(base in content(), mine in content(), theirs in content()) {
        for began in [Some(&base), None] {
            let taken = applied(began, &mine, &theirs, &take(Choice::Theirs));
            let again = merge(began, &taken, &theirs);
            prop_assert!(again.is_empty(), "{:?}", again);
        }
    }

    #[test]
    fn taking_none_changes_nothing(base in content(), mine in content(), theirs in content()) {
        prop_assert_eq!(applied(Some(&base), &mine, &theirs, &take(Choice::Mine)), mine.clone());
    }

    #[test]
    fn a_clash_is_one_from_either_side(base in content(), mine in content(), theirs in content()) {
        let (one, other) = (merge(Some(&base), &mine, &theirs), merge(Some(&base), &theirs, &mine));
        let turned: Vec<_> = plain(&other.clashes).into_iter().map(|(spot, a, b)| (spot, b, a)).collect();
        prop_assert_eq!(plain(&one.clashes), turned);
        for clash in &one.clashes {
            prop_assert!(Some(&clash.mine) != clash.base.as_ref() && Some(&clash.theirs) != clash.base.as_ref());
        }
    }

    #[test]
    fn takes_alone_never_undo_what_was_done_here(base in content(), mine in content(), theirs in content()) {
        let found = merge(Some(&base), &mine, &theirs);
        let safe = |one: &Difference| if found.takes.contains(one) { Choice::Theirs } else { Choice::Mine };
        let taken = applied(Some(&base), &mine, &theirs, &safe);
        let left = merge(Some(&base), &taken, &theirs);
        prop_assert!(left.takes.is_empty());
        prop_assert_eq!(left.clashes.len(), found.clashes.len());
        for (before, (after, began)) in mine.answers.iter().zip(taken.answers.iter().zip(&base.answers)) {
            prop_assert!(before.note == after.note || before.note == began.note);
        }
    }

    #[test]
    fn without_what_both_began_from_every_difference_is_asked(mine in content(), theirs in content()) {
        let found = merge(None, &mine, &theirs);
        prop_assert!(found.takes.is_empty());
        let differ = mine.answers.iter().zip(&theirs.answers).any(|(a, b)| a != b);
        prop_assert!(!differ || !found.clashes.is_empty());
    }

    #[test]
    fn nothing_is_taken_away(base in content(), mine in content(), theirs in content()) {
        let taken = applied(Some(&base), &mine, &theirs, &take(Choice::Theirs));
        prop_assert!(taken.actions.len() >= mine.actions.len() && taken.evidence.len() >= mine.evidence.len());
    }

    #[test]
    fn laid_over_what_was_given_stands_and_the_rest_stays(before in content(), again in content()) {
        let laid = over(&before, &again.clone().only(&["school.q2".into()]));
        prop_assert_eq!(&laid.answers[0], &before.answers[0]);
        let given = again.answers[1].says_something();
        prop_assert_eq!(&laid.answers[1], if given { &again.answers[1] } else { &before.answers[1] });
    }
}

#[test]
fn a_retitled_action_is_the_same_action() {
    let action = |title: &str, owner: &str| Action {
        title: title.to_owned(),
        owner: owner.to_owned(),
        due: None,
        state: ActionState::Open,
        done_on: None,
        outcome: String::new(),
        origin: Origin::Audit,
        created: NaiveDate::from_ymd_opt(2027, 1, 11).expect("a day"),
        questions: Vec::new(),
    };
    let of = |actions: Vec<Action>| Content { actions, ..Content::default() };
    let base = of(vec![action("Train the staff", "DSL"), action("Write it down", "Head")]);
    let theirs = of(vec![action("Train all staff", "DSL"), action("Write it down", "Clerk")]);
    let found = merge(Some(&base), &base, &theirs);
    let spots: Vec<&Spot> = found.takes.iter().map(|one| &one.spot).collect();
    assert_eq!(spots, [&Spot::Action(0, ActionField::Title), &Spot::Action(1, ActionField::Owner)]);
    let gone = merge(Some(&base), &base, &of(vec![action("Write it down", "Head")]));
    assert_eq!((gone.gone, gone.takes.len()), (vec!["Train the staff".to_owned()], 0));
}

#[test]
fn a_carried_answer_counts_as_blank_until_it_is_confirmed() {
    let mut carried = Answer::blank("school.q1".into());
    (carried.value, carried.carried_from) = (Some("met".to_owned()), Some("2025/26".to_owned()));
    let mine = Content { answers: vec![carried], ..Content::default() };
    let blank = Content { answers: vec![Answer::blank("school.q1".into())], ..Content::default() };
    assert!(merge(Some(&blank), &mine, &blank).is_empty(), "nobody touched it");
    let mut theirs = blank.clone();
    theirs.answers[0].value = Some("mostly".to_owned());
    assert_eq!(merge(Some(&blank), &mine, &theirs).takes.len(), 1);
    let taken = applied(Some(&blank), &mine, &theirs, &take(Choice::Theirs));
    assert_eq!((taken.answers[0].value.as_deref(), &taken.answers[0].carried_from), (Some("mostly"), &None));
}
