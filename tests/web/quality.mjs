// What becomes of a dossier in the browser: what it lacks stands beside the dispute, the court's packet is
// made and its sums hold, it is closed for a time that is named; then it is drawn by lot, reviewed, sent
// back, mended and confirmed; open papers are handed over to another body. And the numbers of a committee, with one that is taken out of use.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, judge, root, sees, soon, verdict } from "./browser.mjs";
import { asked, end, look, walkScenes } from "./frame.mjs";
import { ask, become, city, drawer, errand, find, go, open, openTab, reloaded, request, submit, tick } from "./hands.mjs";

const town = await city();
const looks = asked([
  look("1440-zh", { people: ["端木清扬", "澹台若水"], neighbours: ["宇文静好", "司空见山"] }),
  look("390-en", { people: ["百里长风", "东方晓月"], neighbours: ["上官听雨", "欧阳问雪"] }),
]);

const onAPhone = (page, look, name) => look.width < 600 && openTab(page, name);

/** The file behind a link, unpacked: what it holds, and whether its sums hold. */
async function packageOf(page, link) {
  const [fetched] = await Promise.all([page.waitForEvent("download"), link.click()]);
  const folder = mkdtempSync(join(tmpdir(), "maplebridge-package-"));
  try {
    execFileSync("python3", ["-m", "zipfile", "-e", await fetched.path(), folder]);
    const files = Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
    try {
      execFileSync("sha256sum", ["--strict", "-c", "SHA256SUMS"], { cwd: folder }); // throws when one differs
      return { files, sumsHold: true };
    } catch (error) {
      console.log(String(error).split("\n")[0]);
      return { files, sumsHold: false };
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the book of packages calls a basis. */
function basisIn(language, key) {
  const book = readFileSync(join(root, "rules/karamay/packages.toml"), "utf8");
  const [, zh, en] = book.split("[[basis]]").find((one) => one.includes(`key = "${key}"`)).match(/^name = .*?zh-CN = "([^"]+)", en = "([^"]+)"/m);
  return language === "en" ? en : zh;
}

/** Open papers for another body: to whom, by what right, with whose consent, which ones; and what leaves the house. */
async function handover({ page, t }, look) {
  const self = await errand(page);
  await self.mediating(request(...look.neighbours));
  const { organisations } = await ask(page, "GET", "/organisations");
  const police = organisations.find((one) => one.kind === "police");
  const called = (look.language === "en" && police.name_en) || police.name;
  const [arrive_by, answer_by] = ["2023-11-21T10:00:00+08:00", "2023-11-24T18:00:00+08:00"];
  await self.post("calls", { organisation: police.id, need: "到场说明报警经过。", arrive_by, answer_by, consented: self.parties() });
  await become(page, "mediator");
  await find(page, t, look.neighbours[0]);
  await onAPhone(page, look, t("dispute", "tab.dossier"));
  await page.getByRole("button", { name: t("dispute", "package.handOver"), exact: true }).click();
  const basis = basisIn(look.language, "parties_agree");
  let title;
  await submit(page, async (form) => {
    await tick(form.getByRole("radio", { name: new RegExp(called) }));
    await tick(form.getByRole("radio", { name: new RegExp(basis) }));
    const papers = form.getByRole("group", { name: t("dispute", "field.packageForms") }).getByRole("checkbox");
    await papers.first().waitFor();
    await soon(async () => (await papers.count()) > 1, `${look.name}: there is a choice of papers`);
    title = (await papers.first().evaluate((box) => box.labels[0].textContent)).trim();
    await tick(papers.first());
    await form.locator("summary").filter({ hasText: t("dispute", "package.keptBack") }).click();
    await sees(form, t("dispute", "package.keptBackSays"), `${look.name}: and what never goes`);
    for (const name of look.neighbours) await tick(form.getByRole("checkbox", { name }));
    await form.getByLabel(t("dispute", "field.packageReason")).fill("派出所核对出警记录，需要调解的基本情况。");
    const preview = form.locator("section").filter({ has: page.getByRole("heading", { name: t("dispute", "package.preview"), exact: true }) }).last();
    const told = await preview.innerText();
    for (const one of [called, basis, ...look.neighbours]) expect(told.includes(one), `${look.name}: what will go names ${one}`);
    await soon(async () => (await preview.getByRole("listitem").count()) === 1, `${look.name}: and the one paper that was chosen`);
  }, () => judge(page, `${look.name}-handover`));
  await onAPhone(page, look, t("dispute", "tab.dossier"));
  const again = page.getByRole("link", { name: t("dispute", "package.again") }).first();
  await again.waitFor();
  const { files, sumsHold } = await packageOf(page, again);
  expect(sumsHold, `${look.name}: sha256sum accepts what was handed over`);
  const manifest = JSON.parse(files["manifest.json"]);
  expect(manifest.basis.key === "parties_agree", `${look.name}: the manifest says by what right: ${manifest.basis.key}`);
  // What leaves the house is in Chinese, whoever hands it over; the paper is known by its form.
  expect(manifest.to.endsWith("派出所"), `${look.name}: and to whom: ${JSON.stringify(manifest.to)}`);
  expect(manifest.papers.every((one) => one.class === "OPEN"), `${look.name}: nothing but open papers`);
  for (const one of manifest.papers) expect(one.sha256 === createHash("sha256").update(files[one.file]).digest("hex"), `${look.name}: the sum of ${one.file} is that of the manifest`);
  expect(manifest.papers.length === 2 && manifest.papers[1].form === "rights_notice", `${look.name}: the letter and ${title}: ${manifest.papers.map((one) => one.form)}`);
  await page.locator("li").filter({ has: again }).locator("summary").first().click();
  await judge(page, `${look.name}-handed-over`);
}

async function packet({ page, t }, look) {
  const self = await errand(page);
  look.errand = self;
  await self.mediating(request(...look.people));
  await self.record("success");
  await self.agreed([{ what: "赔偿墙面损失", amount: 180000 }]);
  await self.as("mediator");
  for (const subject of self.parties())
    await self.post("documents/delivery_address", { subject, values: [{ key: "delivery_address", text: "迎宾街道汇福家园" }] }, "PUT");
  await become(page, "mediator");
  await find(page, t, look.people[0]);
  await onAPhone(page, look, t("dispute", "tab.dossier"));
  await page.getByRole("progressbar").waitFor();
  await judge(page, `${look.name}-dossier`);
  await page.locator('a[href*="/print/identity_papers/fill"]').first().click();
  for (const box of [0, 4]) await page.getByRole("textbox").nth(box).fill("居民身份证");
  await page.locator("main button[type=submit]").click();
  await page.waitForURL(/\/print$/);
  await find(page, t, look.people[0]);
  await openTab(page, t("dispute", "tab.agreements"));
  // Two courts may be asked: the parties say which, and with it that they will ask one.
  await page.getByRole("button", { name: t("dispute", "act.court"), exact: true }).click();
  await submit(page, (form) => tick(form.getByRole("radio").first()), () => judge(page, `${look.name}-court`));
  const make = page.getByRole("button", { name: t("dispute", "packet.make") });
  await make.waitFor();
  // Everybody signed on paper: the sheet may be added from here, and goes along once it is there.
  const wanted = page.getByText(t("dispute", "packet.wantsScan"));
  await wanted.waitFor();
  await judge(page, `${look.name}-packet-scan`);
  await wanted.getByRole("button").click();
  await submit(page, async (form) => {
    await form.getByLabel(t("papers", "add.what")).fill("签好字的协议书");
    await form.locator("input[type=file]").first().setInputFiles([{ name: "agreement.png", mimeType: "image/png", buffer: await page.screenshot() }]);
  });
  await wanted.waitFor({ state: "detached" });
  const listed = page.locator("details").filter({ hasText: t("dispute", "packet.whole") });
  if ((await listed.getAttribute("open")) === null) await listed.locator("summary").click();
  await sees(listed, "签好字的协议书", `${look.name}: the signed sheet stands in the packet`);
  await judge(page, `${look.name}-packet`);
  await make.click();
  await onAPhone(page, look, t("dispute", "tab.dossier"));
  const again = page.getByRole("link", { name: t("dispute", "package.again") }).first();
  await again.waitFor();
  await soon(async () => (await packageOf(page, again)).sumsHold, `${look.name}: sha256sum accepts the packet`);
  await judge(page, `${look.name}-packet-sent`);
}

async function closing({ page, t, w }, look) {
  const self = look.errand;
  self.file = await ask(page, "GET", `/disputes/${self.file.id}`);
  for (const promise of self.file.dispute.agreements[0].obligations)
    await self.post(`obligations/${promise.id}/performance`, { in_full: true, evidence: "收据一张" });
  await self.post("visits", { by: "phone", answers: [{ party: self.parties()[0], satisfaction: "satisfied" }], findings: "双方和好。" });
  await become(page, "director");
  await find(page, t, look.people[0]);
  await page.locator("[data-next-step]").getByRole("button").last().click();
  await drawer(page).getByRole("progressbar").waitFor();
  await judge(page, `${look.name}-closing`);
  await tick(drawer(page).getByRole("radio").first());
  await tick(drawer(page).locator("button[type=submit]"));
  await drawer(page).waitFor({ state: "hidden" });
  await sees(page, w("stage.archived"), `${look.name}: it is archived`);
  await onAPhone(page, look, t("dispute", "tab.dossier"));
  await sees(page, t("dispute", "dossier.neverDeleted"), `${look.name}: and is never deleted`);
  await judge(page, `${look.name}-archived`);
}

async function review({ page, t }, look) {
  const { dispute } = await ask(page, "GET", `/disputes/${look.errand.file.id}`);
  const day = new Date(Date.parse(dispute.archived_at) + 8 * 3_600_000).toISOString().slice(0, 10);
  await reloaded(page, () => page.locator("[data-ahead=day]").click());
  await go(page, t, "/desk/quality");
  await openTab(page, t("quality", "tab.samples"));
  for (const label of ["firstDay", "lastDay"]) {
    await page.getByLabel(t("quality", label)).first().fill(day);
    await page.keyboard.press("Tab");
  }
  await judge(page, `${look.name}-draw`);
  await page.getByRole("button", { name: t("quality", "drawNow") }).click();
  await page.waitForURL(/samples\/\w+/);
  await judge(page, `${look.name}-sample`);
  await page.getByRole("link", { name: look.errand.file.number }).first().click();
  const first = page.locator("section[aria-label^='1.']");
  await tick(first.getByRole("radio", { name: t("quality", "verdict.fault"), exact: true }));
  await first.getByRole("textbox").fill("申请书没有日期。");
  await page.getByRole("button", { name: new RegExp(look.language === "en" ? "open ones are in order" : t("quality", "restSound_other").split("}}").at(-1)) }).click();
  await judge(page, `${look.name}-checklist`);
  await page.getByRole("button", { name: t("quality", "step.answer"), exact: true }).click();
  const back = page.getByRole("button", { name: t("quality", "step.sendBack"), exact: true });
  await back.waitFor();
  await judge(page, `${look.name}-found`);
  await back.click();
  await sees(page, t("quality", "waitsForMending"), `${look.name}: it waits for who mends it`);
}

async function mending({ page, t, w }, look) {
  await become(page, "mediator");
  await go(page, t, "/desk/quality");
  await page.getByRole("link", { name: look.errand.file.number }).first().click();
  await page.getByLabel(t("quality", "done")).fill("已由申请人补填日期，并写入卷宗情况说明。");
  await judge(page, `${look.name}-mend`);
  await page.getByRole("button", { name: t("quality", "step.mend"), exact: true }).click();
  await sees(page, w("quality_status.mended"));
  await become(page, "director");
  await go(page, t, "/desk/quality");
  await judge(page, `${look.name}-mine`);
  await page.getByRole("link", { name: look.errand.file.number }).first().click();
  await page.getByRole("button", { name: t("quality", "step.confirm"), exact: true }).click();
  await sees(page, t("quality", "confirmed"), `${look.name}: confirmed and closed`);
  await judge(page, `${look.name}-confirmed`);
  await go(page, t, "/desk/quality");
  await openTab(page, t("quality", "tab.figures"));
  await page.getByRole("table").waitFor();
  await judge(page, `${look.name}-faults`);
}

await walkScenes(town, looks, { handover, packet, closing, review, mending }, { chain: true });
await end(town);
