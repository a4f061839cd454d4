// The people who serve, walked by those who lead and keep them: a mediator is engaged, trained
// and certified; the certificate runs out with the demo's clock, so that no dispute goes to her
// until it is renewed; a stranger checks the card; leave, a grade, an honour, a complaint.
// Chinese at a desk, English on a phone, in a copy of the demo city of its own.
import { join } from "node:path";
import { expect, judge, pictures, sees } from "./browser.mjs";
import { asked, end, look, walkScenes } from "./frame.mjs";
import { ask, become, choose, chooseAll, city, drawer, errand, go, open, quiet, reloaded, request, submit, tick } from "./hands.mjs";

const town = await city();
const looks = asked([
  look("1440-zh", { person: "安月明", committee: "克拉玛依区迎宾街道人民调解委员会", bureau: "克拉玛依市司法局" }),
  look("390-en", { person: "祁晚晴", committee: "Yingbin People's Mediation Committee", bureau: "Karamay Justice Bureau" }),
]);

const typed = (scope, name) => scope.getByRole("textbox", { name, exact: true }).first();
const dated = async (scope, name, day) => {
  const field = scope.getByLabel(name).first();
  await field.fill(day);
  await field.press("Tab");
};

/** One of a long list, found by typing. */
async function pick(scope, label, words) {
  const box = scope.getByRole("combobox", { name: label }).first();
  await box.click();
  await box.fill(words);
  await scope.page().locator("[role=option]:visible").filter({ hasText: words }).first().click();
}

const today = async (page, days = 0) => {
  const { now } = await ask(page, "GET", "/demo");
  return new Date(Date.parse(now) + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
};

/** A verb of the page itself, which opens a drawer or a question. */
const press = (page, verb) => page.locator("main").getByRole("button", { name: verb, exact: true }).first().click();

/** The list of people, found by a name, and the page of that person. */
async function personPage(walk, look) {
  const { page, t } = walk;
  await go(page, t, "/desk/people");
  await page.getByRole("searchbox").first().fill(look.person);
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: look.person }).first().click();
  await page.getByRole("heading", { level: 1, name: look.person }).waitFor();
}

/** Beside the others in the room's own navigation. */
const beside = (page, to) => page.locator(`main nav a[href="${to}"]`).first().click();

// --- Engaged, trained, certified ---------------------------------------------------------------

async function engaged(walk, look) {
  const { page, t } = walk;
  await become(page, "director");
  await go(page, t, "/desk/people");
  await page.locator("main table, main li").first().waitFor();
  await judge(page, `${look.name}-people-list`);
  await press(page, t("people", "engage.verb"));
  await submit(page, async (form) => {
    await pick(form, t("people", "engage.committee"), look.committee);
    await typed(form, t("people", "name")).fill(look.person);
    await choose(form, t("people", "engage.manner"), t("people", "engage.engaged"));
    await dated(form, t("people", "engage.born"), "1979-04-12");
    await chooseAll(form, t("people", "labels"), [walk.b("label.retired_cadre")]);
    await chooseAll(form, t("people", "skills"), [walk.b("kind.neighbour")]);
  }, () => judge(page, `${look.name}-people-engage`));
  await page.getByRole("heading", { level: 1, name: look.person }).waitFor();
  await sees(page.locator("main"), t("people", "certificate.none"), `${look.name}: engaged, and without a certificate yet`);
  await sees(page.locator("main"), walk.b("label.retired_cadre"), `${look.name}: what she is besides stands on her page`);
  await judge(page, `${look.name}-person-new`);
}

async function trained(walk, look) {
  const { page, t } = walk;
  await become(page, "director");
  await go(page, t, "/desk/people");
  await beside(page, "/desk/trainings");
  await press(page, t("people", "training.plan"));
  const topic = `${look.name} 邻里纠纷调解`;
  await drawer(page).waitFor();
  const form = drawer(page);
  await pick(form, t("people", "training.for"), look.committee);
  await choose(form, t("people", "training.kind"), walk.b("training.skill"));
  await typed(form, t("people", "training.topic")).fill(topic);
  await judge(page, `${look.name}-training-plan`);
  await tick(form.locator("button[type=submit]"));
  await page.getByRole("heading", { level: 1, name: topic }).waitFor();
  await press(page, t("people", "training.writeUp"));
  await submit(page, async (list) => {
    await list.getByRole("checkbox", { name: new RegExp(look.person) }).waitFor();
    await tick(list.getByRole("checkbox", { name: new RegExp(look.person) }));
  }, () => judge(page, `${look.name}-training-present`));
  await sees(page.locator("main"), look.person, `${look.name}: the training names who was there`);
  await judge(page, `${look.name}-training-held`);
  await beside(page, "/desk/trainings");
  await page.getByRole("link", { name: topic }).first().waitFor();
  await judge(page, `${look.name}-trainings`);
}

