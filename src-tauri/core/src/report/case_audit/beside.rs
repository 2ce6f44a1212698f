//! Tables of an audit: grades by agency and as agreed, planned against done, who came, and the earlier audit beside it.

use std::collections::{BTreeMap, BTreeSet};

use super::{Account, counted, table};
use crate::analysis::Table;
use crate::analysis::judged::day;
use crate::analysis::table::{Cell, ColumnKind};
use crate::case_audit::{AuditedCase, CaseAudit, CaseNumber, Item, note};
use crate::panel::session::Presence;
use crate::text::folded;

/// The column of reasons and dissent.
pub(super) const WHY: &str = "Why, and who sees it otherwise";

/// Every grade of every case: each agency's, several where its authors differ, and the one agreed.
pub fn grades(account: &Account<'_>) -> Table {
    let audit = account.audit;
    let given = note::grades(account.notes);
    let mut columns = vec![("Case", ColumnKind::Text), ("Area", ColumnKind::Text)];
    columns.extend(audit.agencies.iter().map(|agency| (agency.as_str(), ColumnKind::Text)));
    columns.extend([("Agreed", ColumnKind::Text), (WHY, ColumnKind::Text)]);
    let items: Vec<Item> = audit.items().into_iter().filter(|item| *item != Item::voice()).collect();
    let mut rows = Vec::new();
    for case in account.cases {
        for item in &items {
            let of = given.get(&(case.number.clone(), item.clone()));
            rows.push(grade_row(audit, case, item, of));
        }
    }
    let mut table = table("Grades", "Each agency\u{2019}s own, and what they agreed", &columns, rows);
    table.notes = vec![
        "An agency\u{2019}s own grade stays as it was given. Where two people of an agency differ, both stand.".to_owned(),
        "A dash: no grade was given.".to_owned(),
    ];
    table
}

type Given = BTreeMap<String, BTreeSet<crate::template::LevelCode>>;

fn grade_row(audit: &CaseAudit, case: &AuditedCase, item: &Item, of: Option<&Given>) -> Vec<Cell> {
    let words = |codes: &BTreeSet<crate::template::LevelCode>| {
        codes.iter().map(|code| audit.grade(code.as_str())).collect::<Vec<_>>().join(" / ")
    };
    let own = audit.agencies.iter().map(|agency| of.and_then(|of| of.get(agency)).map_or_else(dash, words));
    let agreed = case.said.agreed.get(item);
    let grade =
        agreed.and_then(|one| one.grade.as_ref()).map_or_else(dash, |code| audit.grade(code.as_str()));
    let why = agreed.map(|one| {
        let dissent = one.dissent.iter().map(|other| format!("{}: {}", other.agency, other.text));
        std::iter::once(one.reason.clone())
            .filter(|why| !why.is_empty())
            .chain(dissent)
            .collect::<Vec<_>>()
            .join(" \u{2013} ")
    });
    let cells = [case.number.to_string(), audit.called(item)].into_iter().chain(own);
    cells.chain([grade, why.unwrap_or_default()]).map(Cell::text).collect()
}

fn dash() -> String {
    "\u{2013}".to_owned()
}

/// What was planned, beside what was done.
pub fn done(account: &Account<'_>) -> Table {
    let audit = account.audit;
    let plan = &audit.plan;
    let closed = account.cases.iter().filter(|one| one.closed.is_some()).count();
    let back: BTreeSet<&str> = account.notes.iter().map(|one| one.agency.as_str()).collect();
    let number = |count: u32| if count == 0 { dash() } else { count.to_string() };
    let date = |on: Option<chrono::NaiveDate>| on.map_or_else(dash, day);
    let agencies = audit.agencies.len().to_string();
    let rows = [
        ["Cases closed".to_owned(), number(plan.cases), format!("{closed} of {} added", account.cases.len())],
        ["Forms of agencies".to_owned(), agencies.clone(), back.len().to_string()],
        ["Meetings of the agencies".to_owned(), number(plan.sittings), format!("{} held", audit.held())],
        ["Agencies that fed back".to_owned(), agencies, account.fed_back.len().to_string()],
        ["Finished".to_owned(), date(plan.due), audit.done_on.map_or_else(|| "not yet".to_owned(), day)],
    ];
    let columns = [("What", ColumnKind::Text), ("Planned", ColumnKind::Short), ("Done", ColumnKind::Short)];
    let rows = rows.map(|row| row.map(Cell::text).to_vec()).to_vec();
    table("Planned and done", &format!("As at {}", account.as_at), &columns, rows)
}

