//! Verbs that the parser hung below a noun or participle whose number or form they do not share.

use crate::document::{Dep, Document, Pos, Tag};
use crate::lexicon::{CUE_NOUNS, EVENT_VERBS, NOUNS, UNACCUSATIVE_VERBS};

use super::{CHILDREN, attach, is_noun};

/// Mends each such verb.
pub fn mend(tree: &mut Document) {
    for i in 0..tree.len() {
        match tree.tokens[i].dep {
            Dep::Relcl => {
                of_someone(tree, i);
                relative(tree, i);
                of_a_substance(tree, i);
                content(tree, i);
            }
            Dep::Acl => of_both(tree, i),
            Dep::Mark => of_mark(tree, i),
            Dep::Conj => {
                subordinate(tree, i);
                conjunct(tree, i);
            }
            Dep::Aux | Dep::Auxpass => auxiliary(tree, i),
            _ => {}
        }
    }
}

/// "500 doses of vaccine, **which are** …": a relative clause in the plural is about the plural noun, and the other way round.
fn relative(tree: &mut Document, verb: usize) {
    let noun = tree.tokens[verb].head;
    let subject = (tree.children(verb).take(CHILDREN)).find(|&child| {
        matches!(tree.tokens[child].dep, Dep::Nsubj | Dep::Nsubjpass)
            && matches!(tree.tokens[child].tag, Tag::Wdt | Tag::Wp)
    });
    let of = (tree.tokens[noun].dep == Dep::Pobj)
        .then(|| tree.tokens[noun].head)
        .filter(|&of| tree.lower(of) == "of");
    let (Some(_), Some(of)) = (subject, of) else {
        return;
    };
    let whole = tree.tokens[of].head;
    if tree.child(noun, Dep::Conj).is_some() || !is_noun(tree.tokens[whole].tag) {
        return;
    }
    let plural = |i: usize| matches!(tree.tokens[i].tag, Tag::Nns | Tag::Nnps);
    // "a number of people who were": quantities take the number of what they count.
    let fits = match number(tree, verb) {
        Some(Number::Plural) => plural(whole) && tree.tokens[noun].tag == Tag::Nn,
        Some(Number::Singular) => tree.tokens[whole].tag == Tag::Nn && plural(noun),
        None => false,
    };
    if fits {
        attach(tree, verb, whole, Dep::Relcl);
    }
}

/// "**two days** after the storm hit", "**even** though they lost": what stands before the mark of a clause goes with it, not with the verb.
fn of_mark(tree: &mut Document, mark: usize) {
    let verb = tree.tokens[mark].head;
    let before = (tree.children(verb).take(CHILDREN)).find(|&child| {
        child < mark
            && matches!(tree.tokens[child].dep, Dep::Npadvmod | Dep::Advmod)
            && mark - child <= 4
            && tree.subtree(child).end == mark
    });
    if let Some(before) = before {
        let dep = tree.tokens[before].dep;
        attach(tree, before, mark, dep);
    }
}

/// "the report **that aliens landed**": a verb without room for an object tells what the noun says, not what it says it of.
fn content(tree: &mut Document, verb: usize) {
    let noun = tree.tokens[verb].head;
    let that = (tree.child(verb, Dep::Dobj)).filter(|&that| tree.tokens[that].tag == Tag::Wdt);
    let Some(that) = that.filter(|&that| that == noun + 1 && tree.lower(that) == "that") else {
        return;
    };
    let lemma = tree.lemma(verb);
    let goes = EVENT_VERBS
        .get(lemma)
        .is_some_and(|kinds| kinds.ends_with("move.go"));
    let told = CUE_NOUNS.get(tree.lemma(noun));
    if told.is_some_and(|frames| frames.split(' ').any(|one| one == "that"))
        && (goes || UNACCUSATIVE_VERBS.contains(lemma))
        && tree.child(verb, Dep::Nsubj).is_some()
    {
        tree.tokens[that].tag = Tag::In;
        tree.tokens[that].pos = Pos::Sconj;
        tree.tokens[that].dep = Dep::Mark;
        tree.tokens[verb].dep = Dep::Acl;
    }
}

/// "a person briefed on the talks **who asked** …": "who" is someone, not the thing that it stands beside.
fn of_someone(tree: &mut Document, verb: usize) {
    const DEPTH: usize = 6;
    let noun = tree.tokens[verb].head;
    let who = (tree.children(verb).take(CHILDREN)).any(|child| {
        matches!(tree.tokens[child].dep, Dep::Nsubj | Dep::Nsubjpass) && tree.lower(child) == "who"
    });
    let someone = |noun: usize| {
        is_noun(tree.tokens[noun].tag)
            && matches!(NOUNS.get(tree.lemma(noun)), Some("person" | "group"))
    };
    let thing = matches!(tree.tokens[noun].tag, Tag::Nn | Tag::Nns)
        && NOUNS.get(tree.lemma(noun)).is_none();
    if !who || !thing {
        return;
    }
    let start = tree.sentences[tree.sentence_of(verb)].start;
    let other = tree
        .ancestors(noun)
        .take(DEPTH)
        .find(|&up| someone(up) && up >= start && up < noun);
    if let Some(other) = other {
        attach(tree, verb, other, Dep::Relcl);
    }
}

