//! A weights file that is damaged is refused; loading never panics and never makes an analyzer of other weights.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nutgraf::Analyzer;

const WEIGHTS: &[u8] = include_bytes!("../../model/nutgraf-en.bin");

fuzz_target!(|data: (u32, &[u8])| {
    let (at, patch) = data;
    let _ = Analyzer::load(patch);
    // The head with its names and shapes is the first part of the file; changes there matter most.
    let at = at as usize % WEIGHTS.len().min(1 << 16);
    let mut bytes = WEIGHTS.to_vec();
    let end = (at + patch.len()).min(bytes.len());
    bytes[at..end].copy_from_slice(&patch[..end - at]);
    assert!(
        bytes == WEIGHTS || Analyzer::load(&bytes).is_err(),
        "damaged weights were loaded"
    );
    assert!(
        Analyzer::load(&WEIGHTS[..at]).is_err(),
        "weights cut short were loaded"
    );
});
