//! What changed since the round before: in the questions, and in how they were rated.
//!
//! Pure. Refuses to know: the format. Ratings are set side by side only where the question is the same.

use super::document::{Document, Section};
use super::year::{Before, ChangeLine, Year};
use crate::analysis::judged::day;
use crate::analysis::table::{Cell, Column, ColumnKind, Table};
use crate::template::{Came, Change, Meaning, Question};

/// Composes the table of changes.
pub fn compose(year: &Year<'_>) -> Document {
    let mut document = year.document("What changed");
    let section = match &year.before {
        None => {
            Section::new("What changed").text("This is the first round, so there is nothing to compare with.")
        }
        Some(before) => Section::new("What changed").table(questions(year, before)),
    };
    document.sections.push(section);
    if let Some(before) = &year.before {
        document.sections.push(Section::new("Ratings").table(ratings(year, before)));
    }
    document
}

/// What became of the questions: everything that is not the same.
pub fn questions(year: &Year<'_>, before: &Before) -> Table {
    Table {
        title: format!("Questions since {}", before.round),
        caption: counted(before),
        as_at: day(year.today),
        columns: vec![
            Column::new("Change", ColumnKind::Short),
            Column::new(format!("Then ({})", before.round), ColumnKind::Text),
            Column::new(format!("Now ({})", year.round.label), ColumnKind::Text),
            Column::new("Why", ColumnKind::Text),
        ],
        rows: before.changes.iter().map(line).collect(),
        notes: Vec::new(),
    }
}

/// `110 questions are the same; 4 reworded, 1 split, 2 merged, 9 new, 3 dropped.`
pub fn counted(before: &Before) -> String {
    let kinds = [Change::Reworded, Change::Split, Change::Merged, Change::New, Change::Dropped];
    let said = kinds.into_iter().filter_map(|kind| {
        let count = before.changes.iter().filter(|line| line.change == kind).count();
        (count > 0).then(|| format!("{count} {}", words(kind).to_lowercase()))
    });
    let said: Vec<String> = said.collect();
    match said.len() {
        0 if before.same == 1 => "The one question is the same.".to_owned(),
        0 => format!("All {} questions are the same.", before.same),
        _ if before.same == 1 => format!("1 question is the same; {}.", said.join(", ")),
        _ => format!("{} questions are the same; {}.", before.same, said.join(", ")),
    }
}

fn line(line: &ChangeLine) -> Vec<Cell> {
    let listed = |some: &[(String, String)]| {
        some.iter().map(|(number, text)| format!("{number} {text}")).collect::<Vec<_>>().join("\n")
    };
    vec![
        Cell::text(words(line.change)),
        Cell::text(listed(&line.before)),
        Cell::text(listed(&line.now)),
        Cell::text(&line.note),
    ]
}

fn words(change: Change) -> &'static str {
    match change {
        Change::Same => "Same",
        Change::Reworded => "Reworded",
        Change::Split => "Split",
        Change::Merged => "Merged",
        Change::New => "New",
        Change::Dropped => "Dropped",
    }
}

/// A question that is the same in both rounds, and rated in both.
struct Pair<'a> {
    question: &'a Question,
    then: String,
    was: Meaning,
    is: Meaning,
}

/// The ratings that moved, of questions that are the same and were judged in both rounds.
pub fn ratings(year: &Year<'_>, before: &Before) -> Table {
    let asked = year.scored();
    let questions = asked.iter().flat_map(|(_, some)| some.iter().copied());
    let pairs: Vec<Pair<'_>> = questions.filter_map(|one| pair(year, before, one)).collect();
    let count = |fits: &dyn Fn(&Pair<'_>) -> bool| pairs.iter().filter(|pair| fits(pair)).count();
    let (lower, higher) =
        (count(&|pair| rank(pair.is) < rank(pair.was)), count(&|pair| rank(pair.is) > rank(pair.was)));
    let mut moved: Vec<&Pair<'_>> = pairs.iter().filter(|pair| rank(pair.is) != rank(pair.was)).collect();
    moved.sort_by_key(|pair| rank(pair.is) > rank(pair.was));
    Table {
        title: format!("Ratings since {}", before.round),
        caption: year.caption(&format!(
            "Of {} questions that are the same and rated in both rounds, {lower} are rated lower, {higher} higher, {} as before.",
            pairs.len(),
            pairs.len() - lower - higher
        )),
        as_at: day(year.today),
        columns: vec![
            Column::new("No.", ColumnKind::Short),
            Column::new("Question", ColumnKind::Text),
            Column::new("Then", ColumnKind::Short),
            Column::new("Now", ColumnKind::Short),
            Column::new("Moved", ColumnKind::Short),
        ],
        rows: moved.into_iter().map(|pair| moved_line(year, pair)).collect(),
        notes: vec!["Questions that were reworded, split or merged are not compared.".to_owned()],
    }
}

fn pair<'a>(year: &Year<'_>, before: &Before, question: &'a Question) -> Option<Pair<'a>> {
    let said = before.said.get(&question.id).filter(|said| said.came == Came::Same)?;
    let (was, is) = (said.meaning?, year.level(question)?.meaning);
    (was.judged() && is.judged()).then(|| Pair { question, then: said.label.clone(), was, is })
}

fn moved_line(year: &Year<'_>, pair: &Pair<'_>) -> Vec<Cell> {
    let way = if rank(pair.is) > rank(pair.was) { "Higher" } else { "Lower" };
    vec![
        Cell::text(&pair.question.number),
        Cell::text(&pair.question.text),
        Cell::text(&pair.then),
        Cell::text(year.rating(pair.question)),
        Cell::text(way),
    ]
}

/// The order of judgements; only for saying which way a rating moved, never a figure.
fn rank(meaning: Meaning) -> u8 {
    match meaning {
        Meaning::Exceeds => 5,
        Meaning::Met => 4,
        Meaning::Mostly => 3,
        Meaning::Partly => 2,
        Meaning::NotMet => 1,
        Meaning::NotApplicable | Meaning::None => 0,
    }
}
