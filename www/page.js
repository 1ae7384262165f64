// @ts-check
/** The page around the element: ways in, ways out, and the address that keeps its state. */
import { NutGraf } from "./nut-graf-define.js";
import { openFile } from "./open.js";
import { findSample } from "./places.js";
import { scriptAddress } from "./trusted.js";

const FORMATS = [
  ["copy", "Copy as text"],
  ["md", "Markdown with footnotes"],
  ["json", "JSON"],
  ["csv", "Facts (CSV)"],
  ["entities.csv", "Entities (CSV)"],
  ["statements.csv", "Statements (CSV)"],
  ["jsonld", "Web Annotation (JSON-LD)"],
  ["schema", "schema.org claims (JSON-LD)"],
  ["ann", "Standoff (.ann)"],
  ["displacy", "displaCy JSON"],
];
/** Names of files for formats whose extension is another. @type {Record<string, string>} */
const EXTENSION = { displacy: "displacy.json", schema: "schema.jsonld" };

/** Articles to try, written for this project (CC0 1.0). */
const SAMPLES = [
  ["", "Air strikes in Syria"],
  ["election-valdoria", "An election"],
  ["disaster-ferry", "A ferry disaster"],
  ["court-aqueduct", "A court case"],
  ["health-measles", "An outbreak"],
];

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

/** @param {string} label @param {Record<string, string>} data */
function menuButton(label, data) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  Object.assign(button.dataset, data);
  return button;
}

/** @param {string} text @param {string} [date] */
function read(text, date = "") {
  reader.selected = null;
  reader.date = date || null;
  reader.text = text;
  scrollTo(0, 0);
}

/** @param {FileList | File[]} files */
async function open(files) {
  const articles = await Promise.all([...files].map(openFile));
  if (!articles.length) return;
  list(articles);
  show(articles[0]);
}

/** @param {{name: string, text: string, date: string, skipped: string[]}} article */
function show({ name, text, date, skipped }) {
  document.title = `${name} – nutgraf`;
  read(text, date);
  notice.textContent = skipped.length ? `Left out of the page: ${skipped.slice(0, 4).map((words) => `“${words}”`).join(", ")}${skipped.length > 4 ? ` and ${skipped.length - 4} more` : ""}.` : "";
  notice.hidden = !skipped.length;
}

/** Several articles: one is shown, the others are a press away. @param {Awaited<ReturnType<typeof openFile>>[]} articles */
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

const notice = document.createElement("p");
notice.slot = "foot";
notice.hidden = true;

/** @param {string} format */
async function save(format) {
  const text = await reader.export(format === "copy" ? "md" : format);
  if (format === "copy") return navigator.clipboard.writeText(text);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  link.download = `nutgraf.${EXTENSION[format] ?? format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** @param {string} name */
async function sample(name) {
  part("articles")?.remove();
  const text = name ? await findSample(name) : (part("article").textContent ?? "");
  read(text.trim());
}

/** The address says which fact is chosen and what is not marked, so that it can be sent. */
function keep() {
  const state = new URLSearchParams();
  if (reader.selected) state.set("fact", reader.selected);
  if (reader.off !== "pronoun") state.set("off", reader.off.replaceAll(" ", ","));
  const hash = state.size ? `#${state}` : location.pathname + location.search;
  history.replaceState(null, "", hash);
}

function restore() {
  const state = new URLSearchParams(location.hash.slice(1));
  const off = state.get("off");
  if (off !== null) reader.off = off.replaceAll(",", " ");
  reader.selected = state.get("fact");
}

document.addEventListener("click", (event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  const { page, format, sample: name } = target.dataset;
  for (const menu of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("#tools details[open]"))) if (!menu.contains(target) || format || name !== undefined) menu.open = false;
  if (page === "open") file.click();
  else if (page === "paste") dialog.showModal();
  else if (page === "example") void sample("");
  else if (format) save(format).catch((error) => alert(error.message));
  else if (name !== undefined) void sample(name);
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = /** @type {HTMLDetailsElement | null} */ (document.querySelector("#tools details[open]"));
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary")?.focus();
});
document.addEventListener("paste", (event) => {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (!text.trim() || /** @type {Element} */ (event.target).closest?.("textarea, input")) return;
  event.preventDefault();
  read(text.trim());
});
dialog.addEventListener("close", () => {
  if (dialog.returnValue === "read" && pasted.value.trim()) read(pasted.value.trim(), dated.value);
  pasted.value = "";
  dialog.returnValue = "";
});
file.addEventListener("change", () => {
  if (file.files) void open(file.files);
  file.value = "";
});
for (const type of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(type, (event) => {
    event.preventDefault();
    document.body.classList.toggle("drag", type === "dragover");
    const data = /** @type {DragEvent} */ (event).dataTransfer;
    if (type !== "drop" || !data) return;
    if (data.files.length) void open(data.files);
    else if (data.getData("text/plain").trim()) read(data.getData("text/plain").trim());
  });
}
reader.addEventListener("nut-graf-select", keep);
reader.addEventListener("nut-graf-filter", keep);
addEventListener("hashchange", restore);

document.querySelector("#export > div")?.append(...FORMATS.map(([format, label]) => menuButton(label, { format })));
document.querySelector("#samples > div")?.append(...SAMPLES.map(([name, label]) => menuButton(label, { sample: name })));
reader.append(notice);
part("tools").removeAttribute("hidden");
restore();
if ("serviceWorker" in navigator && location.protocol.startsWith("http")) {
  navigator.serviceWorker.register(scriptAddress("./service-worker.js")).catch(() => {});
}

export { NutGraf };
