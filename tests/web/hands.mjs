// What the hands of a walk do: open a window, choose, submit, change persons, find a file. And
// errands: the long way to a stage by the page's own session, where another walk has clicked it.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { binary, browser, patience, quiet, root, serve, spoken, texts, watched } from "./browser.mjs";

export { quiet };

// To see what a slow machine sees, the browser's processor may be slowed down so many times: WALK_SLOWED=8.
const slowed = Number(process.env.WALK_SLOWED ?? 1);

/** A folder with the demo city in it, as it was on its first morning; built once a program and kept. */
export async function freshCity() {
  const kept = process.env.MAPLEBRIDGE_DEMO ?? join(root, "artefacts/demo");
  const { mtimeMs, size } = statSync(binary);
  const stamp = join(kept, "built-by");
  const builtBy = `${mtimeMs} ${size}`;
  const fresh = existsSync(stamp) && readFileSync(stamp, "utf8") === builtBy;
  if (!fresh && !process.env.MAPLEBRIDGE_DEMO) {
    rmSync(kept, { recursive: true, force: true });
    console.log("building the demo city");
    await serve(kept, "--demo").then((built) => built.stop());
    writeFileSync(stamp, builtBy);
  }
  const data = mkdtempSync(join(tmpdir(), "maplebridge-walk-"));
  cpSync(kept, data, { recursive: true });
  return data;
}

