// The rarer deeds of a file, clicked by the right persons in Chinese on a desk and in English
// on a phone: pausing, ending, oral and partial agreements, promises not kept, refusals,
// twins, groups and minors. What walk.mjs clicks already is done by errand (hands.mjs).
import { join } from "node:path";
import { expect, judge, sees, soon } from "./browser.mjs";
import { asked, end, look, walkScenes } from "./frame.mjs";
import { ask, become, choose, chooseAll, city, drawer, errand, find, go, open, part, request, submit, tick } from "./hands.mjs";

// Names that no earlier walk in the same city has used, nor this one in another look.
const ofThisRun = [...String(process.pid)].map((digit) => "甲乙丙丁戊己庚辛壬癸"[digit]).join("");
let mark = ofThisRun;
const one = (name) => `${name}${mark}`;
const other = "贺兰山";

/** Opens the form of a deed by the list of everything that may be done. */
async function start(page, t, w, deed) {
  await page.getByRole("button", { name: t("dispute", "allDeeds") }).click();
  await drawer(page).getByRole("button", { name: w(`deed.${deed}`), exact: true }).click();
}

async function deed({ page, t, w, look }, name, fill, picture) {
  await start(page, t, w, name);
  await submit(page, fill, () => judge(page, `${look}-drawer-${picture ?? name}`));
}


// --- Clocks and ways out -----------------------------------------------------------------

async function clock(walk) {
  const { page, t, w, b, look } = walk;
  const file = await errand(page);
  await file.mediating(request(one("上官"), other));
  await become(page, "mediator");
  await find(page, t, file.file.number);
  await deed(walk, "mediation.paused", (form) => choose(form, t("dispute", "field.reason"), b("pause.appraisal")));
  await part(page, t, "clocks");
  await sees(page, t("dispute", "paused"), `${look}: a paused clock says so`);
  await judge(page, `${look}-file-paused`);
  await deed(walk, "mediation.resumed");
  await deed(walk, "mediation.extended", async (form) => {
    await form.getByLabel(t("dispute", "field.days")).fill("10");
    for (const box of await form.getByRole("checkbox").all()) await tick(box);
  });
  await page.getByText(t("dispute", "howCounted")).first().click();
  await sees(page, new RegExp(w("clause.clock.extended").split("{")[0] || "10"), `${look}: the extension is explained`);
  await judge(page, `${look}-file-extended`);
}

async function ending(walk) {
  const { page, t, w, b, look } = walk;
  const file = await errand(page);
  await file.mediating(request(one("东方"), other));
  await file.record("failed");
  await become(page, "mediator");
  await find(page, t, file.file.number);
  await start(page, t, w, "mediation.terminated");
  await drawer(page).locator("button[type=submit]").click();
  await drawer(page).getByRole("alert").waitFor();
  await judge(page, `${look}-drawer-termination-without-remedies`);
  await choose(drawer(page), t("dispute", "field.reason"), b("termination.too_far_apart"));
  await chooseAll(drawer(page), t("dispute", "field.remedies"), [b("remedy.court_suit"), b("remedy.legal_aid")]);
  await submit(page, async () => {}, () => judge(page, `${look}-drawer-termination`));
  await sees(page, new RegExp(b("remedy.legal_aid").split(/[（,]/)[0]), `${look}: the other roads stay on the file`);
  await sees(page, t("dispute", "notDelivered"), `${look}: the notice is not delivered yet`);
  await judge(page, `${look}-file-terminated`);
  await page.locator("[data-next-step]").getByRole("button").last().click();
  await submit(page, (form) => choose(form, t("dispute", "field.by"), w("by.in_person")), () => judge(page, `${look}-drawer-delivery`));
  await soon(async () => !(await page.getByText(t("dispute", "notDelivered")).count()), `${look}: the notice is delivered`);
}

// --- Agreements and promises -------------------------------------------------------------

async function promise(page, t, w, form, n, { what, manner, amount, due }) {
  await form.getByRole("button", { name: t("dispute", "addPromise") }).click();
  const card = form.locator("[data-promise]").nth(n);
  await card.getByRole("textbox", { name: t("dispute", "field.what"), exact: true }).fill(what);
  await choose(card, t("dispute", "field.manner"), w(`manner.${manner}`));
  if (amount) await card.getByLabel(t("dispute", "field.amount")).first().fill(amount);
  await card.getByLabel(t("dispute", "field.due")).first().fill(due);
  await page.keyboard.press("Tab");
}

