// Two people at one file: each opens a form, the first sends, the second is shown field by field what
// changed meanwhile, and chooses. No word that was typed is lost.
import { expect, judge, sees, soon } from "./browser.mjs";
import { asked, end, look, walkScenes } from "./frame.mjs";
import { ask, become, city, drawer, errand, find, open, request, tick } from "./hands.mjs";

const town = await city();
const looks = asked([
  look("1440-zh", { people: ["宇文澜", "端木青"] }),
  look("390-en", { people: ["令狐白", "司徒舟"] }),
]);

/** Opens the form of a command from the list of all that may be done. */
async function begin({ page, t, w }, deed) {
  await page.getByRole("button", { name: t("dispute", "allDeeds") }).first().click();
  await drawer(page).getByRole("button", { name: w(`deed.${deed}`), exact: true }).click();
  await drawer(page).locator("form").waitFor();
}

const send = (page) => tick(drawer(page).locator("button[type=submit]"));
const gone = (page) => drawer(page).waitFor({ state: "hidden" });
const label = (scope, t, field) => scope.getByLabel(t("dispute", `field.${field}`), { exact: false }).first();
const collision = (page, field) => drawer(page).locator(`[data-collision=${field}]`);
const version = (page, field, whose) => collision(page, field).locator(`[data-version=${whose}]`);
const take = ({ page, t }, field, choice) =>
  tick(collision(page, field).getByRole("radio", { name: t("dispute", `changed.choice.${choice}`), exact: true }));
const file = (walk, id) => ask(walk.page, "GET", `/disputes/${id}`);

/** The other one, at a desk of the same office. */
async function other(face, number) {
  const walk = await open(town, { language: "zh-CN", width: 1440, height: 900 });
  await become(walk.page, face);
  await find(walk.page, walk.t, number);
  return walk;
}

/** Both change the open draft: one field both, one field the other alone. */
async function draft(walk, look) {
  const { page, t, w } = walk;
  const self = await errand(page);
  await self.mediating(request(...look.people));
  await self.record("success");
  await self.post("agreements", self.text([{ what: "赔偿墙面损失", amount: 180000, account: "6222020200112233321" }], { breach: "逾期的，按日支付违约金。" }));
  walk.file = self.file;
  await become(page, "mediator");
  await find(page, t, self.file.number);
  const director = await other("director", self.file.number);

  await begin(walk, "resolution.agreement_drafted");
  await label(drawer(page), t, "terms").fill("我写的：先修防水，再赔墙面。");
  await begin(director, "resolution.agreement_drafted");
  await label(drawer(director.page), director.t, "terms").fill("主任写的：分两次付清。");
  await label(drawer(director.page), director.t, "breach").fill("主任改的：逾期可申请支付令。");
  await send(director.page);
  await gone(director.page);

  await send(page);
  await collision(page, "terms").waitFor();
  await soon(async () => (await label(drawer(page), t, "terms").inputValue()) === "我写的：先修防水，再赔墙面。", `${look.name}: what was typed is still there`);
  await sees(version(page, "terms", "before"), "修好防水，赔偿墙面损失，今后互谅互让。", `${look.name}: how it was`);
  await sees(version(page, "terms", "theirs"), "主任写的：分两次付清。", `${look.name}: what the other made of it`);
  await sees(version(page, "terms", "mine"), "我写的：先修防水，再赔墙面。", `${look.name}: and mine`);
  await sees(drawer(page), w("deed.resolution.agreement_drafted"), `${look.name}: which command it was`);
  await sees(drawer(page).locator("[data-meanwhile]"), "主任改的：逾期可申请支付令。", `${look.name}: and every field that it changed`);
  await soon(async () => (await collision(page, "breach").count()) === 0, `${look.name}: what I did not touch is no question`);
  await soon(async () => (await label(drawer(page), t, "breach").inputValue()) === "主任改的：逾期可申请支付令。", `${look.name}: it is taken over`);
  await judge(page, `${look.name}-conflict-draft`);

  // Not before it is said what shall stand.
  await send(page);
  await sees(drawer(page), t("dispute", "changed.chooseFirst"), `${look.name}: one has to choose first`);
  await take(walk, "terms", "merge");
  await sees(drawer(page), t("dispute", "changed.ready"), `${look.name}: then it can be sent`);
  await judge(page, `${look.name}-conflict-merged`);
  await send(page);
  await gone(page);
  const { terms, breach } = (await file(walk, self.file.id)).dispute.agreements.at(-1);
  expect(terms.includes("主任写的") && terms.includes("我写的"), `${look.name}: both texts are in the agreement: ${terms}`);
  expect(breach === "主任改的：逾期可申请支付令。", `${look.name}: and the other's clause`);
  await director.context.close();
}

