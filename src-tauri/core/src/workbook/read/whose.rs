//! Which sheets belong to the return, where somebody put sheets of several workbooks together.
//!
//! Each sheet of answers says whose it is, and so does each cover. Refuses to know: what was answered.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::cover::{self, Kept, Visible};
use crate::problem::{Problem, Severity};
use crate::sheet::{Book, Content, Sheet};
use crate::workbook::layout::SETTING_LABELS;
use crate::workbook::{Identity, identity};

/// The property that holds the return's id.
const PROPERTY: &str = "Attest return";
/// How many rows of a sheet its tag may stand in: rows may have been put in above.
const TAGGED: usize = 8;

/// The sheets of one return.
pub struct Own<'b> {
    /// Its sheets, those that people see first.
    pub sheets: Vec<&'b Sheet>,
    /// Its hidden sheet.
    pub kept: Kept,
    /// What its sheets show beside labels.
    pub visible: Visible<'b>,
    /// What most of its sheets of answers say of themselves.
    pub tag: Option<Identity>,
}

/// What a sheet says of the return that it belongs to.
struct Said<'b> {
    sheet: &'b Sheet,
    tag: Option<Identity>,
    shown: Visible<'b>,
    cover: Option<Uuid>,
}

/// Takes the sheets of the return that most places name; those of another one are left out, and said.
pub fn own<'b>(book: &'b Book, problems: &mut Vec<Problem>) -> Own<'b> {
    let mut kept = cover::kept(book);
    let said: Vec<Said<'b>> =
        book.sheets.iter().filter(|sheet| !cover::is_kept(sheet)).map(Said::of).collect();
    let main = main(book, &kept, &said);
    let owners = owners(&said, main);
    let (mut sheets, mut visible, mut tags) = (Vec::new(), Visible::default(), Vec::new());
    let mut others: BTreeMap<Uuid, Vec<Said<'_>>> = BTreeMap::new();
    for (said, owner) in said.into_iter().zip(owners) {
        match owner {
            Some(other) if other != main => others.entry(other).or_default().push(said),
            Some(_) | None => {
                sheets.push(said.sheet);
                visible.join(said.shown);
                tags.extend(said.tag);
            }
        }
    }
    problems.extend(others.values().filter_map(|said| left_out(said)));
    sheets.sort_by_key(|sheet| sheet.hidden);
    let place = kept.iter().position(|it| it.submission() == Some(main)).unwrap_or(0);
    let kept = if kept.is_empty() { Kept::default() } else { kept.swap_remove(place) };
    Own { sheets, kept, visible, tag: most(&tags) }
}

impl<'b> Said<'b> {
    fn of(sheet: &'b Sheet) -> Self {
        let tag = tag(sheet);
        let shown = if tag.is_some() { Visible::default() } else { Visible::of(sheet) };
        let cover = shown.get("Return id").and_then(|(text, _)| Uuid::parse_str(&text).ok());
        Self { sheet, tag, shown, cover }
    }

    fn submission(&self) -> Option<Uuid> {
        self.tag.as_ref().map(|tag| tag.submission)
    }
}

fn tag(sheet: &Sheet) -> Option<Identity> {
    let texts = sheet.rows.values().take(TAGGED).flat_map(|cells| cells.values()).filter_map(|cell| {
        match &cell.content {
            Content::Text(text) if !cell.formula => identity::tagged(text),
            _ => None,
        }
    });
    let mut texts = texts;
    texts.next()
}

/// The return that most places name; nil where none does.
fn main(book: &Book, kept: &[Kept], said: &[Said<'_>]) -> Uuid {
    let property = book.properties.get(PROPERTY).and_then(|text| Uuid::parse_str(text).ok());
    let hidden = kept.iter().filter_map(Kept::submission);
    let sheets = said.iter().flat_map(|it| [it.cover, it.submission()]).flatten();
    let votes: Vec<Uuid> = hidden.chain(property).chain(sheets).collect();
    let count = |id: &Uuid| votes.iter().filter(|it| *it == id).count();
    votes.iter().rev().max_by_key(|id| count(id)).copied().unwrap_or_default()
}

/// Whose each sheet is: by its tag; a cover by its id, where other sheets bear it out; else as the cover before it.
fn owners(said: &[Said<'_>], main: Uuid) -> Vec<Option<Uuid>> {
    let borne = |id: Uuid| {
        let tagged = said.iter().any(|it| it.submission() == Some(id));
        tagged || (id != main && said.iter().any(|it| it.cover == Some(main)))
    };
    let mut current = None;
    let owner = |it: &Said<'_>| {
        current = it.cover.filter(|id| borne(*id)).or(current);
        it.submission().or(current)
    };
    said.iter().map(owner).collect()
}

fn most(tags: &[Identity]) -> Option<Identity> {
    let count = |tag: &&Identity| tags.iter().filter(|it| it == tag).count();
    tags.iter().rev().max_by_key(count).cloned()
}

fn left_out(said: &[Said<'_>]) -> Option<Problem> {
    let first = said.first()?;
    let names: Vec<String> = said.iter().map(|it| format!("\u{2018}{}\u{2019}", it.sheet.name)).collect();
    let setting = said.iter().find_map(|it| SETTING_LABELS.iter().find_map(|label| it.shown.get(label)));
    let whose = setting.map(|(name, _)| format!(", of \u{201c}{name}\u{201d}")).unwrap_or_default();
    let sheets = if names.len() == 1 { "The sheet" } else { "The sheets" };
    let belong = if names.len() == 1 { "belongs to another return" } else { "belong to another return" };
    let message = format!("{sheets} {} {belong}{whose}; what stands there was left out.", names.join(", "));
    let hint = "If that return is wanted too, ask for its own workbook, or save those sheets as one.";
    Some(Problem::new(Severity::Question, format!("Sheet '{}'", first.sheet.name), message).hint(hint))
}
