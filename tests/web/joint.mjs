// What a host does about departments and courts when things do not go as planned: notes an arrival,
// answers for one that did not come, calls one off; a department declines; a court dismisses, and what
// bars a confirmation; an agreement keeps its account and what was said of others' rights.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, judge, sees, soon } from "./browser.mjs";
import { asked, end, look, walkScenes } from "./frame.mjs";
import { ask, become, choose, city, drawer, errand, find, invited, open, part, request, submit, tick } from "./hands.mjs";

const officers = `SELECT account.username || ' ' || organisation.name FROM account JOIN grant_of ON grant_of.account = account.id
  JOIN organisation ON organisation.id = grant_of.organisation
 WHERE grant_of.role = 'agency_officer' AND organisation.kind = 'police' ORDER BY account.id LIMIT 1`;
const sqlite = "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute(sys.argv[2]).fetchone()[0])";
let invitation, station;
const town = await city((data) => {
  const [officer, ...office] = execFileSync("python3", ["-c", sqlite, join(data, "maplebridge.db"), officers], { encoding: "utf8" }).trim().split(" ");
  station = office.join(" ");
  invitation = invited(data, officer);
});
const looks = asked([
  look("1440-zh", { people: ["赫连城", "尉迟远"] }),
  look("390-en", { people: ["呼延平", "淳于兰"] }),
]);

const act = (scope, t, key) => scope.getByRole("button", { name: t("dispute", `act.${key}`), exact: true });
const state = (t, key) => t("dispute", `joint.state.${key}`);

/** One call that waits in a list of calls, by what is needed. */
const call = (page, need) => page.locator("li").filter({ hasText: need });

async function departments(walk, look) {
  const { page, t } = walk;
  const self = await errand(page);
  await self.mediating(request(...look.people));
  const { organisations } = await ask(page, "GET", "/organisations");
  const among = (kinds) => organisations.filter((one) => kinds.includes(one.kind));
  const police = organisations.find((one) => one.name === station);
  const others = among(["department", "petition_office", "procuratorate", "court"]).slice(0, 3);
  const { now } = await ask(page, "GET", "/demo"); // the looks share a city and its clock
  const later = (hours) => new Date(Date.parse(now) + hours * 3_600_000).toISOString();
  const calls = async (organisation, need) =>
    self.post("calls", { organisation: organisation.id, need, arrive_by: later(6), answer_by: later(20), consented: self.parties() });
  await calls(others[0], "请到场说明管道由谁维护");
  await calls(others[1], "请书面说明处理情况");
  await calls(others[2], "请派员旁听");
  await calls(police, "请到场维持秩序");
  walk.file = self.file;
  await become(page, "mediator");
  await find(page, t, walk.file.number);
  await part(page, t, "team");

  // Seen arriving by the host.
  await act(call(page, "请到场说明管道由谁维护"), t, "arrived").click();
  await submit(page, () => Promise.resolve(), () => judge(page, `${look.name}-joint-arrival`));
  await sees(call(page, "请到场说明管道由谁维护"), state(t, "arrived"), `${look.name}: the host noted the arrival`);

  // Called off: needed no more.
  await act(call(page, "请派员旁听"), t, "endCall").click();
  await submit(page, () => sees(drawer(page), t("dispute", "final"), `${look.name}: it cannot be undone`), () => judge(page, `${look.name}-joint-off`));
  await sees(call(page, "请派员旁听"), state(t, "called_off"), `${look.name}: called off`);

  // The department declines, with a reason of the book.
  const officer = await open(town, { language: "zh-CN", width: 390, height: 844 });
  if (walk.officer) await officer.context.addCookies(walk.officer);
  else {
    await officer.page.goto(`${town.house.origin}${invitation}`);
    await officer.page.locator("input[type=password]").fill("三月的雪落在独山子大峡谷");
    await officer.page.locator("button[type=submit]").click();
    await officer.page.getByRole("heading", { name: officer.t("agency", "title") }).waitFor();
  }
  cookies = await officer.context.cookies();
  await officer.page.goto(`${town.house.origin}/link/calls`);
  await officer.page.getByRole("link", { name: new RegExp(officer.t("agency", "joint.open")) }).first().click();
  await officer.page.waitForURL(/\/link\/calls\/./);
  await officer.page.getByRole("button", { name: officer.t("agency", "verb.decline"), exact: true }).click();
  await submit(officer.page, async (form) => {
    await tick(form.getByRole("radio").nth(2));
    await form.getByLabel(officer.t("agency", "note")).fill("当晚出警人手不足");
  }, () => judge(officer.page, `${look.name}-joint-decline`));
  await sees(officer.page, officer.t("agency", "joint.closedToYou"), `${look.name}: after that the dispute is closed to it`);
  await judge(officer.page, `${look.name}-joint-declined`);
  await officer.context.close();
  await page.reload();
  await part(page, t, "team");
  await sees(call(page, "请到场维持秩序"), state(t, "declined"), `${look.name}: the host reads that it was declined`);
  await sees(call(page, "请到场维持秩序"), "当晚出警人手不足", `${look.name}: and why`);

  // Answered for one that did not come, when its time is over and not before.
  expect((await act(call(page, "请书面说明处理情况"), t, "answerFor").count()) === 0, `${look.name}: nobody answers for it before its time is over`);
  await ask(page, "POST", "/demo/clock", { days: 1 });
  await page.reload();
  await part(page, t, "team");
  await act(call(page, "请书面说明处理情况"), t, "answerFor").click();
  await submit(page, (form) => form.getByLabel(t("dispute", "field.answerFor")).fill("未到场，电话说明另行书面答复。"), () => judge(page, `${look.name}-joint-answer-for`));
  await sees(call(page, "请书面说明处理情况"), t("dispute", "joint.byHost"), `${look.name}: the host answered in its place`);
  await judge(page, `${look.name}-joint-all`);

  // And closed by the host, as the department has no part in it any more.
  await soon(async () => (await act(call(page, "请书面说明处理情况"), t, "arrived").count()) === 0, `${look.name}: whom the host spoke for does not arrive any more`);
  await act(call(page, "请书面说明处理情况"), t, "endCall").click();
  await submit(page);
  await sees(call(page, "请书面说明处理情况"), state(t, "closed"), `${look.name}: the host closed what it had answered itself`);
}
let cookies;

