/** `<nut-graf>` and the report: schema "nutgraf/1". Offsets are UTF-16 units of the analysed string, half-open. */

export interface Span { start: number; end: number }

export type EntityType =
  | "PERSON" | "NORP" | "ORG" | "GPE" | "LOC" | "FAC" | "EVENT" | "PRODUCT" | "WORK_OF_ART" | "LAW" | "LANGUAGE" | "DATE"
  | "TIME" | "PERCENT" | "MONEY" | "QUANTITY" | "ORDINAL" | "CARDINAL" | "WEAPON" | "PLATFORM" | "VEHICLE";
export type Role =
  | "agent" | "patient" | "recipient" | "instrument" | "place" | "origin" | "destination" | "time" | "cause" | "purpose" | "topic";
export type Comparator = "=" | ">" | ">=" | "<" | "<=" | "~" | "range" | "vague";
export type Polarity = "asserted" | "negated";
export type Certainty = "certain" | "probable" | "possible" | "unknown" | "counterfactual";
export type Modality = "actual" | "future" | "intended" | "requested" | "hypothetical" | "generic";

export interface Token extends Span { lemma: string; pos: string; tag: string; head: number; dep: string }
/** `digest`: the first 16 hex digits of the SHA-256 of the sentence. */
export interface Sentence extends Span { digest?: string }
export interface Value {
  kind: "count" | "quantity" | "money" | "percent" | "ordinal" | "date" | "time" | "duration" | "age";
  value: number | null;
  max?: number;
  comparator?: Comparator;
  unit?: string;
  iso?: string;
}
export interface Mention extends Span { level: "named" | "nominal" | "pronoun"; type?: EntityType }
export interface Entity { id: string; type: EntityType; name: string; aliases: string[]; salience: number; value?: Value; mentions: Mention[] }
export interface Statement {
  id: string;
  mode: "direct" | "mixed" | "paraphrase" | "according_to" | "nominal";
  source: (Span & { entity?: string; anonymous: boolean }) | null;
  cue: Span | null;
  content: Span[];
  quotations: Span[];
  within?: string;
  confidence: number;
}
/** `figure`: where the digits are, without comparator and unit. */
export interface Count extends Span { of: Role | "event" | "distance"; value: number | null; max?: number; comparator: Comparator; unit: string; figure?: Span }
/** `statement` null: the article itself. */
export interface Claim { statement: string | null; polarity: Polarity; certainty: Certainty; modality: Modality; counts: number[] }
export interface Fact {
  id: string;
  type: string;
  trigger: Span & { lemma: string };
  mentions: Span[];
  roles: (Span & { role: Role; entity?: string; via: string; inherited?: boolean })[];
  counts: Count[];
  place?: { distance?: number; unit?: string; comparator?: Comparator; bearing?: string; landmark: Span; within?: Span };
  time: string | null;
  polarity: Polarity;
  certainty: Certainty;
  modality: Modality;
  hedges: Span[];
  loaded?: Span[];
  claims: Claim[];
  conflicts: { field: string; claims: [number, number]; kind: "compatible" | "contradictory" }[];
  relations: { type: "causes" | "caused_by" | "part_of" | "before" | "contradicts"; fact: string }[];
  evidence: Span[];
  salience: number;
  confidence: number;
}
export interface Line { text: string; parts: { text: string; span?: Span }[]; facts: string[] }
export interface Answer extends Span { text: string; fact?: string }
export interface NumberLine { fact: string; count: number; line: Line }
export interface TimelineEntry { iso: string | null; text: Span | null; facts: string[] }
export interface Summary {
  headline: Line | null;
  questions: Record<"who" | "what" | "when" | "where" | "why" | "how", Answer | null>;
  numbers: NumberLine[];
  lines: Line[];
  unconfirmed: Line[];
  timeline: TimelineEntry[];
  actors: { entity: string; did: string[]; undergone: string[] }[];
}
export interface Report {
  schema: "nutgraf/1";
  unit: "utf16";
  engine: string;
  model: string;
  length: number;
  textHash: string;
  language: string;
  title: Span | null;
  date: string | null;
  paragraphs: Span[];
  sentences: Sentence[];
  tokens?: Token[];
  entities: Entity[];
  statements: Statement[];
  facts: Fact[];
  summary: Summary;
}

export interface NutGrafEventMap {
  "nut-graf-report": CustomEvent<{ report: Report; text: string }>;
  "nut-graf-select": CustomEvent<{ fact: string | null; before: string | null }>;
  "nut-graf-filter": CustomEvent<{ off: string[] }>;
  "nut-graf-progress": CustomEvent<{ stage: string; done: number; total: number }>;
  "nut-graf-error": CustomEvent<{ error: Error & { code?: string }; code: string }>;
}

export type Format = "json" | "md" | "csv" | "entities.csv" | "statements.csv" | "html" | "ann" | "jsonld" | "displacy" | "schema";

export class NutGraf extends HTMLElement {
  static define(tag?: string, registry?: CustomElementRegistry): void;
  static words: Record<string, unknown>;
  text: string;
  get report(): Report | null;
  set report(report: Report | null | undefined);
  readonly ready: Promise<Report>;
  get words(): Record<string, unknown>;
  set words(words: Record<string, unknown>);
  selected: string | null;
  off: string;
  htmlFor: string | null;
  src: string | null;
  date: string | null;
  headingLevel: number;
  analyze(options?: { force?: boolean }): Promise<Report>;
  cancel(): void;
  export(format: Format | string): Promise<string>;
  addEventListener<K extends keyof NutGrafEventMap>(type: K, listener: (this: NutGraf, event: NutGrafEventMap[K]) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

export const LEVELS: string[];

declare global {
  interface HTMLElementTagNameMap {
    "nut-graf": NutGraf;
  }
}
