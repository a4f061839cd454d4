// The bureau breaks the glass: names and words are hidden from it, opened with a reason, and the
// director and the party see that they were. And the policy, printed as a page.
import { expect, judge, sees } from "./browser.mjs";
import { asked, end, look, walkScenes } from "./frame.mjs";
import { become, city, errand, find, go, openTab, request, submit } from "./hands.mjs";

const town = await city();
const looks = asked([
  look("1440-zh", { people: ["上官云起", "闻人牧野"] }),
  look("390-en", { people: ["夏侯长庚", "公孙采薇"] }),
]);

const tells = async (page, words) => (await page.locator("main").innerText()).includes(words);

async function glass({ page, t, w }, look) {
  const self = await errand(page);
  const [one, other] = look.people;
  await self.as("desk_clerk");
  const made = await page.evaluate(
    async (form) => (await fetch("/api/disputes", { method: "POST", headers: { "Content-Type": "application/json", "Idempotency-Key": String(Math.random()) }, body: JSON.stringify(form) })).json(),
    request(one, other),
  );
  self.file = made.file;
  await self.post("acceptance");
  const reason = `核查群众来信 ${look.name}`;

  await become(page, "supervisor");
  await find(page, t, self.file.number);
  expect(!(await tells(page, one)), `${look.name}: the bureau reads no name`);
  await sees(page, t("dispute", "glass.behind"), `${look.name}: and is told why`);
  await judge(page, `${look.name}-glass-behind`);
  await page.getByRole("button", { name: t("dispute", "glass.break"), exact: true }).first().click();
  await submit(page, (form) => form.getByLabel(t("dispute", "field.glassReason")).fill(reason), () => judge(page, `${look.name}-glass-reason`));
  if (look.width < 600) await openTab(page, t("dispute", "tab.parties"));
  await sees(page, one, `${look.name}: with a reason it reads names`);
  await judge(page, `${look.name}-glass-broken`);

  await become(page, "desk_clerk");
  await find(page, t, one);
  await sees(page, reason, `${look.name}: the desk sees who opened the file, and why`);
  await judge(page, `${look.name}-glass-seen`);

  await page.goto(`${town.house.origin}/my#${made.codes[0].code}`);
  await sees(page, reason, `${look.name}: the party sees it on its own page`);
  await judge(page, `${look.name}-glass-party`);
}

async function policy({ page, t, w }, look) {
  await become(page, "director");
  await go(page, t, "/desk/policy");
  await sees(page, w("relation_says.registrar"), `${look.name}: the policy is told in words`);
  await sees(page, w("deed.oversight.glass_broken"), `${look.name}: with every deed`);
  await judge(page, `${look.name}-policy`);
}

await walkScenes(town, looks, { glass, policy });
await end(town);
