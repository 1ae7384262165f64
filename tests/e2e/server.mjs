// A server for the tests: the files of the site under the policy that a strict publisher sends, and pages made by a test.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** The built site (`cargo xtask build`), or else the sources: without the module, reports are given. */
export const SITE = process.env.DIST ?? [join(ROOT, "dist"), join(ROOT, "www")].find(existsSync);
export const BUILT = existsSync(join(SITE, "nutgraf_bg.wasm"));
/** Why a test that needs the module is skipped, if it is. */
export const UNBUILT = !BUILT && `no module in ${SITE}: cargo xtask build`;

export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; manifest-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml", ".txt": "text/plain", ".wasm": "application/wasm", ".webmanifest": "application/manifest+json" };

export const seed = async () => (await readFile(join(ROOT, "seeds/000_09ffe61ff0e0225a.txt"), "utf8")).trimEnd();

/** Serves until `close()`. `pages`: content by path, in front of the files; `policy`: the content policy of every answer; `cache`: how long browsers may keep it. */
export async function serve({ pages = {}, policy = POLICY, cache = "no-cache" } = {}) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const address = new URL(request.url, "http://x");
    const path = decodeURIComponent(address.pathname);
    requests.push(path + address.search);
    try {
      let body = pages[path];
      const file = path.endsWith("/") ? `${path}index.html` : path;
      if (body === undefined) {
        body = await readFile(join(SITE, normalize(file)));
        if (file === "/index.html") body = String(body).replace("<!--seed-->", await seedHtml("h2"));
      }
      const type = TYPES[extname(file)] ?? (pages[path] ? "text/html" : "application/octet-stream");
      response.writeHead(200, { "content-type": /text|json|script/.test(type) ? `${type}; charset=utf-8` : type, "content-security-policy": policy, "cache-control": cache });
      response.end(body);
    } catch {
      response.writeHead(404, { "content-security-policy": policy }).end("not found");
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A test that fails before it closes its server must not keep the run from ending.
  server.unref();
  return { url: `http://127.0.0.1:${server.address().port}`, requests, close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))) };
}

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** A page around some markup, with the element's definition. */
export const page = (body, head = "") => `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Test</title>${head}<script type="module" src="/nut-graf-define.js"></script><body>${body}</body></html>`;

export const story = async () => readFile(new URL("./fixtures/seed.report.json", import.meta.url), "utf8");

/** The seed article as a publisher would write it. */
export const seedHtml = async (heading = "h1") => {
  const [headline, ...paragraphs] = (await seed()).split("\n\n").map(escape);
  return `<${heading}>${headline}</${heading}>${paragraphs.map((words) => `<p>${words}</p>`).join("\n")}`;
};
