//! The commands in a document: lines of its blocks, and what stands between backquotes.

/// What a command begins with.
const PROGRAMS: [&str; 6] = ["cargo", "nutgraf", "wasm-pack", "npm", "zstd", "BLESS=1"];

/// A command as a document shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// The line, without its comment.
    pub line: String,
    /// Where it stands: `README.md:17`.
    pub place: String,
}

/// The commands of a Markdown document, in order; blocks in another language than the shell's have none.
pub fn commands(name: &str, text: &str) -> Vec<Command> {
    let mut found = Vec::new();
    let mut fence: Option<bool> = None;
    let mut prose = String::new();
    for (number, line) in text.lines().enumerate() {
        let place = format!("{name}:{}", number + 1);
        if let Some(language) = line.trim_start().strip_prefix("```") {
            let shell = matches!(language.trim(), "" | "sh" | "console");
            fence = match fence {
                Some(_) => None,
                None => Some(shell),
            };
            prose.clear();
            continue;
        }
        let block = match fence {
            Some(shell) => shell,
            None => line.starts_with("    "),
        };
        if block {
            found.extend(command(line, &place));
        } else if fence.is_none() {
            // What stands between backquotes may go on in the next line.
            prose.push_str(line);
            prose.push(' ');
            if line.is_empty() {
                prose.clear();
            }
            while let Some((words, rest)) = quoted(&prose) {
                found.extend(command(&words, &place));
                prose = rest;
            }
        }
    }
    found
}

/// The first words between backquotes, and what comes after them.
fn quoted(prose: &str) -> Option<(String, String)> {
    let (_, rest) = prose.split_once('`')?;
    let (words, rest) = rest.split_once('`')?;
    Some((words.to_owned(), rest.to_owned()))
}

fn command(line: &str, place: &str) -> Option<Command> {
    let line = line.split("  #").next()?.trim();
    let mut words = line.split_whitespace();
    PROGRAMS.contains(&words.next()?).then_some(())?;
    // A program's name alone is no command.
    words.next()?;
    Some(Command {
        line: line.to_owned(),
        place: place.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::commands;

    #[test]
    fn commands_stand_in_blocks_and_between_backquotes() {
        let text = "# Köln\n\n    cargo xtask serve    # the page\n    src/lib.rs    the map\n\n```js\nnpm(1)\nnpm test\n```\n\n\
                    ```sh\nzstd -dc a | nutgraf batch -\n```\nRun `cargo xtask test\nwasm` or `--all`, not `nutgraf` or `npm`.\n";
        let found = commands("a.md", text);
        let lines: Vec<&str> = found.iter().map(|it| it.line.as_str()).collect();
        assert_eq!(
            lines,
            [
                "cargo xtask serve",
                "zstd -dc a | nutgraf batch -",
                "cargo xtask test wasm"
            ]
        );
        assert_eq!(found[2].place, "a.md:15");
    }
}
