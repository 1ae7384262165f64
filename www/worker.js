// @ts-check
/** The engine in a worker. Every `{id, method, args}` is answered by `{id, ok}` or `{id, error: {code, message}}`. */
import { loadEngine } from "./engine.js";

/** Items of a list that travel in one message. */
const PART = 100;
/** Errors that say something of the text, and leave the engine as it was. */
const HARMLESS = new Set(["language", "too-long", "date", "options", "report", "format"]);

let sources = /** @type {any} */ ({});
let engine = /** @type {Promise<any> | null} */ (null);

const post = (/** @type {any} */ message) => globalThis.postMessage(message);

/** @param {number} id @param {string} method @param {any} args */
async function answer(id, method, args) {
  if (method === "configure") return void (sources = args);
  try {
    engine ??= loadEngine({ ...sources, onprogress: (progress) => post({ id, progress }) });
    const ready = await engine;
    if (method === "load") return post({ id, ok: null });
    if (!(method in ready)) return post({ id, error: { code: "method", message: `no method "${method}"` } });
    const tell = (/** @type {string} */ name) => (/** @type {any} */ value) => post({ id, [name]: value });
    const value = ready[method](args, tell("progress"), tell("first"));
    return post({ id, ok: method === "analyze" ? rest(id, value) : value });
  } catch (error) {
    const { code = "other", message = String(error), language } = /** @type {any} */ (error);
    if (!HARMLESS.has(code)) engine = null;
    post({ id, error: { code, message, language }, fatal: code === "crashed" });
  }
}

/** Sends long lists in parts: none is a long task to take in; the rest. @param {number} id @param {any} report */
function rest(id, report) {
  const left = { ...report, summary: { ...report.summary } };
  for (const [owner, at] of [[left, []], [left.summary, ["summary"]]])
    for (const [name, items] of Object.entries(owner)) {
      if (!Array.isArray(items) || items.length <= PART) continue;
      for (let i = 0; i < items.length; i += PART)
        post({ id, part: { path: [...at, name], items: items.slice(i, i + PART) } });
      owner[name] = [];
    }
  return left;
}

globalThis.onmessage = ({ data: { id, method, args } }) => void answer(id, method, args);
