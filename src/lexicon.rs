//! Typed read-only tables of words and their data files (`lexicon/*.tsv`): what a linguist would change.

/// The table in a file beside this one, without its comments: what stands in them is in no program.
macro_rules! table {
    ($file:literal) => {{
        const TEXT: &str = crate::lexicon::table::without_comments(include_str!($file));
        const BYTES: [u8; TEXT.len()] = crate::lexicon::table::copied(TEXT);
        match std::str::from_utf8(&BYTES) {
            Ok(data) => crate::lexicon::Table::new(data),
            Err(_) => unreachable!(),
        }
    }};
}

mod events;
mod gender;
mod nouns;
mod table;

pub use events::{
    EVENT_ADJECTIVES, EVENT_NOUNS, EVENT_VERBS, LIGHT_VERBS, NOUN_CLASSES, OBJECT_CONTROL_VERBS,
    PREPOSITIONAL_VERBS, STANCE_WORDS, TRANSPARENT_VERBS, UNACCUSATIVE_VERBS, is_time,
};
pub use gender::{GENDERED_WORDS, GIVEN_NAMES, Gender};
pub use nouns::{NOUNS, Nouns};
pub use table::Table;

/// Verbs of saying, judging, thinking and wanting, and what may follow them as what is said; see the file's head.
pub static CUE_VERBS: Table = table!("lexicon/cue_verbs.tsv");

/// Whether a verb with this lemma reports words: "say", "warn".
///
/// ```
/// assert!(nutgraf::lexicon::says("warn") && !nutgraf::lexicon::says("doubt"));
/// ```
pub fn says(lemma: &str) -> bool {
    (CUE_VERBS.get(lemma)).is_some_and(|uses| uses.split(' ').any(|one| one == "say"))
}

/// Nouns of saying and thinking, and what may bring what is said.
pub static CUE_NOUNS: Table = table!("lexicon/cue_nouns.tsv");

/// Adjectives of judgement and feeling, and the prepositions that bring what is judged.
pub static CUE_ADJECTIVES: Table = table!("lexicon/cue_adjectives.tsv");

/// Verbs that lend a noun of saying a subject.
pub static SUPPORT_VERBS: Table = table!("lexicon/support_verbs.tsv");

/// Titles before names: `style`, `rank`, `office`.
pub static TITLES: Table = table!("lexicon/titles.tsv");

/// Other names of states and organisations, by key.
pub static ALIASES: Table = table!("lexicon/aliases.tsv");

/// Words that the tokenizer cuts by list; see the file's head for its form.
pub static TOKEN_EXCEPTIONS: Table = table!("lexicon/token_exceptions.tsv");

/// Letters with the accent behind them, and the one character for both.
pub static COMPOSITIONS: Table = table!("lexicon/compositions.tsv");

/// Words that begin with an apostrophe for letters left out, without it.
pub static ELISIONS: Table = table!("lexicon/elisions.tsv");

/// Words of the date lines of a page: `date`, `clock`, `page`.
pub static STAMP_WORDS: Table = table!("lexicon/stamp_words.tsv");

/// Words of a byline that are no name: `desk`, `word`.
pub static DESKS: Table = table!("lexicon/desks.tsv");

/// Words of credits: `agency`, `picture`, `label`.
pub static AGENCIES: Table = table!("lexicon/agencies.tsv");

/// Abbreviations and what their full stop means: `name`, `number`, `word`, `clock`, `either`.
pub static ABBREVIATIONS: Table = table!("lexicon/abbreviations.tsv");

/// Words of grammar and the languages that use them.
pub static LANGUAGE_WORDS: Table = table!("lexicon/language_words.tsv");

/// Prefixes that make one word with what follows their hyphen.
pub static PREFIXES: Table = table!("lexicon/prefixes.tsv");

/// Words that tell where sentences begin and end: `start`, `credit`, `closing`.
pub static SENTENCE_CUES: Table = table!("lexicon/sentence_cues.tsv");

/// Words of grammar.
pub static FUNCTION_WORDS: Table = table!("lexicon/function_words.tsv");

/// Lemmas of adjectives, by ending and by word; see the file's head for its form.
pub static LEMMA_ADJ: Table = table!("lexicon/lemma_adj.tsv");

/// Lemmas of adverbs.
pub static LEMMA_ADV: Table = table!("lexicon/lemma_adv.tsv");

