//! T10, and what T9 needs: this round beside the last, by lineage only; what is not compared is listed with the reason.
//!
//! Pure over two grids. Refuses to know: the file, who decided what is compared, and how a table is drawn.

use std::collections::{BTreeMap, HashMap};

use super::behind::{Behind, Part, Ratings};
use super::grid::{Counts, Grid, GridRow};
use super::judged::{Caption, caption_of, day};
use super::questions::{named, names, scored};
use super::sharing::{SharedBefore, Sharing, Shown};
use super::table::{Cell, Column, ColumnKind, Table};
use super::tally::{Mark, SMALL_BASE, Tally};
use crate::setting::SettingId;
use crate::submission::SubmissionId;
use crate::template::{Meaning, Question, QuestionId, Template};
use crate::text::counted;

/// The round before, as it is set beside this one.
pub struct Earlier<'e> {
    /// Its label.
    pub label: &'e str,
    /// Its ratings, on the levels that they are read as today.
    pub grid: &'e Grid,
    /// What each question of now is beside it.
    pub questions: &'e BTreeMap<QuestionId, Beside>,
    /// What was shared of it before.
    pub shared: &'e [SharedBefore],
}

impl<'e> Earlier<'e> {
    /// The same, without what may not be shared of it.
    pub fn as_shared(&self, sharing: Option<&'e Sharing>) -> Self {
        Self { grid: sharing.map_or(self.grid, Sharing::open), ..*self }
    }
}

/// What a question of now is beside the round before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Beside {
    /// It is compared with this one.
    With {
        /// The question then.
        then: QuestionId,
        /// Its number then.
        number: String,
        /// Who said so and why, where a person decided.
        said: String,
    },
    /// It is not compared.
    Broken {
        /// Why.
        why: String,
        /// The questions that it comes from, by number and text.
        from: Vec<(String, String)>,
    },
}

/// Only settings that returned in both rounds: what they said then and now, and how many higher, the same, lower.
pub fn matched(
    grid: &Grid,
    template: &Template,
    caption: &Caption,
    earlier: &Earlier<'_>,
    shown: Shown<'_>,
) -> Table {
    let grid = shown.grid(grid);
    let hiding = shown.of_earlier(earlier.grid, earlier.shared);
    let earlier = &earlier.as_shared(hiding.as_ref());
    let before: HashMap<SettingId, usize> =
        earlier.grid.rows.iter().enumerate().map(|(place, row)| (row.setting, place)).collect();
    let in_both = |(place, row): (usize, &GridRow)| Some((place, *before.get(&row.setting)?));
    let both: Vec<(usize, usize)> = grid.rows.iter().enumerate().filter_map(in_both).collect();
    let pairs = pairs(grid, template, earlier);
    let row = |pair: &Pair<'_>| {
        let mut cells = named(pair.question);
        cells.extend(moves(grid, earlier.grid, &both, pair, (shown, hiding.as_ref())));
        cells
    };
    let rows: Vec<Vec<Cell>> = pairs.same.iter().map(row).collect();
    let mut columns = names();
    let met = [format!("Met, {}", earlier.label), "Met, this round".to_owned()];
    columns.extend(met.map(|label| Column::new(label, ColumnKind::Share)));
    columns.extend(["Higher", "Same", "Lower"].map(|label| Column::new(label, ColumnKind::Share)));
    let mut notes = vec![format!(
        "{} returned in both rounds; a share is out of those that judged the question in both.",
        counted(both.len(), "settings")
    )];
    notes.extend(shown.notes_of_ratings(&rows, pairs.notes(earlier)));
    let title = format!("Matched settings: this round beside {}", earlier.label);
    Table {
        title,
        caption: caption_of(grid, template, caption),
        as_at: day(caption.as_at),
        columns,
        rows,
        notes,
    }
}

