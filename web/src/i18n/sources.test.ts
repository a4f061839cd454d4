import ts from "typescript";
import { expect, test } from "vitest";

// No text of the page stands outside the catalogues: neither a Chinese word nor a mark of
// Chinese writing ("：", "、", "（") in a string, a template, a pattern or between two tags. What
// may stand is named here, with the reason.
const sources = import.meta.glob<string>(["../**/*.ts", "../**/*.tsx", "!../**/*.test.*", "!../schema.d.ts"], {
  eager: true,
  query: "?raw",
  import: "default",
});

const allowed: Record<string, string> = {
  "i18n/languages.ts": "a language is named in itself",
  "lib/fmt.ts": "the helpers that choose the marks of the language spoken",
  "lib/money.ts": "the capital numerals of Chinese papers, and a unit that people type",
  "lib/typed.ts": "dates and times as people type them",
  "lib/bareText.ts": "words of the printed agreement between which its text is found",
  "ui/dates.tsx": "how a calendar names its month in Chinese",
  "ui/PrintPage.tsx": "an empty place of an official form is struck out as Chinese forms do",
  "rooms/apply/danger.ts": "words that tell of danger, in what people write",
  "rooms/intake/members.ts": "lists as people paste them",
  "rooms/people/CardPage.tsx": "the card is an official paper: Chinese, whatever the reader's language",
  "rooms/dispute/forms/VaultBoxes.tsx": "what crosses word for word, put together as the server will",
};

const chinese = /[\u3000-\u303F\u30FB\uFF00-\uFFEF\p{Script=Han}]/u;
const texts = new Set([
  ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.NoSubstitutionTemplateLiteral,
  ts.SyntaxKind.TemplateHead,
  ts.SyntaxKind.TemplateMiddle,
  ts.SyntaxKind.TemplateTail,
  ts.SyntaxKind.RegularExpressionLiteral,
  ts.SyntaxKind.JsxText,
]);

/** "12: ：" for each text of a source that is Chinese; comments do not count. */
function chineseIn(name: string, text: string): string[] {
  if (!chinese.test(text) && !text.includes("\\u")) return []; // nothing to look for
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const look = (node: ts.Node) => {
    // Written as an escape it is no less seen.
    const said = "text" in node && texts.has(node.kind) ? String(node.text) : "";
    if (chinese.test(said)) found.push(`${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${said}`);
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

const named = Object.entries(sources).map(([path, text]) => ({
  name: path.startsWith("./") ? `i18n/${path.slice(2)}` : path.replace("../", ""),
  text,
}));

test("every_text_comes_from_the_catalogues", () => {
  expect(named.length).toBeGreaterThan(200);
  const wrong = named
    .filter(({ name }) => !(name in allowed))
    .flatMap(({ name, text }) => chineseIn(name, text).map((one) => `${name}:${one}`));
  expect(wrong).toEqual([]);
});

test("what_is_allowed_is_still_there", () => {
  const needed = named.filter(({ name, text }) => name in allowed && chineseIn(name, text).length > 0);
  expect(needed.map(({ name }) => name).sort()).toEqual(Object.keys(allowed).sort());
});

test("a_chinese_mark_is_found_wherever_a_reader_would_see_it", () => {
  const seen = (text: string) => chineseIn("one.tsx", text).length;
  expect(seen('const a = "：";')).toBe(1);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a source that is looked at
  expect(seen("const a = `${b}（${c} 元）`;")).toBe(2);
  expect(seen("const a = `、`;")).toBe(1);
  expect(seen("const a = <p>{b}：{c}</p>;")).toBe(1);
  expect(seen('const a = <p title="期限" />;')).toBe(1);
  expect(seen('const a = "\\uFF1A";')).toBe(1);
  expect(seen("const a = /[、]/;")).toBe(1);
  expect(seen('// "12月1日"\nconst a = "one — two"; /* （ */')).toBe(0);
});
