// The frame of a walk: the looks it is taken in, its scenes one after the other, what is said at the end.
import { expect, stuck, verdict } from "./browser.mjs";
import { open } from "./hands.mjs";

const among = (names) => (one) => !names || names.split(",").includes(one);
const languages = { zh: "zh-CN", en: "en" };

/** "390-en": a window of 390 px in English; and what is called otherwise in it, so that looks can share a city. */
export function look(name, more = {}) {
  const [width, language] = name.split("-");
  return { name, language: languages[language] ?? "zh-CN", width: Number(width), height: width === "390" ? 844 : 900, ...more };
}

/** Those of a walk's looks that are asked for by LOOKS; all of them, where nothing is. */
export const asked = (looks) => looks.filter((one) => among(process.env.LOOKS)(one.name));

/** Two that cross, so that both languages and both widths are seen; all with WALK_DEEP=1, some by LOOKS. */
export const crossing = (looks) => (process.env.LOOKS ? asked(looks) : process.env.WALK_DEEP === "1" ? looks : looks.slice(0, 2));

const start = (town, { language }) => `${town.house.origin}/?lang=${language}`;

/** Every scene in every look, in one window a look; a scene that is stuck does not keep the next from its turn,
 *  unless each builds on the one before (`chain`). `more` tells what the walk of a look knows besides. */
export async function walkScenes(town, looks, scenes, { more = () => ({}), chain = false, beside = [] } = {}) {
  const chosen = Object.entries(scenes).filter(([name]) => among(process.env.SCENES)(name));
  for (const one of looks) {
    const walk = { ...(await open(town, one)), look: one.name, ...more(one) };
    for (const [name, scene] of chosen) {
      try {
        await scene(walk, one);
        console.log(`${one.name}: ${name} walked`);
      } catch (error) {
        await stuck(`${one.name} ${name}`, error, walk.page, ...beside);
        if (chain) break;
        await walk.page.goto(start(town, one)).catch(() => {});
      }
    }
    silent(one.name, walk);
    await walk.context.close();
  }
}

/** Nobody's console said anything. */
export function silent(whose, ...walks) {
  const loud = walks.flatMap((walk) => walk.errors);
  expect(loud.length === 0, `${whose}: the console is silent: ${loud.slice(0, 3).join(" | ")}`);
}

/** Shuts what is still open, counts, and ends the program. */
export async function end(held) {
  await held?.close();
  const { checks, failures } = verdict();
  console.log(`${checks - failures} passed, ${failures} failed`);
  process.exit(failures ? 1 : 0);
}
