//! Trees as the stages after need them: mends what the parser is known to get wrong, by rules that hold for any article.

mod agreement;
mod condition;
mod coordination;
mod headline;
mod hyphen;
mod modifier;
mod negation;
mod present;
mod proviso;
mod result;
mod speech;

use crate::document::{Dep, Document, Pos, Tag, TokenRange};

/// Words under a word that are looked at.
const CHILDREN: usize = 64;

/// Tokens of a clause that are looked at, up to its comma, and from there to the verb of the clause after it.
const LONGEST_CLAUSE: usize = 40;

/// Steps up a tree that are followed.
const MOST_STEPS: usize = 256;

/// The document with mended trees. Tokens and sentences stay as they are.
pub fn mended(mut tree: Document<'_>) -> Document<'_> {
    no_verb_without_letters(&mut tree);
    hyphen::mend(&mut tree);
    tree.index_children();
    headline::mend(&mut tree);
    tree.index_children();
    modifier::mend(&mut tree);
    tree.index_children();
    negation::mend(&mut tree);
    tree.index_children();
    coordination::mend(&mut tree);
    tree.index_children();
    condition::mend(&mut tree);
    tree.index_children();
    proviso::mend(&mut tree);
    tree.index_children();
    agreement::mend(&mut tree);
    tree.index_children();
    present::mend(&mut tree);
    tree.index_children();
    speech::mend(&mut tree);
    tree.index_children();
    result::mend(&mut tree);
    tree.index_children();
    tree
}

/// "“…” ― Ann Hall": dashes that the tagger has not met are no verbs.
fn no_verb_without_letters(tree: &mut Document) {
    for i in 0..tree.len() {
        let verb = matches!(tree.tokens[i].pos, Pos::Verb | Pos::Aux);
        if verb && !tree.word(i).contains(char::is_alphanumeric) {
            tree.tokens[i].tag = Tag::Colon;
            tree.tokens[i].pos = Pos::Punct;
        }
    }
}

/// Hangs token `i` on `head` under `dep`, unless that would close a ring.
fn attach(tree: &mut Document, i: usize, head: usize, dep: Dep) {
    let mut up = head;
    for _ in 0..MOST_STEPS {
        if up == i {
            return;
        }
        let next = tree.tokens[up].head;
        if next == up {
            tree.tokens[i].head = head;
            tree.tokens[i].dep = dep;
            return;
        }
        up = next;
    }
}

/// Whether this tag is a noun's.
fn is_noun(tag: Tag) -> bool {
    matches!(tag, Tag::Nn | Tag::Nns | Tag::Nnp | Tag::Nnps)
}

/// The subject of `verb` that stands after token `from`.
fn subject(tree: &Document, verb: usize, from: usize) -> Option<usize> {
    (tree.children(verb).take(CHILDREN)).find(|&child| {
        let dep = tree.tokens[child].dep;
        child > from && matches!(dep, Dep::Nsubj | Dep::Nsubjpass | Dep::Expl)
    })
}

/// The finite verb with a subject after the comma that ends the clause of `verb`.
fn after_comma(tree: &Document, verb: usize, sentence: &TokenRange) -> Option<usize> {
    let near = |from: usize| from..sentence.end.min(from + LONGEST_CLAUSE);
    let comma = near(verb + 1).find(|&i| tree.word(i) == ",")?;
    near(comma + 1)
        .find(|&up| is_finite_verb(tree, up) && subject(tree, up, comma).is_some_and(|it| it < up))
}

fn is_finite_verb(tree: &Document, verb: usize) -> bool {
    let auxiliary = |child: usize| {
        matches!(tree.tokens[child].dep, Dep::Aux | Dep::Auxpass)
            && tree.tokens[child].tag.is_finite()
    };
    tree.tokens[verb].tag.is_finite() || tree.children(verb).take(CHILDREN).any(auxiliary)
}

/// Makes token `i` a verb with this tag.
fn make_verb(tree: &mut Document, i: usize, tag: Tag, lemma: &str) {
    tree.tokens[i].tag = tag;
    tree.tokens[i].pos = Pos::Verb;
    tree.set_lemma(i, lemma);
}
