//! The partnership's details, and groups that are renamed over the years.

use std::sync::Arc;

use super::group::{self, GroupKind, GroupTyped};
use super::{Partnership, load, save};
use crate::store::{AuditFile, FileKind};
use crate::world::FixedWorld;

fn file(folder: &tempfile::TempDir) -> AuditFile {
    let world = Arc::new(FixedWorld::new("2026-11-21T12:00:00Z".parse().expect("a time"), 1));
    AuditFile::create(&folder.path().join("p.attest"), FileKind::Partnership, world).expect("created")
}

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a date")
}

#[test]
fn a_group_is_called_as_it_was_called_on_the_day() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut file = file(&folder);
    let typed = GroupTyped {
        kind: GroupKind::Subgroup,
        name: "Practice and Learning".into(),
        chair: String::new(),
        from: Some(day("2019-09-01")),
        to: None,
    };
    file.transact(group::SAVE, "", |tx| group::save(tx, None, &typed)).expect("saved");
    let id = group::all(file.reader()).expect("read")[0].id;
    let mut rename =
        |name: &str, on: &str| file.transact(group::RENAME, "", |tx| group::rename(tx, id, name, day(on)));
    rename("Learning and Improvement", "2022-04-01").expect("renamed");
    rename("Quality Assurance", "2025-01-01").expect("renamed");
    rename("Too early", "2023-01-01").expect_err("it was renamed later already");
    let known = group::all(file.reader()).expect("read").remove(0);
    let called = ["2020-01-01", "2022-03-31", "2022-04-01", "2024-12-31", "2026-01-01"]
        .map(|on| known.called(day(on)));
    assert_eq!(
        called,
        [
            "Practice and Learning",
            "Practice and Learning",
            "Learning and Improvement",
            "Learning and Improvement",
            "Quality Assurance"
        ]
    );
    assert!(known.stood(day("2019-09-01")) && !known.stood(day("2019-08-31")));
}

#[test]
fn details_are_kept_and_endless_or_odd_ones_are_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut file = file(&folder);
    let good = Partnership {
        name: "Sampleshire Safeguarding Partnership".into(),
        short_name: "sampleshire".into(),
        ..Partnership::default()
    };
    let mut put = |partnership: &Partnership| file.transact(super::SAVE, "", |tx| save(tx, partnership));
    put(&good).expect("saved");
    put(&Partnership { name: " ".into(), ..good.clone() }).expect_err("no name");
    put(&Partnership { short_name: "Sample Shire!".into(), ..good.clone() }).expect_err("no word");
    put(&Partnership { address: "x".repeat(601), ..good.clone() }).expect_err("endless");
    assert_eq!(load(file.reader()), Ok(good));
}
