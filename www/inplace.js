// @ts-check
/**
 * An article that stays where it is in the page: read, marked and pointed at without a change to its DOM. Marks are
 * custom highlights under our own names; other highlights are left alone.
 */
import { readInTurns } from "./ranges.js";
import { FAMILY } from "./reading.js";
import { pause } from "./pause.js";

/** @typedef {import("./reading.js").Reading} Reading */

/** Texts up to this many UTF-16 units are marked at once. */
const AT_ONCE = 40_000;
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
/** How many articles use the rules in a tree. @type {Map<Document | ShadowRoot, number>} */
const trees = new Map();

/** @param {Document | ShadowRoot} tree @param {number} by */
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

export class HostText {
  /** The marks that are drawn: name of the highlight, range. @type {Map<import("./reading.js").Mark, [string, Range][]>} */
  #near = new Map();
  /** @type {import("./reading.js").Mark[]} */
  #marks = [];
  /** @type {Map<import("./reading.js").Mark, number>} */
  #depths = new Map();
  #waiting = 0;
  /** While a fact is shown, mentions are not marked. */
  #pointing = false;
  /** @type {[string, Range][]} */
  #shown = [];
  /** @type {Set<Document | ShadowRoot>} */
  #trees = new Set();
  /** @type {Set<string>} */
  #off = new Set();
  /** @type {Reading | undefined} */
  #reading;
  /** @type {((entity: string, index: number) => void) | undefined} */
  #onmention;
  #gone = new AbortController();

