//! Digests of what a browser fetches, so that a page can pin them.

use std::fs;
use std::path::Path;

use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha384};

use crate::shell::{Outcome, read, write};

/// Writes `integrity.json`, the digest of every file that runs, and `integrity.html`, the lines that pin them.
///
/// # Errors
/// A file cannot be read or written.
pub fn write_all(dist: &Path) -> Outcome {
    let mut digests = Vec::new();
    collect(dist, "", &mut digests)?;
    digests.sort();
    let members = |prefix: &str, kind: &str| {
        let of_kind = digests.iter().filter(|(name, _)| name.ends_with(kind));
        let members: Vec<String> = of_kind
            .map(|(name, digest)| format!("  \"{prefix}{name}\": \"{digest}\""))
            .collect();
        members.join(",\n")
    };
    write(
        &dist.join("integrity.json"),
        format!("{{\n{}\n}}\n", members("", "")),
    )?;
    let of = |name: &str| {
        let found = digests.iter().find(|(each, _)| each == name);
        (found.map(|(_, digest)| digest))
            .ok_or_else(|| format!("{name} is not in {}", dist.display()))
    };
    write(
        &dist.join("integrity.html"),
        format!(
            "<script type=\"importmap\">{{\"integrity\": {{\n{}\n}}}}</script>\n\
             <script type=\"module\" src=\"/nutgraf/nut-graf-define.js\" integrity=\"{}\"></script>\n\
             <nut-graf for=\"story\"\n  worker-integrity=\"{}\"\n  wasm-integrity=\"{}\"\n  model-integrity=\"{}\"></nut-graf>\n",
            members("/nutgraf/", ".js"),
            of("nut-graf-define.js")?,
            of("worker.js")?,
            of("nutgraf_bg.wasm")?,
            of("nutgraf.model.bin")?,
        ),
    )
}

/// The scripts, the module and the weights below a folder, by their paths in the site.
fn collect(folder: &Path, path: &str, digests: &mut Vec<(String, String)>) -> Outcome {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{path}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), digests)?;
        } else if [".js", ".wasm", ".bin"]
            .iter()
            .any(|kind| name.ends_with(kind))
        {
            digests.push((name, digest(&read(&entry.path())?)));
        }
    }
    Ok(())
}

/// As in a script's `integrity`.
fn digest(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_as_browsers_write_it() {
        assert_eq!(
            digest(b"abc"),
            "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn"
        );
    }
}
