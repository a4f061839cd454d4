// A list of members typed or pasted: one a line, "name, phone, sum" in any common separation.
import { tidyPhone } from "../../lib/identity";
import { fenFromYuan } from "../../lib/money";
import type { MemberValues } from "./request";

const head = /^(姓名|名字|name|序号|no\.?)$/i;

// "3,200" is one sum and no separation; a phone before the comma is too long for that.
const thousands = /(^|\D)(\d{1,3}(?:,\d{3})+)(?!\d)/g;

function memberOf(line: string): MemberValues | null {
  const parts = line
    .normalize("NFKC")
    .replace(thousands, (_, before: string, sum: string) => before + sum.replaceAll(",", ""))
    .split(/[\t,;、|]| {2,}/)
    .map((one) => one.trim())
    .filter((one) => one !== "");
  const plain = parts.length === 1 ? (parts[0] ?? "").split(/\s+(?=\d)/) : parts;
  // A running number before the name is left out.
  const named = /^\d{1,4}\.?$/.test(plain[0] ?? "") ? plain.slice(1) : plain;
  const name = named[0] ?? "";
  if (name === "" || head.test(name)) return null;
  const numbers = named.slice(1);
  const phone = numbers.find((one) => /^\+?\d{7,15}$/.test(tidyPhone(one)) && tidyPhone(one).length >= 7) ?? "";
  const sum = numbers
    .filter((one) => one !== phone)
    .map(fenFromYuan)
    .find((fen) => fen !== null && !Number.isNaN(fen));
  return { name, phone: tidyPhone(phone), claim: sum ?? null, representative: false, authorised: false };
}

/** The members of a pasted text, in its order; lines without a name are passed over. */
export function membersIn(text: string): MemberValues[] {
  return text.split(/\r?\n/).flatMap((line) => memberOf(line) ?? []);
}
