//! T19 and T20: the partnership's own action plan, and its actions then and now; and what closed actions changed.
//!
//! Pure. Refuses to know: the file, and at which meeting the plan stood.

use chrono::NaiveDate;

use super::judged::day;
use super::table::{Cell, Column, ColumnKind, Table};
use crate::plan::Stage;
use crate::plan::rag::Rag;
use crate::plan::standing::Standing;

fn text(label: &str) -> Column {
    Column::new(label, ColumnKind::Text)
}

fn short(label: &str) -> Column {
    Column::new(label, ColumnKind::Short)
}

/// How many actions are still to do, and how many of these are past their date.
pub fn overdue(plan: &[Standing], on: NaiveDate) -> (usize, usize) {
    let late = plan.iter().filter(|one| one.is_overdue(on)).count();
    (late, plan.iter().filter(|one| one.stage.is_live()).count())
}

/// T19: every action with all that is kept of it.
pub fn plan(actions: &[Standing], on: NaiveDate, whose: &str) -> Table {
    Table {
        title: "Partnership action plan".to_owned(),
        caption: captioned(whose, on),
        as_at: day(on),
        columns: vec![
            short("Ref"),
            text("Source"),
            text("Recommendation"),
            text("Action"),
            text("Owner"),
            text("Agency"),
            text("Group"),
            short("Due"),
            text("RAG"),
            text("Update"),
            text("Impact"),
            short("Closed"),
        ],
        rows: actions.iter().map(row).collect(),
        notes: vec![RAG.to_owned()],
    }
}

/// The same with the columns that a page has room for.
pub fn on_paper(actions: &[Standing], on: NaiveDate, whose: &str) -> Table {
    let short_day = |day: NaiveDate| day.format("%-d %b %Y").to_string();
    let both = |one: &str, other: &str| {
        [one, other].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    };
    let row = |one: &Standing| {
        let full = row(one);
        let cell = |place: usize| full[place].text.clone();
        let closed = match one.stage {
            Stage::Closed => {
                one.ended.map(|day| format!("Closed on {}.", short_day(day))).unwrap_or_default()
            }
            Stage::NotBegun | Stage::UnderWay | Stage::Done | Stage::Dropped => String::new(),
        };
        let words = [
            cell(0),
            format!("{} ({})", cell(2), one.source).into(),
            cell(3),
            both(&one.owner, &one.agency).into(),
            cell(6),
            one.due.map(short_day).unwrap_or_default().into(),
            cell(8),
            cell(9),
            format!("{} {closed}", cell(10)).trim().into(),
        ];
        words.into_iter().map(Cell::text).collect()
    };
    let columns = [
        short("Ref"),
        text("Recommendation"),
        text("Action"),
        text("Owner"),
        text("Group"),
        short("Due"),
        text("RAG"),
        text("Update"),
        text("Impact"),
    ];
    Table { columns: columns.into(), rows: actions.iter().map(row).collect(), ..plan(&[], on, whose) }
}

const RAG: &str = "RAG is worked out from date and stage. Red: past its date. Amber: due within four weeks and not begun, or without a date. Green: on track, or done. Blue: closed, with its difference said. Grey: dropped. Where a person said otherwise, the reason stands beside it.";

fn captioned(whose: &str, on: NaiveDate) -> String {
    let as_at = format!("As at {}.", day(on));
    if whose.is_empty() { as_at } else { format!("{whose}. {as_at}") }
}

fn row(one: &Standing) -> Vec<Cell> {
    let rag = match one.rag_reason.as_str() {
        "" => one.rag.label().to_owned(),
        reason => format!("{} ({reason})", one.rag.label()),
    };
    let ended = match one.stage {
        Stage::Closed => one.ended.map(day).unwrap_or_default(),
        Stage::NotBegun | Stage::UnderWay | Stage::Done | Stage::Dropped => String::new(),
    };
    let impact = match one.stage {
        Stage::Dropped => format!("Dropped: {}", one.impact),
        Stage::NotBegun | Stage::UnderWay | Stage::Done | Stage::Closed => one.impact.clone(),
    };
    let words = [
        one.reference.clone(),
        one.source.clone(),
        format!("{} {}", one.recommendation, one.recommended).trim().to_owned(),
        one.title.clone(),
        one.owner.clone(),
        one.agency.clone(),
        one.groups.join(", "),
        one.due.map(day).unwrap_or_default(),
        format!("{rag}. {}", one.stage.label()),
        one.update.clone(),
        impact,
        ended,
    ];
    words.into_iter().map(Cell::text).collect()
}

