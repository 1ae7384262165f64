// @ts-check
/**
 * The article in a web page, found by the page's own markup: nothing of it is shown or run. What is left out is told, so
 * that a reader sees what was not read.
 */

/** What is no text, and nothing that a reader would miss. */
const SILENT = "script, style, noscript, template, svg, iframe, object, canvas, audio, video, input, select, textarea, [hidden], [aria-hidden=true], [style*='display:none' i], [style*='display: none' i]";
/** What stands around an article, by what it is and by what publishers call it. */
const AROUND =
  "nav, aside, form, button, figure, figcaption, footer, dialog, [data-nutgraf-skip], [role=navigation], [role=complementary], [role=banner], [role=contentinfo], [role=search], [role=dialog], " +
  "ad ads advert advertisement author-bio breadcrumb breadcrumbs caption comments cookie cookies credit menu newsletter newsletter-signup pagination paywall promo promoted read-more recommended recirculation related related-articles related-content share sharing social social-share sponsored subscribe tags toolbar".split(" ").flatMap((name) => [`.${name}`, `#${name}`]).join(", ");
/** Where publishers put their article, the surest first. */
const PLACES = ["article:has([itemprop=articleBody])", "[itemprop=articleBody]", "article", "main", "[role=main]", "body"];
/** What a document or a form shows under its own name, in front of the property that is called so. */
const NAMED = "button, embed, fieldset, form, iframe, img, input, object, output, select, textarea";
const BLOCKS = new Set("ADDRESS ARTICLE ASIDE BLOCKQUOTE CAPTION DD DETAILS DIV DL DT FIELDSET FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL".split(" "));
/** Who wrote it and when: no words of the article where they fill a block. */
const SIGNED = "[rel=author], [itemprop=author], [itemprop=dateModified], [itemprop=datePublished], .author, .byline, .dateline-date, time";
/** A part with at least this share of the article's letters is the article itself, whatever it is called. */
const MOST = 0.5;
/** From this share of linked letters on a list or box of several links is a menu. */
const MENU = 0.7;
/** Letters that a block may hold beside its author and its date: “By”, “Updated”. */
const BESIDE = 14;
/** Letters by which a part that was left out is told. */
const TOLD = 60;

/** @param {string} html @returns {{text: string, date: string, skipped: string[]}} */
export function findArticle(html) {
  const page = new DOMParser().parseFromString(inert(html), "text/html");
  unname(page);
  const date = published(page);
  const named = page.querySelector("meta[property='og:title']")?.getAttribute("content")?.trim() ?? "";
  for (const node of page.querySelectorAll(SILENT)) node.remove();
  const places = PLACES.map((selector) => [...page.querySelectorAll(selector)]).find((list) => list.some((node) => words(node))) ?? [page.body];
  const body = places.reduce((best, each) => (words(each).length > words(best).length ? each : best));
  const heading = page.querySelector("article h1, main h1, [role=main] h1, h1");
  const headline = words(heading) || named;
  /** @type {string[]} */
  const skipped = [];
  const whole = words(body).length;
  /** @param {Iterable<Element>} nodes */
  const drop = (nodes) => {
    for (const node of nodes) {
      const said = words(node);
      if (!body.contains(node) || said.length > whole * MOST || (heading && node.contains(heading))) continue;
      if (said) skipped.push(said.slice(0, TOLD));
      node.remove();
    }
  };
  for (const node of page.body.children) if (!node.contains(body) && !body.contains(node) && words(node)) skipped.push(words(node).slice(0, TOLD));
  drop(body.querySelectorAll(AROUND));
  drop(body.querySelectorAll("article article, main > header:not(:has(h1)), body > header:not(:has(h1))"));
  drop([...body.querySelectorAll("ul, ol, table, div, section, p")].filter(isMenu));
  drop([...body.querySelectorAll("p, div, span, address, ul")].filter(isSigned));
  const text = paragraphs(body);
  const at = text.indexOf(headline);
  if (headline && at > 0 && at < 4) skipped.push(...text.splice(0, at));
  else if (headline && at !== 0) text.unshift(headline);
  return { text: text.join("\n\n"), date, skipped };
}

/** Takes the names away by which markup would stand in for the page's own properties. @param {Document} page */
function unname(page) {
  for (const node of Document.prototype.querySelectorAll.call(page, NAMED)) {
    for (const name of ["id", "name"]) Element.prototype.removeAttribute.call(node, name);
  }
}

/** The day it was published, as the page says it. @param {Document} page */
function published(page) {
  const said = [
    ...["meta[property='article:published_time']", "meta[itemprop=datePublished]", "meta[name=date]", "meta[name='dc.date' i]"].map((selector) => page.querySelector(selector)?.getAttribute("content")),
    ...[...page.querySelectorAll("script[type='application/ld+json']")].map((node) => /"datePublished"\s*:\s*"([^"]+)"/.exec(node.textContent ?? "")?.[1]),
    ...["[itemprop=datePublished]", "article time[datetime]", "time[datetime]"].map((selector) => page.querySelector(selector)?.getAttribute("datetime")),
  ];
  return said.find((day) => /^\d{4}-\d\d-\d\d/.test(day ?? ""))?.slice(0, 10) ?? "";
}

/** @type {any} */
let policy;

/** A page that asks for Trusted Types lets a document be parsed that is never shown. @param {string} html @returns {any} */
function inert(html) {
  const types = /** @type {any} */ (globalThis).trustedTypes;
  if (!types) return html;
  policy ??= types.createPolicy("nutgraf-open", { createHTML: (/** @type {string} */ given) => given });
  return policy.createHTML(html);
}

/** @param {Node | null} node */
const words = (node) => (node?.textContent ?? "").replace(/\s+/g, " ").trim();

/** Whether a block is there to lead elsewhere: links and little else. @param {Element} block */
function isMenu(block) {
  const links = [...block.querySelectorAll("a[href]")];
  const linked = links.reduce((sum, link) => sum + words(link).length, 0);
  const all = words(block).length;
  if (!all || !links.length) return false;
  return block.matches("p") ? linked >= all : links.length > 1 && linked >= all * MENU;
}

/** Whether a block says who wrote the article, or when, and no more. @param {Element} block */
function isSigned(block) {
  const signed = [...block.querySelectorAll(SIGNED)].filter((node) => !node.parentElement?.closest(SIGNED));
  const told = block.matches(SIGNED) ? words(block).length : signed.reduce((sum, node) => sum + words(node).length, 0);
  return told > 0 && words(block).length - told <= BESIDE;
}

/** The paragraphs of an element, in order. @param {Element} body */
function paragraphs(body) {
  /** @type {string[]} */
  const found = [""];
  let breaks = 0;
  const walk = (/** @type {Node} */ node) => {
    if (node.nodeName === "BR") {
      if (++breaks === 2) found.push("");
      else found[found.length - 1] += " ";
      return;
    }
    if (node.nodeType === Node.TEXT_NODE) {
      if (node.nodeValue?.trim()) breaks = 0;
      found[found.length - 1] += node.nodeValue;
      return;
    }
    const block = BLOCKS.has(node.nodeName);
    if (block) found.push("");
    for (const child of node.childNodes) walk(child);
    if (block) found.push("");
  };
  walk(body);
  return found.map((paragraph) => paragraph.replace(/\s+/g, " ").trim()).filter(Boolean);
}
