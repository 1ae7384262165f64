// @ts-check
/** The line below the head. */
import { h } from "./node.js";

/** What there is, in numbers. @param {import("../reading.js").Reading} reading */
export function counts(reading) {
  const { facts, statements, summary } = reading.report;
  const unsure = facts.filter((fact) => fact.certainty !== "certain").length;
  const negated = facts.filter((fact) => fact.polarity === "negated").length;
  const sources = new Map(statements.filter(({ source }) => source).map((statement) => [statement.source?.entity ?? statement.id, statement.source?.anonymous]));
  const unnamed = [...sources.values()].filter(Boolean).length;
  const join = (/** @type {string} */ head, /** @type {(string | false)[]} */ rest, /** @type {string} */ mark) => head + (rest.some(Boolean) ? mark + rest.filter(Boolean).join(", ") : "");
  return [
    join(reading.say("countFacts", { n: facts.length }), [unsure > 0 && reading.say("countUnsure", { n: unsure }), negated > 0 && reading.say("countNegated", { n: negated })], ": "),
    sources.size > 0 && join(reading.say("countSources", { n: sources.size }), [unnamed > 0 && reading.say("countUnnamed", { n: unnamed })], ", "),
    summary.numbers.length > 0 && reading.say("countNumbers", { n: summary.numbers.length }),
    reading.say("pointers"),
  ].filter(Boolean).map((words) => h("span", {}, String(words)));
}
