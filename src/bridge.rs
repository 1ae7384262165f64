//! Development only, until the network stands: a document parsed by a local spaCy server.

use std::io::{Read, Write};

use crate::document::{Dep, Document, Pos, Tag, Token};
use crate::entity::Named;
use crate::report::EntityType;
use crate::text::Span;

#[derive(serde::Deserialize)]
struct Parsed {
    tokens: Vec<(usize, usize, bool, String, String, String, usize, String)>,
    sentences: Vec<(usize, usize)>,
    paragraphs: Vec<(usize, usize)>,
    entities: Vec<(usize, usize, String)>,
}

pub fn parse(text: &str) -> (Document<'_>, Vec<Named>) {
    let mut stream = std::net::TcpStream::connect("127.0.0.1:7654").expect("the bridge runs");
    stream.write_all(text.as_bytes()).expect("write");
    stream
        .shutdown(std::net::Shutdown::Write)
        .expect("shutdown");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("read");
    let parsed: Parsed = serde_json::from_str(&answer).expect("json");
    let tokens = parsed.tokens.iter().map(|t| {
        let mut token = Token::new(Span::new(t.0, t.1), t.2, None);
        token.tag = Tag::from_name(&t.3).unwrap_or(Tag::Xx);
        token.pos = Pos::from_name(&t.4).unwrap_or(Pos::X);
        token.dep = Dep::from_name(&t.5).unwrap_or(Dep::Dep);
        token.head = t.6;
        token
    });
    let mut document = Document::new(
        text,
        tokens.collect(),
        parsed.paragraphs.iter().map(|p| p.0..p.1).collect(),
    );
    document.sentences = parsed.sentences.iter().map(|s| s.0..s.1).collect();
    for (i, token) in parsed.tokens.iter().enumerate() {
        document.set_lemma(i, &token.7);
    }
    document.index_children();
    if let (Some(first), true) = (document.sentences.first(), document.paragraphs.len() > 1) {
        let span = document.span(first.clone());
        if first.end == document.paragraphs[0].end && !span.of(text).ends_with('.') {
            document.title = Some(span);
        }
    }
    let named = parsed
        .entities
        .iter()
        .filter_map(|e| Some((e.0..e.1, EntityType::from_name(&e.2)?)))
        .collect();
    (document, named)
}
