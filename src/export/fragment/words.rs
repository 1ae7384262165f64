//! The words of the interface: the element's own table, as it stands in `www/words/`.

use std::collections::BTreeMap;

const TABLES: [&str; 2] = [
    include_str!("../../../www/words/first.js"),
    include_str!("../../../www/words/later.js"),
];

/// Entries by key; those with two forms as `key.one` and `key.other`.
pub struct Words(BTreeMap<String, &'static str>);

impl Words {
    pub fn read() -> Self {
        Self(TABLES.into_iter().flat_map(entries).collect())
    }

    /// The entry `key`; a missing entry is its own key, so that a gap shows.
    pub fn say<'w>(&'w self, key: &'w str) -> &'w str {
        self.get(key).unwrap_or(key)
    }

    pub fn get(&self, key: &str) -> Option<&'static str> {
        self.0.get(key).copied()
    }

    /// The entry `key` with one value filled in.
    pub fn fill(&self, key: &str, name: &str, value: &str) -> String {
        self.say(key).replace(&format!("{{{name}}}"), value)
    }

    /// The entry `key` in the form that goes with `n`.
    pub fn count(&self, key: &str, n: usize) -> String {
        let form = format!("{key}.{}", if n == 1 { "one" } else { "other" });
        let form = if self.get(&form).is_some() {
            &form
        } else {
            key
        };
        self.fill(form, "n", &n.to_string())
    }
}

/// The pairs `key: "words"` of a table, and of the tables in it.
fn entries(module: &'static str) -> Vec<(String, &'static str)> {
    let mut found = Vec::new();
    let mut outer = String::new();
    let mut key = "";
    let mut rest = module.split_once("= {").map_or("", |(_, table)| table);
    while let Some(at) =
        rest.find(|c: char| c.is_ascii_alphanumeric() || matches!(c, '"' | '{' | '}'))
    {
        rest = &rest[at..];
        let mut length = 1;
        if let Some(quoted) = rest.strip_prefix('"') {
            let words = &quoted[..quoted.find('"').unwrap_or(quoted.len())];
            length = (words.len() + 2).min(rest.len());
            if key.is_empty() {
                key = words;
            } else {
                found.push((format!("{outer}{key}"), words));
                key = "";
            }
        } else if rest.starts_with('{') {
            outer = format!("{key}.");
            key = "";
        } else if rest.starts_with('}') {
            outer.clear();
        } else {
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-');
            length = end.unwrap_or(rest.len());
            key = &rest[..length];
        }
        rest = &rest[length..];
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_read_with_their_forms() {
        let words = Words::read();
        assert_eq!(words.say("who"), "Who");
        assert_eq!(words.count("more", 1), "1 more");
        assert_eq!(words.count("more", 7), "7 more");
        assert_eq!(words.count("countUnsure", 1), "1 not certain");
        assert_eq!(words.fill("paragraph", "n", "3"), "paragraph 3");
        assert_eq!(words.say("say_>="), "at least {n}");
        assert_eq!(words.say("nothing of the kind"), "nothing of the kind");
    }
}
