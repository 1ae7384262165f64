// @ts-check
/** What an entity is called, and where it is mentioned, as in the index of a book. */
import { h } from "./node.js";

/** Paragraphs that are named; the card steps through all mentions. */
const SHOWN = 12;

/** A button for each paragraph that mentions it, to its first mention there. @param {import("../reading.js").Reading} reading @param {any} entity */
export function mentionsView(reading, entity) {
  const first = new Map();
  for (const [index, mention] of entity.mentions.entries()) {
    const { short } = reading.place(mention);
    if (!first.has(short)) first.set(short, index);
  }
  const places = [...first].slice(0, SHOWN).flatMap(([short, index]) => {
    const label = `${entity.name}, ${reading.place(entity.mentions[index]).long}`;
    return [h("button.ref", { type: "button", "data-entity": entity.id, "data-mention": index, "aria-label": label }, short), " "];
  });
  return h("span.at", {}, places, first.size > SHOWN && reading.say("more", { n: first.size - SHOWN }));
}

/** What else an entity is called: each name once, however it is capitalised. @param {any} entity @returns {string[]} */
export function aliasesOf(entity) {
  const seen = new Set([entity.name.toLowerCase()]);
  return entity.aliases.filter((/** @type {string} */ alias) => !seen.has(alias.toLowerCase()) && seen.add(alias.toLowerCase()));
}
