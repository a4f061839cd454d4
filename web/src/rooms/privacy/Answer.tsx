// All that is held about a person, to be printed and handed to it.
import { Printer } from "lucide-react";
import { useTranslation } from "react-i18next";
import { date, dateTime, money, number } from "../../lib/fmt";
import { Bidi, Button, Card, Facts, Page, Row, Stack } from "../../ui";
import { useCatalogue } from "../shared/catalogue";
import type { OwnData, OwnDispute } from "../shared/shapes";

export function Answer({ data, close }: { data: OwnData; close: () => void }) {
  const { t } = useTranslation("privacy");
  return (
    <Page
      title={t("answer.title")}
      subtitle={t("answer.says", {
        when: dateTime(data.told_at),
        officer: data.officer_name,
        second: data.second_name,
      })}
      actions={
        <Row className="no-print">
          <Button kind="primary" icon={<Printer size={18} aria-hidden />} onClick={() => print()}>
            {t("answer.print")}
          </Button>
          <Button onClick={close}>{t("answer.close")}</Button>
        </Row>
      }
    >
      <Card>
        <p>
          <strong>
            <Bidi>{data.name}</Bidi>
          </strong>
        </p>
        <p>{data.disputes.length === 0 ? t("answer.nothing") : t("answer.count", { count: data.disputes.length })}</p>
      </Card>
      {data.disputes.map((one, n) => (
        <Own key={one.number + one.since} dispute={one} n={n + 1} />
      ))}
    </Page>
  );
}

function Own({ dispute, n }: { dispute: OwnDispute; n: number }) {
  const { t } = useTranslation("privacy");
  const { word } = useCatalogue();
  return (
    <Card title={`${number(n)}. ${dispute.kind_name} · ${dispute.number || t("answer.noNumber")}`}>
      <Stack gap={3}>
        <Facts
          rows={[
            { name: t("answer.office"), value: dispute.organisation_name },
            { name: t("answer.stage"), value: dispute.stage_name },
            { name: t("answer.since"), value: date(dispute.since) },
            { name: t("answer.side"), value: word("side", dispute.side) },
            { name: t("answer.name"), value: <Bidi>{dispute.name}</Bidi> },
            { name: t("answer.number"), value: dispute.id_number && <Bidi>{dispute.id_number}</Bidi> },
            { name: t("answer.phone"), value: dispute.phone && <Bidi>{dispute.phone}</Bidi> },
            { name: t("answer.address"), value: dispute.address },
            { name: t("answer.language"), value: word("tongue", dispute.language) },
            {
              name: t("answer.consent"),
              value: [word("consent", dispute.consent), dispute.consent_at && date(dispute.consent_at)]
                .filter(Boolean)
                .join(" · "),
            },
            { name: t("answer.rights"), value: dispute.rights_told_at && date(dispute.rights_told_at) },
            { name: t("answer.told"), value: dispute.told },
            {
              name: t("answer.visits"),
              value: dispute.answers.map((one) => word("satisfaction", one)).join(" · "),
            },
            { name: t("answer.locked"), value: dispute.restricted ? t("answer.lockedYes") : null },
          ]}
        />
        {dispute.promises.length > 0 && (
          <ul>
            {dispute.promises.map((one) => (
              <li key={one.what + one.due}>
                {t(one.mine ? "answer.owes" : "answer.owed")} {one.what}
                {one.amount !== null && ` · ${money(one.amount)}`} · {date(one.due)} · {word("promise", one.state)}
              </li>
            ))}
          </ul>
        )}
      </Stack>
    </Card>
  );
}
