//! Quotations meet their cues, line by line: `"…," X said`, `X said: "…"`, quotations cut in two, carried over or taken up again.

use crate::document::{Dep, Document, Pos, Tag, TokenRange};
use crate::report::Mode;

use super::draft::Draft;
use super::frame::Frames;
use super::quotes::{Line, Quotation};
use super::source::subject;

/// Gives every quotation to the statement it is part of. `drafts` are those of syntax, in order of their cues.
pub(super) fn join(document: &Document, lines: &[Line], drafts: Vec<Draft>) -> Vec<Draft> {
    let mut joiner = Joiner {
        document,
        syntactic: drafts.len(),
        consumed: vec![false; drafts.len()],
        drafts,
        last: None,
    };
    for (index, line) in lines.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| &lines[before]);
        joiner.line(line, before);
    }
    joiner.drafts
}

/// Where the last quotation went, and what may still follow it.
#[derive(Clone, Copy)]
struct Last {
    draft: usize,
    /// One past the last token of the quotation and of the cue sentence that followed it.
    end: usize,
}

struct Joiner<'d> {
    document: &'d Document<'d>,
    drafts: Vec<Draft>,
    /// The first so many drafts are of syntax, in order of their cues.
    syntactic: usize,
    /// Whether a quotation has replaced the content that syntax had found.
    consumed: Vec<bool>,
    last: Option<Last>,
}

