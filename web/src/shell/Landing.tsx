import { useEffect } from "react";
import { Navigate } from "react-router";
import { landingOf } from "../rooms/door/session";
import { Invited } from "../rooms/work/Invited";
import { MyDesk } from "../rooms/work/MyDesk";
import { Skeleton } from "../ui/Empty";
import { type Role, useSignedIn } from "./session";

// Who has steps of his own to do; an adviser only reads where he was invited.
const working: Role[] = ["mediator", "desk_clerk", "director"];

/** Everybody begins where their own work is; who has not signed in does that first. */
export function Landing() {
  const { me, known } = useSignedIn();
  const to = me ? landingOf(me.roles) : "/desk/sign-in";
  const elsewhere = known && !to.startsWith("/desk");
  useEffect(() => {
    if (elsewhere) location.replace(to);
  }, [elsewhere, to]);
  if (!known || elsewhere) return <Skeleton shape="cards" count={3} />;
  if (to !== "/desk") return <Navigate to={to} replace />;
  return me?.roles.some((role) => working.includes(role)) ? <MyDesk /> : <Invited />;
}
