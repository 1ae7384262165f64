// The built element in pages that make it hard: pinned parts, the strictest policy, other trees, other writing, changing text.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { BROWSERS } from "./browser.mjs";
import { BUILT, SITE, UNBUILT, page as html, seedHtml, serve, story } from "./server.mjs";
import { setUp } from "./setup.mjs";

/** What the README's table allows, and nothing else. */
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; require-trusted-types-for 'script'";
const article = await seedHtml();
const SHORT = "<h1>Storm kills 12 in Lisbon</h1><p>A storm killed at least 12 people in Lisbon on Monday, the mayor said.</p><p>Rescuers found three children alive, according to the fire brigade.</p>";
const FAMILY = "👩‍👩‍👧‍👦🇨🇭 ";
/** Every mention after an emoji, in a page that is written from right to left, with mentions cut by other elements. */
const PICTURED = article.replaceAll(/<(p|h1)>/g, `<$1>${FAMILY}`).replaceAll("Khusham", "<bdi dir='rtl'>Khu<b>sham</b></bdi>").replaceAll("Syria", `${FAMILY}Sy<i>ria</i>`);
const WORDS = 200_000;
const long = `${article}\n`.repeat(Math.ceil(WORDS / article.split(/\s+/).length));
const digests = BUILT ? JSON.parse(await readFile(join(SITE, "integrity.json"), "utf8")) : {};
const pins = { worker: digests["worker.js"], wasm: digests["nutgraf_bg.wasm"], model: digests["nutgraf.model.bin"] };
const WRONG = `sha384-${Buffer.alloc(48).toString("base64")}`;
const pinned = (given) => html(`<article id="story">${SHORT}</article><nut-graf for="story" ${Object.entries(given).map(([part, digest]) => `${part}-integrity="${digest}"`).join(" ")}></nut-graf>`, '<script src="/watch.js"></script>');
const element = '<nut-graf for="story"></nut-graf>';
const watched = (body) => html(body, '<script src="/watch.js"></script>');

const PAGES = {
  // What the page sees: errors, events, breaches of its policy, workers that live.
  "/watch.js": `
    window.seen = { breaches: [], events: [], workers: 0 };
    document.addEventListener("securitypolicyviolation", (event) => event.blockedURI.endsWith("/favicon.ico") || seen.breaches.push(event.effectiveDirective + " " + event.blockedURI));
    for (const type of ["report", "error", "select", "progress"]) document.addEventListener("nut-graf-" + type, (event) => seen.events.push([type, event.detail.code ?? event.detail.stage ?? event.detail.fact ?? event.detail.report?.length]));
    window.Worker = class extends Worker { constructor(...given) { super(...given); seen.workers++; } terminate() { super.terminate(); seen.workers--; } };`,
  "/bare.js": `delete CSS.highlights; if (CSS.highlights) Object.defineProperty(CSS, "highlights", { value: undefined }); delete window.Highlight;`,
  "/story.json": await story(),
  "/pinned": pinned(pins),
  ...Object.fromEntries(Object.keys(pins).map((part) => [`/wrong-${part}`, pinned({ ...pins, [part]: WRONG })])),
  "/plain": watched(`<article id="story">${SHORT}</article>${element}`),
  "/ready": watched(`<article id="story">${article}</article><nut-graf for="story" report="/story.json"></nut-graf>`),
  "/rtl": watched(`<article id="story" dir="rtl">${PICTURED}</article>${element}`),
  "/slots": watched(`<x-story><template shadowrootmode="open"><article id="story"><slot name="head"></slot><slot></slot><p>They were 40.</p></article>${element}</template><h1 slot="head">Storm kills 12 in Lisbon</h1><p>A storm killed at least 12 people in Lisbon on Monday, the mayor said.</p></x-story>`),
  "/late": watched(`${element}<div id="place"></div>`),
  "/long": watched(`<article id="story">${long}</article>${element}`),
  "/bare": html(`<article id="story">${article}</article><nut-graf for="story" report="/story.json"></nut-graf>`, '<script src="/bare.js"></script>'),
};