impl Joiner<'_> {
    fn line(&mut self, line: &Line, before: Option<&Line>) {
        let document = self.document;
        let outer: Vec<&Quotation> = line
            .quotations
            .iter()
            .filter(|quotation| !quotation.nested && !is_title(document, quotation))
            .collect();
        for (k, quotation) in outer.iter().enumerate() {
            let lead = k
                .checked_sub(1)
                .map_or(line.tokens.start, |k| outer[k].tokens.end)
                ..quotation.tokens.start;
            let tail = quotation.tokens.end
                ..outer
                    .get(k + 1)
                    .map_or(line.tokens.end, |next| next.tokens.start);
            self.quotation(
                quotation,
                &lead,
                &tail,
                before.filter(|_| lead.is_empty() && k == 0),
            );
        }
    }

    fn quotation(
        &mut self,
        quotation: &Quotation,
        lead: &TokenRange,
        tail: &TokenRange,
        before: Option<&Line>,
    ) {
        let document = self.document;
        let tokens = &quotation.tokens;
        let opening = Opening::of(document, lead);
        if quotation.continues
            && let Some(last) = self.last
        {
            return self.extend(last.draft, quotation);
        }
        let cue_before = match opening {
            Opening::Cued => cue_before(document, &last_sentence(document, lead)),
            Opening::Line => before
                .filter(|line| ends_with(document, &line.tokens, ":"))
                .and_then(|line| cue_before(document, &last_sentence(document, &line.tokens))),
            Opening::Inside => cue_adjacent(document, quotation),
            Opening::Sentence => None,
        };
        if let Some(cue) = cue_before {
            return match self
                .last
                .filter(|last| self.drafts[last.draft].anchor() == cue.word)
            {
                Some(last) => self.extend(last.draft, quotation),
                None => self.open(cue, quotation, tail),
            };
        }
        if opening == Opening::Inside
            && let Some(last) = self.last
            && lead.contains(&self.drafts[last.draft].anchor())
            && self.drafts[last.draft].anchor() + 4 > tokens.start
        {
            return self.extend(last.draft, quotation);
        }
        let whole = !matches!(opening, Opening::Inside);
        let follows = self
            .last
            .filter(|last| whole && skip_space(document, last.end, tokens.start) == tokens.start);
        if whole
            && let Some(cue) = cue_after(document, quotation, tail)
            && !self.has_content_after(cue)
        {
            return self.open(cue, quotation, tail);
        }
        if let Some(last) = follows {
            return self.extend(last.draft, quotation);
        }
        if let Some(index) = self.owner(tokens) {
            self.drafts[index].add(tokens);
            let end = if self.drafts[index].anchor() >= tokens.end {
                sentence_end(document, tail)
            } else {
                quotation.tokens.end
            };
            self.last = Some(Last { draft: index, end });
            return;
        }
        if whole
            && let Some(last) = self.last
            && document.paragraph_of(last.end.saturating_sub(1))
                == document.paragraph_of(tokens.start)
            && worded(document, quotation)
        {
            let source = self.drafts[last.draft].source;
            self.drafts.push(Draft {
                mode: Mode::Direct,
                source,
                cue: None,
                content: vec![tokens.clone()],
                confidence: 0.6,
            });
            self.last = Some(Last {
                draft: self.drafts.len() - 1,
                end: tokens.end,
            });
        }
    }

    /// Starts a statement of this quotation with this cue, taking the place of what syntax made of the cue.
    fn open(&mut self, cue: Cue, quotation: &Quotation, tail: &TokenRange) {
        let index = self
            .draft_of(cue.word)
            .filter(|&index| !self.consumed[index]);
        let index = match index {
            Some(index) => {
                self.consumed[index] = true;
                let draft = &mut self.drafts[index];
                if draft.leads_up_to(quotation.tokens.start) {
                    draft.add(&quotation.tokens);
                } else {
                    draft.content = vec![quotation.tokens.clone()];
                }
                draft.source = draft.source.or(cue.source);
                index
            }
            None => {
                self.drafts.push(Draft {
                    mode: Mode::Direct,
                    source: cue.source,
                    cue: Some(cue.word..cue.word + 1),
                    content: vec![quotation.tokens.clone()],
                    confidence: 0.85,
                });
                self.drafts.len() - 1
            }
        };
        let end = if cue.word >= quotation.tokens.end {
            sentence_end(self.document, tail)
        } else {
            quotation.tokens.end
        };
        self.last = Some(Last { draft: index, end });
    }

    /// Adds a quotation to a statement that it goes on with.
    fn extend(&mut self, index: usize, quotation: &Quotation) {
        self.drafts[index].add(&quotation.tokens);
        self.last = Some(Last {
            draft: index,
            end: quotation.tokens.end,
        });
    }

    /// The syntactic draft whose cue is this word.
    fn draft_of(&self, word: usize) -> Option<usize> {
        let drafts = &self.drafts[..self.syntactic];
        let at = drafts.partition_point(|draft| draft.anchor() < word);
        drafts
            .get(at)
            .is_some_and(|draft| draft.anchor() == word)
            .then_some(at)
    }

    /// Whether syntax found that this cue has its content to its right.
    fn has_content_after(&self, cue: Cue) -> bool {
        self.draft_of(cue.word).is_some_and(|index| {
            let draft = &self.drafts[index];
            !self.consumed[index] && draft.content.iter().all(|range| range.start > cue.word)
        })
    }

    /// The draft that says at least one word of the quotation while its cue stands outside: the smallest.
    fn owner(&self, tokens: &TokenRange) -> Option<usize> {
        const REACH: usize = 200;
        let document = self.document;
        let from = document.sentences[document.sentence_of(tokens.start)].start;
        let to = document.sentences[document.sentence_of(tokens.end - 1)].end;
        let drafts = &self.drafts[..self.syntactic];
        let from = from.max(tokens.start.saturating_sub(REACH));
        let to = to.min(tokens.end + REACH);
        let low = drafts.partition_point(|draft| draft.anchor() < from);
        let high = drafts.partition_point(|draft| draft.anchor() < to);
        (low..high)
            .filter(|&index| {
                let draft = &drafts[index];
                !tokens.contains(&draft.anchor()) && tokens.clone().any(|i| draft.holds(i))
            })
            .min_by_key(|&index| drafts[index].extent())
    }
}

/// A word that says who speaks beside a quotation.
#[derive(Clone, Copy, Debug)]
struct Cue {
    word: usize,
    source: Option<usize>,
}

/// What stands before a quotation.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Opening {
    /// The start of the line.
    Line,
    /// The end of a sentence, or another quotation.
    Sentence,
    /// A comma or a colon.
    Cued,
    /// Words of the same sentence: a fragment.
    Inside,
}

