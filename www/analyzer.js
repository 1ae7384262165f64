// @ts-check
/**
 * The client of the engine: in a worker where there are workers, else on the thread that asks. Every call settles; every
 * error is an `Error` with a `code`: `aborted`, `superseded`, `crashed`, `wasm`, `model`, `network`, `integrity`, `language`, `too-long`.
 */
import { coded, get, loadEngine } from "./engine.js";
import { findModel, findWasm, findWorker, openWorker } from "./places.js";
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

/** @typedef {{resolve: (value: any) => void, reject: (error: Error) => void, parts: {path: string[], items: any[]}[], owner?: object, onprogress?: (progress: any) => void}} Call */

export class Analyzer {
  /** @type {LoadOptions} */
  #options;
  /** @type {Worker | null} */
  #worker = null;
  /** @type {Promise<any> | null} */
  #engine = null;
  /** That the worker's script is the one that was asked for. @type {Promise<any> | null} */
  #checked = null;
  /** @type {Map<number, Call>} */
  #calls = new Map();
  #next = 1;

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
   * What the text says. `owner`: a later call of the same owner supersedes this one.
   * @param {string} text
   * @param {{date?: string, tokens?: boolean, force?: boolean, signal?: AbortSignal, owner?: object, onprogress?: (progress: any) => void}} [options]
   */
  async analyze(text, { date, tokens, force, signal, owner, onprogress } = {}) {
    return this.#call("analyze", { text, options: { date, tokens, force } }, { signal, owner, onprogress });
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
   * @param {{signal?: AbortSignal, owner?: object, onprogress?: (progress: any) => void}} [how]
   * @returns {Promise<any>}
   */
  #call(method, args, { signal, owner, onprogress } = {}) {
    if (signal?.aborted) return Promise.reject(aborted(signal));
    if (owner) for (const [id, call] of this.#calls) if (call.owner === owner) this.#drop(id, coded("superseded", "a newer text replaced this one"));
    const id = this.#next++;
    const answer = new Promise((resolve, reject) => this.#calls.set(id, { resolve, reject, parts: [], owner, onprogress }));
    const onabort = () => this.#drop(id, aborted(/** @type {AbortSignal} */ (signal)));
    signal?.addEventListener("abort", onabort, { once: true });
    void this.#send(id, method, args);
    return answer.finally(() => signal?.removeEventListener("abort", onabort));
  }

  /** Rejects a call whose answer nobody waits for. A worker that is busy with nothing else is ended: its work is moot. @param {number} id @param {Error} reason */
  #drop(id, reason) {
    const call = this.#calls.get(id);
    if (!call) return;
    this.#calls.delete(id);
    call.reject(reason);
    if (!this.#calls.size && this.#worker) this.#end();
  }

  #end() {
    this.#worker?.terminate();
    this.#worker = null;
  }

  /** @param {Error} error */
  #fail(error) {
    this.#end();
    this.#engine = null;
    const calls = [...this.#calls.values()];
    this.#calls.clear();
    for (const call of calls) call.reject(error);
  }

  /** @param {number} id @param {string} method @param {any} args */
  async #send(id, method, args) {
    try {
      const { wasm = await findWasm(), model = await findModel() } = this.#options;
      await this.#check();
      if (!this.#calls.has(id)) return;
      const worker = this.#start(wasm, model);
      if (worker) worker.postMessage({ id, method, args });
      else this.#settle(id, "resolve", await this.#here(id, method, args, wasm, model));
    } catch (error) {
      this.#settle(id, "reject", error instanceof Error ? error : coded("other", String(error)));
    }
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

  /** The engine on this thread. @param {number} id @param {string} method @param {any} args @param {any} wasm @param {any} model */
  async #here(id, method, args, wasm, model) {
    const onprogress = (/** @type {any} */ progress) => this.#calls.get(id)?.onprogress?.(progress);
    this.#engine ??= loadEngine({ glue: this.#options.glue, integrity: this.#options.integrity, wasm, model, onprogress });
    const engine = await this.#engine.catch((error) => {
      this.#engine = null;
      throw error;
    });
    return method === "load" ? undefined : engine[method](args, onprogress);
  }

  /** The worker, started at the first call; null where there are none. @param {any} wasm @param {any} model @returns {Worker | null} */
  #start(wasm, model) {
    const { worker } = this.#options;
    if (worker === false || typeof Worker === "undefined") return null;
    if (this.#worker) return this.#worker;
    const started = typeof worker === "function" ? worker() : worker ? new Worker(scriptAddress(worker), { type: "module" }) : openWorker();
    started.onmessage = ({ data }) => this.#receive(data);
    started.onerror = (event) => {
      event.preventDefault?.();
      this.#fail(coded(event.message ? "crashed" : "network", event.message || "the worker could not be started"));
    };
    started.onmessageerror = () => this.#fail(coded("crashed", "an answer could not be read"));
    started.postMessage({ id: 0, method: "configure", args: { wasm: address(wasm), model: address(model), integrity: this.#options.integrity } });
    this.#worker = started;
    return started;
  }

  /** Answers come in parts, so that a long report makes no long task. @param {any} message */
  #receive({ id, ok, error, part, progress, fatal }) {
    const call = this.#calls.get(id);
    if (progress) return call?.onprogress?.(progress);
    if (part) return void call?.parts.push(part);
    if (fatal) return this.#fail(coded(error.code, error.message));
    if (error) return this.#settle(id, "reject", Object.assign(coded(error.code, error.message), error.language && { language: error.language }));
    for (const { path, items } of call?.parts ?? []) path.reduce((/** @type {any} */ owner, /** @type {string} */ name) => owner[name], ok).push(...items);
    this.#settle(id, "resolve", ok);
  }

  /** @param {number} id @param {"resolve" | "reject"} how @param {any} value */
  #settle(id, how, value) {
    const call = this.#calls.get(id);
    this.#calls.delete(id);
    call?.[how](value);
  }
}

/** @param {AbortSignal} signal */
const aborted = (signal) => Object.assign(coded("aborted", "the call was aborted"), { name: "AbortError", cause: signal.reason });

/** An address that a worker elsewhere understands; bytes and modules as they are. @param {any} source */
const address = (source) => (typeof source === "string" || source instanceof URL ? new URL(source, globalThis.document?.baseURI ?? import.meta.url).href : source);
