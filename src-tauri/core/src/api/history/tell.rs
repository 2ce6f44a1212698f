//! What operations did to rows, told in words: whose answer it was, to which question, before and after.
//!
//! Refuses to know: pages and screens.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::views::{HistoryChange, HistoryLine};
use super::words;
use crate::error::Result;
use crate::report::wording;
use crate::setting;
use crate::store::{AuditFile, Changed, Past, Texts};
use crate::submission::{self, SubmissionId};
use crate::template::{self, Audience, QuestionId, Template};

/// Columns that say whose a row is, by table.
const OWNERS: [(&str, &str, &str); 5] = [
    ("signature", "sign_off_id", "sign_off"),
    ("review", "action_id", "action"),
    ("backing", "evidence_id", "evidence"),
    ("growth", "action_id", "action"),
    ("moderated", "finding_id", "finding"),
];

/// Tells operations of one file, and remembers the audits it met.
pub struct Teller<'a> {
    file: &'a AuditFile,
    audits: BTreeMap<String, Option<Known>>,
}

/// An audit as far as a line of the history names it.
#[derive(Clone)]
struct Known {
    setting: String,
    template: Arc<Template>,
}

impl<'a> Teller<'a> {
    /// Somebody who tells what happened in a file.
    pub fn of(file: &'a AuditFile) -> Self {
        Self { file, audits: BTreeMap::new() }
    }

    /// One operation as a line.
    pub fn line(&mut self, past: Past) -> Result<HistoryLine> {
        let mut line = HistoryLine {
            done: words::done(&past.name, &past.kind),
            seq: past.seq,
            at: past.at,
            who: past.who,
            // A step back has the name of what it took back; said so, it would read as if that had been done twice.
            name: if past.undoes.is_some() { past.kind } else { past.name },
            target: past.target,
            undone: past.undone,
            setting: String::new(),
            question: None,
            number: String::new(),
            text: String::new(),
            changes: Vec::new(),
        };
        let mut questions = BTreeSet::new();
        for changed in self.file.changed(past.seq)? {
            self.tell(&changed, &mut line, &mut questions)?;
        }
        // A line about many answers is about no single one.
        if questions.len() > 1 {
            (line.question, line.number, line.text) = (None, String::new(), String::new());
        }
        Ok(line)
    }

    fn tell(
        &mut self,
        changed: &Changed,
        line: &mut HistoryLine,
        questions: &mut BTreeSet<QuestionId>,
    ) -> Result<()> {
        let whole = self.whole(changed)?;
        let known = self.audit_of(changed, &whole)?;
        let question = whole.get("question_id").filter(|id| !id.is_empty()).map(|id| QuestionId(id.clone()));
        if let Some(known) = &known {
            line.setting.clone_from(&known.setting);
        } else if let Some(setting) = whole.get("setting_id").and_then(|id| id.parse().ok()) {
            line.setting = setting::load(self.file.reader(), setting)?.details.name;
        }
        if let (None, Some(title)) = (&question, whole.get("title")) {
            line.text.clone_from(title);
        }
        if let (Some(known), Some(id)) = (&known, &question) {
            let asked = known.template.question(id);
            line.number = asked.map(|asked| asked.number.clone()).unwrap_or_default();
            line.text = asked.map(|asked| asked.text.clone()).unwrap_or_default();
            line.question = Some(id.clone());
            questions.insert(id.clone());
        }
        let meeting = self.meeting(changed, &whole)?;
        let told = Row { changed, known: known.as_ref(), question: question.as_ref(), meeting };
        line.changes.extend(told.changes());
        line.changes.extend(self.link(changed)?);
        Ok(())
    }

    /// The row with all its columns, as it was before or after.
    fn whole(&self, changed: &Changed) -> Result<Texts> {
        let mut whole = self.file.stood(&changed.table, &changed.row)?;
        if whole.is_empty() {
            whole.extend(changed.before.clone().unwrap_or_default());
            whole.extend(changed.after.clone().unwrap_or_default());
        }
        Ok(whole)
    }

