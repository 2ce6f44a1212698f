//! Looking through all that returns say: by words, standard, kind of text, phase and theme; a page of it at a time.
//!
//! Refuses to know: how the index is built.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Ground, Index, with_index};
use crate::api::session::Session;
use crate::error::{Error, Result};
use crate::store::{AuditFile, Reader};
use crate::submission::SubmissionId;
use crate::submission::written::{WrittenAs, WrittenAt, WrittenKind, text_at};
use crate::template::{QuestionId, Standard, StandardId};
use crate::text::digest;
use crate::text::find::Found;
use crate::text::seek::{Sought, context};
use crate::theme::ThemeId;
use crate::theme::coding::{self, Coding};

/// So many texts are shown at a time.
const PAGE: usize = 40;
/// So much of a text is shown.
const LONGEST: usize = 4_000;
/// So many places of a text are shown with the words around them.
const PLACES: usize = 3;

/// Which texts are wanted with regard to their themes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CodedAs {
    /// All.
    #[default]
    Any,
    /// Those that no theme was said of.
    NotYet,
    /// Those of a theme.
    Coded,
}

/// What is looked for.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs)]
pub struct TextSought {
    /// Beginnings of words, `"phrases"`, `-without`; nothing is every text.
    pub words: String,
    pub standard: Option<StandardId>,
    pub kind: Option<WrittenKind>,
    /// Empty is every phase.
    pub phase: String,
    pub coded: CodedAs,
    /// Only texts of this theme.
    pub theme: Option<ThemeId>,
    /// How many are passed over.
    pub from: u32,
}

/// What was found.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TextFound {
    /// Texts that fit.
    pub total: u32,
    /// Returns in which one fits.
    pub returns: u32,
    /// Texts that the round's returns hold in all.
    pub all: u32,
    /// A page of them.
    pub texts: Vec<TextShown>,
    /// The standards of the tool.
    pub standards: Vec<StandardNamed>,
    /// The phases of the settings whose returns count.
    pub phases: Vec<String>,
}

/// A standard by its number and title.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct StandardNamed {
    pub id: StandardId,
    pub name: String,
}

/// A text.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct TextShown {
    pub submission: SubmissionId,
    /// Its place in the return.
    pub place: String,
    pub setting: String,
    pub phase: String,
    pub kind: WrittenKind,
    /// What a field that the template declares is called.
    pub field: String,
    pub number: String,
    pub question: String,
    pub standard: String,
    pub text: String,
    /// Where the words stand, with the words around.
    pub places: Vec<Context>,
    pub codes: Vec<CodeShown>,
}

/// A place of a text with the words around it.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct Context {
    pub before: String,
    pub found: String,
    pub after: String,
}

/// A theme that a text speaks of.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CodeShown {
    /// The theme.
    pub theme: ThemeId,
    /// What of it may be quoted.
    pub quote: String,
    /// Whether the text is another now than when it was coded.
    pub changed: bool,
}

/// Looks through all that the accepted returns of the round say.
pub fn find(session: &Session, sought: TextSought) -> Result<TextFound> {
    if sought.words.chars().count() > 300 {
        return Err(Error::input("That is too long to look for.").hint("Type a word or a short phrase."));
    }
    with_index(session, |file, ground, index| found(file, ground, index, &sought))
}

type Coded = BTreeMap<(SubmissionId, String), Vec<Coding>>;

fn found(file: &AuditFile, ground: &Ground<'_>, index: &Index, wanted: &TextSought) -> Result<TextFound> {
    let reader = file.reader();
    let mut coded: Coded = BTreeMap::new();
    for one in coding::of_round(reader, ground.round.id)? {
        coded.entry((one.submission, one.place.clone())).or_default().push(one);
    }
    let sought = Sought::read(&wanted.words);
    let places: Vec<&WrittenAt> = if sought.is_nothing() {
        index.places.iter().collect()
    } else {
        let places = index.words.find(&sought)?.into_iter();
        places.filter_map(|place| index.places.get(place as usize)).collect()
    };
    let fitting: Vec<&WrittenAt> = places.into_iter().filter(|at| fits(ground, &coded, wanted, at)).collect();
    let returns: BTreeSet<SubmissionId> = fitting.iter().map(|at| at.submission).collect();
    let page = page(&fitting, wanted.from as usize, ground.template.questions().map(|question| &question.id));
    let texts =
        page.into_iter().map(|at| shown(reader, ground, &coded, &sought, at)).collect::<Result<Vec<_>>>()?;
    let phases: BTreeSet<&str> = ground.grid.rows.iter().map(|row| row.who.phase.as_str()).collect();
    Ok(TextFound {
        total: number(fitting.len()),
        returns: number(returns.len()),
        all: number(index.places.len()),
        texts: texts.into_iter().flatten().collect(),
        standards: ground.template.standards.iter().map(named).collect(),
        phases: phases.into_iter().filter(|phase| !phase.is_empty()).map(ToOwned::to_owned).collect(),
    })
}

