// @ts-check
/** The page around the element: ways in, ways out, and the address that keeps its state. */
import { OWN, keepState, stateOf } from "./address.js";
import { findSample } from "./asset-urls.js";
import { NutGraf } from "./nut-graf-define.js";
import { openFile, problemOf } from "./open.js";
import { find, forget, keep, keepsNothing, recent, setKeeping } from "./recent.js";
import { FORMATS, save } from "./save.js";
import { scriptAddress } from "./trusted.js";

/** Articles to try, by name; the first is the one that the page opens on. */
const SAMPLES = {
  "": "Air strikes in Syria",
  "election-valdoria": "An election",
  "disaster-ferry": "A ferry disaster",
  "court-aqueduct": "A court case",
  "health-measles": "An outbreak",
  "protest-fares": "A protest",
  "science-bats": "A study",
};
const EXAMPLE = "This is an example.";
const INVENTED = "This is an example, written for nutgraf and given away (CC0 1.0): its people are invented.";
const OWNED = "Your article. It stays on this computer.";
const NOT_KEPT = "That article was opened in another browser, or is not kept any more. Here is the example.";
const TITLE = document.title;
/** Parts of a page, and letters of a name, that a notice or a list names. */
const NAMED = 4;
const LETTERS = 70;

/** @template {Element} T @param {string} id @returns {T} */
const part = (id) => /** @type {T} */ (/** @type {unknown} */ (document.getElementById(id)));
/** @type {NutGraf} */
const reader = part("reader");
/** @type {HTMLInputElement} */
const file = part("file");
/** @type {HTMLDialogElement} */
const dialog = part("own");
/** @type {HTMLTextAreaElement} */
const pasted = part("pasted");
/** @type {HTMLInputElement} */
const dated = part("dated");
/** @type {HTMLInputElement} */
const keeping = part("keep");
/** @type {HTMLElement} */
const notice = part("notice");
/** The text that the page opens on. */
const first = [...part("article").children].map((block) => block.textContent).join("\n\n");
/** Articles of the reader's own that were opened in this visit. @type {Map<string, import("./recent.js").Kept>} */
const opened = new Map();
/** Which article is read: see `address.js`. */
let article = "";
/** The line to choose once the article has been read. @type {string | null} */
let wanted = null;
/** How many articles have been asked for: the last one is read, however long another takes. */
let turn = 0;

/** @param {string} words @param {{label: string, act: () => void}} [way] out of it */
function tell(words, way) {
  notice.replaceChildren(words, ...(way ? [button(way.label, {}, way.act)] : []));
  notice.hidden = !words && !way;
}

/** @param {string} label @param {Record<string, string>} data @param {() => void} [act] */
function button(label, data, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "quiet";
  made.textContent = label;
  Object.assign(made.dataset, data);
  if (act) made.addEventListener("click", act);
  return made;
}

/** @param {Promise<unknown>} work */
const attempt = (work) => void work.catch((error) => tell(error.message));

/**
 * Reads an article, by its name in the address; `told`: what there is to say of it.
 * @param {string} name @param {string | null} [line] @param {() => void} [told]
 */
async function go(name, line = null, told = () => tell("")) {
  const mine = ++turn;
  const own = name.startsWith(OWN) ? (opened.get(name) ?? (await find(name).catch(() => undefined))) : undefined;
  const known = own || name in SAMPLES ? name : "";
  const text = own?.text ?? (known ? await findSample(known) : first);
  if (mine !== turn) return;
  article = known;
  wanted = known === name ? line : null;
  reader.date = own?.date || null;
  reader.text = text.trim();
  part("what").textContent = own ? OWNED : known ? INVENTED : EXAMPLE;
  part("others-button").textContent = own ? "Other articles" : "Other examples";
  part("kick").querySelector("[data-do=edit]")?.toggleAttribute("hidden", !own);
  document.title = own ? `${own.name} – nutgraf` : TITLE;
  keepAddress();
  if (known === name) told();
  else tell(NOT_KEPT);
  scrollTo(0, 0);
}

/** Takes in an article of the reader's own; its name in the address. @param {{text: string, date: string, name: string}} own */
async function add({ text, date, name }) {
  const id = `${OWN}-${crypto.randomUUID()}`;
  const own = { id, text, date, name };
  opened.set(id, own);
  await keep(own).catch(() => {});
  return id;
}

/** Reads an article of the reader's own; the one before is a press away. @param {string} text @param {string} date */
async function read(text, date, said = "") {
  const id = await add({ text, date, name: text.split("\n", 1)[0].slice(0, LETTERS) });
  await go(id, null, () => tell(said, { label: "Undo: back to the article before", act: () => history.back() }));
}

/** @param {FileList | File[]} files */
async function open(files) {
  const articles = await Promise.all([...files].map(openFile));
  for (const other of articles.slice(1)) await add(other);
  const [{ text, date, skipped, encoding }] = articles;
  const more = skipped.length - NAMED;
  const names = skipped.slice(0, NAMED).map((words) => `“${words}”`).join(", ");
  const said = [
    encoding && `The file is not UTF-8: it was read as ${encoding}.`,
    names && `Left out of the page: ${names}${more > 0 ? ` and ${more} more` : ""}.`,
    articles.length > 1 && `The other ${articles.length - 1} are under “Other articles”.`,
  ];
  dialog.close();
  await read(text, date, said.filter(Boolean).join(" "));
}

