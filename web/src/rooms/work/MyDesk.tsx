import { CirclePlus, IdCard, Radio, Share2 } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useActions } from "../../lib/actions";
import { now } from "../../lib/clock";
import { longDate, number } from "../../lib/fmt";
import { useAsk } from "../../lib/server";
import { type Role, useMe } from "../../shell/session";
import {
  Button,
  Card,
  type Column,
  DataTable,
  Deadline,
  Empty,
  Figure,
  Grid,
  Kbd,
  KeysHint,
  Page,
  Row,
  Stack,
} from "../../ui";
import { Consulted } from "../consult/Consulted";
import { Tasks } from "../consult/Tasks";
import { Duties } from "../offices/Duties";
import type { MyDesk as Desk, Line } from "../shared/shapes";
import { NamedLine } from "./NamedLine";
import { Reminders } from "./Reminders";
import { verbOf } from "./verbs";

const takesIn: Role[] = ["desk_clerk", "mediator", "director"];

/** What I owe, by when: four figures and one list, the most urgent first. */
export function MyDesk() {
  const { t } = useTranslation("work");
  const me = useMe();
  const desk = useAsk<Desk>("/desk");
  const navigate = useNavigate();
  useActions(
    useMemo(
      () => [{ id: "intake.new", label: t("register"), keys: "c", run: () => void navigate("/desk/intake/new") }],
      [t, navigate],
    ),
  );
  const said = desk.data;
  return (
    <Page
      title={me ? t("hello", { name: me.name }) : t("myDesk")}
      subtitle={
        <>
          {longDate(now())}
          {said && ` · ${t("owed", { count: said.in_hand })}`}
          {said && said.overdue > 0 && ` · ${t("overdueCount", { count: said.overdue })}`}
        </>
      }
      actions={
        me?.roles.some((role) => takesIn.includes(role)) && (
          <Button kind="primary" keys="c" to="/desk/intake/new" icon={<CirclePlus size={18} aria-hidden />}>
            {t("register")}
          </Button>
        )
      }
    >
      <Figures desk={said} />
      <Reminders />
      <Card
        flush
        title={t("nextSteps")}
        actions={
          <KeysHint>
            <Kbd keys="j" /> <Kbd keys="k" /> {t("keys.move")} <Kbd keys="enter" /> {t("keys.open")}
          </KeysHint>
        }
      >
        <Owed desk={said} error={desk.error} retry={() => void desk.refetch()} />
      </Card>
      <Tasks />
      <Consulted />
      <Duties />
      {said && <Waiting desk={said} />}
    </Page>
  );
}

/** The list that holds exactly what a tile counts. */
const listOf = (more: Record<string, string> = {}) =>
  `/desk/disputes?${new URLSearchParams({ on_my_desk: "true", ...more, order: "due" })}`;

function Figures({ desk }: { desk: Desk | undefined }) {
  const { t } = useTranslation("work");
  const shown = (value: number | undefined) => (value === undefined ? "–" : number(value));
  return (
    <Grid least={150}>
      <Figure name={t("figures.inHand")} value={shown(desk?.in_hand)} unit={t("unit")} to={listOf()} />
      <Figure
        name={t("figures.overdue")}
        value={shown(desk?.overdue)}
        unit={t("unit")}
        to={listOf({ overdue: "true" })}
      />
      <Figure
        name={t("figures.week")}
        value={shown(desk?.due_this_week)}
        unit={t("unit")}
        to={listOf({ due_within: "7" })}
      />
      <Figure
        name={t("figures.concluded")}
        value={shown(desk?.concluded_this_month)}
        unit={t("unit")}
        to={`/desk/disputes?concluded_in=${new Date(now() + 8 * 3_600_000).toISOString().slice(0, 7)}`}
      />
    </Grid>
  );
}

function Owed({ desk, error, retry }: { desk: Desk | undefined; error: unknown; retry: () => void }) {
  const { t } = useTranslation("work");
  const to = (line: Line) => `/desk/disputes/${line.id}`;
  const columns: Column<Line>[] = [
    { key: "due", head: t("columns.due"), cell: (line) => (line.due_at ? <Deadline due={line.due_at} /> : "–") },
    {
      key: "number",
      head: t("columns.dispute"),
      primary: true,
      cell: (line) => <NamedLine line={line} more={line.kind_name} />,
    },
    { key: "next", head: t("columns.next"), cell: (line) => <strong>{line.next_says ?? "–"}</strong> },
    {
      key: "who",
      head: t("columns.who"),
      cell: (line) => <bdi>{line.person_name ?? line.organisation_name}</bdi>,
    },
    {
      key: "act",
      head: t("columns.act"),
      act: true,
      align: "end",
      cell: (line) => <Act key="act" line={line} can={desk?.can ?? []} />,
    },
  ];
  return (
    <DataTable
      caption={`${t("myDesk")} · ${t("nextSteps")}`}
      columns={columns}
      rows={desk?.items}
      rowKey={(line) => line.id}
      rowTo={to}
      error={error}
      retry={retry}
      keys
      empty={<Empty action={<Button to="/desk/disputes">{t("allDisputes")}</Button>}>{t("nothingOwed")}</Empty>}
    />
  );
}

/** The verb opens the form of the step; where it is somebody else's turn, the file. */
function Act({ line, can }: { line: Line; can: string[] }) {
  const { t } = useTranslation("work");
  const mine = line.next_action !== null && can.includes(line.next_action);
  const verb = t(`verbs.${mine ? verbOf(line.next_action) : "open"}`);
  return (
    <Button
      to={`/desk/disputes/${line.id}${mine ? "?do=next" : ""}`}
      aria-label={`${verb} · ${line.number || line.parties}`}
    >
      {verb}
    </Button>
  );
}

function Waiting({ desk }: { desk: Desk }) {
  const { t } = useTranslation("work");
  if (desk.leads === 0 && desk.referrals === 0 && desk.people_matters === 0) return null;
  return (
    <Grid least={280}>
      {desk.leads > 0 && (
        <Card title={t("waiting.leads", { count: desk.leads })} tone="info">
          <Stack>
            <p>{t("waiting.leadsSays")}</p>
            <Row>
              <Button to="/desk/leads" icon={<Radio size={18} aria-hidden />}>
                {t("waiting.leadsVerb")}
              </Button>
            </Row>
          </Stack>
        </Card>
      )}
      {desk.referrals > 0 && (
        <Card title={t("waiting.referrals", { count: desk.referrals })} tone="info">
          <Stack>
            <p>{t("waiting.referralsSays")}</p>
            <Row>
              <Button to="/desk/referrals" icon={<Share2 size={18} aria-hidden />}>
                {t("waiting.referralsVerb")}
              </Button>
            </Row>
          </Stack>
        </Card>
      )}
      {desk.people_matters > 0 && (
        <Card title={t("waiting.people", { count: desk.people_matters })} tone="info">
          <Stack>
            <p>{t("waiting.peopleSays")}</p>
            <Row>
              <Button to="/desk/people-matters" icon={<IdCard size={18} aria-hidden />}>
                {t("waiting.peopleVerb")}
              </Button>
            </Row>
          </Stack>
        </Card>
      )}
    </Grid>
  );
}
