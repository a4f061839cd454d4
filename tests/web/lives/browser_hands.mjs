// What both halves of the browser's driver share: who sits at the screen, which page is open, and how a
// form is filled by what stands on it, in the language of the screen.
import { join } from "node:path";
import { judge, pictures } from "../browser.mjs";
import { become, drawer, find, go, quiet, reloaded, tick } from "../hands.mjs";
import { faceNamed, wordsIn } from "./words.mjs";

const looked = new Set(); // kinds of pages and forms that axe has judged
const literally = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

export async function hands({ house, links, chromium, open, look, known, name }) {
  const staff = await open({ chromium, house }, look);
  const { page, t } = staff;
  const windows = new Map(); // of those who come by a link
  const strangers = []; // errors on the phones of those who signed
  const words = wordsIn(look.language);
  const home = wordsIn("zh-CN");
  const say = (list, key) => {
    const said = words[list]?.[key];
    if (said === undefined) throw new Error(`no word ${list}.${key}`);
    return said;
  };
  const life = { number: "", before: "", name: "", staff: "马海霞", codes: new Map(), tails: new Map(), signers: new Map() };
  const here = { face: null, file: false };

  /** Axe and a picture, the first time that this kind of page is met in this look. Forms have been judged by other walks when there is little time. */
  async function first(kind, on = page) {
    const key = `${look.name} ${kind}`;
    if (looked.has(key)) return;
    looked.add(key);
    if (process.env.LIVES_SHORT && kind.startsWith("form-")) await on.screenshot({ path: join(pictures, `${look.name}-lives-${kind}.png`) });
    else await judge(on, `${look.name}-lives-${kind}`);
  }
  const theNumber = async () => {
    const found = (await page.locator("main").innerText()).match(/[^\s·：]+〔\d{4}〕第\d+号/);
    if (found) life.number = found[0];
  };
  const settled = async () => {
    await page.getByRole("button", { name: t("dispute", "print"), exact: true }).waitFor();
    await quiet(page);
  };

  async function be(who) {
    const face = faceNamed(who);
    if (here.face === face) return;
    await become(page, face);
    Object.assign(here, { face, file: false });
  }
  /** The file of the life, as this person sees it. */
  async function at(who) {
    life.staff = who;
    await be(who);
    if (here.file) return;
    if (life.number) await find(page, t, life.number);
    else await findNew();
    await settled();
    await theNumber();
    here.file = true;
    await first(`file-${await page.locator("main h1").first().innerText().then(() => here.face)}`);
  }
  /** A dispute without a number yet: by the name of a party, and not the one that it comes from. */
  async function findNew() {
    await go(page, t, "/desk/disputes");
    await page.getByRole("searchbox").first().fill(life.name);
    await page.keyboard.press("Enter");
    await page.waitForURL(/[?&]q=/);
    await quiet(page);
    const row = page.locator("main tr, main li").filter({ hasText: life.name });
    await row.first().waitFor();
    const rows = life.before ? row.filter({ hasNotText: life.before }) : row;
    await rows.first().getByRole("link").first().click();
  }
  /** Something was changed in another window: the page is loaded anew. */
  async function anew() {
    if (!here.file) return;
    await reloaded(page, () => page.reload());
    await settled();
  }

  /** The page of a party, by the code of its receipt; and all that stands on it. */
  async function matter(who) {
    const code = life.codes.get(who);
    if (!code) throw new Error(`${who} has no code`);
    await become(page, "resident");
    Object.assign(here, { face: "resident", file: false });
    await page.locator('a[href="/track"]:visible').first().click();
    await page.getByLabel(t("matter", "track.code")).fill(code);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: t("matter", "milestones") }).waitFor();
    await quiet(page);
    await first("matter");
  }

  /** The window of somebody who came by a one-time link. */
  async function window(who) {
    if (!windows.has(who)) {
      const walk = await open({ chromium, house }, look);
      await walk.page.goto(`${house.origin}${links[who]}`);
      await walk.page.locator("input[type=password]").fill("三月的雪落在独山子大峡谷");
      await walk.page.locator("button[type=submit]").click();
      await walk.page.getByRole("heading", { name: t("agency", "title") }).waitFor();
      windows.set(who, walk);
    }
    return windows.get(who).page;
  }

  /** On a party's own phone, by the link that was handed to it: read, typed, signed. */
  async function signsBy(link, signer, tail) {
    const phone = await open({ chromium, house }, { ...look, width: 390, height: 844 });
    const { page: own, t: told } = phone;
    await own.goto(link.replace("/sign#", `/sign?lang=${look.language}#`));
    await own.getByRole("heading", { level: 1, name: told("sign", "title") }).waitFor();
    await first("signing", own);
    await own.getByLabel(told("sign", "type")).fill(signer);
    await own.getByLabel(told("sign", "digits")).fill(tail);
    await tick(own.getByRole("checkbox"));
    await own.locator("main button[type=submit]").click();
    await own.getByRole("heading", { level: 1, name: told("sign", "closed.signed.title") }).waitFor();
    strangers.push(...phone.errors);
    await phone.context.close();
  }

  /** The parts of a file are tabs; what stands beside them on a desk is a tab on a phone, too. */
  async function part(key) {
    const tab = page.getByRole("tab", { name: new RegExp(`^${literally(t("dispute", `tab.${key}`))}`) });
    await page.getByRole("tab").first().waitFor();
    if (await tab.count()) await tab.click();
    await quiet(page);
    await first(`part-${key}`);
  }
  /** All that a file shows to who has it open, part by part. */
  async function whole() {
    const told = [await page.locator("main").innerText()];
    for (const tab of await page.getByRole("tab").all()) {
      await tab.click();
      await quiet(page); // a part is fetched when it is opened
      await page.locator("main details:not([open])").evaluateAll((folded) => folded.map((one) => one.querySelector("summary").click()));
      await quiet(page);
      told.push(await page.locator("main").innerText());
    }
    return told.join("\n");
  }

  // The verbs of deeds that have one of their own.
  const verbs = {
    "mediation.issue_named": "issue", "mediation.vault_noted": "vault", "mediation.crossing_agreed": "cross", "mediation.statement_released": "release",
    "mediation.department_called": "call", "mediation.department_arrived": "arrived", "mediation.call_answered": "answerFor", "mediation.call_ended": "endCall", "mediation.safety_asked": "askSafety",
    "mediation.safety_lifted": "lift", "resolution.confirmation_applied": "confirm", "resolution.confirmation_docketed": "docket", "resolution.confirmation_ruled": "ruled",
  };
  async function start(deed) {
    await page.getByRole("button", { name: t("dispute", "allDeeds") }).click();
    const verb = verbs[deed] ? t("dispute", `act.${verbs[deed]}`) : say("deed", deed);
    await drawer(page).getByRole("button", { name: verb, exact: true }).click();
    await drawer(page).locator("button[type=submit]").waitFor();
    await quiet(page);
  }
  async function send(deed) {
    await first(`form-${deed}`);
    await tick(drawer(page).locator("button[type=submit]"));
    const refused = drawer(page).getByRole("alert").first();
    await Promise.race([drawer(page).waitFor({ state: "hidden" }), refused.waitFor().catch(() => {})]);
    if (await drawer(page).isVisible()) throw new Error(`refused: ${await refused.innerText()}`);
    await quiet(page);
  }
  /** A deed of the file: its form is opened, filled, sent. */
  async function deed(who, name, fill = async () => {}) {
    await at(who);
    await start(name);
    await fill(drawer(page));
    await send(name);
    await theNumber();
  }
  /** A deed that the program says no to, with these words. */
  async function refused(who, name, fill, code) {
    await at(who);
    await start(name);
    await fill(drawer(page));
    await tick(drawer(page).locator("button[type=submit]"));
    const told = await drawer(page).getByRole("alert").first().innerText();
    await page.keyboard.press("Escape");
    await drawer(page).waitFor({ state: "hidden" });
    return told;
  }

  // --- In a form ---------------------------------------------------------------------------
  const field = (key) => t("dispute", `field.${key}`);
  const exactly = (label) => new RegExp(`^${literally(label)}(\\s*\\*)?$`);
  const put = (scope, label, text) => scope.getByLabel(exactly(label)).first().fill(text);
  async function putDay(scope, label, day) {
    await put(scope, label, day);
    await page.keyboard.press("Tab");
  }
  const radio = (scope, option) => tick(scope.getByRole("radio", { name: option, ...(typeof option === "string" ? { exact: true } : {}) }).first());
  const starts = (text) => new RegExp(`^${literally(text)}`);
  const has = (text) => new RegExp(literally(text));
  /** One of a list that opens. */
  async function select(scope, label, option) {
    const box = scope.getByRole("combobox", { name: exactly(label) }).first();
    await box.click();
    await box.fill(option).catch(() => {});
    await (scope.page?.() ?? scope).locator("[role=option]:visible").filter({ hasText: option }).first().click();
  }
  /** A tile or a line of a list, whichever it is drawn as. */
  async function choose(scope, label, option) {
    const tile = scope.getByRole("radio", { name: option, exact: true }).first();
    return (await tile.count()) ? tick(tile) : select(scope, label, option);
  }
  const check = (scope, label) => tick(scope.getByRole("checkbox", { name: typeof label === "string" ? starts(label) : label }).first());

  return {
    staff, page, t, say, home, known, life, here, look, name, first, be, at, anew, matter, signsBy, window, part, whole, start, deed, refused, settled, theNumber,
    field, put, putDay, radio, select, choose, check, starts, has, exactly,
    errors: () => [...[staff, ...windows.values()].flatMap((one) => one.errors), ...strangers],
    async stuck(line) {
      for (const [who, walk] of [["", staff], ...windows]) await walk.page.screenshot({ path: join(pictures, `${name}-stuck-${line}${who && "-officer"}.png`), fullPage: true }).catch(() => {});
    },
  };
}
