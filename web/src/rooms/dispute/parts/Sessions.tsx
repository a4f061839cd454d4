// Sessions that are planned and records of those that were held. What one side said alone is
// sealed: the server sends its words to the dispute's own mediators and to nobody else.
import { Lock } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { beside, dateTime, listed } from "../../../lib/fmt";
import { Button, Card, Empty, Facts, Row, Stack, StatusBadge } from "../../../ui";
import { Attached } from "../../papers/Papers";
import css from "../dispute.module.css";
import type { FileView, Session } from "../types";
import { personName, usePartyName, useRole, useWords } from "../words";
import { Crossed } from "./Apart";
import { Deeds } from "./Deeds";
import type { PartProps } from "./parts";

export function Sessions(props: PartProps) {
  const { t } = useTranslation("dispute");
  const { file, deeds, open } = props;
  const at = (one: Session) => one.held_at ?? one.planned_for ?? "";
  const sessions = [...file.dispute.sessions].sort((a, b) => at(b).localeCompare(at(a)));
  const plan = deeds.includes("mediation.session_planned") && (
    <Button kind="primary" onClick={() => open("mediation.session_planned")}>
      {t("planFirst")}
    </Button>
  );
  const crossed = file.dispute.room.vault.some((one) => one.released_at);
  if (sessions.length === 0 && !crossed)
    return (
      <Card>
        <Empty action={plan}>{t("noSessions")}</Empty>
      </Card>
    );
  return (
    <Stack gap={3}>
      <Crossed file={file} />
      {sessions.map((one) => (
        <OneSession key={one.id} session={one} {...props} />
      ))}
    </Stack>
  );
}

function OneSession({ session, file, deeds, open }: PartProps & { session: Session }) {
  const { t } = useTranslation("dispute");
  const words = useWords();
  const roleOf = useRole();
  const nameOf = usePartyName(file);
  const when = session.held_at ?? session.planned_for;
  const guests = file.dispute.participants.filter((one) => session.participants.includes(one.id));
  const sealed = session.kind === "separate";
  const said = session.record ?? session.alone;
  return (
    <Card
      level={3}
      title={`${words.word("session_kind", session.kind)} · ${when ? dateTime(when) : ""}`}
      actions={
        <Row gap={1}>
          {sealed && (
            <StatusBadge tone="method">
              <Lock size={12} aria-hidden /> {t("sealed")}
            </StatusBadge>
          )}
          {session.held_at ? (
            session.result && (
              <StatusBadge tone={session.result === "success" ? "ok" : session.result === "failed" ? "danger" : "warn"}>
                {words.word("session_result", session.result)}
              </StatusBadge>
            )
          ) : (
            <StatusBadge tone={session.cancelled_at ? "neutral" : "info"}>
              {t(session.cancelled_at ? "planning.cancelled" : "planned")}
            </StatusBadge>
          )}
        </Row>
      }
    >
      <Facts
        rows={[
          { name: t("field.parties"), value: listed(session.parties.map(nameOf)) },
          {
            name: t("field.participants"),
            value: listed(guests.map((one) => beside(one.name ?? "", roleOf(one.role)))),
          },
          { name: t("field.sessionPlace"), value: session.place },
          {
            name: t("field.minutes"),
            value: !session.held_at && session.minutes > 0 && t("planning.minutes", { count: session.minutes }),
          },
          {
            name: t("field.people"),
            value: !session.held_at && listed(session.people.map((id) => personName(file, id)).filter(Boolean)),
          },
          { name: t("field.by"), value: words.word("by", session.by) },
          { name: t("planning.answers"), value: session.answers.length > 0 && <Said session={session} file={file} /> },
          {
            name: t("planning.cancelledBecause"),
            value: session.cancelled_at && words.choice("session_cancel", session.cancel_reason),
          },
          {
            name: t("field.language"),
            value:
              session.language !== "zh" || session.interpreter
                ? words.word("tongue", session.language) + (session.interpreter ? ` · ${t("withInterpreter")}` : "")
                : "",
          },
          {
            name: t("field.methods"),
            value:
              session.methods.length > 0 ? (
                <Row gap={1}>
                  {session.methods.map((one) => (
                    <StatusBadge key={one} tone="method">
                      {words.choice("method", one)}
                    </StatusBadge>
                  ))}
                </Row>
              ) : (
                ""
              ),
          },
        ]}
      />
      {said && !(sealed && file.sight.sealed) && <p className={css.words}>{said}</p>}
      {sealed && file.sight.sealed && session.held_at && (
        <p>
          <Link to="?tab=apart">{t("apart.inItsTab")}</Link>
        </p>
      )}
      {session.held_at && !said && <p className="dim">{t(sealed ? "sealedFromYou" : "noWords")}</p>}
      {session.held_at && (
        <Attached file={file} about={{ session: session.id }} verb={t("attach.session")} open={open} />
      )}
      {!session.held_at && !session.cancelled_at && (
        <Deeds
          of={["mediation.session_held", "mediation.session_planned", "mediation.session_cancelled"]}
          about={session.id}
          deeds={deeds}
          open={open}
        />
      )}
    </Card>
  );
}

/** What the parties that are called said about the time. */
function Said({ session, file }: { session: Session; file: FileView }) {
  const { t } = useTranslation("dispute");
  const nameOf = usePartyName(file);
  return (
    <ul className={css.plain}>
      {session.answers.map((one) => (
        <li key={one.party}>
          <bdi>{nameOf(one.party)}</bdi>{" "}
          {one.comes
            ? t("planning.comes")
            : t("planning.asksFor", { times: listed(one.wishes.map((at) => dateTime(at))) })}
        </li>
      ))}
    </ul>
  );
}
