//! The clause that tells a fact: from the trigger up to the verb that carries it, with everything on the way that changes what
//! is claimed, and without what belongs to other facts.

use std::collections::BTreeMap;

use crate::document::{Dep, Document, Pos, Tag};
use crate::lexicon;
use crate::report::{Claim, Fact, Polarity, Role, RoleFiller};
use crate::text::Span;

use super::Article;
use super::word::Word;
use crate::lexicon::verb::{self, Number};

/// Steps up or down a tree. A deeper tree is no sentence anyone wrote, and the bound keeps the stage linear.
const DEEPEST: usize = 64;

/// A relative clause or purpose of more words than this is left out of a line.
const LONGEST_MODIFIER: usize = 14;

/// A clause in the words of a line.
#[derive(Clone, Debug)]
pub struct Clause {
    /// Its words in order, without a full stop.
    pub words: Vec<Word>,
    /// "that" or "whether", where the clause hangs on a verb.
    pub mark: Option<usize>,
}

impl Clause {
    /// Whether the clause shows every token of `span`.
    pub fn shows(&self, document: &Document, span: Span) -> bool {
        document
            .tokens_in(span)
            .all(|i| self.holds(i) || matches!(document.tokens[i].pos, Pos::Punct | Pos::Space))
    }

    /// Whether the clause shows token `i`.
    pub fn holds(&self, i: usize) -> bool {
        self.words.iter().any(|word| word.token() == Some(i))
    }
}

/// Where the way up from a trigger ends.
#[derive(Clone, Copy, Debug, PartialEq)]
enum End {
    /// At a verb that stands by itself: a root, the content of a statement, a subordinate clause with its own subject.
    Own,
    /// At a relative clause of this noun.
    Relative(usize),
    /// At a bare participle after this noun.
    Reduced(usize),
    /// At a participle that belongs to this verb.
    Participle(usize),
    /// At a second verb of this one, whose subject it shares.
    Shared(usize),
}

/// The clause that tells `fact` at the token `trigger`, for the claim `claim`; `None` if there is none that says neither more nor
/// less.
pub fn tell(article: &Article, fact: &Fact, trigger: usize, claim: &Claim) -> Option<Clause> {
    let document = article.document;
    let (path, end) = climb(article, fact, trigger, claim);
    let top = *path.last()?;
    if !is_verb(document, top) {
        return None;
    }
    let mut teller = Teller {
        article,
        fact,
        path: &path,
        top,
        kept: Vec::new(),
        mark: None,
        forms: BTreeMap::new(),
    };
    teller.keep(top, 0);
    teller.kept.sort_unstable();
    teller.kept.dedup();
    let words = teller.words(end)?;
    let clause = Clause {
        words,
        mark: teller.mark,
    };
    honest(article, fact, trigger, claim, &clause).then_some(clause)
}

/// Whether the clause shows the trigger, every hedge near it, whole numbers only, and the negation of a negated claim.
fn honest(article: &Article, fact: &Fact, trigger: usize, claim: &Claim, clause: &Clause) -> bool {
    let document = article.document;
    let sentence = &document.sentences[document.sentence_of(trigger)];
    let near = |span: Span| sentence.contains(&document.tokens_in(span).start);
    let cue = claim.statement.and_then(|id| article.statements[id.0].cue);
    let hedges = fact
        .hedges
        .iter()
        .filter(|&&hedge| near(hedge))
        .all(|&hedge| clause.shows(document, hedge) || cue.is_some_and(|cue| cue.overlaps(hedge)));
    let numbers = fact.counts.iter().all(|count| {
        let mut tokens = document.tokens_in(count.span);
        clause.shows(document, count.span)
            || !tokens.any(|i| clause.holds(i) && document.tokens[i].tag == Tag::Cd)
    });
    let negated = claim.polarity == Polarity::Asserted
        || clause.words.iter().any(|word| {
            word.token().is_some_and(|i| {
                lexicon::NEGATORS.contains(&document.lower(i))
                    || lexicon::NEGATORS.contains(&document.lemma(i).to_lowercase())
            })
        });
    clause.holds(trigger) && hedges && numbers && negated
}

pub(super) fn is_verb(document: &Document, i: usize) -> bool {
    use Tag as T;
    matches!(
        document.tokens[i].tag,
        T::Vb | T::Vbd | T::Vbg | T::Vbn | T::Vbp | T::Vbz | T::Md
    )
}

