// @ts-check
/**
 * The marks on an article that stays where it is in the page, without a change to its DOM: custom highlights under our
 * own names, other highlights are left alone. A browser without them shows the article unmarked.
 */
import { shadowRoots } from "./host.js";
import { AT_ONCE, FAMILY, UNDERLINES } from "./mentions.js";
import { is } from "./pagetext.js";
import { offsetOf, rangesOf } from "./ranges.js";
import { drawn } from "./scheduler.js";
/** @import { HostText } from "./host.js" */
/** @import { Mark } from "./mentions.js" */
/** @import { Span } from "./nut-graf.js" */
/** @import { ReportIndex } from "./report-index.js" */
/** @import { Reveal, Setting } from "./selection.js" */
/** @typedef {Document | ShadowRoot} Tree */
/** Ranges that are drawn, each with the name of its highlight. @typedef {[string, Range][]} Drawn */

/** The article as it stands in the page. @param {Setting} setting */
export const storyOf = ({ index, host, name }) => new Marks(/** @type {HostText} */ (host), index, name);
/** The rules are the page's, not the element's. */
export const looks = "";

/** Marks of a longer text that are drawn in one frame. */
const SLICE = 100;
const DEPTHS = [3, 6, 9];
/** Priority among highlights: the chosen word lies above its evidence. @type {Record<string, number>} */
const ABOVE = { trigger: 4, role: 3, hedge: 3, evidence: 2, hit: 1 };
const BLUE = "light-dark(#1c4f94, #93bdf2)";

const rule = (/** @type {string} */ name, /** @type {string} */ style) => `::highlight(nut-graf-${name}) { ${style} }`;
const pale = (/** @type {number} */ percent) => `color-mix(in srgb, currentColor ${percent}%, transparent)`;
const wash = (/** @type {number} */ n) => `background-color: color-mix(in srgb, #3a78c9 ${n}%, transparent);`;
const under = (/** @type {string} */ line, /** @type {number} */ offset) =>
  `text-decoration: underline ${line}; text-underline-offset: ${offset}px;`;
const system = (/** @type {string} */ name) => rule(name, "background-color: Highlight; color: HighlightText;");
const RULES = [
  ...Object.entries(UNDERLINES).flatMap(([family, line]) => [
    rule(family, under(`solid 1px ${pale(30)}`, DEPTHS[0])),
    ...DEPTHS.map((offset, i) => rule(`${family}-on${i}`, under(`${line} ${pale(60)}`, offset))),
  ]),
  rule("evidence", wash(18)),
  rule("hit", wash(24)),
  rule("role", under(`solid 1.5px ${BLUE}`, 2.5)),
  rule("hedge", under(`dotted 2.5px ${BLUE}`, 2.5)),
  rule("trigger", "background-color: #1c4f94; color: #fff;"),
  `@media (forced-colors: active) { ${["trigger", "evidence", "hit"].map(system).join(" ")} }`,
].join("\n");

/** The rules of the marks, held by every tree that has marked text. @type {CSSStyleSheet | undefined} */
let rules;
/** How many articles use the rules in a tree. @type {Map<Tree, number>} */
const trees = new Map();

/** @param {Tree} tree @param {number} by */
function useRules(tree, by) {
  if (!rules) (rules = new CSSStyleSheet()).replaceSync(RULES);
  const users = (trees.get(tree) ?? 0) + by;
  trees.set(tree, users);
  const others = tree.adoptedStyleSheets.filter((sheet) => sheet !== rules);
  tree.adoptedStyleSheets = users > 0 ? [...others, rules] : others;
  if (users <= 0) trees.delete(tree);
}

class Marks {
  /** The mentions that are drawn. @type {Map<Mark, Drawn>} */
  #near = new Map();
  /** @type {Mark[]} */
  #marks = [];
  /** How many levels of marks each mark holds. @type {Map<Mark, number>} */
  #depths = new Map();
  /** Kinds that are switched on. @type {string[]} */
  #on = [];
  #waiting = 0;
  /** What is shown of a line: the offsets of its sentences, and its parts. @type {[number[], any[]]} */
  #chosen = [[], []];
  /** @type {Drawn} */
  #shown = [];
  /** Mentions of the one that is looked for. @type {Drawn} */
  #hits = [];
  /** The trees that hold the rules for us. @type {Set<Tree>} */
  #trees = new Set();
  /** What was last read that says what the report is of; and what of it has had its trees looked for. */
  #page;
  #adopted = /** @type {unknown} */ (undefined);
  #gone = new AbortController();
  /** Which drawing is under way: a newer one ends it. */
  #turn = 0;
  #highlights = globalThis.CSS?.highlights;

