// What the pages call things, by list and key: the program's own words, the book's, and the city's.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root, spoken } from "../browser.mjs";

const read = (...path) => readFileSync(join(root, ...path), "utf8");

/** The book's choices in a language, by list: every name, and every question of the safety list. */
function book(language) {
  const lists = { safety: {} };
  for (const file of ["reasons", "kinds", "methods", "safety", "clocks"]) {
    let list = "";
    let key = "";
    for (const line of read("rules/karamay", `${file}.toml`).split("\n")) {
      list = line.match(/^\[\[([\w.]+)\]\]/)?.[1] ?? list;
      key = line.match(/^key = "(.+)"$/)?.[1] ?? key;
      const said = line.match(/^(?:name|ask) = .*?zh-CN = "([^"]+)", en = "([^"]+)"/);
      if (said) ((lists[file === "safety" ? "safety" : list] ??= {})[key] = language === "en" ? said[2] : said[1]);
    }
  }
  return lists;
}

/** Names by list and key in a language. `refused` is what a refusal says; `refusal` why the desk refuses. */
export function wordsIn(language) {
  const own = {};
  for (const [key, says] of Object.entries(spoken(language).all)) {
    const dot = key.indexOf(".");
    (own[key.slice(0, dot)] ??= {})[key.slice(dot + 1)] = says;
  }
  return { ...own, refused: own.refusal, ...book(language) };
}

/** The longest part of a sentence that no parameter is in: what stands on the page of it for certain. */
export const surely = (says) => says.split(/\{\w+\}/).reduce((long, part) => (part.length > long.length ? part : long), "");

const lines = read("rules/demo/organisations.toml").split("\n");
const organisations = lines.flatMap((line) => {
  const found = line.match(/zh = "([^"]+)", en = "([^"]+)"/);
  return found ? [{ zh: found[1], en: found[2] }] : [];
});
/** The organisation that a life means by the end of its name. */
export function organisationNamed(told) {
  const found = organisations.filter((one) => one.zh === told);
  const all = found.length > 0 ? found : organisations.filter((one) => one.zh.endsWith(told));
  if (all.length !== 1) throw new Error(`${all.length} organisations are called ${told}`);
  return all[0];
}

/** A community by its name: how it is looked for in a list. */
export function placeNamed(name, language) {
  if (language !== "en") return name;
  const found = read("rules/karamay/division_names_en.toml").split("\n").find((line) => line.includes(`# ${name}`));
  return found.match(/short = "(.+?)"/)[1];
}

/** Who is who: the faces of the demo city by their names, and the officer who comes by a link. */
const faces = read("rules/demo/faces.toml");
export const faceNamed = (name) => faces.split(/\[\[(?:face|extra)\]\]/).find((part) => part.includes(`name = "${name}"`))?.match(/key = "(.+)"/)?.[1];

/** Templates by their titles, and what is filled into them by hand by its name on the page. */
const titles = JSON.parse(read("forms/keys.json"));
export function formTitled(title) {
  const found = Object.keys(titles).find((key) => titles[key].title_zh === title);
  if (!found) throw new Error(`no form 《${title}》`);
  return found;
}
export const titleOf = (form, language) => (language === "en" ? titles[form].title_en : titles[form].title_zh);

const minute = 60_000;
/** When a department that is called is to be there and to have answered, as the form suggests it. */
export function callTimes(now) {
  const from = Date.parse(now);
  const arrive = new Date(Math.ceil((from + 30 * minute) / (5 * minute)) * 5 * minute).toISOString();
  let day = Date.parse(`${beijingDay(now)}T12:00:00+08:00`);
  for (let left = 3; left > 0; ) {
    day += 86_400_000;
    const weekday = new Date(day + 8 * 3_600_000).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return { arrive_by: arrive, answer_by: new Date(`${beijingDay(new Date(day).toISOString())}T18:00:00+08:00`).toISOString() };
}
export const beijingDay = (instant) => (instant.length === 10 ? instant : new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10));
export const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
export const moment = (day, time) => new Date(`${day}T${time}:00+08:00`).toISOString();

/** Fen of a cell of a table; nothing for a cell that is struck out. */
export const fen = (cell) => (cell && cell !== "—" ? Math.round(Number(cell.replaceAll(",", "").replace(/元$/, "")) * 100) : null);
export const cell = (text) => (text && text !== "—" ? text : "");
export const day = (text) => {
  const [, year = "2023", month, date] = text.match(/^(?:(\d{4})年)?(\d+)月(\d+)日$/) ?? [];
  if (!month) throw new Error(`${text} is no day`);
  return `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
};
/** A table of names and words as an object. */
export const pairs = (rows) => Object.fromEntries(rows.map((row) => Object.values(row).slice(0, 2)));
