//! A workbook of an unknown layout: its lists and looks, and the guess at what its rows and columns are.
#![no_main]

mod around;

use attest::workbook::foreign;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(seen) = attest::sheet::see(&around::around(around::SHEET, bytes)) else { return };
    let day = chrono::NaiveDate::from_ymd_opt(2027, 3, 4).expect("a day");
    let mapping = foreign::guess(&seen.value, "Sampleton.xlsx", day);
    drop(foreign::template(&mapping, None));
});
