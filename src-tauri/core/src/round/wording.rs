//! The letters and texts of a round: ours until the partnership words them its own way; names in braces are filled in.
//!
//! Refuses to know: to whom a letter goes, and how it is written.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::RoundId;
use crate::error::{Error, Result};
use crate::id::row_id;
use crate::store::{Operation, Reader, Row, Tx, params};
use crate::text;

row_id! {
    /// The id of a wording of a partnership's own.
    WordingId
}

/// A letter or text was worded.
pub const WORD: Operation = Operation::ordinary("wording.save");
/// Ours stands again.
pub const RESET: Operation = Operation::ordinary("wording.reset");

/// What a letter or text is for. The last four are the steps of an escalation, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum WordingKind {
    /// Goes with the workbook.
    Covering,
    /// Before the return is due.
    Reminder,
    /// After it was due.
    Overdue,
    /// To the head or chief officer.
    Head,
    /// To the chair of the body that holds the setting to account.
    Chair,
    /// To the local authority.
    Authority,
    /// To the partnership's Executive.
    Executive,
}

/// A letter or text as it is worded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// What it is for.
    pub kind: WordingKind,
    /// What the partnership calls it, or to whom it goes.
    pub name: String,
    /// What it is about.
    pub subject: String,
    /// Its paragraphs, an empty line between them.
    pub text: String,
}

/// The names that a text may hold in braces, and what is filled in.
pub const FIELDS: [(&str, &str); 11] = [
    ("name", "Name of the school or organisation"),
    ("head", "Its head or chief officer"),
    ("urn", "Its URN or other number"),
    ("due", "The date its return is due, in words"),
    ("file", "Name of its workbook"),
    ("issued", "The date its workbook was written"),
    ("round", "Label of the round"),
    ("tool", "Title of the audit tool"),
    ("return_to", "Where returns go"),
    ("partnership", "Name of the partnership"),
    ("today", "The date of the letter"),
];

/// What is filled in for the names in braces.
pub type Filling = BTreeMap<&'static str, String>;

impl WordingKind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::Covering,
        Self::Reminder,
        Self::Overdue,
        Self::Head,
        Self::Chair,
        Self::Authority,
        Self::Executive,
    ];

    /// Its word in the file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Covering => "covering",
            Self::Reminder => "reminder",
            Self::Overdue => "overdue",
            Self::Head => "head",
            Self::Chair => "chair",
            Self::Authority => "authority",
            Self::Executive => "executive",
        }
    }

    /// Whether it is a step of an escalation.
    pub fn is_rung(self) -> bool {
        match self {
            Self::Covering | Self::Reminder | Self::Overdue => false,
            Self::Head | Self::Chair | Self::Authority | Self::Executive => true,
        }
    }

    /// As it is worded until somebody words it otherwise.
    pub fn ours(self) -> Wording {
        let (name, subject, text) = match self {
            Self::Covering => ("Covering text", "Safeguarding self-assessment {round}: {name}", COVERING),
            Self::Reminder => {
                ("Reminder", "Reminder: safeguarding self-assessment {round}, due {due}", REMINDER)
            }
            Self::Overdue => ("Overdue", "Your safeguarding self-assessment {round} was due {due}", OVERDUE),
            Self::Head => ("Headteacher or chief officer", "Safeguarding return {round} not received", HEAD),
            Self::Chair => ("Chair of the accountable body", "Safeguarding return {round} of {name}", CHAIR),
            Self::Authority => ("Local authority", "Safeguarding return {round} of {name}", AUTHORITY),
            Self::Executive => ("Executive", "Safeguarding return {round} of {name}", EXECUTIVE),
        };
        Wording { kind: self, name: name.into(), subject: subject.into(), text: text.into() }
    }
}

const COVERING: &str = "Dear {head}\n\nHere is the safeguarding self-assessment {round} for {name}: {tool}.\n\n\
Please open the workbook {file}, fill in the cream cells, have it agreed and signed by your accountable body, \
and return it as an Excel workbook to {return_to} by {due}.\n\nIf you use Attest, open the workbook there. If not, \
Excel alone is enough: nothing is lost. Name no child anywhere.\n\nThank you for the work you do to keep children \
safe.\n\n{partnership}";
const REMINDER: &str = "Dear {head}\n\nThe safeguarding self-assessment {round} of {name} is due {due}. We have not \
received it yet.\n\nPlease return the workbook {file} to {return_to}. If something stands in the way, such as the date \
of the meeting that agrees it, please tell us now: we can agree another date.\n\nIf you have sent it in the last few \
days, thank you, and please disregard this letter.\n\n{partnership}";
const OVERDUE: &str = "Dear {head}\n\nThe safeguarding self-assessment {round} of {name} was due {due}. We have not \
received it.\n\nPlease return the workbook {file} to {return_to}, or tell us today when we may expect it and whether we \
can help.\n\n{partnership}";
const HEAD: &str = "Dear {head}\n\nThe safeguarding return {round} of {name} was due {due}. We have reminded your school \
or organisation and have not received it.\n\nThe return is how the safeguarding partners assure themselves that children \
are safe across the area. Please make sure that it reaches {return_to}, or speak to us about what stands in the \
way.\n\n{partnership}";
const CHAIR: &str = "Dear Chair\n\nThe safeguarding return {round} of {name} was due {due}. Reminders, and a letter to \
{head}, have not brought it.\n\nWe write to you as the chair of the body that is accountable for safeguarding there. \
Please ask for the return at your next meeting and have it sent to {return_to}.\n\n{partnership}";
const AUTHORITY: &str = "Dear colleague\n\n{name} ({urn}) has not sent its safeguarding return {round}, due {due}. \
Reminders and letters to its head and its chair have not brought it.\n\nPlease take this up with the school or \
organisation, and tell us what you learn.\n\n{partnership}";
const EXECUTIVE: &str = "Dear colleagues\n\n{name} ({urn}) has not sent its safeguarding return {round}, due {due}, \
although it was reminded, and its head, its chair and the local authority were written to.\n\nThe Executive is asked \
to decide what is done next.\n\n{partnership}";