async function certified(walk, look) {
  const { page, t, w } = walk;
  await become(page, "supervisor");
  await personPage(walk, look);
  await press(page, t("people", "certificate.issue"));
  await submit(page, async (form) => {
    await typed(form, t("people", "certificate.number")).fill(`调证-${look.name}`);
    await dated(form, t("people", "certificate.until"), await today(page, 5));
  }, () => judge(page, `${look.name}-certify`));
  await sees(page.locator("main"), w("certificate_state.expires_soon"), `${look.name}: a certificate of five days expires soon`);
  await beside(page, "/desk/people-matters");
  await page.locator("main table, main li").filter({ hasText: look.person }).first().waitFor();
  await judge(page, `${look.name}-matters`);
}

// --- Run out, blocked, renewed, appointed ----------------------------------------------------------

async function runOut(walk, look) {
  const { page, t, w } = walk;
  const work = await errand(page);
  await work.request(request(look.language === "en" ? "邢远志" : "沙立群", look.language === "en" ? "费长安" : "石景明"));
  await work.post("acceptance");
  const { organisations } = await ask(page, "GET", "/organisations");
  const committee = organisations.find((one) => one.name.endsWith("迎宾街道人民调解委员会"));
  await work.post("diversion", { organisation: committee.id, grade: "general", change_reason: "双方同意到街道调解" });
  await reloaded(page, () => page.locator("[data-demo-bar] [data-ahead=week]").click());
  await become(page, "director");
  await work.post("receipt", {}, "PUT");
  const { people } = await ask(page, "GET", `/people?q=${encodeURIComponent(look.person)}`);
  const refused = await ask(page, "PUT", `/disputes/${work.file.id}/assignment`, { person: people[0].id }, work.file.version).then(() => "", String);
  expect(refused.includes("certificate_expired"), `${look.name}: no dispute goes to an expired certificate: ${refused}`);
  await page.evaluate(() => window.scrollTo(0, 0));
  await appointing(walk, look, work, people[0].id, async () => {
    await sees(drawer(page), w("problem.certificate_expired"), `${look.name}: the drawer says why she cannot be appointed`);
    await judge(page, `${look.name}-appoint-blocked`);
    await page.keyboard.press("Escape");
    await drawer(page).waitFor({ state: "hidden" });
  });

  await become(page, "supervisor");
  await personPage(walk, look);
  await sees(page.locator("main"), t("people", "certificate.expiredSays"), `${look.name}: her page says what an expired one stops`);
  await judge(page, `${look.name}-person-expired`);
  await press(page, t("people", "certificate.renew"));
  await submit(page);
  await sees(page.locator("main"), w("certificate_state.valid"), `${look.name}: renewed`);

  await become(page, "director");
  await appointing(walk, look, work, people[0].id, () => drawer(page).waitFor({ state: "hidden" }), "7");
  await sees(page.locator("main"), look.person, `${look.name}: now the dispute is hers`);
}

/** The drawer of the appointment, filled and sent; `then` looks at what came of it. */
async function appointing({ page, t }, look, work, person, then, reason) {
  await go(page, t, "/desk/disputes");
  await page.getByRole("searchbox").first().fill(look.language === "en" ? "邢远志" : "沙立群");
  await page.keyboard.press("Enter");
  await page.waitForURL(/[?&]q=/);
  await quiet(page);
  await page.locator(`a[href="/desk/disputes/${work.file.id}"]`).first().click();
  await page.locator("[data-next-step]").waitFor();
  await page.locator("[data-next-step] button").first().click();
  await drawer(page).waitFor();
  const radio = drawer(page).getByRole("radio", { name: new RegExp(look.person) });
  await radio.waitFor();
  await tick(radio);
  if (reason) await page.keyboard.press(reason); // where the program proposes somebody else
  await tick(drawer(page).locator("button[type=submit]"));
  await then(person);
}

