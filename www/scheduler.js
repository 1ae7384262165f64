// @ts-check
/** Long work in short slices, and promises for it. */

/** Longest slice of work between two breaks, in milliseconds. */
const SLICE_MS = 8;
let sliceEnds = 0;
/** Longest wait for a frame, in milliseconds: a page in the background draws none. */
const FRAME_MS = 50;

/** Gives the page a turn and lets it draw what is there. @param {AbortSignal} [signal] */
export async function drawn(signal) {
  await new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, FRAME_MS);
  });
  signal?.throwIfAborted();
}

/**
 * Gives the page a turn if the slice is used up, and says whether it did. Throws the signal's reason if it was aborted.
 * @param {AbortSignal} [signal]
 */
export async function pause(signal) {
  signal?.throwIfAborted();
  const now = performance.now();
  if (now < sliceEnds) return false;
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve(undefined);
    };
    port2.postMessage(null);
  });
  signal?.throwIfAborted();
  sliceEnds = performance.now() + SLICE_MS;
  return true;
}

/** A promise that may be rejected with nobody there to hear. */
export function deferred() {
  /** @type {any} */
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  made.promise.catch(() => {});
  return made;
}
