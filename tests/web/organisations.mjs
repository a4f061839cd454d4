// Organisations and committees: a bureau supervisor opens a committee, sees its people, figures
// and history, enters a new term (first refused for lack of a woman, with the article), prints
// the notice to the court and marks it as sent, moves a room, and describes an office; then an
// administrator imports people with a preview. In both languages, on a desk and on a phone.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, judge, sees, soon, stuck } from "./browser.mjs";
import { crossing, end, look } from "./frame.mjs";
import { ask, become, city, drawer, go, open, openTab, quiet, tick } from "./hands.mjs";

const town = await city();
const looks = crossing([
  // Each look has a committee and a room of its own, so that none finds what another has done.
  look("1440-zh", { committee: "润福社区", code: "650203007003", room: "驻迎宾派出所" }),
  look("390-en", { committee: "Yadianna", code: "650203007004", room: "Shuqin" }),
  look("1440-en", { committee: "Bishui Huayuan", code: "650203007005", room: "Traffic Police" }),
  look("390-zh", { committee: "城南社区", code: "650203007006", room: "驻劳动保障" }),
]);

const main = (page) => page.locator("main");
const verb = (scope, name) => scope.getByRole("button", { name, exact: true });
const link = (scope, name) => scope.getByRole("link", { name, exact: true });
const submit = (page) => tick(drawer(page).locator("button[type=submit]"));
const shut = async (page, t) => {
  await drawer(page).getByRole("button", { name: t("common", "close"), exact: true }).click();
  await drawer(page).waitFor({ state: "hidden" });
};

/** Finds an organisation in the list by a part of its name and opens its page. */
async function visit({ page, t }, words) {
  await go(page, t, "/desk/organisations");
  await page.getByRole("searchbox").first().fill(words);
  await page.keyboard.press("Enter");
  await page.waitForURL(/[?&]q=/);
  await quiet(page);
  const rows = main(page).locator("[data-row]").filter({ hasText: words });
  await rows.last().waitFor();
  await rows.last().getByRole("link").first().click();
  await page.getByRole("tab", { name: t("organisation", "tab.people") }).waitFor();
}

/** One of a list that opens, found by typing where it lets itself be typed in. */
async function choosing(scope, label, option) {
  const box = scope.getByRole("combobox", { name: label }).first();
  await box.click();
  if (await box.isEditable()) await box.fill(option.slice(0, 12));
  await scope.page().locator("[role=option]:visible").filter({ hasText: option }).first().click();
}

async function lookAround(walk, look) {
  const { page, t } = walk;
  await go(page, t, "/desk/organisations");
  await sees(main(page), t("organisation", "duty.title"), `${look.name}: the bureau sees what committees owe`);
  await judge(page, `${look.name}-organisations`);
  await visit(walk, look.committee);
  await sees(main(page), t("organisation", "about.basis"), `${look.name}: the legal basis stands on the page`);
  await sees(main(page), t("organisation", "figures.settled"), `${look.name}: so do the figures`);
  await judge(page, `${look.name}-organisation`);
  await openTab(page, t("organisation", "tab.history"));
  await page.getByRole("list", { name: t("organisation", "history.title") }).waitFor();
  await judge(page, `${look.name}-organisation-history`);
  // A figure leads down to its disputes, and back.
  await main(page).getByRole("region", { name: new RegExp(t("organisation", "figures.title").split("{{")[0].trim() || "2023") }).getByRole("link").last().click();
  await page.waitForURL(/indicators\/local_resolution_rate/);
  await main(page).locator("[data-row]").first().waitFor();
  await judge(page, `${look.name}-organisation-behind`);
  await page.goBack();
}

async function member(page, t, w, n, { post, woman, minority }) {
  const seat = drawer(page).locator("[data-member]").nth(n);
  await seat.getByRole("combobox", { name: t("organisation", "member.person") }).click();
  await page.locator("[role=option]:visible").first().click();
  await choosing(seat, t("organisation", "term.post"), w(`post.${post}`));
  if (woman) await tick(seat.getByRole("checkbox", { name: t("organisation", "term.woman"), exact: true }));
  if (minority) await tick(seat.getByRole("checkbox", { name: t("organisation", "term.minority"), exact: true }));
}

