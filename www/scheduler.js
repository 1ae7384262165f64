// @ts-check
/** Long work in short slices, and promises for it. */

/** Longest slice of work between two breaks, and longest wait for a frame of a hidden page, in milliseconds. */
const SLICE_MS = 8;
const FRAME_MS = 50;
let sliceEnds = 0;

/** Gives the page a turn and lets it draw what is there. @param {AbortSignal} [signal] */
export async function drawn(signal) {
  await new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, FRAME_MS);
  });
  signal?.throwIfAborted();
}

/** Gives the page a turn if the slice is used up. @param {AbortSignal} [signal] throws its reason once aborted */
export async function pause(signal) {
  signal?.throwIfAborted();
  if (performance.now() < sliceEnds) return;
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(port1.close());
    port2.postMessage(null);
  });
  signal?.throwIfAborted();
  sliceEnds = performance.now() + SLICE_MS;
}

/** A promise that may be rejected with nobody there to hear. @returns {PromiseWithResolvers<any>} */
export function deferred() {
  const made = Promise.withResolvers();
  made.promise.catch(() => {});
  return made;
}
