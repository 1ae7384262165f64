// @ts-check
/** Files as articles: plain text, Markdown, and saved web pages; and what cannot be read. */
import { findArticle } from "./article-extractor.js";

/** `skipped`: what was left out of a page, by its first words; `encoding`: what it was read as if not as UTF-8. */
/** @typedef {{name: string, text: string, date: string, skipped: string[], encoding: string}} Opened */

/** How far into a page its encoding is declared, in bytes: as browsers look for it. */
const DECLARED_WITHIN = 1024;
/** Fewest words that can be an article. */
const WORDS = 8;
/** What cannot be read, by how it looks, and what to do. @type {[RegExp, string][]} */
const PROBLEMS = [
  [
    /^https?:\/\/\S+$/,
    "That is an address. nutgraf opens no other page: paste the article’s text, or save the page and open its file.",
  ],
  [/^%PDF|\0/, "That is no text. Copy the words of the article, or save it as text or as a web page."],
  [/^(?:[^\t\n]*\t[^\n]*(?:\n|$)){4}/, "That looks like a table. nutgraf reads articles: paste the text around it."],
];

/** Why a text is not read, in one sentence; "" if it can be. @param {string} text */
export function problemOf(text) {
  const found = PROBLEMS.find(([look]) => look.test(text));
  if (found) return found[1];
  const short = text.split(/\s+/, WORDS).length < WORDS;
  return short ? "That is too short for an article. Paste its headline and its paragraphs." : "";
}

/** @param {File} file @returns {Promise<Opened>} */
export async function openFile(file) {
  const { name, type } = file;
  const kind = /^(image|audio|video)\//.exec(type)?.[1];
  if (kind) throw new Error(`${name} is no text but ${kind}. Copy the words of the article, or open it as a web page.`);
  const page = /\.(x?html?)$/i.test(name) || type === "text/html";
  const { content, encoding } = decode(new Uint8Array(await file.arrayBuffer()), page);
  const plain = () => (/\.(md|markdown)$/i.test(name) ? readMarkdown(content) : content).trim();
  const read = page ? findArticle(content) : { text: plain(), date: "", skipped: [] };
  const problem = problemOf(read.text);
  if (problem) throw new Error(`${name}: ${problem}`);
  return { name, encoding, ...read };
}

/** The letters of a file and its encoding, if not UTF-8. @param {Uint8Array} bytes @param {boolean} page */
function decode(bytes, page) {
  const marks = new Map([["255,254", "utf-16le"], ["254,255", "utf-16be"]]);
  const mark = marks.get(`${bytes[0]},${bytes[1]}`);
  if (mark) return { content: new TextDecoder(mark).decode(bytes), encoding: "" };
  try {
    return { content: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "" };
  } catch {
    const head = new TextDecoder("latin1").decode(bytes.subarray(0, DECLARED_WITHIN));
    const declared = page ? /<meta[^>]+charset=["']?([\w-]+)/i.exec(head)?.[1] : undefined;
    const decoder = known(declared) ?? new TextDecoder("windows-1252");
    return { content: decoder.decode(bytes), encoding: decoder.encoding };
  }
}

/** @param {string | undefined} label of an encoding other than UTF-8 */
function known(label) {
  try {
    const decoder = label ? new TextDecoder(label) : undefined;
    return decoder?.encoding === "utf-8" ? undefined : decoder;
  } catch {
    return undefined;
  }
}

/** Marks of Markdown, and what is left of them. @type {[RegExp, string][]} */
const MARKDOWN = [
  [/\r\n?/g, "\n"],
  [/(?<![\s\S])---\n[\s\S]*?\n---\n|<!--[\s\S]*?-->|^(?:[*_-][ \t]*){3,}$|!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])/gm, ""],
  [/^(.+)\n(?:=+|-+)[ \t]*$/gm, "$1\n"],
  [/^#{1,6}[ \t]+(.*?)[ \t]*#*$/gm, "\n$1\n"],
  [/\[\^[^\]]+\](?::.*$)?|^\[[^\]]+\]:[ \t]+\S.*$|^(?:>[ \t]?)+/gm, ""],
  [/\[([^\]]+)\](?:\([^)]*\)|\[[^\]]*\])|<(https?:[^>\s]+)>|`([^`\n]+)`/g, "$1$2$3"],
  [/^[ \t]*(?:[*+-]|\d+[.)])[ \t]+/gm, "\n"],
  [/(\*\*|__|~~)(?=\S)([\s\S]*?\S)\1/g, "$2"],
  [/(?<![\w*])[*_](?=\S)([^*_\n]*?\S)[*_](?![\w*])/g, "$1"],
  [/\\([\\`*_{}[\]()#+.!<>~|-])/g, "$1"],
  [/[ \t]+$/gm, ""],
  [/\n{3,}/g, "\n\n"],
];

/** The words of a Markdown text, without its marks. @param {string} source */
const readMarkdown = (source) => MARKDOWN.reduce((text, [mark, left]) => text.replace(mark, left), source).trim();
