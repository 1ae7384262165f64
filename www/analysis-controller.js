// @ts-check
/**
 * What the element does beside showing a report that was made beforehand: it has a text analysed, and says what is
 * under way or in the way. Loaded when one of that is needed.
 */
import { borrow, release } from "./engine-pool.js";
import { say } from "./messages.js";
import { lostLines, movedLines, withoutLines } from "./staleness.js";
import { PLATES } from "./style/plates.js";
import { emptyPlate, errorPlate, loadingPlate, nothingPlate, stalePlate, wrongForPlate } from "./view/plates.js";
/** @import { NutGraf, Report } from "./nut-graf.js" */
/** @import { ReportIndex } from "./report-index.js" */

export const looks = PLATES;
/** How long after its load a page may take to bring its article, in milliseconds. */
const LATE_MS = 3_000;
/** Where a page is made, not read. */
const WORKSHOP = /^(localhost|127\..*|\[::1\]|)$/;

/**
 * What it may do to the element.
 * @typedef {object} Panel
 * @property {() => ReturnType<typeof import("./view/layout.js").layout>} frame
 * @property {(words: string) => void} announce @property {(type: string, detail: any) => void} emit
 * @property {() => ReportIndex | undefined} index what is shown
 * @property {(report: Report) => Promise<void>} show draws another report of the text
 */

export class AnalysisController {
  /** Lines that the text has lost. @type {number[]} */
  #lost = [];

  /** @param {NutGraf} element @param {Panel} panel */
  constructor(element, panel) {
    this.element = element;
    this.panel = panel;
  }

  /** Gives back what was borrowed. */
  dispose() {
    release(this.element);
  }

  /** @param {string} text @param {boolean} force @param {AbortSignal} signal */
  async analyse(text, force, signal) {
    const { element, panel } = this;
    const loading = loadingPlate(element.words);
    this.#state(loading.plate);
    panel.announce(say(element.words, "loading"));
    const onprogress = (/** @type {any} */ progress) => {
      loading.update(progress);
      panel.emit("progress", progress);
    };
    const client = await this.#client();
    return client.analyze(text, { date: element.date ?? undefined, force, signal, owner: element, onprogress });
  }

  /** @param {string} text @param {any} report @param {string} format */
  async export(text, report, format) {
    if (format === "json") return `${JSON.stringify(report, null, 2)}\n`;
    const client = await this.#client();
    return format === "html" ? client.toHtml(text, report) : client.export(text, report, format);
  }

  #client() {
    const part = (/** @type {string} */ name) => this.element.getAttribute(name) ?? undefined;
    const parts = (/** @type {string} */ what) =>
      Object.fromEntries(["worker", "wasm", "model"].map((name) => [name, part(`${name}-${what}`)]));
    return borrow(this.element, { ...parts("src"), integrity: parts("integrity") });
  }

  /** A plate in front of whatever is there, or none. @param {HTMLElement | null} plate */
  #state(plate) {
    const { state, page } = this.panel.frame();
    state.replaceChildren(plate ?? "");
    page.classList.toggle("stopped", !!plate && !plate.querySelector("progress"));
  }

  /** What is said where no text is. */
  empty() {
    this.#state(this.panel.index() ? null : emptyPlate(this.element.words));
  }

  /** A report without a line is shown: says so. */
  nothing() {
    this.#state(nothingPlate(this.element.words));
  }

  /**
   * The element that should hold the article is not in the page: whoever makes the page is told, once it has had its
   * time; readers see nothing. @param {AbortSignal} signal @param {() => boolean} still whether it is missing still
   */
  async missing(signal, still) {
    const { element, panel } = this;
    const loaded = document.readyState === "complete";
    if (!loaded) await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
    await new Promise((resolve) => setTimeout(resolve, LATE_MS));
    if (signal.aborted || !element.isConnected || !still()) return;
    const id = element.htmlFor ?? "";
    console.error(`nut-graf: no element of this page has the id "${id}", which <nut-graf for="${id}"> asks for.`);
    if (!WORKSHOP.test(location.hostname)) return;
    const found = document.querySelector("article[id], main[id], [itemprop=articleBody][id]");
    this.#state(wrongForPlate(element.words, id, found?.id ?? ""));
    panel.frame().page.hidden = false;
  }

  /** @param {Error & {code?: string}} error @param {boolean} quiet whether the reader, or a newer text, has ended it */
  failed(error, quiet) {
    if (!quiet) return this.#state(errorPlate(this.element.words, error));
    this.panel.announce(say(this.element.words, "cancelled"));
    this.empty();
  }

  /** The text in the page is another than the one that was read. @param {string} text */
  stale(text) {
    const index = this.panel.index();
    if (!index) return;
    this.#lost = lostLines(index.report, index.text, text);
    const plate = stalePlate(index, this.#lost);
    this.#state(plate);
    this.panel.announce(plate.querySelector(".big")?.textContent ?? "");
  }

  /** Shows what is left of a report, with the line that is chosen. @param {Report} report */
  #keep(report) {
    const { element, panel } = this;
    const moved = movedLines(report, this.#lost);
    const line = moved.get(Number(element.selected ?? -1));
    void panel.show(withoutLines(report, moved));
    // What was drawn is gone by now: it is chosen in what comes.
    element.selected = line === undefined ? null : String(line);
  }

  /** What is pressed in a plate, or in the head. @param {string} action */
  act(action) {
    const { element, panel } = this;
    const index = panel.index();
    if (action === "cancel") element.cancel();
    else if (action === "keep" && index) this.#keep(index.report);
    else if (action === "accuracy")
      void import("./accuracy-dialog.js").then((it) => it.openAccuracy(panel.frame().page, element.words));
    else element.analyze({ force: action === "anyway" }).catch(() => {});
  }
}
