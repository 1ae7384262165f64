//! "cannot speak of the men who left at this time": a phrase for the present does not say when something past took place.

use crate::document::{Dep, Document, Tag};

use super::attach;

/// Nouns that "at this …" makes a word for the present.
const MOMENTS: [&str; 5] = ["time", "point", "moment", "stage", "hour"];

/// Hangs such a phrase, where the parser gave it to a verb in the past, on the next verb above that is not.
pub fn mend(tree: &mut Document) {
    for prep in 0..tree.len() {
        if tree.tokens[prep].dep != Dep::Prep || !is_present(tree, prep) {
            continue;
        }
        let verbs: Vec<usize> = tree
            .ancestors(prep)
            .filter(|&up| is_verb(tree.tokens[up].tag))
            .take(4)
            .collect();
        let [past, above @ ..] = &verbs[..] else {
            continue;
        };
        // An adverbial clause is closed: "…, even though there was no proof for now" keeps what it has.
        let relative = matches!(tree.tokens[*past].dep, Dep::Relcl | Dep::Acl);
        if tree.tokens[*past].tag != Tag::Vbd || !relative {
            continue;
        }
        let now = above
            .iter()
            .find(|&&up| tree.tokens[up].tag != Tag::Vbd && tree.tokens[up].tag != Tag::Vbn);
        if let Some(&verb) = now.filter(|&&verb| verb < prep) {
            attach(tree, prep, verb, Dep::Prep);
        }
    }
}

/// Whether a preposition opens a phrase for the present: "at this time", "for now".
fn is_present(tree: &Document, prep: usize) -> bool {
    let word = tree.lower(prep);
    let noun = tree
        .child(prep, Dep::Pobj)
        .or_else(|| tree.child(prep, Dep::Pcomp));
    noun.is_some_and(|noun| match word.as_str() {
        "at" => {
            let this = tree
                .child(noun, Dep::Det)
                .is_some_and(|det| tree.lower(det) == "this");
            tree.lower(noun) == "present" || this && MOMENTS.contains(&tree.lower(noun).as_str())
        }
        "for" => tree.lower(noun) == "now",
        _ => false,
    })
}

fn is_verb(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Vb | Tag::Vbd | Tag::Vbg | Tag::Vbn | Tag::Vbp | Tag::Vbz
    )
}
