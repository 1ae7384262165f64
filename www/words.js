// @ts-check
/** Every word of the interface. A page replaces the table, or any entry of it: `element.words = { next: "Weiter" }`. */
import { ACCURACY_WORDS } from "./words/accuracy.js";
import { FIRST_WORDS } from "./words/first.js";
import { LATER_WORDS } from "./words/later.js";

export const WORDS = { ...FIRST_WORDS, ...LATER_WORDS, ...ACCURACY_WORDS };
