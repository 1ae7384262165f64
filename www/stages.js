// @ts-check
/** What an analysis is at, in order: the engine's names. */
export const STAGES = ["sentences", "entities", "statements", "facts", "summary"];