/// Every letter and text of a round, as it is worded now.
pub fn all(reader: Reader<'_>, round: RoundId) -> Result<Vec<Wording>> {
    WordingKind::ALL.into_iter().map(|kind| load(reader, round, kind)).collect()
}

/// A letter or text of a round, as it is worded now.
pub fn load(reader: Reader<'_>, round: RoundId, kind: WordingKind) -> Result<Wording> {
    let sql = "SELECT name, subject, text FROM wording WHERE round_id = ?1 AND kind = ?2";
    let own = reader.one(sql, params![round, kind.code()], |row| {
        Ok(Wording { kind, name: row.get(0)?, subject: row.get(1)?, text: row.get(2)? })
    })?;
    Ok(own.unwrap_or_else(|| kind.ours()))
}

/// Words a letter or text; a name in braces that nobody knows is refused.
pub fn put(tx: &mut Tx<'_>, round: RoundId, typed: &Wording) -> Result<()> {
    let tidy = |text: &str| text::normal(text).trim().to_owned();
    let (name, subject, body) = (tidy(&typed.name), tidy(&typed.subject), tidy(&typed.text));
    for (what, said, most) in [("name", &name, 80), ("subject", &subject, 200), ("text", &body, 8_000)] {
        check(what, said, most)?;
    }
    let id = row(tx.reader(), round, typed.kind)?.unwrap_or_else(|| WordingId::new(tx.world()));
    let row = Row::new("wording", id).text("round_id", round).text("kind", typed.kind.code());
    tx.put(row.text("name", name).text("subject", subject).text("text", body))
}

/// Lets ours stand again.
pub fn reset(tx: &mut Tx<'_>, round: RoundId, kind: WordingKind) -> Result<()> {
    match row(tx.reader(), round, kind)? {
        Some(id) => tx.remove("wording", id),
        None => Ok(()),
    }
}

fn row(reader: Reader<'_>, round: RoundId, kind: WordingKind) -> Result<Option<WordingId>> {
    let sql = "SELECT id FROM wording WHERE round_id = ?1 AND kind = ?2";
    reader.one(sql, params![round, kind.code()], |row| row.get(0))
}

fn check(what: &str, said: &str, most: usize) -> Result<()> {
    if said.is_empty() || said.chars().count() > most {
        return Err(Error::input(format!(
            "The {what} of the letter is empty, or over {most} characters long."
        ))
        .hint("Type it, or let the words that came with Attest stand again."));
    }
    filled(said, &known()).map(drop)
}

/// Every name, filled with itself: to check a text by.
fn known() -> Filling {
    FIELDS.into_iter().map(|(name, _)| (name, name.to_owned())).collect()
}

/// A text with its names in braces filled in; a name that nobody knows is refused.
pub fn filled(text: &str, with: &Filling) -> Result<String> {
    let (mut done, mut rest) = (String::new(), text);
    while let Some((before, after)) = rest.split_once('{') {
        let (name, left) = after.split_once('}').ok_or_else(|| {
            Error::input("A brace in the letter is opened and not closed.").hint("Write names like {name}.")
        })?;
        let value = with.get(name.trim()).ok_or_else(|| unknown(name))?;
        done.push_str(before);
        done.push_str(value);
        rest = left;
    }
    done.push_str(rest);
    Ok(done)
}

fn unknown(name: &str) -> Error {
    let names: Vec<String> = FIELDS.iter().map(|(name, _)| format!("{{{name}}}")).collect();
    Error::input(format!("\u{201c}{{{}}}\u{201d} is no name that Attest can fill in.", text::short(name)))
        .hint(format!("Use one of {}.", names.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_texts_use_names_that_are_known_alone() {
        for wording in WordingKind::ALL.map(WordingKind::ours) {
            for text in [&wording.subject, &wording.text] {
                filled(text, &known()).expect("only known names");
            }
            assert!(wording.text.contains("{partnership}") && wording.text.contains("{name}"));
        }
    }

    #[test]
    fn names_are_filled_in_and_strangers_refused() {
        let with =
            Filling::from([("name", "Example Primary School".to_owned()), ("due", "today".to_owned())]);
        let done = filled("{name}: due { due }.", &with).expect("filled");
        assert_eq!(done, "Example Primary School: due today.");
        for text in ["{nam}", "{", "{name} {"] {
            let error = filled(text, &with).expect_err("not a name");
            assert!(!error.hint.is_empty(), "{text}");
        }
    }
}
