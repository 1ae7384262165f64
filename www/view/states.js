// @ts-check
/** The plates for a text that is being read, has changed, is missing, or cannot be analysed. */
import { button, h } from "./node.js";
import { STAGES } from "../stages.js";
import { say } from "../say.js";

/** @typedef {import("../say.js").Words} Words */

/** @param {Words} words */
export function loadingPlate(words) {
  const bar = h("progress", { "aria-label": say(words, "loading"), max: 1 });
  const note = h("p.note", {}, say(words, "loadingNote"));
  const title = h("p.big", {}, say(words, "loading"));
  const steps = STAGES.map((step) => h("li", { "data-step": step }, say(words, `step_${step}`)));
  const plate = h("div.plate", {}, title, bar, h("ol.steps", {}, steps), note, h("div.tools", {}, button("cancel", say(words, "cancel"))));
  return {
    plate,
    /** @param {{stage: string, done: number, total: number}} progress */
    update({ stage, done, total }) {
      if (total) bar.setAttribute("value", String(done / total));
      else bar.removeAttribute("value");
      if (stage !== "load") {
        title.textContent = say(words, `stage_${stage}`);
        for (const step of steps) step.setAttribute("aria-current", step.dataset.step === stage ? "step" : "false");
        return note.replaceChildren(say(words, "loadingNote"));
      }
      note.replaceChildren(`${say(words, "loadingNote")} ${say(words, "loadingModel", { percent: total ? Math.round((100 * done) / total) : 0 })}`);
    },
  };
}

/**
 * The text is another than the one that was read. @param {Words} words
 * @param {import("../reading.js").Reading | undefined} reading what is shown, if anything is @param {string[]} gone the facts in it that no longer hold
 */
export function stalePlate(words, reading, gone) {
  const count = reading ? gone.length : 0;
  const title = count ? say(words, "stale", { n: count }) : say(words, "staleUnknown");
  const facts = gone.map((id) => reading?.get(id)).filter(Boolean);
  const kept = (reading?.report.facts.length ?? 0) - facts.length;
  const rows = facts.slice(0, 6).map((fact) => h("li", {}, h("span.cert", {}, say(words, "unsupported")), h("div", {}, h("p.w", {}, reading?.line(fact).text), h("p.src", {}, say(words, "gone")))));
  return h("div.plate.bar", {}, h("p.big", {}, title), rows.length > 0 && h("ul.rows.gone", {}, rows), h("div.tools", {}, button("again", say(words, "again"), ".main"), facts.length > 0 && kept > 0 && button("keep", say(words, "keep", { n: kept }))));
}

/** @param {Words} words */
export function emptyPlate(words) {
  return h("div.plate.drop", {}, h("p.big", {}, say(words, "empty")), h("slot", { name: "empty" }, h("p", {}, say(words, "emptyNote"))));
}

/** What happened, why, what now. @param {Words} words @param {Error & {code?: string, language?: string}} error */
export function errorPlate(words, error) {
  const known = `error_${error.code}` in words ? `error_${error.code}` : "error_other";
  const note = `${known}Note` in words ? say(words, `${known}Note`) : "";
  return h(
    "div.plate.bar",
    { role: "alert" },
    h("p.big", {}, error.language ? say(words, "error_languageLike", { language: nameOf(error.language, words.lang) }) : say(words, known)),
    note && h("p", {}, note),
    error.code !== "language" && h("p.note", {}, error.message),
    h("div.tools", {}, error.code === "language" ? button("anyway", say(words, "anyway")) : button("retry", say(words, "retry"))),
  );
}

/** A language's name in another. @param {string} code @param {string} lang */
const nameOf = (code, lang) => new Intl.DisplayNames(lang, { type: "language" }).of(code) ?? code;
