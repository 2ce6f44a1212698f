//! What the officer is asked and answers: remembered for the same case, applied at once, taken back; and that neither
//! the order of files nor a stop decides anything.

use attest::error::Kind;
use attest::intake::remembered::{self, Asked};
use attest::intake::{Lends, accept, again, answer, ask, kept};
use attest::progress::Progress;
use attest::submission::{self, Answer, State};
use attest::template::{self, library};

use super::ground::{Ground, json_reads, submission as number};

fn questions(ground: &Ground) -> Vec<ask::Question> {
    ground.file(|file| ask::questions(file.reader(), ground.round)).expect("asked")
}

fn say(ground: &Ground, question: &ask::Question, meaning: &str) -> attest::error::Result<usize> {
    let said = (question.kind, question.given.as_str(), meaning);
    answer::answer(ground, &json_reads(), &Progress::default(), ground.round, said)
}

fn state(ground: &Ground, of: u128) -> Option<State> {
    ground.file(|file| submission::find(file.reader(), number(of))).expect("read").map(|it| it.state)
}

#[test]
fn whose_a_return_is_is_asked_once_and_taken_back() {
    let ground = Ground::new(3);
    ground.put_return("a.xlsx", 1, 1, "555555", &[0, 1]);
    ground.put_return("b.xlsx", 1, 2, "555555", &[1, 1]);
    ground.take_in().expect("taken in");
    let asked = questions(&ground);
    assert_eq!((asked.len(), asked[0].kind, asked[0].places.len()), (1, Asked::Whose, 2));
    assert!(say(&ground, &asked[0], "nobody").is_err(), "only what is offered, or a setting of the register");
    assert_eq!(say(&ground, &asked[0], &ground.settings[1].to_string()).expect("answered"), 2);
    assert_eq!(state(&ground, 1), Some(State::Received));
    assert!(questions(&ground).is_empty());
    let said = ground.file(|file| remembered::all(file.reader(), ground.round)).expect("read");
    answer::revoke(&ground, &json_reads(), &Progress::default(), ground.round, said[0].id)
        .expect("taken back");
    assert_eq!((questions(&ground).len(), state(&ground, 1)), (1, Some(State::Replaced)));
}

#[test]
fn of_two_returns_the_one_that_is_said_counts_and_a_third_is_asked_again() {
    let ground = Ground::new(3);
    ground.put_return("a.xlsx", 1, 1, "100001", &[0]);
    ground.put_return("b.xlsx", 2, 1, "100001", &[1]);
    ground.take_in().expect("taken in");
    let asked = questions(&ground);
    assert_eq!((asked.len(), asked[0].kind, asked[0].choices.len()), (1, Asked::Which, 2));
    let b = asked[0].choices.iter().find(|choice| choice.words == "b.xlsx").expect("offered");
    say(&ground, &asked[0], &b.meaning).expect("answered");
    assert_eq!((state(&ground, 1), state(&ground, 2)), (Some(State::Replaced), Some(State::Received)));
    assert!(questions(&ground).is_empty());
    ground.put_return("c.xlsx", 3, 1, "100001", &[2]);
    ground.take_in().expect("taken in");
    assert_eq!(questions(&ground).len(), 1);
}

#[test]
fn of_several_accepted_at_once_those_in_dispute_wait() {
    let ground = Ground::new(3);
    ground.put_return("a.xlsx", 1, 1, "100001", &[0]);
    ground.put_return("b.xlsx", 2, 1, "100001", &[1]);
    ground.put_return("c.xlsx", 3, 1, "100002", &[1]);
    ground.take_in().expect("taken in");
    let accepted = |which: &[u128]| {
        let chosen: Vec<_> = which.iter().map(|at| number(*at)).collect();
        ground.file(|file| accept::accept(file, &chosen)).map_err(|error| error.kind)
    };
    assert_eq!(accepted(&[1, 2]), Err(Kind::State));
    assert_eq!(accepted(&[1, 2, 3]), Ok(1));
    assert_eq!((state(&ground, 1), state(&ground, 3)), (Some(State::Received), Some(State::Accepted)));
}

#[test]
fn what_may_stand_is_no_longer_in_doubt() {
    let ground = Ground::new(3);
    let mut doubtful = ground.made(2, 1, "100002", &[0]);
    doubtful.setting = "A doubtful school".into();
    ground.put("b.xlsx", &serde_json::to_vec(&doubtful).expect("json"));
    let batch = ground.take_in().expect("taken in").batch.expect("new");
    let asked = questions(&ground);
    assert_eq!(asked[0].kind, Asked::Doubt);
    say(&ground, &asked[0], &asked[0].choices[0].meaning).expect("answered");
    assert!(questions(&ground).is_empty());
    let file = ground.file(|file| kept::originals(file.reader(), batch)).expect("read").remove(0);
    assert!(file.problems[0].message.contains("settled"), "{}", file.problems[0].message);
}

