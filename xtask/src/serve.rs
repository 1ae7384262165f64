//! A small web server for `dist/`: what a publisher's own server would send, the strict content policy included.

use std::io::{BufRead, BufReader, IsTerminal, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::{fs, thread};

use crate::shell::Outcome;
use crate::site;

/// The policy that the page needs, and no more; the README's table says the same.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; \
    style-src 'self'; img-src 'self' data:; manifest-src 'self'; base-uri 'none'; form-action 'none'; \
    require-trusted-types-for 'script'";

/// The port that is tried first.
const PORT: u16 = 7878;

/// Serves `dist/` to this machine until it is stopped, and opens it in a browser where somebody sits at a terminal. Without a port: 7878, or any free one if that is taken.
///
/// # Errors
/// The port is taken.
pub fn serve(port: Option<u16>) -> Outcome {
    let listener = match port {
        Some(port) => {
            TcpListener::bind(("127.0.0.1", port)).map_err(|e| format!("port {port}: {e}"))?
        }
        None => TcpListener::bind(("127.0.0.1", PORT))
            .or_else(|_| TcpListener::bind(("127.0.0.1", 0)))?,
    };
    let address = format!("http://{}/", listener.local_addr()?);
    println!("{address}");
    // For people alone; where there is no browser they have the address.
    if std::io::stdout().is_terminal() {
        let _ = open::that_detached(&address);
    }
    for stream in listener.incoming().flatten() {
        thread::spawn(move || {
            // A browser that goes away in the middle is no failure of ours.
            let _ = answer_all(&stream);
        });
    }
    Ok(())
}

/// Answers the requests of one connection, one after the other.
fn answer_all(stream: &TcpStream) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream);
    loop {
        let mut request = String::new();
        if reader.read_line(&mut request)? == 0 {
            return Ok(());
        }
        let mut known = None;
        loop {
            let mut header = String::new();
            if reader.read_line(&mut header)? == 0 || header.trim().is_empty() {
                break;
            }
            if let Some((name, value)) = header.split_once(':')
                && name.eq_ignore_ascii_case("if-none-match")
            {
                known = Some(value.trim().to_string());
            }
        }
        let mut words = request.split_whitespace();
        let (method, address) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
        answer(stream, method, address, known.as_deref())?;
    }
}

fn answer(
    mut stream: &TcpStream,
    method: &str,
    address: &str,
    known: Option<&str>,
) -> std::io::Result<()> {
    let file = file_for(address).filter(|path| path.is_file());
    let (status, kind, body) = match (method, file) {
        ("GET" | "HEAD", Some(path)) => ("200 OK", mime(&path), fs::read(&path)?),
        ("GET" | "HEAD", None) => ("404 Not Found", "text/plain", b"not found\n".to_vec()),
        _ => ("405 Method Not Allowed", "text/plain", Vec::new()),
    };
    let tag = format!("\"{:x}\"", fingerprint(&body));
    let fresh = known == Some(tag.as_str());
    let status = if fresh { "304 Not Modified" } else { status };
    // The single file brings its scripts and styles with it: the policy is for the site.
    let policy = if address.ends_with("/nutgraf.html") {
        String::new()
    } else {
        format!("Content-Security-Policy: {POLICY}\r\n")
    };
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nETag: {tag}\r\nCache-Control: no-cache\r\n\
         X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n{policy}\r\n",
    )?;
    if method == "GET" && !fresh {
        stream.write_all(&body)?;
    }
    Ok(())
}

/// The file that an address stands for; none outside `dist/`.
fn file_for(address: &str) -> Option<PathBuf> {
    let path = address.split(['?', '#']).next()?.trim_start_matches('/');
    let relative = Path::new(path);
    relative
        .components()
        .all(|part| matches!(part, Component::Normal(_)))
        .then(|| {
            let file = site::folder().join(relative);
            if file.is_dir() {
                file.join("index.html")
            } else {
                file
            }
        })
}

fn mime(path: &Path) -> &'static str {
    match path.extension().and_then(|e| e.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json" | "webmanifest") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("txt" | "md" | "ts") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// FNV-1a, 64 bits: tells one build's file from the next.
fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_outside_the_site_is_served() {
        for address in [
            "/../Cargo.toml",
            "/a/../../b",
            "//etc/passwd/../x",
            "/./../x",
        ] {
            assert_eq!(file_for(address), None, "{address}");
        }
        assert!(file_for("/nutgraf.js?v=1").is_some_and(|path| path.ends_with("dist/nutgraf.js")));
    }
}