fn is_noun(document: &Document, i: usize) -> bool {
    matches!(
        document.tokens[i].pos,
        Pos::Noun | Pos::Propn | Pos::Pron | Pos::Num
    )
}

fn subject(document: &Document, verb: usize) -> Option<usize> {
    document.children(verb).take(DEEPEST).find(|&child| {
        matches!(
            document.tokens[child].dep,
            Dep::Nsubj | Dep::Nsubjpass | Dep::Csubj | Dep::Csubjpass | Dep::Expl
        )
    })
}

fn child_word<'d>(document: &'d Document, i: usize, dep: Dep) -> impl Iterator<Item = String> + 'd {
    document
        .children_by(i, dep)
        .map(|child| document.lower(child))
}

/// Whether the verb is an infinitive with "to".
fn is_infinitive(document: &Document, verb: usize) -> bool {
    document.tokens[verb].tag == Tag::Vb
        && document
            .children_by(verb, Dep::Aux)
            .any(|child| document.tokens[child].tag == Tag::To)
}

fn has_comma_before(document: &Document, i: usize) -> bool {
    let start = document.subtree(i).start;
    start > 0 && matches!(document.word(start - 1), "," | "–" | "—" | "--" | "(")
}

/// The way up from the trigger to the verb that carries it, and why it ends there.
fn climb(article: &Article, fact: &Fact, trigger: usize, claim: &Claim) -> (Vec<usize>, End) {
    let document = article.document;
    let cue = claim.statement.and_then(|id| article.cue_head(id));
    let mut path = vec![trigger];
    let mut node = trigger;
    while path.len() < DEEPEST {
        let Some(head) = document.head(node) else {
            return (path, End::Own);
        };
        if Some(head) == cue && is_verb(document, node) {
            return (path, End::Own);
        }
        if let Some(end) = boundary(article, fact, node, head) {
            return (path, end);
        }
        path.push(head);
        node = head;
    }
    (path, End::Own)
}

/// Whether the way up ends at `node`, below `head`.
fn boundary(article: &Article, fact: &Fact, node: usize, head: usize) -> Option<End> {
    let document = article.document;
    let token = &document.tokens[node];
    if !is_verb(document, node) {
        return None;
    }
    let own = subject(document, node).is_some();
    let marks: Vec<String> = child_word(document, node, Dep::Mark).collect();
    let conditional = marks.iter().any(|mark| lexicon::CONDITIONS.contains(mark));
    let infinitive = is_infinitive(document, node);
    match token.dep {
        Dep::Relcl | Dep::Acl if is_verb(document, head) => {
            (!infinitive && !own).then_some(End::Participle(head))
        }
        Dep::Relcl => {
            let complement = own
                && marks.iter().any(|mark| mark == "that")
                && !fact.roles.iter().any(|role| covers(document, role, head));
            (!complement).then_some(End::Relative(head))
        }
        Dep::Acl => (!infinitive && !own && marks.is_empty() && !is_denied(document, head))
            .then_some(End::Reduced(head)),
        Dep::Advcl if conditional || infinitive => None,
        Dep::Advcl if own => Some(End::Own),
        Dep::Advcl if matches!(token.tag, Tag::Vbg | Tag::Vbn) => {
            let verb = match is_verb(document, head) {
                true => head,
                false => document.ancestors(head).find(|&up| is_verb(document, up))?,
            };
            Some(End::Participle(verb))
        }
        Dep::Conj if own => Some(End::Own),
        Dep::Conj if is_verb(document, head) && !infinitive => {
            let free = !is_infinitive(document, head) && document.tokens[head].tag != Tag::Vb;
            (free && filler_subject(article, fact, node).is_some()).then_some(End::Shared(head))
        }
        Dep::Parataxis if own => Some(End::Own),
        // "A did this, B did that": the first clause hangs on the second.
        Dep::Ccomp
            if own
                && node < head
                && marks.is_empty()
                && subject(document, head).is_some_and(|it| it > node) =>
        {
            let end = document.subtree(node).end;
            let comma = document
                .tokens
                .get(end)
                .is_some_and(|_| matches!(document.word(end), "," | ";"));
            (comma && !article.is_cue(head)).then_some(End::Own)
        }
        Dep::Pcomp if token.tag == Tag::Vbg && !own => {
            let temporal = lexicon::TIME_PREPOSITIONS.contains(&document.lower(head));
            let verb = document.head(head).filter(|&up| is_verb(document, up));
            verb.filter(|_| temporal).map(End::Participle)
        }
        _ => None,
    }
}

