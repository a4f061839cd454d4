import { useAsk } from "../../lib/server";
import type { PaperList } from "./shapes";

export const usePapers = (dispute: string) => useAsk<PaperList>(`/disputes/${dispute}/papers`);
