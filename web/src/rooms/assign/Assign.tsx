// The assignment board of an office: what waits, with whom the rest is, and a proposal for all
// at once that the director approves one by one or together.
import { CheckCheck, GripVertical, Wand2 } from "lucide-react";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useActions } from "../../lib/actions";
import { saying } from "../../lib/fmt";
import {
  Bidi,
  Button,
  Card,
  type Column,
  DataTable,
  Deadline,
  Empty,
  Menu,
  Page,
  ProblemCard,
  Row,
  SelectField,
  Skeleton,
  Stack,
  StatusBadge,
  toast,
} from "../../ui";
import { Badges, Reasons } from "../dispute/forms/Candidate";
import { useCatalogue } from "../shared/catalogue";
import css from "./assign.module.css";
import { Decide } from "./Decide";
import { dragged, People } from "./People";
import type { Approval, Board, BoardLine, Candidate, Proposed } from "./shapes";
import { useBoard } from "./useBoard";

type State = ReturnType<typeof useBoard>;

export function Assign() {
  const { t } = useTranslation("assign");
  const state = useBoard();
  const { data, error, refetch } = state.board;
  return (
    <Page
      title={t("title")}
      subtitle={data ? t("subtitle", { name: data.organisation_name, count: waitingIn(data).length }) : undefined}
      actions={data && <Acts state={state} board={data} />}
    >
      {error && !data && <ProblemCard error={error} retry={() => void refetch()} />}
      {!error && !data && <Skeleton shape="cards" count={3} />}
      {data && <Whole state={state} board={data} />}
    </Page>
  );
}

const waitingIn = (board: Board) => board.disputes.filter((one) => one.mediator === null);

/** What is proposed and may be approved as it stands. */
function readyIn(board: Board, proposals: Map<string, Proposed>): Approval[] {
  return waitingIn(board).flatMap((one) => {
    const { person, version } = proposals.get(one.line.id) ?? {};
    return person && version ? [{ dispute: one.line.id, version, person, proposed: person }] : [];
  });
}

function Acts({ state, board }: { state: State; board: Board }) {
  const { t } = useTranslation("assign");
  const { suggesting, change, busy } = state;
  const ready = readyIn(board, state.proposals);
  const approveAll = useApproval(state);
  useActions(
    useMemo(
      () => [
        {
          id: "assign.suggest",
          label: t("suggestAll"),
          keys: "s",
          group: t("title"),
          run: () => change("suggest", "all"),
        },
        ...(ready.length > 0
          ? [
              {
                id: "assign.approve",
                label: t("approveAll", { count: ready.length }),
                keys: "shift+a",
                group: t("title"),
                run: () => void approveAll(ready),
              },
            ]
          : []),
      ],
      [t, change, ready, approveAll],
    ),
  );
  if (waitingIn(board).length === 0) return null;
  return (
    <>
      <Button
        kind={suggesting ? "plain" : "primary"}
        keys="s"
        icon={<Wand2 size={18} aria-hidden />}
        onClick={() => change("suggest", suggesting ? null : "all")}
      >
        {t(suggesting ? "hideProposal" : "suggestAll")}
      </Button>
      {ready.length > 0 && (
        <Button
          kind="primary"
          keys="shift+a"
          busy={busy}
          icon={<CheckCheck size={18} aria-hidden />}
          onClick={() => void approveAll(ready)}
        >
          {t("approveAll", { count: ready.length })}
        </Button>
      )}
    </>
  );
}

/** Approves, and says how many were appointed; what was not done stands on the page. */
function useApproval({ approve }: State) {
  const { t } = useTranslation("assign");
  return useCallback(
    async (approvals: Approval[]) => {
      const told = await approve(approvals);
      const done = told?.filter((one) => one.appointed).length ?? 0;
      if (done > 0) toast(t("approved", { count: done }));
      return told !== null && done === approvals.length;
    },
    [approve, t],
  );
}

