// @ts-check
/** Addresses of our own scripts, for pages that ask for Trusted Types. */

/** @type {any} */
let policy;

/** The address as a page with `require-trusted-types-for 'script'` takes it. @param {string | URL} address of a script of nutgraf @returns {any} */
export function scriptAddress(address) {
  const types = /** @type {any} */ (globalThis).trustedTypes;
  if (!types) return address;
  policy ??= types.createPolicy("nutgraf", { createScriptURL: (/** @type {string} */ url) => url });
  return policy.createScriptURL(String(address));
}