async function partial(walk) {
  const { page, t, w, look } = walk;
  const file = await errand(page);
  await file.mediating(request(one("公孙"), other));
  await become(page, "mediator");
  await find(page, t, file.file.number);
  await deed(walk, "resolution.agreement_drafted", async (form) => {
    await form.getByLabel(t("dispute", "field.facts")).fill("渗水的起因双方没有争议，赔偿数额另行商量。");
    await form.getByLabel(t("dispute", "field.terms")).fill("先修好防水，赔偿数额下次再谈。");
    await promise(page, t, w, form, 0, { what: "修好卫生间防水", manner: "repair", due: "2023-12-15" });
    await tick(form.getByLabel(t("dispute", "field.partial")));
  }, "partial");
  await part(page, t, "agreements");
  await sees(page, t("dispute", "partial"), `${look}: the agreement is marked as partial`);
  await judge(page, `${look}-file-partial`);
}

/** A sum in parts: split before it is saved, and one of the saved rows once more. */
async function instalments(walk) {
  const { page, t, w, look } = walk;
  const file = await errand(page);
  await file.mediating(request(one("令狐"), other));
  await become(page, "mediator");
  await find(page, t, file.file.number);
  const rows = () => drawer(page).locator("[data-promise]");
  const splits = async (n, parts, first, picture) => {
    await rows().nth(n).getByRole("button", { name: t("dispute", "split.verb"), exact: true }).click();
    const box = rows().nth(n).locator("[data-split]");
    await box.getByLabel(t("dispute", "split.parts")).fill(parts);
    if (first) await box.getByLabel(t("dispute", "split.first")).first().fill(first);
    if (first) await page.keyboard.press("Tab");
    if (picture) await judge(page, `${look}-drawer-instalments-${picture}`);
    await box.getByRole("button", { name: t("dispute", "split.go"), exact: true }).click();
  };
  const saved = async () => (await ask(page, "GET", `/disputes/${file.file.id}`)).dispute.agreements[0].obligations.map((row) => `${row.due} ${row.amount} ${row.account}`).join("; ");
  await deed(walk, "resolution.agreement_drafted", async (form) => {
    await form.getByLabel(t("dispute", "field.terms")).first().fill("墙面损失1000元，分三期付清。");
    await promise(page, t, w, form, 0, { what: "赔偿墙面损失", manner: "transfer", amount: "1000", due: "2023-12-31" });
    await rows().first().getByLabel(t("dispute", "field.account")).first().fill("6222020200112233321");
    await splits(0, "3", null, "box");
    await rows().nth(2).waitFor();
    await soon(async () => (await rows().count()) === 3, `${look}: one row has become three`);
  }, "instalments");
  await soon(async () => (await saved()) === "2023-12-31 33333 ****3321; 2024-01-31 33333 ****3321; 2024-02-29 33334 ****3321", async () => `${look}: they make the whole, a month apart, to one account: ${await saved()}`);
  await deed(walk, "resolution.agreement_drafted", async () => {
    await splits(2, "2", "2024-02-28");
    await rows().nth(3).waitFor();
  }, "instalments-again");
  await soon(async () => (await saved()) === "2023-12-31 33333 ****3321; 2024-01-31 33333 ****3321; 2024-02-28 16667 ****3321; 2024-03-28 16667 ****3321", async () => `${look}: a part of a saved draft keeps its account: ${await saved()}`);
  await part(page, t, "agreements");
  await judge(page, `${look}-file-instalments`);
}

