// The pictures of the README, taken anew of the built site (`cargo xtask build`): `node tests/e2e/pictures.mjs`, with pdftoppm and pngquant on the path.
import { execFileSync } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch } from "./browser.mjs";
import { ROOT, serve } from "./server.mjs";

const FOLDER = await mkdtemp(join(tmpdir(), "pictures-"));
const server = await serve();
const browser = await launch("chromium");
const open = async (size) => {
  const page = await browser.page({ ...size, colorScheme: "light", reducedMotion: "reduce" });
  await page.goto(server.url);
  await page.until(`() => root?.querySelector(".page.whole") && root.querySelector(".read .s") && element.report`, undefined, 60_000);
  return page;
};
/** Kept in `docs/`, in few colours. */
const keep = (name) => execFileSync("pngquant", ["--force", "--output", join(ROOT, `docs/${name}.png`), "64", join(FOLDER, `${name}.png`)]);
const take = async (page, name) => {
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  keep(name);
};

const page = await open();
await take(page, "page");
await page.press(".lines a.ref");
await page.until(`() => root.querySelector(".s.ev")`);
await page.evaluate("scrollTo({ top: 0, behavior: 'instant' })");
await take(page, "chosen");
await take(await open({ width: 390, height: 844 }), "phone");

const paper = join(FOLDER, "paper");
await (await open()).pdf({ path: `${paper}.pdf`, format: "A4" });
execFileSync("pdftoppm", ["-png", "-singlefile", "-scale-to-x", "504", "-scale-to-y", "-1", `${paper}.pdf`, paper]);
keep("paper");

await browser.close();
await server.close();
