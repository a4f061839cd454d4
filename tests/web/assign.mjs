// The assignment board and the objection of a party, clicked by the director and by a party in
// Chinese on a desk and in English on a phone: suggest all, "why not X?", another choice with a
// reason by one key, approve all, one that has changed meanwhile; an objection, a successor.
import { join } from "node:path";
import { expect, judge, sees, soon } from "./browser.mjs";
import { asked, end, look, walkScenes } from "./frame.mjs";
import { ask, become, choose, city, drawer, errand, find, go, open, part, request, submit, tick } from "./hands.mjs";

const mark = [...String(process.pid)].map((digit) => "甲乙丙丁戊己庚辛壬癸"[digit]).join("");

/** A dispute that was signed for at the subdistrict's committee and waits for a mediator. */
async function waiting(page, name, more = {}) {
  const file = await errand(page);
  await file.as("desk_clerk");
  const begun = await ask(page, "POST", "/disputes", request(name, "贺兰山", more));
  file.file = begun.file;
  await file.post("acceptance");
  const { organisations } = await ask(page, "GET", "/organisations");
  const committee = organisations.find((one) => one.name.endsWith("迎宾街道人民调解委员会"));
  await file.post("diversion", { organisation: committee.id, grade: "general", change_reason: "双方同意到街道调解" });
  await file.as("director");
  await file.post("receipt", {}, "PUT");
  return { file, codes: begun.codes };
}

/** The line of a dispute on the board, a row or a card. */
const lineOf = (page, name) => page.locator("[data-row]").filter({ hasText: name }).first();

async function board({ page, t, look }) {
  const names = ["慕容", "上官", "东方"].map((one) => `${one}${mark}`);
  const made = [];
  for (const name of names) {
    const form = request(name, "贺兰山");
    if (name === names[0]) form.parties[1].language = "ug";
    made.push(await waiting(page, name, { parties: form.parties }));
  }
  await become(page, "director");
  await go(page, t, "/desk/assign");
  await lineOf(page, names[0]).waitFor();
  await judge(page, `${look}-assign-board`);
  await page.getByRole("button", { name: t("assign", "suggestAll") }).click();
  await page.locator("[data-proposed]").first().waitFor();
  for (const name of names) await soon(async () => (await lineOf(page, name).locator("[data-proposed]").count()) === 1, `${look}: somebody is proposed for ${name}`);
  const reasons = await lineOf(page, names[0]).locator("[data-proposed] li").count();
  expect(reasons >= 2 && reasons <= 5, `${look}: at most five reasons stand beside a proposal (${reasons})`);
  await judge(page, `${look}-assign-proposal`);

  // Why not somebody else? The answer, a reason by one key, and the other one is appointed.
  const asking = lineOf(page, names[1]).getByRole("button", { name: new RegExp(t("assign", "others").split("}}")[1].slice(0, 4)) });
  await asking.click();
  await page.getByRole("menuitem").first().waitFor();
  await judge(page, `${look}-assign-menu`);
  const other = page.locator("[role=menuitem]:visible").first();
  if (!(await other.isVisible())) await asking.click(); // a picture of the whole page may have shut it
  const otherName = (await other.innerText()).trim();
  await other.click();
  await page.locator("[data-why-not]").waitFor();
  await soon(async () => (await page.locator("[data-why-not]").innerText()).includes(otherName), `${look}: the answer names who was asked about`);
  await judge(page, `${look}-assign-why-not`);
  const all_the_same = page.getByRole("button", { name: t("assign", "decide.appoint").replace("{{name}}", otherName) });
  await soon(() => all_the_same.isDisabled(), `${look}: without a reason nobody else is appointed`);
  await drawer(page).getByRole("heading").first().click();
  await page.keyboard.press("1");
  await tick(all_the_same);
  await drawer(page).waitFor({ state: "hidden" });
  await lineOf(page, names[1]).locator("[data-proposed]").waitFor({ state: "detached" });

  // One goes on while the director reads; the others are appointed, that one is told.
  await ask(page, "POST", `/disputes/${made[2].file.file.id}/notes`, { kind: "call", note: "当事人来电，说了新的情况。" });
  await page.getByRole("button", { name: new RegExp(`^${t("assign", "approveAll_other").split(/[（(]/)[0].trim()}`) }).click();
  await page.locator("[data-tone=warn]").first().waitFor();
  await sees(page, t("assign", "understood"), `${look}: what was not done is told`);
  await judge(page, `${look}-assign-changed`);
  await page.getByRole("button", { name: t("assign", "understood") }).click();
  await lineOf(page, names[2]).locator("[data-proposed]").waitFor();
  await lineOf(page, names[2]).getByRole("button", { name: t("assign", "approveOne").split("{{")[0].trim() }).click();
  await lineOf(page, names[2]).locator("[data-proposed]").waitFor({ state: "detached" });
  await judge(page, `${look}-assign-done`);

  // The other choice stands on the file, with its reason.
  await find(page, t, names[1]);
  await part(page, t, "team");
  await sees(page, otherName, `${look}: the one chosen presides`);
  await judge(page, `${look}-assign-file`);
}

