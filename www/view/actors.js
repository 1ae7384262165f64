// @ts-check
/** Who did what to whom: a drawing of the main actors, and the same as a table. */
import { contains } from "../reading.js";
import { deed } from "./deed.js";
import { limited } from "./limited.js";
import { fill, h, section } from "./node.js";
import { cited, silent } from "./told.js";

/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {{from: any, to: any, fact: any, label: string[], sure: boolean, main: boolean, bare: boolean}} Act */
/** @typedef {{entity: any, name: string[], exits: Act[], entries: Act[], y: number, height: number}} Box */

const MAX_BOXES = 8;
const MAX_ACTS = 10;
/** Facts that are looked at, for the table too. */
const MAX_FACTS = 400;
/** Longest object in a label, in UTF-16 units. */
const MAX_LABEL = 44;
/** Sizes in the units of the drawing, which are CSS pixels at its natural width. */
const LINE = 16;
const SIZE = 13;
const PORT = 20;
const GAP = 14;
const LANE = 13;

/** The drawing's own width, in CSS pixels. */
const WIDTH = { least: 300, most: 600, unknown: 560 };

/** @param {Reading} reading @param {number} level @param {HTMLElement} place where it will stand */
export function actorsView(reading, level, place) {
  const all = acts(reading);
  if (!all.length) return null;
  const width = Math.max(WIDTH.least, Math.min(WIDTH.most, place.clientWidth || WIDTH.unknown));
  pen ??= document.createElement("canvas").getContext("2d");
  pen.font = `600 ${SIZE}px ${getComputedStyle(place).fontFamily}`;
  return section("pic", reading.say("picture"), "", level, drawing(reading, all, width), h("details", {}, h("summary", {}, reading.say("asTable")), table(reading, all)));
}

/** What main actors did, the main event first. @param {Reading} reading @returns {Act[]} */
function acts(reading) {
  const { actors, headline } = reading.report.summary;
  const main = new Set(actors.map(({ entity }) => entity));
  const first = headline?.facts[0];
  const wanted = new Set([first, ...actors.flatMap(({ did }) => did)]);
  const found = [...wanted].map((id) => reading.get(id)).filter(Boolean).slice(0, MAX_FACTS).flatMap((/** @type {import("../reading.js").Fact} */ fact) => {
    if (fact.type.startsWith("state.") && fact.id !== first) return [];
    const agents = [...new Set(fact.roles.filter((role) => role.role === "agent" && main.has(role.entity ?? "")).map((role) => role.entity))];
    const touched = fact.roles.find((role) => ["patient", "recipient", "origin"].includes(role.role) && main.has(role.entity ?? "") && !agents.includes(role.entity));
    const key = reading.certainty(fact, fact);
    const verb = reading.verb(fact);
    const count = fact.counts.find((each) => each.of === "patient");
    const whom = touched ? (count && fact.polarity !== "negated" ? reading.slice(count) : "") : beside(reading, fact);
    const label = [key === "certain" ? verb : `${reading.say(key)}: ${verb}`, whom].filter(Boolean);
    const bare = !touched && !whom && key === "certain" && fact.id !== first;
    return agents.map((agent) => ({ bare, from: reading.get(agent), to: reading.get(touched?.entity), fact, label, sure: key === "certain", main: fact.id === first }));
  });
  return found.sort((a, b) => Number(b.main) - Number(a.main) || Number(!!b.to) - Number(!!a.to) || b.fact.salience - a.fact.salience);
}

/** What else the act is about, where that follows the event in the text and is short enough for a label. @param {Reading} reading @param {import("../reading.js").Fact} fact */
function beside(reading, fact) {
  const words = reading.slice({ start: fact.trigger.end, end: deed(reading, fact).end }).trim();
  return words.length <= MAX_LABEL ? words : "";
}

