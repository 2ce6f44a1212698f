//! The charts of a round, C1 to C9, each from the table that stands beside it.
//!
//! Refuses to know: where a chart is shown. One that would speak of single settings is for officers alone.

use serde::{Deserialize, Serialize};

use super::ground::{Asked, Ground};
use super::tables;
use crate::analysis::group::{By, named};
use crate::analysis::judged::{self, caption_of_round};
use crate::analysis::table::Table;
use crate::analysis::{matrix, panels, plans, questions, returns, standards};
use crate::report::bars::{BarPart, Fill};
use crate::report::chart::{self, Chart, Whole, part};
use crate::template::Meaning;

/// More rows than this are a table, not a chart.
pub(super) const MOST: usize = 24;

/// A chart of a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Picture {
    /// C1: ratings by standard.
    Standards,
    /// C2: returned, by phase.
    Response,
    /// C3: returned as time went on.
    OverTime,
    /// C4: standards beside the last round.
    Between,
    /// C5: standards by phase.
    Phases,
    /// C6: the questions with the largest share met.
    Strongest,
    /// C6: those with the smallest.
    Weakest,
    /// C7: own rating and panel.
    Panels,
    /// C8: actions by month.
    Months,
    /// C9: what panels found, by type.
    Themes,
    /// C9: what settings wrote of.
    Spoken,
}

impl Picture {
    /// Every one of them.
    pub const ALL: [Self; 11] = [
        Self::Standards,
        Self::Response,
        Self::OverTime,
        Self::Between,
        Self::Phases,
        Self::Strongest,
        Self::Weakest,
        Self::Panels,
        Self::Months,
        Self::Themes,
        Self::Spoken,
    ];

    /// Whether it speaks of single settings, so that it is for officers alone.
    pub fn is_restricted(self) -> bool {
        match self {
            Self::Panels | Self::Months | Self::Themes => true,
            Self::Standards
            | Self::Response
            | Self::OverTime
            | Self::Between
            | Self::Phases
            | Self::Strongest
            | Self::Weakest
            | Self::Spoken => false,
        }
    }

    /// Whether it shows ratings, so that there is nothing to be seen while no return counts.
    pub fn is_of_ratings(self) -> bool {
        match self {
            Self::Standards | Self::Between | Self::Phases | Self::Strongest | Self::Weakest => true,
            Self::Response | Self::OverTime | Self::Panels | Self::Months | Self::Themes | Self::Spoken => {
                false
            }
        }
    }

    /// The chart; none where there is nothing to be seen, or nobody but officers may see it.
    pub fn drawn(self, ground: &Ground<'_>) -> Option<Chart> {
        if self.is_restricted() && ground.is_shared() {
            return None;
        }
        if self.is_of_ratings() && ground.has_no_returns() {
            return None;
        }
        let drawn = match self {
            Self::Standards => Some(by_standard(ground)),
            Self::Response => returned(ground),
            Self::OverTime => over_time(ground),
            Self::Between => between(ground),
            Self::Phases if named(ground.grid, By::Phase) == 0 => None,
            Self::Phases => {
                let table =
                    matrix::standards(ground.grid, ground.template, ground.caption, By::Phase, ground.shown);
                Some(chart::heat("C5", "Share met of each standard, by phase", &table))
            }
            Self::Strongest => Some(ends(ground, End::Strongest)),
            Self::Weakest => Some(ends(ground, End::Weakest)),
            Self::Panels => panelled(ground),
            Self::Months => {
                let parts = [
                    part("Done", Fill::Deepest),
                    part("Under way or open", Fill::Middle),
                    part("Overdue", Fill::Hatched),
                    part("Dropped", Fill::Dotted),
                ];
                let table = tables::months(ground);
                Some(chart::stacked("C8", &table.title, &table, &parts, (Whole::Longest, Some("All"))))
            }
            Self::Themes => themes(ground),
            Self::Spoken => spoken(ground),
        };
        drawn.filter(|chart| !chart.is_empty())
    }
}

/// The parts of every bar of ratings.
pub(super) fn parts() -> Vec<BarPart> {
    vec![
        part("Exceeds", Fill::Deepest),
        part("Met", Fill::Deep),
        part("Mostly met", Fill::Middle),
        part("Partly met", Fill::Light),
        part("Not met", Fill::Hatched),
        part("Not applicable", Fill::Dotted),
        part("Blank", Fill::Empty),
    ]
}

fn by_standard(ground: &Ground<'_>) -> Chart {
    let table = standards::results(ground.grid, ground.template, ground.caption, ground.shown);
    let mut table = judged::on_paper(table).without_empty(&["Range"]);
    if table.columns.iter().all(|column| column.label != "Range") {
        table.notes.retain(|note| !note.starts_with("Range:"));
    }
    chart::stacked("C1", "Ratings by standard", &table, &parts(), (Whole::Each, Some("% met")))
}

