import { useTranslation } from "react-i18next";
import { dateTime } from "../../../lib/fmt";
import { Button, Card, Empty, Facts, Row, Stack, StatusBadge } from "../../../ui";
import css from "../dispute.module.css";
import { usePartyName, useWords } from "../words";
import { Deeds } from "./Deeds";
import type { PartProps } from "./parts";

/** Return visits: what each party says, and whether the quarrel flares up again. */
export function Visits({ file, deeds, open }: PartProps) {
  const { t } = useTranslation("dispute");
  const { word } = useWords();
  const nameOf = usePartyName(file);
  const { visits } = file.dispute;
  const may = deeds.includes("followup.visited");
  if (visits.length === 0)
    return (
      <Card>
        <Empty
          action={
            may && (
              <Button kind="primary" onClick={() => open("followup.visited")}>
                {t("visitFirst")}
              </Button>
            )
          }
        >
          {t("noVisits")}
        </Empty>
      </Card>
    );
  return (
    <Stack gap={3}>
      {visits.toReversed().map((visit) => (
        <Card
          key={visit.id}
          level={3}
          title={`${dateTime(visit.at)} · ${word("by", visit.by)}`}
          actions={
            <Row gap={1}>
              <StatusBadge tone={visit.performed ? "ok" : "danger"}>
                {t(visit.performed ? "kept" : "notKept")}
              </StatusBadge>
              {visit.relapse && <StatusBadge tone="danger">{t("relapse")}</StatusBadge>}
            </Row>
          }
        >
          <Facts
            rows={visit.answers.map((one) => ({
              name: nameOf(one.party),
              value: word("satisfaction", one.satisfaction),
            }))}
          />
          <p className={css.words}>{visit.findings}</p>
        </Card>
      ))}
      <Deeds of={["followup.visited", "followup.reopened", "followup.archived"]} deeds={deeds} open={open} />
    </Stack>
  );
}
