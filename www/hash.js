// @ts-check
/** Digests of texts, where the page may make them. */

/** In lower-case hex; null where the page may not hash (not served over https). @param {string} words */
export async function sha256(words) {
  if (!globalThis.crypto?.subtle) return null;
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(words));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Whether a report was made from this very text. @param {{length: number, textHash: string}} report @param {string} text */
export async function madeFrom(report, text) {
  if (report.length !== text.length) return false;
  const hash = await sha256(text);
  return hash === null || hash === report.textHash;
}
