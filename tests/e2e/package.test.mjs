// The package: types that hold, modules that any host can import, sizes that were promised.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { ROOT, SITE, UNBUILT, seed, story } from "./server.mjs";

const run = promisify(execFile);
const here = fileURLToPath(new URL(".", import.meta.url));
const www = join(ROOT, "www");

test("the modules hold to their types", async () => {
  const { stdout, code = 0 } = await run(join(here, "node_modules/.bin/tsc"), ["-p", join(here, "tsconfig.json")]).catch((error) => error);
  assert.deepEqual([stdout, code], ["", 0]);
});

test("every module for pages can be imported on a server, and twice", async () => {
  for (const name of ["nut-graf.js", "nut-graf-define.js", "analyzer.js", "pagetext.js", "ranges.js", "inplace.js", "analysis-controller.js", "words.js", "words.de.js"]) {
    await import(pathToFileURL(join(www, name)).href);
    await import(`${pathToFileURL(join(www, name)).href}?again`);
  }
  const { NutGraf } = await import(pathToFileURL(join(www, "nut-graf.js")).href);
  NutGraf.define();
});

test("what is not seen at first is loaded when it is needed", async () => {
  const seen = new Set();
  const walk = async (name) => {
    if (seen.has(name)) return;
    seen.add(name);
    const code = await readFile(join(www, name), "utf8");
    for (const [, from] of code.matchAll(/^(?:import|export) .*?from "(\.[^"]+)";/gm)) await walk(join(name, "..", from));
  };
  await walk("nut-graf-define.js");
  assert.ok(seen.has("view/top.js"));
  // What this comes to in bytes is held by `cargo xtask size`.
  for (const name of ["analyzer.js", "engine-pool.js", "engine.js", "inplace.js", "mentions.js", "ranges.js", "interactions.js", "staleness.js", "analysis-controller.js", "view/article.js", "view/list.js", "view/sections.js", "view/plates.js", "words/later.js"]) assert.ok(!seen.has(name), name);
});

test("the German table has every word of the English one", async () => {
  const [{ WORDS }, { WORDS_DE }] = await Promise.all(["words.js", "words.de.js"].map((name) => import(pathToFileURL(join(www, name)).href)));
  assert.deepEqual(Object.keys(WORDS_DE).sort(), Object.keys(WORDS).sort());
  const values = (entry) => [...new Set((typeof entry === "string" ? entry : Object.values(entry).join(" ")).match(/\{\w+\}/g))].filter((value) => value !== "{n}").sort();
  for (const [key, entry] of Object.entries(WORDS)) assert.deepEqual(values(WORDS_DE[key]), values(entry), key);
});

test("every word that is asked for is in the table", async () => {
  const { WORDS } = await import(pathToFileURL(join(www, "words.js")).href);
  const files = (await readdir(www, { recursive: true })).filter((name) => name.endsWith(".js"));
  let asked = 0;
  for (const file of files) {
    const code = await readFile(join(www, file), "utf8");
    for (const [, key] of code.matchAll(/\b(?:say|the)\((?:[^"`()]*(?:\([^()]*\)[^"`()]*)*, )?"([^"$]+)"/g)) {
      assert.ok(key in WORDS, `${file}: ${key}`);
      asked++;
    }
  }
  assert.ok(asked > 50, `${asked} words`);
});

test("the manifest names what the element has", async () => {
  const manifest = JSON.parse(await readFile(join(www, "custom-elements.json"), "utf8"));
  const [{ NutGraf }, { LIST }] = await Promise.all(["nut-graf.js", "style/list.js"].map((file) => import(pathToFileURL(join(www, file)).href)));
  // Some only change how it looks.
  const looks = [...LIST.matchAll(/:host\(\[([a-z-]+)\]\)/g)].map(([, name]) => name);
  assert.ok(looks.length > 1);
  assert.deepEqual(manifest.modules[0].declarations[0].attributes.map(({ name }) => name).sort(), [...new Set([...NutGraf.observedAttributes, ...looks])].sort());
});

test("the package holds what it needs and runs nothing when it is installed", { skip: UNBUILT }, async () => {
  const { stdout } = await run("npm", ["pack", "--dry-run", "--json", "--ignore-scripts", "--loglevel=silent"], { cwd: SITE });
  const [{ files }] = JSON.parse(stdout);
  const names = files.map(({ path }) => path);
  for (const name of ["analyzer.js", "worker.js", "nutgraf.js", "nutgraf_bg.wasm", "nutgraf.model.bin", "nut-graf.js", "nut-graf-define.js", "inplace.js", "ranges.js", "nut-graf.d.ts", "custom-elements.json"]) assert.ok(names.includes(name), name);
  const manifest = JSON.parse(await readFile(join(SITE, "package.json"), "utf8"));
  assert.equal(manifest.scripts, undefined);
  assert.equal(manifest.dependencies, undefined);
  for (const entry of Object.values(manifest.exports)) for (const path of Object.values(typeof entry === "string" ? { entry } : entry)) assert.ok(names.includes(path.slice(2)), path);
});

test("bytes in, no fetch: the analyzer runs where there is neither page nor worker", { skip: UNBUILT }, async () => {
  const fetched = globalThis.fetch;
  globalThis.fetch = () => assert.fail("no request");
  try {
    const { Analyzer } = await import(pathToFileURL(join(SITE, "analyzer.js")).href);
    const [wasm, model] = await Promise.all(["nutgraf_bg.wasm", "nutgraf.model.bin"].map((name) => readFile(join(SITE, name))));
    const analyzer = await Analyzer.load({ wasm, model, worker: false });
    const text = await seed();
    const report = await analyzer.analyze(text);
    assert.equal(report.schema, JSON.parse(await story()).schema);
    assert.equal(report.length, text.length);
    await assert.rejects(analyzer.analyze(text, { signal: AbortSignal.abort() }), { code: "aborted" });
    await assert.rejects(Analyzer.load({ wasm, model: model.subarray(0, 1000), worker: false }), { code: "model" });
    assert.deepEqual(await analyzer.verify(report, text), []);
    assert.ok((await analyzer.verify(report, text.replace("Khusham", "Kabul"))).some(({ part }) => /^f\d/.test(part)));
    assert.match(await analyzer.export(text, report, "entities.csv"), /^id,type,name/);
    await assert.rejects(analyzer.export(text, report, "pdf"), { code: "format" });
    assert.match(await analyzer.toHtml(text, report), /<mark/);
    analyzer.dispose();
  } finally {
    globalThis.fetch = fetched;
  }
});