/// T20: each action then and now, with its difference.
pub fn review(then: (NaiveDate, &[Standing]), now: (NaiveDate, &[Standing]), whose: &str) -> Table {
    let (before, after) = (then.1, now.1);
    let row = |one: &Standing| {
        let was = before.iter().find(|then| then.action == one.action);
        let is = after.iter().find(|now| now.action == one.action);
        let words = [
            one.reference.clone(),
            one.title.clone(),
            was.map_or("Not in the plan", |it| it.stage.label()).to_owned(),
            is.map_or("Taken out", |it| it.stage.label()).to_owned(),
            is.map(|it| it.rag.label()).unwrap_or_default().to_owned(),
            is.map(|it| it.impact.clone()).unwrap_or_default(),
        ];
        words.into_iter().map(Cell::text).collect()
    };
    let gone = before.iter().filter(|one| !after.iter().any(|now| now.action == one.action));
    let settled = |one: &&Standing| {
        let was = before.iter().find(|then| then.action == one.action);
        !was.is_some_and(|was| matches!(was.stage, Stage::Closed | Stage::Dropped) && was.stage == one.stage)
    };
    let left_out = after.len() - after.iter().filter(settled).count();
    let mut notes = vec![format!("Then: as at {}. Now: as at {}.", day(then.0), day(now.0))];
    notes.extend((left_out > 0).then(|| match left_out {
        1 => "1 action that was closed or dropped then already is left out.".to_owned(),
        some => format!("{some} actions that were closed or dropped then already are left out."),
    }));
    Table {
        title: "Review of earlier actions".to_owned(),
        caption: captioned(whose, now.0),
        as_at: day(now.0),
        columns: vec![
            short("Ref"),
            text("Action"),
            short("Then"),
            short("Now"),
            short("RAG"),
            text("Impact"),
        ],
        rows: gone.chain(after.iter().filter(settled)).map(row).collect(),
        notes,
    }
}

/// What closed actions changed, and what was seen when they were looked at again.
pub fn impact(actions: &[Standing], on: NaiveDate, whose: &str) -> Table {
    let closed = actions.iter().filter(|one| one.stage == Stage::Closed);
    let row = |one: &Standing| {
        let again = match (one.followed_up.as_str(), one.follow_up) {
            ("", Some(day_of)) if day_of <= on => format!("To be looked at since {}", day(day_of)),
            ("", Some(day_of)) => format!("To be looked at on {}", day(day_of)),
            (seen, _) => seen.to_owned(),
        };
        let closed = one.ended.map(day).unwrap_or_default();
        [one.reference.clone(), one.title.clone(), closed, one.impact.clone(), again].map(Cell::text).to_vec()
    };
    Table {
        title: "What closed actions changed".to_owned(),
        caption: captioned(whose, on),
        as_at: day(on),
        columns: vec![
            short("Ref"),
            text("Action"),
            short("Closed"),
            text("Difference it made"),
            text("Six months on"),
        ],
        rows: closed.map(row).collect(),
        notes: vec!["The difference is what the partnership says of its own work.".to_owned()],
    }
}

