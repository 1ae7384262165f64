//! "The council rejected a plan that cost millions, **dealing** a blow …", "…, the firms said, **creating** …": a participle at the end
//! that tells what the main clause brought about, hung on a clause within it; and one that is hung on who says so.

use crate::document::{Dep, Document, Pos, Tag};

use super::speech::speaks;
use super::{CHILDREN, attach};

/// Steps up a tree.
const DEPTH: usize = 16;

/// Verbs whose participle at the end tells what the main clause brought about.
const OUTCOMES: [&str; 12] = [
    "bring", "cause", "create", "deal", "end", "force", "give", "leave", "mark", "send", "spark",
    "trigger",
];

/// Verbs whose participle belongs to who says something.
const ASIDES: [&str; 7] = ["cite", "quote", "refer", "speak", "talk", "write", "use"];

/// Hangs each such participle on the verb whose outcome it tells.
pub fn mend(tree: &mut Document) {
    for i in 1..tree.len() {
        let after_comma = tree.word(i - 1) == "," && tree.tokens[i].tag == Tag::Vbg;
        if after_comma && matches!(tree.tokens[i].dep, Dep::Advcl | Dep::Acl) {
            outcome(tree, i);
        }
    }
}

fn outcome(tree: &mut Document, participle: usize) {
    let own = (tree.children(participle).take(CHILDREN))
        .any(|child| matches!(tree.tokens[child].dep, Dep::Nsubj | Dep::Nsubjpass));
    let lemma = tree.lemma(participle);
    if own || speaks(tree, participle) || ASIDES.contains(&lemma) {
        return;
    }
    let head = tree.tokens[participle].head;
    if ends_with_source(tree, head) {
        // Whatever it was that created something, it was not those who said so.
        tree.tokens[participle].dep = Dep::Parataxis;
        return;
    }
    let target = main_verb(tree, head).filter(|_| OUTCOMES.contains(&lemma));
    if let Some(target) = target.filter(|&target| target < participle && target != head) {
        attach(tree, participle, target, Dep::Advcl);
    }
}

/// Whether `cue` is a verb of saying after what it reports.
fn ends_with_source(tree: &Document, cue: usize) -> bool {
    let content = tree.child(cue, Dep::Ccomp).filter(|&content| content < cue);
    speaks(tree, cue) && content.is_some_and(|content| tree.tokens[content].pos == Pos::Verb)
}

/// The verb of the main clause, if `word` stands in a relative clause or a participle of it.
fn main_verb(tree: &Document, word: usize) -> Option<usize> {
    let mut within = false;
    let mut at = word;
    for _ in 0..DEPTH {
        within |= matches!(tree.tokens[at].dep, Dep::Relcl | Dep::Acl);
        let Some(up) = tree.head(at) else {
            let verb = tree.tokens[at].pos == Pos::Verb && tree.tokens[at].tag.is_finite();
            return (within && verb).then_some(at);
        };
        at = up;
    }
    None
}
