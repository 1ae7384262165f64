// The client of the engine, with a worker made for the test: every call settles, whatever the worker does.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { ROOT } from "./server.mjs";

const { Analyzer } = await import(pathToFileURL(join(ROOT, "www/analyzer.js")).href);

/** A worker that answers as `script` says. */
class FakeWorker {
  static alive = 0;
  constructor(script) {
    this.script = script;
    FakeWorker.alive++;
  }
  postMessage(message) {
    if (message.method !== "configure") setTimeout(() => this.script(message, (data) => this.onmessage?.({ data }), this));
  }
  terminate() {
    this.onmessage = null;
    FakeWorker.alive--;
  }
}
globalThis.Worker = FakeWorker;
const client = (script) => new Analyzer({ wasm: "https://example.org/a.wasm", model: "https://example.org/a.bin", worker: () => new FakeWorker(script) });
const report = (text) => ({ schema: "nutgraf/1", length: text.length, facts: [] });
const honest = ({ id, args }, answer) => answer({ id, ok: report(args.text ?? "") });

test("a report comes in parts and is one", async () => {
  const analyzer = client(({ id }, answer) => {
    answer({ id, part: { path: ["facts"], items: [1, 2] } });
    answer({ id, part: { path: ["summary", "lines"], items: [4] } });
    answer({ id, part: { path: ["facts"], items: [3] } });
    answer({ id, ok: { schema: "nutgraf/1", facts: [], summary: { lines: [] } } });
  });
  assert.deepEqual(await analyzer.analyze("a"), { schema: "nutgraf/1", facts: [1, 2, 3], summary: { lines: [4] } });
  analyzer.dispose();
});

test("a newer text of the same owner supersedes, another owner's does not", async () => {
  const analyzer = client(honest);
  const [one, other] = [{}, {}];
  const first = analyzer.analyze("first", { owner: one });
  const beside = analyzer.analyze("beside", { owner: other });
  const second = analyzer.analyze("second", { owner: one });
  await assert.rejects(first, { code: "superseded" });
  assert.equal((await beside).length, 6);
  assert.equal((await second).length, 6);
  analyzer.dispose();
});

test("an abort rejects at once and ends the worker's work; the next call starts afresh", async () => {
  const analyzer = client((message, answer) => message.args.text !== "for ever" && honest(message, answer));
  const stop = new AbortController();
  const endless = analyzer.analyze("for ever", { signal: stop.signal });
  setTimeout(() => stop.abort(), 20);
  await assert.rejects(endless, { code: "aborted", name: "AbortError" });
  assert.equal(FakeWorker.alive, 0);
  assert.equal((await analyzer.analyze("again")).length, 5);
  analyzer.dispose();
  assert.equal(FakeWorker.alive, 0);
});

test("a trap rejects all that wait, and the next call starts afresh", async () => {
  let broken = true;
  const analyzer = client((message, answer) => {
    if (!broken) return honest(message, answer);
    answer({ id: message.id, error: { code: "crashed", message: "unreachable" }, fatal: true });
  });
  const calls = [analyzer.analyze("a"), analyzer.analyze("b")];
  for (const call of calls) await assert.rejects(call, { code: "crashed" });
  broken = false;
  assert.equal((await analyzer.analyze("fine")).length, 4);
  analyzer.dispose();
});

test("a worker that cannot start, or answers what cannot be read, rejects", async () => {
  const refused = client((message, answer, worker) => worker.onerror({ message: "" }));
  await assert.rejects(refused.analyze("a"), { code: "network" });
  const unread = client((message, answer, worker) => worker.onmessageerror({}));
  await assert.rejects(unread.analyze("a"), { code: "crashed" });
});

test("progress reaches the call that asked, and the text's own errors keep their code", async () => {
  const analyzer = client(({ id, args }, answer) => {
    answer({ id, progress: { stage: "load", done: 1, total: 2 } });
    answer(args.text === "Bonjour" ? { id, error: { code: "language", message: "French" } } : { id, ok: report(args.text) });
  });
  const seen = [];
  await analyzer.analyze("Hello", { onprogress: (progress) => seen.push(progress.stage) });
  assert.deepEqual(seen, ["load"]);
  await assert.rejects(analyzer.analyze("Bonjour"), { code: "language", message: "French" });
  analyzer.dispose();
});
