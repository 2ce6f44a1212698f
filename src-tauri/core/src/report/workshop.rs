//! The papers of a workshop: who reviews whom, the running order of a challenge event, what was put to whom, and a
//! presentation sheet for each organisation.
//!
//! Refuses to know: the file.

use super::document::{Block, Document, Figure, Pair, Section};
use super::panel::Pack;
use crate::analysis::Table;
use crate::analysis::table::{Cell, Column, ColumnKind};

/// A workshop as its papers say it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Day {
    /// What it is called.
    pub name: String,
    /// The partnership.
    pub partnership: String,
    /// The tool and the round.
    pub round: String,
    /// The day, when it begins, where, what it is about: those that are known.
    pub when: Vec<(String, String)>,
    /// Today in words.
    pub today: String,
    /// The code of the head of the log.
    pub code: String,
}

/// One who takes part.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Taker {
    /// Its name.
    pub name: String,
    /// Who answers for its return: name, role, e-mail, telephone; in words.
    pub author: String,
    /// Who stands in.
    pub substitute: String,
    /// Who reviews it.
    pub reviewers: Vec<String>,
    /// Whom it reviews.
    pub reviews: Vec<String>,
}

/// How an allocation was drawn.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drawn {
    /// The seed.
    pub seed: String,
    /// How many review each.
    pub each: u32,
    /// Who drew it and when.
    pub by: String,
    /// Who is kept apart: one, other, why.
    pub apart: Vec<[String; 3]>,
    /// What has to be known of it.
    pub remarks: Vec<String>,
}

/// The most lines of a list on a presentation sheet, and the longest of them.
const MOST: (usize, usize) = (3, 160);

/// The most standards that have a row on a presentation sheet, so that it stays a page.
const MOST_STANDARDS: usize = 10;

fn document(day: &Day, title: String, sections: Vec<Section>) -> Document {
    Document {
        title,
        about: vec![day.partnership.clone(), day.round.clone()],
        marking: "Restricted".to_owned(),
        author: "Attest".to_owned(),
        code: day.code.clone(),
        sections,
        ..Document::default()
    }
}

fn pairs(day: &Day) -> Block {
    let when = day.when.iter().filter(|(_, said)| !said.is_empty());
    Block::Pairs(when.map(|(name, said)| Pair::new(name.clone(), said.clone())).collect())
}

fn table(title: &str, caption: &str, heads: &[&str], rows: Vec<Vec<String>>) -> Table {
    Table {
        title: title.to_owned(),
        caption: caption.to_owned(),
        as_at: String::new(),
        columns: heads.iter().map(|head| Column::new(*head, ColumnKind::Text)).collect(),
        rows: rows.into_iter().map(|row| row.into_iter().map(Cell::text).collect()).collect(),
        notes: Vec::new(),
    }
}

fn or_nobody(names: &[String]) -> String {
    if names.is_empty() { "Nobody".to_owned() } else { names.join("; ") }
}

/// Who reviews whom, with whoever can be asked, and how it was drawn.
pub fn allocation(day: &Day, takers: &[Taker], drawn: &Drawn) -> Document {
    let reviewed =
        takers.iter().map(|one| vec![one.name.clone(), or_nobody(&one.reviewers), one.reviews.join("; ")]);
    let people = takers.iter().map(|one| {
        let named = |text: &str| if text.is_empty() { "Not named".to_owned() } else { text.to_owned() };
        vec![one.name.clone(), named(&one.author), named(&one.substitute)]
    });
    let caption = format!("{}, {}", day.name, day.round);
    let mut sections = vec![
        Section::new("Allocation").heading("Who reviews whom").with(pairs(day)).table(table(
            "Who reviews whom",
            &caption,
            &["Organisation", "Is reviewed by", "Reviews"],
            reviewed.collect(),
        )),
        Section::new("People").heading("Who can be asked").table(table(
            "Authors and substitutes",
            &caption,
            &["Organisation", "Author", "Substitute"],
            people.collect(),
        )),
    ];
    if !drawn.apart.is_empty() {
        let rows = drawn.apart.iter().map(|pair| pair.to_vec()).collect();
        sections.push(Section::new("Kept apart").heading("Who does not review each other").table(table(
            "Kept apart",
            &caption,
            &["Organisation", "And", "Why"],
            rows,
        )));
    }
    sections.push(method(drawn));
    document(day, format!("Allocation of reviewers: {}", day.name), sections)
}

