// A house without the demo, from its first start: the one-time link makes the first account, a
// clerk is invited and comes in by a link of her own, everybody is signed out everywhere; then
// two residents ask, withdraw, refuse and agree by the codes of their receipts.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browser, expect, judge, sees, soon, stuck } from "./browser.mjs";
import { asked, end, look, silent } from "./frame.mjs";
import { ask, chooseAll, drawer, find, go, open, openTab, part, tick } from "./hands.mjs";
import { byRecovery, emptyHouse, enrol, giveCode, keepCodes, password, send, signIn, typed, verb } from "./house.mjs";

const chromium = await browser();
const looks = asked([
  look("1440-zh", { district: "克拉玛依区", subdistrict: "迎宾", place: "汇福" }),
  look("390-en", { district: "Karamay", subdistrict: "Yingbin", place: "Huifu" }),
]);
const secret = "三月的雪落在独山子大峡谷";
const hers = "白杨树下的长凳坐满了人";
const centre = "迎宾街道矛盾纠纷多元化解中心";
const committee = "迎宾街道人民调解委员会";

async function choose(page, label, words) {
  const box = page.getByRole("combobox", { name: label }).first();
  await box.click();
  if (await box.isEditable()) await box.fill(words);
  await tick(page.locator("[role=option]:visible").filter({ hasText: words }).first()); // a list that grows shorter moves under the hand
}

// --- The first account -------------------------------------------------------------------------

