// @ts-check
/** The three things every fact carries: its words, who says so, and a pointer to its evidence. */
import { contains } from "../reading.js";
import { h } from "./node.js";

/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {import("../reading.js").Span} Span */
/** @typedef {import("../reading.js").Fact} Fact */

/** Claims that the line below a fact names; the chosen fact's panel has all. */
const CLAIMS = 12;

/** The pointer to the words, `¶3`; pressing it chooses the fact. @param {Reading} reading @param {Span} span @param {string} [fact] */
export function pointer(reading, span, fact) {
  const { short, long } = reading.place(span);
  return h("a.ref", { href: reading.address(span.start, fact), "data-fact": fact, "data-at": span.start, "data-end": span.end, "aria-label": reading.say("evidence", { place: long }) }, short);
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
    return [reading.say(reading.inTitle(span) ? "theHeadline" : "theArticle")];
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

/**
 * Who says these words, with the pointer to them; for the headline the pointer says it all.
 * @param {Reading} reading @param {Span} span @param {string | undefined} fact @param {{mode?: boolean, bold?: boolean}} [show] @param {any[]} [between] what stands between the two
 */
export function cited(reading, span, fact, show, between = []) {
  const at = pointer(reading, span, fact);
  if (reading.inTitle(span) && !reading.statementAt(span)) return [at, ...between];
  return [...source(reading, span, show), ...between, " ", at];
}

/**
 * The line below a fact: its sources, each once, with a pointer to every place where it says so.
 * @param {Reading} reading @param {Fact} fact @param {import("../reading.js").Claim[]} [claims] those that matter here
 */
export function sources(reading, fact, claims = fact.claims) {
  /** @type {Map<string, Span[]>} */
  const groups = new Map();
  for (const claim of claims.slice(0, CLAIMS)) {
    const named = reading.claimed(fact, claim);
    const statement = reading.get(claim.statement);
    const key = statement ? (statement.source?.entity ?? statement.id) : reading.inTitle(named) ? "title" : "";
    const spans = groups.get(key) ?? [];
    if (!spans.some((span) => reading.place(span).short === reading.place(named).short)) spans.push(named);
    groups.set(key, spans);
  }
  const nodes = [...groups.values()].flatMap(([first, ...others], i) => [
    i ? "; " : "",
    ...cited(reading, first, fact.id, { mode: !others.length }),
    ...others.flatMap((span) => [" ", pointer(reading, span, fact.id)]),
  ]);
  const loaded = (fact.loaded ?? []).filter((span) => claims.some((claim) => claim.statement === reading.statementAt(span)?.id));
  if (claims.length > CLAIMS) nodes.push(`; ${reading.say("more", { n: claims.length - CLAIMS })}`);
  return h("p.src", {}, nodes, loaded.map((span) => `; ${reading.say("judgement", { words: reading.slice(span) })}`));
}
