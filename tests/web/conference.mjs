// A case conference: called for a hard dispute, people invited with the papers that each may see, an
// adviser on a page of its own, the decision and its tasks; a broken promise and the roads that are
// open then, to the mediator and to the party.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { binary, expect, judge, sees, soon } from "./browser.mjs";
import { asked, end, look, silent, walkScenes } from "./frame.mjs";
import { ask, become, choose, city, drawer, errand, find, go, open, part, request, submit, tick } from "./hands.mjs";

const sqlite = "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute(sys.argv[2]).fetchone()[0])";
const advisers = "SELECT account.username || ' ' || person.name FROM account JOIN grant_of ON grant_of.account = account.id JOIN person ON person.id = account.person WHERE grant_of.role = 'adviser' ORDER BY account.id LIMIT 1";
let invitation, adviser;
const town = await city((data) => {
  const [account, ...person] = execFileSync("python3", ["-c", sqlite, join(data, "maplebridge.db"), advisers], { encoding: "utf8" }).trim().split(" ");
  adviser = person.join(" ");
  invitation = execFileSync(binary, ["account", "invite", account, "--data", data], { encoding: "utf8" }).match(/\/desk\/invitation#\S+/)[0];
});
const looks = asked([
  look("1440-zh", { people: ["公良羽", "拓跋野"] }),
  look("390-en", { people: ["东郭先", "南宫问"] }),
]);

const verb = (scope, w, deed) => scope.getByRole("button", { name: w(`deed.mediation.${deed}`), exact: true });
const label = (scope, t, field) => scope.getByRole("textbox", { name: t("dispute", `field.${field}`) }).first();

async function search(page, box, words) {
  await box.click();
  await box.fill(words);
  await page.locator("[role=option]:visible").filter({ hasText: words }).first().click();
}

// --- At the table ------------------------------------------------------------------------------

async function called(walk, look) {
  const { page, t, w } = walk;
  const self = await errand(page);
  await self.mediating(request(...look.people));
  await self.record("to_be_continued", { record: "双方都说漏水多次，谈不拢赔多少。" });
  walk.file = self.file;
  await become(page, "director");
  await find(page, t, walk.file.number);
  await part(page, t, "conference");
  await sees(page, t("dispute", "conference.none"), `${look.name}: no conference yet`);
  await judge(page, `${look.name}-conference-none`);
  await page.getByRole("button", { name: t("dispute", "conference.call"), exact: true }).first().click();
  // A general dispute: the director says why.
  await submit(page, async (form) => {
    await label(form, t, "conferenceQuestion").fill("漏水反复三次，怎样一次修好又不再争？");
    await label(form, t, "conferenceWhy").fill("三次上门都没有谈成，邻里关系紧张。");
    await label(form, t, "sessionPlace").fill("迎宾街道调解中心二楼");
    await search(page, form.getByRole("combobox", { name: t("dispute", "field.presides") }), "热依汗");
  }, () => judge(page, `${look.name}-conference-call`));
  await sees(page, "漏水反复三次，怎样一次修好又不再争？", `${look.name}: the question stands there`);
}

async function invited(walk, look) {
  const { page, t, w } = walk;
  await become(page, "mediator");
  await find(page, t, walk.file.number);
  await part(page, t, "conference");
  const record = (kind) => new RegExp(t("dispute", "conference.recordOf").split("{{when}}")[0].replace("{{kind}}", kind).trim());
  await verb(page, w, "conference_invited").first().click();
  await drawer(page).waitFor();
  // Whoever was not asked about ties cannot be invited.
  await tick(drawer(page).getByRole("radio", { name: w("seat_kind.legal_adviser"), exact: true }));
  await search(page, drawer(page).getByRole("combobox", { name: t("dispute", "field.consulted") }), adviser);
  await tick(drawer(page).getByRole("checkbox", { name: record(w("session_kind.joint")) }));
  await tick(drawer(page).locator("button[type=submit]"));
  await sees(drawer(page), w("problem.ask_about_ties"), `${look.name}: one has to ask about kinship first`);
  await judge(page, `${look.name}-conference-ties`);
  await tick(drawer(page).getByRole("checkbox", { name: t("dispute", "field.askedTies") }));
  await submit(page);
  // Somebody from outside, by name; a party's own name is refused.
  await verb(page, w, "conference_invited").first().click();
  await drawer(page).waitFor();
  await tick(drawer(page).getByRole("radio", { name: t("dispute", "conference.outside"), exact: true }));
  await label(drawer(page), t, "guestName").fill(look.people[1]);
  await label(drawer(page), t, "guestFrom").fill("市建筑设计院");
  await tick(drawer(page).getByRole("checkbox", { name: t("dispute", "field.askedTies") }));
  await tick(drawer(page).locator("button[type=submit]"));
  await sees(drawer(page).getByRole("alert"), w("refusal.conference.of_a_party"), `${look.name}: nobody of a party advises`);
  await label(drawer(page), t, "guestName").fill("闻工");
  await submit(page);
  await sees(page, "闻工", `${look.name}: the expert is invited`);
  await judge(page, `${look.name}-conference-seats`);
}

// --- The adviser's own page ----------------------------------------------------------------------

async function comes(language, width, height) {
  const walk = await open(town, { language, width, height });
  await walk.page.goto(`${town.house.origin}${invitation}`);
  await walk.page.locator("input[type=password]").fill("三月的雪落在独山子大峡谷");
  await walk.page.locator("button[type=submit]").click();
  await walk.page.getByText(walk.t("work", "invited.title")).first().waitFor();
  return walk;
}

async function advised(walk, look, reader) {
  const { page, t } = reader;
  await page.setViewportSize({ width: look.width, height: look.height });
  await page.goto(`${town.house.origin}/desk`);
  await sees(page, "漏水反复三次，怎样一次修好又不再争？", `${look.name}: the invitation lies on the adviser's desk`);
  await go(page, t, "/desk/consultations");
  await page.getByRole("link", { name: new RegExp(walk.file.kind_name) }).first().click().catch(() => page.locator("main h3 a").first().click());
  await page.waitForURL(/\/desk\/consultations\/./);
  await sees(page, "双方都说漏水多次，谈不拢赔多少。", `${look.name}: the record that was chosen`);
  expect(!(await page.content()).includes("找过两次都没谈成"), `${look.name}: and not the request, which was not`);
  await judge(page, `${look.name}-conference-adviser`);
  await page.getByLabel(t("consult", "advice.text")).fill("先请物业查明管道，再谈分担；可参照相邻关系。");
  await page.getByLabel(t("consult", "advice.basis")).fill("民法典第二百八十八条");
  await tick(page.locator("main button[type=submit]"));
  await sees(page, t("consult", "state.advised"), `${look.name}: the advice was given`);
  await judge(page, `${look.name}-conference-advised`);
}

async function decided(walk, look, reader) {
  const { page, t, w, b } = walk;
  await find(page, t, walk.file.number);
  await page.reload(); // what somebody else did a moment ago
  await part(page, t, "conference");
  await sees(page, "先请物业查明管道，再谈分担；可参照相邻关系。", `${look.name}: the mediator reads what was advised`);
  const expert = page.locator("li").filter({ hasText: "闻工" });
  await verb(expert, w, "advice_given").click();
  await submit(page, async (form) => {
    await label(form, t, "conferenceAdvice").fill("支管接口老化，换一段即可，约八百元。");
    await label(form, t, "conferenceBasis").fill("现场查看");
  }, () => judge(page, `${look.name}-conference-note`));
  await verb(page, w, "conference_decided").first().click();
  await submit(page, async (form) => {
    await sees(form, "先请物业查明管道，再谈分担；可参照相邻关系。", `${look.name}: advice is read while deciding`);
    await choose(form, t("dispute", "field.conferenceRoad"), b("conference_road.go_on"));
    await label(form, t, "conferenceReasons").fill("两份意见都主张先修后议，采纳。");
    await form.getByRole("button", { name: t("dispute", "conference.addTask"), exact: true }).click();
    await label(form, t, "taskWhat").fill("请物业周五前查明管道并报价。");
    await form.getByLabel(t("dispute", "field.due")).first().fill("2023-12-30");
    await page.keyboard.press("Tab");
  }, () => judge(page, `${look.name}-conference-decide`));
  await sees(page, b("conference_road.go_on"), `${look.name}: the road stands there`);
  await judge(page, `${look.name}-conference-decided`);
  await reader.page.reload();
  await sees(reader.page, reader.b("conference_road.go_on"), `${look.name}: the adviser learns what was decided`);
  // The task lies on the desk until it is done.
  await go(page, t, "/desk");
  await sees(page, "请物业周五前查明管道并报价。", `${look.name}: the task lies on the desk`);
  await judge(page, `${look.name}-conference-task`);
  await page.locator("li").filter({ hasText: "请物业周五前查明管道并报价。" }).getByRole("button").first().click();
  await submit(page, (form) => form.getByLabel(t("consult", "tasks.outcome")).fill("物业已查明，周五施工。"));
  await page.getByText("请物业周五前查明管道并报价。").waitFor({ state: "hidden" }).catch(() => {});
  await soon(async () => (await page.getByText("请物业周五前查明管道并报价。").count()) === 0, `${look.name}: until it is done`);
  // The bureau sees that there was a conference, and none of its words.
  const file = await ask(page, "GET", `/disputes/${walk.file.id}`);
  expect(file.dispute.room.conferences[0].tasks[0].outcome === "物业已查明，周五施工。", `${look.name}: with what came of it`);
}

// --- A broken promise ----------------------------------------------------------------------------

async function roads(walk, look) {
  const { page, t, w } = walk;
  const self = await errand(page);
  await self.mediating(request(...look.people.map((name) => `${name}二`)));
  await self.record("success");
  const tomorrow = new Date(Date.parse(self.file.dispute.accepted_at) + 32 * 3_600_000).toISOString().slice(0, 10); // in Beijing
  await self.agreed([{ what: "赔偿墙面损失", amount: 180000, manner: "cash", due: tomorrow }], { third_parties: "none_touched" });
  walk.codes = self.codes;
  await ask(page, "POST", "/demo/clock", { days: 7 }).catch(() => {});
  await become(page, "mediator");
  await find(page, t, self.file.number);
  await part(page, t, "agreements");
  // Waived by the wrong one: refused with the article.
  await page.getByRole("button", { name: w("deed.resolution.waived"), exact: true }).first().click();
  await drawer(page).waitFor();
  await tick(drawer(page).getByRole("group").filter({ hasText: t("dispute", "field.waivedBy") }).getByRole("radio", { name: new RegExp(look.people[1]) }).first());
  await label(drawer(page), t, "waiveReason").fill("不用还了");
  await tick(drawer(page).locator("button[type=submit]"));
  await sees(drawer(page).getByRole("alert"), w("refusal.obligation.of_another"), `${look.name}: nobody gives up what is another's`);
  await judge(page, `${look.name}-roads-waive`);
  await page.keyboard.press("Escape");
  await drawer(page).waitFor({ state: "hidden" });
  await page.getByRole("button", { name: w("deed.resolution.breached"), exact: true }).first().click();
  await submit(page, (form) => label(form, t, "breachReason").fill("到期没有付，电话不接。"));
  await page.getByRole("button", { name: t("dispute", "roads.show"), exact: true }).first().click();
  for (const road of ["reopen", "confirm", "payment_order", "suit"]) await drawer(page).locator(`[data-road=${road}]`).first().waitFor();
  await judge(page, `${look.name}-roads`);
  await drawer(page).locator("summary").filter({ hasText: t("dispute", "roads.whyThen") }).first().click();
  await sees(drawer(page), /2023|2026/, `${look.name}: the day is explained`);
  await drawer(page).getByRole("button", { name: t("dispute", "roads.step.reopen"), exact: true }).click();
  await sees(drawer(page), w("deed.followup.reopened"), `${look.name}: the first step is at hand`);
  await page.keyboard.press("Escape");
  // The party, by its receipt, in plain words.
  const resident = await open(town, look);
  await go(resident.page, t, "/track");
  await resident.page.getByRole("textbox").first().fill(walk.codes[0].code);
  await resident.page.locator("main button[type=submit]").click();
  await sees(resident.page, t("matter", "roads.title"), `${look.name}: the party is told, too`);
  await resident.page.locator("[data-road=suit]").first().waitFor();
  await judge(resident.page, `${look.name}-roads-party`);
  await resident.context.close();
}

const reader = await comes("zh-CN", 1440, 900);
const byReader = (scene) => (walk, look) => scene(walk, look, reader);
await walkScenes(town, looks, { called, invited, advised: byReader(advised), decided: byReader(decided), roads }, { beside: [reader.page] });
silent("the adviser", reader);
await end(town);
