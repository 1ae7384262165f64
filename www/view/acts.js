// @ts-check
/** Who did what to whom, as a table whose middle column is an arrow. */
import { contains, hullOf } from "../report-index.js";
import { nameButton } from "./limited.js";
import { dressed } from "./line.js";
import { h, pointer } from "./node.js";

/** @import { Entity, Fact, Span } from "../nut-graf.js" */
/** @import { ReportIndex } from "../report-index.js" */
/** @typedef {{from: Entity, to?: Entity, words?: string, fact: Fact, label: Span, sure: boolean, main: boolean}} Act */

const ACTORS = 6;
const ACTS = 8;
/** What stands between an event and its object, and from a hedge to it, at most; longest label: in UTF-16 units. */
const GAP = 16;
const HEDGED = 40;
const LABEL = 60;
const TOUCHED = ["patient", "recipient", "origin"];

/** The table, or nothing where it lacks the main event. @param {ReportIndex} index */
export function actsView(index) {
  const acts = actsOf(index);
  if (!acts.some(({ main }) => main)) return null;
  const groups = [...new Set(acts.map(({ from }) => from))].map((from) => acts.filter((act) => act.from === from));
  const head = ["who", "didWhat", "toWhom", "whereSaid"].map((key) => h("th", { scope: "col" }, index.say(key)));
  const bodies = groups.map((group) => h("tbody", {}, group.map((act, i) => row(index, act, i ? 0 : group.length))));
  return [h("table.acts", {}, h("thead.vh", {}, h("tr", {}, head)), bodies), h("p.note", {}, index.say("actsKey"))];
}

/** @param {ReportIndex} index @param {Act} act @param {number} span rows beside the name; 0: it stands above */
function row(index, { from, to, words, fact, label, sure, main }, span) {
  const look = ["span.act", main && "main", !sure && "un", !to && !words && "ring"].filter(Boolean).join(".");
  const whom = to ? nameButton(index, to) : h("span.w", {}, words);
  return h(
    "tr",
    {},
    span > 0 && h("th", { scope: "rowgroup", rowspan: span }, nameButton(index, from)),
    h("td", {}, h(look, {}, h("span.w", {}, dressed(index, label, { hg: fact.hedges })))),
    h("td", {}, whom),
    h("td", {}, pointer(index, fact.trigger, fact.line)),
  );
}

/** What the main actors did, the main event first. @param {ReportIndex} index @returns {Act[]} */
function actsOf(index) {
  const { actors, main, lines } = index.summary;
  const first = main === null ? undefined : index.factsIn(lines[main])[0]?.fact;
  const known = new Set(actors.map(({ entity }) => entity));
  const all = actors.flatMap(({ entity, did }) =>
    did.flatMap((id) => act(index, index.get(entity), index.get(id), known, first) ?? []),
  );
  const ranked = all.sort((a, b) => Number(b.main) - Number(a.main) || b.fact.salience - a.fact.salience);
  const seen = new Set();
  const kept = ranked.filter(({ from, to, label }) => {
    const key = [from.id, to?.id, index.slice(label)].join(" ");
    return !seen.has(key) && seen.add(key);
  });
  const order = [...new Set(kept.map(({ from }) => from.id))].slice(0, ACTORS);
  return kept.filter(({ from }) => order.includes(from.id)).slice(0, ACTS);
}

/**
 * One act, if its label says how it is meant: nothing that is denied, and nothing unsettled without its hedge.
 * @param {ReportIndex} index @param {Entity | undefined} from @param {Fact | undefined} fact @param {Set<string>} known
 * @param {Fact | undefined} first @returns {Act | null}
 */
function act(index, from, fact, known, first) {
  if (!from || fact?.line == null || fact.polarity === "negated" || fact.type.startsWith("state.")) return null;
  const { certainty, modality, hedges, roles } = fact;
  const others = roles.filter(({ entity, inherited }) => !inherited && entity !== from.id);
  const touched = others.filter(({ role }) => TOUCHED.includes(role));
  const rank = (/** @type {string | undefined} */ id) => (id ? (known.has(id) ? 2 : 1) : 0);
  const [whom] = touched.sort((a, b) => rank(b.entity) - rank(a.entity));
  const label = labelOf(index, fact, whom);
  const settled = certainty === "certain" && modality === "actual";
  const hedged = hedges.some((hedge) => contains(label, hedge));
  if (label.end - label.start > LABEL || (!settled && !hedged)) return null;
  const main = fact === first;
  // An act that touches nobody is told where it is the main one, or where it is not settled.
  if (!whom && settled && !main) return null;
  const to = index.get(whom?.entity);
  const words = whom && !to ? index.slice(whom) : undefined;
  return { from, to, words, fact, label, sure: settled && !index.reasons.has(fact.id), main };
}

/**
 * The words of the event, with its hedge before it and the number or the preposition behind.
 * @param {ReportIndex} index @param {Fact} fact @param {Span} [whom]
 */
function labelOf(index, { trigger, hedges, counts }, whom) {
  const sentence = index.sentenceAt(trigger.start);
  const before = hedges.filter(({ start, end }) => start >= sentence.start && end <= trigger.start);
  const label = hullOf([trigger, ...before.filter(({ end }) => trigger.start - end < HEDGED).slice(-1)]);
  if (!whom || whom.start < trigger.end || whom.start - trigger.end > GAP || !contains(sentence, whom)) return label;
  const between = index.text.slice(trigger.end, whom.start);
  if (!/^[\p{L} ]*$/u.test(between)) return label;
  const count = counts.find((each) => each.start === whom.start);
  return { start: label.start, end: count ? count.end : whom.start - between.length + between.trimEnd().length };
}
