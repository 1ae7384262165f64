// @ts-check
/**
 * Whether a report that was made elsewhere is one of this text: it was made from it, and the words of every line follow
 * each other as they stand. What is drawn of a report are spans of the text, so that nothing else can be shown.
 */
import { coded } from "./errors.js";
import { sha256 } from "./hash.js";
import { inTurns } from "./report-index.js";

/** Lists that have to be there, by what they stand in. @type {Record<string, string[]>} */
const LISTS = {
  report: ["paragraphs", "blocks", "sentences", "entities", "statements", "facts"],
  summary: ["lines", "points", "numbers", "unsettled", "timeline", "actors"],
  entities: ["aliases", "mentions"], statements: ["content", "quotations"],
  facts: ["mentions", "roles", "counts", "hedges", "claims", "conflicts"], claims: ["counts"], conflicts: ["claims"],
  lines: ["parts", "facts"], timeline: ["lines"], actors: ["did", "lines"],
};
/** What is pointed at under a name. @type {Record<string, string>} */
const POINTERS = {
  line: "line", lines: "line", points: "line", fact: "fact", facts: "fact", did: "fact", entity: "entity",
  statement: "statement",
};

/**
 * Rejects with an error with the code `report` that says what does not hold. `turn` is awaited now and then.
 * @param {any} report @param {string} text @param {() => Promise<unknown>} turn
 */
export async function prove(report, text, turn) {
  const { schema, unit, length, textHash, sentences, entities, statements, facts, summary } = report ?? {};
  if (schema !== "nutgraf/2" || unit !== "utf16") refuse("it is not of the schema nutgraf/2 with offsets in UTF-16");
  proveWhole(report, "report");
  proveWhole(summary, "summary");
  if (!summary.questions) refuse("it is not whole: questions");
  const hash = await sha256(text);
  if (text.length !== length || (hash !== null && hash !== textHash)) await refuseOther(sentences, text);

  const { lines, main, numbers } = summary;
  /** @type {Map<unknown, {kind: string, item: any}>} */
  const known = new Map();
  for (const [kind, list] of Object.entries({ entity: entities, statement: statements, fact: facts }))
    await inTurns(list, turn, (item) => {
      if (known.has(item.id)) refuse(`there is more than one ${item.id}`);
      known.set(item.id, { kind, item });
    });
  const pick = (/** @type {string} */ kind, /** @type {any[]} */ list, /** @type {any} */ i) =>
    (Number.isInteger(i) && list[i]) || refuse(`there is no ${kind} ${i}`);
  /** That all is there that a value under a name has, and points at. @param {any} value @param {string} name */
  const proveAll = (value, name) => {
    const kind = POINTERS[name];
    if (Array.isArray(value)) for (const each of value) proveAll(each ?? refuse(`it is not whole: ${name}`), name);
    else if (Object(value) === value) {
      proveWhole(value, name);
      for (const [key, each] of Object.entries(value)) if (each !== null) proveAll(each, key);
    } else if (kind === "line") pick(kind, lines, value);
    else if (kind && known.get(value)?.kind !== kind) refuse(`there is no ${kind} ${value}`);
  };
  for (const [holder, names] of /** @type {[any, string[]][]} */ ([[report, LISTS.report], [summary, LISTS.summary]]))
    for (const name of names) await inTurns(holder[name], turn, (item) => proveAll([item], name));
  if (main !== null) pick("line", lines, main);
  for (const { fact, count } of numbers) pick("count", known.get(fact)?.item.counts, count);
  await inTurns(facts, turn, ({ counts, claims, conflicts }) => {
    for (const claim of claims) for (const i of claim.counts) pick("count", counts, i);
    for (const conflict of conflicts) for (const i of conflict.claims) pick("claim", claims, i);
  });
  await inTurns(lines, turn, ({ parts }) => proveWords(parts, text));
}

/** That it has the lists that it has to have. @param {any} holder @param {string} name */
function proveWhole(holder, name) {
  for (const list of LISTS[name] ?? []) if (!Array.isArray(holder?.[list])) refuse(`it is not whole: ${name}, ${list}`);
}

/** That the words of a line follow each other as they stand. @param {any[]} parts @param {string} text */
function proveWords(parts, text) {
  let at = 0;
  for (const { as, start, end } of parts) {
    const elsewhere = as === "insert" || as === "source";
    const follows = [start, end].every(Number.isInteger) && start >= (elsewhere ? 0 : at) && start <= end;
    if (!follows || end > text.length) refuse(`words of a line are not in order at ${start}`);
    if (!elsewhere) at = end;
  }
  if (!parts.some(({ as, start, end }) => as === "words" && start < end)) refuse("a line has no words of its own");
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
