// @ts-check
/** A report and its text, ready for look-ups. It knows no page; offsets are UTF-16 units of the text, half-open. */
import { say } from "./messages.js";

/** @import { Words } from "./messages.js" */
/** @import { Entity, Fact, Line, Part, Report, Span, Statement } from "./nut-graf.js" */
/** Who says a line. @typedef {{key: string, text: string, entity?: Entity, anonymous: boolean}} Source */

/** @param {Span} outer @param {Span} inner */
export const contains = (outer, inner) => outer.start <= inner.start && inner.end <= outer.end;
/** @param {Span} a @param {Span} b */
export const overlaps = (a, b) => a.start < b.end && b.start < a.end;
/** Outer before inner. @param {Span} a @param {Span} b */
export const inOrder = (a, b) => a.start - b.start || b.end - a.end;
/** @param {Span} span */
export const bare = ({ start, end }) => ({ start, end });
/** From the first to the last of some spans. @param {Span[]} spans @returns {Span} */
export const hullOf = (spans) => {
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
};
/** The parts of a line that are words of its own sentences. @param {Line} line */
export const wordsOf = (line) => line.parts.filter(({ as }) => as === "words");

/** Words that name nobody by themselves. */
const PRONOUN = /^(?:I|you|s?he|it|we|they|who|this|that|these|those)$/i;

