// @ts-check
/** The chosen line: its row, its sentences in the article with the parts of its weightiest fact, and the way on and back. */
import { bare, contains, inOrder, wordsOf } from "./report-index.js";
import { button, h, pointer } from "./view/node.js";

/** @typedef {import("./report-index.js").ReportIndex} ReportIndex */
/** @typedef {import("./report-index.js").Span} Span */
/** @typedef {import("./nut-graf.js").Line} Line */
/**
 * What an article can do, drawn by the element or left in the page.
 * @typedef {object} Story
 * @property {(signal: AbortSignal) => Promise<void>} draw
 * @property {(offsets: number[], roles: any[]) => void} show
 * @property {(offset: number, how: {jump: boolean, focus: boolean}) => void} reveal
 * @property {(families: string[]) => void | Promise<void>} switchOn done when what is on the screen is marked
 * @property {(entity?: string | null) => void} find marks the mentions of one
 * @property {(from: HTMLElement | null, by: number) => void} [enter] moves the focus from mention to mention
 * @property {() => void} dispose
 */
/**
 * What a story is made of.
 * @typedef {object} Setting
 * @property {ReportIndex} index @property {number} level of headings
 * @property {HTMLElement} title where the headline goes @property {HTMLElement} pane where the rest goes
 * @property {import("./host.js").HostText} [host] the article in the page
 * @property {(entity: string) => void} name a mention was pressed
 */
/**
 * How a line is chosen: `jump`: its words are brought to the screen and get the focus; `at`: the words that are meant;
 * `origin`: what gets the focus back. @typedef {{jump?: boolean, at?: Span, origin?: HTMLElement | null}} How
 */

/** Places where the fact of the line is told too. */
const PLACES = 4;

export class Selection {
  /** @type {number | null} */
  line = null;
  /** What had the focus when the line was chosen. @type {HTMLElement | null} */
  #origin = null;

  /** @param {ReportIndex} index @param {Story} story @param {HTMLElement} sum @param {HTMLElement} end where the bar goes */
  constructor(index, story, sum, end) {
    this.index = index;
    this.story = story;
    this.sum = sum;
    this.bar = h("div.pb", { hidden: true });
    end.append(this.bar);
  }

  /** Chooses a line, or shows words that no line is chosen for. @param {number | null} line @param {How} [how] */
  choose(line, { jump = false, at, origin = null } = {}) {
    const { index, story } = this;
    const chosen = line === null ? undefined : index.summary.lines[line];
    this.line = chosen ? line : null;
    this.#origin = origin;
    this.show();
    const offsets = chosen ? wordsOf(chosen).flatMap((part) => sentencesIn(index, part)) : [];
    if (at && !offsets.some((offset) => index.sentence(offset) === index.sentence(at.start))) offsets.push(at.start);
    const roles = [...(chosen ? roleMarks(index, chosen) : []), ...(at ? [{ ...bare(at), look: "r left", label: "" }] : [])];
    story.show(offsets, roles.sort(inOrder));
    this.bar.hidden = !offsets.length;
    if (!offsets.length) return;
    const start = at?.start ?? offsets[0];
    this.#drawBar({ start, end: start }, chosen);
    story.reveal(start, { jump, focus: jump });
  }

  /** Back to what was pressed. */
  back() {
    const row = /** @type {HTMLElement | null} */ (this.sum.querySelector(`[data-line="${this.line}"] a.ref`));
    const origin = this.#origin?.isConnected ? this.#origin : row;
    this.choose(null);
    origin?.focus({ preventScroll: true });
    origin?.scrollIntoView({ block: "center" });
  }

  get active() {
    return !this.bar.hidden;
  }

  dispose() {
    this.bar.remove();
  }

  /** The rows of the chosen line, also of rows that are drawn anew. */
  show() {
    for (const row of /** @type {NodeListOf<HTMLElement>} */ (this.sum.querySelectorAll("[data-line]")))
      row.classList.toggle("on", row.dataset.line === String(this.line));
  }

  /** @param {Span} at @param {Line} [line] */
  #drawBar(at, line) {
    const { index, bar } = this;
    const acts = (line ? ["previous", "next", "copy"] : []).map((act) => button(act, index.say(act), ".tb"));
    const also = line ? elsewhere(index, line) : [];
    const note = also.length ? [h("span.note", {}, `${index.say("alsoAt")} `, also.flatMap((each) => [each, " "]))] : [];
    bar.replaceChildren(h("b", {}, index.place(at).short), ...acts, ...note, button("back", index.say("back"), ".tb.back"));
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
  const { fact, naming } = told;
  const others = [fact.trigger, ...fact.mentions].filter((span) => index.sentence(span.start) !== index.sentence(naming.start));
  return [...new Map(others.map((span) => [index.place(span).short, pointer(index, span)])).values()].slice(0, PLACES);
}

/** The parts of a line's weightiest fact, and who says it: in order of the text, outer before inner. @param {ReportIndex} index @param {Line} line */
function roleMarks(index, line) {
  const [told] = index.factsIn(line);
  if (!told) return [];
  const { fact, naming } = told;
  const sentence = index.sentenceAt(naming.start);
  const marks = [{ ...bare(naming), look: "r trig", label: "" }];
  /** @param {Span[]} spans @param {(span: any) => string} label @param {string} [look] */
  const add = (spans, label, look = "r") => {
    for (const span of spans) if (contains(sentence, span)) marks.push({ ...bare(span), look, label: index.say(label(span)) });
  };
  add(fact.roles, ({ role }) => `role_${role}`);
  add(fact.counts, () => "role_count");
  add(fact.hedges, () => "role_hedge", "r hedge");
  const source = index.statementAt(naming)?.source;
  if (source) add([source], () => "role_source");
  return marks.sort(inOrder);
}
