//! Web and mail addresses: one token each. The form is that of spaCy's `URL_MATCH` (after Diego Perini's pattern).

use super::letters::is_lower;

/// Whether the whole of `word` has the form of an address: `example.com/a?b`, `https://x.org:80`, `a@b.com`, `8.8.8.8`.
/// Linear in its length.
pub fn is_address(word: &str) -> bool {
    if !word.contains('.') {
        return false;
    }
    let after_scheme = word
        .find("://")
        .filter(|&at| is_scheme(&word[..at]))
        .map(|at| at + 3);
    let base = after_scheme.unwrap_or(0);
    host(word)
        || (base > 0 && host(&word[base..]))
        || word
            .match_indices('@')
            .any(|(at, _)| at > 0 && host(&word[at + 1..]))
}

fn is_scheme(word: &str) -> bool {
    word.chars().count() > 1
        && word
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '+' | '-' | '.'))
}

/// Whether `rest` is a host with an optional port and path, up to its end.
fn host(rest: &str) -> bool {
    if ip_address(rest).is_some_and(tail) {
        return true;
    }
    let mut rest = rest;
    while let Some(end) = label(rest) {
        let Some(after) = rest[end..].strip_prefix('.') else {
            return false;
        };
        let domain = after.len() - after.trim_start_matches(is_lower).len();
        if (2..=63).contains(&after[..domain].chars().count()) && tail(&after[domain..]) {
            return true;
        }
        rest = after;
    }
    false
}

/// End of the host label at the front of `rest`: up to 64 letters and digits, with `-` and `_` inside.
fn label(rest: &str) -> Option<usize> {
    let inner = |c: char| is_host_letter(c) || c == '-' || c == '_';
    let end = rest
        .char_indices()
        .take(65)
        .find(|&(_, c)| !inner(c))
        .map_or(rest.len(), |(at, _)| at);
    let label = &rest[..end];
    let fits = label.chars().take(65).count() <= 64;
    (fits && label.starts_with(is_host_letter) && label.ends_with(is_host_letter)).then_some(end)
}

fn is_host_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '\u{a1}'..='\u{ffff}')
}

/// Whether `rest` is an optional port and an optional path.
fn tail(rest: &str) -> bool {
    let after_port = rest.strip_prefix(':').and_then(|port| {
        let digits = port.len() - port.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        (2..=5).contains(&digits).then(|| &port[digits..])
    });
    [Some(rest), after_port]
        .into_iter()
        .flatten()
        .any(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']))
}

/// What follows the public IPv4 address at the front of `rest`.
fn ip_address(rest: &str) -> Option<&str> {
    let mut octets = [0u16; 4];
    let mut at = 0;
    for (i, octet) in octets.iter_mut().enumerate() {
        if i > 0 {
            at += rest[at..].strip_prefix('.').map(|_| 1)?;
        }
        let digits = rest[at..]
            .bytes()
            .take(3)
            .take_while(u8::is_ascii_digit)
            .count();
        *octet = rest[at..at + digits].parse().ok()?;
        at += digits;
    }
    let [a, b, _, d] = octets;
    let private = matches!(
        (a, b),
        (10 | 127, _) | (169, 254) | (192, 168) | (172, 16..=31)
    );
    let valid =
        (1..=223).contains(&a) && octets.iter().all(|&o| o <= 255) && (1..=254).contains(&d);
    (valid && !private && !rest.starts_with('0')).then(|| &rest[at..])
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn addresses_have_a_host() {
        for word in [
            "example.com",
            "https://a.b-c.org:8080/x?y=1#z",
            "mailto:x@y.com",
            "a@b.co",
            "8.8.8.8",
            "bücher.example/ß",
            "www.x.uk",
        ] {
            assert!(is_address(word), "{word}");
        }
        for word in [
            "U.S.", "3.5", "e.g.", "10.0.0.1", "a.b", "end.Next", "@x", "x.c1", "http://", "…",
            "1.2.3.0", "a..com",
        ] {
            assert!(!is_address(word), "{word}");
        }
    }
}
