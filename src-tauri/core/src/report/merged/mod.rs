//! The merged report: rounds of several partnerships side by side, every row with whose it is.
//!
//! Refuses to know: the file, and how a pack is read.

mod findings;
mod figures;
#[cfg(test)]
mod tests;

use super::document::{Block, Document, Pair, Section, Tone};
use crate::analysis::Table;
use crate::analysis::judged::day;
use crate::analysis::table::{Cell, Column, ColumnKind};
use crate::analysis::tally::percent;
use crate::pack::joined::Link;
use crate::pack::merged::{Line, Merged};
use crate::pack::{Naming, PackRound};
use crate::template::{Question, QuestionId};

/// For whom it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum For {
    /// The officers of the partnerships, who may know each return.
    Officers,
    /// Anybody else: no organisation by name, and no figure that speaks of a few.
    Others,
}

/// What it is composed of.
pub struct MergedPaper<'a> {
    /// The rounds, joined.
    pub merged: &'a Merged<'a>,
    /// Who made it: the partnership.
    pub by: String,
    /// Today, in words.
    pub today: String,
    /// For whom.
    pub readers: For,
    /// The code of the head of the log.
    pub code: String,
}

/// Composes it.
pub fn compose(paper: &MergedPaper<'_>) -> Document {
    let template = &paper.merged.joined.template;
    let mut sections = vec![whose(paper), figures::standards(paper), figures::questions(paper)];
    sections.extend(figures::reviewed(paper));
    sections.extend(findings::found(paper));
    match paper.readers {
        For::Officers => sections.extend(findings::returns(paper)),
        For::Others => {}
    }
    sections.extend(not_joined(paper));
    sections.push(method(paper));
    let marking = match paper.readers {
        For::Officers => "Restricted",
        For::Others => "",
    };
    Document {
        title: format!("{}: merged report", template.title),
        about: vec![
            format!("Put together by {} on {}", paper.by, paper.today),
            format!("{} of {}", rounds(paper.merged.rounds.len()), partnerships(paper)),
        ],
        marking: marking.to_owned(),
        author: "Attest".to_owned(),
        code: paper.code.clone(),
        sections,
        ..Document::default()
    }
}

fn rounds(count: usize) -> String {
    if count == 1 { "1 round".to_owned() } else { format!("{count} rounds") }
}

fn partnerships(paper: &MergedPaper<'_>) -> String {
    let mut names: Vec<&str> = paper.merged.rounds.iter().map(|round| round.partnership.as_str()).collect();
    names.dedup();
    if names.len() == 1 { "1 partnership".to_owned() } else { format!("{} partnerships", names.len()) }
}

impl MergedPaper<'_> {
    /// The smallest number that may be shown: the largest that any of the partnerships asks for.
    fn threshold(&self) -> u32 {
        self.merged.rounds.iter().map(|round| round.threshold).max().unwrap_or_default()
    }

    fn line(&self, question: &QuestionId) -> Line {
        match self.readers {
            For::Officers => self.merged.line(question),
            For::Others => self.merged.line_to_share(question, self.threshold()),
        }
    }

    /// What a round's column is headed: the partnership, and the round where a partnership has several.
    fn heads(&self) -> Vec<String> {
        let rounds = &self.merged.rounds;
        let several = |name: &str| rounds.iter().filter(|round| round.partnership == name).count() > 1;
        let head = |round: &&PackRound| match several(&round.partnership) {
            true => format!("{}, {}", round.partnership, round.label),
            false => round.partnership.clone(),
        };
        rounds.iter().map(head).collect()
    }

    fn scored(&self) -> Vec<&Question> {
        crate::pack::joined::scored(&self.merged.joined.template).collect()
    }

    fn table(&self, title: &str, columns: Vec<Column>, rows: Vec<Vec<Cell>>, notes: Vec<String>) -> Table {
        Table {
            title: title.to_owned(),
            caption: format!("Self-assessed. {}, {}.", self.merged.joined.template.title, partnerships(self)),
            as_at: self.today.clone(),
            columns,
            rows,
            notes,
        }
    }
}

fn text(label: &str) -> Column {
    Column::new(label, ColumnKind::Text)
}

