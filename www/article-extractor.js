// @ts-check
/**
 * The article in a web page, found by the page's own markup: nothing of it is shown or run. What is left out is told,
 * so that a reader sees what was not read.
 */

/** What is no text, and nothing that a reader would miss. */
const SILENT =
  "script, style, noscript, template, svg, iframe, object, canvas, audio, video, input, select, textarea, [hidden], " +
  "[aria-hidden=true], [style*='display:none' i], [style*='display: none' i]";
/** What stands around an article, by what it is and by what publishers call it. */
const CALLED =
  "ad ads advert advertisement author-bio breadcrumb breadcrumbs byline caption comments cookie cookies credit menu " +
  "newsletter newsletter-signup pagination paywall promo promoted read-more recommended recirculation related " +
  "related-articles related-content share sharing social social-share sponsored subscribe tags toolbar";
const AROUND =
  "nav, aside, form, button, figure, figcaption, footer, dialog, [data-nutgraf-skip], [role=navigation], " +
  "[role=banner], [role=complementary], [role=contentinfo], [role=search], [role=dialog], [rel=author], " +
  "[itemprop=author], article article, main > header:not(:has(h1)), body > header:not(:has(h1)), " +
  CALLED.split(" ").flatMap((name) => [`.${name}`, `#${name}`]).join(", ");
/** Where publishers put their article, the surest first. */
const BODY = "[itemprop=articleBody]";
const PLACES = [`article:has(${BODY})`, BODY, "article", "main", "[role=main]", "body"];
/** What a document or a form shows under its own name, in front of the property that is called so. */
const NAMED = "button, embed, fieldset, form, iframe, img, input, object, output, select, textarea";
const BLOCKS = new Set(
  ("ADDRESS ARTICLE ASIDE BLOCKQUOTE CAPTION DD DETAILS DIV DL DT FIELDSET FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL " +
    "P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL").split(" "),
);
/** A part with at least this share of the article's letters is the article itself, whatever it is called. */
const MOST = 0.5;
/** From this share of linked letters on a list or box of several links is a menu. */
const MENU = 0.7;
/** Letters by which a part that was left out is told. */
const TOLD = 60;

/** @param {string} html @returns {{text: string, date: string, skipped: string[]}} */
export function findArticle(html) {
  const page = new DOMParser().parseFromString(inert(html), "text/html");
  // Markup must not stand in for the page's own properties.
  for (const node of Document.prototype.querySelectorAll.call(page, NAMED))
    for (const name of ["id", "name"]) Element.prototype.removeAttribute.call(node, name);
  const date = published(page);
  const named = page.querySelector("meta[property='og:title']")?.getAttribute("content")?.trim() ?? "";
  for (const node of page.querySelectorAll(SILENT)) node.remove();
  const found = PLACES.map((selector) => [...page.querySelectorAll(selector)]).find((list) => list.some(words));
  const places = found ?? [page.body];
  const body = places.reduce((best, each) => (words(each).length > words(best).length ? each : best));
  const heading = page.querySelector("article h1, main h1, [role=main] h1, h1");
  const headline = words(heading) || named;
  const outside = [...page.body.children].filter((node) => !node.contains(body) && !body.contains(node));
  const skipped = outside.map(words).filter(Boolean);
  const whole = words(body).length;
  const menus = [...body.querySelectorAll("ul, ol, table, div, section, p")].filter(isMenu);
  for (const node of [...body.querySelectorAll(AROUND), ...menus]) {
    const said = words(node);
    if (!body.contains(node) || said.length > whole * MOST || (heading && node.contains(heading))) continue;
    if (said) skipped.push(said);
    node.remove();
  }
  const text = paragraphs(body);
  const at = text.indexOf(headline);
  if (headline && at > 0 && at < 4) skipped.push(...text.splice(0, at));
  else if (headline && at !== 0) text.unshift(headline);
  return { text: text.join("\n\n"), date, skipped: skipped.map((said) => said.slice(0, TOLD)) };
}

/** The day it was published, as the page says it. @param {Document} page */
function published(page) {
  const metas = ["property='article:published_time'", "itemprop=datePublished", "name=date", "name='dc.date' i"];
  const times = ["[itemprop=datePublished]", "article time", "time"];
  const said = [
    ...metas.map((meta) => page.querySelector(`meta[${meta}]`)?.getAttribute("content")),
    ...[...page.querySelectorAll("script[type='application/ld+json']")].map(
      (node) => /"datePublished"\s*:\s*"([^"]+)"/.exec(node.textContent ?? "")?.[1],
    ),
    ...times.map((at) => page.querySelector(`${at}[datetime]`)?.getAttribute("datetime")),
  ];
  return said.find((day) => /^\d{4}-\d\d-\d\d/.test(day ?? ""))?.slice(0, 10) ?? "";
}

let policy = /** @type {any} */ (undefined);

/** Under Trusted Types a document may be parsed that is never shown. @param {string} html @returns {any} */
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

/** The paragraphs of an element, in order: blocks and double line breaks part them. @param {Element} body */
function paragraphs(body) {
  let text = "";
  const walk = (/** @type {Node} */ node) => {
    const edge = BLOCKS.has(node.nodeName) ? "\0" : "";
    if (node.nodeType === Node.TEXT_NODE) text += (node.nodeValue ?? "").replaceAll("\0", "");
    text += node.nodeName === "BR" ? "\x01" : edge;
    for (const child of node.childNodes) walk(child);
    text += edge;
  };
  walk(body);
  return text.split(/\0|\x01\s*\x01/).map((part) => part.replace(/[\s\x01]+/g, " ").trim()).filter(Boolean);
}
