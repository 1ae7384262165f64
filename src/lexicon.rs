//! Typed read-only tables of words and their data files (`lexicon/*.tsv`): what a linguist would change.

mod events;
mod nouns;
mod table;

pub use events::{
    EVENT_ADJECTIVES, EVENT_NOUNS, EVENT_VERBS, LIGHT_VERBS, NOUN_CLASSES, OBJECT_CONTROL_VERBS,
    PREPOSITIONAL_VERBS, STANCE_WORDS, TRANSPARENT_VERBS, UNACCUSATIVE_VERBS,
};
pub mod verb;

pub use nouns::{NOUNS, Nouns};
pub use table::Table;

/// Verbs of saying, judging, thinking and wanting, and what may follow them as what is said; see the file's head.
pub static CUE_VERBS: Table = Table::new(include_str!("lexicon/cue_verbs.tsv"));

/// Nouns of saying and thinking, and what may bring what is said.
pub static CUE_NOUNS: Table = Table::new(include_str!("lexicon/cue_nouns.tsv"));

/// Adjectives of judgement and feeling, and the prepositions that bring what is judged.
pub static CUE_ADJECTIVES: Table = Table::new(include_str!("lexicon/cue_adjectives.tsv"));

/// Verbs that lend a noun of saying a subject.
pub static SUPPORT_VERBS: Table = Table::new(include_str!("lexicon/support_verbs.tsv"));

/// Verbs that take a clause without anyone saying or thinking it.
pub static CLAUSE_VERBS_WITHOUT_SPEECH: Table =
    Table::new(include_str!("lexicon/clause_verbs_without_speech.tsv"));
/// Titles before names: `style`, `rank`, `office`.
pub static TITLES: Table = Table::new(include_str!("lexicon/titles.tsv"));

/// First names that tell the sex of who bears them: `f`, `m`.
pub static GIVEN_NAMES: Table = Table::new(include_str!("lexicon/given_names.tsv"));

/// Other names of states and organisations, by key.
pub static ALIASES: Table = Table::new(include_str!("lexicon/aliases.tsv"));

/// Words that the tokenizer cuts by list; see the file's head for its form.
pub static TOKEN_EXCEPTIONS: Table = Table::new(include_str!("lexicon/token_exceptions.tsv"));

/// Abbreviations and what their full stop means: `name`, `number`, `word`, `clock`, `either`.
pub static ABBREVIATIONS: Table = Table::new(include_str!("lexicon/abbreviations.tsv"));

/// Words of grammar and the languages that use them.
pub static LANGUAGE_WORDS: Table = Table::new(include_str!("lexicon/language_words.tsv"));

/// Prefixes that make one word with what follows their hyphen.
pub static PREFIXES: Table = Table::new(include_str!("lexicon/prefixes.tsv"));

/// Words that tell where sentences begin and end: `start`, `credit`, `closing`.
pub static SENTENCE_CUES: Table = Table::new(include_str!("lexicon/sentence_cues.tsv"));

/// Words of grammar.
pub static FUNCTION_WORDS: Table = Table::new(include_str!("lexicon/function_words.tsv"));

/// Lemmas of adjectives, by ending and by word; see the file's head for its form.
pub static LEMMA_ADJ: Table = Table::new(include_str!("lexicon/lemma_adj.tsv"));

/// Lemmas of adverbs.
pub static LEMMA_ADV: Table = Table::new(include_str!("lexicon/lemma_adv.tsv"));

/// Lemmas of nouns.
pub static LEMMA_NOUN: Table = Table::new(include_str!("lexicon/lemma_noun.tsv"));

/// Lemmas of verbs.
pub static LEMMA_VERB: Table = Table::new(include_str!("lexicon/lemma_verb.tsv"));

/// Normal forms of words: spelling variants, quotation marks, currency signs.
pub static NORMS: Table = Table::new(include_str!("lexicon/norms.tsv"));

/// Strings that the network knows by a reserved number, not by a hash.
pub static SYMBOLS: Table = Table::new(include_str!("lexicon/symbols.tsv"));

/// Units of measure: canonical unit, TAB, what it measures.
pub static UNITS: Table = Table::new(include_str!("lexicon/units.tsv"));

/// Currency signs and words with their ISO 4217 code.
pub static CURRENCIES: Table = Table::new(include_str!("lexicon/currencies.tsv"));

/// Words before a number, and how the number then stands to the true one.
pub static COMPARATORS: Table = Table::new(include_str!("lexicon/comparators.tsv"));

/// Words after which a number names rather than counts.
pub static DESIGNATORS: Table = Table::new(include_str!("lexicon/designators.tsv"));

/// Past tense and participle of verbs that do not follow the rule, by base.
pub static VERB_FORMS: Table = Table::new(include_str!("lexicon/verb_forms.tsv"));

/// The words that a line of a summary may add to the article's own.
pub static CONNECTIVES: Table = Table::new(include_str!("lexicon/connectives.tsv"));

/// Words that deny what they stand with, as written or by dictionary form.
pub static NEGATORS: Table = Table::new(include_str!("lexicon/negators.tsv"));

/// Words before a clause on which the main clause depends.
pub static CONDITIONS: Table = Table::new(include_str!("lexicon/conditions.tsv"));

/// Words that put one event before or after another.
pub static TIME_PREPOSITIONS: Table = Table::new(include_str!("lexicon/time_prepositions.tsv"));

/// Adverbs that tie a sentence to the one before it.
pub static SENTENCE_ADVERBS: Table = Table::new(include_str!("lexicon/sentence_adverbs.tsv"));

/// Verbs that can follow what they report: "…, police said".
pub static REPORT_VERBS: Table = Table::new(include_str!("lexicon/report_verbs.tsv"));

/// Places by key: `country`, `state`, `city`, `LOC`.
pub static PLACES: Table = Table::new(include_str!("lexicon/places.tsv"));

/// Words for the people of a country, a religion or a political camp, by key.
pub static DEMONYMS: Table = Table::new(include_str!("lexicon/demonyms.tsv"));

/// Organisations that everyone knows, by key.
pub static ORGANISATIONS: Table = Table::new(include_str!("lexicon/organisations.tsv"));

/// Last words of names and the type they give the name; `company`: an organisation whose name may stand without the word.
pub static NAME_WORDS: Table = Table::new(include_str!("lexicon/name_words.tsv"));

/// Weapons, platforms and vehicles.
pub static EQUIPMENT: Table = Table::new(include_str!("lexicon/equipment.tsv"));

/// Makes and families of weapons, platforms and vehicles.
pub static EQUIPMENT_NAMES: Table = Table::new(include_str!("lexicon/equipment_names.tsv"));

/// Words that make a military platform of a vehicle.
pub static EQUIPMENT_MODIFIERS: Table = Table::new(include_str!("lexicon/equipment_modifiers.tsv"));

/// First words of names and the type they give the name.
pub static NAME_OPENINGS: Table = Table::new(include_str!("lexicon/name_openings.tsv"));

/// Nouns for what someone is said to have done: a participle that names it claims nothing.
pub static CHARGES: Table = Table::new(include_str!("lexicon/charges.tsv"));

/// Verbs whose participle after a clause has all of that clause for its subject.
pub static RESULT_VERBS: Table = Table::new(include_str!("lexicon/result_verbs.tsv"));
