//! The one thing handed from stage to stage: a text with its tokens, sentences and trees.

mod blocks;
mod grammar;
mod numbers;

pub use blocks::{BlockKind, Part};
pub(crate) use grammar::names;
pub use grammar::{Dep, Pos, Tag};
pub(crate) use numbers::Numbers;

use std::ops::Range;

use crate::text::Span;

/// Half-open range of token indices.
pub type TokenRange = Range<usize>;

/// A word, number, mark or run of white space. Tokens cover the text up to single spaces between them.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    /// Its bytes.
    pub span: Span,
    /// Whether exactly one ASCII space follows it (and belongs to it, in spaCy's sense of `whitespace_`).
    pub space_after: bool,
    /// The normal form of the word where it is not the lower-cased word itself ("n't" has "not").
    pub norm: Option<&'static str>,
    /// Fine tag. [`Tag::Xx`] before parsing.
    pub tag: Tag,
    /// Coarse part of speech. [`Pos::X`] before parsing.
    pub pos: Pos,
    /// Index of the head token; its own index at a root.
    pub head: usize,
    /// Label of the arc to the head; [`Dep::Root`] at a root.
    pub dep: Dep,
    /// How sure the parser was of the arc: the margin of its closest decision, in units of its scores; infinite before parsing.
    pub margin: f32,
    /// Where its lemma lies in the document's lemmas.
    lemma: (u32, u32),
}

impl Token {
    /// A token that has not been parsed.
    pub fn new(span: Span, space_after: bool, norm: Option<&'static str>) -> Self {
        Self {
            span,
            space_after,
            norm,
            tag: Tag::Xx,
            pos: Pos::X,
            head: 0,
            dep: Dep::Dep,
            margin: f32::INFINITY,
            lemma: (0, 0),
        }
    }
}

/// What the text alone tells of a sentence boundary before a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Boundary {
    /// Nothing: the parser decides.
    Open,
    /// A sentence begins here.
    Sure,
    /// None begins here.
    Never,
}

/// A text cut into paragraphs, sentences and tokens, with tags and trees once it has been parsed.
///
/// Made by [`crate::segment`], filled by [`crate::parse`], read by every later stage.
#[derive(Clone, Debug)]
pub struct Document<'t> {
    text: &'t str,
    /// Tokens in order of the text.
    pub tokens: Vec<Token>,
    /// Token ranges of the sentences: in order, without gaps, each within one paragraph.
    pub sentences: Vec<TokenRange>,
    /// Token ranges of the paragraphs: in order, without gaps.
    pub paragraphs: Vec<TokenRange>,
    /// Whether a sentence begins at each token, as far as the text alone tells; empty if nothing is known.
    pub boundaries: Vec<Boundary>,
    /// What the parts of the text are, in order and without gaps; empty if nothing is known.
    pub parts: Vec<Part>,
    /// The headline, if the text has one: its sentence.
    pub title: Option<Span>,
    /// How the network reads a token, where that is not as it is written; by token, in order. See `parse::case`.
    pub(crate) readings: Vec<(usize, Box<str>)>,
    lemmas: String,
    children: Vec<u32>,
    child_starts: Vec<u32>,
}

impl<'t> Document<'t> {
    /// A document of these tokens, with nothing else known yet.
    pub fn new(text: &'t str, tokens: Vec<Token>, paragraphs: Vec<TokenRange>) -> Self {
        Self {
            text,
            tokens,
            sentences: Vec::new(),
            paragraphs,
            boundaries: Vec::new(),
            parts: Vec::new(),
            title: None,
            readings: Vec::new(),
            lemmas: String::new(),
            children: Vec::new(),
            child_starts: Vec::new(),
        }
    }

