// The fact summary that the command writes for a page, as `tests/suite/fragment.rs` has it: read without a script, in the page's own
// looks; the element takes it over where its script is loaded.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { BROWSERS } from "./browser.mjs";
import { page as html, seedHtml, story } from "./server.mjs";
import { setUp } from "./setup.mjs";

const fragment = await readFile(new URL("./fixtures/short.fragment.html", import.meta.url), "utf8");
const ARTICLE = `${"<br>".repeat(300)}<article id="the story"><h1>Fire in Köln</h1><p>Ana Ruiz spoke on Monday. But she denied it all.</p><p>He said so.</p></article>`;
const PAGES = {
  "/still": `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test</title><body>${fragment}${ARTICLE}</body></html>`,
  "/story.json": await story(),
  "/taken": html(`${fragment.replace('for="the story"', 'for="story" report="/story.json"')}<article id="story">${await seedHtml()}</article>`),
};

for (const name of BROWSERS) {
  describe(name, () => {
    const { open } = setUp(name, { pages: PAGES });

    test("without the script it is there, has the page's looks, and its links lead to the words", async () => {
      const page = await open("/still");
      const shown = await page.evaluate(`(() => { const element = document.querySelector("nut-graf"); return [element.shadowRoot, element.innerText.replace(/\\s+/g, " "), getComputedStyle(element.querySelector("li")).fontFamily === getComputedStyle(document.body).fontFamily]; })()`);
      assert.equal(shown[0], null);
      assert.match(shown[1], /Fire in Köln Ana Ruiz spoke on Monday\. ¶1 Key points … she \[Ana Ruiz\] denied it all\. — He ¶1 In short Where Köln headline/);
      assert.ok(shown[2]);
      const targets = await page.evaluate(`[...document.querySelectorAll("nut-graf a")].map((link) => !!document.getElementById(decodeURIComponent(link.hash.slice(1).split(":~:")[0])))`);
      assert.deepEqual(targets, [true, true, true]);
      const [x, y] = await page.evaluate(`(() => { const box = document.querySelector("li a").getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; })()`);
      await page.mouse.click(x, y);
      await page.until(`() => location.hash.startsWith("#the%20story") && scrollY > 0`);
      await page.close();
    });

    test("the element takes it over", async () => {
      const page = await open("/taken");
      await page.until(`() => root?.textContent.includes("more than 100 pro-regime forces")`);
      assert.equal(await page.evaluate(`document.querySelector("nut-graf > h2").getBoundingClientRect().height`), 0);
      assert.equal(await page.inside("() => element.text.startsWith('U.S. Military')"), true);
      await page.close();
    });
  });
}
