// The house written from right to left, as Uyghur and Kazakh are: the main pages of a resident,
// a mediator, a clerk and a supervisor, on a desk and on a phone, turned around by `?dir=rtl`.
import { judge, soon } from "./browser.mjs";
import { end, look, walkScenes } from "./frame.mjs";
import { become, city, drawer, errand, find, openTab, request } from "./hands.mjs";

const town = await city();
const looks = [
  look("1440-rtl"),
  look("390-rtl"),
];

/** The same page, turned around. */
async function turned(page) {
  const address = new URL(page.url());
  address.searchParams.set("dir", "rtl");
  await page.goto(String(address));
  await page.waitForLoadState("networkidle");
}

async function mirrored({ page, t, look }) {
  const seen = async (name) => {
    await soon(async () => (await page.evaluate(() => getComputedStyle(document.body).direction)) === "rtl", `${look}: ${name} runs from right to left`);
    await judge(page, `${look}-${name}`);
  };
  const file = await errand(page);
  await file.mediating(request("阿依古丽·阿卜杜热合曼", "诸葛长青"));
  await file.record("to_be_continued");
  await file.post("agreements", file.text([{ what: "修好卫生间防水", manner: "repair" }, { what: "赔偿墙面损失", amount: 180000 }]));
  await turned(page);
  await seen("home");
  await page.locator('a[href="/apply"]').first().click();
  await seen("apply");
  await become(page, "resident");
  await turned(page);
  await seen("resident");
  await become(page, "mediator");
  await turned(page);
  await seen("desk");
  await find(page, t, file.file.number);
  await turned(page);
  await seen("file");
  await page.getByRole("button", { name: t("dispute", "allDeeds") }).click();
  await drawer(page).waitFor();
  await seen("deeds");
  await page.keyboard.press("Escape");
  await drawer(page).waitFor({ state: "hidden" });
  await openTab(page, new RegExp(`^${t("dispute", "tab.agreements")}`));
  await seen("agreement");
  await become(page, "desk_clerk");
  await turned(page);
  await page.locator('a[href="/desk/intake/new"]').first().evaluate((link) => link.click());
  await page.getByLabel(t("intake", "matter.facts")).waitFor();
  await seen("intake");
  await become(page, "supervisor");
  await turned(page);
  await seen("figures");
}

await walkScenes(town, looks, { mirrored });
await end(town);
