//! Taking in: the order decides nothing, twice changes nothing, a stop keeps what is placed, no file spoils the others.

use attest::error::Kind;
use attest::intake::kept;
use attest::intake::original::Original;
use attest::intake::{self, BatchId, Lends, VerdictKind, accept, again};
use attest::progress::Progress;
use attest::submission::{self, State};
use attest::workbook::{self, InProcess};

use super::ground::{Ground, json_reads, submission as number};

fn originals(ground: &Ground, batch: BatchId) -> Vec<Original> {
    ground.file(|file| kept::originals(file.reader(), batch)).expect("read")
}

fn kinds(ground: &Ground, batch: BatchId) -> Vec<(String, VerdictKind)> {
    originals(ground, batch).into_iter().map(|it| (it.name, it.kind)).collect()
}

fn state(ground: &Ground, of: u128) -> State {
    ground.file(|file| submission::load(file.reader(), number(of))).expect("it is there").state
}

#[test]
fn three_returns_and_a_hostile_file() {
    let ground = Ground::new(1);
    ground.put_return("a.xlsx", 1, 1, "100001", &[0, 1, 2]);
    ground.put_return("b.xlsx", 2, 1, "100002", &[1]);
    ground.put_return("c.xlsx", 3, 1, "999999", &[0]);
    ground.put("d.xlsx", b"PK\x03\x04 nothing of ours");
    let outcome = ground.take_in().expect("taken in");
    assert_eq!((outcome.files, outcome.placed), (4, 2));
    let batch = outcome.batch.expect("there was something new");
    use VerdictKind::{Clean, NeedsYou, NotAReturn};
    let said: Vec<VerdictKind> = kinds(&ground, batch).into_iter().map(|(_, kind)| kind).collect();
    assert_eq!(said, [Clean, Clean, NeedsYou, NotAReturn]);
    let kept = &originals(&ground, batch)[3];
    let bytes = ground.file(|file| kept::bytes(file.reader(), kept.id)).expect("kept");
    assert_eq!(bytes, b"PK\x03\x04 nothing of ours");
    assert_eq!(state(&ground, 1), State::Received);
    ground.file(|file| file.verify().map(drop)).expect("the chain holds");
}

#[test]
fn a_workbook_without_an_answer_needs_the_officer_and_is_not_among_the_clean_ones() {
    let ground = Ground::new(1);
    ground.put_return("a.xlsx", 1, 1, "100001", &[]);
    ground.put_return("b.xlsx", 2, 1, "100002", &[1]);
    let batch = ground.take_in().expect("taken in").batch.expect("there was something new");
    let said: Vec<VerdictKind> = kinds(&ground, batch).into_iter().map(|(_, kind)| kind).collect();
    assert_eq!(said, [VerdictKind::NeedsYou, VerdictKind::Clean]);
    let empty = &originals(&ground, batch)[0];
    let told: Vec<&str> = empty.problems.iter().map(|it| it.message.as_str()).collect();
    assert_eq!(told, ["Nothing in it is answered."]);
    ground.file(|file| accept::accept_clean(file, batch)).expect("accepted");
    assert_eq!((state(&ground, 1), state(&ground, 2)), (State::Received, State::Accepted));
    // The officer may count it all the same.
    ground.file(|file| accept::accept(file, &[number(1)])).expect("accepted");
    assert_eq!(state(&ground, 1), State::Accepted);
}

#[test]
fn twice_changes_nothing_and_leaves_no_batch() {
    let ground = Ground::new(1);
    ground.put_return("a.xlsx", 1, 1, "100001", &[0, 1]);
    ground.put("b.xlsx", b"nonsense");
    ground.take_in().expect("taken in");
    let (before, head) = (ground.dump(), ground.file(|file| file.head()).expect("a head"));
    let again = ground.take_in().expect("looked at");
    assert_eq!((again.batch, again.placed), (None, 0));
    assert_eq!((ground.dump(), ground.file(|file| file.head()).expect("a head")), (before, head));
}

