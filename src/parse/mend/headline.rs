//! A headline in capitals reads as one long name: "U.S. Military Kills 100 Forces in Syria" has no verb for the parser. Finds the
//! verb and builds the tree around it.

use crate::document::{Dep, Document, Pos, Tag, TokenRange};
use crate::lexicon;

use super::{attach, is_noun, make_verb};

/// Words of a headline that are looked at; a longer one is none.
const LONGEST_TITLE: usize = 60;

/// Gives a headline without a finite verb its verb.
pub fn mend(tree: &mut Document) {
    let Some(title) = tree.title.map(|span| tree.tokens_in(span)) else {
        return;
    };
    // Marks before a headline ("##") may be a sentence of their own.
    let sentences = title.start..title.end.max(title.start + 1);
    let sentences = tree.sentence_of(sentences.start)..=tree.sentence_of(sentences.end - 1);
    let Some(title) = (tree.sentences.get(sentences).unwrap_or(&[]).iter())
        .map(|it| it.start.max(title.start)..it.end.min(title.end))
        .max_by_key(ExactSizeIterator::len)
    else {
        return;
    };
    if title.len() < 3 || title.len() > LONGEST_TITLE {
        return;
    }
    third_person_before_noun(tree, &title);
    source_last(tree, &title);
    halves(tree, &title);
    undergone(tree, &title);
    // A finite verb that is a subject or part of a name is none.
    let finite = title
        .clone()
        .find(|&i| tree.tokens[i].tag.is_finite() && !in_a_name(tree, i));
    let verb = title.clone().skip(1).find_map(|i| {
        let lemma = verb_at(tree, &title, i)?;
        let reports = matches!(
            lemma.as_str(),
            "rule" | "say" | "find" | "claim" | "show" | "report" | "warn" | "rules"
        );
        finite
            .is_none_or(|finite| i < finite && reports)
            .then_some((i, lemma))
    });
    let Some((verb, lemma)) = verb else {
        return;
    };
    make_verb(tree, verb, Tag::Vbz, &lemma);
    if finite.is_some() {
        report(tree, &title, verb);
    } else {
        rebuild(tree, &title, verb);
    }
}

/// "Ferry sinks off the coast, **dozens missing**": the second half is no verb of saying what the first one tells.
fn halves(tree: &mut Document, title: &TokenRange) {
    let root =
        (title.clone()).find(|&i| tree.tokens[i].head == i && tree.tokens[i].pos != Pos::Punct);
    let Some(root) = root else { return };
    let first = tree.child(root, Dep::Ccomp).filter(|&first| {
        let parted = (first + 1..root).any(|i| matches!(tree.word(i), "," | ";"));
        let subject = |verb: usize| tree.child(verb, Dep::Nsubj).filter(|&it| it < verb);
        parted
            && tree.tokens[first].tag.is_finite()
            && subject(first).is_some()
            && matches!(
                tree.tokens[root].tag,
                Tag::Vbg | Tag::Vbn | Tag::Vbd | Tag::Jj
            )
            && tree.child(root, Dep::Dobj).is_none()
            && subject(root).is_some_and(|it| it > first)
    });
    if let Some(first) = first {
        tree.tokens[first].head = first;
        tree.tokens[first].dep = Dep::Root;
        tree.tokens[root].head = first;
        tree.tokens[root].dep = Dep::Parataxis;
        tree.index_children();
    }
}

/// "Judge **blocks plan** to close hospitals": the parser takes the noun for the verb and the verb for its subject.
fn third_person_before_noun(tree: &mut Document, title: &TokenRange) {
    let verb = title.clone().skip(1).find(|&i| {
        tree.tokens[i].tag == Tag::Vbz
            && tree.tokens[i].dep == Dep::Nsubj
            && tree.tokens[i].head == i + 1
            && title.contains(&(i + 1))
            && matches!(tree.tokens[i + 1].tag, Tag::Vbp | Tag::Vb)
            && is_noun(tree.tokens[i - 1].tag)
            && third_person(&tree.lower(i)).is_some()
    });
    let Some(verb) = verb else { return };
    let noun = verb + 1;
    let root = (tree.tokens[noun].head, tree.tokens[noun].dep);
    tree.tokens[verb].head = if root.0 == noun { verb } else { root.0 };
    tree.tokens[verb].dep = root.1;
    tree.tokens[verb].pos = Pos::Verb;
    let children: Vec<usize> = tree.children(noun).take(LONGEST_TITLE).collect();
    for child in children.into_iter().filter(|&child| child != verb) {
        let dep = match tree.tokens[child].dep {
            Dep::Xcomp => Dep::Acl,
            dep => dep,
        };
        if dep != Dep::Acl {
            attach(tree, child, verb, dep);
        } else {
            tree.tokens[child].dep = dep;
        }
    }
    if tree.tokens[verb - 1].head == verb {
        tree.tokens[verb - 1].dep = Dep::Nsubj;
    }
    tree.tokens[noun].head = verb;
    tree.tokens[noun].dep = Dep::Dobj;
    tree.tokens[noun].tag = Tag::Nn;
    tree.tokens[noun].pos = Pos::Noun;
    tree.index_children();
}

