//! What single members note and how each of them rates: by question and author, all of it side by side.
//!
//! A note is known by its content, so that merging two lists takes nothing away and no note takes another's place.
//! Refuses to know: which file or form a note came from, but for its name.

use std::collections::{BTreeMap, BTreeSet};

use super::noted::{Noted, id_of, merged};
use super::session::PanelSessionId;
use crate::error::Result;
use crate::id::row_id;
use crate::store::{Operation, Reader, Row, Tx, params};
use crate::template::{LevelCode, QuestionId};
use crate::text;

row_id! {
    /// The id of a note.
    NoteId
}

/// A note was typed.
pub const NOTE: Operation = Operation::ordinary("panel.note");
/// Forms were read.
pub const FORMS: Operation = Operation::ordinary("panel.read_forms");
/// A note was taken out.
pub const UNNOTE: Operation = Operation::ordinary("panel.note_remove");

/// The source of a note that was typed here.
pub const TYPED: &str = "typed";

/// What one member noted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    /// On which question; none is on the whole.
    pub question: Option<QuestionId>,
    /// Who noted it.
    pub member: String,
    /// For which agency.
    pub agency: String,
    /// The member's own rating.
    pub level: Option<LevelCode>,
    /// The text.
    pub text: String,
    /// Where it comes from: typed, or the name of the form.
    pub source: String,
}

/// How a member rates a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rated {
    /// So.
    One(LevelCode),
    /// In several ways, in several forms: nobody says here which of them holds.
    Several(BTreeSet<LevelCode>),
}

impl Noted for Note {
    fn tidied(self) -> Self {
        Self {
            member: text::normal(&self.member).trim().to_owned(),
            agency: text::normal(&self.agency).trim().to_owned(),
            text: text::normal(&self.text).trim().to_owned(),
            ..self
        }
    }

    fn says_something(&self) -> bool {
        self.level.is_some() || !self.text.is_empty()
    }

    fn source(&self) -> &str {
        &self.source
    }

    fn sourced(self, source: String) -> Self {
        Self { source, ..self }
    }
}

impl Note {
    /// Its id in a session: by all that it says, and not by where it comes from.
    pub fn id(&self, session: PanelSessionId) -> NoteId {
        let question = self.question.as_ref().map_or("", |question| question.0.as_str());
        let level = self.level.as_ref().map_or("", |level| level.0.as_str());
        NoteId(id_of(&session.to_string(), &[question, &self.member, &self.agency, level, &self.text]))
    }
}

/// How each member rates each question.
pub fn ratings(notes: &[Note]) -> BTreeMap<QuestionId, BTreeMap<String, Rated>> {
    let mut all: BTreeMap<QuestionId, BTreeMap<String, BTreeSet<LevelCode>>> = BTreeMap::new();
    for note in notes {
        if let (Some(question), Some(level)) = (&note.question, &note.level) {
            let of = all.entry(question.clone()).or_default().entry(note.member.clone()).or_default();
            of.insert(level.clone());
        }
    }
    let rated = |levels: BTreeSet<LevelCode>| match levels.len() {
        1 => levels.into_iter().next().map(Rated::One),
        _ => Some(Rated::Several(levels)),
    };
    let by_member = |(question, members): (QuestionId, BTreeMap<String, BTreeSet<LevelCode>>)| {
        let members = members.into_iter().filter_map(|(name, levels)| Some((name, rated(levels)?)));
        (question, members.collect())
    };
    all.into_iter().map(by_member).collect()
}

/// Adds notes to a session; how many of them were new.
pub fn add(tx: &mut Tx<'_>, session: PanelSessionId, notes: &[Note]) -> Result<usize> {
    let there = of_session(tx.reader(), session)?;
    let known: BTreeSet<NoteId> = there.iter().map(|note| note.id(session)).collect();
    let mut new = 0;
    for note in merged(&there, notes).iter().filter(|note| !known.contains(&note.id(session))) {
        new += 1;
        let row = Row::new("panel_note", note.id(session)).text("session_id", session);
        let row = row.text("question_id", note.question.as_ref().map_or("", |id| id.0.as_str()));
        let row = row.text("member", &note.member).text("agency", &note.agency);
        let row = row.set("level", note.level.as_ref().map(|level| level.0.clone()));
        tx.put(row.text("text", &note.text).text("source", &note.source))?;
    }
    Ok(new)
}

/// Takes a note out.
pub fn remove(tx: &mut Tx<'_>, id: NoteId) -> Result<()> {
    tx.remove("panel_note", id)
}

/// The notes of a session.
pub fn of_session(reader: Reader<'_>, session: PanelSessionId) -> Result<Vec<Note>> {
    let sql = "SELECT question_id, member, agency, level, text, source FROM panel_note
      WHERE session_id = ?1 ORDER BY question_id, member, text, id";
    reader.all(sql, params![session], |row| {
        let question: String = row.get(0)?;
        Ok(Note {
            question: (!question.is_empty()).then_some(QuestionId(question)),
            member: row.get(1)?,
            agency: row.get(2)?,
            level: row.get::<_, Option<String>>(3)?.map(LevelCode),
            text: row.get(4)?,
            source: row.get(5)?,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn note() -> impl Strategy<Value = Note> {
        let question = prop::option::of((0_u8..3).prop_map(|n| QuestionId(format!("q{n}"))));
        let level = prop::option::of((0_u8..3).prop_map(|n| LevelCode(format!("l{n}"))));
        let member = prop::sample::select(vec!["Alex", "Sam", "Robin"]);
        let text = prop::sample::select(vec!["", "Seen.", "Seen. ", "Not seen."]);
        let source = prop::sample::select(vec!["typed", "form-a", "form-b"]);
        (question, level, member, text, source).prop_map(|(question, level, member, text, source)| Note {
            question,
            level,
            member: member.to_owned(),
            agency: "police".to_owned(),
            text: text.to_owned(),
            source: source.to_owned(),
        })
    }

    fn notes() -> impl Strategy<Value = Vec<Note>> {
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
            let alone = merged(&a, &[]);
            prop_assert_eq!(merged(&alone, &alone), alone.clone());
        }

        #[test]
        fn no_note_takes_anothers_place(a in notes(), b in notes()) {
            let all = merged(&a, &b);
            for note in a.iter().chain(&b).map(|note| note.clone().tidied()).filter(Note::says_something) {
                let same = |one: &&Note| Note { source: note.source.clone(), ..(**one).clone() } == note;
                prop_assert_eq!(all.iter().filter(same).count(), 1);
            }
        }
    }

    #[test]
    fn a_member_who_rates_twice_in_two_ways_is_asked_and_not_decided_for() {
        let note = |member: &str, level: &str, source: &str| Note {
            question: Some(QuestionId("q".into())),
            member: member.into(),
            agency: "health".into(),
            level: Some(LevelCode(level.into())),
            text: String::new(),
            source: source.into(),
        };
        let all = [note("Alex", "met", "a"), note("Alex", "partly", "b"), note("Sam", "met", "c")];
        let rated = &ratings(&all)[&QuestionId("q".into())];
        assert_eq!(rated["Sam"], Rated::One(LevelCode("met".into())));
        assert!(matches!(&rated["Alex"], Rated::Several(levels) if levels.len() == 2));
    }
}
