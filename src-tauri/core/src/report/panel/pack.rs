//! The pack for members, two to four pages: the setting, its ratings, what stands out, its own words, what to ask.

use super::{CONCERN, Meeting, table, within};
use crate::analysis::table::{Cell, ColumnKind};
use crate::report::document::{Block, Document, Figure, Pair, Section, Tone};

/// How a setting rated one standard.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StandardLine {
    /// Number and title.
    pub title: String,
    /// How many are met, and of how many judged.
    pub met: (u32, u32),
    /// Not applicable.
    pub not_applicable: u32,
    /// Not answered.
    pub blank: u32,
    /// Met and judged last round, where it is known.
    pub before: Option<(u32, u32)>,
}

/// A question as a pack shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OutLine {
    /// Its number.
    pub number: String,
    /// Its text.
    pub text: String,
    /// The setting's own rating, in words.
    pub own: String,
    /// Last round's, in words.
    pub before: String,
    /// Why it stands out.
    pub why: Vec<String>,
    /// The ratings that there are, in words.
    pub levels: Vec<String>,
}

/// What a pack is composed of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pack {
    /// Who signed the return, in sentences.
    pub signed: Vec<String>,
    /// How each standard was rated.
    pub standards: Vec<StandardLine>,
    /// Questions to be talked about.
    pub questions: Vec<OutLine>,
    /// What the setting says made a difference: number and text.
    pub strengths: Vec<(String, String)>,
    /// What it wants to develop: number and text.
    pub areas: Vec<(String, String)>,
    /// Its own plan: what, who, by when, how far.
    pub actions: Vec<[String; 4]>,
}

/// The most lines of a list in a pack.
const MOST: usize = 8;

/// Composes the pack.
pub fn pack(meeting: &Meeting, pack: &Pack) -> Document {
    let mut sections = vec![first(meeting, pack), asked(meeting)];
    if !pack.standards.is_empty() {
        sections.push(ratings(pack));
        sections.push(stands_out(pack));
        sections.push(own_words(pack));
    }
    Document {
        title: format!("Panel pack: {}", meeting.setting),
        about: vec![meeting.partnership.clone(), format!("{}, {}", meeting.tool, meeting.round)],
        marking: "Restricted".to_owned(),
        author: "Attest".to_owned(),
        code: meeting.code.clone(),
        sections,
        ..Document::default()
    }
}

/// The same pack among others: its setting is the heading, and what it is made of stands below.
#[must_use]
pub fn under(setting: &str, mut pack: Document) -> Document {
    for (place, section) in pack.sections.iter_mut().enumerate() {
        if place == 0 {
            section.name = setting.to_owned();
        }
        for block in &mut section.blocks {
            if let Block::Heading(text) = block {
                let text = std::mem::take(text);
                *block =
                    if place == 0 { Block::Heading(setting.to_owned()) } else { Block::Subheading(text) };
            }
        }
    }
    pack
}

fn first(meeting: &Meeting, pack: &Pack) -> Section {
    let mut pairs = vec![Pair::new("Setting", named(meeting))];
    pairs.extend(meeting.about.iter().map(|(name, said)| Pair::new(name.clone(), said.clone())));
    pairs.extend(meeting.when());
    let theirs: Vec<String> =
        meeting.theirs.iter().map(|one| one.join(", ").trim_end_matches(", ").to_owned()).collect();
    if !theirs.is_empty() {
        pairs.push(Pair::new("For the setting", theirs.join("; ")));
    }
    pairs.push(Pair::new("Panel", meeting.members().join("; ")));
    let signed = if pack.signed.is_empty() {
        "Nobody has signed this return, or none was accepted.".to_owned()
    } else {
        pack.signed.join("; ")
    };
    pairs.push(Pair::new("Signed", signed));
    let mut section = Section::new("Session").heading("Session").with(Block::Pairs(pairs));
    let met: u32 = pack.standards.iter().map(|one| one.met.0).sum();
    let base: u32 = pack.standards.iter().map(|one| one.met.1).sum();
    if base > 0 {
        let blank: u32 = pack.standards.iter().map(|one| one.blank).sum();
        let figure = |value: String, label: &str, note: &str| Figure {
            value,
            label: label.to_owned(),
            note: note.to_owned(),
        };
        section = section.with(Block::Figures(vec![
            figure(format!("{met} of {base}"), "Rated as met", "self-assessed, of those judged"),
            figure(blank.to_string(), "Not answered", ""),
        ]));
    }
    section.notice(Tone::Warning, CONCERN)
}

