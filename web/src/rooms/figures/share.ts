import { percent } from "../../lib/fmt";
/** "98.93%", as the server cut it off; a dash where nothing was counted. */
export function share(part: { hundredths: number | null }): string {
  return part.hundredths === null ? "–" : percent(part.hundredths / 10_000, 2);
}