/// Whether the noun has "no" before it: what modifies it is then not claimed.
fn is_denied(document: &Document, noun: usize) -> bool {
    document
        .children(noun)
        .take(DEEPEST)
        .any(|child| lexicon::NEGATORS.contains(&document.lower(child)))
}

fn covers(document: &Document, filler: &RoleFiller, token: usize) -> bool {
    filler.span.contains(document.tokens[token].span)
}

/// Whether the verb is passive: with an auxiliary, or a bare participle.
fn is_passive(document: &Document, verb: usize, end: End) -> bool {
    let auxiliary = document.children(verb).take(DEEPEST).any(|child| {
        matches!(
            document.tokens[child].dep,
            Dep::Auxpass | Dep::Nsubjpass | Dep::Agent
        )
    });
    let bare = document.tokens[verb].tag == Tag::Vbn
        && document.child(verb, Dep::Aux).is_none()
        && matches!(end, End::Reduced(_) | End::Participle(_));
    auxiliary || bare
}

/// The filler that is the subject of a verb without one of its own.
fn filler_subject<'f>(article: &Article, fact: &'f Fact, verb: usize) -> Option<&'f RoleFiller> {
    let document = article.document;
    let passive = is_passive(document, verb, End::Own);
    let wanted = match passive {
        true => [Role::Patient, Role::Recipient],
        false => [Role::Agent, Role::Patient],
    };
    let sentence = document.sentences[document.sentence_of(verb)].clone();
    let before = |role: &&RoleFiller| {
        let tokens = document.tokens_in(role.span);
        tokens.end <= verb && sentence.contains(&tokens.start)
    };
    wanted.into_iter().find_map(|wanted| {
        (fact.roles.iter())
            .filter(before)
            .filter(|role| role.role == wanted)
            .max_by_key(|role| role.span.start)
    })
}

struct Teller<'a, 't> {
    article: &'a Article<'a, 't>,
    fact: &'a Fact,
    path: &'a [usize],
    top: usize,
    kept: Vec<usize>,
    mark: Option<usize>,
    /// Auxiliaries that change their form.
    forms: BTreeMap<usize, String>,
}

