// @ts-check
/** What of a report still holds once the text in the page has changed. */
import { wordsOf } from "./report-index.js";

/** @typedef {import("./nut-graf.js").Report} Report */

/** The lines whose words the text has lost. @param {Report} report @param {string} before @param {string} text */
export function lostLines(report, before, text) {
  const holds = (/** @type {import("./nut-graf.js").Span} */ { start, end }) => text.includes(before.slice(start, end));
  return [...report.summary.lines.entries()].filter(([, line]) => !wordsOf(line).every(holds)).map(([i]) => i);
}

/** Where the lines stand once some are gone: the new index by the old. @param {Report} report @param {number[]} lost */
export function movedLines({ summary }, lost) {
  const kept = [...summary.lines.keys()].filter((i) => !lost.includes(i));
  return new Map(kept.map((i, at) => [i, at]));
}

/** The report without the lines that did not move, and what stands in them. @param {Report} report @param {Map<number, number>} moved */
export function withoutLines(report, moved) {
  const { main, points, questions, numbers, unsettled, timeline, actors } = report.summary;
  const lines = [...moved.keys()].map((i) => report.summary.lines[i]);
  const first = (/** @type {string} */ id) => {
    const i = lines.findIndex((line) => line.facts.includes(id));
    return i < 0 ? null : i;
  };
  const left = (/** @type {number[]} */ indices) => indices.flatMap((i) => moved.get(i) ?? []);
  const at = (/** @type {{line: number}[]} */ items) =>
    items.flatMap((item) => (moved.has(item.line) ? [{ ...item, line: moved.get(item.line) }] : []));
  const main_ = main === null ? null : (moved.get(main) ?? null);
  return /** @type {Report} */ ({
    ...report,
    facts: report.facts.map((fact) => ({ ...fact, line: first(fact.id) })),
    summary: {
      lines,
      main: main_,
      points: left(points),
      questions: main_ === null ? { who: null, what: null, when: null, where: null, why: null, how: null } : questions,
      numbers: at(numbers),
      unsettled: at(unsettled),
      timeline: timeline.map((entry) => ({ ...entry, lines: left(entry.lines) })),
      actors: main_ === null ? [] : actors.map((actor) => ({ ...actor, lines: left(actor.lines) })),
    },
  });
}
