// What every browser walk needs: a server with the demo city, Debian's Chromium, axe, pictures.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const require = createRequire(join(root, "web/package.json"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
export const binary = process.env.MAPLEBRIDGE_BINARY ?? join(root, "build/release/maplebridge");
export const pictures = join(root, "artefacts/pictures");
mkdirSync(pictures, { recursive: true });

/** Starts the program; resolves with its address once it serves. */
export function serve(data, ...options) {
  const child = spawn(binary, ["serve", "--data", data, "--port", "0", ...(process.env.MAPLEBRIDGE_WEB ? ["--web", process.env.MAPLEBRIDGE_WEB] : []), ...options], { stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    let told = "";
    child.stdout.on("data", (chunk) => {
      told += chunk;
      const found = told.match(/http:\/\/127\.0\.0\.1:\d+(?=\/  \()/);
      if (found) resolve({ origin: found[0], stop: () => new Promise((done) => (child.once("exit", done), child.kill("SIGTERM"))) });
    });
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

export async function browser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? (existsSync("/usr/bin/chromium") ? "/usr/bin/chromium" : undefined),
    args: ["--headless", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-gpu", "--disable-quic", "--no-first-run",
           "--disable-background-networking", "--disable-component-update", "--disable-sync",
           "--use-fake-device-for-media-stream"],  // a microphone that hums
  });
}

let failures = 0;
let checks = 0;
export function expect(truth, sentence) {
  checks += 1;
  if (truth) return;
  failures += 1;
  console.log(`FAILED: ${sentence}`);
}
export const verdict = () => ({ checks, failures });

/** What axe finds on the page as it stands; nothing is the only good answer. */
export async function axeFinds(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Runtime.evaluate", { expression: axe });
  const { result } = await session.send("Runtime.evaluate", {
    expression: "axe.run(document, {resultTypes: ['violations']}).then(r => JSON.stringify(r.violations.map(v => [v.id, v.nodes.slice(0, 2).map(n => n.html.slice(0, 160))])))",
    awaitPromise: true,
  });
  await session.detach();
  return JSON.parse(result.value ?? "[]");
}

/** A settled page: pictured, judged by axe, without overflow and without console errors. */
export async function judge(page, name) {
  await page.waitForLoadState("networkidle").catch(() => {});
  await page.evaluate(() => Promise.all(document.getAnimations().map((a) => a.finished.catch(() => {}))));
  // A page whose part is still on its way has its heading a moment later; one without is found by axe.
  await page.locator("h1").first().waitFor({ state: "attached", timeout: 10_000 }).catch(() => {});
  // A list that is just opening has its options a moment later; one that stays empty is found by axe.
  const filled = () => [...document.querySelectorAll("[role=listbox]")].every((list) => list.querySelector("[role=option]") || !list.checkVisibility());
  await page.waitForFunction(filled, null, { timeout: 3_000 }).catch(() => {});
  // A dialogue bears the name of its heading a moment after it has opened; one without a name is found by axe.
  const named = () => [...document.querySelectorAll("[role=dialog]")].every((box) => box.matches("[aria-label], [aria-labelledby]"));
  await page.waitForFunction(named, null, { timeout: 3_000 }).catch(() => {});
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  for (const [rule, places] of await axeFinds(page)) expect(false, `${name}: axe ${rule}: ${places.join(" | ")}`);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow <= 1, `${name}: ${overflow} px too wide`);
}

/** The texts of the web app in a language, by namespace and key. */
export function texts(language) {
  const folder = join(root, "web/src/i18n", language);
  return (namespace, key) => {
    const all = JSON.parse(readFileSync(join(folder, `${namespace}.json`), "utf8"));
    const found = key in all ? all[key] : key.split(".").reduce((at, part) => at?.[part], all);
    if (typeof found !== "string") throw new Error(`no text ${namespace}:${key} in ${language}`);
    return found;
  };
}

/** The server's own words (src/api/words), by table and key: what tiles and badges say. */
export function spoken(language) {
  const words = {};
  let table = "";
  for (const line of readFileSync(join(root, "src/api/words", `${language}.toml`), "utf8").split("\n")) {
    const heading = line.match(/^\[(.+)\]$/);
    const entry = line.match(/^"?([\w.]+)"? = "(.*)"$/);
    if (heading) table = heading[1];
    else if (entry) words[`${table}.${entry[1]}`] = entry[2];
  }
  const word = (key) => {
    if (!(key in words)) throw new Error(`no word ${key} in ${language}`);
    return words[key];
  };
  return Object.assign(word, { all: words });
}
