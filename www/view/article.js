// @ts-check
/** The article with its marks and margin numbers. Nothing here ever reflows it: marks change, words do not. */
import { FAMILIES, FAMILY, LEVELS, overlaps } from "../reading.js";
import { ARTICLE } from "../style/article.js";
import { pause } from "../pause.js";
import { h } from "./node.js";
import { GLOSS_LETTER, roomy, weave } from "./weave.js";

const SWITCHES = [...Object.values(FAMILIES).flat(), ...LEVELS].map((kind) => `.off-${kind} mark.m.${kind} { text-decoration-line: none; cursor: auto; &::before { content: none; } }`);
export const looks = ARTICLE + SWITCHES.join("\n");

/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {import("../reading.js").Span} Span */

/** Texts up to this many UTF-16 units are marked at once; in longer ones a paragraph is marked when it comes near the screen. */
const AT_ONCE = 40_000;
/** Paragraphs of a long text that are laid out together. */
const CHUNK = 12;

export class Article {
  /** @param {Reading} reading @param {number} level */
  constructor(reading, level) {
    this.reading = reading;
    this.level = level;
    this.node = h("div.read", { part: "article" });
    /** Paragraphs that are drawn with roles instead of mentions. @type {Set<number>} */
    this.drawn = new Set();
    /** @type {HTMLElement[]} */
    this.paragraphs = [];
    /** Sentences that carry the chosen fact. @type {Set<number>} */
    this.chosen = new Set();
    /** @type {(Span & {gloss?: string, look: string})[]} */
    this.roles = [];
    this.node.addEventListener("focusin", ({ target }) => target instanceof HTMLElement && target.matches("mark") && target.setAttribute("role", "button"));
    this.node.addEventListener("focusout", ({ target }) => target instanceof HTMLElement && target.matches("mark") && target.removeAttribute("role"));
    this.watcher = new IntersectionObserver((entries) => this.#near(entries), { rootMargin: "100% 0px" });
  }

  /** Draws the paragraphs, in slices short enough to leave the page responsive. @param {AbortSignal} [signal] */
  async draw(signal) {
    const { report, text } = this.reading;
    const long = text.length > AT_ONCE;
    this.node.classList.toggle("long", long);
    let chunk = this.node;
    for (let i = 0; i < report.paragraphs.length; i++) {
      const { start, end } = report.paragraphs[i];
      const n = this.reading.number(i);
      const paragraph = n ? h("p", {}, h("span.pn", { "aria-hidden": "true" }, String(n)), text.slice(start, end)) : h(`h${this.level}.hed`, { id: "h-article" }, text.slice(start, end));
      this.paragraphs.push(paragraph);
      if (long && i % CHUNK === 0) {
        chunk = h("div.chunk", { "data-from": i });
        this.node.append(chunk);
        this.watcher.observe(chunk);
      }
      chunk.append(paragraph);
      if (!long) this.#mark(i);
      await pause(signal);
    }
  }

  dispose() {
    this.watcher.disconnect();
    this.node.remove();
  }

  /** Brings a sentence to the screen: within the pane where that scrolls by itself, else only when the reader asked to go there. @param {number} offset @param {{jump: boolean, focus: boolean}} how */
  reveal(offset, { jump, focus }) {
    const sentence = this.sentenceAt(offset);
    if (!sentence) return;
    const pane = /** @type {HTMLElement | null} */ (this.node.closest(".story"));
    const scrolls = pane && pane.scrollHeight > pane.clientHeight + 1 && getComputedStyle(pane).overflowY === "auto";
    const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
    if (jump) pane?.scrollIntoView({ block: "nearest", behavior });
    if (scrolls) pane.scrollTo({ top: pane.scrollTop + sentence.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3, behavior });
    else if (jump) sentence.scrollIntoView({ block: "center", behavior });
    if (!focus) return;
    sentence.tabIndex = -1;
    sentence.focus({ preventScroll: true });
  }

  /**
   * Moves the focus from mention to mention: from none to the first on the screen. Only the one with the focus is a button.
   * @param {HTMLElement | null} from @param {number} by
   */
  enter(from, by) {
    const marks = /** @type {HTMLElement[]} */ ([...this.node.querySelectorAll("mark.m")]).filter((mark) => getComputedStyle(mark).textDecorationLine !== "none");
    const next = from ? marks[marks.indexOf(from) + by] : marks.find((mark) => mark.getBoundingClientRect().top > 0);
    if (!next) return;
    next.tabIndex = -1;
    next.focus();
  }

  /** @param {string} entity @param {number} index */
  anchor(entity, index) {
    return this.mention(entity, index);
  }

  /** Kinds and levels that are not marked. @param {Set<string>} off */
  switchOff(off) {
    this.node.className = this.node.className.replace(/\boff-\S+/g, "").trim();
    for (const key of off) this.node.classList.add(`off-${key}`);
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #near(entries) {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      this.watcher.unobserve(target);
      const from = Number(/** @type {HTMLElement} */ (target).dataset.from);
      for (let i = from; i < Math.min(from + CHUNK, this.paragraphs.length); i++) this.#mark(i);
    }
  }

