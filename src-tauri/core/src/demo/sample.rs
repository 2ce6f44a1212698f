//! A made-up school to play with: last year's audit whole, this year's begun, what shows it and what is to be done.
//!
//! The same seed gives the same school for ever, on whatever day. Refuses to know: files and dates.

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use super::{Given, below, facts, given};
use crate::template::{Meaning, Question, Template};

/// A school that does not exist, for two years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// Its name, which says what it is.
    pub name: &'static str,
    /// What it says of itself.
    pub facts: crate::template::Facts,
    /// Every answer of last year.
    pub last: Vec<Given>,
    /// What was answered anew this year; the rest waits to be confirmed.
    pub now: Vec<Given>,
    /// What shows it.
    pub evidence: Vec<Shows>,
    /// What is to be done.
    pub actions: Vec<ToDo>,
}

/// An item of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shows {
    /// What it is.
    pub title: &'static str,
    /// Where it is kept.
    pub place: &'static str,
    /// Who keeps it.
    pub owner: &'static str,
    /// In how many days from the beginning of last year's audit it goes stale.
    pub review: u16,
    /// The questions whose answers it backs.
    pub questions: Vec<String>,
}

/// An action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToDo {
    /// What is to be done.
    pub title: &'static str,
    /// Who does it.
    pub owner: &'static str,
    /// In how many days from the beginning of last year's audit it is due.
    pub due: u16,
    /// The questions it grew out of.
    pub questions: Vec<String>,
}

/// The people who sign, none of whom exists.
pub const SIGNERS: [&str; 4] = ["Alex Example", "Sam Sample", "Robin Placename", "Kit Instance"];

/// What the school is called.
pub const NAME: &str = "Example Primary School (sample)";

/// Title, place, owner, days until it is looked at again, and the questions of the school form that it backs.
type Item = (&'static str, &'static str, &'static str, u16, [&'static str; 4]);

const SHOWN: [Item; 6] = [
    (
        "Child protection policy, agreed by governors in October",
        "School website, policies page",
        "Headteacher",
        420,
        ["school.b1", "school.b2", "school.b3", "school.b4"],
    ),
    (
        "Single central record, checked each term",
        "School office, locked cabinet",
        "School business manager",
        330,
        ["school.f11", "school.f12", "school.f13", "school.f14"],
    ),
    (
        "Training log for all staff and governors",
        "Shared drive, Safeguarding, Training",
        "Designated safeguarding lead",
        390,
        ["school.a6", "school.c6", "school.d1", "school.d2"],
    ),
    (
        "Termly safeguarding report to the board",
        "Governance folder, autumn meeting, item 5",
        "Clerk to governors",
        450,
        ["school.a1", "school.a3", "school.a5", "school.a9"],
    ),
    (
        "Staff questionnaire on what to do with a worry",
        "Shared drive, Safeguarding, Surveys",
        "Designated safeguarding lead",
        345,
        ["school.d5", "school.d6", "school.d8", "school.s1"],
    ),
    (
        "Filtering and monitoring review",
        "Shared drive, Online safety",
        "Computing lead",
        500,
        ["school.e4", "school.e5", "school.e6", "school.e8"],
    ),
];

const DO: [(&str, &str, u16); 5] = [
    ("Bring the two newest members of staff up to date", "Designated safeguarding lead", 60),
    ("Put low-level concerns on the agenda of the spring board meeting", "Chair of governors", 380),
    ("Ask pupils what helps them to speak up, and write down what changes", "Pastoral lead", 400),
    ("Test the visitor procedure on an unannounced day", "School business manager", 350),
    ("Write the lettings procedure down and show it to all who let rooms", "Headteacher", 420),
];

/// The sample school answering one version last year and another this year.
pub fn sample(last: &Template, now: &Template, seed: u64) -> Sample {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let facts = facts(last, &["early_years"]);
    let asked = last.asked(&facts);
    let answers: Vec<Given> =
        asked.iter().filter_map(|question| surely(last, question, &mut chance)).collect();
    let evidence = SHOWN.map(|(title, place, owner, review, backed)| Shows {
        title,
        place,
        owner,
        review,
        questions: backed.map(str::to_owned).to_vec(),
    });
    let mut weak = wanting(last, &answers).into_iter();
    let actions =
        DO.map(|(title, owner, due)| ToDo { title, owner, due, questions: weak.by_ref().take(2).collect() });
    Sample {
        name: NAME,
        now: anew(now, &facts, &mut chance),
        facts,
        last: answers,
        evidence: evidence.to_vec(),
        actions: actions.to_vec(),
    }
}

/// An answer, however often chance says none.
fn surely(template: &Template, question: &Question, chance: &mut ChaCha8Rng) -> Option<Given> {
    (0..20).find_map(|_| given(template, question, chance))
}

/// The questions that were rated below what is asked: those that actions grow out of.
fn wanting(template: &Template, answers: &[Given]) -> Vec<String> {
    let below_target = |given: &&Given| {
        let question = template.question(&given.question.as_str().into());
        let level = question.and_then(|question| template.level(question, &given.value));
        level.is_some_and(|level| matches!(level.meaning, Meaning::Partly | Meaning::NotMet))
    };
    answers.iter().filter(below_target).map(|given| given.question.clone()).collect()
}

/// About a third of this year's questions, answered in the first sections as somebody would who has begun.
fn anew(now: &Template, facts: &crate::template::Facts, chance: &mut ChaCha8Rng) -> Vec<Given> {
    let asked = now.asked(facts);
    let begun = asked.iter().take(asked.len() / 2).filter(|_| below(chance, 3) > 0).collect::<Vec<_>>();
    begun.into_iter().filter_map(|question| surely(now, question, chance)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::library::find;

    #[test]
    fn the_same_seed_gives_the_same_school_and_last_year_is_whole() {
        let template = find("school@2025.1").expect("it ships");
        let school = sample(template, template, 7);
        assert_eq!(school, sample(template, template, 7));
        assert_ne!(school, sample(template, template, 8));
        assert_eq!(school.last.len(), template.asked(&school.facts).len());
        assert!(school.now.len() > 20 && school.now.len() < school.last.len() / 2);
        assert!(school.evidence.iter().all(|item| item.questions.len() == 4));
        assert!(school.actions.iter().all(|action| !action.questions.is_empty()));
    }
}
