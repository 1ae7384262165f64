// @ts-check
/**
 * `<nut-graf>`: what an article says, every fact linked to its words. This module defines no element and touches nothing
 * when it is imported, on a server neither; `nut-graf-define.js` registers the tag.
 */
import { Attributes } from "./attributes.js";
import { madeFrom } from "./hash.js";
import { HostText } from "./host.js";
import { prove, proveLeft } from "./proof.js";
import { readContent } from "./pagetext.js";
import { LEVELS, Reading } from "./reading.js";
import { FIRST, wear } from "./style.js";
import { frame } from "./view/frame.js";
import { h } from "./view/node.js";
import { headlineView } from "./view/headline.js";
import { questionsView } from "./view/questions.js";
import { deferred, drawn, pause } from "./pause.js";
import { say } from "./say.js";
import { FIRST_WORDS } from "./words/first.js";

/** Attributes that mean another text, or another way to read it. */
const INPUTS = ["for", "src", "report", "date", "worker-src", "wasm-src", "model-src", "worker-integrity", "wasm-integrity", "model-integrity"];
/** From this length on the blocks of facts are laid out one by one, in UTF-16 units. */
const LONG = 100_000;
/** How much of a long text is shown until it has been read, in UTF-16 units. */
const PREVIEW = 20_000;
/** What is pressed and then done by the touch, not by the browser. */
const LINKS = "a.ref, [data-hop]";
/** The words of what is loaded so far. @type {Record<string, any>} */
const known = { ...FIRST_WORDS };
const TOUCHES = ["click", "change", "keydown"];
const NEAR = ["pointerover", "focusin"];
/** @type {Promise<typeof import("./touch.js")> | undefined} */
let touch;
const fetchTouch = () => {
  touch ??= import("./touch.js");
  touch.catch(() => (touch = undefined));
  return touch;
};
/** How long a page may go on changing its article before it is read again, in milliseconds. */
const SETTLE_MS = 400;

export class NutGraf extends Attributes {
  static observedAttributes = [...INPUTS, "selected", "off", "heading-level"];
  /** The words of every element that has none of its own. @type {Record<string, any>} */
  static words = {};

  /** Registers the element under a name, once. @param {string} [tag] @param {CustomElementRegistry} [registry] */
  static define(tag = "nut-graf", registry = globalThis.customElements) {
    if (registry && !registry.get(tag)) registry.define(tag, registry.get("nut-graf") ? class extends NutGraf {} : NutGraf);
  }

  /** @type {ReturnType<typeof frame> | undefined} */
  #frame;
  /** @type {Reading | undefined} */
  #reading;
  /** What is shown, or being drawn. @type {{text: string, report: any} | undefined} */
  #shown;
  /** @type {AbortController | undefined} */
  #drawing;
  /** @type {import("./choice.js").Story | undefined} */
  #story;
  /** @type {import("./touch.js").Touch | undefined} */
  #touch;
  /** @type {Record<string, any>} */
  #words = {};
  /** @type {string | undefined} */
  #given;
  /** @type {any} */
  #report;
  /** @type {AbortController | undefined} */
  #running;
  /** @type {HostText | undefined} */
  #host;
  /** @type {MutationObserver | undefined} */
  #watch;
  /** @type {MutationObserver | undefined} */
  #arrivals;
  #settling = 0;
  /** The article that has come and is not read yet. @type {HTMLElement | null | undefined} */
  #awaited;
  /** @type {import("./work.js").Work | undefined} */
  #work;
  #queued = false;
  #text = "";
  /** @type {PromiseWithResolvers<any>} */
  #ready = deferred();

