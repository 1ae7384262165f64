// @ts-check
/**
 * The client of the engine: in a worker where there are workers, else on the thread that asks. Every call settles;
 * every error is an `Error` with a `code`, but for arguments of the wrong type, which are a `TypeError`.
 */
import { findModel, findWasm, findWorker, openWorker } from "./asset-urls.js";
import { get, loadEngine } from "./engine.js";
import { coded } from "./errors.js";
import { scriptAddress } from "./trusted.js";
/** @import { AnalyzeOptions, LoadOptions } from "./analyzer.d.ts" */
/** @import { Report } from "./nut-graf.js" */
/** How a call is made. @typedef {Pick<AnalyzeOptions, "signal" | "owner" | "onprogress" | "onfirst">} How */
/** @typedef {How & PromiseWithResolvers<any> & {method: string, args: any, parts: Part[]}} Call */
/** Items of a list of a report. @typedef {{path: string[], items: any[]}} Part */

/** How long a call waits for one whose answer nobody wants any more: about what a new worker takes; in milliseconds. */
const PATIENCE_MS = 300;

export class Analyzer {
  #options;
  #worker = /** @type {Worker | null} */ (null);
  /** What takes a call, once the engine is loaded. */
  #engine = /** @type {((id: number, call: Call) => void) | null} */ (null);
  /** The loading that is under way. */
  #opening = /** @type {object | null} */ (null);
  /** That the worker's script is the one that was asked for. */
  #checked = /** @type {Promise<any> | null} */ (null);
  /** Those that are not answered, the first made first. @type {Map<number, Call>} */
  #calls = new Map();
  #next = 1;
  /** The call that the engine has, or 0: it gets the next when it has answered. */
  #sent = 0;
  #patience = /** @type {any} */ (0);

  /** @param {LoadOptions} [options] */
  constructor(options = {}) {
    this.#options = options;
  }

  /** A client whose engine is loaded: ready to analyse. @param {LoadOptions} [options] */
  static async load(options = {}) {
    const analyzer = new Analyzer(options);
    await analyzer.#call("load", {}, { onprogress: options.onprogress });
    return analyzer;
  }

  /** What the text says. @param {string} text @param {AnalyzeOptions} [options] @returns {Promise<Report>} */
  async analyze(text, { date, tokens, force, ...how } = {}) {
    needs("text", "string", text);
    if (date !== undefined) needs("date", "string", date);
    return this.#call("analyze", { text, options: { date, tokens, force }, first: !!how.onfirst }, how);
  }

  /** The article as safe HTML with marks. @param {string} text @param {Report} report @returns {Promise<string>} */
  async toHtml(text, report) {
    needs("text", "string", text);
    needs("report", "object", report);
    return this.#call("toHtml", { text, report });
  }

  /** What of the report does not hold for the text. @param {Report} report @param {string} text */
  async verify(report, text) {
    needs("report", "object", report);
    needs("text", "string", text);
    return this.#call("verify", { report, text });
  }

  /** The report in another format. @param {string} text @param {Report} report @param {string} format */
  async export(text, report, format) {
    needs("text", "string", text);
    needs("report", "object", report);
    needs("format", "string", format);
    return this.#call("export", { text, report, format });
  }

  /** Ends the worker and frees the engine. Open calls are rejected as aborted; a later call starts afresh. */
  dispose() {
    this.#fail(coded("aborted", "the analyzer was disposed of"));
  }

  /** @param {string} method @param {any} args @param {How} [how] @returns {Promise<any>} */
  #call(method, args, how = {}) {
    const { signal, owner } = how;
    if (signal?.aborted) return Promise.reject(aborted(signal));
    const id = this.#next++;
    const answer = withResolvers();
    this.#calls.set(id, { ...how, ...answer, method, args, parts: [] });
    const older = owner ? [...this.#calls].filter(([other, call]) => call.owner === owner && other !== id) : [];
    for (const [other] of older) this.#drop(other, coded("superseded", "a newer text replaced this one"));
    const onabort = () => this.#drop(id, aborted(/** @type {AbortSignal} */ (signal)));
    signal?.addEventListener("abort", onabort, { once: true });
    void this.#proceed();
    return answer.promise.finally(() => signal?.removeEventListener("abort", onabort));
  }

  /** Gives the engine the call that has waited longest. */
  async #proceed() {
    // Whoever asks may think again at once.
    await undefined;
    if (this.#sent || !this.#calls.size) return;
    if (!this.#engine) return this.#open();
    const [[id, call]] = this.#calls;
    this.#sent = id;
    try {
      this.#engine(id, call);
    } catch (error) {
      this.#settle(id, "reject", error);
    }
  }

  /**
   * Rejects a call whose answer nobody waits for: what has not begun never does, and a worker that is at nothing else
   * is ended. @param {number} id @param {Error} reason
   */
  #drop(id, reason) {
    const call = this.#calls.get(id);
    if (!call) return;
    this.#calls.delete(id);
    call.reject(reason);
    if (!this.#calls.size) return this.#end();
    if (this.#sent !== id) return;
    this.#patience = setTimeout(() => {
      this.#end();
      void this.#proceed();
    }, PATIENCE_MS);
  }

