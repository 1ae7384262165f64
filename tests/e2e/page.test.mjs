// The element with a report made beforehand: no engine is needed.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { BROWSERS } from "./browser.mjs";
import { INSERTED, MAIN, OMITTED, SEIZED, WHYS, at, lineOf, made, rich, text } from "./fixtures/rich.mjs";
import { page as html } from "./server.mjs";
import { setUp } from "./setup.mjs";

const load = (...names) => Promise.all(names.map((name) => import(`../../www/${name}.js`)));
const [{ ReportIndex, lineText }, { Mentions }, { ORDERS, arrange, countOf }, { FIRST_WORDS }] = await load("report-index", "mentions", "line-orders", "words/first");

const article = text.replaceAll("&", "&amp;");
const turn = async () => {};
const index = await ReportIndex.of(text, rich, FIRST_WORDS, turn);
await Mentions.of(index, turn);
/** The lines of an order, as the list has them. */
const listed = (order, filter) => arrange(index, order, filter).flatMap((group) => group.lines);
const counts = (filter) => ORDERS.map((order) => countOf(order, arrange(index, order, filter)));
const ALL = rich.summary.lines.length;
const POINTS = rich.summary.points.filter((i) => i !== MAIN);
const own = (attributes, content = `<div class="t">${article}</div>`) => html(`<main><nut-graf ${attributes}>${content}</nut-graf></main>`, "<style>.t{white-space:pre-line}body{margin:0}</style>");
const caption = structuredClone(made);
caption.blocks = [{ ...caption.paragraphs[3], kind: "caption" }, { ...at("The statement also said"), kind: "dateline" }];
const bare = structuredClone(rich);
Object.assign(bare.summary, { points: [], timeline: [], unsettled: [] });
const PAGES = {
  "/story.json": JSON.stringify(made),
  "/rich.json": JSON.stringify(rich),
  "/caption.json": JSON.stringify(caption),
  "/story": own('report="/story.json" heading-level="1"'),
  "/bare.json": JSON.stringify(bare),
  "/bare": own('report="/bare.json" order="time"'),
  "/bare-compact": own('report="/bare.json" compact'),
  "/rich": own('report="/rich.json" heading-level="1"'),
  "/caption": own('report="/caption.json"'),
  "/ordered": own('report="/rich.json" order="time" selected="2" marks="who when"'),
  "/compact": html(`<article id="story">${text.split("\n\n").map((words) => `<p>${words}</p>`).join("")}</article><nut-graf for="story" report="/rich.json" compact></nut-graf>`),
  "/blocks": own('report="/rich.json" blocks="main numbers" brand="off"'),
  "/served": own('report="/story.json"', `<section data-nutgraf-skip><p id="served">Served words</p></section><div class="t">${article}</div>`),
};
const POLICY = "default-src 'none'; script-src 'self' 'unsafe-inline'; connect-src 'self'; style-src 'self' 'unsafe-inline'";

test("the README and the page say the same of how sure it is", async () => {
  const { MEASURED } = await import("../../www/accuracy-data.js");
  const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
  const rows = /\| of 100 \|\n\|---\|---\|\n((?:\|.*\n)+)/.exec(readme)[1].trim().split("\n").map((row) => row.split("|")[2].trim());
  assert.deepEqual(rows, MEASURED.map(({ right, from }) => (from ? `${from}–${right}` : String(right))));
});

