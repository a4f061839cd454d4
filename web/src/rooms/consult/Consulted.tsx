// On one's desk: the case conferences that wait for one's advice.
import { useTranslation } from "react-i18next";
import { byId, rowsOf } from "../../lib/onward";
import { Onward, ProblemCard } from "../../ui";
import { ConsultationCard } from "./Consultations";
import { useConsultations } from "./useConsulted";

export function Consulted() {
  const { t } = useTranslation("consult");
  const list = useConsultations(true);
  const waiting = rowsOf(list, (page) => page.consultations, byId) ?? [];
  if (list.error && !list.data) return <ProblemCard error={list.error} retry={() => void list.refetch()} />;
  if (waiting.length === 0) return null;
  return (
    <section aria-label={t("waiting")}>
      <Onward list={list} items={waiting} itemKey={byId}>
        {(one) => <ConsultationCard one={one} below="/desk/consultations" />}
      </Onward>
    </section>
  );
}
