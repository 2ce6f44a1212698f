//! The letter after a session, to head and chair: thanks, strengths, areas, what was agreed, the say on accuracy.

use super::{CONCERN, Meeting, Run, table};
use crate::analysis::table::{Cell, ColumnKind};
use crate::report::document::{Block, Document, Form, Section};

/// To whom a letter goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum To {
    /// The head, the manager or the chief officer.
    Head,
    /// The chair of the accountable body.
    Chair,
}

/// What a letter says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Afterwards {
    /// What was good.
    pub strengths: Vec<String>,
    /// What to work on.
    pub areas: Vec<String>,
    /// Challenges and how they are met.
    pub challenges: Vec<String>,
    /// What children say.
    pub voices: Vec<String>,
    /// Ratings of the panel that differ: question, own, panel's, reason.
    pub ratings: Vec<[String; 4]>,
    /// Agreed with the setting: what, who, by when.
    pub actions: Vec<[String; 3]>,
    /// Promised by partners: what, which agency, by when.
    pub promised: Vec<[String; 3]>,
    /// What it came to, in a sentence.
    pub outcome: String,
    /// Until when the setting may comment, in words.
    pub comments_by: String,
    /// How it is known: the name of the file that goes with it.
    pub feedback: String,
}

impl To {
    /// The words for it in the name of a file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::Chair => "chair",
        }
    }
}

/// Composes the letter.
pub fn letter(meeting: &Meeting, to: To, said: &Afterwards) -> Document {
    let (name, dear) = addressed(meeting, to);
    let lines = [name, meeting.setting.clone(), meeting.post.clone()];
    let mut about: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    about.extend([String::new(), meeting.today.clone()]);
    let mut section = Section::new("Letter").text(dear).text(thanks(meeting));
    for (heading, list) in [
        ("What we found to be strong", &said.strengths),
        ("What we suggest you work on", &said.areas),
        ("Challenges, and how you meet them", &said.challenges),
        ("What children say", &said.voices),
    ] {
        if !list.is_empty() {
            section = section.subheading(heading).with(Block::List(list.clone()));
        }
    }
    section = tables(section, said);
    if !said.outcome.is_empty() {
        section = section.text(said.outcome.clone());
    }
    Document {
        form: Form::Letter,
        title: format!("Safeguarding audit panel on {}", meeting.on),
        about,
        author: "Attest".to_owned(),
        code: meeting.code.clone(),
        sections: vec![closing(section, meeting, to, said)],
        ..Document::default()
    }
}

fn addressed(meeting: &Meeting, to: To) -> (String, String) {
    let [head, chair, _] = roles(meeting);
    match to {
        To::Head if meeting.head.is_empty() => (format!("The {head}"), format!("Dear {head}")),
        To::Head => (meeting.head.clone(), format!("Dear {}", meeting.head)),
        To::Chair if meeting.run == Run::EarlyYears => (format!("The {chair}"), format!("Dear {chair}")),
        To::Chair => (format!("The {chair}"), "Dear chair".into()),
    }
}

/// What those are called to whom a letter goes: its head, the chair of its body, its lead.
fn roles(meeting: &Meeting) -> [&'static str; 3] {
    match meeting.run {
        Run::School => ["headteacher", "chair of governors", "designated safeguarding lead"],
        Run::EarlyYears => ["manager", "registered person", "designated safeguarding lead"],
        Run::Organisation => ["chief officer", "chair of the board", "safeguarding lead"],
    }
}

fn thanks(meeting: &Meeting) -> String {
    let theirs: Vec<String> = meeting
        .theirs
        .iter()
        .map(|one| if one[1].is_empty() { one[0].clone() } else { format!("{} ({})", one[0], one[1]) })
        .collect();
    let met = if theirs.is_empty() { String::new() } else { format!(" We met {}.", theirs.join(", ")) };
    format!(
        "Thank you for meeting the audit panel of {} on {}.{met} The panel: {}.",
        meeting.partnership,
        meeting.on,
        meeting.members().join("; ")
    )
}

fn tables(mut section: Section, said: &Afterwards) -> Section {
    if !said.ratings.is_empty() {
        let columns = [
            ("Question", ColumnKind::Text),
            ("Your rating", ColumnKind::Short),
            ("The panel\u{2019}s", ColumnKind::Short),
            ("Why", ColumnKind::Text),
        ];
        let rows = said.ratings.iter().map(|row| row.each_ref().map(Cell::text).to_vec()).collect();
        section = section.subheading("Where the panel sees it otherwise").table(table(
            "",
            "Two ratings beside each other. Your own rating stays as it is",
            &columns,
            rows,
        ));
    }
    let columns = [("What", ColumnKind::Text), ("Who", ColumnKind::Short), ("By when", ColumnKind::Short)];
    for (heading, rows) in [
        ("What you agreed at the session to do", &said.actions),
        ("What partners promised you there", &said.promised),
    ] {
        if !rows.is_empty() {
            let rows = rows.iter().map(|row| row.each_ref().map(Cell::text).to_vec()).collect();
            section = section.subheading(heading).table(table("", "", &columns, rows));
        }
    }
    section
}

fn closing(mut section: Section, meeting: &Meeting, to: To, said: &Afterwards) -> Section {
    if !said.feedback.is_empty() {
        section = section.text(format!(
            "The file {} goes with this letter. Opened in Attest, it brings what was agreed into your own plan, and its \
             progress comes back with your next return; it can also be read in Excel.",
            said.feedback
        ));
    }
    section = section.subheading("Is this accurate?").text(format!(
        "Please tell us{} whether anything here is wrong. We close the record only when you have had your say.",
        if said.comments_by.is_empty() { String::new() } else { format!(" by {}", said.comments_by) }
    ));
    section = section.text(
        "What panels found is reported to the partnership without naming any setting. Good practice is named only \
         where you have given permission.",
    );
    section = section.text(CONCERN);
    if !meeting.contact.is_empty() {
        section = section.text(format!("Questions: {}", meeting.contact));
    }
    let [head, chair, lead] = roles(meeting);
    let other = match to {
        To::Head => chair,
        To::Chair => head,
    };
    let copy = format!("Copy to the {other} and the {lead}");
    section.text(format!("Yours sincerely\n{}", meeting.partnership)).text(copy)
}
