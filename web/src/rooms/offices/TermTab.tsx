import { useQueryClient } from "@tanstack/react-query";
import { CirclePlus, Printer } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { date } from "../../lib/fmt";
import { useAsk } from "../../lib/server";
import {
  Bidi,
  Button,
  Card,
  type Column,
  DataTable,
  Deadline,
  Drawer,
  Empty,
  Facts,
  ProblemCard,
  Row,
  Skeleton,
  Stack,
  StatusBadge,
} from "../../ui";
import { CompositionForm } from "./CompositionForm";
import { SentForm } from "./SentForm";
import type { Notice, Overview, Seat, Term, TermList } from "./shapes";
import { TermForm } from "./TermForm";
import { termTone } from "./tones";

export const printAddress = (organisation: string, term: string, notice: string) =>
  `/desk/organisations/${organisation}/print/${term}/${notice}`;

/** The committee's terms: who sits, how they were elected, and what the court was told. */
export function TermTab({ said }: { said: Overview }) {
  const { t } = useTranslation("organisation");
  const organisation = said.organisation.id;
  const { data, error, refetch } = useAsk<TermList>(`/organisations/${organisation}/terms`);
  const queries = useQueryClient();
  const [entering, setEntering] = useState(false);
  if (error) return <ProblemCard error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton count={6} />;
  const keeps = data.may_keep && !said.organisation.closed_at;
  const done = () => {
    setEntering(false);
    void queries.invalidateQueries();
  };
  const enter = keeps && (
    <Button kind="primary" icon={<CirclePlus size={18} aria-hidden />} onClick={() => setEntering(true)}>
      {t("term.enter")}
    </Button>
  );
  return (
    <Stack gap={4}>
      {data.terms.length === 0 && (
        <Card>
          <Empty action={enter}>{t("term.noneYet")}</Empty>
        </Card>
      )}
      {data.terms.map((term, index) => (
        <TermCard
          key={term.id}
          term={term}
          list={data}
          first={index === 0 ? enter : undefined}
          keeps={keeps}
          done={done}
        />
      ))}
      <Drawer open={entering} onClose={() => setEntering(false)} title={t("term.enter")} size="xl">
        {entering && <TermForm organisation={organisation} list={data} done={done} />}
      </Drawer>
    </Stack>
  );
}

interface TermCardProps {
  term: Term;
  list: TermList;
  /** The button that enters the next term, on the card of the latest one. */
  first: React.ReactNode;
  keeps: boolean;
  done: () => void;
}

function TermCard({ term, list, first, keeps, done }: TermCardProps) {
  const { t } = useTranslation("organisation");
  const [changing, setChanging] = useState(false);
  const close = () => {
    setChanging(false);
    done();
  };
  const alive = term.latest && term.state !== "expired" && term.state !== "closed";
  return (
    <Card
      title={t("term.title", { begins: date(term.begins), ends: date(term.ends) })}
      actions={
        <Row>
          {keeps && alive && <Button onClick={() => setChanging(true)}>{t("term.change")}</Button>}
          {first}
        </Row>
      }
    >
      <Stack gap={4}>
        <Facts
          rows={[
            {
              name: t("term.state"),
              value: (
                <StatusBadge tone={termTone[term.state]}>{term.latest ? term.state_name : t("term.past")}</StatusBadge>
              ),
            },
            { name: t("term.electedBy"), value: term.elected_by_name },
            { name: t("term.electedOn"), value: date(term.elected_on) },
            { name: t("term.minutes"), value: term.minutes },
            { name: t("term.waiver"), value: term.waiver },
            { name: t("term.vacancy"), value: term.vacancy },
          ]}
        />
        <Members title={t("term.members")} seats={term.seats} />
        {term.former.length > 0 && <Members title={t("term.former")} seats={term.former} former />}
        <Notices term={term} keeps={list.may_keep} done={done} />
      </Stack>
      <Drawer open={changing} onClose={() => setChanging(false)} title={t("term.change")} size="xl">
        {changing && <CompositionForm term={term} list={list} done={close} />}
      </Drawer>
    </Card>
  );
}

function Members({ title, seats, former = false }: { title: string; seats: Seat[]; former?: boolean }) {
  const { t } = useTranslation("organisation");
  const columns: Column<Seat>[] = [
    {
      key: "name",
      head: t("people.name"),
      primary: true,
      cell: (one) => (
        <>
          <bdi>{one.name}</bdi> {!one.serves && !former && <StatusBadge tone="warn">{t("term.gone")}</StatusBadge>}
        </>
      ),
    },
    { key: "post", head: t("term.post"), cell: (one) => one.post_name },
    {
      key: "marks",
      head: t("term.marks"),
      cell: (one) =>
        [one.woman && t("term.woman"), one.minority && t("term.minority")].filter(Boolean).join(" · ") || "–",
    },
    { key: "since", head: t("term.since"), cell: (one) => <Bidi>{one.since}</Bidi> },
  ];
  if (former)
    columns.push(
      { key: "until", head: t("term.until"), cell: (one) => (one.until ? <Bidi>{one.until}</Bidi> : "–") },
      { key: "why", head: t("term.why"), cell: (one) => one.left_as ?? t("term.otherPost") },
    );
  return (
    <div>
      <h3>{title}</h3>
      <DataTable
        caption={title}
        columns={columns}
        rows={seats}
        rowKey={(one) => `${one.person} ${one.since} ${one.post} ${one.until ?? ""}`}
        empty={<Empty>{t("term.nobody")}</Empty>}
      />
    </div>
  );
}

function Notices({ term, keeps, done }: { term: Term; keeps: boolean; done: () => void }) {
  const { t } = useTranslation("organisation");
  const [sending, setSending] = useState<Notice | null>(null);
  const columns: Column<Notice>[] = [
    { key: "says", head: t("notice.about"), primary: true, cell: (one) => one.says },
    { key: "of", head: t("notice.of"), cell: (one) => <Bidi>{one.of}</Bidi> },
    {
      key: "sent",
      head: t("notice.sent"),
      cell: (one) =>
        one.sent_on ? (
          <StatusBadge tone="ok">{t("notice.sentOn", { date: one.sent_on })}</StatusBadge>
        ) : (
          <Deadline due={one.due} />
        ),
    },
    {
      key: "acts",
      head: t("notice.acts"),
      act: true,
      align: "end",
      cell: (one) => (
        <Row key="acts" style={{ justifyContent: "flex-end" }}>
          <Button
            to={printAddress(term.organisation, term.id, one.id)}
            icon={<Printer size={18} aria-hidden />}
            aria-label={`${t("notice.print")} · ${one.says} · ${one.of}`}
          >
            {t("notice.print")}
          </Button>
          {keeps && !one.sent_on && (
            <Button aria-label={`${t("notice.mark")} · ${one.says} · ${one.of}`} onClick={() => setSending(one)}>
              {t("notice.mark")}
            </Button>
          )}
        </Row>
      ),
    },
  ];
  return (
    <div>
      <h3>{t("notice.title")}</h3>
      <p className="dim">{t("notice.law")}</p>
      <DataTable
        caption={t("notice.title")}
        columns={columns}
        rows={term.notices}
        rowKey={(one) => one.id}
        empty={<Empty>{t("notice.none")}</Empty>}
      />
      <Drawer open={sending !== null} onClose={() => setSending(null)} title={t("notice.mark")}>
        {sending && (
          <SentForm
            term={term}
            notice={sending}
            done={() => {
              setSending(null);
              done();
            }}
          />
        )}
      </Drawer>
    </div>
  );
}