for (const name of BROWSERS) {
  describe(name, { skip: UNBUILT }, () => {
    const { browser, server, open } = setUp(name, { pages: PAGES, policy: POLICY });
    const LIMIT = 120_000;
    const read = (page) => page.until(`() => seen.events.some(([type]) => type === "report")`, undefined, LIMIT);
    const words = (page, highlight) => page.evaluate(`[...CSS.highlights.get(${JSON.stringify(highlight)}) ?? []].map((range) => range.toString())`);

    test("worker, module and weights pinned by their digests", async () => {
      const page = await open("/pinned");
      await read(page);
      assert.deepEqual(await page.evaluate("seen.breaches"), []);
      await page.close();
      for (const part of Object.keys(pins)) {
        const page = await open(`/wrong-${part}`);
        await page.until(`() => root?.querySelector("[role=alert]")`, undefined, LIMIT);
        assert.deepEqual((await page.evaluate("seen.events")).filter(([type]) => type !== "progress"), [["error", "integrity"]], part);
        assert.match(await page.inside(`() => root.querySelector("[role=alert]").textContent`), /not the one that this page asked for.*sha384-AAAA/s);
        if (part === "worker") assert.equal(await page.evaluate("seen.workers"), 0, "nothing was started");
        await page.close();
      }
    });

    test("under the policy of the README's table nothing is refused; without a connection all goes on", async () => {
      const page = await open("/plain");
      await read(page);
      await page.evaluate(`document.head.append(Object.assign(document.createElement("meta"), { httpEquiv: "Content-Security-Policy", content: "connect-src 'none'; script-src 'none'" }))`);
      const before = server.requests.length;
      await page.inside(`() => { element.selected = "0"; }`);
      await page.until(`() => CSS.highlights.get("nut-graf-trigger")`);
      await page.evaluate(`document.querySelector("#story").lastElementChild.textContent = "Officials in Geneva said 40 people had died."`);
      await page.until(`() => element.report && element.text.endsWith("died.") && element.report.length === element.text.length && [...CSS.highlights.get("nut-graf-where") ?? []].some((range) => range.toString() === "Geneva")`, undefined, LIMIT);
      for (const format of ["md", "csv", "jsonld", "html"]) assert.ok((await page.evaluate(`document.querySelector("nut-graf").export(${JSON.stringify(format)})`)).length > 100, format);
      assert.deepEqual(server.requests.slice(before), []);
      assert.deepEqual(await page.evaluate("seen.breaches"), []);
      assert.deepEqual(page.errors, []);
      await page.close();
    });

    test("a ready-made report asks for no module, no weights, no worker", async () => {
      const own = await serve({ pages: PAGES, policy: POLICY.replace(" 'wasm-unsafe-eval'", "").replace("worker-src 'self'; ", "") });
      const page = await browser.page();
      await page.goto(`${own.url}/ready`);
      await page.until(`() => CSS.highlights.get("nut-graf-who")?.size > 20`);
      const asked = own.requests.filter((path) => path.endsWith(".js") && path !== "/watch.js").sort();
      assert.deepEqual(asked, ["/inplace.js", "/mentions.js", "/nut-graf-define.js", "/nut-graf.js", "/ranges.js", "/view/sections.js", "/words/later.js"]);
      assert.deepEqual(own.requests.filter((path) => /wasm|\.bin$/.test(path)), []);
      assert.deepEqual(await page.evaluate("seen.breaches"), []);
      await page.press("#main .ref", 0);
      await page.until(`() => CSS.highlights.get("nut-graf-trigger")`);
      assert.deepEqual(await words(page, "nut-graf-trigger"), ["killing"]);
      assert.deepEqual(page.errors, []);
      await page.close();
      await own.close();
    });

    test("the first of a ready-made report is drawn by what its size is counted of, and by nothing else", async () => {
      const withheld = ["/inplace.js", "/mentions.js", "/ranges.js", "/interactions.js", "/analysis-controller.js", "/view/sections.js", "/view/article.js", "/words/later.js"];
      const own = await serve({ pages: { ...PAGES, ...Object.fromEntries(withheld.map((path) => [path, "throw new Error('withheld');"])) }, policy: POLICY });
      const page = await browser.page();
      await page.goto(`${own.url}/ready`);
      await page.until(`() => root?.querySelector(".lead") && root.querySelector("#main .ref") && root.querySelectorAll(".ws dd").length > 2`);
      assert.deepEqual(own.requests.filter((path) => path.endsWith(".js") && path !== "/watch.js" && !withheld.includes(path)).sort(), ["/nut-graf-define.js", "/nut-graf.js"]);
      await page.close();
      await own.close();
    });

    test("emoji before every mention, from right to left, cut by other elements: every mark is the words of the text", async () => {
      const page = await open("/rtl");
      await read(page);
      const wrong = await page.inside(`() => {
        const marked = [...CSS.highlights].filter(([name]) => /^nut-graf-(who|where|when|many|what)/.test(name)).flatMap(([, highlight]) => [...highlight].map(String));
        const named = element.report.entities.flatMap(({ mentions }) => mentions.map(({ start, end }) => element.text.slice(start, end)));
        return { pieces: marked.filter((words) => !named.some((name) => name.includes(words))), broken: named.filter((name) => /^[\\udc00-\\udfff\\ufe0f\\u200d]|[\\ud800-\\udbff\\u200d]$/.test(name)), count: marked.length };
      }`);
      assert.deepEqual(wrong.pieces, []);
      assert.deepEqual(wrong.broken, []);
      assert.ok(wrong.count > 20, `${wrong.count} marks`);
      const where = await words(page, "nut-graf-where");
      assert.ok(where.includes("Khu") && where.includes("sham"), "a mention in two elements");
      await page.close();
    });

    test("an article in a shadow root, its words in slots: read in the order of the page, marked in both trees", async () => {
      const page = await browser.page();
      await page.goto(`${server.url}/slots`);
      const inner = `document.querySelector("x-story").shadowRoot.querySelector("nut-graf")`;
      await page.until(`() => ${inner}?.report && CSS.highlights.get("nut-graf-where")?.size > 1`, undefined, LIMIT);
      assert.equal(await page.evaluate(`${inner}.text`), "Storm kills 12 in Lisbon\n\nA storm killed at least 12 people in Lisbon on Monday, the mayor said.\n\nThey were 40.");
      assert.deepEqual(await page.evaluate(`[document, document.querySelector("x-story").shadowRoot].map((tree) => tree.adoptedStyleSheets.length)`), [1, 1]);
      assert.deepEqual((await words(page, "nut-graf-where")).filter((word) => word === "Lisbon").length, 2);
      await page.close();
    });

    test("an article that arrives late, as an element too", async () => {
      const page = await open("/late");
      await page.until(`() => root?.querySelector(".page[hidden]")`);
      await page.evaluate(`document.getElementById("place").append(Object.assign(document.createElement("article"), { id: "story" }))`);
      await page.evaluate(`(${JSON.stringify(SHORT)}.match(/<(h1|p)>.*?<\\/\\1>/g)).forEach((block) => document.getElementById("story").append(Object.assign(document.createElement(block.startsWith("<h1") ? "h1" : "p"), { textContent: block.replace(/<.*?>/g, "") })))`);
      await read(page);
      assert.match(await page.inside(`() => element.text`), /^Storm kills 12/);
      await page.close();
    });

    test("a text that changes while it is read: the last one wins, and is what the promise is of", async () => {
      const page = await open("/plain");
      await read(page);
      const told = await page.evaluate(`(async () => {
        const element = document.querySelector("nut-graf");
        seen.events.length = 0;
        element.text = "A fire killed two people in Porto on Tuesday, police said.";
        await new Promise((resolve) => setTimeout(resolve));
        const { ready } = element;
        element.text = "A flood killed nine people in Faro on Friday, officials said.";
        return (await ready).length;
      })()`);
      assert.equal(told, "A flood killed nine people in Faro on Friday, officials said.".length);
      assert.match(await page.inside(`() => root.querySelector(".lead").textContent`), /Faro/);
      assert.deepEqual((await page.evaluate("seen.events")).filter(([type]) => type !== "progress"), [["report", told]]);
      await page.close();
    });

    test("the last element out ends the worker and takes its marks along", async () => {
      const page = await open("/plain");
      await read(page);
      assert.equal(await page.evaluate("seen.workers"), 1);
      await page.evaluate(`document.querySelector("nut-graf").remove()`);
      await page.until(`() => seen.workers === 0`);
      assert.deepEqual(await page.evaluate(`[[...CSS.highlights.keys()], document.adoptedStyleSheets.length]`), [[], 0]);
      await page.evaluate(`document.body.append(Object.assign(document.createElement("nut-graf"), { htmlFor: "story" }))`);
      await read(page);
      await page.close();
    });

    test("200,000 words: progress is told, the page answers, cancel ends it", async () => {
      const page = await open("/long");
      await page.until(`() => seen.events.some(([type, stage]) => type === "progress" && stage !== "load")`, undefined, LIMIT);
      assert.ok(await page.inside(`() => element.text.split(/\\s+/).length`) >= WORDS);
      assert.ok(await page.inside(`() => root.querySelector("progress") !== null && root.querySelector("[aria-current=step]") !== null`));
      await page.press("[data-do=cancel]");
      await page.until(`() => !root.querySelector("progress")`);
      assert.equal(await page.inside(`() => root.querySelector("[role=status]").textContent`), "Stopped.");
      assert.equal(await page.evaluate("seen.workers"), 0);
      assert.equal(await page.evaluate(`seen.events.some(([type]) => type === "report" || type === "error")`), false);
      await page.close();
    });

    test("a browser without custom highlights: the summary is there, the article unmarked", async () => {
      const page = await open("/bare");
      await page.until(`() => root?.querySelector(".lines .line")`);
      assert.equal(await page.evaluate(`document.querySelector("#story").innerHTML`), article);
      await page.press("#main .ref", 0);
      await page.until(`() => root.querySelector(".line.on")`);
      assert.deepEqual(page.errors, []);
      await page.close();
    });
  });
}
