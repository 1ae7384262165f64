// @ts-check
/** An article that stays where it is in the page: read, and watched for changes. */
import { own, readInTurns } from "./pagetext.js";
import { pause } from "./scheduler.js";

export class HostText {
  /** What was read. */
  page = /** @type {import("./pagetext.js").PageText | undefined} */ (undefined);

  /** @param {HTMLElement} element @param {() => void} onchange */
  constructor(element, onchange) {
    this.element = element;
    this.observer = new MutationObserver(onchange);
    const how = { childList: true, characterData: true, subtree: true };
    for (const root of [element, ...shadowRoots(element)]) this.observer.observe(root, how);
  }

  /** The text as a reader sees it. @param {AbortSignal} signal */
  async read(signal) {
    this.page = await readInTurns(this.element, () => pause(signal));
    return this.page.text;
  }

  dispose() {
    this.observer.disconnect();
  }
}

/** The shadow roots below an element. @param {Element | ShadowRoot} element @returns {ShadowRoot[]} */
export function shadowRoots(element) {
  const roots = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT);
  for (let node = /** @type {Node | null} */ (element); node; node = walker.nextNode()) {
    const root = node instanceof Element && own(Element, "shadowRoot", node);
    if (root) roots.push(root, ...shadowRoots(root));
  }
  return roots;
}
