// @ts-check
/**
 * An element of a page as text: the words a reader sees; `ranges.js` has the way back. No wasm; the rules are those of
 * tests/web/README.md, and one table of trees tests this and the module's own builder.
 */

const LEFT_OUT = "script, style, noscript, template, textarea, select, button, iframe, object, svg, math, canvas, audio, video, figcaption, caption, nav, aside, [hidden], [aria-hidden=true], [data-nutgraf-skip]";
const SPACE = /[ \t\n\r\f]/;
/** Elements between two breaks in which a long page gets its turn. */
const TURN = 200;

/**
 * What a node says of itself: a form shows its fields in front of its own properties, where they have the same name.
 * @param {any} kind @param {string} name @param {Node} node @returns {any}
 */
export const own = (kind, name, node) => Reflect.get(kind.prototype, name, node);

/** @param {Element} element @param {string} selector */
export const is = (element, selector) => Element.prototype.matches.call(element, selector);

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
}

/** The children of a node as they are laid out: of a host its shadow root's, of a slot what is assigned to it. @param {Node} node */
function laidOut(node) {
  if (node instanceof HTMLSlotElement) {
    const assigned = node.assignedNodes();
    return assigned.length ? assigned : [...node.childNodes];
  }
  return [...own(Node, "childNodes", own(Element, "shadowRoot", node) ?? node)];
}

/** @param {Node} node @param {PageText} text @param {{hidden: boolean, preformatted: boolean}} style @returns {Generator<void>} */
function* walk(node, text, style) {
  if (node instanceof Text) {
    if (!style.hidden) text.add(node, style.preformatted);
    return;
  }
  if (!(node instanceof Element)) return;
  if (is(node, "br")) return text.break(1);
  if (is(node, LEFT_OUT)) return;
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
  const parent = own(Node, "parentElement", node);
  const computed = parent && getComputedStyle(parent);
  return { hidden: false, preformatted: !!computed && /^(pre(?!-line)|preserve(?!-breaks)|break)/.test(computed.getPropertyValue("white-space-collapse") || computed.whiteSpace) };
}

/** What these nodes say. @param {Node[]} nodes */
export function readNodes(nodes) {
  const text = new PageText();
  for (const node of nodes) for (const _ of walk(node, text, styleOf(node)));
  return text;
}

/** What stands in an element, but for what fills its named slots. @param {Element} element */
export const readContent = (element) => readNodes([...element.childNodes].filter((node) => !(node instanceof Element && node.slot)));

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
