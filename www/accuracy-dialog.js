// @ts-check
/** “How sure is this?”: how often nutgraf is right, by kind of fact. Loaded when it is asked for. */
import { MEASURED } from "./accuracy-data.js";
import { wear } from "./style.js";
import { button, h } from "./view/node.js";
import { say } from "./messages.js";
import { ACCURACY_WORDS } from "./words/accuracy.js";

const LOOKS = `
.sure { border: 1px solid var(--n-ink); border-radius: 2px; background: var(--n-paper); color: var(--n-ink); inline-size: min(42rem, calc(100vw - 2rem)); max-block-size: min(52rem, calc(100vh - 2rem)); padding: 1.1rem 1.25rem 1.25rem; font: inherit; text-align: start; }
.sure::backdrop { background: rgb(0 0 0 / .35); }
.sure h2 { font: 700 1.5rem/1.3 var(--n-serif); outline: 0; }
.sure > p { max-inline-size: 36rem; margin-block-start: .5rem; }
.sure table { inline-size: 100%; border-collapse: collapse; margin-block-start: 1rem; }
.sure :is(th, td) { text-align: start; vertical-align: baseline; padding: .3rem 0; font-weight: 400; border-block-start: 1px solid var(--n-line); }
.sure tr > :first-child { inline-size: 6rem; text-align: end; padding-inline-end: .9rem; white-space: nowrap; }
.sure th { font: 400 1.375rem/1.2 var(--n-serif); }
.sure thead th, .sure tr > th:only-child { inline-size: auto; }
.sure thead th { font: 400 var(--n-note)/1.3 var(--n-sans); color: var(--n-ink-2); border: 0; }
.sure tbody tr:first-child > th { border-block-start: 2px solid var(--n-ink); text-align: start; font: 700 var(--n-ui)/1.3 var(--n-sans); padding-block: .45rem; }
.sure tbody + tbody tr:first-child > th { padding-block-start: .45rem; }
.sure .tools { margin-block-start: 1rem; }
@media print { .sure { display: none; } }
`;

/** Opens the dialog in a root; it gives the focus back when it is closed. @param {ShadowRoot} root @param {Record<string, any>} given words of the element */
export function openAccuracy(root, given) {
  const words = /** @type {any} */ ({ ...ACCURACY_WORDS, ...given });
  wear(root, LOOKS);
  const close = button("", say(words, "close"));
  const dialog = /** @type {HTMLDialogElement} */ (
    h("dialog.sure", { "aria-labelledby": "h-sure" }, h("h2", { id: "h-sure", tabindex: -1, autofocus: true }, say(words, "sure")), h("p", {}, say(words, "sureIntro")), table(words), h("p", {}, say(words, "sureMeans")), h("div.tools", {}, close))
  );
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  root.append(dialog);
  dialog.showModal();
}

/** @param {any} words */
function table(words) {
  const bodies = Object.entries(MEASURED).map(([kind, rows]) =>
    h(
      "tbody",
      {},
      h("tr", {}, h("th", { scope: "rowgroup", colspan: 2 }, say(words, `sure_${kind}`))),
      rows.map(({ key, right, from, people }) =>
        h("tr", {}, h("th", { scope: "row" }, from ? `${from}–${right}` : String(right)), h("td", {}, say(words, `sure_${key}`), people !== undefined && ` (${say(words, "surePeople", { n: people })})`)),
      ),
    ),
  );
  return h("table", {}, h("thead", {}, h("tr", {}, h("th", { scope: "col", colspan: 2 }, say(words, "sureOf")))), bodies);
}
