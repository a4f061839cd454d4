// What each one gets, wishes and receives: the sums of a group's members in an agreement, the wish of a
// child over whose head parents settle, and the day on which each side received the court's ruling.
import { expect, judge, sees, soon } from "./browser.mjs";
import { asked, end, look, walkScenes } from "./frame.mjs";
import { ask, become, city, drawer, errand, find, open, part, request, submit, tick } from "./hands.mjs";

const town = await city();
const looks = asked([
  look("1440-zh", { crew: "公西华等3人", firm: "闻人语", mother: "上官雪", father: "欧阳川", one: "东方朔", other: "南宫适" }),
  look("390-en", { crew: "濮阳秋等3人", firm: "澹台明", mother: "司徒兰", father: "皇甫端", one: "令狐冲之", other: "端木赐" }),
]);

const day = (scope, name) => scope.getByRole("textbox", { name });
const verb = (scope, name) => scope.getByRole("button", { name, exact: true });

const members = ["李甲", "王乙", "张丙"].map((name, n) => ({ name, phone: `1380000205${n}`, claim: 100000 * (n + 1), representative: n === 0, authorised: n > 0 }));

function ofGroup(look) {
  const form = request(look.crew, look.firm, { kind: "other_labour", amount: 600000, facts: "做完工钱没有结清。", request: "结清工钱。", people: 4 });
  Object.assign(form.parties[0], { kind: "group", members, sex: undefined });
  return form;
}

async function shares(desk, look) {
  const { page, t, w } = desk;
  const self = await errand(page);
  await self.mediating(ofGroup(look));
  await self.post("agreements", self.text([{ what: "支付工钱", amount: 480000 }], { facts: "工钱未结清。", terms: "2023年12月15日前转账支付工钱4800元。", breach: "逾期付款的，每天加付10元。" }));
  await become(page, "mediator");
  await find(page, t, self.file.number);
  await part(page, t, "agreements");
  await verb(page, w("deed.resolution.agreement_drafted")).first().click();
  await drawer(page).waitFor();
  const form = drawer(page);
  await form.getByText(t("dispute", "shares.wanted").replace("{{group}}", look.crew)).first().click();
  await form.locator("[data-shares=whole]").waitFor();
  await soon(async () => (await form.getByLabel("李甲").inputValue()).includes("800"), `${look.name}: begins as they claim`);
  await form.getByLabel("李甲").fill("900");
  await form.getByLabel("李甲").press("Tab");
  await form.locator("[data-shares=differ]").waitFor();
  await form.locator('[data-finding="refused"]').first().waitFor();
  await form.locator("[data-shares=differ]").scrollIntoViewIfNeeded();
  await judge(page, `${look.name}-each-shares-differ`);
  await verb(form, t("dispute", "shares.byClaim")).click();
  await form.locator("[data-shares=whole]").waitFor();
  await judge(page, `${look.name}-each-shares`);
  await submit(page);
  await page.locator("details[data-shares=whole] summary").first().click();
  await sees(page, "王乙", `${look.name}: each member stands with a sum`);
  await judge(page, `${look.name}-each-shares-file`);
  await part(page, t, "parties");
  await page.locator("details summary").filter({ hasText: "3" }).first().click();
  await sees(page, t("dispute", "shares.agreed"), `${look.name}: and the list of members tells it`);
  await judge(page, `${look.name}-each-members`);
  const file = await ask(page, "GET", `/disputes/${self.file.id}`);
  const [group] = file.dispute.agreements[0].shares;
  expect(group.shares.map((one) => one.amount).join() === "80000,160000,240000", `${look.name}: ${JSON.stringify(group)}`);
}

