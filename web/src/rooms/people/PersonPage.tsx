import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { number } from "../../lib/fmt";
import { useAsk } from "../../lib/server";
import {
  Bidi,
  Button,
  Card,
  Drawer,
  Facts,
  Page,
  ProblemCard,
  Row,
  Skeleton,
  Stack,
  StatusBadge,
  Timeline,
  toast,
  WithRail,
} from "../../ui";
import { useAgain } from "./again";
import { Certificate } from "./Certificate";
import { Complain } from "./ComplainForm";
import { Describe, Engage } from "./EngageForm";
import { Engagements } from "./Engagements";
import { HeldGrade } from "./HeldGrade";
import { HonourForm } from "./HonourForm";
import { Hours } from "./Hours";
import { Leave } from "./Leave";
import { PeopleNav } from "./PeopleNav";
import type { PersonPage as Person } from "./shapes";

type Open = "describe" | "engage" | "complain" | "honour";

/** One who serves. Nothing here says how well. */
export function PersonPage() {
  const { t } = useTranslation("people");
  const { person = "" } = useParams();
  const page = useAsk<Person>(`/people/${person}`);
  if (page.error && !page.data)
    return (
      <Page title={t("title")} back={{ to: "/desk/people", label: t("title") }}>
        <ProblemCard error={page.error} retry={() => void page.refetch()} />
      </Page>
    );
  if (!page.data)
    return (
      <Page title={t("title")}>
        <Skeleton shape="cards" count={3} />
      </Page>
    );
  return <Shown person={page.data} />;
}

function Shown({ person }: { person: Person }) {
  const { t } = useTranslation("people");
  const [open, setOpen] = useState<Open | null>(null);
  const again = useAgain();
  const done = () => {
    setOpen(null);
    again();
    toast(t("saved"));
  };
  const titles: Record<Open, string> = {
    describe: t("describe"),
    engage: t("engage.again"),
    complain: t("complain.verb"),
    honour: t("honour.verb"),
  };
  return (
    <Page
      title={person.name}
      subtitle={
        <>
          {person.organisation_name}
          {person.phone && (
            <>
              {" · "}
              <Bidi>{person.phone}</Bidi>
            </>
          )}
        </>
      }
      badges={<Badges person={person} />}
      back={{ to: "/desk/people", label: t("title") }}
      actions={<Verbs person={person} open={setOpen} />}
    >
      <PeopleNav />
      {person.removed && (
        <Card tone="danger">
          <p>{t("removed")}</p>
        </Card>
      )}
      <WithRail
        rail={
          <>
            <Certificate person={person} />
            {person.absences && <Leave person={person} />}
            {person.training && <Hours person={person} />}
          </>
        }
      >
        <Who person={person} />
        <Engagements person={person} />
        <HeldGrade person={person} />
        <Honours person={person} />
        <History person={person} />
      </WithRail>
      <Drawer open={open !== null} onClose={() => setOpen(null)} title={open ? titles[open] : ""}>
        {open === "describe" && <Describe person={person} done={done} />}
        {open === "engage" && <Engage person={person} done={done} />}
        {open === "complain" && <Complain person={person} done={done} />}
        {open === "honour" && <HonourForm person={person} done={done} />}
      </Drawer>
    </Page>
  );
}

function Badges({ person }: { person: Person }) {
  const { t } = useTranslation("people");
  return (
    <>
      {person.left && <StatusBadge tone="neutral">{t("left")}</StatusBadge>}
      {person.away_until && <StatusBadge tone="warn">{t("awayUntil", { day: person.away_until })}</StatusBadge>}
      {person.grade && <StatusBadge tone="info">{person.grade.name}</StatusBadge>}
      {person.honours.map((one) => (
        <StatusBadge key={one.id} tone="brand">
          {one.name}
        </StatusBadge>
      ))}
    </>
  );
}

function Verbs({ person, open }: { person: Person; open: (what: Open) => void }) {
  const { t } = useTranslation("people");
  const may = (deed: string) => person.allowed.includes(deed);
  return (
    <>
      {may("engage") && (
        <Button kind="primary" onClick={() => open("engage")}>
          {t("engage.again")}
        </Button>
      )}
      {may("describe") && <Button onClick={() => open("describe")}>{t("describe")}</Button>}
      {may("honour") && <Button onClick={() => open("honour")}>{t("honour.verb")}</Button>}
      {may("complain") && <Button onClick={() => open("complain")}>{t("complain.verb")}</Button>}
    </>
  );
}

function Who({ person }: { person: Person }) {
  const { t } = useTranslation("people");
  const names = (some: { name: string }[]) => some.map((one) => one.name).join(" · ");
  return (
    <Card title={t("who")}>
      <Facts
        rows={[
          { name: t("service"), value: names(person.serves_as) },
          {
            name: t("engaged"),
            value: [person.engaged_name, person.staffing_name].filter(Boolean).join(" · "),
          },
          { name: t("labels"), value: names(person.labels) },
          { name: t("languages"), value: names(person.languages) },
          { name: t("skills"), value: names(person.skills) },
          { name: t("areas"), value: names(person.areas) },
          {
            name: t("subsidy"),
            value: person.subsidy_eligible === null ? null : t(person.subsidy_eligible ? "yes" : "no"),
          },
          {
            name: t("inHand"),
            value: person.in_hand === null ? null : t("disputes", { count: person.in_hand, n: number(person.in_hand) }),
          },
          {
            name: t("nav.complaints"),
            value: person.complaints ? (
              <Link to={`/desk/complaints?person=${person.id}`}>
                {t("openComplaints", { count: person.complaints })}
              </Link>
            ) : (
              person.complaints === 0 && t("openComplaints", { count: 0 })
            ),
          },
        ]}
      />
    </Card>
  );
}

function Honours({ person }: { person: Person }) {
  const { t } = useTranslation("people");
  if (person.honours.length === 0) return null;
  return (
    <Card
      title={t("nav.honours")}
      actions={
        <Button kind="quiet" to="/desk/honours">
          {t("honour.wall")}
        </Button>
      }
    >
      <Stack gap={2}>
        {person.honours.map((one) => (
          <Row key={one.id} gap={3}>
            <strong>{one.name}</strong>
            <span className="dim">
              {one.giver} · <Bidi>{one.year}</Bidi>
              {one.certificate && (
                <>
                  {" · "}
                  <Bidi>{one.certificate}</Bidi>
                </>
              )}
            </span>
          </Row>
        ))}
      </Stack>
    </Card>
  );
}

function History({ person }: { person: Person }) {
  const { t } = useTranslation("people");
  return (
    <Card title={t("history")}>
      <Timeline
        label={t("history")}
        items={person.history.map((one) => ({
          id: String(one.n),
          at: one.at,
          title: one.says,
          by: one.by && <bdi>{one.by}</bdi>,
          body: one.texts.length > 0 && one.texts.map((text) => <p key={text}>{text}</p>),
        }))}
      />
    </Card>
  );
}
