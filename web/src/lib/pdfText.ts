// Reads the words of a form that this house printed as PDF, on the reader's own device. It knows
// what such a file is made of (Cairo: streams packed by Flate, fonts that tell their letters, every
// paragraph in an element of the structure) and nothing more; another program's file is refused.
// What stands in the margins and in the heads of tables is in no such element and is left out.

interface Part {
  head: string;
  stream: Uint8Array<ArrayBuffer> | null;
}

const plain = new TextDecoder("latin1");
const middle = 297.6; // of an A4 page, in points

async function unpacked(part: Part): Promise<string> {
  if (!part.stream) return "";
  if (!part.head.includes("/FlateDecode")) return plain.decode(part.stream);
  const packed = new Blob([part.stream]).stream().pipeThrough(new DecompressionStream("deflate"));
  return plain.decode(await new Response(packed).arrayBuffer());
}

function partsOf(bytes: Uint8Array<ArrayBuffer>): Map<string, Part> {
  const text = plain.decode(bytes);
  const parts = new Map<string, Part>();
  const opening = /(\d+) 0 obj\s/g;
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const from = found.index + found[0].length;
    const end = text.indexOf("endobj", from);
    const begins = text.indexOf("stream\n", from);
    if (begins < 0 || begins > end) {
      parts.set(found[1]!, { head: text.slice(from, end), stream: null });
      continue;
    }
    const head = text.slice(from, begins);
    const length = lengthOf(head, text);
    const start = begins + "stream\n".length;
    parts.set(found[1]!, { head, stream: bytes.slice(start, start + length) });
    opening.lastIndex = start + length;
  }
  return parts;
}

function lengthOf(head: string, text: string): number {
  const told = /\/Length (\d+)( 0 R)?/.exec(head);
  if (!told) throw new Error("a stream without its length");
  if (!told[2]) return Number(told[1]);
  const there = new RegExp(`\\n${told[1]} 0 obj\\s+(\\d+)`).exec(text);
  if (!there) throw new Error("a stream without its length");
  return Number(there[1]);
}

function lettersIn(hex: string): string {
  const units = hex.match(/[0-9a-fA-F]{4}/g) ?? [];
  return String.fromCharCode(...units.map((one) => Number.parseInt(one, 16)));
}

interface Font {
  width: number; // bytes of a glyph's number
  letters: Map<number, string>;
}

/** A font's own table from glyphs to letters. */
function fontOf(table: string): Font {
  const width = /<([0-9a-f]+)>\s*<[0-9a-f]+>\s*endcodespacerange/i.exec(table)?.[1]?.length === 2 ? 1 : 2;
  const letters = new Map<number, string>();
  for (const block of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph, hex] of block[1]!.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi))
      letters.set(Number.parseInt(glyph!, 16), lettersIn(hex!));
  for (const block of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from, to, hex] of block[1]!.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi)) {
      const first = Number.parseInt(hex!, 16);
      const start = Number.parseInt(from!, 16);
      for (let glyph = start; glyph <= Number.parseInt(to!, 16); ++glyph)
        letters.set(glyph, String.fromCodePoint(first + glyph - start));
    }
  return { width, letters };
}

async function fontsOf(parts: Map<string, Part>): Promise<Map<string, Font>> {
  const fonts = new Map<string, Font>();
  for (const { head } of parts.values())
    for (const [, name, key] of head.matchAll(/\/(f-\d+-\d+) (\d+) 0 R/g)) {
      if (fonts.has(name!)) continue;
      const table = /\/ToUnicode (\d+) 0 R/.exec(parts.get(key!)?.head ?? "")?.[1];
      const told = table && parts.get(table);
      if (told) fonts.set(name!, fontOf(await unpacked(told)));
    }
  return fonts;
}

const escapes: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

function bytesOf(literal: string): string {
  return literal.replace(/\\(\d{1,3}|[\s\S])/g, (_all, one: string) =>
    /^\d/.test(one) ? String.fromCharCode(Number.parseInt(one, 8)) : (escapes[one] ?? one),
  );
}

function read(font: Font | undefined, token: string): string {
  if (!font) throw new Error("a font that tells no letters");
  let glyphs: number[];
  if (token.startsWith("(")) glyphs = [...bytesOf(token.slice(1, -1))].map((one) => one.charCodeAt(0));
  else {
    const hex = token.slice(1, -1).replace(/\s/g, "");
    glyphs = (hex.match(new RegExp(`.{${font.width * 2}}`, "g")) ?? []).map((one) => Number.parseInt(one, 16));
  }
  return glyphs.map((one) => font.letters.get(one) ?? "").join("");
}

export interface Columns {
  /** All but what stands in the second column of tables. */
  first: string;
  /** The second column of tables. */
  second: string;
}

const tokens = /\((?:\\[\s\S]|[^\\)])*\)|<<[\s\S]*?>>|<[0-9a-fA-F\s]*>|\/[^\s<>[\]()/]+|\[|\]|[^\s<>[\]()/]+/g;

function readPage(content: string, fonts: Map<string, Font>, into: Columns): void {
  let font: Font | undefined;
  let scale = 1;
  let x = 0;
  let operands: string[] = [];
  const open: { tag: string; actual: boolean }[] = [];
  const put = (words: string) => {
    const tag = open.find((one) => one.tag !== "/Span")?.tag;
    if (!tag || tag === "/TH") return;
    into[tag === "/TD" && x > middle ? "second" : "first"] += words;
  };
  for (const [token] of content.matchAll(tokens)) {
    if (/^[([<\]/\-+.\d]/.test(token)) {
      operands.push(token);
      continue;
    }
    const numbers = operands.filter((one) => /^[-+.\d]/.test(one)).map(Number);
    if (token === "BDC") {
      const actual = /\/ActualText <feff([0-9a-f]*)>/i.exec(operands.at(-1) ?? "")?.[1];
      open.push({ tag: operands.at(-2) ?? "", actual: actual !== undefined });
      if (actual !== undefined) put(lettersIn(actual));
    } else if (token === "EMC") open.pop();
    else if (token === "Tf") font = fonts.get(operands[0]!.slice(1));
    else if (token === "Tm") {
      scale = numbers[0] ?? 1;
      x = numbers[4] ?? 0;
    } else if (token === "Td" || token === "TD") x += (numbers[0] ?? 0) * scale;
    else if (token === "Tj" || token === "TJ") {
      const silent = open.some((one) => one.actual);
      if (!silent) for (const one of operands) if (/^[(<]/.test(one)) put(read(font, one));
    }
    operands = [];
  }
}

/** The words in the order of reading. Throws for a file that is not one of ours. */
export async function textOfPdf(bytes: Uint8Array<ArrayBuffer>): Promise<Columns> {
  if (!plain.decode(bytes.slice(0, 5)).startsWith("%PDF-")) throw new Error("no PDF");
  const parts = partsOf(bytes);
  const fonts = await fontsOf(parts);
  const pages = [...parts.values()].find((one) => /\/Type \/Pages\b/.test(one.head))?.head ?? "";
  const kids = [...(/\/Kids \[([^\]]*)\]/.exec(pages)?.[1] ?? "").matchAll(/(\d+) 0 R/g)].map((one) => one[1]!);
  const into: Columns = { first: "", second: "" };
  for (const kid of kids) {
    const content = /\/Contents (\d+) 0 R/.exec(parts.get(kid)?.head ?? "")?.[1];
    const part = content && parts.get(content);
    if (!part) throw new Error("a page without its content");
    readPage(await unpacked(part), fonts, into);
  }
  if (into.first === "") throw new Error("no words");
  return into;
}
