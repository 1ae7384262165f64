// The fact summary that the command writes for a page: read without JavaScript, under a strict policy, by everyone; it says what
// the element says, and the element takes over where its script is loaded.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { FIRST } from "../../www/style.js";
import { FURTHER } from "../../www/style/further.js";
import { BROWSERS, launch } from "./browser.mjs";
import { ROOT, page as html, serve, story } from "./server.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = { resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };
const still = await readFile(`${ROOT}src/export/fragment/still.css`, "utf8");
const fragment = await readFile(new URL("./fixtures/seed.fragment.html", import.meta.url), "utf8");
const sheet = [FIRST, FURTHER, still].flatMap((css) => css.split("\n")).map((line) => line.trim()).filter(Boolean).join("\n");
const styled = fragment.replace('<link rel="stylesheet" href="/still.css">', `<style>${sheet}</style>`);
const digest = `'sha256-${createHash("sha256").update(sheet).digest("base64")}'`;
const bare = (body, head = "") => `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Test</title>${head}<body><main><h1>News</h1>${body}</main></body></html>`;

const PAGES = {
  "/still.css": sheet,
  "/margin.css": "body { margin: 0 }",
  "/story.json": await story(),
  "/linked": bare(fragment, '<link rel="stylesheet" href="/margin.css">'),
  "/styled": bare(styled),
  "/upgraded": html(styled.replace("<nut-graf ", '<nut-graf report="/story.json" ')),
  "/silent.js": "onmessage = () => {};",
  "/waiting": html(styled.replace("<nut-graf ", '<nut-graf worker-src="/silent.js" ')),
  "/failing": html(styled.replace("<nut-graf ", '<nut-graf worker-src="/missing.js" ')),
  "/other": html(styled.replace("<nut-graf ", '<nut-graf report="/story.json" ').replaceAll("about 500 pro-regime", "some pro-regime")),
  "/element": html(`<nut-graf report="/story.json">${fragment.slice(fragment.indexOf("</template>") + 11)}`),
};
const LINKED = `default-src 'none'; style-src 'self' ${digest}; script-src 'self' 'unsafe-inline'; connect-src 'self'`;

/** What each block says, line by line, without what is pressed to see more. */
const said = `(root) => {
  const words = (node) => { const copy = node.cloneNode(true); for (const extra of copy.querySelectorAll("button.more, summary, svg, .panel")) extra.remove(); return copy.textContent.replace(/\\s+/g, " ").trim(); };
  return Object.fromEntries(["meta", "one", "five", "nums", "open-q", "says", "timeline", "lines", "pic", "ent"].map((name) => [name, [...root.querySelectorAll(\`.\${name}\`)].flatMap((block) => [...block.querySelectorAll(":scope > span, .h, h4, .lead, .claims li, dl > div, tbody tr, .rows > li, .who ul > li, .time > li, caption")].map(words))]));
}`;

