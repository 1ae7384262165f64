// @ts-check
/** What a fact is about in the article's own words: the event and the part of the fact that follows it. */
import { contains } from "../reading.js";

/** Parts that say what an event did, and to what. */
const OBJECTS = ["patient", "topic", "recipient", "instrument", "destination", "origin", "place", "purpose"];
/** Longest way from the event to its object, which leaves room for a preposition, and longest stretch, in UTF-16 units. */
const MAX_GAP = 14;
const MAX_LENGTH = 140;

/** @param {import("../reading.js").Reading} reading @param {import("../reading.js").Fact} fact @returns {import("../reading.js").Span} */
export function deed(reading, { trigger, roles }) {
  const sentence = reading.report.sentences[reading.sentence(trigger.start)] ?? trigger;
  const reached = roles.filter(({ role, start, end, inherited }) => {
    const between = reading.text.slice(trigger.end, start);
    return OBJECTS.includes(role) && !inherited && start >= trigger.end && between.length <= MAX_GAP && !/[,.;:!?)”"]/.test(between) && end - trigger.start <= MAX_LENGTH && contains(sentence, { start, end });
  });
  const object = reached.sort((a, b) => a.start - b.start || b.end - a.end)[0];
  const end = object?.end ?? trigger.end;
  return { start: trigger.start, end: closes(reading.text.slice(trigger.start, end), reading.text[end]) ? end + 1 : end };
}

/** Whether a mark ends what began within the words. @param {string} words @param {string | undefined} mark */
function closes(words, mark) {
  const open = mark === ")" ? "(" : mark === "”" ? "“" : mark === "]" ? "[" : "";
  return open !== "" && words.lastIndexOf(open) > words.lastIndexOf(mark ?? "");
}
