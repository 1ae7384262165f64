// Both browsers behind the few calls that the tests need. Chromium is driven by playwright, Firefox by puppeteer (WebDriver BiDi).
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const find = (variable, names) => process.env[variable] ?? names.flatMap((name) => (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name))).find(existsSync);

const CHROMIUM = find("CHROMIUM", ["chromium", "chromium-browser", "google-chrome"]);
const FIREFOX = find("FIREFOX", ["firefox-esr", "firefox"]);
/** Both: where one is missing its tests fail, and say so. */
export const BROWSERS = ["chromium", "firefox"];

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];
/** Firefox as people have it: a page opened by double-click may not read other files. */
const PREFERENCES = { "security.fileuri.strict_origin_policy": true, "dom.serviceWorkers.enabled": true };

/** @param {"chromium" | "firefox"} name @param {{scripts?: boolean}} [options] `scripts`: whether pages may run theirs */
export async function launch(name, { scripts = true } = {}) {
  if (!(name === "firefox" ? FIREFOX : CHROMIUM)) throw new Error(`no ${name} on the path: give the variable ${name.toUpperCase()} its place`);
  if (name === "firefox") {
    const { launch } = await import("puppeteer-core");
    const browser = await launch({ browser: "firefox", executablePath: FIREFOX, headless: true, extraPrefsFirefox: { ...PREFERENCES, "javascript.enabled": scripts } });
    return {
      name,
      async page({ width = 1280, height = 900 } = {}) {
        const page = await browser.newPage();
        await page.setViewport({ width, height });
        return extend(page);
      },
      close: () => browser.close(),
    };
  }
  const { chromium } = await import("playwright-core");
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  return {
    name,
    async page({ width = 1280, height = 900, ...context } = {}) {
      const opened = await browser.newContext({ viewport: { width, height }, javaScriptEnabled: scripts, ...context });
      return extend(await opened.newPage());
    },
    close: () => browser.close(),
  };
}

/** Waits until `holds`. @param {string} what said if it never does @param {() => Promise<unknown>} holds */
export async function eventually(what, holds, limit = 20_000) {
  const end = Date.now() + limit;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`never true: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Errors of the page, and looking into the element. */
function extend(page) {
  const errors = [];
  page.on("pageerror", (error) => !/favicon/.test(String(error)) && errors.push(String(error.stack ?? error)));
  return Object.assign(page, {
    errors,
    /** Evaluates with `root` (the shadow root of the first element) and `element`. */
    inside: (work, argument) => page.evaluate(`(() => { const element = document.querySelector("nut-graf"); const root = element.shadowRoot; return (${work})(${JSON.stringify(argument) ?? ""}); })()`),
    /** Waits until the work is true in the page. */
    until: (work, argument, limit) =>
      eventually(work, () => page.evaluate(`(async () => { const element = document.querySelector("nut-graf"); const root = element?.shadowRoot; return !!(await (${work})(${JSON.stringify(argument) ?? ""})); })()`), limit),
    /** Presses what is at the middle of an element inside. */
    async press(selector, index = 0) {
      // What answers a press is loaded when it is first needed; here before, so that a test need not wait.
      await page.evaluate(`import("/interactions.js").then(() => true, () => false)`);
      const place = await page.evaluate(`(() => { const root = document.querySelector("nut-graf").shadowRoot; const node = [...root.querySelectorAll(${JSON.stringify(selector)})][${index}]; node.scrollIntoView({ block: "center", behavior: "instant" }); const box = node.getClientRects()[0]; return [box.x + Math.min(box.width / 2, 12), box.y + box.height / 2]; })()`);
      await page.mouse.click(place[0], place[1]);
    },
  });
}
