// @ts-check
/** Who, what, when, where, why, how. */
import { h, section } from "./node.js";
import { cited, silent } from "./told.js";

/** @param {import("../reading.js").Reading} reading @param {number} level */
export function questionsView(reading, level) {
  const questions = /** @type {Record<string, any>} */ (reading.report.summary.questions);
  const rows = ["who", "what", "when", "where", "why", "how"].map((key) => h("div", {}, h("dt", {}, reading.say(key)), answer(reading, key, questions[key])));
  return section("five", reading.say("fiveWs"), "", level, h("dl", {}, rows));
}

/** @param {import("../reading.js").Reading} reading @param {string} key @param {any} given */
function answer(reading, key, given) {
  if (!given) return h("dd", {}, silent(reading));
  const date = key === "when" && reading.calendar(reading.get(given.fact)?.time ?? reading.marksIn(given).find(({ entity }) => entity.value?.iso)?.entity.value.iso);
  const calendar = key === "when" && [" · ", date ? reading.say("dateRead", { date }) : [`${reading.say("calendarDate")} `, silent(reading)]].flat();
  return h("dd", { "data-fact": given.fact }, h("span.w", {}, reading.slice(given)), h("span.src", {}, cited(reading, given, given.fact), calendar));
}
