//! Reports in other forms: what other programs read, with offsets that are theirs.

use nutgraf::export::{Format, export};
use nutgraf::report::{
    Certainty, Claim, Entity, EntityType, Fact, FactId, FactType, Level, Line, LineIndex, Mention,
    Modality, Mode, Part, PartKind, Polarity, Role, RoleFiller, Source, Statement, StatementId,
    Summary, Unsettled, Unsettling,
};
use nutgraf::text::Unit;
use nutgraf::{Report, Span};
use serde_json::Value;

/// Emoji before everything, a name that begins like a formula, a span over two lines.
const TEXT: &str = "🇨🇭 Fire in Zürich\n\n=Mia, an \"aide\",\nsaid *rebels* burned <the> depot.";

fn span(words: &str) -> Span {
    let start = TEXT.find(words).expect("the words are in the text");
    Span::new(start, start + words.len())
}

fn entity(kind: EntityType, words: &str, level: Level) -> Entity {
    Entity {
        kind,
        name: words.to_owned(),
        aliases: vec!["Mimi".to_owned()],
        salience: 0.5,
        value: None,
        mentions: vec![Mention {
            span: span(words),
            level,
            kind: None,
        }],
    }
}

fn line() -> Line {
    let part = |kind, words| Part {
        kind,
        span: span(words),
    };
    let parts = vec![
        part(PartKind::Words, "said *rebels*"),
        part(PartKind::Insert, "Fire"),
        part(PartKind::Words, "burned <the> depot."),
    ];
    Line {
        text: Line::join(&parts, TEXT),
        parts,
        facts: vec![FactId(0)],
        ..Line::default()
    }
}

fn report() -> Report {
    let sentence = span("=Mia, an \"aide\",\nsaid *rebels* burned <the> depot.");
    let filler = |role, words| RoleFiller {
        role,
        span: span(words),
        entity: None,
        via: "test".into(),
        inherited: false,
    };
    Report {
        length: TEXT.len(),
        text_hash: "00".repeat(32),
        title: Some(span("🇨🇭 Fire in Zürich")),
        paragraphs: vec![span("🇨🇭 Fire in Zürich"), sentence],
        sentences: vec![span("🇨🇭 Fire in Zürich"), sentence],
        entities: vec![
            entity(EntityType::Gpe, "Zürich", Level::Named),
            entity(EntityType::Person, "=Mia, an \"aide\",\nsaid", Level::Named),
        ],
        statements: vec![Statement {
            mode: Mode::Paraphrase,
            source: Some(Source {
                span: span("=Mia"),
                entity: None,
                anonymous: false,
            }),
            cue: Some(span("said")),
            content: vec![span("*rebels* burned <the> depot")],
            quotations: Vec::new(),
            within: None,
            confidence: 0.9,
        }],
        facts: vec![Fact {
            kind: FactType::Attack,
            trigger: span("burned"),
            lemma: "burn".to_owned(),
            mentions: Vec::new(),
            roles: vec![
                filler(Role::Agent, "*rebels*"),
                filler(Role::Patient, "<the> depot"),
                filler(Role::Patient, "depot"),
            ],
            counts: Vec::new(),
            place: None,
            time: None,
            polarity: Polarity::Negated,
            certainty: Certainty::Probable,
            modality: Modality::Actual,
            hedges: Vec::new(),
            loaded: Vec::new(),
            claims: vec![Claim {
                statement: Some(StatementId(0)),
                polarity: Polarity::Negated,
                certainty: Certainty::Probable,
                modality: Modality::Actual,
                counts: Vec::new(),
            }],
            conflicts: Vec::new(),
            relations: Vec::new(),
            evidence: vec![sentence],
            salience: 1.0,
            confidence: 0.75,
            line: Some(LineIndex(0)),
        }],
        summary: Summary {
            lines: vec![line()],
            main: Some(LineIndex(0)),
            points: vec![LineIndex(0)],
            unsettled: vec![Unsettled {
                line: LineIndex(0),
                fact: FactId(0),
                why: Unsettling::Denied,
            }],
            ..Summary::default()
        },
        ..Report::default()
    }
}

fn made(format: Format) -> String {
    export(format, TEXT, &report(), Unit::Utf16)
}

fn json(format: Format) -> Value {
    serde_json::from_str(&made(format)).expect("it is JSON")
}

/// The code points of a slice, as Python counts them.
fn codepoints(start: &Value, end: &Value) -> String {
    let (start, end) = (
        start.as_u64().expect("a number") as usize,
        end.as_u64().expect("a number") as usize,
    );
    TEXT.chars().skip(start).take(end - start).collect()
}

