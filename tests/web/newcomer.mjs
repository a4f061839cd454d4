// Where a new user would stumble: a page loaded anew, a form left in the middle, a tile that
// counts something else than its list, a verb that opens no form, a phone, a figure's way down,
// what a resident is told, and the page of the API. Each scene stands by itself, in the demo city.
import { join } from "node:path";
import { expect, judge, pictures, sees, soon } from "./browser.mjs";
import { asked, end, look, walkScenes } from "./frame.mjs";
import { ask, become, choose, city, drawer, errand, go, open, quiet, request, tick } from "./hands.mjs";

const mark = [...String(process.pid)].map((digit) => "甲乙丙丁戊己庚辛壬癸"[digit]).join("");
const code = /[2-9A-Z]{4}-[2-9A-Z]{4}/;
const main = (page) => page.locator("main");
const kept = (page) => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));

async function place(page, t, look) {
  const box = page.getByRole("combobox", { name: t("intake", "place.community") });
  await box.click();
  await box.pressSequentially(look.endsWith("en") ? "Huifu" : "汇福");
  await page.keyboard.press("Enter");
}

async function written({ page, t, b, look }, name) {
  await choose(main(page), t("intake", "matter.kind"), b("kind.neighbour"));
  await place(page, t, look);
  await page.getByLabel(t("intake", "matter.facts")).fill(`${name}家的空调外机正对着窗户。`);
  await page.getByLabel(t("intake", "party.names.person")).nth(0).fill(name);
  await page.getByLabel(t("intake", "party.names.person")).nth(1).fill("贺兰山");
}

// --- Receipts ----------------------------------------------------------------------------------

async function receiptAtTheDesk(walk) {
  const { page, t, look } = walk;
  await become(page, "desk_clerk");
  await go(page, t, "/desk/intake/new");
  await written(walk, `令狐${mark}`);
  await tick(main(page).locator("button[type=submit]"));
  const title = page.getByRole("heading", { name: t("intake", "result.title") });
  await title.waitFor();
  const first = await main(page).getByText(code).first().innerText();
  await page.reload();
  await title.waitFor();
  await soon(async () => (await main(page).getByText(code).first().innerText()) === first, `${look}: a code is still there when its page is loaded anew`);
  await main(page).getByRole("img").first().waitFor();
  await judge(page, `${look}-receipt-again`);
  const plain = first.replace("-", "");
  expect(!page.url().includes(plain) && !JSON.stringify(await page.evaluate(() => ({ ...localStorage }))).includes(plain), `${look}: a code stands in no address and in no lasting storage`);
  await page.getByRole("link", { name: t("intake", "result.open") }).click();
  await page.locator("[data-next-step]").waitFor();
  await soon(async () => !(await kept(page)).includes(plain), `${look}: a code goes when its page is left`);
  await page.goBack();
  await sees(main(page), t("intake", "receipts.gone"), `${look}: that the codes are gone is said plainly`);
  await judge(page, `${look}-receipt-gone`);
  await become(page, "mediator");
  expect(!(await kept(page)).includes(plain), `${look}: nothing of a code is left for the next person`);
}

async function receiptAtHome({ page, t, look }) {
  await become(page, "resident");
  await page.locator('a[href="/apply"]:visible').first().click();
  await page.getByLabel(t("apply", "what.facts")).fill("楼上装修噪声很大，说了几次没有用。");
  await page.getByRole("button", { name: t("apply", "next") }).click();
  await page.getByLabel(t("apply", "who.name")).fill(`澹台${mark}`);
  await page.getByLabel(t("apply", "who.phone")).first().fill("13800002046");
  await place(page, t, look);
  await page.getByRole("button", { name: t("apply", "next") }).click();
  await tick(page.getByRole("checkbox", { name: t("apply", "check.agrees") }));
  await page.locator("button[type=submit]").click();
  const first = await main(page).getByText(code).first().innerText();
  await page.reload();
  await soon(async () => (await main(page).getByText(code).first().innerText()) === first, `${look}: a resident's code outlives a reload`);
  await page.locator('a[href="/track"]:visible').first().click();
  await page.getByRole("heading", { name: t("matter", "track.title") }).waitFor();
  expect(!(await kept(page)).includes(first.replace("-", "")), `${look}: and leaves nothing behind on the device`);
  await page.goBack();
  await sees(main(page), t("apply", "gone.says"), `${look}: the resident is told where to get another code`);
  await judge(page, `${look}-apply-gone`);

  // The resident named no kind: the desk has to, and gives advice instead that the resident reads.
  const asked = { name: `澹台${mark}`, code: first };
  await become(page, "desk_clerk");
  const { disputes } = await ask(page, "GET", `/disputes?q=${encodeURIComponent(asked.name)}`);
  await openFile(page, t, disputes[0].id, asked.name);
  await page.locator("[data-next-step]").getByRole("button").last().click();
  await drawer(page).getByText(t("dispute", "kindOpen.title")).waitFor();
  await tick(drawer(page).locator("button[type=submit]"));
  await drawer(page).getByRole("alert").waitFor();
  await judge(page, `${look}-accept-without-kind`);
  await page.keyboard.press("Escape");
  await drawer(page).waitFor({ state: "hidden" });
  return asked;
}

