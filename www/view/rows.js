// @ts-check
/** Facts in rows: how sure, the words, who says so. Two sections are made of them. */
import { limited } from "./limited.js";
import { h, section } from "./node.js";
import { sources, told } from "./told.js";

/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {import("../reading.js").Line} Line */

/** What is not certain, or denied. @param {Reading} reading @param {number} level */
export function unconfirmedView(reading, level) {
  return rowsView(reading, level, "open-q", "unconfirmed", reading.report.summary.unconfirmed, 12);
}

/** The facts by weight; those that no line tells, in the words of the text. @param {Reading} reading @param {number} level */
export function linesView(reading, level) {
  const { headline, unconfirmed, lines } = reading.report.summary;
  const shown = new Set(unconfirmed.map((line) => line.text));
  const others = lines.filter((line) => !shown.has(line.text) && (!headline || line.facts[0] !== headline.facts[0]));
  const untold = reading.report.facts.filter(({ id }) => !reading.lines.has(id)).map((fact) => reading.line(fact));
  return rowsView(reading, level, "lines", "lines", [...others, ...untold], 6);
}

/** @param {Reading} reading @param {number} level @param {string} id @param {string} title @param {Line[]} lines @param {number} limit */
function rowsView(reading, level, id, title, lines, limit) {
  if (!lines.length) return null;
  return section(id, reading.say(title), "", level, limited(h("ul.rows"), lines, limit, (line) => row(reading, line), reading));
}

/** @param {Reading} reading @param {Line} line */
function row(reading, line) {
  const fact = reading.get(line.facts[0]);
  const span = line.parts.find((part) => part.span)?.span;
  const claim = fact && reading.claimAt(fact, span ?? fact.trigger);
  if (!fact) return h("li", {}, h("span"), h("p.w", {}, told(reading, line)));
  const key = reading.certainty(claim ?? fact, fact);
  const alike = fact.claims.filter((/** @type {any} */ each) => reading.certainty(each, fact) === key);
  return h(
    "li",
    { "data-fact": fact.id },
    h(key === "certain" ? "span.cert.sure" : "span.cert", {}, reading.say(key)),
    h("div", {}, h("p.w", {}, told(reading, line)), sources(reading, fact, alike)),
  );
}
