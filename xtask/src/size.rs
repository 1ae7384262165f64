//! What a browser downloads, against the caps.

use std::path::Path;

use crate::shell::{Outcome, read};
use crate::site;

/// The most that module, weights and page may weigh together after brotli 11, in kB.
const TOGETHER_CAP: usize = 4200;

/// A download, its file in `dist/`, and the most that it may weigh after brotli 11, in kB (1000 bytes).
const CAPS: [(&str, &str, usize); 2] = [
    ("module", "nutgraf_bg.wasm", 600),
    ("weights", "nutgraf.model.bin", 3600),
];

/// The most that the single file may weigh as it is, in kB.
const SINGLE_FILE_CAP: usize = 7000;

/// Prints the sizes of the built site as a table.
///
/// # Errors
/// Something is over its cap.
pub fn check() -> Outcome {
    let dist = site::folder();
    let mut over = Vec::new();
    let mut together = 0;
    println!(
        "{:<10} {:>9} {:>9} {:>9}",
        "", "raw kB", "brotli kB", "cap kB"
    );
    for (name, file, cap) in CAPS {
        let bytes = read(&dist.join(file))?;
        let packed = brotli_size(&bytes)?;
        println!(
            "{name:<10} {:>9.1} {:>9.1} {cap:>9}",
            kilo(bytes.len()),
            kilo(packed)
        );
        together += packed;
        if packed > cap * 1000 {
            over.push(name);
        }
    }
    let shell = shell(&dist)?;
    let packed = brotli_size(&shell)?;
    println!(
        "{:<10} {:>9.1} {:>9.1} {:>9}",
        "page",
        kilo(shell.len()),
        kilo(packed),
        ""
    );
    together += packed;
    println!(
        "{:<10} {:>9} {:>9.1} {TOGETHER_CAP:>9}",
        "together",
        "",
        kilo(together)
    );
    if together > TOGETHER_CAP * 1000 {
        over.push("all together");
    }
    let single = read(&dist.join("nutgraf.html"))?.len();
    println!(
        "{:<10} {:>9.1} {:>9} {SINGLE_FILE_CAP:>9}",
        "one file",
        kilo(single),
        ""
    );
    if single > SINGLE_FILE_CAP * 1000 {
        over.push("one file");
    }
    if over.is_empty() {
        Ok(())
    } else {
        Err(format!("over the cap: {}", over.join(", ")).into())
    }
}

/// What a browser fetches for the first article, in kB after brotli 11.
///
/// # Errors
/// The site has not been built.
pub fn download_kilobytes() -> Outcome<f64> {
    let dist = site::folder();
    let mut bytes = brotli_size(&shell(&dist)?)?;
    for (_, file, _) in CAPS {
        bytes += brotli_size(&read(&dist.join(file))?)?;
    }
    Ok(kilo(bytes))
}

/// The page's own text files, one after the other.
fn shell(dist: &Path) -> Outcome<Vec<u8>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(dist)? {
        let path = entry?.path();
        let kind = path.extension().and_then(|e| e.to_str()).unwrap_or("");
        if matches!(kind, "js" | "css" | "html") && !path.ends_with("nutgraf.html") {
            files.push(path);
        }
    }
    files.sort();
    let mut all = Vec::new();
    for file in files {
        all.extend(read(&file)?);
    }
    Ok(all)
}

fn brotli_size(bytes: &[u8]) -> Outcome<usize> {
    let mut packed = Vec::new();
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 24,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &params)?;
    Ok(packed.len())
}

fn kilo(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}
