//! Headlines: sentences made from the data, each with its base, and the figures behind it, so that a sentence that
//! somebody put in other words can be held against them later.
//!
//! A figure that is hidden makes no sentence. No place in an order is said where ranges overlap.

use super::ground::{Ground, count};
use crate::analysis::response::Response;
use crate::analysis::table::Cell;
use crate::analysis::tally::{Tally, percent};
use crate::analysis::{places, rises};
use crate::text::counted;

/// A sentence made from data, as it stands in the paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headline {
    /// By what it is known.
    pub key: &'static str,
    /// As it is made from the figures.
    pub made: String,
    /// As somebody put it.
    pub put: Option<String>,
    /// The figures behind it.
    pub figures: String,
    /// Those behind it when it was put so, where they were others.
    pub then: Option<String>,
    /// Whether it is shared.
    pub shared: bool,
}

impl Headline {
    /// The words that stand in the paper.
    pub fn words(&self) -> &str {
        self.put.as_deref().filter(|_| !self.waits()).unwrap_or(&self.made)
    }

    /// Whether somebody's words are kept out of the paper: they may hold figures that were never meant for others.
    pub fn waits(&self) -> bool {
        self.shared && self.is_stale()
    }

    /// Whether the figures have changed since somebody put it in other words.
    pub fn is_stale(&self) -> bool {
        self.then.is_some()
    }
}

/// The headlines of a round.
pub fn headlines(ground: &Ground<'_>) -> Vec<Headline> {
    let made = [
        response(ground),
        overall(ground),
        truth(ground),
        standards(ground),
        moved(ground),
        duties(ground),
        actions(ground),
        panels(ground),
        plan(ground),
    ];
    made.into_iter().flatten().map(|(key, made, figures)| edited(ground, key, made, figures)).collect()
}

fn edited(ground: &Ground<'_>, key: &'static str, made: String, figures: String) -> Headline {
    let (sentences, shared) = (&ground.added.sentences, ground.is_shared());
    // What was written over the same figures says nothing that others may not read.
    let same = || sentences.get(key).filter(|put| put.figures == figures);
    let put = sentences.get(&kept_as(key, shared)).or_else(same);
    let then = put.filter(|put| put.figures != figures).map(|put| put.figures.clone());
    Headline { key, made, put: put.map(|put| put.text.clone()), figures, then, shared }
}

/// By what somebody's words for a sentence are kept: for others apart from those for officers, whose figures are not theirs.
pub fn kept_as(key: &str, shared: bool) -> String {
    if shared { format!("{key} for others") } else { key.to_owned() }
}

