//! A made-up return with every question answered: as people usually write, or at length.

use std::collections::BTreeMap;

use attest::submission::Answer;
use attest::submission::action::{Action, ActionState, Origin};
use attest::submission::evidence::Item;
use attest::submission::signoff::canonical::{Content, canonical};
use attest::submission::signoff::{Code, Digests, SignOff, Signature, Standing};
use attest::template::{self, Question, QuestionId, QuestionKind, Template};
use attest::workbook::{Calendar, Identity, LastRound, Return};
use chrono::NaiveDate;
use uuid::Uuid;

/// How much was written beside each answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// A sentence or two, here and there.
    Usual,
    /// Four texts of up to a page at every question.
    Long,
}

/// A return with every question answered, actions and evidence, not signed.
pub fn full(template: &Template, length: Length) -> Return {
    let answers: Vec<Answer> = template
        .questions()
        .enumerate()
        .map(|(place, question)| answer(template, question, place, length))
        .collect();
    let ids: Vec<QuestionId> = template.questions().map(|question| question.id.clone()).collect();
    Return {
        identity: identity(template),
        setting: "Example Primary School".to_owned(),
        identifiers: BTreeMap::from([("urn".to_owned(), "100000".to_owned())]),
        facts: facts(template),
        answers,
        actions: (0..18).map(|place| action(&ids, place)).collect(),
        evidence: (0..24).map(|place| item(&ids, place)).collect(),
        last_round: ids.iter().enumerate().step_by(3).map(|(place, id)| (id.clone(), last(place))).collect(),
        calendar: Calendar {
            governors: day(2027, 3, 4),
            due: day(2027, 3, 31),
            return_to: "The Sampleton safeguarding partnership, returns@sampleton.example".to_owned(),
            instructions: String::new(),
        },
        ..Return::default()
    }
}

/// The same return, signed by everybody whom the template names.
pub fn signed(template: &Template, mut returned: Return) -> Return {
    let said = canonical(&content(&returned), template);
    let signature = |(place, step): (usize, &template::SignOffStep)| Signature {
        step: step.id.clone(),
        name: format!("Sam Sample {}", place + 1),
        role: step.role.clone(),
        body: step.body.clone(),
        meeting: (place > 0).then(|| day(2027, 3, 4)).flatten(),
        minute: if place > 0 { "12.4".to_owned() } else { String::new() },
        statement: step.statement.clone(),
        on: day(2027, 3, 5).expect("a day"),
    };
    returned.sign_off = Some(SignOff {
        code: Some(Code::of(&said.text())),
        signatures: template.sign_off.iter().enumerate().map(signature).collect(),
        digests: Digests::of(&said),
    });
    returned.standing = Standing::SignedOff;
    returned
}

fn content(returned: &Return) -> Content {
    Content {
        template: returned.identity.digest.clone(),
        setting: returned.setting.clone(),
        round: returned.identity.round.clone(),
        facts: returned.facts.clone(),
        answers: returned.answers.clone(),
        actions: returned.actions.clone(),
        evidence: returned.evidence.clone(),
    }
}

fn identity(template: &Template) -> Identity {
    Identity {
        submission: Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_0000_0001),
        issue: Some(Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_0000_0002)),
        export: Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_0000_0003),
        revision: 3,
        template: template.id.clone(),
        version: template.version.clone(),
        digest: template::toml::digest(template),
        round: "2026 to 2027".to_owned(),
        kind: Default::default(),
    }
}

fn facts(template: &Template) -> BTreeMap<String, String> {
    let value = |fact: &template::Fact| fact.choices.first().cloned().unwrap_or_else(|| "yes".to_owned());
    template.facts.iter().map(|fact| (fact.name.to_string(), value(fact))).collect()
}

