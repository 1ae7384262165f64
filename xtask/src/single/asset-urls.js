// The parts are inside the page, compressed, as text: files cannot be fetched from a page opened by double-click.
const unpack = async (id) => {
  const bytes = Uint8Array.from(atob(document.getElementById(id).textContent), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).arrayBuffer();
};

export const findWorker = () => null;

export const openWorker = () => {
  // A classic worker: Chromium refuses module workers from a blob on file://.
  const code = new Blob([document.getElementById("nutgraf-worker").textContent], { type: "text/javascript" });
  const address = URL.createObjectURL(code);
  const worker = new Worker(address, { name: "nutgraf" });
  // The worker has read its script once it has answered, or failed.
  const release = () => URL.revokeObjectURL(address);
  worker.addEventListener("message", release, { once: true });
  worker.addEventListener("error", release, { once: true });
  return worker;
};

export const findWasm = () => unpack("nutgraf-wasm");

export const findModel = () => unpack("nutgraf-model");

export const findSample = async (name) => JSON.parse(document.getElementById("nutgraf-samples").textContent)[name];
