//! The note form on paper: the questions with room to write, for who cannot open the workbook.

use super::{CONCERN, Meeting, OutLine, table, within};
use crate::analysis::table::{Cell, ColumnKind};
use crate::report::document::{Block, Document, Pair, Section, Tone};

/// So many spaces that are not broken stand where somebody is to write by hand.
const ROOM: usize = 60;
/// A choice of so many letters stands on one line.
const SHORT: usize = 16;

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
        ("Your rating", ColumnKind::Short),
        ("Your note", ColumnKind::Text),
    ];
    let row = |line: &OutLine| {
        let ticks: Vec<String> = line.levels.iter().map(|level| choice(level)).collect();
        let text = [line.number.clone(), within(&line.text, 220), line.own.clone(), ticks.join("\n")];
        text.into_iter().chain([room(ticks.len().max(3))]).map(Cell::text).collect()
    };
    let whole = ["", "On the whole", "", ""].map(String::from).into_iter().chain([room(3)]);
    let rows = questions.iter().map(row).chain([whole.map(Cell::text).collect()]).collect();
    let questions = Section::new("Questions").heading("Questions").table(table(
        "",
        "Rate for yourself, before you hear the others.",
        &columns,
        rows,
    ));
    Document {
        title: format!("Note form: {}", meeting.setting),
        about: vec![meeting.partnership.clone(), format!("Round {}", meeting.round)],
        marking: "Restricted".to_owned(),
        author: "Attest".to_owned(),
        code: meeting.code.clone(),
        sections: [first, questions].into_iter().chain(asked(meeting)).collect(),
        ..Document::default()
    }
}

/// A choice is not torn from its box, nor a short one in two.
fn choice(level: &str) -> String {
    let level = if level.chars().count() <= SHORT { level.replace(' ', "\u{a0}") } else { level.to_owned() };
    format!("\u{2610}\u{a0}{level}")
}

/// What is asked, with room for what is said; none where nothing is.
fn asked(meeting: &Meeting) -> Option<Section> {
    let row =
        |(agency, text): &(String, String)| [agency.clone(), text.clone(), room(3)].map(Cell::text).to_vec();
    let columns =
        [("For", ColumnKind::Short), ("Ask", ColumnKind::Text), ("What was said", ColumnKind::Text)];
    let rows: Vec<Vec<Cell>> = meeting.enquiries.iter().map(row).collect();
    let section = || Section::new("Lines of enquiry").heading("Lines of enquiry");
    (!rows.is_empty()).then(|| section().table(table("", "Room for what was said.", &columns, rows)))
}

/// Room to write so many lines by hand: nothing that is read, as wide as a few words.
fn room(lines: usize) -> String {
    vec!["\u{a0}".repeat(ROOM); lines].join("\n")
}
