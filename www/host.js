// @ts-check
/** An article that stays where it is in the page: read, and watched for changes. */
import { pause } from "./scheduler.js";
import { own, readInTurns } from "./pagetext.js";

export class HostText {
  /** What was read. @type {import("./pagetext.js").ReadText | undefined} */
  page;

  /** @param {HTMLElement} element @param {() => void} onchange */
  constructor(element, onchange) {
    this.element = element;
    this.observer = new MutationObserver(onchange);
    for (const root of [element, ...shadowRoots(element)]) this.observer.observe(root, { childList: true, characterData: true, subtree: true });
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