test("the orders of the list: each line once, in the order that is asked for, as far as it is kept", async () => {
  for (const order of ORDERS) assert.equal(new Set(listed(order)).size, listed(order).length, order);
  assert.deepEqual(listed("points"), POINTS);
  assert.deepEqual(listed("time"), [SEIZED, MAIN]);
  assert.deepEqual(listed("unsettled"), rich.summary.unsettled.map(({ line }) => line));
  assert.deepEqual(listed("all"), [...rich.summary.lines.keys()]);
  assert.deepEqual([...listed("source")].sort((a, b) => a - b), listed("all"));
  assert.equal(arrange(index, "source").at(-1).source, null, "what nobody is named for comes last");
  assert.deepEqual(counts(), [POINTS.length, arrange(index, "source").length, 2, WHYS.length, ALL]);
  assert.deepEqual(listed("all", { query: " isis " }), [MAIN, SEIZED]);
  const isis = rich.entities.find(({ mentions }) => mentions.some((mention) => text.slice(mention.start, mention.end) === "ISIS"));
  assert.deepEqual(listed("all", { entity: isis.id }), [MAIN, SEIZED]);
  assert.deepEqual(listed("all", { entity: isis.id, query: "seize" }), [SEIZED]);
  assert.match(lineText(index, OMITTED), /headquarters … \.$|headquarters …\.$/);
  assert.match(lineText(index, INSERTED), /^He \[a U\.S\. military official\] added that around/);
  // As the engine joins them.
  const engines = await ReportIndex.of(text, made, FIRST_WORDS, turn);
  for (const [i, line] of made.summary.lines.entries()) if (!line.parts.some(({ as }) => as === "source")) assert.equal(lineText(engines, i), line.text);
});

test("who says a line: whoever claims it, by name; neither who only wishes it nor a word that names nobody", async () => {
  const said = at("the attack was carried out by about 500 pro-regime troops");
  const i = lineOf("the attack was carried out by about 500 pro-regime troops");
  const sources = async (change, own = false) => {
    const report = structuredClone(rich);
    const [statement] = report.statements;
    report.statements = [{ ...statement, source: { ...at("a U.S. military official"), anonymous: true }, content: [said], quotations: [], claims: true, ...change }];
    if (own) report.summary.lines[i].statement = statement.id;
    return (await ReportIndex.of(text, report, FIRST_WORDS, turn)).sources(i).map(({ text }) => text);
  };
  for (const own of [false, true]) {
    assert.deepEqual(await sources({}, own), ["a U.S. military official"]);
    assert.deepEqual(await sources({ claims: false }, own), []);
    assert.deepEqual(await sources({ source: { ...at("He", text.indexOf("He added")), anonymous: false } }, own), []);
  }
});

