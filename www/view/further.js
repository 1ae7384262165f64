// @ts-check
/** The blocks below the first: they are on their way while those are drawn. */
import { FURTHER } from "../style/further.js";
import { actorsView } from "./actors.js";
import { counts } from "./counts.js";
import { entitiesView } from "./entities.js";
import { numbersView } from "./numbers.js";
import { linesView, unconfirmedView } from "./rows.js";
import { statementsView } from "./statements.js";
import { timelineView } from "./timeline.js";

export const looks = FURTHER;
export { counts };

/**
 * What draws them, in order. @param {import("../reading.js").Reading} reading @param {number} level of their headings
 * @param {HTMLElement} facts where they go @param {Set<string>} off kinds and levels that are not marked
 * @returns {(() => Node | null)[]}
 */
export const furtherViews = (reading, level, facts, off) => [
  () => numbersView(reading, level),
  () => unconfirmedView(reading, level),
  () => statementsView(reading, level),
  () => timelineView(reading, level),
  () => linesView(reading, level),
  () => actorsView(reading, level, facts),
  () => entitiesView(reading, level, off),
];
