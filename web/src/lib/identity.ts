// Numbers of persons (GB 11643): the page hints at a slip of the finger, the server judges.
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = "10X98765432";

export interface Identity {
  birth: string;
  sex: "male" | "female";
}

/** What an 18-digit number says; null when its date or check character is wrong. */
export function identityIn(number: string): Identity | null {
  const text = tidyIdentity(number);
  if (!/^\d{17}[\dX]$/.test(text)) return null;
  const sum = weights.reduce((so, weight, index) => so + weight * Number(text[index]), 0);
  if (checks[sum % 11] !== text[17]) return null;
  const birth = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  const day = new Date(`${birth}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== birth) return null;
  return { birth, sex: Number(text[16]) % 2 === 1 ? "male" : "female" };
}

export function tidyIdentity(number: string): string {
  return number.normalize("NFKC").replaceAll(/[\s-]/g, "").toUpperCase();
}

/** Digits of a phone number as typed: spaces, hyphens and full-width digits are no mistake. */
export function tidyPhone(number: string): string {
  return number.normalize("NFKC").replaceAll(/[\s\-()]/g, "");
}

/** "13812342046" → "138****2046". */
export function maskedPhone(number: string): string {
  return number.length < 8 ? number : `${number.slice(0, 3)}****${number.slice(-4)}`;
}
