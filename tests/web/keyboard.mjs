// Without a mouse: the clerk takes in a dispute, accepts it, grades and diverts it. Nothing here
// clicks: whatever is used has been reached with the keys, and what cannot be reached fails.
import { join } from "node:path";
import { expect, judge, pictures, verdict } from "./browser.mjs";
import { become, city, drawer, open } from "./hands.mjs";

const mark = [...String(process.pid)].map((digit) => "甲乙丙丁戊己庚辛壬癸"[digit]).join("");
const farAway = 90;

/** Where the focus is, in words for a failure. */
const focused = (page) =>
  page.evaluate(() => {
    const here = document.activeElement;
    return `${here?.tagName ?? "nothing"} ${(here?.getAttribute("aria-label") ?? here?.textContent ?? "").trim().slice(0, 40)}`;
  });

/** Tab until this has the focus. */
async function reach(page, target, key = "Tab") {
  await target.first().waitFor();
  for (let step = 0; step < farAway; step += 1) {
    if (await target.first().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${target}; the focus is on ${await focused(page)}`);
}

const type = (page, text) => page.keyboard.type(text);
const press = (page, key) => page.keyboard.press(key);

async function fill(page, target, text) {
  await reach(page, target);
  await type(page, text);
}

/** Finds in a list that opens by typing, and takes the first match with Enter. */
async function pick(page, target, text) {
  await reach(page, target);
  await type(page, text);
  await page.locator("[role=option]:visible").first().waitFor();
  await press(page, "Enter");
  await page.locator("[role=option]:visible").first().waitFor({ state: "hidden" });
}

const inDialog = (page) => page.waitForFunction(() => document.querySelector("[aria-modal=true]")?.contains(document.activeElement));
const onHeading = (page) =>
  page.waitForFunction(() => document.activeElement?.matches("[data-next-step] h2")).then(() => true, () => false);

// --- The clerk ---------------------------------------------------------------------------------

async function takesIn({ page, t, b, look, english }) {
  await become(page, "desk_clerk");
  await page.getByRole("heading", { name: t("work", "nextSteps") }).waitFor();
  await press(page, "c");
  await page.getByRole("heading", { name: t("intake", "title") }).waitFor();
  const main = page.locator("main");
  const box = (namespace, key) => main.getByRole("combobox", { name: t(namespace, key) });
  await pick(page, box("intake", "matter.kind"), b("kind.neighbour").slice(0, english ? 5 : 2));
  await pick(page, box("intake", "place.community"), english ? "Huifu" : "汇福");
  expect(!(await page.getByRole("alert").count()), `${look}: Enter in a list sends nothing`);
  await fill(page, main.getByLabel(t("intake", "matter.facts")), "楼上卫生间一直漏水，我家墙面泡坏了。");
  const names = main.getByLabel(t("intake", "party.names.person"));
  await fill(page, names.nth(0), `慕容${mark}`);
  await fill(page, names.nth(1), "贺兰山");
  await press(page, "Control+Enter");
  await page.getByRole("heading", { name: t("intake", "result.title") }).waitFor();
  await judge(page, `${look}-keys-registered`);
  await reach(page, page.getByRole("link", { name: t("intake", "result.open") }));
  await press(page, "Enter");
  await page.locator("[data-next-step]").waitFor();
}

/** Enter does the next step; the drawer has the focus, and gives it to the new step. */
async function next(page, look, what, during = async () => {}) {
  await press(page, "Enter");
  await drawer(page).waitFor();
  await inDialog(page);
  await during();
  await press(page, "Control+Enter");
  await drawer(page).waitFor({ state: "hidden" });
  expect(await onHeading(page), `${look}: after ${what} the focus is on the next step, not on ${await focused(page)}`);
}

async function acceptsAndDiverts({ page, t, w, look }) {
  await next(page, look, "accepting");
  await page.locator("[data-next-step]").getByText(w("action.grade_and_divert")).waitFor();
  await next(page, look, "diverting", async () => {
    const grade = drawer(page).getByRole("radio", { name: w("grade.general") });
    await page.waitForFunction(() => document.querySelector("[role=dialog] input[type=radio]:checked"));
    await reach(page, drawer(page).locator("input[type=radio]:checked"));
    while (!(await grade.isChecked())) await press(page, "ArrowRight");
    await judge(page, `${look}-keys-divert`);
  });
  await page.locator("[data-next-step]").getByText(w("action.grade_and_divert")).waitFor({ state: "hidden" });
}

const scenes = { takesIn, acceptsAndDiverts };
const town = await city();
const looks = [
  { look: "1440-zh", language: "zh-CN", width: 1440, height: 900 },
  { look: "1440-en", language: "en", width: 1440, height: 900 },
].filter(({ look }) => !process.env.LOOKS || process.env.LOOKS.split(",").includes(look));

for (const look of looks) {
  const walk = { ...(await open(town, look)), look: look.look, english: look.language === "en" };
  for (const [name, scene] of Object.entries(scenes)) {
    if (process.env.SCENES && !process.env.SCENES.split(",").includes(name)) continue;
    try {
      await scene(walk);
      console.log(`${look.look}: ${name}`);
    } catch (error) {
      expect(false, `${look.look} ${name}: ${String(error).split("\n").slice(0, 4).join(" ")}`);
      await walk.page.screenshot({ path: join(pictures, `${look.look}-keys-${name}-stuck.png`) }).catch(() => {});
      await walk.page.goto(`${town.house.origin}/?lang=${look.language}`);
    }
  }
  expect(walk.errors.length === 0, `${look.look}: the console is silent: ${walk.errors.slice(0, 3).join(" | ")}`);
  await walk.context.close();
}
await town.close();
const { checks, failures } = verdict();
console.log(`${checks - failures} passed, ${failures} failed`);
process.exit(failures ? 1 : 0);
