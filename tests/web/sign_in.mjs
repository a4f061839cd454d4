// The doors of a house without the demo: three administrators in three hands, second factors,
// recovery codes, sessions, an account shut and opened again, and the journal of all of it.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browser, expect, judge, sees, soon, stuck } from "./browser.mjs";
import { crossing, end, look, silent } from "./frame.mjs";
import { ask, choose, drawer, go, open, quiet } from "./hands.mjs";
import { byRecovery, emptyHouse, enrol, giveCode, keepCodes, password, send, signIn, typed, verb } from "./house.mjs";

const chromium = await browser();
const looks = crossing([
  look("1440-zh"),
  look("390-en"),
  look("390-zh"),
  look("1440-en"),
]);
const words = { root: "三月的雪落在独山子大峡谷", security: "白杨河畔的风车不紧不慢", auditor: "账本翻到最后一页才算数", clerk: "白杨树下的长凳坐满了人" };

const main = (page) => page.locator("main");
const row = (page, text) => page.locator("main [data-row]").filter({ hasText: text });
const question = ({ page, t }) => drawer(page).filter({ has: page.getByRole("button", { name: t("common", "cancel"), exact: true }) });
const badge = (page, text) => main(page).locator("[data-badge]").filter({ hasText: text }).first();

async function signOut({ page, t }) {
  await page.getByRole("button", { name: t("desk", "user.menu") }).click();
  await page.getByRole("menuitem", { name: t("desk", "signOut") }).click();
  await typed(page, t("door", "username")).waitFor();
}

const linkIn = async (scope) => new URL(await scope.locator("output").innerText());

/** Comes in by a one-time link: a password, a second factor, the recovery codes. */
async function comeIn(house, look, link, secret, name) {
  const walk = await open({ chromium, house }, look);
  await walk.page.goto(house.origin + link.pathname + link.hash);
  await password(walk.page).fill(secret);
  await send(walk.page);
  Object.assign(walk, await enrol(walk, name));
  await keepCodes(walk);
  return walk;
}

// --- Three hands -----------------------------------------------------------------------------

async function firstPerson(house, look) {
  const walk = await open({ chromium, house }, look);
  const { page, t, w } = walk;
  await page.goto(house.origin + house.link);
  await typed(page, t("door", "firstRun.organisation")).fill("克拉玛依市司法局");
  await typed(page, t("door", "name")).fill("管理员甲");
  await typed(page, t("door", "username")).fill("root");
  await password(page).fill(words.root);
  await send(page);
  await verb(page, t("door", "enrol.begin")).waitFor();
  expect((await ask(page, "GET", "/session")).signed_in === false, `${look.name}: who must enrol is not in before`);
  // A reload stands at the same step.
  await page.reload();
  await verb(page, t("door", "enrol.begin")).click();
  await typed(page, t("door", "enrol.firstCode")).fill("12345");
  await send(page);
  await sees(main(page), w("problem.code_wrong"), `${look.name}: a wrong first code is refused in plain words`);
  await judge(page, `${look.name}-signin-enrol-refused`);
  await page.reload();
  Object.assign(walk, await enrol(walk, `${look.name}-signin`));
  expect(new Set(walk.recovery).size === 10, `${look.name}: ten recovery codes, each another`);
  expect(await verb(page, t("door", "recovery.verb")).isDisabled(), `${look.name}: nobody goes on who has not kept them`);
  const file = page.waitForEvent("download");
  await verb(page, t("door", "recovery.download")).click();
  const saved = readFileSync(await (await file).path(), "utf8");
  expect(walk.recovery.every((code) => saved.includes(code)), `${look.name}: the file holds all of them`);
  await keepCodes(walk);
  await sees(main(page), t("admin", "guide.hands.title"), `${look.name}: the guide begins with the other two administrators`);
  await judge(page, `${look.name}-signin-guide`);
  return walk;
}

async function appoint({ page, t }, look, role, name, username) {
  await verb(main(page), t("admin", `hands.appoint.${role}`)).click();
  await typed(drawer(page), t("admin", "people.name")).fill(name);
  await typed(drawer(page), t("admin", "account.username")).fill(username);
  if (role === "auditor") await judge(page, `${look.name}-signin-appoint`);
  await drawer(page).locator("button[type=submit]").click();
  const link = await linkIn(drawer(page));
  await verb(drawer(page), t("admin", "link.done")).click();
  await drawer(page).waitFor({ state: "hidden" });
  return link;
}

