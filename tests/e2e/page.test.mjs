// The page and the element with a report made beforehand: no engine is needed.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { BROWSERS } from "./browser.mjs";
import { page as html, seed, serve, story } from "./server.mjs";
import { setUp } from "./setup.mjs";

const article = (await seed()).replaceAll("&", "&amp;");
const PAGES = {
  "/story.json": await story(),
  "/story": html(`<main><nut-graf report="/story.json" heading-level="1"><div class="t">${article}</div></nut-graf></main>`, "<style>.t{white-space:pre-line}body{margin:0}</style>"),
};
const POLICY = "default-src 'none'; script-src 'self' 'unsafe-inline'; connect-src 'self'; style-src 'self' 'unsafe-inline'";

test("the German table has every word", async () => {
  const [{ WORDS }, { WORDS_DE }] = await Promise.all(["words", "words.de"].map((name) => import(`../../www/${name}.js`)));
  assert.deepEqual(Object.keys(WORDS).filter((key) => !(key in WORDS_DE)), []);
  assert.deepEqual(Object.keys(WORDS_DE).filter((key) => !(key in WORDS)), []);
});

test("the README and the page say the same of how sure it is", async () => {
  const { MEASURED } = await import("../../www/measured.js");
  const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
  const rows = /\| of 100 \|\n\|---\|---\|\n((?:\|.*\n)+)/.exec(readme)[1].trim().split("\n").map((row) => row.split("|")[2].trim());
  assert.deepEqual(rows, Object.values(MEASURED).flat().map(({ right, from }) => (from ? `${from}–${right}` : String(right))));
  for (const { people } of Object.values(MEASURED).flat()) if (people) assert.match(readme, new RegExp(`people agree on ${people}\\b`));
});

