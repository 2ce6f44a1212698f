//! Who signed and what it stands for: the page to sign, and the words on whether it still matches.
//!
//! Pure. Refuses to know: the format. Words: "matches" and "does not match", nothing stronger.

use super::document::{Block, Pair, Section, SignaturePlace, Tone};
use super::year::Year;
use crate::analysis::judged::day;
use crate::submission::State;
use crate::submission::signoff::{Part, Signature};

/// The page to sign: what the code stands for, then a place for each step.
pub fn page(year: &Year<'_>) -> Section {
    let section = Section::new("Sign-off").on_new_page().heading("Sign-off");
    let section = match code(year) {
        None => section.notice(Tone::Warning, "Nobody has signed this in Attest yet."),
        Some(code) => matching(section.with(Block::Pairs(vec![Pair::new("Sign-off code", code)])), year),
    };
    section.with(Block::Signatures(places(year))).text(
        "The code stands for the answers, actions and evidence that were signed. Typed into Attest later, it says whether a file still matches them.",
    )
}

/// The code of the signing that stands.
pub fn code(year: &Year<'_>) -> Option<String> {
    year.signing.and_then(|signing| signing.sign_off.code).map(|code| code.to_string())
}

/// How far the signing is, in a sentence.
pub fn sentence(year: &Year<'_>) -> String {
    let (signed, steps) = (signatures(year).len(), year.template.sign_off.len());
    match (year.state, year.matches) {
        (_, Some(false)) => "What stands here does not match what was signed.".to_owned(),
        (State::SignedOff, _) => format!("Signed off: {signed} of {steps} signatures."),
        (State::Signing, _) => format!("Being signed: {signed} of {steps} signatures."),
        _ => format!("Draft: nobody has signed yet ({signed} of {steps} signatures)."),
    }
}

fn matching(section: Section, year: &Year<'_>) -> Section {
    match year.matches {
        None => section,
        Some(true) => section.notice(Tone::Good, "Matches: what stands here is what was signed."),
        Some(false) => section
            .notice(Tone::Warning, "Does not match: these parts are not as they were signed.")
            .with(Block::List(year.moved.iter().map(|moved| part(year, moved)).collect())),
    }
}

fn part(year: &Year<'_>, moved: &crate::submission::signoff::Moved) -> String {
    let named = |what: &str| match moved.name.is_empty() {
        true => format!("{what}: one that is gone"),
        false => format!("{what}: {}", moved.name),
    };
    match moved.part {
        Part::Template => "The audit tool".to_owned(),
        Part::Setting => format!("The name of the {}", year.words().one),
        Part::Round => "The label of the round".to_owned(),
        Part::Fact => named("A fact"),
        Part::Action => named("An action"),
        Part::Evidence => named("Evidence"),
        Part::Answer => {
            let question = moved.question.as_ref().and_then(|id| year.template.question(id));
            question.map_or_else(|| "An answer".to_owned(), |one| format!("{} {}", one.number, one.text))
        }
    }
}

fn signatures<'a>(year: &'a Year<'_>) -> &'a [Signature] {
    year.signing.map(|signing| signing.sign_off.signatures.as_slice()).unwrap_or_default()
}

/// A place for each step of the template.
pub fn places(year: &Year<'_>) -> Vec<SignaturePlace> {
    let signed = signatures(year);
    let place = |step: &crate::template::SignOffStep| SignaturePlace {
        role: step.role.clone(),
        body: step.body.clone(),
        statement: step.statement.clone(),
        signed: signed.iter().find(|one| one.step == step.id).map(said),
    };
    year.template.sign_off.iter().map(place).collect()
}

fn said(signature: &Signature) -> Vec<Pair> {
    let role = if signature.role.is_empty() { String::new() } else { format!(", {}", signature.role) };
    let mut pairs =
        vec![Pair::new("Signed by", format!("{}{role}", signature.name)), Pair::new("On", day(signature.on))];
    let told = [
        ("For", signature.body.clone()),
        ("Meeting of", signature.meeting.map(day).unwrap_or_default()),
        ("Minute", signature.minute.clone()),
    ];
    pairs.extend(
        told.into_iter().filter(|(_, said)| !said.is_empty()).map(|(name, said)| Pair::new(name, said)),
    );
    pairs
}
