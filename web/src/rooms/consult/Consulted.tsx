// On one's desk: the case conferences that wait for one's advice.
import { useTranslation } from "react-i18next";
import { Onward } from "../../ui";
import { ConsultationCard } from "./Consultations";
import { useConsultations } from "./useConsulted";

export function Consulted() {
  const { t } = useTranslation("consult");
  const list = useConsultations(true);
  const waiting = list.data?.pages.flatMap((page) => page.consultations) ?? [];
  if (waiting.length === 0) return null;
  return (
    <section aria-label={t("waiting")}>
      <Onward list={list} items={waiting} itemKey={(one) => one.id}>
        {(one) => <ConsultationCard one={one} below="/desk/consultations" />}
      </Onward>
    </section>
  );
}
