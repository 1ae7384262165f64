// @ts-check
/**
 * `<nut-graf>`: what an article says, in its own words. This module defines no element and touches nothing when it is
 * imported, on a server neither; `nut-graf-define.js` registers the tag.
 */
import { Attributes } from "./attributes.js";
import { coded } from "./errors.js";
import { HostText } from "./host.js";
import { say } from "./messages.js";
import { readContent } from "./pagetext.js";
import { ReportIndex } from "./report-index.js";
import { prove } from "./report-proof.js";
import { deferred, pause } from "./scheduler.js";
import { FIRST, wear } from "./style.js";
import { layout } from "./view/layout.js";
import { h } from "./view/node.js";
import { mainView, questionsView } from "./view/top.js";
import { FIRST_WORDS } from "./words/first.js";
/** @import { Words } from "./messages.js" */

/** Attributes that mean another text, or another way to read it; and another drawing of the same report. */
const SOURCES = ["worker", "wasm", "model"].flatMap((part) => [`${part}-src`, `${part}-integrity`]);
const INPUTS = ["for", "src", "report", "date", ...SOURCES];
const LOOKS = ["heading-level", "compact", "blocks", "brand"];
/** How much of a text is shown until it has been read, in UTF-16 units. */
const PREVIEW = 20_000;
/** What is pressed and then done by the interactions, not by the browser; what is done without a report. */
const LINKS = "a[data-at], a[data-jump]";
const ACTS = ["cancel", "again", "retry", "anyway", "keep", "accuracy"];
const EVENTS = ["click", "change", "input", "keydown"];
const NEAR = ["pointerover", "focusin"];
/** How long a page may go on changing its article before it is read again, in milliseconds. */
const SETTLE_MS = 400;

/** The words of what is loaded so far. @type {Words} */
const known = { ...FIRST_WORDS };
const fetchInteractions = () => import("./interactions.js");
const near = () => void fetchInteractions().catch(() => {});

export class NutGraf extends Attributes {
  static observedAttributes = [...INPUTS, ...LOOKS, "selected", "order", "marks"];
  /** The words of every element that has none of its own. @type {Words} */
  static words = {};

  /** Registers the element under a name, once. @param {string} [tag] @param {CustomElementRegistry} [registry] */
  static define(tag = "nut-graf", registry = globalThis.customElements) {
    const taken = registry?.get("nut-graf");
    if (registry && !registry.get(tag)) registry.define(tag, taken ? class extends NutGraf {} : NutGraf);
  }

  // There once the element is in a page.
  #frame = /** @type {ReturnType<typeof layout>} */ (/** @type {unknown} */ (undefined));
  #index = /** @type {ReportIndex | undefined} */ (undefined);
  /** What is shown, or being drawn. */
  #shown = /** @type {{text: string, report: any} | undefined} */ (undefined);
  #drawing = /** @type {AbortController | undefined} */ (undefined);
  #story = /** @type {import("./selection.js").Story | undefined} */ (undefined);
  #list = /** @type {import("./view/list.js").LineList | null} */ (null);
  #interactions = /** @type {import("./interactions.js").Interactions | undefined} */ (undefined);
  #controller = /** @type {import("./analysis-controller.js").AnalysisController | undefined} */ (undefined);
  #words = /** @type {Words} */ ({});
  #given = /** @type {string | undefined} */ (undefined);
  #report = /** @type {any} */ (undefined);
  #running = /** @type {AbortController | undefined} */ (undefined);
  #host = /** @type {HostText | undefined} */ (undefined);
  #observer = /** @type {MutationObserver | undefined} */ (undefined);
  #settling = 0;
  /** The article that has come and is not read yet. */
  #awaited = /** @type {HTMLElement | null | undefined} */ (undefined);
  #queued = false;
  #text = "";
  #settled = false;
  #ready = deferred();

