//! T16 and T17: what panels found, by type and theme, and their ratings beside the settings' own.
//!
//! Pure. Refuses to know: what was said there, and by whom.

use std::collections::{BTreeMap, BTreeSet};

use super::behind::Behind;
use super::grid::Grid;
use super::judged::{Caption, caption_of, caption_of_round, day};
use super::table::{Cell, Column, ColumnKind, Table};
use crate::panel::finding::FindingKind;
use crate::panel::session::PanelSessionId;
use crate::submission::SubmissionId;
use crate::template::{Meaning, Template};
use crate::text::folded;

/// A finding, as figures count it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub kind: FindingKind,
    /// The agency that speaks, in words.
    pub agency: String,
    /// The return that it is about.
    pub of: SubmissionId,
    /// Its themes, in words.
    pub themes: Vec<String>,
    /// The session at which it was found, where that is known.
    pub sat: Option<Sat>,
    /// The ratings, where the panel gave one.
    pub beside: Option<Beside>,
}

/// A session, as figures count it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sat {
    /// Which.
    pub session: PanelSessionId,
    /// The agencies that were there, in words.
    pub agencies: Vec<String>,
}

/// A panel's rating beside a setting's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// The return.
    pub of: SubmissionId,
    /// The question, by number and text.
    pub question: (String, String),
    /// The setting's rating: its words and what they mean.
    pub own: (String, Meaning),
    /// The panel's.
    pub panel: (String, Meaning),
    /// Why.
    pub reason: String,
    /// Whether the setting agreed.
    pub agreed: Agreed,
}

/// Whether a setting agreed to a panel's rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreed {
    /// It did.
    Yes,
    /// It did not.
    No,
}

/// T16: each question that a panel rated, the two ratings beside each other.
pub fn ratings(grid: &Grid, template: &Template, caption: &Caption, all: &[Beside]) -> Table {
    let mut beside: Vec<&Beside> = all.iter().collect();
    let places: Vec<&str> = template.questions().map(|question| question.number.as_str()).collect();
    beside.sort_by_key(|one| places.iter().position(|number| *number == one.question.0));
    let counted = |how: &str| beside.iter().filter(|one| moved(one) == how).count();
    let notes = vec![
        format!(
            "{} by panels: {} as the setting\u{2019}s own, {} higher, {} lower. Too few to average: each stands for itself.",
            if beside.len() == 1 { "1 rating".to_owned() } else { format!("{} ratings", beside.len()) },
            counted("Same"),
            counted("Higher"),
            counted("Lower")
        ),
        "A panel\u{2019}s rating counts in figures only where the setting agreed; its own stays beside it."
            .to_owned(),
    ];
    let row = |one: &&Beside| {
        let agreed = match one.agreed {
            Agreed::Yes => "Agreed",
            Agreed::No => "Not agreed",
        };
        let (number, text) = &one.question;
        let words = [number.as_str(), text, &one.own.0, &one.panel.0, moved(one), agreed, &one.reason];
        let mut cells = words.map(Cell::text).to_vec();
        // The ratings open the return in which the setting gave its own.
        for place in [2, 3] {
            cells[place].behind = Some(Behind::counted([one.of]));
        }
        cells
    };
    let short = |label: &str| Column::new(label, ColumnKind::Short);
    let columns = vec![
        short("No."),
        Column::new("Question", ColumnKind::Text),
        short("Own rating"),
        short("Panel"),
        short("Panel is"),
        short("Setting"),
        Column::new("Reason", ColumnKind::Text),
    ];
    Table {
        title: "Own rating and panel".to_owned(),
        caption: caption_of(grid, template, caption),
        as_at: day(caption.as_at),
        columns,
        rows: beside.iter().map(row).collect(),
        notes,
    }
}

/// What stands in place of a theme in the row of a whole type.
const ALL_THEMES: &str = "All themes";
/// What is said of findings that have no theme.
const NO_THEME: &str = "No theme";