  /** Draws a paragraph's sentences with their marks, anew. @param {number} index */
  #mark(index) {
    const { report, text } = this.reading;
    const paragraph = this.paragraphs[index];
    const { start, end } = report.paragraphs[index];
    const picked = this.chosen.size > 0;
    const nodes = [];
    let at = start;
    for (let s = this.reading.sentence(start); s < report.sentences.length && report.sentences[s].start < end; s++) {
      const sentence = report.sentences[s];
      if (sentence.start < at) continue;
      nodes.push(text.slice(at, sentence.start));
      const marks = picked ? this.#roleMarks(sentence) : this.#entityMarks(sentence);
      nodes.push(h(this.chosen.has(s) ? "span.s.ev" : "span.s", { "data-s": s }, weave(text, sentence.start, sentence.end, marks, draw).nodes));
      at = sentence.end;
    }
    nodes.push(text.slice(at, end));
    paragraph.replaceChildren(...paragraph.querySelectorAll(":scope > .pn"), ...nodes.filter((node) => node !== ""));
    if (paragraph.matches(".hed")) unbroken(paragraph);
  }

  /** The mentions in a sentence; the first of an entity, and each value, carries its kind above it. @param {Span} sentence */
  #entityMarks(sentence) {
    const marks = this.reading.marksIn(sentence).map((mark) => {
      const glossed = mark.level !== "pronoun" && (mark.index === 0 || mark.entity.value);
      return { ...mark, look: `m ${FAMILY[mark.kind]} ${mark.kind} ${mark.level}`, id: `${mark.entity.id} ${mark.index}`, gloss: glossed ? this.reading.say(`gloss_${mark.kind}`) : undefined };
    });
    const kept = roomy(marks);
    for (const mark of marks) if (!kept.has(mark)) mark.gloss = undefined;
    return marks;
  }

  /** @param {Span} sentence */
  #roleMarks(sentence) {
    const marks = this.roles.filter((role) => overlaps(role, sentence)).map((role) => ({ ...role }));
    const merged = marks.filter((mark, i) => {
      const outer = marks[i - 1];
      if (!outer || outer.start !== mark.start || !mark.gloss) return true;
      if (outer.gloss !== mark.gloss) outer.gloss = outer.gloss ? `${outer.gloss} · ${mark.gloss}` : mark.gloss;
      mark.gloss = undefined;
      return outer.end !== mark.end;
    });
    const kept = roomy(merged);
    for (const mark of merged) if (!kept.has(mark)) mark.gloss = undefined;
    return merged;
  }

  /**
   * Shows the sentences at these offsets as evidence, with the roles of a fact; an empty list ends it.
   * @param {number[]} offsets @param {(Span & {gloss?: string, look: string})[]} roles in order of the text, outer before inner
   */
  show(offsets, roles) {
    const before = this.#chosenParagraphs();
    this.chosen = new Set(offsets.map((offset) => this.reading.sentence(offset)));
    this.roles = roles;
    this.node.classList.toggle("pick", this.chosen.size > 0);
    const drawn = [...this.#chosenParagraphs(), ...roles.map((role) => this.reading.paragraph(role.start))];
    this.drawn = new Set(this.chosen.size ? drawn : []);
    // Those that are still to be drawn are marked when they are.
    for (const index of new Set([...before, ...this.drawn])) if (index < this.paragraphs.length) this.#mark(index);
    if (this.chosen.size) this.#keepInside();
  }

  /** A role's name that would reach over the edge of the article ends with its words instead of beginning with them. */
  #keepInside() {
    const edge = this.node.getBoundingClientRect().right;
    const letter = GLOSS_LETTER * parseFloat(getComputedStyle(document.documentElement).fontSize);
    for (const mark of /** @type {NodeListOf<HTMLElement>} */ (this.node.querySelectorAll("mark.r[data-g]"))) {
      const boxes = mark.getClientRects();
      const over = boxes.length === 1 && boxes[0].left + (mark.dataset.g ?? "").length * letter > edge;
      mark.classList.toggle("end", over);
    }
  }

  /** @returns {Set<number>} */
  #chosenParagraphs() {
    const sentences = this.reading.report.sentences;
    return new Set([...this.drawn, ...[...this.chosen].map((s) => this.reading.paragraph(sentences[s].start))]);
  }

  /** The drawn sentence at an offset. @param {number} offset @returns {HTMLElement | null} */
  sentenceAt(offset) {
    const index = this.reading.paragraph(offset);
    const paragraph = this.paragraphs[index];
    if (!paragraph) return null;
    if (!paragraph.querySelector(".s")) this.#mark(index);
    return paragraph.querySelector(`[data-s="${this.reading.sentence(offset)}"]`) ?? paragraph;
  }

  /** The drawn mention of an entity. @param {string} entity @param {number} index @returns {HTMLElement | null} */
  mention(entity, index) {
    const mention = this.reading.get(entity)?.mentions[index];
    if (!mention) return null;
    this.sentenceAt(mention.start);
    return this.node.querySelector(`mark[data-m="${entity} ${index}"]`);
  }
}

/** Keeps words with hyphens on one line of a headline, whatever is marked in it: marks never move a line. @param {HTMLElement} headline */
function unbroken(headline) {
  const walker = document.createTreeWalker(headline, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) if (/\S-\S/.test(walker.currentNode.nodeValue ?? "")) found.push(/** @type {Text} */ (walker.currentNode));
  for (const node of found) node.replaceWith(...node.data.split(/(\S+-\S+)/).map((words, i) => (i % 2 ? h("span.nb", {}, words) : words)));
}

/** @param {any} mark @param {(Node | string)[]} inside @param {number} height */
function draw(mark, inside, height) {
  const node = h("mark", { "data-m": mark.id, "data-g": mark.gloss }, inside);
  node.className = `${mark.look}${height ? ` d${Math.min(height, 2)}` : ""}`;
  return node;
}