async function openFile(page, t, id, name) {
  await go(page, t, "/desk/disputes");
  await page.getByRole("searchbox").first().fill(name);
  await page.keyboard.press("Enter");
  await page.waitForURL(/[?&]q=/);
  await quiet(page);
  await page.locator(`a[href="/desk/disputes/${id}"]`).click();
  await page.locator("[data-next-step]").waitFor();
}

async function advice(walk) {
  const { page, t, w, b, look } = walk;
  const { name, code: given } = await receiptAtHome(walk);
  await page.getByRole("button", { name: t("dispute", "allDeeds") }).click();
  await drawer(page).getByRole("button", { name: w("deed.acceptance.advised"), exact: true }).click();
  await choose(drawer(page), t("dispute", "field.reason"), b("advice.law_explained"));
  await drawer(page).getByLabel(t("dispute", "field.advice")).fill(`${name}可以先和对方约好装修时间。`);
  await tick(drawer(page).locator("button[type=submit]"));
  await drawer(page).waitFor({ state: "hidden" });
  await become(page, "resident");
  await page.locator('a[href="/track"]:visible').first().click();
  await page.getByLabel(t("matter", "track.code")).fill(given);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: t("matter", "advice.title") }).waitFor();
  await sees(main(page), `${name}可以先和对方约好装修时间。`, `${look}: the resident reads what the desk advised`);
  const phone = await main(page).locator('a[href^="tel:"]').first().innerText();
  expect(/^0990-/.test(phone), `${look}: the phone is the desk's own and not ${phone}`);
  await judge(page, `${look}-my-advice`);
}

// --- Drafts ------------------------------------------------------------------------------------

async function drafts(walk) {
  const { page, t, look } = walk;
  await become(page, "desk_clerk");
  await go(page, t, "/desk/intake/new");
  const facts = page.getByLabel(t("intake", "matter.facts"));
  await facts.fill("写到一半被叫走了。");
  await page.reload();
  await page.getByText(t("common", "form.restored")).waitFor();
  await soon(async () => (await facts.inputValue()) === "写到一半被叫走了。", `${look}: a request in the middle outlives a reload`);
  await judge(page, `${look}-draft-restored`);
  await go(page, t, "/desk/on-the-spot");
  await page.getByRole("textbox", { name: t("intake", "spot.record") }).fill("当场说开。");
  await page.reload();
  await page.getByText(t("common", "form.restored")).waitFor();
  await soon(async () => (await page.getByRole("textbox", { name: t("intake", "spot.record") }).inputValue()) === "当场说开。", `${look}: so does one on the spot`);
  await become(page, "mediator");
  await go(page, t, "/desk/intake/new");
  await facts.waitFor();
  expect((await facts.inputValue()) === "", `${look}: another person finds nothing of it`);
  await become(page, "desk_clerk");
  await go(page, t, "/desk/intake/new");
  await page.getByRole("button", { name: t("common", "form.discard") }).click();
  await soon(async () => (await facts.inputValue()) === "" && !(await kept(page)).includes("写到一半"), `${look}: what is discarded is gone`);

  // The record of a session, in the drawer of its file.
  const file = await errand(page);
  await file.mediating(request(`万俟${mark}`, "贺兰山"));
  await become(page, "mediator");
  await openFile(page, t, file.file.id, `万俟${mark}`);
  await page.keyboard.press("n");
  const record = () => drawer(page).getByLabel(t("dispute", "field.record"));
  await record().fill("双方各自说明了经过。");
  await page.keyboard.press("Escape");
  await drawer(page).waitFor({ state: "hidden" });
  await page.reload();
  await page.locator("[data-next-step]").waitFor();
  await page.keyboard.press("n");
  await drawer(page).getByText(t("common", "form.restored")).waitFor();
  await soon(async () => (await record().inputValue()) === "双方各自说明了经过。", `${look}: a record outlives its drawer and a reload`);
  await page.waitForFunction(() => document.activeElement?.closest("[role=dialog] form"));
  const discards = await page.evaluate(() => document.activeElement.closest("[data-restored]") !== null);
  expect(!discards, `${look}: one begins at a field, not at what takes every word away`);
  await judge(page, `${look}-draft-record`);
  await page.keyboard.press("Escape");
  await drawer(page).waitFor({ state: "hidden" });
  await page.getByRole("button", { name: new RegExp(`^${t("desk", "user.menu")}(?![a-z])`) }).click();
  await page.getByRole("menuitem", { name: t("desk", "signOut") }).click();
  await page.waitForURL(/\/desk\/sign-in/);
  await soon(async () => !/说明了经过|当场说开/.test(await kept(page)), `${look}: signing out wipes every draft`);
  await page.locator("[data-demo-bar] [data-face=desk_clerk]").click();
  await page.getByRole("heading", { name: t("work", "nextSteps") }).waitFor();
}

