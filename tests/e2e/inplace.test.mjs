// An article that stays in the page: read, marked and pointed at without a change to its DOM.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { BROWSERS, eventually } from "./browser.mjs";
import { page as html, seed, seedHtml, story } from "./server.mjs";
import { setUp } from "./setup.mjs";

const trees = JSON.parse(await readFile(new URL("../web/trees.json", import.meta.url), "utf8"));
const article = await seedHtml();
const element = '<nut-graf for="story" report="/story.json"></nut-graf>';
const script = (code) => `<script type="module">${code}</script>`;
const MENU = '<nav>Home</nav><aside>Related: another story</aside><p data-nutgraf-skip="">Advertisement</p><figure><figcaption>A picture</figcaption></figure>';
const FIELDS = "tagName localName nodeType childNodes children firstChild lastChild parentNode parentElement hidden matches closest shadowRoot hasAttribute getAttribute textContent innerHTML querySelector querySelectorAll addEventListener removeEventListener getBoundingClientRect scrollIntoView getRootNode contains style".split(" ").map((name) => `<input name="${name}">`).join("");

const PAGES = {
  "/story.json": await story(),
  "/plain": html(`<article id="story">${article.replace("</h1>", `</h1>${MENU}`)}</article>${element}`),
  "/busy": html(`<article id="story">${article}</article>${element}${script(`const words = document.querySelector("#story p").firstChild; const range = new Range(); range.setStart(words, 4); range.setEnd(words, 30); CSS.highlights.set("theirs", new Highlight(range));`)}`),
  "/root": html(`<x-story><template shadowrootmode="open"><article id="story">${article}</article>${element}</template></x-story>`),
  "/late": html(`<article id="story"></article>${element}${script(`setTimeout(() => document.querySelector("#story").append(document.querySelector("template").content), 600);`)}<template>${article}</template>`),
  "/ticking": html(`<p id="clock"></p><div id="place"></div>${element}<template>${article}</template>${script(`
    setInterval(() => document.getElementById("clock").replaceChildren(String(Date.now())), 50);
    setTimeout(() => { const story = Object.assign(document.createElement("article"), { id: "story" }); story.append(document.querySelector("template").content); document.getElementById("place").append(story); }, 600);`)}`),
  "/emoji": html(`<article id="story" dir="rtl">${article.replaceAll("<p>", "<p>👩‍👩‍👧‍👦 🇨🇭 ").replaceAll("U.S.", "<a href='#'>U<em>.S</em>.</a>")}</article><nut-graf for="story" report="/emoji.json"></nut-graf>`),
  "/three": html(`<article id="story">${article}</article>${element}${element}<nut-graf for="other" report="/story.json"></nut-graf><article id="other">${article}</article>`),
  "/older": html(`<article id="story">${article.replace("about 500 pro-regime troops", "some troops")}</article>${element}`),
  // Whole pages in one form, as some servers write them, with fields that are called as the form's own properties are.
  "/form": html(`<form id="story">${FIELDS}${article}</form>${element}`),
  "/wrong": html(`<article id="story">${article}</article><nut-graf for="storry"></nut-graf>`),
  "/tree": html('<div id="place"></div>'),
};
// The same report for a text with emoji before every paragraph: every offset moves.
PAGES["/emoji.json"] = JSON.stringify(moved(JSON.parse(await story()), await seed()));
const POLICY = "default-src 'none'; script-src 'self' 'unsafe-inline'; connect-src 'self'; style-src 'self' 'unsafe-inline'; require-trusted-types-for 'script'";

/** The report of the text with `👩‍👩‍👧‍👦 🇨🇭 ` before each paragraph but the headline. */
function moved(report, text) {
  const lead = "👩‍👩‍👧‍👦 🇨🇭 ";
  const shift = (offset) => offset + lead.length * (text.slice(0, offset).split("\n\n").length - 1);
  const walk = (value) => {
    if (Array.isArray(value)) return value.map(walk);
    if (value === null || typeof value !== "object") return value;
    const copy = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, walk(each)]));
    if ("start" in copy) Object.assign(copy, { start: shift(copy.start), end: shift(copy.end) });
    return copy;
  };
  const whole = text.split("\n\n").map((words, i) => (i ? lead : "") + words).join("\n\n");
  return { ...walk(report), length: whole.length, textHash: createHash("sha256").update(whole).digest("hex") };
}