/// "Three soldiers **killed** in a clash, Norvia says": what the source says has lost its "were".
fn source_last(tree: &mut Document, title: &TokenRange) {
    let cue = (title.clone()).find(|&i| tree.tokens[i].head == i && tree.tokens[i].tag == Tag::Vbz);
    let Some(cue) = cue.filter(|&cue| lexicon::REPORT_VERBS.contains(tree.lemma(cue))) else {
        return;
    };
    let subject = tree.child(cue, Dep::Nsubj).filter(|&it| it < cue);
    let noun = (tree.children(cue).take(LONGEST_TITLE)).find(|&child| {
        matches!(tree.tokens[child].dep, Dep::Dep | Dep::Npadvmod | Dep::Dobj)
            && child < cue
            && is_noun(tree.tokens[child].tag)
    });
    let (Some(subject), Some(noun)) = (subject, noun) else {
        return;
    };
    let comma = (noun + 1..subject).any(|i| tree.word(i) == ",");
    let verb =
        (tree.child(noun, Dep::Acl)).filter(|&it| tree.tokens[it].tag == Tag::Vbn && it < subject);
    if let Some(verb) = verb.filter(|_| comma) {
        tree.tokens[verb].head = cue;
        tree.tokens[verb].dep = Dep::Ccomp;
        tree.tokens[noun].head = verb;
        tree.tokens[noun].dep = Dep::Nsubjpass;
        tree.index_children();
    }
}

/// "Seven workers **freed** after ten weeks": in a headline, a verb of what is done to someone, without an object, has lost its "were".
fn undergone(tree: &mut Document, title: &TokenRange) {
    let clause = |i: usize| {
        tree.tokens[i].tag == Tag::Vbd
            && (tree.tokens[i].head == i || tree.tokens[i].dep == Dep::Parataxis)
    };
    let verbs: Vec<usize> = title.clone().filter(|&i| clause(i)).collect();
    for verb in verbs {
        undergo(tree, verb);
    }
}

fn undergo(tree: &mut Document, verb: usize) {
    const DONE_TO: [&str; 5] = [
        "gov.arrest",
        "gov.rule",
        "harm.rescue",
        "harm.injure",
        "harm.die",
    ];
    let lemma = tree.lemma(verb).to_lowercase();
    let done_to = lexicon::EVENT_VERBS
        .get(&lemma)
        .is_some_and(|kinds| DONE_TO.iter().any(|kind| kinds.ends_with(kind)))
        && !lexicon::UNACCUSATIVE_VERBS.contains(&lemma);
    let bare = tree.children(verb).take(LONGEST_TITLE).all(|child| {
        !matches!(
            tree.tokens[child].dep,
            Dep::Dobj | Dep::Ccomp | Dep::Xcomp | Dep::Prt | Dep::Aux | Dep::Dative
        )
    });
    let subject = tree.child(verb, Dep::Nsubj).filter(|&it| it < verb);
    if let Some(subject) = subject.filter(|_| done_to && bare) {
        tree.tokens[verb].tag = Tag::Vbn;
        tree.tokens[subject].dep = Dep::Nsubjpass;
    }
}

/// The dictionary form of the verb that the word at `i` may be: a known verb in its third person, after a noun.
fn verb_at(tree: &Document, title: &TokenRange, i: usize) -> Option<String> {
    let word = tree.lower(i);
    if !(is_noun(tree.tokens[i].tag) || in_a_name(tree, i))
        || !word.ends_with('s')
        || !subject_ends(tree, title, i - 1)
    {
        return None;
    }
    let lemma = third_person(&word)?;
    let next = (i + 1 < title.end).then(|| tree.tokens[i + 1].tag)?;
    let object = matches!(
        next,
        Tag::Cd
            | Tag::Dt
            | Tag::Nnp
            | Tag::Nn
            | Tag::Nns
            | Tag::Nnps
            | Tag::Jj
            | Tag::To
            | Tag::Prp
            | Tag::PrpPoss
            | Tag::Vbn
            | Tag::Vbd
    );
    let plain = matches!(next, Tag::In | Tag::Rp) && !lexicon::EVENT_NOUNS.contains(&lemma);
    (object || plain).then_some(lemma)
}

/// The dictionary form of a known verb in its third person.
fn third_person(word: &str) -> Option<String> {
    ["es", "s"].iter().find_map(|ending| {
        let stem = word.strip_suffix(ending)?;
        let stem = match stem.strip_suffix('i') {
            Some(short) if *ending == "es" => format!("{short}y"),
            _ => stem.to_owned(),
        };
        lexicon::EVENT_VERBS.contains(&stem).then_some(stem)
    })
}

/// Whether the word at `i` can end a subject: a noun, or a lone first word that the tagger took for an adjective.
fn subject_ends(tree: &Document, title: &TokenRange, i: usize) -> bool {
    is_noun(tree.tokens[i].tag) || (i == title.start && tree.tokens[i].tag == Tag::Jj)
}

