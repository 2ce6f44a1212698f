//! The figures of a merged report: per standard, per question, and what reviewers said, all beside each partnership.

use super::{For, MergedPaper, short, text};
use crate::analysis::Table;
use crate::analysis::table::{Cell, Column, ColumnKind};
use crate::pack::Moved;
use crate::pack::merged::{Figure, Line, together};
use crate::report::document::Section;
use crate::template::Question;

/// What is said where every figure of ratings is hidden.
const FEW_RETURNED: &str = "Too few organisations returned to say more here.";
/// What is said where every figure of reviewers is hidden.
const FEW_LOOKED_AT: &str = "Too few organisations were looked at to say more here.";

/// The result per standard.
pub(super) fn standards(paper: &MergedPaper<'_>) -> Section {
    let template = &paper.merged.joined.template;
    let scored: Vec<_> = template.standards.iter().filter(|standard| standard.scored).collect();
    let mut rows = Vec::new();
    let mut every = Vec::new();
    for standard in scored {
        let rated = standard.questions.iter().filter(|question| question.scale.is_some());
        let lines: Vec<Line> = rated.map(|question| paper.line(&question.id)).collect();
        rows.push(row(
            vec![Cell::text(format!("{} {}", standard.number, standard.title))],
            &sum(&lines, paper),
        ));
        every.extend(lines);
    }
    rows.push(row(vec![Cell::text("All standards")], &sum(&every, paper)));
    let notes = vec![
        "Each number counts ratings: one for each question and return. Only questions that are joined count."
            .to_owned(),
    ];
    let columns = columns(vec![text("Standard")], paper);
    let table = paper.table("Result per standard, % met", columns, rows, notes);
    told(Section::new("Standards").heading("Result per standard"), [table], FEW_RETURNED)
}

/// The result per question.
pub(super) fn questions(paper: &MergedPaper<'_>) -> Section {
    let all = paper.scored();
    let lines = all.iter().map(|question| (*question, paper.line(&question.id)));
    let lines: Vec<(&Question, Line)> = lines.filter(|(_, line)| tells(line)).collect();
    let rows = lines.iter().map(|(question, line)| row(named(question), line)).collect();
    let mut notes = vec![
        "Each number counts returns: one rating each.".to_owned(),
        "A dash stands where nobody rated the question, or where a partnership did not ask it in the same words on the same scale."
            .to_owned(),
    ];
    match all.len() - lines.len() {
        0 => {}
        1 => notes.push("1 question that nobody rated is left out.".to_owned()),
        many => notes.push(format!("{many} questions that nobody rated are left out.")),
    }
    let columns = columns(vec![short("No."), text("Question")], paper);
    let table = paper.table("Result per question, % met", columns, rows, notes);
    let section = Section::new("Questions");
    let section = if says(&table) { section.on_new_page() } else { section };
    told(section.heading("Result per question"), [table], FEW_RETURNED)
}

/// A section with its tables; a sentence in the stead of one that is hidden throughout, and one alone where all are.
fn told<const MANY: usize>(section: Section, tables: [Table; MANY], few: &str) -> Section {
    if !tables.iter().any(says) {
        return section.text(few);
    }
    tables.into_iter().fold(section, |section, table| match says(&table) {
        true => section.table(table),
        false => section.text(few),
    })
}

/// Whether any figure stands in a table, or at least none is hidden.
fn says(table: &Table) -> bool {
    let cells = || table.rows.iter().flatten();
    let figure = |cell: &Cell| cell.count.is_some() && cell.base != Some(0);
    cells().any(figure) || !cells().any(|cell| *cell == Cell::hidden())
}

/// Whether a line says anything, and be it that something is hidden.
fn tells(line: &Line) -> bool {
    std::iter::once(&line.all).chain(&line.by).any(|figure| match figure {
        Figure::Shown(tally) => tally.base() > 0,
        Figure::Few => true,
        Figure::NotJoined => false,
    })
}

fn named(question: &Question) -> Vec<Cell> {
    vec![Cell::text(&question.number), Cell::text(&question.text)]
}

fn columns(mut columns: Vec<Column>, paper: &MergedPaper<'_>) -> Vec<Column> {
    columns.push(Column::new("All", ColumnKind::Share));
    columns.extend(paper.heads().into_iter().map(|head| Column::new(head, ColumnKind::Share)));
    columns
}

fn row(mut cells: Vec<Cell>, line: &Line) -> Vec<Cell> {
    cells.push(cell(line.all));
    cells.extend(line.by.iter().map(|figure| cell(*figure)));
    cells
}

