//! Who, what, when, where, why and how of the main line's event: its own arguments and adjuncts, and the dateline. Wrong is worse than empty.

use crate::document::{Dep, Document, Pos, Tag, TokenRange};
use crate::lexicon::{EQUIPMENT, NOUNS};
use crate::report::{Answer, BlockKind, EntityType, FactId, Line, ValueKind};
use crate::text::Span;

use super::Article;
use super::article::is_verb;

/// Tokens of the longest answer to what.
const LONGEST_WHAT: usize = 32;

/// Tokens of the longest answer to the others.
const LONGEST: usize = 18;

/// The answers to who, what, when, where, why, how; none without a main line.
pub fn answer(article: &Article, main: Option<&Line>) -> [Option<Answer>; 6] {
    let none = [const { None }; 6];
    let Some(line) = main else { return none };
    let Some(event) = Event::find(article, line) else {
        return none;
    };
    let spans = [
        event.who(),
        event.what(),
        event.when(),
        event.place(),
        event.why(),
        event.how(),
    ];
    let text = article.document.text();
    spans.map(|span| {
        let span = span?.trim(text);
        (!span.is_empty()).then(|| Answer {
            span,
            text: span.of(text).to_owned(),
            fact: fact_of(article, line, span),
        })
    })
}

/// The first fact of the line that stands where the answer is.
fn fact_of(article: &Article, line: &Line, span: Span) -> Option<FactId> {
    let stands = |id: &FactId| {
        let fact = &article.facts[id.0];
        (fact.roles.iter().map(|role| role.span))
            .chain([fact.trigger])
            .any(|part| part.overlaps(span))
    };
    line.facts.iter().copied().find(stands)
}

/// The event that the main line tells, by its outermost verb.
struct Event<'a, 't> {
    article: &'a Article<'a, 't>,
    document: &'a Document<'t>,
    /// The tokens of the line.
    tokens: TokenRange,
    /// The verb; of "…, police said" what police said.
    verb: usize,
}

impl<'a, 't> Event<'a, 't> {
    fn find(article: &'a Article<'a, 't>, line: &Line) -> Option<Self> {
        let document = article.document;
        let tokens = document.tokens_in(line.extent());
        let mut verb = (tokens.clone()).find(|&i| {
            document.tokens[i].dep == Dep::Root
                && is_verb(document, i)
                && article.quotation_at(i).is_none()
        })?;
        // What is said stands before who says it: the event is what is said.
        if let Some(said) = document.child(verb, Dep::Ccomp).filter(|&said| said < verb)
            && is_verb(document, said)
        {
            verb = said;
        }
        // A person's words are told as that person's.
        let speaker = document
            .head(verb)
            .filter(|&up| verb < up && document.tokens[verb].dep == Dep::Ccomp);
        let person = speaker.and_then(|up| {
            (document.children_by(up, Dep::Nsubj))
                .find(|&it| article.is_name(it) && article.kind_at(it) == Some(EntityType::Person))
        });
        if let (Some(up), Some(_)) = (speaker, person) {
            verb = up;
        }
        let quoted = article.quotation_at(verb).is_some();
        (!quoted).then_some(Self {
            article,
            document,
            tokens,
            verb,
        })
    }

    /// The subject, if it is someone: a person, a people, a body, a state, or a vehicle that acts like one, and no pronoun.
    fn who(&self) -> Option<Span> {
        let document = self.document;
        let subject = (document.children(self.verb)).find(|&it| {
            matches!(document.tokens[it].dep, Dep::Nsubj | Dep::Nsubjpass)
                && self.tokens.contains(&it)
        })?;
        use EntityType as E;
        let named = matches!(
            self.article.kind_at(subject),
            Some(E::Person | E::Org | E::Gpe | E::Norp)
        );
        let acts = match document.tokens[subject].pos {
            Pos::Noun | Pos::Propn => {
                let lemma = document.lemma(subject);
                let someone = matches!(NOUNS.get(lemma), Some("person" | "group"));
                named || someone || EQUIPMENT.contains(lemma)
            }
            Pos::Num => true,
            _ => false,
        };
        let tokens = self.phrase(subject);
        (acts && tokens.len() <= LONGEST).then(|| document.span(tokens))
    }

