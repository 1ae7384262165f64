// @ts-check
/** The article in one sentence, and who commits to it. */
import { contains } from "../reading.js";
import { h } from "./node.js";
import { cited, slice, told } from "./told.js";

/** @param {import("../reading.js").Reading} reading @param {number} level */
export function headlineView(reading, level) {
  const line = reading.report.summary.headline;
  if (!line) return null;
  const fact = reading.get(line.facts[0]);
  return h(
    "section.one",
    { "aria-labelledby": "h-one", part: "headline" },
    h(`h${level}.vh`, { id: "h-one" }, reading.say("oneSentence")),
    h("p.lead", { "data-fact": fact?.id }, told(reading, line)),
    fact && h("ul.claims", {}, fact.claims.slice(0, 5).map((/** @type {any} */ claim) => claimRow(reading, fact, claim))),
  );
}

/**
 * One source's commitment. Its own words are shown where they differ from the sentence above: in a headline, or with a hedge.
 * @param {import("../reading.js").Reading} reading @param {import("../reading.js").Fact} fact @param {import("../reading.js").Claim} claim
 */
export function claimRow(reading, fact, claim) {
  const named = reading.claimed(fact, claim);
  const stretch = reading.stretch(fact, named);
  const hedged = fact.hedges.some((hedge) => contains(stretch, hedge));
  const shown = hedged || reading.inTitle(named);
  return h(
    "li",
    {},
    h("span.cert", {}, reading.say(reading.certainty(claim, fact))),
    h("span", {}, cited(reading, named, fact.id, { mode: true, bold: true }, shown ? [": ", h("span.w", {}, slice(reading, stretch, fact.hedges))] : [])),
  );
}