type Made = Option<(&'static str, String, String)>;

/// `41 of 60 schools (68.3%)`.
pub fn of(count: u32, base: u32, things: &str) -> String {
    let share = percent(count, base).map(|share| format!(" ({share})")).unwrap_or_default();
    let base = if things.is_empty() { base.to_string() } else { counted(base, things) };
    format!("{count} of {base}{share}")
}

fn share(tally: Tally) -> String {
    of(tally.at_least_met(), tally.base(), "judgements")
}

fn response(ground: &Ground<'_>) -> Made {
    let now = Response::of(ground.phases(), ground.on());
    let mut made = format!(
        "{} returned the audit by {}; {}.",
        of(now.returned(), now.expected, ground.people),
        ground.as_at(),
        match (now.returned(), now.accepted) {
            (0, _) => "no return counts yet".to_owned(),
            (1, 0) => "it is not accepted yet".to_owned(),
            (1, _) => "it is accepted and counted below".to_owned(),
            (_, 1) => "1 of these returns is accepted and counted below".to_owned(),
            (_, many) => format!("{many} of these returns are accepted and counted below"),
        }
    );
    let mut figures = format!("{}/{}, {}", now.returned(), now.expected, now.accepted);
    if let Some((label, was)) = ground.same_point() {
        made.push_str(&format!(
            " At the same point of {label} it was {}.",
            of(was.returned(), was.expected, "")
        ));
        figures.push_str(&format!("; {}/{}", was.returned(), was.expected));
    }
    Some(("response", made, figures))
}

fn overall(ground: &Ground<'_>) -> Made {
    let every: Vec<usize> = ground.grid.scored().collect();
    let tally = ground.tally(&every);
    if ground.hides(&every) || tally.base() == 0 {
        return None;
    }
    let made = format!(
        "By their own judgement, {} in the {} mean met or exceeds.",
        share(tally),
        match ground.grid.rows.len() {
            1 => "one accepted return".to_owned(),
            many => format!("{many} accepted returns"),
        }
    );
    Some(("overall", made, format!("{}/{}", tally.at_least_met(), tally.base())))
}

/// The range of the truth, if all that are missing were at the worst or at the best.
fn truth(ground: &Ground<'_>) -> Made {
    let every: Vec<usize> = ground.grid.scored().collect();
    let (tally, gone) = (ground.tally(&every), ground.missing());
    if ground.hides(&every) || tally.base() == 0 || gone == 0 {
        return None;
    }
    let (low, high) = bounds(ground, &every);
    let said = |(met, base): (u32, u32)| percent(met, base).unwrap_or_default();
    let missing = match gone {
        1 => "the one setting".to_owned(),
        2 => "both settings".to_owned(),
        many => format!("all {many} settings"),
    };
    let made = format!(
        "If {missing} with no counted return rated everything at the worst, or at the best, the share met would lie between {} and {}.",
        said(low),
        said(high)
    );
    Some(("truth", made, format!("{}/{} {}/{}", low.0, low.1, high.0, high.1)))
}

/// The lowest and the highest share that all settings together could have.
fn bounds(ground: &Ground<'_>, columns: &[usize]) -> ((u32, u32), (u32, u32)) {
    let tally = ground.tally(columns);
    let gone = ground.missing().saturating_mul(count(columns.len()));
    let (met, base) = (tally.at_least_met(), tally.base() + gone);
    ((met, base), (met + gone, base))
}

fn standards(ground: &Ground<'_>) -> Made {
    let mut all: Vec<(String, Vec<usize>, Tally)> = ground
        .standards()
        .into_iter()
        .filter(|(_, columns)| !ground.hides(columns))
        .map(|(name, columns)| (name, columns.clone(), ground.tally(&columns)))
        .filter(|(_, _, tally)| tally.base() > 0)
        .collect();
    all.sort_by(|(_, _, one), (_, _, other)| {
        let cross = |a: &Tally, b: &Tally| u64::from(a.at_least_met()) * u64::from(b.base());
        cross(other, one).cmp(&cross(one, other))
    });
    let ((best, high, top), (worst, low, bottom)) = match all.as_slice() {
        [(best, high, top), .., (worst, low, bottom)] => ((best, high, top), (worst, low, bottom)),
        [] | [_] => return None,
    };
    let figures = format!("{best} {}; {worst} {}", share(*top), share(*bottom));
    let (least, _) = bounds(ground, high);
    let (_, most) = bounds(ground, low);
    let apart = u64::from(least.0) * u64::from(most.1) > u64::from(most.0) * u64::from(least.1);
    let made = if apart {
        format!(
            "The share met is largest in {best}: {}. It is smallest in {worst}: {}.",
            share(*top),
            share(*bottom)
        )
    } else {
        format!(
            "Among returns, the share met runs from {} in {worst} to {} in {best}; with the missing settings at their worst or best these ranges overlap, so neither is said to be ahead.",
            share(*bottom),
            share(*top)
        )
    };
    Some(("standards", made, figures))
}

/// The largest change between rounds, of a question that is the same.
fn moved(ground: &Ground<'_>) -> Made {
    let before = ground.earlier.as_ref()?;
    let table = rises::changes(ground.grid, ground.template, ground.caption, &before.earlier, ground.shown);
    let place = |label: &str| table.columns.iter().position(|column| column.label == label);
    let (number, moved) = (place("No.")?, place("Change")?);
    let told = |row: &Vec<Cell>| {
        let share = |cell: &Cell| Some(of(cell.count?, cell.base?, ""));
        let (then, now) = (share(&row[moved - 2])?, share(&row[moved - 1])?);
        Some(format!("question {} from {then} to {now}", row[number].text))
    };
    let (first, last) = (table.rows.first()?, table.rows.last()?);
    let risen = told(first).filter(|_| first[moved].text.starts_with('+'));
    let fallen = told(last).filter(|_| last[moved].text.starts_with('\u{2212}'));
    let mut parts = Vec::new();
    parts.extend(risen.map(|told| format!("the largest rise is in {told}")));
    parts.extend(fallen.map(|told| format!("the largest fall is in {told}")));
    if parts.is_empty() {
        return None;
    }
    let said = parts.join("; ");
    // The place is one number only where no missing setting can change it.
    let (among, but) = if places::is_open(&table) {
        (
            "Among returns, of",
            " With the missing settings at their worst or best the ranges overlap, so no order is said.",
        )
    } else {
        ("Of", "")
    };
    let made =
        format!("{among} the questions that are the same as in {}, {said}.{but}", before.earlier.label);
    Some(("moved", made, said))
}

/// How many settings rate a duty as not met.
fn duties(ground: &Ground<'_>) -> Made {
    use crate::analysis::tally::Mark;
    use crate::template::{Duty, Meaning};
    let must: Vec<usize> = crate::analysis::questions::scored(ground.grid, ground.template)
        .filter(|(_, question)| question.duty == Duty::Must)
        .map(|(column, _)| column)
        .collect();
    let with = ground.grid.rows.iter().filter(|row| {
        must.iter().any(|column| ground.grid.mark(row, *column) == Mark::Level(Meaning::NotMet))
    });
    let (with, all) = (count(with.count()), count(ground.grid.rows.len()));
    let small = ground.shown.hides_base(with) || ground.shown.hides_base(all - with);
    if must.is_empty() || all == 0 || small {
        return None;
    }
    let made = format!(
        "{} that returned {} {} as not met.",
        of(with, all, ground.people),
        if all == 1 { "rates" } else { "rate" },
        match must.len() {
            1 => "the one duty".to_owned(),
            many => format!("at least one of the {many} duties"),
        }
    );
    Some(("duties", made, format!("{with}/{all} of {}", must.len())))
}

fn actions(ground: &Ground<'_>) -> Made {
    let all = count(ground.planned.len());
    if all == 0 || ground.is_shared() {
        return None;
    }
    let on = ground.on();
    let sound = ground.planned.iter().filter(|one| one.owned && one.due.is_some()).count();
    let live: Vec<_> = ground.planned.iter().filter(|one| one.state.is_live()).collect();
    let late = live.iter().filter(|one| one.due.is_some_and(|due| due < on)).count();
    let made = format!(
        "The returns hold {}; {} {} an owner and a date. Of those still to be done, {} {} overdue.",
        counted(all, "actions"),
        of(count(sound), all, ""),
        if sound == 1 { "has" } else { "have" },
        of(count(late), count(live.len()), ""),
        if late == 1 { "is" } else { "are" }
    );
    Some(("actions", made, format!("{all} {sound} {late}/{}", live.len())))
}

/// How far the partnership's own plan is.
fn plan(ground: &Ground<'_>) -> Made {
    let (all, on) = (&ground.own.plan, ground.on());
    if all.is_empty() || ground.is_shared() {
        return None;
    }
    let closed = all.iter().filter(|one| one.stage == crate::plan::Stage::Closed).count();
    let (late, live) = crate::analysis::action_plan::overdue(all, on);
    let actions = counted(all.len(), "actions");
    let made = format!(
        "The partnership\u{2019}s own plan holds {actions}: {closed} closed with the difference said, and {} of those still to do past their date.",
        of(count(late), count(live), "")
    );
    Some(("plan", made, format!("{} {closed} {late}/{live}", all.len())))
}

fn panels(ground: &Ground<'_>) -> Made {
    let rated = ground.rated.len();
    if ground.found.is_empty() && rated == 0 || ground.is_shared() {
        return None;
    }
    let table = crate::analysis::panels::ratings(ground.grid, ground.template, ground.caption, ground.rated);
    let moved = |how: &str| table.rows.iter().filter(|row| row[4].text == how).count();
    let (same, higher, lower) = (moved("Same"), moved("Higher"), moved("Lower"));
    let beside = match (rated, same, higher) {
        (0, ..) => String::new(),
        (1, 1, _) => " The one rating beside a setting\u{2019}s own is the same.".to_owned(),
        (1, _, 1) => " The one rating beside a setting\u{2019}s own is higher.".to_owned(),
        (1, ..) => " The one rating beside a setting\u{2019}s own is lower.".to_owned(),
        _ => format!(
            " Of {rated} ratings beside a setting\u{2019}s own: {same} the same, {higher} higher, {lower} lower."
        ),
    };
    let made = format!("Panels recorded {}.{beside}", counted(ground.found.len(), "findings"));
    Some(("panels", made, format!("{} {rated} {same} {higher} {lower}", ground.found.len())))
}
