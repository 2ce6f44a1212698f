//! Whatever the lineage and whatever was answered: nothing carried counts, nothing written is lost, and every step
//! back leaves the file as it was, to the byte.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;

use super::tests::first;
use crate::round::NewRound;
use crate::setting::Details;
use crate::store::{AuditFile, FileKind, Operation, params};
use crate::submission::next::next_audit;
use crate::submission::start::{NewAudit, new_audit};
use crate::submission::{Answer, SubmissionId, answer, answers, carry, confirm, load, progress, ratings};
use crate::template::{self, Change, Lineage, QuestionId, Template, Way};
use crate::world::FixedWorld;

/// What becomes of the next question or two of a version, and whether a new one comes before it.
type Step = (u8, bool);
/// An answer: its level, whether it is marked, how long its note is.
type Said = (u8, u8);

const LEVELS: [Option<&str>; 4] = [None, Some("met"), Some("partly"), Some("not_met")];

/// The first version, with some questions.
fn begun(count: usize) -> Template {
    let mut template = first();
    let ids = (0..count).map(|number| format!("sample.v1-{number}"));
    template.standards.truncate(1);
    ask(&mut template, ids.collect());
    template
}

fn ask(template: &mut Template, ids: Vec<String>) {
    let model = template.standards[0].questions[0].clone();
    let question = |(place, id): (usize, String)| {
        let mut question = model.clone();
        (question.id, question.number) = (id.as_str().into(), format!("A{}", place + 1));
        question
    };
    template.standards[0].questions = ids.into_iter().enumerate().map(question).collect();
}

/// A version that follows, with a row of lineage for every question there was.
fn following(before: &Template, steps: &[Step]) -> Template {
    let version: u32 = before.version.parse().expect("the versions here are numbers");
    let mut next = Template {
        follows: Some(before.version.clone()),
        version: (version + 1).to_string(),
        ..before.clone()
    };
    let mut old = before.questions().map(|question| question.id.clone()).peekable();
    let (mut rows, mut ids, mut steps) = (Vec::new(), Vec::new(), steps.iter().copied().cycle());
    let mut row = |change, from: Vec<QuestionId>, to: Vec<String>| {
        let named = to.iter().map(|id| id.as_str().into()).collect();
        rows.push(Lineage { change, from, to: named, note: String::new() });
        ids.extend(to);
    };
    let mut number = 0;
    let mut fresh = || {
        number += 1;
        format!("sample.v{}-{number}n", version + 1)
    };
    while let Some(id) = old.next() {
        let (kind, new) = steps.next().unwrap_or((0, false));
        if new {
            row(Change::New, Vec::new(), vec![fresh()]);
        }
        match kind % 5 {
            0 => row(Change::Same, vec![id.clone()], vec![id.0]),
            1 => row(Change::Reworded, vec![id], vec![fresh()]),
            2 => row(Change::Split, vec![id], vec![fresh(), fresh()]),
            3 if old.peek().is_some() => {
                let other = old.next().expect("it was looked at");
                row(Change::Merged, vec![id, other], vec![fresh()]);
            }
            _ => row(Change::Dropped, vec![id], Vec::new()),
        }
    }
    row(Change::New, Vec::new(), vec![fresh()]);
    next.lineage = rows;
    ask(&mut next, ids);
    next
}

fn given(template: &Template, said: &[Said]) -> Vec<Answer> {
    let answer = |(question, (level, words)): (&crate::template::Question, &Said)| {
        let mut answer = Answer::blank(question.id.clone());
        answer.value = LEVELS[usize::from(*level) % 4].map(ToOwned::to_owned);
        answer.note = if *words == 0 { String::new() } else { format!("Note {words} on {}.", question.id) };
        answer
    };
    template.questions().zip(said.iter().cycle()).map(answer).collect()
}

fn by_question(answers: Vec<Answer>) -> BTreeMap<QuestionId, Answer> {
    answers.into_iter().map(|answer| (answer.question.clone(), answer)).collect()
}

struct Desk {
    _folder: tempfile::TempDir,
    file: AuditFile,
    id: SubmissionId,
    now: Template,
}

impl Desk {
    /// A file in which the first version was answered, and the third goes on from it over the second.
    fn new(versions: &[Template; 3], said: &[Said]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let world = Arc::new(FixedWorld::new("2026-01-11T18:00:00Z".parse().expect("a time"), 7));
        let path = folder.path().join("Example.attest");
        let mut file = AuditFile::create(&path, FileKind::Setting, world).expect("created");
        let setting =
            Details { kind: "school".into(), name: "Example Primary School".into(), ..Details::default() };
        let round = |label: &str| NewRound { label: label.into(), ..NewRound::default() };
        let new = NewAudit { setting, identifiers: BTreeMap::new(), round: round("2025/26") };
        let first = new_audit(&mut file, &versions[0], &new).expect("begun");
        answer::fill(&mut file, first, &BTreeMap::new(), &given(&versions[0], said)).expect("answered");
        let keep = Operation::ordinary("template.keep");
        file.transact(keep, "", |tx| template::keep(tx, &versions[1])).expect("the version between is known");
        let id = next_audit(&mut file, first, &versions[2], &round("2026/27")).expect("gone on");
        Self { _folder: folder, file, id, now: versions[2].clone() }
    }

