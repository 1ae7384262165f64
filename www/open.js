// @ts-check
/** Files as articles: plain text, Markdown, and saved web pages, whose article is found by their own markup. */

/** What is never the article's text. */
const LEFT_OUT = "script, style, noscript, template, nav, aside, form, button, iframe, svg, figure, figcaption, footer, dialog, [hidden], [aria-hidden=true], [role=navigation], [role=complementary], [role=banner], [role=contentinfo], [data-nutgraf-skip]";
/** Where publishers put their article, the surest first. */
const ARTICLE = ["[itemprop=articleBody]", "article", "main", "[role=main]", "body"];
const BLOCKS = new Set("ADDRESS ARTICLE BLOCKQUOTE DD DIV DL DT FIELDSET H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TD TH TR UL".split(" "));

/**
 * A file as an article. `skipped`: what was left out of a page, by its first words.
 * @param {File} file @returns {Promise<{name: string, text: string, date: string, skipped: string[]}>}
 */
export async function openFile(file) {
  const content = await file.text();
  if (/\.html?$/i.test(file.name) || file.type === "text/html") return { name: file.name, ...readPage(content) };
  const text = /\.(md|markdown)$/i.test(file.name) ? readMarkdown(content) : content;
  return { name: file.name, text: text.trim(), date: "", skipped: [] };
}

/** @param {string} html */
export function readPage(html) {
  const page = new DOMParser().parseFromString(inert(html), "text/html");
  const date = page.querySelector("meta[property='article:published_time'], meta[itemprop=datePublished], meta[name=date]")?.getAttribute("content") ?? page.querySelector("time[datetime]")?.getAttribute("datetime") ?? "";
  const headline = words(page.querySelector("article h1, main h1, h1"));
  const found = ARTICLE.map((selector) => [...page.querySelectorAll(selector)]).find((list) => list.length) ?? [];
  const body = found.reduce((best, each) => ((each.textContent?.length ?? 0) > (best?.textContent?.length ?? 0) ? each : best), found[0]);
  const skipped = [...page.querySelectorAll(LEFT_OUT)].filter((node) => words(node) && !/^(script|style|noscript|template|svg)$/i.test(node.tagName)).map((node) => words(node).slice(0, 60));
  for (const node of page.querySelectorAll(LEFT_OUT)) node.remove();
  const text = body ? blocks(body) : "";
  const titled = headline && !text.startsWith(headline) ? `${headline}\n\n${text}` : text;
  return { text: titled, date: /^\d{4}-\d\d-\d\d/.test(date) ? date.slice(0, 10) : "", skipped };
}

/** A page that asks for Trusted Types lets a document be parsed that is never shown. @param {string} html @returns {any} */
function inert(html) {
  const types = /** @type {any} */ (globalThis).trustedTypes;
  return types ? types.createPolicy("nutgraf-open", { createHTML: (/** @type {string} */ given) => given }).createHTML(html) : html;
}

/** @param {Node | null} node */
const words = (node) => (node?.textContent ?? "").replace(/\s+/g, " ").trim();

/** The paragraphs of an element, parted by empty lines. @param {Element} body */
function blocks(body) {
  /** @type {string[]} */
  const paragraphs = [""];
  const walk = (/** @type {Node} */ node) => {
    const block = BLOCKS.has(node.nodeName);
    if (block) paragraphs.push("");
    if (node.nodeName === "BR") paragraphs[paragraphs.length - 1] += " ";
    else if (node.nodeType === 3) paragraphs[paragraphs.length - 1] += node.nodeValue;
    else for (const child of node.childNodes) walk(child);
    if (block) paragraphs.push("");
  };
  walk(body);
  return paragraphs.map((paragraph) => paragraph.replace(/\s+/g, " ").trim()).filter(Boolean).join("\n\n");
}

/** The words of a Markdown text, without its marks. @param {string} source */
export function readMarkdown(source) {
  return source
    .replace(/^---\n[\s\S]*?\n---\n/, "")
    .replace(/^#{1,6}[ \t]+(.*?)[ \t]*#*$/gm, "$1")
    .replace(/!\[[^\]]*\]\([^)]*\)/g, "")
    .replace(/\[([^\]]+)\]\([^)]*\)/g, "$1")
    .replace(/^>\s?/gm, "")
    .replace(/(\*\*|__)(?=\S)([\s\S]*?\S)\1/g, "$2")
    .replace(/(?<![\w*])[*_](?=\S)([^*_\n]*?\S)[*_](?![\w*])/g, "$1");
}