// --- My desk -----------------------------------------------------------------------------------

/** How many rows a list has, page after page; each page is the answer that the click has asked for. */
async function rowsBehind(page, t, click) {
  const seen = new Set();
  const more = page.getByRole("button", { name: t("common", "table.next") });
  for (let next = click; ; next = () => more.click()) {
    const [answer] = await Promise.all([page.waitForResponse((one) => /\/api\/(indicators\/\w+\/)?disputes\?/.test(one.url())), next()]);
    const { disputes } = await answer.json();
    const shown = () => main(page).locator("[data-row-link]").evaluateAll((links) => links.map((one) => one.getAttribute("href").split("/").at(-1)));
    await page.waitForFunction((first) => (document.querySelector("main [data-row-link]")?.getAttribute("href") ?? "").endsWith(first), disputes[0]?.id ?? "");
    for (const one of await shown()) seen.add(one);
    if (!(await more.isVisible())) return seen.size;
  }
}

async function desk(walk) {
  const { page, t, w, look } = walk;
  await become(page, "desk_clerk");
  for (const tile of ["inHand", "overdue", "week"]) {
    await go(page, t, "/desk");
    const box = main(page).locator("dl").filter({ has: page.getByText(t("work", `figures.${tile}`), { exact: true }) });
    await page.waitForFunction((name) => [...document.querySelectorAll("main dl")].some((one) => one.textContent.includes(name) && /\d/.test(one.textContent)), t("work", `figures.${tile}`));
    const count = Number((await box.getByRole("link").innerText()).match(/\d+/)[0]);
    const listed = await rowsBehind(page, t, () => box.getByRole("link").click());
    expect(/\/desk\/disputes\?.*on_my_desk=true/.test(page.url()), `${look}: the tile leads to its list`);
    expect(listed === count, `${look}: the tile “${t("work", `figures.${tile}`)}” counts ${count}, its list holds ${listed}`);
  }
  await judge(page, `${look}-desk-week`);

  // The verb of a row opens the form of that deed; closing it leads to the step itself.
  await go(page, t, "/desk");
  const verb = t("work", "verbs.decide_acceptance");
  await main(page).getByRole("link", { name: new RegExp(`^${verb} · `) }).first().click();
  await drawer(page).getByRole("heading", { name: w("deed.acceptance.accepted") }).or(drawer(page).getByText(w("deed.acceptance.accepted"))).first().waitFor();
  await judge(page, `${look}-desk-verb`);
  await page.keyboard.press("Escape");
  await drawer(page).waitFor({ state: "hidden" });
  const there = await page.waitForFunction(() => document.activeElement?.matches("[data-next-step] h2")).then(() => true, () => false);
  expect(there, `${look}: a form opened from the desk gives the focus to the next step`);
  expect(!page.url().includes("do="), `${look}: a closed form is gone from the address`);
}

/** Who is answerable, by when and the law: in sight at once, without unfolding anything. */
async function fileAtAGlance({ page, t, look }) {
  await become(page, "mediator");
  await main(page).locator("[data-row-link]").first().click();
  const card = page.locator("[data-next-step]");
  await card.waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  for (const word of ["next.answerable", "next.due", "next.article"]) {
    const name = card.getByText(t("common", word), { exact: true });
    const at = await name.boundingBox().catch(() => null);
    const height = page.viewportSize().height;
    expect(at !== null && at.y + at.height < height, `${look}: “${t("common", word)}” is in sight at once`);
    await soon(async () => !(await name.evaluate((one) => Boolean(one.closest("details:not([open])")))), `${look}: “${t("common", word)}” is not folded away`);
  }
  await page.screenshot({ path: join(pictures, `${look}-file-at-a-glance.png`) });
  const above = await page.evaluate(() => {
    const card = document.querySelector("[data-next-step]");
    return [...document.querySelectorAll("main [role=tablist], main ol, main button")].filter((one) => one.getBoundingClientRect().bottom <= card.getBoundingClientRect().top).length;
  });
  if (page.viewportSize().width < 500) expect(above === 0, `${look}: nothing but the title stands above the next step`);
}

// --- Figures -----------------------------------------------------------------------------------