// --- The agreement, and what a court says ----------------------------------------------------------

async function agreement(walk, look) {
  const { page, t, w } = walk;
  const self = await errand(page);
  await self.mediating(request(...look.people.map((name) => `${name}二`)));
  await self.record("success");
  await become(page, "mediator");
  await find(page, t, self.file.number);
  await part(page, t, "agreements");
  await page.getByRole("button", { name: t("dispute", "draftFirst"), exact: true }).last().click();
  const { now } = await ask(page, "GET", "/demo");
  const due = new Date(Date.parse(now) + 30 * 86_400_000).toISOString().slice(0, 10);
  await submit(page, async (form) => {
    await form.getByLabel(t("dispute", "field.terms")).first().fill("一次付清墙面修理费。");
    await form.getByRole("button", { name: t("dispute", "addPromise"), exact: true }).click();
    const row = form.locator("[data-promise]").first();
    await row.getByRole("textbox", { name: t("dispute", "field.what"), exact: true }).fill("付墙面修理费");
    await row.getByLabel(t("dispute", "field.amount")).fill("1800");
    await row.getByLabel(t("dispute", "field.due")).first().fill(due);
    await page.keyboard.press("Tab");
    await row.getByLabel(t("dispute", "field.account")).fill("6222020200112233321");
    await tick(form.getByRole("radio", { name: w("third_parties.heard"), exact: true }));
  }, () => judge(page, `${look.name}-joint-agreement`));
  const saved = (await ask(page, "GET", `/disputes/${self.file.id}`)).dispute.agreements[0];
  expect(saved.obligations[0].account === "****3321", `${look.name}: the account is kept and shown by its end: ${saved.obligations[0].account}`);
  expect(saved.third_parties === "heard", `${look.name}: so is what was said of others' rights`);
  await sees(page, "****3321", `${look.name}: and stands on the page`);
  await sees(page, w("third_parties.heard"), `${look.name}: beside the answer about others`);
  await judge(page, `${look.name}-joint-agreement-saved`);
}

async function dismissed(walk, look) {
  const { page, t, w, b } = walk;
  const self = await errand(page);
  await self.mediating(request(...look.people.map((name) => `${name}四`)));
  await self.record("success");
  await self.agreed([{ what: "赔偿墙面损失", amount: 180000, account: "6222020200112233321" }], { asks_confirmation: true, third_parties: "none_touched" });
  const { organisations } = await ask(page, "GET", "/organisations");
  const court = organisations.find((one) => one.kind === "court");
  const paper = self.file.dispute.agreements.at(-1).id;
  await self.post(`agreements/${paper}/confirmation`, { applicants: self.parties(), court: court.id });
  await self.post(`agreements/${paper}/confirmation/docket`, { number: "（2023）新0203诉前调确31号" }, "PUT");
  await become(page, "director");
  await find(page, t, self.file.number);
  await part(page, t, "agreements");
  await act(page, t, "ruled").first().click();
  await drawer(page).waitFor();
  await tick(drawer(page).getByRole("radio", { name: w("ruling.dismissed"), exact: true }));
  await tick(drawer(page).locator("button[type=submit]"));
  await drawer(page).getByRole("alert").first().waitFor();
  await judge(page, `${look.name}-joint-dismissal`);
  await choose(drawer(page), t("dispute", "field.dismissal"), b("dismissal.unclear"));
  await submit(page);
  await sees(page, w("ruling.dismissed"), `${look.name}: the dismissal stands with the agreement`);
  const followed = page.locator("[data-after-court]");
  await sees(followed, t("dispute", "confirmation.open"), `${look.name}: and what is open now`);
  await sees(followed.getByRole("button", { name: w("deed.followup.reopened"), exact: true }), /./, `${look.name}: mediation anew is a button away`);
  await judge(page, `${look.name}-joint-dismissed`);
  // A month later nobody asks again: the bar is told with its reason. The city has one clock, so the last look sees it.
  if (look !== looks.at(-1)) return;
  await ask(page, "POST", "/demo/clock", { days: 40 });
  await page.reload();
  await part(page, t, "agreements");
  await sees(page, b("confirmation_bar.too_late"), `${look.name}: what bars another request is told`);
  await judge(page, `${look.name}-joint-barred`);
}

await walkScenes(town, looks, { departments, agreement, dismissed }, { more: () => ({ officer: cookies }) });
await end(town);
