// @ts-check
/** The words that are seen at first. `{n}` and the like are filled in; an entry with `one` and `other` follows `n`. */
export const FIRST_WORDS = {
  lang: "en",
  name: "nutgraf",
  made: "Made by a program",
  check: "check it against the text",
  sure: "How sure is this?",
  wrong: "Something wrong? The words in the article count: press ¶ to see them.",
  facts: "Facts",
  article: "Article",
  more: { one: "1 more", other: "{n} more" },

  oneSentence: "In one sentence",
  fiveWs: "Who, what, when, where, why, how",

  who: "Who", what: "What", when: "When", where: "Where", why: "Why", how: "How",
  notStated: "not stated",
  calendarDate: "calendar date:",
  dateRead: "read as {date}",
  theHeadline: "the headline",
  theArticle: "the article itself",
  paragraph: "paragraph {n}",
  evidence: "Evidence: {place}",
  noSource: "someone",
  unnamed: "unnamed",
  verbatim: "word for word",
  partly: "partly word for word",
  reporter: "in the reporter’s words",
  judgement: "“{words}” is the source’s judgement",

  certain: "Stated as fact", probable: "Likely", possible: "Possible", unknown: "Not known", denied: "Denied",
  declined: "Not said", counterfactual: "Not so", intended: "Planned", requested: "Asked for", future: "To come",
  hypothetical: "Only if", generic: "In general",

  ready: { one: "Read: 1 fact.", other: "Read: {n} facts." },
  foot: "Every fact points at the words it stands on. Where the text is silent, it says",
  footEnd: "Nothing leaves this page.",
};
