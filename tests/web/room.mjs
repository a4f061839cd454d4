// The mediation room: what each side says alone, safety, and departments that are called. A mediator
// in Chinese at a desk and in English on a phone, an officer of the police at the other end, and an
// adviser who reads along.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, judge, root, sees, soon } from "./browser.mjs";
import { asked, end, look, silent, walkScenes } from "./frame.mjs";
import { ask, become, choose, city, drawer, errand, find, invited, open, part, quiet, request, submit, tick } from "./hands.mjs";

// One of the police is invited by a one-time link, as an office would: the demo's officers have no password.
const officers = `SELECT account.username || ' ' || organisation.name FROM account JOIN grant_of ON grant_of.account = account.id
  JOIN organisation ON organisation.id = grant_of.organisation
 WHERE grant_of.role = 'agency_officer' AND organisation.kind = 'police' ORDER BY account.id LIMIT 1`;
const sqlite = "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute(sys.argv[2]).fetchone()[0])";
// An expert who serves at a judicial office comes in the same way.
const advisers = "SELECT account.username || ' ' || person.name FROM account JOIN grant_of ON grant_of.account = account.id JOIN person ON person.id = account.person WHERE grant_of.role = 'adviser' ORDER BY account.id LIMIT 1";
let invitation, station, advice, adviser;
const town = await city((data) => {
  const [officer, ...name] = execFileSync("python3", ["-c", sqlite, join(data, "maplebridge.db"), officers], { encoding: "utf8" }).trim().split(" ");
  station = name.join(" ");
  invitation = invited(data, officer);
  const [account, ...person] = execFileSync("python3", ["-c", sqlite, join(data, "maplebridge.db"), advisers], { encoding: "utf8" }).trim().split(" ");
  adviser = person.join(" ");
  advice = invited(data, account);
});
const looks = asked([
  look("1440-zh", { people: ["公西华", "闻人语"] }),
  look("390-en", { people: ["濮阳秋", "澹台明"] }),
]);

const act = (scope, t, key) => scope.getByRole("button", { name: t("dispute", `act.${key}`), exact: true });

/** What the book of safety says, by key. */
function safetyIn(language) {
  const says = {};
  let key = "";
  for (const line of readFileSync(join(root, "rules/karamay/safety.toml"), "utf8").split("\n")) {
    key = line.match(/^key = "(.+)"$/)?.[1] ?? key;
    const text = line.match(/^(?:name|ask) = .*?zh-CN = "([^"]+)", en = "([^"]+)"/);
    if (text) says[key] = language === "en" ? text[2] : text[1];
  }
  return says;
}

/** What a clock of the book is called. */
function clockIn(language, key) {
  const [, rest] = readFileSync(join(root, "rules/karamay/clocks.toml"), "utf8").split(`key = "${key}"`);
  return rest.match(new RegExp(`${language} = "([^"]+)"`))[1];
}

const theFile = (page, walk) => ask(page, "GET", `/disputes/${walk.file.id}`);

// --- Each side alone ---------------------------------------------------------------------------

/** Puts a slip into the compartment of one side, by its column. */
async function note(walk, look, who, kind, words, amount, picture) {
  const { page, t, w } = walk;
  if (look.width < 600) await tick(page.getByRole("radio", { name: new RegExp(look.people[who]) }).first());
  const column = page.getByRole("region", { name: look.people[who], exact: true });
  await column.getByRole("button", { name: t("dispute", "apart.add"), exact: true }).first().click();
  await submit(page, async (form) => {
    await tick(form.getByRole("radio", { name: w(`vault_kind.${kind}`), exact: true }));
    if (who === 0 && kind === "offer" && amount === "5000") await nameIssue(walk, form);
    await form.getByLabel(t("dispute", "field.vaultWords")).fill(words);
    if (amount) await form.getByLabel(t("dispute", "field.vaultAmount")).fill(amount);
  }, () => (picture ? judge(page, `${look.name}-room-${picture}`) : Promise.resolve()));
}

/** The first issue is named without leaving the form. */
async function nameIssue({ t }, form) {
  await form.getByRole("button", { name: t("dispute", "apart.nameIssue") }).click();
  await form.getByLabel(t("dispute", "field.issueTitle")).fill("墙面赔偿款");
  await act(form, t, "issue").click();
  await form.getByRole("combobox", { name: t("dispute", "field.issue") }).waitFor();
}

