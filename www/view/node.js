// @ts-check
/** Builders of nodes. Text goes in as text nodes, attributes by name: nothing is parsed as HTML. */

/** @import { Span } from "../nut-graf.js" */
/** @import { ReportIndex } from "../report-index.js" */
/** @typedef {Node | string | null | undefined | false} Child */
/** @typedef {Child | Child[]} Children */

/**
 * An element: `h("p.note", { id: "x" }, "text", node)`.
 * @param {string} name tag and classes, joined by dots
 * @param {Record<string, any>} [attributes] @param {...Children} children
 */
export function h(name, attributes = {}, ...children) {
  const [tag, ...classes] = name.split(".");
  const node = document.createElement(tag);
  if (classes.length) node.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes))
    if (value != null && value !== false) node.setAttribute(key, value === true ? "" : String(value));
  node.append(.../** @type {(Node | string)[]} */ (children.flat().filter(Boolean)));
  return node;
}

/** @param {string} action @param {string} words @param {string} [look] */
export const button = (action, words, look = ".btn") =>
  h(`button${look}`, { type: "button", "data-do": action }, words);

/**
 * An address for words, to copy or to open: where they stand in the page, or a state of the page around the element,
 * as that keeps it. @param {ReportIndex} index @param {number} offset @param {number | null} [line]
 */
export function addressOf(index, offset, line) {
  if (!index.inPage) {
    const state = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
    if (line == null) state.delete("line");
    else state.set("line", String(line));
    return `#${state}`;
  }
  const words = index.slice(index.sentenceAt(offset)).split(/\s+/);
  const quoted = words.length > 12 ? [words.slice(0, 5), words.slice(-5)] : [words];
  return `#:~:text=${quoted.map((part) => encodeURIComponent(part.join(" ")).replaceAll("-", "%2D")).join(",")}`;
}

/**
 * The pointer to the words, `¶3`.
 * @param {ReportIndex} index @param {Span} span @param {number | null} [line]
 */
export function pointer(index, { start, end }, line) {
  const { short, long } = index.place({ start, end });
  const at = { href: addressOf(index, start, line), "data-at": start, "data-end": end, "data-to": line };
  return h("a.ref", { ...at, "aria-label": index.say("showWords", { place: long }) }, short);
}