/** A form that begins empty: what the other changed on the file is told, too. */
async function amendment(walk, look) {
  const { page, t } = walk;
  const clerk = await other("desk_clerk", walk.file.number);
  await begin(walk, "acceptance.amended");
  await label(drawer(page), t, "reason").fill("补记");
  await label(drawer(page), t, "facts").fill("我补记：漏水两个月，墙面起皮。");
  await begin(clerk, "acceptance.amended");
  await label(drawer(clerk.page), clerk.t, "reason").fill("记错了");
  await label(drawer(clerk.page), clerk.t, "facts").fill("窗口更正：漏水一个月。");
  await label(drawer(clerk.page), clerk.t, "amount").fill("1700");
  await send(clerk.page);
  await gone(clerk.page);
  await send(page);
  await collision(page, "facts").waitFor();
  await sees(version(page, "facts", "theirs"), "窗口更正：漏水一个月。", `${look.name}: the clerk's words`);
  await sees(drawer(page).locator("[data-meanwhile]"), "1,700.00", `${look.name}: the amount, from what to what`);
  await judge(page, `${look.name}-conflict-amendment`);
  await take(walk, "facts", "theirs");
  await send(page);
  // Nothing of mine is left to be changed: the server says so, and the form stays.
  const now = await file(walk, walk.file.id);
  expect(now.dispute.facts === "窗口更正：漏水一个月。", `${look.name}: theirs stands`);
  expect(now.dispute.amount === 170000, `${look.name}: and the amount`);
  await page.keyboard.press("Escape");
  await gone(page);
  await clerk.context.close();
}

/** By keyboard alone: the choice is a group of radio buttons. */
async function grading(walk, look) {
  const { page, t, w } = walk;
  await become(page, "director");
  await find(page, t, walk.file.number);
  const clerk = await other("director", walk.file.number);
  await begin(walk, "diversion.graded");
  await tick(drawer(page).getByRole("radio", { name: w("grade.major") }).first());
  await drawer(page).getByRole("textbox").first().fill("多次反复");
  await begin(clerk, "diversion.graded");
  await tick(drawer(clerk.page).getByRole("radio", { name: clerk.w("grade.complex") }).first());
  await drawer(clerk.page).getByRole("textbox").first().fill("情况复杂");
  await send(clerk.page);
  await gone(clerk.page);
  await send(page);
  await collision(page, "grade").waitFor();
  await sees(version(page, "grade", "theirs"), w("grade.complex"), `${look.name}: the other graded it complex`);
  await sees(version(page, "grade", "mine"), w("grade.major"), `${look.name}: and I major`);
  await judge(page, `${look.name}-conflict-grade`);
  await collision(page, "grade").getByRole("radio").first().focus();
  await page.keyboard.press("Space");
  await sees(drawer(page), t("dispute", "changed.ready"), `${look.name}: chosen by keyboard`);
  await send(page);
  await gone(page);
  await soon(async () => (await file(walk, walk.file.id)).dispute.grade === "major", `${look.name}: mine stands`);
  await clerk.context.close();
}

/** Both write the record of one session; and a form that is shut keeps its words and its version. */
async function record(walk, look) {
  const { page, t } = walk;
  const self = await errand(page);
  await self.mediating(request(...look.people.map((name) => `${name}三`)));
  const at = new Date(Date.parse("2023-11-21T10:00:00+08:00")).toISOString();
  await self.post("sessions", { kind: "joint", planned_for: at, parties: self.parties() });
  const session = self.file.dispute.sessions[0].id;
  await become(page, "mediator");
  await find(page, t, self.file.number);
  await begin(walk, "mediation.session_held");
  await label(drawer(page), t, "record").fill("我的记录：双方同意先看现场。");
  const director = await other("director", self.file.number);
  await ask(director.page, "POST", `/disputes/${self.file.id}/records`, { session, kind: "joint", parties: self.parties(), record: "主任的记录：双方各退一步。", result: "to_be_continued" });
  await page.keyboard.press("Escape");
  await gone(page);
  await page.reload();
  await page.getByRole("button", { name: t("dispute", "print"), exact: true }).waitFor();
  await begin(walk, "mediation.session_held");
  await sees(drawer(page).locator("[data-meanwhile]"), "主任的记录：双方各退一步。", `${look.name}: words kept from before know what has changed since`);
  await soon(async () => (await label(drawer(page), t, "record").inputValue()).includes("我的记录"), `${look.name}: and are still there`);
  await judge(page, `${look.name}-conflict-record`);
  await page.keyboard.press("Escape");
  await gone(page);
  await director.context.close();
}

