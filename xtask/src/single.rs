//! The page as one file that works by double-click: module, weights, styles and scripts inside.
//!
//! What it asks of `www/`: `index.html` names its style sheets by `<link rel="stylesheet" href="…">` and its script by
//! one `<script type="module" src="…"></script>`; `worker.js` is the worker; both reach the worker, the module and the
//! weights only through `asset-urls.js`, for which this brings its own version (`single/asset-urls.js`).

use std::io::Write as _;
use std::path::Path;

use base64::prelude::{BASE64_STANDARD, Engine};
use flate2::Compression;
use flate2::write::ZlibEncoder;

use crate::bundle::bundle;
use crate::shell::{Outcome, read, read_text};
use crate::site;

const ASSET_URLS: &str = include_str!("single/asset-urls.js");

/// The single file for the site in `dist`.
///
/// # Errors
/// A part is missing, or in a form that cannot be put in.
pub fn page(dist: &Path) -> Outcome<String> {
    let load = |name: &str| match name {
        "asset-urls.js" => Ok(ASSET_URLS.to_string()),
        _ => site::script(name),
    };
    let mut script = String::new();
    let mut html = String::new();
    let index = read_text(&dist.join("index.html"))?;
    let mut rest = index.as_str();
    // Tags that name files are looked at one by one; all else is copied.
    while let Some(at) = next_reference(rest) {
        html.push_str(&rest[..at]);
        let end = rest[at..].find('>').ok_or("a tag without an end")? + at + 1;
        let tag = &rest[at..end];
        rest = &rest[end..];
        if tag.starts_with("<script") {
            let name = attribute(tag, "src").ok_or_else(|| format!("no src: {tag}"))?;
            script.push_str(&bundle(local(name), &load)?);
            rest = rest
                .strip_prefix("</script>")
                .ok_or_else(|| format!("not followed by </script>: {tag}"))?;
        } else if attribute(tag, "rel") == Some("stylesheet") {
            let name = attribute(tag, "href").ok_or_else(|| format!("no href: {tag}"))?;
            let style = read_text(&dist.join(local(name)))?.replace("</style", "<\\/style");
            html.push_str(&format!("<style>\n{style}</style>"));
        } else if attribute(tag, "rel") == Some("icon") {
            let name = attribute(tag, "href").ok_or_else(|| format!("no href: {tag}"))?;
            let address = if name.starts_with("data:") {
                name.to_string()
            } else {
                let icon = BASE64_STANDARD.encode(read(&dist.join(local(name)))?);
                format!("data:image/svg+xml;base64,{icon}")
            };
            html.push_str(&format!("<link rel=\"icon\" href=\"{address}\">"));
        }
        // Preloads and the manifest have no meaning in a file.
    }
    html.push_str(rest);

    let body = html.rfind("</body>").ok_or("index.html has no </body>")?;
    let mut parts = String::new();
    for (id, file) in [
        ("nutgraf-wasm", "nutgraf_bg.wasm"),
        ("nutgraf-model", "nutgraf.model.bin"),
    ] {
        let packed = BASE64_STANDARD.encode(deflate(&read(&dist.join(file))?)?);
        parts.push_str(&format!(
            "<script type=\"text/plain\" id=\"{id}\">{packed}</script>\n"
        ));
    }
    let samples = json(&site::samples()?);
    parts.push_str(&format!(
        "<script type=\"application/json\" id=\"nutgraf-samples\">{samples}</script>\n"
    ));
    let worker = inline(&bundle("worker.js", &load)?);
    parts.push_str(&format!(
        "<script type=\"text/plain\" id=\"nutgraf-worker\">{worker}</script>\n"
    ));
    parts.push_str(&format!("<script>{}</script>\n", inline(&script)));
    html.insert_str(body, &parts);
    Ok(html)
}

fn next_reference(html: &str) -> Option<usize> {
    let link = html.find("<link ");
    let script = html.find("<script type=\"module\"");
    [link, script].into_iter().flatten().min()
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    let length = tag[start..].find('"')?;
    Some(&tag[start..start + length])
}

fn local(address: &str) -> &str {
    address.strip_prefix("./").unwrap_or(address)
}

/// A script as the content of a `<script>` element: nothing in it may end the element.
fn inline(script: &str) -> String {
    script
        .replace("</script", "<\\/script")
        .replace("<!--", "<\\!--")
}

/// Names and texts as a JSON object that can stand within a `<script>` element.
fn json(texts: &[(String, String)]) -> String {
    let quoted = |text: &str| {
        let mut out = String::from("\"");
        for character in text.chars() {
            match character {
                '"' | '\\' | '<' | '\0'..='\u{1f}' => {
                    out.push_str(&format!("\\u{:04x}", u32::from(character)))
                }
                _ => out.push(character),
            }
        }
        out.push('"');
        out
    };
    let members: Vec<String> = texts
        .iter()
        .map(|(name, text)| format!("{}:{}", quoted(name), quoted(text)))
        .collect();
    format!("{{{}}}", members.join(","))
}

fn deflate(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_cannot_end_its_element() {
        assert_eq!(inline("a = '</script><!--'"), "a = '<\\/script><\\!--'");
    }

    #[test]
    fn texts_are_json_that_cannot_end_their_element() {
        let texts = [("a".to_string(), "x\n\"</script>\\ü".to_string())];
        assert_eq!(
            json(&texts),
            "{\"a\":\"x\\u000a\\u0022\\u003c/script>\\u005cü\"}"
        );
    }

    #[test]
    fn attributes_are_read_by_their_whole_name() {
        let tag = "<link data-rel=\"x\" rel=\"icon\" href=\"./a.svg\">";
        assert_eq!(attribute(tag, "rel"), Some("icon"));
        assert_eq!(attribute(tag, "href").map(local), Some("a.svg"));
        assert_eq!(attribute(tag, "title"), None);
    }
}
