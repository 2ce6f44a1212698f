//! What the sample's partnership heard besides ratings: themes in what schools wrote, quotations, surveys.
//!
//! Refuses to know: what papers make of it.

use std::collections::BTreeSet;

use super::school_year::Plan;
use crate::demo::chance::Chance;
use crate::error::Result;
use crate::round::RoundId;
use crate::store::AuditFile;
use crate::submission::written::{self, WrittenAt};
use crate::survey::kept::{self, About, SurveyId};
use crate::survey::read::Export;
use crate::survey::{Answerers, Item};
use crate::template::Template;
use crate::theme::coding::{self, Speaks};
use crate::theme::{self, ThemeKind, ThemeTyped};

/// A theme: its name, what belongs to it, its kind, what is planned in answer, words by which it is found, and in how many
/// of a hundred returns it was said to be spoken of.
type Heard = (&'static str, &'static str, ThemeKind, &'static str, &'static str, usize);

const THEMES: [Heard; 7] = [
    (
        "The governing body looks at it",
        "Plans to bring a topic to the board; not reports that are already a habit.",
        ThemeKind::Comment,
        "",
        "on the agenda of the next board meeting",
        44,
    ),
    (
        "Induction of new and supply staff",
        "What people new to the school are told in their first days.",
        ThemeKind::Comment,
        "",
        "to induction for new and supply staff",
        31,
    ),
    (
        "Pupils and parents are asked",
        "Plans to ask; what they said belongs to the surveys.",
        ThemeKind::Comment,
        "",
        "Ask pupils and parents",
        22,
    ),
    (
        "Small worries are raised sooner",
        "Staff pass on more than they did, and earlier.",
        ThemeKind::GoodPractice,
        "",
        "Staff now raise small worries sooner",
        37,
    ),
    (
        "Pupils know whom to ask",
        "What pupils themselves said, in a survey or a group.",
        ThemeKind::GoodPractice,
        "",
        "Pupils told us in the autumn survey",
        58,
    ),
    (
        "A neighbour\u{2019}s fresh eyes",
        "Schools that ask for another school to look in.",
        ThemeKind::Support,
        "Schools that ask are paired each autumn; a short guide for the visit is being written.",
        "Ask a neighbouring school to look",
        18,
    ),
    (
        "Help with redrafting",
        "Policies and procedures that the deputy lead is to write again.",
        ThemeKind::Support,
        "Model wording is offered at the next network meeting of safeguarding leads.",
        "will redraft the",
        27,
    ),
];

/// Codes what the accepted returns say by theme, a text of each return, and quotes one of each theme.
pub(super) fn coded(file: &mut AuditFile, round: RoundId, plan: &Plan) -> Result<()> {
    for (name, meaning, kind, response, words, share) in THEMES {
        let mut chance = Chance::of(plan.seed, name);
        let mut found = with_words(file, round, words)?;
        found.retain(|_| chance.in_a_hundred(share));
        let typed = ThemeTyped {
            name: name.to_owned(),
            meaning: meaning.to_owned(),
            kind,
            response: response.to_owned(),
        };
        let theme = file.transact(theme::SAVE, name, |tx| theme::save(tx, None, &typed))?;
        let target = theme.to_string();
        file.transact(coding::CODE, &target, |tx| {
            found.iter().try_for_each(|(at, _)| coding::set(tx, round, at, theme, Speaks::OfIt))
        })?;
        if let Some((at, text)) = found.first() {
            file.transact(coding::QUOTE, &target, |tx| coding::quote(tx, at, theme, text))?;
        }
    }
    Ok(())
}

/// The first text of each return in which some words stand.
fn with_words(file: &AuditFile, round: RoundId, words: &str) -> Result<Vec<(WrittenAt, String)>> {
    let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
    written::each(file.reader(), round, &BTreeSet::new(), |at, text| {
        if text.contains(words) && seen.insert(at.submission) {
            found.push((at, text.to_owned()));
        }
        Ok(())
    })?;
    Ok(found)
}

/// Which year's surveys.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Wave {
    /// Last year: staff alone were asked.
    Before,
    /// This year: staff, pupils and practitioners.
    Now,
}