async function alone(walk, look) {
  const { page, t } = walk;
  const self = await errand(page);
  walk.file = await self.mediating(request(...look.people));
  await become(page, "mediator");
  await find(page, t, walk.file.number);
  await part(page, t, "apart");
  await sees(page, t("dispute", "apart.watermark"), `${look.name}: the room says for whom it is`);
  await judge(page, `${look.name}-room-empty`);
  await note(walk, look, 0, "offer", "赔五千元，墙面由我自己修。", "5000", "offer");
  await note(walk, look, 1, "offer", "最多先出一千二百元。", "1200");
  await note(walk, look, 0, "offer", "可以少一点，四千元。", "4000");
  await note(walk, look, 0, "bottom_line", "三千元以下不谈。", "3000", "bottom");
  await note(walk, look, 1, "bottom_line", "三千三百元是极限。", "3300");
  await note(walk, look, 1, "statement", "修好防水之前，我先把水阀关了。", null, "statement");
  if (look.width < 600) await tick(page.getByRole("radio", { name: t("dispute", "ladder.title"), exact: true }));
  await sees(page, /2,800/, `${look.name}: the gap is told`);
  await sees(page, /300/, `${look.name}: and that the bottom lines meet`);
  await judge(page, `${look.name}-room-ladder`);
  if (look.width < 600) await tick(page.getByRole("radio", { name: new RegExp(look.people[1]) }).first());
  await crossing(walk, look);
}

/** Two acts: its owner lets it cross, who may take that back, then it is passed on. */
async function crossing(walk, look) {
  const { page, t, w } = walk;
  const column = page.getByRole("region", { name: look.people[1], exact: true });
  const slip = column.locator("li").filter({ hasText: "先把水阀关了" });
  await act(slip, t, "cross").click();
  await submit(page, () => sees(drawer(page), "修好防水之前，我先把水阀关了。", `${look.name}: what will cross is shown`), () => judge(page, `${look.name}-room-cross`));
  await act(slip, t, "crossBack").click();
  await submit(page, () => sees(drawer(page), "修好防水之前，我先把水阀关了。", `${look.name}: what is taken back is shown`), () => judge(page, `${look.name}-room-cross-back`));
  await act(slip, t, "cross").click();
  await submit(page);
  await act(slip, t, "release").click();
  await submit(page, () => sees(drawer(page), "修好防水之前，我先把水阀关了。", `${look.name}: word for word`), () => judge(page, `${look.name}-room-release`));
  const crossed = t("dispute", "apart.crossed").split("{{when}}")[0].trim() || t("dispute", "apart.crossed").split("{{when}}")[1];
  await sees(slip, new RegExp(crossed), `${look.name}: and is marked as crossed`);
  await judge(page, `${look.name}-room-crossed`);
  // The director reads the sentence that crossed, and nothing else of the room.
  await become(page, "director");
  await find(page, t, walk.file.number);
  await part(page, t, "sessions");
  await sees(page, "修好防水之前，我先把水阀关了。", `${look.name}: the director reads what crossed`);
  expect((await page.getByRole("tab", { name: new RegExp(`^${t("dispute", "tab.apart")}`) }).count()) === 0, `${look.name}: and has no room of each side`);
  expect(!(await page.content()).includes("三千元以下不谈"), `${look.name}: nor a bottom line`);
  await judge(page, `${look.name}-room-director`);
  expect(w("vault_kind.offer") !== "", `${look.name}: kinds have words`);
}

// --- Methods ---------------------------------------------------------------------------------------

/** What the book of methods says in a language: the methods by key, and the questions. */
function methodsIn(language) {
  const says = { method: {}, question: {} };
  let list = "";
  let key = "";
  for (const line of readFileSync(join(root, "rules/karamay/methods.toml"), "utf8").split("\n")) {
    list = line.match(/^\[\[(.+)\]\]$/)?.[1] ?? list;
    key = line.match(/^key = "(.+)"$/)?.[1] ?? key;
    const text = line.match(/^(?:name|ask) = .*?zh-CN = "([^"]+)", en = "([^"]+)"/);
    if (text && list in says) says[list][key] = language === "en" ? text[2] : text[1];
  }
  return says;
}

