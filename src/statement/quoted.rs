//! Quotations meet their cues, line by line: `"…," X said`, `X said: "…"`, quotations cut in two, carried over or taken up again.

use crate::document::{Document, Pos, TokenRange};
use crate::lexicon::says;
use crate::report::Statement;

use super::beside::{self, Cue};
use super::draft::{Draft, Place};
use super::quotes::{Line, Quotation};

/// Gives every quotation to the statement it is part of. `drafts` are those of syntax, in order of their cues.
pub(super) fn join(document: &Document, lines: &[Line], drafts: Vec<Draft>) -> Vec<Draft> {
    let mut joiner = Joiner {
        document,
        syntactic: drafts.len(),
        consumed: vec![false; drafts.len()],
        drafts,
        last: None,
        chain: None,
        waiting: Vec::new(),
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
    /// One past the last token of the quotation, and of the cue sentence if that follows it.
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
    /// The draft of the quotation that goes on over several paragraphs.
    chain: Option<usize>,
    /// Its paragraphs so far, if no cue has come yet.
    waiting: Vec<TokenRange>,
}

impl Joiner<'_> {
    fn line(&mut self, line: &Line, before: Option<&Line>) {
        let document = self.document;
        let outer: Vec<&Quotation> = line
            .quotations
            .iter()
            .filter(|quotation| {
                let names = beside::is_title(document, quotation);
                !quotation.nested && !names && !beside::is_topic(document, quotation)
            })
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
            let before = before.filter(|_| lead.is_empty() && k == 0);
            self.quotation(quotation, &lead, &tail, before);
        }
    }

    /// A quotation over several paragraphs is one: what waits for a cue gets it where it comes.
    fn quotation(
        &mut self,
        quotation: &Quotation,
        lead: &TokenRange,
        tail: &TokenRange,
        before: Option<&Line>,
    ) {
        if !quotation.continues {
            self.chain = None;
            self.waiting.clear();
        }
        if let Some(draft) = self.cue_inside(quotation) {
            let words = quotation.tokens.start..self.drafts[draft].end();
            return self.drafts[draft].add(&words);
        }
        let own_cue = beside::after(self.document, quotation, tail).is_some_and(|cue| cue.strong);
        let placed = match self.chain.filter(|_| !own_cue) {
            Some(draft) => Some(self.extend(draft, quotation)),
            None => self.place(quotation, lead, tail, before),
        };
        match placed {
            Some(draft) => {
                for tokens in std::mem::take(&mut self.waiting) {
                    self.drafts[draft].add(&tokens);
                }
                self.chain = Some(draft);
            }
            None => self.waiting.push(quotation.tokens.clone()),
        }
    }

    /// "“The road is closed, the mayor said.": the cue that ends a paragraph whose closing mark is missing.
    fn cue_inside(&self, quotation: &Quotation) -> Option<usize> {
        const REACH: usize = 12;
        let tokens = &quotation.tokens;
        let drafts = &self.drafts[..self.syntactic];
        let from = tokens.start.max(tokens.end.saturating_sub(REACH));
        let low = drafts.partition_point(|draft| draft.anchor() < from);
        let high = drafts.partition_point(|draft| draft.anchor() < tokens.end);
        (low..high).filter(|_| !quotation.closed).find(|&index| {
            let draft = &drafts[index];
            let other = draft.source.is_some_and(|source| {
                !matches!(self.document.lower(source).as_str(), "i" | "we" | "you")
            });
            other && draft.end() <= draft.anchor() && tokens.contains(&draft.content[0].start)
        })
    }

    /// The draft that the quotation is now part of.
    fn place(
        &mut self,
        quotation: &Quotation,
        lead: &TokenRange,
        tail: &TokenRange,
        before: Option<&Line>,
    ) -> Option<usize> {
        let document = self.document;
        let tokens = &quotation.tokens;
        let opening = Opening::of(document, lead);
        if let Some(last) = self.last
            && joined_by_and(document, lead, last.end)
        {
            return Some(self.extend(last.draft, quotation));
        }
        let cue_after = beside::after(document, quotation, tail);
        if let Some(cue) = cue_after.filter(|cue| cue.strong && opening != Opening::Inside) {
            return Some(self.open(cue, quotation, tail));
        }
        let cue_before = match opening {
            Opening::Cued => beside::before(document, lead),
            Opening::Line => before
                .filter(|line| ends_with(document, &line.tokens, ":"))
                .and_then(|line| beside::before(document, &line.tokens)),
            Opening::Inside => beside::adjacent(document, quotation),
            Opening::Sentence => None,
        };
        if let Some(cue) = cue_before {
            return Some(
                match self.last.filter(|last| self.is_cued_by(last.draft, cue)) {
                    Some(last) => self.extend(last.draft, quotation),
                    None => self.open(cue, quotation, tail),
                },
            );
        }
        if let Some(last) = self.last
            && opening == Opening::Inside
            && self.goes_on_after_cue(last.draft, lead)
        {
            return Some(self.extend(last.draft, quotation));
        }
        let whole = opening != Opening::Inside;
        if whole
            && let Some(cue) = cue_after
            && !self.says_what_follows(cue, quotation)
        {
            return Some(self.open(cue, quotation, tail));
        }
        if let Some(last) = self.last
            && whole
            && (last.end..tokens.start).all(|i| is_gap(document, i))
        {
            return Some(self.extend(last.draft, quotation));
        }
        if let Some(draft) = self.share(quotation, tail) {
            return Some(draft);
        }
        let source = whole.then(|| self.uncued_source(quotation, tail, before))??;
        Some(self.carry_over(source, quotation))
    }

    /// Who says a whole quotation without a cue: who spoke last.
    fn uncued_source(
        &self,
        quotation: &Quotation,
        tail: &TokenRange,
        before: Option<&Line>,
    ) -> Option<usize> {
        let document = self.document;
        let tokens = &quotation.tokens;
        let carries = !beside::is_capitalised(document, quotation)
            && beside::stops(document, quotation)
            && (beside::worded(document, quotation) || !quotation.closed);
        // One that goes on may still get a cue of its own.
        let from = self.reach_back(tokens, tail, before.filter(|_| quotation.closed));
        carries.then(|| self.last_source(from..tokens.start))?
    }

    /// Where the source of a quotation without a cue may stand: in its paragraph, and if it is all of that in the one before.
    fn reach_back(&self, tokens: &TokenRange, tail: &TokenRange, before: Option<&Line>) -> usize {
        let document = self.document;
        let alone =
            (tail.clone()).all(|i| matches!(document.tokens[i].pos, Pos::Punct | Pos::Space));
        match before.filter(|_| alone) {
            Some(line) => line.tokens.start,
            None => document.paragraphs[document.paragraph_of(tokens.start)].start,
        }
    }

    /// Starts a statement of this quotation with this cue, taking the place of what syntax made of the cue.
    fn open(&mut self, cue: Cue, quotation: &Quotation, tail: &TokenRange) -> usize {
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
                draft.source = cue.source.or(draft.source);
                draft.place = Place::Beside;
                draft.confidence = draft.confidence.max(QUOTED);
                index
            }
            None => {
                self.drafts.push(Draft {
                    mode: None,
                    source: cue.source,
                    cue: Some(cue.word..cue.word + 1),
                    content: vec![quotation.tokens.clone()],
                    confidence: QUOTED,
                    place: Place::Beside,
                });
                self.drafts.len() - 1
            }
        };
        let end = if cue.word >= quotation.tokens.end {
            beside::sentence_end(self.document, tail)
        } else {
            quotation.tokens.end
        };
        self.last = Some(Last { draft: index, end });
        index
    }

    /// Adds a quotation to a statement that it goes on with.
    fn extend(&mut self, index: usize, quotation: &Quotation) -> usize {
        self.drafts[index].add(&quotation.tokens);
        self.last = Some(Last {
            draft: index,
            end: quotation.tokens.end,
        });
        index
    }

    /// Adds a fragment to the statements in whose content it stands; the smallest of them.
    fn share(&mut self, quotation: &Quotation, tail: &TokenRange) -> Option<usize> {
        let tokens = &quotation.tokens;
        let owners = self.owners(tokens);
        let index = owners
            .iter()
            .copied()
            .min_by_key(|&index| self.drafts[index].extent())?;
        for owner in owners {
            self.drafts[owner].add(tokens);
        }
        let end = if self.drafts[index].anchor() >= tokens.end {
            beside::sentence_end(self.document, tail)
        } else {
            tokens.end
        };
        self.last = Some(Last { draft: index, end });
        Some(index)
    }

    /// A quotation without a cue of its own, with unquoted sentences since the last one: the same source goes on speaking.
    fn carry_over(&mut self, source: usize, quotation: &Quotation) -> usize {
        self.drafts.push(Draft {
            mode: None,
            source: Some(source),
            cue: None,
            content: vec![quotation.tokens.clone()],
            confidence: CARRIED,
            place: Place::Beside,
        });
        self.last = Some(Last {
            draft: self.drafts.len() - 1,
            end: quotation.tokens.end,
        });
        self.drafts.len() - 1
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

    fn is_cued_by(&self, draft: usize, cue: Cue) -> bool {
        self.drafts[draft]
            .cue
            .as_ref()
            .is_some_and(|range| range.contains(&cue.word))
    }

    /// `"…," he said, but "…"`: whether hardly more than the cue stands between two parts of a quotation.
    fn goes_on_after_cue(&self, draft: usize, lead: &TokenRange) -> bool {
        const WORDS: usize = 3;
        self.drafts[draft]
            .cue
            .as_ref()
            .is_some_and(|cue| lead.contains(&cue.start) && cue.end + WORDS >= lead.end)
    }

    /// Whether the words right after this cue are what it says, so that a quotation before it is not: `"Now?" He said he was`.
    fn says_what_follows(&self, cue: Cue, quotation: &Quotation) -> bool {
        let inner = quotation.inner.of(self.document.text()).trim_end();
        !inner.ends_with(',')
            && self.draft_of(cue.word).is_some_and(|index| {
                let draft = &self.drafts[index];
                !self.consumed[index]
                    && draft.holds(cue.word + 1)
                    && self.document.word(cue.word + 1) != ","
            })
    }

    /// Who spoke last in `range`: in a quotation, in a statement of syntax by a verb of speech, or in "The mayor agreed."
    fn last_source(&self, range: TokenRange) -> Option<usize> {
        const REACH: usize = 60;
        let document = self.document;
        let quoted = self.last.filter(|last| last.end > range.start);
        let drafts = &self.drafts[..self.syntactic];
        let from = quoted
            .map_or(range.start, |last| last.end)
            .max(range.end.saturating_sub(REACH));
        let low = drafts.partition_point(|draft| draft.anchor() < from);
        let high = drafts.partition_point(|draft| draft.anchor() < range.end);
        let syntactic = drafts[low..high].iter().rfind(|draft| {
            let cue = draft.cue.as_ref();
            draft.confidence >= Statement::CLAIMS
                && draft.source.is_some()
                && cue.is_some_and(|cue| says(document.lemma(cue.start)))
        });
        let announced = beside::announced(document, &(from..range.end));
        match (syntactic, announced) {
            (Some(draft), Some(cue)) if cue.word <= draft.anchor() => draft.source,
            (_, Some(cue)) => cue.source,
            (Some(draft), None) => draft.source,
            (None, None) => self.drafts[quoted?.draft].source,
        }
    }

    /// The syntactic drafts that say at least one word of the quotation while their cues stand outside.
    fn owners(&self, tokens: &TokenRange) -> Vec<usize> {
        const REACH: usize = 200;
        let document = self.document;
        let first = document.sentences[document.sentence_of(tokens.start)].start;
        let last = document.sentences[document.sentence_of(tokens.end - 1)].end;
        let from = first.max(tokens.start.saturating_sub(REACH));
        let to = last.min(tokens.end + REACH);
        let drafts = &self.drafts[..self.syntactic];
        let low = drafts.partition_point(|draft| draft.anchor() < from);
        let high = drafts.partition_point(|draft| draft.anchor() < to);
        (low..high)
            .filter(|&index| {
                let draft = &drafts[index];
                !tokens.contains(&draft.anchor()) && draft.touches(tokens)
            })
            .collect()
    }
}

