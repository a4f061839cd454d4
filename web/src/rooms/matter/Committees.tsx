import { MapPin, Phone } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../lib/server";
import { Bidi, Card, Empty, Page, ProblemCard, Row, Skeleton, Stack, useFilters } from "../../ui";
import { nameIn } from "../shared/catalogue";
import { PlacePicker } from "../shared/PlacePicker";
import type { Organisation } from "../shared/shapes";

/** Where people can go: the committees, rooms and centres of a place, with their phones. */
export function Committees() {
  const { t } = useTranslation("matter");
  const filters = useFilters();
  const division = filters.get("division") ?? "";
  const list = useAsk<{ organisations: Organisation[] }>("/committees", { division }, { when: division.length >= 4 });
  return (
    <Page title={t("committees.title")} subtitle={t("committees.says")} back={{ to: "/", label: t("home") }}>
      <Card>
        <PlacePicker value={division} onChange={(code) => filters.set("division", code || null)} />
      </Card>
      {list.error && <ProblemCard error={list.error} retry={() => void list.refetch()} />}
      {division !== "" && !list.data && !list.error && <Skeleton shape="cards" count={2} />}
      {list.data?.organisations.length === 0 && (
        <Card>
          <Empty>{t("committees.none")}</Empty>
        </Card>
      )}
      {list.data?.organisations.map((one) => (
        <One key={one.id} organisation={one} />
      ))}
    </Page>
  );
}

function One({ organisation }: { organisation: Organisation }) {
  const { t, i18n } = useTranslation("matter");
  return (
    <Card title={nameIn(organisation, i18n.language)}>
      <Stack gap={1}>
        <p className="dim">
          {organisation.kind_name} · {organisation.division_name}
        </p>
        {organisation.address && (
          <Row>
            <MapPin size={18} aria-hidden />
            {organisation.address}
          </Row>
        )}
        {organisation.hours && <p>{t("committees.hours", { hours: organisation.hours })}</p>}
        {organisation.phone && (
          <Row>
            <Phone size={18} aria-hidden />
            <a href={`tel:${organisation.phone}`}>
              <Bidi>{organisation.phone}</Bidi>
            </a>
          </Row>
        )}
      </Stack>
    </Card>
  );
}