#[test]
fn the_order_and_the_names_of_the_batches_decide_nothing() {
    let make = |seed, order: &[usize]| {
        let ground = Ground::new(seed);
        let put = |which: usize| match which {
            0 => ground.put_return("a.xlsx", 1, 1, "100001", &[0, 1]),
            1 => ground.put_return("b.xlsx", 1, 2, "100001", &[2, 1]),
            2 => ground.put_return("c.xlsx", 2, 1, "100002", &[1]),
            _ => ground.put_return("d.xlsx", 3, 1, "100003", &[1]),
        };
        order.iter().for_each(|which| put(*which));
        let mut paths: Vec<_> = order.iter().map(|at| ["a", "b", "c", "d"][*at]).collect();
        paths.reverse();
        let chosen: Vec<_> =
            paths.iter().map(|name| ground.chosen()[0].join(format!("{name}.xlsx"))).collect();
        intake::run(&ground, &json_reads(), &Progress::default(), ground.round, &chosen).expect("taken in");
        ground.dump()
    };
    let one = make(7, &[0, 1, 2, 3]);
    for order in [[3, 2, 1, 0], [1, 0, 3, 2], [2, 3, 0, 1]] {
        assert_eq!(make(7, &order), one);
    }
    assert!(one.iter().any(|line| line.contains("superseded")), "{one:?}");
}

#[test]
fn a_later_revision_takes_the_place_of_an_earlier_one_in_either_order() {
    let answers = |ground: &Ground| {
        ground.dump().into_iter().filter(|line| !line.starts_with("original")).collect::<Vec<_>>()
    };
    let make = |first: u32, then: u32| {
        let ground = Ground::new(7);
        ground.put_return("a.xlsx", 1, first, "100001", &[0, first as usize]);
        ground.take_in().expect("taken in");
        ground.put_return("b.xlsx", 1, then, "100001", &[0, then as usize]);
        ground.take_in().expect("taken in");
        answers(&ground)
    };
    assert_eq!(make(1, 2), make(2, 1));
}

#[test]
fn a_stop_keeps_what_is_placed_and_the_next_run_places_the_rest() {
    let mut ground = Ground::new(1);
    let urns: Vec<String> = (200_000..200_210).map(|urn| urn.to_string()).collect();
    ground.expect(&urns.iter().map(|urn| ("Sampleton School", urn.as_str())).collect::<Vec<_>>());
    for (urn, n) in urns.iter().zip(10..) {
        let mut made = ground.made(n, 1, urn, &[0]);
        made.answers.truncate(2);
        ground.put(&format!("{urn}.xlsx"), &serde_json::to_vec(&made).expect("json"));
    }
    let progress = Progress::default();
    let begun = || !ground.lines("SELECT id FROM submission").is_empty();
    let stopping = Stopping { ground: &ground, progress: &progress, when: &begun };
    let stopped = intake::run(&stopping, &json_reads(), &progress, ground.round, &ground.chosen());
    assert_eq!(stopped.map_err(|error| error.kind), Err(Kind::Stopped));
    let placed = || ground.lines("SELECT id FROM submission").len();
    assert_eq!(placed(), 200);
    assert_eq!(ground.take_in().expect("taken in").placed, 10);
    assert_eq!(placed(), 210);
}

#[test]
fn a_stop_while_the_safety_copy_is_kept_places_nothing_and_leaves_no_copy() {
    let ground = Ground::new(1);
    ground.put_return("a.xlsx", 1, 1, "100001", &[0, 1]);
    let stick = ground.folder.path().join("stick");
    std::fs::create_dir(&stick).expect("made");
    ground.world.keep_further_backups(stick.clone());
    let copies = || {
        let folders = std::fs::read_dir(&stick).expect("read").flatten();
        folders.flat_map(|folder| std::fs::read_dir(folder.path()).expect("read").flatten()).count()
    };
    let progress = Progress::default();
    let copying = || progress.stage().is_some_and(|(stage, _)| stage == "file.copy");
    let stopping = Stopping { ground: &ground, progress: &progress, when: &copying };
    let head = ground.file(|file| file.head()).expect("a head");
    let stopped = intake::run(&stopping, &json_reads(), &progress, ground.round, &ground.chosen());
    assert_eq!(stopped.map_err(|error| error.kind), Err(Kind::Stopped));
    assert_eq!((ground.file(|file| file.head()).expect("a head"), copies()), (head, 0));
    assert_eq!(ground.take_in().expect("taken in").placed, 1);
    assert_eq!(copies(), 1, "kept before the first return was placed");
    assert_eq!(ground.take_in().expect("looked at").batch, None);
    assert_eq!(copies(), 1, "nothing new, so no further copy");
}

