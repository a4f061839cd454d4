import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../lib/server";
import { Bidi, Button, Card, Facts, Page, ProblemCard, Skeleton, Stack } from "../../ui";
import { Enrolment } from "../door/Enrolment";
import type { Session } from "../shared/shapes";
import { NewCodes } from "./NewCodes";
import { Password } from "./Password";
import { SecondFactor } from "./SecondFactor";
import { Sessions } from "./Sessions";

type Doing = "enrol" | "codes" | null;

function sessionAgain(queries: QueryClient): void {
  const about = ({ queryKey }: { queryKey: readonly unknown[] }) => /^(me|\/session)/.test(String(queryKey[0]));
  void queries.invalidateQueries({ predicate: about });
}

/** My own account: who I am here, my second factor, where I am signed in, my password. */
export function Account() {
  const { t } = useTranslation("account");
  const session = useAsk<Session>("/session");
  const queries = useQueryClient();
  const [doing, setDoing] = useState<Doing>(null);
  const [told, setTold] = useState(false);
  const begin = (what: Doing) => {
    setTold(false);
    setDoing(what);
  };
  const done = () => {
    setDoing(null);
    sessionAgain(queries);
  };
  const mine = session.data;
  // One thing at a time: while codes are on the screen nothing else is, on paper neither.
  if (doing && mine) {
    const enrolled = mine.second_factor?.enrolled ?? false;
    return (
      <Page
        title={t(doing === "codes" ? "codes.title" : "factor.title")}
        actions={!told && <Button onClick={() => setDoing(null)}>{t("cancel")}</Button>}
      >
        <div style={{ maxInlineSize: "36em" }}>
          {doing === "codes" ? (
            <NewCodes username={mine.username} told={() => setTold(true)} done={done} />
          ) : (
            <Enrolment enrolled={enrolled} told={() => setTold(true)} done={done} />
          )}
        </div>
      </Page>
    );
  }
  return (
    <Page title={t("title")} subtitle={t("says")}>
      {session.error && !mine && <ProblemCard error={session.error} retry={() => void session.refetch()} />}
      {!mine && !session.error && <Skeleton shape="cards" count={3} />}
      {mine && (
        <>
          <Mine mine={mine} />
          <SecondFactor factor={mine.second_factor} demo={mine.demo} begin={begin} />
          <Sessions />
          <Password />
        </>
      )}
    </Page>
  );
}

function Mine({ mine }: { mine: Session }) {
  const { t } = useTranslation("account");
  const roles = mine.roles.length > 0 && (
    <Stack gap={1}>
      {mine.roles.map((one) => (
        <span key={`${one.role} ${one.organisation}`}>
          {one.role_name} · <bdi>{one.organisation_name}</bdi>
          {one.standing_in && <span className="dim"> · {t("standingIn")}</span>}
        </span>
      ))}
    </Stack>
  );
  return (
    <Card>
      <Facts
        rows={[
          { name: t("username"), value: <Bidi>{mine.username}</Bidi> },
          { name: t("person"), value: mine.person_name },
          { name: t("roles"), value: roles || t("noRoles") },
        ]}
      />
    </Card>
  );
}