/** @param {Reading} reading @param {Act[]} all @param {number} width */
function drawing(reading, all, width) {
  const boxWidth = Math.round(Math.min(176, width * 0.36));
  const drawn = chosen(all).map((act) => ({ ...act, label: wrap(act.label.join(" "), width - boxWidth - 40 - MAX_ACTS * LANE * 0.6) }));
  const boxes = place(drawn, boxWidth);
  const lanes = assign(boxes, drawn.filter((act) => act.to));
  const depth = Math.max(0, ...lanes.values()) + 1;
  const height = Math.max(...boxes.map((box) => box.y + box.height)) + 2;
  const lane = (/** @type {Act} */ act) => width - 8 - (depth - 1 - (lanes.get(act) ?? 0)) * LANE;
  const nodes = boxes.flatMap((box) => [...box.exits.map((act) => line(act, boxes, boxWidth, lane(act))), boxNode(box, boxWidth)]);
  const title = svg("title", { id: "pic-t" }, reading.say("picture"));
  const picture = svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-labelledby": "pic-t pic-d" }, title, svg("desc", { id: "pic-d" }, reading.say("pictureDescription")), ...nodes);
  const looks = { main: drawn.some((act) => act.main), "": drawn.some((act) => act.sure && !act.main), un: drawn.some((act) => !act.sure) };
  const key = Object.entries(looks).map(([look, used], i) => used && h("p", {}, svg("svg", { viewBox: "0 0 36 10", "aria-hidden": "true" }, svg("path", { class: `a ${look}`, d: "M0 5H36" })), reading.say(["mainEvent", "stated", "notConfirmed"][i])));
  return [picture, h("div.key.note", {}, key, h("p", {}, reading.say("pictureNote")))];
}

/** The acts that fit: of few enough actors, no two alike, and none that says no more than a verb. @param {Act[]} all */
function chosen(all) {
  const boxes = new Set();
  const seen = new Set();
  return all.filter((act) => {
    const key = `${act.from.id} ${act.to?.id} ${act.label[0]}`;
    const wanted = [act.from, act.to].filter((entity) => entity && !boxes.has(entity));
    if (act.bare || seen.size >= MAX_ACTS || seen.has(key) || boxes.size + wanted.length > MAX_BOXES) return false;
    seen.add(key);
    for (const entity of wanted) boxes.add(entity);
    return true;
  });
}

/** Boxes one below the other, tall enough for their lines. @param {Act[]} drawn @param {number} boxWidth @returns {Box[]} */
function place(drawn, boxWidth) {
  /** @type {Map<any, Box>} */
  const boxes = new Map();
  const at = (/** @type {any} */ entity) => {
    if (!boxes.has(entity)) boxes.set(entity, { entity, name: wrap(entity.name, boxWidth - 16), exits: [], entries: [], y: 0, height: 0 });
    return /** @type {Box} */ (boxes.get(entity));
  };
  for (const act of drawn) {
    at(act.from).exits.push(act);
    if (act.to) at(act.to).entries.push(act);
  }
  let y = 1;
  const order = [...boxes.values()];
  for (const box of order) {
    const ports = box.exits.reduce((sum, act) => sum + exitHeight(act), 0) + box.entries.length * PORT;
    box.y = y;
    box.height = Math.max(ports + 8, box.name.length * LINE + 18);
    y += box.height + GAP;
  }
  return order;
}

/** @param {Act} act */
const exitHeight = (act) => act.label.length * LINE + 10;

/** Where each line leaves or enters a box, from its top. @param {Box} box @param {Box[]} order @param {Act} act @param {boolean} entering */
function port(box, order, act, entering) {
  const above = box.entries.filter((entry) => order.findIndex((other) => other.entity === entry.from) < order.indexOf(box));
  const below = box.entries.filter((entry) => !above.includes(entry));
  const slots = [...above.map((entry) => ({ act: entry, size: PORT, entering: true })), ...box.exits.map((exit) => ({ act: exit, size: exitHeight(exit), entering: false })), ...below.map((entry) => ({ act: entry, size: PORT, entering: true }))];
  let y = box.y + (box.height - slots.reduce((sum, slot) => sum + slot.size, 0)) / 2;
  for (const slot of slots) {
    if (slot.act === act && slot.entering === entering) return Math.round(y + (entering ? PORT : LINE + 10) / 2);
    y += slot.size;
  }
  return box.y;
}

/** A lane for each line between two boxes: short ones inside, lines that do not meet share one. @param {Box[]} order @param {Act[]} between */
function assign(order, between) {
  /** @type {Map<Act, number>} */
  const lanes = new Map();
  /** @type {[number, number][][]} */
  const taken = [];
  const spans = between.map((act) => ({ act, ends: /** @type {[number, number]} */ ([index(order, act.from), index(order, act.to)].sort((a, b) => a - b)) }));
  for (const { act, ends } of spans.sort((a, b) => a.ends[1] - a.ends[0] - (b.ends[1] - b.ends[0]))) {
    let lane = taken.findIndex((held) => held.every(([from, to]) => to < ends[0] || ends[1] < from));
    if (lane < 0) lane = taken.push([]) - 1;
    taken[lane].push(ends);
    lanes.set(act, lane);
  }
  return lanes;
}

