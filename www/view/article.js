// @ts-check
/** The article with its marks and margin numbers. Nothing here ever reflows it: marks change, words do not. */
import { AT_ONCE, FAMILIES, FAMILY } from "../mentions.js";
import { bare, contains, inOrder, overlaps } from "../report-index.js";
import { pause } from "../scheduler.js";
import { ARTICLE } from "../style/article.js";
import { LABEL_LETTER, nest, roomy } from "./nest-marks.js";
import { h } from "./node.js";
/** @import { Span } from "../nut-graf.js" */
/** @import { ReportIndex } from "../report-index.js" */
/** @import { Reveal, RoleMark, Setting } from "../selection.js" */

export const looks = ARTICLE;
/** The article as the element draws it. @param {Setting} setting */
export const storyOf = (setting) => new Article(setting);

/** Paragraphs of a long text that are laid out together. */
const CHUNK = 12;
/** Parts of a text that are its own words. */
const PROSE = ["prose", "title", "standfirst"];

class Article {
  /** Paragraphs as they are drawn; the headline stands in its own place. @type {HTMLElement[]} */
  #paragraphs = [];
  /** Sentences that carry the chosen line, with its parts; and their paragraphs. @type {Set<number>} */
  #chosen = new Set();
  /** @type {RoleMark[]} */
  #roles = [];
  /** @type {Set<number>} */
  #picked = new Set();
  /** Whose mentions are marked. */
  #entity = /** @type {string | null | undefined} */ (undefined);
  #watcher = new IntersectionObserver((entries) => this.#near(entries), { rootMargin: "100% 0px" });

  /** @param {Setting} setting */
  constructor({ index, level, frame: { title, story: pane, tabs } }) {
    this.index = index;
    this.level = level;
    this.title = title;
    this.pane = pane;
    this.others = index.report.blocks.filter(({ kind }) => !PROSE.includes(kind));
    this.read = h("div.read", { part: "article" });
    title.replaceChildren();
    pane.append(this.#switches(), this.read);
    // They stay when another report is shown.
    if (!tabs.querySelector("[role=tab]")) tabs.prepend(tabList(index));
  }

  /** The kinds that can be switched on. */
  #switches() {
    const { index } = this;
    const there = new Set(index.mentions?.marks.map(({ kind }) => FAMILY[kind]));
    const boxes = Object.keys(FAMILIES).filter((family) => there.has(family)).map((family) => {
      const box = h("input", { type: "checkbox", "data-family": family });
      return h("label", {}, box, h(`mark.${family}`, {}, index.say(`family_${family}`)));
    });
    const title = h(`h${this.level}`, {}, index.say("theArticle"));
    const label = boxes.length > 0 && h("span", {}, `${index.say("mark")}:`);
    return h("div.kinds", { role: "group", "aria-label": index.say("mark") }, title, label, boxes);
  }

  /** Draws the paragraphs, in slices short enough to leave the page responsive. @param {AbortSignal} signal */
  async draw(signal) {
    const { index, read, level } = this;
    // Of a long text a paragraph is marked when it comes near the screen.
    const long = index.text.length > AT_ONCE;
    let chunk = read;
    for (const [i, span] of index.report.paragraphs.entries()) {
      const n = i + 1 - index.titled;
      const number = n > 0 && h("span.pn", { "aria-hidden": "true" }, String(n));
      const paragraph = h(n ? "p" : `h${level}.hed`, {}, number, index.slice(span));
      if (this.others.some((block) => contains(block, span))) paragraph.classList.add("np");
      this.#paragraphs.push(paragraph);
      if (long && i % CHUNK === 0) {
        chunk = h("div.chunk", { "data-from": i });
        read.append(chunk);
        this.#watcher.observe(chunk);
      }
      (n ? chunk : this.title).append(paragraph);
      if (!long || chunk.matches(".near")) this.#mark(i);
      await pause(signal);
    }
  }

