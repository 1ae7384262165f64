// @ts-check
/** What is read first: the main line, and who, what, when, where, why, how as far as the article says. */
import { contains } from "../report-index.js";
import { extentOf, lineWords, reason, sourceWords } from "./line.js";
import { h, pointer } from "./node.js";

/** @typedef {import("../report-index.js").ReportIndex} ReportIndex */

/** @param {ReportIndex} index @param {number} level */
export function mainView(index, level) {
  const { main } = index.summary;
  if (main === null) return null;
  const omitted = omittedByHeadline(index, main);
  const note = omitted && [" · ", index.say("headlineOmits"), " ", h("span.w", {}, `“${omitted}”`), "."];
  const why = reason(index, main);
  const at = pointer(index, extentOf(index, main), main);
  return h(
    "section.top.line",
    { id: "main", "aria-labelledby": "h-main", "data-line": main, part: "main" },
    h(`h${level}.vh`, { id: "h-main" }, index.say("main")),
    h("p.lead.w", {}, lineWords(index, main)),
    h("p.meta", {}, at, " ", why && [why, " · "], sourceWords(index, main), note),
  );
}

/** “more than” where the headline has the bare figure. @param {ReportIndex} index @param {number} main */
function omittedByHeadline(index, main) {
  for (const { fact } of index.factsIn(index.summary.lines[main])) {
    const bare = fact.counts.find((count) => index.inTitle(count) && count.comparator === "=");
    const told = fact.counts.filter((count) => contains(extentOf(index, main), count));
    const whole = bare && told.find((count) => count.value === bare.value);
    if (whole?.figure && whole.comparator !== "=") return index.text.slice(whole.start, whole.figure.start).trim();
  }
  return "";
}

/** Those questions that are answered. @param {ReportIndex} index @param {number} level */
export function questionsView(index, level) {
  const rows = Object.entries(index.summary.questions).flatMap(([key, answer]) => {
    const words = answer && h("dd", {}, h("span.w.f", {}, index.slice(answer)), " ", pointer(index, answer));
    return words ? [h(`div.${key}`, {}, h("dt", {}, index.say(key)), words)] : [];
  });
  const title = h(`h${level}.vh`, { id: "h-ws" }, index.say("questions"));
  const how = { "aria-labelledby": "h-ws", part: "questions" };
  return rows.length ? h("section", how, title, h("dl.ws", {}, rows)) : null;
}
