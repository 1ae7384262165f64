// The client of the engine, with a worker made for the test: every call settles, whatever the worker does.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { ROOT } from "./server.mjs";

const { Analyzer } = await import(pathToFileURL(join(ROOT, "www/analyzer.js")).href);

/** A worker that answers as `script` says; its engine is loaded when `loaded` is. */
class FakeWorker {
  static alive = 0;
  static made = 0;
  static loaded = Promise.resolve();
  constructor(script) {
    this.script = script;
    FakeWorker.alive++;
    FakeWorker.made++;
  }
  postMessage(message) {
    const { id, method } = structuredClone(message);
    const answer = (data) => this.onmessage?.({ data });
    if (method === "load") void FakeWorker.loaded.then(() => answer({ id, ok: null }));
    else if (method !== "configure") setTimeout(() => this.script(message, answer, this));
  }
  terminate() {
    this.onmessage = null;
    FakeWorker.alive--;
  }
}
globalThis.Worker = FakeWorker;
const client = (script) => new Analyzer({ wasm: "https://example.org/a.wasm", model: "https://example.org/a.bin", worker: () => new FakeWorker(script) });
const report = (text) => ({ schema: "nutgraf/2", length: text.length, facts: [] });
const honest = ({ id, args }, answer) => answer({ id, ok: report(args.text ?? "") });

test("a report comes in parts and is one", async () => {
  const analyzer = client(({ id }, answer) => {
    answer({ id, part: { path: ["facts"], items: [1, 2] } });
    answer({ id, part: { path: ["summary", "lines"], items: [4] } });
    answer({ id, part: { path: ["facts"], items: [3] } });
    answer({ id, ok: { schema: "nutgraf/2", facts: [], summary: { lines: [] } } });
  });
  assert.deepEqual(await analyzer.analyze("a"), { schema: "nutgraf/2", facts: [1, 2, 3], summary: { lines: [4] } });
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

test("calls that are aborted while they wait are never begun", async () => {
  const begun = [];
  let finish;
  const analyzer = client((message, answer) => {
    begun.push(message.args.text);
    if (message.args.text === "running") finish = () => honest(message, answer);
    else honest(message, answer);
  });
  const running = analyzer.analyze("running");
  const stop = new AbortController();
  const waiting = Array.from({ length: 9 }, (_, i) => analyzer.analyze(`waiting ${i}`, { signal: stop.signal }));
  const last = analyzer.analyze("last");
  while (!finish) await new Promise((resolve) => setTimeout(resolve));
  stop.abort();
  for (const call of waiting) await assert.rejects(call, { code: "aborted" });
  finish();
  assert.equal((await running).length, 7);
  assert.equal((await last).length, 4);
  assert.deepEqual(begun, ["running", "last"]);
  analyzer.dispose();
});

test("a call behind one that is aborted and does not end gets a worker of its own", async () => {
  const analyzer = client((message, answer) => message.args.text !== "for ever" && honest(message, answer));
  const before = FakeWorker.made;
  const stop = new AbortController();
  const endless = analyzer.analyze("for ever", { signal: stop.signal });
  const next = analyzer.analyze("next");
  setTimeout(() => stop.abort(), 20);
  await assert.rejects(endless, { code: "aborted" });
  assert.equal((await next).length, 4);
  assert.deepEqual([FakeWorker.made - before, FakeWorker.alive], [2, 1]);
  analyzer.dispose();
});

test("a newer text while the engine is loaded does not load it anew, and neither does one that soon ends", async () => {
  const analyzer = client(honest);
  const before = FakeWorker.made;
  let loaded;
  FakeWorker.loaded = new Promise((resolve) => (loaded = resolve));
  const owner = {};
  const first = analyzer.analyze("first", { owner });
  await new Promise((resolve) => setTimeout(resolve, 20));
  const second = analyzer.analyze("second", { owner });
  await assert.rejects(first, { code: "superseded" });
  loaded();
  assert.equal((await second).length, 6);
  const third = analyzer.analyze("third", { owner });
  await new Promise((resolve) => setTimeout(resolve));
  const fourth = analyzer.analyze("fourth", { owner });
  await assert.rejects(third, { code: "superseded" });
  assert.equal((await fourth).length, 6);
  assert.equal(FakeWorker.made - before, 1);
  analyzer.dispose();
});

test("what cannot be sent to a worker is refused, and the next call is answered", async () => {
  const analyzer = client(honest);
  const refused = analyzer.verify({ facts: () => {} }, "a");
  const next = analyzer.analyze("next");
  await assert.rejects(refused, { name: "DataCloneError" });
  assert.equal((await next).length, 4);
  analyzer.dispose();
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

test("the beginning reaches the call that asked for it, before the report; not one that was aborted", async () => {
  const asked = [];
  let finish = () => {};
  const analyzer = client((message, answer) => {
    asked.push(message.args.first);
    if (message.args.first) answer({ id: message.id, first: { entities: [] } });
    finish = () => (message.args.first && answer({ id: message.id, first: { entities: ["late"] } }), honest(message, answer));
    if (message.args.text !== "held") finish();
  });
  const seen = [];
  await analyzer.analyze("plain");
  const length = analyzer.analyze("first", { onfirst: (first) => seen.push(first) }).then((report) => seen.push(report.length));
  await length;
  const stop = new AbortController();
  const held = analyzer.analyze("held", { signal: stop.signal, onfirst: (first) => seen.push(first) });
  while (seen.length < 4) await new Promise((resolve) => setTimeout(resolve));
  const next = analyzer.analyze("next");
  stop.abort();
  await assert.rejects(held, { code: "aborted" });
  finish();
  await next;
  assert.deepEqual(asked, [false, true, true, false]);
  assert.deepEqual(seen, [{ entities: [] }, { entities: ["late"] }, 5, { entities: [] }]);
  analyzer.dispose();
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
