// @ts-check
/** Addresses of our own scripts, for pages that ask for Trusted Types. */

let policy = /** @type {any} */ (undefined);

/** The address as a page that asks for Trusted Types takes it. @param {string | URL} address @returns {any} */
export function scriptAddress(address) {
  const types = /** @type {any} */ (globalThis).trustedTypes;
  if (!types) return address;
  policy ??= types.createPolicy("nutgraf", { createScriptURL: (/** @type {string} */ url) => url });
  return policy.createScriptURL(String(address));
}
