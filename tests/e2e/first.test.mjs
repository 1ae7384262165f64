// A long text whose first paragraphs are marked before the whole has been read. The built site with the engine in it.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readTexts } from "../../benches/speed.mjs";
import { BROWSERS } from "./browser.mjs";
import { BUILT, page as html } from "./server.mjs";
import { setUp } from "./setup.mjs";

const texts = await readTexts();
/** Long enough for a beginning, short enough to be marked at once; with white space as people type it. */
const text = [...texts, ...texts].join("\n\n").replaceAll(". ", ".  ").trim();
/** No beginning is longer, in UTF-16 units. */
const BEGINNING = 6_000;
const paragraphs = text.split("\n\n").map((words) => `<p>${words.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`).join("\n");
const held = 'worker-src="/held.js"';
const PAGES = {
  // A worker that keeps the report of the whole until it is told to send it.
  "/held.js": `import "/worker.js";
    const post = globalThis.postMessage.bind(globalThis);
    const release = new BroadcastChannel("release");
    globalThis.postMessage = (message) => (message.ok?.schema ? (release.onmessage = () => post(message)) : post(message));`,
  "/place": html(`<article id="story">${paragraphs}</article><nut-graf for="story" ${held}></nut-graf>`),
  "/content": html(`<nut-graf ${held}><article id="story">${paragraphs}</article></nut-graf>`),
  "/given": html(`<nut-graf ${held}></nut-graf>`),
  "/plain": html(""),
};
/** Every mark of ours: the words, and where its block stands among the article's. */
const MARKS = `[...CSS.highlights].filter(([name]) => name.startsWith("nut-graf-")).flatMap(([, highlight]) => [...highlight]).map((range) => { const block = range.startContainer.parentElement; return [String(range), [...block.parentElement.children].indexOf(block)]; })`;

for (const name of BUILT ? BROWSERS : []) {
  describe(name, () => {
    const { open } = setUp(name, { pages: PAGES });
    const start = async (path) => {
      const page = await open(path);
      await page.evaluate(`(() => {
        window.told = [];
        for (const type of ["report", "error"]) document.addEventListener("nut-graf-" + type, () => told.push(type));
        // Fewest marks of people there were while any were taken away.
        window.fewest = Infinity;
        const { delete: take } = Highlight.prototype;
        Highlight.prototype.delete = function (range) { const taken = take.call(this, range); fewest = Math.min(fewest, CSS.highlights.get("nut-graf-who")?.size ?? 0); return taken; };
      })()`);
      if (path === "/given") await page.evaluate(`document.querySelector("nut-graf").text = ${JSON.stringify(text)}`);
      await page.until(`() => CSS.highlights.get("nut-graf-who")?.size > 5`, undefined, 60_000);
      return page;
    };
    const release = (page) => page.evaluate(`new BroadcastChannel("release").postMessage("")`);

    for (const path of ["/place", "/content", "/given"])
      test(`${path}: the first marks come before the report, claim nothing, and give way to it`, async () => {
        const page = await start(path);
        const early = await page.evaluate(MARKS);
        const blocks = text.slice(0, BEGINNING).split("\n\n").length;
        assert.ok(early.every(([, block]) => block < blocks), JSON.stringify(early));
        assert.deepEqual(await page.inside(`() => Promise.race([element.ready.then(() => "ready"), "pending"]).then(async (ready) => [ready, element.report, told, root.querySelector(".lead, .line, mark"), await element.export("json").catch(({ message }) => message), root.querySelector("[role=status] p").textContent, root.querySelector("progress") !== null])`), ["pending", null, [], null, "there is no report yet", "Reading the article", true]);
        await release(page);
        await page.until(`() => told.length && element.report && root.querySelector("#names") && (${path === "/place"} || root.querySelector("mark.m"))`);
        const mentions = await page.inside(`() => element.report.entities.flatMap(({ mentions }) => mentions).filter(({ level }) => level !== "pronoun").map(({ start, end }) => element.text.slice(start, end))`);
        const words = new Set(mentions.map((each) => each.replace(/\s+/g, " ")));
        assert.deepEqual(early.map(([each]) => each.replace(/\s+/g, " ")).filter((each) => !words.has(each)), []);
        if (path === "/place") {
          await page.until(`() => ${MARKS}.length === ${mentions.length}`);
          assert.ok((await page.evaluate("fewest")) > 5, "none was taken away before the others were there");
        } else await page.until(`() => CSS.highlights.size === 0 && document.adoptedStyleSheets.length === 0`);
        assert.deepEqual(await page.evaluate("told"), ["report"]);
        assert.deepEqual(page.errors, []);
        await page.close();
      });

    test("an abort between the two leaves nothing", async () => {
      for (const end of ["element.cancel()", "element.remove()", "element.analyze().catch(() => {}), element.cancel()"]) {
        const page = await start("/place");
        await page.inside(`() => { ${end}; }`);
        await page.until(`() => CSS.highlights.size === 0 && document.adoptedStyleSheets.length === 0`);
        await release(page);
        await new Promise((resolve) => setTimeout(resolve, 100));
        assert.deepEqual(await page.evaluate("[CSS.highlights.size, told]"), [0, []], end);
        await page.close();
      }
    });

    test("a short text has no beginning; a long one has it once, on this thread too", async () => {
      const page = await open("/plain");
      const counts = await page.evaluate(`(async () => {
        const { Analyzer } = await import("/analyzer.js");
        const found = [];
        for (const worker of [undefined, false]) {
          const analyzer = await Analyzer.load({ worker });
          for (const text of ${JSON.stringify([texts[0], text])}) {
            const firsts = [];
            let done = false;
            const { length } = await analyzer.analyze(text, { onfirst: (first) => firsts.push([first.length < text.length, first.facts.length, first.entities.length > 5, done]) }).finally(() => (done = true));
            found.push([length === text.length, ...firsts]);
          }
          analyzer.dispose();
        }
        return found;
      })()`);
      const long = [true, [true, 0, true, false]];
      assert.deepEqual(counts, [[true], long, [true], long]);
      await page.close();
    });
  });
}
