// @ts-check
/** The chosen line: its row, its sentences in the article with the parts of its weightiest fact, the way back. */
import { bare, contains, inOrder, wordsOf } from "./report-index.js";
import { button, h, pointer } from "./view/node.js";
/** @import { Line, Span } from "./nut-graf.js" */
/** @import { ReportIndex } from "./report-index.js" */

/** A part of a chosen line in the article. @typedef {Span & {look: string, label: string}} RoleMark */
/** How a place is brought to the screen. @typedef {{jump: boolean, behavior: ScrollBehavior}} Reveal */
/**
 * What an article can do, drawn by the element or left in the page.
 * @typedef {object} Story
 * @property {(signal: AbortSignal) => Promise<void>} draw
 * @property {(offsets: number[], roles: RoleMark[]) => void} show
 * @property {(offset: number, how: Reveal) => void} reveal
 * @property {(families: string[]) => void | Promise<void>} switchOn done when what is on the screen is marked
 * @property {(entity?: string | null) => void} find marks the mentions of one
 * @property {(from: HTMLElement | null, by: number) => void} [enter] moves the focus from mention to mention
 * @property {() => void} dispose
 */
/**
 * What a story is made of: `frame` has the places for its parts, `host` is the article in the page, and `name` is called
 * where a mention is pressed. @typedef {{index: ReportIndex, level: number, host?: import("./host.js").HostText,
 * frame: ReturnType<typeof import("./view/layout.js").layout>, name: (entity: string) => void}} Setting
 */
/**
 * How a line is chosen: `jump`: its words are brought to the screen and get the focus; `at`: the words that are meant;
 * `origin`: what gets the focus back. @typedef {{jump?: boolean, at?: Span, origin?: HTMLElement | null}} How
 */

/** Places where the fact of the line is told too. */
const PLACES = 4;

export class Selection {
  line = /** @type {number | null} */ (null);
  #origin = /** @type {HTMLElement | null} */ (null);

  /** @param {ReportIndex} index @param {Story} story @param {HTMLElement} sum @param {HTMLElement} end for the bar */
  constructor(index, story, sum, end) {
    this.index = index;
    this.story = story;
    this.sum = sum;
    this.bar = h("div.pb", { hidden: true });
    end.append(this.bar);
  }

  get active() {
    return !this.bar.hidden;
  }

  dispose() {
    this.bar.remove();
  }

  /** Chooses a line, or shows words that no line is chosen for. @param {number | null} line @param {How} [how] */
  choose(line, { jump = false, at, origin = null } = {}) {
    const { index, story } = this;
    const chosen = line === null ? undefined : index.summary.lines[line];
    this.line = chosen ? line : null;
    this.#origin = origin;
    for (const row of /** @type {NodeListOf<HTMLElement>} */ (this.sum.querySelectorAll("[data-line]")))
      row.classList.toggle("on", row.dataset.line === String(this.line));
    const offsets = chosen ? wordsOf(chosen).flatMap((part) => sentencesIn(index, part)) : [];
    if (at && !offsets.some((offset) => index.sentence(offset) === index.sentence(at.start))) offsets.push(at.start);
    const roles = chosen ? roleMarks(index, chosen) : [];
    if (at) roles.push({ ...bare(at), look: "r left", label: "" });
    story.show(offsets, roles.sort(inOrder));
    this.bar.hidden = !offsets.length;
    if (!offsets.length) return;
    const start = at?.start ?? offsets[0];
    this.#drawBar(start, chosen);
    const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
    story.reveal(start, { jump, behavior });
  }

  /** Back to what was pressed. */
  back() {
    const row = /** @type {HTMLElement | null} */ (this.sum.querySelector(`[data-line="${this.line}"] a.ref`));
    const origin = this.#origin?.isConnected ? this.#origin : row;
    this.choose(null);
    origin?.focus({ preventScroll: true });
    origin?.scrollIntoView({ block: "center" });
  }

  /** @param {number} start @param {Line} [line] */
  #drawBar(start, line) {
    const { index, bar } = this;
    const acts = (line ? ["previous", "next", "copy"] : []).map((act) => button(act, index.say(act), ".tb"));
    const also = line ? elsewhere(index, line).flatMap((each) => [" ", each]) : [];
    const note = also.length ? [h("span.note", {}, index.say("alsoAt"), also)] : [];
    const place = h("b", {}, index.place({ start, end: start }).short);
    bar.replaceChildren(place, ...acts, ...note, button("back", index.say("back"), ".tb.back"));
  }
}

/** Offsets of the sentences of a stretch of the text. @param {ReportIndex} index @param {Span} span */
function sentencesIn(index, { start, end }) {
  const { sentences } = index.report;
  const offsets = [start];
  for (let s = index.sentence(start) + 1; sentences[s]?.start < end; s++) offsets.push(sentences[s].start);
  return offsets;
}

/** Where else the weightiest fact of a line is told. @param {ReportIndex} index @param {Line} line */
function elsewhere(index, line) {
  const [told] = index.factsIn(line);
  if (!told) return [];
  const here = index.sentence(told.naming.start);
  const others = [told.fact.trigger, ...told.fact.mentions].filter((span) => index.sentence(span.start) !== here);
  return [...new Map(others.map((span) => [index.place(span).short, pointer(index, span)])).values()].slice(0, PLACES);
}

/** The parts of a line's weightiest fact, and who says it. @param {ReportIndex} index @param {Line} line */
function roleMarks(index, line) {
  /** @type {RoleMark[]} */
  const marks = [];
  const [told] = index.factsIn(line);
  if (!told) return marks;
  const { fact, naming } = told;
  const sentence = index.sentenceAt(naming.start);
  const add = (/** @type {Span} */ span, /** @type {string} */ label, look = "r") => {
    if (contains(sentence, span)) marks.push({ ...bare(span), look, label: label && index.say(`role_${label}`) });
  };
  add(naming, "", "r trig");
  for (const role of fact.roles) add(role, role.role);
  for (const count of fact.counts) add(count, "count");
  for (const hedge of fact.hedges) add(hedge, "hedge", "r hedge");
  const source = index.statementAt(naming)?.source;
  if (source) add(source, "source");
  return marks;
}
