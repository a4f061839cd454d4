import { percent } from "../../lib/fmt";
import type { Part } from "../shared/shapes";

/** "98.93%", as the server cut it off; a dash where nothing was counted. */
export function share(part: Part): string {
  return part.hundredths === null ? "–" : percent(part.hundredths / 10_000, 2);
}