/// A page of what was found; the texts of a return stand in the order of the tool's questions, A2 before A10, and what
/// belongs to no question comes last.
fn page<'t, 'q>(
    fitting: &[&'t WrittenAt],
    from: usize,
    asked: impl Iterator<Item = &'q QuestionId>,
) -> Vec<&'t WrittenAt> {
    let Some(first) = fitting.get(from) else { return Vec::new() };
    let to = fitting.len().min(from + PAGE);
    let last = fitting[to - 1].submission;
    // Whole returns are put in order, so that the next page goes on where this one ends.
    let before = fitting[..from].iter().rev().take_while(|at| at.submission == first.submission).count();
    let after = fitting[to..].iter().take_while(|at| at.submission == last).count();
    let mut whole = fitting[from - before..to + after].to_vec();
    let places: BTreeMap<&QuestionId, usize> = asked.enumerate().map(|(place, id)| (id, place)).collect();
    let place =
        |at: &&WrittenAt| at.question.as_ref().and_then(|id| places.get(id).copied()).unwrap_or(usize::MAX);
    whole.chunk_by_mut(|one, next| one.submission == next.submission).for_each(|of| of.sort_by_key(place));
    whole[before..before + to - from].to_vec()
}

fn named(standard: &Standard) -> StandardNamed {
    StandardNamed { id: standard.id.clone(), name: format!("{} {}", standard.number, standard.title) }
}

fn fits(ground: &Ground<'_>, coded: &Coded, wanted: &TextSought, at: &WrittenAt) -> bool {
    let codes = || coded.get(&(at.submission, at.key()));
    let standard = || at.question.as_ref().and_then(|question| ground.template.standard_of(question));
    wanted.kind.is_none_or(|kind| at.what.kind() == kind)
        && (wanted.phase.is_empty() || ground.who(at.submission).is_some_and(|who| who.phase == wanted.phase))
        && wanted.standard.as_ref().is_none_or(|id| standard().is_some_and(|standard| standard.id == *id))
        && wanted
            .theme
            .is_none_or(|theme| codes().is_some_and(|codes| codes.iter().any(|one| one.theme == theme)))
        && match wanted.coded {
            CodedAs::Any => true,
            CodedAs::NotYet => codes().is_none(),
            CodedAs::Coded => codes().is_some(),
        }
}

fn shown(
    reader: Reader<'_>,
    ground: &Ground<'_>,
    coded: &Coded,
    sought: &Sought,
    at: &WrittenAt,
) -> Result<Option<TextShown>> {
    let (Some(text), Some(who)) = (text_at(reader, at)?, ground.who(at.submission)) else { return Ok(None) };
    let question = at.question.as_ref().and_then(|id| ground.template.question(id));
    let standard = question.and_then(|question| ground.template.standard_of(&question.id));
    let print = digest(text.as_bytes());
    let code =
        |one: &Coding| CodeShown { theme: one.theme, quote: one.quote.clone(), changed: one.digest != print };
    let around = |place| {
        let Found { before, found, after } = context(&text, place);
        Context { before, found, after }
    };
    let codes = coded.get(&(at.submission, at.key()));
    Ok(Some(TextShown {
        submission: at.submission,
        place: at.key(),
        setting: who.name.to_string(),
        phase: who.phase.to_string(),
        kind: at.what.kind(),
        field: field(ground, &at.what),
        number: question.map(|question| question.number.clone()).unwrap_or_default(),
        question: question.map(|question| question.text.clone()).unwrap_or_default(),
        standard: standard.map(|it| format!("{} {}", it.number, it.title)).unwrap_or_default(),
        places: sought.places(&text).into_iter().take(PLACES).map(around).collect(),
        codes: codes.into_iter().flatten().map(code).collect(),
        text: text.chars().take(LONGEST).collect(),
    }))
}

/// What a field that the template declares is called.
fn field(ground: &Ground<'_>, what: &WrittenAs) -> String {
    let WrittenAs::Extra(name) = what else { return String::new() };
    let known = ground.template.fields.iter().find(|field| field.name == *name);
    known.map_or(name, |field| &field.label).clone()
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn pages_go_on_in_the_order_of_the_questions_within_each_return() {
        let asked: Vec<QuestionId> = (1..=30).map(|n| QuestionId(format!("a{n}"))).collect();
        let mut all = Vec::new();
        for of in 1..=3 {
            // As an index has them: by their letters, so that a10 stands before a2.
            let mut questions: Vec<Option<QuestionId>> = asked.iter().cloned().map(Some).collect();
            questions.sort();
            questions.insert(3, None);
            let submission = SubmissionId(Uuid::from_u128(of));
            all.extend(questions.into_iter().map(|question| WrittenAt {
                submission,
                what: WrittenAs::Note,
                question,
            }));
        }
        let fitting: Vec<&WrittenAt> = all.iter().collect();
        let read: Vec<&WrittenAt> =
            (0..4).flat_map(|number| page(&fitting, number * PAGE, asked.iter())).collect();
        let mut wanted: Vec<&WrittenAt> = fitting.clone();
        let place =
            |at: &&WrittenAt| at.question.as_ref().and_then(|id| asked.iter().position(|one| one == id));
        wanted.sort_by_key(|at| (at.submission, place(at).unwrap_or(usize::MAX)));
        assert_eq!(read, wanted, "every text once, on whichever page");
        assert_eq!(read[1].question.as_ref().map(QuestionId::as_str), Some("a2"));
    }
}
