//! Prints what became of the answers of every kind of damaged workbook; fails where one was silently wrong, where
//! fewer than 97 % are right, or where a return that was only saved again did not come back whole.
//!
//! Use: `make corpus`, which installs the programs that edit the workbooks; `corpus direct` does without them,
//! `corpus programs` does only what they do.

#![allow(clippy::print_stdout, reason = "a table is what it is for")]

use std::process::ExitCode;

use attest_tests::corpus::{base, table, tools};

fn main() -> ExitCode {
    let bases = base::all();
    let only = std::env::args().nth(1).unwrap_or_default();
    let mut rows = if only == "programs" { Vec::new() } else { table::direct(&bases) };
    if only != "direct" {
        for tool in [tools::OFFICE, tools::OPENPYXL, tools::EXCELJS, tools::SHEETJS] {
            rows.extend(tools::edited(&tool, &bases));
        }
        rows.extend(tools::through_ods(&bases));
    }
    println!("{}\n{}", table::faults(&rows), table::shown(&rows));
    let (whole, saved) = tools::round_trips(&rows);
    println!(
        "Returns of {} tools saved again: {whole} of {saved} ways brought all of them back whole.",
        bases.len()
    );
    let sound = rows.iter().all(|row| row.outcome.wrong.is_empty());
    if sound && table::right(&rows) >= 97.0 && whole == saved { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
