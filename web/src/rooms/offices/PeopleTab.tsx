import { useTranslation } from "react-i18next";
import { number } from "../../lib/fmt";
import { Bidi, Card, type Column, DataTable, Empty, StatusBadge } from "../../ui";
import { useCatalogue } from "../shared/catalogue";
import type { Overview, Serving } from "./shapes";
import { certificateTone } from "./tones";

/** Who serves here: as what, elected or engaged, with which certificate, and the disputes in hand. */
export function PeopleTab({ said }: { said: Overview }) {
  const { t } = useTranslation("organisation");
  const { word, kindName } = useCatalogue();
  const columns: Column<Serving>[] = [
    {
      key: "name",
      head: t("people.name"),
      primary: true,
      cell: (one) => (
        <>
          <bdi>{one.name}</bdi> {one.away && <StatusBadge tone="info">{t("people.away")}</StatusBadge>}
        </>
      ),
    },
    {
      key: "as",
      head: t("people.as"),
      cell: (one) => [one.serves_as_name, one.staffing_name].filter(Boolean).join(" · "),
    },
    {
      key: "engaged",
      head: t("people.engaged"),
      cell: (one) => [one.engaged_name, one.post_name].filter(Boolean).join(" · "),
    },
    {
      key: "certificate",
      head: t("people.certificate"),
      cell: (one) => (
        <>
          <StatusBadge tone={certificateTone[one.certificate_state]}>
            {t(`certificate.${one.certificate_state}`)}
          </StatusBadge>
          {one.certificate_until && (
            <span className="dim">
              {" "}
              <Bidi>{one.certificate_until}</Bidi>
            </span>
          )}
        </>
      ),
    },
    {
      key: "languages",
      head: t("people.languages"),
      cell: (one) => one.languages.map((tongue) => word("tongue", tongue)).join(" · ") || "–",
    },
    { key: "skills", head: t("people.skills"), cell: (one) => one.skills.map(kindName).join(" · ") || "–" },
    { key: "phone", head: t("people.phone"), cell: (one) => (one.phone ? <Bidi>{one.phone}</Bidi> : "–") },
    { key: "load", head: t("people.load"), align: "end", cell: (one) => number(one.load) },
  ];
  return (
    <Card flush title={t("people.title")}>
      <DataTable
        caption={t("people.title")}
        columns={columns}
        rows={said.people}
        rowKey={(one) => one.id}
        total={said.people.length}
        empty={<Empty>{t("people.none")}</Empty>}
      />
    </Card>
  );
}
