// @ts-check
/**
 * Marks where a browser has no custom highlights: boxes that lie over the words, in the element's own tree. They follow the words
 * as the page moves, and let every press through.
 */
import { wear } from "./style.js";
import { h } from "./view/node.js";

/** What lines and washes look like; lines have the colour of the words that they are under. */
const LOOKS = `
.over { position: fixed; inset: 0; overflow: hidden; pointer-events: none; z-index: 2147483000; }
.over i { position: absolute; box-sizing: border-box; }
.over :is(.who, .where, .when, .many, .what) { opacity: .6; }
.over .who { border-block-end: 1px solid; }
.over .where { border-block-end: 1.25px dashed; }
.over .when { border-block-end: 2px dotted; }
.over .many { border-block-end: 3px double; }
.over .what { background: repeating-linear-gradient(-45deg, currentColor 0 1px, transparent 1px 4px) bottom / 100% 3px no-repeat; }
.over .evidence { background: color-mix(in srgb, #3a78c9 18%, transparent); }
.over .role { border-block-end: 1.5px solid; }
.over .hedge { border-block-end: 2.5px dotted; }
.over .trigger { background: color-mix(in srgb, #3a78c9 35%, transparent); border-block-end: 3px solid; }
@media (forced-colors: active) { .over i { forced-color-adjust: none; color: CanvasText; } .over .trigger { outline: 2px solid Highlight; } }
@media print { .over { display: none; } }
`;
/** How far below its words a line lies, by how many others lie above it, in CSS pixels. */
const DEPTHS = [2, 5, 8];

/** Ranges that are drawn alike; says when there are others. */
class Ranges extends Set {
  priority = 0;

  /** @param {() => void} onchange */
  constructor(onchange) {
    super();
    this.onchange = onchange;
  }

  /** @param {Range} range */
  add(range) {
    this.onchange();
    return super.add(range);
  }

  /** @param {Range} range */
  delete(range) {
    this.onchange();
    return super.delete(range);
  }
}

/** As the page's registry of highlights, for one article. */
export class Overlay {
  /** @type {Map<string, Ranges>} */
  #ranges = new Map();
  #layer = h("div.over", { "aria-hidden": "true" });
  #waiting = 0;
  #gone = new AbortController();

  /** @param {HTMLElement} article @param {ShadowRoot} root */
  constructor(article, root) {
    wear(root, LOOKS);
    root.append(this.#layer);
    const { signal } = this.#gone;
    const again = () => this.#again();
    document.addEventListener("scroll", again, { capture: true, passive: true, signal });
    addEventListener("resize", again, { signal });
    this.observer = new ResizeObserver(again);
    this.observer.observe(article);
  }

  create() {
    return new Ranges(() => this.#again());
  }

  /** @param {string} name */
  get(name) {
    return this.#ranges.get(name);
  }

  /** @param {string} name @param {Ranges} ranges */
  set(name, ranges) {
    this.#ranges.set(name, ranges);
  }

  /** @param {string} name */
  delete(name) {
    return this.#ranges.delete(name);
  }

  dispose() {
    this.#gone.abort();
    this.observer.disconnect();
    cancelAnimationFrame(this.#waiting);
    this.#layer.remove();
  }

  /** Once a frame at most. */
  #again() {
    this.#waiting ||= requestAnimationFrame(() => {
      this.#waiting = 0;
      this.#lay();
    });
  }

  /** Lays a box over each line of words that is on the screen, the lowest first. */
  #lay() {
    const origin = this.#layer.getBoundingClientRect();
    const sets = [...this.#ranges].sort(([, a], [, b]) => a.priority - b.priority);
    const boxes = sets.flatMap(([name, ranges]) => {
      const [, look, depth] = /** @type {RegExpMatchArray} */ (name.match(/^nut-graf-([a-z]+)-?(\d?)$/));
      return [...ranges].flatMap((range) => seen(range).map((rect) => box(look, DEPTHS[Number(depth)], rect, origin, range)));
    });
    this.#layer.replaceChildren(...boxes);
  }
}

/** The lines of a range that are on the screen, and that nothing lies over. @param {Range} range */
function seen(range) {
  const words = range.startContainer.parentElement;
  const tree = /** @type {Document | ShadowRoot} */ (range.startContainer.getRootNode());
  return [...range.getClientRects()].filter(({ left, top, width, height, bottom }) => {
    if (!words || !width || bottom < 0 || top > innerHeight) return false;
    const there = tree.elementFromPoint(left + width / 2, top + height / 2);
    return !!there && (Node.prototype.contains.call(words, there) || Node.prototype.contains.call(there, words));
  });
}

/** @param {string} look @param {number} below @param {DOMRect} rect @param {DOMRect} origin @param {Range} range */
function box(look, below, rect, origin, range) {
  const node = h(`i.${look}`);
  const place = { left: rect.left - origin.left, top: rect.top - origin.top, width: rect.width, height: rect.height + below };
  for (const [side, size] of Object.entries(place)) node.style.setProperty(side, `${size}px`);
  node.style.setProperty("color", getComputedStyle(/** @type {Element} */ (range.startContainer.parentElement)).color);
  return node;
}
