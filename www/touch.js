// @ts-check
/**
 * What a reader can do with what is drawn: choose a fact, follow a pointer, open a card, go from mention to mention. It is
 * loaded when it is first needed; until then the element only looks on.
 */
import { Cards } from "./cards.js";
import { Choice } from "./choice.js";
import { wear } from "./style.js";
import { TOUCH } from "./style/touch.js";

/** What was pressed: an event, or what is left of it once it is over. @typedef {{type: string, target: HTMLElement, key?: string, preventDefault: () => void}} Press */

/**
 * What a touch tells the element.
 * @typedef {object} Told
 * @property {(fact: string | null, before: string | null) => void} select another fact is chosen, or none
 * @property {(words: string) => void} say to the live region
 */

export class Touch {
  /**
   * @param {import("./reading.js").Reading} reading @param {import("./choice.js").Story} story
   * @param {ReturnType<typeof import("./view/frame.js").frame>} frame @param {ShadowRoot} root @param {Told} told
   */
  constructor(reading, story, frame, root, told) {
    this.reading = reading;
    this.story = story;
    this.frame = frame;
    this.told = told;
    this.choice = new Choice(reading, story, frame.facts, reading.inPage ? frame.facts : frame.story);
    this.cards = new Cards(reading, story, root);
    wear(root, TOUCH);
  }

  dispose() {
    this.choice.dispose();
    this.cards.dispose();
  }

  /** @param {string | null} id @param {Parameters<Choice["choose"]>[1]} [how] */
  choose(id, how = {}) {
    const before = this.choice.fact;
    this.choice.choose(id, how);
    const { fact } = this.choice;
    this.told.select(fact, before);
    if (fact && !how.jump) this.told.say(this.reading.line(this.reading.get(fact)).text);
  }

  /** @param {Press} press */
  handle(press) {
    if (press.type === "keydown") return this.#key(press);
    const { target } = press;
    const pressed = target.closest("[data-do], [data-entity], a.ref, mark[data-m], [data-fact]");
    if (!pressed) return this.cards.close(false);
    const { do: action, entity, mention, m, fact, at } = /** @type {HTMLElement} */ (pressed).dataset;
    if (action) return this.#act(action);
    if (entity) return this.cards.show(entity, Number(mention), pressed.closest(".mcard") ? null : /** @type {HTMLElement} */ (pressed), true);
    if (m) return this.#mention(/** @type {HTMLElement} */ (pressed));
    if (pressed.matches("a.ref")) {
      const origin = /** @type {HTMLElement} */ (pressed);
      const fromCard = pressed.closest(".mcard") !== null;
      if (fromCard) this.cards.close(false);
      const row = fromCard || pressed.closest(".panel") ? null : pressed.parentElement?.closest("[data-fact], .claims li");
      if (!fact) return this.#point(Number(at), origin);
      return this.choose(fact, { row: row?.matches(".claims li") ? this.frame.facts.querySelector(".lead") : row, at: Number(at), jump: true, origin: fromCard ? null : origin });
    }
    if (!fact || target.closest(".panel, a, button:not([data-fact])") || !getSelection()?.isCollapsed) return;
    const button = pressed.matches("button");
    if (button) this.cards.close(false);
    const same = this.choice.fact === fact && !button && pressed.classList.contains("picked");
    this.choose(same ? null : fact, { row: button ? null : pressed, jump: button });
  }

  /** @param {number} at @param {HTMLElement} origin */
  #point(at, origin) {
    const before = this.choice.fact;
    this.choice.point(at, origin);
    this.told.select(null, before);
  }

  /** @param {HTMLElement} mark */
  #mention(mark) {
    const [entity, index] = (mark.dataset.m ?? "").split(" ");
    if (!mark.matches(".m") || getComputedStyle(mark).textDecorationLine === "none") return;
    this.cards.show(entity, Number(index), mark, false);
  }

  /** @param {string} action */
  #act(action) {
    if (action === "close") return this.cards.close();
    if (action === "previous") return this.choice.step(-1);
    if (action === "next") return this.choice.step(1);
    if (action !== "back") return;
    const before = this.choice.fact;
    this.choice.back();
    this.told.select(null, before);
  }

  /** @param {Press} press */
  #key(press) {
    const { target, key } = press;
    if (key === "Escape") {
      if (this.cards.open) this.cards.close();
      else if (target.matches("mark")) this.frame.story.focus({ preventScroll: true });
      else if (this.choice.active) this.#act("back");
      else return;
      return press.preventDefault();
    }
    const { story } = this;
    if (!story.enter || !target.matches(".story, mark.m")) return;
    if (target.matches(".story") && key === "Enter") story.enter(null, 1);
    else if (target.matches("mark.m") && (key === "ArrowRight" || key === "ArrowLeft")) story.enter(target, key === "ArrowRight" ? 1 : -1);
    else if (target.matches("mark.m") && (key === "Enter" || key === " ")) this.#mention(target);
    else return;
    press.preventDefault();
  }
}