/** Which method to think of and why, its steps to be read aloud, and what going to court would mean. */
async function practice(walk, look) {
  const { page, t, w } = walk;
  const says = methodsIn(look.language);
  const self = await errand(page);
  await self.mediating(request(...look.people.map((name) => `${name}三`), { kind: "contract" }));
  await become(page, "mediator");
  await find(page, t, self.file.number);
  await part(page, t, "practice");
  const cards = page.getByRole("list", { name: t("practice", "methods") }).locator(":scope > li");
  await cards.first().waitFor();
  const named = await cards.getByRole("heading", { level: 3 }).allInnerTexts();
  expect(named.toSorted().join() === Object.values(says.method).toSorted().join(), `${look.name}: every method is there: ${named}`);
  await sees(cards.first(), t("practice", "first"), `${look.name}: one of them first`);
  await judge(page, `${look.name}-room-practice`);

  // What is answered about the dispute changes what comes first, and the reason says so.
  await tick(page.getByRole("radio", { name: t("practice", "intensity.open_conflict"), exact: true }));
  await tick(page.getByRole("checkbox", { name: says.question.hard_to_say }));
  await tick(page.getByRole("checkbox", { name: says.question.tempers_flare }));
  await quiet(page);
  await soon(async () => (await cards.first().innerText()).includes(says.method.back_to_back), `${look.name}: what cannot be said in front of the other side speaks for talks apart`);
  await sees(cards.first(), says.question.hard_to_say, `${look.name}: and it says why`);
  await cards.first().locator("summary").click();
  for (const heading of ["steps", "notWhen", "prepare", "writeDown"]) await sees(cards.first(), t("practice", heading), `${look.name}: ${heading}`);
  await soon(async () => (await cards.first().locator("blockquote:visible").count()) > 3, `${look.name}: each step has words that can be spoken`);
  await judge(page, `${look.name}-room-practice-steps`);

  // What a suit about this sum, and about a larger one, would cost.
  const court = page.getByRole("region", { name: t("practice", "court.title"), exact: true });
  const before = await court.innerText();
  const sum = court.getByLabel(t("practice", "court.amount"));
  await sum.fill("20000");
  await quiet(page);
  expect(await sum.evaluate((field) => field === document.activeElement), `${look.name}: the field stays while its answer is on the way`);
  await sum.fill("200000");
  await page.keyboard.press("Tab");
  await quiet(page);
  const after = await court.innerText();
  expect(/50/.test(before) && /4,300/.test(after), `${look.name}: the fee follows the sum: ${after.slice(0, 300)}`);
  for (const row of ["months", "proof", "best", "worst"]) await sees(court, t("practice", `court.${row}`), `${look.name}: the outlook tells ${row}`);
  await court.scrollIntoViewIfNeeded();
  await judge(page, `${look.name}-room-practice-court`);

  // A risk that stands bars the method, whatever speaks for it.
  await self.as("mediator");
  await self.post("risks", { kind: "violence", level: "orange", about: "说过要动手" });
  await become(page, "mediator");
  await find(page, t, self.file.number);
  await part(page, t, "practice");
  const barred = cards.filter({ hasText: says.method.outside_help });
  await sees(barred, new RegExp(w("risk_kind.violence")), `${look.name}: a method that a risk bars says so`);
  await judge(page, `${look.name}-room-practice-barred`);
}

// --- Safety ------------------------------------------------------------------------------------

/** A form of a session begins with one side alone where the two are kept apart; somebody makes it a joint one all the same. */
async function bothAtOnce({ page, t, w }, look) {
  const form = drawer(page);
  const alone = form.getByRole("radio", { name: w("session_kind.separate"), exact: true });
  await alone.waitFor();
  await soon(() => alone.isChecked(), `${look.name}: where the two are kept apart the form begins with one side alone`);
  await tick(form.getByRole("radio", { name: w("session_kind.joint"), exact: true }));
  const called = form.getByRole("group").filter({ hasText: t("dispute", "field.parties") });
  await tick(called.getByRole("checkbox", { name: new RegExp(look.people[1]) }).first());
}

