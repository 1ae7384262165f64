// @ts-check
/** The engine as this thread holds it: the module and its weights, fetched side by side, behind plain functions. */
import { coded } from "./errors.js";
import { STAGES } from "./stages.js";

/** Digests as in a script's `integrity`: what is fetched has to match. @typedef {{worker?: string, wasm?: string, model?: string}} Integrity */

/**
 * @param {{glue?: any, wasm?: any, model?: any, integrity?: Integrity, onprogress?: (progress: {stage: string, done: number, total: number}) => void}} sources
 * `glue`: the module's JavaScript side; by default the file beside this one
 */
export async function loadEngine({ glue, wasm, model, integrity, onprogress }) {
  const bytes = read(model, integrity?.model, onprogress);
  bytes.catch(() => {});
  const module = await (glue ?? load());
  try {
    await module.default({ module_or_path: await wasmSource(wasm, integrity?.wasm) });
  } catch (caught) {
    const error = /** @type {any} */ (caught);
    throw error?.code ? error : coded(refused(error) ? "wasm" : "network", String(error?.message ?? error));
  }
  const weights = await bytes;
  const engine = attempt("model", () => new module.Analyzer(weights));
  return {
    /**
     * `first`: whether `onfirst` gets the beginning of a long text beforehand.
     * @param {{text: string, options: object, first?: boolean}} args @param {(progress: {stage: string, done: number, total: number}) => void} [onstage] @param {(first: any) => void} [onfirst]
     */
    analyze: ({ text, options, first }, onstage, onfirst) =>
      attempt("crashed", () => {
        const beginning = first && engine.analyzeBeginning(text, options);
        if (beginning) onfirst?.(beginning);
        return engine.analyze(text, options, (/** @type {string} */ stage) => onstage?.({ stage, done: STAGES.indexOf(stage), total: STAGES.length }));
      }),
    /** @param {{text: string, report: object}} args */
    toHtml: ({ text, report }) => attempt("report", () => engine.toHtml(text, report)),
    /** @param {{report: object, text: string}} args */
    verify: ({ report, text }) => attempt("report", () => module.verify(report, text)),
    /** @param {{text: string, report: object, format: string}} args */
    export: ({ text, report, format }) => attempt("report", () => module.exportReport(text, report, format)),
  };
}

async function load() {
  try {
    // @ts-ignore: made by the build.
    return await import("./nutgraf.js");
  } catch (error) {
    throw coded("network", String(error));
  }
}

/** What the module starts from: compiled or bytes as given, else a response, so that it compiles as it arrives. @param {any} wasm @param {string} [integrity] */
async function wasmSource(wasm, integrity) {
  if (wasm && typeof wasm !== "string" && !(wasm instanceof URL)) return wasm;
  return get(wasm, integrity);
}

/** What is at an address, if it has the digest that is asked for. @param {string | URL} url @param {string} [integrity] */
export async function get(url, integrity) {
  const file = await beside(url, integrity);
  if (file) return file;
  const response = await fetch(url, integrity ? { integrity } : {}).catch(async (error) => {
    // A wrong digest looks like a broken line, but for the file that is there.
    const there = integrity && (await fetch(url, { method: "HEAD" }).catch(() => null))?.ok;
    throw there ? another(url, integrity) : coded("network", String(error));
  });
  if (!response.ok) throw coded("network", `${url}: ${response.status}`);
  return response;
}

/** @param {string | URL} url @param {string} integrity */
const another = (url, integrity) => coded("integrity", `${url}: its digest is not ${integrity}`);

/** A file beside the scripts where they are files themselves: Node fetches none. @param {string | URL} url @param {string} [integrity] @returns {Promise<Response | null>} */
async function beside(url, integrity) {
  const files = String(url).startsWith("file:") && /** @type {any} */ (globalThis).process?.getBuiltinModule?.("node:fs/promises");
  if (!files) return null;
  const bytes = await files.readFile(new URL(url)).catch((/** @type {any} */ error) => {
    throw coded("network", String(error));
  });
  if (integrity && !(await matches(bytes, integrity))) throw another(url, integrity);
  return new Response(bytes, { headers: { "content-type": "application/wasm" } });
}

/** Whether bytes have a digest as browsers take it: one of the longest kind that is named. @param {Uint8Array<ArrayBuffer>} bytes @param {string} integrity */
async function matches(bytes, integrity) {
  const named = [...integrity.matchAll(/(?<!\S)sha(256|384|512)-([\w+/=-]+)(?:\?\S*)?(?!\S)/g)].map(([, bits, digest]) => ({ bits, digest }));
  const longest = named.map(({ bits }) => bits).sort().pop();
  if (!longest) return false;
  const digest = new Uint8Array(await crypto.subtle.digest(`SHA-${longest}`, bytes));
  const found = btoa(String.fromCharCode(...digest));
  return named.some(({ bits, digest }) => bits === longest && digest.replaceAll("-", "+").replaceAll("_", "/") === found);
}

/** The bytes of the weights, with progress where they are fetched. @param {any} source @param {string | undefined} integrity @param {((progress: any) => void) | undefined} onprogress */
async function read(source, integrity, onprogress) {
  if (typeof source !== "string" && !(source instanceof URL)) return source instanceof ArrayBuffer ? new Uint8Array(source) : source;
  const response = await get(source, integrity);
  if (!response.body) return new Uint8Array(await response.arrayBuffer());
  const encoded = response.headers.get("content-encoding");
  const total = encoded ? 0 : Number(response.headers.get("content-length") ?? 0);
  const chunks = [];
  let done = 0;
  const reader = response.body.getReader();
  for (let turn = await reader.read(); !turn.done; turn = await reader.read()) {
    chunks.push(turn.value);
    done += turn.value.length;
    onprogress?.({ stage: "load", done, total });
  }
  const bytes = new Uint8Array(done);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Whether the page's policy, not the network, stands in the way. @param {any} error */
const refused = (error) => typeof WebAssembly === "undefined" || /content security policy|unsafe-eval|csp/i.test(String(error?.message ?? error));

/** @template T @param {string} code for errors that carry none @param {() => T} work @returns {T} */
function attempt(code, work) {
  try {
    return work();
  } catch (caught) {
    const error = /** @type {any} */ (caught);
    const trapped = error instanceof WebAssembly.RuntimeError;
    throw error?.code && !trapped ? error : coded(trapped ? "crashed" : code, String(error?.message ?? error));
  }
}
