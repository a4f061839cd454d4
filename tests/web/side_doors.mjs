// The two side doors, each walked by two persons: a court hands disputes over and hears what
// became of them, and nobody else does; an informant reports signs from a phone and hears, too.
// Chinese at a desk, English on a phone, in a copy of the demo city of its own.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, judge, root, sees, soon } from "./browser.mjs";
import { asked, end, look, walkScenes } from "./frame.mjs";
import { ask, become, choose, city, drawer, errand, go, open, openTab, reloaded, submit, tick } from "./hands.mjs";

const binary = process.env.MAPLEBRIDGE_BINARY ?? join(root, "build/release/maplebridge");

// The demo's other officers have no password: one of the police is invited, as an office would.
const officers = `SELECT account.username FROM account JOIN grant_of ON grant_of.account = account.id
  JOIN organisation ON organisation.id = grant_of.organisation
 WHERE grant_of.role = 'agency_officer' AND organisation.kind = 'police' ORDER BY account.id LIMIT 1`;
const sqlite = "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute(sys.argv[2]).fetchone()[0])";
let officer, invitation;
const town = await city((data) => {
  officer = execFileSync("python3", ["-c", sqlite, join(data, "maplebridge.db"), officers], { encoding: "utf8" }).trim();
  invitation = execFileSync(binary, ["account", "invite", officer, "--data", data], { encoding: "utf8" }).match(/\/desk\/invitation#\S+/)[0];
});
const looks = asked([
  look("1440-zh", { place: "汇福" }),
  look("390-en", { place: "Huifu" }),
]);

const typed = (scope, name) => scope.getByRole("textbox", { name, exact: true });
const card = (page, words) => page.locator("main section").filter({ hasText: words });

async function pick(page, label, words) {
  const box = page.getByRole("combobox", { name: label }).first();
  await box.click();
  await box.fill(words).catch(() => {});
  await page.locator("[role=option]:visible").filter({ hasText: words }).first().click();
}

/** Answers the question of a dialogue. */
async function say(page, verb) {
  await drawer(page).getByRole("button", { name: verb, exact: true }).click();
  await drawer(page).waitFor({ state: "hidden" });
}

/** The status of a call by whoever is here now. */
const status = (page, path) => page.evaluate((path) => fetch(`/api${path}`).then((answer) => answer.status), path);

// --- A hand-over -----------------------------------------------------------------------------

async function refer({ page, t, b }, look, reference, names) {
  await page.locator('a[href="/link/new"]').first().click();
  await typed(page, t("agency", "reference")).fill(reference);
  await page.getByLabel(t("agency", "answerBy")).first().fill("2023-12-20");
  await page.keyboard.press("Tab");
  await choose(page.locator("main"), t("agency", "courtStage"), t("agency", "courtStages.before_filing"));
  await tick(page.getByRole("checkbox", { name: t("agency", "consentStated") }));
  await choose(page.locator("main"), t("intake", "matter.kind"), b("kind.property_management"));
  await pick(page, t("intake", "place.community"), look.place);
  await typed(page, t("intake", "matter.facts")).fill("业主两年没有交物业费，说电梯坏了半年没人修。物业起诉前到院咨询，愿意先调解。");
  await typed(page, t("intake", "matter.request")).fill("交清物业费，修好电梯。");
  for (let n = 0; n < 2; n += 1) {
    await typed(page, t("intake", "party.names.person")).nth(n).fill(names[n]);
    await typed(page, t("intake", "party.phone")).nth(n).fill(`1380000204${n + 6}`);
  }
  await judge(page, `${look.name}-door-refer`);
  await page.locator("main button[type=submit]").click();
  await card(page, reference).first().waitFor();
}

async function declined(walk, look) {
  const { page, t, w, b } = walk;
  const reference = `（2023）新0203诉前调901号-${look.name}`;
  await become(page, "court_liaison");
  await judge(page, `${look.name}-door-agency`);
  await refer(walk, look, reference, ["郭长河", "孔令辉"]);
  await sees(card(page, reference).first(), w("referral_status.sent"), `${look.name}: the hand-over waits for an answer`);

  await become(page, "desk_clerk");
  await go(page, t, "/desk/referrals");
  await card(page, reference).last().waitFor();
  await judge(page, `${look.name}-door-referrals`);
  await sees(card(page, reference).last(), t("referrals", "facts.stated"), `${look.name}: the desk reads what the agency says about consent`);
  await card(page, reference).last().getByRole("button", { name: t("referrals", "decline") }).click();
  await submit(page, async (form) => {
    await choose(form, t("referrals", "reason"), b("decline.papers_missing"));
    await form.getByLabel(t("referrals", "facts.note")).fill("缺物业服务合同，补齐后再送。");
  }, () => judge(page, `${look.name}-door-decline`));
  await openTab(page, t("referrals", "tabs.declined"));
  await card(page, reference).last().waitFor();
  await judge(page, `${look.name}-door-declined`);

  await become(page, "court_liaison");
  const mine = card(page, reference).first();
  await sees(mine, w("referral_status.declined"), `${look.name}: the officer sees that it was declined`);
  await sees(mine, b("decline.papers_missing"), `${look.name}: and for which reason`);
  await sees(mine, "缺物业服务合同，补齐后再送。", `${look.name}: and the note`);
  await judge(page, `${look.name}-door-agency-declined`);
}

async function accepted(walk, look) {
  const { page, t, w } = walk;
  const reference = `（2023）新0203诉前调902号-${look.name}`;
  const names = look.language === "en" ? ["祝英才", "梁志远"] : ["苗秀兰", "岳鹏程"];
  await become(page, "court_liaison");
  await refer(walk, look, reference, names);

  await become(page, "desk_clerk");
  await go(page, t, "/desk/referrals");
  await card(page, reference).last().getByRole("button", { name: t("referrals", "take") }).click();
  await drawer(page).waitFor();
  await judge(page, `${look.name}-door-take`);
  await say(page, t("referrals", "take"));
  await page.getByText(/[2-9A-Z]{4}-[2-9A-Z]{4}/).first().waitFor();
  await judge(page, `${look.name}-door-taken`);
  await page.locator('main a[href^="/desk/disputes/"]').first().click();
  await page.locator("[data-next-step]").waitFor();
  await judge(page, `${look.name}-door-file`);
  const id = page.url().match(/disputes\/([^/?#]+)/)[1];

  await become(page, "court_liaison");
  await sees(card(page, reference).first(), w("referral_status.accepted"), `${look.name}: the officer sees that it was taken`);
  await sees(card(page, reference).first(), w("stage.requested"), `${look.name}: and that it is a dispute now`);
  await judge(page, `${look.name}-door-agency-taken`);

  const file = await carry(page, id);
  await become(page, "court_liaison");
  const mine = card(page, reference).first();
  await sees(mine, file.number, `${look.name}: the number comes back`);
  await sees(mine, "热依汗", `${look.name}: the mediator comes back`);
  await sees(mine, "先修电梯，再交物业费。", `${look.name}: the agreement comes back`);
  await sees(mine, t("agency", "promises").replace("{{kept}}", "1").replace("{{all}}", "2"), `${look.name}: performance comes back`);
  expect(!(await mine.innerText()).includes("双方到场，各自说明了经过。"), `${look.name}: what was said in the room does not`);
  await judge(page, `${look.name}-door-agency-kept`);
  await alone(walk, look, reference);
}

/** Asked, accepted, diverted, mediated, agreed, one of two promises kept: clicked in another walk. */
async function carry(page, id) {
  const self = await errand(page);
  const consents = async () => {
    for (const party of self.parties()) await self.post("consents", { party, consent: "agreed" });
  };
  self.request = async () => {
    await self.as("desk_clerk");
    self.file = await ask(page, "GET", `/disputes/${id}`);
    await consents();
  };
  await self.mediating();
  await self.record("success");
  await self.agreed([{ manner: "repair", what: "修好电梯" }, { what: "交清物业费", amount: 360000 }], { terms: "先修电梯，再交物业费。" });
  await self.as("mediator");
  const obligation = self.file.dispute.agreements.at(-1).obligations[0].id;
  return self.post(`obligations/${obligation}/performance`, { in_full: true, evidence: "验收单一张" });
}

/** Neither another agency, nor an informant, nor a resident hears of it. */
async function alone({ page }, look, reference) {
  const { referrals } = await ask(page, "GET", "/referrals");
  const { id } = referrals.find((one) => one.reference === reference);
  expect((await status(page, `/referrals/${id}`)) === 200, `${look.name}: the officer reads it`);
  await become(page, "informant");
  expect([403, 404].includes(await status(page, `/referrals/${id}`)), `${look.name}: an informant does not`);
  await become(page, "resident");
  expect([401, 403, 404].includes(await status(page, `/referrals/${id}`)), `${look.name}: a resident does not`);
  expect([403, 404].includes(await status(police.page, `/referrals/${id}`)), `${look.name}: another agency does not`);
  const theirs = (await ask(police.page, "GET", "/referrals")).referrals;
  expect(theirs.every((one) => one.reference !== reference), `${look.name}: nor is it on its list`);
}

/** An officer of the police comes in by a one-time link. */
async function anotherAgency() {
  const walk = await open(town, { language: "zh-CN", width: 1440, height: 900 });
  await walk.page.goto(`${town.house.origin}${invitation}`);
  await walk.page.locator("input[type=password]").fill("三月的雪落在独山子大峡谷");
  await walk.page.locator("button[type=submit]").click();
  await walk.page.getByRole("heading", { name: walk.t("agency", "title") }).waitFor();
  await judge(walk.page, "1440-zh-door-police");
  return walk;
}

// --- A sign ------------------------------------------------------------------------------------

async function report({ page, t }, look, words, kind, urgency) {
  await tick(page.getByRole("radio", { name: t("informant", `kinds.${kind}`) }).first());
  const place = page.getByRole("combobox", { name: t("intake", "place.community") }).first();
  if (!(await place.inputValue())) await pick(page, t("intake", "place.community"), look.place);
  await typed(page, t("informant", "where")).fill("8 号楼 2 单元");
  await tick(page.getByRole("radio", { name: t("informant", `urgencies.${urgency}`) }));
  await typed(page, t("informant", "words")).fill(words);
  if (urgency === "now") await judge(page, `${look.name}-door-report`);
  await page.locator("main button[type=submit]").click();
  await card(page, words).last().waitFor();
}

async function triage({ page, t }, look, words, result, outcome, fill = async () => {}) {
  await card(page, words).last().getByRole("button", { name: t("leads", "triage") }).click();
  await submit(page, async (form) => {
    await tick(form.getByRole("radio", { name: t("leads", `results.${result}`) }));
    await form.getByLabel(t("leads", "outcome")).fill(outcome);
    await fill(form);
  }, () => judge(page, `${look.name}-door-triage-${result}`));
}

async function signs(walk, look) {
  const { page, t } = walk;
  const tail = ` (${look.name})`;
  const heard = [
    { words: `两家人在楼下大声说话，围了不少人。${tail}`, kind: "neighbour", urgency: "calm", result: "no_dispute", outcome: "去看过，是在商量搬家，没有矛盾。" },
    { words: `为停车位吵起来了。${tail}`, kind: "property_management", urgency: "soon", result: "solved_on_the_spot", outcome: "当场说开，两家各让一步。" },
    { words: `工地上几个人要工钱，情绪很激动。${tail}`, kind: "migrant_wage_arrears", urgency: "now", result: "became_request", outcome: "已联系双方，都愿意谈，窗口已登记。" },
  ];
  await become(page, "informant");
  for (const one of heard) await report(walk, look, one.words, one.kind, one.urgency);
  await judge(page, `${look.name}-door-reported`);

  await become(page, "desk_clerk");
  await go(page, t, "/desk/leads");
  await card(page, heard[0].words).last().waitFor();
  await judge(page, `${look.name}-door-leads`);
  for (const { words, result, outcome } of heard)
    await triage(walk, look, words, result, outcome, async (form) => {
      if (result !== "became_request") return;
      const names = typed(form, t("intake", "party.names.person"));
      await names.nth(0).fill("冶成林");
      await names.nth(1).fill("蓝海波");
      await typed(form, t("intake", "party.phone")).nth(0).fill("13800002046");
    });
  await page.locator('main a[href^="/desk/disputes/"]').first().waitFor();
  await judge(page, `${look.name}-door-triaged`);
  await page.locator('main a[href^="/desk/disputes/"]').first().click();
  await page.locator("[data-next-step]").waitFor();
  if (look.width < 600) await openTab(page, t("dispute", "tab.parties"));
  await sees(page.locator("main"), walk.w("consent.not_asked"), `${look.name}: a report is nobody's consent, the parties are asked first`);

  await become(page, "informant");
  for (const { words, outcome } of heard) await sees(card(page, words).last(), outcome, `${look.name}: the informant hears: ${outcome}`);
  await judge(page, `${look.name}-door-told`);
}

const police = await anotherAgency();
/** The demo's own time: a day ahead with one click. */
async function clock({ page }, look) {
  const bar = page.locator("[data-demo-bar]");
  const before = await ask(page, "GET", "/demo");
  await reloaded(page, () => bar.locator("[data-ahead=day]").click());
  const after = await ask(page, "GET", "/demo");
  expect(Math.round((Date.parse(after.now) - Date.parse(before.now)) / 3_600_000) === 24, `${look.name}: the clock goes a day ahead`);
  await sees(bar.locator("bdi:visible"), after.now.slice(8, 10).replace(/^0/, ""), `${look.name}: the bar shows the new day`);
  await soon(async () => (await bar.locator("[data-face]").count()) === 7, `${look.name}: seven persons stand in the bar`);
}

await walkScenes(town, looks, { declined, accepted, signs, clock });
await end(town);
