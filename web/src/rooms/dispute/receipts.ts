// Codes of receipts, shown once: laid ready for their page, which keeps them until it is left.
// They stand in no address; names and numbers come from the file.
import { keepOnPage } from "../../lib/kept";
import type { ReceiptCode } from "./types";

export const receiptsOf = (dispute: string) => `/desk/disputes/${dispute}/receipt`;

/** Lays codes ready and says where they are shown. */
export function layReceipts(dispute: string, codes: ReceiptCode[]): string {
  const page = receiptsOf(dispute);
  keepOnPage(page, codes);
  return page;
}