/** Opens the clerk's account; roles are another's to grant by now. */
async function openAccount(root, look) {
  const { page, t } = root;
  const me = await ask(page, "GET", "/session");
  await ask(page, "POST", "/people", { organisation: me.organisation, name: "窗口乙", phone: "", languages: [], skills: [], serves_as: ["staff"], certificate: "" });
  await page.reload();
  await go(page, t, "/desk/accounts");
  await main(page).getByText(t("admin", "accounts.saysSystem")).waitFor();
  await judge(page, `${look.name}-signin-accounts-system`);
  await verb(main(page), t("admin", "account.add")).click();
  await choose(drawer(page), t("admin", "account.person"), "窗口乙");
  await typed(drawer(page), t("admin", "account.username")).fill("clerk");
  await sees(drawer(page), t("admin", "role.bySecurity"), `${look.name}: the system administrator grants no roles any more`);
  await judge(page, `${look.name}-signin-account-form`);
  await drawer(page).locator("button[type=submit]").click();
  const link = await linkIn(drawer(page));
  await verb(drawer(page), t("admin", "link.done")).click();
  await drawer(page).waitFor({ state: "hidden" });
  await row(page, "clerk").getByRole("link").click();
  await sees(main(page), t("admin", "account.bySecurity"), `${look.name}: and is told whose they are`);
  expect((await verb(main(page), t("admin", "account.suspend")).count()) === 0, `${look.name}: nor shuts anybody out`);
  await typed(page, t("admin", "expiry.field")).fill("2099-12-31");
  await page.keyboard.press("Tab");
  await verb(main(page), t("admin", "expiry.verb")).click();
  await main(page).getByRole("definition").filter({ hasText: "2099-12-31" }).waitFor();
  await judge(page, `${look.name}-signin-account-system`);
  return link;
}

async function grant({ page, t }, role) {
  await verb(main(page), t("admin", "role.grant")).click();
  await choose(main(page), t("admin", "role.role"), role);
  await verb(main(page), t("admin", "role.grantVerb")).click();
}

async function roles(security, look) {
  const { page, t, w } = security;
  await sees(main(page), t("admin", "accounts.saysSecurity"), `${look.name}: the security administrator lands on the accounts`);
  await judge(page, `${look.name}-signin-accounts-security`);
  await page.goto(`${new URL(page.url()).origin}/desk/accounts?state=waiting`);
  await row(page, "auditor").waitFor();
  await soon(async () => (await row(page, "root").count()) === 0, `${look.name}: a state shows only those in it`);
  await row(page, "auditor").getByRole("link").click();
  await grant(security, w("role.security_administrator"));
  await sees(main(page), w("refusal.grant.two_administrators").replace("{held}", w("role.auditor")).replace("{wanted}", w("role.security_administrator")), `${look.name}: nobody holds two of the three`);
  await judge(page, `${look.name}-signin-two-hands`);
  await page.getByRole("link", { name: t("admin", "accounts.title") }).last().click();
  await row(page, "clerk").getByRole("link").click();
  await grant(security, w("role.desk_clerk"));
  await main(page).getByRole("button", { name: `${t("admin", "role.end")} · ${w("role.desk_clerk")}` }).waitFor();
  await judge(page, `${look.name}-signin-account-security`);
}

// --- The two steps ---------------------------------------------------------------------------

