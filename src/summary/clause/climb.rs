//! The way up from a trigger to the verb that carries it: what it hangs on may deny it, doubt it or put it on a condition.

use crate::document::{Dep, Document, Tag};
use crate::lexicon;
use crate::report::{Claim, Fact, Role, RoleFiller};

use super::super::Article;
use super::tree::{
    DEEPEST, child_word, is_bare, is_condition, is_denied, is_infinitive, is_restricted, is_verb,
    is_wished, subject,
};

/// Where the way up from a trigger ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum End {
    /// At a verb that stands by itself: a root, the content of a statement, a subordinate clause with its own subject.
    Own,
    /// At a relative clause of this noun.
    Relative(usize),
    /// At a bare participle after this noun.
    Reduced(usize),
    /// At a participle that belongs to this verb.
    Participle(usize),
    /// At a second verb of this one, whose subject it shares.
    Shared(usize),
}

/// The way up from the trigger to the verb that carries it, and why it ends there.
pub fn climb(article: &Article, fact: &Fact, trigger: usize, claim: &Claim) -> (Vec<usize>, End) {
    let document = article.document;
    let cue = claim.statement.and_then(|id| article.cue_head(id));
    let mut path = vec![trigger];
    let mut node = trigger;
    while path.len() < DEEPEST {
        let Some(head) = document.head(node) else {
            return (path, End::Own);
        };
        if Some(head) == cue && is_verb(document, node) {
            let end = of_whom(document, node, head).map_or(End::Own, End::Relative);
            return (path, end);
        }
        if is_verb(document, node) && belief(article, node).is_some() {
            return (path, End::Own);
        }
        if let Some(end) = boundary(article, fact, node, head, 0) {
            return (path, end);
        }
        path.push(head);
        node = head;
    }
    (path, End::Own)
}

/// "the man *who* police **say** killed him": the noun that the subject of what is said stands for.
fn of_whom(document: &Document, verb: usize, cue: usize) -> Option<usize> {
    let own = subject(document, verb)?;
    let relative = matches!(document.tokens[own].tag, Tag::Wp | Tag::Wdt)
        && document.tokens[cue].dep == Dep::Relcl
        && own < cue;
    document.head(cue).filter(|_| relative)
}

/// Whether the way up ends at `node`, below `head`.
fn boundary(article: &Article, fact: &Fact, node: usize, head: usize, depth: usize) -> Option<End> {
    let document = article.document;
    let token = &document.tokens[node];
    if !is_verb(document, node) {
        return None;
    }
    let own = subject(document, node).is_some();
    let marks: Vec<String> = child_word(document, node, Dep::Mark).collect();
    let conditional = is_condition(document, node);
    let infinitive = is_infinitive(document, node);
    match token.dep {
        Dep::Relcl | Dep::Acl if is_verb(document, head) => {
            (!infinitive && !own).then_some(End::Participle(head))
        }
        Dep::Relcl if is_denied(document, head) => None,
        Dep::Relcl => {
            let that = document
                .children(node)
                .take_while(|&child| child < node)
                .any(|child| document.lower(child) == "that");
            let complement = own && that && takes_clause(document, head);
            (!complement).then_some(End::Relative(head))
        }
        // "the base killed 20 soldiers": a verb with an object is no bare participle, the tree is wrong.
        Dep::Acl if token.tag == Tag::Vbn && document.child(node, Dep::Dobj).is_some() && !own => {
            None
        }
        Dep::Acl => (!infinitive && !own && marks.is_empty() && !is_denied(document, head))
            .then_some(End::Reduced(head)),
        Dep::Advcl if conditional || infinitive => None,
        Dep::Advcl if own => Some(End::Own),
        Dep::Advcl if lexicon::RESULT_VERBS.contains(&document.lemma(node).to_lowercase()) => None,
        Dep::Advcl if matches!(token.tag, Tag::Vbg | Tag::Vbn) => {
            let verb = match is_verb(document, head) {
                true => head,
                false => document.ancestors(head).find(|&up| is_verb(document, up))?,
            };
            // "agreed to buy it, creating …": not done yet, and told with what is to do it.
            (!is_infinitive(document, verb)).then_some(End::Participle(verb))
        }
        Dep::Conj if own => Some(End::Own),
        // "killing 107 and wounding 238"
        Dep::Conj
            if token.tag == Tag::Vbg
                && document.tokens[head].tag == Tag::Vbg
                && depth < DEEPEST =>
        {
            boundary(article, fact, head, document.head(head)?, depth + 1)
        }
        Dep::Conj if is_verb(document, head) && !infinitive => {
            let free = !is_infinitive(document, head) && document.tokens[head].tag != Tag::Vb;
            let subject = subject(document, head).is_some()
                || filler_subject(article, fact, node, is_passive(document, node, End::Own))
                    .is_some();
            (free && subject).then_some(End::Shared(head))
        }
        Dep::Parataxis if own => Some(End::Own),
        // "A did this, B did that": the first clause hangs on the second.
        Dep::Ccomp
            if own
                && node < head
                && marks.is_empty()
                && subject(document, head).is_some_and(|it| it > node) =>
        {
            let end = document.subtree(node).end;
            let comma = document
                .tokens
                .get(end)
                .is_some_and(|_| matches!(document.word(end), "," | ";"));
            (comma && !article.is_cue(head)).then_some(End::Own)
        }
        Dep::Pcomp if token.tag == Tag::Vbg && !own => {
            let temporal = lexicon::TIME_PREPOSITIONS.contains(&document.lower(head));
            let verb = document.head(head).filter(|&up| is_verb(document, up));
            verb.filter(|_| temporal).map(End::Participle)
        }
        _ => None,
    }
}