/// Asks the work to stop at a step at which this is so.
struct Stopping<'a> {
    ground: &'a Ground,
    progress: &'a Progress,
    when: &'a (dyn Fn() -> bool + Sync),
}

impl Lends for Stopping<'_> {
    fn file<T>(
        &self,
        work: impl FnOnce(&mut attest::store::AuditFile) -> attest::error::Result<T>,
    ) -> attest::error::Result<T> {
        let done = self.ground.file(work);
        if (self.when)() {
            self.progress.stop();
        }
        done
    }
}

#[test]
fn only_what_is_clean_is_accepted_at_once_and_withdrawing_takes_it_out() {
    let ground = Ground::new(1);
    ground.put_return("a.xlsx", 1, 1, "100001", &[0]);
    let mut doubtful = ground.made(2, 1, "100002", &[0]);
    doubtful.setting = "A doubtful school".into();
    ground.put("b.xlsx", &serde_json::to_vec(&doubtful).expect("json"));
    let batch = ground.take_in().expect("taken in").batch.expect("something new");
    ground.file(|file| accept::accept_clean(file, batch)).expect("accepted");
    assert_eq!((state(&ground, 1), state(&ground, 2)), (State::Accepted, State::Received));
    let none = ground.file(|file| accept::accept_clean(file, batch));
    assert_eq!(none.map_err(|error| error.kind), Err(Kind::State));
    let twice = ground.file(|file| accept::accept(file, &[number(1)]));
    assert_eq!(twice.map_err(|error| error.kind), Err(Kind::State));
    let unknown = ground.file(|file| accept::accept(file, &[number(99)]));
    assert_eq!(unknown.map_err(|error| error.kind), Err(Kind::Missing));
    again::withdraw(&ground, &json_reads(), batch).expect("withdrawn");
    assert_eq!((state(&ground, 1), state(&ground, 2)), (State::Withdrawn, State::Withdrawn));
    assert_eq!(again::withdraw(&ground, &json_reads(), batch).map_err(|e| e.kind), Err(Kind::State));
    assert_eq!(ground.take_in().expect("taken in again").placed, 2);
    assert_eq!(state(&ground, 1), State::Received);
}

#[test]
fn a_kept_file_is_read_again_once_its_setting_is_on_the_register() {
    let mut ground = Ground::new(1);
    ground.put_return("a.xlsx", 1, 1, "100009", &[0]);
    let batch = ground.take_in().expect("taken in").batch.expect("something new");
    assert_eq!(
        again::again(&ground, &json_reads(), &Progress::default(), batch).expect("read again").placed,
        0
    );
    ground.expect(&[("Late Example School", "100009")]);
    assert_eq!(
        again::again(&ground, &json_reads(), &Progress::default(), batch).expect("read again").placed,
        1
    );
    assert_eq!(kinds(&ground, batch), [("a.xlsx".to_owned(), VerdictKind::Clean)]);
    assert_eq!(state(&ground, 1), State::Received);
}

#[test]
fn real_workbooks_are_placed_as_they_were_written() {
    let ground = Ground::new(9);
    let made = ground.made(1, 1, "100001", &[0, 1, 2]);
    let written = workbook::write(&made, ground.template).expect("written");
    ground.put("a.xlsx", &written.value);
    ground.put("b.xlsx", &written.value[..written.value.len() / 2]);
    let outcome = intake::run(&ground, &InProcess, &Progress::default(), ground.round, &ground.chosen())
        .expect("taken in");
    let batch = outcome.batch.expect("something new");
    let said: Vec<VerdictKind> = kinds(&ground, batch).into_iter().map(|(_, kind)| kind).collect();
    assert_eq!(said, [VerdictKind::Clean, VerdictKind::NotAReturn], "{:?}", originals(&ground, batch));
    let answers = ground.file(|file| submission::answers(file.reader(), number(1))).expect("read");
    for answer in &made.answers {
        let value = answers.get(&answer.question).and_then(|placed| placed.value.clone());
        assert_eq!(value, answer.value, "{}", answer.question);
    }
}