/// T17: how many findings of each type and theme, about how many settings, at how many sessions, and who was there.
pub fn findings(template: &Template, caption: &Caption, found: &[Found]) -> Table {
    let mut rows = Vec::new();
    for kind in FindingKind::ALL {
        let of: Vec<&Found> = found.iter().filter(|one| one.kind == kind).collect();
        rows.push(row(kind, ALL_THEMES, &of));
        rows.extend(by_theme(&of).into_iter().map(|(theme, of)| row(kind, &theme, &of)));
    }
    let count = |label: &str| Column::new(label, ColumnKind::Count);
    Table {
        title: "Findings by type and theme".to_owned(),
        caption: caption_of_round(template, caption),
        as_at: day(caption.as_at),
        columns: vec![
            Column::new("Type", ColumnKind::Text),
            Column::new("Theme", ColumnKind::Text),
            count("Findings"),
            count("Settings"),
            count("Sessions"),
            Column::new("Agencies present", ColumnKind::Text),
        ],
        rows,
        notes: vec![
            "Findings speak of the settings that a panel met, not of all.".to_owned(),
            "A finding of several themes stands in the row of each, and once among all themes.".to_owned(),
            "Agencies present: those for which somebody without a conflict of interest came to these sessions. Of a finding that was recorded without a session, the agency that spoke.".to_owned(),
        ],
    }
}

/// The same by type alone.
pub fn types(table: Table) -> Table {
    let mut table = Table { title: "Findings by type".to_owned(), ..table };
    table.rows.retain(|row| row[1].text == ALL_THEMES);
    table.notes.retain(|note| !note.contains("themes"));
    table.without(&["Theme"])
}

/// The same without the rows of whole types; none where no finding has a theme.
pub fn themes(table: Table) -> Option<Table> {
    let mut table = table;
    table.rows.retain(|row| row[1].text != ALL_THEMES);
    let any = table.rows.iter().any(|row| row[1].text != NO_THEME);
    any.then_some(table)
}

/// Findings by theme, whichever way it is written: the most first, those without one last.
fn by_theme<'f>(found: &[&'f Found]) -> Vec<(String, Vec<&'f Found>)> {
    let mut themes: BTreeMap<String, (String, Vec<&Found>)> = BTreeMap::new();
    for one in found {
        let mut of: BTreeMap<String, &str> = BTreeMap::new();
        for theme in one.themes.iter().filter(|theme| !folded(theme).is_empty()) {
            of.entry(folded(theme)).or_insert(theme);
        }
        if of.is_empty() {
            of.insert(String::new(), NO_THEME);
        }
        for (key, name) in of {
            themes.entry(key).or_insert_with(|| (name.to_owned(), Vec::new())).1.push(one);
        }
    }
    let mut themes: Vec<(String, (String, Vec<&Found>))> = themes.into_iter().collect();
    themes.sort_by_key(|(key, (_, of))| (key.is_empty(), std::cmp::Reverse(of.len())));
    themes.into_iter().map(|(_, named)| named).collect()
}

fn row(kind: FindingKind, theme: &str, of: &[&Found]) -> Vec<Cell> {
    let settings: BTreeSet<SubmissionId> = of.iter().map(|one| one.of).collect();
    let met: BTreeMap<PanelSessionId, SubmissionId> =
        of.iter().filter_map(|one| Some((one.sat.as_ref()?.session, one.of))).collect();
    let there = |one: &&Found| match &one.sat {
        Some(sat) => sat.agencies.clone(),
        None => vec![one.agency.clone()],
    };
    let agencies: BTreeSet<String> = of.iter().flat_map(there).filter(|it| !it.is_empty()).collect();
    let count = |of: Vec<SubmissionId>| {
        Cell::count(u32::try_from(of.len()).unwrap_or(u32::MAX)).of(Behind::counted(of))
    };
    vec![
        Cell::text(kind.label()),
        Cell::text(theme),
        count(of.iter().map(|one| one.of).collect()),
        count(settings.into_iter().collect()),
        count(met.into_values().collect()),
        Cell::text(agencies.into_iter().collect::<Vec<_>>().join(", ")),
    ]
}

fn moved(one: &Beside) -> &'static str {
    match super::between::place(one.panel.1).zip(super::between::place(one.own.1)) {
        None => "Not comparable",
        Some((panel, own)) => match panel.cmp(&own) {
            std::cmp::Ordering::Less => "Lower",
            std::cmp::Ordering::Equal => "Same",
            std::cmp::Ordering::Greater => "Higher",
        },
    }
}

#[cfg(test)]
mod tests {
    use super::super::naive_tests::{caption, random_grid, template};
    use super::*;
    use rand::SeedableRng as _;