/** Chinese and English beside each other: a sum that differs is found while it is typed, and the sheet says which text governs. */
async function tongues(walk) {
  const { page, t, w, look } = walk;
  const file = await errand(page);
  await file.mediating(request(one("钟离"), other));
  await become(page, "mediator");
  await find(page, t, file.file.number);
  const differs = drawer(page).locator("[data-finding=refused]").filter({ hasText: "9,900.00" }).first();
  await deed(walk, "resolution.agreement_drafted", async (form) => {
    await form.getByLabel(t("dispute", "field.facts")).first().fill("渗水的起因双方没有争议。");
    await form.getByLabel(t("dispute", "field.terms")).first().fill("赔偿墙面损失1800元（壹仟捌佰元整），2023年12月15日前以现金付清。");
    await promise(page, t, w, form, 0, { what: "赔偿墙面损失", manner: "cash", amount: "1800", due: "2023-12-15" });
    await tick(form.getByLabel(t("dispute", "second.wanted")));
    const second = form.locator("section").filter({ has: page.getByRole("heading", { name: t("dispute", "second.title"), exact: true }) }).last();
    const english = second.getByRole("radio", { name: w("tongue.en"), exact: true });
    await tick(english.first());
    await second.getByLabel(t("dispute", "second.facts")).fill("Nobody disputes where the water came from.");
    await second.getByLabel(t("dispute", "second.terms")).fill("9,900 yuan for the wall, in cash, by 15 December 2023.");
    await second.getByLabel(t("dispute", "second.translator")).fill("古丽娜");
    await second.getByLabel(t("dispute", "second.proofReader")).fill("艾尼瓦尔");
    await form.getByRole("textbox", { name: t("dispute", "second.what") }).fill("damages for the wall");
    await tick(english.last());
    await differs.waitFor();
    await differs.scrollIntoViewIfNeeded();
    await judge(page, `${look}-drawer-tongues-differ`);
    await second.getByLabel(t("dispute", "second.terms")).fill("1,800 yuan for the wall, in cash, by 15 December 2023.");
    await differs.waitFor({ state: "detached" });
  }, "tongues");
  const [agreement] = (await ask(page, "GET", `/disputes/${file.file.id}`)).dispute.agreements;
  expect(agreement.second?.governs === "en" && agreement.second.terms.startsWith("1,800"), `${look}: the second text is kept as it was mended: ${JSON.stringify(agreement.second)}`);
  await part(page, t, "agreements");
  await sees(page, t("dispute", "second.shown").replace("{{language}}", w("tongue.en")), `${look}: the file names the second language`);
  await page.goto(new URL(`/desk/disputes/${file.file.id}/print/agreement?subject=${agreement.id}&translation=en`, page.url()).href);
  const [chinese, translated] = [page.locator("article").nth(0), page.locator("article").nth(1)];
  await translated.waitFor();
  await chinese.locator("td[lang=en]").filter({ hasText: "1,800 yuan for the wall" }).waitFor();
  const [left, right] = [await chinese.innerText(), await translated.innerText()];
  expect(left.includes("以英语文本为准") && !left.includes("以中文文本为准"), `${look}: the two columns name the text that governs`);
  expect(right.includes("this text, in English, governs") && !right.includes("The Chinese text is binding"), `${look}: and the English sheet says the same`);
  if (look.startsWith("1440")) await judge(page, `${look}-tongues-sheet`);
  await page.goBack();
  await page.getByRole("tab").first().waitFor();
}

async function oral(walk) {
  const { page, t, w, look } = walk;
  const file = await errand(page);
  await file.mediating(request(one("慕容"), other));
  await become(page, "mediator");
  await find(page, t, file.file.number);
  await deed(walk, "resolution.orally_agreed", async (form) => {
    await form.getByLabel(t("dispute", "field.facts")).fill("楼上渗水，楼下墙面受损。");
    await form.getByLabel(t("dispute", "field.terms")).fill("赔偿墙面损失，今后互谅互让。");
    await promise(page, t, w, form, 0, { what: "赔偿墙面损失", manner: "transfer", amount: "1800", due: "2023-12-15" });
    await promise(page, t, w, form, 1, { what: "当面道歉", manner: "apology", due: "2023-12-01" });
  });
  await part(page, t, "agreements");
  await sees(page, t("dispute", "oralAgreement"), `${look}: the oral agreement is registered`);
  await judge(page, `${look}-file-oral`);
  // Part of the sum now, the rest is waived; the apology is made.
  await deed(walk, "resolution.performed", async (form) => {
    await form.getByRole("radio").first().check({ force: true });
    await form.getByLabel(t("dispute", "field.performedAmount")).fill("1000");
    await form.getByLabel(t("dispute", "field.evidence")).fill("银行回单一张");
  });
  await sees(page, t("dispute", "stillOpen"), `${look}: what is still open is said`);
  await judge(page, `${look}-file-part-performed`);
  await deed(walk, "resolution.waived", async (form) => {
    // Who is owed says so, and nobody for another.
    await tick(form.getByRole("group").filter({ hasText: t("dispute", "field.waivedBy") }).getByRole("radio").first());
    await form.getByLabel(t("dispute", "field.waiveReason")).fill("申请人同意余款不再支付");
  });
  await sees(page, w("promise.waived"), `${look}: the promise is waived`);
}

