// The module in a browser's page, and the start of the page from a warm HTTP cache: `node benches/browsers.mjs chromium|firefox`.
import { readFile } from "node:fs/promises";
import { launch } from "../tests/e2e/browser.mjs";
import { serve } from "../tests/e2e/server.mjs";
import { print, readTexts } from "./speed.mjs";

/** Visits to the page; the first fills the cache and does not count. */
const VISITS = 8;

const pages = {
  "/bench.js": await readFile(new URL("speed.mjs", import.meta.url), "utf8"),
  "/texts.json": JSON.stringify(await readTexts()),
  "/bench": "<!doctype html><title>bench</title>",
};
const browser = await launch(process.argv[2]);
const server = await serve({ pages, policy: "", cache: "max-age=3600" });
const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];
try {
  const page = await browser.page();
  const drawn = [];
  const ready = [];
  for (let visit = 0; visit < VISITS; visit++) {
    await page.goto(`${server.url}/?${visit}`);
    // From navigation: the first name marked in the article, and the whole report.
    const [first, whole] = await page.evaluate(`(async () => {
      const whole = document.querySelector("nut-graf").ready.then(() => performance.now());
      const marked = () => [...CSS.highlights.keys()].some((name) => name.startsWith("nut-graf")) || document.querySelector("nut-graf").shadowRoot.querySelector("mark, .mention");
      while (!marked()) await new Promise((resolve) => setTimeout(resolve, 4));
      return [performance.now(), await whole];
    })()`);
    if (visit === 0) continue;
    drawn.push(first);
    ready.push(whole);
  }
  await page.goto(`${server.url}/bench`);
  const figures = await page.evaluate(`(async () => {
    const [{ measureModule }, glue, texts, wasm, model] = await Promise.all([
      import("/bench.js"), import("/nutgraf.js"),
      fetch("/texts.json").then((it) => it.json()),
      fetch("/nutgraf_bg.wasm").then((it) => it.arrayBuffer()),
      fetch("/nutgraf.model.bin").then((it) => it.arrayBuffer()),
    ]);
    return measureModule(glue, wasm, new Uint8Array(model), texts);
  })()`);
  print({ ...figures, highlight_ms: median(drawn), start_ms: median(ready) });
} finally {
  await browser.close();
  await server.close();
}
