// The whole loop in a real browser, as the different persons of the demo city, in Chinese and
// in English, on a desk and on a phone. After the first address everything is clicked or
// typed; axe judges every page; pictures are kept in artefacts/pictures.
import { join } from "node:path";
import { expect, judge, pictures, soon, stuck } from "./browser.mjs";
import { asked, end, look } from "./frame.mjs";
import { become, choose, city, drawer, find, findInList, open, openTab, tick } from "./hands.mjs";

const town = await city();
const looks = asked([
  look("1440-zh", { resident: "上官明" }),
  look("390-en", { resident: "钟离远" }),
  look("390-zh", { resident: "欧阳静" }),
  look("1440-en", { resident: "司马远" }),
]);

/** Sentences to tick for the record: those of a method stand there once it is ticked. */
async function sentences(page, t, look) {
  const groups = drawer(page).locator("fieldset").filter({ has: page.locator("button[aria-pressed]") });
  await drawer(page).getByText(t("sentences", "folded").split("{{")[0]).click();
  await groups.first().waitFor();
  const before = await groups.count();
  await tick(drawer(page).locator("fieldset").filter({ hasText: t("dispute", "field.methods") }).getByRole("checkbox").first());
  await groups.nth(before).waitFor();
  const said = groups.nth(1).getByRole("button").first();
  await tick(said);
  const record = await drawer(page).getByLabel(t("dispute", "field.record")).inputValue();
  await soon(async () => record === (await said.innerText()).trim(), `${look.name}: a ticked sentence stands in the record`);
  await judge(page, `${look.name}-record-ticked`);
}

/** Does the next step of the file: the button of its card, the form, the submit. */
async function next(page, fill = async () => {}) {
  const button = page.locator("[data-next-step]").getByRole("button").last();
  await button.click();
  await drawer(page).waitFor();
  await fill(drawer(page));
  await tick(drawer(page).locator("button[type=submit]"));
  await drawer(page).waitFor({ state: "hidden" });
}

async function apply(page, t, name, look) {
  await page.locator('a[href="/apply"]').first().click();
  await page.getByLabel(t("apply", "what.facts")).fill("楼上卫生间一直漏水，我家墙面泡坏了，找过两次都没谈成。");
  await judge(page, `${look}-apply-what`);
  await page.getByRole("button", { name: t("apply", "next") }).click();
  await page.getByLabel(t("apply", "who.name")).fill(name);
  await page.getByLabel(t("apply", "who.phone")).first().fill("13800002046");
  const place = page.getByRole("combobox", { name: t("intake", "place.community") });
  await place.click();
  await place.fill(look.endsWith("en") ? "Huifu" : "汇福");
  await page.locator('[role=option]:visible').first().click();
  await page.getByLabel(t("apply", "who.otherName")).fill("贺兰山");
  await page.getByLabel(t("apply", "who.otherPhone")).fill("13800002047");
  await page.getByRole("button", { name: t("apply", "next") }).click();
  await page.getByRole("checkbox", { name: t("apply", "check.agrees") }).check({ force: true });
  await judge(page, `${look}-apply-check`);
  await page.locator("button[type=submit]").click();
  await page.getByText(/[2-9A-Z]{4}-[2-9A-Z]{4}/).first().waitFor();
  await judge(page, `${look}-apply-done`);
}

