// @ts-check
/** The words that are seen at first. `{n}` and the like are filled in; an entry with `one` and `other` follows `n`. */
export const FIRST_WORDS = {
  lang: "en", name: "nutgraf", summary: "Summary", article: "Article", parts: "Parts of the summary",
  pitch: "What a news article says, in its own words",
  pitchRest:
    ", with who says so and where (¶). Picked by a program: check it against the text. Nothing leaves this page.",
  accuracy: "How sure is it?", compactTitle: "This story in its own words",
  main: "The main line", questions: "Who, what, when, where, why, how",
  who: "Who", what: "What", when: "When", where: "Where", why: "Why", how: "How", headlineOmits: "The headline omits",
  noSource: "no source given", unnamed: "unnamed", why_alleged: "Alleged", why_denied: "Denied",
  why_disputed: "Disputed", why_unverified: "Not verified", why_probable: "Likely", why_possible: "Possible",
  why_planned: "Planned", why_conditional: "Only if", theHeadline: "the headline", paragraph: "paragraph {n}",
  showWords: "{place}, show it in the article", omitted: "Words are left out here, show them in the article",
  inserted: "Brought from elsewhere in the article", ready: { one: "Read: 1 line.", other: "Read: {n} lines." },
};