/** By the way of the first page: the code of the receipt, no account. */
async function track(page, t, code) {
  await page.goto(`${town.house.origin}/`);
  await page.locator('a[href="/track"]:visible').first().click();
  await page.getByLabel(t("matter", "track.code")).fill(code);
  await page.getByRole("button", { name: t("matter", "track.verb") }).click();
  await page.getByText(t("matter", "mediator.title")).first().waitFor();
}

async function objection({ page, t, w, b, look }) {
  const name = `宇文${mark}`;
  const { file, codes } = await waiting(page, name);
  const { mediators } = await ask(page, "GET", `/disputes/${file.file.id}/proposal`);
  const first = mediators.find((one) => one.proposed);
  await file.post("assignment", { person: first.person, proposed: first.person }, "PUT");

  await track(page, t, codes[0].code);
  await sees(page, first.name, `${look}: a party sees who mediates`);
  await judge(page, `${look}-my-mediator`);
  await page.getByRole("button", { name: t("matter", "mediator.object.verb") }).click();
  await drawer(page).waitFor();
  await choose(drawer(page), t("matter", "mediator.ground"), b("conflict.same_unit"));
  await drawer(page).getByLabel(t("matter", "mediator.note")).fill("他们以前在一个车间。");
  await drawer(page).getByLabel(t("matter", "answer.tail")).fill("2046");
  await judge(page, `${look}-my-objection`);
  await tick(drawer(page).locator("button[type=submit]"));
  await drawer(page).waitFor({ state: "hidden" });
  await sees(page, w("my.objection.open").replace("{name}", first.name), `${look}: the party reads that a decision is awaited`);
  await judge(page, `${look}-my-objected`);

  await page.goto(`${town.house.origin}/desk`);
  await become(page, "director");
  await find(page, t, name);
  await page.locator("[data-next-step]").getByText(w("action.decide_conflict")).first().waitFor();
  await judge(page, `${look}-file-objected`);
  await page.locator("[data-next-step]").getByRole("button").last().click();
  await submit(
    page,
    async (form) => {
      await choose(form, t("dispute", "field.end"), w("conflict_end.replaced"));
      await form.getByRole("radio", { name: new RegExp(t("dispute", "bestFit")) }).first().waitFor();
      await tick(form.getByRole("radio", { name: new RegExp(t("dispute", "bestFit")) }).first());
      await form.getByLabel(t("dispute", "field.answer")).fill("已核实，改由其他调解员办理。");
    },
    () => judge(page, `${look}-drawer-decision`),
  );
  await page.locator("[data-next-step]").getByText(w("action.decide_conflict")).first().waitFor({ state: "hidden" });
  await judge(page, `${look}-file-replaced`);
  await track(page, t, codes[0].code);
  await sees(page, new RegExp(w("my.objection.replaced").replace("{name}", first.name).slice(0, 8)), `${look}: the party reads that somebody else mediates`);
  await judge(page, `${look}-my-replaced`);
  await page.goto(`${town.house.origin}/desk`);
}

const scenes = { board, objection };
const town = await city();
const looks = asked([
  look("1440-zh"),
  look("390-en"),
]);

await walkScenes(town, looks, scenes);
await end(town);
