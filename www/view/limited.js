// @ts-check
/** Lists that show what there is little by little, and names that are pressed to see their lines. */
import { h } from "./node.js";
/** @import { Entity } from "../nut-graf.js" */
/** @import { ReportIndex } from "../report-index.js" */

/**
 * A list that shows its first `limit` items and the others on demand, `limit` at a time: so there is no long task.
 * @template T
 * @param {HTMLElement} list @param {T[]} items @param {number} limit @param {(item: T) => Node} draw
 * @param {ReportIndex} index
 */
export function limited(list, items, limit, draw, index) {
  const more = h("button.tb.more", { type: "button" });
  const show = () => {
    const shown = list.childElementCount;
    list.append(...items.slice(shown, shown + limit).map(draw));
    more.textContent = index.say("more", { n: items.length - list.childElementCount });
    more.hidden = list.childElementCount >= items.length;
    return list.children[shown];
  };
  show();
  more.addEventListener("click", () => /** @type {HTMLElement | null} */ (show()?.querySelector("a, button"))?.focus());
  return [list, items.length > limit && more];
}

/** @param {ReportIndex} index @param {Entity} entity */
export const nameButton = (index, entity) =>
  h("button.nm", { type: "button", "data-entity": entity.id }, index.label(entity));