  connectedCallback() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    wear(root, FIRST);
    this.#draw();
    for (const type of EVENTS) root.addEventListener(type, this.#handle);
    // Whoever comes near may press.
    for (const type of NEAR) this.addEventListener(type, near, { once: true });
    this.#observer = new MutationObserver((records) => {
      if (records.some(({ target }) => this.contains(target))) this.#changed();
      else this.#arrived();
    });
    const tree = { childList: true, subtree: true };
    for (const node of new Set([document, this.getRootNode()])) this.#observer.observe(node, tree);
    this.#observer.observe(this, { ...tree, characterData: true });
    this.#queue();
  }

  disconnectedCallback() {
    for (const type of EVENTS) this.shadowRoot?.removeEventListener(type, this.#handle);
    for (const type of NEAR) this.removeEventListener(type, near);
    this.#observer?.disconnect();
    clearTimeout(this.#settling);
    this.#running?.abort();
    this.#wipe();
    this.#watch(undefined);
    this.#controller?.dispose();
  }

  /** @param {string} name @param {string | null} before @param {string | null} after */
  attributeChangedCallback(name, before, after) {
    if (before === after || !this.isConnected || !this.#frame) return;
    if (name === "selected") void this.#choose();
    else if (name === "marks") this.#mark();
    else if (name === "order") this.#arrange();
    else if (LOOKS.includes(name)) this.#redraw();
    else this.#ask();
  }

  /** The lines in the order that is asked for. */
  #arrange() {
    const list = this.#list;
    if (list && list.order !== this.order) list.draw({ order: this.order });
  }

  /** The text that is read: set it to read another. */
  get text() {
    return this.#text;
  }
  set text(text) {
    this.#ask(String(text));
  }

  /** What the text says; null until it has been read. Set it to show a report made elsewhere, for the text there is. */
  get report() {
    return this.#shown?.report ?? null;
  }
  set report(report) {
    this.#ask(this.#given, report ?? undefined);
  }

  /** The report, once it is there; rejected if there will be none. A new promise each time a text is read. */
  get ready() {
    return this.#ready.promise;
  }

  /** The words of the interface: set any of them. */
  get words() {
    return { ...known, .../** @type {typeof NutGraf} */ (this.constructor).words, ...this.#words };
  }
  set words(words) {
    this.#words = words;
    if (this.#frame) this.#redraw();
  }

  /** Reads the text again; `force`: though it does not look English. @returns {Promise<any>} */
  analyze({ force = false } = {}) {
    this.#report = undefined;
    void this.#read({ force, fresh: true });
    return this.ready;
  }

  /** Ends the reading that is under way. */
  cancel() {
    this.#running?.abort();
  }

  /** The report in another format, such as `json`, `text`, `md` or `csv`. @param {string} format */
  async export(format) {
    if (!this.#shown) throw coded("report", "no report yet");
    const { text, report } = this.#shown;
    return (await this.#control()).export(text, report, format);
  }

  #emit = (/** @type {string} */ type, /** @type {any} */ detail) =>
    this.dispatchEvent(new CustomEvent(`nut-graf-${type}`, { detail, bubbles: true, composed: true }));
  #announce = (/** @type {string} */ words) => void (this.#frame.status.textContent = words);

  /** A part that is loaded late, with its looks. @template {{looks: string}} P @param {Promise<P>} part */
  async #late(part) {
    const [loaded, { LATER_WORDS }] = await Promise.all([part, import("./words/later.js")]);
    Object.assign(known, LATER_WORDS);
    wear(/** @type {ShadowRoot} */ (this.shadowRoot), loaded.looks);
    return loaded;
  }

  /** What is done beside showing a report. */
  async #control() {
    const { AnalysisController } = await this.#late(import("./analysis-controller.js"));
    return (this.#controller ??= new AnalysisController(this, {
      frame: () => this.#frame,
      announce: this.#announce,
      emit: this.#emit,
      index: () => this.#index,
      show: (report) => this.#show(this.#shown?.text ?? "", report),
    }));
  }

  /** A text or a report is given, or neither any more. @param {string} [given] @param {any} [report] */
  #ask(given, report) {
    this.#given = given;
    this.#report = report;
    this.#queue();
  }

  /** Many changes at once are one reading. */
  #queue() {
    if (this.#queued) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      if (this.isConnected) void this.#read({ force: false, fresh: false });
    });
  }

  /** The article in the page has changed: look at it once it has come to rest. */
  #changed = () => {
    clearTimeout(this.#settling);
    this.#settling = /** @type {any} */ (setTimeout(() => void this.#compare(), SETTLE_MS));
  };

  #draw() {
    const how = { alone: this.hasAttribute("for"), compact: this.compact, brand: this.brand !== "off" };
    this.#frame = layout(this.words, this.headingLevel, how);
    this.shadowRoot?.replaceChildren(this.#frame.page);
  }

  #redraw() {
    const shown = this.#shown;
    this.#wipe();
    this.#draw();
    if (shown) this.#show(shown.text, shown.report).catch((error) => this.#failed(error, false));
  }

  /** Takes away what is drawn; an article in the page goes on being watched. */
  #wipe() {
    this.#drawing?.abort();
    this.#interactions?.dispose();
    this.#story?.dispose();
    this.#shown = this.#index = this.#story = this.#interactions = undefined;
    this.#list = null;
    const { page, sum, story, state } = this.#frame;
    page.classList.add("busy");
    page.classList.remove("whole");
    page.querySelector(".wait")?.prepend(state);
    for (const part of [sum, story]) part.replaceChildren();
  }

  /** The element of the page that holds the article: null while it is not there, undefined if none should. */
  #article() {
    const id = this.#given === undefined ? this.getAttribute("for") : null;
    const root = /** @type {Document | ShadowRoot} */ (this.getRootNode());
    return id === null ? undefined : (root.getElementById(id) ?? document.getElementById(id));
  }

  /** A page may bring its article later, or put another in its place. */
  #arrived() {
    const article = this.#article();
    // The rest of the page may go on changing for ever.
    if (article === undefined || article === this.#awaited || article === (this.#host?.element ?? null)) return;
    this.#awaited = article;
    this.#changed();
  }

  /** @param {HTMLElement | null | undefined} article */
  #watch(article) {
    if (this.#host?.element === article) return;
    this.#host?.dispose();
    this.#host = article ? new HostText(article, this.#changed) : undefined;
  }

  /** Where the text comes from, and what it is now. @param {AbortSignal} signal */
  async #input(signal) {
    if (this.#given !== undefined) return this.#given;
    const article = this.#article();
    this.#watch(article);
    if (article !== undefined) return (await this.#host?.read(signal)) ?? "";
    const src = this.getAttribute("src");
    return src ? (await (await request(src, signal)).text()).trimEnd() : readContent(this).text;
  }

  /** Reads the text and shows what it says. @param {{force: boolean, fresh: boolean}} how */
  async #read({ force, fresh }) {
    this.#running?.abort();
    const running = (this.#running = new AbortController());
    const { signal } = running;
    if (this.#settled) this.#ready = deferred();
    this.#settled = false;
    try {
      const text = await this.#input(signal);
      signal.throwIfAborted();
      // Lines of one text are none of another's.
      if (this.#text && this.#text !== text) this.selected = null;
      this.#text = text;
      if (!text.trim()) return await this.#empty(signal);
      this.#preview(text);
      const report = (fresh ? null : await this.#made(text, signal)) ?? (await this.#analyse(text, force, signal));
      signal.throwIfAborted();
      await this.#show(text, report, signal);
      this.#settled = true;
      this.#ready.resolve(report);
      this.#announce(say(this.words, "ready", { n: report.summary.lines.length }));
      this.#emit("report", { report, text });
    } catch (error) {
      if (!signal.aborted || this.#running === running) await this.#failed(/** @type {any} */ (error), signal.aborted);
    }
  }

  /** The article while it is read: what is in the page, or else the start of what was given. @param {string} text */
  #preview(text) {
    if (text === this.#index?.text) return;
    this.#wipe();
    const given = this.#given !== undefined || this.hasAttribute("src");
    const blocks = text.slice(0, PREVIEW).split("\n\n").map((block) => h("p", {}, block));
    this.#frame.waiting.replaceChildren(given ? h("div", {}, blocks) : h("slot"));
  }

  /** A report made beforehand, if there is one, of this text. @param {string} text @param {AbortSignal} signal */
  async #made(text, signal) {
    const address = this.#given === undefined ? this.getAttribute("report") : null;
    if (!this.#report && address === null) return null;
    try {
      const made = this.#report ?? (await (await request(address ?? "", signal)).json());
      await prove(made, text, () => pause(signal));
      return made;
    } catch (error) {
      signal.throwIfAborted();
      const why = `${address ?? "report"}: ${/** @type {Error} */ (error).message}`;
      console.warn(`nut-graf: ${why}. The article is read instead.`);
      return (this.#report = null);
    }
  }

  /** @param {string} text @param {boolean} force @param {AbortSignal} signal */
  async #analyse(text, force, signal) {
    // Once the text has been read, nothing more is fetched.
    const [controller] = await Promise.all([this.#control(), fetchInteractions()]);
    signal.throwIfAborted();
    return controller.analyse(text, force, signal);
  }

  /** @param {AbortSignal} signal */
  async #empty(signal) {
    const missing = this.#article() === null;
    this.#wipe();
    this.#frame.page.hidden = missing;
    const controller = await this.#control();
    if (signal.aborted) return;
    if (missing) await controller.missing(signal, () => this.#article() === null);
    else controller.empty();
  }

  /** @param {Error & {code?: string}} error @param {boolean} cancelled */
  async #failed(error, cancelled) {
    this.#settled = true;
    this.#ready.reject(error);
    const quiet = cancelled || error.code === "superseded";
    if (!quiet) this.#emit("error", { error, code: error.code ?? "other" });
    const running = this.#running;
    const controller = await this.#control().catch(() => null);
    if (running !== this.#running) return;
    if (controller) controller.failed(error, quiet);
    else this.#frame.state.replaceChildren(h("p", { role: "alert" }, error.message));
  }

  /** Draws a report until another is drawn. @param {string} text @param {any} report @param {AbortSignal} [signal] */
  async #show(text, report, signal) {
    this.#wipe();
    this.#shown = { text, report };
    const drawing = (this.#drawing = new AbortController());
    try {
      await this.#lay(text, report, signal ? AbortSignal.any([signal, drawing.signal]) : drawing.signal);
    } catch (error) {
      if (!drawing.signal.aborted || signal?.aborted) throw error;
    }
  }

  /** What is read first. @param {string} text @param {any} report @param {AbortSignal} signal */
  async #lay(text, report, signal) {
    // What comes after is on its way while the first is drawn.
    const sections = import("./view/sections.js");
    const story = this.#host ? import("./inplace.js") : import("./view/article.js");
    for (const part of [sections, story]) part.catch(() => {});
    const { page, sum, state, title } = this.#frame;
    const index = await ReportIndex.of(text, report, this.words, () => pause(signal));
    const level = Math.min(this.headingLevel + 1, 5);
    index.inPage = this.#host !== undefined;
    await pause(signal);
    const wanted = (/** @type {string} */ block) => !this.blocks || this.blocks.split(/\s+/).includes(block);
    const main = wanted("main") && mainView(index, level);
    const questions = wanted("questions") && !this.compact && questionsView(index, level);
    if (!index.inPage && index.titled) title.replaceChildren(h(`h${level}.hed`, {}, index.slice(report.paragraphs[0])));
    state.replaceChildren();
    sum.replaceChildren(state, main || "", questions || "");
    page.hidden = false;
    page.classList.remove("busy", "stopped");
    this.#index = index;
    const { layRest } = await this.#late(sections);
    signal.throwIfAborted();
    index.words = this.words;
    const how = { level, wanted, order: this.order, compact: this.compact, signal };
    const list = await layRest(index, this.#frame, how);
    signal.throwIfAborted();
    this.#list = list;
    this.#arrange();
    const controller = index.summary.lines.length ? null : await this.#control();
    const { storyOf } = await this.#late(story);
    signal.throwIfAborted();
    controller?.nothing();
    const name = async (/** @type {string} */ entity) => (await this.#interact())?.name(entity);
    const made = storyOf({ index, level, frame: this.#frame, host: this.#host, name });
    this.#story = made;
    await made.draw(signal);
    void made.switchOn(this.#families());
    await this.#choose();
  }

  /** The article may be another than the one that was read: what no longer stands in it is said, or it is read. */
  async #compare() {
    this.#awaited = undefined;
    if (!this.isConnected || this.#given !== undefined) return;
    const text = await this.#input(new AbortController().signal).catch(() => this.#text);
    // Nodes may be others though they say the same, and words gone.
    if (this.#host) void this.#story?.switchOn(this.#families());
    if (text === this.#text) return;
    const ready = this.#report || this.hasAttribute("report");
    if (!this.#shown || !text.trim() || !ready) return this.#queue();
    const controller = await this.#control();
    // Meanwhile it may have been read, or another given.
    if (this.#shown && this.#given === undefined && text !== this.#text) controller.stale(text);
  }

  /** The kinds of mention that are switched on. */
  #families = () => this.marks.split(/\s+/).filter(Boolean);

  #mark() {
    void this.#story?.switchOn(this.#families());
    this.#emit("marks", { marks: this.#families() });
  }

  /** What a reader does with what is drawn; none where nothing is. */
  async #interact() {
    const { Interactions } = await fetchInteractions();
    if (!this.#index || !this.#story) return undefined;
    const drawn = { index: this.#index, story: this.#story, list: this.#list, frame: this.#frame };
    return (this.#interactions ??= new Interactions(this, drawn, { say: this.#announce, emit: this.#emit }));
  }

  /** Chooses the line that is selected, once what chooses it is there. */
  async #choose() {
    const interactions = this.#interactions ?? (this.selected === null ? undefined : await this.#interact());
    const line = this.selected === null ? null : Number(this.selected);
    if (interactions && interactions.selection.line !== line) interactions.choose(line);
  }

  /** All that is pressed in the element. */
  #handle = async (/** @type {any} */ event) => {
    const { type, key, ctrlKey, metaKey, altKey } = event;
    const [from] = event.composedPath();
    const target = from === this.shadowRoot ? this.#frame.page : from;
    if (target.getRootNode() !== this.shadowRoot || ctrlKey || metaKey || altKey) return;
    if (type === "click" && target.closest(LINKS)) event.preventDefault();
    const action = type === "click" && target.closest("[data-do]")?.dataset.do;
    if (action && ACTS.includes(action)) return void (await this.#control()).act(action);
    const press = { type, target, key, preventDefault: () => event.preventDefault() };
    // Those that wait for the interactions are over by the time that they are answered.
    if (this.#interactions) this.#interactions.handle(press);
    else (await this.#interact().catch(() => undefined))?.handle(press);
  };
}

/** @param {string} address @param {AbortSignal} signal */
async function request(address, signal) {
  const response = await fetch(address, { signal });
  if (!response.ok) throw coded("network", `${address}: ${response.status}`);
  return response;
}