fn method(drawn: &Drawn) -> Section {
    let said = vec![
        Pair::new("Reviewers of each", drawn.each.to_string()),
        Pair::new("Seed", drawn.seed.clone()),
        Pair::new("Drawn by", drawn.by.clone()),
    ];
    let section = Section::new("Method").heading("How it was drawn").with(Block::Pairs(said)).text(
        "No organisation reviews itself or one it is kept apart from. Reviewers are drawn in an order that follows from \
         the seed; nobody takes on another review while somebody with fewer could be given it instead. The same \
         organisations, the same pairs kept apart and the same seed give the same list for ever.",
    );
    if drawn.remarks.is_empty() { section } else { section.with(Block::List(drawn.remarks.clone())) }
}

/// The running order of a challenge event.
pub fn programme(day: &Day, takers: &[Taker]) -> Document {
    let row = |(place, one): (usize, &Taker)| vec![(place + 1).to_string(), one.name.clone(), presenter(one)];
    let rows = takers.iter().enumerate().map(row).collect();
    let mut order = table("Running order", &day.name, &["Order", "Organisation", "Presents"], rows);
    order.columns[0].kind = ColumnKind::Short;
    let how = vec![
        "Each organisation presents from its sheet, and is asked about it.".to_owned(),
        "What is put to it, by whom, and its reply are noted and go to it afterwards.".to_owned(),
        "No child is named. An immediate concern about a child goes by the normal referral route now."
            .to_owned(),
    ];
    let section =
        Section::new("Programme").heading("Programme").with(pairs(day)).table(order).with(Block::List(how));
    document(day, format!("Programme: {}", day.name), vec![section])
}

/// What was put to whom, and the replies.
pub fn record(day: &Day, put: &[[String; 5]]) -> Document {
    let section = Section::new("Challenges").heading("What was put to whom").with(pairs(day));
    let section = if put.is_empty() {
        section.text("Nothing is recorded yet.")
    } else {
        let rows = put.iter().map(|one| one.to_vec()).collect();
        let heads = ["Organisation", "Put by", "Challenge", "Reply", "On"];
        let mut put = table("Challenges and replies", &day.name, &heads, rows);
        if let Some(on) = put.columns.last_mut() {
            on.kind = ColumnKind::Short;
        }
        section.table(put)
    };
    document(day, format!("Challenges: {}", day.name), vec![section])
}

/// A sheet to present from, a page for each organisation; of several, the first page says who presents and from what.
pub fn presentation(day: &Day, sheets: &[(Taker, Pack)]) -> Document {
    if let [(taker, pack)] = sheets {
        let section = sheet(taker, pack, vec![Pair::new("For", occasion(day))]);
        return document(day, format!("Presentation sheet: {}", taker.name), vec![section]);
    }
    let told = sheets.iter().filter(|(_, pack)| !pack.standards.is_empty());
    let page = |(place, (taker, pack)): (usize, &(Taker, Pack))| {
        let section = sheet(taker, pack, Vec::new());
        Section { name: format!("{} {}", place + 1, taker.name), ..section }.on_new_page()
    };
    let sections = std::iter::once(presents(day, sheets)).chain(told.enumerate().map(page));
    document(day, format!("Presentation sheets: {}", day.name), sections.collect())
}

/// Who presents, in what order, and from what.
fn presents(day: &Day, sheets: &[(Taker, Pack)]) -> Section {
    let row = |(place, (taker, pack)): (usize, &(Taker, Pack))| {
        let from = if pack.standards.is_empty() {
            "No return is accepted: without a sheet".to_owned()
        } else {
            let (met, base) = met(pack);
            format!("A sheet in this paper; {met} of {base} rated as met")
        };
        vec![(place + 1).to_string(), taker.name.clone(), presenter(taker), from]
    };
    let rows = sheets.iter().enumerate().map(row).collect();
    let mut order = table("", &day.round, &["Order", "Organisation", "Presents", "From"], rows);
    order.columns[0].kind = ColumnKind::Short;
    let section = Section::new("Who presents").heading("Who presents").with(pairs(day)).table(order);
    section.text(
        "The sheets show what organisations said of themselves. Each has a page of its own, in this order.",
    )
}

/// Whoever presents for an organisation: who wrote its return, or who stands in.
fn presenter(taker: &Taker) -> String {
    let known = [&taker.author, &taker.substitute].into_iter().find(|who| !who.is_empty());
    known.map_or_else(|| "Not named".to_owned(), Clone::clone)
}

/// What a sheet is for: the workshop, its day and its theme.
fn occasion(day: &Day) -> String {
    let when = day.when.iter().map(|(_, said)| said.as_str()).filter(|said| !said.is_empty());
    std::iter::once(day.name.as_str()).chain(when).collect::<Vec<_>>().join(", ")
}

