//! Reported speech as syntax shows it: a verb with a clause as its object, inserted or final "X said", "according to X".

use crate::document::{Dep, Document, Pos, Tag, TokenRange};
use crate::lexicon::{NOUNS, REPORT_VERBS, says};
use crate::report::Mode;

use super::attitude::{STANCE, WISH};
use super::draft::{Draft, Place, without};
use super::frame::Frames;
use super::source::{agent, is_passive_participle, subject};
use super::tree::Trees;
use super::unsaid::is_unsaid;
use super::voice::{can_report, expletive, takes_sides};

/// "X said (that) P", "P, X said" and "P, X said, P": the verb governs the clause, or stands in it.
pub(super) fn clausal(document: &Document, trees: &Trees, verb: usize) -> Option<Draft> {
    if document.tokens[verb].pos != Pos::Verb {
        return None;
    }
    let frames = Frames::of_verb(document.lemma(verb))?;
    let aside = verb > 0 && document.word(verb - 1) == "(";
    // A bare form that nothing governs is an order, or no verb.
    let bare = document.tokens[verb].tag == Tag::Vb
        && document.tokens[verb].dep == Dep::Advcl
        && document.child(verb, Dep::Aux).is_none();
    if aside || bare || is_unsaid(document, verb) {
        return None;
    }
    let content = if let Some(clause) = document.child(verb, Dep::Ccomp) {
        object_clause(document, trees, verb, clause, frames)?
    } else if let Some(clause) = gerund(document, verb, frames) {
        vec![trees.of(clause)]
    } else if let Some(content) = initial_clause(document, trees, verb) {
        vec![content]
    } else {
        let (head, cue) = inserted_in(document, trees, verb, frames)?;
        without(trees.of(head), &cue)
    };
    let source = if is_passive_participle(document, verb) {
        Some(agent(document, verb)?)
    } else {
        subject(document, verb).filter(|&source| !expletive(document, source))
    };
    let source = source.or_else(|| agent(document, verb));
    // "a meeting clarifying whether", "presumptuous about thinking that".
    let participle =
        document.tokens[verb].tag == Tag::Vbg && document.child(verb, Dep::Aux).is_none();
    let stands = match source {
        Some(source) if participle && frames.has("say") => {
            takes_sides(document, source)
                || document.lower(source) == "it" && document.tokens[verb].dep == Dep::Advcl
        }
        Some(source) if document.tokens[verb].dep != Dep::Pcomp => {
            can_report(document, source, frames)
        }
        Some(_) => false,
        None => impersonal(document, verb),
    };
    if !stands {
        return None;
    }
    Some(Draft {
        mode: None,
        source,
        cue: Some(verb..verb + 1),
        content,
        confidence: confidence(document, verb, frames),
        place: place(document, verb, source),
    })
}

/// The clause that is the object of `verb`, if someone may say or think it.
fn object_clause(
    document: &Document,
    trees: &Trees,
    verb: usize,
    clause: usize,
    frames: Frames,
) -> Option<Vec<TokenRange>> {
    let mut range = trees.of(clause);
    let full = is_sentence(document, clause) || frames.has("say") || frames.has("inf");
    let open = asks(document, range.clone()) && !frames.has("say");
    if !frames.reports() || rules_out(document, verb) || !full || open {
        return None;
    }
    if range.contains(&verb) {
        return around_cue(document, trees, verb, range);
    }
    if clause < verb {
        // The parser takes many a dash or semicolon for an inverted quotation.
        let colon = (clause..verb).any(|i| document.word(i) == ":");
        if colon || !follows(document.lemma(verb)) {
            return None;
        }
        // It hangs what is before the clause on the verb.
        range.start = (trees.of(verb).start).max(sentence(document, verb).start);
        range.end = range.end.min(verb);
        let subject = document
            .children_by(verb, Dep::Nsubj)
            .find(|&subject| subject > clause);
        if let Some(subject) = subject {
            range.end = range.end.min(trees.of(subject).start);
        }
    }
    Some(vec![range])
}

