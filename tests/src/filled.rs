//! A round whose accepted returns are written straight into the file, without a workbook: for benches of many thousands.

use attest::id::derived;
use attest::round::{self, NewRound, RoundId, register};
use attest::setting::{self, Details};
use attest::store::{AuditFile, Operation, Row, Tx};
use attest::submission::{self, AnswerId, State, SubmissionId};
use attest::template::Template;

const FILL: Operation = Operation::bulk("bench.fill");

/// Whether answers say something besides their rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notes {
    /// A rating and nothing else.
    None,
    /// Some thirty words a question.
    Written,
}

/// A round with so many accepted returns, one in eight missing besides.
pub fn fill(file: &mut AuditFile, template: &Template, returns: usize, notes: Notes) -> RoundId {
    let fill = |tx: &mut Tx<'_>| {
        let new = NewRound { label: "2026/27".into(), ..NewRound::default() };
        let round = round::create(tx, template, &new)?;
        for place in 0..returns + returns / 8 {
            let id = setting::add(tx, &details(place), &Default::default())?;
            register::expect(tx, round, id)?;
            if place < returns {
                let submission = SubmissionId(derived("bench", &place.to_string()));
                let row = Row::new("submission", submission).text("round_id", round).text("subject_id", id);
                let row = row.text("state", "accepted").text("template", template.key());
                tx.put(row.set("ratings", ratings(template, place)))?;
                submission::put_state(tx, submission, State::Accepted, "")?;
                match notes {
                    Notes::None => {}
                    Notes::Written => written(tx, template, submission, place)?,
                }
            }
        }
        Ok(round)
    };
    file.transact(FILL, "bench", fill).expect("filled")
}

fn details(place: usize) -> Details {
    Details {
        kind: "school".into(),
        name: format!("Example School {place}"),
        phase: ["Primary", "Primary", "Primary", "Secondary", "Special"][place % 5].into(),
        status: ["Maintained", "Academy or free school"][place % 2].into(),
        locality: format!("Locality {}", place % 9),
        trust: if place.is_multiple_of(2) { String::new() } else { format!("Trust {}", place % 40) },
    }
}

/// A byte a question: mostly levels, some blank, some not applicable.
fn ratings(template: &Template, place: usize) -> Vec<u8> {
    let mut next = chance(place);
    let byte = |levels: usize, at: usize| match at % 20 {
        0 => 1,
        1 => 3,
        _ => 4 + u8::try_from(at / 20 % levels.max(1)).unwrap_or(0),
    };
    template
        .questions()
        .map(|question| byte(template.scale_of(question).map_or(1, |scale| scale.levels.len()), next()))
        .collect()
}

const WORDS: [&str; 24] = [
    "records",
    "training",
    "governors",
    "review",
    "staff",
    "filtering",
    "policy",
    "meeting",
    "recorded",
    "weekly",
    "concerns",
    "register",
    "induction",
    "checked",
    "pupils",
    "parents",
    "attendance",
    "lead",
    "deputy",
    "audit",
    "transfer",
    "online",
    "kept",
    "updated",
];

/// The words of the answers of a return; one text in fifty names what a search looks for.
fn written(
    tx: &mut Tx<'_>,
    template: &Template,
    submission: SubmissionId,
    place: usize,
) -> attest::error::Result<()> {
    let mut next = chance(place + 7_000_000);
    for question in template.questions() {
        let mut words: Vec<&str> = (0..28).map(|_| WORDS[next() % WORDS.len()]).collect();
        if next().is_multiple_of(50) {
            words[11] = "whistleblowing";
        }
        let row = Row::new("answer", AnswerId::of(submission, &question.id));
        let row = row.text("submission_id", submission).text("question_id", &question.id);
        tx.put(row.text("value", "met").text("note", words.join(" ")))?;
    }
    Ok(())
}

/// Numbers that follow from a seed alone.
fn chance(seed: usize) -> impl FnMut() -> usize {
    let mut state = seed as u64 + 1;
    move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 40).unwrap_or(0)
    }
}