/** Takes what was pasted or dropped, or says in one sentence what to do. @param {DataTransfer | null} data */
function take(data) {
  if (!data) return;
  if (data.files.length) return attempt(open([...data.files]));
  const text = data.getData("text/plain").trim();
  if (!text) return;
  const problem = problemOf(text);
  if (problem) tell(problem);
  else attempt(read(text, ""));
}

function keepAddress() {
  keepState({ article, line: wanted ?? reader.selected, order: reader.order, marks: reader.marks });
}

/** What the address says, on arrival, on the way back and forward, and when it is changed by hand. */
function restore() {
  const { article: name, line, order, marks } = stateOf(location.hash);
  reader.order = order;
  reader.marks = marks;
  if (name === article) reader.selected = line;
  else attempt(go(name, line));
}

/** The articles to go back to. */
async function listOthers() {
  const kept = await recent().catch(() => []);
  const own = [...new Map([...kept, ...opened.values()].map((each) => [each.id, each])).values()];
  part("kept").toggleAttribute("hidden", !own.length);
  part("recent").replaceChildren(
    ...own.map(({ id, name }) => {
      const row = document.createElement("span");
      const drop = button("Delete", { forget: id });
      drop.ariaLabel = `Delete ${name}`;
      row.append(button(name, { article: id }), drop);
      return row;
    }),
  );
  keeping.checked = !keepsNothing();
}

/** @param {string} [id] */
async function drop(id) {
  if (id) opened.delete(id);
  else opened.clear();
  await forget(id);
  await listOthers();
}

/** @param {boolean} again with the article that is there */
function showDialog(again) {
  pasted.value = again ? reader.text : "";
  dated.value = (again && reader.date) || "";
  part("own-problem").textContent = "";
  dialog.showModal();
}

document.addEventListener("click", (event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  const { do: action, format, article: name, forget: gone } = target.dataset;
  const menu = /** @type {HTMLElement | null} */ (target.closest("[popover]"));
  if (menu && (format || name !== undefined)) menu.hidePopover();
  if (action === "own" || action === "edit") showDialog(action === "edit");
  else if (action === "open") file.click();
  else if (action === "example") attempt(go(""));
  else if (action === "forget" || gone) attempt(drop(gone));
  else if (format) attempt(save(reader, format).then((said) => tell(said)));
  else if (name !== undefined) attempt(go(name));
});
document.addEventListener("keydown", (event) => {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  const [from] = /** @type {Element[]} */ (event.composedPath());
  if (ctrlKey || metaKey || altKey || from.closest?.("input, textarea, dialog")) return;
  if (key === "?") /** @type {HTMLDialogElement} */ (part("keys")).showModal();
  else if (target === document.body) reader.shadowRoot?.dispatchEvent(new KeyboardEvent("keydown", { key }));
  else return;
  if (key === "/") event.preventDefault();
});
document.addEventListener("paste", (event) => {
  if (/** @type {Element} */ (event.composedPath()[0]).closest?.("textarea, input")) return;
  event.preventDefault();
  take(event.clipboardData);
});
dialog.addEventListener("submit", (event) => {
  const problem = event.submitter?.getAttribute("value") === "read" && problemOf(pasted.value.trim());
  if (!problem) return;
  event.preventDefault();
  part("own-problem").textContent = problem;
});
dialog.addEventListener("close", () => {
  if (dialog.returnValue === "read") attempt(read(pasted.value.trim(), dated.value));
  dialog.returnValue = "";
});
file.addEventListener("change", () => {
  if (file.files?.length) attempt(open([...file.files]));
  file.value = "";
});
keeping.addEventListener("change", () => attempt(setKeeping(keeping.checked).then(listOthers)));
part("others").addEventListener("beforetoggle", () => void listOthers());
for (const type of ["dragover", "dragleave", "drop"])
  document.addEventListener(type, (event) => {
    event.preventDefault();
    document.body.classList.toggle("drag", type === "dragover");
    if (type === "drop") take(/** @type {DragEvent} */ (event).dataTransfer);
  });
reader.addEventListener("nut-graf-report", () => {
  if (wanted !== null) reader.selected = wanted;
  wanted = null;
});
for (const type of ["select", "filter", "marks"]) reader.addEventListener(`nut-graf-${type}`, keepAddress);
for (const type of ["popstate", "hashchange"]) addEventListener(type, restore);

for (const group of FORMATS) {
  const row = document.createElement("p");
  row.append(...group.map(([format, label]) => button(label, { format })));
  part("save").append(row);
}
part("samples").append(...Object.entries(SAMPLES).map(([name, label]) => button(label, { article: name })));
restore();
if ("serviceWorker" in navigator && location.protocol.startsWith("http")) {
  // Not before the article has been read: what is kept for later must not hold up what is asked for now.
  const register = () => navigator.serviceWorker.register(scriptAddress("./service-worker.js")).catch(() => {});
  reader.ready.then(register, register);
}

export { NutGraf };