/// A question of a survey: its words, its standard, how many of a hundred agree, and agreed last year where it was asked.
type Asked = (&'static str, &'static str, u32, Option<u32>);

const STAFF: [Asked; 5] = [
    ("I know who our safeguarding lead is, and who stands in", "C", 94, Some(92)),
    ("My last safeguarding training helped me in my own work", "D", 81, Some(79)),
    ("I know what to do when a pupil gets round the filter", "E", 62, Some(55)),
    ("I know how to raise a worry about a colleague", "G", 77, Some(78)),
    ("When I pass a worry on, I hear what became of it", "S", 58, None),
];

const PUPILS: [Asked; 3] = [
    ("There is an adult in school whom I could tell if I was worried", "N", 83, None),
    ("Adults do something about what we tell them", "N", 66, None),
    ("I feel safe in every part of the school", "P", 71, None),
];

const PRACTITIONERS: [Asked; 3] = [
    ("Schools tell us early when a family needs help", "L", 74, None),
    ("Records reach us when a child moves on", "I", 61, None),
    ("I know how to take a disagreement further", "L", 69, None),
];

/// Takes the surveys of a year in, each question put to its standard.
pub(super) fn surveyed(file: &mut AuditFile, round: RoundId, plan: &Plan, wave: Wave) -> Result<()> {
    let schools = u32::try_from(plan.schools.len()).unwrap_or(0);
    if schools < 8 {
        return Ok(());
    }
    match wave {
        Wave::Before => {
            let asked: Vec<Asked> =
                STAFF.iter().filter_map(|one| Some((one.0, one.1, one.3?, None))).collect();
            survey(file, round, ("Staff survey", Answerers::Staff), (&asked, schools * 13), plan.template)
        }
        Wave::Now => {
            let people = [(Answerers::Staff, 14), (Answerers::Pupils, 31), (Answerers::Practitioners, 2)];
            let names = ["Staff survey", "Survey of pupils", "Survey of practitioners"];
            let asked: [&[Asked]; 3] = [&STAFF, &PUPILS, &PRACTITIONERS];
            for ((name, (answerers, each)), asked) in names.into_iter().zip(people).zip(asked) {
                survey(file, round, (name, answerers), (asked, schools * each), plan.template)?;
            }
            Ok(())
        }
    }
}

fn survey(
    file: &mut AuditFile,
    round: RoundId,
    named: (&str, Answerers),
    (asked, people): (&[Asked], u32),
    template: &Template,
) -> Result<()> {
    let items = asked.iter().map(|(text, _, agree, _)| item(text, *agree, people)).collect();
    let export = Export { items, passed_over: Vec::new(), people: Some(people) };
    let id: SurveyId = file.transact(kept::TAKE, named.0, |tx| kept::take(tx, round, named, &export))?;
    let taken = kept::of_round(file.reader(), round)?.into_iter().find(|survey| survey.id == id);
    for (item, (_, number, _, _)) in taken.map(|survey| survey.items).unwrap_or_default().iter().zip(asked) {
        let standard = template.standards.iter().find(|standard| standard.number == *number);
        let about = standard.map_or(About::Nothing, |it| About::Standard(it.id.as_str().to_owned()));
        let leanings: Vec<_> = item.answers.iter().map(|one| one.leaning).collect();
        file.transact(kept::MAP, &item.id.to_string(), |tx| kept::map(tx, item.id, &about, &leanings))?;
    }
    Ok(())
}

/// A question with its counts: of a hundred so many agree, and the rest is shared out.
fn item(text: &str, agree: u32, people: u32) -> Item {
    let part = |of_a_hundred: u32| people * of_a_hundred / 100;
    let (strongly, rest) = (agree * 2 / 5, 100 - agree);
    let mut answers = vec![
        ("Strongly agree".to_owned(), part(strongly)),
        ("Agree".to_owned(), part(agree - strongly)),
        ("Neither agree nor disagree".to_owned(), part(rest / 2)),
        ("Disagree".to_owned(), part(rest / 3)),
    ];
    let given: u32 = answers.iter().map(|(_, count)| count).sum();
    answers.push(("Strongly disagree".to_owned(), people - given));
    Item { text: text.to_owned(), answers }
}