/// Which agency came to how many of the meetings that were held, and why it did not.
pub fn attendance(account: &Account<'_>) -> Table {
    let held: Vec<_> = account.audit.sittings.iter().filter(|one| one.held).collect();
    let row = |agency: &String| {
        let at = |presence: Presence| {
            let of = held
                .iter()
                .filter_map(|one| one.attendance.iter().find(|it| it.agency == *agency).map(|it| (one, it)));
            of.filter(|(_, it)| it.presence == presence).collect::<Vec<_>>()
        };
        let missed = at(Presence::Absent);
        let why = missed.iter().map(|(one, it)| {
            let on = one.on.map(day).unwrap_or_default();
            format!("{on}: {}", it.note)
        });
        let why = why.collect::<Vec<_>>().join("; ");
        [
            agency.clone(),
            format!("{} of {}", at(Presence::Present).len(), held.len()),
            missed.len().to_string(),
            why,
        ]
        .map(Cell::text)
        .to_vec()
    };
    let columns = [
        ("Agency", ColumnKind::Text),
        ("Came", ColumnKind::Short),
        ("Missed", ColumnKind::Short),
        ("Why not", ColumnKind::Text),
    ];
    let caption = format!("{} held", counted(held.len(), "meeting"));
    table("Attendance by agency", &caption, &columns, account.audit.agencies.iter().map(row).collect())
}

/// The earlier audit beside this one, area by area: in how many cases the level to reach was agreed.
pub fn beside(account: &Account<'_>) -> Option<Table> {
    let (earlier, before) = account.earlier?;
    let now = account.audit;
    let row = |item: &Item| {
        let same = earlier_item(earlier, now, item);
        let then =
            same.map_or_else(|| "no earlier figure".to_owned(), |item| reached(earlier, before, &item));
        [now.called(item), then, reached(now, account.cases, item)].map(Cell::text).to_vec()
    };
    let items = now.items().into_iter().filter(|item| *item != Item::voice());
    let target = now.scale.iter().find(|level| level.target).map(|level| level.label.clone());
    let best = target.map_or_else(|| "the level to reach".to_owned(), |label| format!("{label} or better"));
    let columns = [
        ("Area", ColumnKind::Text),
        (earlier.title.as_str(), ColumnKind::Short),
        (now.title.as_str(), ColumnKind::Short),
    ];
    let caption = format!("Cases in which {best} was agreed, of those graded");
    let mut table =
        table("Beside the earlier audit", &caption, &columns, items.map(|item| row(&item)).collect());
    table.notes.push(
        "Other cases, and few of them: a difference is a reason to ask, and no proof that practice has changed.".to_owned(),
    );
    Some(table)
}

/// The item of the earlier audit that is the same: by its id, else by its name.
fn earlier_item(earlier: &CaseAudit, now: &CaseAudit, item: &Item) -> Option<Item> {
    let name = folded(&now.called(item));
    let items = earlier.items();
    let by_id = items.iter().find(|one| *one == item && folded(&earlier.called(one)) == name);
    by_id.or_else(|| items.iter().find(|one| folded(&earlier.called(one)) == name)).cloned()
}

fn reached(audit: &CaseAudit, cases: &[AuditedCase], item: &Item) -> String {
    let grades = cases.iter().filter_map(|case| case.said.agreed.get(item)?.grade.clone());
    let judged: Vec<_> =
        grades.filter_map(|code| audit.level(code.as_str())).filter(|level| level.meaning.judged()).collect();
    match judged.len() {
        0 => "none graded".to_owned(),
        all => format!("{} of {all}", judged.iter().filter(|level| level.meaning.reached()).count()),
    }
}

/// Numbers in a line, for captions.
pub(super) fn numbers(cases: &[AuditedCase]) -> String {
    cases.iter().map(|one| &one.number).map(CaseNumber::as_str).collect::<Vec<_>>().join(", ")
}
