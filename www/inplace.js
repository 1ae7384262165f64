// @ts-check
/**
 * The marks on an article that stays where it is in the page, without a change to its DOM: custom highlights under our own
 * names, other highlights are left alone. A browser without them gets boxes that lie over the words.
 */
import { shadowRoots } from "./host.js";
import { drawn } from "./pause.js";
import { is } from "./pagetext.js";
import { offsetOf, rangesOf } from "./ranges.js";
import { FAMILY } from "./reading.js";

/** @typedef {import("./reading.js").Reading} Reading */
/** @typedef {import("./reading.js").Mark} Mark */
/** @typedef {Document | ShadowRoot} Tree */

/** Texts up to this many UTF-16 units are marked at once. */
const AT_ONCE = 40_000;
/** Marks of a longer text that are drawn in one frame. */
const SLICE = 100;
const LINE = { who: "solid 1px", where: "dashed 1.25px", when: "dotted 2px", many: "double 1px", what: "wavy 1px" };
const DEPTHS = [3, 6, 9];
/** Priority among highlights: the chosen word lies above its evidence. */
const ABOVE = { trigger: 3, role: 2, hedge: 2, evidence: 1 };

const RULES =
  Object.entries(LINE).flatMap(([family, line]) => DEPTHS.map((offset, depth) => `::highlight(nut-graf-${family}${depth ? `-${depth}` : ""}) { text-decoration: underline ${line} color-mix(in srgb, currentColor 60%, transparent); text-underline-offset: ${offset}px; }`)).join("\n") +
  `
::highlight(nut-graf-evidence) { background-color: color-mix(in srgb, #3a78c9 18%, transparent); }
::highlight(nut-graf-role) { text-decoration: underline solid 1.5px light-dark(#1c4f94, #93bdf2); text-underline-offset: 2.5px; }
::highlight(nut-graf-hedge) { text-decoration: underline dotted 2.5px light-dark(#1c4f94, #93bdf2); text-underline-offset: 2.5px; }
::highlight(nut-graf-trigger) { background-color: #1c4f94; color: #fff; }
@media (forced-colors: active) { ::highlight(nut-graf-trigger), ::highlight(nut-graf-evidence) { background-color: Highlight; color: HighlightText; } }`;

/** The rules of the marks, held by every tree that has marked text. @type {CSSStyleSheet | undefined} */
let rules;
/** How many articles use the rules in a tree. @type {Map<Tree, number>} */
const trees = new Map();

/** @param {Tree} tree @param {number} by */
function useRules(tree, by) {
  if (!rules) {
    rules = new CSSStyleSheet();
    rules.replaceSync(RULES);
  }
  const users = (trees.get(tree) ?? 0) + by;
  trees.set(tree, users);
  const others = tree.adoptedStyleSheets.filter((sheet) => sheet !== rules);
  tree.adoptedStyleSheets = users > 0 ? [...others, rules] : others;
  if (users <= 0) trees.delete(tree);
}

/**
 * What draws ranges: the page's registry of highlights, or else boxes.
 * @typedef {{get(name: string): any, set(name: string, highlight: any): unknown, delete(name: string): unknown, create?(): any, dispose?(): void}} Highlights
 */

/**
 * The marks on what a host holds. @param {import("./host.js").HostText} host @param {Reading} reading @param {ShadowRoot} root where boxes can be
 * @param {(entity: string, index: number) => void} onmention a mention was pressed
 */
export async function marksOn(host, reading, root, onmention) {
  const highlights = globalThis.CSS?.highlights ?? new (await import("./overlay.js")).Overlay(host.element, root);
  return new Marks(host, reading, highlights, onmention);
}

class Marks {
  /** The marks that are drawn: name of the highlight, range. @type {Map<Mark, [string, Range][]>} */
  #near = new Map();
  /** @type {Mark[]} */
  #marks = [];
  /** @type {Map<Mark, number>} */
  #depths = new Map();
  #waiting = 0;
  /** What is shown of a fact: the offsets of its sentences, and its roles. @type {[number[], any[]]} */
  #chosen = [[], []];
  /** @type {[string, Range][]} */
  #shown = [];
  /** The trees that hold the rules for us. @type {Set<Tree>} */
  #trees = new Set();
  /** Where the words stand: what was last read that says what the report is of. */
  #page;
  /** The page whose trees have been looked for. @type {import("./pagetext.js").ReadText | undefined} */
  #adopted;
  #gone = new AbortController();
  /** Which drawing is under way: a newer one ends it. */
  #turn = 0;

