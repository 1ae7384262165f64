// @ts-check
/** What of a report still holds once the text in the page has changed. */
import { wordsOf } from "./report-index.js";

/** @typedef {import("./nut-graf.js").Report} Report */

/** The lines whose words the text has lost. @param {Report} report @param {string} before @param {string} text */
export function lostLines(report, before, text) {
  const holds = (/** @type {import("./nut-graf.js").Span} */ { start, end }) => text.includes(before.slice(start, end));
  return [...report.summary.lines.entries()].filter(([, line]) => !wordsOf(line).every(holds)).map(([i]) => i);
}

/** The report without some of its lines, and what stands in them. @param {Report} report @param {number[]} lost */
export function withoutLines(report, lost) {
  const { lines, main, points, questions, numbers, unsettled, timeline, actors } = report.summary;
  const kept = [...lines.keys()].filter((i) => !lost.includes(i));
  const moved = new Map(kept.map((i, at) => [i, at]));
  const left = (/** @type {number[]} */ indices) => indices.flatMap((i) => moved.get(i) ?? []);
  const at = (/** @type {{line: number}[]} */ items) =>
    items.flatMap((item) => (moved.has(item.line) ? [{ ...item, line: moved.get(item.line) }] : []));
  const main_ = main === null ? null : (moved.get(main) ?? null);
  return /** @type {Report} */ ({
    ...report,
    summary: {
      lines: kept.map((i) => lines[i]),
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
