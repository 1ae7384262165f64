//! What of a tree stays in a line: everything that bears on the claim; not what belongs to other facts.

use crate::document::{Dep, Document, Pos, Tag};
use crate::lexicon;

use super::super::Article;
use super::climb::is_open;
use super::tree::{
    DEEPEST, has_comma_before, is_bare, is_condition, is_infinitive, is_noun, is_restricted,
    is_verb, is_wished, subject,
};

/// The tokens of a tree that stay.
pub struct Pruner<'a, 't> {
    article: &'a Article<'a, 't>,
    /// The way from the trigger up to the verb: always kept.
    path: &'a [usize],
    /// The verb of the clause.
    top: usize,
    /// A modifying clause of more tokens is left out.
    longest: usize,
    /// What is kept, sorted when [`Pruner::finish`] has been called.
    pub kept: Vec<usize>,
    /// "that" or "whether" before the clause, left out.
    pub mark: Option<usize>,
}

/// The tokens of the clause under `top`.
pub fn clause<'a, 't>(
    article: &'a Article<'a, 't>,
    path: &'a [usize],
    top: usize,
    longest: usize,
) -> Pruner<'a, 't> {
    let mut pruner = Pruner {
        article,
        path,
        top,
        longest,
        kept: Vec::new(),
        mark: None,
    };
    pruner.keep(top, 0);
    pruner.kept.sort_unstable();
    pruner.kept.dedup();
    pruner
}

/// The tokens of a noun phrase without its clauses, marks included.
pub fn phrase(article: &Article, noun: usize) -> Vec<usize> {
    let mut pruner = Pruner {
        article,
        path: &[],
        top: usize::MAX,
        longest: 0,
        kept: Vec::new(),
        mark: None,
    };
    pruner.keep_phrase(noun);
    pruner.kept.sort_unstable();
    pruner.pair_marks();
    pruner.kept
}

/// Whether a noun would say something else without the clause about it.
fn is_needed(document: &Document, noun: usize, clause: usize) -> bool {
    is_restricted(document, noun) || is_bare(document, noun) || is_wished(document, noun, clause)
}

/// Whether the infinitive of `verb` is what something says is hard, wrong or not to be done.
fn is_ruled_out(document: &Document, verb: usize) -> bool {
    let judged = |up: usize| {
        matches!(
            document.lemma(up),
            "impossible" | "illegal" | "hard" | "difficult" | "wrong" | "unfair" | "unlikely"
        )
    };
    is_infinitive(document, verb) && document.ancestors(verb).take(2).any(judged)
}

/// What a word needs to say anything: "could not be **sure**", "after **arguing** that".
fn is_complement(dep: Dep) -> bool {
    matches!(
        dep,
        Dep::Xcomp
            | Dep::Ccomp
            | Dep::Acomp
            | Dep::Pcomp
            | Dep::Pobj
            | Dep::Attr
            | Dep::Dobj
            | Dep::Oprd
    )
}

