// The page for everyone: checked by axe in every state, by keyboard alone, at every size, with nothing moving by itself.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import { BROWSERS } from "./browser.mjs";
import { page as html, seed, story } from "./server.mjs";
import { setUp } from "./setup.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const report = await story();
const article = (await seed()).replaceAll("&", "&amp;");
const around = (attributes) => html(`<main><nut-graf ${attributes} heading-level="1"><div class="t">${article}</div></nut-graf></main>`, "<style>.t{white-space:pre-line}body{margin:0}</style>");
const PAGES = { "/silent.js": "onmessage = () => {};", "/story.json": report, "/story": around('report="/story.json"'), "/broken": around('report="/none.json"') };
/** A policy under which a test can put its own scripts and sizes into a page. */
const INLINE = "default-src 'none'; script-src 'self' 'unsafe-inline'; connect-src 'self'; style-src 'self' 'unsafe-inline'";
/** What the guidelines ask for, version 2.2 included, and what axe holds to be good practice. */
const RULES = { resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };

for (const name of BROWSERS) {
  describe(name, () => {
    const { browser, server } = setUp(name, { pages: PAGES, policy: INLINE });
    const open = async (options, path = "/story") => {
      const page = await browser.page(options);
      await page.goto(server.url + path);
      await page.until(path === "/story" ? `() => root?.querySelector(".s") && element.ready.then(() => true)` : `() => root?.querySelector(".plate.bar")`);
      return page;
    };
    /**
     * A card or a dialog covers what is below it until it is closed: the sizes of that are looked at in the other states. And
     * axe takes a pointer that a card has to be scrolled to for a link to skip to the article.
     */
    const violations = async (page, { covered = false } = {}) => {
      // At the top, where the bar that stays on the screen covers nothing.
      if (!covered) await page.evaluate("scrollTo({ top: 0, behavior: 'instant' })");
      const rules = { ...RULES, rules: { "target-size": { enabled: !covered }, "skip-link": { enabled: !covered } } };
      // Colours count once they are reached, not on their way.
      await page.inside(`() => Promise.all(root.getAnimations().filter((each) => each instanceof CSSTransition).map((each) => each.finished.catch(() => {})))`);
      if (!(await page.evaluate(`!!self.axe`))) await page.evaluate(axe);
      return page.evaluate(`axe.run(document, ${JSON.stringify(rules)}).then(({ violations }) => violations.flatMap((each) => each.nodes.map((node) => each.id + " " + node.target.flat().join(" ") + " " + (node.any[0]?.message ?? node.all[0]?.message ?? ""))))`);
    };
    /** Every state of the element, in an order in which each can be reached from the one before. */
    const STATES = {
      "at rest": async () => {},
      "all unfolded": (page) => page.inside(`() => { for (const details of root.querySelectorAll("details")) details.open = true; }`),
      "a fact chosen": async (page) => {
        await page.inside(`() => root.querySelector(".open-q .ref").click()`);
        await page.until(`() => root.querySelector(".panel") && root.querySelector(".s.ev")`);
      },
      "a row of numbers chosen": async (page) => {
        await page.inside(`() => root.querySelector(".nums .ref").click()`);
        await page.until(`() => root.querySelector("tr.inset .panel")`);
      },
      "a card": async (page) => {
        await page.inside(`() => { root.querySelector("[data-do=back]").click(); root.querySelector(".nm").click(); }`);
        await page.until(`() => { const box = root.querySelector(".mcard")?.getBoundingClientRect(); return box && box.top >= 0 && box.top < innerHeight; }`);
      },
      "how sure": async (page) => {
        await page.inside(`() => { root.querySelector("[data-do=close]").click(); root.querySelector("[data-do=sure]").click(); }`);
        await page.until(`() => root.querySelector("dialog.sure[open]")`);
      },
      stale: async (page) => {
        await page.inside(`() => { root.querySelector("dialog.sure").close(); element.querySelector(".t").textContent = element.text.replace("about 500", "about 700"); }`);
        await page.until(`() => root.querySelector(".plate [data-do=again]")`);
      },
      loading: async (page) => {
        // A worker that never answers.
        await page.inside(`() => { element.setAttribute("worker-src", "/silent.js"); element.removeAttribute("report"); }`);
        await page.until(`() => root.querySelector("progress")`);
      },
      empty: async (page) => {
        await page.inside(`() => { element.text = ""; }`);
        await page.until(`() => root.querySelector(".plate.drop")`);
      },
    };
    const LOOKS = {
      light: {},
      ...(name === "chromium" && { dark: { colorScheme: "dark" }, "forced colours": { forcedColors: "active" }, "more contrast": { contrast: "more" }, "a phone": { width: 320, height: 640 }, "large text": { large: true } }),
    };
    for (const [look, { large, ...options }] of Object.entries(LOOKS)) {
      test(`axe finds nothing in any state: ${look}`, async () => {
        const page = await open(options);
        if (large) await page.evaluate(`document.documentElement.style.fontSize = "200%"`);
        for (const [state, reach] of Object.entries(STATES)) {
          await reach(page);
          assert.deepEqual(await violations(page, { covered: ["a card", "how sure"].includes(state) }), [], `${look}, ${state}`);
        }
        await page.close();
        const broken = await open(options, "/broken");
        if (large) await broken.evaluate(`document.documentElement.style.fontSize = "200%"`);
        assert.deepEqual(await violations(broken), [], `${look}, an error`);
        await broken.close();
      });
    }

    test("text of twice the size and 320 pixels: nothing goes sideways, in any state", async () => {
      for (const large of [false, true]) {
        const page = await open({ width: 320, height: 640 });
        if (large) await page.evaluate(`document.documentElement.style.fontSize = "200%"`);
        for (const state of ["at rest", "all unfolded", "a fact chosen", "a row of numbers chosen", "a card", "how sure"]) {
          await STATES[state](page);
          const wide = await page.inside(`() => ({ over: Math.max(0, document.documentElement.scrollWidth - innerWidth), parts: [...root.querySelectorAll(".page *, .mcard, .mcard *, dialog")].filter((node) => !node.closest(".vh, svg, thead") && Math.floor(node.getBoundingClientRect().right) > innerWidth).map((node) => node.className || node.tagName).slice(0, 5) })`);
          assert.deepEqual(wide, { over: 0, parts: [] }, `${large ? "large text, " : ""}${state}`);
        }
        await page.close();
      }
    });

    test("controls are 24 pixels high and wide, or stand in a line of text", async () => {
      const page = await open();
      await STATES["all unfolded"](page);
      await STATES["a card"](await STATES["a fact chosen"](page).then(() => page));
      const small = await page.inside(`() => [...root.querySelectorAll("button, summary, input, label, .hop a")].filter((node) => node.checkVisibility()).map((node) => [node, node.getBoundingClientRect()]).filter(([node, box]) => (box.width < 24 && !node.matches("input")) || box.height < 24).filter(([node]) => !node.matches("label input")).map(([node, box]) => node.outerHTML.slice(0, 80) + " " + box.width + "×" + box.height)`);
      assert.deepEqual(small, []);
      await page.close();
    });

    test("by keyboard: to a fact, to its words, through its evidence and back; into the entities, the switches, and out", async () => {
      const page = await open();
      const focus = () => page.inside(`() => root.activeElement && [root.activeElement.tagName, root.activeElement.className, root.activeElement.dataset.fact ?? ""].join(" ")`);
      await page.inside(`() => root.querySelector(".claims .ref").focus()`);
      const from = await focus();
      await page.keyboard.press("Enter");
      await page.until(`() => root.activeElement?.matches(".s.ev")`);
      const first = await page.inside(`() => root.activeElement.textContent`);
      await page.inside(`() => root.querySelector(".bar-ev [data-do=next]").focus()`);
      await page.keyboard.press("Enter");
      assert.match(await page.inside(`() => root.querySelector(".bar-ev span").textContent`), /^evidence \d of \d$/);
      assert.notEqual(first, "");
      await page.keyboard.press("Escape");
      assert.equal(await focus(), from, "Escape comes back to what was pressed");
      await page.inside(`() => root.querySelector(".ents .at button").focus()`);
      await page.keyboard.press("Enter");
      await page.until(`() => root.activeElement?.matches(".mcard")`);
      await page.keyboard.press("Tab");
      assert.ok(await page.inside(`() => root.activeElement.closest(".mcard") !== null`), "the card's own controls come next");
      await page.keyboard.press("Escape");
      assert.ok(await page.inside(`() => root.activeElement.matches(".ents .at button")`));
      await page.inside(`() => root.querySelector("[data-off=ORG]").focus()`);
      await page.keyboard.press(" ");
      assert.equal(await page.inside(`() => element.off`), "pronoun ORG");
      await page.inside(`() => root.querySelector("[data-do=sure]").focus()`);
      await page.keyboard.press("Enter");
      await page.until(`() => root.querySelector("dialog.sure[open]")`);
      await page.keyboard.press("Escape");
      await page.until(`() => !root.querySelector("dialog") && root.activeElement?.matches("[data-do=sure]")`);
      await page.close();
    });

    test("one polite live region says what was read and chosen, and marks are in lists as well", async () => {
      const page = await open();
      assert.deepEqual(await page.inside(`() => [...root.querySelectorAll("[aria-live], [role=status], [role=alert]")].map((node) => node.getAttribute("aria-live"))`), ["polite"]);
      assert.match(await page.inside(`() => root.querySelector("[aria-live]").textContent`), /^Read: \d+ facts\.$/);
      await page.inside(`() => { for (const details of root.querySelectorAll("details")) details.open = true; }`);
      const missing = await page.inside(`() => { for (let button; (button = [...root.querySelectorAll(".more")].find((each) => !each.hidden)); ) button.click(); const listed = new Set([...root.querySelectorAll(".ents [data-entity]")].map((node) => node.dataset.entity)); return element.report.entities.map(({ id }) => id).filter((id) => !listed.has(id)); }`);
      assert.deepEqual(missing, []);
      const more = await page.inside(`() => { const listed = new Set([...root.querySelectorAll(".facts [data-fact]")].map((node) => node.dataset.fact)); const { headline, lines, unconfirmed } = element.report.summary; const told = new Set([headline, ...lines, ...unconfirmed].filter((line) => listed.has(line.facts[0])).flatMap((line) => line.facts)); return element.report.facts.map(({ id }) => id).filter((id) => !listed.has(id) && !told.has(id)); }`);
      assert.deepEqual(more, [], "every fact is in a list, alone or in the line of another");
      await page.close();
    });

    test("nothing jumps: no layout shift while a report is drawn", { skip: name !== "chromium" }, async () => {
      for (const width of [1280, 390]) {
        const page = await browser.page({ width });
        await page.addInitScript(() => {
          window.shifts = [];
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) window.shifts.push(entry.value.toFixed(4) + " " + entry.sources.map(({ node }) => node?.nodeName + "." + (node?.className ?? "")).join(", "));
          }).observe({ type: "layout-shift", buffered: true });
        });
        await page.goto(`${server.url}/story`);
        await page.until(`() => root?.querySelector(".read .s") && element.report`);
        await page.evaluate(`new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))`);
        assert.deepEqual(await page.evaluate("shifts"), [], `${width} pixels`);
        await page.close();
      }
    });

    test("less motion: nothing is animated and no scrolling is smooth", { skip: name !== "chromium" }, async () => {
      const page = await open({ reducedMotion: "reduce" });
      assert.deepEqual(await page.inside(`() => [...root.querySelectorAll("*")].filter((node) => { const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(node); return transitionDuration !== "0s" || animationName !== "none" || scrollBehavior === "smooth"; }).map((node) => node.className)`), []);
      await page.close();
    });
  });
}
