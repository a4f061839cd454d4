// Looks at built pages: a picture of each in several widths, languages and schemes, what axe and
// the console say, and whether anything broke the Content-Security-Policy.
//   npm run build && npm run look              the pages below
//   npm run look -- /desk/me /guide            these pages
//   GALLERY=1 npm run build && GALLERY=1 npm run look
// Pictures lie in look/. Chromium comes from Debian (CHROMIUM names another one).
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import { serve } from "./serve.mjs";

const gallery = process.env.GALLERY === "1";
const given = process.argv.slice(2);
const pages = gallery
  ? ["/gallery/"]
  : given.length > 0
    ? given
    : ["/", "/guide", "/nowhere", "/desk/me", "/api-docs/"];
const looks = [
  { name: "1440-zh", width: 1440, lang: "zh-CN" },
  { name: "1440-zh-dark", width: 1440, lang: "zh-CN", dark: true },
  { name: "390-zh", width: 390, lang: "zh-CN" },
  { name: "390-en", width: 390, lang: "en" },
  { name: "1440-en", width: 1440, lang: "en" },
  { name: "1440-rtl", width: 1440, lang: "zh-CN", dir: "rtl" },
  { name: "390-rtl-dark", width: 390, lang: "zh-CN", dir: "rtl", dark: true },
  { name: "320-en", width: 320, lang: "en" },
];

const openapi = {
  openapi: "3.1.0",
  info: { title: "Maplebridge", version: "1" },
  servers: [{ url: "/api" }],
  paths: { "/health": { get: { summary: "Alive.", responses: { 200: { description: "Yes." } } } } },
};
const { server, origin } = await serve(gallery ? "dist-gallery" : "dist", {
  only: gallery ? "gallery/index.html" : undefined,
  api: (_verb, path) => (path === "/api/openapi.json" ? openapi : null),
});
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--headless",
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
mkdirSync("look", { recursive: true });
let wrong = 0;

async function judged(context, page) {
  const session = await context.newCDPSession(page);
  await session.send("Runtime.evaluate", { expression: axe });
  const { result } = await session.send("Runtime.evaluate", { expression: `(${verdicts})()`, awaitPromise: true });
  return JSON.parse(result.value);
}

// Runs in the page.
async function verdicts() {
  const { violations } = await globalThis.axe.run();
  const first = (rule) => rule.nodes.slice(0, 3).map((node) => `${node.target} ${node.any[0]?.message ?? ""}`);
  return JSON.stringify(violations.map((rule) => `${rule.id}: ${first(rule).join(" | ")}`));
}

// What opens over the gallery: how it is opened, and what must then be there.
const states = [
  { name: "errors", open: (page) => page.locator("button[type=submit]").click(), there: "[role=alert] h2" },
  {
    name: "modal",
    open: (page) => page.getByRole("button", { name: "对话框" }).click(),
    there: ".mantine-Modal-content",
  },
  {
    name: "drawer",
    open: (page) => page.getByRole("button", { name: "抽屉" }).click(),
    there: ".mantine-Drawer-content",
  },
  {
    name: "question",
    open: (page) => page.getByRole("button", { name: "询问" }).click(),
    there: ".mantine-Modal-content",
  },
  { name: "menu", open: (page) => page.getByRole("button", { name: "更多" }).click(), there: "[role=menu]:visible" },
  {
    name: "list",
    open: (page) => page.getByRole("combobox", { name: "社区" }).click(),
    there: "[role=listbox]:visible",
  },
  { name: "calendar", open: (page) => page.getByLabel("履行期限").click(), there: ".mantine-DateInput-month" },
  { name: "keys", open: (page) => page.keyboard.press("?"), there: ".mantine-Modal-content" },
  {
    name: "toast",
    open: (page) => page.getByRole("button", { name: "提示" }).click(),
    there: ".mantine-Notification-root",
  },
];

async function inState(context, page, { name, open, there }, before) {
  try {
    await page.evaluate(() => document.activeElement?.blur());
    await open(page);
    await page.waitForSelector(there, { timeout: 4000 });
    await page.waitForTimeout(150);
    await page.screenshot({ path: `look/${before}-${name}.png` });
    const said = await judged(context, page);
    await page.keyboard.press("Escape");
    await page.waitForSelector(".mantine-Modal-content, .mantine-Drawer-content", { state: "detached", timeout: 4000 });
    return said.map((one) => `${name}: ${one}`);
  } catch (error) {
    return [`${name}: ${String(error).slice(0, 900)}`];
  }
}

async function check(path, look) {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.width < 600 ? 844 : 900 },
    colorScheme: look.dark ? "dark" : "light",
    locale: look.lang,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const said = [];
  page.on("console", (message) => message.type() === "error" && said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  await page.goto(`${origin}${path}?lang=${look.lang}${look.dir ? `&dir=${look.dir}` : ""}`, {
    waitUntil: "networkidle",
  });
  await page.waitForSelector("h1, .swagger-ui .info", { timeout: 10_000 }).catch(() => said.push("no h1 came"));
  const name = `${gallery ? "gallery" : path.replaceAll("/", "_")}-${look.name}`;
  await page.screenshot({ path: `look/${name}.png`, fullPage: gallery || path !== "/api-docs/" });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0) said.push(`wider than the screen by ${wide} px`);
  if (!path.startsWith("/api-docs")) said.push(...(await judged(context, page)));
  if (gallery) for (const state of states) said.push(...(await inState(context, page, state, name)));
  wrong += said.length;
  console.log(`${said.length === 0 ? "ok  " : "BAD "} ${name}`);
  for (const one of said) console.log(`     ${one}`);
  await context.close();
}

for (const path of pages) for (const look of looks) await check(path, look);
await browser.close();
server.close();
process.exit(wrong > 0 ? 1 : 0);
