// Papers: photos and a voice note with the record on the spot, the papers of a file and who sees
// which, the scan of an agreement, the evidence of a promise, and what a party brings by the code of
// its receipt. Where a photo was taken is gone from what is kept. Chinese at a desk, English on a phone.
import { join } from "node:path";
import { expect, judge, sees, soon } from "./browser.mjs";
import { asked, end, look, walkScenes } from "./frame.mjs";
import { ask, become, choose, city, drawer, errand, find, go, part, request, submit, tick } from "./hands.mjs";

const town = await city();
const looks = asked([
  look("1440-zh", { people: ["东郭晓", "南宫远"], place: "汇福" }),
  look("390-en", { people: ["西门静", "北堂安"], place: "Huifu" }),
]);

const hidden = "canary-place 45.58N 84.87E";
const says = (t, key) => t("papers", key);

/** A photo as a phone makes it, with the place where it was taken. */
async function photo(page, words, name) {
  const url = await page.evaluate((words) => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 1200, height: 900 });
    const brush = canvas.getContext("2d");
    brush.fillStyle = "#d9cdb8";
    brush.fillRect(0, 0, 1200, 900);
    brush.fillStyle = "#8a6d45";
    for (let n = 0; n < 9; n += 1) brush.fillRect(120 + n * 110, 140 + ((n * 71) % 160), 70, 90 + ((n * 53) % 120));
    brush.fillStyle = "#222";
    brush.font = "64px sans-serif";
    brush.fillText(words, 120, 780);
    return canvas.toDataURL("image/jpeg", 0.9);
  }, words);
  const plain = Buffer.from(url.split(",")[1], "base64");
  const exif = Buffer.from(`Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0GPSLatitude${hidden}`, "latin1");
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return { name, mimeType: "image/jpeg", buffer: Buffer.concat([plain.subarray(0, 2), head, exif, plain.subarray(2)]) };
}

const letter = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 280]/Contents 4 0 R>>endobj\n" +
    "4 0 obj<</Length 58>>stream\n0.2 0.2 0.3 rg 30 240 140 8 re f 30 220 110 4 re f 30 80 60 40 re f\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);
const scan = (name) => ({ name, mimeType: "application/pdf", buffer: letter });
const sound = (name) => ({ name, mimeType: "audio/amr", buffer: Buffer.concat([Buffer.from("#!AMR\n"), Buffer.alloc(4000, 0x55)]) });

const chosen = (scope) => scope.locator("input[type=file]").first();

const listed = (page, id) => ask(page, "GET", `/disputes/${id}/papers`).then(({ papers }) => papers);

async function held(page, id, paper) {
  return page.evaluate(async (path) => {
    const answer = await fetch(path);
    return { status: answer.status, type: answer.headers.get("Content-Type"), text: new TextDecoder("latin1").decode(await answer.arrayBuffer()) };
  }, `/api/disputes/${id}/papers/${paper}/content`);
}

// --- With the record on the spot -----------------------------------------------------------------