    /// The verb with its auxiliaries, negation and adverbs before it, and its complements after it.
    fn what(&self) -> Option<Span> {
        let document = self.document;
        let dep = |i: usize| document.tokens[i].dep;
        let start = (document.children(self.verb))
            .filter(|&it| it < self.verb)
            .filter(|&it| matches!(dep(it), Dep::Aux | Dep::Auxpass | Dep::Neg | Dep::Advmod))
            .filter(|&it| {
                // "On Monday he quickly left" has its adverb beside the verb; "Later, he left" has not.
                (it..self.verb).all(|i| {
                    i == it
                        || document.ancestors(i).any(|up| up == it)
                        || matches!(dep(i), Dep::Aux | Dep::Auxpass | Dep::Neg | Dep::Advmod)
                })
            })
            .min()
            .unwrap_or(self.verb);
        let mut end = self.verb + 1;
        for child in document.children(self.verb).filter(|&it| it > self.verb) {
            let subtree = document.subtree(child);
            let marked = (end..subtree.start).any(|i| document.tokens[i].pos == Pos::Punct);
            if dep(child) == Dep::Punct {
                continue;
            }
            let condition = dep(child) == Dep::Advcl && self.is_condition(child);
            if marked && !condition {
                break;
            }
            end = end.max(subtree.end);
        }
        // Who says so after a comma, and the full stop, are no part of it.
        while end > self.verb + 1
            && document.tokens[end - 1].pos == Pos::Punct
            && !self.closes(end - 1)
        {
            end -= 1;
        }
        let before = (document.children_by(self.verb, Dep::Advcl))
            .any(|it| it < self.verb && self.is_condition(it));
        // Who speaks after the words is told with them, not by "said" alone.
        let said = (document.children_by(self.verb, Dep::Ccomp)).any(|it| it < self.verb);
        let whole = start..end.min(self.tokens.end);
        let fits = whole.len() > 1
            && whole.len() <= LONGEST_WHAT
            && self.is_balanced(&whole)
            && !before
            && !said;
        fits.then(|| document.span(whole))
    }

    /// "if", "unless": a clause on which the event depends.
    fn is_condition(&self, clause: usize) -> bool {
        let mark = self.document.child(clause, Dep::Mark);
        mark.is_some_and(|mark| matches!(self.document.lower(mark).as_str(), "if" | "unless"))
    }

    /// Whether a mark closes a quotation or a bracket.
    fn closes(&self, i: usize) -> bool {
        matches!(
            self.document.word(i),
            "”" | "\"" | "’" | "'" | "»" | ")" | "]"
        )
    }

    /// Whether quotations and brackets that open in a range close in it.
    fn is_balanced(&self, range: &TokenRange) -> bool {
        let count = |word: &str| {
            range
                .clone()
                .filter(|&i| self.document.word(i) == word)
                .count()
        };
        count("(") == count(")")
            && (self.article.quotations_in(range))
                .all(|it| it.tokens.start >= range.start && it.tokens.end <= range.end)
    }

    /// The date or time that hangs on the verb or on what it has for its object.
    fn when(&self) -> Option<Span> {
        let found = self.adjuncts().find(|&(_, noun)| self.is_time(noun))?;
        let mention = self.article.mention_at(found.1)?;
        Some(self.document.span(mention.tokens.clone()))
    }

    fn is_time(&self, noun: usize) -> bool {
        let entity = self
            .article
            .mention_at(noun)
            .map(|it| &self.article.entities[it.entity.0]);
        entity.is_some_and(|entity| {
            let lasts = (entity.value.as_ref())
                .is_some_and(|it| matches!(it.kind, ValueKind::Duration | ValueKind::Age));
            matches!(entity.kind, EntityType::Date | EntityType::Time) && !lasts
        })
    }

