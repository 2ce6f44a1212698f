//! T23: questions that are answered by a number: how many answered, total, median, range, and what to look at again.
//!
//! Pure. Refuses to know: what the number is of.

use super::behind::Behind;
use super::grid::Grid;
use super::judged::{Caption, caption_of, day};
use super::questions::{named, names};
use super::table::{Cell, Column, ColumnKind, Table};
use crate::submission::SubmissionId;
use crate::template::{Question, QuestionKind, Template};

/// Numbers that lie further out than this many times the middle half are looked at again.
const FAR: f64 = 3.0;
/// With fewer answers nothing can be said to lie far out.
const ENOUGH: usize = 8;

/// The questions of a template that are answered by a number.
pub fn asked(template: &Template) -> impl Iterator<Item = &Question> {
    template.questions().filter(|question| question.kind == QuestionKind::Number)
}

/// What returns say in numbers: for each question, the numbers that were given.
pub fn table(
    grid: &Grid,
    template: &Template,
    caption: &Caption,
    given: impl Fn(&Question) -> Vec<(SubmissionId, f64)>,
) -> Table {
    let base: Vec<SubmissionId> = grid.rows.iter().map(|row| row.submission).collect();
    let row = |question: &Question| {
        let given = given(question);
        let mut numbers: Vec<f64> = given.iter().map(|(_, number)| *number).collect();
        numbers.sort_by(f64::total_cmp);
        let answered = Cell::share(count(numbers.len()), count(base.len()));
        let mut cells = named(question);
        cells.push(answered.of(Behind::returns(given.iter().map(|(of, _)| *of), &base)));
        cells.extend(described(&numbers));
        let far: Vec<f64> = far_out(&numbers).collect();
        let to_check: Vec<SubmissionId> =
            given.iter().filter(|(_, number)| far.contains(number)).map(|(of, _)| *of).collect();
        cells.push(Cell::count(count(far.len())).of(Behind::returns(to_check.iter().copied(), &to_check)));
        cells
    };
    let mut columns = names();
    columns.push(Column::new("Answered, of returns", ColumnKind::Share));
    columns.extend(["Total", "Median"].map(|label| Column::new(label, ColumnKind::Count)));
    columns.push(Column::new("Range", ColumnKind::Short));
    columns.push(Column::new("To check", ColumnKind::Count));
    Table {
        title: "Numbers in returns".to_owned(),
        caption: caption_of(grid, template, caption),
        as_at: day(caption.as_at),
        columns,
        rows: asked(template).map(row).collect(),
        notes: vec![
            "To check: answers further from the middle half of all answers than three times its width; they may be right.".to_owned(),
            "A total is that of the returns that answered, not of all settings.".to_owned(),
        ],
    }
}

fn described(sorted: &[f64]) -> Vec<Cell> {
    let (Some(least), Some(most)) = (sorted.first(), sorted.last()) else {
        return vec![Cell::text("\u{2013}"); 3];
    };
    vec![
        Cell::text(shown(sorted.iter().sum())),
        Cell::text(shown(quantile(sorted, 0.5))),
        Cell::text(format!("{}\u{a0}to\u{a0}{}", shown(*least), shown(*most))),
    ]
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The numbers that lie far out.
fn far_out(sorted: &[f64]) -> impl Iterator<Item = f64> + '_ {
    let (low, high) = (quantile(sorted, 0.25), quantile(sorted, 0.75));
    let room = FAR * (high - low);
    let enough = sorted.len() >= ENOUGH;
    sorted.iter().copied().filter(move |number| enough && (*number < low - room || *number > high + room))
}

/// The number below which a share of them lies, between two where it falls between them.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    if sorted.is_empty() {
        return 0.0;
    }
    let place = share * (sorted.len().saturating_sub(1)) as f64;
    let (below, above) = (sorted[place.floor() as usize], sorted[place.ceil() as usize]);
    below + (above - below) * place.fract()
}

/// Whole numbers as such, others to two places.
fn shown(number: f64) -> String {
    let rounded = (number * 100.0).round() / 100.0;
    if rounded.fract() == 0.0 { format!("{rounded:.0}") } else { format!("{rounded}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_described_by_what_stands_in_the_middle() {
        let texts =
            |numbers: &[f64]| described(numbers).into_iter().map(|cell| cell.text).collect::<Vec<_>>();
        assert_eq!(texts(&[]), ["\u{2013}", "\u{2013}", "\u{2013}"]);
        assert_eq!(texts(&[4.0]), ["4", "4", "4\u{a0}to\u{a0}4"]);
        assert_eq!(texts(&[1.0, 2.0, 4.0, 7.5]), ["14.5", "3", "1\u{a0}to\u{a0}7.5"]);
    }

    #[test]
    fn one_that_lies_far_out_is_to_be_checked() {
        let mut numbers: Vec<f64> = (1..=9).map(f64::from).collect();
        assert_eq!(far_out(&numbers).count(), 0);
        numbers.push(900.0);
        assert_eq!(far_out(&numbers).collect::<Vec<_>>(), [900.0]);
        assert_eq!(far_out(&[1.0, 1.0, 900.0]).count(), 0, "too few to say");
    }
}