async function onTheSpot({ page, context, t, b }, look) {
  await context.grantPermissions(["microphone"]);
  await become(page, "mediator");
  await go(page, t, "/desk/on-the-spot");
  const pick = async (label, words) => {
    const box = page.getByRole("combobox", { name: label }).first();
    await box.click();
    await box.fill(words).catch(() => {});
    await page.locator("[role=option]:visible").filter({ hasText: words }).first().click();
  };
  await pick(t("intake", "matter.kind"), b("kind.neighbour"));
  await pick(t("intake", "place.community"), look.place);
  const names = page.getByLabel(t("intake", "party.names.person"));
  await names.nth(0).fill("崔小满");
  await names.nth(1).fill("阿依努尔·吐尔洪");
  const parts = page.locator("fieldset").filter({ has: page.locator("button[aria-pressed]") });
  await parts.first().waitFor();
  for (const n of [0, 1, 2, 3]) await tick(parts.nth(n).locator("button").first());
  await page.getByLabel(t("intake", "matter.amount")).last().fill("300");
  await page.getByRole("textbox", { name: t("intake", "spot.due") }).last().fill("2023/12/01");
  const main = page.locator("main");
  await chosen(main).setInputFiles([await photo(page, "楼道", "stairs.jpg")]);
  await page.getByRole("button", { name: says(t, "record.start"), exact: true }).click();
  await page.getByRole("timer").waitFor();
  await page.waitForFunction(() => /0:0[1-9]/.test(document.querySelector("[role=timer]")?.textContent ?? ""));
  await page.getByRole("button", { name: says(t, "record.stop"), exact: true }).click();
  await page.locator("main audio").waitFor();
  await soon(async () => (await page.getByRole("list", { name: says(t, "choose.chosen") }).getByRole("listitem").count()) === 2, `${look.name}: a photo and a voice note wait for the record`);
  for (const box of ["spot.agreed", "spot.noConflict"]) await tick(page.getByRole("checkbox", { name: t("intake", box) }));
  await judge(page, `${look.name}-papers-spot`);
  await page.locator("main form button[type=submit]").click();
  await page.waitForURL(/on-the-spot\/done\//);
  await sees(page, says(t, "following.done"), `${look.name}: what is attached follows the record by itself`);
  await judge(page, `${look.name}-papers-followed`);
  const id = page.url().match(/done\/(\w+)/)[1];
  const kinds = (await listed(page, id)).map((one) => `${one.kind} ${one.type.split("/")[0]} ${one.session !== null}`).sort();
  expect(kinds.join() === "place_photo image true,voice_note audio true", `${look.name}: with its session: ${kinds}`);
}

// --- The papers of a file ------------------------------------------------------------------------

async function ofTheFile(walk, look) {
  const { page, t, w } = walk;
  const self = await errand(page);
  walk.self = self;
  await self.mediating(request(...look.people));
  await self.record("success");
  await self.agreed([{ what: "赔偿墙面损失", amount: 180000, account: "6222020200112233321" }], { third_parties: "none_touched" });
  await become(page, "mediator");
  await find(page, t, self.file.number);
  await part(page, t, "papers");
  await sees(page, says(t, "none"), `${look.name}: a file without papers says how to add one`);
  await page.getByRole("button", { name: says(t, "add.verb"), exact: false }).first().click();
  // What is no paper is refused with a sentence, and what was typed is still there.
  const form = drawer(page);
  await form.waitFor();
  await chosen(form).setInputFiles([{ name: "photo.jpg", mimeType: "image/jpeg", buffer: Buffer.from("<script>alert(1)</script>") }]);
  await form.getByLabel(says(t, "add.what")).fill("厨房天花板的水渍");
  await tick(form.locator("button[type=submit]"));
  await sees(form, says(t, "add.left"), `${look.name}: a file that is no picture is refused`);
  await judge(page, `${look.name}-papers-refused`);
  await soon(async () => (await form.getByLabel(says(t, "add.what")).inputValue()) === "厨房天花板的水渍", `${look.name}: and nothing that was typed is lost`);
  await form.getByRole("button", { name: says(t, "remove").replace("{{name}}", "photo.jpg") }).click();
  await chosen(form).setInputFiles([await photo(page, "天花板", "IMG_0412.jpg")]);
  await slips(page, t, look);
  await submit(page, undefined, () => judge(page, `${look.name}-papers-add`));
  const tile = page.getByRole("button", { name: /厨房天花板的水渍/ });
  await tile.locator("img").waitFor();
  await tile.click();
  await drawer(page).locator("img").waitFor();
  await page.getByRole("region", { name: says(t, "picture.frame") }).focus();
  await page.keyboard.press("+");
  await page.keyboard.press("r");
  await sees(drawer(page), says(t, "picture.turned").replace("{{degrees}}", "90"), `${look.name}: a picture is turned by keys`);
  await judge(page, `${look.name}-papers-viewer`);
  await page.keyboard.press("Escape");
  await drawer(page).waitFor({ state: "hidden" });
  const [first] = await listed(page, self.file.id);
  const kept = await held(page, self.file.id, first.id);
  expect(kept.type === "image/jpeg" && !kept.text.includes("GPS") && !kept.text.includes("canary"), `${look.name}: where it was taken is gone`);
  await ofOneSide(walk, look, w);
}

/** Nothing that was chosen, and no note that is being spoken, is lost by a slip of the hand. */
async function slips(page, t, look) {
  const form = drawer(page).last();
  await page.keyboard.press("Escape");
  const question = page.getByRole("dialog", { name: says(t, "leave.title") });
  await question.waitFor();
  await judge(page, `${look.name}-papers-leave`);
  await question.getByRole("button", { name: t("common", "cancel"), exact: true }).click();
  await question.waitFor({ state: "hidden" });
  await sees(form, "IMG_0412.jpg", `${look.name}: a drawer is not closed over what was not sent`);
  await form.getByRole("button", { name: says(t, "record.start"), exact: true }).click();
  await form.getByRole("button", { name: says(t, "record.stop"), exact: true }).waitFor();
  await tick(form.locator("button[type=submit]"));
  await sees(form, says(t, "add.recording"), `${look.name}: nothing is sent without the note that is being spoken`);
  await judge(page, `${look.name}-papers-speaking`);
  await form.getByRole("button", { name: says(t, "record.stop"), exact: true }).click();
  await form.getByRole("button", { name: says(t, "remove").replace("{{name}}", `${says(t, "record.name")}.webm`) }).click();
}

/** Sealed with the side's own key: the director does not even see that it is there. */
async function ofOneSide({ page, t, self }, look, w) {
  await page.keyboard.press("u");
  await submit(page, async (form) => {
    await chosen(form).setInputFiles([sound("said-alone.amr")]);
    await tick(form.getByRole("radio", { name: w("paper_visibility.side") }));
    await choose(form, says(t, "add.party"), look.people[0]);
  }, () => judge(page, `${look.name}-papers-side`));
  await sees(page, says(t, "eyes.side"), `${look.name}: a paper of one side bears a lock`);
  await judge(page, `${look.name}-papers-grid`);
  await become(page, "director");
  await find(page, t, self.file.number);
  await part(page, t, "papers");
  await page.getByRole("button", { name: /厨房天花板的水渍/ }).waitFor();
  expect(!(await page.content()).includes("said-alone"), `${look.name}: the director sees nothing of it`);
  await judge(page, `${look.name}-papers-director`);
}

// --- Where they hang ---------------------------------------------------------------------------

async function hanging({ page, t, self }, look) {
  await become(page, "mediator");
  await find(page, t, self.file.number);
  await part(page, t, "agreements");
  const add = async (verb, file, picture) => {
    await page.getByRole("button", { name: t("dispute", verb), exact: true }).first().click();
    await submit(page, (form) => chosen(form).setInputFiles([file]), () => judge(page, `${look.name}-papers-${picture}`));
    await sees(page, file.name, `${look.name}: ${picture} hangs where it belongs`);
  };
  await add("attach.agreement", scan("协议扫描件.pdf"), "scan");
  await add("attach.obligation", await photo(page, "转账凭证", "转账凭证.jpg"), "evidence");
  await judge(page, `${look.name}-papers-agreement`);
  await part(page, t, "sessions");
  await add("attach.session", sound("现场录音.amr"), "recording");
  const kinds = (await listed(page, self.file.id)).slice(0, 3).map((one) => one.kind).join();
  expect(kinds === "evidence,performance_evidence,signed_paper", `${look.name}: each with its kind: ${kinds}`);
  // A paper is withdrawn with a reason and stays in the ledger.
  await page.getByRole("button", { name: /现场录音/ }).click();
  await drawer(page).getByRole("button", { name: says(t, "withdraw.verb"), exact: true }).click();
  await choose(drawer(page), says(t, "withdraw.why"), /./);
  await judge(page, `${look.name}-papers-withdraw`);
  await tick(drawer(page).locator("button[type=submit]"));
  await drawer(page).waitFor({ state: "hidden" });
  await part(page, t, "papers");
  await page.locator("details", { has: page.locator(`ul[aria-label="${says(t, "withdrawn.title")}"]`) }).locator("summary").click();
  await judge(page, `${look.name}-papers-withdrawn`);
}

// --- What a party brings -------------------------------------------------------------------------

async function ofAParty({ page, t, self }, look) {
  await page.goto(`${town.house.origin}/my#${self.codes[1].code}`);
  await page.getByRole("button", { name: says(t, "mine.verb"), exact: true }).click();
  await submit(page, async (form) => {
    await chosen(form).setInputFiles([await photo(page, "水阀", "水阀.jpg")]);
    await form.getByLabel(says(t, "add.what")).fill("我家的水阀");
    await form.getByLabel(says(t, "mine.tail")).fill("2047");
    await tick(form.getByRole("radio", { name: says(t, "mine.side") }));
  }, () => judge(page, `${look.name}-papers-bring`));
  await sees(page, "我家的水阀", `${look.name}: a party sees what it brought`);
  await page.getByRole("list", { name: says(t, "mine.title") }).locator("img").waitFor();
  await judge(page, `${look.name}-papers-mine`);
  expect(!(await page.content()).includes("厨房天花板"), `${look.name}: and nothing of the other side`);
  await page.goto(`${town.house.origin}/desk/`);
  await become(page, "mediator");
  await find(page, t, self.file.number);
  await part(page, t, "papers");
  await page.getByRole("button", { name: /我家的水阀/ }).click();
  await sees(drawer(page), new RegExp(says(t, "byParty")), `${look.name}: the mediator sees who brought it`);
  await judge(page, `${look.name}-papers-brought`);
}

await walkScenes(town, looks, { onTheSpot, ofTheFile, hanging, ofAParty });
await end(town);
