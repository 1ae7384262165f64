// @ts-check
/** Key numbers: figure, comparator and what is counted, as they stand; where else they are, and where they differ. */
import { contains } from "../report-index.js";
import { limited } from "./limited.js";
import { h, pointer } from "./node.js";

/** @typedef {import("../report-index.js").ReportIndex} ReportIndex */
/** @typedef {import("../nut-graf.js").Fact} Fact */
/** @typedef {import("../nut-graf.js").Count} Count */

const SHOWN = 12;
/** Places that a number names, and notes below it. */
const PLACES = 3;
/** How far the event may stand behind what is counted to be told with it, in UTF-16 units. */
const NEAR = 40;

/** @param {ReportIndex} index */
export function numbersView(index) {
  const { numbers } = index.summary;
  const list = h("ul.nums");
  return numbers.length ? limited(list, numbers, SHOWN, (number) => item(index, number), index) : null;
}

/** @param {ReportIndex} index @param {import("../nut-graf.js").KeyNumber} number */
function item(index, { fact: id, count: at, line }) {
  /** @type {Fact} */
  const fact = index.get(id);
  const count = fact.counts[at];
  const figure = count.figure ?? count;
  const quantity = h(
    "span.q",
    {},
    index.text.slice(count.start, figure.start).replace(/[“"‘(]+$/, ""),
    h("span.fig", {}, index.slice(figure)),
    index.text.slice(figure.end, count.end),
  );
  const others = fact.counts.filter((other) => other !== count);
  const again = others.filter((other) => isSame(other, count));
  const places = new Map([count, ...again].map((each) => [index.place(each).short, pointer(index, each, line)]));
  const pointers = [...places.values()].slice(0, PLACES).flatMap((each) => [" ", each]);
  const noun = index.slice(counted(index, fact, count));
  return h(
    "li",
    {},
    h("p.w", {}, quantity, " ", noun.replace(/^[\s”"’)]+/, ""), pointers),
    differing(index, fact, at).slice(0, PLACES).map((note) => h("p.src", {}, note)),
  );
}

const ALIKE = /** @type {const} */ (["of", "value", "max", "comparator", "unit"]);
/** @param {Count} a @param {Count} b */
const isSame = (a, b) => a.value !== null && ALIKE.every((key) => a[key] === b[key]);

/** What is counted, and the event if near. @param {ReportIndex} index @param {Fact} fact @param {Count} count */
function counted(index, fact, count) {
  const sentence = index.sentenceAt(count.start);
  const holders = fact.roles.filter((part) => contains(part, count)).map(({ end }) => end);
  const end = Math.max(count.end, Math.min(...(holders.length ? holders : [count.end])));
  const { trigger } = fact;
  const gap = trigger.start - end;
  const told = count.of === "patient" && gap >= 0 && gap < NEAR && contains(sentence, trigger);
  return { start: count.end, end: told ? trigger.end : end };
}

/** Other figures for the same, with their places. @param {ReportIndex} index @param {Fact} fact @param {number} at */
function differing(index, fact, at) {
  const found = new Map();
  for (const { claims, kind } of fact.conflicts) {
    const [a, b] = claims.map((i) => fact.claims[i]?.counts ?? []);
    for (const other of a.includes(at) ? b : b.includes(at) ? a : []) {
      const count = fact.counts[other];
      if (isSame(count, fact.counts[at])) continue;
      const place = index.inTitle(count) ? index.place(count).short : pointer(index, count);
      const note = kind === "contradictory" ? [` · ${index.say("contradict")}`] : [];
      found.set(other, [place, ": ", h("span.w", {}, index.slice(count)), ...note]);
    }
  }
  return [...found.values()];
}