/** Index of the last span that starts at or before an offset. @param {Span[]} spans in order @param {number} offset */
export function lastBefore(spans, offset) {
  let low = 0;
  for (let high = spans.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (spans[middle].start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Items that are taken in between two turns of the page. */
const CHUNK = 100;
/** @template T @param {T[]} items @param {() => Promise<unknown>} turn @param {(item: T, i: number) => void} take */
export async function inTurns(items, turn, take) {
  for (const [i, item] of items.entries()) {
    take(item, i);
    if (i % CHUNK === 0) await turn();
  }
}

export class ReportIndex {
  /** Entities, statements and facts. @type {Map<string, any>} */
  #byId = new Map();
  /** Contents of the statements that say who says what, in order of the text. @type {(Span & {of: Statement})[]} */
  #contents = [];
  #longest = 0;
  /** Who says a line, once that has been asked. @type {Map<number, Source[]>} */
  #sources = new Map();
  /** Why a line, or a fact, is not settled. @type {Map<number | string, string[]>} */
  reasons = new Map();
  /** Whether the article stands in the page itself, where an address can point at its words. */
  inPage = false;
  /** Where the entities are mentioned, once that is asked for. @type {import("./mentions.js").Mentions | undefined} */
  mentions;

  /** @param {string} text @param {Report} report @param {Words} words */
  constructor(text, report, words) {
    this.text = text;
    this.report = report;
    this.words = words;
    this.summary = report.summary;
    const [first] = report.paragraphs;
    /** Paragraphs that are the headline. */
    this.titled = report.title && first && contains(first, report.title) ? 1 : 0;
  }

  /**
   * An index, made ready in slices: `turn` is awaited between them.
   * @param {string} text @param {Report} report @param {Words} words
   * @param {() => Promise<unknown>} turn
   */
  static async of(text, report, words, turn) {
    const index = new ReportIndex(text, report, words);
    const { statements, facts, entities, summary } = report;
    for (const list of /** @type {{id: string}[][]} */ ([statements, facts, entities]))
      await inTurns(list, turn, (each) => void index.#byId.set(each.id, each));
    await inTurns(statements, turn, (of) => {
      for (const span of of.claims ? of.content : []) {
        index.#contents.push({ ...bare(span), of });
        index.#longest = Math.max(index.#longest, span.end - span.start);
      }
    });
    index.#contents.sort(inOrder);
    await inTurns(summary.unsettled, turn, ({ line, fact, why }) => {
      for (const key of [line, fact]) index.reasons.set(key, [...new Set([...(index.reasons.get(key) ?? []), why])]);
    });
    return index;
  }

  /** @param {string} key @param {Record<string, string | number>} [values] */
  say(key, values) {
    return say(this.words, key, values);
  }

  /** @param {Span} span */
  slice({ start, end }) {
    return this.text.slice(start, end);
  }

  /** @param {string | undefined | null} id @returns {any} */
  get(id) {
    return id == null ? undefined : this.#byId.get(id);
  }

  /** Index into the report's paragraphs. @param {number} offset */
  paragraph(offset) {
    return Math.max(0, lastBefore(this.report.paragraphs, offset));
  }

  /** Index into the report's sentences. @param {number} offset */
  sentence(offset) {
    return Math.max(0, lastBefore(this.report.sentences, offset));
  }

  /** The sentence that holds an offset. @param {number} offset @returns {Span} */
  sentenceAt(offset) {
    return this.report.sentences[this.sentence(offset)] ?? { start: 0, end: this.text.length };
  }

  /** @param {Span} span */
  inTitle(span) {
    return !!this.report.title && contains(this.report.title, span);
  }

  /** Where the words stand, for the eye and for the ear. @param {Span} span */
  place(span) {
    const n = this.paragraph(span.start) + 1 - this.titled;
    if (!n) return { short: this.say("theHeadline"), long: this.say("theHeadline") };
    return { short: `¶${n}`, long: this.say("paragraph", { n }) };
  }

  /** The innermost statement that claims these words. @param {Span} span @returns {Statement | undefined} */
  statementAt(span) {
    let best;
    for (let i = lastBefore(this.#contents, span.start); i >= 0; i--) {
      const content = this.#contents[i];
      if (content.start + this.#longest < span.start) break;
      if (span.start < content.end && (!best || content.end - content.start < best.end - best.start)) best = content;
    }
    return best?.of;
  }

  /** The facts that a line tells, weightiest first, each with the words that name it there. @param {Line} line */
  factsIn(line) {
    const words = wordsOf(line);
    const told = line.facts.flatMap((id) => {
      const fact = /** @type {Fact | undefined} */ (this.get(id));
      const names = fact ? [fact.trigger, ...fact.mentions].filter((s) => words.some((part) => overlaps(part, s))) : [];
      const [naming] = names.sort((a, b) => b.end - b.start - (a.end - a.start));
      return fact && naming ? [{ fact, naming }] : [];
    });
    return told.sort((a, b) => b.fact.salience - a.fact.salience);
  }

  /**
   * From the first to the last word of a fact around one of its names, quotation marks included.
   * @param {Fact} fact @param {Span} naming
   */
  stretch({ roles, counts, hedges }, naming) {
    const sentence = this.sentenceAt(naming.start);
    const parts = [...roles.filter(({ inherited }) => !inherited), ...counts, ...hedges];
    const hull = hullOf([naming, ...parts.filter((part) => contains(sentence, part))]);
    for (const { start, end } of this.statementAt(naming)?.quotations ?? []) {
      if (hull.start === start + 1) hull.start = start;
      if (hull.end < end && hull.end > start && end - hull.end <= 2) hull.end = end;
    }
    return hull;
  }

  /** Who says a line, each once: as it says itself, else whose words its facts are. @param {number} i */
  sources(i) {
    const known = this.#sources.get(i);
    if (known) return known;
    const line = this.summary.lines[i];
    const namings = this.factsIn(line).map(({ naming }) => naming);
    const spans = [...namings.sort(inOrder), ...wordsOf(line).slice(0, 1)];
    const own = /** @type {Statement | undefined} */ (this.get(line.statement));
    const statements = own?.claims ? [own] : spans.map((span) => this.statementAt(span));
    const written = line.parts.find(({ as }) => as === "source");
    const said = statements.flatMap((statement) => statement?.source ?? []);
    if (written && !said.length) said.push({ ...written, anonymous: false });
    const sources = said.map(({ start, end, entity: id, anonymous }) => {
      const entity = this.get(id);
      const text = written || !entity ? this.slice(written ?? { start, end }) : this.label(entity);
      return { key: entity?.id ?? text.toLowerCase(), text, entity, anonymous };
    });
    const named = sources.filter(({ text }) => !PRONOUN.test(text));
    const each = [...new Map(named.map((source) => [source.key, source])).values()];
    this.#sources.set(i, each);
    return each;
  }

  /** Who it is, in words of the text: its name, or how it is first spoken of. @param {Entity} entity */
  label(entity) {
    const { mentions, name } = entity;
    if (this.isNamed(entity) && mentions.some((mention) => this.slice(mention).includes(name))) return name;
    const told = mentions.filter(({ level }) => level !== "pronoun");
    const first = told.find((mention) => !this.inTitle(mention)) ?? told[0] ?? mentions[0];
    return first ? this.slice(first) : "";
  }

  /** @param {Entity} entity */
  isNamed(entity) {
    return entity.mentions.some(({ level }) => level === "named");
  }
}

/**
 * The parts of a line as they follow each other, with the white space between them, as the engine joins them.
 * @param {Part[]} parts @param {string} text
 */
export function joinParts(parts, text) {
  let end = -1;
  let omitted = false;
  let last = "";
  return parts.filter(({ as }) => as !== "source").map((part) => {
    const [insert, omission] = [part.as === "insert", part.as === "omission"];
    const slice = text.slice(part.start, part.end);
    const words = omission ? "…" : insert ? `[${slice}]` : slice;
    const meets = omission ? /[\p{L}\p{N}]$/u.test(last) : omitted && /^[\p{L}\p{N}]/u.test(words);
    const before = last && (insert || part.start > end || meets) ? " " : "";
    if (!insert) [end, omitted] = [part.end, omission];
    last = words;
    return { part, before, words };
  });
}

/** A line without its source: what is searched and copied. @param {ReportIndex} index @param {number} i */
export const lineText = ({ summary, text }, i) =>
  joinParts(summary.lines[i].parts, text).map(({ before, words }) => before + words).join("");