async function loop(look) {
  const { page, context, errors, t, w, b } = await open(town, look);
  const name = look.resident;
  await judge(page, `${look.name}-home`);
  await apply(page, t, name, look.name);

  await become(page, "desk_clerk");
  await judge(page, `${look.name}-clerk-desk`);
  await findInList(page, t, name);
  await judge(page, `${look.name}-file-requested`);
  // The resident named no kind; the desk does.
  await next(page, (form) => choose(form, t("dispute", "kindOpen.label"), b("kind.neighbour")));
  await next(page, async (form) => {
    await choose(form, t("dispute", "field.organisation"), /迎宾街道人民调解委员会|Yingbin People's Mediation Committee/);
    await form.getByLabel(t("dispute", "field.change_reason")).fill("双方同意到街道调解");
  });

  await become(page, "director");
  await find(page, t, name);
  await next(page, (form) => choose(form, t("dispute", "field.consent"), w("consent.agreed")));
  await next(page);
  await next(page, async (form) => {
    await tick(form.getByRole("radio", { name: /热依汗/ }));
    // Where the program proposes somebody else, another choice has a reason: one key.
    await page.keyboard.press("7");
  });

  await become(page, "mediator");
  await judge(page, `${look.name}-mediator-desk`);
  await find(page, t, name);
  // The rights, and in the same breath that there is no tie to either side.
  await next(page, (form) => tick(form.getByLabel(t("dispute", "disclosure.nothing"))));
  await page.keyboard.press("n");
  await drawer(page).waitFor();
  await sentences(page, t, look);
  await drawer(page).getByLabel(t("dispute", "field.record")).fill("双方到场。说清了漏水的起因，谈妥由楼上修好防水并赔偿墙面。");
  await choose(drawer(page), t("dispute", "field.result"), w("session_result.success"));
  await judge(page, `${look.name}-record`);
  await tick(drawer(page).locator("button[type=submit]"));
  await drawer(page).waitFor({ state: "hidden" });
  await next(page, async (form) => {
    await form.getByLabel(t("dispute", "field.facts")).fill("楼上卫生间渗水，致楼下墙面受损。双方对起因无异议。");
    await form.getByLabel(t("dispute", "field.terms")).fill("修好防水，赔偿墙面损失，今后互谅互让。");
    for (let n = 0; n < 2; n += 1) {
      await form.getByRole("button", { name: t("dispute", "addPromise") }).click();
      const promise = form.locator("[data-promise]").nth(n);
      await choose(promise, t("dispute", "field.from"), /贺兰山/);
      await choose(promise, t("dispute", "field.to"), new RegExp(name));
      await promise.getByRole("textbox", { name: t("dispute", "field.what"), exact: true }).fill(n === 0 ? "修好卫生间防水" : "赔偿墙面损失");
      await choose(promise, t("dispute", "field.manner"), n === 0 ? w("manner.repair") : w("manner.transfer"));
      if (n === 1) await promise.getByLabel(t("dispute", "field.amount")).first().fill("1800");
      await promise.getByLabel(t("dispute", "field.due")).first().fill("2023-12-15");
      await page.keyboard.press("Tab");
    }
    await judge(page, `${look.name}-agreement`);
  });
  for (let n = 0; n < 2; n += 1) await next(page, (form) => choose(form, t("dispute", "field.signing"), w("signing.signature")));
  await next(page);

  await become(page, "director");
  await find(page, t, name);
  await next(page);
  await judge(page, `${look.name}-file-agreed`);

  await become(page, "mediator");
  await find(page, t, name);
  for (let n = 0; n < 2; n += 1)
    await next(page, async (form) => {
      await tick(form.getByLabel(t("dispute", "field.in_full")));
      await form.getByLabel(t("dispute", "field.evidence")).fill("收据一张");
    });
  await next(page, async (form) => {
    for (const one of await form.getByRole("radio", { name: w("satisfaction.satisfied"), exact: true }).all()) await tick(one);
    await form.getByLabel(t("dispute", "field.findings")).fill("双方都说好了，见面打招呼。");
  });
  // What the dossier has to have before it is closed: that the papers of identity were seen.
  if (look.width < 600) await openTab(page, t("dispute", "tab.dossier"));
  await page.locator('a[href*="/print/identity_papers/fill"]').first().click();
  for (const box of [0, 4]) await page.getByRole("textbox").nth(box).fill("居民身份证");
  await page.locator("main button[type=submit]").click();
  await page.waitForURL(/\/print$/);

  await become(page, "director");
  await find(page, t, name);
  await next(page, (form) => choose(form, t("dispute", "field.retention"), /./));
  await soon(() => page.getByText(w("stage.archived")).first().isVisible(), `${look.name}: the dossier is closed`);
  await judge(page, `${look.name}-file-archived`);

  await become(page, "supervisor");
  await judge(page, `${look.name}-figures`);
  await become(page, "informant");
  await judge(page, `${look.name}-informant`);
  await become(page, "court_liaison");
  await judge(page, `${look.name}-agency`);
  await become(page, "resident");
  await judge(page, `${look.name}-resident`);
  expect(errors.length === 0, `${look.name}: the console is silent: ${errors.slice(0, 3).join(" | ")}`);
  await context.close();
}

for (const look of looks) {
  try {
    await loop(look);
    console.log(`${look.name}: the whole loop walked`);
  } catch (error) {
    await stuck(look.name, error, town.chromium.contexts().at(-1)?.pages().at(-1));
  }
}
await end(town);
