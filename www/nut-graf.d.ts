/** `<nut-graf>` and the report: schema "nutgraf/2". Offsets are UTF-16 units of the analysed string, half-open. */

export interface Span {
  start: number;
  end: number;
}
export type EntityType =
  | "PERSON" | "NORP" | "ORG" | "GPE" | "LOC" | "FAC" | "EVENT" | "PRODUCT" | "WORK_OF_ART" | "LAW" | "LANGUAGE"
  | "DATE" | "TIME" | "PERCENT" | "MONEY" | "QUANTITY" | "ORDINAL" | "CARDINAL" | "WEAPON" | "PLATFORM" | "VEHICLE";
export type Role =
  | "agent" | "patient" | "recipient" | "instrument" | "place" | "origin" | "destination" | "time" | "cause"
  | "purpose" | "topic";
export type Comparator = "=" | ">" | ">=" | "<" | "<=" | "~" | "range" | "vague";
export type Polarity = "asserted" | "negated";
export type Certainty = "certain" | "probable" | "possible" | "unknown" | "counterfactual";
export type Modality = "actual" | "future" | "intended" | "requested" | "hypothetical" | "generic";
export type Reason =
  | "alleged" | "denied" | "disputed" | "unverified" | "probable" | "possible" | "planned" | "conditional";
export type BlockKind =
  | "title" | "standfirst" | "byline" | "dateline" | "timestamp" | "caption" | "credit" | "promo" | "list" | "table"
  | "question" | "prose";
export type Order = "points" | "source" | "time" | "unsettled" | "all";

export interface Token extends Span { lemma: string; pos: string; tag: string; head: number; dep: string }
/** `digest`: the first 16 hex digits of the SHA-256 of the sentence. */
export interface Sentence extends Span { digest: string }
export interface Block extends Span { kind: BlockKind }
export interface Value {
  kind: "count" | "quantity" | "money" | "percent" | "ordinal" | "date" | "time" | "duration" | "age";
  value: number | null;
  max?: number;
  comparator?: Comparator;
  unit?: string;
  iso?: string;
}
export interface Mention extends Span { level: "named" | "nominal" | "pronoun"; type?: EntityType }
export interface Entity {
  id: string;
  type: EntityType;
  name: string;
  aliases: string[];
  salience: number;
  value?: Value;
  mentions: Mention[];
}
export interface Statement {
  id: string;
  mode: "direct" | "mixed" | "paraphrase" | "according_to" | "nominal";
  source: (Span & { entity?: string; anonymous: boolean }) | null;
  cue: Span | null;
  content: Span[];
  quotations: Span[];
  /** Whether it says who says what; else it is a stance, such as a wish or a fear. */
  claims: boolean;
  within?: string;
  confidence: number;
}
/** `figure`: where the digits are, without comparator and unit. */
export interface Count extends Span {
  of: Role | "event" | "distance";
  value: number | null;
  max?: number;
  comparator: Comparator;
  unit: string;
  figure?: Span;
}
/** `statement` null: the article itself. */
export interface Claim {
  statement: string | null;
  polarity: Polarity;
  certainty: Certainty;
  modality: Modality;
  counts: number[];
}
export interface Fact {
  id: string;
  type: string;
  trigger: Span & { lemma: string };
  mentions: Span[];
  roles: (Span & { role: Role; entity?: string; via: string; inherited?: boolean })[];
  counts: Count[];
  place?: {
    distance?: number; unit?: string; comparator?: Comparator; bearing?: string; landmark: Span; within?: Span;
  };
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
  /** The line that tells it first. */
  line: number | null;
}

/** A part of a line: words as they stand, an insert from elsewhere in the article, words left out, or who says so. */
export interface Part extends Span { as: "words" | "insert" | "omission" | "source" }
export interface Line {
  parts: Part[];
  text: string;
  facts: string[];
  statement: string | null;
  stands: boolean;
  confidence: number;
  weight: number;
}
export interface Answer extends Span { text: string; fact?: string }
export interface KeyNumber { fact: string; count: number; line: number }
export interface Unsettled { line: number; fact: string; why: Reason }
export interface TimelineEntry { iso: string | null; text: Span; lines: number[] }
export interface Actor { entity: string; did: string[]; undergone: string[]; lines: number[] }
/** Everything but `lines` points at lines by their index. */
export interface Summary {
  lines: Line[];
  main: number | null;
  points: number[];
  questions: Record<"who" | "what" | "when" | "where" | "why" | "how", Answer | null>;
  numbers: KeyNumber[];
  unsettled: Unsettled[];
  timeline: TimelineEntry[];
  actors: Actor[];
}
export interface Report {
  schema: "nutgraf/2";
  unit: "utf16";
  engine: string;
  model: string;
  length: number;
  textHash: string;
  language: string;
  title: Span | null;
  date: string | null;
  paragraphs: Span[];
  blocks: Block[];
  sentences: Sentence[];
  tokens?: Token[];
  entities: Entity[];
  statements: Statement[];
  facts: Fact[];
  summary: Summary;
}

export interface NutGrafEventMap {
  "nut-graf-report": CustomEvent<{ report: Report; text: string }>;
  "nut-graf-select": CustomEvent<{ line: number | null; before: number | null }>;
  "nut-graf-filter": CustomEvent<{ entity: string | null; query: string; order: Order }>;
  "nut-graf-marks": CustomEvent<{ marks: string[] }>;
  "nut-graf-progress": CustomEvent<{ stage: string; done: number; total: number }>;
  "nut-graf-error": CustomEvent<{ error: Error & { code?: string }; code: string }>;
}
export type Format =
  | "json" | "text" | "md" | "csv" | "entities.csv" | "statements.csv" | "html" | "ann" | "jsonld" | "displacy"
  | "schema";

export class NutGraf extends HTMLElement {
  static define(tag?: string, registry?: CustomElementRegistry): void;
  static words: Record<string, unknown>;
  text: string;
  get report(): Report | null;
  set report(report: Report | null | undefined);
  readonly ready: Promise<Report>;
  get words(): Record<string, unknown>;
  set words(words: Record<string, unknown>);
  htmlFor: string | null;
  src: string | null;
  date: string | null;
  /** The index of the chosen line. */
  selected: string | null;
  order: string;
  marks: string;
  blocks: string;
  brand: string;
  compact: boolean;
  headingLevel: number;
  analyze(options?: { force?: boolean }): Promise<Report>;
  cancel(): void;
  export(format: Format | string): Promise<string>;
  addEventListener<K extends keyof NutGrafEventMap>(
    type: K,
    listener: (this: NutGraf, event: NutGrafEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "nut-graf": NutGraf;
  }
}
