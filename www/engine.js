// @ts-check
/** The engine as this thread holds it: the module and its weights, fetched side by side, behind plain functions. */
import { coded } from "./errors.js";
import { STAGES } from "./stages.js";
/** @import { Progress } from "./analyzer.d.ts" */
/** Digests as in a script's `integrity`. @typedef {{worker?: string, wasm?: string, model?: string}} Integrity */
/** @typedef {(progress: Progress) => void} Tell */
/** What it is made from; `glue`: the module's JavaScript side, by default the file beside this one. */
/** @typedef {{glue?: any, wasm?: any, model?: any, integrity?: Integrity, onprogress?: Tell}} Sources */

/** @param {Sources} sources */
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
     * @param {{text: string, options: object, first?: boolean}} args
     * @param {Tell} [onstage] @param {(first: any) => void} [onfirst]
     */
    analyze: ({ text, options, first }, onstage, onfirst) =>
      attempt("crashed", () => {
        const beginning = first && engine.analyzeBeginning(text, options);
        if (beginning) onfirst?.(beginning);
        const tell = (/** @type {string} */ stage) =>
          onstage?.({ stage, done: STAGES.indexOf(stage), total: STAGES.length });
        return engine.analyze(text, options, tell);
      }),
    toHtml: (/** @type {any} */ { text, report }) => attempt("report", () => engine.toHtml(text, report)),
    verify: (/** @type {any} */ { report, text }) => attempt("report", () => module.verify(report, text)),
    export: (/** @type {any} */ { text, report, format }) =>
      attempt("report", () => module.exportReport(text, report, format)),
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

/** The module, or a response, which compiles as it arrives. @param {any} wasm @param {string} [integrity] */
async function wasmSource(wasm, integrity) {
  return wasm && typeof wasm !== "string" && !(wasm instanceof URL) ? wasm : get(wasm, integrity);
}

/** What is at an address, if it has the digest that is wanted. @param {string | URL} url @param {string} [integrity] */
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

/** A file beside scripts that are files: Node fetches none. @param {string | URL} url @param {string} [integrity] */
async function beside(url, integrity) {
  const node = /** @type {any} */ (globalThis).process;
  const files = String(url).startsWith("file:") && node?.getBuiltinModule?.("node:fs/promises");
  if (!files) return null;
  const bytes = await files.readFile(new URL(url)).catch((/** @type {any} */ error) => {
    throw coded("network", String(error));
  });
  if (integrity && !(await matches(bytes, integrity))) throw another(url, integrity);
  return new Response(bytes, { headers: { "content-type": "application/wasm" } });
}

/** Whether bytes match as browsers take it. @param {BufferSource} bytes @param {string} integrity */
async function matches(bytes, integrity) {
  const named = [...integrity.matchAll(/(?<!\S)sha(256|384|512)-([\w+/=-]+)(?:\?\S*)?(?!\S)/g)];
  const longest = named.map(([, bits]) => bits).sort().pop();
  if (!longest) return false;
  const digest = new Uint8Array(await crypto.subtle.digest(`SHA-${longest}`, bytes));
  const found = btoa(String.fromCharCode(...digest));
  const plain = (/** @type {string} */ digest) => digest.replaceAll("-", "+").replaceAll("_", "/");
  return named.some(([, bits, digest]) => bits === longest && plain(digest) === found);
}

/** The bytes of the weights. @param {any} source @param {string} [integrity] @param {Tell} [onprogress] */
async function read(source, integrity, onprogress) {
  if (typeof source !== "string" && !(source instanceof URL))
    return source instanceof ArrayBuffer ? new Uint8Array(source) : source;
  const response = await get(source, integrity);
  if (!response.body) return new Uint8Array(await response.arrayBuffer());
  const { headers } = response;
  const total = headers.get("content-encoding") ? 0 : Number(headers.get("content-length") ?? 0);
  let done = 0;
  const counted = new TransformStream({
    transform(chunk, controller) {
      done += chunk.length;
      onprogress?.({ stage: "load", done, total });
      controller.enqueue(chunk);
    },
  });
  return new Uint8Array(await new Response(response.body.pipeThrough(counted)).arrayBuffer());
}

/** Whether the page's policy, not the network, stands in the way. @param {any} error */
const refused = (error) =>
  typeof WebAssembly === "undefined" || /content security policy|unsafe-eval|csp/i.test(String(error?.message));

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
