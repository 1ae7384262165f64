// @ts-check
/** The parts of the element that stay: bar, what it is, headline, two columns, foot, and the one live region. */
import { say } from "../messages.js";
import { button, h } from "./node.js";

/**
 * @param {import("../messages.js").Words} words @param {number} level of the topmost heading
 * @param {{alone: boolean, compact: boolean, brand: boolean}} how `alone`: without an article of its own
 */
export function layout(words, level, { alone, compact, brand }) {
  const the = (/** @type {string} */ key) => say(words, key);
  const jumps = h("nav.jump", { "aria-label": the("parts") });
  const name = h(`h${level}.brand`, {}, the(brand ? "name" : "summary"));
  const bar = h("header.bar", { part: "bar" }, name, jumps, h("div.do", {}, h("slot", { name: "tools" })));
  const sure = button("accuracy", the("accuracy"), ".tb");
  const pitch = h("p.pitch", { part: "pitch" }, h("strong", {}, the("pitch")), `${the("pitchRest")} `, sure);
  const status = h("p.vh");
  const live = h("div.live", { role: "status", "aria-live": "polite" }, status, h("slot", { name: "notice" }));
  const state = h("div.state");
  const waiting = h("div.read.waiting", {}, h("slot"));
  const title = h("div.title");
  const head = h("div.head", {}, h("div.kick", {}, h("slot", { name: "kick" })), title);
  const tabs = h("div.tabs", {}, h("slot", { name: "more" }));
  const sum = h("section.sum", { id: "summary", "aria-label": the("summary"), tabindex: -1, part: "summary" });
  const story = h("article.story", { id: "article", tabindex: 0, "aria-label": the("article"), part: "story" });
  const foot = h("p.foot", { part: "foot" }, h("slot", { name: "foot" }));
  const page = h(
    `div.page.busy${alone ? ".alone" : ".wide"}${compact ? ".compact" : ""}`,
    { part: "page", dir: "ltr", lang: words.lang },
    compact ? h(`h${level}.nh`, {}, the("compactTitle")) : [bar, pitch],
    live,
    h("div.wait", {}, state, !alone && waiting),
    head,
    tabs,
    h("div.cols", {}, sum, story),
    foot,
  );
  return { page, jumps, foot, title, tabs, sum, story, state, status, waiting };
}
