// @ts-check
/** The chosen fact: its row, its roles, and its evidence in the article, with the way there and back. */
import { chosenView, evidence, roleMarks } from "./view/chosen.js";
import { button, h } from "./view/node.js";

/** @typedef {import("./reading.js").Reading} Reading */
/**
 * What an article can do, drawn by the element or left in the page.
 * @typedef {object} Story
 * @property {(offsets: number[], roles: any[]) => void} show
 * @property {(offset: number, how: {jump: boolean, focus: boolean}) => void} reveal
 * @property {(entity: string, index: number) => {getBoundingClientRect(): DOMRect, focus?: (options?: FocusOptions) => void} | null} anchor
 * @property {(off: Set<string>) => void | Promise<void>} switchOff done when what is on the screen is marked
 * @property {(from: HTMLElement | null, by: number) => void} [enter] moves the focus from mention to mention
 * @property {() => void} dispose
 */

export class Choice {
  /** @type {string | null} */
  fact = null;
  /** @type {HTMLElement | SVGElement | null} */
  #row = null;
  /** @type {HTMLElement | null} */
  #panel = null;
  /** What had the focus when the fact was chosen. @type {HTMLElement | null} */
  #origin = null;
  #at = 0;
  /** @type {number[]} */
  #evidence = [];

  /** @param {Reading} reading @param {Story} story @param {HTMLElement} facts @param {HTMLElement} end where the stepper goes */
  constructor(reading, story, facts, end) {
    this.reading = reading;
    this.story = story;
    this.facts = facts;
    this.bar = h("div.bar-ev.step", { hidden: true }, button("previous", reading.say("previous")), h("span"), button("next", reading.say("next")), button("back", reading.say("back")));
    end.append(this.bar);
  }

  /**
   * Chooses a fact. `row`: what was pressed; `at`: the words that were pointed at; `jump`: bring them to the screen and to the focus.
   * @param {string | null} id @param {{row?: Element | null, at?: number, jump?: boolean, origin?: HTMLElement | null}} [how]
   */
  choose(id, { row, at, jump = false, origin = null } = {}) {
    const fact = this.reading.get(id);
    this.#clear();
    this.fact = fact ? fact.id : null;
    if (!fact) return this.story.show([], []);
    this.#origin = origin;
    this.#row = /** @type {HTMLElement} */ (row ?? this.facts.querySelector(`[data-fact="${fact.id}"]:not(a)`));
    this.#evidence = evidence(this.reading, fact);
    const sentence = this.reading.sentence(at ?? fact.trigger.start);
    this.#at = Math.max(0, this.#evidence.findIndex((offset) => this.reading.sentence(offset) === sentence));
    this.#open(fact);
    this.story.show(this.#evidence, roleMarks(this.reading, fact));
    this.#step(0, { jump, focus: jump });
  }

  /** Shows the sentence at an offset that no fact stands on. @param {number} offset @param {HTMLElement} origin */
  point(offset, origin) {
    this.choose(null);
    this.#origin = origin;
    this.#evidence = [offset];
    this.#at = 0;
    this.story.show([offset], []);
    this.#step(0, { jump: true, focus: true });
  }

  /** The next or the previous evidence. @param {number} by */
  step(by) {
    this.#step(by, { jump: true, focus: false });
  }

  /** Back to what was pressed. */
  back() {
    const origin = this.#origin ?? /** @type {HTMLElement | null} */ (this.#row?.querySelector?.("a.ref") ?? null);
    this.choose(null);
    origin?.focus({ preventScroll: true });
    origin?.scrollIntoView({ block: "center" });
  }

  get active() {
    return !this.bar.hidden;
  }

  dispose() {
    this.#clear();
    this.bar.remove();
  }

  /** @param {number} by @param {{jump: boolean, focus: boolean}} how */
  #step(by, how) {
    const n = this.#evidence.length;
    this.#at = (this.#at + by + n) % n;
    this.bar.hidden = false;
    /** @type {HTMLElement} */ (this.bar.children[1]).textContent = this.reading.say("evidenceOf", { i: this.#at + 1, n });
    for (const index of [0, 2]) /** @type {HTMLElement} */ (this.bar.children[index]).hidden = n < 2;
    this.story.reveal(this.#evidence[this.#at], how);
  }

  /** @param {import("./reading.js").Fact} fact */
  #open(fact) {
    const row = this.#row;
    if (!row) return;
    row.classList.add("picked");
    const panel = chosenView(this.reading, fact, row.matches(".lead"));
    if (row.matches("tr")) {
      this.#panel = h("tr.inset", { role: "row" }, h("td", { role: "cell", colspan: row.children.length }, panel));
      row.after(this.#panel);
    } else if (row.matches("li, dd, .ev")) row.append((this.#panel = panel));
    else if (row.matches("g")) row.closest("svg")?.after((this.#panel = panel));
    else row.after((this.#panel = panel));
  }

  #clear() {
    this.#row?.classList.remove("picked");
    this.#panel?.remove();
    this.#row = this.#panel = this.#origin = null;
    this.#evidence = [];
    this.bar.hidden = true;
  }
}
