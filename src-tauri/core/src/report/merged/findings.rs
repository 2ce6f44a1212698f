//! What was found, and the returns, each with whose it is.

use super::{For, MergedPaper, short, text};
use crate::analysis::table::{Cell, Column, ColumnKind};
use crate::analysis::tally::Mark;
use crate::analysis::themes::without_names;
use crate::analysis::{Table, Tally};
use crate::pack::joined::Link;
use crate::pack::merged::Origin;
use crate::pack::{PackFinding, PackReturn};
use crate::panel::FindingKind;
use crate::report::document::Section;

/// The findings, a table a kind; none where there are none.
pub(super) fn found(paper: &MergedPaper<'_>) -> Option<Section> {
    let all = paper.merged.findings();
    if all.is_empty() {
        return None;
    }
    let mut section = Section::new("Findings").on_new_page().heading("What was found");
    for kind in FindingKind::ALL {
        let rows: Vec<Vec<Cell>> =
            all.iter().filter(|(_, found, _)| found.kind == kind).map(|one| row(paper, one)).collect();
        if !rows.is_empty() {
            section = section.table(table(paper, kind, rows));
        }
    }
    let withheld: u32 = paper.merged.rounds.iter().map(|round| round.withheld).sum();
    if withheld > 0 {
        section = section.text(format!(
            "{withheld} more were held back by their partnerships, because their words may tell whose they are."
        ));
    }
    Some(section)
}

fn table(paper: &MergedPaper<'_>, kind: FindingKind, rows: Vec<Vec<Cell>>) -> Table {
    let columns = vec![text("Partnership"), text("Organisation"), short("About"), text("What was found")];
    let notes = match paper.readers {
        For::Officers => Vec::new(),
        For::Others => vec![
            "An organisation is named only with good practice, and only where it has allowed that."
                .to_owned(),
        ],
    };
    paper.table(kind.label(), columns, rows, notes)
}

fn row(
    paper: &MergedPaper<'_>,
    (place, found, of): &(usize, &PackFinding, Option<&PackReturn>),
) -> Vec<Cell> {
    let round = paper.merged.rounds[*place];
    let named = match paper.readers {
        For::Officers => true,
        For::Others => found.may_name && found.kind == FindingKind::GoodPractice,
    };
    let whose = of.filter(|_| named).map_or("", |one| one.name.as_str());
    let whose = if whose.is_empty() { "Not named" } else { whose };
    let said = match of {
        Some(one) if !named => without_names(&found.text, &[&one.name]),
        Some(_) | None => found.text.clone(),
    };
    vec![
        Cell::text(&round.partnership),
        Cell::text(whose),
        Cell::text(about(paper, *place, found)),
        Cell::text(said),
    ]
}

/// The question or standard that a finding is about, as its own tool numbers it.
fn about(paper: &MergedPaper<'_>, place: usize, found: &PackFinding) -> String {
    let tool = &paper.merged.joined.tools[place];
    let question = found.question.as_ref().and_then(|id| tool.question(id));
    let standard = found.standard.as_ref().and_then(|id| tool.standard(id));
    let number = question.map(|one| one.number.clone()).or_else(|| standard.map(|one| one.number.clone()));
    number.unwrap_or_else(|| "The whole".to_owned())
}

/// Every return that is told apart, with all partnerships that count it.
pub(super) fn returns(paper: &MergedPaper<'_>) -> Option<Section> {
    let returns = paper.merged.returns();
    let heads = paper.heads();
    let row = |origin: &Origin<'_>| {
        let tally = tally(paper, origin);
        let whose: Vec<&str> = origin.rounds.iter().map(|place| heads[*place].as_str()).collect();
        vec![
            Cell::text(&origin.one.name),
            Cell::text(whose.join("; ")),
            Cell::share(tally.at_least_met(), tally.base()),
            Cell::count(u32::try_from(origin.one.agreed.len()).unwrap_or(u32::MAX)),
            Cell::text(origin.one.also.join("; ")),
        ]
    };
    let rows: Vec<Vec<Cell>> = returns.iter().map(row).collect();
    let columns = vec![
        text("Organisation"),
        text("Counted in"),
        Column::new("% met", ColumnKind::Share),
        Column::new("Ratings changed by reviewers", ColumnKind::Count),
        text("Also returns to"),
    ];
    let notes = vec!["In the order of names: this is no ranking.".to_owned()];
    let table = paper.table("Returns in this report", columns, rows, notes);
    (!table.rows.is_empty())
        .then(|| Section::new("Returns").on_new_page().heading("Returns and whose they are").table(table))
}

/// The ratings of one return that are joined.
fn tally(paper: &MergedPaper<'_>, origin: &Origin<'_>) -> Tally {
    let links = origin.rounds.first().map(|place| &paper.merged.joined.links[*place]);
    let marks = links.into_iter().flat_map(|links| links.values()).map(|link| match link {
        Link::With(own, levels) => {
            let level = origin.one.agreed.get(own).or_else(|| origin.one.ratings.get(own));
            level.and_then(|level| levels.get(level)).map_or(Mark::NotAsked, |meaning| Mark::Level(*meaning))
        }
        Link::Not(_) => Mark::NotAsked,
    });
    Tally::of(marks)
}
