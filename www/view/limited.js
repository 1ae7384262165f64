// @ts-check
/** Lists that show what there is little by little. */
import { h } from "./node.js";

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
