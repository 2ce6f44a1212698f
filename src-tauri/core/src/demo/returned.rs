//! A made-up school's return as a workbook: answers, evidence, a plan, signatures that match what was signed.
//!
//! Refuses to know: where the workbook goes, and what happens to it on the way.

use chrono::{Days, NaiveDate};
use uuid::Uuid;

use super::answers::{Manner, Year, answers};
use super::chance::Chance;
use super::settings::{School, facts};
use super::wording;
use crate::error::Result;
use crate::submission::Answer;
use crate::submission::action::{Action, ActionState, Origin};
use crate::submission::evidence::Item;
use crate::submission::signoff::canonical::{Content, canonical};
use crate::submission::signoff::{Code, Digests, SignOff, Signature, Standing};
use crate::template::{Template, digest};
use crate::workbook::{self, Calendar, Identity, Return};

/// A round as a school sees it.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The audit tool.
    pub template: &'a Template,
    /// The round's label.
    pub label: &'a str,
    /// When it is due.
    pub due: NaiveDate,
    /// The year the school answers for.
    pub year: Year,
    /// The seed of the whole.
    pub seed: u64,
}

/// What a school returns; `issue` is the number its workbook was issued under.
pub fn returned(
    asked: &Asked<'_>,
    school: &School,
    issue: Option<Uuid>,
    manner: Manner,
    revision: u32,
) -> Return {
    let Asked { template, label, due, year, seed } = *asked;
    let mut chance = chance(asked, school);
    let facts = facts(school, template, seed);
    let mut said = answers(template, school, &facts, manner, year, seed);
    let (submission, first) = (chance.id(year.on), chance.id(year.on));
    if revision > 1 {
        corrected(&mut said);
    }
    let export = if revision > 1 { chance.id(year.on) } else { first };
    let mut made = Return {
        identity: Identity {
            submission,
            issue,
            export,
            revision,
            template: template.id.clone(),
            version: template.version.clone(),
            digest: digest(template),
            round: label.to_owned(),
            kind: workbook::ExportKind::Return,
        },
        setting: school.name.clone(),
        identifiers: school.identifiers.clone(),
        facts,
        actions: plan(template, &said, year.on, &mut chance),
        evidence: shown(template, &said, year.on, &mut chance),
        answers: said,
        calendar: Calendar {
            governors: due.checked_sub_days(Days::new(18)),
            due: Some(due),
            ..Calendar::default()
        },
        ..Return::default()
    };
    match manner {
        Manner::Honest | Manner::OverRates => sign(&mut made, template, year.on, &mut chance),
        Manner::Blank | Manner::Begun => {}
    }
    made
}

/// The id of what a school returns.
pub fn submission(asked: &Asked<'_>, school: &School) -> Uuid {
    chance(asked, school).id(asked.year.on)
}

fn chance(asked: &Asked<'_>, school: &School) -> Chance {
    Chance::of(asked.seed, &format!("return {} {}", school.name, asked.label))
}

/// The workbook of a return.
pub fn workbook(returned: &Return, template: &Template) -> Result<Vec<u8>> {
    workbook::write(returned, template).map(|written| written.value)
}

/// What was left out the first time is answered the second time.
fn corrected(said: &mut [Answer]) {
    let texts: Vec<(Option<String>, String)> = said
        .iter()
        .filter(|answer| answer.value.is_some())
        .map(|answer| (answer.value.clone(), answer.note.clone()))
        .collect();
    for blank in
        said.iter_mut().filter(|answer| answer.value.is_none() && answer.question.0.contains(".v").eq(&false))
    {
        if let Some((value, note)) = texts.iter().find(|(_, note)| !note.is_empty()) {
            (blank.value, blank.note) = (value.clone(), note.clone());
        }
    }
}

