import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { type Role, signOut, useSignedIn } from "../../shell/session";
import { Button, Row, Skeleton, Stack, toastProblem } from "../../ui";

/** A page for people with an account: who has none here is sent to the door first. */
export function SignedIn({ who, children }: { who: Role; children: ReactNode }) {
  const { t } = useTranslation("informant");
  const { me, known } = useSignedIn();
  const may = me?.roles.includes(who) ?? false;
  useEffect(() => {
    if (known && !may) location.replace(`/desk/sign-in?next=${encodeURIComponent(location.pathname)}`);
  }, [known, may]);
  if (!may || !me) return <Skeleton shape="cards" count={2} />;
  return (
    <Stack gap={4}>
      {children}
      <Row className="dim">
        <span>
          <bdi>{me.name}</bdi> · {me.post}
        </span>
        <a href="/desk/account">{t("account")}</a>
        <Button onClick={() => void signOut().catch(toastProblem)}>{t("leave")}</Button>
      </Row>
    </Stack>
  );
}
