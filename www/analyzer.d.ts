import type { Report } from "./nut-graf.js";

export interface Progress { stage: string; done: number; total: number }
export interface LoadOptions {
  /** The module: its address, its bytes, or compiled. */
  wasm?: string | URL | Uint8Array | ArrayBuffer | WebAssembly.Module;
  /** The weights: their address or bytes. */
  model?: string | URL | Uint8Array | ArrayBuffer;
  /** The worker's script, or what makes the worker; `false`: on this thread. */
  worker?: string | URL | (() => Worker) | false;
  /** Digests as in a script's `integrity` (`sha384-…`): what is fetched has to match, else the code is `integrity`. */
  integrity?: { worker?: string; wasm?: string; model?: string };
  /** The module's JavaScript side, where it is not beside this file. */
  glue?: unknown;
  onprogress?: (progress: Progress) => void;
}
export interface AnalyzeOptions {
  /** The article's own date, `YYYY-MM-DD`. */
  date?: string;
  tokens?: boolean;
  /** Analyse although it does not look English. */
  force?: boolean;
  signal?: AbortSignal;
  /** A later call of the same owner supersedes this one. */
  owner?: object;
  onprogress?: (progress: Progress) => void;
  /**
   * Called once before a text of more than 20 kB is read as a whole, with a report of its first paragraphs: their
   * entities, and neither statements nor facts nor summary. The report of the whole may say something else of them.
   */
  onfirst?: (first: Report) => void;
}
/** What does not hold: a part of the report (`f3`, `s1`, `text`, `sentences[2]`) and why. */
export interface Finding { part: string; message: string }

/**
 * Errors are `Error`s with a `code`: aborted, superseded, crashed, wasm, model, network, integrity, language (its
 * `language` is the code of the likely one, if that can be told), too-long, date, options, report, format, method (the
 * worker is of another version), other. An argument of the wrong type is a `TypeError`.
 */
export class Analyzer {
  constructor(options?: LoadOptions);
  static load(options?: LoadOptions): Promise<Analyzer>;
  analyze(text: string, options?: AnalyzeOptions): Promise<Report>;
  toHtml(text: string, report: Report): Promise<string>;
  verify(report: Report, text: string): Promise<Finding[]>;
  export(text: string, report: Report, format: string): Promise<string>;
  dispose(): void;
}
