//! The sign-off of a return: who signed, and whether what stands here is what they signed.

use chrono::NaiveDate;

use super::cover::{Kept, Visible};
use super::heads::Headed;
use super::table::{self, Line};
use crate::problem::{Problem, Severity};
use crate::submission::signoff::canonical::{Content, canonical};
use crate::submission::signoff::{
    Code, Digests, Moved, Part, SignOff, Signature, Standing, Verified, verify,
};
use crate::template::{SignOffStep, Template};
use crate::workbook::Return;
use crate::workbook::layout::{self, CODE_LABEL};
use crate::workbook::tables::{SIGNED, signed};

/// Who signed, and whether that was everybody.
pub fn read(
    sheets: &[Headed<'_>],
    template: &Template,
    (kept, visible, written): (&Kept, &Visible<'_>, NaiveDate),
    problems: &mut Vec<Problem>,
) -> (Option<SignOff>, Standing) {
    let lines = table::read(sheets, &SIGNED, problems).unwrap_or_default();
    let signatures: Vec<Signature> =
        lines.iter().filter_map(|line| signature(line, template, written, problems)).collect();
    changed(&lines, &signatures, kept, problems);
    let sign_off = SignOff { code: code(kept, visible, problems), signatures, digests: digests(kept) };
    if sign_off.code.is_none() && sign_off.signatures.is_empty() {
        return (None, Standing::Draft);
    }
    let all = template.sign_off.iter().all(|step| sign_off.signatures.iter().any(|it| it.step == step.id));
    let whole = all && !sign_off.signatures.is_empty();
    let standing = match kept.words.get("standing").map(String::as_str) {
        Some(word) if word == layout::standing_word(Standing::SignedOff) => Standing::SignedOff,
        Some(_) => Standing::Draft,
        None if whole => Standing::SignedOff,
        None => Standing::Draft,
    };
    (Some(sign_off), standing)
}

/// Says every part that is not as it was signed, and what the comparison came to.
pub fn compare(returned: &Return, template: &Template, problems: &mut Vec<Problem>) -> Option<Verified> {
    let verified = verified(returned, template)?;
    if verified.matches == Some(false) && verified.moved.is_empty() {
        let message = format!(
            "What stands in this workbook does not match its sign-off code; it comes to {} now.",
            verified.now
        );
        problems.push(doubt("The workbook", message));
    }
    problems.extend(verified.moved.iter().map(|moved| differs(moved, returned, template)));
    Some(verified)
}

/// Whether what stands in a return is what was signed; none where nobody has signed.
pub fn verified(returned: &Return, template: &Template) -> Option<Verified> {
    let sign_off = returned.sign_off.as_ref()?;
    Some(verify(sign_off, &canonical(&content(returned), template)))
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

fn doubt(place: &str, message: String) -> Problem {
    Problem::new(Severity::Question, place, message)
        .hint("Ask the setting whether this is what was signed; if not, it has to be signed again.")
}

fn differs(moved: &Moved, returned: &Return, template: &Template) -> Problem {
    let answer = moved.question.as_ref().and_then(|id| returned.answers.iter().find(|it| it.question == *id));
    let place = answer.map_or("The workbook", |answer| &answer.source);
    let named =
        if moved.name.is_empty() { String::new() } else { format!(" \u{201c}{}\u{201d}", moved.name) };
    let what = match moved.part {
        Part::Template => "The template".to_owned(),
        Part::Setting => "The setting\u{2019}s name".to_owned(),
        Part::Round => "The label of the round".to_owned(),
        Part::Fact => format!("The fact{named}"),
        Part::Answer => {
            let question = moved.question.as_ref().and_then(|id| template.question(id));
            format!("The answer to question {}", question.map_or("", |it| &it.number))
        }
        Part::Action if moved.name.is_empty() => "An action that is gone".to_owned(),
        Part::Action => format!("The action{named}"),
        Part::Evidence if moved.name.is_empty() => "An item of evidence that is gone".to_owned(),
        Part::Evidence => format!("The item of evidence{named}"),
    };
    doubt(place, format!("{what} is not as it was signed."))
}

/// A row with a name in it is a signature.
fn signature(
    line: &Line,
    template: &Template,
    written: NaiveDate,
    problems: &mut Vec<Problem>,
) -> Option<Signature> {
    let name = line.text(signed::NAME);
    if name.trim().is_empty() {
        return None;
    }
    let statement = line.text(signed::STATEMENT);
    let key = line.text(signed::KEY);
    let is = |step: &&SignOffStep| step.id == key || (key.is_empty() && step.statement == statement);
    let step = template.sign_off.iter().find(is).map_or(key.clone(), |step| step.id.clone());
    let on = line.day(signed::ON, problems).unwrap_or_else(|| {
        let message = format!(
            "The day on which \u{201c}{name}\u{201d} signed is not given; the day of the workbook was taken."
        );
        let hint = "Ask the setting when it was signed.";
        problems.push(Problem::new(Severity::Question, line.place(signed::NAME), message).hint(hint));
        written
    });
    Some(Signature {
        step,
        name,
        role: line.text(signed::ROLE),
        body: line.text(signed::BODY),
        meeting: line.day(signed::MEETING, problems),
        minute: line.text(signed::MINUTE),
        statement,
        on,
    })
}

/// Says a signature that is not as it was written.
fn changed(lines: &[Line], signatures: &[Signature], kept: &Kept, problems: &mut Vec<Problem>) {
    for (step, digest) in &kept.signatures {
        let found = signatures.iter().find(|signature| signature.step == *step);
        if found.is_none_or(|signature| layout::signature_digest(signature) != *digest) {
            let place =
                lines.iter().find(|line| line.text(signed::KEY) == *step).map(|line| line.source.as_str());
            let name = found.map_or(step.as_str(), |signature| &signature.name);
            let message = format!(
                "The signature of \u{201c}{name}\u{201d} was changed or is gone since the workbook was written."
            );
            problems.push(doubt(place.unwrap_or("The workbook"), message));
        }
    }
}

/// The code: of the hidden sheet and the cover, which ought to be one.
fn code(kept: &Kept, visible: &Visible<'_>, problems: &mut Vec<Problem>) -> Option<Code> {
    let hidden = kept.words.get("code").and_then(|text| Code::read(text).ok());
    let Some((typed, place)) = visible.get(CODE_LABEL) else { return hidden };
    let shown = Code::read(&typed).ok();
    if hidden.is_some() && shown != hidden {
        problems.push(doubt(
            &place,
            "The sign-off code on the cover is not the one that the workbook was written with.".to_owned(),
        ));
    }
    hidden.or(shown)
}

fn digests(kept: &Kept) -> Digests {
    Digests::from_pairs(kept.signed.iter().cloned())
}
