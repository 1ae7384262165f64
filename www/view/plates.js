// @ts-check
/** The plates for a text that is being read, has changed, is missing, has nothing to list, or cannot be read. */
import { say } from "../messages.js";
import { STAGES } from "../stages.js";
import { lineText } from "../report-index.js";
import { button, h } from "./node.js";

/** @import { Words } from "../messages.js" */
/** @import { ReportIndex } from "../report-index.js" */

/** @param {Words} words */
export function loadingPlate(words) {
  const bar = h("progress", { "aria-label": say(words, "loading"), max: 1 });
  const note = h("p.note", {}, say(words, "loadingNote"));
  const title = h("p.big", {}, say(words, "loading"));
  const steps = STAGES.map((step) => h("li", { "data-step": step }, say(words, `step_${step}`)));
  const tools = h("div.tools", {}, button("cancel", say(words, "cancel")));
  const plate = h("div.plate", {}, title, bar, h("ol.steps", {}, steps), note, tools);
  return {
    plate,
    /** @param {{stage: string, done: number, total: number}} progress */
    update({ stage, done, total }) {
      if (total) bar.setAttribute("value", String(done / total));
      else bar.removeAttribute("value");
      const loading = stage === "load";
      const percent = total ? Math.round((100 * done) / total) : 0;
      note.textContent = loading ? say(words, "loadingModel", { percent }) : say(words, "loadingNote");
      if (loading) return;
      title.textContent = say(words, `stage_${stage}`);
      for (const step of steps) step.setAttribute("aria-current", step.dataset.step === stage ? "step" : "false");
    },
  };
}

/** The text is another than the one that was read. @param {ReportIndex} index @param {number[]} lost lines */
export function stalePlate(index, lost) {
  const rows = lost.slice(0, 6).map((i) => h("p.w.gone", {}, lineText(index, i)));
  const kept = index.summary.lines.length - lost.length;
  const keep = lost.length > 0 && kept > 0 && button("keep", index.say("keep", { n: kept }));
  const title = lost.length ? index.say("stale", { n: lost.length }) : index.say("staleUnknown");
  const tools = h("div.tools", {}, button("again", index.say("again"), ".btn.main"), keep);
  return h("div.plate.heavy", {}, h("p.big", {}, title), rows, tools);
}

/** @param {Words} words */
export const emptyPlate = (words) => {
  const note = h("slot", { name: "empty" }, h("p", {}, say(words, "emptyNote")));
  return h("div.plate.drop", {}, h("p.big", {}, say(words, "empty")), note);
};

/** Nothing that a line could tell. @param {Words} words */
export const nothingPlate = (words) =>
  h("div.plate", {}, h("p.big", {}, say(words, "nothing")), h("p", {}, say(words, "nothingNote")));

/** What happened, why, what now. @param {Words} words @param {Error & {code?: string, language?: string}} error */
export function errorPlate(words, error) {
  const { code, language } = error;
  const known = `error_${code}` in words ? `error_${code}` : "error_other";
  const note = `${known}Note` in words ? say(words, `${known}Note`) : "";
  const like = language && new Intl.DisplayNames(words.lang, { type: "language" }).of(language);
  const again = code === "language" ? button("anyway", say(words, "anyway")) : button("retry", say(words, "retry"));
  return h(
    "div.plate.heavy",
    { role: "alert" },
    h("p.big", {}, say(words, known)),
    note && h("p", {}, like ? say(words, "error_languageLike", { language: like }) : note),
    code !== "language" && h("p.note", {}, error.message),
    h("div.tools", {}, again, h("slot", { name: "again" })),
  );
}

/** For the page's author: no element has the id. @param {Words} words @param {string} id @param {string} like */
export function wrongForPlate(words, id, like) {
  const guess = like && [` ${say(words, "wrongForLike")} `, h("code", {}, `id="${like}"`), "?"];
  const note = h("p", {}, h("code", {}, `<nut-graf for="${id}">`), ` ${say(words, "wrongForNote")}`, guess);
  const title = h("p.big", {}, say(words, "wrongFor"), " ", h("code", {}, id), ".");
  return h("div.plate.heavy", { role: "alert" }, title, note);
}