fn cell(figure: Figure) -> Cell {
    match figure {
        Figure::Shown(tally) => Cell::share(tally.at_least_met(), tally.base()),
        Figure::Few => Cell::hidden(),
        Figure::NotJoined => Cell::text("\u{2013}"),
    }
}

/// Several questions together: what is shown of each.
fn sum(lines: &[Line], paper: &MergedPaper<'_>) -> Line {
    let by = (0..paper.merged.rounds.len()).map(|place| together(lines.iter().map(|line| line.by[place])));
    Line { all: together(lines.iter().map(|line| line.all)), by: by.collect() }
}

/// What reviewers said beside the own ratings; none where nobody looked.
pub(super) fn reviewed(paper: &MergedPaper<'_>) -> Option<Section> {
    let questions = paper.scored();
    let lines: Vec<(&Question, Moved, Vec<Moved>)> = questions
        .into_iter()
        .map(|question| {
            let (all, by) = paper.merged.moved(&question.id);
            (question, all, by)
        })
        .filter(|(_, all, _)| all.base() > 0)
        .collect();
    if lines.is_empty() {
        return None;
    }
    // A question that is kept back is in no sum either, or it would be what the others leave of it.
    let open: Vec<_> = lines.iter().filter(|(_, all, _)| !hides(paper, *all)).collect();
    let by_round = |place: usize| open.iter().fold(Moved::default(), |sum, (.., by)| sum.plus(by[place]));
    let sums: Vec<Moved> = (0..paper.merged.rounds.len()).map(by_round).collect();
    // Where questions are kept back, nothing that is left is not said to be nothing.
    let unsaid = |sum: Moved| sum.base() == 0 && open.len() < lines.len();
    let mut rounds: Vec<Vec<Cell>> = Vec::new();
    for ((head, sum), hides) in paper.heads().into_iter().zip(&sums).zip(kept_back(paper, &sums)) {
        rounds.push(moved(vec![Cell::text(head)], *sum, hides || unsaid(*sum)));
    }
    let all = sums.iter().copied().fold(Moved::default(), Moved::plus);
    rounds.push(moved(vec![Cell::text("All")], all, hides(paper, all) || unsaid(all)));
    let rows = lines.iter().map(|(question, all, _)| moved(named(question), *all, hides(paper, *all)));
    let notes = vec![
        "Reviewers agree with a rating, or see the organisation higher or lower than it sees itself. What nobody looked at is in no base.".to_owned(),
    ];
    let by = (said(vec![text("Partnership")]), rounds);
    let each = (said(vec![short("No."), text("Question")]), rows.collect());
    let tables = [("by partnership", by), ("by question", each)].map(|(by, (columns, rows))| {
        paper.table(&format!("Reviewers beside own ratings, {by}"), columns, rows, notes.clone())
    });
    let section = Section::new("Peer review");
    let section = if tables.iter().any(says) { section.on_new_page() } else { section };
    Some(told(section.heading("What reviewers said"), tables, FEW_LOOKED_AT))
}

/// Which rounds are kept back: those of which little was said, and as many besides that they do not follow from the rest.
fn kept_back(paper: &MergedPaper<'_>, sums: &[Moved]) -> Vec<bool> {
    let mut kept: Vec<bool> = sums.iter().map(|sum| hides(paper, *sum)).collect();
    let together = |kept: &[bool]| {
        let back = sums.iter().zip(kept).filter(|(_, kept)| **kept);
        back.fold(Moved::default(), |all, (sum, _)| all.plus(*sum))
    };
    while hides(paper, together(&kept)) {
        let open = (0..sums.len()).filter(|place| !kept[*place] && sums[*place].base() > 0);
        match open.min_by_key(|place| sums[*place].base()) {
            Some(next) => kept[next] = true,
            None => break,
        }
    }
    kept
}

/// Whether what was said of so few is kept back.
fn hides(paper: &MergedPaper<'_>, moved: Moved) -> bool {
    paper.readers == For::Others && moved.base() > 0 && moved.base() < paper.threshold()
}

fn said(mut columns: Vec<Column>) -> Vec<Column> {
    columns.extend(["Agree", "Higher", "Lower"].map(|label| Column::new(label, ColumnKind::Share)));
    columns.push(Column::new("Looked at", ColumnKind::Count));
    columns
}

fn moved(mut cells: Vec<Cell>, moved: Moved, hides: bool) -> Vec<Cell> {
    let base = moved.base();
    let shares = [moved.agrees, moved.higher, moved.lower].map(|count| Cell::share(count, base));
    if hides {
        cells.extend((0..4).map(|_| Cell::hidden()));
    } else {
        cells.extend(shares);
        cells.push(Cell::count(base));
    }
    cells
}
