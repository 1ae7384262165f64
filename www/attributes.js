// @ts-check
/** What of `<nut-graf>` stands in its attributes: they are the truth, and setting a property writes the attribute. */

/** Attributes, and what they are without: text, or for `false` whether the attribute is there. */
const DEFAULTS = {
  for: null, src: null, date: null, selected: null, order: "points", marks: "", blocks: "", brand: "on", compact: false,
};

/**
 * @typedef {{htmlFor: string | null, src: string | null, date: string | null, selected: string | null, order: string,
 *   marks: string, blocks: string, brand: string, compact: boolean, headingLevel: number}} Reflected
 */

/** An element with these attributes; on a server, where there are none, a plain class. */
export const Attributes = /** @type {new () => HTMLElement & Reflected} */ (
  class extends (globalThis.HTMLElement ?? class {}) {
    /** Level of the topmost heading, 1 to 4. */
    get headingLevel() {
      const level = Number(this.getAttribute("heading-level") ?? 2);
      return level >= 1 && level <= 4 ? level : 2;
    }
    set headingLevel(level) {
      this.setAttribute("heading-level", String(level));
    }
  }
);

for (const [attribute, none] of Object.entries(DEFAULTS))
  Object.defineProperty(Attributes.prototype, attribute === "for" ? "htmlFor" : attribute, {
    get() {
      return none === false ? this.hasAttribute(attribute) : (this.getAttribute(attribute) ?? none);
    },
    set(value) {
      if (none === false) this.toggleAttribute(attribute, !!value);
      else if (value == null) this.removeAttribute(attribute);
      else if (this.getAttribute(attribute) !== String(value)) this.setAttribute(attribute, value);
    },
  });
