import { useQuery } from "@tanstack/react-query";
import { CircleCheck, CircleX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { now } from "../../lib/clock";
import { dateTime } from "../../lib/fmt";
import { tell } from "../../lib/server";
import { Card, Page, ProblemCard, Skeleton, Stack } from "../../ui";

/** Whoever scans the card of a mediator reads here: valid or not. Nothing else is told. */
export function Check() {
  const { t } = useTranslation("resident");
  const { code = "" } = useParams();
  const answer = useQuery({
    queryKey: ["check", code],
    queryFn: () => tell<{ valid: boolean }>("/check", { code }),
    retry: false,
  });
  return (
    <Page title={t("check.title")}>
      {answer.error ? (
        <ProblemCard error={answer.error} retry={() => void answer.refetch()} />
      ) : !answer.data ? (
        <Skeleton shape="cards" count={1} />
      ) : (
        <Card tone={answer.data.valid ? "ok" : "danger"}>
          <Stack gap={3}>
            <h2 aria-live="polite" style={{ display: "flex", gap: "8px", alignItems: "center" }}>
              {answer.data.valid ? <CircleCheck size={26} aria-hidden /> : <CircleX size={26} aria-hidden />}
              {t(answer.data.valid ? "check.valid" : "check.invalid")}
            </h2>
            <p>{t(answer.data.valid ? "check.validSays" : "check.invalidSays")}</p>
            <p className="dim">{t("check.asOf", { when: dateTime(now()) })}</p>
          </Stack>
        </Card>
      )}
      <Card>
        <p>{t("check.free")}</p>
      </Card>
    </Page>
  );
}