/// Lemmas of nouns.
pub static LEMMA_NOUN: Table = table!("lexicon/lemma_noun.tsv");

/// Lemmas of verbs.
pub static LEMMA_VERB: Table = table!("lexicon/lemma_verb.tsv");

/// Normal forms of words: spelling variants, quotation marks, currency signs.
pub static NORMS: Table = table!("lexicon/norms.tsv");

/// Strings that the network knows by a reserved number, not by a hash.
pub static SYMBOLS: Table = table!("lexicon/symbols.tsv");

/// Units of measure: canonical unit, TAB, what it measures.
pub static UNITS: Table = table!("lexicon/units.tsv");

/// Currency signs and words with their ISO 4217 code.
pub static CURRENCIES: Table = table!("lexicon/currencies.tsv");

/// Words of the calendar: kind, TAB, number.
pub static CALENDAR_WORDS: Table = table!("lexicon/calendar_words.tsv");

/// Words of numbers: kind, TAB, worth.
pub static NUMBER_WORDS: Table = table!("lexicon/number_words.tsv");

/// Words before a number, and how the number then stands to the true one.
pub static COMPARATORS: Table = table!("lexicon/comparators.tsv");

/// Words after which a number names rather than counts.
pub static DESIGNATORS: Table = table!("lexicon/designators.tsv");

/// Words that deny what they stand with, as written or by dictionary form.
pub static NEGATORS: Table = table!("lexicon/negators.tsv");

/// Words that put one event before or after another.
pub static TIME_PREPOSITIONS: Table = table!("lexicon/time_prepositions.tsv");

/// Adverbs that tie a sentence to the one before it.
pub static SENTENCE_ADVERBS: Table = table!("lexicon/sentence_adverbs.tsv");

/// Verbs that can follow what they report: "…, police said".
pub static REPORT_VERBS: Table = table!("lexicon/report_verbs.tsv");

/// Places by key: `country`, `state`, `city`, `LOC`.
pub static PLACES: Table = table!("lexicon/places.tsv");

/// Words for the people of a country, a religion or a political camp, by key.
pub static DEMONYMS: Table = table!("lexicon/demonyms.tsv");

/// Organisations that everyone knows, by key.
pub static ORGANISATIONS: Table = table!("lexicon/organisations.tsv");

/// Last words of names and the type they give the name; `company`: an organisation whose name may stand without the word.
pub static NAME_WORDS: Table = table!("lexicon/name_words.tsv");

/// Weapons, platforms and vehicles.
pub static EQUIPMENT: Table = table!("lexicon/equipment.tsv");

/// Makes and families of weapons, platforms and vehicles.
pub static EQUIPMENT_NAMES: Table = table!("lexicon/equipment_names.tsv");

/// Words that make a military platform of a vehicle.
pub static EQUIPMENT_MODIFIERS: Table = table!("lexicon/equipment_modifiers.tsv");

/// First words of names and the type they give the name.
pub static NAME_OPENINGS: Table = table!("lexicon/name_openings.tsv");

/// Nouns for what someone is said to have done: a participle that names it claims nothing.
pub static CHARGES: Table = table!("lexicon/charges.tsv");

/// What a page has beside its article, by words that tell it: `promo`, `credit`, `caption`.
pub static PAGE_FURNITURE: Table = table!("lexicon/page_furniture.tsv");

/// Words by which a sentence leans on the one before it: `open`, `time`, `other`, `also`.
pub static LEANING_WORDS: Table = table!("lexicon/leaning_words.tsv");

/// How much each feature of a sentence speaks for an editor's needing it; made by `model/importance.py`.
pub static NEEDED_WEIGHTS: Table = table!("lexicon/needed_weights.tsv");

/// How much each feature of a sentence speaks for its telling the news; made by `model/importance.py`.
pub static NEWS_WEIGHTS: Table = table!("lexicon/news_weights.tsv");

/// Words that say why something is not settled: `alleged`, `denied`, `unverified`, `planned`.
pub static UNSETTLING_WORDS: Table = table!("lexicon/unsettling_words.tsv");

/// How much each feature of a line speaks for a reader's letting it stand; made by `model/confidence.py`.
pub static CONFIDENCE_WEIGHTS: Table = table!("lexicon/confidence_weights.tsv");
