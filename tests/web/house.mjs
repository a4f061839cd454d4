// A house without the demo, from its empty start: the link that it prints, passwords, second
// factors. A phone of these walks is thirty lines of Node: what an authenticator app does.
import { spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { judge, root } from "./browser.mjs";

const binary = process.env.MAPLEBRIDGE_BINARY ?? join(root, "build/release/maplebridge");
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** An empty house: where it is, and the link that it prints for the first account. */
export async function emptyHouse(data) {
  const web = process.env.MAPLEBRIDGE_WEB ? ["--web", process.env.MAPLEBRIDGE_WEB] : [];
  const child = spawn(binary, ["serve", "--data", data, "--empty", "--port", "0", ...web], { stdio: ["ignore", "pipe", "inherit"] });
  const stop = () => new Promise((done) => (child.once("exit", done), child.kill("SIGTERM")));
  for await (const line of createInterface(child.stdout)) {
    const link = line.match(/(http:\/\/127\.0\.0\.1:\d+)(\/desk\/first-run#\S+)/);
    if (link) return { origin: link[1], link: link[2], stop };
  }
  throw new Error("the house printed no link");
}

function bytesOf(base32) {
  let bits = "";
  for (const letter of base32.replaceAll(/\s/g, "")) bits += letters.indexOf(letter).toString(2).padStart(5, "0");
  return Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
}

/** The code of a secret for a step of thirty seconds (RFC 6238). */
export function totp(secret, step) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", bytesOf(secret)).update(counter).digest();
  const at = mac[19] & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** A phone: each code once, as the house wants it, which takes the one of the next half minute, too. */
export function phone(secret) {
  let last = 0;
  const here = () => Math.floor(Date.now() / 30_000);
  return {
    secret,
    /** A code that surely does not fit. */
    wrong: () => {
      const good = [-1, 0, 1].map((by) => totp(secret, here() + by));
      return ["000000", "111111", "222222", "333333"].find((code) => !good.includes(code));
    },
    async code() {
      while (last + 1 > here() + 1) await new Promise((done) => setTimeout(done, 500));
      last = Math.max(last + 1, here());
      return totp(secret, last);
    },
  };
}

export const typed = (scope, name) => scope.getByRole("textbox", { name, exact: true });
export const password = (page) => page.locator("main input[type=password]");
export const send = (page) => page.locator("main button[type=submit]").click();
export const verb = (scope, name) => scope.getByRole("button", { name, exact: true });

/** The first step at the door. */
export async function signIn({ page, t }, username, secret) {
  await typed(page, t("door", "username")).fill(username);
  await password(page).fill(secret);
  await send(page);
}

/** The second step. */
export async function giveCode({ page, t }, code) {
  await typed(page, t("door", "code.field")).fill(code);
  await send(page);
}

/** The second step by one of the codes that were kept. */
export async function byRecovery(walk, code) {
  const { page, t } = walk;
  await typed(page, t("door", "code.field")).waitFor();
  await verb(page, t("door", "code.byRecovery")).click();
  await typed(page, t("door", "code.recoveryField")).fill(code);
  await send(page);
}

/** Sets a second factor up where the page asks for it; answers the phone and the recovery codes. */
export async function enrol({ page, t }, name) {
  await verb(page, t("door", "enrol.begin")).waitFor();
  if (name) await judge(page, `${name}-enrol`);
  await verb(page, t("door", "enrol.begin")).click();
  const secret = page.locator("main output");
  await secret.waitFor();
  const mine = phone((await secret.innerText()).replaceAll(/\s/g, ""));
  if (name) await judge(page, `${name}-enrol-scan`);
  await typed(page, t("door", "enrol.firstCode")).fill(await mine.code());
  await send(page);
  const codes = page.getByRole("list", { name: t("door", "recovery.list") });
  await codes.waitFor();
  const recovery = await codes.getByRole("listitem").allInnerTexts();
  if (name) await judge(page, `${name}-recovery`);
  return { phone: mine, recovery };
}

/** Says that the recovery codes are kept, and goes on. */
export async function keepCodes({ page, t }) {
  await page.getByRole("checkbox", { name: t("door", "recovery.kept") }).check({ force: true });
  await verb(page, t("door", "recovery.verb")).click();
}
