//! The figures of a year: the two measures that are never mixed, a bar a standard, and duties that are not met.
//!
//! Pure. Refuses to know: the format. No figure without its base, and each is said to be self-assessed.

use super::bars::{Bar, BarPart, BarShare, Bars, Fill};
use super::document::{Block, Figure, Section};
use super::plan;
use super::year::Year;
use crate::analysis::judged::day;
use crate::analysis::table::{Cell, Column, ColumnKind, Table};
use crate::analysis::tally::percent;
use crate::submission::progress::Ratings;
use crate::template::{Duty, Meaning, Question, Standard};

/// What is said of a bar: its part, its fill, its number.
type Measured = (&'static str, Fill, fn(&Ratings) -> u32);

const PARTS: [Measured; 7] = [
    ("Exceeds", Fill::Deepest, |ratings| ratings.exceeds),
    ("Met", Fill::Deep, |ratings| ratings.met),
    ("Mostly met", Fill::Middle, |ratings| ratings.mostly),
    ("Partly met", Fill::Light, |ratings| ratings.partly),
    ("Not met", Fill::Hatched, |ratings| ratings.not_met),
    ("Not applicable", Fill::Dotted, |ratings| ratings.not_applicable),
    ("No answer yet", Fill::Empty, |ratings| ratings.blank),
];

/// How the duties stand that are asked and apply.
pub struct Duties<'a> {
    /// How many there are.
    pub all: u32,
    /// Those rated below met.
    pub unmet: Vec<&'a Question>,
    /// Those that nobody has answered, or confirmed, in this round.
    pub open: Vec<&'a Question>,
}

/// The figures that stand out: looked at, rated, duties, actions.
pub fn figures(year: &Year<'_>) -> Vec<Figure> {
    let asked = year.asked();
    let (progress, _) = year.count(asked.iter().flat_map(|(_, some)| some.iter().copied()));
    let ratings = rated(year, &year.scored());
    let duties = stand(year);
    let (late, live) = live(year);
    let share = percent(ratings.reached(), ratings.base()).unwrap_or_else(|| "nothing rated yet".into());
    let figure = |label: &str, value: String, note: String| Figure { value, label: label.to_owned(), note };
    vec![
        figure("Looked at", of(progress.answered, progress.asked), "questions answered".to_owned()),
        figure(
            "Rated met or more",
            of(ratings.reached(), ratings.base()),
            format!("{share} of what was rated, self-assessed"),
        ),
        figure("Duties not met", of(count(duties.unmet.len()), duties.all), not_met_note(&duties)),
        figure("Overdue actions", of(late, live), "actions still to be done".to_owned()),
    ]
}

fn not_met_note(duties: &Duties<'_>) -> String {
    match duties.open.len() {
        0 => "duties that apply, self-assessed".to_owned(),
        open => format!("duties that apply, self-assessed; {open} not yet answered"),
    }
}

fn of(count: u32, base: u32) -> String {
    format!("{count} of {base}")
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn live(year: &Year<'_>) -> (u32, u32) {
    let live = year.actions.iter().filter(|kept| kept.action.state.is_live()).count();
    let late = year.actions.iter().filter(|kept| kept.action.is_overdue(year.today)).count();
    (count(late), count(live))
}

/// How the questions of some standards that are judged were rated.
fn rated(year: &Year<'_>, standards: &[(&Standard, Vec<&Question>)]) -> Ratings {
    year.count(standards.iter().flat_map(|(_, some)| judged(some))).1
}

/// The questions that take a rating: numbers, dates and texts are in no figure.
fn judged<'a>(questions: &[&'a Question]) -> Vec<&'a Question> {
    questions.iter().copied().filter(|question| question.scale.is_some()).collect()
}

/// A bar a standard, with the share that is met beside it.
pub fn bars(year: &Year<'_>) -> Bars {
    let standards = year.scored();
    let rows: Vec<(String, Ratings)> = standards
        .iter()
        .map(|(standard, some)| (title(standard), year.count(judged(some)).1))
        .filter(|(_, ratings)| PARTS.iter().any(|(_, _, number)| number(ratings) > 0))
        .collect();
    let used: Vec<Measured> = PARTS
        .into_iter()
        .filter(|(_, _, number)| rows.iter().any(|(_, ratings)| number(ratings) > 0))
        .collect();
    let bar = |(label, ratings): &(String, Ratings)| Bar {
        label: label.clone(),
        counts: used.iter().map(|(_, _, number)| number(ratings)).collect(),
        share: BarShare { count: ratings.reached(), base: ratings.base() },
    };
    let all: usize = standards.iter().map(|(_, some)| judged(some).len()).sum();
    Bars {
        title: "Ratings by standard".to_owned(),
        caption: year
            .caption(&format!("{all} questions that are rated. The longer a bar, the more questions.")),
        row: "Standard".to_owned(),
        share: "Met or more, of those rated".to_owned(),
        parts: used
            .iter()
            .map(|(label, fill, _)| BarPart { label: (*label).to_owned(), fill: *fill })
            .collect(),
        rows: rows.iter().map(bar).collect(),
        notes: vec!["Not applicable and unanswered questions are in no base.".to_owned(), tool(year)],
    }
}

