// Who may open the page of an organisation (the server's right "see_people").
import type { Role } from "../../shell/session";

const seeing: Role[] = [
  "desk_clerk",
  "mediator",
  "director",
  "supervisor",
  "system_administrator",
  "security_administrator",
];
const answering: Role[] = ["director", "supervisor"];

export const seesPeople = (roles: Role[] = []) => roles.some((role) => seeing.includes(role));

/** Who owes what committees owe: the director, and the bureau above. */
export const owesDuties = (roles: Role[] = []) => roles.some((role) => answering.includes(role));
