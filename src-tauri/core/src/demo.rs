//! A believable small partnership from a seed: plainly made-up schools and what each would have answered.
//!
//! The same seed gives the same partnership for ever. Refuses to know: files and commands; hosts play it out.

pub mod sample;

use std::collections::BTreeMap;

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::template::{Facts, Meaning, Question, QuestionKind, Template};

/// A partnership that does not exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demo {
    /// Its name.
    pub partnership: String,
    /// Label of the round.
    pub round: String,
    /// Its schools.
    pub schools: Vec<School>,
}

/// A school that does not exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct School {
    /// Its name.
    pub name: String,
    /// Its phase.
    pub phase: String,
    /// Maintained, academy, independent.
    pub status: String,
    /// Its locality.
    pub locality: String,
    /// A number in the form of a URN.
    pub urn: String,
    /// What it says of itself.
    pub facts: Facts,
    /// Its answers, in the template's order.
    pub answers: Vec<Given>,
}

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

const SCHOOLS: [(&str, &str, &str, &str, &[&str]); 3] = [
    ("Example Primary School", "Primary", "Maintained", "Sampleton", &["early_years"]),
    ("Sampleton High School", "Secondary", "Academy or free school", "Sampleton", &["sixth_form"]),
    ("Placename Special School", "Special", "Maintained", "Northexample", &[]),
];

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

/// The partnership of a seed, answering a template.
pub fn demo(template: &Template, seed: u64) -> Demo {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let schools = SCHOOLS.iter().zip(900_001..).map(|((name, phase, status, locality, said), urn)| {
        let facts = facts(template, said);
        let answers =
            template.asked(&facts).into_iter().filter_map(|one| given(template, one, &mut chance)).collect();
        let owned = |text: &&str| (*text).to_owned();
        let (name, phase, status, locality) = (owned(name), owned(phase), owned(status), owned(locality));
        School { name, phase, status, locality, urn: urn.to_string(), facts, answers }
    });
    let schools = schools.collect();
    Demo { partnership: "Sampleshire Safeguarding Partnership".into(), round: "2026/27".into(), schools }
}

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::library;

    #[test]
    fn the_same_seed_gives_the_same_partnership() {
        let template = library::shipped()[0].template();
        assert_eq!(demo(template, 1), demo(template, 1));
        assert_ne!(demo(template, 1), demo(template, 2));
        assert!(demo(template, 1).schools.iter().all(|school| school.answers.len() > 80));
    }
}