/** A one-time link for somebody of the city who has no face in the bar, as an office would give it. */
export const invited = (data, username) =>
  execFileSync(binary, ["account", "invite", username, "--data", data], { encoding: "utf8" }).match(/\/desk\/invitation#\S+/)[0];

/** The demo city in a copy of its own, served, and a browser. */
export async function city(prepare = () => {}) {
  const data = await freshCity();
  prepare(data);
  const house = await serve(data, "--demo");
  const chromium = await browser();
  const close = async () => {
    await chromium.close();
    await house.stop();
    rmSync(data, { recursive: true, force: true });
  };
  return { house, chromium, close };
}

/** One browser window and the words of its language. */
export async function open({ chromium, house }, { language, width, height, dir }) {
  const context = await chromium.newContext({ viewport: { width, height }, locale: language, timezoneId: "Asia/Shanghai", reducedMotion: "reduce" });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  watched(page);
  if (slowed > 1) await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: slowed });
  const errors = [];
  page.on("console", (line) => line.type() === "error" && !/status of (4|5)\d\d/.test(line.text()) && errors.push(line.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(`${house.origin}/?lang=${language}${dir ? `&dir=${dir}` : ""}`);
  return { page, context, errors, t: texts(language), w: spoken(language), b: booked(language) };
}

export const drawer = (page) => page.getByRole("dialog");

// A click that no passing message can catch.
export const tick = (input) => input.evaluate((element) => element.click());

/** One of a list, drawn as tiles or as a box that opens. */
export async function choose(scope, label, option) {
  const tile = scope.getByRole("radio", { name: option }).first();
  const box = scope.getByRole("combobox", { name: label }).first();
  await tile.or(box).first().waitFor({ state: "attached" });
  if (await tile.count()) return tick(tile);
  await box.click();
  await scope.page().locator("[role=option]:visible").filter({ hasText: option }).first().click();
}

/** Any number of a list that opens; it is shut again. */
export async function chooseAll(scope, label, options) {
  const box = scope.getByRole("combobox", { name: label }).first();
  await box.click();
  for (const option of options) await scope.page().locator("[role=option]:visible").filter({ hasText: option }).first().click();
  await box.press("Tab");
}

/** What the book calls its reasons and kinds, by list and key: "pause.illness". */
export function booked(language) {
  const names = {};
  let list = "";
  let key = "";
  const book = ["reasons", "kinds", "people", "grades", "honours"].map((file) => readFileSync(join(root, `rules/karamay/${file}.toml`), "utf8")).join("\n");
  for (const line of book.split("\n")) {
    list = line.match(/^\[\[(.+)\]\]$/)?.[1] ?? list;
    key = line.match(/^key = "(.+)"$/)?.[1] ?? key;
    const name = line.match(/^name = .*?(zh-CN = "([^"]+)"), en = "([^"]+)"/);
    if (name) names[`${list}.${key}`] = language === "en" ? name[3] : name[2];
  }
  return (choice) => {
    if (!(choice in names)) throw new Error(`no choice ${choice}`);
    return names[choice];
  };
}

/** Fills the open drawer, looks at it, submits, and waits until it is gone. */
export async function submit(page, fill = async () => {}, look = async () => {}) {
  await drawer(page).waitFor();
  await fill(drawer(page));
  await look();
  await tick(drawer(page).locator("button[type=submit]"));
  await drawer(page).waitFor({ state: "hidden" });
  await quiet(page);
}

/** Clicks what loads a new page, and waits for it: routers of the old page move within it, too. */
export async function reloaded(page, click) {
  await page.evaluate(() => (window.thePageBefore = true));
  await click();
  await page.waitForFunction(() => !window.thePageBefore && document.readyState === "complete");
  await quiet(page);
  await page.locator("h1").first().waitFor(); // drawn: keys are heard from now on
}

export const become = (page, face) => reloaded(page, () => page.locator(`[data-demo-bar] [data-face=${face}]`).click());

/** Turns to a part of a page; what it holds is drawn before anything in it is clicked. */
export async function openTab(page, name) {
  await page.getByRole("tab", { name }).click();
  await page.getByRole("tab", { name, selected: true }).waitFor();
  await quiet(page);
}

/** The parts of a file are tabs; what stands beside them on a desk is a tab on a phone, too. */
export async function part(page, t, name) {
  const named = new RegExp(`^${t("dispute", `tab.${name}`)}`);
  await page.getByRole("tab").first().waitFor();
  if (await page.getByRole("tab", { name: named }).count()) await openTab(page, named);
}

/** Opens a page of the shell by its link in the navigation. */
export async function go(page, t, to) {
  const menu = page.getByRole("button", { name: t("common", "navigation") });
  const link = page.locator(`a[href="${to}"]:visible`).first();
  await menu.or(link).locator("visible=true").first().waitFor(); // the shell is there: the menu on a phone, the links on a wide window
  if (await menu.isVisible().catch(() => false)) await menu.click();
  await link.click();
}

const filed = async (page, t) => {
  await page.getByRole("button", { name: t("dispute", "print"), exact: true }).waitFor();
  await quiet(page);
};

/** Opens the file of a dispute by its number or a party's name, as who knows what to look for: by the palette. */
export async function find(page, t, words) {
  await page.locator("h1").first().waitFor(); // keys are heard from now on
  await page.keyboard.press("Control+k");
  const box = page.getByRole("combobox", { name: t("common", "palette.title") });
  await box.fill(words);
  await page.getByRole("group", { name: t("common", "palette.disputes") }).getByRole("option").filter({ hasText: words }).first().click();
  await box.waitFor({ state: "hidden" });
  await quiet(page); // another file may stand there until this one comes
  await filed(page, t);
}

/** Opens it from the list of all disputes. */
export async function findInList(page, t, words) {
  await go(page, t, "/desk/disputes");
  await page.getByRole("searchbox").first().fill(words);
  await page.keyboard.press("Enter");
  await page.waitForURL(/[?&]q=/);
  await quiet(page); // the list moves when the filter is set
  const row = page.locator("tr, li").filter({ hasText: words });
  await page.getByRole("link", { name: words }).or(row.getByRole("link")).first().click();
  await filed(page, t);
}

// --- Errands ---------------------------------------------------------------------------

/** A call with the session of the page; throws what the server refused. */
export async function ask(page, verb, path, body, version) {
  const { status, answer } = await page.evaluate(
    async ([verb, path, body, version]) => {
      const headers = { "Content-Type": "application/json" };
      if (verb !== "GET") headers["Idempotency-Key"] = String(Math.random());
      if (version) headers["If-Match"] = `"${version}"`;
      const response = await fetch(`/api${path}`, { method: verb, headers, body: body && JSON.stringify(body) });
      return { status: response.status, answer: await response.json().catch(() => null) };
    },
    [verb, path, body, version],
  );
  if (status >= 400) throw new Error(`${verb} ${path}: ${status} ${JSON.stringify(answer)}`);
  return answer;
}

const place = "650203007001"; // Huifu, Yingbin

/** A request at the desk, as plain as it can be. */
export const request = (one, other, more = {}) => ({
  kind: "neighbour", source: "walk_in", place, amount: 180000,
  facts: "楼上卫生间一直漏水，我家墙面泡坏了，找过两次都没谈成。", request: "修好防水，赔偿墙面损失。",
  parties: [
    { side: "applicant", kind: "person", name: one, phone: "13800002046", sex: "female", consent: "agreed", address: "迎宾街道汇福家园 3 栋 2 单元" },
    { side: "respondent", kind: "person", name: other, phone: "13800002047", sex: "male", consent: "agreed", address: "迎宾街道汇福家园 3 栋 3 单元" },
  ],
  ...more,
});

/** A file that is carried from stage to stage; `as` changes the person, `post` does a deed. */
export async function errand(page) {
  const self = {
    file: null,
    codes: [], // of the receipts, one a party
    as: (face) => ask(page, "POST", "/demo/face", { face }),
    async post(what, body = {}, verb = "POST") {
      const answer = await ask(page, verb, `/disputes/${self.file.id}/${what}`, body, self.file.version);
      self.file = answer.file ?? answer;
      return self.file;
    },
    /** Registered at the desk. */
    async request(form) {
      await self.as("desk_clerk");
      const made = await ask(page, "POST", "/disputes", form);
      self.codes = made.codes;
      self.file = made.file;
      return self.file;
    },
    /** Accepted, diverted to the committee of the mediator, signed for, appointed, told. */
    async mediating(form) {
      await self.request(form);
      await self.post("acceptance");
      const { organisations } = await ask(page, "GET", "/organisations");
      const committee = organisations.find((one) => one.name.endsWith("迎宾街道人民调解委员会"));
      await self.post("diversion", { organisation: committee.id, grade: "general", change_reason: "双方同意到街道调解" });
      await self.as("director");
      await self.post("receipt", {}, "PUT");
      const { mediators } = await ask(page, "GET", `/disputes/${self.file.id}/proposal`);
      const person = mediators.find((one) => one.name.startsWith("热依汗")).person;
      await self.post("assignment", { person, presiding: true }, "PUT");
      await self.as("mediator");
      return self.post("rights", { parties: self.parties(), disclosure: {} });
    },
    /** A record of a joint session. */
    record: (result, more = {}) =>
      self.post("records", { kind: "joint", parties: self.parties(), record: "双方到场，各自说明了经过。", result, ...more }),
    parties: () => self.file.dispute.parties.map((one) => one.id),
    /** The words of an agreement with these promises of the respondent. */
    text(promises, more = {}) {
      const [to, from] = self.parties();
      const obligations = promises.map((one) => ({ from, to, manner: "transfer", due: "2023-12-15", ...one }));
      return { text: { parties: self.parties(), facts: "楼上卫生间渗水，致楼下墙面受损。", terms: "修好防水，赔偿墙面损失，今后互谅互让。", obligations, ...more } };
    },
    /** A written agreement, signed by everybody and sealed. */
    async agreed(promises, more) {
      await self.post("agreements", self.text(promises, more));
      return self.signed();
    },
    /** The open draft, signed by everybody and sealed. */
    async signed() {
      const agreement = self.file.dispute.agreements.at(-1);
      for (const party of agreement.parties) await self.post(`agreements/${agreement.id}/signatures`, { party, manner: "signature" });
      await self.post(`agreements/${agreement.id}/mediator-signature`);
      await self.as("director");
      return self.post(`agreements/${agreement.id}/seal`);
    },
  };
  return self;
}
