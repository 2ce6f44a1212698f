//! The note form on paper: the questions with room to write, for who cannot open the workbook.

use super::{CONCERN, Meeting, OutLine, table, within};
use crate::analysis::table::{Cell, ColumnKind};
use crate::report::document::{Block, Document, Pair, Section, Tone};

/// Composes the form of one member.
pub fn note_form(meeting: &Meeting, member: &str, agency: &str, questions: &[OutLine]) -> Document {
    let first = Section::new("Notes")
        .with(Block::Pairs(
            [
                vec![Pair::new("Panel member", member), Pair::new("Agency", agency)],
                vec![Pair::new("Setting", meeting.setting.clone())],
                meeting.when(),
            ]
            .concat(),
        ))
        .notice(Tone::Warning, CONCERN)
        .text("Name no child and copy no evidence: note that it was seen, and what it showed.");
    let columns = [
        ("No.", ColumnKind::Short),
        ("Question", ColumnKind::Text),
        ("Own rating", ColumnKind::Short),
        ("Your rating", ColumnKind::Text),
        ("Your note", ColumnKind::Text),
    ];
    let row = |line: &OutLine| {
        [line.number.clone(), within(&line.text, 220), line.own.clone(), String::new(), String::new()]
            .map(Cell::text)
            .to_vec()
    };
    let rows = questions.iter().map(row).collect();
    let questions = Section::new("Questions").heading("Questions").table(table(
        "Questions",
        "Rate for yourself, before you hear the others.",
        &columns,
        rows,
    ));
    let mut asked = Section::new("Lines of enquiry").heading("Lines of enquiry");
    let rows = meeting.enquiries.iter();
    let rows: Vec<Vec<Cell>> =
        rows.map(|(agency, text)| [agency, text, ""].map(|it: &str| Cell::text(it)).to_vec()).collect();
    let columns =
        [("For", ColumnKind::Short), ("Ask", ColumnKind::Text), ("What was said", ColumnKind::Text)];
    asked = asked.table(table("Lines of enquiry", "Room for what was said.", &columns, rows));
    Document {
        title: format!("Note form: {}", meeting.setting),
        about: vec![meeting.partnership.clone(), format!("Round {}", meeting.round)],
        marking: "Restricted".to_owned(),
        author: "Attest".to_owned(),
        code: meeting.code.clone(),
        sections: vec![first, questions, asked],
        ..Document::default()
    }
}
