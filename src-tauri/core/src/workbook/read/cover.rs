//! What stands beside the answers: the hidden sheet's words, and labels with their values on the cover.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use uuid::Uuid;

use crate::problem::{Problem, Severity};
use crate::setting;
use crate::sheet::{Book, Cell, Content, Place, Sheet};
use crate::template::{Fact, QuestionId, Template};
use crate::text::{folded, normal};
use crate::workbook::layout::{
    DUE_LABEL, GOVERNORS_LABEL, LISTS_MARK, MARK, RETURN_LABEL, SETTING_LABELS, bare,
};
use crate::workbook::{Asked, Calendar};

/// A label longer than this is none, in bytes.
const LONGEST_LABEL: usize = 400;

/// What the hidden sheet still says.
#[derive(Default)]
pub struct Kept {
    /// Words of the identity, and the setting.
    pub words: BTreeMap<String, String>,
    /// Identifiers by scheme.
    pub identifiers: BTreeMap<String, String>,
    /// Facts by name.
    pub facts: BTreeMap<String, String>,
    /// Digest of each answer by question id: what was asked.
    pub answers: BTreeMap<String, String>,
    /// Why each question was sent back.
    pub reasons: BTreeMap<QuestionId, String>,
    /// The template's canonical TOML.
    pub copy: String,
    /// The layout that it was written in.
    pub layout: String,
    /// Digests of the parts of what was signed.
    pub signed: Vec<(String, String)>,
    /// Digest of each signature by its step.
    pub signatures: Vec<(String, String)>,
}

impl Kept {
    /// The return that it is of.
    pub fn submission(&self) -> Option<Uuid> {
        self.words.get("submission").and_then(|text| Uuid::parse_str(text).ok())
    }
}

/// The cells beside labels, in order; the first one of a label holds.
#[derive(Default)]
pub struct Visible<'b>(Vec<Beside<'b>>);

/// A cell beside a label.
#[derive(Clone, Copy)]
struct Beside<'b> {
    label: &'b str,
    sheet: &'b Sheet,
    place: Place,
    cell: &'b Cell,
}

impl<'b> Visible<'b> {
    /// Every label of a sheet with the cell to its right.
    pub fn of(sheet: &'b Sheet) -> Self {
        let mut found = Vec::new();
        for (row, cells) in &sheet.rows {
            let mut typed = cells.iter().filter(|(_, cell)| !cell.formula);
            let Some((_, mut before)) = typed.next() else { continue };
            for (column, cell) in typed {
                if let Content::Text(label) = &before.content
                    && label.len() <= LONGEST_LABEL
                {
                    found.push(Beside { label, sheet, place: Place::new(*row, *column), cell });
                }
                before = cell;
            }
        }
        Self(found)
    }

