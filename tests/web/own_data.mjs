// A person asks what is held about it: the desk takes it down, the bureau confirms, the desk hands
// the answer over. And two parties who are both here ask for their open promise.
import { expect, judge, sees, soon } from "./browser.mjs";
import { asked, end, look, walkScenes } from "./frame.mjs";
import { become, city, drawer, errand, find, go, open, openTab, request } from "./hands.mjs";

const town = await city();
const looks = asked([
  look("1440-zh", { people: ["东方既白", "南宫望舒"] }),
  look("390-en", { people: ["西门听雨", "北堂知秋"] }),
]);
const numbers = ["650203199001010019", "650204198512319933"]; // published test vectors

const card = (page, words) => page.locator("main section").filter({ hasText: words });

function identified([one, other]) {
  const form = request(one, other);
  form.parties.forEach((party, n) => (party.id_number = numbers[n]));
  return form;
}

async function owed({ page, t }, look) {
  const self = await errand(page);
  await self.mediating(identified(look.people));
  await self.record("success");
  await self.agreed([{ what: "修好防水", manner: "repair" }]);
  const number = self.file.number;
  await self.request(identified(look.people));
  await become(page, "desk_clerk");
  await find(page, t, look.people[0]);
  if (look.width < 600) await openTab(page, t("dispute", "tab.parties"));
  await page.getByRole("checkbox", { name: t("dispute", "owed.both") }).check({ force: true });
  await page.getByRole("button", { name: t("dispute", "owed.look"), exact: true }).click();
  await sees(page, number, `${look.name}: both hear the number of their open agreement`);
  await judge(page, `${look.name}-still-owed`);
}

async function ownData({ page, t, w }, look) {
  const papers = `居民身份证 ${look.name} ${Date.now() % 100_000}`;
  await become(page, "desk_clerk");
  await go(page, t, "/desk/own-data");
  await page.getByLabel(t("privacy", "take.name")).fill(look.people[0]);
  await page.getByLabel(t("privacy", "take.number")).fill(numbers[0]);
  await page.getByLabel(t("privacy", "take.papers")).fill(papers);
  await judge(page, `${look.name}-own-data-taken-down`);
  await page.locator("main button[type=submit]").click();
  await sees(page, w("own_request_status.asked"), `${look.name}: a second officer must confirm`);
  await soon(async () => !(await page.locator("main").innerText()).includes(numbers[0]), `${look.name}: the number is masked from then on`);

  await become(page, "supervisor");
  await go(page, t, "/desk/own-data");
  await card(page, papers).last().getByRole("button", { name: t("privacy", "confirm"), exact: true }).click();
  await drawer(page).getByRole("button", { name: t("privacy", "confirm"), exact: true }).click();
  await drawer(page).waitFor({ state: "hidden" });
  await sees(card(page, papers).last(), w("own_request_status.confirmed"), `${look.name}: the bureau confirms`);
  expect((await card(page, papers).last().getByRole("button", { name: t("privacy", "hand") }).count()) === 0, `${look.name}: and is not shown the answer`);
  await judge(page, `${look.name}-own-data-confirmed`);

  await become(page, "desk_clerk");
  await go(page, t, "/desk/own-data");
  await card(page, papers).last().getByRole("button", { name: t("privacy", "hand"), exact: true }).click();
  await drawer(page).getByRole("button", { name: t("privacy", "hand"), exact: true }).click();
  await sees(page, numbers[0], `${look.name}: the person is told all that is held`);
  expect(!(await page.locator("main").innerText()).includes(look.people[1]), `${look.name}: and nothing about another`);
  await judge(page, `${look.name}-own-data-answer`);
}

await walkScenes(town, looks, { owed, ownData });
await end(town);
