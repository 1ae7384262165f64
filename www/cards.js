// @ts-check
/** The card of a mention: opened beside it, closed by Escape, focus given back. */
import { cardView } from "./view/card.js";

/** Distance between a mention and its card, in CSS pixels. */
const GAP = 6;

export class Cards {
  /** @type {HTMLElement | null} */
  #card = null;
  /** @type {HTMLElement | null} */
  #origin = null;
  /** @type {{getBoundingClientRect(): DOMRect} | null} */
  #anchor = null;
  #sheet = new CSSStyleSheet();

  /** @param {import("./reading.js").Reading} reading @param {import("./choice.js").Story} story @param {ShadowRoot} root */
  constructor(reading, story, root) {
    this.reading = reading;
    this.story = story;
    this.root = root;
    // Weighs more than the looks of cards, which may be put on later.
    this.#sheet.replaceSync(":host .mcard { inset: 0 auto auto 0; }");
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
    this.follow = () => this.#place();
    document.addEventListener("scroll", this.follow, { capture: true, passive: true });
    addEventListener("resize", this.follow);
  }

  get open() {
    return this.#card !== null;
  }

  /** @param {string} entity @param {number} index @param {HTMLElement | null} origin what gets the focus back @param {boolean} jump bring the mention to the screen */
  show(entity, index, origin, jump) {
    const found = this.reading.get(entity);
    if (!found?.mentions[index]) return;
    const kept = this.#origin;
    this.close(false);
    this.#origin = origin ?? kept;
    if (jump) this.story.reveal(found.mentions[index].start, { jump: true, focus: false });
    this.#anchor = this.story.anchor(entity, index) ?? origin;
    /** @type {any} */ (this.#anchor)?.classList?.add("on");
    this.#card = cardView(this.reading, found, index);
    this.root.append(this.#card);
    this.#card.showPopover?.();
    this.#place();
    this.#card.focus({ preventScroll: true });
  }

  /** @param {boolean} [refocus] */
  close(refocus = true) {
    if (!this.#card) return;
    /** @type {any} */ (this.#anchor)?.classList?.remove("on");
    this.#card.remove();
    this.#card = null;
    this.#anchor = null;
    const origin = this.#origin;
    this.#origin = null;
    if (refocus) origin?.focus({ preventScroll: true });
  }

  dispose() {
    this.close(false);
    document.removeEventListener("scroll", this.follow, { capture: true });
    removeEventListener("resize", this.follow);
    this.root.adoptedStyleSheets = this.root.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
  }

  /** Under the mention, or above it where there is no room below; on the screen also when the mention is not. */
  #place() {
    if (!this.#card || !this.#anchor) return;
    const at = this.#anchor.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.#card;
    const left = Math.max(GAP, Math.min(at.left, document.documentElement.clientWidth - width - GAP));
    const below = at.bottom + GAP;
    const wanted = below + height <= innerHeight ? below : at.top - GAP - height;
    const top = Math.max(GAP, Math.min(wanted, innerHeight - height - GAP));
    const rule = /** @type {CSSStyleRule} */ (this.#sheet.cssRules[0]);
    rule.style.setProperty("left", `${Math.round(left)}px`);
    rule.style.setProperty("top", `${Math.round(top)}px`);
  }
}