/** A new term: refused without a woman, with the article; then right. */
async function newTerm(walk, look) {
  const { page, t, w } = walk;
  await openTab(page, t("organisation", "tab.term"));
  await verb(main(page), t("organisation", "term.enter")).click();
  await drawer(page).waitFor();
  await drawer(page).getByRole("textbox", { name: t("organisation", "term.minutes"), exact: true }).fill("推选记录〔2023〕7号");
  await member(page, t, w, 0, { post: "director" });
  await member(page, t, w, 1, { post: "member", minority: true });
  await member(page, t, w, 2, { post: "member" });
  await submit(page);
  const refused = drawer(page).getByRole("alert");
  await sees(refused, w("refusal.term.no_woman"), `${look.name}: a committee without a woman is refused`);
  await sees(refused, look.language === "en" ? /article 8/i : /第八条/, `${look.name}: and the article is named`);
  await judge(page, `${look.name}-term-refused`);
  const seat = drawer(page).locator("[data-member]").nth(2);
  await tick(seat.getByRole("checkbox", { name: t("organisation", "term.woman"), exact: true }));
  await submit(page);
  await drawer(page).waitFor({ state: "hidden" });
  await sees(main(page), "推选记录〔2023〕7号", `${look.name}: the new term stands on the page`);
  await judge(page, `${look.name}-term`);
}

async function tellTheCourt(walk, look) {
  const { page, t } = walk;
  await main(page).getByRole("link", { name: new RegExp(`^${t("organisation", "notice.print")}`) }).first().click();
  await page.locator("article").waitFor();
  await sees(page.locator("article"), /第十条|article 10/i, `${look.name}: the notice names article 10`);
  expect(!(await page.locator("article").innerText()).includes("{{"), `${look.name}: every place of the notice is filled`);
  await judge(page, `${look.name}-notice`);
  await link(main(page), t("documents", "inEnglish")).click();
  await sees(page.locator("article"), "Composition of a People's Mediation Committee", `${look.name}: it is there in English`);
  await link(main(page), t("organisation", "notice.back")).click();
  const mark = main(page).getByRole("button", { name: new RegExp(`^${t("organisation", "notice.mark")}`) });
  await mark.first().waitFor();
  const before = await mark.count();
  await mark.first().click();
  await submit(page);
  await drawer(page).waitFor({ state: "hidden" });
  await page.waitForFunction(([words, n]) => [...document.querySelectorAll("main button")].filter((one) => one.getAttribute("aria-label")?.startsWith(words)).length < n, [t("organisation", "notice.mark"), before]);
  await judge(page, `${look.name}-notice-sent`);
}

async function changing({ page, t }, deed) {
  await verb(main(page), t("organisation", "change")).click();
  await page.getByRole("menuitem", { name: t("organisation", `deed.${deed}.verb`), exact: true }).click();
  await drawer(page).waitFor();
}

/** A room moves to another committee; below an office it is refused. */
async function moveRoom(walk, look) {
  const { page, t, w } = walk;
  await visit(walk, look.room);
  await changing(walk, "standing");
  await drawer(page).getByRole("textbox", { name: t("organisation", "about.contact"), exact: true }).fill("值班室");
  await judge(page, `${look.name}-standing`);
  await submit(page);
  await drawer(page).waitFor({ state: "hidden" });
  await sees(main(page), "值班室", `${look.name}: the contact stands on the page`);
  await changing(walk, "move");
  await choosing(drawer(page), t("organisation", "deed.move.to"), look.language === "en" ? "Guhai Judicial Office" : "古海司法所");
  await drawer(page).getByRole("textbox", { name: t("organisation", "reason"), exact: true }).fill("工作需要");
  await submit(page);
  await sees(drawer(page).getByRole("alert"), w("refusal.organisation.part_needs_committee"), `${look.name}: a room belongs to a committee`);
  await judge(page, `${look.name}-move-refused`);
  await choosing(drawer(page), t("organisation", "deed.move.to"), look.language === "en" ? "Guhai People's" : "古海街道人民调解委员会");
  await submit(page);
  await drawer(page).waitFor({ state: "hidden" });
  await sees(main(page), look.language === "en" ? "Guhai People's Mediation Committee" : "克拉玛依区古海街道人民调解委员会", `${look.name}: it belongs there now`);
  await openTab(page, t("organisation", "tab.history"));
  await sees(main(page), "工作需要", `${look.name}: and its history says why`);
  await judge(page, `${look.name}-moved`);
}