  /**
   * @param {import("./host.js").HostText} host @param {Reading} reading @param {Highlights} highlights
   * @param {(entity: string, index: number) => void} onmention
   */
  constructor(host, reading, highlights, onmention) {
    this.host = host;
    this.reading = reading;
    this.highlights = highlights;
    this.onmention = onmention;
    this.#page = /** @type {import("./pagetext.js").ReadText} */ (host.page);
    this.long = this.page.text.length > AT_ONCE;
    const { signal } = this.#gone;
    document.addEventListener("scroll", () => this.#scrolled(), { capture: true, passive: true, signal });
    EventTarget.prototype.addEventListener.call(host.element, "click", (event) => this.#press(/** @type {MouseEvent} */ (event)), { signal });
  }

  /** What was read last may stand in other nodes and say the same; what says something else is none of the report's. */
  get page() {
    const { page } = this.host;
    if (page && page !== this.#page && page.text === this.reading.text) this.#page = page;
    return this.#page;
  }

  /** While a fact is shown, mentions are not marked. */
  get #pointing() {
    return this.#chosen[0].length > 0;
  }

  /** Kinds and levels that are not marked; done when the others are. @param {Set<string>} off */
  switchOff(off) {
    this.#unmark();
    this.#marks = this.reading.marks.filter((mark) => !off.has(mark.kind) && !off.has(mark.level));
    this.#depths = depthsOf(this.#marks);
    return this.show(...this.#chosen);
  }

  /** @param {number[]} offsets @param {any[]} roles */
  show(offsets, roles) {
    this.#forget(this.#shown);
    this.#shown = [];
    this.#chosen = [offsets, roles];
    const drawn = this.#window();
    this.#adopt();
    const { reading } = this;
    for (const offset of offsets) this.#add(this.#shown, "evidence", reading.report.sentences[reading.sentence(offset)]);
    for (const role of roles) this.#add(this.#shown, role.look.includes("trig") ? "trigger" : role.look.includes("hedge") ? "hedge" : "role", role);
    return drawn;
  }

  /** @param {number} offset @param {{jump: boolean, focus: boolean}} how */
  reveal(offset, { jump }) {
    const node = rangesOf(this.page, { start: offset, end: offset + 1 })[0]?.startContainer.parentElement;
    if (jump && node) Element.prototype.scrollIntoView.call(node, { block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth" });
  }

  /** @param {string} entity @param {number} index */
  anchor(entity, index) {
    const mention = this.reading.get(entity)?.mentions[index];
    return (mention && rangesOf(this.page, mention)[0]) ?? null;
  }

  dispose() {
    this.#gone.abort();
    this.#turn++;
    cancelAnimationFrame(this.#waiting);
    this.#unmark();
    this.#forget(this.#shown);
    for (const tree of this.#trees) useRules(tree, -1);
    this.#trees.clear();
    this.highlights.dispose?.();
  }

  /** Marks the mentions: of a short text all, of a long one those near the screen as it moves, first those on it, in slices. */
  async #window() {
    const turn = ++this.#turn;
    const { pieces } = this.page;
    const at = (/** @type {number} */ height, /** @type {number} */ none) => pieces[firstBelow(pieces, height)]?.start ?? none;
    const [from, to] = this.long ? [at(-innerHeight, 0), at(2 * innerHeight, Infinity)] : [0, Infinity];
    for (const [mark, ranges] of this.#near) {
      if (!this.#pointing && mark.end > from && mark.start < to) continue;
      this.#forget(ranges);
      this.#near.delete(mark);
    }
    if (this.#pointing) return;
    const near = this.#marks.filter((mark) => mark.end > from && mark.start < to && !this.#near.has(mark));
    // A page works out the style of all its elements anew when it gets the rules: of a long one, that is a frame's work by itself.
    if (this.#adopt() && this.long) await drawn();
    const [top, bottom] = [at(0, 0), at(innerHeight, Infinity)];
    const seen = (/** @type {Mark} */ mark) => mark.end > top && mark.start <= bottom;
    const ordered = this.long ? [...near.filter(seen), ...near.filter((mark) => !seen(mark))] : near;
    for (const [i, mark] of ordered.entries()) {
      if (turn !== this.#turn) return;
      this.#draw(mark);
      if (this.long && (i + 1) % SLICE === 0) await drawn();
    }
  }

  /** @param {Mark} mark */
  #draw(mark) {
    const depth = Math.min(this.#depths.get(mark) ?? 0, 2);
    /** @type {[string, Range][]} */
    const ranges = [];
    this.#add(ranges, `${FAMILY[mark.kind] ?? "what"}${depth ? `-${depth}` : ""}`, mark);
    this.#near.set(mark, ranges);
  }

  /** Once a frame at most. */
  #scrolled() {
    if (this.#waiting || !this.#marks.length || !this.long) return;
    this.#waiting = requestAnimationFrame(() => {
      this.#waiting = 0;
      void this.#window();
    });
  }

  /** @param {[string, Range][]} list @param {string} look @param {{start: number, end: number}} span */
  #add(list, look, span) {
    const name = `nut-graf-${look}`;
    const ranges = rangesOf(this.page, span);
    // The page may have put other words in their place.
    if (bare(ranges.join("")) !== bare(this.reading.slice(span))) return;
    for (const range of ranges) {
      let highlight = this.highlights.get(name);
      if (!highlight) {
        highlight = this.highlights.create?.() ?? new Highlight();
        highlight.priority = /** @type {any} */ (ABOVE)[look] ?? 0;
        this.highlights.set(name, highlight);
      }
      highlight.add(range);
      list.push([name, range]);
    }
  }

  /** Brings the rules to every tree that has words of the article; says whether one had none yet. */
  #adopt() {
    if (this.highlights.create || this.#adopted === this.page) return false;
    this.#adopted = this.page;
    const found = new Set(this.page.pieces.map(({ node }) => /** @type {Tree} */ (node.getRootNode())));
    const fresh = [...found].filter((tree) => !this.#trees.has(tree));
    for (const tree of fresh) useRules(tree, 1);
    this.#trees = new Set([...this.#trees, ...fresh]);
    return fresh.length > 0;
  }

  #unmark() {
    for (const ranges of this.#near.values()) this.#forget(ranges);
    this.#near.clear();
  }

  /** Takes away what was drawn here, and a highlight that nobody draws in. @param {[string, Range][]} list */
  #forget(list) {
    for (const [name, range] of list) {
      const highlight = this.highlights.get(name);
      highlight?.delete(range);
      if (highlight?.size === 0) this.highlights.delete(name);
    }
  }

  /** @param {MouseEvent} event */
  #press(event) {
    if (!getSelection()?.isCollapsed) return;
    if (event.composedPath().some((node) => node instanceof Element && is(node, "a[href], button, input, label"))) return;
    const place = placeAt(event.clientX, event.clientY, shadowRoots(this.host.element));
    const offset = place && offsetOf(this.page, ...place);
    if (offset == null) return;
    const hit = this.#marks.filter((mark) => mark.start <= offset && offset <= mark.end);
    const inner = hit.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
    if (inner) this.onmention(inner.entity.id, inner.index);
  }
}

/** The node and the offset in it at a place on the screen. @param {number} x @param {number} y @param {ShadowRoot[]} roots @returns {[Node, number] | null} */
function placeAt(x, y, roots) {
  const place = document.caretPositionFromPoint?.(x, y, { shadowRoots: roots });
  if (place) return [place.offsetNode, place.offset];
  // Safari before 18.4.
  const range = /** @type {any} */ (document).caretRangeFromPoint?.(x, y);
  return range && [range.startContainer, range.startOffset];
}

/** @param {string} words */
const bare = (words) => words.replace(/\s+/g, "");

/** @param {Element | null} element */
const bottomOf = (element) => (element ? Element.prototype.getBoundingClientRect.call(element).bottom : 0);

/** Index of the first piece that ends below a height on the screen, in CSS pixels. @param {import("./pagetext.js").Piece[]} pieces @param {number} height */
function firstBelow(pieces, height) {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bottomOf(pieces[middle].node.parentElement) < height) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many levels of marks each mark holds. @template {{start: number, end: number}} M @param {M[]} marks outer before inner @returns {Map<M, number>} */
function depthsOf(marks) {
  const depths = new Map();
  /** @type {M[]} */
  const open = [];
  for (const mark of marks) {
    while (open.length && open[open.length - 1].end <= mark.start) open.pop();
    open.forEach((outer, i) => depths.set(outer, Math.max(depths.get(outer) ?? 0, open.length - i)));
    open.push(mark);
  }
  return depths;
}
