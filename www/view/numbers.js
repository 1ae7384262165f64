// @ts-check
/** The numbers board: how many, of what, who says so, and which figures differ. */
import { contains } from "../reading.js";
import { limited } from "./limited.js";
import { h, section } from "./node.js";
import { cited, slice, told } from "./told.js";

/** @typedef {import("../reading.js").Reading} Reading */
const SHOWN = 12;
/** Sources and differing figures that a row names. */
const SAYERS = 4;
/** Conflicts of a fact that are looked at. */
const CONFLICTS = 40;

/** @param {Reading} reading @param {number} level */
export function numbersView(reading, level) {
  /** @type {Map<string, number[]>} */
  const taken = new Map();
  const numbers = reading.report.summary.numbers.filter(({ fact: id, count }) => {
    const fact = reading.get(id);
    const before = taken.get(id) ?? [];
    const noted = (/** @type {number} */ shown) => differing(fact, shown).some(({ other, kind }) => kind === "compatible" && same(fact, other, count));
    if (!fact?.counts[count] || before.some((shown) => same(fact, shown, count) || noted(shown))) return false;
    taken.set(id, [...before, count]);
    return true;
  });
  if (!numbers.length) return null;
  const head = ["howMany", "ofWhat", "whoSays"].map((key) => h("th", { role: "columnheader", scope: "col" }, reading.say(key)));
  const body = h("tbody", { role: "rowgroup" });
  const [, more] = limited(body, numbers, SHOWN, (number) => row(reading, number), reading);
  const table = h("table", { role: "table", "aria-labelledby": "h-nums" }, h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, head)), body);
  return section("nums", reading.say("numbers"), "", level, table, more);
}

/** @param {Reading} reading @param {import("./../nut-graf.js").NumberLine} number */
function row(reading, { fact: id, count: index, line }) {
  const fact = reading.get(id);
  const count = fact.counts[index];
  const { comparator, own, figure, unit, ownUnit } = figureOf(reading, count);
  const quantity = h(
    "span.q",
    {},
    h(own ? "span.cmp" : "span.cmp.p", {}, comparator),
    h("span", {}, h("span.fig", {}, figure), " ", unit && h(ownUnit ? "span.unit" : "span.unit.p", {}, unit)),
  );
  const main = h(
    "tr",
    { role: "row", "data-fact": id },
    h("th", { role: "rowheader", scope: "row" }, quantity),
    h("td", { role: "cell" }, counted(reading, line, fact, count)),
    h("td.src", { role: "cell" }, sayers(reading, fact, index)),
  );
  const notes = differing(fact, index).map(({ other, kind }) => note(reading, fact, index, other, kind));
  const rows = new DocumentFragment();
  rows.append(main, ...(notes.length ? [h("tr.rem", { role: "row", "data-fact": id }, h("td.src", { role: "cell", colspan: 3 }, notes))] : []));
  return rows;
}

/**
 * What is counted, and what became of it: the rest of the words that hold the number, and the event. Where no part of the
 * fact holds the number, its whole line.
 * @param {Reading} reading @param {import("../reading.js").Line} line @param {any} fact @param {any} count
 */
