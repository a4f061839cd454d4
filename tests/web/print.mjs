// The six forms as a person prints them: from the menu of a file, in Chinese and with an English
// translation after it, on A4. On the paper stands what the law asks for and nothing of the page around
// it; the last page is never nearly empty. Then every form that one dispute has, from its list of papers:
// something is filled in by hand, and nothing is cut off. The papers are kept in artefacts/forms.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { axeFinds, expect, root, stuck } from "./browser.mjs";
import { end } from "./frame.mjs";
import { ask, become, city, errand, find, open, quiet, request, tick } from "./hands.mjs";

const kept = join(root, "artefacts/forms");
mkdirSync(kept, { recursive: true });
const [one, other] = ["阿依古丽·阿卜杜热合曼", "诸葛长青"];

/** Pages of a PDF as Chromium writes it: the size of each and how many lines of text it has. */
function pagesOf(pdf) {
  const bytes = pdf.toString("latin1");
  const object = (number) => bytes.split(`\n${number} 0 obj`)[1].split("endobj")[0];
  return bytes.split("endobj").filter((part) => /\/Type\s*\/Page\b/.test(part)).map((page) => {
    const [left, bottom, right, top] = page.match(/\/MediaBox\s*\[([^\]]+)\]/)[1].trim().split(/\s+/).map(Number);
    const stream = object(page.match(/\/Contents\s+(\d+)/)[1]).match(/stream\r?\n([\s\S]*)\r?\nendstream/)[1];
    const drawn = inflateSync(Buffer.from(stream, "latin1")).toString("latin1");
    const lines = new Set([...drawn.matchAll(/(-?[\d.]+) (-?[\d.]+) Tm\b/g)].map((at) => Math.round(Number(at[2]))));
    return { width: right - left, height: top - bottom, lines: lines.size };
  });
}

/** Three disputes between them have every form: a written agreement, an oral one, none. */
async function papers(page) {
  const file = await errand(page);
  await file.mediating(request(one, other));
  await file.record("success", { place: "迎宾街道调解室", methods: ["changing_places"] });
  await file.agreed([{ what: "修好卫生间防水", manner: "repair" }, { what: "赔偿墙面损失", amount: 180000 }], { breach: "逾期支付的，双方可以请求本委员会督促，也可以向人民法院起诉。" });
  const written = file.file;
  await file.mediating(request(one, other));
  await file.post("oral-agreements", file.text([{ what: "赔偿墙面损失", amount: 180000 }]));
  const oral = file.file;
  await file.mediating(request(one, other));
  await file.record("failed");
  await file.post("termination", { reason: "too_far_apart", remedies: ["court_suit", "legal_aid"], note: "双方对赔偿数额分歧过大。" });
  const none = file.file;
  return [
    { form: "acceptance_register", of: written, number: written.number, articles: [4, 17], holds: ["1,800.00", "修好防水，赔偿墙面损失。", "马海霞"] },
    { form: "rights_notice", of: written, number: written.number, articles: [2, 3, 4, 7, 23, 24, 26, 31, 33], holds: ["热依汗"] },
    { form: "mediation_record", of: written, number: written.number, articles: [23, 24], holds: ["双方到场", "热依汗", "迎宾街道调解室"] },
    { form: "agreement", of: written, number: written.dispute.agreements[0].number, articles: [29, 31, 33], holds: ["楼上卫生间渗水", "修好卫生间防水", "1,800.00", "3 栋 2 单元"] },
    { form: "oral_agreement_register", of: oral, number: oral.number, articles: [28, 30], holds: ["楼上卫生间渗水", "赔偿墙面损失"] },
    { form: "termination_notice", of: none, number: none.number, articles: [26], holds: ["双方对赔偿数额分歧过大"] },
  ];
}

