// @ts-check
/** From a text that was read off a page back to the page: the DOM ranges of a stretch of it, and what stands at a place. */

/** @typedef {import("./pagetext.js").ReadText} ReadText */

/** One range a text node for a stretch of the text, in order. @param {ReadText} text @param {{start: number, end: number}} span @returns {Range[]} */
export function rangesOf({ pieces }, { start, end }) {
  const ranges = [];
  for (let i = firstAfter(pieces, start); i < pieces.length && pieces[i].start < end; i++) {
    const piece = pieces[i];
    // A page may have shortened its node since it was read.
    const from = Math.min(piece.node.length, piece.at + Math.max(0, start - piece.start));
    const to = Math.min(piece.node.length, piece.at + Math.min(piece.length, end - piece.start));
    const last = ranges[ranges.length - 1];
    if (last?.endContainer === piece.node) last.setEnd(piece.node, to);
    else {
      const range = document.createRange();
      range.setStart(piece.node, from);
      range.setEnd(piece.node, to);
      ranges.push(range);
    }
  }
  return ranges;
}

/** The offset in the text of a place in the page, or null. @param {ReadText} text @param {Node} node @param {number} at */
export function offsetOf({ pieces }, node, at) {
  const piece = pieces.find((each) => each.node === node && each.at <= at && at <= each.at + each.length);
  return piece ? piece.start + at - piece.at : null;
}

/** Index of the first piece that ends after `offset`. @param {import("./pagetext.js").Piece[]} pieces @param {number} offset */
function firstAfter(pieces, offset) {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle].start + pieces[middle].length <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
