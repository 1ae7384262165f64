// @ts-check
/** Whether a report still holds for a text: by the digests of its sentences, or by the text that it was made from. */

/** @typedef {import("./nut-graf.js").Span} Span */
/** @typedef {{sentence: number, facts: string[]}} Gone a sentence that is not there any more, and the facts that stand on it */

/**
 * The sentences of the report that the text does not hold, with their facts; empty if the report is of this very text.
 * @param {import("./nut-graf.js").Report} report @param {string} text @param {string} [before] the text that was read
 * @returns {Promise<Gone[]>}
 */
export async function checkReport(report, text, before) {
  if (before === text || (before === undefined && report.length === text.length && (await sameHash(report, text)))) return [];
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

/** @param {{textHash: string}} report @param {string} text */
async function sameHash({ textHash }, text) {
  const hash = await sha256(text);
  return hash === null || hash === textHash;
}

/** @param {{start: number, end: number, digest?: string}} sentence @param {string} text */
async function holds({ start, end, digest }, text) {
  if (!digest) return false;
  const hash = await sha256(text.slice(start, end));
  return hash !== null && hash.startsWith(digest);
}

/** In lower-case hex; null where the page may not hash (not served over https). @param {string} words */
async function sha256(words) {
  if (!globalThis.crypto?.subtle) return null;
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(words));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
