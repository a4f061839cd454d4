// Money is whole fen in the API and yuan with two decimals on the page; the capital form (大写)
// stands on agreements so that a figure cannot be changed by a stroke.
const digits = "零壹贰叁肆伍陆柒捌玖";
const places = ["", "拾", "佰", "仟"];
const groups = ["", "万", "亿", "万亿"];

/** Largest amount the server takes: 10^13 fen. */
export const mostFen = 10_000_000_000_000;

/** "1,800.5", "1800.50" or "" as a person types yuan; null is empty, NaN is not an amount. */
export function fenFromYuan(text: string): number | null {
  const plain = text.normalize("NFKC").replaceAll(/[,\s¥元]/g, "");
  if (plain === "") return null;
  const parts = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(plain);
  if (!parts) return Number.NaN;
  return Number(parts[1]) * 100 + Number((parts[2] ?? "").padEnd(2, "0"));
}

/** 180050 → "壹仟捌佰元伍角整". Whole fen, zero or more, up to `mostFen`. */
export function yuanFromFen(fen: number): string {
  const rest = Math.abs(fen % 100);
  const whole = Math.trunc(fen / 100).toString();
  return rest === 0 ? whole : `${whole}.${rest.toString().padStart(2, "0")}`;
}

function capitalGroup(four: number): string {
  let text = "";
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(four / 10 ** place) % 10;
    if (digit === 0) {
      gap = text !== "";
      continue;
    }
    text += (gap ? "零" : "") + digits[digit] + places[place];
    gap = false;
  }
  return text;
}

function capitalWhole(yuan: number): string {
  let text = "";
  let gap = false;
  for (let group = 3; group >= 0; group--) {
    const four = Math.floor(yuan / 10_000 ** group) % 10_000;
    if (four === 0) {
      gap = text !== "";
      continue;
    }
    if (text !== "" && (gap || four < 1000)) text += "零";
    text += capitalGroup(four) + groups[group];
    gap = false;
  }
  return text;
}

/** 180050 → "壹仟捌佰元伍角整". Whole fen, zero or more, up to `mostFen`. */
export function capitalMoney(fen: number): string {
  const yuan = Math.floor(fen / 100);
  const jiao = Math.floor(fen / 10) % 10;
  const cent = fen % 10;
  const whole = yuan > 0 ? `${capitalWhole(yuan)}元` : "";
  if (jiao === 0 && cent === 0) return `${whole || "零元"}整`;
  const tenths = jiao > 0 ? `${digits[jiao]}角` : whole ? "零" : "";
  return `${whole}${tenths}${cent > 0 ? `${digits[cent]}分` : "整"}`;
}
