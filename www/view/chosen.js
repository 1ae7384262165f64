// @ts-check
/** A chosen fact: its roles in words beside the article, and as marks in it. */
import { contains } from "../reading.js";
import { button, h } from "./node.js";
import { cited, slice } from "./told.js";

/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {import("../reading.js").Fact} Fact */

const ORDER = ["agent", "patient", "recipient", "instrument", "time", "place", "origin", "destination", "cause", "purpose", "topic"];

/** The roles of the fact, named by their question; without the claims where those are beside it. @param {Reading} reading @param {Fact} fact @param {boolean} claimed */
export function chosenView(reading, fact, claimed) {
  const counts = [...new Set(fact.counts.map((count) => reading.slice(count)))].map((words) => h("dd.w", {}, words));
  const rows = ORDER.flatMap((role) => {
    const seen = new Set();
    const fillers = fact.roles.filter((filler) => filler.role === role && !seen.has(reading.slice(filler)) && seen.add(reading.slice(filler)));
    const row = fillers.length ? [h("dt", {}, reading.say(`role_${role}`)), ...fillers.map((filler) => h("dd.w", {}, slice(reading, filler, fact.hedges)))] : [];
    if (role === "agent") row.push(h("dt", {}, reading.say("role_trigger")), h("dd.w", {}, reading.slice(fact.trigger)));
    if (role === "patient" && counts.length) row.push(h("dt", {}, reading.say("role_count")), ...counts);
    return row;
  });
  const claims = fact.claims.map((claim) => {
    const named = reading.claimed(fact, claim);
    const key = reading.certainty(claim, fact);
    return h("dd", {}, cited(reading, named, fact.id, { mode: true }, [`, ${(key === "certain" ? reading.say("asFact") : reading.say(key)).toLowerCase()}`]));
  });
  return h("div.panel", {}, h("dl.rl", {}, rows, !claimed && [h("dt", {}, reading.say("role_source")), ...claims]), h("p.note", {}, button("sure", reading.say("sure"), ".asked")));
}

/** Where the fact stands, in order of the text: one offset a sentence. @param {Reading} reading @param {Fact} fact @returns {number[]} */
export function evidence(reading, fact) {
  const offsets = [fact.trigger, ...fact.mentions, ...fact.evidence, ...fact.claims.map((claim) => reading.claimed(fact, claim))].map(({ start }) => start);
  const sentences = new Map(offsets.map((offset) => [reading.sentence(offset), offset]));
  return [...sentences.entries()].sort(([a], [b]) => a - b).map(([, offset]) => offset);
}

/** The marks of the fact's parts, in order of the text, outer before inner. @param {Reading} reading @param {Fact} fact */
export function roleMarks(reading, fact) {
  const marks = [fact.trigger, ...fact.mentions].map((span) => ({ ...bare(span), look: "r trig", gloss: reading.say("role_trigger") }));
  for (const role of fact.roles) marks.push({ ...bare(role), look: "r", gloss: reading.say(`role_${role.role}`) });
  for (const count of fact.counts) marks.push({ ...bare(count), look: "r", gloss: reading.say("role_count") });
  for (const hedge of fact.hedges) marks.push({ ...bare(hedge), look: "r hedge", gloss: reading.say("role_hedge") });
  for (const claim of fact.claims) {
    const statement = reading.get(claim.statement);
    if (statement?.source) marks.push({ ...bare(statement.source), look: "r rsrc", gloss: reading.say("role_source") });
    if (statement?.cue && !(statement.source && contains(statement.source, statement.cue))) marks.push({ ...bare(statement.cue), look: "r", gloss: "" });
  }
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** @param {{start: number, end: number}} span */
const bare = ({ start, end }) => ({ start, end });
