// The three-minute record: a quarrel on the stairs is registered, mediated and concluded by word of
// mouth, with sentences that are ticked, in fewer than 40 inputs and 180 seconds. An input is a click,
// or a field that is filled. Chinese at a desk, English on a phone.
import { expect, judge, pictures, soon } from "./browser.mjs";
import { asked, end, look } from "./frame.mjs";
import { become, city, go, open, tick } from "./hands.mjs";

const mostInputs = 40;
const mostSeconds = 180;
const town = await city();
const looks = asked([
  look("1440-zh", { place: "汇福", method: "换位思考法" }),
  look("390-en", { place: "Huifu", method: "Changing places" }),
]);

async function record(look) {
  const walk = await open(town, look);
  const { page, t, b } = walk;
  await become(page, "mediator");
  let inputs = 0;
  const began = Date.now();
  const press = async (target) => {
    inputs += 1;
    await tick(target);
  };
  const fill = async (field, words) => {
    inputs += 1;
    await field.fill(words);
  };
  const pick = async (label, words) => {
    const box = page.getByRole("combobox", { name: label }).first();
    inputs += 3; // opened, typed, chosen
    await box.click();
    await box.fill(words).catch(() => {});
    await page.locator("[role=option]:visible").filter({ hasText: words }).first().click();
  };
  inputs += 1;
  await go(page, t, "/desk/on-the-spot");
  await pick(t("intake", "matter.kind"), b("kind.neighbour"));
  await pick(t("intake", "place.community"), look.place);
  const names = page.getByLabel(t("intake", "party.names.person"));
  await fill(names.nth(0), "崔小满");
  await fill(names.nth(1), "阿依努尔·吐尔洪");
  const parts = page.locator("fieldset").filter({ has: page.locator("button[aria-pressed]") });
  await parts.first().waitFor();
  const without = await parts.count();
  await pick(t("intake", "spot.methods"), look.method);
  await page.keyboard.press("Tab");
  await parts.nth(without).waitFor(); // the method brings sentences of its own
  await soon(async () => (await parts.count()) >= 4, `${look.name}: every part of the record has sentences`);
  await judge(page, `${look.name}: sentences to tick`);
  const byPart = (part) => parts.filter({ has: page.getByText(t("sentences", `part.${part}`), { exact: true }) });
  for (const [part, n] of [["facts", 2], ["talk", 2], ["result", 1], ["promise", 1]])
    for (let nth = 0; nth < n; nth += 1) await press(byPart(part).locator("button").nth(nth));
  await press(parts.filter({ hasText: look.method }).locator("button").first());
  // A promise of money opens its row: how much, and by when; the sentence says it, too.
  await fill(page.getByLabel(t("intake", "matter.amount")).last(), "800");
  await fill(page.getByRole("textbox", { name: t("intake", "spot.due") }).last(), "2023/12/15");
  await page.keyboard.press("Tab");
  const terms = page.getByLabel(t("intake", "spot.terms"));
  await soon(async () => (await terms.inputValue()).includes("800"), async () => `${look.name}: the ticked promise says the sum that was entered after it: ${await terms.inputValue()}`);
  const facts = await page.getByLabel(t("intake", "matter.facts")).first().inputValue();
  expect(facts.includes("崔小满"), `${look.name}: the sentence bears the applicant's name`);
  // A tick can be taken back.
  await press(byPart("facts").locator("button").nth(1));
  const fewer = await page.getByLabel(t("intake", "matter.facts")).first().inputValue();
  expect(fewer.length < facts.length && fewer.length > 0, `${look.name}: what is unticked is gone`);
  await press(page.getByRole("checkbox", { name: t("intake", "spot.agreed") }));
  await press(page.getByRole("checkbox", { name: t("intake", "spot.noConflict") }));
  await page.screenshot({ path: `${pictures}/minutes-${look.name}.png`, fullPage: true });
  await press(page.locator("main form button[type=submit]"));
  await page.waitForURL(/on-the-spot\/done\//);
  const seconds = (Date.now() - began) / 1000;
  console.log(`${look.name}: ${inputs} inputs, ${seconds.toFixed(0)} seconds by a machine`);
  expect(inputs < mostInputs, `${look.name}: ${inputs} inputs, fewer than ${mostInputs}`);
  expect(seconds < mostSeconds, `${look.name}: within three minutes`);
  const id = page.url().match(/done\/(\w+)/)[1];
  const file = await page.evaluate((id) => fetch(`/api/disputes/${id}`).then((answer) => answer.json()), id);
  expect(file.dispute.concluded_at !== null, `${look.name}: it is concluded`);
  const [agreement] = file.dispute.agreements;
  expect(agreement.oral, `${look.name}: by an oral agreement`);
  const [promise] = agreement.obligations;
  expect(promise?.amount === 80000 && promise.due === "2023-12-15", `${look.name}: what was promised is followed up: ${JSON.stringify(promise)}`);
  expect(file.dispute.sessions.at(-1).methods.length === 1, `${look.name}: and by which method`);
  await judge(page, `${look.name}: recorded`);
  expect(walk.errors.length === 0, `${look.name}: ${walk.errors.join("; ")}`);
  await walk.context.close();
}

for (const look of looks) await record(look);
await end(town);