  connectedCallback() {
    if (!this.shadowRoot) this.attachShadow({ mode: "open" });
    const root = /** @type {ShadowRoot} */ (this.shadowRoot);
    wear(root, FIRST);
    this.#draw();
    for (const type of TOUCHES) root.addEventListener(type, this.#handle);
    // Whoever comes near may press.
    for (const type of NEAR) root.addEventListener(type, fetchTouch, { once: true });
    this.#watch = new MutationObserver(() => this.#changed());
    this.#watch.observe(this, { childList: true, characterData: true, subtree: true });
    this.#arrivals = new MutationObserver(() => this.#arrived());
    for (const tree of new Set([document, this.getRootNode()])) this.#arrivals.observe(tree, { childList: true, subtree: true });
    this.#queue();
  }

  disconnectedCallback() {
    for (const type of TOUCHES) this.shadowRoot?.removeEventListener(type, this.#handle);
    for (const type of NEAR) this.shadowRoot?.removeEventListener(type, fetchTouch);
    this.#watch?.disconnect();
    this.#arrivals?.disconnect();
    clearTimeout(this.#settling);
    this.#running?.abort();
    this.#clear();
    this.#work?.dispose();
  }

  /** @param {string} name @param {string | null} before @param {string | null} after */
  attributeChangedCallback(name, before, after) {
    if (before === after || !this.isConnected || !this.#frame) return;
    if (name === "selected") return void this.#choose(after);
    if (name === "off") return this.#switch();
    if (name === "heading-level") return this.#redraw();
    this.#given = this.#report = undefined;
    this.#queue();
  }

  /** The text that is read: set it to read another. */
  get text() {
    return this.#text;
  }
  set text(text) {
    this.#given = String(text);
    this.#report = undefined;
    this.#queue();
  }

  /** What the text says; null until it has been read. Set it to show a report made elsewhere, for the text that is there. */
  get report() {
    return this.#shown?.report ?? null;
  }
  set report(report) {
    this.#report = report ?? undefined;
    this.#queue();
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

  #offSet() {
    return new Set(this.off.split(/\s+/).filter(Boolean));
  }

  /** Reads the text again. `force`: though it does not look English. @param {{force?: boolean}} [options] @returns {Promise<any>} */
  analyze({ force = false } = {}) {
    this.#report = undefined;
    void this.#read({ force, fresh: true });
    return this.ready;
  }

  /** Ends the reading that is under way. */
  cancel() {
    this.#running?.abort();
  }

  /** The report in another format: `json`, `text`, `md`, `html`, `csv`, `entities.csv`, `statements.csv`, `jsonld`, `schema`, `ann`, `displacy`. @param {string} format @returns {Promise<string>} */
  async export(format) {
    if (!this.#shown) throw new Error("there is no report yet");
    const { text, report } = this.#shown;
    return format === "json" ? `${JSON.stringify(report, null, 2)}\n` : (await this.#works()).export(text, report, format);
  }

  /** @param {string} type @param {any} detail */
  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(`nut-graf-${type}`, { detail, bubbles: true, composed: true }));
  }

  /** A part that is loaded when it is needed, and what goes with it. @template {{looks: string}} P @param {Promise<P>} part @returns {Promise<P>} */
  async #late(part) {
    const [loaded, { LATER_WORDS }] = await Promise.all([part, import("./words/later.js")]);
    Object.assign(known, LATER_WORDS);
    wear(/** @type {ShadowRoot} */ (this.shadowRoot), loaded.looks);
    return loaded;
  }

  /** What is done beside showing a report. */
  async #works() {
    const { Work } = await this.#late(import("./work.js"));
    return (this.#work ??= new Work(this, {
      frame: () => /** @type {NonNullable<typeof this.#frame>} */ (this.#frame),
      unveil: () => this.#unveil(),
      announce: (words) => this.#announce(words),
      emit: (type, detail) => this.#emit(type, detail),
      reading: () => this.#reading,
      shown: () => !!(this.#reading || this.#frame?.page.hidden),
      place: () => this.#host ?? this.#frame?.story.querySelector(".preview") ?? this,
    }));
  }

  /** @param {string} words */
  #announce(words) {
    if (this.#frame) this.#frame.status.textContent = words;
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

  /** The article in the page has changed: read it once it has come to rest. */
  #changed() {
    clearTimeout(this.#settling);
    this.#settling = /** @type {any} */ (setTimeout(() => void this.#stale(), SETTLE_MS));
  }

  #draw() {
    const root = /** @type {ShadowRoot} */ (this.shadowRoot);
    const declared = !this.#frame && root.firstElementChild;
    this.#frame = frame(/** @type {any} */ (this.words), this.headingLevel, this.hasAttribute("for"));
    const { page } = this.#frame;
    // What was served with the page stays until there is something better.
    page.hidden = !!declared;
    if (declared) root.append(page);
    else root.replaceChildren(page);
  }

  /** Takes away what was served with the page. */
  #unveil() {
    const page = this.#frame?.page;
    if (!page?.hidden) return;
    page.hidden = false;
    this.shadowRoot?.replaceChildren(page);
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
    this.#touch?.dispose();
    this.#story?.dispose();
    this.#shown = this.#reading = this.#story = this.#touch = undefined;
  }

  #clear() {
    this.#wipe();
    this.#host?.dispose();
    this.#host = undefined;
  }

