// @ts-check
/**
 * The client of the engine: in a worker where there are workers, else on the thread that asks. Every call settles; every
 * error is an `Error` with a `code`: `aborted`, `superseded`, `crashed`, `wasm`, `model`, `network`, `integrity`, `language`, `too-long`.
 */
import { coded } from "./errors.js";
import { get, loadEngine } from "./engine.js";
import { findModel, findWasm, findWorker, openWorker } from "./asset-urls.js";
import { scriptAddress } from "./trusted.js";

/**
 * @typedef {object} LoadOptions
 * @property {string | URL | Uint8Array | ArrayBuffer | WebAssembly.Module} [wasm] the module: its address, its bytes, or compiled
 * @property {string | URL | Uint8Array | ArrayBuffer} [model] the weights: their address or bytes
 * @property {string | URL | (() => Worker) | false} [worker] the worker's script or a function that makes it; `false`: no worker
 * @property {import("./engine.js").Integrity} [integrity] digests (`sha384-…`) that what is fetched has to match
 * @property {any} [glue] the module's JavaScript side, where it is not beside this file
 * @property {(progress: {stage: string, done: number, total: number}) => void} [onprogress]
 */

/** @typedef {{method: string, args: any, resolve: (value: any) => void, reject: (error: Error) => void, parts: {path: string[], items: any[]}[], owner?: object, onprogress?: (progress: any) => void, onfirst?: (first: any) => void}} Call */

/** How long a call waits for one that nobody wants the answer of any more, in milliseconds: about what a new worker takes to be ready. */
const PATIENCE_MS = 300;

export class Analyzer {
  /** @type {LoadOptions} */
  #options;
  /** @type {Worker | null} */
  #worker = null;
  /** What takes a call, once the engine is loaded. @type {((id: number, call: Call) => void) | null} */
  #engine = null;
  /** The loading that is under way. @type {object | null} */
  #opening = null;
  /** That the worker's script is the one that was asked for. @type {Promise<any> | null} */
  #checked = null;
  /** Those that are not answered, the first made first. @type {Map<number, Call>} */
  #calls = new Map();
  #next = 1;
  /** The call that the engine has, or 0: it gets the next when it has answered. */
  #sent = 0;
  /** @type {any} */
  #patience = 0;

  /** @param {LoadOptions} [options] */
  constructor(options = {}) {
    this.#options = options;
  }

  /**
   * A client whose engine is loaded: ready to analyse. @param {LoadOptions} [options]
   * @returns {Promise<Analyzer>}
   */
  static async load(options = {}) {
    const analyzer = new Analyzer(options);
    await analyzer.#call("load", {}, { onprogress: options.onprogress });
    return analyzer;
  }

  /**
   * What the text says. `owner`: a later call of the same owner supersedes this one; `onfirst` is called with the entities of a long
   * text's first paragraphs, in a report without facts, before the whole is read.
   * @param {string} text
   * @param {{date?: string, tokens?: boolean, force?: boolean, signal?: AbortSignal, owner?: object, onprogress?: (progress: any) => void, onfirst?: (first: any) => void}} [options]
   */
  async analyze(text, { date, tokens, force, signal, owner, onprogress, onfirst } = {}) {
    return this.#call("analyze", { text, options: { date, tokens, force }, first: !!onfirst }, { signal, owner, onprogress, onfirst });
  }

  /** The article as safe HTML with marks. @param {string} text @param {object} report @returns {Promise<string>} */
  async toHtml(text, report) {
    return this.#call("toHtml", { text, report });
  }

  /** What of the report no longer holds for the text. @param {object} report @param {string} text */
  async verify(report, text) {
    return this.#call("verify", { report, text });
  }

  /** The report in another format. @param {string} text @param {object} report @param {string} format @returns {Promise<string>} */
  async export(text, report, format) {
    return this.#call("export", { text, report, format });
  }

  /** Ends the worker and frees the engine. Open calls are rejected as aborted; a later call starts afresh. */
  dispose() {
    this.#fail(coded("aborted", "the analyzer was disposed of"));
  }

  /**
   * @param {string} method @param {any} args
   * @param {{signal?: AbortSignal, owner?: object, onprogress?: (progress: any) => void, onfirst?: (first: any) => void}} [how]
   * @returns {Promise<any>}
   */
  #call(method, args, { signal, owner, onprogress, onfirst } = {}) {
    if (signal?.aborted) return Promise.reject(aborted(signal));
    const id = this.#next++;
    const answer = new Promise((resolve, reject) => this.#calls.set(id, { method, args, resolve, reject, parts: [], owner, onprogress, onfirst }));
    if (owner) for (const [other, call] of this.#calls) if (call.owner === owner && other !== id) this.#drop(other, coded("superseded", "a newer text replaced this one"));
    const onabort = () => this.#drop(id, aborted(/** @type {AbortSignal} */ (signal)));
    signal?.addEventListener("abort", onabort, { once: true });
    void this.#proceed();
    return answer.finally(() => signal?.removeEventListener("abort", onabort));
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

  /** Rejects a call whose answer nobody waits for: what has not begun never does, and a worker that is at nothing else is ended. @param {number} id @param {Error} reason */
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
      const engine = await loadEngine({ glue, integrity, wasm, model, onprogress: (progress) => this.#tell(progress) });
      if (this.#opening !== opening) return;
      this.#begin((id, { method, args, onprogress, onfirst }) => this.#settle(id, "resolve", method === "load" ? undefined : /** @type {any} */ (engine)[method](args, onprogress, onfirst)));
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
    const { worker } = this.#options;
    const started = typeof worker === "function" ? worker() : worker ? new Worker(scriptAddress(worker), { type: "module" }) : openWorker();
    started.onmessage = ({ data }) => this.#receive(data);
    started.onerror = (event) => {
      event.preventDefault?.();
      this.#fail(coded(event.message ? "crashed" : "network", event.message || "the worker could not be started"));
    };
    started.onmessageerror = () => this.#fail(coded("crashed", "an answer could not be read"));
    started.postMessage({ id: 0, method: "configure", args: { wasm: address(wasm), model: address(model), integrity: this.#options.integrity } });
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
    if (error) return this.#settle(id, "reject", Object.assign(coded(error.code, error.message), error.language && { language: error.language }));
    for (const { path, items } of call?.parts ?? []) path.reduce((/** @type {any} */ owner, /** @type {string} */ name) => owner[name], ok).push(...items);
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

/** @param {AbortSignal} signal */
const aborted = (signal) => Object.assign(coded("aborted", "the call was aborted"), { name: "AbortError", cause: signal.reason });

/** An address that a worker elsewhere understands; bytes and modules as they are. @param {any} source */
const address = (source) => (typeof source === "string" || source instanceof URL ? new URL(source, globalThis.document?.baseURI ?? import.meta.url).href : source);
