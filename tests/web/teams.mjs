// A brand team in the browser: its page, a mediator appointed in its name, an apprentice who sits
// in by consent and reads along, and a member who joins.
import { expect, judge, sees } from "./browser.mjs";
import { asked, end, look, walkScenes } from "./frame.mjs";
import { ask, become, city, drawer, errand, find, go, openTab, request, tick } from "./hands.mjs";

const town = await city();
const looks = asked([
  look("1440-zh", { people: ["段云鹤", "阮青溪"] }),
  look("390-en", { people: ["简怀瑾", "祁连雪"] }),
]);


async function itsPage({ page, t }, look) {
  await become(page, "director");
  await go(page, t, "/desk/teams");
  await judge(page, `${look.name}-teams`);
  await page.getByRole("link", { name: look.language === "en" ? /Pomegranate/ : /石榴花/ }).first().click();
  const { teams } = await ask(page, "GET", "/teams");
  const team = await ask(page, "GET", `/teams/${teams[0].id}`);
  expect(team.figures.settled === 22, `${look.name}: the twenty-second since April comes out of data: ${team.figures.settled}`);
  expect(team.surface.surface.length === 12, `${look.name}: it radiates to twelve communities`);
  expect(team.chorus.some((one) => one.alone > 0), `${look.name}: somebody settles alone what was learned`);
  await sees(page, t("teams", "chorus.says"), `${look.name}: who learned from whom is told`);
  await judge(page, `${look.name}-team`);
}

async function inItsName({ page, t }, look) {
  const self = await errand(page);
  await self.request(request(...look.people));
  await self.post("acceptance");
  const { organisations } = await ask(page, "GET", "/organisations");
  const committee = organisations.find((one) => one.name.endsWith("迎宾街道人民调解委员会"));
  await self.post("diversion", { organisation: committee.id, grade: "general", change_reason: "双方同意到街道调解" });
  await self.as("director");
  await self.post("receipt", {}, "PUT");
  await become(page, "director");
  await find(page, t, look.people[0]);
  await tick(page.locator("[data-next-step]").getByRole("button").last());
  await drawer(page).waitFor();
  await tick(drawer(page).getByRole("radio", { name: /热依汗/ }).first());
  await page.keyboard.press("7"); // where the program proposes somebody else, another choice has a reason: one key
  await drawer(page).getByRole("combobox", { name: t("dispute", "field.team") }).click();
  await page.locator("[role=option]:visible").first().click();
  await judge(page, `${look.name}-team-appoint`);
  await tick(drawer(page).locator("button[type=submit]"));
  await drawer(page).waitFor({ state: "hidden" });
  const { teams } = await ask(page, "GET", "/teams");
  const file = await ask(page, "GET", `/disputes/${self.file.id}`);
  expect(file.dispute.appointments.at(-1).team === teams[0].id, `${look.name}: the mediator acts in the team's name`);

  await become(page, "mediator");
  await find(page, t, look.people[0]);
  if (look.width < 600) await openTab(page, t("dispute", "tab.team"));
  await tick(page.getByRole("button", { name: look.language === "en" ? /Invite/ : /邀请/ }).first());
  await drawer(page).waitFor();
  await tick(drawer(page).getByRole("radio", { name: t("dispute", "guest.learns") }));
  await drawer(page).getByRole("combobox", { name: t("dispute", "field.apprentice") }).click();
  await page.locator("[role=option]:visible").first().click();
  await judge(page, `${look.name}-team-apprentice`);
  await tick(drawer(page).locator("button[type=submit]"));
  await drawer(page).waitFor({ state: "hidden" });
  const after = await ask(page, "GET", `/disputes/${self.file.id}`);
  const guest = after.dispute.participants.at(-1);
  expect(guest.role === "apprentice" && !/^0+$/.test(guest.person), `${look.name}: an apprentice sits in`);
  if (look.width < 600) await openTab(page, t("dispute", "tab.team"));
  await sees(page, t("dispute", "role.apprentice"), `${look.name}: and is named as such`);
}

await walkScenes(town, looks, { itsPage, inItsName });
await end(town);
