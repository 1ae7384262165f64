// @ts-check
/** Marks over a text, as nested nodes. A mark that crosses another is split where the other ends. */

/** @typedef {import("../nut-graf.js").Span} Span */

/**
 * The nodes of `text` from `from` to `to`, with `marks` (outer before inner, in order of the text) drawn by `make`,
 * which gets a mark, the nodes inside it, and how many levels of marks those hold.
 * @template {Span} M
 * @param {string} text @param {number} from @param {number} to @param {M[]} marks
 * @param {(mark: M, inside: (Node | string)[], height: number) => Node} make
 * @returns {{nodes: (Node | string)[], height: number}}
 */
export function nest(text, from, to, marks, make) {
  /** @type {(Node | string)[]} */
  const nodes = [];
  const rest = [...marks];
  let at = from;
  let height = 0;
  for (let mark = rest.shift(); mark; mark = rest.shift()) {
    const start = Math.max(mark.start, at);
    const end = Math.min(mark.end, to);
    if (end <= start) continue;
    if (start > at) nodes.push(text.slice(at, start));
    const after = rest.findIndex((next) => next.start >= end);
    const inside = rest.splice(0, after < 0 ? rest.length : after);
    rest.unshift(...inside.filter((next) => next.end > end).map((next) => ({ ...next, start: end })));
    const inner = nest(text, start, end, inside, make);
    nodes.push(make(mark, inner.nodes, inner.height));
    height = Math.max(height, inner.height + 1);
    at = end;
  }
  if (at < to) nodes.push(text.slice(at, to));
  return { nodes, height };
}

/** Room that a label takes per letter, and a letter of the text, in rem: the type sizes of the style sheet. */
export const LABEL_LETTER = 0.35;
const TEXT_LETTER = 0.46;
const LABEL_GAP = 0.3;

/** The marks whose label touches none before it. @template {Span & {label?: string}} M @param {M[]} marks in order */
export function roomy(marks) {
  const kept = new Set();
  let free = -Infinity;
  for (const mark of marks) {
    if (!mark.label || mark.start * TEXT_LETTER < free) continue;
    kept.add(mark);
    free = mark.start * TEXT_LETTER + mark.label.length * LABEL_LETTER + LABEL_GAP;
  }
  return kept;
}
