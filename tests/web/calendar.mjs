// The calendar in real browsers: a director enters the last room, a mediator and a clerk book its last hour at
// once in two windows (one gets it, the other is told so and takes one of three times instead), the
// week, the desk's reminders, a party that asks for another time, moving, cancelling, the file.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, judge, sees, soon, stuck } from "./browser.mjs";
import { end, look, silent } from "./frame.mjs";
import { ask, become, choose, city, drawer, errand, find, go, open, openTab, request, submit, tick } from "./hands.mjs";

const mark = [...String(process.pid)].map((digit) => "甲乙丙丁戊己庚辛壬癸"[digit]).join("");
const roomName = `长廊${mark}`;

/** A dispute in the room of a mediator, by errands; the window of that mediator stays. */
async function mediated(page, name, colleague) {
  const file = await errand(page);
  await file.request(request(name, "贺兰山"));
  await file.post("acceptance");
  const { organisations } = await ask(page, "GET", "/organisations");
  const committee = organisations.find((one) => one.name.endsWith("迎宾街道人民调解委员会"));
  await file.post("diversion", { organisation: committee.id, grade: "general", change_reason: "双方同意到街道调解" });
  await file.as("director");
  await file.post("receipt", {}, "PUT");
  const { mediators } = await ask(page, "GET", `/disputes/${file.file.id}/proposal`);
  const first = mediators.find((one) => one.name.startsWith("热依汗"));
  const other = mediators.find((one) => one.person !== first.person && one.bars.length === 0);
  const person = colleague ? other : first;
  await file.post("assignment", { person: person.person, presiding: true, reason: "试排日程" }, "PUT");
  await file.post("rights", { parties: file.parties(), disclosure: {} });
  return { file, committee, mediator: person.name };
}

/** The director enters a room that is open for a single hour a day. */
async function place({ page, t, look }, committee) {
  await become(page, "director");
  await go(page, t, "/desk/calendar");
  await page.getByRole("link", { name: t("calendar", "rooms") }).click();
  await page.getByRole("button", { name: t("organisation", "place.open") }).first().click();
  await submit(
    page,
    async (form) => {
      await form.getByRole("textbox", { name: t("organisation", "place.name"), exact: true }).fill(roomName);
      await form.getByRole("textbox", { name: t("organisation", "place.opens"), exact: true }).fill("11:00");
      await form.getByRole("textbox", { name: t("organisation", "place.closes"), exact: true }).fill("12:00");
      await form.getByRole("textbox", { name: t("organisation", "place.pauseFrom"), exact: true }).fill("");
      await form.getByRole("textbox", { name: t("organisation", "place.pauseUntil"), exact: true }).fill("");
    },
    () => judge(page, `${look}-calendar-room-form`),
  );
  await sees(page, roomName, `${look}: the new room stands in the list`);
  await judge(page, `${look}-calendar-rooms`);
  const { places } = await ask(page, "GET", `/organisations/${committee.id}/places`);
  return places.find((one) => one.name === roomName);
}

/** The form of a session, filled with the room and the hour, not yet sent. */
async function planning({ page, t, w }, name, day) {
  await find(page, t, name);
  await page.keyboard.press("a");
  await drawer(page).getByRole("button", { name: new RegExp(`^${w("deed.mediation.session_planned")}`) }).first().click();
  const form = drawer(page);
  await choose(form, t("dispute", "field.room"), new RegExp(roomName));
  await form.locator("input[id$=-planned_for]").fill(day);
  await page.keyboard.press("Tab");
  await form.locator("input[id$=-planned_for-time]").fill("11:00");
  await page.keyboard.press("Tab");
}

async function race(one, two, day) {
  for (const walk of [one, two]) {
    await planning(walk, walk.name, day);
    await sees(drawer(walk.page), walk.t("dispute", "planning.free"), `${walk.look}: the last hour is free while both are looking`);
  }
  await judge(one.page, `${one.look}-calendar-plan`);
  await Promise.all([one, two].map(({ page }) => tick(drawer(page).locator("button[type=submit]"))));
  const settled = async ({ page }) => {
    const gone = drawer(page).waitFor({ state: "hidden" }).then(() => "booked");
    const refused = drawer(page).getByRole("alert").first().waitFor().then(() => "refused");
    return Promise.any([gone, refused]);
  };
  const ends = await Promise.all([settled(one), settled(two)]);
  expect([...ends].sort().join() === "booked,refused", `one gets the last hour and the other does not (${ends})`);
  const [winner, loser] = ends[0] === "booked" ? [one, two] : [two, one];
  const box = drawer(loser.page).locator("[data-slots]");
  await box.getByRole("button").first().waitFor();
  const offers = await box.getByRole("button").count();
  expect(offers === 3, `${loser.look}: three other times are offered (${offers})`);
  await judge(loser.page, `${loser.look}-calendar-refused`);
  // Another room of the house is offered at the same hour, too.
  const elsewhere = (await box.getByRole("button").first().innerText()).split(" · ")[1];
  await box.getByRole("button").first().click();
  await sees(drawer(loser.page), loser.t("dispute", "planning.free"), `${loser.look}: what was offered is free`);
  await tick(drawer(loser.page).locator("button[type=submit]"));
  await drawer(loser.page).waitFor({ state: "hidden" });
  winner.room = roomName;
  loser.room = elsewhere ?? roomName;
}

