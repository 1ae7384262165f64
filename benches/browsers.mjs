// The module in a browser's page, and the start of the page from a warm HTTP cache: `node benches/browsers.mjs chromium|firefox`.
import { readFile } from "node:fs/promises";
import { launch } from "../tests/e2e/browser.mjs";
import { serve } from "../tests/e2e/server.mjs";
import { print, readTexts } from "./speed.mjs";

const pages = {
  "/bench.js": await readFile(new URL("speed.mjs", import.meta.url), "utf8"),
  "/texts.json": JSON.stringify(await readTexts()),
  "/bench": "<!doctype html><title>bench</title>",
};
const browser = await launch(process.argv[2]);
const server = await serve({ pages, policy: "" });
try {
  const page = await browser.page();
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
  const starts = [];
  for (let i = 0; i < 6; i++) {
    await page.goto(`${server.url}/?${i}`);
    starts.push(await page.evaluate(`document.querySelector("nut-graf").ready.then(() => performance.now())`));
  }
  // The first visit fills the cache.
  figures.start_ms = starts.slice(1).sort((a, b) => a - b)[2];
  print(figures);
} finally {
  await browser.close();
  await server.close();
}
