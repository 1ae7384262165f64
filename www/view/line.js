// @ts-check
/** A line: the article's words, what was put in and left out marked; who says so, and why it is not settled. */
import { hullOf, joinParts, overlaps, wordsOf } from "../report-index.js";
import { addressOf, h } from "./node.js";

/** @import { Span } from "../nut-graf.js" */
/** @import { ReportIndex } from "../report-index.js" */

/**
 * A stretch of the text, cut where a look begins or ends. @param {ReportIndex} index @param {Span} span
 * @param {Record<string, Span[]>} looks spans by the class that they give
 */
export function dressed(index, span, looks) {
  const inside = Object.entries(looks).flatMap(([look, spans]) =>
    spans.filter((each) => overlaps(each, span)).map(({ start, end }) => ({ look, start, end })),
  );
  const edges = inside.flatMap(({ start, end }) => [Math.max(start, span.start), Math.min(end, span.end)]);
  const cuts = [...new Set([span.start, ...edges, span.end])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, i) => {
    const piece = { start: cuts[i], end };
    const classes = new Set(inside.filter((each) => overlaps(each, piece)).map(({ look }) => look));
    return classes.size ? h(["span", ...classes].join("."), {}, index.slice(piece)) : index.slice(piece);
  });
}

/**
 * The words of a line: those of its facts in ink, hedges and what is looked for marked.
 * @param {ReportIndex} index @param {number} i @param {(part: Span) => Span[]} [hits] what is looked for in a part
 */
export function lineWords(index, i, hits = () => []) {
  const line = index.summary.lines[i];
  const told = index.factsIn(line);
  const f = told.map(({ fact, naming }) => index.stretch(fact, naming));
  const hg = told.flatMap(({ fact }) => fact.hedges);
  return joinParts(line.parts, index.text).flatMap(({ part, before, words }) => {
    const hit = hits(part);
    if (part.as === "words") return [before, ...dressed(index, part, { f, hg, hit })];
    const left = part.as === "omission";
    const at = { "data-at": part.start, "data-end": part.end, "data-to": i, href: addressOf(index, part.start, i) };
    const inside = left ? words : [h("i", {}, "["), ...dressed(index, part, { hit }), h("i", {}, "]")];
    const title = index.say(left ? "omitted" : "inserted");
    return [before, h(left ? "a.cut" : "a.ins", { ...at, title, "aria-label": left && title }, inside)];
  });
}

/** Why it is not settled, in a word or two. @param {ReportIndex} index @param {number} i */
export function reason(index, i) {
  const [first, ...others] = (index.reasons.get(i) ?? []).map((why) => index.say(`why_${why}`));
  return first && h("b.cert", {}, [first, ...others.map((why) => why.toLowerCase())].join(", "));
}

/** Who says so. @param {ReportIndex} index @param {number} i */
export function sourceWords(index, i) {
  const said = index.sources(i).map(({ text, anonymous }) => (anonymous ? `${text}, ${index.say("unnamed")}` : text));
  return said.join("; ") || index.say("noSource");
}

/** From the first to the last of its words in the text. @param {ReportIndex} index @param {number} i */
export const extentOf = (index, i) => hullOf(wordsOf(index.summary.lines[i]));