/// The verb above `top` by which a speaker in the first person thinks rather than says.
pub fn belief(article: &Article, top: usize) -> Option<usize> {
    let document = article.document;
    let head = document.head(top)?;
    let speaker = subject(document, head)?;
    let first = matches!(document.lower(speaker).as_str(), "i" | "we");
    let thinks = lexicon::REPORT_VERBS.contains(&document.lemma(head).to_lowercase());
    let plain = document.children(head).all(|child| {
        !matches!(
            document.tokens[child].dep,
            Dep::Neg | Dep::Aux | Dep::Auxpass
        )
    });
    (first && thinks && plain && document.tokens[top].dep == Dep::Ccomp && !article.is_cue(head))
        .then_some(head)
}

/// Whether "that" after the noun brings what it is about: "the fact that", "evidence that".
fn takes_clause(document: &Document, noun: usize) -> bool {
    let lemma = document.lemma(noun).to_lowercase();
    let frames = lexicon::CUE_NOUNS.get(&lemma).unwrap_or("");
    frames.split(' ').any(|frame| frame == "that")
        || lexicon::STANCE_WORDS.contains(&format!("n:{lemma}"))
        || lemma == "fact"
}

pub fn covers(document: &Document, filler: &RoleFiller, token: usize) -> bool {
    filler.span.contains(document.tokens[token].span)
}

/// Whether the verb is passive: with an auxiliary, or a bare participle.
pub fn is_passive(document: &Document, verb: usize, end: End) -> bool {
    let auxiliary = document.children(verb).take(DEEPEST).any(|child| {
        matches!(
            document.tokens[child].dep,
            Dep::Auxpass | Dep::Nsubjpass | Dep::Agent
        )
    });
    let bare = document.tokens[verb].tag == Tag::Vbn
        && document.child(verb, Dep::Aux).is_none()
        && matches!(end, End::Reduced(_) | End::Participle(_));
    auxiliary || bare
}

/// The filler that is the subject of a verb without one of its own.
pub fn filler_subject<'f>(
    article: &Article,
    fact: &'f Fact,
    verb: usize,
    passive: bool,
) -> Option<&'f RoleFiller> {
    let document = article.document;
    let wanted = match passive {
        true => [Role::Patient, Role::Recipient],
        false => [Role::Agent, Role::Patient],
    };
    let sentence = document.sentences[document.sentence_of(verb)].clone();
    let before = |role: &&RoleFiller| {
        let tokens = document.tokens_in(role.span);
        tokens.end <= verb && sentence.contains(&tokens.start)
    };
    wanted.into_iter().find_map(|wanted| {
        (fact.roles.iter())
            .filter(before)
            .filter(|role| role.role == wanted)
            .max_by_key(|role| role.span.start)
    })
}

/// Whether a noun with a clause about it is nobody in particular: "those who smoke", "anyone hurt", "people who drink tea may …". What
/// the clause says of it is then said of no one.
pub fn is_anyone(document: &Document, noun: usize, verb: usize) -> bool {
    if is_open(&document.lower(noun)) {
        return true;
    }
    if is_restricted(document, noun) || is_wished(document, noun, verb) {
        return true;
    }
    if !is_bare(document, noun) {
        return false;
    }
    let finite = |verb: usize| {
        (document.children(verb).take(DEEPEST))
            .filter(|&child| child < verb)
            .find(|&child| matches!(document.tokens[child].dep, Dep::Aux | Dep::Auxpass))
            .unwrap_or(verb)
    };
    let tag = document.tokens[finite(verb)].tag;
    let habit = matches!(tag, Tag::Vbp | Tag::Vbz) && finite(verb) == verb;
    // What is planned or wished for those who do something.
    let planned = document
        .ancestors(noun)
        .take(DEEPEST)
        .find(|&up| is_verb(document, up))
        .is_some_and(|up| {
            is_infinitive(document, up) || document.tokens[finite(up)].tag == Tag::Md
        });
    habit || planned && matches!(document.tokens[verb].dep, Dep::Relcl)
}

/// A word for nobody and nothing in particular, which only the clause about it says who or what it is.
pub fn is_open(word: &str) -> bool {
    matches!(
        word,
        "those"
            | "anyone"
            | "anybody"
            | "everyone"
            | "everybody"
            | "whoever"
            | "anything"
            | "everything"
    )
}
