// @ts-check
/** The frame of the element: head, two columns, foot, and the one live region. */
import { say } from "../say.js";
import { button, h } from "./node.js";

/** @param {import("../say.js").Words} words @param {number} level of the topmost heading @param {boolean} alone without an article of its own */
export function frame(words, level, alone) {
  const meta = h("p.meta", { part: "meta" });
  const facts = h("section.facts.busy", { id: "facts", "aria-label": say(words, "facts"), tabindex: -1, part: "facts" });
  const waiting = h("div.waiting.read", {}, h("slot"));
  const story = h("article.story", { id: "story", tabindex: 0, "aria-label": say(words, "article"), part: "story" }, waiting);
  const status = h("p.vh");
  const live = h("div.live", { role: "status", "aria-live": "polite" }, status, h("slot", { name: "notice" }));
  const hop = h("nav.hop", { "aria-label": say(words, "name") }, h("a", { href: "#facts", "data-hop": "facts" }, say(words, "facts")), h("a", { href: "#story", "data-hop": "story" }, say(words, "article")));
  const by = h("p.by", {}, h("strong", {}, say(words, "made")), ` — ${say(words, "check")} `, button("sure", say(words, "sure"), ".asked"));
  const mast = h("div.mast", {}, h(`h${level}.name`, {}, say(words, "name")), by, h("slot", { name: "tools" }));
  const foot = h("p.foot", { part: "foot" }, h("slot", { name: "foot" }, `${say(words, "foot")} `, h("span.ns", {}, say(words, "notStated")), `. ${say(words, "wrong")} ${say(words, "footEnd")}`));
  const page = h(`div.page${alone ? ".alone" : ".wide"}`, { part: "page" }, h("header", { part: "header" }, mast, meta), live, hop, h("div.cols", {}, facts, story), foot);
  return { page, meta, facts, story, waiting, status };
}
