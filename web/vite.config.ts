import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import type { Connect, Plugin } from "vite";
import { defineConfig } from "vitest/config";

const at = (path: string) => resolve(import.meta.dirname, path);

// Two applications share one source tree: "/" for residents and informants, "/desk/" for the
// people who work with disputes. "/api-docs/" is the browsable OpenAPI page. The gallery of the
// kit is built for its own test only (GALLERY=1) and never shipped.
const entries = {
  resident: at("index.html"),
  desk: at("desk/index.html"),
  apiDocs: at("api-docs/index.html"),
};

// As the C++ server does: an address that is no file belongs to one of the entries.
const toItsEntry: Connect.NextHandleFunction = (request, _answer, next) => {
  const path = new URL(request.url ?? "/", "http://localhost").pathname;
  const page = request.method === "GET" && request.headers.accept?.includes("text/html") && !path.includes(".");
  if (page && !path.startsWith("/api/") && !path.startsWith("/gallery"))
    request.url = /^\/(desk|api-docs)(\/|$)/.exec(path)?.[1] ? `/${path.split("/")[1]}/index.html` : "/index.html";
  next();
};

const addresses: Plugin = {
  name: "addresses",
  configureServer: (server) => void server.middlewares.use(toItsEntry),
  configurePreviewServer: (server) => void server.middlewares.use(toItsEntry),
};

const gallery = process.env.GALLERY === "1";

export default defineConfig({
  plugins: [react(), addresses],
  appType: "mpa",
  resolve: { alias: { "@": at("src") } },
  // The server replaces the placeholder with a fresh nonce in every page that it serves.
  html: { cspNonce: "__CSP_NONCE__" },
  build: {
    target: "es2022",
    outDir: gallery ? "dist-gallery" : "dist",
    manifest: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { input: gallery ? { gallery: at("gallery/index.html") } : entries },
  },
  server: {
    port: 5173,
    proxy: { "/api": { target: "http://127.0.0.1:8080", changeOrigin: false } },
  },
  preview: { port: 4173, proxy: { "/api": { target: "http://127.0.0.1:8080", changeOrigin: false } } },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/test/setup.ts"],
    css: false,
    // Where many tests share one machine; a test that hangs is still found.
    testTimeout: 30_000,
    maxWorkers: "100%",
  },
});
