import { describe, expect, test } from "vitest";
import listed from "./same-as-chinese.json";

// Every catalogue against the Chinese one: the same keys, the same {{parameters}}, and no
// Chinese text left standing unless same-as-chinese.json names it ("en/common:app.mark").
type Texts = { [key: string]: string | Texts };
const files = import.meta.glob<Texts>("./*/*.json", { eager: true, import: "default" });
const plural = /_(zero|one|two|few|many|other)$/;

function flat(texts: Texts, before = ""): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, text] of Object.entries(texts)) {
    if (typeof text === "string") all.set(before + key, text);
    else for (const [inner, said] of flat(text, `${before + key}.`)) all.set(inner, said);
  }
  return all;
}

const parameters = (text: string) => [...text.matchAll(/\{\{-?\s*(\w+)/g)].map((found) => found[1] ?? "").sort();
const stems = (texts: Map<string, string>) => new Set([...texts.keys()].map((key) => key.replace(plural, "")));

const others = Object.keys(files)
  .map((path) => path.split("/") as [string, string, string])
  .filter(([, language]) => language !== "zh-CN")
  .map(([, language, file]) => ({ language, file }));
const namespaces = Object.keys(files)
  .filter((path) => path.startsWith("./zh-CN/"))
  .map((path) => path.slice("./zh-CN/".length));
const spoken = [...new Set(others.map((one) => one.language))];

describe.each(spoken)("%s", (language) => {
  test.each(namespaces)("%s_is_whole", (file) => {
    const chinese = flat(files[`./zh-CN/${file}`] ?? {});
    const theirs = flat(files[`./${language}/${file}`] ?? {});
    expect([...stems(theirs)].sort(), "keys").toEqual([...stems(chinese)].sort());
    for (const [key, text] of theirs) {
      const source = chinese.get(key) ?? chinese.get(key.replace(plural, "_other")) ?? "";
      // A singular may leave its number unsaid ("one day left").
      const missing = parameters(source).filter((one) => !parameters(text).includes(one));
      expect(key.endsWith("_one") ? missing.filter((one) => one !== "count") : missing, `${key} parameters`).toEqual(
        [],
      );
      expect(
        parameters(text).filter((one) => !parameters(source).includes(one)),
        `${key} unknown`,
      ).toEqual([]);
      const same = text === source && /\p{L}/u.test(text.replaceAll(/\{\{.*?\}\}/g, ""));
      const name = `${language}/${file.replace(".json", "")}:${key}`;
      if (same) expect(listed, `${name} equals the Chinese text`).toContain(name);
    }
  });
});

test("no_catalogue_without_a_chinese_one", () => {
  for (const { file } of others) expect(namespaces).toContain(file);
});