/// "denied **taking the money**": what the subject says of itself.
fn gerund(document: &Document, verb: usize, frames: Frames) -> Option<usize> {
    let clause = document.child(verb, Dep::Xcomp)?;
    let told = frames.has("ger") && document.tokens[clause].tag == Tag::Vbg;
    (told && clause > verb).then_some(clause)
}

/// "whether the road is safe", "why it is closed": a clause that says nothing by itself.
fn asks(document: &Document, mut clause: TokenRange) -> bool {
    clause
        .find(|&i| !matches!(document.tokens[i].pos, Pos::Punct | Pos::Space))
        .is_some_and(|first| {
            matches!(document.tokens[first].tag, Tag::Wrb | Tag::Wp | Tag::Wdt)
                || matches!(document.lower(first).as_str(), "whether" | "if")
        })
}

/// "the rules, which officials said will go into effect": the cue stands between the relative pronoun and the rest of its clause.
fn around_cue(
    document: &Document,
    trees: &Trees,
    verb: usize,
    clause: TokenRange,
) -> Option<Vec<TokenRange>> {
    let subject = subject(document, verb).filter(|&subject| subject < verb)?;
    let cue = trees.of(subject).start..verb + 1;
    let relative = matches!(document.tokens[clause.start].tag, Tag::Wdt | Tag::Wp);
    (relative && document.tokens[verb].dep == Dep::Relcl && clause.start < cue.start)
        .then(|| without(clause, &cue))
}

/// "The road, the bridge and the tunnel were closed, the mayor said": what stands before the comma, whatever the parser made of it.
fn initial_clause(document: &Document, trees: &Trees, verb: usize) -> Option<TokenRange> {
    let subject = subject(document, verb).filter(|&subject| subject < verb)?;
    let sentence = sentence(document, verb);
    let comma = trees.of(subject).start.checked_sub(1)?;
    let last = (verb + 1..sentence.end).all(|i| {
        matches!(
            document.tokens[i].dep,
            Dep::Npadvmod
                | Dep::Punct
                | Dep::Prep
                | Dep::Pobj
                | Dep::Advmod
                | Dep::Compound
                | Dep::Nummod
        )
    });
    let clause = sentence.start..comma;
    let has_verb = clause.clone().any(|i| document.tokens[i].tag.is_finite());
    let fits = document.head(verb).is_none()
        && clause.contains(&sentence.start)
        && document.word(comma) == ","
        && last
        && has_verb
        && follows(document.lemma(verb));
    fits.then_some(clause)
}

fn sentence(document: &Document, i: usize) -> TokenRange {
    document.sentences[document.sentence_of(i)].clone()
}

/// How sure it is that the source claims the content: of an infinitive ("urged them to stay") it only wants it, and what it knows
/// the author claims.
fn confidence(document: &Document, verb: usize, frames: Frames) -> f32 {
    let spoken = frames.has("say");
    let wanted = document.child(verb, Dep::Ccomp).is_some_and(|clause| {
        let infinitive =
            (document.children(clause)).any(|child| document.tokens[child].tag == Tag::To);
        !is_finite_clause(document, clause) && (infinitive || !spoken)
    });
    match (wanted, spoken) {
        (true, true) => WISH,
        (true, false) => STANCE,
        (false, true) => 0.9,
        (false, false) if frames.has("know") => STANCE,
        (false, false) => 0.7,
    }
}

fn is_finite_clause(document: &Document, clause: usize) -> bool {
    let finite = |i: usize| document.tokens[i].tag.is_finite();
    finite(clause)
        || (document.children(clause)).any(|child| match document.tokens[child].dep {
            Dep::Aux | Dep::Auxpass => finite(child),
            Dep::Mark => true,
            _ => false,
        })
}

