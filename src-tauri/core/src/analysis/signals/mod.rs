//! Signals: what stands out in a round's returns and is worth a question. Never a verdict: there may be a good
//! reason for each, and none is counted in any figure.
//!
//! Pure: it hears one return after the other. Refuses to know: the file, and who reads the signals.

mod one;
mod same;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::group::Who;
use crate::setting::SettingId;
use crate::submission::action::Planned;
use crate::submission::{Answer, SubmissionId};
use crate::template::{Facts, Level, Meaning, Question, QuestionId, Scale, Template};
use crate::text::folded;

/// What stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SignalKind {
    /// Ratings at the top with nothing said of what shows them.
    NoEvidence,
    /// The same words in the returns of several settings.
    SameText,
    /// Every judgement at the top.
    AllTop,
    /// Two things that are hard to reconcile.
    Contradiction,
    /// Answers that are word for word those of the last round.
    Unchanged,
    /// Actions with a date that has passed, on questions rated met.
    OverdueMet,
}

impl SignalKind {
    /// Every kind.
    pub const ALL: [Self; 6] = [
        Self::NoEvidence,
        Self::SameText,
        Self::AllTop,
        Self::Contradiction,
        Self::Unchanged,
        Self::OverdueMet,
    ];

    /// The words for it.
    pub fn label(self) -> &'static str {
        match self {
            Self::NoEvidence => "Top ratings without evidence",
            Self::SameText => "The same text in several returns",
            Self::AllTop => "Everything at the top",
            Self::Contradiction => "Hard to reconcile",
            Self::Unchanged => "Answers unchanged since the last round",
            Self::OverdueMet => "Actions overdue, questions rated met",
        }
    }
}

/// Something that stands out, with the cells that it stands in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Signal {
    /// What it is.
    pub kind: SignalKind,
    /// What was seen, in a sentence.
    pub said: String,
    /// Where it was seen: one return, or several with the same text.
    pub cells: Vec<SignalCell>,
}

/// Where something stands out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SignalCell {
    /// The return.
    pub submission: SubmissionId,
    /// Its setting.
    pub setting: String,
    /// The setting's phase.
    pub phase: String,
    /// The question; none where it is the return as a whole.
    pub question: Option<QuestionId>,
    /// Its printed number.
    pub number: String,
    /// The standard that it stands in.
    pub standard: String,
    /// What was seen there.
    pub said: String,
}

/// All that stands out in a round, as far as it is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StandsOut {
    /// The label of the last round; empty where it is not in the file.
    pub last: String,
    /// What stands out.
    pub signals: Vec<Signal>,
    /// Signals that are not among them, because there are too many to show.
    pub left_out: u32,
}

/// So many cells are shown; what is left out is said.
const SHOWN: usize = 20_000;

/// A return as it is heard.
#[derive(Debug, Clone)]
pub struct Heard<'h> {
    /// The return.
    pub submission: SubmissionId,
    /// Its setting.
    pub setting: SettingId,
    /// Who the setting is.
    pub who: &'h Who,
    /// What is known of the setting.
    pub facts: &'h Facts,
    /// Its answers.
    pub answers: &'h BTreeMap<QuestionId, Answer>,
    /// How many items of evidence stand behind each answer.
    pub evidence: &'h BTreeMap<QuestionId, u32>,
    /// Its actions.
    pub actions: &'h [&'h Planned],
}

/// What was said in the last round, as it is compared: nothing of its words is kept.
#[derive(Debug, Clone, Default)]
pub struct LastRound {
    /// Its label.
    pub label: String,
    /// What became of each question: this round's to the last one's, where they are the same.
    pub same: BTreeMap<QuestionId, QuestionId>,
    said: HashMap<(SettingId, QuestionId), u64>,
}

/// Hears the returns of a round, one after the other.
pub struct Hearing<'t> {
    template: &'t Template,
    today: NaiveDate,
    due: Option<NaiveDate>,
    last: LastRound,
    places: BTreeMap<&'t QuestionId, (&'t Question, String)>,
    texts: same::Texts,
    found: Vec<Signal>,
}

impl StandsOut {
    /// As many signals as are shown, some of every kind, and how many are not.
    pub fn of(last: String, signals: Vec<Signal>) -> Self {
        let mut room = [SHOWN / SignalKind::ALL.len(); SignalKind::ALL.len()];
        let all = signals.len();
        let place =
            |signal: &Signal| SignalKind::ALL.iter().position(|kind| *kind == signal.kind).unwrap_or(0);
        let mut shown: Vec<bool> = signals
            .iter()
            .map(|signal| {
                let left = &mut room[place(signal)];
                let rest = left.checked_sub(signal.cells.len());
                *left = rest.unwrap_or(*left);
                rest.is_some()
            })
            .collect();
        // What some kinds did not need is there for the others.
        let mut free: usize = room.iter().sum::<usize>() + SHOWN % SignalKind::ALL.len();
        for (signal, shown) in signals.iter().zip(&mut shown).filter(|(_, shown)| !**shown) {
            if let Some(rest) = free.checked_sub(signal.cells.len()) {
                (free, *shown) = (rest, true);
            }
        }
        let mut shown = shown.into_iter();
        let signals: Vec<Signal> = signals.into_iter().filter(|_| shown.next() == Some(true)).collect();
        let left_out = u32::try_from(all - signals.len()).unwrap_or(u32::MAX);
        Self { last, signals, left_out }
    }
}

impl LastRound {
    /// A round of which nothing was heard yet: its label, and what it called each question that is the same.
    pub fn of(label: &str, same: BTreeMap<QuestionId, QuestionId>) -> Self {
        Self { label: label.to_owned(), same, said: HashMap::new() }
    }

