//! The paper of a sample: whom panels meet and how they were drawn, so that anybody can draw them again.
//!
//! Refuses to know: the file, and what panels found.

use super::document::{Block, Document, Pair, Section};
use crate::analysis::Table;
use crate::analysis::table::{Cell, Column, ColumnKind};
use crate::panel::sample::{Base, Bearing, Chosen, Criterion, Drawing, Rounding, Rules, Seat, Size};

/// What the paper is composed of.
pub struct SamplePaper<'a> {
    /// What the sample is called.
    pub name: String,
    /// Whose it is.
    pub about: Vec<String>,
    /// The day of the frame in words.
    pub on: String,
    /// How many were on the register that day.
    pub register: usize,
    /// Who drew it and when.
    pub drawn: String,
    /// The seed.
    pub seed: u64,
    /// The rules.
    pub rules: &'a Rules,
    /// The draw.
    pub drawing: &'a Drawing,
    /// Who is to be met.
    pub chosen: &'a [Chosen],
    /// T15.
    pub balance: Table,
    /// Picks by risk: setting, kind of reason, reason.
    pub picks: Vec<[String; 3]>,
    /// The names of settings that rules name.
    pub named: &'a dyn Fn(crate::setting::SettingId) -> String,
    /// The code of the head of the log.
    pub code: String,
}

/// Composes it.
pub fn compose(paper: &SamplePaper<'_>) -> Document {
    let mut sections = vec![met(paper), method(paper), balance(paper)];
    if !paper.drawing.left_out.is_empty() {
        sections.push(left_out(paper));
    }
    if !paper.picks.is_empty() {
        sections.push(picked(paper));
    }
    Document {
        title: paper.name.clone(),
        about: paper.about.clone(),
        marking: "Restricted".to_owned(),
        author: "Attest".to_owned(),
        code: paper.code.clone(),
        sections,
        ..Document::default()
    }
}

fn met(paper: &SamplePaper<'_>) -> Section {
    let row = |one: &Chosen| {
        let stands = match &one.seat {
            Seat::Drawn => "Drawn".to_owned(),
            Seat::Reserve(of) => format!("Reserve, in the place of {of}"),
            Seat::Declined(reason, Some(by)) => {
                format!("Not met: {}. {by} took its place", reason.trim_end_matches('.'))
            }
            Seat::Declined(reason, None) => {
                format!("Not met: {}. No reserve was left", reason.trim_end_matches('.'))
            }
        };
        [one.stratum.clone(), one.place.to_string(), one.name.clone(), stands].map(Cell::text).to_vec()
    };
    let columns = [
        ("Group", ColumnKind::Text),
        ("Order", ColumnKind::Short),
        ("Setting", ColumnKind::Text),
        ("Stands", ColumnKind::Text),
    ];
    let rows = paper.chosen.iter().map(row).collect();
    Section::new("Sample").heading("Whom panels meet").table(table("The sample", &columns, rows, paper))
}

fn table(
    title: &str,
    columns: &[(&str, ColumnKind)],
    rows: Vec<Vec<Cell>>,
    paper: &SamplePaper<'_>,
) -> Table {
    Table {
        title: title.to_owned(),
        caption: format!("Drawn from the register of {}", paper.on),
        as_at: paper.on.clone(),
        columns: columns.iter().map(|(label, kind)| Column::new(*label, *kind)).collect(),
        rows,
        notes: Vec::new(),
    }
}

