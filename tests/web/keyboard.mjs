// Without a mouse: the clerk takes in a dispute, accepts it, grades and diverts it; the palette
// finds it again; every drawer of a file gives the focus back. Nothing here clicks: whatever is
// used has been reached with the keys, and what cannot be reached fails.
import { join } from "node:path";
import { expect, judge, soon } from "./browser.mjs";
import { asked, end, look, walkScenes } from "./frame.mjs";
import { become, city, drawer, errand, open, request } from "./hands.mjs";

const mark = [...String(process.pid)].map((digit) => "甲乙丙丁戊己庚辛壬癸"[digit]).join("");
const farAway = 180; // a file has some sixty stops and the frame around it thirty: twice round at the most

/** Where the focus is, in words for a failure. */
const focused = (page) =>
  page.evaluate(() => {
    const here = document.activeElement;
    return `${here?.tagName ?? "nothing"} ${(here?.getAttribute("aria-label") ?? here?.textContent ?? "").trim().slice(0, 40)}`;
  });

/** Tab until this has the focus, or what does the same elsewhere on the page. */
async function reach(page, target, key = "Tab") {
  await target.first().waitFor();
  for (let step = 0; step < farAway; step += 1) {
    if (await target.evaluateAll((all) => all.includes(document.activeElement))) return;
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

/** The body has no use for the focus: keys go nowhere, a screen reader begins anew. */
const lost = (page) => page.evaluate(() => document.activeElement === null || document.activeElement === document.body);

async function shut(page) {
  await press(page, "Escape");
  await drawer(page).waitFor({ state: "hidden" });
  await page.waitForFunction(() => document.activeElement !== document.body).catch(() => {});
}

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
  await soon(() => onHeading(page), async () => `${look}: after ${what} the focus is on the next step, not on ${await focused(page)}`);
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

// --- The palette -------------------------------------------------------------------------------

async function palette({ page, t, look }) {
  const here = await page.evaluate(() => fetch("/api/disputes?q=慕容&limit=1").then((answer) => answer.json()));
  const { number, id, parties } = here.disputes[0];
  const short = String(Number(number.match(/(\d+)号$/)[1]));
  const box = page.getByRole("combobox", { name: t("common", "palette.title") });
  const first = drawer(page).getByRole("option").first();
  await press(page, "Control+k");
  await box.waitFor();
  await soon(async () => new RegExp(t("common", "palette.placeholder").slice(0, 6)).test(await box.getAttribute("placeholder")), `${look}: the palette says what it finds`);
  await type(page, short);
  await first.filter({ hasText: number }).waitFor();
  await judge(page, `${look}-palette-number`);
  expect((await page.getByRole("group", { name: t("common", "palette.disputes") }).getByRole("option").count()) <= 8, `${look}: eight at most`);
  await shut(page);
  await soon(async () => !(await lost(page)), `${look}: the palette gives the focus back`);
  await press(page, "Control+k");
  await box.waitFor();
  await type(page, parties.slice(0, 4));
  await press(page, "Enter"); // before the answer: it is waited for
  await box.waitFor({ state: "hidden" });
  await page.waitForURL(new RegExp(`/desk/disputes/${id}$`));
  await page.locator("[data-next-step]").waitFor();
  // Which keys there are is a key away.
  await press(page, "?");
  await drawer(page).getByRole("heading", { name: t("common", "keys.title") }).waitFor();
  await soon(async () => (await drawer(page).innerText()).includes(t("dispute", "allDeeds")), `${look}: the keys of this page are among them`);
  await judge(page, `${look}-keys`);
  await shut(page);
  await press(page, "Control+k");
  await page.getByRole("group", { name: t("common", "palette.recent") }).getByText(number).waitFor();
  await judge(page, `${look}-palette-recent`);
  const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, location.href]));
  expect(!stored.includes(mark), `${look}: what was opened lately stands in no storage and no address`);
  await press(page, "ArrowDown");
  await press(page, "ArrowUp");
  await press(page, "Enter");
  await page.waitForURL(new RegExp(`/desk/disputes/${id}`));
}

// --- Every drawer of a file --------------------------------------------------------------------

/** By the list of everything that may be done, and by the buttons of the file itself. */
async function drawers({ page, t, look }, face, name, carry) {
  const file = await errand(page);
  await carry(file);
  await become(page, face);
  await press(page, "Control+k");
  await page.getByRole("combobox", { name: t("common", "palette.title") }).waitFor();
  await type(page, name);
  await press(page, "Enter");
  await page.locator("[data-next-step]").waitFor();
  await press(page, "a");
  await drawer(page).waitFor();
  await inDialog(page);
  const deeds = await drawer(page).locator("section button").allInnerTexts();
  expect(deeds.length > 3, `${look}: there is something to do for the ${face}`);
  await shut(page);
  for (const deed of deeds) {
    const words = deed.split("\n")[0].trim();
    await reach(page, page.getByRole("button", { name: t("dispute", "allDeeds") }));
    await press(page, "Enter");
    await drawer(page).waitFor();
    await reach(page, drawer(page).getByRole("button", { name: words, exact: true }));
    await press(page, "Enter");
    await drawer(page).getByRole("form").waitFor();
    await page.waitForFunction(() => document.querySelector("[aria-modal=true] form")?.contains(document.activeElement)).catch(() => {});
    await soon(() => page.evaluate(() => document.querySelector("[aria-modal=true] form")?.contains(document.activeElement)), async () => `${look}: “${words}” begins with its first field, not with ${await focused(page)}`);
    await shut(page);
    const back = await focused(page);
    expect(back.includes(t("dispute", "allDeeds")), `${look}: “${words}” gives the focus back to what opened it, not to ${back}`);
  }
}

const mediating = (name) => (file) => file.mediating(request(name, "贺兰山"));
const requested = (name) => (file) => file.request(request(name, "贺兰山"));

const scenes = {
  takesIn,
  acceptsAndDiverts,
  palette,
  clerksDrawers: (walk) => drawers(walk, "desk_clerk", `尉迟${mark}`, requested(`尉迟${mark}`)),
  mediatorsDrawers: (walk) => drawers(walk, "mediator", `宇文${mark}`, mediating(`宇文${mark}`)),
};
const town = await city();
const looks = asked([
  look("1440-zh"),
  look("1440-en"),
]);

await walkScenes(town, looks, scenes, { more: ({ language }) => ({ english: language === "en" }) });
await end(town);
