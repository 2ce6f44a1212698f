//! The list of sheets, and the formats, which are as short.
#![no_main]

mod around;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    around::read(&around::around(around::WORKBOOK, bytes));
    around::read(&around::around(around::STYLES, bytes));
});