async function firstAccount(house, look) {
  const walk = await open({ chromium, house }, look);
  const { page, t, w } = walk;
  await page.goto(house.origin + house.link);
  await typed(page, t("door", "firstRun.organisation")).waitFor();
  expect(!page.url().includes("#"), `${look.name}: the token leaves the address bar at once`);
  await judge(page, `${look.name}-first-run`);
  await typed(page, t("door", "firstRun.organisation")).fill("克拉玛依市司法局");
  await typed(page, t("door", "name")).fill("管理员甲");
  await typed(page, t("door", "username")).fill("first");
  await password(page).fill("short");
  await send(page);
  await sees(page.locator("main"), w("problem.password_too_short").split(/[{，,;；]/)[0], `${look.name}: a short password is refused at its field`);
  await judge(page, `${look.name}-first-run-refused`);
  await password(page).fill(secret);
  await send(page);
  const mine = await enrol(walk);
  await keepCodes(walk);
  await sees(page.locator("main"), "克拉玛依市司法局", `${look.name}: the first person stands before the bureau that was named`);
  await judge(page, `${look.name}-first-organisations`);

  // Out and in again, once with a wrong password.
  await page.getByRole("button", { name: t("desk", "user.menu") }).click();
  await page.getByRole("menuitem", { name: t("desk", "signOut") }).click();
  await typed(page, t("door", "username")).waitFor();
  await signIn(walk, "first", "not the right one at all");
  await sees(page.locator("main"), w("refusal.sign_in.wrong"), `${look.name}: a wrong password is refused in plain words`);
  await judge(page, `${look.name}-sign-in-wrong`);
  await signIn(walk, "first", secret);
  await giveCode(walk, await mine.phone.code());
  await sees(page.locator("main"), "克拉玛依市司法局", `${look.name}: the right one lets in`);
  return walk;
}

/** A link that was used is refused, and nothing happens. */
async function onlyOnce(house, look, link, fill) {
  const { page, context, t, w } = await open({ chromium, house }, look);
  await page.goto(house.origin + link);
  await fill(page, t);
  await password(page).fill(secret);
  await send(page);
  await sees(page.locator("main"), w("refusal.invitation.invalid"), `${look.name}: a used link is refused in plain words`);
  expect((await ask(page, "GET", "/session")).signed_in === false, `${look.name}: and nobody is signed in by it`);
  await judge(page, `${look.name}-link-used`);
  await context.close();
}

// --- Furnishing --------------------------------------------------------------------------------

const question = ({ page, t }) => drawer(page).filter({ has: page.getByRole("button", { name: t("common", "cancel"), exact: true }) });
const row = (page, words) => page.locator("main [data-row]").filter({ hasText: words });

async function openOffice({ page, t }, kind, { name, short }, look) {
  const form = drawer(page);
  await form.waitFor();
  await choose(form, t("admin", "office.kind"), kind);
  if (look) await choose(form, t("intake", "place.district"), look.district);
  if (look) await choose(form, t("intake", "place.subdistrict"), look.subdistrict);
  await typed(form, t("admin", "office.name")).fill(name);
  await typed(form, t("admin", "office.short")).fill(short);
  await typed(form, t("admin", "office.phone")).fill("0990-6221000");
  await typed(form, t("admin", "office.address")).fill("迎宾路 1 号");
  await sees(form, new RegExp(`${short}受字〔20\\d\\d〕第001号`), `the short name stands in an example number`);
  await tick(form.locator("button[type=submit]"));
  await form.waitFor({ state: "hidden" });
}

/** The guide asks for the other two administrators first; each gets a link of her own. */
async function threeHands({ page, t, w }, look) {
  for (const [role, name, username] of [["security_administrator", "安管乙", "security"], ["auditor", "审计丙", "auditor"]]) {
    await verb(page.locator("main"), t("admin", `hands.appoint.${role}`)).click();
    await drawer(page).locator("button[type=submit]").click();
    await sees(drawer(page), t("admin", "missing.personName"), `${look.name}: an administrator without a name is refused at once`);
    await typed(drawer(page), t("admin", "people.name")).fill(name);
    await typed(drawer(page), t("admin", "account.username")).fill(role === "auditor" ? "security" : username);
    await drawer(page).locator("button[type=submit]").click();
    if (role === "auditor") {
      await sees(drawer(page), w("refusal.account.username_taken"), `${look.name}: the second one needs a username of her own`);
      await judge(page, `${look.name}-admin-appoint`);
      await typed(drawer(page), t("admin", "account.username")).fill(username);
      await drawer(page).locator("button[type=submit]").click();
    }
    await handedOver(page);
    await verb(drawer(page), t("admin", "link.done")).click();
    await drawer(page).waitFor({ state: "hidden" });
  }
}

/** The offices of a subdistrict, begun from the guide of the empty house. */
async function offices(walk, look) {
  const { page, t, w } = walk;
  await verb(page.locator("main"), t("admin", "guide.offices.verb")).first().click();
  await drawer(page).locator("button[type=submit]").click();
  await drawer(page).getByRole("alert").waitFor();
  await judge(page, `${look.name}-admin-office-refused`);
  await openOffice(walk, w("organisation_kind.resolution_centre"), { name: centre, short: "迎" }, look);
  await row(page, centre).waitFor();
  await judge(page, `${look.name}-admin-guide`);
  await row(page, centre).getByRole("button", { name: t("admin", "office.below") }).click();
  await openOffice(walk, w("organisation_kind.subdistrict_committee"), { name: committee, short: "迎调" });
  await row(page, committee).getByText(t("admin", "office.sealed")).waitFor();
}

async function register({ page, t }, look, name, certificate) {
  await verb(page.locator("main"), t("admin", "people.add")).click();
  const form = drawer(page);
  await typed(form, t("admin", "people.name")).fill(name);
  if (certificate) {
    await typed(form, t("admin", "people.certificateNumber")).fill(certificate.number);
    await typed(form, t("admin", "people.certificateUntil")).fill(certificate.until);
    await chooseAll(form, t("admin", "people.languages"), [certificate.tongue]);
    await chooseAll(form, t("admin", "people.skills"), [certificate.skill]);
  }
  await judge(page, `${look.name}-admin-person${certificate ? "-certified" : ""}`);
  await form.locator("button[type=submit]").click();
  await form.waitFor({ state: "hidden" });
  await row(page, name).waitFor();
}

/** A mediator whose certificate has ended, and whose service ends; the clerk of the desk. */
async function people(walk, look) {
  const { page, t, w, b } = walk;
  await row(page, committee).getByRole("link").click();
  await register(walk, look, "旧人丙", { number: "T-7", until: "2023-01-01", tongue: w("tongue.ug"), skill: b("kind.neighbour") });
  await row(page, "旧人丙").getByText(t("admin", "certificate.expired")).waitFor();
  await judge(page, `${look.name}-admin-people`);
  await row(page, "旧人丙").getByRole("button", { name: t("admin", "people.end") }).click();
  await judge(page, `${look.name}-admin-end`);
  await verb(drawer(page), t("admin", "people.end")).click();
  await row(page, "旧人丙").waitFor({ state: "detached" });

  await page.getByRole("link", { name: t("admin", "title"), exact: true }).last().click();
  await row(page, centre).getByRole("link").click();
  await register(walk, look, "窗口乙");
}

const handedOver = async (page) => new URL(await drawer(page).locator("output").innerText());

/** The clerk's account: made, changed in every way, and a link that is shown once. */
async function account(walk, look) {
  const { page, t, w } = walk;
  await row(page, "窗口乙").getByRole("button", { name: t("admin", "people.giveAccount") }).click();
  await typed(drawer(page), t("admin", "account.username")).fill("first");
  await choose(drawer(page), t("admin", "role.role"), w("role.desk_clerk"));
  await drawer(page).locator("button[type=submit]").click();
  await sees(drawer(page), w("refusal.account.username_taken"), `${look.name}: a username that is taken is refused in plain words`);
  await judge(page, `${look.name}-admin-account`);
  await typed(drawer(page), t("admin", "account.username")).fill("clerk");
  await drawer(page).locator("button[type=submit]").click();
  const lost = await handedOver(page);
  expect(lost.hash.length > 20, `${look.name}: the account comes with a link`);
  const whole = await drawer(page).locator("output").evaluate((box) => box.scrollWidth <= box.clientWidth);
  expect(whole, `${look.name}: the link is seen as a whole`);
  await judge(page, `${look.name}-admin-link`);
  await verb(drawer(page), t("admin", "link.copy")).click();
  await drawer(page).getByRole("status").filter({ hasText: t("admin", "link.copied") }).waitFor();
  await verb(drawer(page), t("admin", "link.done")).click();
  await drawer(page).waitFor({ state: "hidden" });
  await soon(async () => !(await page.content()).includes(lost.hash), `${look.name}: closed, the link is nowhere on the page`);

  await openTab(page, t("admin", "account.title"));
  await row(page, "clerk").getByText(w("account_state.waiting")).waitFor();
  await judge(page, `${look.name}-admin-accounts`);
  await row(page, "clerk").getByRole("link").click();
  const card = page.locator("main");
  await verb(card, t("admin", "role.grant")).click();
  await choose(card, t("admin", "role.role"), w("role.director"));
  await verb(card, t("admin", "role.grantVerb")).click();
  const end = card.getByRole("button", { name: `${t("admin", "role.end")} · ${w("role.director")}` });
  await end.waitFor();
  await judge(page, `${look.name}-admin-manage`);
  await end.click();
  await verb(question(walk), t("admin", "role.end")).click();
  await end.waitFor({ state: "detached" });
  await verb(card, t("admin", "account.suspend")).click();
  await judge(page, `${look.name}-admin-suspend`);
  await verb(question(walk), t("admin", "account.suspend")).click();
  await verb(card, t("admin", "account.readmit")).click();
  await verb(card, t("admin", "link.renew")).click();
  const { pathname, hash } = new URL(await card.locator("output").innerText());
  expect(hash !== lost.hash, `${look.name}: a renewed link is another one`);
  await judge(page, `${look.name}-admin-renewed`);
  await verb(card, t("admin", "link.done")).click();
  await card.getByRole("link", { name: centre }).click();
  return pathname + hash;
}

/** Opens the form that closes the organisation of this page, and says why. */
async function close({ page, t }, why) {
  await page.getByRole("link", { name: t("admin", "office.page") }).click();
  await page.getByRole("button", { name: t("organisation", "change"), exact: true }).click();
  await page.getByRole("menuitem", { name: t("organisation", "deed.close.verb"), exact: true }).click();
  await typed(drawer(page), t("organisation", "reason")).fill(why);
  await drawer(page).locator("button[type=submit]").click();
}

/** An office that was opened by mistake is closed; what carries others stays open. */
async function closing(walk, look) {
  const { page, t, w } = walk;
  await verb(page.locator("main"), t("admin", "office.below")).click();
  await openOffice(walk, w("organisation_kind.legal_service_centre"), { name: "误设的中心", short: "误" });
  await close(walk, "试一试");
  await sees(drawer(page), w("refusal.organisation.not_the_lowest").split("{n}").at(-1), `${look.name}: an office with others below stays open`);
  await judge(page, `${look.name}-admin-close-refused`);
  await page.keyboard.press("Escape"); // in English the deed itself is called "Close", too
  await drawer(page).waitFor({ state: "hidden" });
  await go(page, t, "/desk/admin");
  await row(page, "误设的中心").getByRole("link").click();
  await close(walk, "设错了");
  await drawer(page).waitFor({ state: "hidden" });
  await page.getByText(t("organisation", "closedSays")).waitFor();
  await judge(page, `${look.name}-admin-closed`);
  await go(page, t, "/desk/admin");
  await row(page, centre).waitFor();
  await row(page, "误设的中心").waitFor({ state: "detached" });
  await soon(async () => (await page.getByText(t("admin", "guide.title")).count()) === 0, `${look.name}: the guide is gone when all is done`);
  await judge(page, `${look.name}-admin`);
}

/** All that an office needs before its first dispute, by clicks alone; answers the clerk's link. */
async function furnish(walk, look) {
  await threeHands(walk, look);
  await offices(walk, look);
  await people(walk, look);
  const link = await account(walk, look);
  await closing(walk, look);
  return link;
}

async function invited(house, look, link) {
  const walk = await open({ chromium, house }, look);
  const { page, t } = walk;
  await page.goto(house.origin + link);
  await password(page).waitFor();
  await judge(page, `${look.name}-invitation`);
  await password(page).fill(hers);
  await send(page);
  walk.mine = await enrol(walk);
  await keepCodes(walk);
  await sees(page.locator("main"), "窗口乙", `${look.name}: the clerk's own desk greets her`);
  await judge(page, `${look.name}-empty-desk`);
  await go(page, t, "/desk/disputes");
  await page.getByRole("searchbox").first().waitFor();
  await judge(page, `${look.name}-empty-list`);
  return walk;
}

/** Signed in twice, signed out of both. */
async function everywhere(house, look, { page, t, mine }) {
  const second = await open({ chromium, house }, look);
  await second.page.goto(`${house.origin}/desk/sign-in`);
  await signIn(second, "clerk", hers);
  await giveCode(second, await mine.phone.code());
  await sees(second.page.locator("main"), "窗口乙", `${look.name}: she is signed in on a second device`);
  await go(page, t, "/desk/account");
  await page.getByRole("button", { name: t("account", "sessions.all") }).click();
  await drawer(page).waitFor();
  await judge(page, `${look.name}-everywhere`);
  await drawer(page).getByRole("button", { name: t("account", "sessions.all") }).click();
  await typed(page, t("door", "username")).waitFor();
  await soon(async () => (await ask(second.page, "GET", "/session")).signed_in === false, `${look.name}: the second device is out, too`);
  await second.page.reload();
  await typed(second.page, t("door", "username")).waitFor();
  await judge(second.page, `${look.name}-signed-out`);
  await second.context.close();
}

// --- A resident ----------------------------------------------------------------------------------

async function request({ page, t }, look, name) {
  await page.locator('a[href="/apply"]').first().click();
  await page.getByLabel(t("apply", "what.facts")).fill("隔壁装修到半夜，孩子睡不好，说过两次没有用。");
  await page.getByRole("button", { name: t("apply", "next") }).click();
  await page.getByLabel(t("apply", "who.name")).fill(name);
  await page.getByLabel(t("apply", "who.phone")).first().fill("13800002046");
  await choose(page, t("intake", "place.community"), look.place);
  await page.getByLabel(t("apply", "who.otherName")).fill("贺兰山");
  await page.getByLabel(t("apply", "who.otherPhone")).fill("13800002047");
  await page.getByRole("button", { name: t("apply", "next") }).click();
  await page.getByRole("checkbox", { name: t("apply", "check.agrees") }).check({ force: true });
  await page.locator("button[type=submit]").click();
  const code = await page.getByText(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/).first().innerText();
  await judge(page, `${look.name}-asked`);
  return code;
}

/** Comes back by the code and says a word with the last four digits of the phone. */
async function say({ page, t, w }, look, code, word, tail) {
  await page.locator('a[href="/track"]').first().click();
  await typed(page, t("matter", "track.code")).fill(code);
  await send(page);
  const verb = t("matter", `answer.${word}.verb`);
  await page.getByRole("button", { name: verb }).click();
  await drawer(page).waitFor();
  await typed(drawer(page), t("matter", "answer.tail")).fill("0000");
  await drawer(page).locator("button[type=submit]").click();
  await sees(drawer(page), w("refusal.receipt.no_match"), `${look.name}: another's digits are refused`);
  await judge(page, `${look.name}-my-${word}`);
  await typed(drawer(page), t("matter", "answer.tail")).fill(tail);
  await drawer(page).locator("button[type=submit]").click();
  await drawer(page).waitFor({ state: "hidden" });
  await page.getByRole("button", { name: verb }).waitFor({ state: "hidden" });
  const said = page.locator("main").getByText(w(word === "agree" ? "consent.agreed" : "consent.refused"), { exact: true });
  await said.first().waitFor().catch(() => expect(false, `${look.name}: what was said stands on the page`));
  await judge(page, `${look.name}-my-${word}-said`);
}

async function residents(house, look, mine) {
  const walk = await open({ chromium, house }, look);
  const withdrawn = await request(walk, look, "路遥");
  await say(walk, look, withdrawn, "withdraw", "2046");

  // The other side has no code until the desk gives it one.
  await walk.page.goto(house.origin);
  await request(walk, look, "关山月");
  const clerk = await open({ chromium, house }, look);
  const { page, t, w } = clerk;
  await page.goto(`${house.origin}/desk/sign-in`);
  await signIn(clerk, "clerk", hers);
  await byRecovery(clerk, mine.recovery[0]); // the phone has no new code for half a minute
  await sees(page.locator("main"), "窗口乙", `${look.name}: the clerk signs in with the password she chose`);
  await judge(page, `${look.name}-desk-asked`);
  await find(page, t, "关山月");
  await part(page, t, "parties");
  await page.getByRole("button", { name: t("dispute", "newCode") }).last().click();
  await drawer(page).getByRole("button", { name: t("dispute", "newCode") }).click();
  const code = await page.getByText(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/).first().innerText();
  await say(walk, look, code, "refuse", "2047");
  await find(page, t, "关山月");
  await page.reload();
  await part(page, t, "parties");
  await sees(page.locator("main"), w("consent.refused"), `${look.name}: the desk sees that the other side refuses`);
  await judge(page, `${look.name}-desk-refused`);

  // A no can be taken back; and who is at the desk reads in which language to speak with whom.
  await say(walk, look, code, "agree", "2047");
  await Promise.all([walk.page.waitForResponse((one) => one.url().endsWith("/api/my/language")), choose(walk.page, t("matter", "language"), w("tongue.ug"))]);
  await page.reload();
  await part(page, t, "parties");
  await sees(page.locator("main"), w("tongue.ug"), `${look.name}: the desk sees the language that was chosen`);
  const { dispute } = await ask(page, "GET", `/disputes/${new URL(page.url()).pathname.split("/").at(-1)}`);
  expect(dispute.parties.at(-1).consent === "agreed", `${look.name}: the desk sees that the other side has come to agree`);
  return [walk, clerk];
}

for (const look of looks) {
  const data = mkdtempSync(join(tmpdir(), "maplebridge-first-"));
  const house = await emptyHouse(data);
  const walks = [];
  try {
    const first = await firstAccount(house, look);
    walks.push(first);
    await onlyOnce(house, look, house.link, async (page, t) => {
      await typed(page, t("door", "name")).fill("不速之客");
      await typed(page, t("door", "username")).fill("second");
    });
    const link = await furnish(first, look);
    const clerk = await invited(house, look, link);
    walks.push(clerk);
    await onlyOnce(house, look, link, async () => {});
    await everywhere(house, look, clerk);
    walks.push(...(await residents(house, look, clerk.mine)));
    silent(look.name, ...walks);
    console.log(`${look.name}: the first run walked`);
  } catch (error) {
    await stuck(look.name, error, chromium.contexts().at(-1)?.pages().at(-1));
  }
  for (const context of chromium.contexts()) await context.close();
  await house.stop();
  rmSync(data, { recursive: true });
}
await end(chromium);