/// Whether the word at `i`, tagged as a verb, stands where only a noun can.
fn in_a_name(tree: &Document, i: usize) -> bool {
    // "Identifies Fallen Service Member": a participle before its noun.
    let participle = matches!(tree.tokens[i].tag, Tag::Vbd | Tag::Vbn)
        && i + 1 < tree.len()
        && i > 0
        && is_noun(tree.tokens[i + 1].tag)
        && is_noun(tree.tokens[i - 1].tag)
        && third_person(&tree.lower(i - 1)).is_some();
    participle
        || tree.tokens[i].tag == Tag::Vbz
            && matches!(
                tree.tokens[i].dep,
                Dep::Nsubj | Dep::Nsubjpass | Dep::Compound | Dep::Pobj | Dep::Dobj
            )
}

/// A clause follows the verb: hangs it under the verb and leaves its own tree.
fn report(tree: &mut Document, title: &TokenRange, verb: usize) {
    let root = title
        .clone()
        .find(|&i| tree.tokens[i].head == i || !title.contains(&tree.tokens[i].head));
    left(tree, title.start..verb, verb);
    for i in verb + 1..title.end {
        let head = tree.tokens[i].head;
        if head <= verb && Some(i) != root && head != i {
            let clause = root.filter(|&r| r > verb).unwrap_or(verb);
            if clause != i {
                tree.tokens[i].head = clause;
                tree.tokens[i].dep = if is_noun(tree.tokens[i].tag) {
                    Dep::Nsubj
                } else {
                    Dep::Dep
                };
            }
        }
    }
    tree.tokens[verb].head = verb;
    tree.tokens[verb].dep = Dep::Root;
    if let Some(root) = root.filter(|&root| root > verb) {
        attach(tree, root, verb, Dep::Ccomp);
    }
}

/// Builds the whole tree: subject, verb, object, prepositions on the verb.
fn rebuild(tree: &mut Document, title: &TokenRange, verb: usize) {
    for i in title.clone() {
        tree.tokens[i].head = verb;
        tree.tokens[i].dep = Dep::Dep;
    }
    tree.tokens[verb].dep = Dep::Root;
    left(tree, title.start..verb, verb);
    let mut start = verb + 1;
    let mut head = verb;
    let mut dep = Dep::Dobj;
    while start < title.end {
        let end = (start..title.end)
            .find(|&i| {
                matches!(
                    tree.tokens[i].tag,
                    Tag::In | Tag::To | Tag::Comma | Tag::Colon
                )
            })
            .unwrap_or(title.end);
        let noun = phrase(tree, start..end);
        if let Some(noun) = noun {
            tree.tokens[noun].head = head;
            tree.tokens[noun].dep = dep;
        }
        if end < title.end {
            let of = tree.lower(end) == "of";
            tree.tokens[end].head = noun.filter(|_| of).unwrap_or(verb);
            if matches!(tree.tokens[end].tag, Tag::In | Tag::To) {
                tree.tokens[end].dep = Dep::Prep;
                (head, dep) = (end, Dep::Pobj);
            } else {
                tree.tokens[end].dep = Dep::Punct;
                (head, dep) = (verb, Dep::Dep);
            }
        }
        start = end + 1;
    }
}

/// The subject before the verb.
fn left(tree: &mut Document, words: TokenRange, verb: usize) {
    let of = words
        .clone()
        .skip(1)
        .find(|&i| tree.tokens[i].tag == Tag::In);
    let subject = phrase(tree, words.start..of.unwrap_or(words.end));
    if let Some(subject) = subject {
        tree.tokens[subject].head = verb;
        tree.tokens[subject].dep = Dep::Nsubj;
        if let Some(of) = of {
            tree.tokens[of].head = subject;
            tree.tokens[of].dep = Dep::Prep;
            if let Some(noun) = phrase(tree, of + 1..words.end) {
                tree.tokens[noun].head = of;
                tree.tokens[noun].dep = Dep::Pobj;
            }
        }
    }
}

/// Joins the words of a noun phrase under its last noun, and yields that.
fn phrase(tree: &mut Document, words: TokenRange) -> Option<usize> {
    let head = words
        .clone()
        .rev()
        .find(|&i| is_noun(tree.tokens[i].tag))
        .or_else(|| {
            words
                .clone()
                .rev()
                .find(|&i| matches!(tree.tokens[i].tag, Tag::Cd | Tag::Jj))
        })?;
    for i in words {
        if i != head {
            tree.tokens[i].head = head;
            tree.tokens[i].dep = match tree.tokens[i].tag {
                Tag::Cd => Dep::Nummod,
                Tag::Dt => Dep::Det,
                Tag::Jj | Tag::Vbn | Tag::Vbg => Dep::Amod,
                Tag::Pos => Dep::Case,
                _ if tree.tokens[i].pos == Pos::Punct => Dep::Punct,
                _ => Dep::Compound,
            };
        }
    }
    Some(head)
}