/// By which tool it was made, and how far that was looked at.
fn tool(year: &Year<'_>) -> String {
    let template = year.template;
    let note =
        if template.status_note.is_empty() { String::new() } else { format!("; {}", template.status_note) };
    format!("Audit tool: {}, version {}, {}{note}.", template.title, template.version, template.edition)
}

/// A standard as it is named.
pub fn title(standard: &Standard) -> String {
    format!("{} {}", standard.number, standard.title)
}

/// How the duties stand that are asked and apply.
pub fn stand<'a>(year: &'a Year<'_>) -> Duties<'a> {
    let scored = year.scored();
    let duties: Vec<&Question> = scored
        .iter()
        .flat_map(|(_, some)| judged(some))
        .filter(|question| question.duty == Duty::Must)
        .filter(|question| year.level(question).is_none_or(|level| level.meaning != Meaning::NotApplicable))
        .collect();
    let (open, rated): (Vec<&Question>, Vec<&Question>) =
        duties.iter().partition(|question| year.level(question).is_none());
    let below = |question: &&Question| year.level(question).is_some_and(|level| !level.meaning.reached());
    Duties { all: count(duties.len()), unmet: rated.into_iter().filter(below).collect(), open }
}

/// The duties that are not met, with what is to be developed and what is planned; and those not yet answered.
pub fn duties(year: &Year<'_>, section: Section) -> Section {
    let duties = stand(year);
    let section = section.table(unmet(year, &duties));
    if duties.open.is_empty() {
        return section;
    }
    let listed = duties.open.iter().map(|one| format!("{} {}", one.number, one.text)).collect();
    section
        .subheading("Duties with no confirmed answer yet")
        .text(format!("{} of {} duties that apply.", duties.open.len(), duties.all))
        .with(Block::List(listed))
}

fn unmet(year: &Year<'_>, duties: &Duties<'_>) -> Table {
    Table {
        title: String::new(),
        caption: year.caption(&format!(
            "{} of {} duties that apply are rated below met. A duty is what law or statutory guidance says must be done.",
            duties.unmet.len(),
            duties.all
        )),
        as_at: day(year.today),
        columns: vec![
            Column::new("No.", ColumnKind::Short),
            Column::new("Duty", ColumnKind::Text),
            Column::new("Self-rating", ColumnKind::Text),
            Column::new("To be developed", ColumnKind::Text),
            Column::new("Action", ColumnKind::Text),
        ],
        rows: duties.unmet.iter().map(|one| duty_line(year, one)).collect(),
        notes: Vec::new(),
    }
}

fn duty_line(year: &Year<'_>, question: &Question) -> Vec<Cell> {
    let area = year.answers.get(&question.id).map(|answer| answer.area.clone()).unwrap_or_default();
    let grown = year.actions.iter().filter(|kept| kept.action.questions.contains(&question.id));
    let planned: Vec<String> = grown.map(|kept| plan::short(year, kept)).collect();
    let planned = if planned.is_empty() { "None planned".to_owned() } else { planned.join("\n") };
    vec![
        Cell::text(&question.number),
        Cell::text(&question.text),
        Cell::text(year.rating(question)),
        Cell::text(area),
        Cell::text(planned),
    ]
}

/// Standards in which something is not met or not answered, the smallest share first, with count and base.
pub fn weakest<'a>(year: &'a Year<'_>) -> Vec<(&'a Standard, BarShare)> {
    let shares = year.scored().into_iter().map(|(standard, some)| {
        let ratings = year.count(judged(&some)).1;
        (standard, BarShare { count: ratings.reached(), base: ratings.base() })
    });
    let mut weak: Vec<(&Standard, BarShare)> =
        shares.filter(|(_, share)| share.base > 0 && share.count < share.base).collect();
    weak.sort_by(|(_, one), (_, other)| {
        let cross = |a: &BarShare, b: &BarShare| u64::from(a.count) * u64::from(b.base);
        cross(one, other).cmp(&cross(other, one))
    });
    weak
}
