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

/** Debian's browser without a screen, which is far lighter than the whole one; that one where it is not there. */
const chromiums = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

export async function browser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? chromiums.find(existsSync),
    args: ["--headless", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-gpu", "--disable-quic", "--no-first-run",
           "--disable-background-networking", "--disable-component-update", "--disable-sync",
           "--js-flags=--no-maglev --no-turbofan",    // no page lives long enough for its code to be worth polishing
           "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"],  // a microphone that hums, and nobody who forbids it
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

// On a machine with much else to do everything takes longer: WALK_PATIENCE=60000.
export const patience = Number(process.env.WALK_PATIENCE ?? 15_000);

/** What need not hold at once but comes to hold: what a page shows, or the house writes, may still be on its way.
 *  That something is hidden from somebody is never asked twice: `expect`. */
export async function soon(truth, sentence) {
  const until = Date.now() + patience;
  let holds = await truth();
  for (let rest = 20; !holds && Date.now() < until; rest = Math.min(2 * rest, 500)) {
    await new Promise((next) => setTimeout(next, rest));
    holds = await truth();
  }
  expect(holds, holds || typeof sentence === "string" ? sentence : await sentence());
}

/** These words come to stand there for everybody to see. */
export async function sees(scope, words, sentence) {
  const there = await scope.getByText(words).locator("visible=true").first().waitFor().then(() => true, () => false);
  expect(there, sentence);
}

// What each window still waits for, and since when: a page that moves under the hand loses the click.
const waitsFor = new WeakMap();

export function watched(page) {
  const here = { open: new Set(), changed: 0 };
  waitsFor.set(page, here);
  const note = (change) => (one) => (change(one), (here.changed = Date.now()));
  page.on("request", note((one) => here.open.add(one)));
  for (const end of ["requestfinished", "requestfailed"]) page.on(end, note((one) => here.open.delete(one)));
}

// Two frames later what a click or an answer has begun is on its way, and done once the page has nothing more to
// do; true where neither bones are drawn nor a part without bones (data-coming) is still to come.
const drawn = () =>
  new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(next, { timeout: 3000 }))))
    .then(() => !document.querySelector("[data-coming]") && ![...document.querySelectorAll("[role=status][data-shape]")].some((bones) => bones.checkVisibility()));

/** Nothing is on its way any more, and what came is drawn: bones of what is still to come are gone. */
export async function quiet(page) {
  const here = waitsFor.get(page) ?? { open: new Set(), changed: 0 };
  const look = () => page.evaluate(drawn).catch(() => null); // null: the page is just being left
  const began = Date.now();
  await look();
  while (Date.now() < began + patience) {
    const changed = Math.max(began, here.changed);
    const rest = changed + 60 - Date.now();
    if (here.open.size === 0 && rest <= 0) {
      const whole = await look();
      if (whole !== null && here.open.size === 0 && here.changed <= changed && (whole || Date.now() - changed > 5_000)) return;
    }
    await new Promise((next) => setTimeout(next, Math.max(20, rest)));
  }
  // A request whose answer nobody reads to its end never ends: the walk waits for nothing.
  console.log(`never came to rest: ${new URL(page.url()).pathname} waits for ${[...here.open].map((one) => new URL(one.url()).pathname).join(", ") || "its drawing"}`);
}

// A walk by hand takes the whole page, ./test what the window shows of it (WALK_PICTURES=glance).
const whole = process.env.WALK_PICTURES !== "glance";
const wires = new WeakMap();

/** The page's own wire to the browser, beneath what it may load from where. */
async function wire(page) {
  if (!wires.has(page)) wires.set(page, await page.context().newCDPSession(page));
  const session = wires.get(page);
  return async (expression) => (await session.send("Runtime.evaluate", { expression, awaitPromise: true })).result.value;
}

export async function picture(page, name) {
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: whole });
}

/** What axe finds on the page as it stands; nothing is the only good answer. */
export async function axeFinds(page) {
  const told = await wire(page);
  if (!(await told("'axe' in window"))) await told(`${axe}; 0`); // once a document
  const rules = "{resultTypes: ['violations'], reporter: 'no-passes', preload: false}";
  return JSON.parse((await told(`axe.run(document, ${rules}).then(r => JSON.stringify(r.violations.map(v => [v.id, v.nodes.slice(0, 2).map(n => n.html.slice(0, 160))])))`)) ?? "[]");
}

// A page whose part is still on its way has its heading a moment later, a list that is just opening its
// options, a dialogue that has opened the name of its heading; one that stays without is found by axe.
const ready = () =>
  document.querySelector("h1") &&
  [...document.querySelectorAll("[role=listbox]")].every((list) => list.querySelector("[role=option]") || !list.checkVisibility()) &&
  [...document.querySelectorAll("[role=dialog]")].every((box) => box.matches("[aria-label], [aria-labelledby]"));

/** A settled page: pictured, judged by axe, without overflow and without console errors. */
export async function judge(page, name) {
  await quiet(page);
  await page.waitForFunction(ready, null, { timeout: 10_000 }).catch(() => {});
  await page.evaluate(() => Promise.all(document.getAnimations().map((a) => a.finished.catch(() => {}))));
  await picture(page, name);
  for (const [rule, places] of await axeFinds(page)) expect(false, `${name}: axe ${rule}: ${places.join(" | ")}`);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow <= 1, `${name}: ${overflow} px too wide`);
}

/** A walk that cannot go on: what failed, what each page says that may tell why, and a picture of it. */
export async function stuck(name, error, ...pages) {
  expect(false, `${name}: ${String(error?.stack ?? error).split("\n").slice(0, 9).join(" ")}`);
  const said = () => [...document.querySelectorAll("[role=alert], [role=status], [aria-invalid=true], [data-error]")].filter((one) => one.checkVisibility()).map((one) => `${one.getAttribute("aria-label") ?? ""} ${one.textContent || one.value || ""}`.trim());
  let n = 0;
  for (const page of pages.filter(Boolean)) {
    const { pathname, search } = new URL(page.url());
    console.log(`  it stands at ${pathname}${search}: ${(await page.evaluate(said).catch(() => [])).filter(Boolean).join(" | ")}`);
    await page.screenshot({ path: join(pictures, `${name.replace(/[^\w-]+/g, "-")}-stuck-${n++}.png`) }).catch(() => {});
  }
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
