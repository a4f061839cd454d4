// The six forms as a person prints them: from the menu of a file, in Chinese and in English, on
// A4. On the paper stands what the law asks for and nothing of the page around it; the last
// page is never nearly empty. The papers are kept in artefacts/forms.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { axeFinds, expect, root, verdict } from "./browser.mjs";
import { become, city, errand, find, open, request } from "./hands.mjs";

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

/** What the paper says, and that nothing else is on it. */
async function read(page, paper, folder) {
  const name = `${paper.form} ${folder}`;
  await page.emulateMedia({ media: "print" });
  const said = await page.evaluate(() => ({
    paper: document.querySelector("article")?.innerText ?? "",
    whole: document.body.innerText.trim(),
    seen: [...document.querySelectorAll("button, nav, header, input, [data-demo-bar]")].filter((one) => one.checkVisibility()).length,
  }));
  expect(said.paper.startsWith(title(paper.form, folder)), `${name}: the title stands on top`);
  const parties = paper.form === "acceptance_register" || paper.form.includes("agreement") ? [one, other, "138"] : [one, other];
  for (const words of [paper.number, ...parties, ...paper.holds]) expect(said.paper.includes(words), `${name}: ${words} is on the paper`);
  for (const n of paper.articles) {
    const named = folder === "en" ? new RegExp(`articles? (\\d+ and )?${n}\\b`) : new RegExp(`第${chinese(n)}条`);
    expect(named.test(said.paper), `${name}: article ${n} is named`);
  }
  expect(!/undefined|\{\{/.test(said.paper), `${name}: nothing is left unfilled`);
  expect(said.whole === said.paper.trim() && said.seen === 0, `${name}: nothing of the page around it is printed`);
  await page.emulateMedia({ media: null });
}

async function print(page, paper, folder) {
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
  writeFileSync(join(kept, `${paper.form}-${folder}.pdf`), pdf);
  const pages = pagesOf(pdf);
  const name = `${paper.form} ${folder}`;
  expect(pages.length >= 1 && pages.length <= 2, `${name}: ${pages.length} pages`);
  for (const { width, height } of pages) expect(Math.abs(width - 595.28) < 1 && Math.abs(height - 841.89) < 1, `${name}: ${width} × ${height} pt is A4`);
  // A second page has the signatures and what stands before them.
  if (pages.length > 1) expect(pages.at(-1).lines >= 6, `${name}: the last page has only ${pages.at(-1).lines} lines`);
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
        if (folder === "en") await page.getByRole("link", { name: t("documents", "inEnglish") }).click();
        await page.getByRole("heading", { level: 1, name: title(paper.form, folder), exact: true }).waitFor();
        if (language === "zh-CN") for (const [rule, places] of await axeFinds(page)) expect(false, `${paper.form}: axe ${rule}: ${places.join(" | ")}`);
        await read(page, paper, folder);
        if (language === "zh-CN") await print(page, paper, folder);
      }
    }
    expect(errors.length === 0, `${language}: the console is silent: ${errors.slice(0, 3).join(" | ")}`);
    console.log(`${language}: six forms printed`);
  } catch (error) {
    expect(false, `${language}: ${String(error).split("\n").slice(0, 4).join(" ")}`);
    await page.screenshot({ path: join(root, "artefacts/pictures", `print-${language}-stuck.png`) }).catch(() => {});
  }
  await context.close();
}
await town.close();
const { checks, failures } = verdict();
console.log(`${checks - failures} passed, ${failures} failed`);
process.exit(failures ? 1 : 0);
