// @ts-check
/** Everyone and everything that the article names, with what else it is called and the lines that have it. */
import { aliasesOf, kindOf } from "../mentions.js";
import { limited, nameButton } from "./limited.js";
import { h } from "./node.js";

/** @import { Entity } from "../nut-graf.js" */
/** @import { ReportIndex } from "../report-index.js" */

const SHOWN = 8;

/** Those that are named, though no line has them: no values. @param {ReportIndex} index */
export const namesOf = ({ report }) =>
  report.entities.filter(({ value, mentions }) => !value && mentions.some(({ level }) => level !== "pronoun"));

/** @param {ReportIndex} index */
export function namesView(index) {
  const count = (/** @type {string} */ id) => index.mentions?.lines.get(id)?.size ?? 0;
  const names = namesOf(index).sort((a, b) => count(b.id) - count(a.id) || b.salience - a.salience);
  if (!names.length) return null;
  const head = ["name", "what", "lines"].map((key) => h("th", { scope: "col" }, index.say(`names_${key}`)));
  const body = h("tbody");
  const [, more] = limited(body, names, SHOWN, (entity) => row(index, entity, count(entity.id)), index);
  return [h("table.ents", {}, h("thead", {}, h("tr", {}, head)), body), more];
}

/** @param {ReportIndex} index @param {Entity} entity @param {number} n */
function row(index, entity, n) {
  const aliases = aliasesOf(index, entity);
  const unnamed = entity.type === "PERSON" && !index.isNamed(entity) && index.say("unnamed");
  const also = [unnamed, aliases && `${index.say("also")} ${aliases}`].filter(Boolean).join("; ");
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, nameButton(index, entity), also && h("span.al", {}, also)),
    h("td", {}, index.say(`kind_${kindOf(index, entity)}`)),
    h("td", {}, String(n)),
  );
}
