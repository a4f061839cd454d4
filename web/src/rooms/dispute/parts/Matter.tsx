// What the dispute is about, in the words of the request.
import { useTranslation } from "react-i18next";
import { dateTime, listed } from "../../../lib/fmt";
import { Card, Facts, Money } from "../../../ui";
import css from "../dispute.module.css";
import { useWords } from "../words";
import { Deeds } from "./Deeds";
import type { PartProps } from "./parts";

export function Matter({ file, deeds, open }: PartProps) {
  const { t } = useTranslation("dispute");
  const { word } = useWords();
  const { dispute } = file;
  return (
    <Card title={t("tab.matter")}>
      <Facts
        rows={[
          { name: t("field.kind"), value: file.kind_name },
          { name: t("field.place"), value: file.place_name },
          { name: t("source"), value: file.source_name },
          { name: t("field.facts"), value: dispute.facts && <span className={css.words}>{dispute.facts}</span> },
          { name: t("field.request"), value: dispute.request && <span className={css.words}>{dispute.request}</span> },
          { name: t("field.amount"), value: dispute.amount !== null && <Money fen={dispute.amount} /> },
          { name: t("people"), value: String(dispute.people) },
          { name: t("marks"), value: listed(dispute.marks.map((one) => word("mark", one))) },
          { name: t("heardAt"), value: dateTime(dispute.started_at) },
          { name: t("acceptedAt"), value: dispute.accepted_at && dateTime(dispute.accepted_at) },
          { name: t("concludedAt"), value: dispute.concluded_at && dateTime(dispute.concluded_at) },
        ]}
      />
      <Deeds of={["acceptance.amended"]} deeds={deeds} open={open} />
    </Card>
  );
}