for (const name of BROWSERS) {
  describe(name, () => {
    const { browser, server, open: goTo } = setUp(name, { pages: PAGES, policy: POLICY });
    /** Opens a page; `listen`: with what its console says. */
    const open = async (path, listen = false) => {
      if (!listen) return goTo(path);
      const page = await browser.page();
      page.said = [];
      page.on("console", (message) => page.said.push(message.text()));
      await page.goto(server.url + path);
      return page;
    };
    const marked = (page) => page.until(`() => CSS.highlights.get("nut-graf-who")?.size > 20`);
    const words = (page, highlight) => page.evaluate(`[...CSS.highlights.get(${JSON.stringify(highlight)}) ?? []].map((range) => range.toString())`);

    test("one table of trees: what is read, and where it stands", async () => {
      const page = await open("/tree");
      const results = await page.evaluate(`(async () => {
        const [{ readNodes }, { rangesOf }] = await Promise.all([import("/pagetext.js"), import("/ranges.js")]);
        const place = document.getElementById("place");
        const policy = globalThis.trustedTypes?.createPolicy("test", { createHTML: (given) => given });
        return ${JSON.stringify(trees)}.map(({ html, marks }) => {
          place.setHTMLUnsafe(policy ? policy.createHTML(html) : html);
          const read = readNodes([place]);
          return { text: read.text, marks: marks.map(({ words }) => ({ words, ranges: rangesOf(read, { start: read.text.indexOf(words), end: read.text.indexOf(words) + words.length }).map(String) })) };
        });
      })()`);
      for (const [i, { name, text, marks }] of trees.entries()) assert.deepEqual(results[i], { text, marks }, name);
      await page.close();
    });

    test("mentions are marked, and the page's DOM stays as it was", async () => {
      const page = await open("/plain");
      await marked(page);
      assert.equal(await page.evaluate(`document.querySelector("#story").innerHTML`), article.replace("</h1>", `</h1>${MENU}`));
      assert.equal(await page.inside(`() => element.text`), await seed());
      assert.ok((await words(page, "nut-graf-where")).includes("Khusham"));
      assert.equal(await page.inside(`() => root.querySelector(".plate")`), null);
      await page.press("#main .ref", 0);
      await page.until(`() => CSS.highlights.get("nut-graf-trigger")`);
      assert.deepEqual(await words(page, "nut-graf-trigger"), ["killing"]);
      assert.deepEqual(await words(page, "nut-graf-evidence"), [(await seed()).split("\n\n")[1]]);
      assert.equal(await page.inside(`() => decodeURIComponent(root.querySelector("#main .ref").getAttribute("href"))`), "#:~:text=The U.S. led coalition in,forces, the coalition’s statement said.");
      await page.keyboard.press("Escape");
      assert.deepEqual(await words(page, "nut-graf-trigger"), []);
      assert.deepEqual(page.errors, []);
      await page.close();
    });

    test("a form whose fields are called as its own properties are is read, marked and pressed as any other", async () => {
      const page = await open("/form");
      await marked(page);
      assert.equal(await page.inside(`() => element.text`), await seed());
      assert.ok((await words(page, "nut-graf-where")).includes("Khusham"));
      await page.press("#main .ref", 0);
      await page.until(`() => CSS.highlights.get("nut-graf-trigger")`);
      await page.keyboard.press("Escape");
      const at = await page.evaluate(`(() => { const range = [...CSS.highlights.get("nut-graf-where")].find((each) => each.toString() === "Khusham"); range.startContainer.parentElement.scrollIntoView({ block: "center", behavior: "instant" }); const box = range.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; })()`);
      await page.mouse.click(at[0], at[1]);
      await page.until(`() => root.querySelector(".filter b")?.textContent === "Khusham" && CSS.highlights.get("nut-graf-hit")?.size === 2`);
      await page.evaluate(`document.querySelector("nut-graf").remove()`);
      assert.equal(await page.evaluate("CSS.highlights.size"), 0);
      assert.deepEqual(page.errors, []);
      await page.close();
    });

    test("a mention in the page shows its lines and all its mentions", async () => {
      const page = await open("/plain");
      await marked(page);
      const at = await page.evaluate(`(() => { const range = [...CSS.highlights.get("nut-graf-where")].find((each) => each.toString() === "Khusham"); range.startContainer.parentElement.scrollIntoView({ block: "center" }); const box = range.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; })()`);
      await page.mouse.click(at[0], at[1]);
      await page.until(`() => root.querySelector(".filter b")?.textContent === "Khusham" && CSS.highlights.get("nut-graf-hit")?.size === 2`);
      await page.close();
    });

    test("other highlights of the page stay", async () => {
      const page = await open("/busy");
      await marked(page);
      assert.equal((await words(page, "theirs"))[0].length, 26);
      await page.evaluate(`document.querySelector("nut-graf").remove()`);
      assert.deepEqual(await page.evaluate(`[...CSS.highlights.keys()]`), ["theirs"]);
      assert.equal(await page.evaluate(`document.adoptedStyleSheets.length`), 0);
      await page.close();
    });

    test("an article in a shadow root, with the rules in that root", async () => {
      const page = await open("/root");
      await marked(page);
      assert.deepEqual(await page.evaluate(`[document.adoptedStyleSheets.length, document.querySelector("x-story").shadowRoot.adoptedStyleSheets.length]`), [0, 1]);
      await page.evaluate(`document.querySelector("x-story").shadowRoot.querySelector("nut-graf").remove()`);
      assert.equal(await page.evaluate(`document.querySelector("x-story").shadowRoot.adoptedStyleSheets.length`), 0);
      await page.close();
    });

    test("an article that arrives late", async () => {
      const page = await open("/late");
      await marked(page);
      assert.equal(await page.inside(`() => element.text`), await seed());
      await page.close();
    });

    test("an article that arrives in a page that never comes to rest", async () => {
      const page = await open("/ticking");
      await marked(page);
      assert.equal(await page.inside(`() => element.text`), await seed());
      await page.close();
    });

    test("emoji and links before and in every mention: the offsets are right", async () => {
      const page = await open("/emoji");
      await marked(page);
      assert.ok((await words(page, "nut-graf-where")).includes("Khusham"));
      assert.ok((await words(page, "nut-graf-many")).includes("20 to 30"));
      await page.close();
    });

    test("three elements at once, one of them taken away", async () => {
      const page = await open("/three");

      await page.until(`() => [...CSS.highlights.get("nut-graf-where") ?? []].filter((range) => range.toString() === "Khusham").length === 6`);
      await page.evaluate(`document.querySelector("nut-graf").remove()`);
      assert.equal((await words(page, "nut-graf-where")).filter((word) => word === "Khusham").length, 4);
      await page.close();
    });

    test("a report of another text is not shown: the console says which words differ, and the article is read instead", async () => {
      const page = await open("/older", true);
      await page.until(`() => root?.querySelector(".plate")`);
      assert.equal(await page.inside(`() => root.querySelector(".lead, .line")`), null);
      await eventually("it is said", () => page.said.some((words) => /report is not one of this article: it is of another text, which does not have “According to a U.S. military official, the attack was carried out by some troops[^]*The article is read instead/.test(words)));
      await page.close();
    });

    test("a wrong for is shown to whoever makes the page, and to nobody else", async () => {
      const page = await open("/wrong", true);
      await page.until(`() => root?.querySelector(".page[hidden]")`);
      await page.until(`() => root.querySelector(".plate")?.checkVisibility()`);
      assert.match(await page.inside(`() => root.querySelector(".plate").textContent`), /no element with the id storry\..*Did you mean id="story"\?/);
      assert.ok(page.said.some((words) => words.includes('no element of this page has the id "storry"')));
      await page.close();
    });

    test("a changed text: lines that no longer stand in it are named, and the others can be kept", async () => {
      const page = await open("/plain");
      await marked(page);
      await page.evaluate(`document.querySelectorAll("#story p")[3].textContent = "According to nobody, nothing was carried out."`);
      await page.until(`() => root.querySelector(".plate .gone")`);
      assert.equal(await page.inside(`() => root.querySelector(".plate .big").textContent`), "The article has changed. One line no longer stands in it.");
      const before = await page.inside(`() => element.report.summary.lines.length`);
      const words = await page.inside(`() => { element.selected = String(element.report.summary.lines.length - 1); return element.report.summary.lines.at(-1).text; }`);
      await page.inside(`() => root.querySelector("[data-do=keep]").click()`);
      await page.until(`(before) => !root.querySelector(".plate") && element.report.summary.lines.length === before - 1 && root.querySelector(".lines .line")`, before);
      // What points at a line points at the same one, by the number that it has now.
      const { facts, summary } = await page.inside(`() => element.report`);
      assert.equal(summary.lines[Number(await page.inside(`() => element.selected`))].text, words);
      for (const { id, line } of facts) assert.equal(line, summary.lines.some((each) => each.facts.includes(id)) ? summary.lines.findIndex((each) => each.facts.includes(id)) : null, id);
      await page.inside(`() => root.querySelector("[data-do=all]")?.click()`);
      await page.until(`(last) => root.querySelector(".line.on")?.dataset.line === last`, String(before - 2));
      await page.close();
    });

    test("words put into the article: no line is shown on words that it does not stand on, and those that stay are found", async () => {
      const page = await open("/plain");
      await marked(page);
      const text = await seed();
      const spans = (spans) => spans.map(({ start, end }) => text.slice(start, end));
      await page.evaluate(`document.querySelectorAll("#story p")[1].firstChild.insertData(20, "(officials in Geneva denied it) ")`);
      await page.until(`() => root.querySelector(".plate .big")`);
      await page.inside(`() => { element.marks = "when"; }`);
      const { facts, entities, sentences, summary } = await page.inside(`() => element.report`);
      const named = new Set(entities.flatMap(({ mentions }) => spans(mentions)));
      for (const name of await page.evaluate("[...CSS.highlights.keys()]")) for (const word of await words(page, name)) assert.ok(named.has(word), word);
      // Once a press has been answered, a line is chosen at once.
      await page.press("#main .ref", 0);
      await page.until(`() => element.selected`);
      const names = new Set(facts.flatMap((fact) => spans([fact.trigger, ...fact.mentions])));
      const found = [];
      for (const [i, line] of summary.lines.entries()) {
        await page.inside(`(i) => { element.selected = String(i); }`, i);
        const triggers = await words(page, "nut-graf-trigger");
        for (const word of triggers) assert.ok(names.has(word), `${i}: ${word}`);
        for (const stretch of await words(page, "nut-graf-evidence")) assert.ok(spans(sentences).some((sentence) => sentence.includes(stretch)), `${i}: ${stretch}`);
        if (triggers.length) found.push(line.parts[0]);
      }
      assert.ok(found.some(({ start }) => start > text.length / 2), "lines after the change are found");
      assert.deepEqual(page.errors, []);
      await page.close();
    });

    test("words and level changed at once: drawn with both, and nothing is left of what was drawn between", async () => {
      const page = await open("/plain");
      await marked(page);
      await page.inside(`() => { element.words = { name: "Facts first" }; element.headingLevel = 3; element.words = { name: "Facts last" }; }`);
      assert.ok(await page.inside(`() => element.report.facts.length`) > 15, "the report stays");
      await page.until(`() => root.querySelector(".lead") && root.querySelector("h3.brand")?.textContent === "Facts last" && root.querySelector("#names") && CSS.highlights.get("nut-graf-who")?.size > 20`);
      await page.evaluate(`document.querySelector("nut-graf").remove()`);
      assert.deepEqual(await page.evaluate(`[CSS.highlights.size, document.adoptedStyleSheets.length]`), [0, 0]);
      assert.deepEqual(page.errors, []);
      await page.close();
    });

    test("the trees of an article are looked for once a reading", async () => {
      const page = await open("/plain");
      await marked(page);
      await page.evaluate(`(() => { window.asked = 0; const { getRootNode } = Node.prototype; Node.prototype.getRootNode = function (...given) { if (this instanceof Text) asked++; return getRootNode.apply(this, given); }; })()`);
      await page.press("#main .ref", 0);
      await page.until(`() => CSS.highlights.get("nut-graf-trigger")`);
      assert.equal(await page.evaluate("asked"), 0);
      await page.close();
    });
  });
}
