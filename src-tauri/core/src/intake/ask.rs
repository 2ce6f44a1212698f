//! What the officer is asked, over all batches of a round: one question for each case, with the answers it may have.
//!
//! Refuses to know: screens; and what follows from an answer, which `answer` does.

use std::collections::BTreeMap;

use super::among::Choice;
use super::decide::{BLANK, DAY_FIRST, FINE, MONTH_FIRST, case, is_otherwise_signed, is_unread_fact};
use super::kept;
use super::known::{Ground, Known, known};
use super::matching::{match_setting, settings_named};
use super::near::near;
use super::original::{Original, OriginalId};
use super::remembered::{ASIDE, Asked};
use super::verdict::VerdictKind;
use crate::error::Result;
use crate::problem::{DoubtKind, Problem, Severity};
use crate::round::RoundId;
use crate::setting::SettingId;
use crate::store::Reader;
use crate::template::{QuestionId, Template};

/// A question to the officer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// What is asked.
    pub kind: Asked,
    /// The case.
    pub given: String,
    /// The question in a sentence.
    pub words: String,
    /// Where it arises: a file, and a place in it.
    pub places: Vec<Place>,
    /// The answers it may have, the likeliest first.
    pub choices: Vec<Choosing>,
}

/// Where a question arises.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub original: OriginalId,
    /// Its name.
    pub name: String,
    /// Whose it is, where that is known.
    pub setting: Option<SettingId>,
    /// Sheet and cell; empty where it is the whole file.
    pub at: String,
}

/// An answer that a question may have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choosing {
    /// What it means.
    pub meaning: String,
    /// That in words.
    pub words: String,
    /// What helps to choose.
    pub detail: String,
}

impl Choosing {
    fn new(meaning: impl Into<String>, words: impl Into<String>) -> Self {
        Self { meaning: meaning.into(), words: words.into(), detail: String::new() }
    }

    fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = detail.into();
        self
    }
}

/// Every question of a round that waits for an answer.
pub fn questions(reader: Reader<'_>, round: RoundId) -> Result<Vec<Question>> {
    let (ground, known) = (Ground::of(reader, round)?, known(reader, round)?);
    let files = kept::open(reader, round)?;
    let mut asking = Asking { known: &known, template: &ground.template, found: BTreeMap::new() };
    for file in &files {
        asking.of_file(file, &files);
    }
    Ok(asking.found.into_values().collect())
}

struct Asking<'a> {
    known: &'a Known,
    template: &'a Template,
    found: BTreeMap<(u8, String), Question>,
}

impl Asking<'_> {
    fn of_file(&mut self, file: &Original, all: &[Original]) {
        match file.asks {
            Some(Asked::Whose) => self.whose(file),
            Some(Asked::Which) => self.which(file, all),
            Some(Asked::Version) => self.version(file),
            Some(Asked::Round) => self.round(file),
            Some(Asked::Locked) => {
                let words = format!("\u{201c}{}\u{201d} is locked. What is its password?", file.name);
                self.add(Asked::Locked, &file.id.to_string(), words, place(file, ""), Vec::new);
            }
            Some(Asked::Doubt | Asked::Level | Asked::Dates) => self.doubts(file),
            Some(Asked::Heading) | None => {}
        }
    }

    /// Adds a question, or one more place of a question that is asked already.
    fn add(
        &mut self,
        kind: Asked,
        given: &str,
        words: String,
        place: Place,
        choices: impl FnOnce() -> Vec<Choosing>,
    ) {
        let key = (order(kind), given.to_owned());
        if let Some(there) = self.found.get_mut(&key) {
            there.places.push(place);
            return;
        }
        let question =
            Question { kind, given: given.to_owned(), words, places: vec![place], choices: choices() };
        self.found.insert(key, question);
    }

    fn whose(&mut self, file: &Original) {
        let Some(claim) = &file.claim else { return };
        let known = self.known;
        let named = settings_named(known, claim);
        let (likely, given) = (near(known, &claim.name), claim.case(&file.sha256));
        let words = format!("Whose return is \u{201c}{}\u{201d}? {}", file.name, file.message);
        let choices = || {
            let by_number = named.iter().map(|id| (*id, "by its identifiers"));
            let by_name = likely.iter().filter(|id| !named.contains(id)).map(|id| (*id, "by its name"));
            let settings = by_number.chain(by_name).filter_map(|(id, why)| {
                Some(Choosing::new(id.to_string(), known.register.get(&id)?).detail(why))
            });
            let aside = Choosing::new(ASIDE, "Nobody\u{2019}s: set it aside");
            settings.chain([aside]).collect()
        };
        self.add(Asked::Whose, &given, words, place(file, ""), choices);
    }

    fn which(&mut self, file: &Original, all: &[Original]) {
        let Some(setting) = file.setting else { return };
        let name = super::matching::name_of(self.known, setting);
        let words = format!("Several returns came from {name}. Which one counts?");
        let among: Vec<&Original> =
            all.iter().filter(|it| it.setting == Some(setting) && it.asks == Some(Asked::Which)).collect();
        let choices = || among.iter().map(|it| counting(it, &among)).collect();
        self.add(Asked::Which, &Choice::case(setting), words, place(file, ""), choices);
    }

    fn version(&mut self, file: &Original) {
        let Some(claim) = &file.claim else { return };
        let words = format!("{} Shall returns like this be taken?", file.message);
        let choices = || {
            let both = "Answers to questions that are the same are taken over; what changed is shown for you to look at. The file is kept whole.";
            vec![
                Choosing::new("take", "Take the questions that both versions ask").detail(both),
                Choosing::new(ASIDE, "Set them aside"),
            ]
        };
        self.add(Asked::Version, &claim.version_case(), words, place(file, ""), choices);
    }

    fn round(&mut self, file: &Original) {
        let Some(claim) = &file.claim else { return };
        let kin = settings_named(self.known, claim);
        let matched = match_setting(self.known, claim, &file.sha256, &kin);
        let super::matching::Matched::Other(_, Some(round)) = matched else { return };
        let label = self.known.others.iter().find(|it| it.id == round).map_or("", |it| it.label.as_str());
        let words = format!("{} Shall it be placed there?", file.message);
        let choices = || {
            vec![
                Choosing::new(round.clone(), format!("Place it in the round {label}")),
                Choosing::new(ASIDE, "Leave it out of both"),
            ]
        };
        self.add(Asked::Round, &format!("file {}", file.sha256), words, place(file, ""), choices);
    }

    fn doubts(&mut self, file: &Original) {
        let doubtful = file.problems.iter().filter(|it| it.severity >= Severity::Question);
        for problem in doubtful {
            let (kind, given) = case(problem, self.template, &file.sha256);
            let template = self.template;
            let choices = || meanings(problem, template);
            self.add(kind, &given, asked_of(problem), place(file, &placed(problem)), choices);
        }
    }
}