async function safety(walk, look) {
  const { page, t, w } = walk;
  const says = safetyIn(look.language);
  await become(page, "mediator");
  await find(page, t, walk.file.number);
  await part(page, t, "safety");
  await act(page, t, "askSafety").first().click();
  await submit(page, async (form) => {
    await sees(form, t("dispute", "safety.askAlone"), `${look.name}: one is reminded to ask alone`);
    await tick(form.getByRole("radio", { name: new RegExp(look.people[0]) }));
    await tick(form.getByRole("checkbox", { name: says.free_to_speak }));
    await sees(form, new RegExp(says.no_joint_session), `${look.name}: what follows is shown at once`);
    await form.getByLabel(t("dispute", "field.safetyWords")).fill("他不让我单独来。");
  }, () => judge(page, `${look.name}-room-safety-form`));
  await page.locator("[data-safety-banner]").waitFor();
  await sees(page.locator("[data-safety-banner]"), new RegExp(says.no_joint_session), `${look.name}: it stands above the file`);
  await judge(page, `${look.name}-room-safety`);

  // A joint session is refused, with the article.
  await page.getByRole("button", { name: t("dispute", "allDeeds") }).click();
  await drawer(page).getByRole("button", { name: w("deed.mediation.session_held"), exact: true }).click();
  await bothAtOnce(walk, look);
  await sees(drawer(page), t("dispute", "safety.noJoint"), `${look.name}: the form says it before`);
  await drawer(page).getByLabel(t("dispute", "field.record")).fill("双方到场。");
  await tick(drawer(page).locator("button[type=submit]"));
  await sees(drawer(page).getByRole("alert"), w("refusal.session.kept_apart"), `${look.name}: and it is refused`);
  await sees(drawer(page).getByRole("alert"), look.language === "en" ? /Domestic Violence/ : /反家庭暴力法/, `${look.name}: with the article`);
  await judge(page, `${look.name}-room-refused`);
  await page.keyboard.press("Escape");
  await drawer(page).waitFor({ state: "hidden" });

  // Lifted, with a reason.
  await part(page, t, "safety");
  const measure = page.locator("li").filter({ hasText: says.no_joint_session }).filter({ has: page.getByRole("button") });
  await act(measure, t, "lift").click();
  await submit(page, (form) => form.getByLabel(t("dispute", "field.liftWhy")).fill("再次单独询问，本人表示可以一起谈。"), () => judge(page, `${look.name}-room-lift`));
  await page.locator("[data-safety-banner]").waitFor({ state: "hidden" }).catch(() => {});
  const held = (await theFile(page, walk)).dispute.room.checks.flatMap((one) => one.actions);
  expect(!held.includes("no_joint_session"), `${look.name}: the measure is lifted`);
  await judge(page, `${look.name}-room-lifted`);
}

/** A court's order is put on file, stands above the file, and is visited. */
async function order(walk, look) {
  const { page, t, w } = walk;
  await part(page, t, "safety");
  await act(page, t, "protect").first().click();
  await submit(page, async (form) => {
    const groups = form.getByRole("group");
    await tick(groups.filter({ hasText: t("dispute", "field.protects") }).getByRole("radio", { name: new RegExp(look.people[0]) }).first());
    await tick(groups.filter({ hasText: t("dispute", "field.protectedFrom") }).getByRole("radio", { name: new RegExp(look.people[1]) }).last());
    await form.getByLabel(t("dispute", "field.inForceFrom")).first().fill("2023-11-01");
    await page.keyboard.press("Tab");
    await form.getByLabel(t("dispute", "field.inForceUntil")).first().fill("2024-04-01");
    await page.keyboard.press("Tab");
    await form.getByLabel(t("dispute", "field.orderNumber")).fill("（2023）新0203民保令7号");
  }, () => judge(page, `${look.name}-room-order-form`));
  await page.locator("[data-safety-banner]").waitFor();
  await sees(page, w("protection_kind.protection_order"), `${look.name}: the order is on file`);
  await act(page, t, "protectVisit").first().click();
  await submit(page, (form) => form.getByLabel(t("dispute", "field.protectionFindings")).fill("上门查访，近一周没有联系。"));
  await judge(page, `${look.name}-room-order`);

  // Both are not called to one hour: the form says so, and the house refuses it.
  await page.getByRole("button", { name: t("dispute", "allDeeds") }).click();
  await drawer(page).getByRole("button", { name: w("deed.mediation.session_planned"), exact: true }).click();
  await bothAtOnce(walk, look);
  await sees(drawer(page), t("dispute", "safety.noJointOrder"), `${look.name}: planning says it before`);
  await drawer(page).locator("input[id$=-planned_for]").fill("2023-12-14");
  await page.keyboard.press("Tab");
  await drawer(page).locator("input[id$=-planned_for-time]").fill("11:00");
  await page.keyboard.press("Tab");
  await tick(drawer(page).locator("button[type=submit]"));
  await sees(drawer(page).getByRole("alert"), w("refusal.session.order_in_force"), `${look.name}: a meeting of both is not even planned`);
  await judge(page, `${look.name}-room-order-refused`);
  await page.keyboard.press("Escape");
  await drawer(page).waitFor({ state: "hidden" });
}

