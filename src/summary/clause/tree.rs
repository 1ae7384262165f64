//! Small questions to a tree.

use crate::document::{Dep, Document, Pos, Tag};
use crate::lexicon;

/// Steps up or down a tree. A deeper tree is no sentence anyone wrote, and the bound keeps the stage linear.
pub const DEEPEST: usize = 64;

pub fn is_verb(document: &Document, i: usize) -> bool {
    use Tag as T;
    matches!(
        document.tokens[i].tag,
        T::Vb | T::Vbd | T::Vbg | T::Vbn | T::Vbp | T::Vbz | T::Md
    )
}

pub fn is_noun(document: &Document, i: usize) -> bool {
    matches!(
        document.tokens[i].pos,
        Pos::Noun | Pos::Propn | Pos::Pron | Pos::Num
    )
}

pub fn subject(document: &Document, verb: usize) -> Option<usize> {
    document.children(verb).take(DEEPEST).find(|&child| {
        matches!(
            document.tokens[child].dep,
            Dep::Nsubj | Dep::Nsubjpass | Dep::Csubj | Dep::Csubjpass | Dep::Expl
        )
    })
}

pub fn child_word<'d>(
    document: &'d Document,
    i: usize,
    dep: Dep,
) -> impl Iterator<Item = String> + 'd {
    document
        .children_by(i, dep)
        .map(|child| document.lower(child))
}

/// Whether the verb is an infinitive with "to".
pub fn is_infinitive(document: &Document, verb: usize) -> bool {
    document.tokens[verb].tag == Tag::Vb
        && document
            .children_by(verb, Dep::Aux)
            .any(|child| document.tokens[child].tag == Tag::To)
}

pub fn has_comma_before(document: &Document, i: usize) -> bool {
    let start = document.subtree(i).start;
    start > 0 && matches!(document.word(start - 1), "," | "–" | "—" | "―" | "--" | "(")
}

/// Whether the noun has "no" before it: what modifies it is then not claimed.
pub fn is_denied(document: &Document, noun: usize) -> bool {
    document
        .children(noun)
        .take(DEEPEST)
        .any(|child| lexicon::NEGATORS.contains(&document.lower(child)))
}

/// "every voter who …", "most homes that …", "is not a man who …": without the clause about it the noun would say something else, and
/// what the clause says is not said of it.
pub fn is_restricted(document: &Document, noun: usize) -> bool {
    let quantified = document.children(noun).take(DEEPEST).any(|child| {
        child < noun
            && matches!(
                document.lower(child).as_str(),
                "any"
                    | "every"
                    | "each"
                    | "all"
                    | "most"
                    | "few"
                    | "fewer"
                    | "only"
                    | "half"
                    | "such"
                    | "enough"
            )
    });
    let verb = document
        .ancestors(noun)
        .take(4)
        .find(|&up| is_verb(document, up));
    let denied = verb.is_some_and(|verb| verb < noun && document.child(verb, Dep::Neg).is_some());
    // "nothing about the loans that was new"
    let of_nothing = (document.ancestors(noun).take(3)).any(|up| {
        matches!(
            document.lower(up).as_str(),
            "nothing" | "none" | "anything" | "little" | "few"
        )
    });
    quantified || denied || of_nothing || is_denied(document, noun)
}

/// "wants a mayor who will fix the roads", "it is hard to find a bank that has not been robbed": one who may not be there.
pub fn is_wished(document: &Document, noun: usize, verb: usize) -> bool {
    const WISHES: [&str; 10] = [
        "want", "need", "seek", "look", "find", "require", "prefer", "wish", "demand", "imagine",
    ];
    let indefinite = document.children(noun).take(DEEPEST).all(|child| {
        let told = matches!(document.tokens[child].dep, Dep::Det | Dep::Poss)
            && !matches!(document.lower(child).as_str(), "a" | "an" | "some");
        !told
    }) && document.tokens[noun].pos != Pos::Propn;
    let modal = |verb: usize| {
        document
            .children_by(verb, Dep::Aux)
            .any(|child| document.tokens[child].tag == Tag::Md)
    };
    let above = document
        .ancestors(noun)
        .take(4)
        .find(|&up| is_verb(document, up));
    let open = above.is_some_and(|up| {
        WISHES.contains(&document.lemma(up)) && (document.tokens[up].tag != Tag::Vbd || modal(verb))
    });
    indefinite && (open || modal(verb) && matches!(document.tokens[verb].dep, Dep::Relcl))
}

/// "voters who …", "food that …": a noun with nothing that tells which is meant, but for the clause about it.
pub fn is_bare(document: &Document, noun: usize) -> bool {
    let open = |child: usize| {
        matches!(
            document.tokens[child].dep,
            Dep::Amod | Dep::Compound | Dep::Punct
        )
    };
    matches!(document.tokens[noun].tag, Tag::Nns | Tag::Nn)
        && document
            .children(noun)
            .take(DEEPEST)
            .filter(|&child| child < noun)
            .all(open)
        && document
            .head(noun)
            .is_none_or(|up| document.lower(up) != "of")
}

/// Whether the main clause depends on the clause of `verb`: "if", "unless", and "when" of what is not past.
pub fn is_condition(document: &Document, verb: usize) -> bool {
    if child_word(document, verb, Dep::Mark)
        .any(|mark| mark == "than" || lexicon::CONDITIONS.contains(&mark))
    {
        return true;
    }
    let present = |i: usize| matches!(document.tokens[i].tag, Tag::Vbz | Tag::Vbp | Tag::Md);
    let auxiliary = document
        .children(verb)
        .take(DEEPEST)
        .find(|&child| matches!(document.tokens[child].dep, Dep::Aux | Dep::Auxpass));
    document
        .children(verb)
        .take(DEEPEST)
        .take_while(|&child| child < verb)
        .any(|child| match document.lower(child).as_str() {
            "whenever" => true,
            "when" => present(auxiliary.unwrap_or(verb)),
            _ => false,
        })
}

/// "made up by", tagged as a past tense: a participle that has lost its auxiliary.
pub fn lacks_auxiliary(document: &Document, verb: usize) -> bool {
    document.tokens[verb].tag == Tag::Vbd
        && document.child(verb, Dep::Agent).is_some()
        && document.child(verb, Dep::Dobj).is_none()
        && document.child(verb, Dep::Aux).is_none()
        && document.child(verb, Dep::Auxpass).is_none()
}
