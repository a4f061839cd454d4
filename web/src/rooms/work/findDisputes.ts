// Disputes for the palette: by number, by the short number that people say, or by a party.
import i18next from "i18next";
import type { Entry, Found } from "../../lib/palette";
import { ask } from "../../lib/server";
import type { Line, Lines } from "../shared/shapes";

const most = 8;

const entryOf = (line: Line): Entry => {
  const t = i18next.getFixedT(null, "common");
  return {
    to: `/desk/disputes/${line.id}`,
    label: line.number || t("palette.unnumbered"),
    detail: [line.parties, line.kind_name, line.stage_name].join(" · "),
  };
};

/** "118", "１１８" → 118; null for anything else. */
export function shortNumber(query: string): number | null {
  const plain = query.normalize("NFKC").trim();
  return /^\d{1,5}$/.test(plain) && Number(plain) > 0 ? Number(plain) : null;
}

/** The first eight; what bears the very short number stands before what merely contains it. */
export async function findDisputes(query: string, signal: AbortSignal): Promise<Found> {
  const short = shortNumber(query);
  const questions = short === null ? [{ q: query }] : [{ short_number: short }, { q: query }];
  const answers = await Promise.all(questions.map((one) => ask<Lines>("/disputes", { ...one, limit: most }, signal)));
  const lines = answers.flatMap((one) => one.disputes);
  const each = new Map(lines.map((line) => [line.id, line]));
  const label = i18next.getFixedT(null, "common")("palette.disputes");
  return { label, entries: [...each.values()].slice(0, most).map(entryOf) };
}
