import type { components } from "../../schema";

export type SessionList = components["schemas"]["registry.SessionList"];
export type OneSession = components["schemas"]["registry.OneSessionView"];
