// @ts-check
/** The address says which article is read, which fact is chosen and what is not marked, so that it can be kept and sent. */

/** Stands for an article of the reader's own: it never leaves the page, and no address can bring it back. */
export const OWN = "own";
/** What is not marked unless it is asked for. */
const UNMARKED = "pronoun";

/** @typedef {{article: string, fact: string | null, off: string}} State `article`: the name of an example, "" for the first one, or `OWN` */

/** @param {string} hash of the address @returns {State} */
export function stateOf(hash) {
  const state = new URLSearchParams(hash.slice(1));
  return { article: state.get("article") ?? "", fact: state.get("fact"), off: state.get("off")?.replaceAll(",", " ") ?? UNMARKED };
}

/** Writes the state into the address, without a step in the history. @param {State} state */
export function keepState({ article, fact, off }) {
  const state = new URLSearchParams();
  if (article) state.set("article", article);
  if (fact) state.set("fact", fact);
  if (off !== UNMARKED) state.set("off", off.replaceAll(" ", ","));
  history.replaceState(null, "", state.size ? `#${state}` : location.pathname + location.search);
}