for (const name of BROWSERS) {
  describe(name, () => {
    const { browser, server } = setUp(name, { pages: PAGES, policy: POLICY });
    const open = async (options) => {
      const page = await browser.page(options);
      await page.goto(`${server.url}/story`);
      await page.until("() => root?.querySelector('.s') && element.ready.then(() => true)");
      return page;
    };

    test("at rest every block is there, and says what it stands on", async () => {
      const page = await open();
      const found = await page.inside(`() => ({
        lead: root.querySelector(".lead").textContent,
        headings: [...root.querySelectorAll("h1, h2")].map((node) => node.firstChild.textContent),
        five: [...root.querySelectorAll(".five dt")].map((node) => node.textContent),
        figures: [...root.querySelectorAll(".nums .q")].map((node) => node.textContent.replace(/\\s+/g, " ").trim()),
        unsupported: [...root.querySelectorAll(".rows > li, .five dl > div, .nums tbody tr, .time .ev")].filter((row) => !row.querySelector("a.ref, .ns")).map((row) => row.textContent),
      })`);
      assert.equal(found.lead, "The U.S. led coalition in Syria killed more than 100 pro-regime forces in air strikes on Wednesday, according to the coalition’s statement.");
      assert.deepEqual(found.headings, ["nutgraf", "In one sentence", "Who, what, when, where, why, how", "Numbers", "Not confirmed or denied", "Who says so", "In order of time", "What the article says", "Who did what to whom", "Actors and entities", "U.S. Military Kills 100 Pro-Regime Forces in Syria"]);
      assert.deepEqual(found.five, ["Who", "What", "When", "Where", "Why", "How"]);
      assert.deepEqual(found.figures, ["more than100 people", "about500 people", "a range20 to 30", "within500 meters", "approximately8 kilometers", "“No”0 people"]);
      assert.deepEqual(found.unsupported, []);
      assert.deepEqual(page.errors, []);
      await page.close();
    });

    test("the article is the text, to the letter, and marks do not change it", async () => {
      const page = await open();
      const drawn = await page.inside(`() => [...root.querySelectorAll(".read .hed, .read p")].map((node) => [...node.childNodes].filter((child) => child.className !== "pn").map((child) => child.textContent).join("")).join("\\n\\n")`);
      assert.equal(drawn, await seed());
      const nested = await page.inside(`() => root.querySelector("mark.m mark.m").closest("p").textContent.slice(0, 12)`);
      assert.equal(nested, "1The U.S. le");
      await page.close();
    });

    test("a pointer chooses the fact, goes to its words, and Escape comes back", async () => {
      const page = await open();
      const lines = () => page.inside(`() => [...root.querySelectorAll(".read .hed, .read p")].map((node) => { const range = document.createRange(); range.selectNodeContents(node); return node.offsetHeight + " " + Math.round(range.getBoundingClientRect().width); })`);
      const before = await lines();
      await page.press(".claims .ref", 0);
      await page.until(`() => root.querySelector(".panel") && root.activeElement?.matches(".s.ev")`);
      const chosen = await page.inside(`() => ({
        evidence: [...root.querySelectorAll(".s.ev")].length,
        trigger: [...root.querySelectorAll("mark.trig")].map((node) => node.textContent),
        glosses: [...root.querySelectorAll(".s.ev mark[data-g]")].map((node) => node.dataset.g),
        roles: [...root.querySelectorAll(".panel dt")].map((node) => node.textContent),
        selected: element.getAttribute("selected"),
        focus: root.activeElement?.className,
        step: root.querySelector(".bar-ev span").textContent,
      })`);
      assert.deepEqual(chosen.trigger, ["Kills", "killing", "killed"]);
      assert.ok(chosen.glosses.includes("who did it") && chosen.glosses.includes("to whom · how many"), chosen.glosses.join(", "));
      assert.deepEqual(chosen.roles, ["who did it", "what", "to whom", "how many", "with what", "when", "where"], "the claims are beside it already");
      assert.match(chosen.selected, /^f\d+$/);
      assert.match(chosen.focus, /^s ev/);
      assert.match(chosen.step, /^evidence \d of \d$/);
      assert.deepEqual(await lines(), before, "nothing moves");
      await page.keyboard.press("Escape");
      assert.deepEqual(await page.inside(`() => [root.activeElement?.className, root.querySelectorAll(".s.ev, .panel, mark.r").length, element.selected]`), ["ref", 0, null]);
      await page.close();
    });

    test("a mention has a card, by pointer and by keyboard", async () => {
      const page = await open();
      await page.press("mark.m.GROUP", 1);
      await page.until(`() => root.querySelector(".mcard")`);
      const card = () => page.inside(`() => { const card = root.querySelector(".mcard"); return card && { name: card.querySelector(".t4").textContent, terms: [...card.querySelectorAll("dt")].map((node) => node.textContent), focus: root.activeElement === card }; }`);
      assert.deepEqual(await card(), { name: "Syrian pro-regime forces", terms: ["also called", "does", "undergoes", "mentioned"], focus: true });
      await page.keyboard.press("Escape");
      assert.equal(await card(), null);
      await page.inside(`() => root.querySelector(".story").focus()`);
      for (const key of ["Enter", "ArrowRight", "Enter"]) await page.keyboard.press(key);
      assert.deepEqual(await card(), { name: "100", terms: ["in words", "of what", "did what", "who says so"], focus: true });
      await page.keyboard.press("Escape");
      assert.deepEqual(await page.inside(`() => [root.activeElement.tagName, root.activeElement.getAttribute("role"), root.activeElement.textContent]`), ["MARK", "button", "100"]);
      await page.keyboard.press("Escape");
      assert.equal(await page.inside(`() => root.activeElement.id`), "story");
      await page.close();
    });

    test("switches take marks away and are kept in an attribute", async () => {
      const page = await open();
      const line = () => page.inside(`() => getComputedStyle(root.querySelector("mark.m.GPE")).textDecorationLine`);
      assert.equal(await line(), "underline");
      await page.press("[data-off=GPE]");
      assert.equal(await line(), "none");
      assert.equal(await page.inside(`() => element.getAttribute("off")`), "pronoun GPE");
      await page.close();
    });

    test("attributes mirror properties, events tell, words can be replaced, and the tag renamed", async () => {
      const page = await open();
      await page.evaluate(`window.told = []; for (const type of ["report", "select", "filter"]) document.addEventListener("nut-graf-" + type, (event) => told.push([type, event.composed, Object.keys(event.detail).join()]))`);
      await page.inside(`() => { element.selected = element.report.facts[0].id; element.off = "ORG"; element.headingLevel = 3; }`);
      assert.deepEqual(await page.inside(`() => [element.getAttribute("selected"), element.getAttribute("off"), element.getAttribute("heading-level")]`), ["f1", "ORG", "3"]);
      await page.until(`() => root.querySelector("h3.name") && root.querySelector(".read .s")`);
      await page.inside(`() => { element.words = { whoSays: "Wer das sagt" }; }`);
      await page.until(`() => root.querySelector("#h-says")?.textContent.startsWith("Wer das sagt")`);
      for (const event of ["select,true,fact,before", "filter,true,off"]) await page.until(`(event) => told.some((each) => each.join() === event)`, event);
      await page.evaluate(`import("/nut-graf.js").then(({ NutGraf }) => { NutGraf.define("news-facts"); NutGraf.define("news-facts"); const other = document.createElement("news-facts"); other.setAttribute("report", "/story.json"); other.append(document.querySelector(".t").cloneNode(true)); document.body.append(other); })`);
      await page.until(`() => document.querySelector("news-facts")?.shadowRoot?.querySelector(".lead")`);
      await page.evaluate(`document.querySelectorAll("nut-graf, news-facts").forEach((each) => each.remove())`);
      assert.deepEqual(page.errors, []);
      await page.close();
    });

    test("a fact that is chosen while the article is being drawn is marked when its words are there", async () => {
      const page = await open();
      await page.inside(`() => { element.selected = element.report.facts[0].id; }`);
      await page.until(`() => root.querySelector(".panel")`);
      const [part, whole] = await page.inside(`() => new Promise((resolve) => {
        const paragraphs = () => root.querySelectorAll(".read p").length;
        const whole = paragraphs();
        const last = [...element.report.facts].sort((a, b) => b.trigger.start - a.trigger.start)[0].id;
        const watcher = new MutationObserver(() => {
          if (!paragraphs() || paragraphs() === whole) return;
          watcher.disconnect();
          element.selected = last;
          resolve([paragraphs(), whole]);
        });
        watcher.observe(root, { subtree: true, childList: true });
        // It is drawn anew.
        element.headingLevel = 3;
      })`);
      assert.ok(part < whole, `${part} of ${whole}`);
      await page.until(`() => [...root.querySelectorAll(".read p")].at(-1)?.querySelector(".s.ev")`);
      assert.deepEqual(page.errors, []);
      await page.close();
    });

    test("a saved web page and a Markdown file, dropped on the page: the article is found, its lead kept, what was left out is said", async () => {
      const strict = await serve();
      const page = await browser.page();
      await page.goto(`${strict.url}/`);
      await page.until(`() => root?.querySelector(".story")`);
      const saved = `<!doctype html><html><head><title>x</title><meta property="article:published_time" content="2021-03-04T10:00:00Z"><script>var a = "not said"</script></head><body><header role="banner">The Daily</header><nav>Home Politics</nav><main><article><header><h1>Fire in <b>Zürich</b></h1></header><p>The lead: a <a href="#">hotel</a> burned<br>down.</p><aside>Read also: other fires</aside><figure><figcaption>The hotel</figcaption></figure><p>Second paragraph.</p><div class="share"><button>Share</button></div></article></main><footer>About us</footer></body></html>`;
      const drop = (content, file, type) => page.evaluate(`(() => { const data = new DataTransfer(); data.items.add(new File([${JSON.stringify(content)}], ${JSON.stringify(file)}, { type: ${JSON.stringify(type)} })); document.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true })); })()`);
      await drop(saved, "fire.html", "text/html");
      await page.until(`() => element.text.startsWith("Fire")`);
      assert.equal(await page.inside(`() => element.text`), "Fire in Zürich\n\nThe lead: a hotel burned down.\n\nSecond paragraph.");
      assert.equal(await page.inside(`() => element.date`), "2021-03-04");
      const notice = await page.evaluate(`document.querySelector("#notice").textContent`);
      assert.match(notice, /^Left out of the page: .*“Home Politics”/);
      await drop("---\ntitle: x\n---\n# Storm hits **Lisbon**\n\nAt least [12 people](http://x) died, *officials* said. A snake_case_name and 2*3*4 stay.\n", "storm.md", "text/markdown");
      await page.until(`() => element.text.startsWith("Storm")`);
      assert.equal(await page.inside(`() => element.text`), "Storm hits Lisbon\n\nAt least 12 people died, officials said. A snake_case_name and 2*3*4 stay.");
      await page.close();
      await strict.close();
    });

    test("320 pixels wide, nothing goes sideways", async () => {
      const page = await open({ width: 320, height: 700 });
      const wide = await page.inside(`() => [document.documentElement.scrollWidth, ...[...root.querySelectorAll("section, table, svg, p, li")].map((node) => Math.ceil(node.getBoundingClientRect().right))].reduce((a, b) => Math.max(a, b))`);
      assert.ok(wide <= 320, `${wide}`);
      await page.inside(`() => root.querySelector("[data-hop=story]").click()`);
      assert.ok(await page.inside(`() => root.querySelector(".story").getBoundingClientRect().top < 120`));
      await page.close();
    });
  });
}