/// "a warning for snow, **which is in force**": not the bare noun, which is no one thing, but the noun it stands with.
fn of_a_substance(tree: &mut Document, verb: usize) {
    let noun = tree.tokens[verb].head;
    let which = (tree.children(verb).take(CHILDREN)).find(|&child| {
        matches!(tree.tokens[child].dep, Dep::Nsubj | Dep::Nsubjpass)
            && tree.lower(child) == "which"
    });
    let comma = which.is_some_and(|which| which > 0 && tree.word(which - 1) == ",");
    let determined = |noun: usize| {
        (tree.children(noun).take(CHILDREN))
            .any(|child| matches!(tree.tokens[child].dep, Dep::Det | Dep::Poss | Dep::Nummod))
    };
    let prep = tree.tokens[noun].head;
    let whole = tree.tokens[prep].head;
    let fits = comma
        && tree.tokens[noun].tag == Tag::Nn
        && tree.tokens[noun].dep == Dep::Pobj
        && tree.tokens[whole].tag == Tag::Nn
        && !determined(noun)
        && determined(whole)
        && number(tree, verb) == Some(Number::Singular);
    if fits {
        attach(tree, verb, whole, Dep::Relcl);
    }
}

/// "five men and two women**, employed by** a charity": after a comma the participle is said of both.
fn of_both(tree: &mut Document, participle: usize) {
    let noun = tree.tokens[participle].head;
    let first = tree.tokens[noun].head;
    let comma = participle > 0 && tree.word(participle - 1) == ",";
    let fits = comma
        && tree.tokens[participle].tag == Tag::Vbn
        && tree.tokens[noun].dep == Dep::Conj
        && is_noun(tree.tokens[first].tag)
        && is_noun(tree.tokens[noun].tag);
    if fits {
        attach(tree, participle, first, Dep::Acl);
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Number {
    Singular,
    Plural,
}

/// The number that a finite verb shows, by its auxiliary or its own form.
fn number(tree: &Document, verb: usize) -> Option<Number> {
    let finite = (tree.children(verb).take(CHILDREN))
        .find(|&child| child < verb && matches!(tree.tokens[child].dep, Dep::Aux | Dep::Auxpass))
        .unwrap_or(verb);
    match (tree.tokens[finite].tag, tree.lower(finite).as_str()) {
        (Tag::Vbz, _) | (Tag::Vbd, "was") => Some(Number::Singular),
        (Tag::Vbp, _) | (Tag::Vbd, "were") => Some(Number::Plural),
        _ => None,
    }
}

/// "because he **had** helped": what the parser hung on the auxiliary belongs to its verb.
fn auxiliary(tree: &mut Document, aux: usize) {
    let verb = tree.tokens[aux].head;
    let children: Vec<usize> = (tree.children(aux).take(CHILDREN))
        .filter(|&child| {
            matches!(
                tree.tokens[child].dep,
                Dep::Nsubj | Dep::Nsubjpass | Dep::Mark
            )
        })
        .collect();
    for child in children {
        let dep = tree.tokens[child].dep;
        attach(tree, child, verb, dep);
        if dep == Dep::Mark && tree.tokens[verb].dep == Dep::Conj {
            tree.tokens[verb].dep = Dep::Advcl;
        }
    }
}

/// "sought no prison term, **because** he helped": a clause with a word like "because" is no second main clause.
fn subordinate(tree: &mut Document, verb: usize) {
    let mark = tree.child(verb, Dep::Mark);
    let marked = mark.is_some_and(|mark| {
        matches!(
            tree.lower(mark).as_str(),
            "because" | "although" | "though" | "unless" | "if" | "whereas" | "while"
        )
    });
    let joined = (tree.children_by(tree.tokens[verb].head, Dep::Cc))
        .any(|cc| cc < verb && Some(cc + 1) == mark);
    let after_verb = tree.tokens[tree.tokens[verb].head].pos == Pos::Verb;
    let first = tree.tokens[tree.tokens[verb].head].dep == Dep::Advcl;
    if marked && after_verb && !joined && !first {
        tree.tokens[verb].dep = Dep::Advcl;
    }
}

/// "The rules freeze accounts of those named **and bar** …": a finite verb is no second bare participle but the second verb of the
/// clause that is finite in the same way.
fn conjunct(tree: &mut Document, verb: usize) {
    const DEPTH: usize = 12;
    let first = tree.tokens[verb].head;
    let bare = tree.tokens[first].tag == Tag::Vbn
        && tree.tokens[first].dep == Dep::Acl
        && !(tree.children(first).take(CHILDREN))
            .any(|child| matches!(tree.tokens[child].dep, Dep::Aux | Dep::Auxpass));
    let tag = tree.tokens[verb].tag;
    let finite =
        matches!(tag, Tag::Vbp | Tag::Vbz | Tag::Vb) && tree.child(verb, Dep::Dobj).is_some();
    let free = (tree.children(verb).take(CHILDREN)).all(|child| {
        !matches!(
            tree.tokens[child].dep,
            Dep::Nsubj | Dep::Nsubjpass | Dep::Aux
        )
    });
    if !bare || !finite || !free {
        return;
    }
    let alike = |i: usize| {
        tree.tokens[i].pos == Pos::Verb
            && (tree.tokens[i].tag == tag || tag == Tag::Vb && tree.tokens[i].tag == Tag::Vbp)
    };
    let main = tree.ancestors(first).take(DEPTH).find(|&up| alike(up));
    let Some(main) = main else { return };
    let and = (tree.children(first).take(CHILDREN))
        .filter(|&i| i < verb && tree.tokens[i].dep == Dep::Cc)
        .last();
    tree.tokens[verb].tag = tree.tokens[main].tag;
    attach(tree, verb, main, Dep::Conj);
    if let Some(and) = and {
        attach(tree, and, main, Dep::Cc);
    }
    // What the parser left on the first verb though it stands after the second.
    let later: Vec<usize> = (tree.children(main).take(CHILDREN))
        .filter(|&child| child > verb && tree.tokens[child].dep == Dep::Prep)
        .collect();
    for child in later {
        attach(tree, child, verb, Dep::Prep);
    }
}