for (const name of BROWSERS) {
  describe(name, () => {
    const { browser, server } = setUp(name, { pages: PAGES, policy: POLICY });
    const open = async (path = "/story", options = {}) => {
      const page = await browser.page(options);
      await page.goto(server.url + path);
      await page.until("() => root?.querySelector('.s') && element.ready.then(() => true)");
      return page;
    };
    const words = (page, selector) => page.inside(`(selector) => [...root.querySelectorAll(selector)].map((node) => node.textContent.replace(/\\s+/g, " ").trim())`, selector);
    const lines = (page) => page.inside(`() => [...root.querySelectorAll(".lines > .line")].map((row) => Number(row.dataset.line))`);
    const order = async (page, key) => {
      await page.inside(`(key) => root.querySelector("#o-" + key).click()`, key);
      await page.until(`(key) => element.order === key`, key);
    };

    test("at rest: headline, main line, answers, key points, numbers, who did what, names; each line once", async () => {
      const page = await open();
      const found = await page.inside(`() => ({
        headline: root.querySelector(".hed").textContent,
        lead: root.querySelector(".lead").textContent,
        meta: root.querySelector(".meta").textContent,
        sections: [...root.querySelector(".sum").children].filter((node) => node.childElementCount).map((node) => node.id || node.querySelector("dl")?.className),
        jumps: [...root.querySelectorAll(".jump a")].map((node) => node.textContent),
        asked: [...root.querySelectorAll(".ws dt")].map((node) => node.textContent),
        unsupported: [...root.querySelectorAll(".lines > .line, .ws > div, .nums li, .acts tbody tr")].filter((row) => !row.querySelector("a.ref")).map((row) => row.textContent),
        marks: root.querySelectorAll(".read mark.m").length,
      })`);
      const { summary } = made;
      assert.equal(found.headline, text.split("\n", 1)[0]);
      assert.equal(found.lead, summary.lines[summary.main].text);
      assert.match(found.meta, /^¶1 .*the coalition’s statement/);
      assert.match(found.meta, /The headline omits “more than”\.$/);
      assert.deepEqual(found.sections, ["main", "ws", "points", "numbers", "acts", "names"]);
      assert.deepEqual(found.jumps, ["Points", "Numbers", "Who did what", "Names"]);
      assert.deepEqual(found.asked.map((key) => key.toLowerCase()), Object.entries(summary.questions).filter(([, answer]) => answer).map(([key]) => key));
      assert.deepEqual(found.unsupported, []);
      assert.deepEqual(await lines(page), summary.points.filter((i) => i !== summary.main));
      assert.ok(found.marks > 30, `${found.marks} marks`);
      assert.deepEqual(page.errors, []);
      await page.close();
    });

    test("one list, four orders and all: counts, heads, the main line by a pointer; what is left out is a press away", async () => {
      const page = await open("/rich");
      assert.deepEqual(await words(page, ".seg label"), ["Key points", "By source", "In time", "Not settled", "All"].map((label, i) => `${label} ${counts()[i]}`));
      assert.deepEqual(await words(page, ".rest"), [`${ALL - 1 - POINTS.length} more lines`]);
      await order(page, "source");
      const heads = await words(page, ".g");
      assert.equal(heads.length, arrange(index, "source").length);
      assert.match(heads[0], /^the coalition’s statement \d lines?$/);
      assert.match(heads.find((head) => head.startsWith("a U.S. military official")), /unnamed · \d lines/);
      assert.match(heads.at(-1), /^No source given \d+ lines?$/);
      assert.deepEqual(await words(page, `[data-line='${MAIN}'].line .up`), ["the main line, above"]);
      await order(page, "time");
      assert.deepEqual(await words(page, ".tm"), ["from 2014 to 2017", "Wednesday"]);
      assert.deepEqual(await lines(page), [SEIZED, MAIN]);
      await order(page, "unsettled");
      assert.deepEqual(await words(page, ".lines .cert"), ["Alleged", "Denied", "Disputed", "Not verified", "Likely", "Possible", "Planned", "Only if"]);
      await order(page, "points");
      await page.inside(`() => root.querySelector("[data-do=all]").click()`);
      await page.until(`() => element.order === "all"`);
      assert.equal((await lines(page)).length, ALL);
      await page.close();
    });

    test("a line is the article's words: what is left out and put in is marked, pressed it is shown; the source stands beside it", async () => {
      const page = await open("/rich");
      const row = (i) => page.inside(`(i) => { const row = root.querySelector(".line[data-line='" + i + "'].line:not(section)"); return { words: row.querySelector(".w").textContent, label: row.querySelector(".k").textContent, ink: [...row.querySelectorAll(".f")].map((node) => node.textContent).join("|"), cut: row.querySelectorAll(".cut").length, ins: row.querySelector(".ins")?.textContent }; }`, i);
      const omitted = await row(OMITTED);
      assert.match(omitted.words, /^The statement also said that the strikes were .* headquarters ?… ?\.$/);
      assert.equal(omitted.cut, 1);
      assert.match(omitted.ink, /^the strikes were motivated/, "the words of the facts are in ink, who says so is not");
      const inserted = await row(INSERTED);
      assert.equal(inserted.ins, "[a U.S. military official]");
      assert.match(inserted.words, /^He \[a U\.S\. military official\] added that around/);
      const { why } = rich.summary.unsettled.find(({ line }) => line === INSERTED);
      assert.ok(inserted.label.startsWith(FIRST_WORDS[`why_${why}`]) && inserted.label.includes("the coalition’s statement"), inserted.label);
      // Pressed: where those words stand, and what was left out.
      await page.press(`[data-line='${INSERTED}'] .ins`);
      await page.until(`() => root.querySelector("mark.left")?.textContent === "a U.S. military official"`);
      await page.press(`[data-line='${OMITTED}'] .cut`);
      await page.until(`() => [...root.querySelectorAll("mark.left")].map((node) => node.textContent).join("").startsWith(", where coalition advisers")`);
      // A name that no mention has is nowhere shown.
      await page.inside(`() => { root.querySelector("#names").open = true; }`);
      assert.ok(!(await page.inside(`() => root.querySelector(".page").textContent`)).includes("murderers"));
      await page.close();
    });

    test("a name pressed anywhere keeps its lines and marks its mentions; counts follow; all names again", async () => {
      const page = await open("/rich");
      for (const press of [`root.querySelector("#names").open = true, [...root.querySelectorAll(".ents .nm")].find((node) => /Daesh|ISIS/.test(node.textContent))`, `[...root.querySelectorAll(".read mark.m")].find((node) => node.textContent === "ISIS")`]) {
        await page.inside(`() => { (${press.replace(/^(.*), /, "$1, ")}).click(); }`);
        await page.until(`() => root.querySelectorAll(".lines .hit").length > 0 && root.querySelectorAll(".read mark.hit").length > 1`);
        assert.deepEqual(await lines(page), [MAIN, SEIZED]);
        assert.match((await words(page, ".filter"))[0], new RegExp(`^(Daesh|ISIS) organisation · also called .* · 2 of ${ALL} lines All names again$`));
        assert.equal((await words(page, ".seg label")).at(-1), "All 2");
        await page.inside(`() => root.querySelector("[data-do=unfilter]").click()`);
        await page.until(`() => !root.querySelector(".hit") && root.querySelector(".filter").hidden`);
        assert.equal(await page.inside(`() => element.order`), "points", "the order before is back");
      }
      await page.close();
    });

    test("a word is found in all lines, or is said to be in none", async () => {
      const page = await open("/rich");
      const find = (query) => page.inside(`(query) => { const field = root.querySelector(".find"); field.value = query; field.dispatchEvent(new Event("input", { bubbles: true, composed: true })); }`, query);
      await find("oilfields");
      await page.until(`() => root.querySelector(".lines .hit")?.textContent === "oilfields"`);
      assert.deepEqual(await lines(page), [SEIZED]);
      await find("ceasefire");
      await page.until(`() => root.querySelector(".rest").textContent.includes("ceasefire")`);
      assert.deepEqual(await words(page, ".rest"), ["No line has “ceasefire”. The article does not either."]);
      await find("");
      await page.until(`() => element.order === "points" && root.querySelectorAll(".lines > .line").length === ${POINTS.length}`);
      await page.close();
    });

    test("a pointer chooses the line, goes to its words with their roles, and Escape comes back; nothing moves", async () => {
      const page = await open();
      const boxes = () => page.inside(`() => [...root.querySelectorAll(".hed, .read p")].map((node) => node.offsetHeight)`);
      const before = await boxes();
      await page.press(".lines a.ref", 0);
      await page.until(`() => root.activeElement?.matches(".s.ev")`);
      const chosen = await page.inside(`() => ({
        rows: [...root.querySelectorAll(".line.on")].map((row) => row.dataset.line),
        trigger: root.querySelectorAll("mark.trig").length,
        labels: [...root.querySelectorAll(".s.ev mark[data-label]")].map((node) => node.dataset.label),
        bar: root.querySelector(".pb").textContent,
        selected: element.getAttribute("selected"),
      })`);
      const [first] = made.summary.points.filter((i) => i !== made.summary.main);
      assert.deepEqual([chosen.rows, chosen.selected], [[String(first)], String(first)]);
      assert.equal(chosen.trigger, 1);
      assert.ok(chosen.labels.includes("who says so"), chosen.labels.join(", "));
      assert.match(chosen.bar, /^¶\d+Previous lineNext lineCopy/);
      assert.deepEqual(await boxes(), before, "nothing moves");
      await page.inside(`() => root.querySelector(".pb [data-do=next]").click()`);
      await page.until(`(first) => element.selected !== String(first)`, first);
      await page.keyboard.press("Escape");
      assert.deepEqual(await page.inside(`() => [root.activeElement?.className, root.querySelectorAll(".s.ev, .line.on, mark.r").length, element.selected]`), ["ref", 0, null]);
      await page.close();
    });

    test("the article is the text, to the letter; what is no prose is dim; kinds are switched on", async () => {
      const page = await open("/caption");
      const drawn = await page.inside(`() => [...root.querySelectorAll(".hed, .read p")].map((node) => [...node.childNodes].filter((child) => child.className !== "pn").map((child) => child.textContent).join("")).join("\\n\\n")`);
      assert.equal(drawn, text);
      const dim = await page.inside(`() => [...root.querySelectorAll(".np")].map((node) => [node.tagName, node.textContent.slice(0, 12)])`);
      assert.deepEqual(dim, [["SPAN", "The statemen"], ["P", "3According t"]]);
      const line = () => page.inside(`() => getComputedStyle([...root.querySelectorAll(".read mark.m.where")].find((mark) => !mark.querySelector("mark"))).textDecorationStyle`);
      assert.equal(await line(), "solid");
      await page.inside(`() => root.querySelector("[data-family=where]").click()`);
      await page.until(`() => element.marks === "where"`);
      assert.equal(await line(), "dashed");
      await page.close();
    });

    test("attributes are the state: order, line and marks on arrival; events tell of each change; words and names can be replaced", async () => {
      const page = await open("/ordered");
      await page.until(`() => root.querySelector(".line.on[data-line='2'], .s.ev") && root.querySelector(".read.on-who.on-when")`);
      assert.deepEqual(await lines(page), [SEIZED, MAIN]);
      await page.evaluate(`window.told = []; for (const type of ["select", "filter", "marks"]) document.addEventListener("nut-graf-" + type, (event) => told.push([type, event.composed, Object.keys(event.detail).join()]))`);
      await page.inside(`() => { element.selected = "0"; element.marks = "none"; root.querySelector("#o-all").click(); }`);
      for (const event of ["select,true,line,before", "marks,true,marks", "filter,true,entity,query,order"]) await page.until(`(event) => told.some((each) => each.join() === event)`, event);
      assert.deepEqual(await page.inside(`() => [element.getAttribute("selected"), element.getAttribute("marks"), element.getAttribute("order")]`), ["0", "none", "all"]);
      await page.inside(`() => { element.words = { numbers: "Zahlen" }; element.headingLevel = 3; }`);
      await page.until(`() => root.querySelector("h3.brand") && root.querySelector("#numbers h4")?.textContent === "Zahlen" && root.querySelector(".read .s")`);
      await page.evaluate(`import("/nut-graf.js").then(({ NutGraf }) => { NutGraf.define("news-facts"); NutGraf.define("news-facts"); const other = document.createElement("news-facts"); other.setAttribute("report", "/story.json"); other.append(document.querySelector(".t").cloneNode(true)); document.body.append(other); })`);
      await page.until(`() => document.querySelector("news-facts")?.shadowRoot?.querySelector(".lead")`);
      await page.evaluate(`document.querySelectorAll("nut-graf, news-facts").forEach((each) => each.remove())`);
      assert.deepEqual(page.errors, []);
      await page.close();
    });

    test("compact: main line, at most five points, and all lines a press away; only the blocks that are asked for", async () => {
      const page = await browser.page();
      await page.goto(`${server.url}/compact`);
      await page.until(`() => root?.querySelector(".lines .line")`);
      const seen = () => page.inside(`() => [".nh", ".lead", ".lines .line", ".lh", ".fold", ".bar", ".foot"].map((selector) => [...root.querySelectorAll(selector)].filter((node) => node.checkVisibility()).length)`);
      assert.deepEqual(await seen(), [1, 1, POINTS.length, 0, 0, 0, 1]);
      assert.deepEqual(await words(page, ".nh, .foot"), ["This story in its own words", "Made by nutgraf, a program: check it against the text."]);
      await page.inside(`() => root.querySelector("[data-do=expand]").click()`);
      await page.until(`() => element.order === "all"`);
      assert.deepEqual(await seen(), [1, 1, ALL, 1, 0, 0, 1]);
      await page.goto(`${server.url}/blocks`);
      await page.until(`() => root?.querySelector(".read .s")`);
      assert.deepEqual(await page.inside(`() => [...root.querySelector(".sum").children].map((node) => node.id).filter(Boolean)`), ["main", "numbers"]);
      assert.deepEqual(await words(page, ".brand"), ["Summary"]);
      await page.close();
    });

    test("an order with nothing in it gives way to the key points, or else to all lines; compact without points is the main line", async () => {
      const page = await open("/bare");
      assert.deepEqual([await words(page, ".seg input:checked + label"), await lines(page)], [[`All ${ALL}`], listed("all")]);
      await page.goto(`${server.url}/rich`);
      await page.until(`() => root?.querySelector(".lines .line")`);
      await page.inside(`() => { element.order = "none"; }`);
      assert.deepEqual([await words(page, ".seg input:checked + label"), await lines(page)], [[`Key points ${POINTS.length}`], POINTS]);
      await page.goto(`${server.url}/bare-compact`);
      await page.until(`() => root?.querySelector(".page.whole")`);
      assert.deepEqual([await lines(page), await words(page, ".rest")], [[], [`All ${ALL} lines`]]);
      await page.inside(`() => root.querySelector("[data-do=expand]").click()`);
      await page.until(`(all) => root.querySelectorAll(".lines > .line").length === all`, ALL);
      await page.close();
    });

    test("what was served inside the element gives way to what is drawn, and is no part of the article", async () => {
      const page = await open("/served");
      assert.equal(await page.inside(`() => element.text`), text);
      assert.deepEqual(await page.evaluate(`["#served", ".t"].map((selector) => document.querySelector(selector).checkVisibility())`), [false, false]);
      await page.close();
    });

    test("a line that is chosen while the article is being drawn is marked when its words are there", async () => {
      const page = await open("/rich");
      await page.inside(`() => { element.selected = "0"; }`);
      await page.until(`() => root.querySelector(".line.on")`);
      const [part, whole] = await page.inside(`() => new Promise((resolve) => {
        const paragraphs = () => root.querySelectorAll(".read p").length;
        const whole = paragraphs();
        const watcher = new MutationObserver(() => {
          if (!root.querySelector(".read:not(.waiting) p") || paragraphs() === whole) return;
          watcher.disconnect();
          element.selected = String(element.report.summary.lines.length - 1);
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

    test("on a phone: real tabs, a line jumps to its words and back, nothing goes sideways", async () => {
      const page = await open("/rich", { width: 320, height: 700 });
      const tabs = () => page.inside(`() => [...root.querySelectorAll("[role=tab]")].map((tab) => tab.ariaSelected).join() + " " + [".sum", ".story"].map((part) => root.querySelector(part).checkVisibility()).join()`);
      assert.equal(await tabs(), "true,false true,false");
      for (const key of ["points", "source", "time", "unsettled", "all"]) {
        await order(page, key);
        const wide = await page.inside(`() => [document.documentElement.scrollWidth, ...[...root.querySelectorAll("section, table, p, li, td, th, label, input")].filter((node) => !node.closest(".vh") && node.checkVisibility()).map((node) => Math.floor(node.getBoundingClientRect().right))].reduce((a, b) => Math.max(a, b))`);
        assert.ok(wide <= 320, `${key}: ${wide}`);
      }
      await page.press(".lines a.ref", 1);
      await page.until(`() => root.querySelector(".s.ev")`);
      assert.equal(await tabs(), "false,true false,true");
      await page.inside(`() => root.querySelector("[data-do=back]").click()`);
      await page.until(`() => !root.querySelector(".s.ev")`);
      assert.equal(await tabs(), "true,false true,false");
      assert.equal(await page.inside(`() => root.activeElement?.className`), "ref");
      await page.close();
    });
  });
}
