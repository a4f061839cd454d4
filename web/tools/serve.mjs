// Serves a built folder as the C++ server does: real Content-Security-Policy with a fresh nonce,
// each address to its entry, 404 for what is missing. `api` answers /api/* in tests.
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".json": "application/json",
};

export const policy = (nonce) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

function entryOf(path, only) {
  if (only) return only;
  if (/^\/desk(\/|$)/.test(path)) return "desk/index.html";
  if (/^\/api-docs(\/|$)/.test(path)) return "api-docs/index.html";
  return "index.html";
}

export function serve(folder, { only, api = () => null } = {}) {
  const server = createServer((request, answer) => {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    const send = (status, type, body, headers = {}) => {
      answer.writeHead(status, { "Content-Type": type, "X-Content-Type-Options": "nosniff", ...headers });
      answer.end(body);
    };
    if (path.startsWith("/api/")) {
      const said = api(request.method, path);
      return said ? send(200, "application/json", JSON.stringify(said)) : send(404, "application/problem+json", "{}");
    }
    const file = join(folder, normalize(path));
    if (extname(path)) {
      if (!existsSync(file)) return send(404, "text/plain", "not found");
      return send(200, types[extname(path)] ?? "application/octet-stream", readFileSync(file));
    }
    const nonce = randomBytes(16).toString("base64");
    const page = readFileSync(join(folder, entryOf(path, only)), "utf8").replaceAll("__CSP_NONCE__", nonce);
    return send(200, types[".html"], page, { "Content-Security-Policy": policy(nonce), "Cache-Control": "no-store" });
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve({ server, origin: `http://127.0.0.1:${server.address().port}` }));
  });
}
