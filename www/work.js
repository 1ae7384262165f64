// @ts-check
/**
 * What the element does beside showing a report that was made beforehand: it has a text analysed, and says what is under way or in
 * the way. Loaded when one of that is needed.
 */
import { borrow, release } from "./clients.js";
import { say } from "./say.js";
import { STATES } from "./style/states.js";
import { emptyPlate, errorPlate, loadingPlate, stalePlate } from "./view/states.js";

export const looks = STATES;

/**
 * What it may do to the element.
 * @typedef {object} Panel
 * @property {() => ReturnType<typeof import("./view/frame.js").frame>} frame
 * @property {() => void} unveil takes away what was served with the page
 * @property {(words: string) => void} announce
 * @property {(type: string, detail: any) => void} emit
 * @property {() => import("./reading.js").Reading | undefined} reading what is shown
 * @property {() => boolean} shown whether a reading is, or what was served with the page
 * @property {() => import("./first.js").Place | HTMLElement} place where the text stands until it has been read
 */

export class Work {
  /** Facts that no longer hold. @type {string[]} */
  #gone = [];
  /** Ends the marks of the first paragraphs. */
  #first = new AbortController();

  /** @param {import("./nut-graf.js").NutGraf} element @param {Panel} panel */
  constructor(element, panel) {
    this.element = element;
    this.panel = panel;
  }

  /** @returns {any} */
  get words() {
    return this.element.words;
  }

  /** Gives back what was borrowed. */
  dispose() {
    release(this.element);
  }

  /** @param {string} text @param {boolean} force @param {AbortSignal} signal */
  async analyse(text, force, signal) {
    const { element, panel, words } = this;
    const loading = loadingPlate(words);
    this.#state(loading.plate);
    panel.announce(say(words, "loading"));
    const client = await this.#client();
    // Once the text has been read, nothing more is fetched.
    import("./first.js").catch(() => {});
    this.#first = new AbortController();
    const until = AbortSignal.any([signal, this.#first.signal]);
    return client.analyze(text, {
      date: element.date ?? undefined,
      force,
      signal,
      owner: element,
      onprogress: (/** @type {any} */ progress) => {
        loading.update(progress);
        panel.emit("progress", progress);
      },
      onfirst: (/** @type {any} */ first) => void this.#markFirst(text, first, until).catch(() => {}),
    });
  }

  /** Marks the first paragraphs of a text of which nothing is marked yet. @param {string} text @param {any} first @param {AbortSignal} signal */
  async #markFirst(text, first, signal) {
    const place = this.panel.place();
    if (this.panel.reading()) return;
    const { markFirst } = await import("./first.js");
    await markFirst(text, first, place, this.element, signal);
  }

  /** What was drawn of the first paragraphs gives way to the whole. */
  whole() {
    this.#first.abort();
  }

  /** @param {string} text @param {any} report @param {string} format */
  async export(text, report, format) {
    const client = await this.#client();
    return format === "html" ? client.toHtml(text, report) : client.export(text, report, format);
  }

  #client() {
    const part = (/** @type {string} */ name) => this.element.getAttribute(name) ?? undefined;
    const integrity = { worker: part("worker-integrity"), wasm: part("wasm-integrity"), model: part("model-integrity") };
    return borrow(this.element, { wasm: part("wasm-src"), model: part("model-src"), worker: part("worker-src"), integrity });
  }

  /** A plate above whatever is there, or none; what was served with the page is there without one until something is in the way. @param {HTMLElement | null} plate */
  #state(plate) {
    const { facts, page } = this.panel.frame();
    const root = /** @type {ShadowRoot} */ (this.element.shadowRoot);
    for (const before of root.querySelectorAll(".facts > .plate")) before.remove();
    const busy = plate?.querySelector("progress") != null;
    facts.classList.toggle("busy", busy);
    if (!plate) return;
    const served = page.hidden && !busy && root.querySelector(".facts");
    if (served === facts) this.panel.unveil();
    (served || facts).prepend(plate);
  }

  empty() {
    this.#state(this.panel.shown() ? null : emptyPlate(this.words));
  }

  /** @param {Error & {code?: string}} error @param {boolean} quiet whether the reader, or a newer text, has ended it */
  failed(error, quiet) {
    const { panel, words } = this;
    this.whole();
    if (!quiet) return this.#state(errorPlate(words, error));
    panel.announce(say(words, "cancelled"));
    this.#state(panel.shown() ? null : emptyPlate(words));
  }

  /** The text in the page is another than the one that was read. @param {import("./check.js").Gone[]} gone */
  stale(gone) {
    this.#gone = gone.flatMap(({ facts }) => facts);
    const plate = stalePlate(this.words, this.panel.reading(), this.#gone);
    this.#state(plate);
    this.panel.announce(plate.querySelector(".big")?.textContent ?? "");
  }

  /** Takes the facts that no longer hold out of the lists. */
  keep() {
    this.#state(null);
    for (const id of this.#gone) for (const row of this.panel.frame().facts.querySelectorAll(`[data-fact="${id}"]:not(a, g)`) ?? []) row.remove();
  }
}