/// Where a remark arises; of a fact with what it says, since one question is asked of them all.
fn placed(problem: &Problem) -> String {
    if is_unread_fact(problem) {
        return format!("{}: {}", problem.place, problem.message);
    }
    problem.place.clone()
}

fn place(file: &Original, at: &str) -> Place {
    Place { original: file.id, name: file.name.clone(), setting: file.setting, at: at.to_owned() }
}

/// Whose it is comes before what is in it.
fn order(kind: Asked) -> u8 {
    match kind {
        Asked::Locked => 0,
        Asked::Whose => 1,
        Asked::Which => 2,
        Asked::Version => 3,
        Asked::Round => 4,
        Asked::Level => 5,
        Asked::Dates => 6,
        Asked::Doubt => 7,
        Asked::Heading => 8,
    }
}

/// One of several returns of a setting, to be chosen over the others.
fn counting(file: &Original, among: &[&Original]) -> Choosing {
    let over = among.iter().filter(|it| it.id != file.id).map(|it| it.sha256.clone()).collect();
    let meaning = Choice { counts: file.sha256.clone(), over }.meaning();
    let revision = file.claim.as_ref().map_or(0, super::claim::Claim::revision);
    Choosing::new(meaning, file.name.clone()).detail(format!("revision {revision}"))
}

fn asked_of(problem: &Problem) -> String {
    match problem.doubt.as_ref().map(|doubt| (doubt.kind, &doubt.given)) {
        Some((DoubtKind::Level, given)) => format!("What does \u{201c}{given}\u{201d} mean?"),
        Some((DoubtKind::Dates, given)) => {
            format!("In dates such as \u{201c}{given}\u{201d}, which stands first?")
        }
        None if is_otherwise_signed(problem) => {
            "What stands in this return is not what was signed. May it stand?".to_owned()
        }
        None if is_unread_fact(problem) => {
            "Facts on the cover were not understood, so what was known before holds. May that stand?"
                .to_owned()
        }
        None => problem.message.clone(),
    }
}

fn meanings(problem: &Problem, template: &Template) -> Vec<Choosing> {
    let Some(doubt) = &problem.doubt else {
        return vec![Choosing::new(FINE, "Let it stand as it was read").detail(problem.hint.clone())];
    };
    match doubt.kind {
        DoubtKind::Dates => {
            vec![Choosing::new(DAY_FIRST, "The day"), Choosing::new(MONTH_FIRST, "The month")]
        }
        DoubtKind::Level => {
            let question = template.question(&QuestionId(doubt.question.clone()));
            let levels = question.and_then(|it| template.scale_of(it)).into_iter().flat_map(|it| &it.levels);
            let levels = levels.map(|level| Choosing::new(level.code.as_str(), level.label.clone()));
            let choices = question.into_iter().flat_map(|it| &it.choices);
            let choices = choices.map(|choice| Choosing::new(choice.clone(), choice.clone()));
            let blank = Choosing::new(BLANK, "No answer: leave it blank");
            levels.chain(choices).chain([blank]).collect()
        }
    }
}

/// Whether a file is one of those that wait for the officer.
pub fn waits(file: &Original) -> bool {
    file.asks.is_some() && matches!(file.kind, VerdictKind::NeedsYou | VerdictKind::OtherRound)
}
