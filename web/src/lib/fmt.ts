// How dates, times, numbers and money are written. Everything is Beijing time (Asia/Shanghai);
// relative days count calendar days there, from the law's clock. Where Intl does not know a
// language (Uyghur in Chromium), ISO digits are shown instead of a wrong language.
import i18next from "i18next";
import { now } from "./clock";

const zone = "Asia/Shanghai";
export type When = string | number | Date;

function locale(): string | null {
  const wanted = i18next.language || "zh-CN";
  return Intl.DateTimeFormat.supportedLocalesOf(wanted).length > 0 ? wanted : null;
}

/** A legal date ("2026-12-01") is taken as noon in Beijing, an instant as it is. */
export function moment(when: When): Date {
  if (typeof when === "string" && when.length === 10) return new Date(`${when}T12:00:00+08:00`);
  return new Date(when);
}

const iso = new Intl.DateTimeFormat("sv-SE", {
  timeZone: zone,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

/** "2026-12-01" in Beijing: for tables and for `<input type=date>`. */
export function isoDay(when: When): string {
  return iso.format(moment(when)).slice(0, 10);
}

/** "2026-12-01 18:00" in Beijing. */
export function isoMinute(when: When): string {
  return iso.format(moment(when)).slice(0, 16);
}

/** "18:00" in Beijing. */
export function clockTime(when: When): string {
  return iso.format(moment(when)).slice(11, 16);
}

/** An ISO instant from a Beijing day and time of day. */
export function instant(day: string, time = "00:00"): string {
  return new Date(`${day}T${time}:00+08:00`).toISOString();
}

function written(when: When, options: Intl.DateTimeFormatOptions): string | null {
  const language = locale();
  return language && new Intl.DateTimeFormat(language, { timeZone: zone, ...options }).format(moment(when));
}

/** "2026年12月1日", "1 December 2026". */
export function date(when: When): string {
  return written(when, { year: "numeric", month: "long", day: "numeric" }) ?? isoDay(when);
}

/** "12月1日", "1 December": where the year is plain. */
export function shortDate(when: When): string {
  return written(when, { month: "long", day: "numeric" }) ?? isoDay(when).slice(5);
}

/** "2026年11月23日星期一". */
export function longDate(when: When): string {
  return written(when, { year: "numeric", month: "long", day: "numeric", weekday: "long" }) ?? isoDay(when);
}

/** "周一", "Mon". */
export function weekday(when: When): string {
  return written(when, { weekday: "short" }) ?? "";
}

/** Date and time of day; a legal date alone has no time. */
export function dateTime(when: When): string {
  if (typeof when === "string" && when.length === 10) return date(when);
  return `${date(when)} ${clockTime(when)}`;
}

/** Calendar days in Beijing from today to then: -1 yesterday, 0 today, 1 tomorrow. */
export function daysUntil(when: When, from: number = now()): number {
  const dayOf = (one: When) => Date.parse(`${isoDay(one)}T00:00:00Z`) / 86_400_000;
  return dayOf(when) - dayOf(from);
}

/** "今天 18:00", "明天", "3 天后", "昨天", "12 天前". */
export function relativeDay(when: When, from: number = now()): string {
  const t = i18next.getFixedT(null, "common");
  const days = daysUntil(when, from);
  const timed = !(typeof when === "string" && when.length === 10);
  const time = timed ? ` ${clockTime(when)}` : "";
  if (days === 0) return t("time.today") + time;
  if (days === 1) return t("time.tomorrow") + time;
  if (days === -1) return t("time.yesterday") + time;
  return days > 0 ? t("time.inDays", { count: days }) : t("time.daysAgo", { count: -days });
}

// Chinese has its own comma for lists and its own brackets; the Arabic script its own comma.
const spoken = () => (i18next.language || "zh-CN").split("-")[0] ?? "zh";

/** Names one after the other: "李某、张某", "Li, Zhang". */
export function listed(names: string[]): string {
  const commas: Record<string, string> = { zh: "、", ug: "، ", kk: "، " };
  return names.join(commas[spoken()] ?? ", ");
}

/** A name and what is to be known beside it: "李某（申请人）", "Li (applicant)". */
export function beside(name: string, more: string): string {
  return spoken() === "zh" ? `${name}（${more}）` : `${name} (${more})`;
}

/** What somebody or something says: "李某：同意", "Li: agreed". */
export function saying(who: string, what: string): string {
  return spoken() === "zh" ? `${who}：${what}` : `${who}: ${what}`;
}

/** One remark after the other: "证据不足；已口头说明", "no proof; told in person". */
export function remarks(all: (string | null | undefined)[]): string {
  return all.filter(Boolean).join(spoken() === "zh" ? "；" : "; ");
}

/** "《人民调解法》 第二十九条": a law and its article. */
export function articleOf({ law, article }: { law: string; article: string }): string {
  return `${law} ${article}`;
}

/** "《人民调解法》 第二十九条：协议自……起生效": the article and what it says, where that is told. */
export function articleSaying(one: { law: string; article: string; says?: string | null }): string {
  return one.says ? saying(articleOf(one), one.says) : articleOf(one);
}

/** "3,012". */
export function number(value: number, decimals = 0): string {
  return new Intl.NumberFormat(locale() ?? "en", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
}

/** 0.972 → "97.2%". */
export function percent(share: number, decimals = 1): string {
  return new Intl.NumberFormat(locale() ?? "en", {
    style: "percent",
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(share);
}

/** Fen → "1,800.50 元", "CN¥" never: the unit is a word of the language. */
export function money(fen: number): string {
  const yuan = number(fen / 100, fen % 100 === 0 ? 0 : 2);
  return i18next.getFixedT(null, "common")("money.yuan", { amount: yuan });
}

/** Bytes → "340 kB", "12.5 MB". */
export function fileSize(bytes: number): string {
  const [unit, size] = bytes >= 1_000_000 ? ["MB", bytes / 1_048_576] : ["kB", bytes / 1024];
  return `${number(size < 10 ? Math.max(0.1, size) : size, size < 10 ? 1 : 0)} ${unit}`;
}