async function figures({ page, t, look }) {
  await become(page, "supervisor");
  const table = page.getByRole("region", { name: new RegExp(t("figures", "byOrganisation")) }).last();
  await table.waitFor();
  const rows = await table.locator("tbody tr").all();
  for (const row of rows) {
    const links = row.locator("td a");
    if ((await links.count()) < 2) continue;
    const [hits, base] = (await links.allInnerTexts()).map((one) => Number(one.replaceAll(",", "")));
    if (base > 60 || hits === base) continue;
    for (const [nth, count] of [[0, hits], [1, base]]) {
      const link = row.locator("td a").nth(nth);
      const listed = await rowsBehind(page, t, () => link.click());
      expect(/alone=true/.test(page.url()), `${look}: it leads to one organisation alone`);
      expect(listed === count, `${look}: ${count} of one organisation alone, ${listed} in its list`);
      if (nth === 0) await judge(page, `${look}-figure-alone`);
      await page.getByRole("link", { name: t("figures", "title"), exact: true }).last().click();
      await page.waitForURL(/indicators\?/);
      expect(!/organisation=|alone=/.test(page.url()), `${look}: the way back leads to the figures as they stood, not to ${page.url()}`);
      await table.waitFor();
    }
    return;
  }
  expect(false, `${look}: there is an organisation to go down to`);
}

/** What became of disputes in which a method was used: each figure with its interval, and the disputes behind it. */
async function methods({ page, t, look }) {
  await become(page, "supervisor");
  await page.getByRole("link", { name: t("figures", "methods.title"), exact: true }).click();
  await page.waitForURL(/\/desk\/methods/);
  await page.getByRole("heading", { level: 1, name: t("figures", "methods.title") }).waitFor();
  const tables = page.locator("main table");
  await tables.first().waitFor();
  await quiet(page);
  await sees(main(page), t("figures", "methods.caution"), `${look}: it is said what such a figure does not tell`);
  await soon(async () => (await tables.count()) >= 4, async () => `${look}: the methods of the city, each with what became of it: ${await tables.count()}`);
  const told = await tables.allInnerTexts();
  for (const one of told) expect(/\d\.\d\u2013\d+\.\d%/.test(one), `${look}: no rate without its interval: ${one.slice(0, 120)}`);
  expect(!/热依汗/.test(told.join()), `${look}: and never who used it`);
  await judge(page, `${look}-methods`);
  for (const link of await tables.locator("tbody tr td a").all()) {
    const count = Number((await link.innerText()).replaceAll(",", ""));
    if (count < 2 || count > 20) continue;
    await link.click();
    await page.waitForURL(/\/desk\/methods\/\w+/);
    await main(page).locator("[data-row-link]").first().waitFor();
    await quiet(page);
    const behind = new Set(await main(page).locator("[data-row-link]").evaluateAll((links) => links.map((one) => one.getAttribute("href"))));
    expect(behind.size === count, `${look}: ${count} of a method, ${behind.size} disputes behind it`);
    await judge(page, `${look}-methods-behind`);
    await page.getByRole("link", { name: t("figures", "methods.title"), exact: true }).last().click();
    await tables.first().waitFor();
    return;
  }
  expect(false, `${look}: there is a figure small enough to go down to`);
}

// --- The API, for whoever connects another program -----------------------------------------------

async function api({ page, look }) {
  await page.goto(`${new URL(page.url()).origin}/api-docs/`);
  const routes = page.locator(".opblock-summary-path");
  await routes.first().waitFor();
  await soon(async () => (await page.locator("h3").count()) >= 2, `${look}: the routes stand by rooms`);
  await judge(page, `${look}-api`);
  await page.locator(".operation-filter-input").fill("acceptance");
  const route = page.locator(".opblock-post").filter({ has: page.locator('[data-path="/disputes/{dispute}/acceptance"]') });
  await route.waitFor();
  await page.waitForFunction(() => ![...document.querySelectorAll("[data-path]")].some((one) => one.dataset.path === "/health"));
  await route.getByRole("button", { expanded: false }).first().click();
  const parameters = route.locator(".parameters [data-param-name]");
  await parameters.first().waitFor();
  const names = await parameters.evaluateAll((rows) => rows.map((one) => one.dataset.paramName));
  for (const name of ["dispute", "Idempotency-Key", "If-Match"]) expect(names.includes(name), `${look}: the route shows its parameter ${name}: ${names.join(", ")}`);
  expect(page.url().includes("#/acceptance/"), `${look}: an opened route has an address of its own`);
  await judge(page, `${look}-api-route`);
}

const scenes = { receiptAtTheDesk, advice, drafts, desk, fileAtAGlance, figures, methods, api };
const town = await city();
const looks = asked([
  look("1440-zh"),
  look("390-en"),
]);

await walkScenes(town, looks, scenes);
await end(town);
