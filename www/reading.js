// @ts-check
/**
 * A report and its text, ready to be looked up: which paragraph, which source, which words. It knows the report and no
 * page; offsets are UTF-16 units of the text, half-open.
 */
import { say } from "./say.js";

/** @typedef {import("./nut-graf.js").Span} Span */
/** @typedef {import("./nut-graf.js").Fact} Fact */
/** @typedef {import("./nut-graf.js").Statement} Statement */
/** @typedef {import("./nut-graf.js").Claim} Claim */
/** @typedef {import("./nut-graf.js").Count} Count */
/** @typedef {import("./nut-graf.js").Line} Line */

/** A mention as it is marked. @typedef {Span & {level: string, entity: any, index: number, kind: string}} Mark */

/** The kinds of entity by family: each family has its own underline. */
export const FAMILIES = {
  who: ["PERSON", "ORG", "GROUP", "NORP"],
  where: ["GPE", "LOC", "FAC"],
  when: ["DATE", "TIME"],
  many: ["CARDINAL", "QUANTITY", "MONEY", "PERCENT", "ORDINAL"],
  what: ["WEAPON", "PLATFORM", "VEHICLE", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART", "LANGUAGE"],
};

/** How a mention refers; pronouns are not marked unless asked for. */
export const LEVELS = ["named", "nominal", "pronoun"];

/** The family of each kind. @type {Record<string, string>} */
export const FAMILY = Object.fromEntries(Object.entries(FAMILIES).flatMap(([family, kinds]) => kinds.map((kind) => [kind, family])));

/** @param {Span} outer @param {Span} inner */
export const contains = (outer, inner) => outer.start <= inner.start && inner.end <= outer.end;
/** @param {Span} a @param {Span} b */
export const overlaps = (a, b) => a.start < b.end && b.start < a.end;

/** Index of the last span that starts at or before `offset`; spans in order. @param {Span[]} spans @param {number} offset */
function lastBefore(spans, offset) {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle].start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Items that are taken in between two turns of the page. */
const CHUNK = 200;

/** Outer before inner. @param {Span} a @param {Span} b */
const inOrder = (a, b) => a.start - b.start || b.end - a.end;

/** @template K, V @param {Map<K, V[]>} map @param {K} key @param {V} value */
function push(map, key, value) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

export class Reading {
  /** Entities, statements and facts. @type {Map<string, any>} */
  byId = new Map();
  /** The line that tells a fact. @type {Map<string, Line>} */
  lines = new Map();
  /** Facts by the statements that claim them. @type {Map<string, Fact[]>} */
  claimedBy = new Map();
  /** Contents of the statements in order of the text, with their statement. @type {(Span & {of: Statement})[]} */
  contents = [];
  /** The entities that have a name. */
  named = new Set();
  /** Every mention in order of the text, the outer before the inner. @type {Mark[]} */
  marks = [];

  /** @param {string} text @param {import("./nut-graf.js").Report} report @param {import("./say.js").Words} words */
  constructor(text, report, words) {
    this.text = text;
    this.report = report;
    this.words = words;
    this.titled = report.title && report.paragraphs[0] && contains(report.paragraphs[0], report.title) ? 1 : 0;
    this.longest = 0;
    /** Whether the article stands in the page itself, where an address can point at its words. */
    this.inPage = false;
  }

  /**
   * A reading, made ready in slices: `turn` is awaited between them.
   * @param {string} text @param {import("./nut-graf.js").Report} report @param {import("./say.js").Words} words @param {() => Promise<unknown>} turn
   */
  static async of(text, report, words, turn) {
    const reading = new Reading(text, report, words);
    const { headline, lines, unconfirmed } = report.summary;
    for (const line of [...lines, ...unconfirmed, ...(headline ? [headline] : [])])
      for (const fact of line.facts) if (!reading.lines.has(fact)) reading.lines.set(fact, line);
    await turn();
    for (const [i, statement] of report.statements.entries()) {
      reading.#takeStatement(statement);
      if (i % CHUNK === 0) await turn();
    }
    reading.contents.sort(inOrder);
    for (const [i, fact] of report.facts.entries()) {
      reading.byId.set(fact.id, fact);
      for (const { statement } of fact.claims) if (statement) push(reading.claimedBy, statement, fact);
      if (i % CHUNK === 0) await turn();
    }
    /** @type {Map<number, Mark[]>} */
    const byParagraph = new Map();
    for (const [i, entity] of report.entities.entries()) {
      reading.#takeEntity(entity, byParagraph);
      if (i % CHUNK === 0) await turn();
    }
    for (let i = 0; i < report.paragraphs.length; i++) {
      reading.marks.push(...(byParagraph.get(i) ?? []).sort(inOrder));
      if (i % CHUNK === 0) await turn();
    }
    return reading;
  }

  /** @param {Statement} statement */
  #takeStatement(statement) {
    this.byId.set(statement.id, statement);
    for (const { start, end } of statement.content) {
      this.contents.push({ start, end, of: statement });
      this.longest = Math.max(this.longest, end - start);
    }
  }

  /** @param {any} entity @param {Map<number, Mark[]>} byParagraph */
  #takeEntity(entity, byParagraph) {
    this.byId.set(entity.id, entity);
    if (entity.mentions.some((/** @type {any} */ mention) => mention.level === "named")) this.named.add(entity);
    for (const [index, mention] of entity.mentions.entries()) {
      const { start, end, level } = mention;
      push(byParagraph, this.paragraph(start), { start, end, level, entity, index, kind: this.kind(entity, mention) });
    }
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
    return id == null ? undefined : this.byId.get(id);
  }

  /** Index into the report's paragraphs. @param {number} offset */
  paragraph(offset) {
    return Math.max(0, lastBefore(this.report.paragraphs, offset));
  }

  /** Index into the report's sentences. @param {number} offset */
  sentence(offset) {
    return Math.max(0, lastBefore(this.report.sentences, offset));
  }

  /** Number printed beside a paragraph; 0 for the headline. @param {number} index */
  number(index) {
    return index + 1 - this.titled;
  }

  /** @param {Span} span */
  inTitle(span) {
    return !!this.report.title && contains(this.report.title, span);
  }

  /** Where the words stand, for the eye and for the ear. @param {Span} span */
  place(span) {
    const n = this.number(this.paragraph(span.start));
    return n ? { short: `¶${n}`, long: this.say("paragraph", { n }) } : { short: this.say("theHeadline"), long: this.say("theHeadline") };
  }

  /** The marks that start in a stretch of the text. @param {Span} span */
  marksIn({ start, end }) {
    let i = lastBefore(this.marks, start);
    while (i > 0 && this.marks[i - 1].start >= start) i--;
    if (i < 0 || this.marks[i].start < start) i++;
    const first = i;
    while (i < this.marks.length && this.marks[i].start < end) i++;
    return this.marks.slice(first, i);
  }

  /** An address for the sentence at an offset, to copy or to open: its words, where they stand in the page. @param {number} offset @param {string} [fact] */
  address(offset, fact) {
    if (!this.inPage) {
      // What the page keeps in its address stays there.
      const state = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
      if (fact) state.set("fact", fact);
      else state.delete("fact");
      return `#${state}`;
    }
    const words = this.slice(this.report.sentences[this.sentence(offset)]).split(/\s+/);
    const quoted = words.length > 12 ? [words.slice(0, 5), words.slice(-5)] : [words];
    return `#:~:text=${quoted.map((part) => encodeURIComponent(part.join(" ")).replaceAll("-", "%2D")).join(",")}`;
  }

  /** The innermost statement whose words these are. @param {Span} span @returns {Statement | undefined} */
  statementAt(span) {
    let best;
    for (let i = lastBefore(this.contents, span.start); i >= 0; i--) {
      const content = this.contents[i];
      if (content.start + this.longest < span.start) break;
      if (span.start < content.end && (!best || content.end - content.start < best.end - best.start)) best = content;
    }
    return best?.of;
  }

  /** Whether the words are the source's own. @param {Statement} statement @param {Span[]} spans @returns {"verbatim" | "partly" | "reporter"} */
  mode(statement, spans = statement.content) {
    const quoted = spans.filter((span) => statement.quotations.some((quotation) => overlaps(quotation, span)));
    if (!quoted.length) return "reporter";
    const whole = spans.every((span) => statement.quotations.some((quotation) => contains(quotation, span)));
    return whole ? "verbatim" : "partly";
  }

  /** Who it is, in the article's words. @param {any} entity */
  label(entity) {
    if (this.named.has(entity)) return entity.name;
    const first = entity.mentions.find((/** @type {any} */ mention) => mention.level !== "pronoun");
    return first ? this.slice(first) : entity.name;
  }

  /** Who says it. @param {Statement | undefined} statement */
  source(statement) {
    const source = statement?.source;
    if (!source) return null;
    const entity = this.get(source.entity);
    return { text: entity ? this.label(entity) : this.slice(source), entity, anonymous: source.anonymous };
  }

  /** The kind an entity, or one mention of it, is shown as: a group is an organisation that is nowhere named. @param {any} entity @param {any} [mention] */
  kind(entity, mention) {
    const type = mention?.type ?? entity.type;
    if (type !== "ORG") return type;
    return this.named.has(entity) ? "ORG" : "GROUP";
  }

  /** How sure: a key of the words table. @param {{polarity: string, certainty: string, modality: string}} claim @param {Fact} [fact] */
  certainty({ polarity, certainty, modality }, fact) {
    if (polarity === "negated") return fact?.type === "say.refuse" ? "declined" : "denied";
    if (certainty === "unknown" && (modality === "intended" || modality === "requested" || modality === "hypothetical")) return modality;
    if (certainty === "certain" && modality === "future") return "future";
    return certainty;
  }

  /** A date that the text's own words leave open, as the calendar has it; none if a part of it is not known. @param {string | null | undefined} iso */
  calendar(iso) {
    return iso && /^\d{4}/.test(iso) && !iso.endsWith("/") ? iso.replace("/", " – ") : null;
  }

  /** The words that name the event in this claim. @param {Fact} fact @param {Claim | undefined} claim @returns {Span} */
  claimed(fact, claim) {
    const named = [fact.trigger, ...fact.mentions];
    const own = named.find((span) => (this.statementAt(span)?.id ?? null) === (claim?.statement ?? null));
    return own ?? this.get(claim?.statement)?.content[0] ?? fact.trigger;
  }

  /** The claim these words are part of. @param {Fact} fact @param {Span} span */
  claimAt(fact, span) {
    const id = this.statementAt(span)?.id ?? null;
    return fact.claims.find((claim) => claim.statement === id) ?? fact.claims[0];
  }

  /** The shortest stretch of the text around one naming of the event that holds its parts there. @param {Fact} fact @param {Span} [around] @returns {Span} */
  stretch(fact, around = fact.trigger) {
    const sentence = this.report.sentences[this.sentence(around.start)] ?? around;
    const parts = [...fact.roles.filter((role) => !role.inherited), ...fact.counts, ...fact.hedges].filter((part) => contains(sentence, part));
    return {
      start: Math.min(around.start, ...parts.map((part) => part.start)),
      end: Math.max(around.end, ...parts.map((part) => part.end)),
    };
  }

  /** The line that tells a fact, or the stretch of the text that does. @param {Fact} fact @returns {Line} */
  line(fact) {
    const line = this.lines.get(fact.id);
    if (line) return line;
    const span = this.stretch(fact);
    const text = this.slice(span);
    return { text, parts: [{ text, span }], facts: [fact.id] };
  }

  /** What the event is called in its line: the trigger as it is inflected there. @param {Fact} fact */
  verb(fact) {
    const parts = [...(this.report.summary.headline?.parts ?? []), ...(this.lines.get(fact.id)?.parts ?? [])];
    const part = parts.find(({ span }) => span && span.start === fact.trigger.start && span.end === fact.trigger.end);
    return part?.text ?? this.slice(fact.trigger);
  }
}
