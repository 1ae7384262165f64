// The page for everyone: checked by axe in every state, by keyboard alone, at every size, with nothing moving by itself.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import { BROWSERS } from "./browser.mjs";
import { rich, text } from "./fixtures/rich.mjs";
import { page as html } from "./server.mjs";
import { setUp } from "./setup.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const report = JSON.stringify(rich);
const article = text.replaceAll("&", "&amp;");
const around = (attributes) => html(`<main><nut-graf ${attributes} heading-level="1"><div class="t">${article}</div></nut-graf></main>`, "<style>.t{white-space:pre-line}body{margin:0}</style>");
const PAGES = { "/silent.js": "onmessage = () => {};", "/story.json": report, "/story": around('report="/story.json"'), "/broken": around('worker-src="/none.js"'), "/compact": html(`<main><h1>News</h1><article id="story">${article}</article><nut-graf for="story" report="/story.json" compact></nut-graf></main>`, "<style>#story{white-space:pre-line}</style>") };
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
      await page.until({ "/story": `() => root?.querySelector(".s") && element.ready.then(() => true)`, "/broken": `() => root?.querySelector(".plate.heavy")`, "/compact": `() => root?.querySelector(".lines .line")` }[path]);
      return page;
    };
    /**
     * A dialog covers what is below it until it is closed: the sizes of that are looked at in the other states.
     */
    const violations = async (page, { covered = false } = {}) => {
      // At the top, where the bar that stays on the screen covers nothing.
      if (!covered) await page.evaluate("scrollTo({ top: 0, behavior: 'instant' })");
      const rules = { ...RULES, rules: { "target-size": { enabled: !covered } } };
      // Colours count once they are reached, not on their way.
      await page.inside(`() => Promise.all(root.getAnimations().filter((each) => each instanceof CSSTransition).map((each) => each.finished.catch(() => {})))`);
      if (!(await page.evaluate(`!!self.axe`))) await page.evaluate(axe);
      return page.evaluate(`axe.run(document, ${JSON.stringify(rules)}).then(({ violations }) => violations.flatMap((each) => each.nodes.map((node) => each.id + " " + node.target.flat().join(" ") + " " + (node.any[0]?.message ?? node.all[0]?.message ?? ""))))`);
    };
    /** Every state of the element, in an order in which each can be reached from the one before. */
    const STATES = {
      "at rest": async () => {},
      "all unfolded": (page) => page.inside(`() => { for (const details of root.querySelectorAll("details")) details.open = true; }`),
      ...Object.fromEntries(
        ["source", "unsettled", "all"].map((key) => [
          `order: ${key}`,
          async (page) => {
            await page.inside(`(key) => root.querySelector("#o-" + key).click()`, key);
            await page.until(`(key) => element.order === key`, key);
          },
        ]),
      ),
      "a line chosen": async (page) => {
        await page.inside(`() => root.querySelector(".lines .w").click()`);
        await page.until(`() => root.querySelector(".line.on") && root.querySelector(".s.ev")`);
      },
      "every kind switched on": async (page) => {
        await page.inside(`() => { root.querySelector("[data-do=back]").click(); element.marks = "who where when many what"; }`);
        await page.until(`() => root.querySelector(".read.on-what") && !root.querySelector(".s.ev")`);
      },
      "one name": async (page) => {
        await page.inside(`() => root.querySelector(".acts .nm, .ents .nm").click()`);
        await page.until(`() => root.querySelector(".filter:not([hidden])") && root.querySelector(".lines .hit")`);
      },
      "a word that is nowhere": async (page) => {
        await page.inside(`() => { const field = root.querySelector(".find"); field.value = "ceasefire"; field.dispatchEvent(new Event("input", { bubbles: true, composed: true })); }`);
        await page.until(`() => root.querySelector(".rest .note")`);
      },
      "how sure": async (page) => {
        await page.inside(`() => root.querySelector("[data-do=accuracy]").click()`);
        await page.until(`() => root.querySelector("dialog[open]")`);
      },
      stale: async (page) => {
        await page.inside(`() => { root.querySelector("dialog").close(); element.querySelector(".t").textContent = element.text.replace("about 500", "about 700"); }`);
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
          assert.deepEqual(await violations(page, { covered: state === "how sure" }), [], `${look}, ${state}`);
        }
        await page.close();
        for (const path of ["/broken", "/compact"]) {
          const other = await open(options, path);
          if (large) await other.evaluate(`document.documentElement.style.fontSize = "200%"`);
          assert.deepEqual(await violations(other), [], `${look}, ${path}`);
          await other.close();
        }
      });
    }

    test("text of twice the size and 320 pixels: nothing goes sideways, in any state", async () => {
      for (const large of [false, true]) {
        const page = await open({ width: 320, height: 640 });
        if (large) await page.evaluate(`document.documentElement.style.fontSize = "200%"`);
        for (const state of ["at rest", "all unfolded", "order: unsettled", "order: all", "a line chosen", "every kind switched on", "one name", "how sure"]) {
          await STATES[state](page);
          const wide = await page.inside(`() => ({ over: Math.max(0, document.documentElement.scrollWidth - innerWidth), parts: [...root.querySelectorAll(".page *, dialog")].filter((node) => !node.closest(".vh, thead") && node.checkVisibility() && Math.floor(node.getBoundingClientRect().right) > innerWidth).map((node) => node.className || node.tagName).slice(0, 5) })`);
          assert.deepEqual(wide, { over: 0, parts: [] }, `${large ? "large text, " : ""}${state}`);
        }
        await page.close();
      }
    });

    test("controls are 24 pixels high and wide, or stand in a line of text", async () => {
      const page = await open();
      for (const state of ["all unfolded", "a line chosen"]) await STATES[state](page);
      const small = await page.inside(`() => [...root.querySelectorAll("button, summary, label, .find, .jump a, .lines .p a")].filter((node) => node.checkVisibility() && !node.matches(".pitch .tb")).map((node) => [node, node.getBoundingClientRect()]).filter(([, box]) => box.width < 24 || box.height < 24).map(([node, box]) => node.outerHTML.slice(0, 80) + " " + box.width + "×" + box.height)`);
      assert.deepEqual(small, []);
      await page.close();
    });

    test("by keyboard: to a line, to its words, on and back; through the lines, to the search, from name to name, and out", async () => {
      const page = await open();
      const focus = () => page.inside(`() => root.activeElement && [root.activeElement.tagName, root.activeElement.className, root.activeElement.dataset.to ?? ""].join(" ")`);
      await page.inside(`() => root.querySelector(".lines a.ref").focus()`);
      const from = await focus();
      await page.keyboard.press("Enter");
      await page.until(`() => root.activeElement?.matches(".s.ev")`);
      await page.inside(`() => root.querySelector(".pb [data-do=next]").focus()`);
      await page.keyboard.press("Enter");
      await page.until(`(from) => element.selected !== from`, from.split(" ").at(-1));
      await page.keyboard.press("Escape");
      await page.until(`() => root.activeElement?.matches("a.ref") && !root.querySelector(".s.ev")`);
      await page.keyboard.press("j");
      const [, second] = await page.inside(`() => { const { main, points } = element.report.summary; return [main, ...points.filter((i) => i !== main)]; }`);
      await page.until(`() => element.selected === "0" && root.activeElement?.matches("#main a.ref")`);
      await page.keyboard.press("j");
      await page.until(`(line) => element.selected === String(line) && root.activeElement?.dataset.to === String(line)`, second);
      await page.keyboard.press("k");
      await page.until(`() => element.selected === "0"`);
      await page.keyboard.press("Escape");
      await page.keyboard.press("/");
      await page.until(`() => root.activeElement?.matches(".find")`);
      await page.keyboard.type("jk/");
      assert.equal(await page.inside(`() => [root.activeElement.value, element.selected].join()`), "jk/,");
      await page.inside(`() => { root.activeElement.value = ""; root.activeElement.dispatchEvent(new Event("input", { bubbles: true, composed: true })); root.querySelector(".story").focus(); }`);
      for (const key of ["Enter", "ArrowRight"]) await page.keyboard.press(key);
      assert.deepEqual(await page.inside(`() => [root.activeElement.tagName, root.activeElement.getAttribute("role")]`), ["MARK", "button"]);
      await page.keyboard.press("Enter");
      await page.until(`() => root.querySelector(".filter:not([hidden])")`);
      await page.keyboard.press("Escape");
      assert.equal(await page.inside(`() => root.activeElement.id`), "article");
      await page.keyboard.press("Escape");
      await page.until(`() => root.querySelector(".filter[hidden]")`);
      await page.inside(`() => root.querySelector("[data-family=who]").focus()`);
      await page.keyboard.press(" ");
      await page.until(`() => element.marks === "who"`);
      await page.inside(`() => root.querySelector("[data-do=accuracy]").focus()`);
      await page.keyboard.press("Enter");
      await page.until(`() => root.querySelector("dialog[open]")`);
      await page.keyboard.press("Escape");
      await page.until(`() => !root.querySelector("dialog") && root.activeElement?.matches("[data-do=accuracy]")`);
      await page.close();
    });

    test("one polite live region says what was read and chosen, and names are in a list as well as marked", async () => {
      const page = await open();
      assert.deepEqual(await page.inside(`() => [...root.querySelectorAll("[aria-live], [role=status], [role=alert]")].map((node) => node.getAttribute("aria-live"))`), ["polite"]);
      assert.match(await page.inside(`() => root.querySelector("[aria-live]").textContent`), /^Read: \d+ lines\.$/);
      await page.inside(`() => root.querySelector(".lines .w").click()`);
      await page.until(`() => root.querySelector(".line.on .w")?.textContent === root.querySelector("[aria-live] p").textContent`);
      const missing = await page.inside(`() => { for (let button; (button = [...root.querySelectorAll("#names .more")].find((each) => !each.hidden)); ) button.click(); const listed = new Set([...root.querySelectorAll(".ents [data-entity]")].map((node) => node.dataset.entity)); return [...root.querySelectorAll(".read mark.m:is(.who, .where)")].map((mark) => mark.dataset.entity).filter((id) => !listed.has(id)); }`);
      assert.deepEqual(missing, []);
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