/// "It is said that": a passive that hides who says so. Not "they were told that", which hides who told them.
fn impersonal(document: &Document, verb: usize) -> bool {
    let passive = document.child(verb, Dep::Auxpass).is_some();
    let told = document
        .child(verb, Dep::Nsubjpass)
        .is_some_and(|subject| document.lower(subject) != "it");
    document.child(verb, Dep::Expl).is_some() || passive && !told
}

/// "…, he added, …": a pronoun and its verb between commas stand in the words of the same speaker.
fn place(document: &Document, verb: usize, source: Option<usize>) -> Place {
    let inserted = source.is_some_and(|source| {
        source < verb
            && matches!(document.lower(source).as_str(), "he" | "she" | "they")
            && source
                .checked_sub(1)
                .is_some_and(|before| document.word(before) == ",")
            && document.tokens.len() > verb + 1
            && document.word(verb + 1) == ","
    });
    if inserted {
        Place::Inserted
    } else {
        Place::Free
    }
}

/// The head of the clause in which "he said" stands between commas, or which it ends; and the words of the cue.
fn inserted_in(
    document: &Document,
    trees: &Trees,
    verb: usize,
    frames: Frames,
) -> Option<(usize, TokenRange)> {
    let token = &document.tokens[verb];
    let mut own = trees.of(verb);
    let mark = document.child(verb, Dep::Mark);
    let as_said = token.dep == Dep::Advcl && mark.is_some_and(|mark| document.lower(mark) == "as");
    let object = document.child(verb, Dep::Dobj);
    let it = object.filter(|&object| document.lower(object) == "it");
    let set_off = token.dep == Dep::Parataxis
        || as_said
        || own.start > 0 && document.word(own.start - 1) == ",";
    // "as he told the paper, …"
    let hearer = as_said && document.lemma(verb) == "tell";
    let bare = object.is_none() || it.is_some() || hearer;
    let dependent = matches!(
        token.dep,
        Dep::Parataxis | Dep::Advcl | Dep::Ccomp | Dep::Dep
    );
    let puts_it = as_said && it.is_some() && frames.has("it");
    if let Some(it) = it.filter(|_| puts_it) {
        own.end = it + 1;
    }
    let fits = dependent
        && set_off
        && bare
        && (mark.is_none() || as_said)
        && document.child(verb, Dep::Nsubj).is_some()
        && (puts_it || is_saying(document, verb, as_said));
    let head = document.head(verb).filter(|_| fits)?;
    Some((lexical(document, head), own))
}

/// Whether a verb without an object can report the clause around it: "he said", and after "as" also "as many believe".
fn is_saying(document: &Document, verb: usize, as_said: bool) -> bool {
    let lemma = document.lemma(verb);
    match as_said {
        // Not "as the race began, …".
        true => Frames::of_verb(lemma).is_some_and(|frames| {
            frames.has("think")
                || frames.has("say")
                    && !matches!(
                        lemma,
                        "begin" | "start" | "continue" | "open" | "close" | "go"
                    )
        }),
        false => follows(lemma),
    }
}

/// Whether a verb can stand after what it reports without quotation marks.
fn follows(lemma: &str) -> bool {
    REPORT_VERBS.contains(lemma) || lemma == "tell"
}

/// The main verb where `word` is only its auxiliary.
fn lexical(document: &Document, word: usize) -> usize {
    let auxiliary = matches!(document.tokens[word].dep, Dep::Aux | Dep::Auxpass);
    document.head(word).filter(|_| auxiliary).unwrap_or(word)
}

/// Whether a clause is one that could stand alone: "saw him leave" and "saw him leaving" hold none.
fn is_sentence(document: &Document, clause: usize) -> bool {
    let marked = document.children(clause).any(|child| {
        matches!(
            document.tokens[child].dep,
            Dep::Aux | Dep::Auxpass | Dep::Mark
        ) || matches!(document.tokens[child].tag, Tag::Wrb | Tag::Wp | Tag::Wdt)
    });
    marked || matches!(document.tokens[clause].tag, Tag::Vbd | Tag::Vbz | Tag::Vbp)
}