// --- Departments -------------------------------------------------------------------------------

/** Somebody comes in by a one-time link. */
async function comes(link, width, height) {
  const walk = await open(town, { language: "zh-CN", width, height });
  await walk.page.goto(`${town.house.origin}${link}`);
  await walk.page.locator("input[type=password]").fill("三月的雪落在独山子大峡谷");
  await walk.page.locator("button[type=submit]").click();
  return walk;
}

async function police() {
  const walk = await comes(invitation, 390, 844);
  await walk.page.getByRole("heading", { name: walk.t("agency", "title") }).waitFor();
  await judge(walk.page, "390-zh-room-police-quiet");
  return walk;
}

async function joint(walk, look) {
  const { page, t } = walk;
  await become(page, "mediator");
  await find(page, t, walk.file.number);
  await part(page, t, "team");
  // Names stand in the language of the reader.
  const { organisations } = await ask(page, "GET", "/organisations");
  const police = organisations.find((one) => one.name === station);
  const department = (look.language === "en" && police.name_en) || police.name;
  await act(page, t, "call").first().click();
  await submit(page, async (form) => {
    const box = form.getByRole("combobox", { name: t("dispute", "field.department") });
    await box.click();
    await box.fill(department);
    await page.locator("[role=option]:visible").filter({ hasText: department }).first().click();
    await form.getByLabel(t("dispute", "field.need")).fill("楼上楼下争执升级，请到场维持秩序，说明报警经过。");
    for (const tickbox of await form.getByRole("checkbox").all()) await tick(tickbox);
  }, () => judge(page, `${look.name}-room-call`));
  await sees(page, t("dispute", "joint.state.waiting"), `${look.name}: the call waits for an answer`);
  await judge(page, `${look.name}-room-called`);
}

/** The officer's half: sees that a call waits, accepts, arrives, answers, hands back. */
async function answered(walk, look, officer) {
  const { page, t } = officer;
  await page.goto(`${town.house.origin}/link`);
  await page.getByRole("link", { name: t("agency", "joint.open") }).first().click();
  if (/\/link\/calls$/.test(page.url())) await page.getByRole("link", { name: new RegExp(t("agency", "joint.open")) }).first().click();
  await page.waitForURL(/\/link\/calls\/./);
  await sees(page, "楼上楼下争执升级", `${look.name}: the officer reads what is asked`);
  await judge(page, `${look.name}-room-officer`);
  const verb = (key) => page.getByRole("button", { name: t("agency", `verb.${key}`), exact: true });
  await verb("accept").click();
  await verb("accept").waitFor({ state: "hidden" });
  await verb("arrived").click();
  await verb("answer").click();
  await submit(page, (form) => form.getByLabel(t("agency", "joint.answer")).fill("今年两次报警，均为争吵，没有伤人；已当面告诫。"), () => judge(page, `${look.name}-room-officer-answer`));
  await verb("handBack").waitFor();
  await judge(page, `${look.name}-room-officer-answered`);
  await verb("handBack").click();
  await drawer(page).getByRole("button", { name: t("agency", "verb.handBack"), exact: true }).click();
  await sees(page, t("agency", "joint.closedToYou"), `${look.name}: after that the dispute is closed to the officer`);
  await judge(page, `${look.name}-room-officer-over`);

  await find(walk.page, walk.t, walk.file.number);
  await part(walk.page, walk.t, "team");
  await sees(walk.page, walk.t("dispute", "joint.state.handed_back"), `${look.name}: the mediator sees that it was handed back`);
  await sees(walk.page, "今年两次报警，均为争吵，没有伤人；已当面告诫。", `${look.name}: with the answer`);
  await judge(walk.page, `${look.name}-room-handed-back`);
}

