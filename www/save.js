// @ts-check
/** Ways out of the page: reports in the forms that other programs and people read. */

/** @import { NutGraf } from "./nut-graf.js" */

/** The forms, in groups: for people, for spreadsheets, for programs. @type {[string, string][][]} */
export const FORMATS = [
  [
    ["copy", "Copy the key points"], ["link", "Copy the address"],
    ["print", "Print"], ["print-all", "Print with the article"],
  ],
  [["md", "Markdown with footnotes"], ["html", "Article with marks (HTML)"]],
  [["csv", "Facts (CSV)"], ["entities.csv", "Entities (CSV)"], ["statements.csv", "Statements (CSV)"]],
  [
    ["json", "JSON"], ["jsonld", "Web Annotation (JSON-LD)"], ["schema", "schema.org claims (JSON-LD)"],
    ["ann", "Standoff (.ann)"], ["displacy", "displaCy JSON"],
  ],
];

/** Extension and type of a file. @type {Record<string, [string, string]>} */
const FILES = {
  md: ["md", "text/markdown"],
  html: ["html", "text/html"],
  csv: ["facts.csv", "text/csv"],
  "entities.csv": ["entities.csv", "text/csv"],
  "statements.csv": ["statements.csv", "text/csv"],
  json: ["json", "application/json"],
  jsonld: ["jsonld", "application/ld+json"],
  schema: ["schema.jsonld", "application/ld+json"],
  ann: ["ann", "text/plain"],
  displacy: ["displacy.json", "application/json"],
};
/** How long a download may take to begin, in milliseconds. */
const BEGUN_MS = 10_000;
/** Longest name of a file, in letters. */
const LETTERS = 60;

/** Saves, copies or prints; what was done, if nothing else shows it. @param {NutGraf} reader @param {string} format */
export async function save(reader, format) {
  if (format.startsWith("print")) {
    reader.toggleAttribute("print-article", format === "print-all");
    print();
    return "";
  }
  if (format === "copy" || format === "link") {
    await navigator.clipboard.writeText(format === "link" ? location.href : await reader.export("text"));
    return "Copied.";
  }
  const [extension, type] = FILES[format];
  const content = await reader.export(format);
  const link = document.createElement("a");
  // Spreadsheets take a table for UTF-8 only by its byte order mark.
  const parts = type === "text/csv" ? ["\uFEFF", content] : [content];
  link.href = URL.createObjectURL(new Blob(parts, { type: `${type};charset=utf-8` }));
  link.download = `${nameOf(reader.text)}.${extension}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), BEGUN_MS);
  return `Saved as ${link.download}.`;
}

/** What a file of an article is called: its first line, in letters that every system takes. @param {string} text */
function nameOf(text) {
  const words = text.split("\n", 1)[0].normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]+/gu, "-");
  return words.replace(/^-|-$/g, "").slice(0, LETTERS).toLowerCase() || "nutgraf";
}
