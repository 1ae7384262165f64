// @ts-check
/** The facts in order of time, drawn as a line. */
import { limited } from "./limited.js";
import { h, section } from "./node.js";
import { silent, sources, told } from "./told.js";

/** @typedef {import("../reading.js").Reading} Reading */

/** From this length on a time stands above its facts instead of beside them, in UTF-16 units. */
const LONG = 36;

/** @param {Reading} reading @param {number} level */
export function timelineView(reading, level) {
  const entries = reading.report.summary.timeline.filter((entry) => entry.facts.some((id) => reading.get(id)));
  if (!entries.length) return null;
  return section("timeline", reading.say("time"), reading.say("timeKey"), level, limited(h("ol.time"), entries, 12, (entry) => entryItem(reading, entry), reading));
}

/** @param {Reading} reading @param {import("../nut-graf.js").TimelineEntry} entry */
function entryItem(reading, entry) {
  const dated = entry.text || entry.iso;
  const date = reading.calendar(entry.iso);
  const resolved = date && date !== (entry.text && reading.slice(entry.text)) && h("span.iso", {}, date);
  const label = dated ? [entry.text && h("span.w", {}, reading.slice(entry.text)), entry.text ? resolved : entry.iso] : [silent(reading, "noTime")];
  const facts = entry.facts.map((id) => reading.get(id)).filter(Boolean);
  const lines = new Map(facts.map((fact) => [reading.line(fact), fact]));
  const draw = (/** @type {[any, any]} */ [line, fact]) =>
    h("div.ev", { "data-fact": fact.id }, h("p.w", {}, told(reading, line)), later(reading, fact, facts), sources(reading, fact));
  const long = entry.text && entry.text.end - entry.text.start > LONG;
  return h(`li${dated ? ".dated" : ""}${long ? ".long" : ""}`, {}, h("p.t", {}, label), h("div", {}, limited(h("div"), [...lines], dated ? 6 : 3, draw, reading)));
}

/** What the fact is said to come before, if that is elsewhere on the line. @param {Reading} reading @param {any} fact @param {any[]} here */
function later(reading, fact, here) {
  const after = fact.relations.find((/** @type {any} */ relation) => relation.type === "before" && !here.some(({ id }) => id === relation.fact));
  const other = reading.get(after?.fact);
  return other && h("p.src", {}, `${reading.say("before")}: `, h("span.w", {}, reading.slice(other.trigger)));
}
