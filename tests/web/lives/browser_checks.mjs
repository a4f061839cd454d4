// What must be true then, as the person in question finds it on the screen.
import { expect, sees, soon } from "../browser.mjs";
import { drawer, quiet, tick } from "../hands.mjs";
import { beijingDay, faceNamed, organisationNamed, surely } from "./words.mjs";

const bare = (text) => text.replace(/\s+/g, "");

export function browserChecks(h) {
  const { page, t, say, life, here, look, at, part, field, put, radio, has, starts } = h;
  const main = page.locator("main");
  const office = (name) => organisationNamed(name)[look.language === "en" ? "en" : "zh"];
  const onFile = () => at(life.staff);

  async function readable(who) {
    if (life.codes.has(who)) {
      await h.matter(who);
      return main.innerText();
    }
    const face = faceNamed(who);
    if (face === "informant") {
      await h.be(who);
      await page.getByRole("heading", { name: t("informant", "mine") }).waitFor();
      await page.waitForLoadState("networkidle");
      return main.innerText();
    }
    if (face === "police_officer") return (await h.window(who)).locator("main").innerText();
    const before = life.staff;
    await at(who);
    life.staff = before;
    return h.whole();
  }
  async function refused(who, deed, fill, code) {
    const told = await h.refused(who, deed, fill);
    expect(told.includes(surely(say("refused", code))), `${deed} is refused: ${say("refused", code)} and not ${told}`);
  }

  return {
    stage_is: async ({ stage }) => {
      await onFile();
      await sees(main, new RegExp(`^${say("stage", stage)}$`), `the stage is ${say("stage", stage)}`);
    },
    answerable_is: async ({ organisation, person, action, due }) => {
      await onFile();
      const card = page.locator("[data-next-step]").first();
      await card.waitFor();
      const told = bare(await card.innerText());
      for (const one of [office(organisation), person, say("action", action)]) if (one) expect(told.includes(bare(one)), `the next step names ${one}: ${told.slice(0, 200)}`);
      if (due) {
        const when = await card.locator("time").first().getAttribute("datetime");
        expect(beijingDay(when) === due, `it is due on ${due}, not on ${beijingDay(when)}`);
      }
    },
    number_holds: async ({ number }) => {
      await onFile();
      expect(life.number.includes(number), `the number ${life.number} has ${number} in it`);
    },
    clock_ends: async ({ clock, day }) => {
      await onFile();
      await part("clocks");
      const line = main.locator("div").filter({ has: page.locator("strong", { hasText: say("clock", clock) }) }).last();
      const when = await line.locator("time").first().getAttribute("datetime");
      expect(beijingDay(when) === day, `${say("clock", clock)} ends on ${day}, not on ${beijingDay(when)}`);
    },
    sees: async ({ who, words }) => {
      const told = bare(await readable(who));
      for (const one of words) expect(told.includes(bare(one)), `${who} sees ${one}`);
    },
    sees_not: async ({ who, words }) => {
      const told = bare(await readable(who)).replaceAll(",", "");
      for (const one of words) expect(!told.includes(bare(one)), `${who} does not see ${one}`);
      expect(told.length > 40, `${who} sees a page`);
    },
    knows_talk_only: async ({ who, kind }) => {
      const before = life.staff;
      await at(who);
      life.staff = before;
      await part("sessions");
      await sees(main, has(say("session_kind", kind)), `${who} sees that there was a talk`);
      await sees(main, t("dispute", "sealedFromYou"), `${who} reads that it is sealed`);
    },
    refused_joint: ({ who, code }) =>
      refused(who, "mediation.session_held", async (form) => {
        await radio(form, say("session_kind", "joint"));
        for (const one of await form.getByRole("group", { name: starts(field("parties")) }).getByRole("checkbox").all()) if (!(await one.isChecked())) await tick(one);
        await put(form, field("record"), "双方到场。");
        await radio(form, say("session_result", "to_be_continued"));
      }, code),
    refused_oral: ({ who, code }) =>
      refused(who, "resolution.orally_agreed", async (form) => {
        await put(form, field("facts"), "拖欠工资属实。");
        await put(form, field("terms"), "口头说定，月底前付清。");
      }, code),
    refused_seal: ({ who, code }) => refused(who, "resolution.sealed", async () => {}, code),
    refused_alone: ({ who, party, code }) =>
      refused(who, "resolution.confirmation_applied", async (form) => {
        await form.getByRole("radio").first().waitFor();
        await tick(form.getByRole("radio").first());
        await tick(form.getByRole("checkbox", { name: starts(party) }));
      }, code),
    no_electronic_signature: async () => {
      await onFile();
      await h.start("resolution.signed");
      const way = drawer(page).getByRole("radio", { name: say("signing", "electronic"), exact: true });
      await soon(async () => (await way.count()) === 0 || (await way.first().isDisabled()), "an electronic signature is not offered");
      await page.keyboard.press("Escape");
      await drawer(page).waitFor({ state: "hidden" });
    },
    checker_is_silent: async () => {
      await onFile();
      await h.start("resolution.agreement_drafted");
      const silent = drawer(page).getByText(t("dispute", "checked.nothing"));
      await soon(() => silent.waitFor().then(() => true, () => false), async () => `the checker finds nothing: ${await drawer(page).getByText(t("dispute", "checked.title")).locator("xpath=ancestor::section[1]").innerText().catch(() => "")}`);
      await page.keyboard.press("Escape");
      await drawer(page).waitFor({ state: "hidden" });
    },
    agreement_effective: async ({ day, number }) => {
      await onFile();
      await part("agreements");
      const told = bare(await main.innerText());
      if (number) expect(told.includes(bare(number)), `the agreement has a number with ${number} in it`);
      const when = new Intl.DateTimeFormat(look.language === "en" ? "en-GB" : "zh-CN", { year: "numeric", month: "long", day: "numeric", timeZone: "Asia/Shanghai" }).format(new Date(`${day}T12:00:00+08:00`));
      expect(told.includes(bare(t("dispute", "effective").replace("{{when}}", when))), `it takes effect on ${when}`);
    },
    promise_is: async ({ what, state }) => {
      await onFile();
      await part("agreements");
      const box = main.locator("p").filter({ hasText: what }).last().locator("xpath=..");
      await soon(async () => (await box.innerText()).includes(say("promise", state)), `${what} is ${say("promise", state)}`);
    },
    dossier_whole: async () => {
      await onFile();
      await page.getByRole("button", { name: t("dispute", "print"), exact: true }).click();
      await page.getByRole("menuitem", { name: t("dispute", "papers"), exact: true }).click();
      const bar = page.getByRole("progressbar");
      await bar.waitFor();
      await quiet(page); // what was read before may stand there for a moment
      const [there, needed] = [await bar.getAttribute("aria-valuenow"), await bar.getAttribute("aria-valuemax")];
      expect(there === needed && Number(needed) > 0, `the dossier is whole: ${there} of ${needed}`);
      // A file is opened beside the page.
      const theFile = page.context().waitForEvent("response", { predicate: (one) => one.url().endsWith("/dossier.pdf") });
      const [file] = await Promise.all([theFile, page.getByRole("link", { name: t("documents", "dossierPdf") }).click()]);
      expect(file.status() === 200 && file.headers()["content-type"] === "application/pdf", `the dossier comes as a file: ${file.status()} ${file.headers()["content-type"]}`);
      for (const beside of page.context().pages()) if (beside !== page) await beside.close();
      await page.getByRole("link", { name: t("documents", "back") }).first().click();
      await h.settled();
    },
    both_linked: async () => {
      await onFile();
      await main.getByRole("link", { name: t("dispute", "reopens") }).click();
      await sees(main, t("dispute", "reopenedAs"), "the old file names the new one");
      await h.first("file-reopened");
      await main.getByRole("link", { name: t("dispute", "reopenedAs") }).click();
      await sees(main, t("dispute", "reopens"), "and the new one the old one");
      here.file = true;
    },
  };
}