fn short(label: &str) -> Column {
    Column::new(label, ColumnKind::Short)
}

/// Whose figures they are: one row a round.
fn whose(paper: &MergedPaper<'_>) -> Section {
    let row = |round: &&PackRound| {
        let share =
            percent(round.returned, round.expected).map_or(String::new(), |share| format!(" ({share})"));
        vec![
            Cell::text(&round.partnership),
            Cell::text(&round.label),
            Cell::text(round.template.split_once('@').map_or("", |(_, version)| version)),
            Cell::text(format!("{} of {}{share}", round.returned, round.expected)),
            Cell::text(match round.naming {
                Naming::Named => "With names",
                Naming::Nameless => "Counts only",
            }),
            Cell::text(day(round.as_at)),
        ]
    };
    let columns = vec![
        text("Partnership"),
        short("Round"),
        short("Version"),
        short("Returns"),
        short("Brought"),
        short("As at"),
    ];
    let rows = paper.merged.rounds.iter().map(row).collect();
    let mut section = Section::new("Whose").heading("Whose figures these are").table(paper.table(
        "Rounds in this report",
        columns,
        rows,
        Vec::new(),
    ));
    let several = paper.merged.returns().iter().filter(|origin| origin.rounds.len() > 1).count();
    if several > 0 {
        section = section.text(format!(
            "{} to several of these partnerships: it counts in each of them, and once among all.",
            if several == 1 { "1 return goes".to_owned() } else { format!("{several} returns go") }
        ));
    }
    let untold: u32 = paper
        .merged
        .rounds
        .iter()
        .filter(|round| round.naming == Naming::Nameless)
        .map(|round| round.shared)
        .sum();
    if untold > 0 {
        section = section.notice(Tone::Warning, format!(
            "{untold} returns of rounds without names go to other partnerships too; nobody can see here whether they are counted twice among all."
        ));
    }
    section
}

/// What is not joined, and why.
fn not_joined(paper: &MergedPaper<'_>) -> Option<Section> {
    let (merged, heads) = (paper.merged, paper.heads());
    let mut rows = Vec::new();
    for question in paper.scored() {
        for (place, links) in merged.joined.links.iter().enumerate() {
            if let Some(Link::Not(why)) = links.get(&question.id) {
                rows.push([&question.number, &question.text, &heads[place], why].map(Cell::text).to_vec());
            }
        }
    }
    for (place, left) in merged.joined.left.iter().enumerate() {
        let why = "Asked there alone.".to_owned();
        rows.extend(
            left.iter().map(|(number, said)| [number, said, &heads[place], &why].map(Cell::text).to_vec()),
        );
    }
    let columns = vec![short("No."), text("Question"), text("Partnership"), text("Why")];
    let note = "A question is joined where its words and its scale are the same, or where the lineage of the audit tool says that it is the same.";
    let table = paper.table("What is not joined, and why", columns, rows, vec![note.to_owned()]);
    (!table.rows.is_empty()).then(|| Section::new("Not joined").heading("What is not joined").table(table))
}

fn method(paper: &MergedPaper<'_>) -> Section {
    let template = &paper.merged.joined.template;
    let pairs = vec![
        Pair::new("Audit tool", format!("{}, version {}", template.title, template.version)),
        Pair::new("Smallest number shown to others", paper.threshold().to_string()),
        Pair::new(
            "For",
            match paper.readers {
                For::Officers => "Officers of the partnerships",
                For::Others => "Anybody",
            },
        ),
    ];
    let mut said = vec![
        "Each round is the latest edition that its partnership gave; the order in which packs were read makes no difference.",
        "% met is exceeds and met, out of all judgements (the base). Not applicable and blank are in no base.",
        "A rating that reviewers gave and the organisation agreed to stands in the place of its own.",
        "A round without names brings counts alone; what would speak of a few was left out before it was sent, and is in no total here.",
    ];
    if paper.readers == For::Others {
        said.push("Hidden here: a figure that speaks of fewer organisations than the smallest number, and any from which such a figure could be worked out.");
    }
    Section::new("Method")
        .heading("How this was made")
        .with(Block::Pairs(pairs))
        .with(Block::List(said.into_iter().map(ToOwned::to_owned).collect()))
}