    fn answers(&self) -> BTreeMap<QuestionId, Answer> {
        answers(self.file.reader(), self.id).expect("read")
    }

    fn bytes(&self) -> Vec<u8> {
        let sql = "SELECT ratings FROM submission WHERE id = ?1";
        let found = self.file.reader().one(sql, params![self.id], |row| row.get(0)).expect("read");
        found.expect("the submission is there")
    }

    fn in_step(&self) -> bool {
        let facts = load(self.file.reader(), self.id).expect("read").facts;
        self.bytes() == ratings::bytes(&self.now, &facts, &self.answers())
    }

    fn answered(&self) -> (u32, u32) {
        let there = self.answers();
        let asked = self.now.questions().map(|question| (question, there.get(&question.id)));
        let (progress, _) = progress::count(&self.now, asked);
        (progress.answered, progress.opened)
    }

    /// Everything that undo should bring back.
    fn all(&self) -> (BTreeMap<QuestionId, Answer>, Vec<u8>) {
        (self.answers(), self.bytes())
    }
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec((0..5_u8, prop::bool::weighted(0.2)), 1..8)
}

fn said() -> impl Strategy<Value = Vec<Said>> {
    prop::collection::vec((0..4_u8, 0..3_u8), 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn nothing_carried_counts_and_every_confirmation_can_be_taken_back(
        count in 1..14_usize, one in steps(), two in steps(), said in said(),
    ) {
        let start = begun(count);
        let between = following(&start, &one);
        let last = following(&between, &two);
        let mut desk = Desk::new(&[start, between, last], &said);
        prop_assert_eq!(desk.answered(), (0, 0));
        prop_assert!(desk.in_step());
        let carried = desk.all();
        let mut confirmed = 0;
        for answer in carried.0.values() {
            let done = confirm::confirm(&mut desk.file, desk.id, &answer.question);
            prop_assert_eq!(done.is_ok(), answer.value.is_some());
            if done.is_ok() {
                confirmed += 1;
                prop_assert!(desk.in_step());
                prop_assert_eq!(desk.answered().0, 1);
                desk.file.undo().expect("taken back");
                prop_assert_eq!(&desk.all(), &carried);
            }
        }
        let same = carried.0.keys().filter(|id| confirm::may_together(&carried.0, id)).count();
        let together = confirm::confirm_same(&mut desk.file, desk.id, None).expect("confirmed");
        prop_assert_eq!(together as usize, same);
        prop_assert_eq!(desk.answered().0 as usize, same);
        prop_assert!(same <= confirmed && desk.in_step());
        if same > 0 {
            desk.file.undo().expect("taken back");
        }
        prop_assert_eq!(&desk.all(), &carried);
    }

    #[test]
    fn over_two_steps_is_as_one_after_the_other_and_no_text_is_lost(
        count in 1..20_usize, one in steps(), two in steps(), said in said(),
    ) {
        let start = Arc::new(begun(count));
        let between = Arc::new(following(&start, &one));
        let last = Arc::new(following(&between, &two));
        let before = by_question(given(&start, &said));
        let way = |versions: &[&Arc<Template>]| Way::over(versions.iter().map(|one| Arc::clone(one)).collect());
        let straight = by_question(carry::answers(&way(&[&start, &between, &last]), "last", &before));
        let half = by_question(carry::answers(&way(&[&start, &between]), "last", &before));
        let twice = by_question(carry::answers(&way(&[&between, &last]), "other", &half));
        let told = |answers: &BTreeMap<QuestionId, Answer>| -> Vec<_> {
            answers.values().map(|one| (one.question.clone(), one.value.clone(), one.carried_how.is_some_and(template::Came::alone))).collect()
        };
        prop_assert_eq!(told(&straight), told(&twice));
        let lineage = way(&[&start, &between, &last]).lineage();
        for answer in before.values().filter(|answer| !answer.note.is_empty()) {
            let row = lineage.iter().find(|row| row.from.contains(&answer.question));
            let became: Vec<_> = row.into_iter().flat_map(|row| &row.to).collect();
            for id in became {
                prop_assert!(straight.get(id).is_some_and(|now| now.note.contains(&answer.note)));
            }
        }
    }
}