function Whole({ state, board }: { state: State; board: Board }) {
  const { t } = useTranslation("assign");
  const { proposals, change, outcome, forget } = state;
  const [asked, setAsked] = useState<{ line: BoardLine; candidate: Candidate } | null>(null);
  const send = useApproval(state);
  const more = new Map<string, number>();
  for (const one of proposals.values()) if (one.person) more.set(one.person, (more.get(one.person) ?? 0) + 1);
  const ask = (dispute: string, person: string) => {
    const line = board.disputes.find((one) => one.line.id === dispute);
    const known = board.mediators.find((one) => one.person === person);
    if (!line || !known || line.mediator === person) return;
    const among = proposals.get(dispute)?.mediators.find((one) => one.person === person);
    setAsked({ line, candidate: among ?? plain(known) });
  };
  const waiting = waitingIn(board);
  const failed = outcome.filter((one) => !one.appointed);
  return (
    <Stack gap={4}>
      {board.offices.length > 1 && (
        <SelectField
          label={t("office")}
          required
          options={board.offices.map((one) => ({
            value: one.organisation,
            label: t("officeLine", { name: one.name, count: one.waiting }),
          }))}
          value={board.organisation}
          onChange={(to) => change("organisation", to)}
        />
      )}
      {failed.length > 0 && (
        <Card tone="warn" title={t("notDone", { count: failed.length })}>
          <Stack gap={3}>
            <ul>
              {failed.map((one) => (
                <li key={one.dispute}>
                  <bdi>{one.number || one.parties}</bdi> → <bdi>{saying(one.name, one.why_not ?? "")}</bdi>
                </li>
              ))}
            </ul>
            <Row>
              <Button onClick={forget}>{t("understood")}</Button>
            </Row>
          </Stack>
        </Card>
      )}
      {state.suggesting && state.whole.error && (
        <ProblemCard error={state.whole.error} retry={() => void state.whole.refetch()} />
      )}
      <Card flush title={t("waiting", { count: waiting.length })}>
        <Lines board={board} lines={waiting} state={state} ask={ask} send={send} keys />
      </Card>
      <People board={board} more={more} drop={ask} />
      <section aria-label={t("withWhom")}>
        <Stack gap={2}>
          <h2>{t("withWhom")}</h2>
          {board.mediators.map((one) => (
            <Hand
              key={one.person}
              board={board}
              person={one.person}
              name={one.name}
              state={state}
              ask={ask}
              send={send}
            />
          ))}
        </Stack>
      </section>
      {asked && (
        <Decide
          {...asked}
          proposed={proposals.get(asked.line.line.id)?.person ?? null}
          busy={state.busy}
          onClose={() => setAsked(null)}
          approve={async (approval) => {
            await send([approval]);
            setAsked(null);
          }}
        />
      )}
    </Stack>
  );
}

/** Somebody of whom no proposal speaks: for a dispute that is in other hands already. */
function plain(one: Board["mediators"][number]): Candidate {
  return { ...one, certificate_valid: true, proposed: false, reasons: [] };
}

interface LinesProps {
  board: Board;
  lines: BoardLine[];
  state: State;
  ask: (dispute: string, person: string) => void;
  send: (approvals: Approval[]) => Promise<boolean>;
  keys?: boolean;
}

/** What one mediator has in hand, folded away. */
function Hand({ person, name, board, ...rest }: Omit<LinesProps, "lines"> & { person: string; name: string }) {
  const { t } = useTranslation("assign");
  const lines = board.disputes.filter((one) => one.mediator === person);
  if (lines.length === 0) return null;
  return (
    <details className={css.hand}>
      <summary>
        <bdi>{name}</bdi> <span className="dim">{t("inHand", { count: lines.length })}</span>
      </summary>
      <Lines {...rest} board={board} lines={lines} caption={name} />
    </details>
  );
}

