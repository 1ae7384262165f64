// @ts-check
/** Digest of a text in hex; null where the page may make none (not served over https). @param {string} words */
export async function sha256(words) {
  if (!globalThis.crypto?.subtle) return null;
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(words));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
