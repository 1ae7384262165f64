// What the module takes of memory, in Node: `cargo xtask build` first. Sizes are the same on every machine.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { readTexts } from "../../benches/speed.mjs";
import { SITE, UNBUILT } from "./server.mjs";

const MB = 1e6;
/** The most for the seed article, weights and all. */
const SEED = 40 * MB;
/** The most for each byte of a long text: 400 MB for the longest. */
const BYTES_A_BYTE = 40;
/** What a long text may take besides: memory comes in steps. */
const STEP = 4 * MB;
/** The most for each byte where every byte is a word: a text made to break a reader. */
const BYTES_A_WORD = 250;

/** The module, started anew for each name. @param {string} name */
async function start(name) {
  const glue = await import(`${pathToFileURL(join(SITE, "nutgraf.js")).href}?${name}`);
  const [wasm, model] = await Promise.all(["nutgraf_bg.wasm", "nutgraf.model.bin"].map((file) => readFile(join(SITE, file))));
  const { memory } = await glue.default({ module_or_path: wasm });
  return { analyzer: new glue.Analyzer(model), memory };
}

describe("memory", { skip: UNBUILT }, () => {
  let analyzer;
  let memory;
  let texts;
  const taken = () => memory.buffer.byteLength;
  before(async () => {
    ({ analyzer, memory } = await start("news"));
    texts = await readTexts();
  });

  test("the seed article takes little", () => {
    analyzer.analyze(texts[0]);
    assert.ok(taken() <= SEED, `${taken()}`);
  });

  test("a thousand analyses take no more than one", () => {
    const text = texts[0].split("\n\n").slice(0, 2).join("\n\n");
    analyzer.analyze(text);
    const once = taken();
    for (let i = 0; i < 1000; i++) analyzer.analyze(text);
    assert.equal(taken(), once);
  });

  test("a long text takes a multiple of its length, once", () => {
    const length = 600_000;
    const all = texts.join("\n\n");
    const long = Array(Math.ceil(length / all.length)).fill(all).join("\n\n").slice(0, length);
    const empty = taken();
    analyzer.analyze(long);
    const once = taken();
    assert.ok(once - empty <= length * BYTES_A_BYTE + STEP, `${(once - empty) / length} bytes a byte`);
    analyzer.analyze(long);
    assert.equal(taken(), once);
  });

  test("one thing over and over takes a multiple of its length", async () => {
    const length = 40_000;
    for (const [name, mark] of Object.entries({ "quotation marks": '"', brackets: "(", hyphens: "a-", "paragraphs of one letter": "a\n\n" })) {
      const { analyzer, memory } = await start(encodeURIComponent(name));
      const empty = memory.buffer.byteLength;
      const report = analyzer.analyze(mark.repeat(length / mark.length), { force: true });
      assert.ok(length - report.length < mark.length, name);
      const used = memory.buffer.byteLength - empty;
      assert.ok(used <= length * BYTES_A_WORD + STEP, `${name}: ${used / length} bytes a byte`);
    }
  });
});