async function week({ page, t, w, look, name }, whose) {
  await go(page, t, "/desk/calendar");
  if (whose) await choose(page.locator("main"), t("calendar", "whose"), whose);
  await page.getByRole("button", { name: t("calendar", "after") }).click(); // the demo's first morning is a Monday
  await page.waitForURL(/day=2023-11-27/);
  const entry = page.locator("article[data-kind=session]").filter({ hasText: name }).first();
  await entry.waitFor();
  await sees(entry, w("calendar.session.joint"), `${look}: the week has the session`);
  await sees(page, t("common", "form.beijingTime"), `${look}: times are called Beijing time`);
  await judge(page, `${look}-calendar-week`);
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: t("calendar", "keepCopy") }).click()]);
  const text = readFileSync(await file.path(), "utf8");
  expect(text.includes("BEGIN:VEVENT") && text.includes("TZID=Asia/Shanghai"), `${look}: the file has the session in its zone`);
  expect(!text.includes("贺兰山"), `${look}: and nobody's name`);
}

/** Somebody who may not open the dispute sees when the room is taken, and no more. */
async function busy({ page, t, w, look }, { name, room }, day) {
  await go(page, t, "/desk/calendar");
  await page.getByRole("button", { name: t("calendar", "thisWeek") }).waitFor();
  await page.goto(`${page.url().split("?")[0]}?day=${day}`);
  await choose(page.locator("main"), t("calendar", "whose"), new RegExp(room));
  await page.locator("article").first().waitFor();
  expect(!(await page.locator("main").innerText()).includes(name), `${look}: of another's dispute no name is told`);
  await sees(page, w("calendar.busy"), `${look}: but that the room is taken`);
  await judge(page, `${look}-calendar-busy`);
}

/** By the code of the receipt: the party cannot come and asks for another time. */
async function party({ page, t, look, house, room }, code) {
  await page.goto(`${house.origin}/`);
  await page.locator('a[href="/track"]:visible').first().click();
  await page.getByLabel(t("matter", "track.code")).fill(code);
  await page.getByRole("button", { name: t("matter", "track.verb") }).click();
  await page.getByText(t("matter", "calendar.title")).first().waitFor();
  await sees(page, new RegExp(room), `${look}: the party reads where it is called to`);
  await judge(page, `${look}-my-calendar`);
  await page.getByRole("button", { name: t("matter", "calendar.cannot") }).click();
  await drawer(page).getByRole("radio").first().waitFor();
  await soon(async () => (await drawer(page).getByRole("radio").count()) === 3, `${look}: three other times are offered to the party`);
  await tick(drawer(page).getByRole("radio").first());
  await drawer(page).getByLabel(t("matter", "answer.tail")).fill("2046");
  await judge(page, `${look}-my-calendar-ask`);
  await tick(drawer(page).locator("button[type=submit]"));
  await drawer(page).waitFor({ state: "hidden" });
  await sees(page, t("matter", "calendar.saidWishes").split(/\{\{|}}/)[0].trim(), `${look}: what it asked for stands there`);
  await page.goto(`${house.origin}/desk`);
}

const town = await city();
const looks = [
  look("1440-zh"),
  look("390-en"),
];
const [one, two] = await Promise.all(looks.map(async (look) => ({ ...(await open(town, look)), look: look.name, house: town.house })));

const day = "2023-11-29"; // a Wednesday, some days after the demo's first morning
try {
  const names = [`令狐${mark}`, `轩辕${mark}`];
  const first = await mediated(one.page, names[0], false);
  const second = await mediated(one.page, names[1], true);
  await place(one, first.committee);
  await become(one.page, "mediator");
  await two.page.goto(`${town.house.origin}/desk`);
  await become(two.page, "desk_clerk"); // times and rooms are the desk's business, too
  one.name = names[0];
  two.name = names[1];
  await race(one, two, day);
  await become(two.page, "director");
  console.log("race");

  await week(one);
  await busy(one, two, day);
  await week(two, /迎宾街道人民调解委员会|Yingbin People's Mediation Committee/);
  console.log("week");

  await party(one, first.file.codes[0].code);
  await become(one.page, "mediator");
  await one.page.getByText(one.t("work", "reminders.title")).first().waitFor();
  await judge(one.page, "1440-zh-calendar-reminders");
  await sees(one.page, names[0], "the desk reminds of the time that a party asks for");
  console.log("party");

  // Moved by the button of the week, then cancelled; the hour is free again.
  await week(one);
  await one.page.getByRole("link", { name: new RegExp(`^${one.t("calendar", "move")}`) }).first().click();
  await submit(one.page, async (form) => {
    await form.locator("input[id$=-planned_for-time]").waitFor();
    await form.locator("input[id$=-planned_for]").fill("2023-12-13");
    await one.page.keyboard.press("Tab");
    await form.getByText(one.t("dispute", "planning.free")).waitFor();
  });
  await find(one.page, one.t, names[0]);
  await openTab(one.page, new RegExp(`^${one.t("dispute", "tab.sessions")}`));
  await judge(one.page, "1440-zh-calendar-sessions");
  await one.page.getByRole("button", { name: one.w("deed.mediation.session_cancelled") }).first().click();
  await submit(
    one.page,
    (form) => choose(form, one.t("dispute", "field.reason"), one.b("session_cancel.party_cannot_come")),
    () => judge(one.page, "1440-zh-calendar-cancel"),
  );
  await sees(one.page, one.b("session_cancel.party_cannot_come"), "the session is cancelled, with its reason");
  console.log("moved and cancelled");
} catch (error) {
  await stuck("calendar", error, one.page, two.page);
}
for (const walk of [one, two]) silent(walk.look, walk);
await end(town);
