// @ts-check
/** Where the entities of a report are mentioned, and the lines that name them. */
import { inOrder, inTurns, lastBefore } from "./report-index.js";

/** @import { Entity, Span } from "./nut-graf.js" */
/** @import { ReportIndex } from "./report-index.js" */
/** A mention as it is marked. @typedef {Span & {level: string, entity: Entity, index: number, kind: string}} Mark */

/** The kinds of entity by family: each family has its own underline. */
export const FAMILIES = {
  who: ["PERSON", "ORG", "GROUP", "NORP"],
  where: ["GPE", "LOC", "FAC"],
  when: ["DATE", "TIME"],
  many: ["CARDINAL", "QUANTITY", "MONEY", "PERCENT", "ORDINAL"],
  what: ["WEAPON", "PLATFORM", "VEHICLE", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART", "LANGUAGE"],
};
/** How the words of a family are underlined. */
export const UNDERLINES = {
  who: "solid 1px", where: "dashed 1.25px", when: "dotted 2px", many: "double 1px", what: "wavy 1px",
};
/** Texts up to this many UTF-16 units are marked at once. */
export const AT_ONCE = 40_000;
/** The family of each kind. @type {Record<string, string>} */
export const FAMILY = Object.fromEntries(
  Object.entries(FAMILIES).flatMap(([family, kinds]) => kinds.map((kind) => [kind, family])),
);

/** Other names that are told of one. */
const ALIASES = 6;

export class Mentions {
  /** Every mention in order of the text, the outer before the inner. @type {Mark[]} */
  marks = [];
  /** The lines that name an entity, by its id. @type {Map<string, Set<number>>} */
  lines = new Map();

  /** Those of a report, found in slices and once. @param {ReportIndex} index @param {() => Promise<unknown>} turn */
  static async of(index, turn) {
    if (index.mentions) return index.mentions;
    const found = new Mentions();
    await inTurns(index.report.entities, turn, (entity) => {
      for (const [at, { start, end, level, type }] of entity.mentions.entries())
        found.marks.push({ start, end, level, entity, index: at, kind: kindOf(index, entity, type) });
    });
    found.marks.sort(inOrder);
    await inTurns(index.summary.lines, turn, (line, i) => {
      const marks = line.parts.flatMap((part) => (part.as === "omission" ? [] : found.within(part)));
      for (const { entity } of [...marks, ...index.sources(i)]) if (entity) found.#add(entity.id, i);
    });
    return (index.mentions = found);
  }

  /** @param {string} id @param {number} line */
  #add(id, line) {
    if (!this.lines.has(id)) this.lines.set(id, new Set());
    this.lines.get(id)?.add(line);
  }

  /** The marks that start in a stretch of the text. @param {Span} span */
  within({ start, end }) {
    return this.marks.slice(lastBefore(this.marks, start - 1) + 1, lastBefore(this.marks, end - 1) + 1);
  }
}

/**
 * The kind that something is shown as: a group is an organisation that is nowhere named.
 * @param {ReportIndex} index @param {Entity} entity @param {string} [type]
 */
export const kindOf = (index, entity, type = entity.type) =>
  type === "ORG" && !index.isNamed(entity) ? "GROUP" : type;

/** What else one is called, in words of its mentions, each once. @param {ReportIndex} index @param {Entity} entity */
export function aliasesOf(index, entity) {
  const label = index.label(entity).toLowerCase();
  const names = [entity.name, ...entity.aliases].filter((name) => !label.includes(name.toLowerCase()));
  const said = names.filter((name) => entity.mentions.some((mention) => index.slice(mention).includes(name)));
  return [...new Map(said.map((name) => [name.toLowerCase(), name])).values()].slice(0, ALIASES).join(", ");
}
