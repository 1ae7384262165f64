// @ts-check
/** What of a report still holds for another text than its own: by the digests of its sentences, or by the text that it was made from. */
import { sha256 } from "./hash.js";

/** @typedef {import("./nut-graf.js").Span} Span */
/** @typedef {{sentence: number, facts: string[]}} Gone a sentence that is not there any more, and the facts that stand on it */

/**
 * The sentences of the report that the text does not hold, with their facts.
 * @param {import("./nut-graf.js").Report} report @param {string} text @param {string} [before] the text that was read
 * @returns {Promise<Gone[]>}
 */
export async function checkReport(report, text, before) {
  const gone = [];
  const seen = new Set();
  for (const [index, sentence] of report.sentences.entries()) {
    if (before === undefined ? await holds(sentence, text) : text.includes(before.slice(sentence.start, sentence.end))) continue;
    const facts = report.facts.filter((fact) => !seen.has(fact.id) && fact.evidence.some((span) => span.start < sentence.end && sentence.start < span.end)).map(({ id }) => id);
    for (const id of facts) seen.add(id);
    gone.push({ sentence: index, facts });
  }
  return gone;
}

/**
 * The report without what stands on sentences that are gone: no mention, fact, statement or line of them is left.
 * @param {import("./nut-graf.js").Report} report @param {Gone[]} gone
 * @returns {import("./nut-graf.js").Report}
 */
export function withoutGone(report, gone) {
  if (!gone.length) return report;
  const lost = gone.map(({ sentence }) => report.sentences[sentence]);
  const touched = (/** @type {Span[]} */ ...spans) => spans.some((span) => lost.some((each) => span.start < each.end && each.start < span.end));
  const facts = report.facts.filter((fact) => !touched(fact.trigger, ...fact.mentions, ...fact.roles, ...fact.counts, ...fact.evidence));
  const left = new Set(facts.map(({ id }) => id));
  const holds = (/** @type {import("./nut-graf.js").Line} */ line) => line.facts.every((id) => left.has(id)) && !touched(...line.parts.flatMap(({ span }) => span ?? []));
  const { summary } = report;
  const questions = Object.fromEntries(Object.entries(summary.questions).map(([key, answer]) => [key, answer && !touched(answer) && (!answer.fact || left.has(answer.fact)) ? answer : null]));
  return {
    ...report,
    facts,
    entities: report.entities.map((entity) => ({ ...entity, mentions: entity.mentions.filter((mention) => !touched(mention)) })).filter(({ mentions }) => mentions.length),
    statements: report.statements.filter((statement) => !touched(...statement.content, ...(statement.source ? [statement.source] : []))),
    summary: {
      headline: summary.headline && holds(summary.headline) ? summary.headline : null,
      questions: /** @type {any} */ (questions),
      numbers: summary.numbers.filter(({ fact, line }) => left.has(fact) && holds(line)),
      lines: summary.lines.filter(holds),
      unconfirmed: summary.unconfirmed.filter(holds),
      timeline: summary.timeline.filter(({ text }) => !text || !touched(text)).map((entry) => ({ ...entry, facts: entry.facts.filter((id) => left.has(id)) })),
      actors: summary.actors.map((actor) => ({ ...actor, did: actor.did.filter((id) => left.has(id)), undergone: actor.undergone.filter((id) => left.has(id)) })),
    },
  };
}

/** @param {{start: number, end: number, digest?: string}} sentence @param {string} text */
async function holds({ start, end, digest }, text) {
  if (!digest) return false;
  const hash = await sha256(text.slice(start, end));
  return hash !== null && hash.startsWith(digest);
}