fn returned(ground: &Ground<'_>) -> Option<Chart> {
    // A row of all that nothing is said of is no chart: the sentences beside it say how many returned.
    let asked = ground.asked.first().filter(|asked| asked.tells())?;
    let table = response_table(ground, asked);
    let last = ground.same_point().and_then(|(label, was)| {
        let share = (u64::from(was.returned()) * 1000).checked_div(u64::from(was.expected))?;
        Some((format!("{label} at this point"), u32::try_from(share).unwrap_or(1000)))
    });
    let aim = last.as_ref().map(|(word, share)| (word.as_str(), *share));
    let title = format!("Returned, by {}", asked.word.to_lowercase());
    Some(chart::bars("C2", &title, &table, (&asked.word, "Returned, of expected"), aim))
}

/// T1 and T3: who returned, told apart by something.
pub(super) fn response_table(ground: &Ground<'_>, asked: &Asked) -> Table {
    let caption = caption_of_round(ground.template, ground.caption);
    let before = asked.before.as_ref();
    let table = returns::by_group(&asked.now, before, &asked.word, &caption, ground.shown);
    Table { as_at: ground.as_at(), ..returns::on_paper(table) }
}

/// T2 and C3: how many had returned as time went on, beside the round before.
fn over_time(ground: &Ground<'_>) -> Option<Chart> {
    let asked = ground.asked.first()?;
    let caption = caption_of_round(ground.template, ground.caption);
    let table = returns::over_time(&asked.now, asked.before.as_ref(), &caption, ground.shown);
    let table = table.without(&["Accepted, of expected"]).without_empty(&["What it was"]);
    let table = Table { as_at: ground.as_at(), ..table };
    Some(chart::over_time("C3", "Returned over time", &table))
}

fn between(ground: &Ground<'_>) -> Option<Chart> {
    let before = ground.earlier.as_ref()?;
    let table = tables::between(ground, before);
    let title = table.title.clone();
    Some(chart::moves("C4", &title, &table, (before.earlier.label, "This round", "Change")))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Strongest,
    Weakest,
}

fn ends(ground: &Ground<'_>, end: End) -> Chart {
    let mut table = questions::ends(ground.grid, ground.template, ground.caption, ground.shown);
    let half = table.rows.len().div_ceil(2);
    let title = match end {
        End::Strongest => {
            table.rows.truncate(half);
            "Questions with the largest share met"
        }
        End::Weakest => {
            table.rows.drain(..half);
            table.rows.reverse();
            "Questions with the smallest share met"
        }
    };
    table.title = title.to_owned();
    // The order of the bars is no ranking: what their places can bear is the first of the table's notes.
    let places = table.notes.first().cloned().unwrap_or_default();
    chart::bars("C6", title, &table, ("Question", "% met"), None).noted(&places)
}

fn panelled(ground: &Ground<'_>) -> Option<Chart> {
    let mut table = panels::ratings(ground.grid, ground.template, ground.caption, ground.rated);
    if table.rows.len() > MOST {
        table.rows.truncate(MOST);
        table
            .notes
            .push(format!("The first {MOST} are drawn; the whole table stands in the chapter on panels."));
    }
    let steps = steps(ground);
    (!table.rows.is_empty()).then(|| {
        chart::ladder("C7", "Own rating and panel", &table, ("Question", "Own rating", "Panel"), &steps)
    })
}

/// The levels that are judgements, the worst first.
fn steps(ground: &Ground<'_>) -> Vec<String> {
    let order = [Meaning::NotMet, Meaning::Partly, Meaning::Mostly, Meaning::Met, Meaning::Exceeds];
    let levels = ground.template.scales.iter().flat_map(|scale| &scale.levels);
    let mut steps: Vec<(usize, String)> = levels
        .filter_map(|level| Some((order.iter().position(|one| *one == level.meaning)?, level.label.clone())))
        .collect();
    steps.sort();
    steps.dedup();
    let used: Vec<&str> =
        ground.rated.iter().flat_map(|beside| [beside.own.0.as_str(), beside.panel.0.as_str()]).collect();
    let kept = |(place, label): (usize, String)| {
        Some(label.clone()).filter(|_| used.contains(&label.as_str()) || place > 5)
    };
    let known: Vec<String> = steps.clone().into_iter().filter_map(kept).collect();
    // Where one scale is used, every step of it is shown.
    if steps.len() <= 6 { steps.into_iter().map(|(_, label)| label).collect() } else { known }
}

fn themes(ground: &Ground<'_>) -> Option<Chart> {
    let table = panels::types(panels::findings(ground.template, ground.caption, ground.found));
    (!ground.found.is_empty())
        .then(|| chart::bars("C9", "What panels found, by type", &table, ("Type", "Findings"), None))
}

/// What settings wrote of, beside its table with the quotations.
fn spoken(ground: &Ground<'_>) -> Option<Chart> {
    let table = tables::told(ground)?;
    let all = table.columns.get(1).map(|column| column.label.clone())?;
    // Where every number is hidden there is nothing to draw, and the table says so.
    let any = table.rows.iter().any(|row| row.get(1).is_some_and(|cell| cell.count.is_some()));
    any.then(|| chart::bars("C9", "What settings wrote of", &table, ("Theme", &all), None))
}

/// T14, for officers.
pub(super) fn action_table(ground: &Ground<'_>) -> Option<Table> {
    (!ground.is_shared() && !ground.planned.is_empty())
        .then(|| plans::actions(ground.grid, ground.template, ground.caption, ground.planned))
}
