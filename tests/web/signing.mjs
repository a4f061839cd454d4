// Signing: two parties on their own phones, one in Chinese and one in English, by links that the
// mediator made at a desk; then the mediator's name and the seal. And whoever holds a copy: its QR is
// read off the paper, its words are checked, and a changed letter is found. On the tablet a party sees
// one text and nothing else; what the law wants on paper stays there.
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, judge, sees, soon, verdict } from "./browser.mjs";
import { asked, end, look } from "./frame.mjs";
import { ask, become, city, drawer, errand, find, open, openTab, request, submit, tick } from "./hands.mjs";

const town = await city();
const desks = asked([
  look("1440-zh", { people: ["公西华", "闻人语"] }),
  look("1440-en", { people: ["濮阳秋", "澹台明"] }),
]);
const phones = [
  look("390-zh", { digits: "2046" }),
  look("390-en", { digits: "2047" }),
];

const verb = (scope, name) => scope.getByRole("button", { name, exact: true });

async function agreements(page, t) {
  await openTab(page, new RegExp(`^${t("dispute", "tab.agreements")}`));
}

/** The mediator makes a link for a party; its address is what the QR says. */
async function linkFor(desk, who, picture) {
  const { page, t } = desk;
  const signer = page.locator("li").filter({ hasText: who }).filter({ hasText: t("dispute", "notYetSigned") });
  // Where one is open already, as after the tablet was taken back, the new one takes its place.
  await verb(signer, t("dispute", "signing.makeLink")).or(verb(signer, t("dispute", "signing.newLink"))).click();
  await drawer(page).waitFor();
  const link = (await drawer(page).locator("[data-link]").innerText()).trim();
  expect(/\/sign#[2-9A-Z]{20}$/.test(link), `${picture}: the secret stands behind '#'`);
  await soon(() => drawer(page).getByRole("img", { name: t("dispute", "signing.qr") }).isVisible(), `${picture}: the QR is shown`);
  await judge(page, `${picture}-link`);
  await page.keyboard.press("Escape");
  await drawer(page).waitFor({ state: "hidden" });
  return link;
}

/** On a phone of one's own: read, draw or type, the digits, sign. */
async function signs(link, look, name, way, picture) {
  const phone = await open(town, look);
  const { page, t, errors, context } = phone;
  await page.goto(link.replace("/sign#", `/sign?lang=${look.language}#`));
  await page.getByRole("heading", { level: 1, name: t("sign", "title") }).waitFor();
  await page.getByRole("heading", { level: 2, name: t("sign", "iPromise") }).waitFor(); // the text comes after the title
  const headings = await page.getByRole("heading", { level: 2 }).allInnerTexts();
  expect(headings[0] === t("sign", "iPromise") && headings[1] === t("sign", "iGet"), `${picture}: what I promise comes first: ${headings}`);
  await sees(page, "一、纠纷的主要事实", `${picture}: and the whole text`);
  await sees(page, t("sign", "confirmation"), `${picture}: with the thirty days`);
  await judge(page, `${picture}-read`);
  if (way === "typed") {
    // Everything by the keyboard.
    await page.getByLabel(t("sign", "type")).focus();
    await page.keyboard.type("别的人");
    await page.getByLabel(t("sign", "digits")).focus();
    await page.keyboard.type(look.digits);
    await page.getByRole("checkbox").focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("alert").first().waitFor();
    await judge(page, `${picture}-other-name`);
    await page.getByLabel(t("sign", "type")).fill(name);
    await page.getByLabel(t("sign", "type")).press("Enter");
  } else {
    const pad = page.locator("canvas");
    await pad.scrollIntoViewIfNeeded();
    const box = await pad.boundingBox();
    await page.mouse.move(box.x + 40, box.y + 30);
    await page.mouse.down();
    for (const [x, y] of [[90, 70], [140, 40], [200, 80], [260, 30]]) await page.mouse.move(box.x + x, box.y + y);
    await page.mouse.up();
    await page.getByLabel(t("sign", "digits")).fill(look.digits);
    await tick(page.getByRole("checkbox"));
    await judge(page, `${picture}-drawn`);
    await page.locator("main button[type=submit]").click();
  }
  await page.getByRole("heading", { level: 1, name: t("sign", "closed.signed.title") }).waitFor();
  await judge(page, `${picture}-signed`);
  await page.reload();
  await sees(page, t("sign", "closed.signed.next"), `${picture}: a used link says so`);
  expect(errors.length === 0, `${picture}: ${errors.join(" | ")}`);
  await context.close();
}

/** The paper of the agreement, and the address that its QR says. */
async function paper(desk, look) {
  const { page, t } = desk;
  await page.getByRole("button", { name: t("dispute", "print"), exact: true }).click();
  await page.getByRole("menuitem", { name: t("dispute", "prints.agreement"), exact: true }).click();
  await page.locator("[data-check-link]").waitFor();
  const address = (await page.locator("[data-check-link]").innerText()).trim();
  await soon(async () => (await page.locator("article svg.strokes").count()) === 1, `${look.name}: the drawn signature is drawn on the paper`);
  const words = await page.locator("article").first().innerText();
  const fetched = await page.getByRole("link", { name: t("documents", "pdf") }).getAttribute("href");
  const bytes = await page.evaluate(async (href) => [...new Uint8Array(await (await fetch(href)).arrayBuffer())], fetched);
  const pdf = join(tmpdir(), `maplebridge-${process.pid}-${look.name}.pdf`);
  writeFileSync(pdf, Buffer.from(bytes));
  await judge(page, `${look.name}-signing-paper`);
  return { address, words, pdf };
}

/** Anybody who holds the copy: no account, no name on the page. */
async function checks(copy, look, people) {
  const visitor = await open(town, phones.find((one) => one.language === look.language));
  const { page, t, errors, context } = visitor;
  await page.goto(`${copy.address}?lang=${look.language}`);
  await sees(page, t("copy", "state.effective"), `${look.name}: the copy is registered`);
  const shown = await page.locator("main").innerText();
  for (const who of people) expect(!shown.includes(who), `${look.name}: nobody's name is told`);
  const digest = shown.match(/(?:[0-9A-F]{4} ){3}[0-9A-F]{4}/)?.[0];
  expect(digest && copy.words.includes(digest), `${look.name}: the same groups stand on the paper: ${digest}`);
  await judge(page, `${look.name}-check`);
  const compare = async (text, verdictKey, sentence) => {
    await page.getByLabel(t("copy", "check.paste")).fill(text);
    await verb(page, t("copy", "check.verb")).click();
    await sees(page, t("copy", `verdict.${verdictKey}`), `${look.name}: ${sentence}`);
  };
  await compare(copy.words, "same", "the words of the paper are the registered ones");
  await judge(page, `${look.name}-check-same`);
  await compare(copy.words.replaceAll("，", ",").replaceAll("（", "( "), "same", "whatever the width of its marks");
  await compare(copy.words.replace("壹仟捌佰", "壹仟玖佰"), "differs", "a changed letter is found");
  await judge(page, `${look.name}-check-differs`);
  await page.getByLabel(t("copy", "check.file")).setInputFiles(copy.pdf);
  await sees(page, t("copy", "verdict.same"), `${look.name}: the PDF says the same`);
  await page.goto(`${copy.address.slice(0, -1)}${copy.address.endsWith("0") ? "1" : "0"}?lang=${look.language}`);
  await page.getByRole("alert").waitFor();
  await judge(page, `${look.name}-check-unknown`);
  expect(errors.length === 0, `${look.name}: ${errors.join(" | ")}`);
  await context.close();
}

/** A party that does not agree sends it back; a changed text has to be read again. */
async function declines(desk, look, self) {
  const { page, t } = desk;
  const link = await linkFor(desk, look.people[1], `${look.name}-decline`);
  const phone = await open(town, phones[0]);
  await phone.page.goto(link.replace("/sign#", "/sign?lang=zh-CN#"));
  await verb(phone.page, phone.t("sign", "decline.verb")).click();
  await drawer(phone.page).getByLabel(phone.t("sign", "decline.reason")).fill("赔偿的数目说的不是这个。");
  await drawer(phone.page).getByLabel(phone.t("sign", "digits")).fill("2047");
  await judge(phone.page, `${look.name}-decline`);
  await verb(drawer(phone.page), phone.t("sign", "decline.send")).click();
  await phone.page.getByRole("heading", { level: 1, name: phone.t("sign", "closed.sentBack.title") }).waitFor();
  await phone.context.close();
  await page.reload();
  await sees(page, "赔偿的数目说的不是这个。", `${look.name}: the mediator reads the reason`);
  self.file = await ask(page, "GET", `/disputes/${self.file.id}`);
}

async function onTheTablet(desk, look) {
  const { page, t } = desk;
  const signer = page.locator("li").filter({ hasText: look.people[0] }).filter({ hasText: t("dispute", "notYetSigned") });
  await verb(signer, t("dispute", "signing.handOver")).click();
  await page.waitForURL(/\/sign\/tablet\//);
  await page.getByRole("heading", { level: 1, name: t("sign", "handOver.title") }).waitFor();
  const shut = await page.evaluate(() => fetch("/api/disputes?limit=1").then((answer) => answer.text().then(() => answer.status))); // read to its end: nothing stays on its way
  expect(shut === 401, `${look.name}: whoever holds the tablet opens nothing else`);
  await judge(page, `${look.name}-tablet`);
  await verb(page, t("sign", "handOver.begin")).click();
  await sees(page, t("sign", "iPromise"), `${look.name}: the text is on the tablet`);
  await judge(page, `${look.name}-tablet-read`);
  await verb(page, t("sign", "handOver.back")).click();
  await drawer(page).waitFor();
  await judge(page, `${look.name}-tablet-back`);
  await verb(drawer(page), t("sign", "handOver.unlock")).click();
  await page.waitForURL(/\/desk\/disputes\//);
  await sees(page, look.people[0], `${look.name}: unlocked, the desk is there again`);
}

async function paperAlone(look) {
  const desk = await open(town, look);
  const { page, t } = desk;
  const self = await errand(page);
  await self.mediating(request("上官雪", "欧阳川", { kind: "marriage_family" }));
  await self.post("agreements", self.text([{ what: "每月给付抚养费", amount: 180000 }]));
  await become(page, "mediator");
  await find(page, t, self.file.number);
  await agreements(page, t);
  await verb(page, t("dispute", "signing.makeLink")).first().click();
  await sees(page, /电子签名法|Electronic Signature/, `${look.name}: a family matter stays on paper, with the article`);
  await desk.context.close();
}

async function walk(look) {
  const desk = await open(town, look);
  const { page, t, errors } = desk;
  const self = await errand(page);
  await self.mediating(request(...look.people));
  await self.post("agreements", self.text([{ what: "修好卫生间防水", manner: "repair" }, { what: "赔偿墙面损失", amount: 180000 }], { breach: "余款一次到期。" }));
  await become(page, "mediator");
  await find(page, t, self.file.number);
  await agreements(page, t);
  await judge(page, `${look.name}-signing-panel`);
  await declines(desk, look, self);
  await onTheTablet(desk, look);
  const links = [];
  for (const [at, who] of look.people.entries()) links.push(await linkFor(desk, who, `${look.name}-signing-${at}`));
  await signs(links[0], phones[0], look.people[0], "drawn", `${look.name}-phone-zh`);
  await signs(links[1], phones[1], look.people[1], "typed", `${look.name}-phone-en`);
  await page.reload();
  await agreements(page, t);
  await sees(page, new RegExp(desk.w("signing_way.phone")), `${look.name}: the panel says how`);
  await judge(page, `${look.name}-signing-both`);
  await verb(page, desk.w("deed.resolution.mediator_signed")).first().click();
  await submit(page);
  await become(page, "director");
  await find(page, t, self.file.number);
  await agreements(page, t);
  await verb(page, desk.w("deed.resolution.sealed")).first().click();
  await submit(page);
  await sees(page, new RegExp(t("dispute", "effective").split("{{when}}")[0].trim() || "."), `${look.name}: it is in effect`);
  const file = await ask(page, "GET", `/disputes/${self.file.id}`);
  const [agreement] = file.dispute.agreements;
  expect(agreement.effective_at !== null && agreement.signatures.every((one) => one.manner === "electronic"), `${look.name}: by two electronic signatures`);
  await become(page, "mediator");
  await find(page, t, self.file.number);
  await checks(await paper(desk, look), look, look.people);
  expect(errors.length === 0, `${look.name}: ${errors.join(" | ")}`);
  await desk.context.close();
  console.log(`${look.name} walked`);
}

try {
  for (const look of desks) {
    await walk(look);
    await paperAlone(look);
  }
} catch (error) {
  expect(false, String(error?.stack ?? error));
}
await end(town);
