// On one's desk: the case conferences that wait for one's advice.
import { useTranslation } from "react-i18next";
import { Stack } from "../../ui";
import { ConsultationCard } from "./Consultations";
import { useConsultations } from "./useConsulted";

export function Consulted() {
  const { t } = useTranslation("consult");
  const waiting = (useConsultations().data?.consultations ?? []).filter((one) => !one.advised_at && !one.decided_at);
  if (waiting.length === 0) return null;
  return (
    <section aria-label={t("waiting")}>
      <Stack gap={3}>
        {waiting.map((one) => (
          <ConsultationCard key={one.id} one={one} below="/desk/consultations" />
        ))}
      </Stack>
    </section>
  );
}
