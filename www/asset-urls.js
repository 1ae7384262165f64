// @ts-check
/**
 * Where the parts of nutgraf are: the worker, the module, the weights, articles to try. The only module that differs
 * between the site and the single file, which brings its own (xtask/src/single/asset-urls.js), with all of them inside.
 */
import { scriptAddress } from "./trusted.js";

const worker = () => new URL("./worker.js", import.meta.url);
/** The address of the worker's script, if it has one. @returns {URL | null} */
export const findWorker = () => worker();
export const openWorker = () => new Worker(scriptAddress(worker()), { type: "module", name: "nutgraf" });
/** The wasm module, and the weights: an address to fetch, or the bytes. @returns {Promise<string | ArrayBuffer>} */
export const findWasm = async () => new URL("./nutgraf_bg.wasm", import.meta.url).href;
/** @returns {Promise<string | ArrayBuffer>} */
export const findModel = async () => new URL("./nutgraf.model.bin", import.meta.url).href;
// Not a template: bundlers would take every file that it could name along.
export const findSample = async (/** @type {string} */ name) =>
  (await fetch(new URL("./samples/" + name + ".txt", import.meta.url))).text();
