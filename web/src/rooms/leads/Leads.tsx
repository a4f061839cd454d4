import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dateTime } from "../../lib/fmt";
import { byId, rowsOf, useOnward } from "../../lib/onward";
import {
  Button,
  Card,
  Deadline,
  Drawer,
  Empty,
  Onward,
  Page,
  ProblemCard,
  Row,
  Skeleton,
  Stack,
  StatusBadge,
  Tabs,
  useFilters,
} from "../../ui";
import css from "../intake/intake.module.css";
import { Receipts } from "../intake/Receipts";
import type { Lead, Leads as Listed, ReceiptCode } from "../shared/shapes";
import { useShownOnce } from "../shared/shownOnce";
import { Triage } from "./Triage";
import { toneOfLead, toneOfUrgency } from "./tones";

export interface Triaged {
  lead: Lead;
  codes: ReceiptCode[];
}

// The receipts of a sign that became a request, and where it lies now.
interface Opened {
  dispute: string | null;
  codes: ReceiptCode[];
}

/** Signs that informants reported: looked into here, and answered. */
export function Leads() {
  const { t } = useTranslation("leads");
  const filters = useFilters();
  const tab = filters.get("tab") ?? "waiting";
  const { shown: triaged, show: setTriaged } = useShownOnce<Opened>();
  return (
    <Page title={t("title")} subtitle={t("says")}>
      {triaged && <Receipts codes={triaged.codes} />}
      {triaged?.dispute && (
        <Row>
          <Button kind="primary" to={`/desk/disputes/${triaged.dispute}`}>
            {t("openDispute")}
          </Button>
        </Row>
      )}
      <Tabs
        label={t("title")}
        value={tab}
        onChange={(key) => filters.set("tab", key === "waiting" ? null : key)}
        tabs={[
          {
            key: "waiting",
            label: t("waiting"),
            content: <List title={t("waiting")} status="reported" done={setTriaged} />,
          },
          { key: "all", label: t("all"), content: <List title={t("all")} done={setTriaged} /> },
        ]}
      />
    </Page>
  );
}

interface ListProps {
  title: string;
  status?: string;
  done: (opened: Opened) => void;
}

function List({ title, status, done }: ListProps) {
  const { t } = useTranslation("leads");
  const queries = useQueryClient();
  const list = useOnward<Listed>("/leads", { status });
  const leads = rowsOf(list, (page) => page.leads, byId);
  const [open, setOpen] = useState<Lead | null>(null);
  if (list.error && !leads) return <ProblemCard error={list.error} retry={() => void list.refetch()} />;
  if (!leads) return <Skeleton shape="cards" count={3} />;
  if (leads.length === 0)
    return (
      <Card>
        <Empty>{t("none")}</Empty>
      </Card>
    );
  return (
    <Stack gap={3}>
      <h2 className="hidden-visually">{title}</h2>
      <Onward list={list} items={leads} itemKey={byId}>
        {(lead) => <LeadCard lead={lead} open={() => setOpen(lead)} />}
      </Onward>
      <Drawer open={open !== null} onClose={() => setOpen(null)} title={t("triage")} size="xl">
        {open && (
          <Triage
            lead={open}
            done={(answer) => {
              setOpen(null);
              done({ dispute: answer.lead.dispute, codes: answer.codes });
              void queries.invalidateQueries({ queryKey: ["/leads"] });
              scrollTo(0, 0);
            }}
          />
        )}
      </Drawer>
    </Stack>
  );
}

function LeadCard({ lead, open }: { lead: Lead; open: () => void }) {
  const { t } = useTranslation("leads");
  return (
    <Card
      level={3}
      title={`${lead.place_name} · ${lead.kind_name}`}
      tone={lead.urgency === "now" && lead.status === "reported" ? "danger" : "plain"}
      actions={<StatusBadge tone={toneOfLead(lead.status)}>{lead.status_name}</StatusBadge>}
    >
      <Stack gap={2}>
        <p className={css.words}>{lead.words}</p>
        <Row className="dim">
          {lead.where && <span>{lead.where}</span>}
          <bdi>{dateTime(lead.reported_at)}</bdi>
          <StatusBadge tone={toneOfUrgency(lead.urgency)}>{t(`urgency.${lead.urgency}`)}</StatusBadge>
          {lead.status === "reported" && lead.due_at && <Deadline due={lead.due_at} />}
        </Row>
        {lead.outcome && <p>{t("told", { outcome: lead.outcome })}</p>}
        <Row>
          {lead.status === "reported" && (
            <Button kind="primary" onClick={open}>
              {t("triage")}
            </Button>
          )}
          {lead.dispute && <Button to={`/desk/disputes/${lead.dispute}`}>{t("openDispute")}</Button>}
        </Row>
      </Stack>
    </Card>
  );
}
