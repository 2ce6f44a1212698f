//! The guard and all behind it: any bytes are a workbook or get a sentence with a hint.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Err(error) = attest::sheet::open(bytes) {
        assert!(!error.message.is_empty() && !error.hint.is_empty());
    }
});