#[test]
fn a_withdrawn_replacement_brings_the_earlier_one_back() {
    let ground = Ground::new(3);
    ground.put_return("a.xlsx", 1, 1, "100001", &[0, 1]);
    ground.take_in().expect("taken in");
    let before = ground.dump();
    ground.put_return("b.xlsx", 1, 2, "100001", &[1, 2]);
    let batch = ground.take_in().expect("taken in").batch.expect("new");
    assert_ne!(ground.dump(), before);
    again::withdraw(&ground, &json_reads(), batch).expect("withdrawn");
    let left: Vec<String> =
        ground.dump().into_iter().filter(|line| !line.starts_with("original b.xlsx")).collect();
    assert_eq!(left, before);
}

/// A folder of every kind of file, taken in by such a plan; gives the digest of what the file then holds.
fn taken_in(plan: impl FnOnce(&Ground)) -> String {
    let ground = Ground::new(11);
    ground.put_return("a1.xlsx", 1, 1, "100001", &[0, 1]);
    ground.put_return("a2.xlsx", 1, 2, "100001", &[1, 1]);
    ground.put_return("a2 again.xlsx", 1, 2, "100001", &[1, 1]);
    ground.put_return("b.xlsx", 2, 1, "100002", &[2]);
    ground.put_return("b other.xlsx", 3, 1, "100002", &[0]);
    ground.put_return("c.xlsx", 4, 1, "100003", &[0, 0, 1]);
    ground.put_return("d.xlsx", 5, 1, "999999", &[0]);
    ground.put("e.xlsx", b"no workbook");
    plan(&ground);
    ground.file(|file| file.content_digest()).expect("a digest")
}

#[test]
fn twice_in_any_order_and_one_by_one_the_file_holds_the_same() {
    let take = |ground: &Ground, names: &[&str]| {
        for name in names {
            let chosen = [ground.chosen()[0].join(name)];
            let done =
                attest::intake::run(ground, &json_reads(), &Progress::default(), ground.round, &chosen);
            done.expect("taken in");
        }
    };
    let names = ["a1", "a2", "a2 again", "b", "b other", "c", "d", "e"].map(|name| format!("{name}.xlsx"));
    let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
    let whole = taken_in(|ground| {
        ground.take_in().expect("taken in");
    });
    for _ in 0..3 {
        names.rotate_left(3);
        assert_eq!(taken_in(|ground| take(ground, &names)), whole, "{names:?}");
    }
    names.reverse();
    assert_eq!(taken_in(|ground| take(ground, &names)), whole, "{names:?}");
    let twice = taken_in(|ground| {
        take(ground, &names[..3]);
        ground.take_in().expect("taken in");
        ground.take_in().expect("taken in again");
    });
    assert_eq!(twice, whole);
}

#[test]
fn a_return_of_another_version_is_read_by_what_became_of_each_question() {
    let ground = Ground::new(3);
    let later = library::find("school@2026.0").expect("it ships");
    let mut returned = ground.made(1, 1, "100001", &[]);
    (returned.identity.version, returned.identity.digest) = (later.version.clone(), template::digest(later));
    let rated = |id: &str| {
        let question = later.question(&id.into()).expect("it is asked");
        let value = later.scale_of(question).map(|scale| scale.levels[1].code.0.clone());
        Answer { value, note: format!("Of {id}."), ..Answer::blank(id.into()) }
    };
    returned.answers = ["school.a1", "school.b6", "school.k17"].map(rated).into();
    ground.put("a.xlsx", &serde_json::to_vec(&returned).expect("json"));
    let batch = ground.take_in().expect("taken in").batch.expect("new");
    let asked = questions(&ground);
    assert_eq!((asked.len(), asked[0].kind), (1, Asked::Version));
    assert_eq!(state(&ground, 1), None);
    say(&ground, &asked[0], "take").expect("answered");
    let answers = ground.file(|file| submission::answers(file.reader(), number(1))).expect("placed");
    let taken: Vec<(&str, bool)> =
        answers.values().map(|it| (it.question.as_str(), it.value.is_some())).collect();
    assert_eq!(taken, [("school.a1", true), ("school.b6", true)]);
    let file = ground.file(|file| kept::originals(file.reader(), batch)).expect("read").remove(0);
    let said = |words: &str| file.problems.iter().any(|problem| problem.message.contains(words));
    assert!(said("may be worded otherwise") && said("Of school.k17."), "{:?}", file.problems);
    let doubts = questions(&ground);
    assert_eq!((doubts.len(), doubts[0].kind), (1, Asked::Doubt), "what was reworded is looked at");
}

#[test]
fn a_workbook_without_an_answer_may_stand_and_is_not_asked_again() {
    let ground = Ground::new(3);
    ground.put_return("a.xlsx", 1, 1, "100001", &[]);
    let batch = ground.take_in().expect("taken in").batch.expect("new");
    let asked = questions(&ground);
    assert_eq!((asked.len(), asked[0].kind), (1, Asked::Doubt));
    assert!(asked[0].words.contains("Nothing in it is answered."), "{}", asked[0].words);
    say(&ground, &asked[0], &asked[0].choices[0].meaning).expect("answered");
    assert!(questions(&ground).is_empty());
    let file = ground.file(|file| kept::originals(file.reader(), batch)).expect("read").remove(0);
    assert!(file.problems[0].message.contains("settled"), "{}", file.problems[0].message);
    assert_eq!(state(&ground, 1), Some(State::Received));
}