async function broken(walk) {
  const { page, t, b, w, look } = walk;
  const { number } = await spotted(page, one("长孙"));
  await become(page, "mediator");
  await find(page, t, number);
  await judge(page, `${look}-file-overdue`);
  await deed(walk, "resolution.breached", (form) => form.getByLabel(t("dispute", "field.breachReason")).fill("到期后催了两次，对方不付。"));
  await part(page, t, "agreements");
  await sees(page, w("promise.breached"), `${look}: the broken promise is marked`);
  await judge(page, `${look}-file-broken`);
  await deed(walk, "followup.reopened", async (form) => {
    await choose(form, t("dispute", "field.reason"), b("reopen.breach"));
    await form.getByLabel(t("dispute", "field.factsSince")).fill("约定的期限已过，对方没有付款，电话也不接。");
  });
  // A new matter has new receipts; they are handed over before anything else.
  await page.getByRole("heading", { name: t("dispute", "receipt.title") }).waitFor();
  await judge(page, `${look}-reopened-receipts`);
  await page.getByRole("link", { name: t("dispute", "backToFile") }).click();
  await sees(page, t("dispute", "reopens"), `${look}: the new file names the old one`);
  await judge(page, `${look}-file-reopened`);
  await page.getByRole("link", { name: t("dispute", "reopens") }).click();
  await sees(page, t("dispute", "reopenedAs"), `${look}: the old file names the new one`);
}

/** A quarrel settled on the spot twelve days ago; its promise is overdue. */
async function spotted(page, name) {
  const file = await errand(page);
  await file.as("mediator");
  const promises = [{ from: 1, to: 0, what: "赔偿墙面损失", manner: "transfer", amount: 180000, due: "2023-11-15" }];
  const told = { methods: [], record: "当场说开。", terms: "十一月十五日前付清。", promises, all_agreed_and_told: true, no_conflict: true };
  return (await ask(page, "POST", "/disputes/on-the-spot", { request: request(name, other, { source: "own_initiative", happened_at: "2023-11-08T11:00:00+08:00" }), ...told })).file;
}

// --- At the desk -------------------------------------------------------------------------

async function place(page, t, look) {
  const box = page.getByRole("combobox", { name: t("intake", "place.community") });
  await box.click();
  await box.fill(look.endsWith("en") ? "Huifu" : "汇福");
  await page.locator("[role=option]:visible").first().click();
}

const register = (page) => tick(page.locator("main button[type=submit]"));
const main = (page) => page.locator("main");
/** The card of a party at the desk. */
const card = (page, t, side) => main(page).getByRole("region", { name: t("intake", `party.${side}`), exact: true });

/** What happened and where, typed at the desk. */
async function matter(page, t, b, look, facts, kind = "neighbour") {
  await choose(main(page), t("intake", "matter.kind"), b(`kind.${kind}`));
  await place(page, t, look);
  await page.getByLabel(t("intake", "matter.facts")).fill(facts);
}

/** A request of two persons, registered and opened. */
async function intake({ page, t, b, look }, name, facts) {
  await become(page, "desk_clerk");
  await go(page, t, "/desk/intake/new");
  await matter(page, t, b, look, facts);
  await page.getByLabel(t("intake", "party.names.person")).nth(0).fill(name);
  await page.getByLabel(t("intake", "party.names.person")).nth(1).fill(other);
  await register(page);
  await page.getByRole("heading", { name: t("intake", "result.title") }).waitFor();
}

const openFile = (page, t) => page.getByRole("link", { name: t("intake", "result.open") }).click();

async function spot(walk) {
  const { page, t, w, b, look } = walk;
  await become(page, "mediator");
  await go(page, t, "/desk/on-the-spot");
  const form = main(page);
  await matter(page, t, b, look, "楼道里放鞋架，绊了邻居一跤，两家吵了起来。");
  await form.getByLabel(t("intake", "party.names.person")).nth(0).fill(one("尉迟"));
  await form.getByLabel(t("intake", "party.names.person")).nth(1).fill(other);
  await form.getByRole("textbox", { name: t("intake", "spot.record") }).fill("当场看了楼道，两家各退一步。");
  await form.getByLabel(t("intake", "spot.terms")).fill("鞋架搬回家里，对方不再追究。");
  await form.getByRole("button", { name: t("intake", "spot.addPromise") }).click();
  await form.getByLabel(t("intake", "spot.what")).fill("搬走鞋架");
  await form.getByLabel(t("intake", "spot.evidence")).fill("当场搬走了");
  // Without everybody's word nothing is recorded, and what was typed stays.
  await form.locator("button[type=submit]").click();
  await form.getByRole("alert").first().waitFor();
  await judge(page, `${look}-spot-refused`);
  await tick(form.getByLabel(t("intake", "spot.agreed")));
  await tick(form.getByLabel(t("intake", "spot.noConflict")));
  await tick(form.locator("button[type=submit]"));
  await page.getByRole("heading", { name: t("intake", "spot.done") }).waitFor();
  await judge(page, `${look}-spot-done`);
  await openFile(page, t);
  await part(page, t, "agreements");
  await sees(page, w("promise.performed"), `${look}: what was done on the spot is performed`);
  await judge(page, `${look}-spot-file`);
}

