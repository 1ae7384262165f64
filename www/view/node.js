// @ts-check
/** Builders of nodes. Text goes in as text nodes, attributes by name: nothing is parsed as HTML. */

/** @typedef {Node | string | null | undefined | false} Child */
/** @typedef {Child | Child[]} Children */

/** @param {Element} node @param {Record<string, string | number | boolean | null | undefined>} attributes @param {Children[]} children */
function fill(node, attributes, children) {
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

/** An element of a drawing. @param {string} tag @param {Record<string, any>} attributes @param {...Children} children */
export function svg(tag, attributes, ...children) {
  return /** @type {SVGElement} */ (fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children));
}

/** A section with its heading. @param {string} id @param {string} title @param {string} note @param {number} level @param {...Children} children */
export function section(id, title, note, level, ...children) {
  const heading = h(`h${level}.h`, { id: `h-${id}` }, title, note && h("small", {}, note));
  return h(`section.${id}`, { "aria-labelledby": `h-${id}`, part: id }, heading, ...children);
}

/**
 * A list that shows its first `limit` items and the others on demand, `limit` at a time: a long text makes no long task.
 * @template T
 * @param {HTMLElement} list @param {T[]} items @param {number} limit @param {(item: T) => Node} draw
 * @param {import("../reading.js").Reading} reading
 */
export function limited(list, items, limit, draw, reading) {
  let shown = 0;
  const more = /** @type {HTMLButtonElement} */ (h("button.more", { type: "button" }));
  const show = () => {
    const first = list.childNodes.length;
    list.append(...items.slice(shown, shown + limit).map(draw));
    shown += limit;
    more.textContent = reading.say("more", { n: items.length - shown });
    more.hidden = shown >= items.length;
    return list.childNodes[first];
  };
  show();
  more.addEventListener("click", () => {
    const first = /** @type {HTMLElement | undefined} */ (show());
    /** @type {HTMLElement | null | undefined} */ (first?.querySelector("a, button"))?.focus();
  });
  return [list, items.length > limit && more];
}
