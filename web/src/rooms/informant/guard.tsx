import { type ReactNode, useEffect } from "react";
import { type Role, useSignedIn } from "../../shell/session";
import { Skeleton } from "../../ui";

/** A page for people with an account: who has none here is sent to the door first. */
export function SignedIn({ who, children }: { who: Role; children: ReactNode }) {
  const { me, known } = useSignedIn();
  const may = me?.roles.includes(who) ?? false;
  useEffect(() => {
    if (known && !may) location.replace(`/desk/sign-in?next=${encodeURIComponent(location.pathname)}`);
  }, [known, may]);
  if (!may) return <Skeleton shape="cards" count={2} />;
  return <>{children}</>;
}
