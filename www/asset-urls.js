// @ts-check
/**
 * Where the parts of nutgraf are: the worker, the module, the weights.
 *
 * The only module that differs between the site and the single file: `dist/nutgraf.html` brings its own version
 * (xtask/src/single/asset-urls.js), with all three inside, under the same names.
 */

import { scriptAddress } from "./trusted.js";

/** The address of the worker's script, if it has one. @returns {URL | null} */
export const findWorker = () => new URL("./worker.js", import.meta.url);

/** A new worker that runs `worker.js`. */
export const openWorker = () => new Worker(scriptAddress(new URL("./worker.js", import.meta.url)), { type: "module", name: "nutgraf" });

/**
 * The wasm module: an address to fetch, or the bytes.
 * @returns {Promise<string | ArrayBuffer>}
 */
export const findWasm = async () => new URL("./nutgraf_bg.wasm", import.meta.url).href;

/**
 * The weights: an address to fetch, or the bytes.
 * @returns {Promise<string | ArrayBuffer>}
 */
export const findModel = async () => new URL("./nutgraf.model.bin", import.meta.url).href;

/**
 * An article to try.
 * @param {string} name
 * @returns {Promise<string>}
 */
// Not a template: bundlers would take every file that it could name along.
export const findSample = async (name) => (await fetch(new URL("./samples/" + name + ".txt", import.meta.url))).text();
