#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| nutgraf_fuzz::html(data));
