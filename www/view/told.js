// @ts-check
/** The three things every fact carries: its words, who says so, and a pointer to its evidence. */
import { contains, overlaps } from "../reading.js";
import { h } from "./node.js";

/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {import("../reading.js").Span} Span */
/** @typedef {import("../reading.js").Fact} Fact */

/** The pointer to the words, `¶3`; pressing it chooses the fact. @param {Reading} reading @param {Span} span @param {string} [fact] */
export function pointer(reading, span, fact) {
  const { short, long } = reading.place(span);
  return h("a.ref", { href: `#${fact ?? ""}`, "data-fact": fact, "data-at": span.start, "data-end": span.end, "aria-label": reading.say("evidence", { place: long }) }, short);
}

/** Nothing there: said in words. @param {Reading} reading @param {string} [key] */
export const silent = (reading, key = "notStated") => h("span.ns", {}, reading.say(key));

/** Words of the text with the hedges in them marked. @param {Reading} reading @param {Span} span @param {Span[]} [hedges] */
export function slice(reading, span, hedges = []) {
  const nodes = [];
  let at = span.start;
  for (const hedge of [...hedges].sort((a, b) => a.start - b.start)) {
    if (hedge.start < at || !contains(span, hedge)) continue;
    nodes.push(reading.text.slice(at, hedge.start), h("span.hg", {}, reading.slice(hedge)));
    at = hedge.end;
  }
  nodes.push(reading.text.slice(at, span.end));
  return nodes;
}

/** A line: traced words in ink, connectives lighter, hedges underlined. @param {Reading} reading @param {import("../reading.js").Line} line */
export function told(reading, line) {
  const hedges = line.facts.flatMap((id) => reading.get(id)?.hedges ?? []);
  return line.parts.map(({ text, span }) => {
    if (!span) return h("span.c", {}, text);
    return h("span", {}, reading.slice(span) === text ? slice(reading, span, hedges) : text);
  });
}

/**
 * Who says these words: source, whether it is named, whether it is word for word.
 * @param {Reading} reading @param {Span} span @param {{mode?: boolean, bold?: boolean}} [show]
 */
export function source(reading, span, show = { mode: true }) {
  const statement = reading.statementAt(span);
  if (!statement) {
    const headline = reading.report.title && contains(reading.report.title, span);
    return [reading.say(headline ? "theHeadline" : "theArticle")];
  }
  const said = reading.source(statement);
  const nodes = [said ? h(show.bold ? "b" : "span", {}, said.text) : silent(reading, "noSource")];
  if (said?.anonymous) nodes.push(h("span", {}, `, ${reading.say("unnamed")}`));
  if (show.mode) {
    const key = reading.mode(statement, [span]);
    if (key !== "reporter") nodes.push(h("span", {}, `, ${reading.say(key)}`));
  }
  return nodes;
}

/** The line below a fact: its sources, each with its pointer. @param {Reading} reading @param {Fact} fact @param {Span} [words] the words shown above it */
export function sources(reading, fact, words) {
  const seen = new Set();
  const nodes = [];
  for (const claim of fact.claims) {
    const named = words && overlaps(words, reading.claimed(fact, claim)) ? words : reading.claimed(fact, claim);
    const key = reading.place(named).short + (claim.statement ?? "");
    if (seen.has(key)) continue;
    seen.add(key);
    if (nodes.length) nodes.push("; ");
    nodes.push(...source(reading, named), " ", pointer(reading, named, fact.id));
  }
  for (const loaded of fact.loaded ?? []) nodes.push("; ", reading.say("judgement", { words: reading.slice(loaded) }));
  return h("p.src", {}, nodes);
}