  #end() {
    clearTimeout(this.#patience);
    this.#sent = 0;
    if (!this.#worker) return;
    this.#worker.terminate();
    this.#worker = this.#engine = this.#opening = null;
  }

  /** @param {Error} error */
  #fail(error) {
    this.#end();
    this.#engine = this.#opening = null;
    const calls = [...this.#calls.values()];
    this.#calls.clear();
    for (const call of calls) call.reject(error);
  }

  /** Loads the engine, in a worker where there are workers. */
  async #open() {
    if (this.#opening) return;
    const opening = (this.#opening = {});
    try {
      const { wasm = await findWasm(), model = await findModel(), worker, glue, integrity } = this.#options;
      await this.#check();
      if (this.#opening !== opening) return;
      if (!this.#calls.size) return void (this.#opening = null);
      if (worker !== false && typeof Worker !== "undefined") return this.#start(wasm, model);
      const onprogress = (/** @type {any} */ progress) => this.#tell(progress);
      const engine = /** @type {any} */ (await loadEngine({ glue, integrity, wasm, model, onprogress }));
      if (this.#opening !== opening) return;
      this.#begin((id, { method, args, onprogress, onfirst }) => {
        this.#settle(id, "resolve", method === "load" ? undefined : engine[method](args, onprogress, onfirst));
      });
    } catch (error) {
      if (this.#opening === opening) this.#fail(error instanceof Error ? error : coded("other", String(error)));
    }
  }

  /** @param {(id: number, call: Call) => void} engine */
  #begin(engine) {
    this.#engine = engine;
    this.#opening = null;
    void this.#proceed();
  }

  /** What all wait for. @param {any} progress */
  #tell(progress) {
    for (const call of this.#calls.values()) call.onprogress?.(progress);
  }

  /** Browsers check the digest of no worker: its script is looked at before it is started. */
  async #check() {
    const { worker = findWorker(), integrity } = this.#options;
    if (!integrity?.worker || !worker || typeof worker === "function" || typeof Worker === "undefined") return;
    this.#checked ??= get(address(worker), integrity.worker);
    await this.#checked.catch((error) => {
      this.#checked = null;
      throw error;
    });
  }

  /** Starts the worker, which says when its engine is loaded. @param {any} wasm @param {any} model */
  #start(wasm, model) {
    const { worker, integrity } = this.#options;
    const own = () => new Worker(scriptAddress(/** @type {string} */ (worker)), { type: "module" });
    const started = typeof worker === "function" ? worker() : worker ? own() : openWorker();
    started.onmessage = ({ data }) => this.#receive(data);
    started.onerror = (event) => {
      event.preventDefault?.();
      this.#fail(coded(event.message ? "crashed" : "network", event.message || "the worker could not be started"));
    };
    started.onmessageerror = () => this.#fail(coded("crashed", "an answer could not be read"));
    const args = { wasm: address(wasm), model: address(model), integrity };
    started.postMessage({ id: 0, method: "configure", args });
    started.postMessage({ id: 0, method: "load", args: {} });
    this.#worker = started;
  }

  /** Answers come in parts, so that a long report makes no long task. @param {any} message */
  #receive({ id, ok, error, part, progress, first, fatal }) {
    const call = this.#calls.get(id);
    if (progress) return id ? call?.onprogress?.(progress) : this.#tell(progress);
    if (first) return call?.onfirst?.(first);
    if (part) return void call?.parts.push(part);
    if (fatal || (error && !id)) return this.#fail(coded(error.code, error.message));
    if (!id) return this.#begin((id, { method, args }) => this.#worker?.postMessage({ id, method, args }));
    const { code, message, language } = error ?? {};
    if (error) return this.#settle(id, "reject", Object.assign(coded(code, message), language && { language }));
    for (const { path, items } of call?.parts ?? []) path.reduce((owner, name) => owner[name], ok).push(...items);
    this.#settle(id, "resolve", ok);
  }

  /** @param {number} id @param {"resolve" | "reject"} how @param {any} value */
  #settle(id, how, value) {
    const call = this.#calls.get(id);
    this.#calls.delete(id);
    call?.[how](value);
    if (this.#sent !== id) return;
    clearTimeout(this.#patience);
    this.#sent = 0;
    void this.#proceed();
  }
}

/** As `Promise.withResolvers`, which Node 20 has not. @returns {PromiseWithResolvers<any>} */
function withResolvers() {
  const made = /** @type {any} */ ({});
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}

/** @param {string} name @param {"string" | "object"} type @param {unknown} value */
function needs(name, type, value) {
  if (typeof value === type && value !== null) return;
  const wanted = type === "object" ? "a report" : "a string";
  throw new TypeError(`${name} has to be ${wanted}, not ${value === null ? "null" : typeof value}`);
}

/** @param {AbortSignal} signal */
const aborted = (signal) =>
  Object.assign(coded("aborted", "the call was aborted"), { name: "AbortError", cause: signal.reason });

/** An address that a worker elsewhere understands; bytes and modules as they are. @param {any} source */
const address = (source) => {
  const named = typeof source === "string" || source instanceof URL;
  return named ? new URL(source, globalThis.document?.baseURI ?? import.meta.url).href : source;
};
