//! Every kind of damage that is done to a workbook directly: no answer is silently wrong.

use attest_tests::corpus::{base, table};

#[test]
fn no_answer_of_a_damaged_workbook_is_silently_wrong() {
    let rows = table::direct(&base::one());
    assert_eq!(table::faults(&rows), "", "{}", table::shown(&rows));
    assert!(table::right(&rows) >= 97.0, "{}", table::shown(&rows));
}
