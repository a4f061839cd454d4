// Calls for joint mediation, as the department that was called sees them.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { dateTime, listed } from "../../lib/fmt";
import { byId, rowsOf } from "../../lib/onward";
import {
  Bidi,
  Button,
  Card,
  Deadline,
  Empty,
  Facts,
  Onward,
  Page,
  ProblemCard,
  Skeleton,
  Stack,
  StatusBadge,
  Tabs,
  useFilters,
} from "../../ui";
import { callTone } from "../dispute/calls";
import { SignedIn } from "../informant/guard";
import type { CallAsked } from "../shared/shapes";
import { AgencyNav, useCalls } from "./AgencyNav";
import css from "./agency.module.css";

export function Calls() {
  return (
    <SignedIn who="agency_officer">
      <Both />
    </SignedIn>
  );
}

function Both() {
  const { t } = useTranslation("agency");
  const filters = useFilters();
  return (
    <Page title={t("joint.title")} subtitle={t("joint.says")}>
      <AgencyNav />
      <Tabs
        label={t("joint.title")}
        value={filters.get("tab") ?? "running"}
        onChange={(key) => filters.set("tab", key === "running" ? null : key)}
        tabs={(["running", "over"] as const).map((key) => ({
          key,
          label: t(`joint.${key}`),
          content: <List over={key === "over"} />,
        }))}
      />
    </Page>
  );
}

function List({ over }: { over: boolean }) {
  const { t } = useTranslation("agency");
  const list = useCalls(over);
  const calls = rowsOf(list, (page) => page.calls, byId);
  if (list.error && !calls) return <ProblemCard error={list.error} retry={() => void list.refetch()} />;
  if (!calls) return <Skeleton shape="cards" count={2} />;
  if (calls.length === 0)
    return (
      <Card>
        <Empty>{t(over ? "joint.noneOver" : "joint.none")}</Empty>
      </Card>
    );
  return (
    <Onward list={list} items={calls} itemKey={byId}>
      {(one) => <CallCard call={one} />}
    </Onward>
  );
}

/** One call in short: what is asked, by whom, by when. */
export function CallCard({ call }: { call: CallAsked }) {
  const { t } = useTranslation("agency");
  const { ended_at } = call;
  return (
    <Card
      level={3}
      tone={call.overdue ? "danger" : call.state === "waiting" ? "warn" : "plain"}
      title={<Link to={`/link/calls/${call.id}`}>{`${call.kind_name} · ${call.place_name}`}</Link>}
      actions={<StatusBadge tone={callTone[call.state]}>{call.state_name}</StatusBadge>}
    >
      <Stack gap={3}>
        {call.need && <p className={css.words}>{call.need}</p>}
        <Facts
          rows={[
            {
              name: call.owes ? t(`joint.owes.${call.owes}`) : "",
              value: call.due_at && <Deadline due={call.due_at} full />,
            },
            { name: t("joint.by"), value: listed([call.host_name, call.mediator_name ?? ""].filter(Boolean)) },
            { name: t("number"), value: call.number && <Bidi>{call.number}</Bidi> },
            { name: t("joint.endedAt"), value: ended_at && dateTime(ended_at) },
          ]}
        />
        <div>
          <Button to={`/link/calls/${call.id}`} aria-label={`${t("joint.open")} · ${call.number}`}>
            {t("joint.open")}
          </Button>
        </div>
      </Stack>
    </Card>
  );
}