impl Opening {
    fn of(document: &Document, lead: &TokenRange) -> Self {
        let Some(last) = lead
            .clone()
            .rev()
            .find(|&i| document.tokens[i].pos != Pos::Space)
        else {
            return Self::Line;
        };
        match document.word(last) {
            "," | ":" => Self::Cued,
            "." | "?" | "!" | "”" | "\"" | "''" | ")" | "—" | "…" | "..." => Self::Sentence,
            word if word.ends_with('.') && word.len() > 4 => Self::Sentence,
            _ => Self::Inside,
        }
    }
}

/// The first token at or after `from` that is no white space, at most `to`.
fn skip_space(document: &Document, from: usize, to: usize) -> usize {
    (from..to)
        .find(|&i| document.tokens[i].pos != Pos::Space)
        .unwrap_or(to)
}

fn ends_with(document: &Document, range: &TokenRange, mark: &str) -> bool {
    range
        .clone()
        .rev()
        .find(|&i| document.tokens[i].pos != Pos::Space)
        .is_some_and(|i| document.word(i).ends_with(mark))
}

/// The part of `range` after the last full stop that is followed by something.
fn last_sentence(document: &Document, range: &TokenRange) -> TokenRange {
    let start = range
        .clone()
        .rev()
        .skip(1)
        .find(|&i| matches!(document.word(i), "." | "?" | "!" | ";"))
        .map_or(range.start, |i| i + 1);
    start..range.end
}

/// One past the first full stop in `tail`; the end of `tail` if there is none.
fn sentence_end(document: &Document, tail: &TokenRange) -> usize {
    tail.clone()
        .find(|&i| matches!(document.word(i), "." | ";"))
        .map_or(tail.end, |i| i + 1)
}

/// Whether a verb can be the main word of a cue: finite or a participle, not inside a relative clause.
fn cue_verb(document: &Document, i: usize) -> bool {
    document.tokens[i].pos == Pos::Verb && document.tokens[i].dep != Dep::Relcl
}

fn speaks(document: &Document, i: usize) -> bool {
    cue_verb(document, i) && Frames::speaks(document.lemma(i))
}

/// The cue in the sentence that leads up to a quotation: its last verb of speech, else, before a colon, its main verb.
fn cue_before(document: &Document, lead: &TokenRange) -> Option<Cue> {
    let verb = lead
        .clone()
        .rev()
        .find(|&i| speaks(document, i))
        .or_else(|| {
            ends_with(document, lead, ":")
                .then(|| {
                    lead.clone().find(|&i| {
                        matches!(document.tokens[i].pos, Pos::Verb | Pos::Aux)
                            && matches!(document.tokens[i].tag, Tag::Vbd | Tag::Vbz | Tag::Vbp)
                    })
                })
                .flatten()
        })?;
    Some(Cue {
        word: verb,
        source: subject(document, verb).or_else(|| inverted(document, verb)),
    })
}

/// The cue in the words that follow a quotation: `," X said`, `?" asked X`.
fn cue_after(document: &Document, quotation: &Quotation, tail: &TokenRange) -> Option<Cue> {
    const REACH: usize = 40;
    let inner = quotation.inner.of(document.text()).trim_end();
    let comma_outside = tail.start < tail.end && document.word(tail.start) == ",";
    let open = inner.ends_with([',', '!', '?', '—', '-', '…', '―'])
        || inner.ends_with("...")
        || comma_outside;
    let end = sentence_end(document, tail).min(tail.start + REACH);
    if let Some(signed) = signature(document, tail) {
        return Some(signed);
    }
    let first = (tail.start..end)
        .find(|&i| cue_verb(document, i) && source_beside(document, i, tail.start).is_some())?;
    let word = if speaks(document, first) {
        first
    } else if !open {
        return None;
    } else {
        // "…," X laughed. Any finite verb will do right after its subject.
        (matches!(document.tokens[first].tag, Tag::Vbd | Tag::Vbz | Tag::Vbp)
            && !inner.ends_with(['?', '!']))
        .then_some(first)?
    };
    Some(Cue {
        word,
        source: source_beside(document, word, tail.start),
    })
}