const QUOTED: f32 = 0.9;
const CARRIED: f32 = 0.6;

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
        let last = lead
            .clone()
            .rev()
            .find(|&i| document.tokens[i].pos != Pos::Space);
        match last.map(|i| document.word(i)) {
            None => Self::Line,
            Some("," | ":") => Self::Cued,
            Some("." | "?" | "!" | "”" | "\"" | "''" | ")" | "—" | "…" | "...") => {
                Self::Sentence
            }
            Some(_) => Self::Inside,
        }
    }
}

/// White space, or the closing mark of a title in quotation marks.
fn is_gap(document: &Document, i: usize) -> bool {
    document.tokens[i].pos == Pos::Space || matches!(document.word(i), "”" | "\"" | "''")
}

/// Whether nothing but "and" stands between a quotation that ended at `end` and the one after `lead`.
fn joined_by_and(document: &Document, lead: &TokenRange, end: usize) -> bool {
    let link = |i: usize| {
        matches!(document.tokens[i].pos, Pos::Cconj | Pos::Space) || document.word(i) == ","
    };
    end == lead.start
        && lead.clone().all(link)
        && lead.clone().any(|i| document.tokens[i].pos == Pos::Cconj)
}

fn ends_with(document: &Document, range: &TokenRange, mark: &str) -> bool {
    range
        .clone()
        .rev()
        .find(|&i| document.tokens[i].pos != Pos::Space)
        .is_some_and(|i| document.word(i).ends_with(mark))
}
