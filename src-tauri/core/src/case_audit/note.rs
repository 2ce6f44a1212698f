//! What agencies say of a case, item by item: all of it side by side, by agency and author.
//!
//! A note is known by its content, so that merging two lists takes nothing away and no note takes another's place.
//! Refuses to know: which file or form a note came from, but for its name.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{CaseAuditId, CaseNumber};
use crate::error::Result;
use crate::id::row_id;
use crate::panel::noted::{Noted, id_of, merged};
use crate::store::{Operation, Reader, Row, Tx, params};
use crate::template::LevelCode;
use crate::text;

row_id! {
    /// The id of what an agency says.
    CaseNoteId
}

/// A note was typed.
pub const NOTE: Operation = Operation::ordinary("case_audit.note");
/// Forms were read.
pub const FORMS: Operation = Operation::ordinary("case_audit.read_forms");
/// A note was taken out.
pub const UNNOTE: Operation = Operation::ordinary("case_audit.note_remove");

/// The source of a note that was typed here.
pub const TYPED: &str = "typed";

/// What a note is on: a focus area, the voice of the child, or the case as a whole.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "CaseItem"))]
#[serde(transparent)]
pub struct Item(pub String);

impl Item {
    /// The voice and lived experience of the child.
    pub fn voice() -> Self {
        Self("voice".to_owned())
    }

    /// The case as a whole.
    pub fn whole() -> Self {
        Self("whole".to_owned())
    }

    /// Whether it is a focus area.
    pub fn is_focus(&self) -> bool {
        !["voice", "whole"].contains(&self.0.as_str())
    }
}

/// What one person of one agency says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CaseNote {
    /// Of which case.
    pub case: CaseNumber,
    /// On what.
    pub item: Item,
    /// For which agency.
    pub agency: String,
    /// Who says it; blank where the form does not say.
    pub author: String,
    /// The grade.
    pub grade: Option<LevelCode>,
    /// What was seen in the record.
    pub saw: String,
    /// What was good.
    pub good: String,
    /// What is to be developed.
    pub develop: String,
    /// Where it comes from: typed, or the name of the form.
    pub source: String,
}

impl Noted for CaseNote {
    fn tidied(self) -> Self {
        let tidy = |text: &str| text::normal(text).trim().to_owned();
        Self {
            agency: tidy(&self.agency),
            author: tidy(&self.author),
            saw: tidy(&self.saw),
            good: tidy(&self.good),
            develop: tidy(&self.develop),
            ..self
        }
    }

    fn says_something(&self) -> bool {
        self.grade.is_some() || !(self.saw.is_empty() && self.good.is_empty() && self.develop.is_empty())
    }

    fn source(&self) -> &str {
        &self.source
    }

    fn sourced(self, source: String) -> Self {
        Self { source, ..self }
    }
}

impl CaseNote {
    /// Its id in an audit: by all that it says, and not by where it comes from.
    pub fn id(&self, audit: CaseAuditId) -> CaseNoteId {
        let grade = self.grade.as_ref().map_or("", |grade| grade.0.as_str());
        let [agency, author, saw, good, develop] =
            [&self.agency, &self.author, &self.saw, &self.good, &self.develop].map(String::as_str);
        let parts = [self.case.as_str(), &self.item.0, grade, agency, author, saw, good, develop];
        CaseNoteId(id_of(&audit.to_string(), &parts))
    }
}

/// How each agency grades each item of each case; several where its authors differ, and nobody decides here.
pub fn grades(notes: &[CaseNote]) -> BTreeMap<(CaseNumber, Item), BTreeMap<String, BTreeSet<LevelCode>>> {
    let mut all: BTreeMap<(CaseNumber, Item), BTreeMap<String, BTreeSet<LevelCode>>> = BTreeMap::new();
    for note in notes {
        if let Some(grade) = &note.grade {
            let of = all.entry((note.case.clone(), note.item.clone())).or_default();
            of.entry(note.agency.clone()).or_default().insert(grade.clone());
        }
    }
    all
}