/// How many ratings are met, and of how many judged.
fn met(pack: &Pack) -> (u32, u32) {
    pack.standards.iter().fold((0, 0), |sum, one| (sum.0 + one.met.0, sum.1 + one.met.1))
}

fn sheet(taker: &Taker, pack: &Pack, about: Vec<Pair>) -> Section {
    let mut said: Vec<Pair> = Vec::new();
    let people = [("Author", &taker.author), ("Substitute", &taker.substitute)];
    said.extend(
        people.into_iter().filter(|(_, who)| !who.is_empty()).map(|(what, who)| Pair::new(what, who.clone())),
    );
    said.push(Pair::new(
        "Signed",
        if pack.signed.is_empty() { "Nobody has signed".to_owned() } else { pack.signed.join("; ") },
    ));
    said.extend(about);
    let section = Section::new(taker.name.clone()).heading(taker.name.clone()).with(Block::Pairs(said));
    if pack.standards.is_empty() {
        return section.text("No return of this organisation has been accepted in this round.");
    }
    let (met, base) = met(pack);
    let blank: u32 = pack.standards.iter().map(|one| one.blank).sum();
    let figure = |value: String, label: &str, note: &str| Figure {
        value,
        label: label.to_owned(),
        note: note.to_owned(),
    };
    let figures = vec![
        figure(format!("{met} of {base}"), "Rated as met", "self-assessed, of those judged"),
        figure(blank.to_string(), "Not answered", ""),
    ];
    let section = section.with(Block::Figures(figures)).table(standards(pack));
    let lists = [
        ("What has made a difference", some(&pack.strengths)),
        ("What we want to develop", some(&pack.areas)),
        ("What we are doing", actions(pack)),
    ];
    lists
        .into_iter()
        .filter(|(_, lines)| !lines.is_empty())
        .fold(section, |section, (head, lines)| section.subheading(head).with(Block::List(lines)))
}

fn standards(pack: &Pack) -> Table {
    let share = |(count, base): (u32, u32)| {
        if base == 0 { "\u{2013}".to_owned() } else { format!("{count} of {base}") }
    };
    let row = |one: &super::panel::StandardLine| {
        vec![one.title.clone(), share(one.met), one.before.map(share).unwrap_or_default()]
    };
    let shown = most_to_do(pack);
    let before = shown.iter().any(|one| one.before.is_some());
    let heads: &[&str] = if before { &["Standard", "Met", "Last round"] } else { &["Standard", "Met"] };
    let width = heads.len();
    let rows = shown.iter().map(|one| row(one).into_iter().take(width).collect()).collect();
    let mut table = table("Own ratings by standard", "Self-assessed, of those judged", heads, rows);
    if shown.len() < pack.standards.len() {
        let all = pack.standards.len();
        table.notes.push(format!(
            "{MOST_STANDARDS} of {all} standards: those with the least met, in the order of the tool."
        ));
    }
    table.columns.iter_mut().skip(1).for_each(|column| column.kind = ColumnKind::Short);
    table
}

/// The standards that a page has room for: those with the smallest share met, in the order of the tool.
fn most_to_do(pack: &Pack) -> Vec<&super::panel::StandardLine> {
    let share = |one: &super::panel::StandardLine| match one.met {
        (_, 0) => u32::MAX,
        (met, base) => met * 1_000 / base,
    };
    let mut order: Vec<usize> = (0..pack.standards.len()).collect();
    order.sort_by_key(|place| (share(&pack.standards[*place]), *place));
    order.truncate(MOST_STANDARDS);
    order.sort_unstable();
    order.into_iter().map(|place| &pack.standards[place]).collect()
}

fn some(texts: &[(String, String)]) -> Vec<String> {
    texts.iter().take(MOST.0).map(|(number, text)| within(&format!("{number}: {text}"))).collect()
}

fn actions(pack: &Pack) -> Vec<String> {
    let line = |[what, who, by, state]: &[String; 4]| {
        let about: Vec<&str> =
            [who.as_str(), by, state].into_iter().filter(|part| !part.is_empty()).collect();
        let what = within(what.trim_end_matches('.'));
        if about.is_empty() { what } else { format!("{what} ({})", about.join(", ")) }
    };
    pack.actions.iter().take(MOST.0).map(line).collect()
}

fn within(text: &str) -> String {
    let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= MOST.1 {
        return text;
    }
    let kept: String = text.chars().take(MOST.1).collect();
    format!("{} \u{2026}", kept.rsplit_once(' ').map_or(kept.as_str(), |(kept, _)| kept))
}

#[cfg(test)]
mod tests;
