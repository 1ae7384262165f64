//! Participles that were taken for verbs: "the U.S. **led** coalition conducted strikes", "spread by **contaminated** food", and
//! "cleared of a charge, **perverting** the course of justice".

use crate::document::{Dep, Document, Pos, Tag};
use crate::lexicon::CHARGES;

use super::{CHILDREN, MOST_STEPS, attach, is_noun};

/// Participles that name and noun enclose as one modifier ("Iran backed militias", "family owned firm").
const MODIFYING: [&str; 16] = [
    "led",
    "backed",
    "based",
    "owned",
    "run",
    "sponsored",
    "funded",
    "controlled",
    "held",
    "trained",
    "made",
    "born",
    "occupied",
    "administered",
    "supported",
    "allied",
];

/// Turns such participles back into modifiers.
pub fn mend(tree: &mut Document) {
    names(tree);
    tree.index_children();
    for i in 0..tree.len() {
        if tree.tokens[i].tag == Tag::Vbg && tree.tokens[i].dep == Dep::Advcl {
            preposition(tree, i);
        }
    }
    for i in 1..tree.len() {
        bare(tree, i);
        match tree.tokens[i].tag {
            Tag::Vbn => {
                before_noun(tree, i);
                of_nearest(tree, i);
            }
            Tag::Vbg => charge(tree, i),
            _ => {}
        }
    }
}

/// "**Counting** her support, she is ahead": a participle that does the work of a preposition.
fn preposition(tree: &mut Document, participle: usize) {
    const PREPOSITIONS: [&str; 8] = [
        "counting",
        "considering",
        "including",
        "excluding",
        "regarding",
        "concerning",
        "barring",
        "notwithstanding",
    ];
    let object = tree.child(participle, Dep::Dobj);
    let begins = tree.sentences[tree.sentence_of(participle)].start == participle;
    if let Some(object) = object.filter(|_| begins)
        && PREPOSITIONS.contains(&tree.lower(participle).as_str())
    {
        tree.tokens[participle].tag = Tag::In;
        tree.tokens[participle].pos = Pos::Adp;
        tree.tokens[participle].dep = Dep::Prep;
        tree.tokens[object].dep = Dep::Pobj;
    }
}

/// "research **conducted** for the centre": behind a noun, without a subject or an object, is no past tense.
fn bare(tree: &mut Document, verb: usize) {
    let argument = |dep: Dep| {
        matches!(
            dep,
            Dep::Nsubj | Dep::Nsubjpass | Dep::Dobj | Dep::Aux | Dep::Auxpass | Dep::Mark
        )
    };
    let reduced = tree.tokens[verb].tag == Tag::Vbd
        && tree.tokens[verb].dep == Dep::Acl
        && tree.tokens[verb].head + 1 == verb
        && matches!(tree.tokens[verb - 1].tag, Tag::Nn | Tag::Nns)
        && !(tree.children(verb).take(CHILDREN)).any(|child| argument(tree.tokens[child].dep));
    if reduced {
        tree.tokens[verb].tag = Tag::Vbn;
    }
}

/// "the Islamic State, **also known as** ISIS", "their lives **as marked by** poverty": what stands before is meant, not the subject.
fn of_nearest(tree: &mut Document, participle: usize) {
    const NAMING: [&str; 6] = ["know", "call", "name", "dub", "nickname", "title"];
    if tree.tokens[participle].dep != Dep::Advcl || tree.tokens[participle].head > participle {
        return;
    }
    let before = |i: usize| i.checked_sub(1);
    let mut at = before(participle);
    if let Some(adverb) = at.filter(|&i| tree.tokens[i].tag == Tag::Rb) {
        at = before(adverb);
    }
    let Some(mark) = at else { return };
    let naming = tree.word(mark) == "," && NAMING.contains(&tree.lemma(participle));
    if !naming && tree.lower(mark) != "as" {
        return;
    }
    if let Some(noun) = before(mark).filter(|&noun| is_noun(tree.tokens[noun].tag)) {
        attach(tree, participle, noun, Dep::Acl);
    }
}

