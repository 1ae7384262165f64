// The built site with the engine in it: `cargo xtask build` first. Without a build these tests are skipped, and say so.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, test } from "node:test";
import { BROWSERS } from "./browser.mjs";
import { POLICY, ROOT, SITE, UNBUILT, page as html, seed, seedHtml, serve, story } from "./server.mjs";
import { setUp } from "./setup.mjs";

const article = await seedHtml();
const PAGES = { "/embed": html(`<article id="story">${article}</article><nut-graf for="story"></nut-graf>`), "/three": html(`<article id="story">${article}</article>${'<nut-graf for="story"></nut-graf>'.repeat(3)}`) };
const read = "() => root?.querySelector('.lead')";

test("a file that Node reads has the digest that is asked for, or is refused by it", async () => {
  const { get } = await import(pathToFileURL(join(ROOT, "www/engine.js")).href);
  const file = new URL("./fixtures/seed.report.json", import.meta.url);
  const bytes = await readFile(file);
  const digest = (bits, of = bytes) => `sha${bits}-${createHash(`sha${bits}`).update(of).digest("base64")}`;
  for (const right of ["", digest(256), digest(384), digest(512), `${digest(384)}?of=it`, ` ${digest(512, "")}\n${digest(512)} `, `${digest(256, "")} ${digest(512)}`, `md5-x ${digest(256)}`]) assert.deepEqual(Buffer.from(await (await get(file, right)).arrayBuffer()), bytes, right);
  for (const wrong of [digest(256, ""), digest(384, ""), digest(512, ""), `${digest(256)} ${digest(512, "")}`, digest(384).slice(0, -4), `x${digest(384)}`, "sha384-", "md5-x"]) await assert.rejects(get(String(file), wrong), { code: "integrity", message: `${file}: its digest is not ${wrong}` });
});

test("the report that the page tests are given is what the engine makes of the article", { skip: UNBUILT }, async () => {
  const { Analyzer } = await import(pathToFileURL(join(SITE, "analyzer.js")).href);
  const analyzer = await Analyzer.load({ worker: false });
  assert.deepEqual(await analyzer.analyze(await seed()), JSON.parse(await story()), "tests/e2e/fixtures/regenerate.sh writes it anew");
  analyzer.dispose();
});

test("the analyzer in Node takes no module and no weights but those that are pinned", { skip: UNBUILT }, async () => {
  const { Analyzer } = await import(pathToFileURL(join(SITE, "analyzer.js")).href);
  const digests = JSON.parse(await readFile(join(SITE, "integrity.json"), "utf8"));
  const integrity = { wasm: digests["nutgraf_bg.wasm"], model: digests["nutgraf.model.bin"] };
  const analyzer = await Analyzer.load({ worker: false, integrity });
  assert.ok((await analyzer.analyze(await seed())).facts.length > 15);
  analyzer.dispose();
  for (const [part, file] of [["wasm", "nutgraf_bg.wasm"], ["model", "nutgraf.model.bin"]]) {
    const wrong = { ...integrity, [part]: digests["analyzer.js"] };
    await assert.rejects(Analyzer.load({ worker: false, integrity: wrong }), { code: "integrity", message: new RegExp(`${file}: its digest is not ${wrong[part].replaceAll("+", "\\+")}`) });
  }
});

