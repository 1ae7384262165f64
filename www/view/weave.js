// @ts-check
/** Marks over a text, as nested nodes. A mark that crosses another is split where the other ends. */

/** @typedef {{start: number, end: number}} Span */

/**
 * The nodes of `text` from `from` to `to`, with `marks` (outer before inner, in order of the text) drawn by `make`, which
 * gets a mark, the nodes inside it, and how many levels of marks those hold.
 * @template {Span} M
 * @param {string} text @param {number} from @param {number} to @param {M[]} marks
 * @param {(mark: M, inside: (Node | string)[], height: number) => Node} make
 * @returns {{nodes: (Node | string)[], height: number}}
 */
export function weave(text, from, to, marks, make) {
  /** @type {(Node | string)[]} */
  const nodes = [];
  const rest = [...marks];
  let at = from;
  let height = 0;
  while (rest.length) {
    const mark = /** @type {M} */ (rest.shift());
    const start = Math.max(mark.start, at);
    const end = Math.min(mark.end, to);
    if (end <= start) continue;
    if (start > at) nodes.push(text.slice(at, start));
    const inside = [];
    const crossing = [];
    while (rest.length && rest[0].start < end) {
      const next = /** @type {M} */ (rest.shift());
      inside.push(next);
      if (next.end > end) crossing.push({ ...next, start: end });
    }
    rest.unshift(...crossing);
    const inner = weave(text, start, end, inside, make);
    nodes.push(make(mark, inner.nodes, inner.height));
    height = Math.max(height, inner.height + 1);
    at = end;
  }
  if (at < to) nodes.push(text.slice(at, to));
  return { nodes, height };
}

/** Room that a gloss takes per letter, and a letter of the text, in rem: the type sizes of the style sheet. */
export const GLOSS_LETTER = 0.35;
const TEXT_LETTER = 0.46;
const GLOSS_GAP = 0.3;

/**
 * The marks whose gloss has room: in order, each that does not touch the one kept before it.
 * @template {Span & {gloss?: string}} M
 * @param {M[]} marks @returns {Set<M>}
 */
export function roomy(marks) {
  const kept = new Set();
  let free = -Infinity;
  for (const mark of marks) {
    if (!mark.gloss || mark.start * TEXT_LETTER < free) continue;
    kept.add(mark);
    free = mark.start * TEXT_LETTER + mark.gloss.length * GLOSS_LETTER + GLOSS_GAP;
  }
  return kept;
}