// --- The card, and whoever scans it -----------------------------------------------------------------

async function checkedByStrangers(walk, look) {
  const { page, t, w } = walk;
  await become(page, "supervisor");
  await personPage(walk, look);
  await page.locator("main").getByRole("link", { name: t("people", "certificate.card"), exact: true }).click();
  await page.locator("main article img").waitFor();
  await judge(page, `${look.name}-card`);
  await page.emulateMedia({ media: "print" });
  const box = await page.locator("main article").boundingBox();
  expect(Math.abs(box.width - (85.6 * 96) / 25.4) < 3, `${look.name}: the card has the size of a card on paper (${box.width} px)`);
  expect(!(await page.locator("[data-demo-bar]").isVisible()), `${look.name}: paper shows the card and nothing of the shell`);
  await page.screenshot({ path: join(pictures, `${look.name}-card-paper.png`) });
  await page.emulateMedia({ media: "screen" });

  const link = await page.locator("main article img").getAttribute("alt");
  const code = link.slice(link.lastIndexOf("/") + 1);
  const stranger = await open(town, look);
  await stranger.page.goto(`${town.house.origin}/check/${code}?lang=${look.language}`);
  await sees(stranger.page.locator("main"), t("resident", "check.valid"), `${look.name}: a stranger reads that it is valid`);
  expect(!(await stranger.page.locator("main").innerText()).includes(look.person), `${look.name}: and not whose it is`);
  await judge(stranger.page, `${look.name}-check-valid`);
  await stranger.page.goto(`${town.house.origin}/check/${code.slice(0, -2)}22?lang=${look.language}`);
  await sees(stranger.page.locator("main"), t("resident", "check.invalid"), `${look.name}: another code is not valid`);
  await judge(stranger.page, `${look.name}-check-invalid`);
  expect(stranger.errors.length === 0, `${look.name}: the stranger's console is silent: ${stranger.errors.join(" | ")}`);
  await stranger.context.close();
  void w;
}

// --- Leave, grade, honour -----------------------------------------------------------------------------

async function away(walk, look) {
  const { page, t, w } = walk;
  await become(page, "director");
  await personPage(walk, look);
  await press(page, t("people", "leave.verb"));
  await submit(page, async (form) => {
    await choose(form, t("people", "leave.kind"), walk.b("absence.annual"));
    await dated(form, t("people", "leave.last"), await today(page, 3));
    await typed(form, t("people", "leave.note")).fill("回乡探亲");
  }, () => judge(page, `${look.name}-leave`));
  await sees(page.locator("main"), "回乡探亲", `${look.name}: the director reads why`);
  await go(page, t, "/desk/people");
  await tick(page.getByRole("checkbox", { name: t("people", "onlyAway") }));
  await page.getByRole("link", { name: look.person }).first().waitFor();
  await judge(page, `${look.name}-people-away`);
  await page.getByRole("link", { name: look.person }).first().click();
  await press(page, t("people", "leave.back"));
  await sees(page.locator("main"), t("people", "leave.title"), `${look.name}: and she is back again`);
  void w;
}

async function graded(walk, look) {
  const { page, t, w } = walk;
  await become(page, "supervisor");
  await personPage(walk, look);
  await press(page, t("people", "grade.evidence"));
  await sees(drawer(page).first(), t("people", "grade.noProposal"), `${look.name}: the program proposes nothing and says what is lacking`);
  await judge(page, `${look.name}-grade-evidence`);
  await drawer(page).getByRole("button", { name: `${t("people", "grade.grant")} · ${walk.b("grade.four")}` }).click();
  const question = page.getByRole("dialog", { name: `${t("people", "grade.grant")} · ${walk.b("grade.four")}` });
  await question.waitFor();
  await typed(question, t("people", "reason")).fill("到岗前在外地任职多年");
  await tick(question.locator("button[type=submit]"));
  await question.waitFor({ state: "hidden" });
  await sees(drawer(page).first(), walk.b("grade.four"), `${look.name}: granted`);
  await page.keyboard.press("Escape");
  await drawer(page).waitFor({ state: "hidden" });
  await beside(page, "/desk/grades");
  await page.getByRole("heading", { level: 1, name: t("people", "nav.grades") }).waitFor();
  await judge(page, `${look.name}-grades`);
  void w;
}

