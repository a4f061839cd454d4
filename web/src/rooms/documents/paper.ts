// The server escapes every value of a form. What it sends is nevertheless read as a document
// of its own, where nothing runs or loads, and copied element by element: only the tags that a
// form is made of, and no attribute but those that it needs.
const tags = new Set([
  "P",
  "H2",
  "H3",
  "OL",
  "UL",
  "LI",
  "TABLE",
  "THEAD",
  "TBODY",
  "TR",
  "TH",
  "TD",
  "DIV",
  "STRONG",
  "EM",
  "BR",
  "BDI",
]);
const classes = new Set(["end", "together"]);
const languages = new Set(["zh-CN", "en", "ug", "kk"]);
const directions = new Set(["ltr", "rtl"]);
const svg = "http://www.w3.org/2000/svg";

/** A drawn signature: one path of whole numbers, and nothing of what else a drawing may hold. */
function strokes(from: Element): Element | null {
  const path = from.querySelector("path")?.getAttribute("d") ?? "";
  if (!/^[MLh\d ]+$/.test(path)) return null;
  const drawing = document.createElementNS(svg, "svg");
  drawing.setAttribute("class", "strokes");
  drawing.setAttribute("viewBox", "0 0 600 200");
  drawing.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(svg, "path");
  line.setAttribute("d", path);
  drawing.appendChild(line);
  return drawing;
}

/** A cell or a value in a language of its own says so. */
function speak(from: Element, into: Element): void {
  const lang = from.getAttribute("lang");
  const dir = from.getAttribute("dir");
  if (lang !== null && languages.has(lang)) into.setAttribute("lang", lang);
  if (dir !== null && directions.has(dir)) into.setAttribute("dir", dir);
}

/** What the server set apart for its own direction (FSI … PDI) as elements that say so. */
function apart(text: string): Node[] {
  return text.split(/(\u2068[^\u2069]*\u2069)/).flatMap((part): Node[] => {
    if (part === "") return [];
    if (!part.startsWith("\u2068")) return [document.createTextNode(part)];
    const value = document.createElement("bdi");
    value.textContent = part.slice(1, -1);
    return [value];
  });
}

function copy(from: Node, into: Node): void {
  for (const child of from.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) for (const one of apart(child.nodeValue ?? "")) into.appendChild(one);
    else if (child instanceof Element || child.nodeType === Node.ELEMENT_NODE) {
      const element = child as Element;
      if (element.tagName.toLowerCase() === "svg") {
        const drawing = strokes(element);
        if (drawing) into.appendChild(drawing);
        continue;
      }
      if (!tags.has(element.tagName)) continue;
      const clean = document.createElement(element.tagName);
      const name = element.getAttribute("class");
      if (name !== null && classes.has(name)) clean.className = name;
      speak(element, clean);
      if (element.tagName === "TH") clean.setAttribute("scope", "col");
      copy(element, clean);
      into.appendChild(clean);
    }
  }
}

/** The form as elements of this page; whatever has no place on a form is left out. */
export function paperFrom(html: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  copy(new DOMParser().parseFromString(html, "text/html").body, fragment);
  return fragment;
}
