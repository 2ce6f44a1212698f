//! How it was done: the tool, the dates, who was asked, who signs, the limits; the definitions; and the recipe.
//!
//! Refuses to know: any figure of results.

use std::collections::BTreeMap;

use super::ground::Ground;
use crate::analysis::judged::day;
use crate::analysis::questions::listed;
use crate::analysis::table::{Cell, Column, ColumnKind, Table};
use crate::publication::Returned;
use crate::report::document::{Block, Pair, Section};
use crate::submission::SubmissionId;
use crate::template::Status;
use crate::text::counted;

/// What must be known to read any of it.
pub(super) const SELF: &str = "Self-assessed: each setting\u{2019}s own judgement of itself.";

/// How it was done.
pub(super) fn method(section: Section, ground: &Ground<'_>) -> Section {
    let template = ground.template;
    let looked = match template.status {
        Status::Reviewed => "reviewed".to_owned(),
        Status::Draft | Status::Preview | Status::Unreviewed if template.status_note.is_empty() => {
            template.status.name().to_owned()
        }
        Status::Draft | Status::Preview | Status::Unreviewed => {
            format!("{}; {}", template.status.name(), template.status_note)
        }
    };
    let due = ground.due.map_or_else(|| "no date set".to_owned(), day);
    let asked = counted(ground.recipe.expected, ground.people);
    let (scored, left_out) = (listed(ground.grid, template).count(), ground.left_out());
    let scored = match left_out {
        0 => scored.to_string(),
        some => format!("{scored}, of which {some} left out: too few settings judged them"),
    };
    let pairs = vec![
        Pair::new(
            "Audit tool",
            format!("{}, version {}, {}", template.title, template.version, template.edition),
        ),
        Pair::new("How far it was looked at", looked),
        Pair::new("Questions that count in figures", scored),
        Pair::new("Who was asked", asked),
        Pair::new("Began", day(ground.first)),
        Pair::new("Returns due", due),
        Pair::new("Who signs", if ground.signs.is_empty() { "as the audit tool says" } else { ground.signs }),
    ];
    let limits = [
        "These are self-assessments. A return was checked for being whole and readable, not for being right; where a panel looked, its rating stands beside the setting\u{2019}s own.".to_owned(),
        "Only accepted returns count. One that was received and not yet accepted, sent back, replaced or withdrawn is in no figure.".to_owned(),
        "\u{201c}% met\u{201d} is the ratings that mean met or exceeds, out of all ratings that are a judgement. Not applicable, blank and not asked are three different things and in no base.".to_owned(),
        "An answer carried over from an earlier round counts as blank until somebody confirms it.".to_owned(),
        "Codes are never averaged and settings are never ranked. Where ranges overlap, no order is said.".to_owned(),
        "Percentages have one place of decimals; a base under 50 stands beside its share. A change is in percentage points, and only between questions whose meaning and scale are the same.".to_owned(),
        format!("In anything shared, a figure that speaks of fewer than {} settings is hidden, and whatever it could be worked out from; a question that so few judged is in no figure at all. Where every setting of a larger group says the same, the figure is shown as it is: then it tells what each of them said.", ground.recipe.threshold),
    ];
    section.with(Block::Pairs(pairs)).subheading("Limits").with(Block::List(limits.into()))
}

/// The appendices: definitions, and the full tables.
pub(super) fn appendices(section: Section, ground: &Ground<'_>) -> Section {
    let section = super::chapters::texted(section.table(definitions(ground)), ground, "sample");
    super::every_question::full_tables(section, ground)
}

/// What each level means.
pub(super) fn definitions(ground: &Ground<'_>) -> Table {
    let used = |id: &crate::template::ScaleId| {
        ground.template.questions().any(|question| question.scale.as_ref() == Some(id))
    };
    let mut rows = Vec::new();
    for scale in ground.template.scales.iter().filter(|scale| used(&scale.id)) {
        for level in &scale.levels {
            rows.push(vec![
                Cell::text(&level.label),
                Cell::text(&level.definition),
                Cell::text(counted_as(level.meaning)),
            ]);
        }
    }
    rows.dedup();
    Table {
        title: "What the levels mean".to_owned(),
        caption: "As the audit tool defines them; the last column says how they are counted.".to_owned(),
        as_at: ground.as_at(),
        columns: vec![
            Column::new("Level", ColumnKind::Short),
            Column::new("Definition", ColumnKind::Text),
            Column::new("Counted as", ColumnKind::Short),
        ],
        rows,
        notes: Vec::new(),
    }
}

fn counted_as(meaning: crate::template::Meaning) -> &'static str {
    use crate::template::Meaning;
    match meaning {
        Meaning::Exceeds => "exceeds",
        Meaning::Met => "met",
        Meaning::Mostly => "mostly met",
        Meaning::Partly => "partly met",
        Meaning::NotMet => "not met",
        Meaning::NotApplicable => "not applicable, in no base",
        Meaning::None => "no judgement, in no base",
    }
}

/// From what the figures were made, so that the same can be made again.
pub(super) fn recipe(ground: &Ground<'_>) -> Section {
    ground.printed().section()
}

/// The same with every return behind the figures, for officers alone.
pub(super) fn whole_recipe(ground: &Ground<'_>) -> Section {
    let section = recipe(ground).on_new_page();
    if ground.is_shared() || ground.recipe.returns.is_empty() {
        section
    } else {
        section.table(files(ground))
    }
}

/// The returns behind the figures, each with the file that it came in: for officers alone.
fn files(ground: &Ground<'_>) -> Table {
    let who: BTreeMap<SubmissionId, &str> =
        ground.grid.rows.iter().map(|row| (row.submission, row.who.name.as_str())).collect();
    let row = |one: &Returned| {
        let came = ground.files.get(&one.submission).filter(|came| came.code() == one.file);
        vec![
            Cell::text(who.get(&one.submission).copied().unwrap_or_default()),
            Cell::count(one.revision),
            Cell::text(came.map_or("no file", |came| came.name.as_str())),
            Cell::text(&one.file),
        ]
    };
    let mut rows: Vec<Vec<Cell>> = ground.recipe.returns.iter().map(row).collect();
    rows.sort_by(|one, other| one[0].text.to_lowercase().cmp(&other[0].text.to_lowercase()));
    Table {
        title: "Returns behind these figures".to_owned(),
        caption: "Each accepted return, its revision, the file that it came in and the beginning of that file\u{2019}s digest.".to_owned(),
        as_at: ground.as_at(),
        columns: vec![
            Column::new("School or organisation", ColumnKind::Text),
            Column::new("Revision", ColumnKind::Count),
            Column::new("File", ColumnKind::Text),
            Column::new("Digest", ColumnKind::Short),
        ],
        rows,
        notes: Vec::new(),
    }
}