    /// Adds what another sheet shows.
    pub fn join(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// The value beside a label as shown, with its place in words.
    pub fn get(&self, label: &str) -> Option<(String, String)> {
        let label = bare(label);
        let found = self.0.iter().find(|beside| is_called(beside.label, &label))?;
        Some((normal(&found.cell.shown()), found.sheet.at(found.place)))
    }
}

/// Whether a text is a label, which is bare; the many that begin otherwise are told by their first letter.
fn is_called(text: &str, label: &str) -> bool {
    let first = |text: &str| text.bytes().next().filter(u8::is_ascii_alphanumeric);
    if text.len() > 2 * label.len() + 60 {
        return false;
    }
    match (first(text.trim_ascii_start()), first(label)) {
        (Some(one), Some(other)) if !one.eq_ignore_ascii_case(&other) => false,
        _ => bare(text) == label,
    }
}

/// Whether a sheet is a hidden one, by its mark.
pub fn is_kept(sheet: &Sheet) -> bool {
    sheet.cell(Place::new(0, 0)).is_some_and(|cell| [MARK, LISTS_MARK].contains(&&*cell.shown()))
}

/// What each hidden sheet says: nearly always there is one.
pub fn kept(book: &Book) -> Vec<Kept> {
    let marked = |sheet: &&Sheet| sheet.cell(Place::new(0, 0)).is_some_and(|cell| cell.shown() == MARK);
    book.sheets.iter().filter(marked).map(Kept::of).collect()
}

impl Kept {
    fn of(sheet: &Sheet) -> Self {
        let mut kept = Self::default();
        for cells in sheet.rows.values() {
            let [word, first, second] =
                [0, 1, 2].map(|column| cells.get(&column).map(Cell::shown).unwrap_or_default());
            match &*word {
                "identifier" => drop(kept.identifiers.insert(first.into(), second.into())),
                "fact" => drop(kept.facts.insert(first.into(), second.into())),
                "answer" => drop(kept.answers.insert(first.into(), second.into())),
                "reason" => drop(kept.reasons.insert(QuestionId(first.into()), second.into())),
                "signed" => kept.signed.push((first.into(), second.into())),
                "signature" => kept.signatures.push((first.into(), second.into())),
                MARK => kept.layout = first.into(),
                "copy" => kept.copy.push_str(unbarred(&first)),
                _ => drop(kept.words.insert(word.into(), first.into())),
            }
        }
        kept
    }
}

fn unbarred(piece: &str) -> &str {
    let piece = piece.strip_prefix('|').unwrap_or(piece);
    piece.strip_suffix('|').unwrap_or(piece)
}

/// The setting's name: what the cover says, else the hidden sheet.
pub fn setting(kept: &Kept, visible: &Visible<'_>, problems: &mut Vec<Problem>) -> String {
    let shown = SETTING_LABELS.iter().find_map(|label| visible.get(label));
    if shown.is_none() && kept.layout.is_empty() {
        let message = "The setting\u{2019}s name, its numbers and its facts are gone with the cover and the hidden sheet.";
        let hint = "Choose the setting that the return belongs to by hand.";
        problems.push(Problem::new(Severity::Question, "The workbook", message).hint(hint));
    }
    either("setting\u{2019}s name", kept.words.get("setting"), shown, problems)
}

/// The identifiers: what the cover says, else the hidden sheet; without that one, every kind that is on the cover.
pub fn identifiers(
    kept: &Kept,
    visible: &Visible<'_>,
    problems: &mut Vec<Problem>,
) -> BTreeMap<String, String> {
    let hidden = kept.identifiers.keys().map(String::as_str);
    let schemes: Vec<&str> =
        if kept.layout.is_empty() { setting::schemes().collect() } else { hidden.collect() };
    let read = |scheme: &str| {
        let (value, shown) = (kept.identifiers.get(scheme), visible.get(scheme));
        let read = either(&scheme.to_uppercase(), value, shown, problems);
        (!read.is_empty()).then(|| (scheme.to_owned(), read))
    };
    schemes.into_iter().filter_map(read).collect()
}

/// What the cover shows wins over what is hidden; a difference is said.
fn either(
    what: &str,
    hidden: Option<&String>,
    shown: Option<(String, String)>,
    problems: &mut Vec<Problem>,
) -> String {
    let Some((shown, place)) = shown else { return hidden.cloned().unwrap_or_default() };
    if let Some(hidden) = hidden.filter(|hidden| **hidden != shown) {
        let message = format!(
            "The {what} was \u{201c}{hidden}\u{201d} when the workbook was written and is now \u{201c}{shown}\u{201d}; the new one was taken."
        );
        let hint = "Look whether this is the setting you expect.";
        problems.push(Problem::new(Severity::Question, place, message).hint(hint));
    }
    shown
}

/// The dates and the address: what the hidden sheet says, else the cover.
pub fn calendar(kept: &Kept, visible: &Visible<'_>) -> Calendar {
    let shown = |label| visible.get(label).map(|(text, _)| text);
    let day = |word: &str, label| {
        let hidden = kept.words.get(word).and_then(|text| text.parse().ok());
        hidden.or_else(|| NaiveDate::parse_from_str(&shown(label)?, "%d %B %Y").ok())
    };
    Calendar {
        governors: day("governors", GOVERNORS_LABEL),
        due: day("due", DUE_LABEL),
        return_to: kept.words.get("return_to").cloned().or_else(|| shown(RETURN_LABEL)).unwrap_or_default(),
        instructions: String::new(),
    }
}

/// What was asked of whoever got only a part.
pub fn asked(kept: &Kept) -> Asked {
    let word = |word: &str| kept.words.get(word).cloned().unwrap_or_default();
    Asked { to: word("asked_of"), by: word("asked_by").parse().ok(), reasons: kept.reasons.clone() }
}

/// What a remark says on a fact that was not understood, between the word and the question.
pub const NO_ANSWER: &str = "\u{201d} is not one of the answers to \u{201c}";

/// The facts: what the cover says, else the hidden sheet.
pub fn facts(
    kept: &Kept,
    visible: &Visible<'_>,
    template: &Template,
    problems: &mut Vec<Problem>,
) -> BTreeMap<String, String> {
    let mut facts = kept.facts.clone();
    for fact in &template.facts {
        let Some((shown, place)) = visible.get(&fact.question) else { continue };
        match choice(fact, &shown) {
            Some(value) => drop(facts.insert(fact.name.to_string(), value)),
            None => problems.push(
                Problem::new(
                    Severity::Question,
                    place,
                    format!("\u{201c}{shown}{NO_ANSWER}{}\u{201d}.", fact.question),
                )
                .hint("Choose what was meant; until then what was known before holds."),
            ),
        }
    }
    facts
}

fn choice(fact: &Fact, shown: &str) -> Option<String> {
    let shown = folded(shown);
    if fact.choices.is_empty() {
        let yes = ["yes", "y", "true"].contains(&shown.as_str());
        let no = ["no", "n", "false"].contains(&shown.as_str());
        return yes.then(|| "yes".to_owned()).or_else(|| no.then(|| "no".to_owned()));
    }
    fact.choices.iter().find(|choice| folded(choice) == shown).cloned()
}
