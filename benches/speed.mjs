// The module over the project's articles, on one thread: in Node (`node benches/speed.mjs`), and imported by pages.
const ROUNDS = 9;

/** @param {() => void} work */
function median(work) {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[ROUNDS >> 1];
}

/** Times any analysis that is a function of a text. @param {string[]} texts the seed article first @param {(text: string) => unknown} analyze */
export function measure(texts, analyze) {
  const start = performance.now();
  analyze(texts[0]);
  const seed_cold_ms = performance.now() - start;
  return { seed_cold_ms, seed_ms: median(() => analyze(texts[0])), all_ms: median(() => texts.forEach((text) => analyze(text))) };
}

/** @param {any} glue the module's JavaScript side @param {BufferSource} wasm @param {Uint8Array} model @param {string[]} texts */
export async function measureModule(glue, wasm, model, texts) {
  const start = performance.now();
  const { memory } = await glue.default({ module_or_path: wasm });
  const analyzer = new glue.Analyzer(model);
  const load_ms = performance.now() - start;
  const seed = measure(texts.slice(0, 1), (text) => analyzer.analyze(text));
  const memory_mb = memory.buffer.byteLength / 1e6;
  return { load_ms, ...measure(texts, (text) => analyzer.analyze(text)), seed_cold_ms: seed.seed_cold_ms, memory_mb };
}

/** @param {Record<string, number>} figures */
export const print = (figures) => Object.entries(figures).forEach(([name, value]) => console.log(name, value.toFixed(2)));

/** The seed article and the project's own, as the other programs read them. */
export async function readTexts() {
  const { readFile, readdir } = await import("node:fs/promises");
  const folder = new URL("../tests/articles/", import.meta.url);
  const files = [new URL("../seeds/000_09ffe61ff0e0225a.txt", import.meta.url)];
  for (const entry of (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1)))
    if (entry.isDirectory() && entry.name !== "seed") files.push(new URL(`${entry.name}/text.txt`, folder));
  return Promise.all(files.map((file) => readFile(file, "utf8")));
}

if (globalThis.process && import.meta.url === `file://${process.argv[1]}`) {
  const { readFile } = await import("node:fs/promises");
  const dist = new URL("../dist/", import.meta.url);
  const [wasm, model] = await Promise.all(["nutgraf_bg.wasm", "nutgraf.model.bin"].map((name) => readFile(new URL(name, dist))));
  print(await measureModule(await import(new URL("nutgraf.js", dist).href), wasm, new Uint8Array(model), await readTexts()));
}