async function refusal(walk) {
  const { page, t, w, b, look } = walk;
  await intake(walk, one("宇文"), "不服街道拆除棚子的决定。");
  await openFile(page, t);
  await deed(walk, "acceptance.refused", async (form) => {
    await choose(form, t("dispute", "field.reason"), b("refusal.administrative_dispute"));
    await chooseAll(form, t("dispute", "field.remedies"), [b("remedy.administrative_review"), b("remedy.court_suit")]);
    await form.getByLabel(t("dispute", "field.note")).fill("已当面说明，并给了地址。");
  });
  await sees(page, w("stage.refused"), `${look}: the request is refused`);
  await sees(page, new RegExp(b("remedy.administrative_review")), `${look}: the other roads stand on the file`);
  await judge(page, `${look}-file-refused`);
}

async function advice(walk) {
  const { page, t, w, b, look } = walk;
  await intake(walk, one("司徒"), "想问装修噪声的规定，先不调解。");
  await openFile(page, t);
  await deed(walk, "acceptance.advised", async (form) => {
    await choose(form, t("dispute", "field.reason"), b("advice.law_explained"));
    await form.getByLabel(t("dispute", "field.advice")).fill("解释了噪声的规定，建议先和对方约好装修时间。");
  });
  await sees(page, w("stage.advised"), `${look}: the request ended as advice`);
  await judge(page, `${look}-file-advised`);
}

async function twins(walk) {
  const { page, t, w, look } = walk;
  const facts = `${mark}家的排烟管正对着我家窗户，油烟很大。`;
  await (await errand(page)).request(request(one("夏侯"), other, { facts }));
  await intake(walk, one("诸葛"), facts);
  const merge = page.getByRole("listitem").filter({ hasText: one("夏侯") }).getByRole("button", { name: t("intake", "twins.merge") });
  await merge.waitFor();
  await judge(page, `${look}-twins`);
  await merge.click();
  await drawer(page).waitFor();
  await judge(page, `${look}-twins-question`);
  await drawer(page).getByRole("button", { name: t("intake", "twins.merge") }).click();
  // The way leads to the older file; the merged one says where it went, and can be taken out.
  await page.getByText(one("夏侯")).first().waitFor();
  await find(page, t, one("诸葛"));
  await sees(page, t("dispute", "mergedInto"), `${look}: a merged request says where it went`);
  await judge(page, `${look}-file-merged`);
  await deed(walk, "acceptance.unmerged");
  await sees(page, w("action.decide_acceptance"), `${look}: a merge undone is a request again`);
  // The file of a request shows what it may be the same as, and goes the same way.
  await merge.click();
  await submit(page, () => sees(drawer(page), new RegExp(t("dispute", "intoSays").slice(0, 12)), `${look}: what a merge means is said`), () => judge(page, `${look}-file-twins`));
  await sees(page, t("dispute", "mergedInto"), `${look}: merged from its own file`);
}

// --- Groups and minors -------------------------------------------------------------------

async function group(walk) {
  const { page, t, w, b, look } = walk;
  await become(page, "desk_clerk");
  await go(page, t, "/desk/intake/new");
  await matter(page, t, b, look, "包工头拖欠四名工人的工资，合计一万四千元。", "migrant_wage_arrears");
  const side = card(page, t, "applicant");
  await choose(side, t("intake", "party.kind"), t("intake", "party.kinds.group"));
  await side.getByLabel(t("intake", "party.names.group")).fill(`${mark}等四名工人`);
  await page.getByLabel(t("intake", "party.names.person")).fill(other);
  await side.getByRole("button", { name: t("intake", "members.paste") }).click();
  await drawer(page).getByLabel(t("intake", "members.pasteLabel")).fill("姓名\t电话\t金额\n李甲\t13800002051\t4800\n王乙，13800002052，3,200元\n3、张丙、13800002053、2500\n赵丁 13800002054 3500");
  await judge(page, `${look}-group-paste`);
  await drawer(page).getByRole("button").filter({ hasText: "4" }).click();
  // Nobody represents them yet: the desk is told at the list.
  await register(page);
  await page.getByText(w("problem.representative_needed")).first().waitFor();
  await judge(page, `${look}-group-without-representative`);
  await tick(side.getByLabel(t("intake", "members.representative")).first());
  await tick(side.getByLabel(t("intake", "members.authorised")).nth(1));
  await register(page);
  await page.getByRole("heading", { name: t("intake", "result.title") }).waitFor();
  await openFile(page, t);
  await part(page, t, "parties");
  await page.getByText(t("dispute", "memberCount_other").replace("{{count}}", "4")).click();
  for (const words of ["李甲", "赵丁", t("dispute", "representative"), t("dispute", "authorised")]) await sees(page, words, `${look}: ${words} stands among the members`);
  await sees(page, /4,800/, `${look}: each member has a sum`);
  await judge(page, `${look}-group-file`);
}

