// Reads a life: a Markdown page of steps in Chinese, each with its English twin. Small and strict:
// a sentence that is not in the vocabulary, a table that is missing or a twin that tells other figures
// fails with its line. The form of the page is told in tests/scenarios/README.md.
import { readFileSync } from "node:fs";
import { wordsIn } from "./words.mjs";
import { sentences } from "./vocabulary.mjs";

const quoted = "“([^“”]*)”";
const shapes = {
  date: { pattern: "((?:\\d{4}年)?\\d{1,2}月\\d{1,2}日)" },
  money: { pattern: "([\\d,]+(?:\\.\\d{1,2})?)元", read: (text) => Math.round(Number(text.replaceAll(",", "")) * 100) },
  time: { pattern: "(\\d{1,2}:\\d{2})" },
  count: { pattern: "(\\d+)", read: Number },
};
const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** What a name on the page means: the key of a list, or of the one refusal that says these words. */
export function lists() {
  const words = wordsIn("zh-CN");
  return (list, told) => {
    const among = words[list] ?? {};
    const found = Object.keys(among).filter((key) => (list === "refused" ? pieces(among[key]).includes(told) || among[key].includes(told) : among[key] === told));
    return list !== "refused" || found.length === 1 ? (found[0] ?? null) : null;
  };
}
const pieces = (says) => says.split(/\{\w+\}/).filter(Boolean);

/** The sentence as a pattern, and its slots in order. */
function compiled(name, sentence) {
  const [says, tables = ""] = sentence.split("|");
  const slots = [];
  const piece = (text) =>
    text.split(/(\{[^}]+\})/).map((part) => {
      const slot = part.match(/^\{(\w+)(?::(\w+))?([*+])?\}$/);
      if (!slot) return escape(part);
      const [, key, list, mark] = slot;
      slots.push({ key, list, several: mark === "+" });
      if (key === "who") return "\\*\\*([^*]+)\\*\\*";
      if (shapes[list]) return shapes[list].pattern;
      if (list === "refused") return quoted;
      if (mark === "+" && list !== "method") return `((?:“[^“”]*”、?)+)`;
      if (mark === "*") return quoted;
      return list ? "([^，。：“”《》]+?)" : "([^，。：“”（）《》]+?)";
    }).join("");
  const pattern = says.split(/(\[[^\]]*\])/).map((part) => (part.startsWith("[") ? `(?:${piece(part.slice(1, -1))})?` : piece(part))).join("");
  return { name, pattern: new RegExp(`^${pattern}$`), slots, tables: tables.split(" ").filter(Boolean) };
}
const vocabulary = Object.entries(sentences).map(([name, sentence]) => compiled(name, sentence));

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
/** The figures that a sentence tells outside quotation marks, a date by month and day. */
function figures(text) {
  let plain = text.replace(/“[^”]*”/g, "").replace(/(\d),(?=\d{3})/g, "$1").replace(/(\d+)年/g, "$1 ");
  for (const [n, month] of months.entries()) plain = plain.replaceAll(new RegExp(`\\b${month}\\b`, "g"), ` ${n + 1} `);
  return (plain.match(/\d+/g) ?? []).map(Number).sort((a, b) => a - b).join(" ");
}

class Misread extends Error {
  constructor(file, line, says) {
    super(`${file}:${line}: ${says}`);
  }
}

const cells = (line) => line.replace(/^\s*\||\|\s*$/g, "").split("|").map((cell) => cell.trim());
const first = (cell) => cell.split(" · ")[0].trim();

/** The steps as they stand on the page: sentence, twin, tables, line. */
function blocks(file) {
  const found = [];
  let step = null;
  for (const [n, line] of readFileSync(file, "utf8").split("\n").entries()) {
    if (line.startsWith("- ")) found.push((step = { line: n + 1, says: line.slice(2).trim(), twin: "", tables: [] }));
    else if (!/^\s/.test(line) && line !== "") step = null;
    else if (step && /^\s+\|/.test(line)) {
      if (step.open) step.tables.at(-1).push(cells(line));
      else step.tables.push([cells(line)]);
    } else if (step && /^\s+\*[^*]/.test(line)) step.twin += line.trim().replace(/^\*|\*$/g, "");
    else if (step && line.trim() !== "") throw new Misread(file, n + 1, `neither a twin nor a table: ${line.trim()}`);
    if (step) step.open = /^\s+\|/.test(line);
  }
  return found;
}

/** A table as rows by their heads; the second line of it is only drawn. */
function rows([head, drawn, ...body], at) {
  if (!drawn?.every((cell) => /^:?-+:?$/.test(cell))) throw at("a table has a head, a line and rows");
  const heads = head.map(first);
  return body.map((row) => {
    if (row.length !== heads.length || row.some((cell) => cell === "")) throw at(`a row that is not whole: ${row.join(" | ")}`);
    return Object.fromEntries(heads.map((name, n) => [name, n === 0 ? first(row[n]) : row[n]]));
  });
}

/** A life of this file: its title and its steps, each with what it says. */
export function readLife(file, name) {
  const known = lists();
  let year = 2023;
  const date = (text) => {
    const [, said, month, day] = text.match(/^(?:(\d{4})年)?(\d+)月(\d+)日$/);
    if (said) year = Number(said);
    return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  };
  const understood = ({ line, says, twin, tables }) => {
    const at = (what) => new Misread(name, line, what);
    const fit = vocabulary.filter((one) => one.pattern.test(says));
    if (fit.length === 0) throw at(`no step is told like this: ${says}`);
    if (fit.length > 1) throw at(`${fit.map((one) => one.name).join(" and ")} are both told like this: ${says}`);
    const [{ name: step, pattern, slots, tables: wanted }] = fit;
    if (twin === "") throw at("a step without its English twin");
    if (figures(says) !== figures(twin)) throw at(`the twin tells other figures: ${figures(says)} / ${figures(twin)}`);
    if (tables.length !== wanted.length) throw at(`${wanted.length} tables belong here, ${tables.length} are there`);
    const told = {};
    const values = says.match(pattern).slice(1);
    for (const [n, { key, list, several }] of slots.entries()) {
      const text = values[n];
      if (text === undefined) continue;
      const one = (word) => {
        if (list === "date") return date(word);
        if (shapes[list]) return (shapes[list].read ?? String)(word);
        if (!list) return word;
        const found = known(list, word);
        if (!found) throw at(`${word} is no ${list}`);
        return found;
      };
      const words = list === "method" ? text.split("和") : [...text.matchAll(/“([^“”]*)”/g)].map((each) => each[1]);
      told[key] = several ? words.map(one) : one(text);
    }
    for (const [n, table] of wanted.entries()) told[table] = rows(tables[n], at);
    return { step, line, says, twin, told, name };
  };
  const misread = [];
  const steps = blocks(file).flatMap((block) => {
    try {
      return [understood(block)];
    } catch (error) {
      if (!(error instanceof Misread)) throw error;
      misread.push(error.message);
      return [];
    }
  });
  if (misread.length > 0) throw new Error(misread.join("\n"));
  const title = readFileSync(file, "utf8").match(/^# (.+)$/m)?.[1];
  if (!title) throw new Misread(name, 1, "a life has a title");
  return { title, name, steps, known };
}

/** Steps of the vocabulary that no life takes: a sentence nobody reads is struck out. */
export const unused = (lives) => Object.keys(sentences).filter((name) => !lives.some((life) => life.steps.some((one) => one.step === name)));