    /// What the meeting that approves an audit is called in the round of a row.
    fn meeting(&self, changed: &Changed, whole: &Texts) -> Result<&'static str> {
        let key = whole.get("template").filter(|_| changed.table == "round");
        let template = key.map(|key| template::load(self.file.reader(), key)).transpose()?;
        let audience = template.map_or(Audience::School, |template| template.audience);
        Ok(wording::of_audience(audience).meeting)
    }

    /// The audit that a row belongs to, if it belongs to one.
    fn audit_of(&mut self, changed: &Changed, whole: &Texts) -> Result<Option<Known>> {
        let of = |texts: &Texts| texts.get("submission_id").cloned().filter(|id| !id.is_empty());
        if changed.table == "submission" {
            return self.known(&changed.row);
        }
        if let Some(id) = of(whole) {
            return self.known(&id);
        }
        let Some((_, column, table)) = OWNERS.iter().find(|(table, _, _)| *table == changed.table) else {
            return Ok(None);
        };
        let Some(owner) = whole.get(*column) else { return Ok(None) };
        match of(&self.file.stood(table, owner)?) {
            Some(id) => self.known(&id),
            None => Ok(None),
        }
    }

    fn known(&mut self, id: &str) -> Result<Option<Known>> {
        if let Some(known) = self.audits.get(id) {
            return Ok(known.clone());
        }
        let reader = self.file.reader();
        let found = id.parse::<SubmissionId>().ok().and_then(|id| submission::load(reader, id).ok());
        let known = found.map(|submission| -> Result<Known> {
            let setting = setting::load(reader, submission.setting)?.details.name;
            Ok(Known { setting, template: template::load(reader, &submission.template)? })
        });
        let known = known.transpose()?;
        self.audits.insert(id.to_owned(), known.clone());
        Ok(known)
    }

    /// A link that came or went, by the title at its other end.
    fn link(&self, changed: &Changed) -> Result<Option<HistoryChange>> {
        let (what, column, table) = match changed.table.as_str() {
            "backing" => ("Evidence behind the answer", "evidence_id", "evidence"),
            "growth" => ("Action from the answer", "action_id", "action"),
            "review" => ("Action", "action_id", "action"),
            _ => return Ok(None),
        };
        let titled = |texts: &Option<Texts>| -> Result<String> {
            let Some(id) = texts.as_ref().and_then(|texts| texts.get(column)) else {
                return Ok(String::new());
            };
            Ok(self.file.stood(table, id)?.remove("title").unwrap_or_default())
        };
        let (before, after) = (titled(&changed.before)?, titled(&changed.after)?);
        Ok((before != after).then(|| HistoryChange { what: what.to_owned(), before, after }))
    }
}

/// One row that changed, with what is known of it.
struct Row<'a> {
    changed: &'a Changed,
    known: Option<&'a Known>,
    question: Option<&'a QuestionId>,
    meeting: &'static str,
}

impl Row<'_> {
    fn changes(&self) -> Vec<HistoryChange> {
        let (none, table) = (Texts::new(), self.changed.table.as_str());
        let before = self.changed.before.as_ref().unwrap_or(&none);
        let after = self.changed.after.as_ref().unwrap_or(&none);
        let mut columns: Vec<&String> = before.keys().chain(after.keys()).collect();
        columns.sort_by_key(|column| (words::place(table, column), (*column).clone()));
        columns.dedup();
        let held = |texts: &Texts, column: &str| texts.get(column).cloned().unwrap_or_default();
        let changes = columns
            .into_iter()
            .flat_map(|column| self.change(column, &held(before, column), &held(after, column)));
        changes.filter(|change| change.before != change.after).collect()
    }

    fn change(&self, column: &str, before: &str, after: &str) -> Vec<HistoryChange> {
        let table = self.changed.table.as_str();
        if (table, column) == ("submission", "facts") {
            return self.facts(before, after);
        }
        if (table, column) == ("answer", "extra") {
            return self.extra(before, after);
        }
        let what = match (table, column) {
            ("round", "governors") => Some(self.meeting),
            _ => words::field(table, column),
        };
        let Some(what) = what else { return Vec::new() };
        let said = |held: &str| match (table, column) {
            ("answer", "value") | ("moderated", "level") => self.level(held),
            _ => words::value(column, held),
        };
        vec![HistoryChange { what: what.to_owned(), before: said(before), after: said(after) }]
    }

    /// A level by its label; another value as it is.
    fn level(&self, held: &str) -> String {
        let level = self.known.zip(self.question).and_then(|(known, id)| {
            let question = known.template.question(id)?;
            known.template.level(question, held)
        });
        level.map_or_else(|| words::value("value", held), |level| level.label.clone())
    }

    fn facts(&self, before: &str, after: &str) -> Vec<HistoryChange> {
        let asked = |name: &str| {
            let fact =
                self.known.and_then(|known| known.template.facts.iter().find(|fact| fact.name.0 == name));
            fact.map_or_else(|| name.to_owned(), |fact| fact.question.clone())
        };
        inside(before, after, asked)
    }

    fn extra(&self, before: &str, after: &str) -> Vec<HistoryChange> {
        let label = |name: &str| {
            let field =
                self.known.and_then(|known| known.template.fields.iter().find(|field| field.name == name));
            field.map_or_else(|| name.to_owned(), |field| field.label.clone())
        };
        inside(before, after, label)
    }
}

/// The changes inside a column that holds names and texts.
fn inside(before: &str, after: &str, what: impl Fn(&str) -> String) -> Vec<HistoryChange> {
    let read = |held: &str| serde_json::from_str::<Texts>(held).unwrap_or_default();
    let (before, after) = (read(before), read(after));
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let held = |texts: &Texts, name: &str| texts.get(name).cloned().unwrap_or_default();
    names
        .into_iter()
        .map(|name| HistoryChange {
            what: what(name),
            before: held(&before, name),
            after: held(&after, name),
        })
        .collect()
}