/// "by contaminated food": after a preposition without a noun stands a noun, and the participle before it goes with that.
fn before_noun(tree: &mut Document, participle: usize) {
    let prep = participle - 1;
    let orphan = tree.tokens[prep].dep == Dep::Prep
        && tree.child(prep, Dep::Pobj).is_none()
        && tree.child(prep, Dep::Pcomp).is_none()
        && !(tree.ancestors(prep).take(MOST_STEPS)).any(|up| up == participle);
    let noun = tree.child(participle, Dep::Dobj);
    if let Some(noun) = noun.filter(|&noun| orphan && noun == participle + 1) {
        attach(tree, noun, prep, Dep::Pobj);
        let children: Vec<usize> = tree.children(participle).take(CHILDREN).collect();
        let clause = tree.tokens[prep].head;
        for child in children.into_iter().filter(|&child| child != noun) {
            let dep = tree.tokens[child].dep;
            attach(tree, child, clause, dep);
        }
        attach(tree, participle, noun, Dep::Amod);
    }
}

/// "cleared of a third charge, perverting the course of justice": the participle names the charge, and nobody says that it was done.
fn charge(tree: &mut Document, participle: usize) {
    if tree.tokens[participle].dep != Dep::Advcl
        || participle < 2
        || tree.word(participle - 1) != ","
    {
        return;
    }
    let noun = participle - 2;
    if is_noun(tree.tokens[noun].tag) && CHARGES.contains(tree.lemma(noun)) {
        attach(tree, participle, noun, Dep::Nmod);
    }
}

/// Gives the clause of a participle in a name to the next verb.
fn names(tree: &mut Document) {
    for verb in 1..tree.len().saturating_sub(1) {
        if !matches!(tree.tokens[verb].tag, Tag::Vbd | Tag::Vbn)
            || !MODIFYING.contains(&tree.lower(verb).as_str())
        {
            continue;
        }
        let noun = verb + 1;
        if !is_noun(tree.tokens[noun].tag)
            || !matches!(tree.tokens[verb - 1].tag, Tag::Nnp | Tag::Nnps | Tag::Nn)
        {
            continue;
        }
        // Its noun must be the object or subject that the parser saw, and another verb must be there to carry the clause.
        let Some(next) = tree.children_by(verb, Dep::Conj).find(|&child| {
            matches!(tree.tokens[child].tag, Tag::Vbd | Tag::Vbz | Tag::Vbp)
                && tree.child(child, Dep::Nsubj).is_none()
        }) else {
            continue;
        };
        let head_noun = (noun..(noun + 4).min(tree.len()))
            .find(|&i| tree.tokens[i].head == verb && is_noun(tree.tokens[i].tag))
            .unwrap_or(noun);
        let (head, dep) = (tree.tokens[verb].head, tree.tokens[verb].dep);
        tree.tokens[next].dep = dep;
        tree.tokens[next].head = if head == verb { next } else { head };
        let children: Vec<usize> = tree.children(verb).take(CHILDREN).collect();
        for child in children {
            if child == next {
                continue;
            }
            let participial = tree.tokens[child].dep == Dep::Advcl && child < next;
            if child == head_noun {
                attach(tree, child, next, Dep::Nsubj);
            } else if participial {
                attach(tree, child, head_noun, Dep::Acl);
            } else if child < verb && tree.tokens[child].dep == Dep::Nsubj {
                attach(tree, child, verb, Dep::Npadvmod);
            } else {
                let dep = tree.tokens[child].dep;
                attach(tree, child, next, dep);
            }
        }
        attach(tree, head_noun, next, Dep::Nsubj);
        attach(tree, verb, head_noun, Dep::Amod);
    }
}
