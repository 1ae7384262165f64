// @ts-check
/** Actors and entities: switches for the marks, the main actors, and everyone else. */
import { FAMILIES, FAMILY, LEVELS } from "../reading.js";
import { aliasesOf, mentionsView } from "./mentions.js";
import { limited } from "./limited.js";
import { h, section } from "./node.js";

/** @typedef {import("../reading.js").Reading} Reading */

/** Up to this many entities the list of all is drawn at once, else when it is opened. */
const AT_ONCE = 200;

/** @param {Reading} reading @param {number} level @param {Set<string>} off kinds and levels that are not marked */
export function entitiesView(reading, level, off) {
  if (!reading.report.entities.length) return null;
  const main = new Set(reading.report.summary.actors.map(({ entity }) => entity));
  const entities = reading.report.entities;
  const actors = entities.filter(({ id }) => main.has(id)).sort((a, b) => b.salience - a.salience);
  const others = entities.filter(({ id }) => !main.has(id));
  const table = actors.length > 0 && entityTable(reading, actors, 8, reading.say("mainActors"));
  const rest = others.length > 0 && h("details", {}, h("summary", {}, reading.say("everyEntity"), ` (${entities.length})`));
  if (rest) {
    const fill = () => rest.append(...byKind(reading, entities).filter((node) => node !== false));
    if (entities.length > AT_ONCE) rest.addEventListener("toggle", fill, { once: true });
    else fill();
  }
  return section("ent", reading.say("entities"), "", level, switches(reading, off), table || null, rest || null);
}

/** @param {Reading} reading @param {Set<string>} off */
function switches(reading, off) {
  const counts = new Map();
  for (const { kind, level } of reading.marks) {
    counts.set(level, (counts.get(level) ?? 0) + 1);
    if (level !== "pronoun" || !off.has("pronoun")) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const group = (/** @type {string[]} */ keys) =>
    h(
      "div",
      {},
      keys.filter((key) => counts.has(key)).map((key) =>
        h("label", {}, h("input", { type: "checkbox", "data-off": key, checked: !off.has(key) }), FAMILY[key] ? h(`mark.${FAMILY[key]}`, {}, reading.say(key)) : h("span", {}, reading.say(key)), h("span.n", {}, String(counts.get(key)))),
      ),
    );
  return h("fieldset.sw", {}, h("legend", {}, reading.say("marks")), group(Object.values(FAMILIES).flat()), group(LEVELS));
}

/** A table of entities; those of one kind have it as their caption. @param {Reading} reading @param {any[]} entities @param {number} limit @param {string} title @param {string} [kind] */
function entityTable(reading, entities, limit, title, kind) {
  const head = [h("th", { scope: "col" }, title), h("th", { scope: "col" }, reading.say("paragraphs")), h("th.num", { scope: "col" }, reading.say("mentions"))];
  const body = h("tbody");
  const [, more] = limited(body, entities, limit, (entity) => entityRow(reading, entity, kind), reading);
  const caption = kind && h("caption", {}, title, h("span.n", {}, ` ${entities.length}`));
  return [h("table.ents", {}, caption, h(kind ? "thead.vh" : "thead", {}, h("tr", {}, head)), body), more];
}

/** Every entity, by kind. @param {Reading} reading @param {any[]} entities */
function byKind(reading, entities) {
  const groups = new Map();
  for (const entity of entities) {
    const kind = reading.kind(entity);
    groups.set(kind, groups.get(kind) ?? []);
    groups.get(kind).push(entity);
  }
  return Object.values(FAMILIES).flat().filter((kind) => groups.has(kind)).flatMap((kind) => entityTable(reading, groups.get(kind), 20, reading.say(kind), kind));
}

/** @param {Reading} reading @param {any} entity @param {string} [kind] that the table says already */
function entityRow(reading, entity, kind) {
  const unnamed = entity.type === "PERSON" && !reading.named.has(entity);
  const aliases = aliasesOf(entity).slice(0, 6);
  const gloss = [!kind && reading.say(`gloss_${reading.kind(entity)}`), unnamed && reading.say("unnamed")].filter(Boolean).join(", ");
  const also = [gloss, aliases.length && `${reading.say("also")} ${aliases.join(", ")}`].filter(Boolean).join(" · ");
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, h("button.nm", { type: "button", "data-entity": entity.id, "data-mention": 0 }, entity.name), also && h("span.al", {}, also)),
    h("td", {}, mentionsView(reading, entity)),
    h("td.num", {}, String(entity.mentions.length)),
  );
}