  /** @param {HTMLElement} element @param {() => void} onchange */
  constructor(element, onchange) {
    this.element = element;
    this.highlights = globalThis.CSS?.highlights;
    this.observer = new MutationObserver(onchange);
    for (const root of [element, ...shadowRoots(element)]) this.observer.observe(root, { childList: true, characterData: true, subtree: true });
    document.addEventListener("scroll", () => this.#scrolled(), { capture: true, passive: true, signal: this.#gone.signal });
    element.addEventListener("click", (event) => this.#press(event), { signal: this.#gone.signal });
  }

  /** The text as a reader sees it. @param {AbortSignal} signal */
  async read(signal) {
    this.page = await readInTurns(this.element, () => pause(signal));
    return this.page.text;
  }

  /** @param {Reading} reading */
  draw(reading) {
    this.#reading = reading;
    return this;
  }

  /** @param {(entity: string, index: number) => void} onmention */
  onmention(onmention) {
    this.#onmention = onmention;
  }

  /** Kinds and levels that are not marked. @param {Set<string>} off */
  switchOff(off) {
    this.#off = off;
    this.#unmark();
    if (this.#reading && this.highlights) this.#mark();
  }

  /** @param {number[]} offsets @param {any[]} roles */
  show(offsets, roles) {
    this.#forget(this.#shown);
    this.#shown = [];
    this.#pointing = offsets.length > 0;
    if (this.#marks.length) this.#window();
    const reading = /** @type {Reading} */ (this.#reading);
    if (!this.highlights) return this.#select(offsets);
    for (const offset of offsets) this.#add(this.#shown, "evidence", reading.report.sentences[reading.sentence(offset)]);
    for (const role of roles) this.#add(this.#shown, role.look.includes("trig") ? "trigger" : role.look.includes("hedge") ? "hedge" : "role", role);
  }

  /** @param {number} offset @param {{jump: boolean, focus: boolean}} how */
  reveal(offset, { jump }) {
    const node = this.page?.ranges({ start: offset, end: offset + 1 })[0]?.startContainer.parentElement;
    if (jump) node?.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth" });
  }

  /** @param {string} entity @param {number} index */
  anchor(entity, index) {
    const mention = this.#reading?.get(entity)?.mentions[index];
    return (mention && this.page?.ranges(mention)[0]) ?? null;
  }

  dispose() {
    this.#gone.abort();
    this.observer.disconnect();
    cancelAnimationFrame(this.#waiting);
    this.#unmark();
    this.#forget(this.#shown);
    for (const tree of this.#trees) useRules(tree, -1);
    this.#trees.clear();
    this.#reading = undefined;
  }

  /** Marks the mentions: of a short text all, of a long one those near the screen, as it moves. */
  #mark() {
    const reading = /** @type {Reading} */ (this.#reading);
    this.#marks = reading.marks.filter((mark) => !this.#off.has(mark.kind) && !this.#off.has(mark.level));
    this.#depths = depthsOf(this.#marks);
    this.#window();
  }

  #window() {
    const pieces = this.page?.pieces ?? [];
    const all = (this.page?.text.length ?? 0) <= AT_ONCE;
    const from = all ? 0 : (pieces[firstBelow(pieces, -innerHeight)]?.start ?? 0);
    const to = all ? Infinity : (pieces[firstBelow(pieces, 2 * innerHeight)]?.start ?? Infinity);
    for (const [mark, drawn] of this.#near) {
      if (!this.#pointing && mark.end > from && mark.start < to) continue;
      this.#forget(drawn);
      this.#near.delete(mark);
    }
    if (this.#pointing) return;
    for (const mark of this.#marks) {
      if (mark.end <= from || mark.start >= to || this.#near.has(mark)) continue;
      const depth = Math.min(this.#depths.get(mark) ?? 0, 2);
      /** @type {[string, Range][]} */
      const drawn = [];
      this.#add(drawn, `${FAMILY[mark.kind] ?? "what"}${depth ? `-${depth}` : ""}`, mark);
      this.#near.set(mark, drawn);
    }
  }

  /** Once a frame at most. */
  #scrolled() {
    if (this.#waiting || !this.#marks.length || (this.page?.text.length ?? 0) <= AT_ONCE) return;
    this.#waiting = requestAnimationFrame(() => {
      this.#waiting = 0;
      if (this.#reading) this.#window();
    });
  }

  /** @param {[string, Range][]} list @param {string} look @param {{start: number, end: number}} span */
  #add(list, look, span) {
    const name = `nut-graf-${look}`;
    for (const range of this.page?.ranges(span) ?? []) {
      let highlight = this.highlights.get(name);
      if (!highlight) {
        highlight = new Highlight();
        highlight.priority = /** @type {any} */ (ABOVE)[look] ?? 0;
        this.highlights.set(name, highlight);
      }
      const tree = /** @type {Document | ShadowRoot} */ (range.startContainer.getRootNode());
      if (!this.#trees.has(tree)) {
        this.#trees.add(tree);
        useRules(tree, 1);
      }
      highlight.add(range);
      list.push([name, range]);
    }
  }

  #unmark() {
    for (const drawn of this.#near.values()) this.#forget(drawn);
    this.#near.clear();
  }

  /** Takes away what was drawn here, and a highlight that nobody draws in. @param {[string, Range][]} list */
  #forget(list) {
    for (const [name, range] of list) {
      const highlight = this.highlights?.get(name);
      highlight?.delete(range);
      if (highlight?.size === 0) this.highlights.delete(name);
    }
  }

  /** Where there are no highlights, the evidence is selected. @param {number[]} offsets */
  #select(offsets) {
    const selection = getSelection();
    selection?.removeAllRanges();
    const reading = /** @type {Reading} */ (this.#reading);
    const ranges = offsets.length ? (this.page?.ranges(reading.report.sentences[reading.sentence(offsets[0])]) ?? []) : [];
    if (!ranges.length) return;
    const whole = ranges[0].cloneRange();
    whole.setEnd(ranges[ranges.length - 1].endContainer, ranges[ranges.length - 1].endOffset);
    selection?.addRange(whole);
  }

  /** @param {MouseEvent} event */
  #press(event) {
    if (!this.#onmention || !this.#reading || !getSelection()?.isCollapsed) return;
    if (event.composedPath().some((node) => node instanceof Element && node.matches("a[href], button, input, label"))) return;
    const roots = shadowRoots(this.element);
    const place = document.caretPositionFromPoint?.(event.clientX, event.clientY, { shadowRoots: roots });
    const offset = place && this.page?.offset(place.offsetNode, place.offset);
    if (offset == null) return;
    const hit = this.#reading.marks.filter((mark) => mark.start <= offset && offset <= mark.end && !this.#off.has(mark.kind) && !this.#off.has(mark.level));
    const inner = hit.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
    if (inner) this.#onmention(inner.entity.id, inner.index);
  }
}

/** Index of the first piece that ends below a height on the screen, in CSS pixels. @param {import("./ranges.js").Piece[]} pieces @param {number} height */
function firstBelow(pieces, height) {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle].node.parentElement?.getBoundingClientRect().bottom ?? 0) < height) low = middle + 1;
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

/** The shadow roots below an element. @param {Element | ShadowRoot} element @returns {ShadowRoot[]} */
function shadowRoots(element) {
  const roots = [];
  for (const child of [element, ...element.querySelectorAll("*")]) {
    const root = /** @type {Element} */ (child).shadowRoot;
    if (root) roots.push(root, ...shadowRoots(root));
  }
  return roots;
}

