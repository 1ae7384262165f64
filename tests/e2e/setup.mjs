// What the tests of a suite stand on: a browser, and a server with its pages.
import { after, before } from "node:test";
import { launch } from "./browser.mjs";
import { serve } from "./server.mjs";

/**
 * A browser and a server, started before the tests of the suite that this is called in, and closed after them; `open` opens a page
 * of the server. @param {"chromium" | "firefox"} name @param {Parameters<typeof serve>[0]} [served]
 */
export function setUp(name, served) {
  let running;
  let serving;
  before(async () => {
    [running, serving] = await Promise.all([launch(name), serve(served)]);
  });
  after(async () => {
    await running?.close();
    await serving?.close();
  });
  const browser = { name, page: (options) => running.page(options) };
  const server = {
    get url() {
      return serving.url;
    },
    get requests() {
      return serving.requests;
    },
  };
  const open = async (path, options, base = server.url) => {
    const page = await browser.page(options);
    await page.goto(base + path);
    return page;
  };
  return { browser, server, open };
}