for (const name of BROWSERS) {
  describe(name, () => {
    let browser;
    let silent;
    let server;
    before(async () => {
      [browser, silent, server] = await Promise.all([launch(name), launch(name, { scripts: false }), serve({ pages: PAGES, policy: LINKED })]);
    });
    after(async () => {
      await Promise.all([browser?.close(), silent?.close(), server?.close()]);
    });
    const open = async (path, { by = browser, at = server, ...options } = {}) => {
      const page = await by.page(options);
      await page.goto(at.url + path);
      return page;
    };

    test("without JavaScript the facts are there, and a press on a pointer goes to its words", async () => {
      // Nothing can be asked of a page without scripts: it has to look like the one with them, before the press and after.
      const [page, twin] = [await open("/linked", { by: silent }), await open("/linked")];
      const alike = async (when) => {
        for (let tries = 0; Buffer.compare(await page.screenshot(), await twin.screenshot()) !== 0; tries++) {
          assert.ok(tries < 20, when);
          await new Promise((resolve) => setTimeout(resolve, 250));
        }
      };
      assert.match(await twin.inside(`() => root.querySelector(".lead").textContent`), /killed more than 100 pro-regime forces/);
      assert.ok(await twin.evaluate(`document.querySelector("[data-n='6']").getBoundingClientRect().top > innerHeight`), "the words are not on the screen yet");
      await alike("before");
      const [x, y] = await twin.inside(`() => { const box = [...root.querySelectorAll(".claims .ref")].find((ref) => ref.textContent === "¶6").getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; }`);
      for (const each of [page, twin]) await each.mouse.click(x, y);
      await twin.until(`() => { const box = document.querySelector("[data-n='6']").getBoundingClientRect(); return box.top >= 0 && box.top < innerHeight; }`);
      assert.match(await twin.evaluate("location.hash"), /^#nut-graf-[0-9a-f]{8}-p6/);
      await alike("after");
      await Promise.all([page.close(), twin.close()]);
    });

    test("a strict page allows its style by the digest that the command prints, or by its own address", async () => {
      for (const [policy, path, looks] of [[`style-src ${digest}`, "/styled", true], ["style-src 'self'", "/linked", true], ["style-src 'self'", "/styled", false]]) {
        const strict = await serve({ pages: PAGES, policy: `default-src 'none'; ${policy}` });
        const page = await open(path, { at: strict });
        const size = await page.evaluate(`getComputedStyle(document.querySelector("nut-graf").shadowRoot.querySelector(".lead")).fontSize`);
        assert.equal(size === "28px", looks, `${policy} ${path} ${size}`);
        await page.close();
        await strict.close();
      }
    });

    test("it says what the element says, block for block", async () => {
      const [page, live] = [await open("/linked"), await open("/element")];
      await live.until(`() => root.querySelector(".ent") && element.ready.then(() => true)`);
      await live.inside(`() => { for (let more; (more = root.querySelector("button.more:not([hidden])")); ) more.click(); }`);
      const [here, there] = await Promise.all([page, live].map((each) => each.evaluate(`(${said})(document.querySelector("nut-graf").shadowRoot)`)));
      for (const block of Object.keys(there)) assert.deepEqual(here[block], there[block], block);
      assert.ok(Object.values(here).every((lines) => lines.length), JSON.stringify(here));
      await Promise.all([page.close(), live.close()]);
    });

    test("the element takes over: its own facts, its own style, the same text", async () => {
      const page = await open("/upgraded");
      await page.until(`() => root.querySelector(".s") && element.ready.then(() => true)`);
      assert.deepEqual(await page.inside(`() => [root.querySelectorAll("style").length, root.querySelectorAll(".page").length, root.querySelector("[role=alert], .plate"), root.querySelectorAll(".lead").length, element.text.length === element.report.length]`), [0, 1, null, 1, true]);
      await page.press(".claims .ref", 0);
      await page.until(`() => root.querySelector(".s.ev")`);
      assert.deepEqual(page.errors, []);
      await page.close();
    });

    test("what was served stays until there is something better", async () => {
      const page = await open("/waiting");
      // A worker that never answers: the element goes on reading.
      await page.until(`() => root.querySelector("progress")`);
      assert.deepEqual(await page.inside(`() => [...root.querySelectorAll(".page")].map((each) => each.checkVisibility() && each.querySelector(".lead") !== null)`), [true, false]);
      assert.equal(await page.evaluate(`document.querySelector("[data-n='1']").checkVisibility()`), true);
      await page.evaluate(`fetch("/story.json").then((answer) => answer.json()).then((report) => (document.querySelector("nut-graf").report = report))`);
      await page.until(`() => root.querySelectorAll(".page").length === 1 && root.querySelector(".lead")?.checkVisibility() && root.querySelector(".s")`);
      assert.deepEqual(page.errors, []);
      await page.close();
    });

    test("what was served stays where the text cannot be read: what is in the way is said above it", async () => {
      const page = await open("/failing");
      await page.until(`() => root.querySelector("[role=alert]")`);
      assert.deepEqual(await page.inside(`() => [root.querySelectorAll(".page").length, ...[".lead", "[role=alert]", "[data-do=retry]"].map((each) => root.querySelector(each).checkVisibility()), root.querySelector(".facts").firstElementChild.role]`), [2, true, true, true, "alert"]);
      await page.inside(`() => root.querySelector("[data-do=retry]").click()`);
      await page.until(`() => root.querySelector("progress") && !root.querySelector("[role=alert]")`);
      await page.until(`() => root.querySelectorAll("[role=alert]").length === 1`);
      // Another text has none of its facts.
      await page.inside(`() => { element.text = "Two men were hurt in Porto on Monday, police said."; }`);
      await page.until(`() => root.querySelectorAll(".page").length === 1 && root.querySelector("[role=alert]")`);
      assert.equal(await page.inside(`() => root.querySelector(".lead")`), null);
      await page.close();
    });

    test("while it is read, what was served can be pressed; when that is cancelled, it stays", async () => {
      const page = await open("/waiting");
      await page.until(`() => root.querySelector("progress")`);
      await page.inside(`() => root.querySelector(".claims .ref").click()`);
      assert.match(await page.evaluate("location.hash"), /^#nut-graf-[0-9a-f]{8}-p1/);
      await page.inside(`() => element.cancel()`);
      await page.until(`() => !root.querySelector("progress")`);
      assert.deepEqual(await page.inside(`() => [root.querySelectorAll(".plate").length, root.querySelector(".lead").checkVisibility()]`), [0, true]);
      assert.deepEqual(page.errors, []);
      await page.close();
    });

    test("a report of another text than the one served beside it: the served facts give way to what is wrong", async () => {
      const page = await open("/other");
      await page.until(`() => root.querySelector(".plate [data-do=again]")?.checkVisibility()`);
      assert.deepEqual(await page.inside(`() => [root.querySelectorAll(".page").length, root.querySelector(".lead")]`), [1, null]);
      await page.close();
    });

    test("for everyone: axe finds nothing, folded or not, on a desk and on a phone; nothing is wider than 320 pixels", async () => {
      for (const width of [1280, 320]) {
        const page = await open("/linked", { width });
        for (const unfolded of [false, true]) {
          if (unfolded) await page.inside(`() => { for (const details of root.querySelectorAll("details")) details.open = true; }`);
          if (!(await page.evaluate(`!!self.axe`))) await page.evaluate(axe);
          assert.deepEqual(await page.evaluate(`axe.run(document, ${JSON.stringify(RULES)}).then(({ violations }) => violations.flatMap((each) => each.nodes.slice(0, 3).map((node) => each.id + " " + node.target.flat().join(" ") + " " + (node.any[0]?.message ?? node.all[0]?.message ?? ""))))`), [], `${width} ${unfolded}`);
        }
        assert.ok((await page.evaluate("document.documentElement.scrollWidth")) <= width);
        await page.close();
      }
    });
  });
}