  /** @param {HostText} host @param {ReportIndex} index @param {(entity: string) => void} name a mention was pressed */
  constructor(host, index, name) {
    this.host = host;
    this.index = index;
    this.name = name;
    this.#page = /** @type {NonNullable<typeof host.page>} */ (host.page);
    this.long = this.page.text.length > AT_ONCE;
    const { signal } = this.#gone;
    document.addEventListener("scroll", () => this.#scrolled(), { capture: true, passive: true, signal });
    const press = (/** @type {any} */ event) => this.#press(event);
    EventTarget.prototype.addEventListener.call(host.element, "click", press, { signal });
  }

  /** What was read last may stand in other nodes and say the same; what says something else is none of the report's. */
  get page() {
    const { page } = this.host;
    if (page && page.text === this.index.text) this.#page = page;
    return this.#page;
  }

  /** Marks are drawn by what is switched on. */
  async draw() {}

  /** Which kinds are switched on; done when what is on the screen is marked. @param {string[]} families */
  switchOn(families) {
    this.#unmark();
    this.#on = families;
    const all = families.includes("none") ? [] : (this.index.mentions?.marks ?? []);
    this.#marks = all.filter(({ level }) => level !== "pronoun");
    this.#depths = depthsOf(this.#marks);
    return this.show(...this.#chosen);
  }

  /** @param {number[]} offsets @param {any[]} roles */
  show(offsets, roles) {
    this.#forget(this.#shown);
    this.#chosen = [offsets, roles];
    const done = this.#window();
    this.#adopt();
    this.#shown = offsets.flatMap((offset) => this.#mark("evidence", this.index.sentenceAt(offset)));
    for (const role of roles) {
      const name = role.look.includes("trig") ? "trigger" : role.look.includes("hedge") ? "hedge" : "role";
      this.#shown.push(...this.#mark(name, role));
    }
    return done;
  }

  /** Whose mentions stand out. @param {string | null} [entity] */
  find(entity) {
    this.#forget(this.#hits);
    const mentions = /** @type {Span[]} */ (this.index.get(entity)?.mentions ?? []);
    this.#hits = mentions.flatMap((mention) => this.#mark("hit", mention));
  }

  /** @param {number} offset @param {Reveal} how */
  reveal(offset, { jump, behavior }) {
    const [range] = rangesOf(this.page, { start: offset, end: offset + 1 });
    const node = range?.startContainer.parentElement;
    if (jump && node) Element.prototype.scrollIntoView.call(node, { block: "center", behavior });
  }

  dispose() {
    this.#gone.abort();
    this.#turn++;
    cancelAnimationFrame(this.#waiting);
    this.#unmark();
    this.#forget([...this.#shown, ...this.#hits]);
    for (const tree of this.#trees) useRules(tree, -1);
    this.#trees.clear();
  }

  /** Marks the mentions: of a short text all, of a long one those near the screen, first those on it, in slices. */
  async #window() {
    const turn = ++this.#turn;
    // While a line is shown, mentions are not marked.
    if (this.#chosen[0].length) return this.#unmark();
    const { pieces } = this.page;
    const at = (/** @type {number} */ height, none = 0) => pieces[firstBelow(pieces, height)]?.start ?? none;
    const within = (/** @type {number} */ top, /** @type {number} */ bottom) => {
      const [from, to] = this.long ? [at(top), at(bottom, Infinity)] : [0, Infinity];
      return (/** @type {Mark} */ mark) => mark.end > from && mark.start <= to;
    };
    const [close, seen] = [within(-innerHeight, 2 * innerHeight), within(0, innerHeight)];
    for (const [mark, ranges] of this.#near) {
      if (close(mark)) continue;
      this.#forget(ranges);
      this.#near.delete(mark);
    }
    const near = this.#marks.filter((mark) => close(mark) && !this.#near.has(mark));
    // A page works out all its styles anew when it gets the rules: of a long one, that is a frame's work by itself.
    if (this.#adopt() && this.long) await drawn();
    near.sort((a, b) => Number(seen(b)) - Number(seen(a)));
    for (const [i, mark] of near.entries()) {
      if (turn !== this.#turn) return;
      const family = FAMILY[mark.kind] ?? "what";
      const look = this.#on.includes(family) ? `${family}-on${Math.min(this.#depths.get(mark) ?? 0, 2)}` : family;
      this.#near.set(mark, this.#mark(look, mark));
      if (this.long && (i + 1) % SLICE === 0) await drawn();
    }
  }

  /** Once a frame at most. */
  #scrolled() {
    if (this.#waiting || !this.#marks.length || !this.long) return;
    this.#waiting = requestAnimationFrame(() => {
      this.#waiting = 0;
      void this.#window();
    });
  }

  /** Marks a stretch, if its words are still there. @param {string} look @param {Span} span @returns {Drawn} */
  #mark(look, span) {
    const name = `nut-graf-${look}`;
    const ranges = rangesOf(this.page, span);
    if (!this.#highlights || bare(ranges.join("")) !== bare(this.index.slice(span))) return [];
    for (const range of ranges) {
      const highlight = this.#highlights.get(name) ?? new Highlight();
      highlight.priority = ABOVE[look] ?? 0;
      this.#highlights.set(name, highlight.add(range));
    }
    return ranges.map((range) => [name, range]);
  }

  /** Brings the rules to every tree that has words of the article; says whether one had none yet. */
  #adopt() {
    if (!this.#highlights || this.#adopted === this.page) return false;
    this.#adopted = this.page;
    const found = new Set(this.page.pieces.map(({ node }) => /** @type {Tree} */ (node.getRootNode())));
    const fresh = [...found].filter((tree) => !this.#trees.has(tree));
    for (const tree of fresh) {
      useRules(tree, 1);
      this.#trees.add(tree);
    }
    return fresh.length > 0;
  }

  #unmark() {
    for (const ranges of this.#near.values()) this.#forget(ranges);
    this.#near.clear();
  }

  /** Takes away what was drawn here, and a highlight that nobody draws in. @param {Drawn} ranges */
  #forget(ranges) {
    for (const [name, range] of ranges) {
      const highlight = this.#highlights.get(name);
      highlight?.delete(range);
      if (highlight?.size === 0) this.#highlights.delete(name);
    }
  }

  /** @param {MouseEvent} event */
  #press(event) {
    const path = event.composedPath();
    const busy = path.some((node) => node instanceof Element && is(node, "a[href], button, input, label"));
    if (busy || !getSelection()?.isCollapsed) return;
    const place = placeAt(event.clientX, event.clientY, shadowRoots(this.host.element));
    const offset = place && offsetOf(this.page, ...place);
    if (offset == null) return;
    const hit = this.#marks.filter((mark) => mark.start <= offset && offset <= mark.end);
    const [inner] = hit.sort((a, b) => a.end - a.start - (b.end - b.start));
    if (inner) this.name(inner.entity.id);
  }
}

/**
 * The node and the offset in it at a place on the screen.
 * @param {number} x @param {number} y @param {ShadowRoot[]} roots @returns {[Node, number] | null}
 */
function placeAt(x, y, roots) {
  const place = document.caretPositionFromPoint?.(x, y, { shadowRoots: roots });
  if (place) return [place.offsetNode, place.offset];
  // Safari before 18.4.
  const range = /** @type {any} */ (document).caretRangeFromPoint?.(x, y);
  return range && [range.startContainer, range.startOffset];
}

/** @param {string} words */
const bare = (words) => words.replace(/\s+/g, "");

/** Index of the first piece that ends below a height on the screen. @param {{node: Text}[]} pieces @param {number} y */
function firstBelow(pieces, y) {
  let low = 0;
  for (let high = pieces.length; low < high; ) {
    const middle = (low + high) >> 1;
    const parent = pieces[middle].node.parentElement;
    const bottom = parent ? Element.prototype.getBoundingClientRect.call(parent).bottom : 0;
    if (bottom < y) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many levels of marks each mark holds. @param {Mark[]} marks outer before inner @returns {Map<Mark, number>} */
function depthsOf(marks) {
  const depths = new Map();
  /** @type {Mark[]} */
  const open = [];
  for (const mark of marks) {
    while (open.length && open[open.length - 1].end <= mark.start) open.pop();
    open.forEach((outer, i) => depths.set(outer, Math.max(depths.get(outer) ?? 0, open.length - i)));
    open.push(mark);
  }
  return depths;
}
