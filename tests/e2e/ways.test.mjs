// Ways into the page and out of it: files, examples, addresses, exports. The built site under its strict policy.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { BROWSERS } from "./browser.mjs";
import { UNBUILT, seed } from "./server.mjs";
import { setUp } from "./setup.mjs";

const SAID = "A storm killed at least 12 people in Lisbon on Monday, the mayor said. Rescuers found three children alive under a collapsed roof near the harbour.";

for (const name of BROWSERS) {
  describe(name, { skip: UNBUILT }, () => {
    const { browser, server } = setUp(name);
    const open = async (address = "/") => {
      const page = await browser.page();
      await page.goto(server.url + address);
      await page.until(`() => root?.querySelector(".ent") && element.ready.then(() => true)`, undefined, 60_000);
      return page;
    };
    /** Drops files: `[name, content]`, a content of numbers being bytes. */
    const drop = (page, ...files) => page.evaluate(`(() => { const data = new DataTransfer(); for (const [name, content] of ${JSON.stringify(files)}) data.items.add(new File([Array.isArray(content) ? new Uint8Array(content) : content], name)); document.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true })); })()`);
    const notice = (page) => page.evaluate(`(() => { const notice = document.getElementById("notice"); return notice.hidden ? "" : notice.textContent; })()`);
    const found = async (page, html) => {
      await page.evaluate(`document.getElementById("reader").text = ""`);
      await drop(page, ["page.html", html]);
      await page.until(`() => element.text !== ""`);
      return [await page.inside(`() => element.text`), await notice(page), await page.inside(`() => element.date`)];
    };

    test("saved pages: menus and boxes are left out and named, headline and lead are not", async () => {
      const page = await open();
      const menu = '<ul><li><a href="/a">Politics</a></li><li><a href="/b">Business</a></li></ul>';
      // The lead stands outside what the publisher calls the body of the article.
      const [outside, , day] = await found(page, `<!doctype html><body><header><h2>The Daily</h2>${menu}</header><article><span>World</span><h1>Storm hits Lisbon</h1><p class="standfirst">The lead stands here.</p><p class="byline">By <a rel="author" href="#">Ana Costa</a>, <time datetime="2020-02-03">3 February</time></p><div itemprop="articleBody"><p>${SAID}</p>${menu}<div class="newsletter">Sign up now</div><p><a href="#">Read more about storms</a></p><p>The last words, on <time>Monday</time>.</p></div><article><h3>Another story</h3><p>Elsewhere.</p></article></article><footer>Imprint</footer></body>`);
      assert.equal(outside, `Storm hits Lisbon\n\nThe lead stands here.\n\n${SAID}\n\nThe last words, on Monday.`);
      assert.equal(day, "2020-02-03");
      // A box that holds most of the text is the article, whatever it is called.
      const [called, said] = await found(page, `<body><h1>Storm hits Lisbon</h1><div class="content"><div class="related">${SAID.split(". ").map((words) => `<p>${words}</p>`).join("")}</div><aside>Weather box</aside></div></body>`);
      assert.ok(called.startsWith("Storm hits Lisbon\n\nA storm killed at least 12 people"), called);
      assert.match(said, /^Left out of the page: “Weather box”\.$/);
      // Line breaks for paragraphs, hidden words, a headline that only the head of the page has.
      const [old] = await found(page, `<head><meta property="og:title" content="Storm hits Lisbon"><script type="application/ld+json">{"datePublished": "2019-01-02T03:04:05Z"}</script></head><body><div>First part<br>of it.<br><br>Second part. <span hidden>Hidden</span><span style="display: none">Hidden</span></div><script>alert(1)</script></body>`);
      assert.equal(old, "Storm hits Lisbon\n\nFirst part of it.\n\nSecond part.");
      assert.equal(await page.inside(`() => element.date`), "2019-01-02");
      assert.deepEqual(page.errors, []);
      await page.close();
    });

    test("several files: the first is shown, the others are a press away; other encodings are said", async () => {
      const page = await open();
      await drop(page, ["one.txt", `First\n\n${SAID}`], ["two.md", `# Second\n\n${SAID}\n\n- a *list*\n- of [two](x)\n`], ["three.txt", [...new TextEncoder().encode("Caf"), 0xe9, ...new TextEncoder().encode(`\n\n${SAID}`)]]);
      await page.until(`() => element.text.startsWith("First")`);
      const names = await page.evaluate(`[...document.querySelectorAll("#articles option")].map((option) => option.textContent)`);
      assert.deepEqual(names, ["one.txt", "two.md", "three.txt"]);
      const choose = (i) => page.evaluate(`(() => { const select = document.getElementById("articles"); select.value = "${i}"; select.dispatchEvent(new Event("change")); })()`);
      await choose(1);
      await page.until(`() => element.text === ${JSON.stringify(`Second\n\n${SAID}\n\na list\n\nof two`)}`);
      await choose(2);
      await page.until(`() => element.text.startsWith("Café")`);
      assert.equal(await notice(page), "The file is not UTF-8: it was read as windows-1252.");
      assert.equal(await page.evaluate("location.hash"), "#article=own");
      await page.close();
    });

    test("the address keeps example, fact and marks, and brings them back; an article of one's own is not mistaken for another", async () => {
      const page = await open();
      await page.evaluate(`document.querySelector("[data-sample=disaster-ferry]").click()`);
      await page.until(`() => /ferry/i.test(element.text) && element.report?.length === element.text.length && root.querySelector(".lead")`, undefined, 60_000);
      assert.match(await notice(page), /CC0/);
      await page.inside(`() => { element.off = "pronoun DATE"; element.selected = element.report.facts[1].id; }`);
      await page.until(`() => root.querySelector(".panel")`);
      const hash = await page.evaluate("location.hash");
      assert.equal(hash, "#article=disaster-ferry&fact=f2&off=pronoun%2CDATE");
      await page.close();
      const again = await open(`/${hash}`);
      await again.until(`() => /ferry/i.test(element.text) && element.selected === "f2" && root.querySelector(".panel")`, undefined, 60_000);
      assert.equal(await again.inside(`() => root.querySelector("[data-off=DATE]").checked`), false);
      assert.equal(await again.inside(`() => root.querySelector("a.ref[data-fact=f1]").getAttribute("href")`), "#article=disaster-ferry&fact=f1&off=pronoun%2CDATE");
      await again.close();
      const own = await open("/#article=own&fact=f2");
      assert.equal(await own.inside(`() => element.text`), await seed());
      assert.equal(await own.inside(`() => element.selected`), null);
      assert.match(await notice(own), /never left that browser/);
      await own.close();
    });

    test("every form can be saved from the page, and is what it says it is", async () => {
      const page = await open();
      await page.evaluate(`(() => { window.saved = {}; const make = URL.createObjectURL; URL.createObjectURL = (blob) => { window.blob = blob; return make(blob); }; HTMLAnchorElement.prototype.click = function () { saved[this.download] = [blob.type, blob.text()]; }; })()`);
      const formats = await page.evaluate(`[...document.querySelectorAll("#export [data-format]")].map((button) => button.dataset.format)`);
      for (const format of formats.filter((format) => !["copy", "print"].includes(format))) await page.evaluate(`document.querySelector("#export [data-format='${format}']").click()`);
      await page.until(`() => Object.keys(saved).length === ${formats.length - 2}`);
      const files = await page.evaluate(`Promise.all(Object.entries(saved).map(async ([name, [type, text]]) => [name, type, await text]))`);
      const content = Object.fromEntries(files.map(([file, , text]) => [file, text]));
      const text = await seed();
      assert.deepEqual(files.map(([file]) => file).sort(), ["ann", "displacy.json", "entities.csv", "facts.csv", "html", "json", "jsonld", "md", "schema.jsonld", "statements.csv"].map((end) => `nutgraf.${end}`).sort());
      const report = JSON.parse(content["nutgraf.json"]);
      assert.equal(report.schema, "nutgraf/1");
      const codepoints = [...text];
      const { items } = JSON.parse(content["nutgraf.jsonld"]);
      assert.ok(items.length > 50, `${items.length} annotations`);
      for (const { target } of items)
        for (const { selector: [position, quote] } of target) assert.equal(codepoints.slice(position.start, position.end).join(""), quote.exact);
      assert.deepEqual(JSON.parse(content["nutgraf.displacy.json"]).text, text);
      const schema = JSON.parse(content["nutgraf.schema.jsonld"]);
      assert.equal(schema["@type"], "NewsArticle");
      assert.ok(schema.hasPart.length > 3 && schema.hasPart.every((part) => part["@type"] === "Claim" && part.text && (!part.author || /^(Person|Organization)$/.test(part.author["@type"]))));
      for (const [table, list] of [["facts", report.facts], ["entities", report.entities], ["statements", report.statements]]) {
        const rows = parse(content[`nutgraf.${table}.csv`]);
        assert.equal(rows.length, list.length + 1, table);
        assert.ok(rows.every((row) => row.length === rows[0].length), table);
      }
      const standoff = content["nutgraf.ann"].split("\n").filter((line) => line.startsWith("T"));
      assert.ok(standoff.length > 50, `${standoff.length} standoff annotations`);
      for (const line of standoff) {
        const [, place, words] = line.split("\t");
        const spans = place.slice(place.indexOf(" ") + 1).split(";").map((span) => span.split(" ").map(Number));
        assert.equal(spans.map(([start, end]) => codepoints.slice(start, end).join("")).join(" "), words);
      }
      const cited = new Set(content["nutgraf.md"].match(/\[\^\d+\]/g));
      assert.ok(cited.size > 5 && [...cited].every((note) => content["nutgraf.md"].includes(`\n${note}: `)));
      assert.match(content["nutgraf.html"], /^<article lang="en"><h1>/);
      assert.match(await page.inside(`() => element.export("text")`), /^U\.S\. Military Kills 100[^]*¶1/);
      await page.close();
    });

    test("on paper: facts first, then the article; controls gone, everything unfolded", { skip: name !== "chromium" }, async () => {
      const page = await open();
      await page.emulateMedia({ media: "print" });
      await page.evaluate(`dispatchEvent(new Event("beforeprint"))`);
      const shown = await page.inside(`() => ({
        gone: [...root.querySelectorAll("button, .hop, .sw, .mcard")].filter((node) => node.checkVisibility() && !node.matches(".nm, .ref")).map((node) => node.className),
        tools: getComputedStyle(document.getElementById("tools")).display,
        story: getComputedStyle(root.querySelector(".story")).breakBefore + " " + getComputedStyle(root.querySelector(".story")).overflowY,
        order: root.querySelector(".facts").getBoundingClientRect().bottom <= root.querySelector(".story").getBoundingClientRect().top,
      })`);
      const told = await page.inside(`() => { const listed = new Set([...root.querySelectorAll(".facts [data-fact]")].map((node) => node.dataset.fact)); const { headline, lines, unconfirmed } = element.report.summary; for (const line of [headline, ...lines, ...unconfirmed]) if (listed.has(line.facts[0])) for (const id of line.facts) listed.add(id); return element.report.facts.filter(({ id }) => !listed.has(id)).length; }`);
      assert.equal(told, 0, "every fact is printed");
      assert.deepEqual(shown, { gone: [], tools: "none", story: "page visible", order: true });
      await page.close();
    });
  });
}

/** A table as RFC 4180 has it. */
function parse(csv) {
  const rows = [[""]];
  let quoted = false;
  for (let i = csv.charCodeAt(0) === 0xfeff ? 1 : 0; i < csv.length; i++) {
    const row = rows.at(-1);
    const letter = csv[i];
    if (quoted && letter === '"' && csv[i + 1] === '"') row[row.length - 1] += csv[++i];
    else if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === ",") row.push("");
    else if (!quoted && letter === "\r") continue;
    else if (!quoted && letter === "\n") rows.push([""]);
    else row[row.length - 1] += letter;
  }
  return rows.filter((row) => row.length > 1);
}