async function minor(walk) {
  const { page, t, w, b, look } = walk;
  await become(page, "desk_clerk");
  await go(page, t, "/desk/intake/new");
  await matter(page, t, b, look, "孩子身上有伤，邻居听见家里打骂，孩子说不敢回家。", "marriage_family");
  const side = card(page, t, "applicant");
  const child = one("端木");
  await side.getByLabel(t("intake", "party.names.person")).fill(child);
  await card(page, t, "respondent").getByLabel(t("intake", "party.names.person")).fill(other);
  await side.getByLabel(t("intake", "party.birthDate")).fill("2014-05-06");
  await page.keyboard.press("Tab");
  await side.getByLabel(t("intake", "guardian.name")).waitFor();
  await register(page);
  await page.getByText(w("problem.missing")).or(page.getByText(w("problem.guardian_needed"))).or(page.getByText(w("problem.empty"))).first().waitFor();
  await judge(page, `${look}-minor-without-guardian`);
  // Who is suspected of harming the child cannot act for it.
  await side.getByLabel(t("intake", "guardian.name")).fill("东门刚");
  await side.getByLabel(t("intake", "guardian.relation")).fill("父亲");
  await tick(side.getByLabel(t("intake", "guardian.accused")));
  await register(page);
  await page.getByText(w("problem.guardian_accused")).first().waitFor();
  await side.getByText(t("intake", "guardian.markHarm")).waitFor();
  await judge(page, `${look}-minor-accused-guardian`);
  // Where harm is suspected the report does not wait for another guardian: the form warns, and goes on.
  await tick(page.getByLabel(w("mark.suspected_harm_to_minor")));
  await side.getByText(t("intake", "guardian.accusedWarning")).waitFor();
  await judge(page, `${look}-minor-suspected-harm`);
  await register(page);
  await page.getByRole("heading", { name: t("intake", "result.title") }).waitFor();
  await openFile(page, t);
  // Before anything else: the report (law on minors, article 11).
  await page.locator("[data-next-step]").getByText(w("action.report_risk")).first().waitFor();
  const lacking = page.getByRole("button", { name: t("dispute", "nameGuardian").replace("{{name}}", child) });
  await lacking.waitFor();
  await judge(page, `${look}-minor-file`);
  await page.locator("[data-next-step]").getByRole("button").last().click();
  await submit(page, (form) => form.getByLabel(t("dispute", "field.receipt")).fill("民警 0203"), () => judge(page, `${look}-drawer-report`));
  await page.locator("[data-next-step]").getByText(w("action.decide_acceptance")).first().waitFor();
  // Somebody else acts for the child from now on.
  await lacking.click();
  await submit(page, async (form) => {
    await form.getByLabel(t("dispute", "field.guardian_name")).fill("西门兰");
    await form.getByLabel(t("dispute", "field.guardian_relation")).fill("祖母");
    await form.getByLabel(t("dispute", "field.reason")).fill("社区和民政部门商定由祖母照管。");
  }, () => judge(page, `${look}-drawer-guardian`));
  await lacking.waitFor({ state: "hidden" });
  await part(page, t, "parties");
  await sees(page, /西门兰/, `${look}: the guardian stands with the child`);
  await judge(page, `${look}-minor-reported`);
}

const scenes = { clock, ending, partial, instalments, tongues, oral, broken, spot, refusal, advice, twins, group, minor };
const town = await city();
const looks = asked([
  look("1440-zh"),
  look("390-en"),
]);

await walkScenes(town, looks, scenes, {
  more: (look) => {
    mark = ofThisRun + "子丑"[looks.indexOf(look)];
    return {};
  },
});
await end(town);