/// Met then and now, and who rates themselves higher, the same, lower; of those that judged the question in both.
fn moves(
    grid: &Grid,
    earlier: &Grid,
    both: &[(usize, usize)],
    pair: &Pair<'_>,
    (shown, of_earlier): (Shown<'_>, Option<&Sharing>),
) -> Vec<Cell> {
    let met = place(Meaning::Met);
    let mut counted: [Vec<SubmissionId>; 5] = Default::default();
    let (mut base, mut judged_both) = (Vec::new(), (Vec::new(), Vec::new()));
    for place in both {
        let (now, then) = (&grid.rows[place.0], &earlier.rows[place.1]);
        let places = (judged(earlier.mark(then, pair.then)), judged(grid.mark(now, pair.now)));
        let (Some(was), Some(is)) = places else { continue };
        base.push(now.submission);
        judged_both.0.push(place.0);
        judged_both.1.push(place.1);
        let holds = [Some(was) >= met, Some(is) >= met, is > was, is == was, is < was];
        let held = counted.iter_mut().zip(holds).filter(|(_, holds)| *holds);
        held.for_each(|(list, _)| list.push(now.submission));
    }
    let of = u32::try_from(base.len()).unwrap_or(u32::MAX);
    // Who judged in one round only follows from these beside the figures of either round.
    let told_then = of_earlier.is_some_and(|sharing| sharing.tells(pair.then, &judged_both.1));
    let told = match shown {
        Shown::ToOfficers => false,
        Shown::ToOthers(sharing) => told_then || sharing.tells(pair.now, &judged_both.0),
    };
    let cell = |list: &Vec<SubmissionId>| {
        if told {
            return Cell::hidden();
        }
        let count = u32::try_from(list.len()).unwrap_or(u32::MAX);
        Cell::share(count, of).of(Behind::returns(list.iter().copied(), &base))
    };
    counted.iter().map(cell).collect()
}

/// The questions of this round that are not compared with the last, and why; and those that a person decided about.
pub fn breaks(grid: &Grid, template: &Template, caption: &Caption, earlier: &Earlier<'_>) -> Table {
    let row = |(_, question): (usize, &Question)| {
        let (compared, why, from) = match earlier.questions.get(&question.id) {
            Some(Beside::With { said, .. }) if said.is_empty() => return None,
            Some(Beside::With { number, said, .. }) => {
                ("Yes", said.clone(), vec![(number.clone(), String::new())])
            }
            Some(Beside::Broken { why, from }) => ("No", why.clone(), from.clone()),
            None => ("No", NO_EARLIER.to_owned(), Vec::new()),
        };
        let from: Vec<String> =
            from.iter().map(|(number, text)| format!("{number} {text}").trim_end().to_owned()).collect();
        let mut cells = named(question);
        cells.extend([Cell::text(compared), Cell::text(why), Cell::text(from.join("; "))]);
        Some(cells)
    };
    let mut columns = names();
    columns.push(Column::new("Compared", ColumnKind::Short));
    columns.push(Column::new("Why", ColumnKind::Text));
    columns.push(Column::new(format!("In {}", earlier.label), ColumnKind::Text));
    Table {
        title: "What is not compared, and why".to_owned(),
        caption: caption_of(grid, template, caption),
        as_at: day(caption.as_at),
        columns,
        rows: scored(grid, template).filter_map(row).collect(),
        notes: vec![
            "A question is compared with the earlier round where its words and its scale are the same, or where a named person said that it can be.".to_owned(),
        ],
    }
}

impl Beside {
    /// The numbers then of the question, or of those that it comes from.
    pub fn numbers(&self) -> String {
        match self {
            Self::With { number, .. } => number.clone(),
            Self::Broken { from, .. } => {
                from.iter().map(|(number, _)| number.as_str()).collect::<Vec<_>>().join(", ")
            }
        }
    }
}

/// What is said of a question that the earlier round did not have.
pub const NO_EARLIER: &str = "New: no earlier figure";

/// What is said of the bases of both rounds; that of this round has a column of its own name.
const EITHER_BASE: &str = "Either base";

/// The columns of a change, after what names a row.
pub(super) fn change_columns(earlier: &Earlier<'_>, now: &str) -> Vec<Column> {
    let share = |label: &str| Column::new(label, ColumnKind::Share);
    let mut columns = vec![share(earlier.label), share(now)];
    columns.extend(["Change", EITHER_BASE].map(|label| Column::new(label, ColumnKind::Short)));
    columns
}

/// The cells of a change: then, now, the points between, and whether either base is small.
pub(super) fn change(before: Tally, now: Tally, ratings: &Ratings) -> Vec<Cell> {
    let small = before.base() < SMALL_BASE || now.base() < SMALL_BASE;
    let moved = points(before, now).map_or_else(|| "\u{2013}".to_owned(), in_points);
    vec![
        Cell::share(before.at_least_met(), before.base()).of(Behind::Earlier),
        Cell::share(now.at_least_met(), now.base()).of(ratings.part(Part::Met)),
        Cell::text(moved),
        Cell::text(if small { "small" } else { "" }),
    ]
}

/// A question that is compared, with its columns now and then.
pub(super) struct Pair<'t> {
    pub question: &'t Question,
    pub now: usize,
    pub then: usize,
}

