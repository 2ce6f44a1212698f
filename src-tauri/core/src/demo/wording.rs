//! What a school or an organisation writes beside a rating: made of what the audit tool itself says could show it, as such
//! people put it.
//!
//! Refuses to know: which rating was chosen, and why.

use super::chance::Chance;
use crate::template::{Audience, Question, Template};

/// How those who return speak of their work.
pub(super) struct Words {
    kept: &'static [&'static str],
    checked: &'static [&'static str],
    work: &'static [&'static str],
    changed: &'static [&'static str],
    /// Who takes an action.
    pub owners: &'static [&'static str],
    /// Another post, and how it is reached.
    pub post: &'static str,
    /// What one of them is: `school`.
    pub place: &'static str,
    /// Whom they work for.
    pub people: &'static str,
}

/// As schools put it.
const SCHOOL: Words = Words {
    kept: &[
        "shared drive, Safeguarding folder",
        "governance folder",
        "school office",
        "DSL\u{2019}s file",
        "staff handbook",
        "school website",
        "business manager\u{2019}s records",
        "safeguarding noticeboard and shared drive",
        "training record",
        "locked cabinet in the office",
        "head\u{2019}s evidence folder",
        "board portal",
    ],
    checked: &[
        "looked at by governors in the autumn",
        "checked in October",
        "reviewed in September",
        "last updated in January",
        "sampled by the safeguarding governor this term",
        "discussed at the November board",
        "tested with staff at INSET",
        "read again after the last inspection",
        "checked by the trust in spring",
        "walked through with new staff",
        "agreed by the full board, item 6",
        "looked at with pupils in assembly week",
    ],
    work: &[
        "Bring the {} up to date and show it to all staff by half-term.",
        "Put the {} on the agenda of the next board meeting.",
        "The deputy DSL will redraft the {} and test it with staff.",
        "Ask pupils and parents what they make of the {}, and write down what changes.",
        "Check the {} each term from now on and minute it.",
        "Ask a neighbouring school to look at our {} with fresh eyes.",
        "Give the {} a named owner and a date.",
        "Add the {} to induction for new and supply staff.",
    ],
    changed: &[
        "Staff now raise small worries sooner; the number recorded has doubled.",
        "Pupils told us in the autumn survey that they know whom to ask.",
        "Governors can say what changed because of what they heard.",
        "Concerns reach the DSL the same day.",
        "Records are complete when a pupil moves on.",
        "Fewer absences go unexplained by ten o\u{2019}clock.",
    ],
    owners: &[
        "Designated safeguarding lead",
        "Headteacher",
        "School business manager",
        "Safeguarding governor",
        "Computing lead",
        "Deputy DSL",
    ],
    post: "assistant headteacher; reached by the school office",
    place: "school",
    people: "pupils",
};

/// As agencies, early years settings and voluntary organisations put it.
const ORGANISATION: Words = Words {
    kept: &[
        "shared drive, Safeguarding folder",
        "governance folder",
        "team site",
        "named nurse\u{2019}s file",
        "staff handbook",
        "intranet page",
        "contract records",
        "board papers",
        "training record",
        "supervision file",
        "locked cabinet in the office",
        "safeguarding lead\u{2019}s evidence folder",
    ],
    checked: &[
        "looked at by the safeguarding committee in the autumn",
        "checked in October",
        "reviewed in September",
        "last updated in January",
        "sampled by the safeguarding lead this quarter",
        "discussed at the November board",
        "tested with team managers",
        "read again after the last inspection",
        "checked by an auditor in spring",
        "walked through with new staff",
        "agreed by the executive, item 6",
        "looked at with children who use the service",
    ],
    work: &[
        "Bring the {} up to date and show it to all teams by the end of the quarter.",
        "Put the {} on the agenda of the next safeguarding committee.",
        "The safeguarding lead will redraft the {} and test it with team managers.",
        "Ask children and families what they make of the {}, and write down what changes.",
        "Check the {} each quarter from now on and minute it.",
        "Ask a partner agency to look at our {} with fresh eyes.",
        "Give the {} a named owner and a date.",
        "Add the {} to induction for new and agency staff.",
    ],
    changed: &[
        "Staff now raise small worries sooner; the number recorded has doubled.",
        "Children told us in the autumn survey that they know whom to ask.",
        "The board can say what changed because of what it heard.",
        "Concerns reach the safeguarding lead the same day.",
        "Supervision is recorded each month.",
        "Records are complete when a child moves to another service.",
    ],
    owners: &[
        "Safeguarding lead",
        "Chief officer",
        "Team manager",
        "Named professional for safeguarding",
        "Head of workforce",
        "Deputy safeguarding lead",
    ],
    post: "head of safeguarding; reached by the main office",
    place: "organisation",
    people: "children",
};