async function twoSteps(clerk, look) {
  const { page, t, w } = clerk;
  await sees(main(page), "窗口乙", `${look.name}: the clerk's own desk greets her after she has enrolled`);
  await signOut(clerk);
  await signIn(clerk, "clerk", words.clerk);
  await typed(page, t("door", "code.field")).waitFor();
  await judge(page, `${look.name}-signin-code`);
  await giveCode(clerk, clerk.phone.wrong());
  await sees(main(page), w("problem.code_wrong"), `${look.name}: a wrong code is refused in plain words`);
  expect((await ask(page, "GET", "/session")).signed_in === false, `${look.name}: and nobody is in by it`);
  await judge(page, `${look.name}-signin-code-wrong`);
  // Back to the first step: what was half open is shut.
  await verb(page, t("door", "code.back")).click();
  await typed(page, t("door", "username")).waitFor();
  await quiet(page); // the server has heard it, too
  await page.reload();
  await typed(page, t("door", "username")).waitFor();

  // By keyboard alone: the code field has the focus by itself.
  await typed(page, t("door", "username")).focus();
  await page.keyboard.type("clerk");
  await page.keyboard.press("Tab");
  await page.keyboard.type(words.clerk);
  await page.keyboard.press("Enter");
  await typed(page, t("door", "code.field")).waitFor();
  await page.waitForFunction(() => document.activeElement?.autocomplete === "one-time-code");
  await page.keyboard.type(await clerk.phone.code());
  await page.keyboard.press("Enter");
  await sees(main(page), "窗口乙", `${look.name}: by keyboard, the right code lets in`);
  await signOut(clerk);

  // Whoever takes too long begins again, and is told so.
  await signIn(clerk, "clerk", words.clerk);
  await typed(page, t("door", "code.field")).waitFor();
  await clerk.context.clearCookies();
  await giveCode(clerk, "123456");
  await sees(main(page), w("refusal.factor.password_first"), `${look.name}: a half session that is over leads back to the password`);
  await judge(page, `${look.name}-signin-late`);
}

async function recovery(clerk, look) {
  const { page, t, w } = clerk;
  await signIn(clerk, "clerk", words.clerk);
  await typed(page, t("door", "code.field")).waitFor();
  await byRecovery(clerk, clerk.recovery[0].toLowerCase());
  await sees(main(page), "窗口乙", `${look.name}: a recovery code lets in, in small letters, too`);
  await signOut(clerk);
  await signIn(clerk, "clerk", words.clerk);
  await byRecovery(clerk, clerk.recovery[0]);
  await sees(main(page), w("problem.code_wrong"), `${look.name}: the same recovery code is refused the second time`);
  await judge(page, `${look.name}-signin-recovery-refused`);
  await typed(page, t("door", "code.recoveryField")).fill(clerk.recovery[1]);
  await send(page);
  await sees(main(page), "窗口乙", `${look.name}: another one lets in`);
}

// --- My account ------------------------------------------------------------------------------

async function ownAccount(house, clerk, look) {
  const { page, t } = clerk;
  const second = await open({ chromium, house }, look);
  await second.page.goto(`${house.origin}/desk/sign-in`);
  await signIn(second, "clerk", words.clerk);
  await byRecovery(second, clerk.recovery[2]);
  await sees(main(second.page), "窗口乙", `${look.name}: she is in by a second browser`);
  await go(page, t, "/desk/account");
  await sees(main(page), t("account", "factor.left_other").replace("{{count}}", "7"), `${look.name}: seven recovery codes are left`);
  await row(page, t("account", "sessions.here")).waitFor();
  await judge(page, `${look.name}-signin-account`);
  await verb(row(page, t("account", "sessions.end")).first(), new RegExp(`^${t("account", "sessions.end")} · `)).click();
  await page.waitForFunction(() => document.querySelectorAll("main [data-row]").length === 1);
  await second.page.reload();
  await typed(second.page, t("door", "username")).waitFor();
  await soon(async () => (await ask(second.page, "GET", "/session")).signed_in === false, `${look.name}: the second browser is out`);
  await second.context.close();

  await verb(main(page), t("account", "codes.verb")).click();
  await typed(page, t("door", "code.anyField")).fill(clerk.recovery[3]);
  await judge(page, `${look.name}-signin-new-codes`);
  await send(page);
  const codes = page.getByRole("list", { name: t("door", "recovery.list") });
  await codes.waitFor();
  const fresh = await codes.getByRole("listitem").allInnerTexts();
  expect(fresh.every((code) => !clerk.recovery.includes(code)), `${look.name}: new recovery codes are other ones`);
  await judge(page, `${look.name}-signin-new-codes-told`);
  clerk.recovery = fresh;
  await keepCodes(clerk);
  await sees(main(page), t("account", "factor.left_other").replace("{{count}}", "10"), `${look.name}: ten are left again`);
}