// --- An adviser who reads along ------------------------------------------------------------------

async function advised(walk, look, reader) {
  const { page, t, b } = walk;
  await become(page, "mediator");
  await find(page, t, walk.file.number);
  await part(page, t, "team");
  await page.getByRole("button", { name: walk.w("deed.mediation.participant_invited"), exact: true }).first().click();
  await submit(page, async (form) => {
    await tick(form.getByRole("radio", { name: t("dispute", "guest.adviser"), exact: true }));
    await choose(form, t("dispute", "field.adviser"), adviser);
  }, () => judge(page, `${look.name}-room-adviser-form`));
  await part(page, t, "team");
  await sees(page, t("dispute", "role.adviser"), `${look.name}: the adviser is named as such`);

  await reader.page.goto(`${town.house.origin}/desk`);
  await sees(reader.page, walk.file.number, `${look.name}: the adviser finds the dispute on the desk`);
  await judge(reader.page, `${look.name}-room-adviser-desk`);
  await reader.page.getByText(walk.file.number).first().click();
  await reader.page.getByRole("button", { name: reader.t("dispute", "print"), exact: true }).waitFor();
  expect((await reader.page.getByRole("button", { name: reader.t("dispute", "allDeeds") }).count()) === 0, `${look.name}: nothing is offered that an adviser cannot do`);
  expect((await reader.page.getByRole("tab", { name: new RegExp(`^${reader.t("dispute", "tab.apart")}`) }).count()) === 0, `${look.name}: nor what one side said alone`);
  expect(!(await reader.page.content()).includes("三千元以下不谈"), `${look.name}: a bottom line is nowhere on the page`);
  await judge(reader.page, `${look.name}-room-adviser`);

  await act(page, t, "guestLeft").first().click();
  await submit(page, (form) => choose(form, t("dispute", "field.reason"), b("participant_left.no_longer_needed")), () => judge(page, `${look.name}-room-guest-left`));
  await part(page, t, "team");
  await sees(page, new RegExp(b("participant_left.no_longer_needed")), `${look.name}: it is told since when the adviser is gone`);
  await reader.page.reload();
  await reader.page.getByRole("main").getByRole("alert").waitFor();
  expect(!(await reader.page.content()).includes(look.people[0]), `${look.name}: who was let go reads nothing more`);
}

// --- Judicial confirmation ---------------------------------------------------------------------

