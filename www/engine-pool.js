// @ts-check
/** One engine for all elements of a page that want the same parts. */
/** @import { LoadOptions } from "./analyzer.d.ts" */

/** @type {Map<string, {client: Promise<any>, users: Set<object>}>} */
const shared = new Map();

/** The client for these parts; `user` holds it until it lets go. @param {object} user @param {LoadOptions} parts */
export function borrow(user, parts) {
  const key = JSON.stringify(parts);
  const made = () => import("./analyzer.js").then(({ Analyzer }) => new Analyzer(parts));
  const entry = shared.get(key) ?? { client: made(), users: new Set() };
  shared.set(key, entry);
  entry.client.catch(() => shared.delete(key));
  entry.users.add(user);
  return entry.client;
}

/** Lets go of every client. The last user out ends the worker. @param {object} user */
export function release(user) {
  for (const [key, entry] of shared) {
    if (!entry.users.delete(user) || entry.users.size) continue;
    shared.delete(key);
    entry.client.then((client) => client.dispose(), () => {});
  }
}