async function honoured(walk, look) {
  const { page, t } = walk;
  await become(page, "supervisor");
  await personPage(walk, look);
  await press(page, t("people", "honour.verb"));
  await submit(page, async (form) => {
    await choose(form, t("people", "honour.which"), walk.b("honour.city_outstanding_mediator"));
    await typed(form, t("people", "honour.year")).fill("2023");
  }, () => judge(page, `${look.name}-honour`));
  await sees(page.locator("main"), walk.b("honour.city_outstanding_mediator"), `${look.name}: the honour stands on her page`);
  await judge(page, `${look.name}-person-whole`);
  await beside(page, "/desk/honours");
  await page.getByRole("link", { name: look.person }).waitFor();
  await judge(page, `${look.name}-honours`);
  await page.emulateMedia({ media: "print" });
  await page.screenshot({ path: join(pictures, `${look.name}-honours-paper.png`), fullPage: true });
  await page.emulateMedia({ media: "screen" });
}

// --- A complaint ------------------------------------------------------------------------------------------

async function complained(walk, look) {
  const { page, t, w } = walk;
  await become(page, "desk_clerk");
  await personPage(walk, look);
  await press(page, t("people", "complain.verb"));
  await submit(page, async (form) => {
    await choose(form, t("people", "complain.kind"), w("misconduct.insulted"));
    await typed(form, t("people", "complain.words")).fill("说我胡搅蛮缠。");
    await typed(form, t("people", "complain.complainant")).fill("冶成林");
    await typed(form, t("people", "complain.contact")).fill("13800002046");
  }, () => judge(page, `${look.name}-complain`));

  await become(page, "director");
  await go(page, t, "/desk/people");
  await beside(page, "/desk/complaints");
  await page.getByRole("link", { name: look.person }).first().waitFor();
  await judge(page, `${look.name}-complaints`);
  await page.getByRole("link", { name: look.person }).first().click();
  await sees(page.locator("main"), "说我胡搅蛮缠。", `${look.name}: the director reads what was said`);
  await sees(page.locator("main"), "138****2046", `${look.name}: the phone is masked`);
  await press(page, t("people", "complaint.show"));
  await sees(page.locator("main"), "13800002046", `${look.name}: and told on asking`);
  await press(page, t("people", "complaint.examine"));
  await submit(page, async (form) => {
    await typed(form, t("people", "complaint.findings")).fill("本人承认语气不当。");
    await choose(form, t("people", "complaint.result"), t("people", "complaint.found"));
  }, () => judge(page, `${look.name}-examine`));
  await press(page, t("people", "complaint.decide"));
  await submit(page, async (form) => {
    await choose(form, t("people", "complaint.outcome"), w("outcome.criticised"));
  }, () => judge(page, `${look.name}-decide`));
  await press(page, t("people", "complaint.answer"));
  await submit(page, async (form) => {
    await typed(form, t("people", "complaint.answerWords")).fill("已批评教育，本人向您道歉。");
  }, () => judge(page, `${look.name}-answer`));
  await sees(page.locator("main"), w("complaint_status.answered"), `${look.name}: the complaint has been answered`);
  await judge(page, `${look.name}-complaint-closed`);
}

/** A party complains by its receipt, without an account, and the answer is to come there. */
async function complainedByReceipt(walk, look) {
  const { page, t, w } = walk;
  const work = await errand(page);
  await work.mediating(request(look.language === "en" ? "冶成林" : "边永福", "裴宗礼"));
  await become(page, "resident");
  await page.locator('a[href="/track"]:visible').first().click();
  await page.getByLabel(t("matter", "track.code")).fill(work.codes[0].code);
  await page.keyboard.press("Enter");
  const verb = page.getByRole("button", { name: t("matter", "complaints.verb"), exact: true });
  await verb.click();
  await choose(drawer(page), t("matter", "complaints.kind"), w("misconduct.took_sides"));
  await typed(drawer(page), t("matter", "complaints.words")).fill("只听对方说。");
  await typed(drawer(page), t("matter", "answer.tail")).fill("2046");
  await judge(page, `${look.name}-my-complaint`);
  await submit(page);
  await sees(page.locator("main"), w("complaint_status.received"), `${look.name}: the party reads that its complaint was received`);
  await judge(page, `${look.name}-my-complaint-received`);
}

await walkScenes(town, looks, { engaged, trained, certified, runOut, checkedByStrangers, away, graded, honoured, complained, complainedByReceipt });
await end(town);
