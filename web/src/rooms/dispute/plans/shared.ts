// What several plans ask of the file.
import type { FileView } from "../types";
import { presentParties } from "../words";

export const none = "0000000000000";
/** A value of the form that another field fills in. */
export const Nothing = () => null;
export const presiding = (file: FileView) =>
  file.dispute.appointments.find((one) => one.presiding && !one.until)?.person;
export const everybody = (file: FileView) => presentParties(file).map((one) => one.id);
/** Nobody sits down with whoever has refused (PML art. 17). */
export const willing = (file: FileView) =>
  presentParties(file)
    .filter((one) => one.consent !== "refused")
    .map((one) => one.id);
export const text = (value: unknown) => (typeof value === "string" ? value : "");
