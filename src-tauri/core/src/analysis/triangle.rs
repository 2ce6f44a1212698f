//! T21: what others answered in surveys beside what settings say of themselves, with the gap and both bases.
//!
//! A share of people and a share of settings are two different things; they are set side by side, never mixed.
//! Pure. Refuses to know: the file, and how a survey was held.

use super::behind::{Part, Ratings, Rows};
use super::grid::Grid;
use super::judged::{Caption, caption_of, day};
use super::sharing::Shown;
use super::table::{Cell, Column, ColumnKind, Table};
use super::tally::Tally;
use crate::template::Template;

/// A question of a survey, put to a standard or a question of the round's tool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// What it belongs to, as it is printed.
    pub topic: String,
    /// The places of the columns that it is set beside.
    pub columns: Vec<usize>,
    /// Who answered, and in which survey.
    pub survey: String,
    /// The question as it was asked.
    pub text: String,
    /// How many leaned towards what is asked for, of how many.
    pub share: (u32, u32),
    /// The same of the round before, where the same people were asked in the same words.
    pub before: Option<(u32, u32)>,
    /// Of panels' ratings of the same: how many were met, of how many.
    pub panel: (u32, u32),
    /// How many settings these ratings are of.
    pub seen: u32,
}

/// The surveys of a round.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Surveys {
    /// The questions that were put to something.
    pub asked: Vec<Asked>,
    /// The label of the round before, where that had surveys too.
    pub earlier: Option<String>,
}

/// What is said where a question was not asked in the round before.
pub const NO_EARLIER: &str = "No earlier figure";

/// Every question of the surveys that was put to something.
pub fn table(
    grid: &Grid,
    template: &Template,
    caption: &Caption,
    surveys: &Surveys,
    shown: Shown<'_>,
) -> Table {
    let mut asked: Vec<&Asked> = surveys.asked.iter().collect();
    asked.sort_by(|one, other| (one.columns.first(), &one.text).cmp(&(other.columns.first(), &other.text)));
    let share = |label: &str| Column::new(label, ColumnKind::Share);
    let mut columns = vec![
        Column::new("Topic", ColumnKind::Text),
        Column::new("Asked in the survey", ColumnKind::Text),
        Column::new("Survey", ColumnKind::Text),
        share("Survey: in favour"),
    ];
    columns.extend(surveys.earlier.iter().map(|label| share(&format!("Survey, {label}"))));
    columns.extend([share("Self-rating: % met"), share("Panels: % met")]);
    columns.push(Column::new("Gap (points)", ColumnKind::Short));
    let rows: Vec<Vec<Cell>> =
        asked.into_iter().map(|one| row(grid, one, surveys.earlier.is_some(), shown)).collect();
    Table {
        title: "Surveys beside self-ratings".to_owned(),
        caption: caption_of(grid, template, caption),
        as_at: day(caption.as_at),
        columns,
        notes: shown.notes_of_ratings(&rows, vec![
            "Survey: people who answered in favour, of those who answered with a view; who said that it does not apply, or gave no answer, is in no base.".to_owned(),
            "Self-rating: ratings met or exceeded, of all judgements that settings made of themselves on the same topic.".to_owned(),
            "Gap: survey less self-rating, in percentage points. The two count different things, people and settings; a gap is a reason to ask, not a result.".to_owned(),
            "Panels: ratings that panels gave on the same topic; few settings are seen by a panel.".to_owned(),
        ]),
        rows,
    }
}

fn row(grid: &Grid, one: &Asked, with_before: bool, shown: Shown<'_>) -> Vec<Cell> {
    let grid = shown.grid(grid);
    let tallies = grid.tallies(&grid.everyone());
    let open = shown.open(Rows::Everyone, &one.columns);
    let own = open.iter().fold(Tally::default(), |sum, column| sum.plus(tallies[*column]));
    let own = match own.base() {
        0 if open.len() < one.columns.len() => Cell::hidden(),
        base => Cell::share(own.at_least_met(), base).of(Ratings::all(open).part(Part::Met)),
    };
    let few = |(count, base): (u32, u32)| match shown.hides_base(base) {
        true => Cell::hidden(),
        false => Cell::share(count, base),
    };
    let survey = few(one.share);
    let panel = if shown.hides_base(one.seen) { Cell::hidden() } else { few(one.panel) };
    let gap = Cell::text(gap(&survey, &own));
    let named = [&one.topic, &one.text, &one.survey].map(Cell::text);
    let before = one.before.map_or_else(|| Cell::text(NO_EARLIER), few);
    named.into_iter().chain([survey]).chain(with_before.then_some(before)).chain([own, panel, gap]).collect()
}

