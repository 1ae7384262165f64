// @ts-check
/** Words of the interface, with their values. */

/** @typedef {Record<string, any>} Words a table such as `words.js` */

/**
 * The entry `key` with its values filled in. A missing entry is its own key: a gap in a translation shows.
 * @param {Words} words @param {string} key @param {Record<string, string | number>} [values] @returns {string}
 */
export function say(words, key, values = {}) {
  const entry = words[key] ?? key;
  const plural = typeof entry !== "string" && new Intl.PluralRules(words.lang).select(Number(values.n));
  const form = plural ? (entry[plural] ?? entry.other) : entry;
  return form.replace(/\{(\w+)\}/g, (/** @type {any} */ _, /** @type {string} */ name) => String(values[name] ?? ""));
}