/** A paper filled in by hand: cell by cell, and rows that both added stand one below the other. */
async function paper(walk, look) {
  const { page, t, w } = walk;
  await become(page, "mediator");
  const { id, number, dispute } = walk.file;
  const director = await other("director", number);
  const box = ({ page, w }, key) => page.getByRole("textbox", { name: w(`field.${key}`) }).first();
  const there = async (form) => {
    for (const one of [page, director.page]) {
      await one.goto(`${town.house.origin}/desk/disputes/${id}/print/${form}`);
      await one.locator("main form").waitFor();
    }
  };
  const keep = async ({ page }) => tick(page.locator("main form button[type=submit]"));
  const kept = ({ page }) => page.waitForURL(/\/print$/);
  const asked = (key) => page.locator(`[data-collision$=" ${key}"]`);

  await there(`changing_places_sheet/fill?subject=${dispute.parties[0].id}`);
  await box(walk, "other_case").fill("我写的：楼上也怕花钱。");
  await box(walk, "best_time").fill("一个月");
  await box(director, "other_case").fill("主任写的：楼上没想到漏得这么重。");
  await box(director, "worst_time").fill("半年");
  await keep(director);
  await kept(director);
  await keep(walk);
  await asked("other_case").waitFor();
  await sees(asked("other_case").locator("[data-version=theirs]"), "主任写的：楼上没想到漏得这么重。", `${look.name}: what the director wrote on the paper`);
  await soon(async () => (await box(walk, "other_case").inputValue()) === "我写的：楼上也怕花钱。", `${look.name}: my words on the paper are still there`);
  await soon(async () => (await box(walk, "worst_time").inputValue()) === "半年", `${look.name}: the cell that I left alone is taken over`);
  await judge(page, `${look.name}-conflict-paper`);
  await keep(walk);
  await sees(page, t("documents", "meanwhile.chooseFirst"), `${look.name}: on a paper, too, one has to choose first`);
  await tick(asked("other_case").getByRole("radio", { name: t("dispute", "changed.choice.merge"), exact: true }));
  await sees(page, t("documents", "meanwhile.ready"), `${look.name}: then it can be saved`);
  await keep(walk);
  await kept(walk);
  const { fields } = await ask(page, "GET", `/disputes/${id}/documents/changing_places_sheet/fields?subject=${dispute.parties[0].id}`);
  const text = (key) => fields.find((one) => one.key === key).text;
  expect(text("other_case").includes("主任写的") && text("other_case").includes("我写的"), `${look.name}: both texts stand on the paper`);
  expect(text("best_time") === "一个月" && text("worst_time") === "半年", `${look.name}: and each one's cell`);

  await there("evidence_list/fill");
  for (const [one, name] of [[walk, "我收的照片"], [director, "主任收的收据"]]) {
    await tick(one.page.getByRole("button", { name: one.t("documents", "addRow").split("{{")[0] }).first());
    await box(one, "name").fill(name);
  }
  await keep(director);
  await kept(director);
  await keep(walk);
  await page.locator("[data-taken]").first().waitFor();
  await soon(async () => (await page.locator("[data-collision]").count()) === 0, `${look.name}: two rows are no question`);
  await keep(walk);
  await kept(walk);
  const list = await ask(page, "GET", `/disputes/${id}/documents/evidence_list/fields`);
  const names = list.fields.map((one) => one.text).filter(Boolean);
  expect(["我收的照片", "主任收的收据"].every((one) => names.includes(one)), `${look.name}: both rows are there: ${names}`);

  // What happened elsewhere in the dispute is no reason to ask.
  await page.goto(`${town.house.origin}/desk/disputes/${id}/print/evidence_list/fill`);
  await box(walk, "origin").fill("现场拍摄");
  const { version } = await file(walk, id);
  const facts = { values: [{ section: "undisputed", row: "1", key: "fact", text: "漏水属实。" }] };
  await ask(director.page, "PUT", `/disputes/${id}/documents/undisputed_facts`, facts, version);
  await keep(walk);
  await kept(walk);
  const { fields: after } = await ask(page, "GET", `/disputes/${id}/documents/evidence_list/fields`);
  expect(after.some((one) => one.text === "现场拍摄"), `${look.name}: it went on top of the newest file`);
  await director.context.close();
}

await walkScenes(town, looks, { draft, amendment, grading, record, paper });
await end(town);