    /// What a setting answered then.
    pub fn hear(&mut self, setting: SettingId, answers: &BTreeMap<QuestionId, Answer>) {
        let worded = answers.values().filter(|answer| wording(answer).is_some());
        self.said.extend(worded.map(|answer| ((setting, answer.question.clone()), print(answer))));
    }

    /// Whether a setting answered a question then with a text, and if so whether in these very words.
    fn matches(&self, setting: SettingId, answer: &Answer) -> Option<bool> {
        let then = self.same.get(&answer.question)?;
        let said = self.said.get(&(setting, then.clone()))?;
        wording(answer)?;
        Some(*said == print(answer))
    }
}

impl<'t> Hearing<'t> {
    /// Nothing heard yet.
    pub fn of(template: &'t Template, today: NaiveDate, due: Option<NaiveDate>, last: LastRound) -> Self {
        let places = template.standards.iter().flat_map(|standard| {
            let name = format!("{} {}", standard.number, standard.title);
            standard.questions.iter().map(move |question| (&question.id, (question, name.clone())))
        });
        let places = places.collect();
        Self { template, today, due, last, places, texts: same::Texts::default(), found: Vec::new() }
    }

    /// Hears one return.
    pub fn hear(&mut self, heard: &Heard<'_>) {
        let found = [
            one::without_evidence(self, heard),
            one::all_at_the_top(self, heard),
            one::hard_to_reconcile(self, heard),
            one::unchanged(self, heard),
            one::overdue_and_met(self, heard),
        ];
        self.found.extend(found.into_iter().flatten());
        let cells: Vec<(String, SignalCell)> = self.worded(heard);
        for (text, cell) in cells {
            self.texts.hear(&text, heard, cell);
        }
    }

    /// Everything that stood out, by kind, then by setting; texts that stand most often first.
    pub fn end(mut self) -> Vec<Signal> {
        self.found.sort_by_cached_key(|signal| signal.cells.first().map(|cell| cell.setting.clone()));
        self.found.extend(self.texts.end());
        self.found.sort_by_key(|signal| signal.kind);
        self.found
    }

    /// Every text of a return, with where it stands.
    fn worded(&self, heard: &Heard<'_>) -> Vec<(String, SignalCell)> {
        let mut all = Vec::new();
        for answer in heard.answers.values() {
            for (field, text) in texts(answer) {
                if let Some(cell) = self.cell(heard, &answer.question, field) {
                    all.push((text.to_owned(), cell));
                }
            }
        }
        all
    }

    /// A cell of a return.
    fn cell(&self, heard: &Heard<'_>, question: &QuestionId, said: &str) -> Option<SignalCell> {
        let (known, standard) = self.places.get(question)?;
        Some(SignalCell {
            question: Some(question.clone()),
            number: known.number.clone(),
            standard: standard.clone(),
            ..whole(heard, said)
        })
    }

    /// The level that a question was rated at, once it is confirmed.
    fn level(&self, answer: &Answer) -> Option<(&'t Level, &'t Scale)> {
        let (question, _) = self.places.get(&answer.question)?;
        let scale = self.template.scale_of(question)?;
        let code = answer.value.as_deref().filter(|_| answer.is_answered())?;
        Some((scale.level(code)?, scale))
    }

    /// Whether a question is rated at the top of its scale; nothing where it is not judged.
    fn at_the_top(&self, answer: &Answer) -> Option<bool> {
        let (level, scale) = self.level(answer)?;
        let best = scale.levels.iter().filter_map(|level| height(level.meaning)).min()?;
        height(level.meaning).map(|height| height == best)
    }
}

/// A return as a whole, as a cell.
fn whole(heard: &Heard<'_>, said: &str) -> SignalCell {
    SignalCell {
        submission: heard.submission,
        setting: heard.who.name.to_string(),
        phase: heard.who.phase.to_string(),
        question: None,
        number: String::new(),
        standard: String::new(),
        said: said.to_owned(),
    }
}

/// How far from the top a judgement is; nothing for what is none.
fn height(meaning: Meaning) -> Option<u8> {
    match meaning {
        Meaning::Exceeds => Some(0),
        Meaning::Met => Some(1),
        Meaning::Mostly => Some(2),
        Meaning::Partly => Some(3),
        Meaning::NotMet => Some(4),
        Meaning::NotApplicable | Meaning::None => None,
    }
}

/// The texts of an answer that are not blank, each with what it is called; why something does not apply is often
/// said in the same few words, and is left out.
pub fn texts(answer: &Answer) -> impl Iterator<Item = (&str, &str)> {
    let fixed = [
        ("Evidence and commentary", &answer.note),
        ("Impact", &answer.impact),
        ("Area for development", &answer.area),
    ];
    let fixed = fixed.into_iter().map(|(field, text)| (field, text.as_str()));
    let extra = answer.extra.iter().map(|(field, text)| (field.as_str(), text.as_str()));
    fixed.chain(extra).filter(|(_, text)| !text.trim().is_empty())
}

/// The words of an answered question, as they are compared; nothing where it has none.
fn wording(answer: &Answer) -> Option<Vec<String>> {
    let words: Vec<String> = texts(answer).map(|(_, text)| folded(text)).collect();
    (answer.is_answered() && !words.is_empty()).then_some(words)
}

/// A number that two answers share where rating and words are the same.
fn print(answer: &Answer) -> u64 {
    let mut hasher = DefaultHasher::new();
    (&answer.value, wording(answer)).hash(&mut hasher);
    hasher.finish()
}

/// `1 action`, `2 actions`.
fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
