// Four whole lives of tests/scenarios, from the first word to the archived dossier: each by the routes of
// the API and by the hands in a browser, from the same page, step by step. LIVES_BY=api|browser takes one of
// the two, LIVES=1,3 some of the lives. At the end every paper of the dossier is printed and looked at.
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { browser, expect, root, serve, verdict } from "./browser.mjs";
import { asked, end, look } from "./frame.mjs";
import { freshCity, invited, open } from "./hands.mjs";
import { byApi } from "./lives/by_api.mjs";
import { readLife, unused } from "./lives/read.mjs";
import { sentences } from "./lives/vocabulary.mjs";

const folder = join(root, "tests/scenarios");
const lives = readdirSync(folder).filter((file) => /^\d/.test(file)).sort().map((file) => readLife(join(folder, file), `tests/scenarios/${file}`));
for (const step of unused(lives)) expect(false, `no life takes the step ${step}: ${sentences[step]}`);

const wanted = (list, one) => !list || list.split(",").includes(one);
const chosen = lives.filter((life) => wanted(process.env.LIVES, life.title[0] && String(lives.indexOf(life) + 1)));
const artefacts = join(root, "artefacts/lives");

/** A city of its own, served; who has no face in the bar has a link. */
async function town() {
  const data = await freshCity();
  const links = { 郭正阳: invited(data, "demo.police_officer") };
  const house = await serve(data, "--demo");
  return { house, links, close: async () => (await house.stop(), rmSync(data, { recursive: true, force: true })) };
}

/** Every step of a life, by one driver; the first that cannot be done ends it. */
async function walk(life, by, driver, stuck = async () => {}) {
  for (const { step, line, told, says } of life.steps) {
    if (process.env.LIVES_ALOUD) console.log(`${line}: ${says}`);
    const failed = verdict().failures;
    try {
      await driver[step](told);
      if (verdict().failures > failed) await stuck(line);
    } catch (error) {
      expect(false, `${life.name}:${line} (${by}) ${says}\n  ${String(error).split("\n").slice(0, 6).join("\n  ")}`);
      await stuck(line);
      return false;
    }
  }
  return true;
}

async function oneByApi(life) {
  const city = await town();
  const { papers } = await import("./lives/papers.mjs");
  const way = byApi({ origin: city.house.origin, links: city.links, known: life.known });
  try {
    const well = await walk(life, "api", way.driver);
    if (well) await papers(life, way, artefacts);
    console.log(`${life.title}: by the API, ${well ? `${life.steps.length} steps` : "stuck"}`);
  } finally {
    await city.close();
  }
}

async function oneByBrowser(life, look) {
  const city = await town();
  const chromium = await browser();
  const { byBrowser } = await import("./lives/by_browser.mjs");
  const way = await byBrowser({ ...city, chromium, open, look, known: life.known, name: `${look.name}-life-${life.title[0]}` });
  try {
    const well = await walk(life, look.name, way.driver, way.stuck);
    expect(way.errors().length === 0, `${life.title}, ${look.name}: the console is silent: ${way.errors().slice(0, 3).join(" | ")}`);
    console.log(`${life.title}: by the browser in ${look.name}, ${well ? `${life.steps.length} steps` : "stuck"}`);
  } finally {
    await chromium.close();
    await city.close();
  }
}

mkdirSync(artefacts, { recursive: true });
const looks = asked([look("1440-zh", { lives }), look("390-en", { lives: lives.slice(0, 1) })]);
if (wanted(process.env.LIVES_BY, "api")) for (const life of chosen) await oneByApi(life);
if (wanted(process.env.LIVES_BY, "browser")) for (const look of looks) for (const life of chosen) if (look.lives.includes(life)) await oneByBrowser(life, look);
await end();
