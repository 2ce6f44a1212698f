//! T5 against numbers worked out by hand.

use uuid::Uuid;

use super::*;
use chrono::NaiveDate;

use crate::analysis::grid::{Counts, GridRow};

use crate::setting::SettingId;
use crate::submission::SubmissionId;

/// Two standards of two questions on a scale of met, partly, not met, N/A; and one that is not scored.
fn template() -> Template {
    let levels = [("m", "met"), ("p", "partly"), ("n", "not_met"), ("x", "not_applicable")];
    let levels: Vec<_> = levels
        .map(|(code, meaning)| serde_json::json!({"code": code, "label": code, "definition": "", "meaning": meaning}))
        .into();
    let question = |id: &str, scale: Option<&str>| serde_json::json!({"id": id, "number": id, "text": id, "scale": scale, "duty": "must"});
    let standard = |id: &str, scored: bool, scale: Option<&str>| {
        let questions = [question(&format!("{id}1"), scale), question(&format!("{id}2"), scale)];
        serde_json::json!({"id": id, "number": id.to_uppercase(), "title": format!("Title {id}"),
            "scored": scored, "questions": questions})
    };
    serde_json::from_value(serde_json::json!({
        "id": "school", "version": "2025.1", "title": "Example audit", "publisher": "x", "audience": "school",
        "edition": "2025", "legal_position": "2025-09-01", "status": "unreviewed",
        "scales": [{"id": "s", "title": "S", "levels": levels}],
        "standards": [standard("a", true, Some("s")), standard("b", true, Some("s")), standard("c", false, None)],
    }))
    .expect("a template")
}

fn grid(rows: &[[u8; 6]]) -> Grid {
    let row = |(place, ratings): (usize, &[u8; 6])| GridRow {
        submission: SubmissionId(Uuid::from_u128(place as u128)),
        setting: SettingId(Uuid::from_u128(place as u128)),
        ratings: ratings.to_vec(),
        moderated: 0,
        who: crate::analysis::group::Who::default(),
    };
    let rows = rows.iter().enumerate().map(row).collect();
    Grid {
        columns: super::super::grid::columns(&template()),
        rows,
        expected: 4,
        absent: Vec::new(),
        outside: Vec::new(),
    }
}

fn caption() -> Caption {
    let as_at = NaiveDate::from_ymd_opt(2026, 11, 21).expect("a date");
    Caption { round: "Round 2026/27".into(), as_at }
}

fn texts(table: &Table) -> Vec<Vec<&str>> {
    table.rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect()).collect()
}

#[test]
fn the_result_per_standard_counts_by_hand() {
    // 4 met, 5 partly, 6 not met, 7 the level N/A, 3 N/A, 2 carried, 1 blank, 0 not asked.
    let grid = grid(&[[4, 4, 5, 7, 1, 1], [4, 6, 3, 2, 1, 1], [5, 1, 0, 0, 1, 1]]);
    assert!(grid.columns[4..].iter().all(|column| column.counts == Counts::Unscored));
    let table = results(&grid, &template(), &caption(), Shown::ToOfficers);
    let labels: Vec<&str> = table.columns.iter().map(|column| column.label.as_str()).collect();
    assert_eq!(
        labels.join("; "),
        "Standard; Met; Partly met; Not met; Base; % met; Range; % partly; Range, partly; % not met; \
         Range, not met; Not applicable; Blank; Not asked"
    );
    let told: Vec<String> =
        texts(&table).iter().map(|row| row.join("; ").replace("%\u{a0}to\u{a0}", "% to ")).collect();
    assert_eq!(
        told,
        [
            "A Title a; 3; 1; 1; 5; 60.0% (n = 5); 23.1% to 88.2%; 20.0% (n = 5); 3.6% to 62.4%; \
             20.0% (n = 5); 3.6% to 62.4%; 0; 1; 0",
            "B Title b; 0; 1; 0; 1; 0.0% (n = 1); 0.0% to 79.3%; 100.0% (n = 1); 20.7% to 100.0%; \
             0.0% (n = 1); 0.0% to 79.3%; 2; 1; 2",
            "All standards; 3; 2; 1; 6; 50.0% (n = 6); 18.8% to 81.2%; 33.3% (n = 6); 9.7% to 70.0%; \
             16.7% (n = 6); 3.0% to 56.4%; 2; 2; 2",
        ]
    );
    assert_eq!((table.rows[0][5].count, table.rows[0][5].base), (Some(3), Some(5)));
}

#[test]
fn the_caption_says_whose_when_and_how_many() {
    let table = results(&grid(&[[4; 6], [4; 6], [4; 6]]), &template(), &caption(), Shown::ToOfficers);
    assert_eq!(
        table.caption,
        "Self-assessed. Round 2026/27, Example audit version 2025.1. \
         Accepted returns from 3 of 4 settings asked (75.0%). As at 21 November 2026."
    );
    assert!(table.notes.iter().any(|note| note.contains("Title c")));
}

#[test]
fn a_round_without_returns_has_a_dash_and_no_percentage() {
    let table = results(&grid(&[]), &template(), &caption(), Shown::ToOfficers);
    assert_eq!(table.rows[0][5].text, "\u{2013}");
}
