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
      await page.until(`() => root?.querySelector(".read .s") && element.ready.then(() => true)`, undefined, 60_000);
      return page;
    };
    /** Drops files: `[name, content]`, a content of numbers being bytes. */
    const drop = (page, ...files) => page.evaluate(`(() => { const data = new DataTransfer(); for (const [name, content] of ${JSON.stringify(files)}) data.items.add(new File([Array.isArray(content) ? new Uint8Array(content) : content], name)); document.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true })); })()`);
    /** Drops words, as they would be pasted. */
    const put = (page, words) => page.evaluate(`(() => { const data = new DataTransfer(); data.setData("text/plain", ${JSON.stringify(words)}); document.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true })); })()`);
    const notice = (page) => page.evaluate(`(() => { const notice = document.getElementById("notice"); return notice.hidden ? "" : notice.firstChild.textContent; })()`);
    const found = async (page, html) => {
      const before = await page.inside(`() => element.text`);
      await drop(page, ["page.html", html]);
      await page.until(`(before) => element.text !== before`, before);
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

    test("several files: the first is read, the others are a press away; other encodings are said", async () => {
      const page = await open();
      await drop(page, ["one.txt", `First\n\n${SAID}`], ["two.md", `# Second\n\n${SAID}\n\n- a *list*\n- of [two](x)\n`], ["three.txt", [...new TextEncoder().encode("Caf"), 0xe9, ...new TextEncoder().encode(`\n\n${SAID}`)]]);
      await page.until(`() => element.text.startsWith("First")`);
      assert.match(await notice(page), /^The other 2 are under “Other articles”\.$/);
      const choose = async (name) => {
        await page.evaluate(`document.getElementById("others").showPopover()`);
        await page.until(`(name) => [...document.querySelectorAll("#recent button")].some((button) => button.textContent === name)`, name);
        await page.evaluate(`[...document.querySelectorAll("#recent button")].find((button) => button.textContent === ${JSON.stringify(name)}).click()`);
      };
      await choose("two.md");
      await page.until(`() => element.text === ${JSON.stringify(`Second\n\n${SAID}\n\na list\n\nof two`)}`);
      await choose("three.txt");
      await page.until(`() => element.text.startsWith("Café")`);
      await drop(page, ["four.txt", [...new TextEncoder().encode("Caf"), 0xe9, ...new TextEncoder().encode(`\n\n${SAID}`)]]);
      await page.until(`() => document.title.startsWith("Café")`);
      assert.equal(await notice(page), "The file is not UTF-8: it was read as windows-1252.");
      assert.match(await page.evaluate("location.hash"), /^#article=own-/);
      await page.close();
    });

    test("what is no article is said in one sentence, and nothing is read", async () => {
      const page = await open();
      const text = await seed();
      const told = async (act, said) => {
        await page.evaluate(`document.getElementById("notice").replaceChildren("")`);
        await act();
        await page.until(`(said) => document.getElementById("notice").textContent.includes(said)`, said);
        assert.equal(await page.inside(`() => element.text`), text);
      };
      await told(() => put(page, "https://example.org/story"), "That is an address");
      await told(() => put(page, "Only three words"), "too short");
      await told(() => put(page, "a\tb\tc\n".repeat(6)), "looks like a table");
      await told(() => drop(page, ["photo.png", [137, 80, 78, 71, 0, 1, 2]]), "That is no text");
      await told(() => page.evaluate(`(() => { const data = new DataTransfer(); data.items.add(new File(["x"], "photo.jpg", { type: "image/jpeg" })); document.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true })); })()`), "no text but image");
      // In the dialog it is said there.
      await page.evaluate(`(() => { document.querySelector("[data-do=own]").click(); document.getElementById("pasted").value = "https://example.org/story"; document.querySelector("dialog [value=read]").click(); })()`);
      assert.match(await page.evaluate(`document.getElementById("own-problem").textContent`), /^That is an address/);
      assert.ok(await page.evaluate(`document.getElementById("own").open`));
      await page.close();
    });

    test("an article of one's own: edited, undone, kept over a reload, found again, deleted, or not kept at all", async () => {
      const page = await open();
      await page.evaluate(`document.querySelector("[data-do=forget]").click()`);
      const reads = (words) => page.until(`(words) => element.text.startsWith(words) && element.report?.length === element.text.length`, words, 60_000);
      await put(page, `Storm in Lisbon\n\n${SAID}`);
      await reads("Storm in Lisbon");
      assert.deepEqual(await page.evaluate(`[document.title, document.getElementById("what").textContent]`), ["Storm in Lisbon – nutgraf", "Your article. It stays on this computer."]);
      await page.until(`() => document.querySelector("#notice button")?.checkVisibility()`);
      await page.evaluate(`document.querySelector("#notice button").click()`);
      await reads("U.S. Military");
      await page.evaluate("history.forward()");
      await reads("Storm in Lisbon");
      await page.evaluate(`document.querySelector("[data-do=edit]").click()`);
      assert.match(await page.evaluate(`document.getElementById("pasted").value`), /^Storm in Lisbon/);
      await page.evaluate(`(() => { document.getElementById("pasted").value = "Storm in Porto\\n\\n" + ${JSON.stringify(SAID)}; document.getElementById("dated").value = "2020-02-03"; document.querySelector("dialog [value=read]").click(); })()`);
      await reads("Storm in Porto");
      assert.equal(await page.inside(`() => element.date`), "2020-02-03");
      await page.reload();
      await page.until(`() => element?.text.startsWith("Storm in Porto") && element.report && root.querySelector(".read .s")`, undefined, 60_000);
      assert.equal(await page.inside(`() => element.date`), "2020-02-03");
      await page.evaluate(`document.querySelector("[data-do=edit]").click()`);
      assert.equal(await page.evaluate(`document.getElementById("dated").value`), "2020-02-03");
      await page.evaluate(`document.getElementById("own").close()`);
      await page.evaluate(`document.getElementById("others").showPopover()`);
      const kept = `[...document.querySelectorAll("#recent span")].map((row) => row.firstChild.textContent)`;
      await page.until(`() => ${kept}.length === 2`);
      assert.deepEqual(await page.evaluate(kept), ["Storm in Porto", "Storm in Lisbon"]);
      await page.evaluate(`document.querySelector("#recent [data-forget]").click()`);
      await page.until(`() => ${kept}.join() === "Storm in Lisbon"`);
      await page.evaluate(`document.getElementById("keep").click()`);
      await page.until(`() => document.getElementById("kept").hidden`);
      await put(page, `Storm in Faro\n\n${SAID}`);
      await reads("Storm in Faro");
      await page.reload();
      await page.until(`() => element?.text.startsWith("U.S. Military") && element.report`, undefined, 60_000);
      assert.match(await notice(page), /not kept any more/);
      await page.evaluate(`document.getElementById("keep").click()`);
      await page.close();
    });

    test("of two articles that are asked for at once the last is read", async () => {
      const page = await open();
      await page.evaluate(`(() => { const fetched = fetch; window.fetch = async (...given) => { if (String(given[0]).includes("disaster-ferry")) await new Promise((resolve) => setTimeout(resolve, 1000)); return fetched(...given); }; })()`);
      await page.evaluate(`(() => { document.querySelector("[data-article=disaster-ferry]").click(); document.querySelector("#samples button:not([data-article=disaster-ferry])").click(); })()`);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      assert.doesNotMatch(await page.inside(`() => element.text`), /ferry/i);
      assert.doesNotMatch(await page.evaluate("location.hash"), /ferry/);
      await page.close();
    });

    test("a question mark opens the keys, but not where it is typed", async () => {
      const page = await open();
      const keys = () => page.evaluate(`document.getElementById("keys").open`);
      await page.inside(`() => root.querySelector(".find").focus()`);
      await page.keyboard.press("?");
      assert.deepEqual([await page.inside(`() => root.querySelector(".find").value`), await keys()], ["?", false]);
      await page.inside(`() => root.activeElement.blur()`);
      await page.keyboard.press("?");
      await page.until(`() => document.getElementById("keys").open`);
      await page.close();
    });

    test("the address keeps example, line, order and marks, and brings them back; an article of one's own is not mistaken for another", async () => {
      const page = await open();
      await page.evaluate(`document.querySelector("[data-article=disaster-ferry]").click()`);
      await page.until(`() => /ferry/i.test(element.text) && element.report?.length === element.text.length && root.querySelector(".read .s")`, undefined, 60_000);
      assert.match(await page.evaluate(`document.getElementById("what").textContent`), /CC0/);
      // At once: the list is drawn anew, with the line that is chosen.
      await page.inside(`() => { element.marks = "when who"; element.selected = "1"; root.querySelector("#o-all").click(); }`);
      await page.until(`() => root.querySelector(".line.on") && location.hash.includes("order")`);
      const hash = await page.evaluate("location.hash");
      assert.equal(hash, "#article=disaster-ferry&line=1&order=all&marks=when%2Cwho");
      await page.close();
      const again = await open(`/${hash}`);
      await again.until(`() => /ferry/i.test(element.text) && element.selected === "1" && root.querySelector(".line.on")`, undefined, 60_000);
      assert.deepEqual(await again.inside(`() => [root.querySelector("[data-family=when]").checked, root.querySelector("#o-all").checked]`), [true, true]);
      assert.equal(await again.inside(`() => root.querySelector("a.ref[data-to='2']").getAttribute("href")`), "#article=disaster-ferry&line=2&order=all&marks=when%2Cwho");
      await again.close();
      const own = await open("/#article=own-1&line=2");
      assert.equal(await own.inside(`() => element.text`), await seed());
      assert.equal(await own.inside(`() => element.selected`), null);
      assert.match(await notice(own), /another browser/);
      await own.close();
    });

    test("every form can be saved from the page, and is what it says it is", async () => {
      const page = await open();
      await page.evaluate(`(() => { window.saved = {}; const make = URL.createObjectURL; URL.createObjectURL = (blob) => { window.blob = blob; return make(blob); }; HTMLAnchorElement.prototype.click = function () { saved[this.download] = [blob.type, blob.text()]; }; })()`);
      const formats = await page.evaluate(`[...document.querySelectorAll("#save [data-format]")].map((button) => button.dataset.format)`);
      for (const format of formats.filter((format) => !["copy", "link", "print", "print-all"].includes(format))) await page.evaluate(`document.querySelector("#save [data-format='${format}']").click()`);
      await page.until(`() => Object.keys(saved).length === ${formats.length - 4}`);
      const files = await page.evaluate(`Promise.all(Object.entries(saved).map(async ([name, [type, text]]) => [name, type, await text]))`);
      const content = Object.fromEntries(files.map(([file, , text]) => [file.replace(/^[^.]*/, "nutgraf"), text]));
      const text = await seed();
      assert.deepEqual(files.map(([file]) => file).sort(), ["ann", "displacy.json", "entities.csv", "facts.csv", "html", "json", "jsonld", "md", "schema.jsonld", "statements.csv"].map((end) => `u-s-military-kills-100-pro-regime-forces-in-syria.${end}`).sort());
      const report = JSON.parse(content["nutgraf.json"]);
      assert.equal(report.schema, "nutgraf/2");
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

    test("on paper: at most two pages, controls gone; the article after it where that is asked for", { skip: name !== "chromium" }, async () => {
      const page = await open();
      await page.emulateMedia({ media: "print" });
      const shown = () => page.inside(`() => ({
        controls: [...root.querySelectorAll("button, input, .tabs, .lh"), ...document.querySelectorAll("button")].filter((node) => node.checkVisibility() && !node.matches(".nm")).map((node) => node.className),
        parts: [".hed", ".lead", ".lines", "#numbers", "#acts", ".story"].filter((part) => root.querySelector(part)?.checkVisibility()),
      })`);
      const parts = [".hed", ".lead", ".lines", "#numbers", "#acts"];
      assert.deepEqual(await shown(), { controls: [], parts });
      const pages = async () => String(await page.pdf({ format: "A4" })).match(/\/Type\s*\/Page\b/g).length;
      assert.ok((await pages()) <= 2, `${await pages()} pages`);
      await page.inside(`() => element.setAttribute("print-article", "")`);
      assert.deepEqual(await shown(), { controls: [], parts: [...parts, ".story"] });
      assert.ok((await pages()) <= 3, `${await pages()} pages`);
      await page.close();
    });

    test("the summary of the seed is short: its column is at most 1,900 pixels high", { skip: name !== "chromium" }, async () => {
      const page = await browser.page({ width: 1440 });
      await page.goto(`${server.url}/`);
      await page.until(`() => root?.querySelector(".page.whole")`, undefined, 60_000);
      const height = await page.inside(`() => root.querySelector(".sum").offsetHeight`);
      assert.ok(height > 600 && height <= 1900, `${height} pixels`);
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
