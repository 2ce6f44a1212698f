//! The XML of a sheet.
#![no_main]

mod around;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| around::read(&around::around(around::SHEET, bytes)));