const title = (form, folder) => readFileSync(join(root, "forms", folder, `${form}.md`), "utf8").match(/^# (.+)$/m)[1];
const digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
const chinese = (n) => (n < 10 ? digits[n] : `${n < 20 ? "" : digits[Math.floor(n / 10)]}十${digits[n % 10]}`);

const bare = (text) => text.replace(/\s+/g, "");

/** What the paper says, and that nothing else is on it; the binding text always comes first. */
async function read(page, paper, folder) {
  const name = `${paper.form} ${folder}`;
  await page.emulateMedia({ media: "print" });
  const said = await page.evaluate(() => ({
    papers: [...document.querySelectorAll("article")].map((one) => one.innerText),
    whole: document.body.innerText,
    seen: [...document.querySelectorAll("button, nav, header, input, [data-demo-bar]")].filter((one) => one.checkVisibility()).length,
  }));
  const text = said.papers[folder === "zh-CN" ? 0 : 1] ?? "";
  expect(said.papers.length === (folder === "zh-CN" ? 1 : 2), `${name}: ${said.papers.length} papers`);
  expect(text.startsWith(title(paper.form, folder)), `${name}: the title stands on top`);
  const parties = paper.form === "acceptance_register" || paper.form.includes("agreement") ? [one, other, "138"] : [one, other];
  for (const words of [paper.number, ...parties, ...paper.holds]) expect(text.includes(words), `${name}: ${words} is on the paper`);
  for (const n of paper.articles) {
    const named = folder === "en" ? new RegExp(`articles? (\\d+ and )?${n}\\b`) : new RegExp(`第${chinese(n)}条`);
    expect(named.test(text), `${name}: article ${n} is named`);
  }
  expect(!/undefined|\{\{/.test(text), `${name}: nothing is left unfilled`);
  expect(bare(said.whole) === bare(said.papers.join("")) && said.seen === 0, `${name}: nothing of the page around it is printed`);
  await page.emulateMedia({ media: null });
}

async function print(page, name, most) {
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
  writeFileSync(join(kept, `${name}.pdf`), pdf);
  const pages = pagesOf(pdf);
  expect(pages.length >= 1 && pages.length <= most, `${name}: ${pages.length} pages`);
  for (const { width, height } of pages) expect(Math.abs(width - 595.28) < 1 && Math.abs(height - 841.89) < 1, `${name}: ${width} × ${height} pt is A4`);
  return pages;
}

async function printOne(page, paper, folder) {
  const pages = await print(page, `${paper.form}-${folder}`, folder === "zh-CN" ? 2 : 4);
  // A second page has the signatures and what stands before them.
  if (pages.length > 1) expect(pages.at(-1).lines >= 6, `${paper.form} ${folder}: the last page has only ${pages.at(-1).lines} lines`);
}

/** Nothing of the paper is wider than the paper. */
const cutOff = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("article")].flatMap((sheet) => {
      const { left, right } = sheet.getBoundingClientRect();
      return [...sheet.querySelectorAll("*")]
        .filter((one) => one.getBoundingClientRect().right > right + 1 || one.getBoundingClientRect().left < left - 1)
        .map((one) => one.textContent.slice(0, 40));
    }),
  );

/** The list of papers: how much is there, what is missing; something is filled in and stands on the paper. */
async function fillIn(page, t, id, language) {
  await page.getByRole("button", { name: t("dispute", "print"), exact: true }).click();
  await page.getByRole("menuitem", { name: t("dispute", "papers"), exact: true }).click();
  await page.waitForURL(/\/print$/);
  await page.getByRole("progressbar").waitFor();
  const list = page.url();
  for (const [rule, places] of await axeFinds(page)) expect(false, `papers: axe ${rule}: ${places.join(" | ")}`);
  await page.screenshot({ path: join(root, "artefacts/pictures", `papers-${language}.png`), fullPage: true });
  await page.locator(`a[href*="/print/evidence_list/fill"]`).first().click();
  const row = page.getByRole("button", { name: t("documents", "addRow").split("{{")[0] }).first();
  await row.waitFor();
  await quiet(page);
  await tick(row);
  await page.getByRole("textbox").nth(0).fill("漏水照片");
  await page.getByRole("textbox").nth(4).fill("阿依古丽");
  for (const [rule, places] of await axeFinds(page)) expect(false, `filling in: axe ${rule}: ${places.join(" | ")}`);
  await page.screenshot({ path: join(root, "artefacts/pictures", `filling-${language}.png`), fullPage: true });
  // A look at the paper, which knows nothing of it yet, and back: every word is still there.
  await page.getByRole("link", { name: t("documents", "look"), exact: true }).click();
  await page.getByRole("button", { name: t("documents", "addRow").split("{{")[0] }).waitFor({ state: "hidden" });
  await page.goBack();
  await page.getByText(t("common", "form.restored")).waitFor();
  await page.screenshot({ path: join(root, "artefacts/pictures", `filling-again-${language}.png`), fullPage: true });
  const words = await page.getByRole("textbox").evaluateAll((boxes) => boxes.map((box) => box.value));
  expect(words[0] === "漏水照片" && words[4] === "阿依古丽", `${language}: a look at the paper loses no word: ${words}`);
  await page.locator("main button[type=submit]").click();
  await page.waitForURL(list);
  await page.goto(`${new URL(list).origin}/desk/disputes/${id}/print/evidence_list`);
  await page.locator("article").getByText("漏水照片").waitFor();
}

/** Every form that can be printed now, about everything that it is made out about. */
async function everyForm(page, id) {
  const { forms } = await ask(page, "GET", `/disputes/${id}/documents`);
  const origin = new URL(page.url()).origin;
  let printed = 0;
  for (const one of forms.filter((offer) => offer.available)) {
    const name = `${one.form}${one.subject ? `-${one.subject}` : ""}`;
    const query = new URLSearchParams({ ...(one.subject ? { subject: one.subject } : {}), translation: one.languages.at(-1) === "ug" ? "ug" : "en" });
    await page.goto(`${origin}/desk/disputes/${id}/print/${one.form}?${query}`);
    await page.locator("article").nth(1).waitFor();
    const text = await page.locator("article").first().innerText();
    expect(!/undefined|\{\{|document\./.test(text), `${name}: nothing is left unfilled`);
    await page.emulateMedia({ media: "print" });
    const cut = await cutOff(page);
    expect(cut.length === 0, `${name}: cut off: ${cut.slice(0, 3).join(" | ")}`);
    await print(page, `all-${name}`, 8);
    await page.emulateMedia({ media: null });
    printed += 1;
  }
  return printed;
}

const town = await city();
for (const language of ["zh-CN", "en"]) {
  const { page, context, errors, t } = await open(town, { language, width: 1440, height: 900 });
  try {
    const all = await papers(page);
    await become(page, "director");
    for (const paper of all) {
      await find(page, t, paper.of.number);
      await page.getByRole("button", { name: t("dispute", "print"), exact: true }).click();
      await page.getByRole("menuitem", { name: t("dispute", `prints.${paper.form}`), exact: true }).click();
      // The binding text comes first; the translation is one click away.
      for (const folder of ["zh-CN", "en"]) {
        if (folder === "en") await page.getByRole("link", { name: t("documents", "translation.en") }).click();
        await page.getByRole("heading", { level: folder === "en" ? 2 : 1, name: title(paper.form, folder), exact: true }).waitFor();
        if (language === "zh-CN") for (const [rule, places] of await axeFinds(page)) expect(false, `${paper.form}: axe ${rule}: ${places.join(" | ")}`);
        await read(page, paper, folder);
        if (language === "zh-CN") await printOne(page, paper, folder);
      }
    }
    const { id, number } = all.find((paper) => paper.form === "agreement").of;
    await find(page, t, number);
    await fillIn(page, t, id, language);
    if (language === "zh-CN") console.log(`${await everyForm(page, id)} papers of one dispute printed`);
    expect(errors.length === 0, `${language}: the console is silent: ${errors.slice(0, 3).join(" | ")}`);
    console.log(`${language}: six forms printed`);
  } catch (error) {
    await stuck(language, error, page);
  }
  await context.close();
}
await end(town);
