// @ts-check
/** The page around the element: ways in, ways out, and the address that keeps its state. */
import { NutGraf } from "./nut-graf-define.js";
import { OWN, keepState, stateOf } from "./address.js";
import { openFile } from "./open.js";
import { findSample } from "./places.js";
import { FORMATS, save } from "./save.js";
import { scriptAddress } from "./trusted.js";

/** Articles to try, by name; the first is the one that the page opens on. */
const SAMPLES = [
  ["", "Air strikes in Syria"],
  ["election-valdoria", "An election"],
  ["disaster-ferry", "A ferry disaster"],
  ["court-aqueduct", "A court case"],
  ["health-measles", "An outbreak"],
  ["protest-fares", "A protest"],
  ["science-bats", "A study"],
];
const ATTRIBUTION = "An example written for nutgraf and given away (CC0 1.0): its people and places are invented.";
const NOT_KEPT = "The address is of an article that somebody opened in their own browser. It never left that browser, so here is another one.";
/** How often lists are unfolded before the page is printed. */
const UNFOLDED = 40;
/** Parts of a page that a notice names. */
const NAMED = 4;

/** @template {Element} T @param {string} id @returns {T} */
const part = (id) => /** @type {T} */ (/** @type {unknown} */ (document.getElementById(id)));
/** @type {NutGraf} */
const reader = part("reader");
/** @type {HTMLInputElement} */
const file = part("file");
/** @type {HTMLDialogElement} */
const dialog = part("paste");
/** @type {HTMLTextAreaElement} */
const pasted = part("pasted");
/** @type {HTMLInputElement} */
const dated = part("dated");
/** @type {HTMLElement} */
const notice = part("notice");
/** The text that the page opens on. */
const first = [...part("article").children].map((block) => block.textContent).join("\n\n");
/** Which article is read: see `address.js`. */
let article = "";
/** The fact to choose once the article has been read. @type {string | null} */
let wanted = null;

/** @param {string} words */
function tell(words) {
  notice.textContent = words;
  notice.hidden = !words;
}

/** @param {string} text @param {{name?: string, date?: string, fact?: string | null, words?: string}} [how] */
function read(text, { name = OWN, date = "", fact = null, words = "" } = {}) {
  article = name;
  wanted = fact;
  reader.selected = null;
  reader.date = date || null;
  reader.text = text;
  keep();
  tell(words);
  scrollTo(0, 0);
}

/** @param {FileList | File[]} files */
async function open(files) {
  const articles = await Promise.all([...files].map(openFile));
  if (!articles.length) return;
  list(articles);
  show(articles[0]);
}

/** @param {import("./open.js").Opened} opened */
function show({ name, text, date, skipped, encoding }) {
  document.title = `${name} – nutgraf`;
  const more = skipped.length - NAMED;
  const left = skipped.length > 0 && `Left out of the page: ${skipped.slice(0, NAMED).map((words) => `“${words}”`).join(", ")}${more > 0 ? ` and ${more} more` : ""}.`;
  read(text, { date, words: [encoding && `The file is not UTF-8: it was read as ${encoding}.`, left].filter(Boolean).join(" ") });
}

/** Several articles: one is shown, the others are a press away. @param {import("./open.js").Opened[]} articles */
function list(articles) {
  part("articles")?.remove();
  if (articles.length < 2) return;
  const select = document.createElement("select");
  select.id = "articles";
  select.ariaLabel = "Opened articles";
  select.append(...articles.map(({ name }, i) => new Option(name, String(i))));
  select.addEventListener("change", () => show(articles[Number(select.value)]));
  part("tools").prepend(select);
}

/** @param {string} name @param {string | null} [fact] */
async function sample(name, fact = null) {
  part("articles")?.remove();
  document.title = "nutgraf: what the article says";
  const text = name ? await findSample(name) : first;
  read(text.trim(), { name, fact, words: name && ATTRIBUTION });
}

function keep() {
  keepState({ article, fact: wanted ?? reader.selected, off: reader.off });
}

/** What the address says, on arrival and when it is changed by hand. */
function restore() {
  const state = stateOf(location.hash);
  const known = SAMPLES.some(([name]) => name === state.article);
  reader.off = state.off;
  if (state.article === article) reader.selected = state.fact;
  else if (known) attempt(sample(state.article, state.fact));
  else {
    keep();
    tell(NOT_KEPT);
  }
}

/** @param {Promise<unknown>} work */
function attempt(work) {
  work.catch((error) => tell(error.message));
}

/** @param {string} label @param {Record<string, string>} data */
function menuButton(label, data) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  Object.assign(button.dataset, data);
  return button;
}

/** @param {string} id @param {HTMLButtonElement[][]} groups */
function fillMenu(id, groups) {
  for (const buttons of groups) {
    const group = document.createElement("p");
    group.append(...buttons);
    part(id).lastElementChild?.append(group);
  }
}

document.addEventListener("click", (event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  const { page, format, sample: name } = target.dataset;
  for (const menu of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("#tools details[open]"))) if (!menu.contains(target) || format || name !== undefined) menu.open = false;
  if (page === "open") file.click();
  else if (page === "paste") dialog.showModal();
  else if (page === "example") attempt(sample(""));
  else if (format) attempt(save(reader, format).then(tell));
  else if (name !== undefined) attempt(sample(name));
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = /** @type {HTMLDetailsElement | null} */ (document.querySelector("#tools details[open]"));
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary")?.focus();
});
document.addEventListener("paste", (event) => {
  const text = event.clipboardData?.getData("text/plain").trim();
  if (!text || /** @type {Element} */ (event.target).closest?.("textarea, input")) return;
  event.preventDefault();
  read(text);
});
dialog.addEventListener("close", () => {
  const text = pasted.value.trim();
  if (dialog.returnValue === "read" && text) read(text, { date: dated.value });
  pasted.value = dated.value = dialog.returnValue = "";
});
file.addEventListener("change", () => {
  if (file.files) attempt(open([...file.files]));
  file.value = "";
});
for (const type of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(type, (event) => {
    event.preventDefault();
    document.body.classList.toggle("drag", type === "dragover");
    const data = /** @type {DragEvent} */ (event).dataTransfer;
    if (type !== "drop" || !data) return;
    const text = data.getData("text/plain").trim();
    if (data.files.length) attempt(open([...data.files]));
    else if (text) read(text);
  });
}
addEventListener("beforeprint", () => {
  // On paper nothing can be unfolded.
  for (let turn = 0; turn < UNFOLDED; turn++) for (const more of /** @type {NodeListOf<HTMLElement>} */ (reader.shadowRoot?.querySelectorAll(".more:not([hidden])") ?? [])) more.click();
});
reader.addEventListener("nut-graf-report", () => {
  if (wanted) reader.selected = wanted;
  wanted = null;
});
reader.addEventListener("nut-graf-select", keep);
reader.addEventListener("nut-graf-filter", keep);
addEventListener("hashchange", restore);

fillMenu("export", FORMATS.map((group) => group.map(([format, label]) => menuButton(label, { format }))));
fillMenu("samples", [SAMPLES.map(([name, label]) => menuButton(label, { sample: name }))]);
part("tools").removeAttribute("hidden");
restore();
if ("serviceWorker" in navigator && location.protocol.startsWith("http")) {
  // Not before the article has been read: what is kept for later must not hold up what is asked for now.
  const register = () => navigator.serviceWorker.register(scriptAddress("./service-worker.js")).catch(() => {});
  reader.ready.then(register, register);
}

export { NutGraf };