/** @param {Box[]} order @param {any} entity */
const index = (order, entity) => order.findIndex((box) => box.entity === entity);

/** @param {Box} box @param {number} boxWidth */
function boxNode(box, boxWidth) {
  const main = [...box.exits, ...box.entries].some((act) => act.main);
  const unsure = [...box.exits, ...box.entries].every((act) => !act.sure);
  const top = box.y + box.height / 2 - ((box.name.length - 1) * LINE) / 2 + 4.5;
  return svg(
    "g",
    {},
    svg("rect", { class: `box${main ? " main" : ""}${unsure ? " un" : ""}`, x: 1, y: box.y, width: boxWidth - 2, height: box.height }),
    ...box.name.map((words, i) => svg("text", { class: "name", x: boxWidth / 2, y: top + i * LINE }, words)),
  );
}

/** A line from the actor by its label to the one acted on, or to a ring. @param {Act} act @param {Box[]} order @param {number} boxWidth @param {number} lane */
function line(act, order, boxWidth, lane) {
  const from = order[index(order, act.from)];
  const y = port(from, order, act, false);
  const look = `a${act.main ? " main" : ""}${act.sure ? "" : " un"}`;
  const x = boxWidth + 14;
  const end = x + measured(act.label[0]) + 10;
  const labels = act.label.map((words, i) => svg("text", { class: "lab", x: x + 4, y: y + 4.5 + i * LINE }, words));
  const parts = [];
  if (act.to) {
    const to = order[index(order, act.to)];
    const target = port(to, order, act, true);
    const head = act.main ? 13 : 8;
    parts.push(svg("path", { class: look, d: `M${boxWidth - 1} ${y}H${x}M${end} ${y}H${lane}V${target}H${boxWidth + head - 2}` }));
    parts.push(svg("path", { class: "hd", d: `M${boxWidth} ${target}l${head} ${-head / 2}v${head}z` }));
  } else {
    parts.push(svg("path", { class: look, d: `M${boxWidth - 1} ${y}H${x}M${end - 4} ${y}H${end + 4}` }), svg("circle", { class: "box", cx: end + 8, cy: y, r: 4 }));
  }
  return svg("g", { "data-fact": act.fact.id }, ...parts, ...labels);
}

/** Draws nothing: it knows how wide words are. @type {any} */
let pen;
/** The width of words as names are set, a little more than that of labels. @param {string} words @returns {number} */
const measured = (words) => Math.ceil(pen.measureText(words).width);

/** Words in lines that fit. @param {string} words @param {number} width */
function wrap(words, width) {
  /** @type {string[]} */
  const lines = [];
  for (const word of words.split(" ")) {
    const last = lines[lines.length - 1];
    if (last !== undefined && measured(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** @param {Reading} reading @param {Act[]} all */
function table(reading, all) {
  const head = ["who", "didWhat", "toWhom", "sourceCertainty"].map((key) => h("th", { role: "columnheader", scope: "col" }, reading.say(key)));
  const body = h("tbody", { role: "rowgroup" });
  const [, more] = limited(body, all, 20, (act) => tableRow(reading, act), reading);
  return [h("table.tab", { role: "table" }, h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, head)), body), more];
}

/** @param {Reading} reading @param {Act} act */
function tableRow(reading, { from, fact, label }) {
  const span = fact.trigger;
  const touched = fact.roles.filter((/** @type {any} */ role) => ["patient", "recipient"].includes(role.role) && role.entity !== from.id);
  const whom = touched.filter((/** @type {any} */ role, /** @type {number} */ i) => !touched.some((/** @type {any} */ other, /** @type {number} */ j) => j < i && (other.entity ? other.entity === role.entity : contains(other, role))));
  const key = reading.certainty(fact, fact);
  return h(
    "tr",
    { role: "row", "data-fact": fact.id },
    h("th", { role: "rowheader", scope: "row" }, from.name),
    h("td", { role: "cell" }, label.join(" ")),
    h("td", { role: "cell" }, whom.length ? h("span.w", {}, whom.slice(0, 2).map((/** @type {any} */ role) => reading.slice(role)).join("; ")) : silent(reading)),
    h("td", { role: "cell" }, cited(reading, span, fact.id, { mode: false }, [`, ${(key === "certain" ? reading.say("asFact") : reading.say(key)).toLowerCase()}`])),
  );
}

/** An element of a drawing. @param {string} tag @param {Record<string, any>} attributes @param {...import("./node.js").Children} children */
function svg(tag, attributes, ...children) {
  return /** @type {SVGElement} */ (fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children));
}