    /// What hangs on the verb, and then, of one that reports, what hangs on the verb of what is said.
    fn adjuncts(&self) -> impl Iterator<Item = (Option<usize>, usize)> + '_ {
        let said = (self.document.children_by(self.verb, Dep::Ccomp))
            .find(|&it| it > self.verb && self.article.is_cue(self.verb));
        self.adjuncts_of(self.verb)
            .chain(said.into_iter().flat_map(|verb| self.adjuncts_of(verb)))
    }

    /// The nouns that hang on a verb by prepositions and objects alone, never by a clause of their own; each with its preposition.
    fn adjuncts_of(&self, verb: usize) -> impl Iterator<Item = (Option<usize>, usize)> + '_ {
        let document = self.document;
        let mut found = Vec::new();
        let mut open = vec![(verb, None)];
        while let Some((head, preposition)) = open.pop() {
            for child in document
                .children(head)
                .filter(|it| self.tokens.contains(it))
            {
                match document.tokens[child].dep {
                    Dep::Prep => open.push((child, Some(child))),
                    Dep::Pobj => {
                        found.push((preposition, child));
                        open.push((child, None));
                    }
                    Dep::Npadvmod if document.tokens[head].pos != Pos::Noun => {
                        found.push((None, child))
                    }
                    Dep::Dobj
                    | Dep::Attr
                    | Dep::Xcomp
                    | Dep::Oprd
                    | Dep::Agent
                    | Dep::Aux
                    | Dep::Auxpass => open.push((child, None)),
                    // "closed its border and left", "…, killing more than 100 on Monday": what goes with it.
                    Dep::Conj | Dep::Advcl if self.goes_along(child) => open.push((child, None)),
                    Dep::Advmod => open.push((child, None)),
                    _ => {}
                }
            }
        }
        found.sort_by_key(|&(_, noun)| noun);
        // Behind another clause's verb it may be that clause's, whatever the parser drew.
        let finite = |i: usize| document.tokens[i].tag.is_finite();
        found.retain(|&(_, noun)| !(verb + 1..noun).any(finite));
        (found.into_iter()).filter(|&(preposition, _)| {
            // "by Friday", "until May" bound a time and are none.
            preposition.is_none_or(|it| {
                !matches!(
                    self.document.lower(it).as_str(),
                    "by" | "until"
                        | "till"
                        | "since"
                        | "before"
                        | "after"
                        | "from"
                        | "for"
                        | "to"
                        | "of"
                        | "with"
                        | "as"
                )
            })
        })
    }

    /// Whether a clause tells the same event: a verb joined to it, or a participle beside it.
    fn goes_along(&self, clause: usize) -> bool {
        let tag = self.document.tokens[clause].tag;
        is_verb(self.document, clause)
            && match self.document.tokens[clause].dep {
                Dep::Conj => true,
                _ => tag == Tag::Vbg && self.document.child(clause, Dep::Mark).is_none(),
            }
    }

    /// The place that the verb or its object has by "in", "at", "near"; else the dateline's.
    fn place(&self) -> Option<Span> {
        let document = self.document;
        let found = self.adjuncts().find(|&(preposition, noun)| {
            let at = preposition.is_some_and(|it| {
                matches!(
                    document.lower(it).as_str(),
                    "in" | "at" | "near" | "outside" | "off" | "inside" | "across" | "on"
                )
            });
            let named = |i: usize| self.article.is_place(i) && self.article.is_name(i);
            // "at a market in Karachi"; of "at a talk in Geneva" the second is one.
            let kind = NOUNS.get(document.lemma(noun));
            let spot = matches!(kind, Some("place" | "facility"));
            at && (named(noun) || spot && self.phrase(noun).any(named))
        });
        let within = found.and_then(|(_, noun)| {
            let tokens = self.phrase(noun);
            (tokens.len() <= LONGEST).then(|| document.span(tokens))
        });
        within.or_else(|| self.dateline())
    }

    /// The place of the dateline of its paragraph.
    fn dateline(&self) -> Option<Span> {
        let document = self.document;
        let paragraph = document.paragraphs[document.paragraph_of(self.tokens.start)].clone();
        let of_line = |i: &usize| document.kind(*i) == BlockKind::Dateline;
        let first = (paragraph.start..self.tokens.start).find(of_line)?;
        let end = (first..self.tokens.start)
            .find(|i| !of_line(i))
            .unwrap_or(self.tokens.start);
        let line = first..end;
        let mut mentions = self.article.mentions_in(&line);
        let mention =
            mentions.find(|it| self.article.entities[it.entity.0].kind == EntityType::Gpe)?;
        Some(document.span(mention.tokens.clone()))
    }

    /// "because …", "because of …", "in response to …": a cause that says it is one.
    fn why(&self) -> Option<Span> {
        let document = self.document;
        let cause = (document.children(self.verb)).find(|&child| {
            let word = document.lower(child);
            match document.tokens[child].dep {
                Dep::Advcl => document
                    .child(child, Dep::Mark)
                    .is_some_and(|mark| document.lower(mark) == "because"),
                Dep::Prep => {
                    let noun = document
                        .child(child, Dep::Pobj)
                        .map(|it| document.lemma(it));
                    word == "because"
                        || word == "due"
                        || word == "in"
                            && matches!(
                                noun,
                                Some("response" | "retaliation" | "protest" | "revenge")
                            )
                }
                _ => false,
            }
        })?;
        let mut tokens = document.subtree(cause);
        // "in protest" at what, "in response" to what may hang on the verb too.
        let whole = (document.children_by(self.verb, Dep::Prep))
            .map(|child| document.subtree(child))
            .find(|next| next.start == tokens.end && document.lower(cause) == "in");
        tokens.end = whole.map_or(tokens.end, |next| next.end);
        let tokens = trimmed(document, tokens);
        (tokens.len() <= LONGEST && self.is_balanced(&tokens)).then(|| document.span(tokens))
    }

    /// "by closing the border": what the subject did to do so.
    fn how(&self) -> Option<Span> {
        let document = self.document;
        let means = (document.children_by(self.verb, Dep::Prep)).find(|&child| {
            let gerund = document.child(child, Dep::Pcomp);
            document.lower(child) == "by"
                && gerund.is_some_and(|it| document.tokens[it].tag == Tag::Vbg)
        })?;
        let tokens = trimmed(document, document.subtree(means));
        (tokens.len() <= LONGEST && self.is_balanced(&tokens)).then(|| document.span(tokens))
    }

    /// A noun phrase without what only explains it.
    fn phrase(&self, noun: usize) -> TokenRange {
        let document = self.document;
        let start = (document.children(noun).filter(|&it| it < noun))
            .map(|it| document.subtree(it).start)
            .min()
            .unwrap_or(noun);
        let mut end = noun + 1;
        for child in (document.children(noun)).filter(|&it| it > noun) {
            if document.tokens[child].dep == Dep::Punct {
                continue;
            }
            let subtree = document.subtree(child);
            let marked = (end..=subtree.start)
                .any(|i| document.tokens[i].pos == Pos::Punct && document.word(i) != "-");
            let joined = matches!(document.tokens[child].dep, Dep::Conj | Dep::Cc);
            let timed = self.is_time(child) && document.tokens[child].dep == Dep::Npadvmod;
            let explains = matches!(document.tokens[child].dep, Dep::Relcl | Dep::Parataxis);
            if marked && !joined || timed || explains {
                break;
            }
            end = end.max(subtree.end);
        }
        trimmed(document, start..end)
    }
}

/// A range without marks at its end.
fn trimmed(document: &Document, tokens: TokenRange) -> TokenRange {
    let mut end = tokens.end;
    while end > tokens.start + 1
        && (document.tokens[end - 1].pos == Pos::Space
            || matches!(document.word(end - 1), "," | "." | ";" | ":"))
    {
        end -= 1;
    }
    tokens.start..end
}
