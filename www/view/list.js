// @ts-check
/** The one list of lines in its orders, with the search field and the head of a filter. */
import { ORDERS, arrange, countOf } from "../line-orders.js";
import { aliasesOf, kindOf } from "../mentions.js";
import { limited, nameButton } from "./limited.js";
import { extentOf, lineWords, reason, sourceWords } from "./line.js";
import { button, h, pointer } from "./node.js";

/** @typedef {import("../report-index.js").ReportIndex} ReportIndex */
/** @typedef {import("../line-orders.js").Group} Group */

/** Rows that are drawn at once. */
const ROWS = 60;
/** Points where there is little room. */
const COMPACT_POINTS = 5;

export class LineList {
  /** @type {import("../line-orders.js").Filter} */
  filter = {};
  /** The line that is chosen. @type {number | null} */
  chosen = null;
  /** The lines in the order in which they are shown. @type {number[]} */
  shown = [];
  #rows = h("ol.lines");
  #more = h("p.rest");
  #head = h("p.filter");
  #control;

  /** @param {ReportIndex} index @param {number} level @param {string} order @param {boolean} compact */
  constructor(index, level, order, compact) {
    this.index = index;
    this.level = level;
    this.compact = compact;
    // An order with nothing in it is left out.
    this.orders = ORDERS.filter((key) => key === "all" || countOf(key, arrange(index, key)));
    this.order = order;
    const choices = this.orders.flatMap((key) => [
      h("input.vh", { type: "radio", name: "order", id: `o-${key}`, value: key }),
      h("label", { for: `o-${key}` }, h("span", {}, index.say(`order_${key}`), " ", h("b"))),
    ]);
    this.#control = h("div.seg", { role: "radiogroup", "aria-label": index.say("orders") }, choices);
    const named = { placeholder: index.say("find"), "aria-label": index.say("findLabel") };
    const find = h("input.find", { type: "search", ...named });
    const title = h(`h${level}.vh`, { id: "h-points" }, index.say("points"));
    const parts = [title, h("div.lh", {}, this.#control, find), this.#head, this.#rows, this.#more];
    this.node = h("section", { id: "points", "aria-labelledby": "h-points", part: "points" }, ...parts);
    this.draw();
  }

  /**
   * An order with nothing in it gives way to the points, or else to all lines.
   * @param {{order?: string, filter?: import("../line-orders.js").Filter}} [how]
   */
  draw({ order = this.order, filter = this.filter } = {}) {
    const { index, compact, orders } = this;
    if (!orders.includes(order)) order = orders.includes("points") ? "points" : "all";
    this.order = order;
    this.filter = filter;
    const groups = arrange(index, order, filter);
    const items = groups.flatMap((group) => [
      ...(order === "source" ? [() => this.#sourceHead(group)] : []),
      ...group.lines.map((i) => () => this.#row(i, group)),
    ]);
    this.shown = groups.flatMap(({ lines }) => lines);
    this.#rows.replaceChildren();
    const most = orders.includes("points") ? COMPACT_POINTS : 0;
    const fits = compact ? items.slice(0, most) : items;
    const [, rest] = limited(this.#rows, fits, ROWS, (make) => make(), index);
    this.#more.replaceChildren(...(rest ? [rest] : this.#others()));
    this.node.hidden = !fits.length && compact && !this.#more.hasChildNodes();
    for (const key of orders) {
      const input = /** @type {HTMLInputElement} */ (this.#control.querySelector(`#o-${key}`));
      input.checked = key === order;
      const count = /** @type {HTMLElement} */ (this.#control.querySelector(`[for=o-${key}] b`));
      count.textContent = String(countOf(key, arrange(index, key, filter)));
    }
    this.#drawHead();
  }

  /** @param {number} i @param {Group} group */
  #row(i, { time }) {
    const { index, filter, compact } = this;
    const at = h("p.p", {}, pointer(index, extentOf(index, i), i));
    const source = this.order !== "source" && h("span.so", {}, sourceWords(index, i));
    const label = h("p.k", {}, time && h("span.tm", {}, index.slice(time)), reason(index, i), source);
    const above = () => h("p.up", {}, h("a", { href: "#main", "data-jump": "main" }, index.say("mainAbove")));
    const words = index.summary.main === i ? above() : h("p.w", {}, lineWords(index, i, (part) => hits(index, part, filter)));
    const written = index.summary.lines[i].parts.some(({ as }) => as === "source");
    const parts = compact ? [label, words, at] : [at, label, words];
    const looks = ["li.line", written && "written", i === this.chosen && "on"].filter(Boolean).join(".");
    return h(looks, { "data-line": i }, ...parts);
  }

  /** @param {Group} group */
  #sourceHead({ source, lines }) {
    const { index } = this;
    const n = index.say("lines", { n: lines.length });
    const name = source?.entity ? nameButton(index, source.entity) : h("span.w", {}, source?.text);
    const note = h("small", {}, source?.anonymous ? `${index.say("unnamed")} · ${n}` : n);
    return h("li.g", {}, h(`h${this.level + 1}`, {}, source ? name : index.say("noSourceHead"), " ", note));
  }

  /** What the order leaves out, a press away; or that nothing was found. */
  #others() {
    const { index, compact, order, shown, filter } = this;
    const all = arrange(index, "all", filter)[0].lines;
    if (compact) return all.length > 1 ? [button("expand", index.say("allLines", { n: all.length }), ".tb")] : [];
    const left = all.filter((i) => i !== index.summary.main && !shown.includes(i)).length;
    if (order === "points" && left) return [button("all", index.say("moreLines", { n: left }), ".tb")];
    const words = filter.query?.trim();
    if (shown.length || !words) return [];
    const there = index.text.toLowerCase().includes(words.toLowerCase());
    return [h("span.note", {}, index.say(there ? "notInLines" : "notFound", { words }))];
  }

  /** The name whose lines are shown. */
  #drawHead() {
    const { index, filter } = this;
    const entity = index.get(filter.entity);
    this.#head.hidden = !entity;
    if (!entity) return this.#head.replaceChildren();
    const aliases = aliasesOf(index, entity);
    const n = index.mentions?.lines.get(entity.id)?.size ?? 0;
    const note = [
      index.say(`kind_${kindOf(index, entity)}`),
      aliases && `${index.say("alsoCalled")} ${aliases}`,
      index.say("linesOf", { n, all: index.summary.lines.length }),
    ];
    const said = h("span.note", {}, note.filter(Boolean).join(" · "));
    const all = button("unfilter", index.say("allNames"), ".tb");
    this.#head.replaceChildren(h("b.w", {}, index.label(entity)), " ", said, " ", all);
  }
}

/**
 * Where what is looked for stands in a part: a word in any case, and one who is mentioned.
 * @param {ReportIndex} index @param {import("../nut-graf.js").Span} part
 * @param {import("../line-orders.js").Filter} filter
 */
function hits(index, part, { entity, query = "" }) {
  const wanted = query.trim().toLowerCase();
  const words = index.slice(part).toLowerCase();
  const found = [...(index.get(entity)?.mentions ?? [])];
  for (let at = wanted ? words.indexOf(wanted) : -1; at >= 0; at = words.indexOf(wanted, at + 1))
    found.push({ start: part.start + at, end: part.start + at + wanted.length });
  return found;
}