async function child(desk, look) {
  const { page, t, w } = desk;
  const self = await errand(page);
  const form = request(look.mother, look.father, { kind: "marriage_family", facts: "孩子跟谁住谈不拢。", request: "确定孩子由谁照顾。" });
  await self.mediating(form);
  await become(page, "mediator");
  await find(page, t, self.file.number);
  await part(page, t, "safety");
  const hear = verb(page, t("dispute", "act.hearChild")).first();
  await hear.waitFor();
  await judge(page, `${look.name}-each-child-empty`);
  await hear.click();
  await submit(page, async (box) => {
    await box.getByLabel(t("dispute", "child.name")).fill("小雨");
    await box.getByLabel(t("dispute", "child.birthYear")).fill("2013");
    await tick(box.getByRole("radio", { name: w("heard_with.guardian"), exact: true }));
    await sees(box, t("dispute", "child.besideParent"), `${look.name}: a parent with a side is not enough`);
    await tick(box.getByRole("radio", { name: w("heard_with.trusted"), exact: true }));
    await box.getByLabel(t("dispute", "field.company")).fill("外婆");
    await box.getByLabel(t("dispute", "field.childWish")).fill("上学的日子想住妈妈家。爸爸喝酒的时候我害怕。");
    await tick(box.getByLabel(t("dispute", "field.childApart")));
  }, () => judge(page, `${look.name}-each-child-form`));
  await sees(page, "爸爸喝酒的时候我害怕", `${look.name}: its mediator reads what it said`);
  await judge(page, `${look.name}-each-child`);
  await become(page, "director");
  await find(page, t, self.file.number);
  await part(page, t, "safety");
  await sees(page, "小雨", `${look.name}: the director sees that it was heard`);
  expect(!(await page.content()).includes("爸爸喝酒的时候我害怕"), `${look.name}: and not what it said`);
  await judge(page, `${look.name}-each-child-director`);
  const checked = async (records) => {
    await self.as("mediator");
    const [to, from] = self.file.dispute.parties.map((one) => one.id);
    const text = { parties: [to, from], facts: "婚后感情不和。", terms: "孩子由母亲抚养，父亲每月支付抚养费1000元。", obligations: [{ from, to, what: "支付抚养费", manner: "cash", amount: 100000, due: "2023-12-15" }] };
    const { findings } = await ask(page, "POST", `/disputes/${records}/agreements/check`, { text });
    return findings.some((one) => one.code.startsWith("child_"));
  };
  await soon(async () => !(await checked(self.file.id)), `${look.name}: and the checker reads the mark`);
}

async function ruling(desk, look) {
  const { page, t, w } = desk;
  const self = await errand(page);
  await self.mediating(request(look.one, look.other));
  await self.record("success");
  await self.agreed([{ what: "赔偿墙面损失", amount: 180000, manner: "cash" }], { asks_confirmation: true });
  const agreement = self.file.dispute.agreements[0].id;
  await self.as("mediator");
  const { courts } = await ask(page, "GET", `/disputes/${self.file.id}/agreements/${agreement}/confirmation`);
  await self.post(`agreements/${agreement}/confirmation`, { applicants: self.parties(), court: courts[0].court });
  await self.post(`agreements/${agreement}/confirmation/docket`, { number: "（2023）新0203民特7号" }, "PUT");
  await self.post(`agreements/${agreement}/confirmation/ruling`, { ruling: "valid" }, "PUT");
  await become(page, "mediator");
  await find(page, t, self.file.number);
  await part(page, t, "agreements");
  const objections = page.locator("[data-objections]");
  await objections.waitFor();
  await sees(objections, t("dispute", "confirmation.notReceived"), `${look.name}: nobody knows yet when it was received`);
  await objections.scrollIntoViewIfNeeded();
  await judge(page, `${look.name}-each-ruling`);
  await verb(objections, t("dispute", "act.rulingReceived")).first().click();
  const today = (await ask(page, "GET", `/disputes/${self.file.id}`)).timeline[0].happened_at.slice(0, 10);
  await submit(page, async (box) => {
    await day(box, t("dispute", "field.receivedOn")).fill(today.replaceAll("-", "/"));
    await day(box, t("dispute", "field.receivedOn")).press("Tab");
  }, () => judge(page, `${look.name}-each-ruling-form`));
  await sees(objections, w("receipt_known_from.court"), `${look.name}: and says from whom it is known`);
  await judge(page, `${look.name}-each-ruling-file`);
  // The other side says so on its own page.
  const mine = await open(town, { ...look, width: 390, height: 844 });
  await mine.page.goto(`${town.house.origin}/my?lang=${look.language}#${self.codes[1].code}`);
  await mine.page.locator("[data-at-court]").waitFor();
  await judge(mine.page, `${look.name}-each-ruling-my`);
  await verb(mine.page, mine.t("matter", "ruling.verb")).click();
  await drawer(mine.page).waitFor();
  await day(drawer(mine.page), mine.t("matter", "ruling.on")).fill(today.replaceAll("-", "/"));
  await day(drawer(mine.page), mine.t("matter", "ruling.on")).press("Tab");
  await drawer(mine.page).getByLabel(mine.t("matter", "answer.tail")).fill("2047");
  await judge(mine.page, `${look.name}-each-ruling-my-form`);
  await tick(drawer(mine.page).locator("button[type=submit]"));
  await drawer(mine.page).waitFor({ state: "hidden" });
  await verb(mine.page, mine.t("matter", "ruling.mend")).waitFor();
  await judge(mine.page, `${look.name}-each-ruling-my-told`);
  const { confirmation } = (await ask(page, "GET", `/disputes/${self.file.id}`)).dispute.agreements[0];
  expect(confirmation.received.map((one) => one.known_from).join() === "court,code", `${look.name}: ${JSON.stringify(confirmation.received)}`);
  expect(mine.errors.length === 0, `${look.name}: ${mine.errors.join(" | ")}`);
  await mine.context.close();
}

await walkScenes(town, looks, { shares, child, ruling });
await end(town);
