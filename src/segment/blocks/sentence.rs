//! What a sentence within prose is, where it is none of the prose.

use crate::document::{BlockKind, Dep, Document, Pos, Tag, TokenRange};
use crate::lexicon::FUNCTION_WORDS;

use super::line::Line;

/// Words that a sentence has at least behind what runs into it.
const SHORTEST: usize = 8;

/// The parts of a sentence. O(tokens).
pub fn read(document: &Document, tokens: TokenRange) -> Vec<(TokenRange, BlockKind)> {
    let seam = (tokens.clone().skip(1).rev()).find(|&i| is_seam(document, i));
    if let Some(seam) = seam.filter(|&seam| is_sentence(document, seam..tokens.end)) {
        let kind = kind(document, seam..tokens.end);
        return vec![
            (tokens.start..seam, BlockKind::Caption),
            (seam..tokens.end, kind),
        ];
    }
    let kind = kind(document, tokens.clone());
    vec![(tokens, kind)]
}

fn kind(document: &Document, tokens: TokenRange) -> BlockKind {
    furniture(document, tokens.clone())
        .or_else(|| has_address(document, tokens.clone()).then_some(BlockKind::Promo))
        .or_else(|| {
            tokens
                .clone()
                .skip(1)
                .any(|i| is_seam(document, i))
                .then_some(BlockKind::Caption)
        })
        .or_else(|| is_title_case(document, tokens.clone()).then_some(BlockKind::Title))
        .unwrap_or(BlockKind::Prose)
}

/// What the first phrase of page furniture outside quotation marks tells.
fn furniture(document: &Document, tokens: TokenRange) -> Option<BlockKind> {
    let line = Line::new(document, tokens.clone());
    let is_finite = tokens.clone().any(|i| document.tokens[i].tag.is_finite());
    (0..line.len()).find_map(|k| {
        let (told, end) = line.furniture(k)?;
        let kind = BlockKind::from_name(told)?;
        let is_told = match kind {
            // "Getty said it would sue" tells of the company.
            BlockKind::Credit => !is_finite || line.is_capital(end) || end + 2 >= line.len(),
            _ => true,
        };
        (is_told && !is_quoted(document, tokens.start + k)).then_some(kind)
    })
}

/// Whether token `i` stands between quotation marks of its paragraph, as far as a quotation goes.
fn is_quoted(document: &Document, i: usize) -> bool {
    const REACH: usize = 400;
    let paragraph = &document.paragraphs[document.paragraph_of(i)];
    let last = (paragraph.start.max(i.saturating_sub(REACH))..i)
        .rev()
        .find(|&i| matches!(document.word(i), "“" | "”"));
    last.is_some_and(|last| document.word(last) == "“")
}

/// "www.example.com", "@name", "# topic".
fn has_address(document: &Document, tokens: TokenRange) -> bool {
    tokens.clone().any(|i| {
        let word = document.lower(i);
        let marked = matches!(word.as_str(), "#" | "@")
            && i + 1 < tokens.end
            && !document.tokens[i].space_after
            && document.word(i + 1).starts_with(char::is_alphabetic);
        marked
            || word.contains("http")
            || word.contains("www.")
            || word.starts_with(['@', '#']) && word.len() > 1
    })
}

/// Whether nearly all words of weight have a capital, and not all of them are names: a headline.
fn is_title_case(document: &Document, tokens: TokenRange) -> bool {
    const LEAST: usize = 4;
    const SURE: usize = 6;
    let heavy: Vec<usize> = (tokens.clone().skip(1))
        .filter(|&i| {
            document.word(i).chars().count() > 3
                && document.word(i).starts_with(char::is_alphabetic)
        })
        .collect();
    let is_capital = |i: &&usize| document.word(**i).starts_with(char::is_uppercase);
    let capitals = heavy.iter().filter(is_capital).count();
    let common = (heavy.iter().filter(is_capital)).any(|&i| {
        matches!(
            document.tokens[i].pos,
            Pos::Verb | Pos::Noun | Pos::Adj | Pos::Adv
        )
    });
    let stops = document.word(tokens.end - 1) == ".";
    heavy.len() >= LEAST
        && capitals * 10 > heavy.len() * 9
        && (common || !stops || heavy.len() >= SURE)
}

/// Whether a text begins at token `i` that has nothing to do with the word before: a function word with a capital after no mark.
pub fn is_seam(document: &Document, i: usize) -> bool {
    let word = document.word(i);
    let capital = word.starts_with(char::is_uppercase)
        && word.chars().skip(1).all(char::is_lowercase)
        && word != "I"
        && FUNCTION_WORDS.contains(&word.to_lowercase());
    if !capital || i == 0 || i + 1 >= document.len() {
        return false;
    }
    let before = document.word(i - 1);
    // "vitamin A".
    let small = word.len() > 1 && before.starts_with(char::is_lowercase) || before.ends_with(')');
    let named = document.tokens[i - 1].pos == Pos::Propn
        && !matches!(document.tokens[i - 1].dep, Dep::Compound | Dep::Nmod)
        && matches!(
            word,
            "The" | "A" | "An" | "He" | "She" | "They" | "It" | "At" | "This"
        );
    let after = document.word(i + 1);
    (small || named)
        && before.ends_with(|c: char| c.is_alphanumeric() || c == ')')
        && after.starts_with(char::is_lowercase)
        && !matches!(document.tokens[i - 1].tag, Tag::Hyph | Tag::Dt | Tag::In)
}

/// Whether tokens could be a sentence by themselves.
fn is_sentence(document: &Document, tokens: TokenRange) -> bool {
    tokens.len() >= SHORTEST && tokens.clone().any(|i| document.tokens[i].tag.is_finite())
}
