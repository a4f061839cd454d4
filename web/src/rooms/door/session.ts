// How the entries ask who is here: GET /session, which has an answer for nobody, too.
import { queries } from "../../api";
import { dropEverything, dropOthers, keepFor } from "../../lib/kept";
import { ask, tell } from "../../lib/server";
import { forgetEverything, type Me, openDoor, type Role } from "../../shell/session";
import type { Session } from "../shared/shapes";

let last: Session | null = null;

/** The last answer of the server about this session; null before the first one. */
export function session(): Session | null {
  return last;
}

function meOf(answer: Session): Me | null {
  last = answer;
  keepFor(answer.account);
  if (!answer.signed_in) return null;
  const first = answer.roles[0];
  return {
    person: answer.person ?? "",
    name: answer.person_name,
    roles: answer.roles.map((one) => one.role),
    post: first ? `${first.role_name} · ${first.organisation_name}` : answer.organisation_name,
  };
}

export function openTheDoor(): void {
  openDoor({
    ask: async () => meOf(await ask<Session>("/session")),
    leave: async () => {
      await tell<Session>("/session", null, { verb: "DELETE" });
      dropEverything();
      location.assign("/desk/sign-in");
    },
  });
}

const places: [Role, string][] = [
  ["mediator", "/desk"],
  ["desk_clerk", "/desk"],
  ["director", "/desk"],
  ["supervisor", "/desk/indicators"],
  ["agency_officer", "/link"],
  ["adviser", "/desk"],
  ["informant", "/i"],
  ["system_administrator", "/desk/admin"],
  ["security_administrator", "/desk/accounts"],
  ["auditor", "/desk/audit"],
];

/** Where a person with these roles begins. */
export function landingOf(roles: Role[]): string {
  return places.find(([role]) => roles.includes(role))?.[1] ?? "/desk/me";
}

/** Whether a page of this house was wanted. */
function ownPage(wanted?: string | null): string | null {
  return wanted?.startsWith("/") && !wanted.startsWith("//") && !wanted.includes("\\") ? wanted : null;
}

/** After signing in: a fresh page, so that nothing of the person before stays. Who still owes a code gives it first. */
export function enter(answer: Session, wanted?: string | null): void {
  forgetEverything(queries);
  keepFor(answer.account);
  dropOthers();
  const own = ownPage(wanted);
  if (answer.signed_in) location.assign(own ?? landingOf(answer.roles.map((one) => one.role)));
  else location.assign(`/desk/sign-in${own ? `?next=${encodeURIComponent(own)}` : ""}`);
}