/// The questions that are compared, and how many are not.
pub(super) struct Pairs<'t> {
    pub same: Vec<Pair<'t>>,
    /// Questions that would be compared, but too few judged them then.
    pub withheld: Vec<usize>,
    broken: usize,
    decided: usize,
}

pub(super) fn pairs<'t>(grid: &'t Grid, template: &'t Template, earlier: &Earlier<'_>) -> Pairs<'t> {
    let places: HashMap<&QuestionId, usize> =
        earlier.grid.columns.iter().enumerate().map(|(place, column)| (&column.question, place)).collect();
    let mut pairs = Pairs { same: Vec::new(), withheld: Vec::new(), broken: 0, decided: 0 };
    for (now, question) in scored(grid, template) {
        match earlier.questions.get(&question.id) {
            Some(Beside::With { then, said, .. }) if places.contains_key(then) => {
                let then = places[then];
                if earlier.grid.columns[then].counts == Counts::Withheld {
                    pairs.withheld.push(now);
                } else {
                    pairs.decided += usize::from(!said.is_empty());
                    pairs.same.push(Pair { question, now, then });
                }
            }
            Some(Beside::With { .. } | Beside::Broken { .. }) | None => pairs.broken += 1,
        }
    }
    pairs
}

impl Pairs<'_> {
    pub(super) fn notes(&self, earlier: &Earlier<'_>) -> Vec<String> {
        let mut notes = vec![
            "Change is in percentage points. A base under 50 in either round is marked small.".to_owned(),
            match self.same.len() - self.decided {
                1 => format!(
                    "1 question is the same as in {} on the same scale and is compared.",
                    earlier.label
                ),
                many => format!(
                    "{many} questions are the same as in {} on the same scale and are compared.",
                    earlier.label
                ),
            },
        ];
        if self.decided > 0 {
            let more = match self.decided {
                1 => "1 more is compared because a named person said that it can be".to_owned(),
                many => format!("{many} more are compared because a named person said that they can be"),
            };
            notes.push(format!("{more}: see what is not compared, and why."));
        }
        if !self.withheld.is_empty() {
            notes.push(format!(
                "Not compared: {} that too few settings judged in {} for it to be shared.",
                counted(self.withheld.len(), "questions"),
                earlier.label
            ));
        }
        if self.broken > 0 {
            notes.push(match self.broken {
                1 => "1 question is new, reworded, split, merged or rated on another scale: its meaning changed, and it is not compared.".to_owned(),
                many => format!(
                    "{many} questions are new, reworded, split, merged or rated on another scale: their meaning changed, and they are not compared."
                ),
            });
        }
        notes
    }
}

fn points(before: Tally, now: Tally) -> Option<f64> {
    let share = |tally: Tally| {
        (tally.base() > 0).then(|| 100.0 * f64::from(tally.at_least_met()) / f64::from(tally.base()))
    };
    Some(share(now)? - share(before)?)
}

fn in_points(points: f64) -> String {
    let rounded = (points * 10.0).round() / 10.0;
    let shown = if rounded == 0.0 { "0.0 points".to_owned() } else { format!("{rounded:+.1} points") };
    shown.replace('-', "\u{2212}")
}

/// A judgement's place, the worst first; nothing where it is none.
pub(super) fn place(meaning: Meaning) -> Option<u8> {
    match meaning {
        Meaning::NotMet => Some(0),
        Meaning::Partly => Some(1),
        Meaning::Mostly => Some(2),
        Meaning::Met => Some(3),
        Meaning::Exceeds => Some(4),
        Meaning::NotApplicable | Meaning::None => None,
    }
}

fn judged(mark: Mark) -> Option<u8> {
    match mark {
        Mark::NotAsked | Mark::Blank | Mark::NotApplicable => None,
        Mark::Level(meaning) => place(meaning),
    }
}