/// The difference of two shares in points, to one place; a dash where either is hidden or has no base.
fn gap(survey: &Cell, own: &Cell) -> String {
    let pair = |cell: &Cell| Some((i64::from(cell.count?), i64::from(cell.base.filter(|base| *base > 0)?)));
    let (Some((a, b)), Some((c, d))) = (pair(survey), pair(own)) else { return "\u{2013}".to_owned() };
    let (over, under) = ((a * d - c * b) * 1000, b * d);
    let tenths = (over.abs() * 2 + under) / (under * 2);
    let sign = match over.signum() {
        _none if tenths == 0 => "",
        1 => "+",
        _less => "\u{2212}",
    };
    format!("{sign}{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::naive_tests::{caption, random_grid, template};
    use crate::analysis::sharing::Sharing;
    use rand::{RngExt as _, SeedableRng as _};
    use rand_chacha::ChaCha8Rng;

    fn asked(columns: Vec<usize>, share: (u32, u32)) -> Asked {
        let text = "I know whom to tell".to_owned();
        Asked {
            topic: "C".into(),
            columns,
            survey: "Staff".into(),
            text,
            share,
            before: None,
            panel: (1, 3),
            seen: 3,
        }
    }

    fn surveys(asked: Asked) -> Surveys {
        Surveys { asked: vec![asked], earlier: None }
    }

    #[test]
    fn both_shares_and_the_gap_are_what_a_slow_count_gives() {
        for seed in 0..12 {
            let mut random = ChaCha8Rng::seed_from_u64(seed);
            let grid = random_grid(&mut random, 40);
            let base = random.random_range(1..400);
            let count = random.random_range(0..=base);
            let table = table(
                &grid,
                &template(),
                &caption(),
                &surveys(asked(vec![0, 2], (count, base))),
                Shown::ToOfficers,
            );
            let marks = grid.rows.iter().flat_map(|row| [0, 2].map(|column| grid.mark(row, column)));
            let slow = Tally::of(marks);
            let row = &table.rows[0];
            assert_eq!((row[3].count, row[3].base), (Some(count), Some(base)));
            assert_eq!((row[4].count, row[4].base), (Some(slow.at_least_met()), Some(slow.base())));
            let points = f64::from(count) / f64::from(base) * 100.0
                - f64::from(slow.at_least_met()) / f64::from(slow.base()) * 100.0;
            let said: f64 = row[6].text.replace('\u{2212}', "-").parse().expect("points");
            assert!((said - points).abs() < 0.0501, "seed {seed}: {said} beside {points}");
        }
    }

    #[test]
    fn a_small_base_is_hidden_where_it_is_shared_and_its_gap_with_it() {
        let mut random = ChaCha8Rng::seed_from_u64(3);
        let grid = random_grid(&mut random, 60);
        let sharing = Sharing::of(&grid, 5);
        let open = |share| {
            let surveys = surveys(asked(vec![0], share));
            table(&grid, &template(), &caption(), &surveys, Shown::ToOthers(&sharing)).rows[0].clone()
        };
        let few = open((2, 4));
        assert_eq!((few[3].text.as_str(), few[6].text.as_str()), ("hidden", "\u{2013}"));
        assert_eq!(few[5].text, "hidden", "three ratings of panels");
        let of_one = surveys(Asked { panel: (0, 6), seen: 1, ..asked(vec![0], (20, 40)) });
        let told = table(&grid, &template(), &caption(), &of_one, Shown::ToOthers(&sharing));
        assert_eq!(told.rows[0][5].text, "hidden", "six ratings of one setting");
        assert_eq!(open((20, 40))[3].base, Some(40));
    }

    #[test]
    fn the_round_before_stands_beside_where_the_same_was_asked_and_is_said_to_be_missing_where_not() {
        let grid = random_grid(&mut ChaCha8Rng::seed_from_u64(5), 40);
        let known = Asked { before: Some((45, 60)), ..asked(vec![0], (50, 60)) };
        let both = Surveys { asked: vec![known, asked(vec![1], (9, 60))], earlier: Some("2025/26".into()) };
        let table = table(&grid, &template(), &caption(), &both, Shown::ToOfficers);
        assert_eq!(table.columns[4].label, "Survey, 2025/26");
        assert_eq!((table.rows[0][4].count, table.rows[0][4].base), (Some(45), Some(60)));
        assert_eq!(table.rows[1][4].text, NO_EARLIER);
        assert_eq!(table.columns.len(), table.rows[0].len());
    }

    #[test]
    fn a_gap_of_nothing_has_no_sign() {
        let share = |count, base| Cell::share(count, base);
        assert_eq!(gap(&share(1, 2), &share(2, 4)), "0.0");
        assert_eq!(gap(&share(3, 4), &share(1, 2)), "+25.0");
        assert_eq!(gap(&share(1, 3), &share(2, 3)), "\u{2212}33.3");
        assert_eq!(gap(&share(0, 0), &share(2, 3)), "\u{2013}");
    }
}
