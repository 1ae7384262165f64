// @ts-check
/** The words of “How sure is it?”. */
export const ACCURACY_WORDS = {
  accuracyIntro:
    "Often, not always. Every word is the article’s, but a program chose the lines and read who says them, and it " +
    "can misread a sentence. These are its marks on articles that people had read before it. It was made with most " +
    "of them, so expect a little less of an article like yours.",
  accuracyOf: "Of 100", accuracyPeople: "people agree on {n}", accuracy_found: "facts are there and rightly told apart",
  accuracy_source: "facts name the right source",
  accuracy_hedge: "hedged facts are shown as no surer than the text has them",
  accuracy_negation: "facts that the text denies are shown as denied; there were few of them",
  accuracy_count: "numbers are right, with their “more than” or “about”",
  accuracy_agent: "facts say rightly who did it", accuracy_patient: "facts say rightly to whom",
  accuracy_whole: "facts have all of this right at once",
  accuracy_line: "key points may stand as they are, by strict readers, in articles that nobody had looked at before",
  accuracy_main: "main lines are the news", accuracy_other: "other lines may stand by themselves",
  accuracy_answer: "answers that are given are right; where the text is not plain, none is given",
  accuracy_direct: "direct quotations have the right source",
  accuracy_indirect: "passages of indirect speech are found",
  accuracy_statement: "statements have both the right words and the right source",
  accuracy_entity: "mentions are found with the right extent and type: fewer in reports of conflicts",
  accuracy_lenient: "mentions, where related types count as the same",
  accuracyMeans: "Before you quote or pass on a line, press its ¶ and read the words around it.",
};
