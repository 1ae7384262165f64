// @ts-check
/** What comes below the first: the list of lines, and the sections that fold. It is on its way while the first is drawn. */
import { Mentions } from "../mentions.js";
import { FOLDS } from "../style/folds.js";
import { LIST } from "../style/list.js";
import { actsView } from "./acts.js";
import { LineList } from "./list.js";
import { namesOf, namesView } from "./names.js";
import { h } from "./node.js";
import { numbersView } from "./numbers.js";

export const looks = LIST + FOLDS;
export { LineList, Mentions };

/**
 * What draws the sections, in order. @param {import("../report-index.js").ReportIndex} index @param {number} level of their headings
 * @returns {{id: string, draw: () => Node | null}[]}
 */
export const sectionViews = (index, level) =>
  /** @type {const} */ ([
    ["numbers", numbersView, true, index.summary.numbers.length],
    ["acts", actsView, true, 0],
    ["names", namesView, false, namesOf(index).length],
  ]).map(([id, view, open, n]) => {
    const draw = () => {
      const content = view(index);
      const title = h("summary", {}, h(`h${level}`, {}, index.say(id)), n > 0 && h("small", {}, String(n)));
      return content && h("details.fold", { id, open, part: id }, title, content);
    };
    return { id, draw };
  });