  dispose() {
    this.#watcher.disconnect();
    for (const part of [this.pane, this.title]) part.replaceChildren();
  }

  /**
   * Brings a place to the screen: within the pane where that scrolls by itself, else only when the reader asked to go
   * there. @param {number} offset @param {Reveal} how
   */
  reveal(offset, { jump, behavior }) {
    const { pane } = this;
    const sentence = this.#sentenceAt(offset);
    const inPane = pane.scrollHeight > pane.clientHeight + 1 && getComputedStyle(pane).overflowY === "auto";
    const above = sentence.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    const top = pane.scrollTop + above - pane.clientHeight / 3;
    if (inPane && pane.contains(sentence)) pane.scrollTo({ top, behavior });
    else if (jump) sentence.scrollIntoView({ block: "center", behavior });
    if (!jump) return;
    sentence.tabIndex = -1;
    sentence.focus({ preventScroll: true });
  }

  /**
   * Moves the focus from mention to mention: from none to the first on the screen. Only the one with the focus is a
   * button. @param {HTMLElement | null} from @param {number} by
   */
  enter(from, by) {
    const marks = /** @type {HTMLElement[]} */ ([...this.read.querySelectorAll("mark.m")]);
    const next = from ? marks[marks.indexOf(from) + by] : marks.find((mark) => mark.getBoundingClientRect().top > 0);
    if (!next) return;
    next.tabIndex = -1;
    next.setAttribute("role", "button");
    next.addEventListener("blur", () => next.removeAttribute("role"), { once: true });
    next.focus();
  }

