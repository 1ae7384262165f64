// @ts-check
/**
 * Whether a report that was made elsewhere is one of this text: every span in it, every line and answer made of its words. Polarity and
 * certainty of its facts are taken from the report; `nutgraf verify` and `analyzer.verify` prove those too.
 */
import { CONNECTIVES } from "./connectives.js";

const LISTS = ["sentences", "entities", "statements", "facts"];
const SUMMARY_LISTS = ["numbers", "lines", "unconfirmed", "timeline", "actors"];

/** Items that are proved between two turns of the page. */
const CHUNK = 100;

/**
 * Rejects with an `Error` with the code `report` that names the first thing that does not hold. `turn` is awaited now and then.
 * @param {any} report @param {string} text @param {() => Promise<unknown>} turn
 */
export async function prove(report, text, turn) {
  shape(report);
  await spans(report, text, turn);
  const words = (/** @type {any} */ { start, end }) => text.slice(start, end);
  for (const { id, name, mentions } of report.entities) if (!mentions.some((/** @type {any} */ mention) => words(mention).includes(name))) refuse(`the name of ${id} is none of its mentions`);
  await told(report, text, turn);
}

/** The same for what is left of a report of an older text. @param {any} report @param {string} text @param {() => Promise<unknown>} turn */
export async function proveLeft(report, text, turn) {
  shape(report);
  const { facts, statements, summary } = report;
  await spans({ facts, statements, summary }, text, turn);
  await told(report, text, turn);
}

/** @param {any} report */
function shape(report) {
  if (report?.schema !== "nutgraf/1" || report.unit !== "utf16") refuse("it is not of the schema nutgraf/1 with offsets in UTF-16");
  for (const name of LISTS) if (!Array.isArray(report[name])) refuse(`it has no list of ${name}`);
  for (const name of SUMMARY_LISTS) if (!Array.isArray(report.summary?.[name])) refuse(`its summary has no list of ${name}`);
}

/** Lines and answers. @param {any} report @param {string} text @param {() => Promise<unknown>} turn */
async function told({ facts, summary }, text, turn) {
  const ids = new Set(facts.map((/** @type {any} */ { id }) => id));
  const words = (/** @type {any} */ { start, end }) => text.slice(start, end);
  for (const answer of Object.values(summary.questions ?? {})) if (answer && words(answer) !== answer.text) refuse(`an answer has words that are not the article’s: “${answer.text}”`);
  const { headline, lines, unconfirmed, numbers } = summary;
  const all = [...(headline ? [headline] : []), ...lines, ...unconfirmed, ...numbers.map((/** @type {any} */ number) => number.line)];
  for (const [i, line] of all.entries()) {
    if (i % CHUNK === 0) await turn();
    for (const part of line.parts) if (!(part.span ? stands(part.text, words(part.span)) : links(part.text))) refuse(`a line has words that are not the article’s: “${part.text}”`);
    if (!line.facts.every((/** @type {string} */ id) => ids.has(id))) refuse("a line tells a fact that is not there");
  }
}

/** Whether a part of a line is the text's words, or one word of it in another form. @param {string} told @param {string} words */
const stands = (told, words) => told === words || told.toLowerCase() === words.toLowerCase() || (/^[\p{L}’']+$/u.test(told) && /^[\p{L}’']+$/u.test(words));

/** Whether a part of a line is connectives. @param {string} told */
const links = (told) => (told.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => CONNECTIVES.has(word));

/** Every span in a report lies in the text and cuts no character. @param {any} report @param {string} text @param {() => Promise<unknown>} turn */
async function spans(report, text, turn) {
  for (const part of [...Object.values(report), ...Object.values(report.summary)])
    for (const [i, each] of (Array.isArray(part) ? part : [part]).entries()) {
      if (each !== report.summary) within(each, text, 0);
      if (i % CHUNK === 0) await turn();
    }
}

/** @param {any} value @param {string} text @param {number} depth */
function within(value, text, depth) {
  if (value === null || typeof value !== "object") return;
  if (depth > 12) refuse("it is nested too deep");
  if ("start" in value || "end" in value) {
    const { start, end } = value;
    const inside = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= text.length;
    if (!inside || [start, end].some((at) => /[\uDC00-\uDFFF]/.test(text[at] ?? "") && /[\uD800-\uDBFF]/.test(text[at - 1] ?? ""))) refuse(`${start} to ${end} is no part of the text`);
  }
  for (const each of Object.values(value)) within(each, text, depth + 1);
}

/** @param {string} why @returns {never} */
function refuse(why) {
  throw Object.assign(new Error(`the report is not one of this text: ${why}`), { code: "report" });
}
