// Every paper that the dossier of a life offers, printed once in each of its languages: as a file by the
// route, read back by pdftotext against the same form as a page, and turned into pictures to be looked at.
// Files and pictures are kept in artefacts/lives.
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "../browser.mjs";

const reader = "沈淑贞";
const bare = (text) => text.normalize("NFKC").replace(/[\s\u2066-\u2069\u200e\u200f\u00ad]+/g, "");
const entities = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };

/** The texts of a form as a page, block by block, in the order in which it is read. */
const blocksOf = (html) =>
  html
    .replace(/<svg[\s\S]*?<\/svg>/g, "")
    .replace(/<\/(?:p|td|th|h\d|li|div|tr|blockquote|section)>|<br\s*\/?>/g, "\n")
    .replace(/<[^>]+>/g, "")
    .replace(/&(\w+|#39);/g, (whole, name) => entities[name] ?? whole)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

const digits = "零壹贰叁肆伍陆柒捌玖";
/** 12,800.00 as a bank writes it: 壹万贰仟捌佰元整. */
export function capital(fen) {
  const yuan = Math.floor(fen / 100);
  const [jiao, cent] = [Math.floor((fen % 100) / 10), fen % 10];
  const group = (n) => {
    let said = "";
    let nought = false;
    for (const [at, unit] of ["仟", "佰", "拾", ""].entries()) {
      const digit = Math.floor(n / 10 ** (3 - at)) % 10;
      if (digit === 0) nought = said !== "";
      else said += (nought ? "零" : "") + digits[digit] + unit;
      if (digit !== 0) nought = false;
    }
    return said;
  };
  const [high, low] = [Math.floor(yuan / 10_000), yuan % 10_000];
  const whole = high > 0 ? `${group(high)}万${low > 0 && low < 1000 ? "零" : ""}${low > 0 ? group(low) : ""}` : group(low);
  const rest = [jiao > 0 ? `${digits[jiao]}角` : "", cent > 0 ? `${digits[cent]}分` : ""].join("");
  return `${whole}元${rest || "整"}`;
}
const figures = (fen) => (fen / 100).toLocaleString("en-US", { minimumFractionDigits: 2 });

/** What `pdfinfo` says of a file: how many pages, and how large they are. */
function pagesOf(file) {
  const told = execFileSync("pdfinfo", [file], { encoding: "utf8" });
  return { count: Number(told.match(/^Pages:\s+(\d+)/m)[1]), a4: /^Page size:.*A4/m.test(told) };
}
/** What stands in a file: column by column as a reader takes it, or line by line as it was drawn. */
const textOf = (file, ...how) => execFileSync("pdftotext", ["-enc", "UTF-8", ...how, file, "-"], { encoding: "utf8", maxBuffer: 1 << 26 });
const picture = (file) => execFileSync("pdftoppm", ["-r", "70", "-png", file, file.replace(/\.pdf$/, "")]);

// Where a page ends in the middle of a paragraph, its foot and the head of the next one stand between.
const betweenPages = /(?:第\d+页共\d+页|Page\d+of\d+)(?:参考译文|Referencetranslation)?/g;
const uyghurWords = /[\u0621-\u06d5\u06fe-\u06ff]{3,}/g;

/** Every block of the page stands in the file as well, one after the other. */
function holds(name, text, drawn, html, language) {
  const blocks = blocksOf(html);
  if (language === "ug") {
    // The file gives letters back line by line as they are drawn; lam-alif is one sign, so words are asked for.
    const words = [...new Set(blocks.join(" ").match(uyghurWords) ?? [])].filter((one) => !one.includes("لا"));
    const lost = words.filter((one) => !text.includes(one.normalize("NFKC")));
    expect(words.length > 20 && lost.length <= words.length / 50, `${name}: ${lost.length} of ${words.length} words are not to be read: ${lost.slice(0, 5).join(" ")}`);
    return;
  }
  const plain = text.replace(betweenPages, "");
  // A cell of two lines is torn by its neighbours where a page is read across: as it was drawn, it is whole.
  const lines = drawn.replace(betweenPages, "");
  const lost = blocks.filter((block) => !plain.includes(bare(block)) && !lines.includes(bare(block)));
  expect(lost.length === 0, `${name}: not to be read in the file: ${lost.slice(0, 3).join(" | ")}`);
  let at = 0;
  const early = [];
  for (const block of blocks.map(bare).filter((one) => one.length > 12)) {
    const found = plain.indexOf(block, at);
    if (found < 0) early.push(block);
    else at = found;
  }
  const torn = blocks.filter((block) => !plain.includes(bare(block))).length;
  expect(early.length <= torn, `${name}: not in its place: ${early.slice(0, 3).join(" | ")}`);
}

// What each life leaves in its dossier, and how often: a form that cannot be printed any more is missed here.
// Of each party its authority, its delivery address and its receipts; a sheet of the other's case where one was filled in.
const asked = { application: 1, acceptance_register: 1, rights_notice: 1, identity_papers: 1, evidence_list: 1, dossier_note: 1 };
const ofTwoParties = { power_of_attorney: 2, delivery_address: 2, service_receipt: 2 };
const concluded = { return_visit_record: 1, closing_report: 1, cover: 1, catalogue: 1, back_cover: 1 };
const whole = { ...asked, ...ofTwoParties, ...concluded };
const leaves = {
  1: [{ ...whole, mediation_record: 1, agreement: 1, performance_voucher: 3 }],
  2: [{ ...whole, mediation_record: 2, agreement: 1, performance_voucher: 3, joint_call: 2, violence_report: 1, confirmation_application: 1, confirmation_commitment: 1, mediation_proof: 1 }],
  3: [{ ...whole, mediation_record: 1, agreement: 1, performance_voucher: 3, changing_places_sheet: 2 }],
  // The old dossier, and the new one in which nobody has sat down yet.
  4: [
    { ...whole, investigation_record: 1, mediation_record: 1, oral_agreement_register: 1, performance_voucher: 2, violence_report: 1, protection_order_hint: 1 },
    { ...asked, ...ofTwoParties },
  ],
};

function areAll(name, forms, wanted) {
  const offered = {};
  for (const one of forms.filter((form) => form.available)) offered[one.form] = (offered[one.form] ?? 0) + 1;
  for (const form of new Set([...Object.keys(wanted), ...Object.keys(offered)]))
    expect(wanted[form] === offered[form], `${name}: ${form} can be printed ${offered[form] ?? 0} times, not ${wanted[form] ?? 0}`);
}

async function onePaper(way, id, offer, language, folder, n) {
  const query = new URLSearchParams({ language, ...(offer.subject ? { subject: offer.subject } : {}) });
  const name = `${String(n).padStart(2, "0")}-${offer.form}-${language}`;
  const answer = await way.send(await way.session(reader), "GET", `/disputes/${id}/documents/${offer.form}.pdf?${query}`);
  if (answer.status !== 200) return expect(false, `${name}: ${answer.status}`);
  const file = join(folder, `${name}.pdf`);
  writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
  const page = await way.ask(reader, "GET", `/disputes/${id}/documents/${offer.form}?${query}`);
  const { count, a4 } = pagesOf(file);
  const text = textOf(file);
  const plain = bare(text);
  expect(a4 && count >= 1 && count <= 12, `${name}: ${count} pages of A4`);
  expect(language === "ug" || plain.includes(bare(page.title)), `${name}: the title ${page.title}`);
  expect(!/undefined|\{\{|document\.|\uFFFD/.test(text), `${name}: nothing is left unfilled`);
  for (let at = 1; at <= count; at += 1) expect(new RegExp(`第${at}页|Page${at}|${at}`).test(plain), `${name}: page ${at} bears its number`);
  const drawn = textOf(file, "-raw");
  holds(name, plain, bare(drawn), page.html, language);
  picture(file);
  return `${text}\n${drawn}`;
}

/** The papers of the dossiers of a life, and each dossier as one file. */
export async function papers(life, way, artefacts) {
  const number = /^\D*(\d)/.exec(life.name)[1];
  let printed = 0;
  for (const [nth, id] of [way.life.original, way.life.id].filter(Boolean).entries()) {
    const folder = join(artefacts, nth === 0 ? number : `${number}-again`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const { forms } = await way.ask(reader, "GET", `/disputes/${id}/documents`);
    const { dispute } = await way.ask(reader, "GET", `/disputes/${id}`);
    areAll(folder, forms, leaves[number][nth]);
    const said = {};
    for (const [n, offer] of forms.filter((one) => one.available).entries())
      for (const language of offer.languages) {
        const text = await onePaper(way, id, offer, language, folder, n + 1);
        if (language === "zh" && text) (said[offer.form] ??= []).push(bare(text));
        printed += 1;
      }
    const paper = said.agreement?.[0] ?? said.oral_agreement_register?.[0];
    if (paper) {
      for (const one of dispute.parties) expect(paper.includes(bare(one.name)), `${folder}: ${one.name} stands on the agreement`);
      for (const { amount } of dispute.agreements.flatMap((one) => one.obligations))
        if (amount) for (const words of [figures(amount), capital(amount)]) expect(paper.includes(words), `${folder}: ${words} stands on the agreement`);
    }
    for (const group of dispute.parties.filter((one) => one.members.length > 0))
      for (const [form, texts] of Object.entries(said).filter(([form]) => listing.includes(form))) lists(`${folder}: ${form}`, texts[0], group, form === "application" ? null : shares(dispute, group)); // who applies has agreed to nothing yet
    await bound(way, id, folder);
  }
  console.log(`${life.title}: ${printed} papers printed`);
}

// A court that cannot tell whom an agreement binds, and for how much, finds it unclear.
const listing = ["application", "agreement", "oral_agreement_register", "confirmation_application"];
const shares = (dispute, group) => dispute.agreements.at(-1).shares.find((one) => one.party === group.id)?.shares ?? [];
function lists(name, text, group, agreed) {
  const share = (one) => (agreed ? figures(agreed.find((each) => each.member === one.id)?.amount) : "");
  const stayed = group.members.filter((one) => !one.left);
  expect(text.includes("当事人名单及金额"), `${name}: the list of members`);
  for (const [n, one] of stayed.entries())
    expect(text.includes(bare(`${n + 1}${one.name}${figures(one.claim)}${share(one)}${one.representative ? "代表人" : one.authorised ? "已特别授权代表人" : "本人参加"}`)), `${name}: ${one.name} with ${figures(one.claim)}`);
  const sum = stayed.reduce((all, one) => all + one.claim, 0);
  expect(text.includes(capital(sum)) && text.includes(`共${stayed.length}人`), `${name}: ${stayed.length} members, ${capital(sum)}`);
}

async function bound(way, id, folder) {
  const answer = await way.send(await way.session(reader), "GET", `/disputes/${id}/dossier.pdf?language=zh`);
  if (answer.status !== 200) return expect(false, `${folder}: the whole dossier: ${answer.status}`);
  const file = join(folder, "dossier.pdf");
  writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
  const { count, a4 } = pagesOf(file);
  expect(a4 && count > 3, `${folder}: the dossier has ${count} pages`);
  picture(file);
}
