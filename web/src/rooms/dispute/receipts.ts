// Codes of receipts, shown once and kept nowhere: not in the address, not in the history.
import type { FileView, ReceiptCode } from "./types";

export interface Shown {
  number: string;
  kind: string;
  place: string;
  office: string;
  phone: string;
  codes: (ReceiptCode & { name: string })[];
}

let shown: Shown | null = null;

/** Lays codes ready for the page of receipts, which is opened next. */
export function layReceipts(file: FileView, codes: ReceiptCode[]): void {
  const desk = file.dispute.handlings[0]?.organisation;
  const office = file.organisations.find((one) => one.id === desk);
  shown = {
    number: file.number,
    kind: file.kind_name,
    place: file.place_name,
    office: office?.name ?? "",
    phone: office?.phone ?? "",
    codes: codes.map((one) => ({
      ...one,
      name: file.dispute.parties.find((party) => party.id === one.party)?.name ?? "",
    })),
  };
}

export function laidReceipts(): Shown | null {
  return shown;
}