// --- Shut out and let in ---------------------------------------------------------------------

async function shutting(security, clerk, look) {
  const { page, t, w } = security;
  const hers = clerk.page;
  await page.reload();
  await verb(main(page), t("admin", "account.suspend")).click();
  await verb(question(security), t("admin", "account.suspend")).click();
  await badge(page, w("account_state.suspended")).waitFor();
  await judge(page, `${look.name}-signin-suspended`);
  await go(hers, t, "/desk/disputes");
  await typed(hers, t("door", "username")).waitFor();
  expect(true, `${look.name}: suspended, she is out at her next click`);
  await signIn(clerk, "clerk", words.clerk);
  await sees(main(hers), w("refusal.sign_in.suspended"), `${look.name}: and is told why she does not come in again`);
  await judge(hers, `${look.name}-signin-shut-out`);
  await verb(main(page), t("admin", "account.readmit")).click();
  await badge(page, w("account_state.active")).waitFor();

  // Guessing at codes locks the second door for a while.
  await signIn(clerk, "clerk", words.clerk);
  await typed(hers, t("door", "code.field")).waitFor();
  const locked = w("refusal.factor.wrong_locked").split("{until}")[0];
  for (let tries = 0, said = ""; tries < 8 && said !== "factor.wrong_locked"; tries += 1) {
    const answer = hers.waitForResponse((one) => one.url().endsWith("/api/session/code"));
    await giveCode(clerk, clerk.phone.wrong());
    said = (await (await answer).json()).code;
  }
  await sees(main(hers), locked, `${look.name}: who guesses at codes has to wait`);
  await judge(hers, `${look.name}-signin-locked`);
  await page.reload();
  await badge(page, w("account_state.locked")).waitFor();
  await judge(page, `${look.name}-signin-account-locked`);
  await verb(main(page), t("admin", "account.unlock")).click();
  await badge(page, w("account_state.active")).waitFor();
  await byRecovery(clerk, clerk.recovery[0]);
  await hers.waitForURL(/\/desk\/disputes/);
  await soon(async () => (await ask(hers, "GET", "/session")).signed_in, `${look.name}: unlocked, she may try again at once, and is where she wanted to go`);

  // A lost phone: everything of it ends, and a new one is set up at the next sign-in.
  await verb(main(page), t("admin", "factor.reset")).click();
  await judge(page, `${look.name}-signin-reset`);
  await verb(question(security), t("admin", "factor.reset")).click();
  await badge(page, t("admin", "factor.needed")).waitFor();
  await hers.reload();
  await signIn(clerk, "clerk", words.clerk);
  Object.assign(clerk, await enrol(clerk));
  await keepCodes(clerk);
  await hers.waitForURL(/\/desk\/disputes/);
  await soon(async () => (await ask(hers, "GET", "/session")).signed_in, `${look.name}: with a new phone she is in again`);
}

// --- The journal -----------------------------------------------------------------------------

