// A life by the hands of its people in a browser: what a step does is clicked and typed by the words on the
// screen. After the first address nothing is asked of the API and no address is typed; who has no face in
// the bar of the demo comes in by a one-time link.
import { drawer, go, reloaded, tick } from "../hands.mjs";
import { browserChecks } from "./browser_checks.mjs";
import { hands } from "./browser_hands.mjs";
import { cell, day as dayIn, daysBetween, formTitled, organisationNamed, pairs, placeNamed, titleOf } from "./words.mjs";

const shown = /[2-9A-Z]{4}-[2-9A-Z]{4}/;

export async function byBrowser(city) {
  const h = await hands(city);
  const { page, t, say, known, life, here, look, at, be, deed, field, put, putDay, radio, select, choose, check, starts, has } = h;
  const main = page.locator("main");
  const place = (name) => placeNamed(name, look.language);
  const office = (name) => organisationNamed(name)[look.language === "en" ? "en" : "zh"];

  // --- At the desk -------------------------------------------------------------------------
  async function community(scope, name) {
    const box = scope.getByRole("combobox", { name: t("intake", "place.community") });
    await box.click();
    await box.fill(place(name));
    await page.locator("[role=option]:visible").filter({ hasText: place(name) }).first().click();
  }
  async function fillMatter(scope, said, source) {
    if (source) await select(scope, t("intake", "matter.source"), say("source", source));
    await select(scope, t("intake", "matter.kind"), say("kind", known("kind", said.纠纷类型)));
    await community(scope, said.社区);
    await put(scope, t("intake", "matter.facts"), said.事实);
    await put(scope, t("intake", "matter.request"), said.要求);
    if (cell(said.金额)) await put(scope, t("intake", "matter.amount"), said.金额);
  }
  async function fillParty(scope, row, members) {
    const side = known("side", row.身份);
    const kind = known("party_kind", row.类别 ?? "个人");
    const card = scope.getByRole("region", { name: t("intake", `party.${side}`), exact: true });
    if (kind !== "person") await radio(card, t("intake", `party.kinds.${kind}`));
    await put(card, t("intake", `party.names.${kind}`), row.姓名);
    if (cell(row.电话)) await put(card, t("intake", "party.phone"), row.电话);
    if (cell(row.住址)) await put(card, t("intake", "party.address"), row.住址);
    if (kind === "organisation" && cell(row.负责人)) await put(card, t("intake", "party.legalRepresentative"), row.负责人);
    if (cell(row.性别)) await select(card, t("intake", "party.sex"), say("sex", known("sex", row.性别)));
    await select(card, t("intake", "party.consent"), say("consent", known("consent", row.意思)));
    if (kind === "group") await fillMembers(card, members);
    life.tails.set(row.姓名, cell(row.电话).slice(-4));
    life.signers.set(row.姓名, cell(row.负责人) || row.姓名);
  }
  async function fillMembers(card, members) {
    await card.getByRole("button", { name: t("intake", "members.paste") }).click();
    const list = page.getByRole("dialog").last();
    await list.getByLabel(t("intake", "members.pasteLabel")).fill(members.map((one) => [one.姓名, one.电话, one.工资].join("\t")).join("\n"));
    await h.first("members");
    await list.getByRole("button").filter({ hasText: String(members.length) }).click();
    for (const [n, one] of members.entries()) await tick(card.getByLabel(t("intake", one.签字 === "代表" ? "members.representative" : "members.authorised")).nth(n));
  }
  /** Codes of receipts stand in the order of the parties. */
  async function keepCodes(rows) {
    await main.getByText(shown).first().waitFor();
    const codes = (await main.innerText()).match(new RegExp(shown, "g"));
    for (const [n, row] of rows.entries()) life.codes.set(row.姓名, codes[n]);
  }
  async function registers({ who, source, matter, parties, members }) {
    life.staff = who;
    await be(who);
    await go(page, t, "/desk/intake/new");
    await fillMatter(main, pairs(matter), source);
    for (const row of parties) await fillParty(main, row, members);
    await h.first("intake");
    await tick(page.locator("main button[type=submit]"));
    await page.getByRole("heading", { name: t("intake", "result.title") }).waitFor();
    await h.first("registered");
    await keepCodes(parties);
    life.name = parties[0].姓名;
    await page.getByRole("link", { name: t("intake", "result.open") }).click();
    await h.settled();
    here.file = true;
  }

  // --- Agreements --------------------------------------------------------------------------
  async function fillAgreement(form, { agreement, obligations }) {
    const said = pairs(agreement);
    await put(form, field("facts"), said.事实);
    await put(form, field("terms"), said.内容);
    if (cell(said.违约)) await put(form, field("breach"), said.违约);
    await radio(form, say("third_parties", known("third_parties", said.他人)));
    if (said.司法确认 === "申请") await check(form, field("asks_confirmation"));
    for (const [n, row] of obligations.entries()) {
      await form.getByRole("button", { name: t("dispute", "addPromise") }).click();
      const promise = form.locator("[data-promise]").nth(n);
      await select(promise, field("from"), row.谁);
      await select(promise, field("to"), row.给谁);
      await put(promise, field("what"), row.做什么);
      await select(promise, field("manner"), say("manner", known("manner", row.方式)));
      if (cell(row.金额)) await put(promise, field("amount"), row.金额);
      await putDay(promise, field("due"), dayIn(row.期限));
      if (cell(row.账户)) await put(promise, field("account"), row.账户);
    }
    if (said.各人) {  // begins as each of them claims
      await form.getByText(starts(t("dispute", "shares.wanted").split("{{group}}")[0])).first().click();
      await form.locator("[data-shares=whole]").waitFor();
    }
  }
  const party = (form, name) => radio(form, starts(name));
  /** Who of a list is ticked, and nobody else. */
  async function only(form, names, label) {
    const group = form.getByRole("group", { name: starts(label) });
    for (const box of await group.getByRole("checkbox").all()) {
      const said = await box.evaluate((one) => one.labels[0].textContent);
      if (names.some((name) => said.startsWith(name)) !== (await box.isChecked())) await tick(box);
    }
  }
  const session = async (form, { kind, methods = [], guests = [], record, result, parties }) => {
    await radio(form, say("session_kind", kind));
    if (parties) await only(form, parties, field("parties"));
    if (guests.length > 0) await only(form, guests, field("participants"));
    for (const one of methods) await check(form, say("method", one));
    await put(form, field("record"), record);
    if (result) await choose(form, field("result"), say("session_result", result));
  };
  async function keep({ who, party: name, amount, own, issue }, kind) {
    await deed(who, "mediation.vault_noted", async (form) => {
      await party(form, name);
      await radio(form, say("vault_kind", kind));
      if (issue) await about(form, issue);
      await put(form, field("vaultWords"), own);
      if (amount) await put(form, field("vaultAmount"), String(amount / 100));
    });
  }
  /** The issue of an offer: the one that is there, or one that is named without leaving the form. */
  async function about(form, issue) {
    const box = form.getByRole("combobox", { name: field("issue") });
    if (await box.count()) return select(form, field("issue"), issue);
    await form.getByRole("button", { name: t("dispute", "apart.nameIssue") }).click();
    await form.getByLabel(field("issueTitle")).fill(issue);
    await form.getByRole("button", { name: t("dispute", "act.issue"), exact: true }).click();
    await box.waitFor();
  }
  const line = (form, words) => tick(form.locator("label").filter({ hasText: words }).getByRole("radio").first());

  // --- A department that was called ----------------------------------------------------------
  async function atCall(who) {
    const desk = await h.window(who);
    if (!/\/link\/calls\/./.test(desk.url())) {
      await reloaded(desk, () => desk.reload());
      await desk.getByRole("link", { name: new RegExp(t("agency", "joint.open")) }).first().click();
      if (/\/link\/calls$/.test(desk.url())) await desk.getByRole("link", { name: new RegExp(t("agency", "joint.open")) }).first().click();
      await desk.waitForURL(/\/link\/calls\/./);
      await h.first("call", desk);
    }
    return desk;
  }
  async function callVerb(who, verb, then = async () => {}) {
    const desk = await atCall(who);
    const button = desk.getByRole("button", { name: t("agency", `verb.${verb}`), exact: true });
    await button.click();
    await then(desk);
    await button.waitFor({ state: "hidden" });
    await h.anew();
  }

  // --- Papers that are filled in -------------------------------------------------------------
  async function fill({ who, form, about: whom, values }) {
    await at(who);
    await page.getByRole("button", { name: t("dispute", "print"), exact: true }).click();
    await page.getByRole("menuitem", { name: t("dispute", "papers"), exact: true }).click();
    await page.getByRole("progressbar").waitFor();
    await h.first("papers");
    const title = titleOf(formTitled(form), look.language);
    const link = page.getByRole("link", { name: new RegExp(`${title.replace(/[()]/g, "\\$&")}.*${whom ?? ""}`) }).and(page.locator('a[href*="/fill"]'));
    await link.first().click();
    await page.locator("main button[type=submit]").waitFor();
    await type(values);
    await h.first("filling");
    await page.locator("main button[type=submit]").click();
    await page.getByRole("progressbar").waitFor();
    await page.getByRole("link", { name: t("documents", "back") }).first().click();
    await h.settled();
  }
  const label = (name) => {
    const key = Object.keys(h.home.field).find((one) => h.home.field[one] === name);
    return say("field", key);
  };
  async function type(values) {
    const [head] = Object.keys(values[0]);
    if (head === "栏目") for (const row of values) await main.getByLabel(starts(label(row.栏目))).first().fill(row.内容);
    else if (head === "谁")
      for (const row of values) for (const name of Object.keys(row).slice(1)) await main.getByLabel(new RegExp(`${label(name)}.*${row.谁}`)).first().fill(row[name]);
    else
      for (const [n, row] of values.entries()) {
        await main.getByRole("button", { name: has(t("documents", "addRow").split("{{")[0]) }).first().click();
        const box = main.locator("fieldset").nth(n);
        for (const name of Object.keys(row)) await box.getByLabel(starts(label(name))).first().fill(row[name]);
      }
  }

  const does = {
    day_comes: async ({ day: to }) => {
      const today = async () => (await page.locator("[data-demo-bar]").textContent()).match(/\d{4}-\d\d-\d\d/)[0];
      for (let left = daysBetween(await today(), to); left > 0; left = daysBetween(await today(), to)) {
        const [year, month] = (await today()).split("-").map(Number);
        const whole = new Date(Date.UTC(year, month, 0)).getUTCDate();
        await reloaded(page, () => page.locator(`[data-demo-bar] [data-ahead=${left >= whole ? "month" : left >= 7 ? "week" : "day"}]`).click());
      }
    },
    applies_online: async ({ who, matter }) => {
      const said = pairs(matter);
      await page.locator('a[href="/apply"]').first().click();
      await put(page, t("apply", "what.facts"), said.事实);
      await put(page, t("apply", "what.request"), said.要求);
      await h.first("apply-what");
      await page.getByRole("button", { name: t("apply", "next") }).click();
      await put(page, t("apply", "who.name"), who);
      await page.getByLabel(t("apply", "who.phone")).first().fill(said.电话);
      await page.getByLabel(t("apply", "who.address")).first().fill(said.住址);
      await community(page, said.社区);
      await page.getByLabel(t("apply", "who.otherName")).fill(said.对方);
      await page.getByLabel(t("apply", "who.otherPhone")).fill(said.对方电话);
      await h.first("apply-who");
      await page.getByRole("button", { name: t("apply", "next") }).click();
      await select(page, t("apply", "check.language"), say("tongue", known("tongue", said.语言)));
      await tick(page.getByRole("checkbox").last());
      await h.first("apply-check");
      await page.locator("button[type=submit]").click();
      await main.getByText(shown).first().waitFor();
      await h.first("apply-done");
      life.codes.set(who, (await main.innerText()).match(shown)[0]);
      life.tails.set(who, said.电话.slice(-4));
      life.name = who;
    },
    registers,
    registers_group: registers,
    reports_lead: async ({ who, matter }) => {
      const said = pairs(matter);
      await be(who);
      await radio(main, t("informant", `kinds.${known("kind", said.纠纷类型)}`));
      await community(main, said.社区);
      await put(main, t("informant", "where"), said.地点);
      await radio(main, t("informant", `urgencies.${known("urgency", said.缓急)}`));
      await put(main, t("informant", "words"), said.看到的);
      await h.first("lead");
      await tick(page.locator("main button[type=submit]"));
      await main.locator("section p").filter({ hasText: said.看到的 }).first().waitFor();
      life.lead = said.看到的;
    },
    takes_lead: async ({ who, answer, matter, parties }) => {
      life.staff = who;
      await be(who);
      await go(page, t, "/desk/leads");
      const card = main.locator("section, article, li").filter({ hasText: life.lead }).filter({ has: page.getByRole("button", { name: t("leads", "triage") }) }).last();
      await card.getByRole("button", { name: t("leads", "triage") }).click();
      const form = drawer(page);
      await radio(form, t("leads", "results.became_request"));
      await put(form, t("leads", "outcome"), answer);
      await fillMatter(form, pairs(matter));
      for (const row of parties) await fillParty(form, row);
      await h.first("triage");
      await tick(form.locator("button[type=submit]"));
      await form.waitFor({ state: "hidden" });
      await keepCodes(parties);
      life.name = parties[0].姓名;
      await page.getByRole("link", { name: t("leads", "openDispute") }).first().click();
      await h.settled();
      here.file = true;
    },
    accepts: ({ who, kind }) => deed(who, "acceptance.accepted", async (form) => kind && select(form, t("dispute", "kindOpen.label"), say("kind", kind))),
    asks: ({ who, party: name, by, consent }) =>
      deed(who, "acceptance.consent_recorded", async (form) => {
        await party(form, name);
        await radio(form, say("consent", consent));
        await radio(form, say("by", by));
      }),
    gives_code: async ({ who, party: name }) => {
      await at(who);
      await h.part("parties");
      await main.locator("section").filter({ hasText: name }).getByRole("button", { name: t("dispute", "newCode") }).last().click();
      await drawer(page).getByRole("button", { name: t("dispute", "newCode"), exact: true }).click();
      await main.getByText(shown).first().waitFor();
      await h.first("receipt");
      life.codes.set(name, (await main.innerText()).match(shown)[0]);
      await page.getByRole("link", { name: t("dispute", "backToFile") }).click();
      await h.settled();
    },
    wishes: async ({ who, mediator }) => {
      await h.matter(who);
      await page.getByRole("button", { name: t("matter", "mediator.wish.verb") }).click();
      await select(drawer(page), t("matter", "mediator.whom"), mediator);
      await put(drawer(page), t("matter", "answer.tail"), life.tails.get(who));
      await h.first("wish");
      await tick(drawer(page).locator("button[type=submit]"));
      await drawer(page).waitFor({ state: "hidden" });
    },
    diverts: ({ who, grade, organisation, reason }) =>
      deed(who, "diversion.diverted", async (form) => {
        await radio(form, say("grade", grade));
        const tile = form.getByRole("radio", { name: has(office(organisation)) });
        const box = form.getByRole("combobox", { name: field("organisation") });
        await tile.or(box).first().waitFor();
        if (await tile.count()) await tick(tile.first());
        else await select(form, field("organisation"), office(organisation));
        if (reason) await put(form, field("change_reason"), reason);
      }),
    receives: ({ who }) => deed(who, "diversion.received"),
    appoints: ({ who, mediator, reason }) =>
      deed(who, "diversion.appointed", async (form) => {
        const one = form.getByRole("radio", { name: has(mediator) }).first();
        await one.waitFor();
        await tick(one);
        if (reason) await put(form, field("reason"), reason);
      }),
    tells_rights: ({ who, language }) =>
      deed(who, "mediation.rights_told", async (form) => {
        await tick(form.getByLabel(t("dispute", "disclosure.nothing")));
        await choose(form, field("language"), say("tongue", language));
      }),
    invites: ({ who, guest, role }) =>
      deed(who, "mediation.participant_invited", async (form) => {
        await put(form, field("participantRole"), role);
        await put(form, field("name"), guest);
      }),
    plans: ({ who, day, time, place: where }) =>
      deed(who, "mediation.session_planned", async (form) => {
        await putDay(form, field("planned_for"), day);
        await put(form, t("common", "form.time"), time);
        await put(form, field("sessionPlace"), where);
      }),
    holds: ({ who, ...told }) => deed(who, "mediation.session_held", (form) => session(form, told)),
    talks_alone: ({ who, party: name, methods, record }) => deed(who, "mediation.session_held", (form) => session(form, { kind: "separate", parties: [name], methods, record })),
    looks: ({ who, party: name, record }) => deed(who, "mediation.session_held", (form) => session(form, { kind: "investigation", parties: [name], record })),
    asks_safety: ({ who, party: name }) => deed(who, "mediation.safety_asked", (form) => party(form, name)),
    hears_danger: ({ who, party: name, questions, own }) =>
      deed(who, "mediation.safety_asked", async (form) => {
        await party(form, name);
        for (const one of questions) await check(form, say("safety", one));
        await put(form, field("safetyWords"), own);
      }),
    lifts: ({ who, action, why }) =>
      deed(who, "mediation.safety_lifted", async (form) => {
        await radio(form, starts(say("safety", action)));
        await put(form, field("liftWhy"), why);
      }),
    keeps_offer: (told) => keep(told, "offer"),
    keeps_bottom: (told) => keep(told, "bottom_line"),
    keeps_statement: (told) => keep(told, "statement"),
    crosses: async ({ who, own }) => {
      for (const name of ["mediation.crossing_agreed", "mediation.statement_released"])
        await deed(who, name, async (form) => {
          if ((await form.locator("label").filter({ hasText: own }).count()) > 0) await line(form, own);
          await form.locator("blockquote").filter({ hasText: own }).waitFor();
        });
    },
    raises_risk: ({ who, level, kind, about: words }) =>
      deed(who, "mediation.risk_raised", async (form) => {
        await choose(form, field("riskKind"), say("risk_kind", kind));
        await radio(form, say("risk_level", level));
        await put(form, field("about"), words);
      }),
    clears_risk: ({ who, why }) => deed(who, "mediation.risk_cleared", (form) => put(form, field("why"), why)),
    calls: ({ who, organisation, need }) =>
      deed(who, "mediation.department_called", async (form) => {
        await select(form, field("department"), office(organisation));
        await put(form, field("need"), need);
        for (const box of await form.getByRole("checkbox").all()) await tick(box);
      }),
    call_accepted: ({ who }) => callVerb(who, "accept"),
    call_arrived: ({ who }) => callVerb(who, "arrived"),
    call_answered: ({ who, answer }) =>
      callVerb(who, "answer", async (desk) => {
        await drawer(desk).getByLabel(t("agency", "joint.answer")).fill(answer);
        await tick(drawer(desk).locator("button[type=submit]"));
        await drawer(desk).waitFor({ state: "hidden" });
      }),
    call_handed_back: ({ who }) => callVerb(who, "handBack", (desk) => drawer(desk).getByRole("button", { name: t("agency", "verb.handBack"), exact: true }).click()),
    host_saw_arrive: ({ who, organisation }) => deed(who, "mediation.department_arrived", (form) => radio(form, has(office(organisation)))),
    host_answers: ({ who, organisation, answer }) =>
      deed(who, "mediation.call_answered", async (form) => {
        await radio(form, has(office(organisation)));
        await put(form, field("answerFor"), answer);
      }),
    host_ends: ({ who, organisation }) => deed(who, "mediation.call_ended", (form) => radio(form, has(office(organisation)))),
    pauses: ({ who, reason }) => deed(who, "mediation.paused", (form) => select(form, field("reason"), say("pause", reason))),
    resumes: ({ who }) => deed(who, "mediation.resumed"),
    drafts: ({ who, ...tables }) => deed(who, "resolution.agreement_drafted", (form) => fillAgreement(form, tables)),
    signs_on_paper: ({ who, party: name, manner }) =>
      deed(who, "resolution.signed", async (form) => {
        await party(form, name);
        await radio(form, say("signing", manner));
      }),
    // The mediator makes the party's own link; by it the party reads the text on its phone and signs what it read.
    signs_on_phone: async ({ who, party: name }) => {
      await at(who);
      await h.part("agreements");
      const signer = page.locator("li").filter({ hasText: name }).filter({ hasText: t("dispute", "notYetSigned") });
      await signer.getByRole("button", { name: t("dispute", "signing.makeLink"), exact: true }).click();
      await drawer(page).waitFor();
      const link = (await drawer(page).locator("[data-link]").innerText()).trim();
      await h.first("signing-link");
      await page.keyboard.press("Escape");
      await drawer(page).waitFor({ state: "hidden" });
      await h.signsBy(link, life.signers.get(name), life.tails.get(name));
      await h.anew();
    },
    mediator_signs: ({ who }) => deed(who, "resolution.mediator_signed"),
    seals: ({ who }) => deed(who, "resolution.sealed"),
    agrees_orally: ({ who, ...tables }) => deed(who, "resolution.orally_agreed", (form) => fillAgreement(form, tables)),
    performs: ({ who, what, amount, evidence }) =>
      deed(who, "resolution.performed", async (form) => {
        await line(form, what);
        if (amount) await put(form, field("performedAmount"), String(amount / 100));
        else await check(form, field("in_full"));
        await put(form, field("evidence"), evidence);
      }),
    confirms: ({ who, court }) =>
      deed(who, "resolution.confirmation_applied", async (form) => {
        const one = form.getByRole("radio", { name: has(office(court)) }).first();
        await one.waitFor();
        await tick(one);
        // What was ticked in a form that was given up is still ticked when it is opened again.
        for (const box of await form.getByRole("checkbox").all()) if (!(await box.isChecked())) await tick(box);
      }),
    dockets: ({ who, number }) => deed(who, "resolution.confirmation_docketed", (form) => put(form, field("docketNumber"), number)),
    rules: ({ who, ruling }) => deed(who, "resolution.confirmation_ruled", (form) => radio(form, say("ruling", ruling))),
    visits: ({ who, by, relapse, findings, answers }) =>
      deed(who, "followup.visited", async (form) => {
        await radio(form, say("by", by));
        for (const row of answers) {
          const group = form.getByRole("group", { name: starts(t("dispute", "answerOf").replace("{{name}}", row.谁)) });
          await radio(group, say("satisfaction", known("satisfaction", row.评价)));
        }
        if (relapse) await check(form, field("relapse"));
        await put(form, field("findings"), findings);
      }),
    fills: fill,
    archives: ({ who, retention }) => deed(who, "followup.archived", (form) => radio(form, starts(say("archive_retention", retention)))),
    reopens: async ({ who, reason, facts }) => {
      await at(who);
      await h.start("followup.reopened");
      await select(drawer(page), field("reason"), say("reopen", reason));
      await put(drawer(page), field("factsSince"), facts);
      await h.first("form-followup.reopened");
      await tick(drawer(page).locator("button[type=submit]"));
      await page.getByRole("heading", { name: t("dispute", "receipt.title") }).waitFor();
      Object.assign(life, { before: life.number, number: "" });
      await page.getByRole("link", { name: t("dispute", "backToFile") }).click();
      await page.getByText(t("dispute", "reopens")).first().waitFor();
    },
  };
  return { driver: { ...does, ...browserChecks(h) }, errors: h.errors, stuck: h.stuck };
}
