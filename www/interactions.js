// @ts-check
/**
 * What a reader can do with what is drawn: choose a line, another order, a name, search, go to the words and back. It
 * is loaded when it is first needed; until then the element only looks on.
 */
import { lineText } from "./report-index.js";
import { Selection } from "./selection.js";
import { wear } from "./style.js";
import { CHOSEN } from "./style/chosen.js";
import { extentOf, sourceWords } from "./view/line.js";
import { addressOf } from "./view/node.js";

/** What was pressed: an event, or what is left of it once it is over. */
/** @typedef {{type: string, target: HTMLElement, key?: string, preventDefault: () => void}} Press */
/** What is drawn. @typedef {{index: ReportIndex, story: Story, list: LineList | null, frame: Frame}} Drawn */
/** What is told. @typedef {{say: (words: string) => void, emit: (type: string, detail: any) => void}} Told */
/** @typedef {ReturnType<typeof import("./view/layout.js").layout>} Frame */
/** @import { Filter } from "./line-orders.js" */
/** @import { NutGraf } from "./nut-graf.js" */
/** @import { ReportIndex } from "./report-index.js" */
/** @import { How, Story } from "./selection.js" */
/** @import { LineList } from "./view/list.js" */

const PRESSED = "[data-do], [data-jump], [data-tab], [data-entity], [data-at], [data-line]";

export class Interactions {
  /** The order that was there before something was looked for. @type {string | null} */
  #before = null;
  /** The line that was told last. @type {number | null} */
  #line = null;

  /** @param {NutGraf} element @param {Drawn} drawn @param {Told} told */
  constructor(element, { index, story, list, frame }, told) {
    this.element = element;
    this.index = index;
    this.story = story;
    this.list = list;
    this.frame = frame;
    this.root = /** @type {ShadowRoot} */ (element.shadowRoot);
    this.told = told;
    this.selection = new Selection(index, story, frame.sum, index.inPage ? frame.sum : frame.story);
    wear(this.root, CHOSEN);
  }

  dispose() {
    this.selection.dispose();
  }

  /** @param {number | null} line @param {How} [how] */
  choose(line, how) {
    if (how?.jump) this.#tab("article");
    this.selection.choose(line, how);
    this.#chosen();
    if (this.selection.line !== null && !how?.jump) this.told.say(lineText(this.index, this.selection.line));
  }