/// The setting with its number, where it has one.
fn named(meeting: &Meeting) -> String {
    if meeting.number.is_empty() {
        meeting.setting.clone()
    } else {
        format!("{}, {}", meeting.setting, meeting.number)
    }
}

fn asked(meeting: &Meeting) -> Section {
    let section = Section::new("Lines of enquiry").heading("Lines of enquiry");
    if meeting.enquiries.is_empty() {
        return section.text("None are chosen yet.");
    }
    meeting.asked(section)
}

fn ratings(pack: &Pack) -> Section {
    let share = |(count, base): (u32, u32)| {
        if base == 0 { "\u{2013}".to_owned() } else { format!("{count} of {base}") }
    };
    let row = |one: &StandardLine| {
        let before = one.before.map_or_else(|| "no earlier figure".to_owned(), share);
        vec![
            Cell::text(&one.title),
            Cell::text(share(one.met)),
            Cell::text(before),
            Cell::count(one.not_applicable),
            Cell::count(one.blank),
        ]
    };
    let columns = [
        ("Standard", ColumnKind::Text),
        ("Met", ColumnKind::Short),
        ("Last round", ColumnKind::Short),
        ("Not applicable", ColumnKind::Count),
        ("Not answered", ColumnKind::Count),
    ];
    let rows = pack.standards.iter().map(row).collect();
    Section::new("Ratings").heading("Its own ratings").table(table(
        "Ratings per standard",
        "Self-assessed; met of those judged",
        &columns,
        rows,
    ))
}

fn stands_out(pack: &Pack) -> Section {
    let section = Section::new("Questions").heading("Questions to talk about");
    if pack.questions.is_empty() {
        return section.text("None are chosen yet, and none stands out.");
    }
    let row = |line: &OutLine| {
        [
            line.number.clone(),
            within(&line.text, 240),
            line.own.clone(),
            line.before.clone(),
            line.why.join(". "),
        ]
        .map(Cell::text)
        .to_vec()
    };
    let columns = [
        ("No.", ColumnKind::Short),
        ("Question", ColumnKind::Text),
        ("Own rating", ColumnKind::Short),
        ("Last round", ColumnKind::Short),
        ("Why", ColumnKind::Text),
    ];
    let rows = pack.questions.iter().take(12).map(row).collect();
    section.table(table("Questions", "Self-assessed", &columns, rows).without_empty(&["Last round", "Why"]))
}

fn own_words(pack: &Pack) -> Section {
    let list = |lines: &[(String, String)]| {
        let lines = lines.iter().take(MOST);
        Block::List(lines.map(|(number, text)| format!("{number}: {}", within(text, 280))).collect())
    };
    let mut section = Section::new("In its own words").heading("In its own words");
    if !pack.strengths.is_empty() {
        section = section.subheading("What made a difference").with(list(&pack.strengths));
    }
    if !pack.areas.is_empty() {
        section = section.subheading("Areas for development").with(list(&pack.areas));
    }
    if pack.actions.is_empty() {
        return section.text("No actions came in with the return.");
    }
    let columns = [
        ("Action", ColumnKind::Text),
        ("Owner", ColumnKind::Short),
        ("By", ColumnKind::Short),
        ("State", ColumnKind::Short),
    ];
    let row = |one: &[String; 4]| one.each_ref().map(|text| Cell::text(within(text, 160))).to_vec();
    let rows = pack.actions.iter().take(MOST).map(row).collect();
    section.table(table("Its own actions", "As returned", &columns, rows))
}
