//! See `inputs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| inputs::drive("backup", bytes));