  /** The element of the page that holds the article, if it is there by now. @param {string} id */
  #article(id) {
    const root = /** @type {Document | ShadowRoot} */ (this.getRootNode());
    return root.getElementById(id) ?? document.getElementById(id);
  }

  /** A page may bring its article later, or put another in its place. */
  #arrived() {
    const id = this.getAttribute("for");
    const article = id && this.#given === undefined ? this.#article(id) : undefined;
    // The rest of the page may go on changing for ever.
    if (article === undefined || article === this.#awaited || article === (this.#host?.element ?? null)) return;
    this.#awaited = article;
    this.#changed();
  }

  /** Where the text comes from, and what it is now. @param {AbortSignal} signal @returns {Promise<string>} */
  async #input(signal) {
    if (this.#given !== undefined) return this.#given;
    const id = this.getAttribute("for");
    if (id) {
      const host = this.#article(id);
      if (this.#host?.element !== host) {
        this.#host?.dispose();
        this.#host = host ? new HostText(host, () => this.#changed()) : undefined;
      }
      return this.#host?.read(signal) ?? "";
    }
    const src = this.getAttribute("src");
    if (src) {
      const response = await fetch(src, { signal });
      if (!response.ok) throw Object.assign(new Error(`${src}: ${response.status}`), { code: "network" });
      return (await response.text()).trimEnd();
    }
    return readContent(this).text;
  }

  /** Reads the text and shows what it says. @param {{force: boolean, fresh: boolean}} how */
  async #read({ force, fresh }) {
    this.#running?.abort();
    const running = new AbortController();
    const { signal } = running;
    this.#running = running;
    if (this.#settled) this.#ready = deferred();
    this.#settled = false;
    try {
      const text = await this.#input(signal);
      signal.throwIfAborted();
      // Facts of one text are none of another's.
      if (this.#text && this.#text !== text) this.selected = null;
      this.#text = text;
      // What was served is of the page's own text.
      if (this.#given !== undefined) this.#unveil();
      if (!text.trim()) return await this.#empty(signal);
      this.#preview(text);
      const made = fresh ? undefined : await this.#made(signal);
      if (made) {
        const outdated = !(await madeFrom(made, text));
        signal.throwIfAborted();
        if (outdated) return await this.#showOlder(made, text, signal);
        await prove(made, text, () => pause(signal));
        await this.#show(text, made, signal);
        return this.#done(made);
      }
      const report = await this.#analyse(text, force, signal);
      await this.#show(text, report, signal);
      this.#done(report);
    } catch (error) {
      if (signal.aborted && this.#running !== running) return;
      await this.#failed(/** @type {any} */ (error), signal.aborted);
    }
  }

  /**
   * A report of another text than the one that is there: what still holds is shown, if the article is the page's own.
   * @param {any} report @param {string} text @param {AbortSignal} signal
   */
  async #showOlder(report, text, signal) {
    const { checkReport, withoutGone } = await import("./check.js");
    const gone = await checkReport(report, text);
    signal.throwIfAborted();
    if (gone.length && !this.#host) return this.#outdated(gone);
    const left = withoutGone(report, gone);
    await proveLeft(left, text, () => pause(signal));
    await this.#show(text, left, signal);
    if (gone.length) (await this.#works()).stale(gone);
    this.#done(report);
  }

  #settled = false;

  /** The article while it is being read: what is in the page, or else the start of the text that was given. @param {string} text */
  #preview(text) {
    const { story, waiting } = /** @type {NonNullable<typeof this.#frame>} */ (this.#frame);
    if (this.#host || text === this.#reading?.text) return;
    const given = this.#given !== undefined || this.hasAttribute("src");
    this.#wipe();
    this.#frame?.facts.replaceChildren();
    this.#frame?.meta.replaceChildren();
    waiting.hidden = given;
    story.querySelector(".preview")?.remove();
    if (given) story.append(h("div.read.preview", {}, text.slice(0, PREVIEW).split("\n\n").map((block) => h("p", {}, block))));
  }

  /** @param {any} report */
  #done(report) {
    this.#settled = true;
    this.#ready.resolve(report);
    this.#announce(say(/** @type {any} */ (this.words), "ready", { n: report.facts.length }));
    this.#emit("report", { report, text: this.#text });
  }

  /** A report made beforehand, if there is one. @param {AbortSignal} signal */
  async #made(signal) {
    if (this.#report) return this.#report;
    const address = this.getAttribute("report");
    if (!address || this.#given !== undefined) return undefined;
    const response = await fetch(address, { signal });
    if (!response.ok) throw Object.assign(new Error(`${address}: ${response.status}`), { code: "network" });
    const made = await response.json().catch(() => null);
    if (!Array.isArray(made?.sentences) || !Array.isArray(made.facts)) throw Object.assign(new Error(`${address}: not a report`), { code: "report" });
    return made;
  }

  /** @param {string} text @param {boolean} force @param {AbortSignal} signal */
  async #analyse(text, force, signal) {
    // Once the text has been read, nothing more is fetched.
    const [work] = await Promise.all([this.#works(), import("./check.js"), fetchTouch()]);
    signal.throwIfAborted();
    return work.analyse(text, force, signal);
  }

  /** @param {AbortSignal} signal */
  async #empty(signal) {
    const work = await this.#works();
    signal.throwIfAborted();
    this.#wipe();
    this.#frame?.facts.replaceChildren();
    this.#frame?.meta.replaceChildren();
    work.empty();
  }

  /** @param {Error & {code?: string}} error @param {boolean} cancelled */
  async #failed(error, cancelled) {
    this.#settled = true;
    this.#ready.reject(error);
    const quiet = cancelled || error.code === "superseded";
    if (!quiet) this.#emit("error", { error, code: error.code ?? "other" });
    const running = this.#running;
    const work = await this.#works().catch(() => null);
    if (running !== this.#running) return;
    if (work) work.failed(error, quiet);
    else this.shadowRoot?.querySelector(".facts")?.prepend(h("div.plate.bar", { role: "alert" }, h("p.big", {}, error.message)));
  }

  /** Draws a report, unless something else is drawn in its place meanwhile. @param {string} text @param {any} report @param {AbortSignal} [signal] */
  async #show(text, report, signal) {
    this.#wipe();
    this.#shown = { text, report };
    const drawing = new AbortController();
    this.#drawing = drawing;
    try {
      await this.#lay(text, report, signal ? AbortSignal.any([signal, drawing.signal]) : drawing.signal);
    } catch (error) {
      if (!drawing.signal.aborted || signal?.aborted) throw error;
    }
  }

  /** @param {string} text @param {any} report @param {AbortSignal} signal */
  async #lay(text, report, signal) {
    const host = this.#host;
    const { facts, story, meta, waiting } = /** @type {NonNullable<typeof this.#frame>} */ (this.#frame);
    const reading = await Reading.of(text, report, /** @type {any} */ (this.words), () => pause(signal));
    const level = Math.min(this.headingLevel + 1, 5);
    await pause(signal);
    const off = this.#offSet();
    reading.inPage = host !== undefined;
    // What is further down is on its way while the first blocks are drawn.
    const further = import("./view/further.js");
    const [own, marks] = host ? [null, import("./inplace.js")] : [import("./view/article.js"), null];
    for (const part of [further, own, marks]) part?.catch(() => {});
    const parts = [];
    for (const view of [headlineView, questionsView]) {
      parts.push(view(reading, level));
      await pause(signal);
    }
    this.#reading = reading;
    this.#unveil();
    facts.replaceChildren();
    facts.classList.remove("busy");
    const append = async (/** @type {Node | null} */ part) => {
      if (part) facts.append(part);
      await (text.length > LONG ? drawn(signal) : pause(signal));
    };
    for (const part of parts) await append(part);
    const { counts, furtherViews } = await this.#late(further);
    signal.throwIfAborted();
    reading.words = /** @type {any} */ (this.words);
    meta.replaceChildren(...counts(reading));
    for (const view of furtherViews(reading, level, facts, off)) await append(view());
    if (own) {
      const { Article } = await this.#late(own);
      signal.throwIfAborted();
      const article = new Article(reading, level);
      this.#story = article;
      waiting.hidden = true;
      story.querySelector(".preview")?.remove();
      story.append(article.node);
      await article.draw(signal);
    } else if (host && marks) {
      const { marksOn } = await marks;
      const story = await marksOn(host, reading, /** @type {ShadowRoot} */ (this.shadowRoot), async (entity, index) => (await this.#touched())?.cards.show(entity, index, null, false));
      if (signal.aborted) story.dispose();
      signal.throwIfAborted();
      this.#story = story;
    }
    const marked = /** @type {import("./choice.js").Story} */ (this.#story).switchOff(off);
    void Promise.resolve(marked).then(() => this.#work?.whole());
    if (this.selected) await this.#choose(this.selected);
  }

  /** The text in the page is another than the one that was read: says which facts no longer hold, and reads again. */
  async #stale() {
    this.#awaited = undefined;
    if (!this.isConnected || this.#given !== undefined) return;
    const text = await this.#input(new AbortController().signal).catch(() => this.#text);
    const reading = this.#reading;
    // Nodes may be others though they say the same, and words gone.
    if (this.#host) this.#story?.switchOff(this.#offSet());
    if (text === this.#text) return;
    if (!reading || !text.trim()) return this.#queue();
    const { checkReport } = await import("./check.js");
    (await this.#works()).stale(await checkReport(reading.report, text, reading.text));
    if (!this.#report && !this.hasAttribute("report")) void this.#read({ force: false, fresh: true });
  }

  /** The text is not the one that the report was made for: its own article could not be drawn rightly. @param {import("./check.js").Gone[]} gone */
  async #outdated(gone) {
    this.#settled = true;
    this.#ready.reject(Object.assign(new Error("the report is of another text"), { code: "other-text" }));
    this.#unveil();
    (await this.#works()).stale(gone);
  }

  #switch() {
    const off = this.#offSet();
    this.#story?.switchOff(off);
    for (const box of this.#frame?.facts.querySelectorAll("[data-off]") ?? []) {
      /** @type {HTMLInputElement} */ (box).checked = !off.has(/** @type {HTMLElement} */ (box).dataset.off ?? "");
    }
    this.#emit("filter", { off: [...off] });
  }

  /** What a reader does with what is drawn; none where nothing is. @returns {Promise<import("./touch.js").Touch | undefined>} */
  async #touched() {
    const { Touch } = await fetchTouch();
    if (!this.#reading || !this.#story || !this.#frame) return undefined;
    return (this.#touch ??= new Touch(this.#reading, this.#story, this.#frame, /** @type {ShadowRoot} */ (this.shadowRoot), {
      say: (words) => this.#announce(words),
      select: (fact, before) => {
        this.selected = fact;
        if (before !== fact) this.#emit("select", { fact, before });
      },
    }));
  }

  /** @param {string | null} id */
  async #choose(id) {
    const touch = this.#touch ?? (id === null ? undefined : await this.#touched());
    if (touch && touch.choice.fact !== id) touch.choose(id);
  }

  /** All that is pressed in the element. @param {Event} event */
  #handle = (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    // What was served with the page works by itself.
    if (this.#frame?.page.hidden && !target.closest(".plate")) return;
    if (event.type === "change") return this.#toggle(target);
    if (event.type === "click") {
      if (target.closest(LINKS)) event.preventDefault();
      const pressed = /** @type {HTMLElement | null} */ (target.closest("[data-do], [data-hop]"));
      if (pressed && this.#act(pressed)) return;
    }
    const key = /** @type {KeyboardEvent} */ (event).key;
    if (this.#touch) this.#touch.handle({ type: event.type, target, key, preventDefault: () => event.preventDefault() });
    else void this.#touched().then((touch) => touch?.handle({ type: event.type, target, key, preventDefault: () => {} }), () => {});
  };

  /** @param {HTMLElement} box */
  #toggle(box) {
    const key = box.dataset?.off;
    if (!key) return;
    const off = this.#offSet();
    if (/** @type {HTMLInputElement} */ (box).checked) off.delete(key);
    else off.add(key);
    this.off = [...off].join(" ");
  }

  /** What needs no report; says whether it was that. @param {HTMLElement} pressed */
  #act({ dataset: { do: action, hop } }) {
    if (hop) {
      const part = this.#frame?.[/** @type {"facts" | "story"} */ (hop)];
      part?.scrollIntoView();
      part?.focus({ preventScroll: true });
    } else if (action === "cancel") this.cancel();
    else if (action === "again" || action === "retry") void this.analyze().catch(() => {});
    else if (action === "anyway") void this.analyze({ force: true }).catch(() => {});
    else if (action === "keep") this.#work?.keep();
    else if (action === "sure") void import("./sure.js").then(({ openSure }) => openSure(/** @type {ShadowRoot} */ (this.shadowRoot), this.words));
    else return false;
    return true;
  }
}

export { LEVELS };
