// The three-minute record: a quarrel on the stairs is registered, mediated and concluded by word of
// mouth, with sentences that are ticked, in fewer than 40 inputs and 180 seconds. An input is a click,
// or a field that is filled. Chinese at a desk, English on a phone.
import { expect, judge, pictures, verdict } from "./browser.mjs";
import { become, city, go, open, tick } from "./hands.mjs";

const mostInputs = 40;
const mostSeconds = 180;
const town = await city();
const looks = [
  { name: "1440-zh", language: "zh-CN", width: 1440, height: 900, place: "汇福" },
  { name: "390-en", language: "en", width: 390, height: 844, place: "Huifu" },
].filter((look) => !process.env.LOOKS || process.env.LOOKS.split(",").includes(look.name));

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
  expect((await parts.count()) >= 4, `${look.name}: every part of the record has sentences`);
  await judge(page, `${look.name}: sentences to tick`);
  for (const [part, n] of [[0, 2], [1, 2], [2, 1], [3, 1]])
    for (let nth = 0; nth < n; nth += 1) await press(parts.nth(part).locator("button").nth(nth));
  const facts = await page.getByLabel(t("intake", "matter.facts")).first().inputValue();
  expect(facts.includes("崔小满"), `${look.name}: the sentence bears the applicant's name`);
  // A tick can be taken back.
  await press(parts.nth(0).locator("button").nth(1));
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
  expect(file.dispute.agreements[0].oral, `${look.name}: by an oral agreement`);
  await judge(page, `${look.name}: recorded`);
  expect(walk.errors.length === 0, `${look.name}: ${walk.errors.join("; ")}`);
  await walk.context.close();
}

for (const look of looks) await record(look);
await town.close();
const { checks, failures } = verdict();
console.log(`${checks - failures} passed, ${failures} failed`);
process.exit(failures ? 1 : 0);