fn method(paper: &SamplePaper<'_>) -> Section {
    let rules = paper.rules;
    let by: Vec<String> = rules.strata.iter().map(crate::panel::sample::Trait::words).collect();
    let mut pairs = vec![
        Pair::new("Frame", format!("{} on the register on {}", paper.register, paper.on)),
        Pair::new(
            "Speaks for",
            match rules.base {
                Base::Register => "All who are asked to return",
                Base::Returned => "Those whose return was accepted by then",
            },
        ),
        Pair::new("Could be drawn", paper.drawing.population().to_string()),
        Pair::new("Size", size(rules)),
        Pair::new("Groups by", if by.is_empty() { "None".to_owned() } else { by.join(", ") }),
        Pair::new("At least of each group", rules.minimum.to_string()),
    ];
    if rules.merge_below > 1 {
        pairs.push(Pair::new("Groups drawn as one", format!("those smaller than {}", rules.merge_below)));
    }
    if let Some(years) = rules.cycle {
        pairs.push(Pair::new("Cycle", format!("every setting is met within {years} years")));
    }
    pairs.push(Pair::new("Seed", paper.seed.to_string()));
    pairs.push(Pair::new("Drawn by", paper.drawn.clone()));
    let mut section = Section::new("Method").heading("How they were drawn").with(Block::Pairs(pairs));
    let rules: Vec<String> = rules.rules.iter().map(|rule| said(rule, paper)).collect();
    if !rules.is_empty() {
        section = section.subheading("Who could be drawn").with(Block::List(rules));
    }
    section = section.text(
        "Each setting of the frame, in the order of its id, gets one 64-bit number of ChaCha8, whose key is the \
         seed in eight bytes, the lowest first, and zeros. Each group is sorted by that number: the first are the \
         sample, those after them its reserves in that order. A group gets the whole part of its share, at least \
         the minimum; places that are left go to the largest remainders.",
    );
    if !paper.drawing.remarks.is_empty() {
        section = section.with(Block::List(paper.drawing.remarks.clone()));
    }
    section
}

fn said(rule: &crate::panel::sample::Rule, paper: &SamplePaper<'_>) -> String {
    let of = match &rule.of {
        Criterion::Is(by, value) => format!("{}: {value}", by.words()),
        Criterion::MetWithin(years) => format!("met by a panel within {years} years"),
        Criterion::OpenedSince(day) => format!("opened since {}", crate::analysis::judged::day(*day)),
        Criterion::Named(settings) => {
            settings.iter().map(|one| (paper.named)(*one)).collect::<Vec<_>>().join(", ")
        }
    };
    let bearing = match rule.bearing {
        Bearing::TakesIn => "Only",
        Bearing::LeavesOut => "Not",
    };
    format!("{bearing} {of} ({})", rule.reason)
}

fn size(rules: &Rules) -> String {
    let rounded = match rules.rounding {
        Rounding::Up => "rounded up",
        Rounding::Nearest => "rounded to the nearest",
    };
    match rules.size {
        Size::Number(number) => number.to_string(),
        Size::Share(share) => {
            let text = format!("{}.{:02}", share / 100, share % 100);
            format!("{} %, {rounded}", text.trim_end_matches('0').trim_end_matches('.'))
        }
    }
}

fn balance(paper: &SamplePaper<'_>) -> Section {
    Section::new("Balance").heading("Sample and population").table(paper.balance.clone())
}

fn left_out(paper: &SamplePaper<'_>) -> Section {
    let mut left_out: Vec<_> = paper.drawing.left_out.iter().collect();
    left_out.sort_by_cached_key(|one| (one.reason.to_lowercase(), one.name.to_lowercase()));
    let rows = left_out.into_iter();
    let rows = rows.map(|one| vec![Cell::text(&one.name), Cell::text(&one.reason)]).collect();
    let columns = [("Setting", ColumnKind::Text), ("Why", ColumnKind::Text)];
    Section::new("Left out").heading("Who could not be drawn").table(table("Left out", &columns, rows, paper))
}

fn picked(paper: &SamplePaper<'_>) -> Section {
    let rows = paper.picks.iter().map(|pick| pick.each_ref().map(Cell::text).to_vec()).collect();
    let columns =
        [("Setting", ColumnKind::Text), ("Picked for", ColumnKind::Short), ("Reason", ColumnKind::Text)];
    Section::new("Picked").heading("Picked for what is known of them").text(
        "These settings were not drawn. What is found with them speaks for them alone, and is in no figure that \
         speaks for all.",
    )
    .table(table("Picks", &columns, rows, paper))
}