const LEAD: [&str; 6] = [
    "We can show this by the",
    "Evidence: the",
    "See the",
    "This is borne out by the",
    "Shown in the",
    "Please see the",
];

/// How those speak whom an audit tool is for.
pub(super) fn words(template: &Template) -> &'static Words {
    match template.audience {
        Audience::School => &SCHOOL,
        Audience::Agency
        | Audience::Voluntary
        | Audience::EarlyYears
        | Audience::CaseAudit
        | Audience::PractitionerSurvey => &ORGANISATION,
    }
}

/// What shows it: one or two things that the tool names, where they are kept, who looked at them.
pub(super) fn note(words: &Words, question: &Question, level: &str, chance: &mut Chance) -> String {
    let first = evidence(question, chance);
    let mut said = format!(
        "{} {first} ({}), {}.",
        chance.pick(&LEAD),
        chance.pick(words.kept),
        chance.pick(words.checked)
    );
    if chance.in_a_hundred(35) {
        let second = evidence(question, chance);
        if second != first {
            said = format!("{said} Also the {second}, {}.", chance.pick(words.checked));
        }
    }
    let like =
        question.looks_like.iter().find(|like| like.level.0 == level).filter(|_| chance.in_a_hundred(30));
    like.map_or_else(|| said.clone(), |like| format!("{} {said}", like.text))
}

/// What is to get better.
pub(super) fn area(words: &Words, question: &Question, chance: &mut Chance) -> String {
    let what = evidence(question, chance);
    chance.pick(words.work).replace("{}", &what)
}

/// What it changed, where a school says so.
pub(super) fn impact(words: &Words, chance: &mut Chance) -> String {
    if chance.in_a_hundred(25) { chance.pick(words.changed).to_owned() } else { String::new() }
}

/// Where it is kept.
pub(super) fn kept(words: &Words, chance: &mut Chance) -> String {
    let place = chance.pick(words.kept);
    place.chars().take(1).flat_map(char::to_uppercase).chain(place.chars().skip(1)).collect()
}

/// One thing that the tool says could show it, in the middle of a sentence.
pub(super) fn evidence(question: &Question, chance: &mut Chance) -> String {
    let Some(said) = question.evidence.get(chance.below(question.evidence.len())) else {
        return "termly report to the board".to_owned();
    };
    let (first, rest) = said.split_at(said.chars().next().map_or(0, char::len_utf8));
    let is_name = rest.chars().next().is_some_and(char::is_uppercase);
    if is_name { said.clone() } else { format!("{}{rest}", first.to_lowercase()) }
}

/// A person whom nobody could mistake for a real one.
pub(super) fn person(chance: &mut Chance) -> String {
    let first = ["Alex", "Sam", "Robin", "Kit", "Jo", "Chris", "Pat", "Lee", "Ash", "Jude"];
    let last = ["Example", "Sample", "Placename", "Instance", "Specimen", "Pattern", "Model", "Anybody"];
    format!("{} {}", chance.pick(&first), chance.pick(&last))
}