/// "have not ruled out that": no claim, a hedge of the fact.
fn rules_out(document: &Document, verb: usize) -> bool {
    document.lemma(verb) == "rule" && document.child(verb, Dep::Prt).is_some()
}

/// "According to X, P", "per X", "in the words of X", "in X's words".
pub(super) fn according_to(document: &Document, trees: &Trees, word: usize) -> Option<Draft> {
    let (source, cue) = match document.lower(word).as_str() {
        "according" => {
            let to = document.child(word, Dep::Prep)?;
            let source = document.child(to, Dep::Pobj)?;
            (source, word..to + 1)
        }
        "per" => {
            let source = document.child(word, Dep::Pobj)?;
            let known = document.child(source, Dep::Det).is_some()
                || document.tokens[source].pos == Pos::Propn;
            (Some(source).filter(|_| known)?, word..word + 1)
        }
        "in" => {
            let words = document.child(word, Dep::Pobj)?;
            if !matches!(
                document.lower(words).as_str(),
                "words" | "opinion" | "view" | "telling"
            ) {
                return None;
            }
            match document.child(words, Dep::Prep) {
                Some(of) => (document.child(of, Dep::Pobj)?, word..of + 1),
                None => {
                    let owner = document.child(words, Dep::Poss)?;
                    let other = document.tokens[owner].pos != Pos::Pron;
                    (Some(owner).filter(|_| other)?, word..words + 1)
                }
            }
        }
        _ => return None,
    };
    if !can_say(document, source) {
        return None;
    }
    let mut own = trees.of(word);
    let mut head = document
        .ancestors(word)
        .find(|&up| matches!(document.tokens[up].pos, Pos::Verb | Pos::Aux))
        .or_else(|| document.head(word))
        .map(|up| lexical(document, up))?;
    if ends_sentence(document, &own) {
        head = whole_clause(document, head);
    }
    // "According to the police, Hill and Keller left": the parser takes the subject for more of the phrase.
    let comma = (source + 1..own.end).find(|&i| document.word(i) == ",");
    if let Some(comma) = comma
        && subject(document, head).is_none_or(|subject| own.contains(&subject))
        && own.end <= head
    {
        own.end = comma;
    }
    Some(Draft {
        mode: Some(Mode::AccordingTo),
        source: Some(source),
        cue: Some(cue),
        content: without(own.end.min(trees.of(head).start)..trees.of(head).end, &own),
        confidence: 0.9,
        place: Place::Free,
    })
}

/// Whether a phrase stands after a comma at the end of its sentence: it is said of all of it.
fn ends_sentence(document: &Document, phrase: &TokenRange) -> bool {
    let end = sentence(document, phrase.start).end;
    let closes = |i: usize| matches!(document.tokens[i].pos, Pos::Punct | Pos::Space);
    phrase.start > 0 && document.word(phrase.start - 1) == "," && (phrase.end..end).all(closes)
}

/// The verb of the clause that holds `verb` and what is joined to it by "and" or "while"; someone else's words are another clause.
fn whole_clause(document: &Document, verb: usize) -> usize {
    const DEPTH: usize = 8;
    let mut top = verb;
    for _ in 0..DEPTH {
        match document.head(top) {
            Some(up)
                if matches!(document.tokens[top].dep, Dep::Conj | Dep::Advcl)
                    && matches!(document.tokens[up].pos, Pos::Verb | Pos::Aux)
                    && !says(document.lemma(up)) =>
            {
                top = up;
            }
            _ => break,
        }
    }
    top
}

/// Someone, or something that is written: not the measure of "according to height".
fn can_say(document: &Document, source: usize) -> bool {
    let bare = document.tokens[source].tag == Tag::Nn && document.children(source).next().is_none();
    !bare || matches!(NOUNS.get(document.lemma(source)), Some("person" | "group"))
}