/** An office that still works is not closed. */
async function notClosed(walk, look) {
  const { page, t, w } = walk;
  await visit(walk, look.committee);
  await changing(walk, "close");
  await drawer(page).getByRole("textbox", { name: t("organisation", "reason"), exact: true }).fill("试一试");
  await submit(page);
  await drawer(page).getByRole("alert").waitFor();
  await judge(page, `${look.name}-not-closed`);
  const alert = await drawer(page).getByRole("alert").innerText();
  const said = ["still_at_work", "not_the_lowest", "people_serve"].some((code) => alert.includes(w(`refusal.organisation.${code}`).split("{")[0].trim()));
  expect(said, `${look.name}: it is said what it still has in hand`);
  await shut(page, t);
}

/** People from a file: the bad rows are named, nothing is written; then the good ones are entered. */
async function importPeople(look) {
  const walk = await open(town, look);
  const { page, context, errors, t } = walk;
  await ask(page, "POST", "/demo/face", { face: "administrator" });
  await page.goto(`${town.house.origin}/desk`);
  await main(page).locator("h1").first().waitFor();
  await go(page, t, "/desk/admin");
  await link(main(page), t("admin", "import.title")).click();
  await main(page).getByText(t("admin", "import.columns.people")).waitFor();
  await judge(page, `${look.name}-import`);
  const folder = mkdtempSync(join(tmpdir(), "maplebridge-lists-"));
  const tail = look.name.replace(/\W/g, "");
  const rows = ["姓名,所在组织,身份,专兼职,语言,擅长纠纷,证书编号,发证日期,有效期至"];
  for (let n = 1; n <= 20; n += 1) rows.push(`试用${tail}${n},克拉玛依区古海街道人民调解委员会,调解员,兼职,汉语,邻里纠纷,试${tail}-${n},2023-05-01,2026-04-30`);
  const good = join(folder, "people.csv");
  writeFileSync(good, `${rows.join("\r\n")}\r\n`);
  const bad = join(folder, "bad.csv");
  writeFileSync(bad, `${[...rows, `试用${tail}99,没有的调委会,国王,,,,,,`].join("\r\n")}\r\n`);
  const picker = page.locator("input[type=file]");
  await picker.setInputFiles(bad);
  await sees(main(page), t("admin", "import.faults"), `${look.name}: the faults are named`);
  await soon(() => verb(main(page), t("admin", "import.enter_other").replace("{{count}}", "20")).isDisabled(), `${look.name}: and nothing can be entered unless they are passed over`);
  await judge(page, `${look.name}-import-faults`);
  await picker.setInputFiles(good);
  await page.getByText(t("admin", "import.faults")).waitFor({ state: "detached" });
  const enter = verb(main(page), t("admin", "import.enter_other").replace("{{count}}", "20"));
  await enter.waitFor();
  await judge(page, `${look.name}-import-preview`);
  await enter.click();
  await sees(main(page), t("admin", "import.doneTitle"), `${look.name}: twenty people are entered at once`);
  await judge(page, `${look.name}-import-done`);
  await verb(main(page), t("admin", "import.another")).click();
  await picker.setInputFiles(good);
  await sees(main(page), t("admin", "import.known"), `${look.name}: the same file again`);
  await soon(() => verb(main(page), t("admin", "import.enter_other").replace("{{count}}", "0")).isDisabled(), `${look.name}: doubles nobody`);
  expect(errors.length === 0, `${look.name}: the console is silent: ${errors.slice(0, 3).join(" | ")}`);
  await context.close();
}

for (const look of looks) {
  try {
    const walk = await open(town, look);
    await become(walk.page, "supervisor");
    await lookAround(walk, look);
    await newTerm(walk, look);
    await tellTheCourt(walk, look);
    await moveRoom(walk, look);
    await notClosed(walk, look);
    expect(walk.errors.length === 0, `${look.name}: the console is silent: ${walk.errors.slice(0, 3).join(" | ")}`);
    await walk.context.close();
    await importPeople(look);
    console.log(`${look.name}: organisations walked`);
  } catch (error) {
    await stuck(look.name, error, town.chromium.contexts().at(-1)?.pages().at(-1));
    for (const context of town.chromium.contexts()) await context.close();
  }
}
await end(town);
