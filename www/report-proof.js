// @ts-check
/**
 * Whether a report that was made elsewhere is one of this text: it was made from it, and the words of every line follow
 * each other as they stand. What is drawn of a report are spans of the text, so that nothing else can be shown.
 */
import { coded } from "./errors.js";
import { sha256 } from "./hash.js";
import { inTurns } from "./report-index.js";

/** Lists of a report and of its summary, each with the lists that its items have. */
const LISTS = {
  paragraphs: [], blocks: [], sentences: [], entities: ["aliases", "mentions"], statements: ["content", "quotations"],
  facts: ["mentions", "roles", "counts", "hedges", "claims", "conflicts"],
};
const SUMMARY_LISTS = {
  lines: ["parts", "facts"], points: [], numbers: [], unsettled: [], timeline: ["lines"], actors: ["did", "lines"],
};
/** Whether words stand elsewhere than in the sentences of their line. @param {string} as */
const elsewhere = (as) => as === "insert" || as === "source";

/** @typedef {() => Promise<unknown>} Turn what is awaited now and then */

/**
 * Rejects with an error with the code `report` that says what does not hold.
 * @param {any} report @param {string} text @param {Turn} turn
 */
export async function prove(report, text, turn) {
  const { schema, unit, length, textHash, sentences, summary } = report ?? {};
  if (schema !== "nutgraf/2" || unit !== "utf16") refuse("it is not of the schema nutgraf/2 with offsets in UTF-16");
  await proveWhole(report, LISTS, turn);
  await proveWhole(summary, SUMMARY_LISTS, turn);
  if (!summary.questions) refuse("it is not whole: questions");
  const hash = await sha256(text);
  if (text.length !== length || (hash !== null && hash !== textHash)) await refuseOther(sentences, text);
  await inTurns(summary.lines, turn, ({ parts }) => proveWords(parts, text));
  await provePointers(report, turn);
}

/** @param {any} holder @param {Record<string, string[]>} lists @param {Turn} turn */
async function proveWhole(holder, lists, turn) {
  for (const [name, inner] of Object.entries(lists)) {
    const list = holder?.[name];
    if (!Array.isArray(list)) refuse(`it is not whole: ${name}`);
    await inTurns(list, turn, (item) => {
      if (item == null || !inner.every((each) => Array.isArray(item[each]))) refuse(`it is not whole: ${name}`);
    });
  }
}

/** @param {any[]} parts @param {string} text */
function proveWords(parts, text) {
  let at = 0;
  for (const { as, start, end } of parts) {
    const whole = Number.isInteger(start) && Number.isInteger(end);
    const follows = whole && start >= (elsewhere(as) ? 0 : at) && start <= end && end <= text.length;
    if (!follows) refuse(`words of a line are not in order at ${start}`);
    if (!elsewhere(as)) at = end;
  }
  if (!parts.some(({ as, start, end }) => as === "words" && start < end)) refuse("a line has no words of its own");
}

/** That everything is there that the report points at. @param {any} report @param {Turn} turn */
async function provePointers({ entities, statements, facts, summary }, turn) {
  const { lines, main, points, numbers, unsettled, timeline, actors } = summary;
  /** @type {Map<unknown, {kind: string, item: any}>} */
  const known = new Map();
  for (const [kind, list] of Object.entries({ entity: entities, statement: statements, fact: facts }))
    await inTurns(list, turn, (item) => {
      if (known.has(item.id)) refuse(`there is more than one ${item.id}`);
      known.set(item.id, { kind, item });
    });
  const find = (/** @type {string} */ kind, /** @type {unknown} */ id) => {
    const found = known.get(id);
    return found?.kind === kind ? found.item : refuse(`there is no ${kind} ${id}`);
  };
  const pick = (/** @type {string} */ what, /** @type {any[]} */ list, /** @type {any} */ i) =>
    (Number.isInteger(i) && list[i]) || refuse(`there is no ${what} ${i}`);
  const line = (/** @type {unknown} */ i) => pick("line", lines, i);
  const all = (/** @type {any} */ list) => (Array.isArray(list) ? list : refuse("it is not whole: claims"));
  await inTurns(lines, turn, ({ facts, statement }) => {
    for (const id of facts) find("fact", id);
    if (statement !== null) find("statement", statement);
  });
  await inTurns(statements, turn, ({ source }) => {
    if (source?.entity != null) find("entity", source.entity);
  });
  await inTurns(facts, turn, ({ line: told, roles, counts, claims, conflicts }) => {
    if (told !== null) line(told);
    for (const { entity } of roles) if (entity != null) find("entity", entity);
    for (const claim of claims) for (const i of all(claim?.counts)) pick("count", counts, i);
    for (const conflict of conflicts) for (const i of all(conflict?.claims)) pick("claim", claims, i);
  });
  if (main !== null) line(main);
  for (const i of points) line(i);
  for (const { fact, count, line: told } of numbers) pick("count", find("fact", fact).counts, count) && line(told);
  for (const { fact, line: told } of unsettled) find("fact", fact) && line(told);
  for (const { lines } of timeline) for (const i of lines) line(i);
  for (const { entity, did, lines } of actors) {
    find("entity", entity);
    for (const id of did) find("fact", id);
    for (const i of lines) line(i);
  }
}

/** Says which words differ. @param {{start: number, end: number, digest: string}[]} sentences @param {string} text */
async function refuseOther(sentences, text) {
  for (const { start, end, digest } of sentences) {
    const words = text.slice(start, end);
    const same = (await sha256(words))?.startsWith(digest);
    if (!same) refuse(`it is of another text, which does not have “${words}” at ${start}`);
  }
  refuse("it is of another text");
}

/** @param {string} why @returns {never} */
function refuse(why) {
  throw coded("report", `the report is not one of this article: ${why}`);
}
