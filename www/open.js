// @ts-check
/** Files as articles: plain text, Markdown, and saved web pages. */
import { findArticle } from "./article-extractor.js";

/** @typedef {{name: string, text: string, date: string, skipped: string[], encoding: string}} Opened `skipped`: what was left out of a page, by its first words; `encoding`: what the file was read as where that is not UTF-8 */

/** How far into a page its encoding is declared, in bytes: as browsers look for it. */
const DECLARED_WITHIN = 1024;

/** Fewest words that can be an article. */
const WORDS = 8;
/** What cannot be read, by how it looks, and what to do. @type {[RegExp, string][]} */
const PROBLEMS = [
  [/^https?:\/\/\S+$/, "That is an address. nutgraf opens no other page: paste the article’s text, or save the page and open its file."],
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
  const kind = /^(image|audio|video)\//.exec(file.type)?.[1];
  if (kind) throw new Error(`${file.name} is no text but ${kind}. Copy the words of the article, or open it as a web page.`);
  const page = /\.(x?html?)$/i.test(file.name) || file.type === "text/html";
  const { content, encoding } = decode(new Uint8Array(await file.arrayBuffer()), page);
  const name = file.name;
  const plain = () => (/\.(md|markdown)$/i.test(name) ? readMarkdown(content) : content).trim();
  const read = page ? findArticle(content) : { text: plain(), date: "", skipped: [] };
  const problem = problemOf(read.text);
  if (problem) throw new Error(`${name}: ${problem}`);
  return { name, encoding, ...read };
}

/** The letters of a file: UTF-8 if it is, else what it says it is, else what old files in English are. @param {Uint8Array} bytes @param {boolean} page */
function decode(bytes, page) {
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "";
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

/** The words of a Markdown text, without its marks. @param {string} source */
function readMarkdown(source) {
  return source
    .replace(/\r\n?/g, "\n")
    .replace(/^---\n[\s\S]*?\n---\n/, "")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/^(.+)\n(?:=+|-+)[ \t]*$/gm, "$1\n")
    .replace(/^#{1,6}[ \t]+(.*?)[ \t]*#*$/gm, "\n$1\n")
    .replace(/^(?:[*_-][ \t]*){3,}$/gm, "")
    .replace(/!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])/g, "")
    .replace(/\[\^[^\]]+\](?::.*$)?/gm, "")
    .replace(/^\[[^\]]+\]:[ \t]+\S.*$/gm, "")
    .replace(/\[([^\]]+)\](?:\([^)]*\)|\[[^\]]*\])/g, "$1")
    .replace(/<(https?:[^>\s]+)>/g, "$1")
    .replace(/^(?:>[ \t]?)+/gm, "")
    .replace(/^[ \t]*(?:[*+-]|\d+[.)])[ \t]+/gm, "\n")
    .replace(/(\*\*|__|~~)(?=\S)([\s\S]*?\S)\1/g, "$2")
    .replace(/(?<![\w*])[*_](?=\S)([^*_\n]*?\S)[*_](?![\w*])/g, "$1")
    .replace(/`([^`\n]+)`/g, "$1")
    .replace(/\\([\\`*_{}[\]()#+.!<>~|-])/g, "$1")
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
