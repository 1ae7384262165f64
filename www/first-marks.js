// @ts-check
/**
 * The marks of a long text's first paragraphs while the rest of it is still read, over whatever is there of it. They tell no fact and open
 * no card, and go when the whole has been drawn.
 */
import { storyOf } from "./inplace.js";
import { Mentions } from "./mentions.js";
import { readContent } from "./pagetext.js";
import { pause } from "./scheduler.js";
import { ReportIndex } from "./report-index.js";

/** @typedef {{element: HTMLElement, page?: import("./pagetext.js").ReadText}} Place where a text stands, and the words there */

/**
 * Marks them until the signal is aborted.
 * @param {string} text @param {import("./nut-graf.js").Report} report of its first paragraphs
 * @param {Place | HTMLElement} place where it stands: the element, for its own content, or another whose children are the text's blocks
 * @param {import("./nut-graf.js").NutGraf} element @param {AbortSignal} signal
 */
export async function markFirst(text, report, place, element, signal) {
  const index = await ReportIndex.of(text, report, element.words, () => pause(signal));
  const host = place === element ? { element, page: readContent(element) } : place instanceof HTMLElement ? blocksOf(place) : place;
  await Mentions.of(index, () => pause(signal));
  const marks = storyOf(/** @type {any} */ ({ index, host, name: () => {} }));
  if (signal.aborted) return marks.dispose();
  signal.addEventListener("abort", () => marks.dispose(), { once: true });
  void marks.switchOn(element.marks.split(/\s+/));
}

/** A text that is shown block by block, as a page that was read. @param {HTMLElement} element @returns {Place} */
function blocksOf(element) {
  let start = 0;
  const pieces = [];
  for (const { firstChild, textContent } of element.children) {
    const { length } = textContent ?? "";
    if (length) pieces.push({ node: /** @type {Text} */ (firstChild), at: 0, start, length });
    start += length + 2;
  }
  return { element, page: /** @type {any} */ ({ text: element.textContent, pieces }) };
}
