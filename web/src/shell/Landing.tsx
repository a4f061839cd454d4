import { Navigate } from "react-router";
import { deskPages } from "../entries/deskPages";
import { useMe } from "./session";

/** Everybody begins at the first page of their own navigation. */
export function Landing() {
  const roles = useMe()?.roles ?? [];
  const first = deskPages.find(
    (page) => page.nav && (!page.nav.roles || page.nav.roles.some((role) => roles.includes(role))),
  );
  return <Navigate to={first?.path ?? "/desk/me"} replace />;
}