async function journal(auditor, others, look) {
  const { page, t, w } = auditor;
  await sees(main(page), t("audit", "days.title"), `${look.name}: the auditor lands on the journal`);
  await judge(page, `${look.name}-signin-audit`);
  const box = page.getByRole("searchbox", { name: t("audit", "username") });
  await box.fill("clerk");
  await box.press("Enter");
  await page.waitForURL(/username=clerk/);
  await row(page, "clerk").first().waitFor();
  const { entries } = await ask(page, "GET", "/audit?username=clerk&limit=200");
  const kinds = ["account_opened", "account_invited", "account_expiry_set", "role_granted", "second_factor_enrolled", "sign_in", "sign_out", "second_factor_failed", "recovery_code_used", "recovery_codes_made", "session_ended", "account_suspended", "account_readmitted", "account_locked", "account_unlocked", "second_factor_reset", "sign_in_failed"];
  for (const kind of kinds) expect(entries.some((one) => one.kind === kind), `${look.name}: the journal tells ${kind}`);
  expect(entries.every((one) => one.subject_name !== "窗口乙"), `${look.name}: what it happened to is named by its username`);
  for (const kind of ["second_factor_failed", "recovery_code_used", "account_suspended", "session_ended"]) {
    await main(page).locator("button[aria-pressed=false]").filter({ hasText: w(`audit_kind.${kind}`) }).click();
    await page.waitForURL(new RegExp(`kind=${kind}`));
    await row(page, w(`audit_kind.${kind}`)).first().waitFor();
    await soon(async () => (await row(page, w("audit_kind.role_granted")).count()) === 0, `${look.name}: only ${kind} is listed`);
    if (kind === "session_ended") break;
    await main(page).locator("button[aria-pressed=true]").click();
    await page.waitForURL((url) => !url.search.includes("kind="));
  }
  await verb(row(page, w("audit_kind.session_ended")).first(), new RegExp(`^${t("audit", "more")}`)).click();
  await drawer(page).getByText(w("audit_says.session_ended")).waitFor();
  await judge(page, `${look.name}-signin-audit-entry`);
  await drawer(page).getByRole("button", { name: t("common", "close") }).click();
  await drawer(page).waitFor({ state: "hidden" });
  await verb(main(page), t("audit", "chain.verb")).click();
  await sees(main(page), t("audit", "chain.whole"), `${look.name}: the chain is whole`);
  const file = page.waitForEvent("download");
  await verb(main(page), t("audit", "export.verb")).click();
  const csv = readFileSync(await (await file).path(), "utf8");
  expect(csv.includes("session_ended") && !csv.includes("窗口乙"), `${look.name}: the export holds keys and words of the program, no names`);
  await judge(page, `${look.name}-signin-audit-chain`);
  const exported = await ask(page, "GET", "/audit?kind=journal_exported");
  expect(exported.entries.length === 1, `${look.name}: the export is an entry itself`);

  // Nobody else may, by hand or by address.
  for (const [who, walk] of Object.entries(others)) {
    const status = await walk.page.evaluate(() => Promise.all(["/audit", "/audit/days", "/audit/chain"].map((path) => fetch(`/api${path}`).then((answer) => answer.status))));
    expect(status.every((one) => one === 403), `${look.name}: ${who} reads no journal: ${status}`);
    expect((await walk.page.locator('a[href="/desk/audit"]').count()) === 0, `${look.name}: ${who} has no way to it`);
  }
  await others.security.page.goto(`${new URL(page.url()).origin}/desk/audit`);
  await main(others.security.page).getByRole("alert").waitFor();
  await judge(others.security.page, `${look.name}-signin-audit-forbidden`);
  const denied = async () => (await ask(page, "GET", "/audit?kind=policy_denied")).entries;
  await soon(async () => (await denied()).some((one) => one.username === "security"), `${look.name}: who was refused stands in the journal, a second later at the most`);
}

for (const look of looks) {
  const data = mkdtempSync(join(tmpdir(), "maplebridge-doors-"));
  const house = await emptyHouse(data);
  const walks = [];
  const keep = (walk) => (walks.push(walk), walk);
  try {
    const root = keep(await firstPerson(house, look));
    const links = { security: await appoint(root, look, "security_administrator", "安管丙", "security"), auditor: await appoint(root, look, "auditor", "审计丁", "auditor") };
    const security = keep(await comeIn(house, look, links.security, words.security));
    await main(security.page).getByText(security.t("admin", "hands.title")).waitFor();
    const link = await openAccount(root, look);
    await roles(security, look);
    const clerk = keep(await comeIn(house, look, link, words.clerk));
    await twoSteps(clerk, look);
    await recovery(clerk, look);
    await ownAccount(house, clerk, look);
    await shutting(security, clerk, look);
    const auditor = keep(await comeIn(house, look, links.auditor, words.auditor));
    await journal(auditor, { root, security, clerk }, look);
    silent(look.name, ...walks);
    console.log(`${look.name}: the doors walked`);
  } catch (error) {
    await stuck(look.name, error, ...chromium.contexts().map((context) => context.pages().at(-1)));
  }
  for (const context of chromium.contexts()) await context.close();
  await house.stop();
  rmSync(data, { recursive: true });
}
await end(chromium);
