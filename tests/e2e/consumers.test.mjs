// The package as others use it: packed, then in a Vite project, a bare script, Node, a worker at the edge, and under tsc.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { BROWSERS, launch } from "./browser.mjs";
import { SITE, UNBUILT, serve } from "./server.mjs";

const run = promisify(execFile);
const here = fileURLToPath(new URL(".", import.meta.url));
const TEXT = "Storm kills 12 in Lisbon\n\nA storm killed at least 12 people in Lisbon on Monday, the mayor said.";
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; require-trusted-types-for 'script'";
const page = (script) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Story</title><body><article id="story">${TEXT.split("\n\n").map((words) => `<p>${words}</p>`).join("")}</article><nut-graf for="story"></nut-graf><script type="module" src="${script}"></script>`;

describe("the package", { skip: UNBUILT }, () => {
  let folder;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "nutgraf-package-"));
    const at = join(folder, "node_modules/nutgraf");
    await mkdir(at, { recursive: true });
    const { stdout } = await run("npm", ["pack", "--json", "--ignore-scripts", "--loglevel=silent", "--pack-destination", folder], { cwd: SITE });
    await run("tar", ["-xzf", join(folder, JSON.parse(stdout)[0].filename), "-C", at, "--strip-components=1"]);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  /** Opens a site in every browser and waits for the report. */
  const reads = async (files) => {
    for (const name of BROWSERS) {
      const [browser, server] = await Promise.all([launch(name), serve({ pages: await files(), policy: POLICY })]);
      try {
        const opened = await browser.page();
        await opened.goto(`${server.url}/index.html`);
        await opened.until(`() => element?.report && root.querySelector(".lead")`, undefined, 120_000);
        assert.match(await opened.inside(`() => root.querySelector(".lead").textContent`), /12 people/, name);
        assert.deepEqual(opened.errors, [], name);
      } finally {
        await browser.close();
        await server.close();
      }
    }
  };
  /** Every file of a folder by its address. */
  const all = async (at) => {
    const entries = await readdir(at, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
    return Object.fromEntries(await Promise.all(files.map(async (file) => [file.slice(at.length), await readFile(file)])));
  };

  test("in a plain Vite project", async () => {
    const root = join(folder, "vite");
    await mkdir(root, { recursive: true });
    await writeFile(join(root, "index.html"), page("/main.js"));
    await writeFile(join(root, "main.js"), `import "nutgraf/define";\nimport { WORDS_DE } from "nutgraf/words.de";\ndocument.querySelector("nut-graf").words = { ...WORDS_DE, name: "Fakten" };\n`);
    const { build } = await import("vite");
    await build({ root, logLevel: "silent", configFile: false, build: { modulePreload: { polyfill: false } } });
    await reads(() => all(join(root, "dist")));
  });

  test("by a bare script", async () => {
    await reads(async () => ({ ...Object.fromEntries(Object.entries(await all(join(folder, "node_modules/nutgraf"))).map(([path, body]) => [`/lib${path}`, body])), "/index.html": page("/lib/nut-graf-define.js") }));
  });

  test("in Node, with nothing given", async () => {
    await writeFile(join(folder, "node.mjs"), `import { Analyzer } from "nutgraf";\nimport "nutgraf/define";\nconst analyzer = await Analyzer.load();\nconst report = await analyzer.analyze(${JSON.stringify(TEXT)});\nconsole.log(report.facts[0].type);\n`);
    const { stdout } = await run("node", [join(folder, "node.mjs")]);
    assert.match(stdout, /^\w+\.\w+\n$/);
  });

  test("in a worker at the edge: compiled module and bytes in, no fetch, no files, a signal", async () => {
    await writeFile(
      join(folder, "edge.mjs"),
      `import { readFile } from "node:fs/promises";
import { workerData, parentPort } from "node:worker_threads";
const at = new URL("./node_modules/nutgraf/", import.meta.url);
const [wasm, model] = await Promise.all(["nutgraf_bg.wasm", "nutgraf.model.bin"].map((name) => readFile(new URL(name, at))));
const module = await WebAssembly.compile(wasm);
for (const name of ["fetch", "process", "Worker", "XMLHttpRequest", "navigator", "document", "window"]) Object.defineProperty(globalThis, name, { value: undefined, configurable: true });
const { Analyzer } = await import("nutgraf");
const analyzer = await Analyzer.load({ wasm: module, model: new Uint8Array(model), worker: false });
const stop = AbortSignal.abort();
const code = await analyzer.analyze(workerData, { signal: stop }).catch((error) => error.code);
const { facts } = await analyzer.analyze(workerData, { signal: new AbortController().signal });
parentPort.postMessage({ code, facts: facts.length });\n`,
    );
    const { Worker } = await import("node:worker_threads");
    const told = await new Promise((resolve, reject) => {
      const worker = new Worker(join(folder, "edge.mjs"), { workerData: TEXT });
      worker.once("message", resolve).once("error", reject);
    });
    assert.equal(told.code, "aborted");
    assert.ok(told.facts > 0);
  });

  test("its types hold in a strict project", async () => {
    await writeFile(
      join(folder, "app.ts"),
      `import { Analyzer, type AnalyzeOptions } from "nutgraf";
import { NutGraf, type Report } from "nutgraf/element";
import "nutgraf/define";
import { WORDS } from "nutgraf/words";
import { WORDS_DE } from "nutgraf/words.de";
const options: AnalyzeOptions = { date: "2018-02-08", signal: new AbortController().signal };
const report: Report = await (await Analyzer.load({ worker: false, integrity: { wasm: "sha384-x" } })).analyze("text", options);
const element: NutGraf = document.querySelector("nut-graf")!;
element.words = { ...WORDS, ...WORDS_DE };
element.addEventListener("nut-graf-report", (event) => console.log(event.detail.report.facts[0]?.claims[0]?.certainty, report.facts.length));
// @ts-expect-error: no such field
console.log(report.fact);
`,
    );
    for (const options of [["--module", "nodenext"], ["--module", "esnext", "--moduleResolution", "bundler"]]) {
      const { stdout, code = 0 } = await run(join(here, "node_modules/.bin/tsc"), ["--noEmit", "--strict", "--target", "esnext", "--lib", "esnext,dom", "--types", "", ...options, join(folder, "app.ts")], { cwd: folder }).catch((error) => error);
      assert.deepEqual([stdout, code], ["", 0], options.join(" "));
    }
  });
});
