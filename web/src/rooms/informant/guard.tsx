import { type ReactNode, useEffect } from "react";
import { Skeleton } from "../../ui";
import { type Role, useSignedIn } from "../../shell/session";

/** A page for people with an account: who has none here is sent to the door first. */
export function SignedIn({ role, children }: { role: Role; children: ReactNode }) {
  const { me, known } = useSignedIn();
  const may = me?.roles.includes(role) ?? false;
  useEffect(() => {
    if (known && !may) location.replace(`/desk/sign-in?next=${encodeURIComponent(location.pathname)}`);
  }, [known, may]);
  if (!may) return <Skeleton shape="cards" count={2} />;
  return <>{children}</>;
}