async function confirmed(walk, look) {
  const { page, t, w } = walk;
  const self = await errand(page);
  const names = look.people.map((name) => `${name}二`);
  await self.mediating(request(...names));
  await self.record("success");
  await become(page, "mediator");
  await find(page, t, self.file.number);
  await part(page, t, "agreements");
  await page.getByRole("button", { name: t("dispute", "draftFirst"), exact: true }).last().click();
  await drawer(page).getByRole("button", { name: t("dispute", "addPromise"), exact: true }).click();
  await sees(drawer(page), t("dispute", "field.account"), `${look.name}: money that is transferred has an account`);
  await tick(drawer(page).getByRole("radio", { name: w("third_parties.heard"), exact: true }));
  await judge(page, `${look.name}-room-agreement`);
  await page.keyboard.press("Escape");
  await drawer(page).waitFor({ state: "hidden" });
  // The saved draft is looked through; from a finding one comes to the place in the form.
  await self.post("agreements", self.text([{ what: "赔偿墙面损失", amount: 180000 }], { asks_confirmation: true }));
  await page.evaluate(() => sessionStorage.clear()); // the words that were begun in the window before
  await page.reload();
  await part(page, t, "agreements");
  const looked = page.locator("[data-looked]");
  await sees(looked.locator("[data-finding=refused]"), /./, `${look.name}: what a court would refuse in the saved draft is told`);
  await sees(looked.locator("[data-finding=ask]"), /第三百五十八条|358/, `${look.name}: and what is to be asked, with its article`);
  await judge(page, `${look.name}-room-looked-at`);
  await looked.locator("[data-finding=refused]").first().getByRole("button").click();
  const account = drawer(page).getByLabel(t("dispute", "field.account")).first();
  await account.waitFor();
  await soon(async () => await page.waitForFunction((id) => document.activeElement?.id === id, await account.getAttribute("id")).then(() => true, () => false), `${look.name}: a finding leads to its place in the form`);
  await submit(page, async (form) => {
    await account.fill("6222020200112233321");
    await form.getByLabel(t("dispute", "field.terms")).first().fill("修好防水，2023年12月15日前赔偿墙面损失1800元（大写：壹仟捌佰元整），今后互谅互让。");
    await form.getByLabel(t("dispute", "field.breach")).fill("逾期付款的，每日按万分之五支付违约金。");
    await tick(form.getByRole("radio", { name: w("third_parties.none_touched"), exact: true }));
  }, () => judge(page, `${look.name}-room-mended`));
  await looked.locator("[data-finding=refused]").first().waitFor({ state: "detached" });
  await soon(async () => (await looked.locator("[data-finding]").count()) === 0, async () => `${look.name}: what was mended is found no more: ${await looked.innerText()}`);
  self.file = await ask(page, "GET", `/disputes/${self.file.id}`);
  await self.signed();
  await become(page, "director");
  await find(page, t, self.file.number);
  await part(page, t, "agreements");
  await sees(page, t("dispute", "confirmation.title"), `${look.name}: an effective agreement may be confirmed`);
  const before = page.locator("[data-preflight]");
  await sees(before, t("dispute", "preflight.clear"), `${look.name}: before the court is asked it is told that the text is clear`);
  await sees(before, t("dispute", "preflight.kind"), `${look.name}: and its kind`);
  for (const name of names) await sees(before, new RegExp(name), `${look.name}: and that ${name} must ask, too`);
  await judge(page, `${look.name}-room-confirmable`);
  await act(page, t, "confirm").first().click();
  await submit(page, async (form) => {
    await form.getByRole("radio").first().waitFor();
    await tick(form.getByRole("radio").first());
    for (const name of names) await tick(form.getByRole("checkbox", { name: new RegExp(name) }));
  }, () => judge(page, `${look.name}-room-confirm`));
  await act(page, t, "docket").first().click();
  await submit(page, (form) => form.getByRole("textbox", { name: t("dispute", "field.docketNumber") }).fill("（2023）新0203诉前调确12号"));
  const followed = page.locator("[data-after-court]");
  await sees(followed, clockIn(look.language, "court_review"), `${look.name}: on the docket the court's own clock runs`);
  await judge(page, `${look.name}-room-docketed`);
  await act(page, t, "ruled").first().click();
  await submit(page, (form) => tick(form.getByRole("radio", { name: w("ruling.valid"), exact: true })), () => judge(page, `${look.name}-room-ruling`));
  await sees(page, w("ruling.valid"), `${look.name}: the ruling stands with the agreement`);
  await sees(followed, t("dispute", "confirmation.enforceable"), `${look.name}: what was confirmed can be enforced, and until when`);
  for (const key of ["confirmation_objection", "third_party_objection"]) await sees(followed, clockIn(look.language, key), `${look.name}: and until when it can be objected to: ${key}`);
  await judge(page, `${look.name}-room-confirmed`);
  // The party reads it in plain words.
  const [{ code }] = self.codes;
  await page.goto(`${town.house.origin}/my#${code}`);
  const news = page.locator("[data-at-court]");
  await sees(news, /202|二百零二/, `${look.name}: the party reads what the court said, with its article`);
  await judge(page, `${look.name}-room-confirmed-party`);
  await page.goto(`${town.house.origin}/desk`);
}

const officer = await police();
const reader = await comes(advice, 1440, 900);
await reader.page.getByText(reader.t("work", "invited.none")).waitFor();
await judge(reader.page, "1440-zh-room-adviser-empty");
const scenes = { alone, practice, safety, joint, answered: (walk, look) => answered(walk, look, officer), advised: (walk, look) => advised(walk, look, reader), order, confirmed };
await walkScenes(town, looks, scenes, { beside: [officer.page] });
silent("the officer", officer);
silent("the adviser", reader);
await end(town);
