// @ts-check
/**
 * The marks on an article that stays where it is in the page, without a change to its DOM: custom highlights under our own
 * names, other highlights are left alone. A browser without them shows the article unmarked.
 */
import { shadowRoots } from "./host.js";
import { is } from "./pagetext.js";
import { offsetOf, rangesOf } from "./ranges.js";
import { FAMILY } from "./mentions.js";
import { drawn } from "./scheduler.js";

/** @typedef {import("./report-index.js").ReportIndex} ReportIndex */
/** @typedef {import("./mentions.js").Mark} Mark */
/** @typedef {Document | ShadowRoot} Tree */

/** Texts up to this many UTF-16 units are marked at once. */
const AT_ONCE = 40_000;
/** Marks of a longer text that are drawn in one frame. */
const SLICE = 100;
const LINES = { who: "solid 1px", where: "dashed 1.25px", when: "dotted 2px", many: "double 1px", what: "wavy 1px" };
const DEPTHS = [3, 6, 9];
/** Priority among highlights: the chosen word lies above its evidence. */
const ABOVE = { trigger: 4, role: 3, hedge: 3, evidence: 2, hit: 1 };
const BLUE = "light-dark(#1c4f94, #93bdf2)";

/** @param {string} name @param {string} style */
const rule = (name, style) => `::highlight(nut-graf-${name}) { ${style} }`;
/** @param {string} line @param {number} offset */
const under = (line, offset) => `text-decoration: underline ${line}; text-underline-offset: ${offset}px;`;
const RULES = [
  ...Object.entries(LINES).flatMap(([family, line]) => [
    rule(family, under("solid 1px color-mix(in srgb, currentColor 30%, transparent)", DEPTHS[0])),
    ...DEPTHS.map((offset, i) => rule(`${family}-on${i}`, under(`${line} color-mix(in srgb, currentColor 60%, transparent)`, offset))),
  ]),
  rule("evidence", "background-color: color-mix(in srgb, #3a78c9 18%, transparent);"),
  rule("hit", "background-color: color-mix(in srgb, #3a78c9 24%, transparent);"),
  rule("role", under(`solid 1.5px ${BLUE}`, 2.5)),
  rule("hedge", under(`dotted 2.5px ${BLUE}`, 2.5)),
  rule("trigger", "background-color: #1c4f94; color: #fff;"),
  `@media (forced-colors: active) { ${["trigger", "evidence", "hit"].map((name) => rule(name, "background-color: Highlight; color: HighlightText;")).join(" ")} }`,
].join("\n");

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

/** What a browser without custom highlights draws: nothing. @type {any} */
const NONE = { get: () => undefined, set() {}, delete() {} };

/** The article as it stands in the page. @param {import("./selection.js").Setting} setting */
export const storyOf = ({ index, host, name }) => new Marks(/** @type {any} */ (host), index, name);
/** The rules are the page's, not the element's. */
export const looks = "";

class Marks {
  /** The marks that are drawn: name of the highlight, range. @type {Map<Mark, [string, Range][]>} */
  #near = new Map();
  /** @type {Mark[]} */
  #marks = [];
  /** @type {Map<Mark, number>} */
  #depths = new Map();
  /** Kinds that are switched on. @type {string[]} */
  #on = [];
  #waiting = 0;
  /** What is shown of a line: the offsets of its sentences, and its roles. @type {[number[], any[]]} */
  #chosen = [[], []];
  /** @type {[string, Range][]} */
  #shown = [];
  /** Mentions of the one that is looked for. @type {[string, Range][]} */
  #hits = [];
  /** The trees that hold the rules for us. @type {Set<Tree>} */
  #trees = new Set();
  /** Where the words stand: what was last read that says what the report is of. */
  #page;
  /** The page whose trees have been looked for. @type {import("./pagetext.js").ReadText | undefined} */
  #adopted;
  #gone = new AbortController();
  /** Which drawing is under way: a newer one ends it. */
  #turn = 0;
  #highlights = globalThis.CSS?.highlights ?? NONE;

