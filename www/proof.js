// @ts-check
/**
 * Whether a report that was made elsewhere is one of this text: every span in it, every name, answer and line made of its words.
 * Polarity, certainty and sources of its facts, and that words of a line belong together, are taken from the report; `nutgraf verify`
 * and `analyzer.verify` prove more.
 */
import { CONNECTIVES } from "./connectives.js";
import { isPast } from "./verb.js";

const LISTS = ["sentences", "entities", "statements", "facts"];
const SUMMARY_LISTS = ["numbers", "lines", "unconfirmed", "timeline", "actors"];

/** Items that are proved between two turns of the page. */
const CHUNK = 100;

/**
 * Rejects with an `Error` with the code `report` that names the first thing that does not hold. `turn` is awaited now and then.
 * @param {any} report @param {string} text @param {() => Promise<unknown>} turn
 */
export const prove = (report, text, turn) =>
  proof(async () => {
    shape(report);
    await spans(report, text, turn);
    for (const entity of report.entities) if (names(entity, text).length <= entity.aliases.length) refuse(`a name of ${entity.id} is none of its mentions`);
    await told(report, text, turn);
  });

/**
 * The same for what is left of a report of an older text: its entities keep the names that are left in their mentions.
 * @param {any} report @param {string} text @param {() => Promise<unknown>} turn
 */
export const proveLeft = (report, text, turn) =>
  proof(async () => {
    shape(report);
    const { entities, facts, statements, summary } = report;
    await spans({ entities, facts, statements, summary }, text, turn);
    report.entities = entities.map((/** @type {any} */ entity) => {
      const [name = slice(text, entity.mentions[0]), ...aliases] = names(entity, text);
      return { ...entity, name, aliases };
    });
    await told(report, text, turn);
  });

/** What is missing from a report shows where it is asked for. @param {() => Promise<void>} work */
async function proof(work) {
  try {
    await work();
  } catch (error) {
    throw error instanceof TypeError ? refusal(error.message) : error;
  }
}

/** Those names of an entity that one of its mentions has. @param {any} entity @param {string} text @returns {string[]} */
const names = ({ name, aliases, mentions }, text) => [name, ...aliases].filter((each) => mentions.some((/** @type {any} */ mention) => slice(text, mention).includes(each)));

/** @param {string} text @param {{start: number, end: number}} span */
const slice = (text, { start, end }) => text.slice(start, end);

/** @param {any} report */
function shape(report) {
  if (report?.schema !== "nutgraf/1" || report.unit !== "utf16") refuse("it is not of the schema nutgraf/1 with offsets in UTF-16");
  for (const name of LISTS) if (!Array.isArray(report[name])) refuse(`it has no list of ${name}`);
  for (const name of SUMMARY_LISTS) if (!Array.isArray(report.summary?.[name])) refuse(`its summary has no list of ${name}`);
}

/** Lines and answers. @param {any} report @param {string} text @param {() => Promise<unknown>} turn */
async function told({ facts, summary }, text, turn) {
  const ids = new Set(facts.map((/** @type {any} */ { id }) => id));
  for (const answer of Object.values(summary.questions ?? {})) if (answer && slice(text, answer) !== answer.text) refuse(`an answer has words that are not the article’s: “${answer.text}”`);
  const { headline, lines, unconfirmed, numbers } = summary;
  const all = [...(headline ? [headline] : []), ...lines, ...unconfirmed, ...numbers.map((/** @type {any} */ number) => number.line)];
  for (const [i, line] of all.entries()) {
    if (i % CHUNK === 0) await turn();
    await traced(line, text);
    if (!line.facts.every((/** @type {string} */ id) => ids.has(id))) refuse("a line tells a fact that is not there");
  }
}

/** A line is whole words of the text, its verbs perhaps in the past tense, and connectives. @param {any} line @param {string} text */
async function traced(line, text) {
  let said = "";
  let at = NaN;
  for (const part of line.parts) {
    const { start, end } = part.span ?? { start: NaN, end: NaN };
    // What goes on where the part before it ended may be the rest of a word.
    const apart = start === at || !(cuts(text, at) || cuts(text, start) || /^[\p{L}\p{N}]{2}$/u.test(said.slice(-1) + part.text[0]));
    if (!apart || !(links(part.text) || (part.span && (await stands(part.text, text.slice(start, end)))))) refuse(`a line has words that are not the article’s: “${part.text}”`);
    said += part.text;
    at = end;
  }
  if (cuts(text, at) || said !== line.text) refuse(`a line has words that are not the article’s: “${line.text}”`);
}

/** Whether an offset cuts a word or a number; the last letter of a word may stand alone ("that’s" without its mark). @param {string} text @param {number} at */
function cuts(text, at) {
  CUT.lastIndex = at;
  return CUT.test(text);
}

const CUT = /(?<=\p{L})(?=\p{L}{2})|(?<=\d[.,]?)(?=[.,]?\d)/uy;

/** Whether a part of a line is the text's words, the first perhaps with another first letter, or past tense of its verb. @param {string} told @param {string} words */
const stands = (told, words) => (told.slice(1) === words.slice(1) && told.toLowerCase() === words.toLowerCase()) || isPast(told, words);

/** Whether a part of a line is connectives. @param {string} told */
const links = (told) => /^[\p{L} ,.:“”]*$/u.test(told) && (told.toLowerCase().match(/\p{L}+/gu) ?? []).every((word) => CONNECTIVES.has(word));

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
  throw refusal(why);
}

/** @param {string} why */
const refusal = (why) => Object.assign(new Error(`the report is not one of this text: ${why}`), { code: "report" });
