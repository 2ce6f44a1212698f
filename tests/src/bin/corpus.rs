//! Prints what became of the answers of every kind of damaged workbook; fails where one was silently wrong.
//!
//! Use: `corpus [WORDS]` does only the kinds whose name holds these words.

#![allow(clippy::print_stdout, reason = "a table is what it is for")]

use std::process::ExitCode;

use attest_tests::corpus::{base, table};

fn main() -> ExitCode {
    let words = std::env::args().nth(1).unwrap_or_default();
    let mut rows = table::direct(&base::all());
    rows.retain(|row| format!("{} {}", row.group, row.name).contains(&words));
    println!("{}\n{}", table::faults(&rows), table::shown(&rows));
    let sound = rows.iter().all(|row| row.outcome.wrong.is_empty()) && table::right(&rows) >= 97.0;
    if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
