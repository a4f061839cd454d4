// A life by the documented routes: each person of the demo city with a session of its own, a party with
// the code of its receipt. What a step does is one request; what must be true then is read anew.
import { expect } from "../browser.mjs";
import { beijingDay, callTimes, cell, day, daysBetween, faceNamed, fen, formTitled, moment, organisationNamed, pairs } from "./words.mjs";

const bare = (text) => text.replace(/\s+/g, "");

export function byApi({ origin, links, known }) {
  const cookies = new Map();
  const codes = new Map(); // of the parties, by name
  const tails = new Map();
  const life = { id: null, original: null, lead: null, staff: "马海霞", number: "" };

  async function send(cookie, verb, path, body, version) {
    const headers = { "Accept-Language": "zh-CN", ...(cookie ? { Cookie: cookie } : {}) };
    if (body !== undefined) headers["Content-Type"] = "application/json";
    if (verb !== "GET") headers["Idempotency-Key"] = crypto.randomUUID();
    if (version) headers["If-Match"] = `"${version}"`;
    const asked = { method: verb, headers, body: body === undefined ? undefined : JSON.stringify(body) };
    return fetch(`${origin}/api${path}`, asked).catch((error) => {
      throw new Error(`${verb} ${path}: ${error.cause ?? error}`);
    });
  }
  async function read(response, what) {
    const answer = await response.json().catch(() => null);
    if (response.status >= 400) throw new Error(`${what}: ${response.status} ${answer?.code} ${answer?.detail} ${JSON.stringify(answer?.fields ?? answer?.problems ?? [])}`);
    return answer;
  }
  /** The cookie of a person's session. */
  async function session(name) {
    if (cookies.has(name)) return cookies.get(name);
    const link = links[name];
    const came = link
      ? await send(null, "POST", "/invitations/use", { token: link.split("#")[1], password: "三月的雪落在独山子大峡谷" })
      : await send(null, "POST", "/demo/face", { face: faceNamed(name) });
    await read(came, `${name} comes in`);
    cookies.set(name, came.headers.getSetCookie().map((one) => one.split(";")[0]).join("; "));
    return cookies.get(name);
  }
  async function ask(who, verb, path, body, version) {
    const cookie = who === null ? null : await session(who);
    return read(await send(cookie, verb, path, body, version), `${who ?? ""} ${verb} ${path}`);
  }
  const look = (who = life.staff, id = life.id) => ask(who, "GET", `/disputes/${id}`);
  const now = async () => (await ask(null, "GET", "/demo")).now;

  async function party(name, who) {
    const { dispute } = await look(who);
    const found = dispute.parties.find((one) => one.name === name) ?? dispute.parties.find((one) => one.name?.startsWith(name));
    if (!found) throw new Error(`no party is called ${name}`);
    return found.id;
  }
  const parties = (file) => file.dispute.parties.filter((one) => !one.left).map((one) => one.id);
  function remember(file) {
    life.id = file.id;
    life.number = file.number || life.number;
    return file;
  }
  async function deed(who, verb, path, body = {}) {
    life.staff = who;
    const file = await look(who);
    const answer = await ask(who, verb, `/disputes/${life.id}/${path}`, body, file.version);
    return remember(answer.file ?? answer);
  }
  /** What the server says no to. */
  async function refused(who, verb, path, body, code) {
    life.staff = who;
    const file = await look(who);
    const answer = await send(await session(who), verb, `/disputes/${life.id}/${path}`, body, file.version);
    const said = await answer.json().catch(() => null);
    expect(answer.status >= 400 && said?.code === code, `${path} is refused by ${code}, not by ${said?.code ?? answer.status}`);
  }
  const draftOf = (file) => file.dispute.agreements.find((one) => !one.oral && !one.effective_at);
  const effective = (file) => file.dispute.agreements.findLast((one) => one.effective_at);

  // --- What tables say ---------------------------------------------------------------------
  async function placeNamed(name) {
    const found = (await ask(null, "GET", "/divisions")).divisions.filter((one) => one.code.length === 12 && one.name.startsWith(name));
    if (found.length !== 1) throw new Error(`${found.length} communities are called ${name}`);
    return found[0].code;
  }
  const organisation = async (who, name) => {
    const { zh } = organisationNamed(name);
    return (await ask(who, "GET", "/organisations")).organisations.find((one) => one.name === zh).id;
  };
  function partyForm(row, members) {
    const kind = known("party_kind", row.类别 ?? "个人");
    const form = { side: known("side", row.身份), kind, name: row.姓名, phone: cell(row.电话) || null, address: cell(row.住址), consent: known("consent", row.意思) };
    if (cell(row.性别)) form.sex = known("sex", row.性别);
    if (cell(row.语言)) form.language = known("tongue", row.语言);
    if (cell(row.负责人)) form.represented_by = row.负责人;
    if (kind === "organisation" && cell(row.证号)) form.credit_code = row.证号;
    if (kind === "person" && cell(row.证号)) form.id_number = row.证号;
    if (kind === "group")
      form.members = members.map((one) => ({ name: one.姓名, phone: one.电话, claim: fen(one.工资), representative: one.签字 === "代表", authorised: one.签字 === "书面授权" }));
    tails.set(row.姓名, cell(row.电话).slice(-4));
    return form;
  }
  async function requestForm({ matter, parties: table, members }, source) {
    const said = pairs(matter);
    return {
      kind: known("kind", said.纠纷类型), source, place: await placeNamed(said.社区), facts: said.事实, request: said.要求,
      amount: fen(said.金额), parties: table.map((row) => partyForm(row, members)),
    };
  }
  function keepCodes(file, given) {
    for (const one of given) codes.set(file.dispute.parties.find((each) => each.id === one.party).name, one.code);
  }
  const registers = async ({ who, source, ...tables }) => {
    life.staff = who;
    const made = await ask(who, "POST", "/disputes", await requestForm(tables, source));
    remember(made.file);
    keepCodes(made.file, made.codes);
  };
  const asClaimed = (file) => file.dispute.parties.filter((one) => one.members.length > 0).map((group) => ({
    party: group.id, shares: group.members.filter((one) => !one.left).map((one) => ({ member: one.id, amount: one.claim })),
  }));
  async function agreementForm(who, { agreement, obligations }) {
    const file = await look(who);
    const named = (name) => file.dispute.parties.find((one) => one.name.startsWith(name)).id;
    const said = pairs(agreement);
    return {
      parties: parties(file), facts: said.事实, terms: said.内容, breach: cell(said.违约),
      third_parties: known("third_parties", said.他人), asks_confirmation: said.司法确认 === "申请",
      ...(said.各人 ? { shares: asClaimed(file) } : {}),
      obligations: obligations.map((row) => ({
        from: named(row.谁), to: named(row.给谁), what: row.做什么, manner: known("manner", row.方式), amount: fen(row.金额), due: day(row.期限),
        ...(cell(row.账户) ? { account: row.账户 } : {}),
      })),
    };
  }
  async function obligation(who, what) {
    const all = (await look(who)).dispute.agreements.flatMap((one) => one.obligations).filter((one) => one.what?.includes(what));
    if (all.length !== 1) throw new Error(`${all.length} promises say ${what}`);
    return all[0];
  }
  async function guests(who, names = []) {
    const file = await look(who);
    return names.map((name) => file.dispute.participants.find((one) => one.name === name).id);
  }
  async function slip(who, words) {
    return (await look(who)).dispute.room.vault.find((one) => one.words === words).id;
  }
  async function issue(who, title) {
    const find = (file) => file.dispute.room.issues.find((one) => one.title === title);
    return (find(await look(who)) ?? find(await deed(who, "POST", "issues", { title }))).id;
  }
  const keep = async ({ who, party: name, amount, own }, kind, of) =>
    deed(who, "POST", "vault", { party: await party(name, who), kind, words: own, ...(amount ? { amount } : {}), ...(of ? { issue: await issue(who, of) } : {}) });
  async function mine(name, route, body) {
    const code = codes.get(name);
    if (!code) throw new Error(`${name} has no code`);
    return ask(null, "POST", `/my/${route}`, { code, ...body });
  }
  async function myCall(who) {
    let cursor = null;
    do {
      const page = await ask(who, "GET", cursor ? `/calls?cursor=${cursor}` : "/calls");
      const found = page.calls.find((one) => one.number === life.number);
      if (found) return found;
      cursor = page.cursor;
    } while (cursor);
    throw new Error(`${who} has no call`);
  }
  async function callOf(who, name) {
    const id = await organisation(who, name);
    return (await look(who)).dispute.room.calls.find((one) => one.organisation === id).id;
  }
  const callDeed = async (who, verb, what, body = {}) => ask(who, verb, `/calls/${(await myCall(who)).id}/${what}`, body);
  /** Everything that somebody can read of it: a party by its code, an informant, a department, the staff. */
  async function readable(who) {
    if (codes.has(who)) return JSON.stringify(await mine(who, "matter", {}));
    if (faceNamed(who) === "informant") return JSON.stringify(await ask(who, "GET", "/leads"));
    if (links[who]) return JSON.stringify(await myCall(who));
    return JSON.stringify(await look(who));
  }

  const does = {
    day_comes: async ({ day: to }) => void (await ask(null, "POST", "/demo/clock", { days: daysBetween(beijingDay(await now()), to) })),
    applies_online: async ({ who, matter }) => {
      const said = pairs(matter);
      const { code } = await ask(null, "POST", "/my/requests", {
        place: await placeNamed(said.社区), facts: said.事实, request: said.要求, name: who, phone: said.电话, address: said.住址,
        other_name: said.对方, other_phone: said.对方电话, language: known("tongue", said.语言), agrees: true,
      });
      codes.set(who, code);
      tails.set(who, said.电话.slice(-4));
      tails.set(said.对方, said.对方电话.slice(-4));
      const { disputes } = await ask("马海霞", "GET", `/disputes?q=${encodeURIComponent(who)}`);
      remember(await look("马海霞", disputes[0].id));
    },
    registers,
    registers_group: registers,
    reports_lead: async ({ who, matter }) => {
      const said = pairs(matter);
      life.lead = await ask(who, "POST", "/leads", { place: await placeNamed(said.社区), kind: known("kind", said.纠纷类型), urgency: known("urgency", said.缓急), where: said.地点, words: said.看到的 });
    },
    takes_lead: async ({ who, answer, ...tables }) => {
      life.staff = who;
      const request = await requestForm(tables, "lead");
      const lead = await ask(who, "GET", `/leads/${life.lead.id}`);
      const done = await ask(who, "POST", `/leads/${lead.id}/triage`, { status: "became_request", outcome: answer, request }, lead.version);
      const file = remember(await look(who, done.lead.dispute));
      keepCodes(file, done.codes);
    },
    accepts: ({ who, kind }) => deed(who, "POST", "acceptance", kind ? { kind } : {}),
    asks: async ({ who, party: name, by, consent }) => deed(who, "POST", "consents", { party: await party(name, who), consent, by }),
    gives_code: async ({ who, party: name }) => {
      const file = await look(who);
      const { code } = await ask(who, "POST", `/disputes/${life.id}/parties/${await party(name, who)}/code`, {}, file.version);
      codes.set(name, code);
    },
    wishes: async ({ who, mediator }) => {
      const { mediators } = await mine(who, "mediators", {});
      await mine(who, "wish", { phone_tail: tails.get(who), person: mediators.find((one) => one.name === mediator).person });
    },
    diverts: async ({ who, grade, organisation: name, reason }) => deed(who, "POST", "diversion", { organisation: await organisation(who, name), grade, ...(reason ? { change_reason: reason } : {}) }),
    receives: ({ who }) => deed(who, "PUT", "receipt"),
    appoints: async ({ who, mediator, reason }) => {
      const { mediators } = await ask(who, "GET", `/disputes/${life.id}/proposal`);
      const best = mediators.find((one) => one.proposed)?.person;
      return deed(who, "PUT", "assignment", { person: mediators.find((one) => one.name === mediator).person, presiding: true, ...(best ? { proposed: best } : {}), ...(reason ? { reason } : {}) });
    },
    tells_rights: async ({ who, language }) => deed(who, "POST", "rights", { parties: parties(await look(who)), language, disclosure: {} }),
    invites: async ({ who, guest, role }) => deed(who, "POST", "participants", { role, name: guest, consented: parties(await look(who)) }),
    plans: async ({ who, day: on, time, place }) => deed(who, "POST", "sessions", { kind: "joint", planned_for: moment(on, time), place, by: "in_person", parties: parties(await look(who)) }),
    holds: async ({ who, kind, methods = [], guests: names, result, record }) => {
      const file = await look(who);
      const planned = file.dispute.sessions.find((one) => one.planned_for && !one.held_at);
      return deed(who, "POST", "records", { ...(planned ? { session: planned.id, place: planned.place ?? "" } : {}), kind, parties: parties(file), participants: await guests(who, names), methods, record, result });
    },
    talks_alone: async ({ who, party: name, methods = [], record }) => deed(who, "POST", "records", { kind: "separate", parties: [await party(name, who)], methods, record }),
    looks: async ({ who, party: name, record }) => deed(who, "POST", "records", { kind: "investigation", parties: [await party(name, who)], record }),
    asks_safety: async ({ who, party: name }) => deed(who, "POST", "safety", { party: await party(name, who), yes: [] }),
    hears_danger: async ({ who, party: name, questions, own }) => deed(who, "POST", "safety", { party: await party(name, who), yes: questions, words: own }),
    lifts: async ({ who, action, why }) => {
      const check = (await look(who)).dispute.room.checks.findLast((one) => one.actions.includes(action));
      return deed(who, "POST", `safety/${check.id}/lifting`, { action, why });
    },
    keeps_offer: (told) => keep(told, "offer", told.issue),
    keeps_bottom: (told) => keep(told, "bottom_line"),
    keeps_statement: (told) => keep(told, "statement"),
    crosses: async ({ who, own }) => {
      const id = await slip(who, own);
      await deed(who, "PUT", `vault/${id}/consent`, { by: "in_person" });
      await deed(who, "PUT", `vault/${id}/release`);
    },
    raises_risk: ({ who, level, kind, about }) => deed(who, "POST", "risks", { kind, level, about }),
    clears_risk: async ({ who, why }) => deed(who, "POST", `risks/${(await look(who)).dispute.risks.find((one) => !one.cleared_at).id}/clearance`, { why }),
    calls: async ({ who, organisation: name, need }) => deed(who, "POST", "calls", { organisation: await organisation(who, name), need, ...callTimes(await now()), consented: parties(await look(who)) }),
    call_accepted: ({ who }) => callDeed(who, "PUT", "acceptance"),
    call_arrived: ({ who }) => callDeed(who, "PUT", "arrival"),
    call_answered: ({ who, answer }) => callDeed(who, "PUT", "answer", { answer }),
    call_handed_back: ({ who }) => callDeed(who, "PUT", "return"),
    host_saw_arrive: async ({ who, organisation: name }) => deed(who, "PUT", `calls/${await callOf(who, name)}/arrival`),
    host_answers: async ({ who, organisation: name, answer }) => deed(who, "PUT", `calls/${await callOf(who, name)}/answer`, { answer }),
    host_ends: async ({ who, organisation: name }) => deed(who, "DELETE", `calls/${await callOf(who, name)}`, undefined),
    pauses: ({ who, reason }) => deed(who, "POST", "pause", { reason }),
    resumes: ({ who }) => deed(who, "DELETE", "pause", undefined),
    drafts: async ({ who, ...tables }) => deed(who, "POST", "agreements", { text: await agreementForm(who, tables) }),
    signs_on_paper: async ({ who, party: name, manner }) => deed(who, "POST", `agreements/${draftOf(await look(who)).id}/signatures`, { party: await party(name, who), manner }),
    // The mediator makes the party's own link; by it the party reads the text on its phone and signs what it read.
    signs_on_phone: async ({ who, party: name }) => {
      const file = await look(who);
      const signer = file.dispute.parties.find((one) => one.name.startsWith(name));
      const { token } = await ask(who, "POST", `/disputes/${life.id}/agreements/${draftOf(file).id}/links`, { party: signer.id, way: "phone" }, file.version);
      const page = await ask(null, "POST", "/signing", { token });
      expect(page.state === "open" && page.my_name === signer.name && page.i_promise.length > 0, `${name} reads under its link what it promises: ${page.state}`);
      const [as] = page.signs_as;
      const signed = await ask(null, "POST", "/signing/signature", { token, text: page.text, agrees: true, phone_tail: tails.get(signer.name), as: as.as, name: as.name || signer.name });
      expect(signed.signed_at, `${name} has signed by its link`);
      const pen = draftOf(await look(who)).signatures.find((one) => one.party === signer.id);
      expect(pen?.manner === "electronic", `${name} has signed electronically, not by ${pen?.manner}`);
    },
    mediator_signs: async ({ who }) => deed(who, "POST", `agreements/${draftOf(await look(who)).id}/mediator-signature`),
    seals: async ({ who }) => deed(who, "POST", `agreements/${draftOf(await look(who)).id}/seal`),
    agrees_orally: async ({ who, ...tables }) => deed(who, "POST", "oral-agreements", { text: await agreementForm(who, tables) }),
    performs: async ({ who, what, amount, evidence }) => deed(who, "POST", `obligations/${(await obligation(who, what)).id}/performance`, { ...(amount ? { amount } : { in_full: true }), evidence }),
    confirms: async ({ who, court }) => {
      const file = await look(who);
      return deed(who, "POST", `agreements/${effective(file).id}/confirmation`, { applicants: parties(file), court: await organisation(who, court) });
    },
    dockets: async ({ who, number }) => deed(who, "PUT", `agreements/${effective(await look(who)).id}/confirmation/docket`, { number }),
    rules: async ({ who, ruling }) => deed(who, "PUT", `agreements/${effective(await look(who)).id}/confirmation/ruling`, { ruling }),
    visits: async ({ who, by, relapse, findings, answers }) => {
      const file = await look(who);
      const given = answers.map((row) => ({ party: file.dispute.parties.find((one) => one.name.startsWith(row.谁)).id, satisfaction: known("satisfaction", row.评价) }));
      return deed(who, "POST", "visits", { by, answers: given, relapse: relapse !== undefined, findings });
    },
    fills: async ({ who, form, about, values }) => {
      const key = formTitled(form);
      const { forms } = await ask(who, "GET", `/disputes/${life.id}/documents`);
      const offer = forms.find((one) => one.form === key && (!about || one.about.includes(about)));
      const subject = offer?.subject ?? null;
      const fields = await ask(who, "GET", `/disputes/${life.id}/documents/${key}/fields${subject ? `?subject=${subject}` : ""}`);
      await deed(who, "PUT", `documents/${key}`, { ...(subject ? { subject } : {}), values: filling(fields, values) });
    },
    archives: ({ who, retention }) => deed(who, "POST", "closing", { retention }),
    reopens: async ({ who, reason, facts }) => {
      life.original = life.id;
      const file = await look(who);
      const answer = await ask(who, "POST", `/disputes/${life.id}/reopening`, { reason, facts }, file.version);
      life.number = "";
      remember(answer.file);
      keepCodes(answer.file, answer.codes);
    },
  };

  const checks = {
    stage_is: async ({ stage }) => expect((await look()).dispute.stage === stage, `the stage is ${stage}, not ${(await look()).dispute.stage}`),
    answerable_is: async ({ organisation: name, person, action, due }) => {
      const { next } = await look();
      expect(next?.organisation_name === organisationNamed(name).zh, `${name} is answerable, not ${next?.organisation_name}`);
      if (person) expect(next?.person_name === person, `${person} is answerable, not ${next?.person_name}`);
      expect(next?.action === action, `the next step is ${action}, not ${next?.action}`);
      if (due) expect(next?.due && beijingDay(next.due) === due, `it is due on ${due}, not on ${next?.due && beijingDay(next.due)}`);
    },
    number_holds: async ({ number }) => expect((await look()).number.includes(number), `the number ${(await look()).number} has ${number} in it`),
    clock_ends: async ({ clock, day: end }) => {
      const found = (await look()).clocks.find((one) => one.key === clock);
      expect(found && beijingDay(found.due) === end, `${clock} ends on ${end}, not on ${found && beijingDay(found.due)}`);
    },
    sees: async ({ who, words }) => {
      const text = bare(await readable(who));
      for (const one of words) expect(text.includes(bare(one)), `${who} sees ${one}`);
    },
    sees_not: async ({ who, words }) => {
      const text = bare(await readable(who));
      for (const one of words) expect(!text.includes(bare(one)), `${who} does not see ${one}`);
    },
    knows_talk_only: async ({ who, kind }) => {
      const { dispute } = await look(who);
      const held = dispute.sessions.filter((one) => one.kind === kind && one.held_at);
      expect(held.length > 0 && held.every((one) => one.record === null && one.alone === null), `${who} knows that there was a ${kind} talk and no word of it`);
    },
    refused_joint: async ({ who, code }) => refused(who, "POST", "records", { kind: "joint", parties: parties(await look(who)), record: "双方到场。", result: "to_be_continued" }, code),
    refused_oral: async ({ who, code }) => refused(who, "POST", "oral-agreements", { text: { parties: parties(await look(who)), facts: "拖欠工资属实。", terms: "口头说定，月底前付清。", obligations: [] } }, code),
    refused_seal: async ({ who, code }) => refused(who, "POST", `agreements/${draftOf(await look(who)).id}/seal`, {}, code),
    refused_alone: async ({ who, party: name, code }) => {
      const file = await look(who);
      const [court] = (await ask(who, "GET", `/disputes/${life.id}/agreements/${effective(file).id}/confirmation`)).courts;
      await refused(who, "POST", `agreements/${effective(file).id}/confirmation`, { applicants: [await party(name, who)], court: court.id }, code);
    },
    no_electronic_signature: async () => {
      const draft = draftOf(await look());
      await refused(life.staff, "POST", `agreements/${draft.id}/signatures`, { party: draft.parties[0], manner: "electronic" }, "agreement.electronic_by_the_party");
    },
    checker_is_silent: async () => {
      const draft = draftOf(await look());
      const { findings } = await ask(life.staff, "GET", `/disputes/${life.id}/agreements/${draft.id}/check`);
      expect(findings.length === 0, `the checker finds nothing: ${findings.map((one) => `${one.code} ${one.says}`).join(" | ")}`);
    },
    agreement_effective: async ({ day: from, number }) => {
      const one = effective(await look());
      expect(one && beijingDay(one.effective_at) === from, `the agreement takes effect on ${from}, not on ${one?.effective_at}`);
      if (number) expect(one?.number.includes(number), `its number ${one?.number} has ${number} in it`);
    },
    promise_is: async ({ what, state }) => expect((await obligation(life.staff, what)).state === state, `${what} is ${state}, not ${(await obligation(life.staff, what)).state}`),
    dossier_whole: async () => {
      const { needed, there, missing } = await ask(life.staff, "GET", `/disputes/${life.id}/documents`);
      expect(needed > 0 && needed === there, `the dossier is whole: ${there} of ${needed}, missing ${missing.map((one) => `${one.title} ${one.about}`).join(", ")}`);
    },
    both_linked: async () => {
      const [before, after] = [await look(life.staff, life.original), await look()];
      expect(before.dispute.reopened_as === after.id && after.dispute.original === before.id, "both disputes know of each other");
    },
  };
  return { driver: { ...does, ...checks }, life, ask, send, session };
}

/** What is filled in: one value a line, one value about each party, or rows that are added. */
export function filling(fields, values) {
  const [head] = Object.keys(values[0]);
  if (head === "栏目")
    return values.map((row) => {
      const field = fields.fields.find((one) => one.name === row.栏目);
      if (!field) throw new Error(`no value ${row.栏目}`);
      return { section: field.section, row: field.row, key: field.key, text: row.内容 };
    });
  if (head === "谁")
    return values.flatMap((row) =>
      Object.keys(row).slice(1).map((name) => {
        const field = fields.fields.find((one) => one.name === name && one.about.includes(row.谁));
        if (!field) throw new Error(`no value ${name} about ${row.谁}`);
        return { section: field.section, row: field.row, key: field.key, text: row[name] };
      }),
    );
  return values.flatMap((row, n) =>
    Object.keys(row).map((name) => {
      const list = fields.rows.find((one) => one.columns.some((column) => column.name === name));
      if (!list) throw new Error(`no column ${name}`);
      return { section: list.section, row: String(n + 1), key: list.columns.find((column) => column.name === name).key, text: row[name] };
    }),
  );
}
