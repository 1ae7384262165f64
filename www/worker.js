// @ts-check
/** The engine in a worker. Every request is answered: `{id, method, args}` by `{id, ok}` or `{id, error: {code, message}}`. */
import { loadEngine } from "./engine.js";

/** Items of a list that travel in one message. */
const PART = 100;
/** Lists of a report that grow with the text. */
const LISTS = ["tokens", "paragraphs", "sentences", "entities", "statements", "facts"];
const SUMMARY_LISTS = ["numbers", "lines", "unconfirmed", "timeline", "actors"];

/** Errors that say something of the text, and leave the engine as it was. */
const HARMLESS = new Set(["language", "too-long", "date", "options", "report", "format"]);

/** @type {any} */
let sources = {};
/** @type {Promise<any> | null} */
let engine = null;

/** @param {any} message */
const post = (message) => globalThis.postMessage(message);

/** @param {number} id @param {string} method @param {any} args */
async function answer(id, method, args) {
  if (method === "configure") return void (sources = args);
  try {
    engine ??= loadEngine({ ...sources, onprogress: (progress) => post({ id, progress }) });
    const ready = await engine;
    if (method === "load") return post({ id, ok: null });
    if (!(method in ready)) return post({ id, error: { code: "method", message: `no method "${method}"` } });
    const value = ready[method](args, (/** @type {any} */ progress) => post({ id, progress }), (/** @type {any} */ first) => post({ id, first }));
    return method === "analyze" ? postReport(id, value) : post({ id, ok: value });
  } catch (error) {
    const { code = "other", message = String(error), language } = /** @type {any} */ (error);
    if (!HARMLESS.has(code)) engine = null;
    post({ id, error: { code, message, language }, fatal: code === "crashed" });
  }
}

/** A long report in parts: no message is so large that taking it in is a long task. @param {number} id @param {any} report */
function postReport(id, report) {
  const rest = { ...report, summary: { ...report.summary } };
  for (const [owner, lists] of [[rest, LISTS], [rest.summary, SUMMARY_LISTS]]) {
    for (const name of lists) {
      const items = owner[name];
      if (!items || items.length <= PART) continue;
      const path = owner === rest ? [name] : ["summary", name];
      for (let at = 0; at < items.length; at += PART) post({ id, part: { path, items: items.slice(at, at + PART) } });
      owner[name] = [];
    }
  }
  post({ id, ok: rest });
}

globalThis.onmessage = ({ data: { id, method, args } }) => void answer(id, method, args);
