// @ts-check
/** Words of the interface, with their values. */

/** @typedef {typeof import("./words.js").WORDS} Words */

/**
 * The entry `key` with its values filled in. A missing entry is its own key: a gap in a translation shows.
 * @param {Words} words @param {string} key @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function say(words, key, values = {}) {
  const entry = /** @type {any} */ (words)[key] ?? key;
  const form = typeof entry === "string" ? entry : (entry[new Intl.PluralRules(words.lang).select(Number(values.n))] ?? entry.other);
  return form.replace(/\{(\w+)\}/g, (/** @type {string} */ _, /** @type {string} */ name) => String(values[name] ?? ""));
}
