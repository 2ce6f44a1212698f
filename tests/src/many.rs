//! A partnership's file and a folder of so many returned workbooks, one a setting: what benches and soaks take in.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use attest::error::Result;
use attest::round::{self, NewRound, RoundId, register};
use attest::setting::{self, Details};
use attest::store::{AuditFile, FileKind};
use attest::template::library;
use attest::workbook;
use attest::world::FixedWorld;
use uuid::Uuid;

use crate::returns::{Length, full};

/// The name of the partnership's file.
pub const FILE: &str = "partnership.attest";

/// Makes the file and the folder; gives the file's path and its round.
pub fn make(folder: &Path, count: u32) -> Result<(PathBuf, RoundId)> {
    let path = folder.join(FILE);
    let world = Arc::new(FixedWorld::new("2027-01-11T09:00:00Z".parse().expect("a time"), 7));
    let mut file = AuditFile::create(&path, FileKind::Partnership, world)?;
    let template = library::find("school@2025.1").expect("it ships");
    let new = NewRound { label: "2026/27".into(), ..NewRound::default() };
    let round = file.transact(round::CREATE, "", |tx| round::create(tx, template, &new))?;
    file.transact(register::ADD, "", |tx| {
        for number in 0..count {
            let details = Details {
                kind: "school".into(),
                name: format!("Example School {number}"),
                ..Details::default()
            };
            let setting = setting::add(tx, &details, &[("urn".to_owned(), urn(number))].into())?;
            register::expect(tx, round, setting)?;
        }
        Ok(())
    })?;
    Ok((path, round))
}

/// Writes the returns of these settings into a folder of their own; gives it.
pub fn write(folder: &Path, numbers: Range<u32>) -> PathBuf {
    let into = folder.join("in");
    std::fs::create_dir_all(&into).expect("a folder");
    let template = library::find("school@2025.1").expect("it ships");
    let mut returned = full(template, Length::Usual);
    for number in numbers {
        returned.identity.submission =
            Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0000 + u128::from(number));
        returned.identity.export =
            Uuid::from_u128(0x0192_0000_0000_7000_9000_0000_0000_0000 + u128::from(number));
        returned.identity.issue = None;
        returned.identity.round = "2026/27".to_owned();
        returned.setting = format!("Example School {number}");
        returned.identifiers = [("urn".to_owned(), urn(number))].into();
        let bytes = workbook::write(&returned, template).expect("written").value;
        std::fs::write(into.join(format!("{number:05}.xlsx")), bytes).expect("saved");
    }
    into
}

fn urn(number: u32) -> String {
    (100_000 + number).to_string()
}
