// What a person types for a day or a time of day, in the ways that are common on paper.

/** "2023-10-27", "2023/10/27", "2023.10.27", "20231027", "2023年10月27日" → "2023-10-27"; else null. */
export function dayTyped(text: string): string | null {
  const plain = text.normalize("NFKC").trim();
  const found = /^(\d{4})(?:[-/.年]\s*)?(\d{1,2})(?:[-/.月]\s*)?(\d{1,2})日?$/.exec(plain);
  if (!found || (/^\d+$/.test(plain) && plain.length !== 8)) return null;
  const day = `${found[1]}-${found[2]?.padStart(2, "0")}-${found[3]?.padStart(2, "0")}`;
  const real = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(day) ? day : null;
}

/** "9:05", "0905", "9.05", "9：05", "14" → "09:05", "14:00"; else null. */
export function timeTyped(text: string): string | null {
  const found = /^(\d{1,2})(?:[:.时]?(\d{2})分?)?时?$/.exec((text ?? "").normalize("NFKC").trim());
  if (!found) return null;
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? 0)];
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
