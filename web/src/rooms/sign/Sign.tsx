import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { tell } from "../../lib/server";
import { problemOf } from "../../problem";
import { Card, Page, ProblemCard, Skeleton } from "../../ui";
import { codeInAddress } from "../matter/code";
import { Closed } from "./Closed";
import { SignForm } from "./SignForm";
import type { Door, SigningPage } from "./shapes";
import { Text } from "./Text";

/** By a link of one's own: its token stands behind '#', and never in a request line. */
export function Sign() {
  return <ByAddress door={(secret) => ({ token: secret })} />;
}

/** By the code of one's receipt, where the mediator made a link for this party. */
export function SignOwn() {
  return <ByAddress door={(secret) => ({ code: secret })} own />;
}

function ByAddress({ door, own = false }: { door: (secret: string) => Door; own?: boolean }) {
  const { t } = useTranslation("sign");
  const [secret, setSecret] = useState(() => codeInAddress());
  const { hash } = useLocation();
  useEffect(() => setSecret(codeInAddress(hash)), [hash]);
  const back = own ? { to: `/my#${secret}`, label: t("backToMatter") } : undefined;
  if (secret === "")
    return (
      <Page title={t("title")}>
        <Card tone="warn">
          <p>{t("noLink")}</p>
        </Card>
      </Page>
    );
  return (
    <Signing key={secret} door={door(secret)}>
      {(title, content) => (
        <Page title={title} back={back}>
          {content}
        </Page>
      )}
    </Signing>
  );
}

interface SigningProps {
  door: Door;
  /** The frame around it: the resident's shell, or the tablet that was handed over. */
  children: (title: string, content: ReactNode) => ReactNode;
}

/** The text of an agreement and the way to sign it; once. */
export function Signing({ door, children }: SigningProps) {
  const { t, i18n } = useTranslation("sign");
  const queries = useQueryClient();
  const queryKey = ["signing", ...Object.values(door), i18n.language];
  const [changed, setChanged] = useState(false);
  // Words that outlive the form, which begins anew with another text.
  const reason = useRef("");
  const {
    data: found,
    error,
    refetch,
  } = useQuery({
    queryKey,
    queryFn: () => tell<SigningPage>("/signing", door),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  // The page stays, and what was written on it, until it is there in the other language.
  const last = useRef(found);
  if (found) last.current = found;
  const data = found ?? last.current;
  if (error && !data) {
    const none = problemOf(error).code === "signing.nothing_to_sign";
    return children(
      t("title"),
      none ? (
        <Card tone="ok">
          <p>{problemOf(error).detail}</p>
        </Card>
      ) : (
        <ProblemCard error={error} retry={() => void refetch()} />
      ),
    );
  }
  if (!data) return children(t("title"), <Skeleton shape="cards" count={3} />);
  if (data.state !== "open") return children(t(`closed.${closedAs(data)}.title`), <Closed page={data} />);
  const readAgain = () => {
    setChanged(true);
    scrollTo({ top: 0 });
    void refetch();
  };
  return children(
    t("title"),
    <>
      {error && !found && <ProblemCard error={error} retry={() => void refetch()} />}
      {changed && (
        <Card tone="warn" title={t("changed.title")}>
          <p role="alert">{t("changed.says")}</p>
        </Card>
      )}
      <Text page={data} />
      <SignForm
        key={data.text}
        page={data}
        door={door}
        then={(next) => queries.setQueryData(queryKey, next)}
        onChanged={readAgain}
        reason={reason}
      />
    </>,
  );
}

export function closedAs(page: SigningPage) {
  if (page.state === "used") return page.signed_at ? "signed" : "sentBack";
  return page.state === "open" ? "used" : page.state;
}
