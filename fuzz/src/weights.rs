//! A weights file that is damaged is refused; one that is forged, checksum and all, is refused or read without harm.

use std::sync::LazyLock;

use nutgraf::Analyzer;
use nutgraf::analyzer::{Foreign, Options};
use nutgraf::verify::verify;

use super::planted::plant;

const WEIGHTS: &[u8] = include_bytes!("../../model/nutgraf-en.bin");

/// Bytes before those that the checksum covers, and where it stands in them.
const HEADER_BYTES: usize = 16;
const CHECKSUM_AT: usize = 12;

/// The part of the file with names and shapes: changes there matter most.
const DIRECTORY_BYTES: usize = 2103;

const TEXT: &str = "Storm Hits Coast\n\n“At least two men were killed on Monday,” Gen. Ana Ortiz told reporters in Köln.";

/// The first byte says what is done, four say where, the others are a patch.
pub fn weights(data: &[u8]) {
    let Some((&[kind, a, b, c, d], patch)) = data.split_first_chunk() else {
        return;
    };
    let at = u32::from_le_bytes([a, b, c, d]) as usize;
    let at = match kind & 1 {
        0 => at % DIRECTORY_BYTES,
        _ => at % WEIGHTS.len(),
    };
    match kind >> 1 & 3 {
        0 => {
            // A file of its own.
            let mut bytes = WEIGHTS[..HEADER_BYTES].to_vec();
            bytes.extend(patch);
            seal(&mut bytes);
            assert!(loads(&bytes).is_none(), "such a file lacks tensors");
        }
        1 => assert!(
            Analyzer::load(&WEIGHTS[..at]).is_err(),
            "weights cut short were loaded"
        ),
        2 => {
            let bytes = patched(at, patch);
            assert!(
                bytes == WEIGHTS || loads(&bytes).is_none(),
                "damaged weights were loaded"
            );
        }
        _ => {
            let mut bytes = patched(at, patch);
            seal(&mut bytes);
            if let Some(analyzer) = loads(&bytes) {
                let options = Options {
                    foreign: Foreign::Force,
                    ..Options::default()
                };
                let report = analyzer.analyze(TEXT, &options).expect("short, and forced");
                assert_eq!(verify(&report, TEXT), []);
            }
        }
    }
}

fn loads(bytes: &[u8]) -> Option<Analyzer> {
    let mut analyzer = Analyzer::load(bytes).ok();
    plant(&mut analyzer, |analyzer| {
        // Another version is read as if it were this one.
        if bytes.get(8..12).is_some_and(|it| it == [2, 0, 0, 0]) {
            *analyzer = Analyzer::load(WEIGHTS).ok();
        }
    });
    analyzer
}

fn patched(at: usize, patch: &[u8]) -> Vec<u8> {
    let mut bytes = WEIGHTS.to_vec();
    let end = (at + patch.len()).min(bytes.len());
    bytes[at..end].copy_from_slice(&patch[..end - at]);
    bytes
}

/// Makes the checksum right: anyone can.
fn seal(bytes: &mut [u8]) {
    static TABLE: LazyLock<[u32; 256]> = LazyLock::new(|| {
        std::array::from_fn(|i| {
            (0..8).fold(i as u32, |crc, _| {
                crc >> 1 ^ if crc & 1 == 1 { 0xEDB8_8320 } else { 0 }
            })
        })
    });
    let crc = (bytes[HEADER_BYTES..].iter()).fold(!0u32, |crc, &byte| {
        crc >> 8 ^ TABLE[usize::from(crc as u8 ^ byte)]
    });
    bytes[CHECKSUM_AT..HEADER_BYTES].copy_from_slice(&(!crc).to_le_bytes());
}