impl Teller<'_, '_> {
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
        let long = || document.subtree(child).len() > LONGEST_MODIFIER;
        if token.pos == Pos::Space
            || self.article.is_cue(child) && !matches!(token.dep, Dep::Xcomp | Dep::Ccomp)
        {
            return true;
        }
        match token.dep {
            Dep::Punct => true,
            Dep::Mark if node == self.top => {
                if matches!(lower.as_str(), "that" | "whether" | "if") {
                    self.mark = Some(child);
                }
                true
            }
            Dep::Cc | Dep::Preconj => node == self.top && child < self.top,
            Dep::Relcl => comma() || long(),
            Dep::Acl => comma() || (long() && !is_infinitive(document, child)),
            Dep::Appos => !self.is_place_in_place(node, child),
            Dep::Advcl => {
                let marks: Vec<String> = child_word(document, child, Dep::Mark).collect();
                let bears = marks.iter().any(|mark| lexicon::CONDITIONS.contains(mark));
                let purpose = is_infinitive(document, child) && !comma() && !long();
                !(bears || purpose)
            }
            Dep::Conj => {
                is_verb(document, node) && (is_verb(document, child) || is_noun(document, child))
            }
            Dep::Parataxis | Dep::Intj | Dep::Meta => true,
            Dep::Dep => comma(),
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

    /// "Khusham, Syria": the apposition says where the place is.
    fn is_place_in_place(&self, node: usize, child: usize) -> bool {
        let document = self.document();
        document.tokens[node].pos == Pos::Propn
            && document.tokens[child].pos == Pos::Propn
            && document.subtree(child).len() <= 3
            && self.article.is_place(child)
    }

    /// The kept tokens as the words of a finite clause with a subject.
    fn words(&mut self, end: End) -> Option<Vec<Word>> {
        let document = self.article.document;
        let passive = is_passive(document, self.top, end);
        let mut front: Vec<Word> = Vec::new();
        let mut after_verb: Vec<Word> = Vec::new();
        let own = subject(document, self.top);
        let relative = |i: usize| matches!(document.tokens[i].tag, Tag::Wdt | Tag::Wp);
        match (end, own) {
            (End::Relative(noun), Some(own)) if relative(own) => {
                self.kept.retain(|&i| i != own);
                front = self.noun_phrase(noun)?;
            }
            (End::Relative(noun), Some(_)) => {
                after_verb = self.gap(noun)?;
            }
            (End::Relative(noun) | End::Reduced(noun), None) => front = self.noun_phrase(noun)?,
            (End::Participle(_) | End::Shared(_), None) => {
                let (fact, article) = (self.fact, self.article);
                let sentence = document.sentences[document.sentence_of(self.top)].clone();
                let wanted = match passive {
                    true => Role::Patient,
                    false => Role::Agent,
                };
                let filler = filler_subject(article, fact, self.top).or_else(|| {
                    fact.roles.iter().find(|role| {
                        role.role == wanted
                            && sentence.contains(&document.tokens_in(role.span).start)
                    })
                });
                front = match (filler, end) {
                    (Some(filler), _) => tokens(document, filler.span),
                    (None, End::Participle(verb) | End::Shared(verb)) => {
                        let subject = subject(document, verb)?;
                        if relative(subject) {
                            return None;
                        }
                        self.noun_phrase(subject)?
                    }
                    _ => return None,
                };
                let shown: Vec<usize> = front.iter().filter_map(Word::token).collect();
                self.kept.retain(|i| !shown.contains(i));
            }
            (_, None) if self.has_subject_inside() => {}
            (_, None) => return None,
            (_, Some(own)) if relative(own) => return None,
            (_, Some(_)) => {}
        }
        let plural = self.is_plural(end, own, &front);
        let verbs = self.verb_group(end, passive, plural)?;
        self.pair_marks();
        let mut words = front;
        let verb_at = self.top;
        for at in 0..self.kept.len() {
            let i = self.kept[at];
            if i == verb_at {
                words.extend(verbs.iter().cloned());
                // Particles follow the verb: "ruled out".
                continue;
            }
            words.extend(self.word(i, own));
        }
        if !after_verb.is_empty() {
            let mut at = words
                .iter()
                .position(|word| word.token() == Some(verb_at))?
                + 1;
            while words
                .get(at)
                .and_then(Word::token)
                .is_some_and(|i| document.tokens[i].dep == Dep::Prt)
            {
                at += 1;
            }
            words.splice(at..at, after_verb);
        }
        Some(words)
    }

    /// Whether an actor or sufferer of the fact stands before the verb without being its subject in the tree.
    fn has_subject_inside(&self) -> bool {
        let document = self.article.document;
        self.fact.roles.iter().any(|role| {
            matches!(role.role, Role::Agent | Role::Patient)
                && document.tokens_in(role.span).end <= self.top
                && document
                    .tokens_in(role.span)
                    .all(|i| self.kept.contains(&i) || document.tokens[i].pos == Pos::Punct)
        })
    }

    /// The noun phrase of an antecedent or subject, as the fact's filler has it or without its clauses.
    fn noun_phrase(&self, noun: usize) -> Option<Vec<Word>> {
        let document = self.article.document;
        let filler = self
            .fact
            .roles
            .iter()
            .find(|role| covers(document, role, noun));
        if let Some(filler) = filler {
            let tokens_of = document.tokens_in(filler.span);
            if !tokens_of.contains(&self.top) {
                return Some(tokens(document, filler.span));
            }
        }
        let mut inner = Teller {
            article: self.article,
            fact: self.fact,
            path: &[],
            top: usize::MAX,
            kept: Vec::new(),
            mark: None,
            forms: BTreeMap::new(),
        };
        inner.keep_phrase(noun);
        inner.kept.sort_unstable();
        inner.pair_marks();
        (!inner.kept.is_empty()).then(|| inner.kept.into_iter().map(Word::Token).collect())
    }

    /// Keeps a noun with what stands in its phrase, clauses left out.
    fn keep_phrase(&mut self, noun: usize) {
        self.kept.push(noun);
        let children: Vec<usize> = self.document().children(noun).collect();
        for child in children {
            let dep = self.document().tokens[child].dep;
            let clause = matches!(dep, Dep::Relcl | Dep::Acl | Dep::Appos | Dep::Parataxis);
            if !clause && !self.leaves_out(noun, child) {
                self.keep(child, 1);
            }
        }
    }

    /// The object that a relative clause has before it: "the attack that forces launched".
    fn gap(&mut self, noun: usize) -> Option<Vec<Word>> {
        let document = self.article.document;
        let pronoun: Vec<usize> = (document.children(self.top).take(DEEPEST))
            .filter(|&child| {
                child < self.top
                    && (matches!(document.tokens[child].tag, Tag::Wdt | Tag::Wp)
                        || document.tokens[child].dep == Dep::Mark
                            && document.lower(child) == "that")
            })
            .collect();
        self.kept.retain(|i| !pronoun.contains(i));
        // "in which", "whose": no gap that a noun could fill as it is.
        let other = self.kept.iter().any(|&i| {
            matches!(document.tokens[i].tag, Tag::Wdt | Tag::Wp | Tag::WpPoss) && i < self.top
        });
        if other {
            return None;
        }
        let filled = self.fact.roles.iter().any(|role| {
            covers(document, role, noun)
                && matches!(
                    role.role,
                    Role::Patient | Role::Recipient | Role::Topic | Role::Instrument
                )
        });
        let object = document
            .children_by(self.top, Dep::Dobj)
            .any(|child| !pronoun.contains(&child));
        match filled && !object {
            true => self.noun_phrase(noun),
            false => Some(Vec::new()),
        }
    }

    /// Keeps commas, hyphens and the like between kept tokens, and marks that come in pairs when both ends and all between stay.
    fn pair_marks(&mut self) {
        let document = self.article.document;
        let (Some(&first), Some(&last)) = (self.kept.first(), self.kept.last()) else {
            return;
        };
        let mut kept = vec![false; last - first + 1];
        for &i in &self.kept {
            kept[i - first] = true;
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
            && matches!(document.word(i), "," | ";" | ":" | "–" | "—" | "." | "-")
        {
            self.kept.pop();
        }
        while let Some(&i) = self.kept.first()
            && matches!(document.word(i), "," | ";" | ":" | "–" | "—" | "." | "-")
        {
            self.kept.remove(0);
        }
    }

    fn is_plural(&self, end: End, own: Option<usize>, front: &[Word]) -> Number {
        let document = self.article.document;
        let head = match (end, own) {
            (End::Relative(noun) | End::Reduced(noun), _) => Some(noun),
            (_, Some(own)) => Some(own),
            _ => front.iter().filter_map(Word::token).find(|&i| {
                // The head of the phrase: the token that hangs on something outside it.
                document
                    .head(i)
                    .is_none_or(|head| !front.iter().any(|word| word.token() == Some(head)))
            }),
        };
        let Some(head) = head else {
            return Number::Singular;
        };
        let token = &document.tokens[head];
        let joined = document.child(head, Dep::Conj).is_some()
            && document
                .children_by(head, Dep::Cc)
                .any(|cc| document.lower(cc) == "and");
        let word = document.lower(head);
        let many = joined
            || matches!(token.tag, Tag::Nns | Tag::Nnps)
            || matches!(
                word.as_str(),
                "they"
                    | "we"
                    | "you"
                    | "people"
                    | "police"
                    | "these"
                    | "those"
                    | "both"
                    | "several"
                    | "many"
            )
            || token.tag == Tag::Cd && !matches!(word.as_str(), "1" | "one")
            || document
                .children_by(head, Dep::Nummod)
                .any(|n| !matches!(document.lower(n).as_str(), "1" | "one"));
        match many {
            true => Number::Plural,
            false => Number::Singular,
        }
    }

    /// The verb itself, with what makes it finite.
    fn verb_group(&mut self, end: End, passive: bool, number: Number) -> Option<Vec<Word>> {
        let document = self.article.document;
        let top = self.top;
        let tag = document.tokens[top].tag;
        let auxiliaries: Vec<usize> = (document.children(top).take(DEEPEST))
            .filter(|&child| matches!(document.tokens[child].dep, Dep::Aux | Dep::Auxpass))
            .collect();
        let as_it_is = vec![Word::Token(top)];
        let finite = |i: usize| {
            matches!(
                document.tokens[i].tag,
                Tag::Md | Tag::Vbd | Tag::Vbz | Tag::Vbp
            )
        };
        let was = Word::Link(verb::was(number));
        if auxiliaries.iter().any(|&i| finite(i)) {
            return Some(as_it_is);
        }
        let past = || Word::Form(top, verb::past(&document.lemma(top).to_lowercase()));
        let headline = self.article.in_title(top);
        match tag {
            Tag::Vbd if headline && passive => Some(vec![was, Word::Token(top)]),
            Tag::Vbd | Tag::Md => Some(as_it_is),
            Tag::Vbz | Tag::Vbp if headline => {
                Some(vec![match document.lemma(top).to_lowercase().as_str() {
                    "be" => Word::Form(top, verb::was(number).to_owned()),
                    _ => past(),
                }])
            }
            Tag::Vbz | Tag::Vbp => Some(as_it_is),
            Tag::Vbg => {
                // "having killed", "being held": the auxiliary becomes finite.
                if let Some(&first) = auxiliaries.first() {
                    return self.finite_auxiliary(first, number).then_some(as_it_is);
                }
                let progressive = match end {
                    End::Reduced(_) | End::Relative(_) => true,
                    End::Participle(_) => {
                        document.child(top, Dep::Mark).is_some() && !self.follows_time(top)
                    }
                    End::Own | End::Shared(_) => {
                        headline || document.child(top, Dep::Mark).is_some()
                    }
                };
                Some(match progressive {
                    true => vec![was, Word::Token(top)],
                    false => vec![past()],
                })
            }
            Tag::Vbn => match (auxiliaries.first(), end) {
                (Some(&first), _) => self.finite_auxiliary(first, number).then_some(as_it_is),
                (None, End::Shared(first)) => {
                    let mut words: Vec<Word> =
                        self.shared(first).into_iter().map(Word::Token).collect();
                    if words.is_empty() {
                        words.push(was);
                    }
                    words.push(Word::Token(top));
                    Some(words)
                }
                (None, _)
                    if passive
                        || headline
                        || matches!(end, End::Reduced(_) | End::Participle(_)) =>
                {
                    Some(vec![was, Word::Token(top)])
                }
                _ => None,
            },
            Tag::Vb => match end {
                End::Shared(first) => {
                    let mut words: Vec<Word> =
                        self.shared(first).into_iter().map(Word::Token).collect();
                    (!words.is_empty()).then(|| {
                        words.push(Word::Token(top));
                        words
                    })
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// "after killing", "before leaving".
    fn follows_time(&self, verb: usize) -> bool {
        let document = self.article.document;
        child_word(document, verb, Dep::Mark).any(|mark| lexicon::TIME_PREPOSITIONS.contains(&mark))
    }

    /// The auxiliaries and the negation that the second of two verbs shares with the first.
    fn shared(&self, first: usize) -> Vec<usize> {
        let document = self.article.document;
        (document.children(first).take(DEEPEST))
            .filter(|&child| {
                child < first
                    && matches!(
                        document.tokens[child].dep,
                        Dep::Aux | Dep::Auxpass | Dep::Neg
                    )
            })
            .collect()
    }

    /// Puts "had" for "having" and "was" for "being"; false for any other auxiliary that is not finite.
    fn finite_auxiliary(&mut self, auxiliary: usize, number: Number) -> bool {
        let lemma = self.document().lemma(auxiliary).to_lowercase();
        let form = match lemma.as_str() {
            "have" => "had".to_owned(),
            "be" => verb::was(number).to_owned(),
            _ => return false,
        };
        self.forms.insert(auxiliary, form);
        true
    }

    /// The word of a kept token; a pronoun outside quotations becomes the name of its entity.
    fn word(&self, i: usize, own: Option<usize>) -> Vec<Word> {
        if let Some(form) = self.forms.get(&i) {
            return vec![Word::Form(i, form.clone())];
        }
        let document = self.article.document;
        let is_subject = own == Some(i);
        if document.tokens[i].tag == Tag::Prp
            && is_subject
            && let Some(named) = self.article.named(document.tokens[i].span)
        {
            return tokens(document, named);
        }
        vec![Word::Token(i)]
    }
}

/// The tokens of a span as words.
pub fn tokens(document: &Document, span: Span) -> Vec<Word> {
    document
        .tokens_in(span)
        .filter(|&i| document.tokens[i].pos != Pos::Space)
        .map(Word::Token)
        .collect()
}
