// @ts-check
/** Builders of nodes. Text goes in as text nodes, attributes by name: nothing is parsed as HTML. */

/** @typedef {Node | string | null | undefined | false} Child */
/** @typedef {Child | Child[]} Children */

/** @param {Element} node @param {Record<string, string | number | boolean | null | undefined>} attributes @param {Children[]} children */
export function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value != null && value !== false) node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat().filter((child) => child != null && child !== false && child !== "").map((child) => /** @type {Node | string} */ (child)));
  return node;
}

/**
 * An element: `h("p.src", { id: "x" }, "text", node)`.
 * @param {string} name tag and classes, joined by dots @param {Record<string, any>} [attributes] @param {...Children} children
 * @returns {HTMLElement}
 */
export function h(name, attributes = {}, ...children) {
  const [tag, ...classes] = name.split(".");
  const node = document.createElement(tag);
  if (classes.length) node.className = classes.join(" ");
  return /** @type {HTMLElement} */ (fill(node, attributes, children));
}

/** @param {string} action @param {string} words @param {string} [look] */
export const button = (action, words, look = "") => h(`button.btn${look}`, { type: "button", "data-do": action, part: "button" }, words);

/** A section with its heading. @param {string} id @param {string} title @param {string} note @param {number} level @param {...Children} children */
export function section(id, title, note, level, ...children) {
  const heading = h(`h${level}.h`, { id: `h-${id}` }, title, note && h("small", {}, note));
  return h(`section.${id}`, { "aria-labelledby": `h-${id}`, part: id }, heading, ...children);
}