/// Actions out of what is to get better.
fn plan(template: &Template, said: &[Answer], on: NaiveDate, chance: &mut Chance) -> Vec<Action> {
    let wanting = said.iter().filter(|answer| !answer.area.is_empty()).take(9);
    let action = |answer: &Answer| {
        let days = u64::try_from(chance.between(-20, 260) + 20).unwrap_or(60);
        let state = [ActionState::Open, ActionState::Open, ActionState::UnderWay][chance.below(3)];
        template.question(&answer.question)?;
        Some(Action {
            title: answer.area.clone(),
            owner: chance.pick(wording::words(template).owners).to_owned(),
            due: on.checked_add_days(Days::new(days)),
            state,
            done_on: None,
            outcome: String::new(),
            origin: Origin::Audit,
            created: on,
            questions: vec![answer.question.clone()],
        })
    };
    wanting.filter_map(action).collect()
}

/// Evidence behind some of what is in place.
fn shown(template: &Template, said: &[Answer], on: NaiveDate, chance: &mut Chance) -> Vec<Item> {
    let backed: Vec<&Answer> = said.iter().filter(|answer| answer.note.len() > 40).collect();
    let mut items: Vec<Item> = Vec::new();
    for answer in backed.iter().step_by((backed.len() / 7).max(1)).take(7) {
        let Some(question) = template.question(&answer.question) else { continue };
        let named = wording::evidence(question, chance);
        let title: String =
            named.chars().take(1).flat_map(char::to_uppercase).chain(named.chars().skip(1)).collect();
        if items.iter().any(|item| item.title == title) {
            continue;
        }
        let ago = u64::try_from(chance.between(10, 300)).unwrap_or(90);
        items.push(Item {
            title,
            place: wording::kept(wording::words(template), chance),
            owner: chance.pick(wording::words(template).owners).to_owned(),
            dated: on.checked_sub_days(Days::new(ago)),
            review: on.checked_add_days(Days::new(365 - ago)),
            questions: vec![answer.question.clone()],
        });
    }
    items
}

/// Everybody signs, in the order of the audit tool.
fn sign(made: &mut Return, template: &Template, on: NaiveDate, chance: &mut Chance) {
    let content = Content {
        template: made.identity.digest.clone(),
        setting: made.setting.clone(),
        round: made.identity.round.clone(),
        facts: made.facts.clone(),
        answers: made.answers.clone(),
        actions: made.actions.clone(),
        evidence: made.evidence.clone(),
    };
    let seen = canonical(&content, template);
    let signatures = template.sign_off.iter().enumerate().map(|(place, step)| Signature {
        step: step.id.clone(),
        name: wording::person(chance),
        role: step.role.clone(),
        body: step.body.clone(),
        meeting: (!step.body.is_empty()).then_some(on),
        minute: if step.body.is_empty() { String::new() } else { format!("Item {}", 4 + chance.below(5)) },
        statement: step.statement.clone(),
        on: on.checked_sub_days(Days::new(6 - 2 * u64::try_from(place.min(3)).unwrap_or(0))).unwrap_or(on),
    });
    let signatures = signatures.collect();
    made.sign_off =
        Some(SignOff { code: Some(Code::of(&seen.text())), signatures, digests: Digests::of(&seen) });
    made.standing = Standing::SignedOff;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::settings::settings;
    use crate::template::library::find;

    #[test]
    fn a_return_is_read_back_as_it_was_signed() {
        let template = find("school@2025.1").expect("it ships");
        let on: NaiveDate = "2027-01-20".parse().expect("a date");
        let asked = Asked { template, label: "2026/27", due: on, year: Year { on, gain: 0 }, seed: 3 };
        let school = &settings(4, 3)[1];
        let made = returned(&asked, school, None, Manner::Honest, 1);
        assert!(made.actions.len() > 3 && made.evidence.len() > 3);
        let bytes = workbook(&made, template).expect("written");
        assert_eq!(
            bytes,
            workbook(&returned(&asked, school, None, Manner::Honest, 1), template).expect("again")
        );
        let known = workbook::Templates::new([std::sync::Arc::new(template.clone())]);
        let read = workbook::read(&bytes, &known).expect("read").value.returned;
        assert_eq!(read.identity, made.identity);
        assert_eq!(workbook::verified(&read, template).and_then(|seen| seen.matches), Some(true));
        let again = returned(&asked, school, None, Manner::Honest, 2);
        assert_eq!(again.identity.submission, made.identity.submission);
        assert_ne!(again.identity.export, made.identity.export);
    }
}
