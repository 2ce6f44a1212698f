//! T13: the register of good practice that panels found, with whether the setting may be named.
//!
//! Pure. To others only what a setting gave permission for. Refuses to know: how permission was asked.

use super::behind::Behind;
use super::judged::{Caption, caption_of_round, day};
use super::sharing::Shown;
use super::table::{Cell, Column, ColumnKind, Table};
use crate::panel::further::Permission;
use crate::submission::SubmissionId;
use crate::template::Template;

/// Good practice as a panel found it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Practice {
    /// What they do.
    pub text: String,
    /// The standard, by number and title; empty where it is of none.
    pub standard: String,
    /// The setting.
    pub setting: String,
    /// Its return.
    pub of: SubmissionId,
    /// Whether it may be named.
    pub permission: Permission,
    /// Who said so.
    pub by: String,
}

/// What is said where practice is of no standard.
const WHOLE: &str = "The whole return";

/// T13, in the order of standards.
pub fn register(template: &Template, caption: &Caption, all: &[Practice], shown: Shown<'_>) -> Table {
    let given = |one: &&Practice| one.permission == Permission::Given;
    let mut practices: Vec<&Practice> = match shown {
        Shown::ToOfficers => all.iter().collect(),
        Shown::ToOthers(_) => all.iter().filter(given).collect(),
    };
    let standards: Vec<String> =
        template.standards.iter().map(|one| format!("{} {}", one.number, one.title)).collect();
    practices.sort_by_key(|one| {
        standards.iter().position(|standard| *standard == one.standard).unwrap_or(usize::MAX)
    });
    let mut notes = vec![
        "From what panels recorded as good practice; it speaks of the settings that a panel met, not of all."
            .to_owned(),
    ];
    notes.push(match shown {
        Shown::ToOfficers => "A setting is named to others only where it gave permission.".to_owned(),
        Shown::ToOthers(_) => "Only practice that a setting gave permission to be named with.".to_owned(),
    });
    let text = |label: &str| Column::new(label, ColumnKind::Text);
    let mut columns = vec![text("Practice"), text("Standard"), text("Setting")];
    if matches!(shown, Shown::ToOfficers) {
        columns.extend([text("Permission"), Column::new("Share", ColumnKind::Short)]);
    }
    let width = columns.len();
    Table {
        title: "Good practice".to_owned(),
        caption: caption_of_round(template, caption),
        as_at: day(caption.as_at),
        columns,
        rows: practices.into_iter().map(|one| row(one).into_iter().take(width).collect()).collect(),
        notes,
    }
}

fn row(one: &Practice) -> Vec<Cell> {
    let (permission, share) = match one.permission {
        Permission::NotAsked => ("Not asked yet".to_owned(), "No"),
        Permission::Asked => ("Asked, not answered".to_owned(), "No"),
        Permission::Given => (format!("Given by {}", one.by), "Yes"),
        Permission::Refused => ("Refused".to_owned(), "No"),
    };
    let standard = if one.standard.is_empty() { WHOLE } else { one.standard.as_str() };
    let mut cells = [one.text.as_str(), standard, &one.setting, &permission, share].map(Cell::text).to_vec();
    cells[2].behind = Some(Behind::counted([one.of]));
    cells
}

#[cfg(test)]
mod tests {
    use super::super::naive_tests::{caption, random_grid, template};
    use super::super::sharing::Sharing;
    use super::*;
    use rand::SeedableRng as _;

    fn practice(text: &str, standard: &str, permission: Permission) -> Practice {
        Practice {
            text: text.to_owned(),
            standard: standard.to_owned(),
            setting: "Example Primary School".to_owned(),
            of: SubmissionId(uuid::Uuid::from_u128(7)),
            permission,
            by: "the head".to_owned(),
        }
    }

    #[test]
    fn others_see_only_what_a_setting_gave_permission_for() {
        let all = [
            practice("Weekly walk", "", Permission::NotAsked),
            practice("Pupil board", "1 Standard 1", Permission::Given),
            practice("Staff quiz", "0 Standard 0", Permission::Refused),
        ];
        let told = |table: &Table| {
            table
                .rows
                .iter()
                .map(|row| row.iter().map(|it| it.text.clone()).collect::<Vec<_>>())
                .collect::<Vec<_>>()
        };
        let officers = register(&template(), &caption(), &all, Shown::ToOfficers);
        let names: Vec<String> =
            told(&officers).into_iter().map(|row| format!("{} {}", row[0], row[4])).collect();
        assert_eq!(names, ["Staff quiz No", "Pupil board Yes", "Weekly walk No"]);
        assert_eq!(told(&officers)[1][3], "Given by the head");
        let of = Behind::counted([all[1].of]);
        assert_eq!(officers.rows[1][2].behind, Some(of), "its setting opens its return");
        let grid = random_grid(&mut rand_chacha::ChaCha8Rng::seed_from_u64(1), 5);
        let sharing = Sharing::of(&grid, 5);
        let others = register(&template(), &caption(), &all, Shown::ToOthers(&sharing));
        assert_eq!(told(&others), [["Pupil board", "1 Standard 1", "Example Primary School"]]);
        assert_eq!(others.columns.len(), 3);
        assert_eq!(told(&officers)[2][1], WHOLE);
        assert!(!others.notes.iter().any(|note| note.starts_with("Hidden") || note.starts_with("Left out")));
    }
}
