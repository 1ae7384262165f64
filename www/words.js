// @ts-check
/**
 * Every word of the interface. A page replaces the table, or any entry of it: `element.words = { next: "Weiter" }`.
 */
import { FIRST_WORDS } from "./words/first.js";
import { LATER_WORDS } from "./words/later.js";
import { SURE_WORDS } from "./words/sure.js";

export const WORDS = { ...FIRST_WORDS, ...LATER_WORDS, ...SURE_WORDS };
