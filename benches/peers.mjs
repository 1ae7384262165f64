// Peers from npm over the same articles, on one thread: `node benches/peers.mjs wink-nlp|compromise|harper.js`.
import { measure, print, readTexts } from "./speed.mjs";

const start = performance.now();
const analyze = await {
  "wink-nlp": async () => {
    const [{ default: wink }, { default: model }] = await Promise.all([import("wink-nlp"), import("wink-eng-lite-web-model")]);
    const nlp = wink(model);
    const { its } = nlp;
    // Tokens, tags, sentences, lemmas and entities, as our own analysis has them.
    return (text) => {
      const document = nlp.readDoc(text);
      return [document.tokens().out(its.lemma), document.tokens().out(its.pos), document.sentences().out(), document.entities().out(its.detail)];
    };
  },
  compromise: async () => {
    const { default: nlp } = await import("compromise");
    return (text) => {
      const document = nlp(text);
      return [document.people().json(), document.places().json(), document.organizations().json(), document.quotations().json(), document.verbs().json()];
    };
  },
  "harper.js": async () => {
    const [{ LocalLinter }, { binaryInlined: binary }] = await Promise.all([import("harper.js"), import("harper.js/binaryInlined")]);
    const linter = new LocalLinter({ binary });
    await linter.setup();
    return (text) => linter.lint(text);
  },
}[process.argv[2]]();
/** The most memory of the process, Node included. */
const memory_mb = () => (process.resourceUsage().maxRSS * 1024) / 1e6;
const load_ms = performance.now() - start;
if (process.argv[2] === "harper.js") {
  // It answers by promise: only its start is compared.
  await analyze((await readTexts())[0]);
  print({ load_ms: performance.now() - start, memory_mb: memory_mb() });
  process.exit(0);
}
print({ load_ms, ...measure(await readTexts(), analyze), memory_mb: memory_mb() });
