use sha2::{Digest, Sha256};

/// SHA-256 of the UTF-8 bytes of `text`, 64 lower-case hex digits: the name of a text's exact wording.
///
/// ```
/// use nutgraf::text::sha256_hex;
/// assert!(sha256_hex("").starts_with("e3b0c44298fc1c14"));
/// assert_ne!(sha256_hex("Köln"), sha256_hex("Koln"));
/// ```
pub fn sha256_hex(text: &str) -> String {
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(text.as_bytes()) {
        for digit in [byte >> 4, byte & 15] {
            hex.push(char::from(b"0123456789abcdef"[usize::from(digit)]));
        }
    }
    hex
}