impl Pruner<'_, '_> {
    fn document(&self) -> &Document<'_> {
        self.article.document
    }

    /// Keeps `node` and what below it belongs to the claim.
    fn keep(&mut self, node: usize, depth: usize) {
        self.kept.push(node);
        if depth >= DEEPEST {
            return;
        }
        let children: Vec<usize> = self.document().children(node).collect();
        let mut conjuncts_left_out = false;
        for &child in &children {
            if self.path.contains(&child) || !self.leaves_out(node, child) {
                self.keep(child, depth + 1);
            } else if self.document().tokens[child].dep == Dep::Conj {
                conjuncts_left_out = true;
            }
        }
        if conjuncts_left_out {
            let document = self.article.document;
            let last = children.iter().rev().find(|&&child| {
                document.tokens[child].dep == Dep::Conj && self.kept.contains(&child)
            });
            for &child in &children {
                if matches!(document.tokens[child].dep, Dep::Cc | Dep::Preconj)
                    && last.is_none_or(|&last| last < child)
                {
                    self.kept.retain(|&kept| kept != child);
                }
            }
        }
    }

    /// Whether the dependent `child` of `node` stays out of the line.
    fn leaves_out(&mut self, node: usize, child: usize) -> bool {
        let document = self.article.document;
        let token = &document.tokens[child];
        let lower = document.lower(child);
        let comma = || has_comma_before(document, child);
        let long = || document.subtree(child).len() > self.longest;
        if token.pos == Pos::Space || self.is_inserted(node, child) {
            return true;
        }
        match token.dep {
            // "those who drank tea": without its clause the word says nothing.
            Dep::Relcl | Dep::Acl if is_open(&document.lower(node)) => false,
            Dep::Punct => true,
            Dep::Mark if node == self.top => {
                if matches!(lower.as_str(), "that" | "whether" | "if") {
                    self.mark = Some(child);
                }
                true
            }
            Dep::Cc | Dep::Preconj => node == self.top && child < self.top,
            Dep::Relcl | Dep::Acl if !comma() && is_needed(document, node, child) => false,
            Dep::Relcl => comma() || long(),
            Dep::Acl => comma() || (long() && !is_infinitive(document, child)),
            // "the striker Mikkel Holm": without a comma the name belongs to its noun.
            Dep::Appos => {
                let named = token.pos == Pos::Propn && child > node && !comma();
                !(named || self.is_place_in_place(node, child))
            }
            Dep::Advcl => {
                let bears = is_condition(document, child);
                let purpose = is_infinitive(document, child) && !comma() && !long();
                !(bears || purpose)
            }
            // "beat and robbed the prisoners": the first verb has its object with the second.
            Dep::Conj if self.shares_object(node, child) => false,
            // "if A and if B", "impossible to do A and not B": both or neither.
            Dep::Conj if is_condition(document, node) || is_ruled_out(document, node) => false,
            Dep::Conj => {
                is_verb(document, node) && (is_verb(document, child) || is_noun(document, child))
            }
            // "A is quick, B is brave": the first clause hangs on the second, and is told by itself.
            Dep::Ccomp if child < node && !self.article.is_cue(node) => {
                let end = document.subtree(child).end;
                subject(document, child).is_some()
                    && document.child(child, Dep::Mark).is_none()
                    && end < node
                    && matches!(document.word(end), "," | ";")
            }
            Dep::Parataxis | Dep::Intj | Dep::Meta => true,
            Dep::Dep => comma(),
            // "did not say where the money went".
            Dep::Advmod
                if token.tag == Tag::Wrb
                    && node == self.top
                    && document.tokens[node].dep == Dep::Ccomp =>
            {
                self.mark = Some(child);
                true
            }
            Dep::Advmod => {
                is_verb(document, node)
                    && (lexicon::SENTENCE_ADVERBS.contains(&lower)
                        || matches!(token.tag, Tag::Wrb) && node == self.top)
            }
            Dep::Prep => {
                matches!(lower.as_str(), "including" | "according")
                    || (lower == "such" || lower == "like") && comma()
            }
            _ => false,
        }
    }

    /// "…, police said, …": a cue in the midst of what it reports; not a noun, a condition or what the word above it needs.
    fn is_inserted(&self, node: usize, child: usize) -> bool {
        let document = self.document();
        let dep = document.tokens[child].dep;
        let belongs = is_noun(document, child)
            || is_complement(dep)
            || dep == Dep::Advcl && is_condition(document, child);
        self.article.is_cue(child) && !self.article.is_cue(node) && !belongs
    }

    fn shares_object(&self, node: usize, child: usize) -> bool {
        let document = self.document();
        is_verb(document, node)
            && is_verb(document, child)
            && child == node + 2
            && document
                .children(node)
                .all(|it| it <= child || document.tokens[it].dep == Dep::Punct)
            && document.child(child, Dep::Dobj).is_some()
    }

    /// "Khusham, Syria": the apposition says where the place is.
    fn is_place_in_place(&self, node: usize, child: usize) -> bool {
        let document = self.document();
        document.tokens[node].pos == Pos::Propn
            && document.tokens[child].pos == Pos::Propn
            && document.subtree(child).len() <= 3
            && self.article.is_place(child)
    }

    /// Keeps a noun with what stands in its phrase, clauses left out.
    fn keep_phrase(&mut self, noun: usize) {
        self.kept.push(noun);
        let children: Vec<usize> = self.document().children(noun).collect();
        for child in children {
            let dep = self.document().tokens[child].dep;
            let clause = matches!(dep, Dep::Relcl | Dep::Acl | Dep::Appos | Dep::Parataxis)
                && !(matches!(dep, Dep::Relcl | Dep::Acl) && is_open(&self.document().lower(noun)));
            if !clause && !self.leaves_out(noun, child) {
                self.keep(child, 1);
            }
        }
    }

    /// Keeps commas, hyphens and the like between kept tokens, and marks that come in pairs when both ends and all between stay.
    pub fn pair_marks(&mut self) {
        let document = self.article.document;
        let (Some(&first), Some(&last)) = (self.kept.first(), self.kept.last()) else {
            return;
        };
        let mut kept = vec![false; last - first + 1];
        for &i in &self.kept {
            kept[i - first] = true;
        }
        // The "and" between two kept words stays, whatever it hangs on.
        for i in first + 1..last {
            let mark = |t: usize| document.tokens[t].pos == Pos::Punct;
            let before = (first..i)
                .rev()
                .find(|&t| !mark(t))
                .is_some_and(|t| kept[t - first]);
            let after = (i + 1..=last)
                .find(|&t| !mark(t))
                .is_some_and(|t| kept[t - first]);
            let joins = document.tokens[i].dep == Dep::Cc && before && after;
            if joins && !kept[i - first] {
                kept[i - first] = true;
                self.kept.push(i);
            }
        }
        let is_mark =
            |i: usize| document.tokens[i].pos == Pos::Punct || document.tokens[i].dep == Dep::Punct;
        let mut open: Option<usize> = None;
        for i in first.saturating_sub(1)..(last + 2).min(document.len()) {
            let word = document.word(i);
            let opens = matches!(word, "“" | "(" | "‘" | "[") || word == "\"" && open.is_none();
            let closes = matches!(word, "”" | ")" | "]") || word == "\"" && open.is_some();
            if opens {
                open = Some(i);
            } else if let (true, Some(start)) = (closes, open.take_if(|_| closes)) {
                let whole = start + 1 < i
                    && start + 1 >= first
                    && i - 1 <= last
                    && (start + 1..i).all(|t| is_mark(t) || kept[t - first]);
                if whole {
                    self.kept.extend([start, i]);
                }
            } else if i > first && i < last && is_mark(i) && !kept[i - first] {
                let touches =
                    |t: usize| kept[t - first] || matches!(document.word(t), "”" | "“" | "\"");
                if touches(i - 1) && touches(i + 1) && !matches!(word, "”" | ")" | "]") {
                    self.kept.push(i);
                }
            }
        }
        self.kept.sort_unstable();
        self.kept.dedup();
        while let Some(&i) = self.kept.last()
            && (matches!(
                document.word(i),
                "," | ";" | ":" | "–" | "—" | "―" | "." | "-"
            ) || matches!(document.tokens[i].dep, Dep::Cc | Dep::Prep | Dep::Mark))
        {
            self.kept.pop();
        }
        while let Some(&i) = self.kept.first()
            && matches!(
                document.word(i),
                "," | ";" | ":" | "–" | "—" | "―" | "." | "-"
            )
        {
            self.kept.remove(0);
        }
    }
}
