// @ts-check
/** What of `<nut-graf>` stands in its attributes: they are the truth, and setting a property writes the attribute. */

/** @param {HTMLElement} element @param {string} name @param {string | null | undefined} value */
function reflect(element, name, value) {
  if (value == null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** An element with these attributes; on a server, where there are none, a plain class. */
export class Attributes extends /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {}) {
  /** The id of the chosen fact, or null. */
  get selected() {
    return this.getAttribute("selected");
  }
  set selected(id) {
    reflect(this, "selected", id);
  }

  /** Kinds and levels of mention that are not marked, parted by spaces. */
  get off() {
    return this.getAttribute("off") ?? "pronoun";
  }
  set off(off) {
    reflect(this, "off", off);
  }

  /** The id of the element that holds the article, where it is read in place. */
  get htmlFor() {
    return this.getAttribute("for");
  }
  set htmlFor(id) {
    reflect(this, "for", id);
  }

  get src() {
    return this.getAttribute("src");
  }
  set src(src) {
    reflect(this, "src", src);
  }

  /** The article's own date, `YYYY-MM-DD`: weekdays are resolved against it. */
  get date() {
    return this.getAttribute("date");
  }
  set date(date) {
    reflect(this, "date", date);
  }

  /** Level of the topmost heading, 1 to 4. */
  get headingLevel() {
    const level = Number(this.getAttribute("heading-level") ?? 2);
    return level >= 1 && level <= 4 ? level : 2;
  }
  set headingLevel(level) {
    reflect(this, "heading-level", String(level));
  }
}
