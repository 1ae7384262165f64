// @ts-check
/**
 * Whether a report that was made elsewhere is one of this text: it was made from it, and the words of every line follow
 * each other as they stand. What is drawn of a report are spans of the text, so that nothing else can be shown.
 */
import { coded } from "./errors.js";
import { sha256 } from "./hash.js";
import { inTurns } from "./report-index.js";

const LISTS = ["paragraphs", "blocks", "entities", "statements", "facts"];
const SUMMARY_LISTS = ["lines", "points", "numbers", "unsettled", "timeline", "actors"];

/**
 * Rejects with an error with the code `report` that says what does not hold. `turn` is awaited now and then.
 * @param {any} report @param {string} text @param {() => Promise<unknown>} turn
 */
export async function prove(report, text, turn) {
  const { schema, unit, length, textHash, sentences, summary } = report ?? {};
  if (schema !== "nutgraf/2" || unit !== "utf16") refuse("it is not of the schema nutgraf/2 with offsets in UTF-16");
  const lists = [sentences, ...LISTS.map((name) => report[name]), ...SUMMARY_LISTS.map((name) => summary?.[name])];
  if (!lists.every(Array.isArray)) refuse("it is not whole");
  const hash = await sha256(text);
  if (text.length !== length || (hash !== null && hash !== textHash)) await refuseOther(sentences, text);
  await inTurns(summary.lines, turn, ({ parts }) => {
    let at = 0;
    for (const { as, start, end } of parts) {
      const elsewhere = as === "insert" || as === "source";
      const follows = start >= (elsewhere ? 0 : at) && start <= end && end <= text.length;
      if (!follows) refuse(`words of a line are not in order at ${start}`);
      if (!elsewhere) at = end;
    }
  });
  const { main, points, numbers, unsettled, timeline, actors } = summary;
  const told = [...numbers, ...unsettled].map(({ line }) => line);
  const listed = [...timeline, ...actors].flatMap(({ lines }) => lines);
  for (const i of [main ?? [], points, told, listed].flat()) if (!summary.lines[i]) refuse(`there is no line ${i}`);
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