for (const name of BROWSERS) {
  describe(name, { skip: UNBUILT }, () => {
    const { browser, server, open } = setUp(name, { pages: PAGES });

    test("the page opens on the seed article, read, under a strict policy with Trusted Types", async () => {
      const page = await open("/");
      await page.until(read, undefined, 60_000);
      assert.equal(await page.inside(`() => element.text`), await seed());
      assert.ok(await page.inside(`() => element.report.facts.length`) > 15);
      assert.equal(await page.inside(`() => element.report.schema`), "nutgraf/2");
      assert.deepEqual(page.errors, []);
      await page.close();
    });

    test("every span of a report is the text's", async () => {
      const page = await open("/");
      await page.until(read, undefined, 60_000);
      const { all, wrong } = await page.inside(`() => {
        const { report, text } = element;
        const spans = [];
        (function walk(value) { if (value && typeof value === "object") { if ("start" in value) spans.push(value); Object.values(value).forEach(walk); } })(report);
        return { all: spans.length, wrong: spans.filter(({ start, end }) => start < 0 || end > text.length || start > end || /[\\uDC00-\\uDFFF]/.test(text[start] ?? "")) };
      }`);
      assert.ok(all > 200, `${all} spans`);
      assert.deepEqual(wrong, []);
      await page.close();
    });

    test("a pasted text is read in the other's place, and nothing leaves the page", async () => {
      const page = await open("/");
      await page.until(read, undefined, 60_000);
      // The service worker has fetched what it keeps once it answers for the page.
      await page.until(`() => !navigator.serviceWorker || navigator.serviceWorker.controller`, undefined, 60_000);
      const before = server.requests.length;
      await page.evaluate(`document.querySelector("[data-do=own]").click()`);
      await page.evaluate(`document.getElementById("pasted").value = "Storm kills 12 in Lisbon\\n\\nA storm killed at least 12 people in Lisbon on Monday, the mayor said.\\n\\nRescuers found three children alive."`);
      await page.evaluate(`document.querySelector("dialog [value=read]").click()`);
      await page.until(`() => element.report?.length < 200 && root.querySelector(".lead")`);
      assert.match(await page.inside(`() => root.querySelector(".hed").textContent`), /Storm kills 12/);
      assert.match(await page.inside(`() => root.querySelector(".nums")?.textContent ?? ""`), /12/);
      // Parts of the page that were not needed before are asked for by their plain names, and nothing else is.
      assert.deepEqual(server.requests.slice(before).filter((asked) => !existsSync(join(SITE, asked))), []);
      await page.close();
    });

    test("another language is refused politely, and read when asked to", async () => {
      const page = await open("/");
      await page.until(read, undefined, 60_000);
      const words = "Le gouvernement a annoncé mardi que les élections auront lieu en juin. Le ministre de l’intérieur a déclaré que la décision était prise depuis longtemps et que rien ne changerait. ".repeat(3);
      await page.evaluate(`document.getElementById("reader").text = ${JSON.stringify(words)}`);
      await page.until(`() => root.querySelector("[role=alert]")`);
      assert.match(await page.inside(`() => root.querySelector("[role=alert]").textContent`), /not look English.*looks like French/);
      assert.match(await page.inside(`() => root.querySelector(".waiting").textContent`), /Le gouvernement/);
      await page.inside(`() => root.querySelector("[data-do=anyway]").click()`);
      await page.until(`() => !root.querySelector("[role=alert]") && root.querySelector(".read .s")`);
      await page.close();
    });

    test("an article in the page is read in place", async () => {
      const page = await open("/embed");
      await page.until(`() => CSS.highlights.get("nut-graf-who")?.size > 10`, undefined, 60_000);
      assert.equal(await page.evaluate(`document.querySelector("#story").innerHTML`), article);
      await page.evaluate(`document.querySelector("#story").lastElementChild.textContent = "Officials in Geneva said 40 people had died."`);
      await page.until(`() => element.report && element.text.endsWith("40 people had died.") && [...CSS.highlights.get("nut-graf-where") ?? []].some((range) => range.toString() === "Geneva")`);
      await page.close();
    });

    test("three elements share one worker, and the last one out ends it", async () => {
      const own = await serve({ pages: PAGES });
      const page = await open("/three", undefined, own.url);
      await page.until(`() => [...document.querySelectorAll("nut-graf")].every((each) => each.shadowRoot.querySelector(".lead"))`, undefined, 60_000);
      assert.equal(own.requests.filter((path) => path === "/nutgraf.model.bin").length, 1);
      assert.equal(own.requests.filter((path) => path === "/worker.js").length, 1);
      await page.close();
      await own.close();
    });

    test("a page that refuses WebAssembly keeps its article, and says why", async () => {
      const strict = await serve({ pages: PAGES, policy: POLICY.replace(" 'wasm-unsafe-eval'", "") });
      const page = await open("/", undefined, strict.url);
      await page.until(`() => root?.querySelector("[role=alert]")`);
      assert.match(await page.inside(`() => root.querySelector("[role=alert]").textContent`), /does not allow the program to run/);
      assert.match(await page.evaluate(`document.getElementById("article").innerText`), /Military Kills/);
      await page.close();
      await strict.close();
    });

    test("offline after the first visit", async () => {
      const own = await serve();
      const page = await open("/", undefined, own.url);
      await page.until(read, undefined, 60_000);
      assert.ok(await page.evaluate(`"serviceWorker" in navigator`));
      await page.until(`() => navigator.serviceWorker.controller`, undefined, 60_000);
      await own.close();
      await page.goto(`${own.url}/`);
      await page.until(read, undefined, 60_000);
      // What was not asked for before is there as well: an example, and the dialog's own script.
      await page.evaluate(`document.querySelector("[data-article=disaster-ferry]").click()`);
      await page.until(`() => /ferry/i.test(element.text) && element.report?.length === element.text.length && root.querySelector(".lead")`, undefined, 60_000);
      await page.inside(`() => root.querySelector("[data-do=accuracy]").click()`);
      await page.until(`() => root.querySelector("dialog[open]")`);
      await page.close();
    });

    test("one file, opened by double-click", async () => {
      const page = await browser.page();
      await page.goto(pathToFileURL(join(SITE, "nutgraf.html")).href);
      await page.until(read, undefined, 60_000);
      assert.ok(await page.inside(`() => element.report.facts.length`) > 15);
      assert.deepEqual(page.errors, []);
      await page.close();
    });
  });
}
