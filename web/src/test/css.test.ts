import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const sheets = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".css"));
const physical =
  /^\s*(?:[\w-]+-)?(?:left|right)(?:-[\w-]+)?\s*:|:\s*(?:left|right)\s*;|^\s*(?:width|height|(?:min|max)-(?:width|height))\s*:/;

test("no_stylesheet_names_a_side_of_the_screen", () => {
  for (const sheet of sheets)
    for (const line of readFileSync(`src/${sheet}`, "utf8").split("\n"))
      expect(physical.test(line), `${sheet}: ${line.trim()}`).toBe(false);
});

const sources = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));

test("pages_use_the_kit_and_never_mantine", () => {
  for (const file of sources.filter((one) => one.startsWith("rooms/")))
    expect(readFileSync(`src/${file}`, "utf8"), file).not.toMatch(/from "@mantine\/(?!hooks)/);
});
