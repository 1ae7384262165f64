// @ts-check
/**
 * An element of a page as text, and back: the words a reader sees, and the DOM ranges of a stretch of them. No wasm; the
 * rules are those of tests/web/README.md, and one table of trees tests this and the module's own builder.
 */

const LEFT_OUT = new Set("SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA SELECT BUTTON IFRAME OBJECT SVG MATH CANVAS AUDIO VIDEO FIGCAPTION CAPTION NAV ASIDE".split(" "));
const SPACE = /[ \t\n\r\f]/;
/** Elements between two breaks in which a long page gets its turn. */
const TURN = 200;

/** A stretch of one text node that stands in the text. @typedef {{node: Text, at: number, start: number, length: number}} Piece `at`: offset in the node; `start`: offset in the text */

class PageText {
  text = "";
  /** @type {Piece[]} */
  pieces = [];
  /** Line feeds wanted before the next word. */
  #breaks = 0;
  /** A collapsed space wanted before the next word: where it stands. @type {{node: Text, at: number} | null} */
  #space = null;

  /** The edge of a block, or a line break. @param {number} lines */
  break(lines) {
    this.#space = null;
    this.#breaks = lines === 2 ? 2 : Math.min(2, this.#breaks + 1);
  }

  /** @param {Text} node @param {boolean} preformatted */
  add(node, preformatted) {
    const { data } = node;
    if (preformatted) {
      if (data) this.#flush(node, 0);
      return this.#keep(node, 0, data);
    }
    let at = 0;
    while (at < data.length) {
      if (SPACE.test(data[at])) {
        this.#space ??= { node, at };
        at++;
        continue;
      }
      let end = at + 1;
      while (end < data.length && !SPACE.test(data[end])) end++;
      this.#flush(node, at);
      this.#keep(node, at, data.slice(at, end));
      at = end;
    }
  }

  /** Writes the break or the space that is due. @param {Text} node @param {number} at */
  #flush(node, at) {
    if (!this.text) this.#breaks = 0;
    else if (this.#breaks) this.text += "\n".repeat(this.#breaks);
    else if (this.#space) this.#keep(this.#space.node, this.#space.at, " ");
    this.#breaks = 0;
    this.#space = null;
  }

  /** @param {Text} node @param {number} at @param {string} words */
  #keep(node, at, words) {
    if (!words) return;
    const last = this.pieces[this.pieces.length - 1];
    if (last?.node === node && last.at + last.length === at && last.start + last.length === this.text.length) last.length += words.length;
    else this.pieces.push({ node, at, start: this.text.length, length: words.length });
    this.text += words;
  }

  /** One range a text node for a stretch of the text, in order. @param {{start: number, end: number}} span @returns {Range[]} */
  ranges({ start, end }) {
    const ranges = [];
    for (let i = this.#first(start); i < this.pieces.length && this.pieces[i].start < end; i++) {
      const piece = this.pieces[i];
      const from = piece.at + Math.max(0, start - piece.start);
      const to = piece.at + Math.min(piece.length, end - piece.start);
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

  /** The offset in the text of a place in the page, or null. @param {Node} node @param {number} at */
  offset(node, at) {
    const piece = this.pieces.find((each) => each.node === node && each.at <= at && at <= each.at + each.length);
    return piece ? piece.start + at - piece.at : null;
  }

  /** Index of the first piece that ends after `offset`. @param {number} offset */
  #first(offset) {
    let low = 0;
    let high = this.pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.pieces[middle].start + this.pieces[middle].length <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The children of a node as they are laid out: of a host its shadow root's, of a slot what is assigned to it. @param {Node} node */
function laidOut(node) {
  if (node instanceof HTMLSlotElement) {
    const assigned = node.assignedNodes();
    return assigned.length ? assigned : [...node.childNodes];
  }
  return [...(/** @type {Element} */ (node).shadowRoot ?? node).childNodes];
}

/** @param {Node} node @param {PageText} text @param {{hidden: boolean, preformatted: boolean}} style @returns {Generator<void>} */
function* walk(node, text, style) {
  if (node instanceof Text) {
    if (!style.hidden) text.add(node, style.preformatted);
    return;
  }
  if (!(node instanceof Element)) return;
  if (node.tagName === "BR") return text.break(1);
  if (LEFT_OUT.has(node.tagName.toUpperCase()) || node.matches("[hidden], [aria-hidden=true], [data-nutgraf-skip]")) return;
  yield;
  const computed = getComputedStyle(node);
  const { display, visibility } = computed;
  if (display === "none") return;
  const collapse = computed.getPropertyValue("white-space-collapse") || computed.whiteSpace;
  const inner = { hidden: visibility !== "visible" && visibility !== "", preformatted: /^(pre(?!-line)|preserve(?!-breaks)|break)/.test(collapse) };
  const block = !/^(inline|contents|none|ruby)/.test(display);
  if (block) text.break(2);
  for (const child of laidOut(node)) yield* walk(child, text, inner);
  if (block) text.break(2);
}

/** @param {Node} node */
function styleOf(node) {
  const parent = node.parentElement;
  const computed = parent && getComputedStyle(parent);
  return { hidden: false, preformatted: !!computed && /^(pre(?!-line)|preserve(?!-breaks)|break)/.test(computed.getPropertyValue("white-space-collapse") || computed.whiteSpace) };
}

/** What these nodes say. @param {Node[]} nodes */
export function readNodes(nodes) {
  const text = new PageText();
  for (const node of nodes) for (const _ of walk(node, text, styleOf(node)));
  return text;
}

/**
 * What an element says, read in slices: `turn` is awaited now and then.
 * @param {Node} node @param {() => Promise<unknown>} turn
 */
export async function readInTurns(node, turn) {
  const text = new PageText();
  let elements = 0;
  for (const _ of walk(node, text, styleOf(node))) if (++elements % TURN === 0) await turn();
  return text;
}

/** @typedef {PageText} ReadText */