#[test]
fn tables_are_read_back_and_begin_no_formula() {
    let entities = made(Format::Entities);
    assert!(
        entities.contains("e1,GPE,Zürich,Mimi,0.50,1,13,19\r\n"),
        "{entities}"
    );
    assert!(
        entities.contains("e2,PERSON,\"'=Mia, an \"\"aide\"\",\nsaid\",Mimi"),
        "{entities}"
    );
    let facts = made(Format::Facts);
    let heads: Vec<&str> = facts.lines().next().expect("a head").split(',').collect();
    let row: Vec<&str> = facts.lines().nth(1).expect("a row").split(',').collect();
    let cell = |name| {
        row[heads
            .iter()
            .position(|head| *head == name)
            .expect("a column")]
    };
    assert_eq!(
        (cell("id"), cell("type"), cell("trigger")),
        ("f1", "conflict.attack", "burned")
    );
    assert_eq!(
        (cell("agent"), cell("patient"), cell("place")),
        ("*rebels*", "<the> depot; depot", "")
    );
    assert_eq!(
        (cell("polarity"), cell("sources")),
        ("negated", "\"'=Mia\"")
    );
    assert_eq!(cell("line"), "said *rebels* [Fire] burned <the> depot.");
    let statements = made(Format::Statements);
    let row = "s1,paraphrase,\"'=Mia\",false,said,*rebels* burned <the> depot,,true,0.90,";
    assert!(statements.contains(row), "{statements}");
    let bytes = export(Format::Entities, TEXT, &report(), Unit::Byte);
    assert!(
        bytes.contains("e1,GPE,Zürich,Mimi,0.50,1,17,24\r\n"),
        "{bytes}"
    );
}

#[test]
fn web_annotations_have_code_points_and_quotes() {
    let page = json(Format::WebAnnotation);
    let items = page["items"].as_array().expect("a list");
    assert_eq!(items.len(), 5);
    assert_eq!(items[4]["body"][0]["value"], "main line");
    for item in items {
        for target in item["target"].as_array().expect("a list") {
            let (position, quote) = (&target["selector"][0], &target["selector"][1]);
            let exact = quote["exact"].as_str().expect("words");
            assert_eq!(codepoints(&position["start"], &position["end"]), exact);
            let context = format!(
                "{}{exact}{}",
                quote["prefix"].as_str().expect("words"),
                quote["suffix"].as_str().expect("words")
            );
            assert!(TEXT.contains(&context), "{context}");
        }
    }
}

#[test]
fn displacy_has_code_points_and_no_mark_in_another() {
    let input = json(Format::Displacy);
    let entities = input["ents"].as_array().expect("a list");
    let words: Vec<String> = entities
        .iter()
        .map(|entity| codepoints(&entity["start"], &entity["end"]))
        .collect();
    assert_eq!(words, ["Zürich", "=Mia, an \"aide\",\nsaid"]);
    assert_eq!(input["text"], TEXT);
}

#[test]
fn schema_names_the_author_of_a_claim() {
    let article = json(Format::Schema);
    assert_eq!(article["headline"], "🇨🇭 Fire in Zürich");
    assert_eq!(
        article["abstract"],
        "said *rebels* [Fire] burned <the> depot."
    );
    // Who is neither a person nor an organisation is credited in words: schema.org has no such authors.
    assert_eq!(article["hasPart"][0]["creditText"], "=Mia");
    let mut known = report();
    let source = known.statements[0].source.as_mut().expect("a source");
    source.entity = Some(nutgraf::report::EntityId(1));
    let article: Value =
        serde_json::from_str(&export(Format::Schema, TEXT, &known, Unit::Utf16)).expect("JSON");
    assert_eq!(article["hasPart"][0]["author"]["@type"], "Person");
    assert_eq!(article["mentions"][0]["@type"], "AdministrativeArea");
    // It can stand in a page's `<script>` element.
    assert!(!made(Format::Schema).contains('<'));
}

#[test]
fn standoff_has_its_spans_line_by_line() {
    let ann = made(Format::Standoff);
    assert!(ann.contains("T1\tGPE 11 17\tZürich\n"), "{ann}");
    assert!(
        ann.contains("T2\tPERSON 19 35;36 40\t=Mia, an \"aide\", said\n"),
        "{ann}"
    );
    // A role that is filled twice is numbered: brat has each name once.
    assert!(
        ann.contains("E1\tconflict-attack:T3 agent:T4 patient:T5 patient2:T6\n"),
        "{ann}"
    );
    assert!(
        ann.contains("A1\tNegated E1\nA2\tCertainty E1 probable\n"),
        "{ann}"
    );
}

#[test]
fn markdown_quotes_what_it_shows_cut_and_escapes_the_text() {
    let markdown = made(Format::Markdown);
    assert!(markdown.starts_with("# 🇨🇭 Fire in Zürich\n"), "{markdown}");
    assert!(
        markdown
            .contains("\n**Denied:** said \\*rebels\\* \\[Fire\\] burned \\<the\\> depot.[^1]\n"),
        "{markdown}"
    );
    assert!(
        markdown.contains("\n[^1]: paragraph 1: \\=Mia, an \"aide\", said \\*rebels\\*"),
        "{markdown}"
    );
}

#[test]
fn text_names_the_paragraphs_and_escapes_nothing() {
    let text = made(Format::Text);
    assert!(
        text.starts_with("🇨🇭 Fire in Zürich\n\nMade by a program"),
        "{text}"
    );
    assert!(
        text.contains("\nDenied: said *rebels* [Fire] burned <the> depot. ¶1\n"),
        "{text}"
    );
}

#[test]
fn every_form_survives_a_report_of_another_text() {
    for &format in Format::ALL {
        assert_eq!(Format::from_name(format.name()), Some(format));
        for text in ["", "short", "ü".repeat(40).as_str()] {
            let _ = export(format, text, &report(), Unit::Utf16);
        }
    }
}
