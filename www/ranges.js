// @ts-check
/** From a text that was read off a page back to the page: the DOM ranges of a stretch, and the offset of a place. */
/** @import { PageText } from "./pagetext.js" */

/** One range a text node for a stretch. @param {PageText} text @param {{start: number, end: number}} span */
export function rangesOf({ pieces }, { start, end }) {
  /** @type {Range[]} */
  const ranges = [];
  let low = 0;
  for (let high = pieces.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (pieces[middle].start + pieces[middle].length <= start) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < pieces.length && pieces[i].start < end; i++) {
    const { node, at, start: from, length } = pieces[i];
    // A page may have shortened its node since it was read.
    const within = (offset = 0) => Math.min(node.length, at + Math.min(length, Math.max(0, offset - from)));
    const last = ranges[ranges.length - 1];
    const range = last?.endContainer === node ? last : document.createRange();
    if (range !== last) {
      range.setStart(node, within(start));
      ranges.push(range);
    }
    range.setEnd(node, within(end));
  }
  return ranges;
}

/** The offset of a place in the page, or null. @param {PageText} text @param {Node} node @param {number} at */
export function offsetOf({ pieces }, node, at) {
  const piece = pieces.find((each) => each.node === node && each.at <= at && at <= each.at + each.length);
  return piece ? piece.start + at - piece.at : null;
}
