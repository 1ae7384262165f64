// @ts-check
/** What comes below the first: the list of lines, and the sections that fold. On its way while the first is drawn. */
import { Mentions } from "../mentions.js";
import { drawn, pause } from "../scheduler.js";
import { FOLDS } from "../style/folds.js";
import { LIST } from "../style/list.js";
import { actsView } from "./acts.js";
import { LineList } from "./list.js";
import { namesOf, namesView } from "./names.js";
import { h } from "./node.js";
import { numbersView } from "./numbers.js";
/** @import { ReportIndex } from "../report-index.js" */

export const looks = LIST + FOLDS;
/** From this length on sections are laid out one by one, in UTF-16 units. */
const LONG = 100_000;

/**
 * Lays them out; the list that was made, if there is one.
 * @typedef {object} How
 * @property {number} level of headings @property {(block: string) => boolean} wanted @property {string} order
 * @property {boolean} compact @property {AbortSignal} signal
 * @param {ReportIndex} index @param {ReturnType<typeof import("./layout.js").layout>} frame @param {How} how
 */
export async function layRest(index, { page, sum, jumps, foot }, { level, wanted, order, compact, signal }) {
  await Mentions.of(index, () => pause(signal));
  const list = wanted("points") && index.summary.lines.length ? new LineList(index, level, order, compact) : null;
  sum.append(list?.node ?? "");
  for (const [id, view, open, n] of compact ? [] : SECTIONS(index)) {
    const content = wanted(id) && view(index);
    const title = h("summary", {}, h(`h${level}`, {}, index.say(id)), n > 0 && h("small", {}, String(n)));
    if (content) sum.append(h("details.fold", { id, open, part: id }, title, content));
    await (index.text.length > LONG ? drawn(signal) : pause(signal));
  }
  const made = compact ? ["made"] : ["made", "footLaw", "footEnd"];
  foot.firstElementChild?.replaceChildren(made.map((key) => index.say(key)).join(" "));
  page.classList.add("whole");
  const parts = [...sum.querySelectorAll(":scope > :is(#points, details)")];
  jumps.replaceChildren(...parts.map(({ id }) => h("a", { href: `#${id}`, "data-jump": id }, index.say(`jump_${id}`))));
  return list;
}

/** What folds: name, what draws it, whether it is open, how many. */
const SECTIONS = (/** @type {ReportIndex} */ index) =>
  /** @type {const} */ ([
    ["numbers", numbersView, true, index.summary.numbers.length],
    ["acts", actsView, true, 0],
    ["names", namesView, false, namesOf(index).length],
  ]);
