// @ts-check
/**
 * An element of a page as text: the words a reader sees; `ranges.js` has the way back. No wasm; the rules are those of
 * tests/web/README.md, and one table of trees tests this and the module's own builder.
 */

const LEFT_OUT =
  "script, style, noscript, template, textarea, select, button, iframe, object, svg, math, canvas, audio, video, " +
  "figcaption, caption, nav, aside, [hidden], [aria-hidden=true], [data-nutgraf-skip]";
const WORDS = /[^ \t\n\r\f]+/g;
/** Elements between two breaks in which a long page gets its turn. */
const TURN = 200;

/**
 * What a node says of itself: a form shows its fields in front of its own properties, where they have the same name.
 * @param {any} kind @param {string} name @param {Node} node @returns {any}
 */
export const own = (kind, name, node) => Reflect.get(kind.prototype, name, node);
/** @param {Element} element @param {string} selector */
export const is = (element, selector) => Element.prototype.matches.call(element, selector);

export class PageText {
  text = "";
  /** Stretches of text nodes that stand in the text. `at`: offset in the node; `start`: offset in the text. */
  pieces = /** @type {{node: Text, at: number, start: number, length: number}[]} */ ([]);
  /** Line feeds wanted before the next word. */
  #breaks = 0;
  /** A collapsed space wanted before the next word: where it stands. */
  #space = /** @type {{node: Text, at: number} | null} */ (null);

  /** The edge of a block, or a line break. @param {number} lines */
  break(lines) {
    this.#space = null;
    this.#breaks = lines === 2 ? 2 : Math.min(2, this.#breaks + 1);
  }

  /** @param {Text} node @param {boolean} preformatted */
  add(node, preformatted) {
    const { data } = node;
    if (preformatted && data) return this.#put(node, 0, data);
    let end = 0;
    for (const { 0: word, index } of data.matchAll(WORDS)) {
      if (index > end) this.#space ??= { node, at: end };
      this.#put(node, index, word);
      end = index + word.length;
    }
    if (end < data.length) this.#space ??= { node, at: end };
  }

  /** Writes words, after the break or space that is due. @param {Text} node @param {number} at @param {string} words */
  #put(node, at, words) {
    if (this.text && this.#breaks) this.text += "\n".repeat(this.#breaks);
    else if (this.text && this.#space) this.#keep(this.#space.node, this.#space.at, " ");
    this.#breaks = 0;
    this.#space = null;
    this.#keep(node, at, words);
  }

  /** @param {Text} node @param {number} at @param {string} words */
  #keep(node, at, words) {
    const last = this.pieces[this.pieces.length - 1];
    const start = this.text.length;
    const goesOn = last?.node === node && last.at + last.length === at && last.start + last.length === start;
    if (goesOn) last.length += words.length;
    else this.pieces.push({ node, at, start, length: words.length });
    this.text += words;
  }
}

/** The children of a node as laid out: of a host its shadow root's, of a slot what is assigned. @param {Node} node */
function laidOut(node) {
  const assigned = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
  return assigned.length ? assigned : [...own(Node, "childNodes", own(Element, "shadowRoot", node) ?? node)];
}

/** @param {CSSStyleDeclaration} style */
const preformatted = (style) =>
  /^(pre(?!-line)|preserve(?!-breaks)|break)/.test(style.getPropertyValue("white-space-collapse") || style.whiteSpace);

/** @param {Node} node @param {PageText} text @param {boolean} pre @returns {Generator<void>} */
function* walk(node, text, pre, hidden = false) {
  if (node instanceof Text) return hidden ? undefined : text.add(node, pre);
  if (!(node instanceof Element)) return;
  if (is(node, "br")) return text.break(1);
  if (is(node, LEFT_OUT)) return;
  yield;
  const style = getComputedStyle(node);
  const { display, visibility } = style;
  if (display === "none") return;
  const block = !/^(inline|contents|none|ruby)/.test(display);
  const unseen = visibility !== "visible" && visibility !== "";
  if (block) text.break(2);
  for (const child of laidOut(node)) yield* walk(child, text, preformatted(style), unseen);
  if (block) text.break(2);
}

/** @param {Node} node @param {PageText} text */
function read(node, text) {
  const parent = own(Node, "parentElement", node);
  return walk(node, text, !!parent && preformatted(getComputedStyle(parent)));
}

/** What these nodes say. @param {Node[]} nodes */
export function readNodes(nodes) {
  const text = new PageText();
  for (const node of nodes) for (const _ of read(node, text));
  return text;
}

/** What stands in an element, but for what fills its named slots. @param {Element} element */
export const readContent = (element) =>
  readNodes([...element.childNodes].filter((node) => !(node instanceof Element && node.slot)));

/** What an element says, read in slices. @param {Node} node @param {() => Promise<unknown>} turn awaited between */
export async function readInTurns(node, turn) {
  const text = new PageText();
  let elements = 0;
  for (const _ of read(node, text)) if (++elements % TURN === 0) await turn();
  return text;
}
