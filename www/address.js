// @ts-check
/** The address says which article is read, which line is chosen, in which order, and what is marked. */

/** `article`: the name of an example, "" for the first one, or that of an article of the reader's own. */
/** @typedef {{article: string, line: string | null, order: string, marks: string}} State */

/** Begins the name of an article of the reader's own: it never leaves the browser, whoever gets the address. */
export const OWN = "own";

/** @param {string} hash of the address @returns {State} */
export function stateOf(hash) {
  const state = new URLSearchParams(hash.slice(1));
  const marks = state.get("marks")?.replaceAll(",", " ") ?? "";
  return { article: state.get("article") ?? "", line: state.get("line"), order: state.get("order") ?? "points", marks };
}

/** Writes the state into the address: another article is a step in the history. @param {State} state */
export function keepState({ article, line, order, marks }) {
  const before = stateOf(location.hash).article;
  const state = new URLSearchParams();
  if (article) state.set("article", article);
  if (line !== null) state.set("line", line);
  if (order !== "points") state.set("order", order);
  if (marks) state.set("marks", marks.replaceAll(" ", ","));
  const address = state.size ? `#${state}` : location.pathname + location.search;
  if (before === article) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
}
