//! Every kind of damage, done directly and by the programs that every machine for tests has: no answer is silently wrong.

use attest_tests::corpus::{base, table, tools};

#[test]
fn no_answer_of_a_damaged_workbook_is_silently_wrong() {
    let rows = table::direct(&base::one());
    assert_eq!(table::faults(&rows), "", "{}", table::shown(&rows));
    assert!(table::right(&rows) >= 97.0, "{}", table::shown(&rows));
}

#[test]
fn no_answer_of_a_workbook_that_another_program_edited_is_silently_wrong() {
    let bases = base::one();
    let mut rows = tools::edited(&tools::OFFICE, &bases);
    rows.extend(tools::edited(&tools::OPENPYXL, &bases));
    assert_eq!(table::faults(&rows), "", "{}", table::shown(&rows));
    assert_eq!(tools::round_trips(&rows), (2, 2), "{}", table::shown(&rows));
}