/// Adds notes to an audit; how many of them were new.
pub fn add(tx: &mut Tx<'_>, audit: CaseAuditId, notes: &[CaseNote]) -> Result<usize> {
    let there = of_audit(tx.reader(), audit)?;
    let known: BTreeSet<CaseNoteId> = there.iter().map(|note| note.id(audit)).collect();
    let mut new = 0;
    for note in merged(&there, notes).iter().filter(|note| !known.contains(&note.id(audit))) {
        new += 1;
        let row = Row::new("case_note", note.id(audit)).text("audit_id", audit).text("number", &note.case);
        let row = row.text("item", &note.item.0).text("agency", &note.agency).text("author", &note.author);
        let row = row.set("grade", note.grade.as_ref().map(|grade| grade.0.clone())).text("saw", &note.saw);
        tx.put(row.text("good", &note.good).text("develop", &note.develop).text("source", &note.source))?;
    }
    Ok(new)
}

/// Takes a note out.
pub fn remove(tx: &mut Tx<'_>, id: CaseNoteId) -> Result<()> {
    tx.remove("case_note", id)
}

/// Everything that agencies say in an audit.
pub fn of_audit(reader: Reader<'_>, audit: CaseAuditId) -> Result<Vec<CaseNote>> {
    let sql = "SELECT number, item, agency, author, grade, saw, good, develop, source FROM case_note
      WHERE audit_id = ?1 ORDER BY number, item, agency, author, id";
    reader.all(sql, params![audit], |row| {
        Ok(CaseNote {
            case: CaseNumber(row.get(0)?),
            item: Item(row.get(1)?),
            agency: row.get(2)?,
            author: row.get(3)?,
            grade: row.get::<_, Option<String>>(4)?.map(LevelCode),
            saw: row.get(5)?,
            good: row.get(6)?,
            develop: row.get(7)?,
            source: row.get(8)?,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn note() -> impl Strategy<Value = CaseNote> {
        let case = (1_u8..3).prop_map(|n| CaseNumber(format!("C-{n}")));
        let item = prop::sample::select(vec!["f1", "voice", "whole"]);
        let grade = prop::option::of((0_u8..3).prop_map(|n| LevelCode(format!("g{n}"))));
        let agency = prop::sample::select(vec!["Police", "Health"]);
        let author = prop::sample::select(vec!["Alex", "Sam", ""]);
        let text = || prop::sample::select(vec!["", "Seen.", "Seen. ", "Not seen."]);
        let source = prop::sample::select(vec!["typed", "form-a", "form-b"]);
        let who = (agency, author, source);
        (case, item, grade, who, text(), text()).prop_map(
            |(case, item, grade, (agency, author, source), saw, good)| CaseNote {
                case,
                item: Item(item.to_owned()),
                agency: agency.to_owned(),
                author: author.to_owned(),
                grade,
                saw: saw.to_owned(),
                good: good.to_owned(),
                develop: String::new(),
                source: source.to_owned(),
            },
        )
    }

    fn notes() -> impl Strategy<Value = Vec<CaseNote>> {
        prop::collection::vec(note(), 0..9)
    }

    proptest! {
        #[test]
        fn merging_is_the_same_in_any_order_in_any_grouping_and_however_often(
            a in notes(), b in notes(), c in notes(),
        ) {
            prop_assert_eq!(merged(&a, &b), merged(&b, &a));
            prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
            prop_assert_eq!(merged(&merged(&a, &b), &b), merged(&a, &b));
        }

        #[test]
        fn what_one_author_says_never_takes_the_place_of_what_another_says(a in notes(), b in notes()) {
            let all = merged(&a, &b);
            for note in a.iter().chain(&b).map(|note| note.clone().tidied()).filter(CaseNote::says_something) {
                let same = |one: &&CaseNote| CaseNote { source: note.source.clone(), ..(**one).clone() } == note;
                prop_assert_eq!(all.iter().filter(same).count(), 1);
            }
            let grades = grades(&all);
            for note in a.iter().chain(&b) {
                if let Some(grade) = &note.grade {
                    let of = &grades[&(note.case.clone(), note.item.clone())];
                    prop_assert!(of[&note.agency].contains(grade));
                }
            }
        }
    }
}