fn answer(template: &Template, question: &Question, place: usize, length: Length) -> Answer {
    let mut answer = Answer::blank(question.id.clone());
    answer.value = value(template, question, place);
    match length {
        Length::Usual => {
            answer.note = sentences(place, 1 + place % 3);
            answer.area = if place.is_multiple_of(4) { sentences(place + 3, 1) } else { String::new() };
        }
        Length::Long => {
            answer.note = sentences(place, 4 + place % 29);
            answer.impact = sentences(place + 1, 3 + place % 13);
            answer.area = sentences(place + 2, 3 + place % 17);
            answer.reason = sentences(place + 3, 1 + place % 5);
        }
    }
    for field in &template.fields {
        answer.extra.insert(field.name.clone(), sentences(place, 1));
    }
    answer
}

/// A value of every kind; every eighth is still blank.
fn value(template: &Template, question: &Question, place: usize) -> Option<String> {
    if place % 8 == 7 {
        return None;
    }
    match question.kind {
        QuestionKind::Rating | QuestionKind::YesNo => {
            let levels = &template.scale_of(question)?.levels;
            levels.get(place * place % levels.len()).map(|level| level.code.to_string())
        }
        QuestionKind::OneChoice => question.choices.get(place % question.choices.len()).cloned(),
        QuestionKind::ManyChoices => Some(question.choices[..question.choices.len().min(2)].join("\n")),
        QuestionKind::Number => Some((place * 7 % 90).to_string()),
        QuestionKind::Date => Some(format!("2026-{:02}-14", place % 12 + 1)),
        QuestionKind::Text => Some(sentences(place, 2)),
    }
}

const SENTENCES: [&str; 7] = [
    "The policy is read by all staff each September and signed for in the training record.",
    "Minutes of the governing body show that it was looked at in the autumn and the summer term.",
    "Staff know whom to tell; the poster in the staff room names the lead and two deputies.",
    "We asked forty pupils in November; most could name a trusted adult.",
    "The record of checks is looked over once a half-term by the bursar and the link governor.",
    "A refresher is booked; dates are in the school calendar.",
    "Supply staff are given the leaflet at the front desk \u{2013} it says what to do on the day.",
];

/// So many sentences, a paragraph after every third.
fn sentences(from: usize, count: usize) -> String {
    let mut text = String::new();
    for place in 0..count {
        text.push_str(SENTENCES[(from + place) % SENTENCES.len()]);
        text.push(if place % 3 == 2 { '\n' } else { ' ' });
    }
    text.trim_end().to_owned()
}

fn action(ids: &[QuestionId], place: usize) -> Action {
    let state = ActionState::ALL[place % 4];
    Action {
        title: SENTENCES[place % SENTENCES.len()].to_owned(),
        owner: if place % 5 == 4 { String::new() } else { "Designated safeguarding lead".to_owned() },
        due: if place % 6 == 5 { None } else { day(2027, 1 + u32::try_from(place % 12).unwrap_or(0), 20) },
        state,
        done_on: if state == ActionState::Done { day(2027, 2, 3) } else { None },
        outcome: if state.is_live() { String::new() } else { sentences(place, 1 + place % 9) },
        origin: Origin::ALL[place % 3],
        created: day(2026, 11, 2).expect("a day"),
        questions: ids.iter().skip(place * 5 % 40).take(1 + place % 3).cloned().collect(),
    }
}

fn item(ids: &[QuestionId], place: usize) -> Item {
    Item {
        title: SENTENCES[(place + 2) % SENTENCES.len()].to_owned(),
        place: if place % 7 == 6 {
            String::new()
        } else {
            "Shared drive, folder Safeguarding, Policies".to_owned()
        },
        owner: "School business manager".to_owned(),
        dated: day(2026, 9, 1 + u32::try_from(place % 28).unwrap_or(0)),
        review: if place.is_multiple_of(3) { day(2027, 9, 1) } else { None },
        questions: ids.iter().skip(place * 3 % 60).take(1 + place % 5).cloned().collect(),
    }
}

fn last(place: usize) -> LastRound {
    LastRound {
        round: "2025 to 2026".to_owned(),
        label: Some(if place.is_multiple_of(2) { "Met" } else { "Partly met" }.to_owned()),
        note: sentences(place, 1),
    }
}

fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}