  /** Tells which line is chosen now. */
  #chosen() {
    const { line } = this.selection;
    const before = this.#line;
    this.#line = line;
    if (this.list) this.list.chosen = line;
    this.element.selected = line === null ? null : String(line);
    if (before !== line) this.told.emit("select", { line, before });
  }

  /** @param {Press} press */
  handle(press) {
    const { type, target } = press;
    const input = /** @type {HTMLInputElement} */ (target);
    if (type === "keydown") return this.#key(press);
    if (type === "input") return target.matches(".find") && this.#look({ query: input.value });
    if (type === "change") return input.name === "order" ? this.#show({ order: input.value }) : this.#mark(input);
    const pressed = /** @type {HTMLElement | null} */ (target.closest(PRESSED));
    if (!pressed) return;
    const { do: action, jump, tab, entity, at, end, to, line } = pressed.dataset;
    if (action) return this.#act(action);
    if (jump) return this.#jump(jump);
    if (tab) return this.#tab(tab);
    if (entity) return this.name(entity, pressed.matches("mark"));
    if (at) {
      const span = { start: Number(at), end: Number(end) };
      const how = { jump: true, at: pressed.matches(".ref") && to ? undefined : span, origin: pressed };
      return this.choose(to ? Number(to) : null, how);
    }
    if (!getSelection()?.isCollapsed) return;
    const narrow = getComputedStyle(this.frame.tabs).display !== "none";
    this.choose(this.selection.line === Number(line) ? null : Number(line), { jump: narrow });
  }

  /** A kind of mention is switched on or off. @param {HTMLInputElement} box */
  #mark({ dataset: { family }, checked }) {
    if (!family) return;
    const others = this.element.marks.split(/\s+/).filter((each) => each && each !== family && each !== "none");
    this.element.marks = [...others, ...(checked ? [family] : [])].join(" ");
  }

  /** Shows the lines that have a name or a word: of all lines, until nothing is looked for. @param {Filter} what */
  #look(what) {
    const { list } = this;
    if (!list) return;
    const filter = { ...list.filter, ...what };
    const looking = filter.entity || filter.query?.trim();
    const order = looking ? (this.#before ? list.order : "all") : (this.#before ?? list.order);
    this.#before = looking ? (this.#before ?? list.order) : null;
    this.#show({ filter, order });
    this.story.find(filter.entity);
    this.told.say(this.index.say("lines", { n: list.shown.length }));
  }

  /** @param {{order?: string, filter?: Filter}} how */
  #show(how) {
    const { list } = this;
    if (!list) return;
    list.draw(how);
    this.element.order = list.order;
    this.told.emit("filter", { entity: list.filter.entity ?? null, query: list.filter.query ?? "", order: list.order });
  }

  /** Shows the lines of one, or all again. @param {string} entity @param {boolean} [inArticle] pressed there */
  name(entity, inArticle = true) {
    if (this.selection.active) this.choose(null);
    this.#look({ entity: this.list?.filter.entity === entity ? null : entity });
    if (!inArticle) this.#jump("points");
  }

  /** @param {string} action */
  #act(action) {
    if (action === "previous") this.#step(-1);
    else if (action === "next") this.#step(1);
    else if (action === "copy") void this.#copy();
    else if (action === "all") this.#show({ order: "all" });
    else if (action === "unfilter") this.#look({ entity: null });
    else if (action === "expand") {
      this.frame.page.classList.remove("compact");
      if (this.list) this.list.compact = false;
      this.#show({ order: "all" });
    } else if (action === "back") {
      this.#tab("summary");
      this.selection.back();
      this.#chosen();
    }
  }

  /** The next line of those that are shown. @param {number} by @param {boolean} [jump] */
  #step(by, jump = true) {
    const { main } = this.index.summary;
    const lines = [main ?? [], (this.list?.shown ?? []).filter((i) => i !== main)].flat();
    const at = this.selection.line === null ? -1 : lines.indexOf(this.selection.line);
    const next = lines[at < 0 && by < 0 ? lines.length - 1 : at + by];
    if (next === undefined) return;
    const origin = /** @type {HTMLElement | null} */ (this.frame.sum.querySelector(`[data-line="${next}"] a.ref`));
    this.choose(next, { jump, origin });
    if (jump) return;
    origin?.focus({ preventScroll: true });
    origin?.scrollIntoView({ block: "nearest" });
  }

  /** The chosen line with its source and its place, as text. */
  async #copy() {
    const { index, selection: { line } } = this;
    if (line === null) return;
    const span = extentOf(index, line);
    const { href } = new URL(addressOf(index, span.start, line), location.href);
    const note = `${sourceWords(index, line)}, ${index.place(span).short}`;
    await navigator.clipboard.writeText(`${lineText(index, line)} (${note}) ${href}`);
    this.told.say(index.say("copied"));
  }

  /** @param {string} id */
  #jump(id) {
    this.#tab("summary");
    const part = this.root.getElementById(id);
    if (part instanceof HTMLDetailsElement) part.open = true;
    part?.scrollIntoView();
  }

  /** On a phone, the summary or the article. @param {string} tab */
  #tab(tab) {
    this.frame.page.dataset.tab = tab;
    for (const each of /** @type {NodeListOf<HTMLElement>} */ (this.frame.tabs.querySelectorAll("[data-tab]"))) {
      each.ariaSelected = String(each.dataset.tab === tab);
      each.tabIndex = each.dataset.tab === tab ? 0 : -1;
    }
  }

  /** @param {Press} press */
  #key({ target, key = "", preventDefault }) {
    const { story, selection, frame } = this;
    const by = { ArrowLeft: -1, ArrowRight: 1 }[key];
    const focus = (selector = "") => /** @type {HTMLElement | null} */ (this.root.querySelector(selector))?.focus();
    const mark = target.matches("mark");
    if (key === "Escape" && mark) frame.story.focus({ preventScroll: true });
    else if (key === "Escape" && selection.active) this.#act("back");
    else if (key === "Escape" && this.list?.filter.entity) this.#act("unfilter");
    else if (target.matches("input")) return;
    else if (key === "j" || key === "k") this.#step(key === "j" ? 1 : -1, false);
    else if (key === "c" && selection.line !== null) void this.#copy();
    else if (key === "/") focus(".find");
    else if (by && target.matches("[role=tab]")) {
      this.#tab(target.dataset.tab === "summary" ? "article" : "summary");
      focus("[aria-selected=true]");
    } else if (target.matches(".story") && key === "Enter") story.enter?.(null, 1);
    else if (by && mark) story.enter?.(target, by);
    else if (mark && (key === "Enter" || key === " ")) this.name(target.dataset.entity ?? "");
    else return;
    preventDefault();
  }
}
