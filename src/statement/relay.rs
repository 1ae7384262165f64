//! Sources that name their own source: "according to X, quoting Y", "X said, citing Y".

use crate::document::{Dep, Document, Pos, Tag, TokenRange};
use crate::lexicon::NOUNS;
use crate::report::{Mode, Statement};

use super::draft::{Draft, Place, without};
use super::tree::Trees;

/// Adds for each "quoting Y" beside a cue a statement of Y with the same content, within the one that quotes it.
pub(super) fn add(document: &Document, trees: &Trees, drafts: &mut Vec<Draft>) {
    let mut hosts: Vec<Option<usize>> = vec![None; document.len()];
    let mut stances: Vec<Option<usize>> = vec![None; document.len()];
    for (index, draft) in drafts.iter().enumerate() {
        if draft.confidence < Statement::CLAIMS {
            stances[draft.anchor()] = Some(index);
            continue;
        }
        for token in draft.cue.clone().unwrap_or(0..0).chain(draft.source) {
            hosts[token] = Some(index);
        }
    }
    for (verb, token) in document.tokens.iter().enumerate().skip(2) {
        let quoting =
            token.tag == Tag::Vbg && matches!(document.lower(verb).as_str(), "quoting" | "citing");
        let source = document
            .child(verb, Dep::Dobj)
            .filter(|&source| quoting && can_speak(document, source));
        let before = verb - 1 - usize::from(document.word(verb - 1) == ",");
        let host = hosts[before].or_else(|| {
            const REACH: usize = 4;
            document
                .ancestors(verb)
                .take(REACH)
                .find_map(|up| hosts[up])
        });
        let (Some(source), Some(host)) = (source, host) else {
            continue;
        };
        // "citing officials" is no stance of its own then.
        if let Some(stance) = stances[verb] {
            drafts[stance].content.clear();
        }
        let own = trees.of(verb);
        let content: Vec<TokenRange> = drafts[host]
            .content
            .iter()
            .flat_map(|range| without(range.clone(), &own))
            .collect();
        drafts[host].content.clone_from(&content);
        drafts.push(Draft {
            mode: Some(Mode::AccordingTo),
            source: Some(source),
            cue: Some(verb..verb + 1),
            content,
            confidence: 0.8,
            place: Place::QuotedBy(drafts[host].anchor()),
        });
    }
}

/// Someone, a body of people, or a name: not "citing concerns".
fn can_speak(document: &Document, source: usize) -> bool {
    document.tokens[source].pos == Pos::Propn
        || matches!(NOUNS.get(document.lemma(source)), Some("person" | "group"))
}