/// How many actions have each colour, worst first; those of none are left out.
pub fn colours(actions: &[Standing]) -> Vec<(Rag, usize)> {
    let of = |rag: Rag| (rag, actions.iter().filter(|one| one.rag == rag).count());
    Rag::ALL.into_iter().map(of).filter(|(_, count)| *count > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::ActionId;

    fn one(number: u128, stage: Stage, due: &str) -> Standing {
        Standing {
            action: ActionId(uuid::Uuid::from_u128(number)),
            reference: format!("A{number}"),
            recommendation: "R1".to_owned(),
            recommended: "Train everybody.".to_owned(),
            round: None,
            source: "Panel".to_owned(),
            title: format!("Do {number}"),
            owner: "Training lead".to_owned(),
            agency: "Health".to_owned(),
            groups: vec!["Quality Assurance".to_owned(), "Executive".to_owned()],
            due: due.parse().ok(),
            stage,
            rag: Rag::Green,
            rag_reason: String::new(),
            update: "Said.".to_owned(),
            impact: String::new(),
            ended: None,
            follow_up: None,
            followed_up: String::new(),
            shareable: true,
        }
    }

    fn on(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn words(table: &Table, row: usize) -> Vec<&str> {
        table.rows[row].iter().map(|cell| cell.text.as_str()).collect()
    }

    #[test]
    fn the_plan_says_all_that_is_kept_of_an_action() {
        let mut late = one(1, Stage::UnderWay, "2026-11-20");
        late.rag = Rag::Amber;
        late.rag_reason = "The room is booked.".to_owned();
        let mut closed = one(2, Stage::Closed, "");
        (closed.ended, closed.impact) = (Some(on("2026-11-01")), "More calls.".to_owned());
        let all = [late, closed];
        assert_eq!(overdue(&all, on("2026-11-21")), (1, 1));
        assert_eq!(overdue(&all, on("2026-11-20")), (0, 1), "due means until the end of the day");
        let table = plan(&all, on("2026-11-21"), "Sampleton");
        assert_eq!(table.columns.len(), 12);
        assert_eq!(words(&table, 0)[6], "Quality Assurance, Executive");
        assert_eq!(words(&table, 0)[8], "Amber: at risk (The room is booked.). Under way");
        assert_eq!(words(&table, 1)[10..], ["More calls.", "1 November 2026"]);
        let paper = on_paper(&all, on("2026-11-21"), "Sampleton");
        assert_eq!((paper.columns.len(), paper.caption), (9, table.caption.clone()));
        let told: Vec<&str> = paper.rows[1].iter().map(|cell| cell.text.as_str()).collect();
        assert_eq!((told[1], told[3]), ("R1 Train everybody. (Panel)", "Training lead, Health"));
        assert_eq!(told[8], "More calls. Closed on 1 Nov 2026.");
    }

    #[test]
    fn a_review_says_what_came_what_went_and_what_moved() {
        let then = [one(1, Stage::NotBegun, ""), one(2, Stage::Closed, ""), one(3, Stage::UnderWay, "")];
        let now = [one(1, Stage::Done, ""), one(2, Stage::Closed, ""), one(4, Stage::NotBegun, "")];
        let table = review((on("2026-09-01"), &then), (on("2026-11-21"), &now), "");
        let told: Vec<Vec<&str>> =
            (0..table.rows.len()).map(|row| [0, 2, 3].map(|at| words(&table, row)[at]).to_vec()).collect();
        assert_eq!(
            told,
            [
                ["A3", "Under way", "Taken out"],
                ["A1", "Not begun", "Done"],
                ["A4", "Not in the plan", "Not begun"]
            ]
        );
        assert!(table.notes[1].starts_with("1 action that was closed"));
    }

    #[test]
    fn what_changed_says_whether_it_was_looked_at_again() {
        let mut all = [one(1, Stage::Closed, ""), one(2, Stage::Closed, ""), one(3, Stage::Done, "")];
        all[0].follow_up = Some(on("2027-05-21"));
        all[1].followed_up = "It still holds.".to_owned();
        let table = impact(&all, on("2026-11-21"), "");
        assert_eq!(table.rows.len(), 2);
        assert_eq!(words(&table, 0)[4], "To be looked at on 21 May 2027");
        assert_eq!(words(&impact(&all, on("2027-05-21"), ""), 0)[4], "To be looked at since 21 May 2027");
        assert_eq!(words(&table, 1)[4], "It still holds.");
        assert_eq!(colours(&all), [(Rag::Green, 3)]);
    }
}
