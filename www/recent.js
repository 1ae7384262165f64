// @ts-check
/** The articles that were read last, kept in this browser and nowhere else. */

/** @typedef {{id: string, text: string, date: string, name: string}} Kept */

/** How many are kept, and the longest, in UTF-16 units. */
const MOST = 20;
const LONGEST = 2_000_000;
const STORE = "articles";
const NOTHING = "nutgraf-keep-nothing";

/** @type {Promise<any> | undefined} */
let opening;
const database = () =>
  (opening ??= open().catch((error) => {
    opening = undefined;
    throw error;
  }));

async function open() {
  // @ts-ignore: beside the page once it is built.
  const { openDB } = await import("./idb.js");
  const upgrade = (/** @type {any} */ db) => db.createObjectStore(STORE, { keyPath: "id" }).createIndex("read", "read");
  return openDB("nutgraf", 1, { upgrade });
}

export const keepsNothing = () => localStorage.getItem(NOTHING) !== null;

/** Whether articles are to be kept; those that are go where they are not. @param {boolean} keep */
export async function setKeeping(keep) {
  if (keep) return localStorage.removeItem(NOTHING);
  localStorage.setItem(NOTHING, "");
  await forget();
}

/** Keeps an article, and no more than the last few. @param {Kept} article */
export async function keep(article) {
  if (keepsNothing() || article.text.length > LONGEST) return;
  const db = await database();
  await db.put(STORE, { ...article, read: Date.now() });
  const ids = await db.getAllKeysFromIndex(STORE, "read");
  await Promise.all(ids.slice(0, -MOST).map((/** @type {string} */ id) => db.delete(STORE, id)));
}

/** Those that are kept, the last one first. @returns {Promise<Kept[]>} */
export const recent = async () => (await (await database()).getAllFromIndex(STORE, "read")).reverse();

/** @param {string} id @returns {Promise<Kept | undefined>} */
export const find = async (id) => (await database()).get(STORE, id);

/** Deletes one, or all. @param {string} [id] */
export async function forget(id) {
  const db = await database();
  await (id === undefined ? db.clear(STORE) : db.delete(STORE, id));
}