/// A dash and a name right after a quotation: `"…" — Jane Doe`. The dash is the cue.
fn signature(document: &Document, tail: &TokenRange) -> Option<Cue> {
    const NAME_WORDS: usize = 8;
    let dash = tail.start;
    if dash >= tail.end || !matches!(document.word(dash), "―" | "—" | "–" | "-" | "--") {
        return None;
    }
    let end = (dash + 1..tail.end)
        .find(|&i| matches!(document.word(i), "." | ",") || document.tokens[i].pos == Pos::Space)
        .unwrap_or(tail.end);
    let name = dash + 1..end;
    let named = !name.is_empty()
        && name.len() <= NAME_WORDS
        && name.clone().all(|i| {
            document
                .word(i)
                .starts_with(|c: char| c.is_uppercase() || c == '-' || c == '’' || c == '\'')
        });
    named.then(|| Cue {
        word: dash,
        source: Some(name.end - 1),
    })
}

/// The verb right before a quotation that is long enough to be speech: `chanted "What curfew?"`.
fn cue_adjacent(document: &Document, quotation: &Quotation) -> Option<Cue> {
    let word = quotation.tokens.start.checked_sub(1)?;
    let sentence = quotation
        .inner
        .of(document.text())
        .starts_with(|c: char| c.is_uppercase());
    (cue_verb(document, word) && sentence && worded(document, quotation)
        || speaks(document, word) && sentence)
        .then(|| Cue {
            word,
            source: subject(document, word),
        })
}

/// Whether a quotation is the name of a work: a few words in capitals after a preposition, a possessive or an article.
fn is_title(document: &Document, quotation: &Quotation) -> bool {
    const TITLE_WORDS: usize = 8;
    let inner = document.tokens_in(quotation.inner);
    let words = || {
        inner
            .clone()
            .filter(|&i| !matches!(document.tokens[i].pos, Pos::Punct | Pos::Space | Pos::Part))
    };
    let capital = |i: usize| {
        document
            .word(i)
            .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
    };
    let small = |i: usize| {
        matches!(
            document.tokens[i].pos,
            Pos::Adp | Pos::Det | Pos::Cconj | Pos::Part
        )
    };
    let before = quotation.tokens.start.checked_sub(1);
    words().count() <= TITLE_WORDS
        && words().next().is_some_and(capital)
        && words().all(|i| capital(i) || small(i))
        && before.is_some_and(|i| {
            matches!(
                document.tokens[i].pos,
                Pos::Adp | Pos::Part | Pos::Noun | Pos::Propn | Pos::Det
            )
        })
}

/// The subject of a cue, at or after token `from`.
fn source_beside(document: &Document, verb: usize, from: usize) -> Option<usize> {
    subject(document, verb)
        .filter(|&source| source >= from)
        .or_else(|| inverted(document, verb))
}

/// Who speaks in "said Mr. Smith" where the parser took the name for an object.
fn inverted(document: &Document, verb: usize) -> Option<usize> {
    document.children(verb).find(|&child| {
        matches!(
            document.tokens[child].dep,
            Dep::Dobj | Dep::Oprd | Dep::Attr | Dep::Npadvmod
        ) && matches!(document.tokens[child].pos, Pos::Propn | Pos::Pron)
            && child > verb
            && (verb + 1..child)
                .all(|i| matches!(document.tokens[i].pos, Pos::Propn | Pos::Noun | Pos::Adj))
    })
}

/// Whether a quotation is long enough to be a sentence.
fn worded(document: &Document, quotation: &Quotation) -> bool {
    const SENTENCE_WORDS: usize = 4;
    quotation
        .tokens
        .clone()
        .filter(|&i| !matches!(document.tokens[i].pos, Pos::Punct | Pos::Space))
        .count()
        >= SENTENCE_WORDS
}