function Lines({ board, lines, state, ask, send, keys, caption }: LinesProps & { caption?: string }) {
  const { t } = useTranslation("assign");
  const { word } = useCatalogue();
  const columns: Column<BoardLine>[] = [
    { key: "dispute", head: t("lines.dispute"), primary: true, cell: (one) => <Named one={one} /> },
    {
      key: "where",
      head: t("lines.where"),
      cell: (one) => (
        <>
          {one.line.place_name}
          {one.languages.map((key) => (
            <span key={key}>
              {" "}
              <StatusBadge tone="info">{word("tongue", key)}</StatusBadge>
            </span>
          ))}
        </>
      ),
    },
    { key: "due", head: t("lines.due"), cell: (one) => (one.line.due_at ? <Deadline due={one.line.due_at} /> : "–") },
    ...(lines.some((one) => state.proposals.has(one.line.id))
      ? [
          {
            key: "proposed",
            head: t("lines.proposed"),
            cell: (one: BoardLine) => <Suggested proposal={state.proposals.get(one.line.id)} />,
          },
        ]
      : []),
    {
      key: "act",
      head: t("lines.act"),
      act: true,
      align: "end",
      cell: (one) => <Choose key="act" one={one} board={board} state={state} ask={ask} send={send} />,
    },
  ];
  return (
    <DataTable
      caption={caption ?? t("waiting", { count: lines.length })}
      columns={columns}
      rows={lines}
      rowKey={(one) => one.line.id}
      rowTo={(one) => `/desk/disputes/${one.line.id}`}
      keys={keys}
      empty={<Empty>{t("nothingWaits")}</Empty>}
    />
  );
}

function Named({ one }: { one: BoardLine }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging has an equal in the menu of each line
    <span
      className={css.drag}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(dragged, one.line.id);
        event.dataTransfer.effectAllowed = "move";
      }}
    >
      <GripVertical size={16} aria-hidden className={css.grip} />
      <span>
        <Bidi>{one.line.number || one.line.parties}</Bidi>{" "}
        <span className="dim" style={{ display: "block", fontWeight: 400 }}>
          <bdi>{one.line.parties}</bdi> · {one.line.kind_name}
        </span>
      </span>
    </span>
  );
}

/** The proposed mediator and the five heaviest reasons. */
function Suggested({ proposal }: { proposal: Proposed | undefined }) {
  const { t } = useTranslation("assign");
  const best = proposal?.mediators.find((one) => one.person === proposal.person);
  if (!proposal) return null;
  if (!best) return <StatusBadge tone="danger">{t("nobody")}</StatusBadge>;
  return (
    <div data-proposed={best.person}>
      <strong>
        <bdi>{best.name}</bdi>
      </strong>{" "}
      <Badges one={{ ...best, proposed: false }} />
      <Reasons of={best.reasons} />
    </div>
  );
}

/** Approve as proposed; or ask of each of the others why not, and choose one all the same. */
function Choose({
  one,
  board,
  state,
  ask,
  send,
}: Pick<LinesProps, "board" | "state" | "ask" | "send"> & { one: BoardLine }) {
  const { t } = useTranslation("assign");
  const proposal = state.proposals.get(one.line.id);
  const { person, version } = proposal ?? {};
  const label = one.line.number || one.line.parties;
  const others = board.mediators.filter((who) => who.person !== person && who.person !== one.mediator);
  const verb = t(person ? "whyNot" : one.mediator ? "handOn" : "choose");
  return (
    <Row gap={1}>
      {person && version !== undefined && (
        <Button
          kind="primary"
          busy={state.busy}
          aria-label={t("approveOne", { label })}
          onClick={() => void send([{ dispute: one.line.id, version, person, proposed: person }])}
        >
          {t("approve")}
        </Button>
      )}
      {others.length > 0 && (
        <Menu
          label={t("others", { label })}
          button={<Button aria-label={`${verb} · ${t("others", { label })}`}>{verb}</Button>}
          entries={others.map((who) => ({ label: who.name, onClick: () => ask(one.line.id, who.person) }))}
        />
      )}
    </Row>
  );
}
