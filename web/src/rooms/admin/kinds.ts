// What follows from the kind of an office: its level, its seal, and what its people serve as.
import type { Level, OfficeKind, Service } from "./shapes";

const fixed: Partial<Record<OfficeKind, Level>> = {
  village_committee: "community",
  community_committee: "community",
  township_committee: "subdistrict",
  subdistrict_committee: "subdistrict",
  judicial_office: "subdistrict",
};

const usual: Partial<Record<OfficeKind, Level>> = {
  resolution_centre: "subdistrict",
  legal_service_centre: "subdistrict",
  personal_room: "community",
  mediation_group: "community",
};

const committees: OfficeKind[] = [
  "village_committee",
  "community_committee",
  "township_committee",
  "subdistrict_committee",
  "enterprise_committee",
  "social_committee",
];

const counting: OfficeKind[] = [...committees, "resolution_centre", "legal_service_centre", "judicial_office"];
const agencies: OfficeKind[] = ["police", "petition_office", "procuratorate", "court"];
const rooms: OfficeKind[] = ["personal_room", "stationed_room", "mediation_group"];

export const levels: Level[] = ["community", "subdistrict", "district", "city"];

/** Whether the kind leaves no choice of a level. */
export const levelIsFixed = (kind: OfficeKind | null) => kind !== null && fixed[kind] !== undefined;

export function levelOf(kind: OfficeKind | null): Level {
  return (kind && (fixed[kind] ?? usual[kind])) || "district";
}

/** A committee in its own right has a seal. */
export const usuallySeals = (kind: OfficeKind | null) => kind !== null && committees.includes(kind);

/** Those that accept or conclude number what they do. */
export const numbers = (kind: OfficeKind | null) => kind !== null && counting.includes(kind);

export function servesAs(kind: OfficeKind): Service {
  if (committees.includes(kind) || rooms.includes(kind)) return "mediator";
  return agencies.includes(kind) ? "officer" : "staff";
}
