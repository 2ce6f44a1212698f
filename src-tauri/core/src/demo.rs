//! Believable from a seed: a partnership of made-up schools with what each returns, and one school to play with.
//!
//! The same seed gives the same for ever. Refuses to know: files and commands; `api` plays it out.

pub mod answers;
pub(crate) mod chance;
pub mod conduct;
pub mod gias;
pub mod returned;
pub mod sample;
pub mod settings;
pub mod spoilt;
mod wording;

use std::collections::BTreeMap;

use rand::Rng;
use rand_chacha::ChaCha8Rng;

use crate::template::{Facts, Meaning, Question, QuestionKind, Template};

/// An answer as it is given: a value, and the texts beside it by field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The question's id.
    pub question: String,
    /// Whether the value is a level of a scale.
    pub rated: bool,
    /// The level's code, or the value of another kind of question.
    pub value: String,
    /// Field to text.
    pub texts: BTreeMap<&'static str, String>,
}

const SHOWN: [&str; 6] = [
    "Minutes of the autumn board meeting, item 5; kept in the governance folder.",
    "Training log, checked in September; kept by the school office.",
    "Policy on the website, reviewed by governors in October.",
    "Termly report of the safeguarding lead to the board.",
    "Staff survey in November: nine in ten could say what to do.",
    "Induction checklist, signed copies in each personnel file.",
];

const TO_DO: [&str; 4] = [
    "Bring the two newest members of staff up to date before half-term.",
    "Put this on the agenda of the spring board meeting.",
    "Ask pupils what they think works, and write down what changes.",
    "Write the procedure down and show it to all who supervise.",
];

fn facts(template: &Template, said: &[&str]) -> Facts {
    let answer = |name: &str| if said.contains(&name) { "yes" } else { "no" };
    let asked = template.facts.iter().filter(|fact| fact.choices.is_empty());
    asked.map(|fact| (fact.name.0.clone(), answer(&fact.name.0).to_owned())).collect()
}

/// An answer to a question, or none: about one in thirty is left blank.
fn given(template: &Template, question: &Question, chance: &mut ChaCha8Rng) -> Option<Given> {
    if below(chance, 30) == 0 {
        return None;
    }
    let given = |value: String| Given {
        question: question.id.0.clone(),
        rated: false,
        value,
        texts: BTreeMap::new(),
    };
    match question.kind {
        QuestionKind::Rating | QuestionKind::YesNo => rated(template, question, chance),
        QuestionKind::Number => Some(given((1 + below(chance, 4)).to_string())),
        QuestionKind::Date => Some(given(format!("2026-{:02}-1{}", 1 + below(chance, 9), below(chance, 9)))),
        QuestionKind::OneChoice | QuestionKind::ManyChoices => question.choices.first().cloned().map(given),
        QuestionKind::Text => Some(given("Nothing to add this year.".to_owned())),
    }
}

fn rated(template: &Template, question: &Question, chance: &mut ChaCha8Rng) -> Option<Given> {
    let meaning = match below(chance, 100) {
        0..62 => Meaning::Met,
        62..82 => Meaning::Mostly,
        82..94 => Meaning::Partly,
        94..98 => Meaning::NotMet,
        _ => Meaning::NotApplicable,
    };
    let levels = &template.scale_of(question)?.levels;
    let level = levels.iter().find(|level| level.meaning == meaning).or_else(|| levels.first())?;
    let pick = |texts: &[&str], chance: &mut ChaCha8Rng| texts[below(chance, texts.len())].to_owned();
    let texts = match level.meaning {
        Meaning::NotApplicable => [("reason", "We have no pupils to whom this applies.".to_owned())].into(),
        Meaning::Exceeds | Meaning::Met | Meaning::None => [("note", pick(&SHOWN, chance))].into(),
        Meaning::Mostly | Meaning::Partly | Meaning::NotMet => {
            [("note", pick(&SHOWN, chance)), ("area", pick(&TO_DO, chance))].into()
        }
    };
    Some(Given { question: question.id.0.clone(), rated: true, value: level.code.0.clone(), texts })
}

/// A number below another, near enough evenly for a demonstration.
fn below(chance: &mut ChaCha8Rng, most: usize) -> usize {
    usize::try_from(chance.next_u32()).unwrap_or(0) % most
}