    fn found(kind: FindingKind, of: u128, agency: &str, ratings: Option<(&str, Meaning, Meaning)>) -> Found {
        let of = SubmissionId(uuid::Uuid::from_u128(of));
        let beside = ratings.map(|(number, own, panel)| Beside {
            of,
            question: (number.to_owned(), String::new()),
            own: ("own".to_owned(), own),
            panel: ("panel".to_owned(), panel),
            reason: "Minutes show it.".to_owned(),
            agreed: Agreed::Yes,
        });
        Found { kind, agency: agency.to_owned(), of, themes: Vec::new(), sat: None, beside }
    }

    #[test]
    fn ratings_stand_beside_each_other_and_findings_are_counted_by_type() {
        use FindingKind::{Challenge, GoodPractice, Theme};
        let all = [
            found(Challenge, 1, "Police", Some(("q1.1", Meaning::Met, Meaning::Partly))),
            found(Challenge, 1, "Health", Some(("q0.2", Meaning::Partly, Meaning::Partly))),
            found(GoodPractice, 2, "", Some(("q0.1", Meaning::NotApplicable, Meaning::Met))),
            found(Challenge, 2, "Police", Some(("q2.1", Meaning::NotMet, Meaning::Met))),
            found(Theme, 2, "Health", None),
        ];
        let grid = random_grid(&mut rand_chacha::ChaCha8Rng::seed_from_u64(1), 3);
        let beside: Vec<Beside> = all.iter().filter_map(|one| one.beside.clone()).collect();
        let table = ratings(&grid, &template(), &caption(), &beside);
        let moved: Vec<(&str, &str)> =
            table.rows.iter().map(|row| (row[0].text.as_str(), row[4].text.as_str())).collect();
        assert_eq!(
            moved,
            [("q0.1", "Not comparable"), ("q0.2", "Same"), ("q1.1", "Lower"), ("q2.1", "Higher")]
        );
        assert!(table.notes[0].starts_with("4 ratings by panels: 1 as the"), "{}", table.notes[0]);
        let table = findings(&template(), &caption(), &all);
        let of = |name: &str| {
            let row = table.rows.iter().find(|row| row[0].text == name).expect("a row");
            (row[2].count, row[3].count, row[5].text.clone())
        };
        assert_eq!(of("Challenge"), (Some(3), Some(2), "Health, Police".into()));
        assert_eq!(of("Support request"), (Some(0), Some(0), "".into()));
        assert_eq!(themes(table.clone()), None, "no finding has a theme");
        assert_eq!((types(table.clone()).rows.len(), types(table).columns.len()), (5, 5));
    }

    #[test]
    fn a_theme_has_its_findings_its_sessions_and_who_was_there() {
        use FindingKind::AreaForDevelopment as Area;
        let sat = |session: u128, agencies: &[&str]| {
            let session = PanelSessionId(uuid::Uuid::from_u128(session));
            Some(Sat { session, agencies: agencies.iter().map(|one| (*one).to_owned()).collect() })
        };
        let about = |of: u128, themes: &[&str], sat: Option<Sat>| {
            let themes = themes.iter().map(|one| (*one).to_owned()).collect();
            Found { themes, sat, ..found(Area, of, "Education", None) }
        };
        let all = [
            about(1, &["Online safety", "online  safety"], sat(1, &["Health", "Police"])),
            about(1, &["Records", "ONLINE SAFETY"], sat(1, &["Health", "Police"])),
            about(2, &["Online safety"], sat(2, &["Police"])),
            about(3, &[], None),
        ];
        let table = findings(&template(), &caption(), &all);
        let told: Vec<Vec<&str>> = table
            .rows
            .iter()
            .filter(|row| row[0].text == "Area for development")
            .map(|row| row[1..].iter().map(|cell| cell.text.as_str()).collect())
            .collect();
        assert_eq!(
            told,
            [
                ["All themes", "4", "3", "2", "Education, Health, Police"],
                ["Online safety", "3", "2", "2", "Health, Police"],
                ["Records", "1", "1", "1", "Health, Police"],
                ["No theme", "1", "1", "0", "Education"],
            ]
        );
        assert_eq!(themes(table).expect("themes").rows.len(), 3);
    }
}
