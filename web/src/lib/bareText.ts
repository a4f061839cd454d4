// A text as two people who copied it by different means would have it in common: the rule of
// src/foundation/bare_text.hpp, step by step.
const alike: [RegExp, string][] = [
  [/[\u3002\uFF61]/g, "."],
  [/[\u3001\uFF64]/g, ","],
  [/[\u201C-\u201F]/g, '"'],
  [/[\u2018-\u201B]/g, "'"],
  [/[\u2010-\u2015\u2212]/g, "-"],
  [/[\u30FB\u2022\u2027\u2219\u22C5]/g, "\u00B7"],
];

export function bareText(text: string): string {
  let bare = text.normalize("NFKC");
  for (const [marks, one] of alike) bare = bare.replace(marks, one);
  return bare.replace(/[\p{Z}\p{Cc}\p{Cf}]/gu, "");
}

/** SHA-256 of the bare text, in hexadecimal: what the server keeps of an agreement's text. */
export async function digestOf(text: string): Promise<string> {
  return sha256(new TextEncoder().encode(bareText(text)));
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(hash)].map((one) => one.toString(16).padStart(2, "0")).join("");
}

// Where the text of an agreement begins and ends on the printed form, as bare text.
const begins = ["一、纠纷的主要事实", "1.Mainfacts,mattersindispute", "1.ماجىرانىڭئاساسىيپاكىتى"].map(bareText);
const ends = ["五、效力", "5.Effect", "5.كۈچى"].map(bareText);
// What stands at the foot of every page.
const feet = [/第\d+页共\d+页/g, /\d+\/\d+(?=一、|二、|三、|四、|五、)/g, /文本校验码(?:[0-9A-F]{4}){4}/g];

/**
 * The text of the agreement within everything that somebody copied from a paper: from the first
 * heading to the one that the text ends before. Whoever copied less is taken at his word.
 */
export function agreementIn(copied: string): string {
  let bare = bareText(copied);
  for (const foot of feet) bare = bare.replace(foot, "");
  const from = begins.map((one) => bare.indexOf(one)).filter((at) => at >= 0);
  if (from.length > 0) bare = bare.slice(Math.min(...from));
  const until = ends.map((one) => bare.indexOf(one)).filter((at) => at > 0);
  return until.length > 0 ? bare.slice(0, Math.min(...until)) : bare;
}
