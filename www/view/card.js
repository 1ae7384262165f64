// @ts-check
/** The card of a mention: who or what it is, and what it does in the article. */
import { contains } from "../reading.js";
import { h } from "./node.js";
import { deed } from "./deed.js";
import { aliasesOf, mentionsView } from "./mentions.js";
import { cited, pointer, slice } from "./told.js";

/** @typedef {import("../reading.js").Reading} Reading */
const ACTS = 5;

/** @param {Reading} reading @param {any} entity @param {number} index of the mention */
export function cardView(reading, entity, index) {
  const kind = reading.kind(entity, entity.mentions[index]);
  const unnamed = !entity.value && !reading.named.has(entity);
  const count = entity.mentions.length;
  const note = [reading.say(`gloss_${kind}`), unnamed && reading.say("unnamed")].filter(Boolean).join(", ") + (count > 1 ? ` · ${reading.say("nMentions", { n: count })}` : "");
  const rows = entity.value ? valueRows(reading, entity) : actorRows(reading, entity);
  const outer = reading.marks.filter((mark) => mark.entity !== entity && contains(mark, entity.mentions[index]) && mark.level !== "pronoun");
  const facts = entity.value ? factsAt(reading, entity.mentions[index]) : [];
  return h(
    "div.mcard",
    { role: "dialog", "aria-label": entity.name, tabindex: -1, popover: "manual" },
    h("p.t4", {}, entity.name),
    h("p.note", {}, note),
    h("dl", {}, rows),
    outer.length > 0 && h("p.step", {}, outer.map((mark) => h("button.btn", { type: "button", "data-entity": mark.entity.id, "data-mention": mark.index }, reading.slice(mark)))),
    h(
      "div.step",
      {},
      count > 1 && [
        h("button.btn", { type: "button", "data-entity": entity.id, "data-mention": (index + count - 1) % count, "data-step": true }, reading.say("previous")),
        h("span", {}, reading.say("mentionOf", { i: index + 1, n: count })),
        h("button.btn", { type: "button", "data-entity": entity.id, "data-mention": (index + 1) % count, "data-step": true }, reading.say("next")),
      ],
      facts.length > 0 && h("button.btn", { type: "button", "data-fact": facts[0].id }, reading.say("showFact")),
      h("button.btn", { type: "button", "data-do": "close" }, reading.say("close")),
    ),
  );
}

/** @param {string} term @param {any[]} definitions */
const rowOf = (term, definitions) => (definitions.length ? [h("dt", {}, term), h("dd", {}, ...definitions)] : []);

/** @param {Reading} reading @param {any} entity */
function actorRows(reading, entity) {
  const other = aliasesOf(entity);
  const does = factsOf(reading, entity, ["agent"]);
  const undergoes = factsOf(reading, entity, ["patient", "recipient", "origin"]);
  return [
    ...rowOf(reading.say("alsoCalled"), other.length ? [h("span.w", {}, other.slice(0, 8).join("; "))] : []),
    ...rowOf(reading.say("does"), does.length ? [acts(reading, does)] : []),
    ...rowOf(reading.say("undergoes"), undergoes.length ? [acts(reading, undergoes)] : []),
    ...rowOf(reading.say("mentioned"), entity.mentions.length > 1 ? [mentionsView(reading, entity)] : []),
  ];
}

/** @param {Reading} reading @param {any} entity @param {string[]} roles */
function factsOf(reading, entity, roles) {
  return reading.report.facts.filter((fact) => fact.roles.some((role) => role.entity === entity.id && roles.includes(role.role)));
}

/** What happened, in the text's words, and how sure. @param {Reading} reading @param {any[]} facts */
function acts(reading, facts) {
  return h(
    "ul",
    {},
    facts.slice(0, ACTS).map((fact) => {
      const key = reading.certainty(fact, fact);
      return h("li", {}, h("span.w", {}, slice(reading, deed(reading, fact), fact.hedges)), key !== "certain" && `, ${reading.say(key).toLowerCase()}`, " ", pointer(reading, fact.trigger, fact.id));
    }),
    facts.length > ACTS && h("li", {}, reading.say("more", { n: facts.length - ACTS })),
  );
}

/** The value in plain words, and nothing that the text does not say. @param {Reading} reading @param {any} entity */
function valueRows(reading, entity) {
  const { value } = entity;
  const mention = entity.mentions[0];
  const unit = value.unit ? (/** @type {any} */ (reading.words)[`unit_${value.unit}`] ?? value.unit) : "";
  const format = (/** @type {number} */ n) => `${new Intl.NumberFormat(reading.words.lang).format(n)}${unit ? ` ${unit}` : ""}`;
  const calendar = reading.calendar(value.iso);
  const words = calendar ?? (value.value == null ? null : reading.say(`say_${value.comparator ?? "="}`, { n: format(value.value), max: value.max == null ? "" : format(value.max) }));
  const date = value.kind === "date" && !calendar && `${reading.say("calendarDate")} ${reading.say("notStated")}`;
  const fact = factsAt(reading, mention)[0];
  const role = fact?.roles.find((/** @type {any} */ each) => contains(each, mention));
  return [
    ...rowOf(reading.say("inWords"), words || date ? [words || date] : []),
    ...rowOf(reading.say("countOf"), role && value.kind !== "date" && role.end > mention.end ? [h("span.w", {}, reading.slice({ start: mention.end, end: role.end }).trim())] : []),
    ...rowOf(reading.say("didWhat"), fact ? [h("span.w", {}, slice(reading, deed(reading, fact), fact.hedges))] : []),
    ...rowOf(reading.say("role_source"), fact ? cited(reading, mention, fact.id) : []),
  ];
}

/** The facts that a stretch of the text is part of. @param {Reading} reading @param {import("../reading.js").Span} span */
function factsAt(reading, span) {
  return reading.report.facts.filter((fact) => [...fact.counts, ...fact.roles].some((part) => contains(part, span)));
}
