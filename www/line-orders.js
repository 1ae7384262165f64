// @ts-check
/** The orders of the one list: which lines, under which heads, and how many. */
import { lineText } from "./report-index.js";

/** @typedef {import("./report-index.js").ReportIndex} ReportIndex */
/** What is kept of the lines. @typedef {{entity?: string | null, query?: string}} Filter */
/** @typedef {import("./report-index.js").Source} Source */
/** @typedef {{source?: Source | null, time?: import("./nut-graf.js").Span, lines: number[]}} Group */

export const ORDERS = ["points", "source", "time", "unsettled", "all"];

/**
 * The lines of an order, in groups; each line is there once.
 * @param {ReportIndex} index @param {string} order @param {Filter} [filter] @returns {Group[]}
 */
export function arrange(index, order, filter = {}) {
  const { lines, main, points, timeline } = index.summary;
  const keep = keeper(index, filter);
  const all = [...lines.keys()].filter(keep);
  if (order === "points") return [{ lines: points.filter((i) => i !== main && keep(i)) }];
  if (order === "unsettled") return [{ lines: all.filter((i) => index.reasons.has(i)) }];
  if (order === "source") return bySource(index, all);
  if (order !== "time") return [{ lines: all }];
  const seen = new Set();
  const once = (/** @type {number} */ i) => keep(i) && !seen.has(i) && seen.add(i);
  const groups = timeline.map(({ text, lines }) => ({ time: text, lines: lines.filter(once) }));
  return groups.filter((group) => group.lines.length);
}

/** How many there are in an order: sources, times, or else lines. @param {string} order @param {Group[]} groups */
export const countOf = (order, groups) =>
  order === "source" || order === "time" ? groups.length : (groups[0]?.lines.length ?? 0);

/** Sources in order of their first line, the unnamed one last. @param {ReportIndex} index @param {number[]} lines */
function bySource(index, lines) {
  /** @type {Map<string, Group>} */
  const groups = new Map();
  for (const i of lines) {
    const source = index.sources(i)[0] ?? null;
    const key = source?.key ?? "";
    groups.set(key, { source, lines: [...(groups.get(key)?.lines ?? []), i] });
  }
  return [...groups.values()].sort((a, b) => Number(!a.source) - Number(!b.source));
}

/** @param {ReportIndex} index @param {Filter} filter @returns {(line: number) => unknown} */
function keeper(index, { entity, query }) {
  const named = entity ? (index.mentions?.lines.get(entity) ?? new Set()) : null;
  const wanted = query?.trim().toLowerCase();
  const says = (/** @type {number} */ i) => [lineText(index, i), ...index.sources(i).map(({ text }) => text)].join(" ");
  return (i) => (!named || named.has(i)) && (!wanted || says(i).toLowerCase().includes(wanted));
}
