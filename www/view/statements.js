// @ts-check
/** Who says so: the sources with what they say, their own words set apart from the reporter's. */
import { contains, overlaps } from "../reading.js";
import { limited } from "./limited.js";
import { h, section } from "./node.js";
import { pointer, silent, slice, sources, told } from "./told.js";

/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {import("../reading.js").Statement} Statement */
const SOURCES = 8;
const STATEMENTS = 8;

/** @param {Reading} reading @param {number} level */
export function statementsView(reading, level) {
  const groups = bySource(reading);
  const own = authorLines(reading);
  if (!groups.length && !own.length) return null;
  const list = h("ul.who");
  const [, more] = limited(list, groups, SOURCES, (group) => sourceItem(reading, level, group), reading);
  const author = own.length && h("ul.who", {}, h("li", {}, h(`h${level + 1}`, {}, reading.say("authorFacts"), ` · ${reading.say("source")} `, silent(reading)), limited(h("ul"), own, STATEMENTS, (line) => authorItem(reading, line), reading)));
  return section("says", reading.say("whoSays"), reading.say("whoSaysKey"), level, list, more, author || null);
}

/** Statements by source, sources in order of their first. A source that the text does not tell stands alone. @param {Reading} reading */
function bySource(reading) {
  /** @type {Map<any, Statement[]>} */
  const groups = new Map();
  for (const statement of reading.report.statements) {
    if (!statement.content.length) continue;
    const key = statement.source ? (statement.source.entity ?? reading.slice(statement.source)) : null;
    const group = groups.get(key);
    if (group) group.push(statement);
    else groups.set(key, [statement]);
  }
  return [...groups.values()];
}

/** @param {Reading} reading @param {number} level @param {Statement[]} statements */
function sourceItem(reading, level, statements) {
  const said = reading.source(statements[0]);
  const unnamed = said?.anonymous && ` · ${reading.say("unnamedSource")}`;
  const title = said ? [h("span.w", {}, said.text), unnamed] : [`${reading.say("source")} `, silent(reading)];
  return h("li", {}, h(`h${level + 1}`, {}, title), limited(h("ul"), statements, STATEMENTS, (statement) => statementItem(reading, statement), reading));
}

/** @param {Reading} reading @param {Statement} statement */
function statementItem(reading, statement) {
  const mode = reading.mode(statement);
  const outer = reading.source(reading.get(statement.within));
  const facts = reading.claimedBy.get(statement.id) ?? [];
  const loaded = facts.flatMap((fact) => fact.loaded ?? []).filter((span) => statement.content.some((content) => contains(content, span)));
  return h(
    mode === "verbatim" ? "li.vb" : "li",
    { "data-fact": facts[0]?.id, "data-statement": statement.id },
    h("p.w", {}, statement.content.flatMap((content, i) => [i ? " … " : "", ...quoted(reading, content, statement)])),
    h("p.src", {}, reading.say(mode), outer && ` · ${outer.text}`, loaded.map((span) => `; ${reading.say("judgement", { words: reading.slice(span) })}`), " ", pointer(reading, statement.content[0], facts[0]?.id)),
  );
}

/** @param {Reading} reading @param {import("../reading.js").Span} content @param {Statement} statement */
function quoted(reading, content, statement) {
  const nodes = [];
  let at = content.start;
  for (const quotation of statement.quotations) {
    if (!overlaps(content, quotation) || quotation.start < at) continue;
    const end = Math.min(quotation.end, content.end);
    nodes.push(...slice(reading, { start: at, end: quotation.start }), h("q", {}, reading.text.slice(quotation.start, end)));
    at = end;
  }
  nodes.push(...slice(reading, { start: at, end: content.end }));
  return nodes;
}

/** What the article says in its own voice and not as plain fact: nobody else answers for it. @param {Reading} reading */
function authorLines(reading) {
  return reading.report.summary.unconfirmed.filter((line) => {
    const fact = reading.get(line.facts[0]);
    const span = line.parts.find((part) => part.span)?.span ?? fact?.trigger;
    const claim = fact && reading.claimAt(fact, span);
    return claim?.statement === null && !reading.inTitle(span) && !reading.statementAt(reading.claimed(fact, claim));
  });
}

/** @param {Reading} reading @param {import("../reading.js").Line} line */
function authorItem(reading, line) {
  const fact = reading.get(line.facts[0]);
  return h("li", { "data-fact": fact.id }, h("p.w", {}, told(reading, line)), sources(reading, fact));
}