    /// The text as it is read: a clean view of the one given, or any text.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Number of tokens.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether the text has no token.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The words of token `i`, as written.
    pub fn word(&self, i: usize) -> &'t str {
        self.tokens[i].span.of(self.text)
    }

    /// The words of token `i`, lower-cased.
    pub fn lower(&self, i: usize) -> String {
        self.word(i).to_lowercase()
    }

    /// How the network reads token `i`, if not as it is written.
    pub(crate) fn reading(&self, i: usize) -> Option<&str> {
        let at = self
            .readings
            .binary_search_by_key(&i, |(token, _)| *token)
            .ok()?;
        Some(&self.readings[at].1)
    }

    /// The dictionary form of token `i`; `""` before parsing.
    pub fn lemma(&self, i: usize) -> &str {
        let (start, end) = self.tokens[i].lemma;
        &self.lemmas[start as usize..end as usize]
    }

    /// Sets the dictionary form of token `i`.
    pub fn set_lemma(&mut self, i: usize, lemma: &str) {
        let start = self.lemmas.len() as u32;
        self.lemmas.push_str(lemma);
        self.tokens[i].lemma = (start, self.lemmas.len() as u32);
    }

    /// The head of token `i`, `None` at a root.
    pub fn head(&self, i: usize) -> Option<usize> {
        let head = self.tokens[i].head;
        (head != i).then_some(head)
    }

    /// Builds the index behind [`Document::children`]; called once by the parser when all heads are set.
    pub fn index_children(&mut self) {
        let n = self.tokens.len();
        let mut starts = vec![0u32; n + 1];
        for (i, token) in self.tokens.iter().enumerate() {
            if token.head != i {
                starts[token.head + 1] += 1;
            }
        }
        for i in 0..n {
            starts[i + 1] += starts[i];
        }
        let mut next = starts.clone();
        let mut children = vec![0u32; starts[n] as usize];
        for (i, token) in self.tokens.iter().enumerate() {
            if token.head != i {
                children[next[token.head] as usize] = i as u32;
                next[token.head] += 1;
            }
        }
        self.children = children;
        self.child_starts = starts;
    }

    /// The dependents of token `i`, left to right; none before parsing.
    pub fn children(&self, i: usize) -> impl DoubleEndedIterator<Item = usize> + Clone + '_ {
        let range = match (self.child_starts.get(i), self.child_starts.get(i + 1)) {
            (Some(&start), Some(&end)) => start as usize..end as usize,
            _ => 0..0,
        };
        self.children[range].iter().map(|&child| child as usize)
    }

    /// The dependents of token `i` under label `dep`, left to right.
    pub fn children_by(&self, i: usize, dep: Dep) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.children(i)
            .filter(move |&child| self.tokens[child].dep == dep)
    }

    /// The first dependent of token `i` under label `dep`.
    pub fn child(&self, i: usize, dep: Dep) -> Option<usize> {
        self.children_by(i, dep).next()
    }

    /// The heads above token `i`, nearest first, `i` itself not included.
    pub fn ancestors(&self, i: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.head(i), move |&up| self.head(up)).take(self.len())
    }

    /// The tokens from the left edge to the right edge of the tree under `i`, `i` included. O(size of the tree).
    pub fn subtree(&self, i: usize) -> TokenRange {
        let (mut low, mut high) = (i, i);
        let mut open = vec![i];
        while let Some(token) = open.pop() {
            low = low.min(token);
            high = high.max(token);
            open.extend(self.children(token));
        }
        low..high + 1
    }

    /// Index of the sentence that token `i` is in.
    pub fn sentence_of(&self, i: usize) -> usize {
        self.sentences
            .partition_point(|sentence| sentence.end <= i)
            .min(self.sentences.len().saturating_sub(1))
    }

    /// Whether the sentence of token `i` ends with a question mark; in one that begins with a quotation mark, before the closing one.
    pub(crate) fn asks(&self, i: usize) -> bool {
        let sentence = self.sentences[self.sentence_of(i)].clone();
        let quoted = self.tokens[sentence.start].tag == Tag::OpenQuote;
        let words = self.span(sentence).of(self.text()).trim_end();
        let said = words.trim_end_matches(['”', '"', '’', '\'']);
        words.ends_with('?') || quoted && said.ends_with('?')
    }

    /// "known for his hatred of the tax, **voiced** in a speech": a past participle after a comma and a noun, which may be of the noun, or
    /// of another before it, as well as of the subject.
    pub(crate) fn may_be_of_noun(&self, i: usize) -> bool {
        let tag = |i: usize| self.tokens[i].tag;
        let noun = |i: usize| matches!(tag(i), Tag::Nn | Tag::Nns | Tag::Nnp | Tag::Nnps);
        tag(i) == Tag::Vbn
            && i >= 2
            && self.tokens[i].head < i
            && self.word(i - 1) == ","
            && noun(i - 2)
            && matches!(self.tokens[i - 2].dep, Dep::Pobj | Dep::Dobj | Dep::Conj)
    }

    /// Index of the paragraph that token `i` is in.
    pub fn paragraph_of(&self, i: usize) -> usize {
        self.paragraphs
            .partition_point(|paragraph| paragraph.end <= i)
            .min(self.paragraphs.len().saturating_sub(1))
    }

    /// The bytes from the first to the last of these tokens. An empty range gives an empty span.
    pub fn span(&self, tokens: TokenRange) -> Span {
        if tokens.is_empty() {
            let at = self
                .tokens
                .get(tokens.start)
                .map_or(self.text.len(), |token| token.span.start);
            return Span::new(at, at);
        }
        Span::new(
            self.tokens[tokens.start].span.start,
            self.tokens[tokens.end - 1].span.end,
        )
    }

    /// The tokens that share at least one byte with `span`.
    pub fn tokens_in(&self, span: Span) -> TokenRange {
        let start = self
            .tokens
            .partition_point(|token| token.span.end <= span.start);
        let end = self
            .tokens
            .partition_point(|token| token.span.start < span.end);
        start..end.max(start)
    }
}
