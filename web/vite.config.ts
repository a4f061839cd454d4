import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
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

const gallery = process.env.GALLERY === "1";

export default defineConfig({
  plugins: [react()],
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
  },
});