  /** @param {import("./host.js").HostText} host @param {ReportIndex} index @param {(entity: string) => void} onmention */
  constructor(host, index, onmention) {
    this.host = host;
    this.index = index;
    this.onmention = onmention;
    this.#page = /** @type {import("./pagetext.js").ReadText} */ (host.page);
    this.long = this.page.text.length > AT_ONCE;
    const { signal } = this.#gone;
    document.addEventListener("scroll", () => this.#scrolled(), { capture: true, passive: true, signal });
    const press = (/** @type {Event} */ event) => this.#press(/** @type {MouseEvent} */ (event));
    EventTarget.prototype.addEventListener.call(host.element, "click", press, { signal });
  }

  /** What was read last may stand in other nodes and say the same; what says something else is none of the report's. */
  get page() {
    const { page } = this.host;
    if (page && page !== this.#page && page.text === this.index.text) this.#page = page;
    return this.#page;
  }

  /** While a line is shown, mentions are not marked. */
  get #pointing() {
    return this.#chosen[0].length > 0;
  }

  /** Marks are drawn by what is switched on. */
  async draw() {}

  /** Which kinds are switched on; done when what is on the screen is marked. @param {string[]} families */
  switchOn(families) {
    this.#unmark();
    this.#on = families;
    this.#marks = families.includes("none") ? [] : (this.index.mentions?.marks ?? []).filter(({ level }) => level !== "pronoun");
    this.#depths = depthsOf(this.#marks);
    return this.show(...this.#chosen);
  }

  /** @param {number[]} offsets @param {any[]} roles */
  show(offsets, roles) {
    this.#forget(this.#shown);
    this.#shown = [];
    this.#chosen = [offsets, roles];
    const done = this.#window();
    this.#adopt();
    for (const offset of offsets) this.#add(this.#shown, "evidence", this.index.sentenceAt(offset));
    const looks = { trig: "trigger", hedge: "hedge" };
    for (const role of roles) {
      const [, name] = Object.entries(looks).find(([look]) => role.look.includes(look)) ?? ["", "role"];
      this.#add(this.#shown, name, role);
    }
    return done;
  }

  /** Whose mentions stand out. @param {string | null} [entity] */
  find(entity) {
    this.#forget(this.#hits);
    this.#hits = [];
    for (const mention of this.index.get(entity)?.mentions ?? []) this.#add(this.#hits, "hit", mention);
  }

  /** @param {number} offset @param {{jump: boolean, focus: boolean}} how */
  reveal(offset, { jump }) {
    const [range] = rangesOf(this.page, { start: offset, end: offset + 1 });
    const node = range?.startContainer.parentElement;
    const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
    if (jump && node) Element.prototype.scrollIntoView.call(node, { block: "center", behavior });
  }

  dispose() {
    this.#gone.abort();
    this.#turn++;
    cancelAnimationFrame(this.#waiting);
    this.#unmark();
    this.#forget(this.#shown);
    this.#forget(this.#hits);
    for (const tree of this.#trees) useRules(tree, -1);
    this.#trees.clear();
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
    const family = FAMILY[mark.kind] ?? "what";
    /** @type {[string, Range][]} */
    const ranges = [];
    this.#add(ranges, this.#on.includes(family) ? `${family}-on${depth}` : family, mark);
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
    if (this.#highlights === NONE) return;
    // The page may have put other words in their place.
    if (bare(ranges.join("")) !== bare(this.index.slice(span))) return;
    for (const range of ranges) {
      let highlight = this.#highlights.get(name);
      if (!highlight) {
        highlight = new Highlight();
        highlight.priority = /** @type {any} */ (ABOVE)[look] ?? 0;
        this.#highlights.set(name, highlight);
      }
      highlight.add(range);
      list.push([name, range]);
    }
  }

  /** Brings the rules to every tree that has words of the article; says whether one had none yet. */
  #adopt() {
    if (this.#highlights === NONE || this.#adopted === this.page) return false;
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
      const highlight = this.#highlights.get(name);
      highlight?.delete(range);
      if (highlight?.size === 0) this.#highlights.delete(name);
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
    if (inner) this.onmention(inner.entity.id);
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