function counted(reading, line, fact, count) {
  const holders = [...fact.roles, fact.trigger].filter((/** @type {any} */ part) => contains(part, count) && part.end > count.end);
  const holder = holders.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
  if (!holder) return h("span.w", {}, told(reading, line));
  const rest = { start: count.end, end: holder.end };
  return [h("span.w", {}, reading.slice(rest).replace(/^[\s”"’)]+/, "")), ", ", h("span.w.c", {}, reading.verb(fact))];
}

/** Whether two counts of a fact are one number, said twice. @param {any} fact @param {number} a @param {number} b */
function same(fact, a, b) {
  const [one, two] = [fact.counts[a], fact.counts[b]];
  return ["of", "value", "max", "comparator", "unit"].every((key) => one[key] === two[key]) && (one.value !== null || a === b);
}

/** Everyone who gives this number. @param {Reading} reading @param {any} fact @param {number} index */
function sayers(reading, fact, index) {
  const given = fact.claims.filter((/** @type {any} */ claim) => claim.counts.some((/** @type {number} */ i) => same(fact, i, index)));
  /** @type {any[]} */
  const nodes = [];
  for (const claim of given.length ? given.slice(0, SAYERS) : [{ statement: null, ...fact }]) {
    const named = given.length ? place(reading, fact, claim, index) : fact.counts[index];
    if (nodes.length) nodes.push("; ");
    const key = reading.certainty(claim, fact);
    const hedge = fact.hedges.find((/** @type {any} */ each) => contains(reading.stretch(fact, named), each));
    /** @type {any[]} */
    const how = key === "certain" || key === "denied" ? [] : [`, ${reading.say(key).toLowerCase()}`];
    if (hedge) how.push(": “", slice(reading, hedge, [hedge])[1], "”");
    nodes.push(...cited(reading, named, fact.id, { mode: true, bold: true }, how));
  }
  if (given.length > SAYERS) nodes.push(`; ${reading.say("more", { n: given.length - SAYERS })}`);
  return nodes;
}

/** Where the claim gives the number, or else where it names the event. @param {Reading} reading @param {any} fact @param {any} claim @param {number} index */
function place(reading, fact, claim, index) {
  const own = claim.counts.find((/** @type {number} */ i) => same(fact, i, index) && (reading.statementAt(fact.counts[i])?.id ?? null) === claim.statement);
  return own === undefined ? reading.claimed(fact, claim) : fact.counts[own];
}

/** The counts that differ from this one, each figure once, with how they differ. @param {any} fact @param {number} index @returns {{other: number, kind: string}[]} */
function differing(fact, index) {
  /** @type {{other: number, kind: string}[]} */
  const found = [];
  for (const { claims, kind } of fact.conflicts.slice(0, CONFLICTS)) {
    const [a, b] = claims.map((/** @type {number} */ i) => fact.claims[i]?.counts ?? []);
    const others = a.includes(index) ? b : b.includes(index) ? a : [];
    for (const other of others) if (!same(fact, index, other) && !found.some((each) => same(fact, each.other, other))) found.push({ other, kind });
  }
  return found.slice(0, SAYERS);
}

/** The differing figure, with its source, and what it leaves out. @param {Reading} reading @param {any} fact @param {number} index @param {number} other @param {string} kind */
function note(reading, fact, index, other, kind) {
  const [shown, count] = [fact.counts[index], fact.counts[other]];
  const { comparator, own } = figureOf(reading, shown);
  const bare = own && comparator && count.value === shown.value && count.comparator === "=" && shown.comparator !== "=" && `, ${reading.say("without", { words: comparator })}`;
  const says = [` ${reading.say("otherFigure")} `, h("span.w", {}, reading.slice(count)), bare || ""];
  return h("p", {}, cited(reading, count, fact.id, { mode: false }, says), `. ${reading.say(kind === "compatible" ? "fuller" : "contradict")}`);
}

/** A count in three: the comparator's words, the number, its unit. @param {Reading} reading @param {import("../reading.js").Count & {figure?: import("../reading.js").Span}} count */
function figureOf(reading, count) {
  const unit = count.of === "event" ? "" : (/** @type {any} */ (reading.words)[`unit_${count.unit}`] ?? "");
  const { figure } = count;
  if (count.value === 0) return { comparator: `“${reading.slice(count)}”`, own: true, figure: "0", unit, ownUnit: false };
  if (!figure) return { comparator: "", own: true, figure: reading.slice(count), unit, ownUnit: false };
  const before = reading.text.slice(count.start, figure.start).replace(/[\s“"‘(]+$/, "");
  const after = reading.text.slice(figure.end, count.end).trim();
  return {
    comparator: before || (count.comparator === "range" ? reading.say("aRange") : ""),
    own: before !== "",
    figure: reading.slice(figure),
    unit: after || unit,
    ownUnit: after !== "",
  };
}
