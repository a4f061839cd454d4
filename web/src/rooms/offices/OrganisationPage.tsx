import { useQueryClient } from "@tanstack/react-query";
import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { articleOf } from "../../lib/fmt";
import { useAsk } from "../../lib/server";
import {
  Button,
  Card,
  Drawer,
  Menu,
  type MenuEntry,
  Page,
  ProblemCard,
  Skeleton,
  Stack,
  StatusBadge,
  Tabs,
  useFilters,
} from "../../ui";
import { nameIn } from "../shared/catalogue";
import { About } from "./About";
import { Close, Merge, Move, Particulars, Standing } from "./changes";
import { Figures } from "./Figures";
import { HistoryTab } from "./HistoryTab";
import { Lower } from "./Lower";
import { NumbersTab } from "./NumbersTab";
import { PeopleTab } from "./PeopleTab";
import { PlacesTab } from "./PlacesTab";
import { type Overview, pageOf } from "./shapes";
import { TermTab } from "./TermTab";
import { termTone } from "./tones";

/** One organisation: what it is, who serves there, its term, its figures, its history. */
export function OrganisationPage() {
  const { t } = useTranslation("organisation");
  const { organisation = "" } = useParams();
  const { data, error, refetch } = useAsk<Overview>(`/organisations/${organisation}/overview`);
  if (data) return <Found key={organisation} said={data} />;
  return (
    <Page title={t("one")} back={{ to: "/desk/organisations", label: t("all") }}>
      <Card>{error ? <ProblemCard error={error} retry={() => void refetch()} /> : <Skeleton count={6} />}</Card>
    </Page>
  );
}

function Found({ said }: { said: Overview }) {
  const { t, i18n } = useTranslation("organisation");
  const filters = useFilters();
  const { organisation, term } = said;
  const name = nameIn(organisation, i18n.language);
  const tabs = [
    { key: "people", label: t("tab.people"), count: said.people.length, content: <PeopleTab said={said} /> },
    ...(said.needs_term ? [{ key: "term", label: t("tab.term"), content: <TermTab said={said} /> }] : []),
    ...(organisation.short_name
      ? [{ key: "numbers", label: t("tab.numbers"), content: <NumbersTab organisation={organisation.id} /> }]
      : []),
    ...(organisation.closed_at
      ? []
      : [{ key: "places", label: t("tab.places"), content: <PlacesTab organisation={organisation.id} /> }]),
    ...(said.may.read_history
      ? [{ key: "history", label: t("tab.history"), content: <HistoryTab organisation={organisation.id} /> }]
      : []),
  ];
  const wanted = filters.get("tab");
  return (
    <Page
      title={name}
      subtitle={[organisation.kind_name, organisation.division_name].filter(Boolean).join(" · ")}
      badges={
        <>
          {organisation.closed_at && <StatusBadge tone="neutral">{t("closed")}</StatusBadge>}
          {term && !organisation.closed_at && (
            <StatusBadge tone={termTone[term.state]}>{`${t("tab.term")}: ${term.state_name}`}</StatusBadge>
          )}
        </>
      }
      back={{ to: "/desk/organisations", label: t("all") }}
      actions={<Changes said={said} />}
    >
      <Warnings said={said} />
      <About said={said} />
      {said.figures && <Figures figures={said.figures} organisation={organisation.id} open={said.may.read_disputes} />}
      <Lower said={said} />
      <Tabs
        label={name}
        tabs={tabs}
        value={tabs.some((one) => one.key === wanted) ? (wanted ?? "people") : "people"}
        onChange={(key) => filters.set("tab", key === "people" ? null : key)}
      />
    </Page>
  );
}

/** What must not be overlooked: it is closed, its term is over, a seat is empty. */
function Warnings({ said }: { said: Overview }) {
  const { t } = useTranslation("organisation");
  const { term, successor, organisation } = said;
  if (organisation.closed_at)
    return (
      <Card tone="warn">
        <p>
          {t("closedSays")}{" "}
          {successor && (
            <>
              {t("successor")} <Link to={pageOf(successor.id)}>{successor.name}</Link>
            </>
          )}
        </p>
      </Card>
    );
  if (!said.needs_term) return null;
  if (!term)
    return (
      <Card tone="info">
        <p>{t("term.none")}</p>
      </Card>
    );
  const expired = term.state === "expired";
  if (!expired && term.faults.length === 0 && term.state !== "ending") return null;
  return (
    <Card tone={expired || term.faults.length > 0 ? "warn" : "info"}>
      <Stack gap={2}>
        {expired && <p>{t("term.expired", { date: term.ends })}</p>}
        {term.state === "ending" && <p>{t("term.ending", { date: term.ends })}</p>}
        {term.faults.map((fault) => (
          <p key={fault.code}>
            {fault.says} {fault.article && <span className="dim">{articleOf(fault.article)}</span>}
          </p>
        ))}
      </Stack>
    </Card>
  );
}

type Deed = "particulars" | "standing" | "move" | "merge" | "close";

/** What may be changed about the organisation itself. */
function Changes({ said }: { said: Overview }) {
  const { t } = useTranslation("organisation");
  const [open, setOpen] = useState<Deed | null>(null);
  const queries = useQueryClient();
  const { organisation } = said;
  const administer = said.may.administer && !organisation.closed_at && (
    <Button to={`/desk/admin/${organisation.id}`}>{t("administer")}</Button>
  );
  if (!said.may.keep || organisation.closed_at) return administer || null;
  const deeds: Deed[] = organisation.parent
    ? ["particulars", "standing", "move", "merge", "close"]
    : ["particulars", "standing"];
  const entries: MenuEntry[] = deeds.map((deed) => ({
    label: t(`deed.${deed}.verb`),
    onClick: () => setOpen(deed),
    danger: deed === "close" || deed === "merge",
  }));
  const done = () => {
    setOpen(null);
    void queries.invalidateQueries();
  };
  return (
    <>
      {administer}
      <Menu
        label={t("change")}
        button={<Button icon={<Ellipsis size={18} aria-hidden />}>{t("change")}</Button>}
        entries={entries}
      />
      <Drawer open={open !== null} onClose={() => setOpen(null)} title={open ? t(`deed.${open}.title`) : ""}>
        {open === "particulars" && <Particulars said={said} done={done} />}
        {open === "standing" && <Standing said={said} done={done} />}
        {open === "move" && <Move said={said} done={done} />}
        {open === "merge" && <Merge said={said} done={done} />}
        {open === "close" && <Close said={said} done={done} />}
      </Drawer>
    </>
  );
}
