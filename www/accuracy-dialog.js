// @ts-check
/** “How sure is it?”: how often nutgraf is right, of 100. Loaded when it is asked for. */
import { MEASURED } from "./accuracy-data.js";
import { say } from "./messages.js";
import { wear } from "./style.js";
import { button, h } from "./view/node.js";
import { ACCURACY_WORDS } from "./words/accuracy.js";

const LOOKS = `
dialog {
  border: 1px solid var(--n-ink); border-radius: 2px; background: var(--n-paper, Canvas); color: var(--n-ink);
  text-align: start; inline-size: min(42rem, 100vw - min(2rem, 4vw)); padding: 1.1rem min(1.25rem, 4vw) 1.25rem;
}
dialog::backdrop { background: rgb(0 0 0 / .35); }
dialog h2 { font: 700 1.25rem/1.3 var(--n-sans); outline: 0; }
dialog p { margin-block-start: .5rem; max-inline-size: 36rem; }
dialog table { inline-size: 100%; border-collapse: collapse; margin-block-start: 1rem; }
dialog :is(th, td) { text-align: start; vertical-align: baseline; padding: .3rem 0; } dialog td { overflow-wrap: anywhere; }
dialog tr > * { font-weight: 400; border-block-start: 1px solid var(--n-line); }
dialog th { inline-size: min(5rem, 30vw); font: 400 1.25rem/1.2 var(--n-serif); white-space: nowrap; }
dialog caption { text-align: start; font: 600 var(--n-ui)/1.3 var(--n-sans); padding-block-end: .3rem; }
@media print { dialog { display: none; } }
`;

/** Opens the dialog; it gives the focus back when it is closed. @param {HTMLElement} place @param {any} given words */
export function openAccuracy(place, given) {
  const words = { ...ACCURACY_WORDS, ...given };
  wear(/** @type {ShadowRoot} */ (place.getRootNode()), LOOKS);
  const rows = MEASURED.map(({ key, right, from, people }) => {
    const of = h("th", { scope: "row" }, from ? `${from}–${right}` : String(right));
    const note = people ? ` (${say(words, "accuracyPeople", { n: people })})` : "";
    return h("tr", {}, of, h("td", {}, say(words, `accuracy_${key}`), note));
  });
  const close = button("", say(words, "close"));
  const dialog = /** @type {HTMLDialogElement} */ (
    h(
      "dialog",
      { "aria-labelledby": "h-accuracy" },
      h("h2", { id: "h-accuracy", tabindex: -1, autofocus: true }, say(words, "accuracy")),
      h("p", {}, say(words, "accuracyIntro")),
      h("table", {}, h("caption", {}, say(words, "accuracyOf")), h("tbody", {}, rows)),
      h("p", {}, say(words, "accuracyMeans")),
      h("div.tools", {}, close),
    )
  );
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  place.append(dialog);
  dialog.showModal();
}
