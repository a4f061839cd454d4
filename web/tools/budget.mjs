// Weighs what each entry loads before its first page is there: the entry, everything it imports,
// the landing page and the texts of one language. Fails when it is over budget (decisions.md).
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const manifest = JSON.parse(readFileSync("dist/.vite/manifest.json", "utf8"));
const budgets = [
  {
    name: "resident",
    roots: ["index.html", "src/rooms/home/Home.tsx", "src/i18n/zh-CN/common.json", "src/i18n/zh-CN/resident.json"],
    js: 175,
    css: 15,
  },
  {
    name: "desk shell",
    roots: ["desk/index.html", "src/i18n/zh-CN/common.json", "src/i18n/zh-CN/desk.json"],
    js: 260,
    css: 40,
  },
];

function gather(key, files) {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`no such entry in the manifest: ${key}`);
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const css of chunk.css ?? []) files.add(css);
  for (const next of chunk.imports ?? []) gather(next, files);
}

const weight = (file) => gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length / 1000;
let over = false;
for (const { name, roots, js, css } of budgets) {
  const files = new Set();
  for (const root of roots) gather(root, files);
  for (const [kind, most] of [
    ["js", js],
    ["css", css],
  ]) {
    const mine = [...files].filter((file) => file.endsWith(`.${kind}`));
    const sum = mine.reduce((so, file) => so + weight(file), 0);
    const verdict = sum > most ? "OVER" : "ok";
    over ||= sum > most;
    console.log(`${name.padEnd(11)} ${kind.padEnd(4)} ${sum.toFixed(1).padStart(6)} of ${most} kB  ${verdict}`);
    if (process.argv.includes("--files"))
      for (const file of mine) console.log(`    ${weight(file).toFixed(1).padStart(6)} ${file}`);
  }
}

// A page that is loaded later may bring at most 40 kB of its own; charts have a budget of their own.
for (const [key, chunk] of Object.entries(manifest)) {
  if (!chunk.isDynamicEntry || !key.startsWith("src/rooms/")) continue;
  const sum = weight(chunk.file);
  if (sum > 40) {
    over = true;
    console.log(`${key} ${sum.toFixed(1)} of 40 kB  OVER`);
  }
}
process.exit(over ? 1 : 0);