  /** Which kinds are switched on. @param {string[]} families */
  switchOn(families) {
    for (const family of Object.keys(FAMILIES)) this.read.classList.toggle(`on-${family}`, families.includes(family));
    this.read.classList.toggle("unmarked", families.includes("none"));
    for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (this.pane.querySelectorAll("[data-family]")))
      box.checked = families.includes(box.dataset.family ?? "");
  }

  /** Whose mentions stand out. @param {string | null} [entity] */
  find(entity) {
    this.#entity = entity;
    for (const mark of [this.read, this.title].flatMap((node) => [...node.querySelectorAll("mark.m")]))
      mark.classList.toggle("hit", /** @type {HTMLElement} */ (mark).dataset.entity === entity);
  }

  /**
   * Shows the sentences at these offsets as evidence, with their parts; an empty list ends it.
   * @param {number[]} offsets @param {RoleMark[]} roles in order of the text, outer before inner
   */
  show(offsets, roles) {
    const before = this.#picked;
    this.#chosen = new Set(offsets.map((offset) => this.index.sentence(offset)));
    this.#picked = new Set(offsets.map((offset) => this.index.paragraph(offset)));
    this.#roles = roles;
    this.read.classList.toggle("pick", this.#chosen.size > 0);
    // Those that are still to be drawn are marked when they are.
    for (const i of new Set([...before, ...this.#picked])) if (i < this.#paragraphs.length) this.#mark(i);
    // A label that would reach over the edge of the article ends with its words instead of beginning with them.
    const edge = this.read.getBoundingClientRect().right;
    const letter = LABEL_LETTER * parseFloat(getComputedStyle(document.documentElement).fontSize);
    for (const mark of /** @type {NodeListOf<HTMLElement>} */ (this.read.querySelectorAll("mark.r[data-label]"))) {
      const [box, ...others] = mark.getClientRects();
      mark.classList.toggle("end", !others.length && box?.left + (mark.dataset.label ?? "").length * letter > edge);
    }
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #near(entries) {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      this.#watcher.unobserve(target);
      target.classList.add("near");
      const from = Number(/** @type {HTMLElement} */ (target).dataset.from);
      for (let i = from; i < Math.min(from + CHUNK, this.#paragraphs.length); i++) this.#mark(i);
    }
  }

  /** Draws a paragraph's sentences with their marks, anew. @param {number} i */
  #mark(i) {
    const { report, text } = this.index;
    const paragraph = this.#paragraphs[i];
    const { start, end } = report.paragraphs[i];
    const nodes = [];
    let at = start;
    for (let s = this.index.sentence(start); report.sentences[s]?.start < end; s++) {
      const sentence = report.sentences[s];
      if (sentence.start < at) continue;
      const others = paragraph.matches(".np") ? [] : this.others;
      const chosen = this.#chosen.has(s);
      const marks = chosen ? this.#roleMarks(sentence) : this.#entityMarks(sentence, others);
      const { nodes: inside } = nest(text, sentence.start, sentence.end, marks, draw);
      nodes.push(text.slice(at, sentence.start), h(chosen ? "span.s.ev" : "span.s", { "data-s": s }, inside));
      at = sentence.end;
    }
    nodes.push(text.slice(at, end));
    paragraph.replaceChildren(...paragraph.querySelectorAll(":scope > .pn"), ...nodes.filter((node) => node !== ""));
  }

  /** The mentions in a sentence, and what of it is no prose. @param {Span} sentence @param {Span[]} blocks */
  #entityMarks(sentence, blocks) {
    const { index } = this;
    const said = (index.mentions?.within(sentence) ?? []).filter(({ level }) => level !== "pronoun");
    const marks = said.map((mark) => {
      const { id, value } = mark.entity;
      const look = `m ${FAMILY[mark.kind]}${id === this.#entity ? " hit" : ""}`;
      return { ...mark, id, look, first: mark.index === 0 || !!value, label: index.say(`kind_${mark.kind}`) };
    });
    const kept = roomy(marks.filter(({ first }) => first));
    for (const mark of marks) if (kept.has(mark)) mark.look += " first";
    const others = blocks.filter((block) => overlaps(block, sentence));
    return [...marks, ...others.map((block) => ({ ...bare(block), look: "np" }))].sort(inOrder);
  }

  /** @param {Span} sentence */
  #roleMarks(sentence) {
    const marks = this.#roles.filter((role) => overlaps(role, sentence)).map((role) => ({ ...role }));
    const merged = marks.filter((mark, i) => {
      const outer = marks[i - 1];
      if (outer?.start !== mark.start || !mark.label) return true;
      if (outer.label !== mark.label) outer.label = [outer.label, mark.label].filter(Boolean).join(" · ");
      mark.label = "";
      return outer.end !== mark.end;
    });
    const kept = roomy(merged);
    return merged.map((mark) => (kept.has(mark) ? mark : { ...mark, label: "" }));
  }

  /** The drawn sentence at an offset. @param {number} offset @returns {HTMLElement} */
  #sentenceAt(offset) {
    const i = this.index.paragraph(offset);
    const paragraph = this.#paragraphs[i];
    if (!paragraph) return this.read;
    if (!paragraph.querySelector(".s")) this.#mark(i);
    return paragraph.querySelector(`[data-s="${this.index.sentence(offset)}"]`) ?? paragraph;
  }
}

/** The summary or the article, where there is no room for both. @param {ReportIndex} index */
function tabList(index) {
  const tabs = ["summary", "article"].map((key, i) => {
    const state = { "aria-selected": String(!i), tabindex: i ? -1 : 0 };
    return h("button", { type: "button", role: "tab", ...state, "data-tab": key }, index.say(key));
  });
  return h("div", { role: "tablist", "aria-label": index.say("name") }, tabs);
}

/** @param {any} mark @param {(Node | string)[]} inside @param {number} height */
function draw(mark, inside, height) {
  if (mark.look === "np") return h("span.np", {}, inside);
  const node = h("mark", { "data-entity": mark.id, "data-label": mark.label || null }, inside);
  node.className = `${mark.look}${height ? ` d${Math.min(height, 2)}` : ""}`;
  return node;
}
