// The demo: who can be tried, and its own time. Outside demo mode the server has no such routes,
// and the session says so before anything is asked.
import { queries } from "../../api";
import { tell, useAsk } from "../../lib/server";
import { forgetEverything, useSignedIn } from "../../shell/session";
import { landingOf, session } from "../door/session";
import type { Session } from "../shared/shapes";

export interface Face {
  key: "resident" | "informant" | "desk_clerk" | "mediator" | "director" | "supervisor" | "court_liaison";
  name: string;
  title: string;
  try_this: string;
  signed_in: boolean;
}

export interface Demo {
  demo: boolean;
  now: string;
  faces: Face[];
  note: string;
}

/** The demo as it stands; nothing outside demo mode. */
export function useDemo(): Demo | null {
  const { known } = useSignedIn();
  return useAsk<Demo>("/demo", {}, { when: known && session()?.demo === true }).data ?? null;
}

interface Faced extends Partial<Session> {
  code?: string | null;
  session?: Session | null;
}

/** Becomes this person and goes to where his or her work begins. */
export async function become(face: Face): Promise<void> {
  const answer = await tell<Faced>("/demo/face", { face: face.key });
  forgetEverything(queries);
  if (answer.code) {
    location.assign(`/my#${answer.code}`);
    if (location.pathname === "/my") location.reload();
    return;
  }
  const roles = (answer.session ?? answer).roles ?? [];
  location.assign(roles.length > 0 ? landingOf(roles.map((one) => one.role)) : "/desk");
}

/** Moves the time of the demo ahead; deadlines pass as they would. */
export async function moveClock(days: number): Promise<void> {
  await tell("/demo/clock", { days });
  location.reload();
}

/** "2023-11-20T…" → 30: so many days ahead it is the same day of the next month. */
export function daysOfThisMonth(now: string): number {
  return new Date(Date.UTC(Number(now.slice(0, 4)), Number(now.slice(5, 7)), 0)).getUTCDate();
}
