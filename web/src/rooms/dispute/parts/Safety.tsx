// Safety and risks: what is done for somebody now, which orders protect, and what was raised.
import { Ear, FileHeart, Lock, ShieldCheck, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { date, dateTime, listed } from "../../../lib/fmt";
import { Bidi, Button, Card, Deadline, Row, Stack, StatusBadge, type Tone } from "../../../ui";
import { useCatalogue } from "../api";
import css from "../dispute.module.css";
import { answersIn, inForce, mayConcernAChild, measures, toBeHeard } from "../safety";
import safe from "../safety.module.css";
import type { ChildHeard, Protection, SafetyCheck } from "../types";
import { personName, useFamily, usePartyName, useWords } from "../words";
import { Deeds } from "./Deeds";
import type { PartProps } from "./parts";

export function Safety(props: PartProps) {
  const { t } = useTranslation("dispute");
  const { file, deeds, open } = props;
  const { risks, room } = file.dispute;
  const quiet = measures(file).length === 0 && room.protections.length === 0;
  return (
    <Card title={t("tab.safety")}>
      <Stack gap={4}>
        <Measures {...props} />
        {deeds.includes("mediation.safety_asked") && (
          <Row className="no-print">
            <Button icon={<ShieldCheck size={16} aria-hidden />} onClick={() => open("mediation.safety_asked")}>
              {t("act.askSafety")}
            </Button>
          </Row>
        )}
        <Checks {...props} />
        <Children {...props} />
        <Protections {...props} />
        <section>
          <h3>{t("safety.risks")}</h3>
          {risks.length === 0 && (
            <p>
              <StatusBadge tone={quiet ? "ok" : "neutral"}>{t("noRisk")}</StatusBadge>
            </p>
          )}
          <Risks {...props} />
          <Deeds of={["mediation.risk_raised"]} deeds={deeds} open={open} />
        </section>
      </Stack>
    </Card>
  );
}

/** What is done until somebody says that it is needed no more. */
function Measures({ file, deeds, open }: PartProps) {
  const { choice } = useWords();
  const nameOf = usePartyName(file);
  const all = measures(file);
  if (all.length === 0) return null;
  return (
    <ul className={safe.measures}>
      {all.map((one) => (
        <li key={`${one.check}.${one.action}`}>
          <strong>{choice("safety_action", one.action)}</strong>
          <span className="dim">{nameOf(one.party)}</span>
          <Deeds of={["mediation.safety_lifted"]} about={`${one.check}.${one.action}`} deeds={deeds} open={open} />
        </li>
      ))}
    </ul>
  );
}

function Checks({ file }: PartProps) {
  const { t } = useTranslation("dispute");
  const { checks } = file.dispute.room;
  if (checks.length === 0) return <p className="dim">{t("safety.notAsked")}</p>;
  return (
    <details>
      <summary>{t("safety.asked", { count: checks.length })}</summary>
      <ul className={css.plain}>
        {checks.toReversed().map((one) => (
          <li key={one.id}>
            <Check one={one} file={file} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What was answered is told to the dispute's own mediators; that it was asked, to everybody. */
function Check({ one, file }: { one: SafetyCheck; file: PartProps["file"] }) {
  const { t } = useTranslation("dispute");
  const { data } = useCatalogue();
  const nameOf = usePartyName(file);
  const answers = answersIn(one.answers);
  const asked = (key: string) => data?.safety.find((question) => question.key === key)?.ask ?? key;
  return (
    <>
      <strong>{nameOf(one.party)}</strong>{" "}
      <span className="dim">{[dateTime(one.at), personName(file, one.by)].filter(Boolean).join(" · ")}</span>
      {answers === null && <p className="dim">{t("sealedFromYou")}</p>}
      {answers?.yes.length === 0 && <p>{t("safety.allNo")}</p>}
      {answers && answers.yes.length > 0 && (
        <ul className={css.because}>
          {answers.yes.map((key) => (
            <li key={key}>{asked(key)}</li>
          ))}
        </ul>
      )}
      {answers?.words && <p className={css.words}>{answers.words}</p>}
    </>
  );
}

/** Children who were heard, and those whose own wish nobody has asked yet (MIN art. 107). */
function Children({ file, deeds, open }: PartProps) {
  const { t } = useTranslation("dispute");
  const nameOf = usePartyName(file);
  const { children } = file.dispute.room;
  const missing = toBeHeard(file);
  const family = useFamily(file) ?? false;
  if (!mayConcernAChild(file, family)) return null;
  if (children.length === 0 && missing.length === 0 && !deeds.includes("mediation.child_heard")) return null;
  return (
    <section data-children>
      <h3>{t("child.title")}</h3>
      {missing.length > 0 && (
        <p>
          <StatusBadge tone="warn">
            {t("child.toHear", { names: listed(missing.map((one) => nameOf(one.id))) })}
          </StatusBadge>
        </p>
      )}
      <ul className={css.plain}>
        {children.toReversed().map((one) => (
          <li key={one.id}>
            <OneChild one={one} file={file} />
          </li>
        ))}
      </ul>
      <Deeds of={["mediation.child_heard"]} about={missing[0]?.id} deeds={deeds} open={open} />
    </section>
  );
}

/** That it was heard is told to everybody who works on it; what it wished may be for its mediators alone. */
function OneChild({ one, file }: { one: ChildHeard; file: PartProps["file"] }) {
  const { t } = useTranslation("dispute");
  const { word } = useWords();
  const nameOf = usePartyName(file);
  const name = /^0+$/.test(one.party) ? (one.name ?? t("child.other")) : nameOf(one.party);
  const by = one.by_name ?? personName(file, one.by);
  const told = [dateTime(one.at), by && t("child.heardBy", { name: by })].filter(Boolean);
  return (
    <>
      <div className={css.line}>
        <Ear size={16} aria-hidden />
        <strong>{name}</strong>
        {one.birth_year !== null && <span className="dim">{t("bornIn", { year: one.birth_year })}</span>}
        <StatusBadge tone={one.with === "guardian" ? "warn" : "ok"}>
          {word("heard_with", one.with)}
          {one.company && ` · ${one.company}`}
        </StatusBadge>
      </div>
      <p className="dim">{told.join(" · ")}</p>
      {one.wish && <p className={css.words}>{one.wish}</p>}
      {one.wish_apart && (
        <p className={css.words}>
          <Lock size={14} aria-hidden /> {one.wish_apart}
        </p>
      )}
      {!one.wish && !one.wish_apart && <p className="dim">{t("sealedFromYou")}</p>}
    </>
  );
}

function Protections({ file, deeds, open }: PartProps) {
  const { t } = useTranslation("dispute");
  const { protections } = file.dispute.room;
  if (protections.length === 0 && !deeds.includes("mediation.protection_filed")) return null;
  return (
    <section>
      <h3>{t("safety.protections")}</h3>
      <ul className={css.plain}>
        {protections.toReversed().map((one) => (
          <li key={one.id}>
            <OneProtection one={one} file={file} />
            <Deeds of={["mediation.protection_visited"]} about={one.id} deeds={deeds} open={open} />
          </li>
        ))}
      </ul>
      <Deeds of={["mediation.protection_filed"]} deeds={deeds} open={open} />
    </section>
  );
}

function OneProtection({ one, file }: { one: Protection; file: PartProps["file"] }) {
  const { t } = useTranslation("dispute");
  const { word } = useWords();
  const nameOf = usePartyName(file);
  const holds = inForce(one);
  return (
    <div className={holds ? undefined : "dim"}>
      <div className={css.line}>
        <FileHeart size={16} aria-hidden />
        <strong>{word("protection_kind", one.kind)}</strong>
        <StatusBadge tone={holds ? "danger" : "neutral"}>{t(holds ? "safety.inForce" : "safety.over")}</StatusBadge>
      </div>
      <p>{t("safety.protects", { protects: nameOf(one.protects), against: nameOf(one.against) })}</p>
      <p className="dim">
        {one.number && (
          <>
            <Bidi>{one.number}</Bidi> ·{" "}
          </>
        )}
        {one.until
          ? t("safety.fromUntil", { from: date(one.from), until: date(one.until) })
          : t("safety.from", { from: date(one.from) })}{" "}
        {holds && one.until && <Deadline due={one.until} />}
      </p>
      {one.note && <p className={css.words}>{one.note}</p>}
      <p className="dim">
        {one.visits.length > 0
          ? t("safety.visits", { count: one.visits.length, days: listed(one.visits.map((at) => date(at))) })
          : t("safety.noVisit")}
      </p>
    </div>
  );
}

const tones: Record<string, Tone> = { yellow: "warn", orange: "warn", red: "danger" };
const authorities = ["police", "procuratorate", "civil_affairs", "education", "women_federation", "government"];

function Risks({ file, deeds, open }: PartProps) {
  const { t } = useTranslation("dispute");
  const { word } = useWords();
  const told = (to: string) => (authorities.includes(to) ? t(`authority.${to}` as "authority.police") : to);
  return (
    <Stack gap={3}>
      {file.dispute.risks.map((one) => (
        <div key={one.id} className={one.cleared_at ? "dim" : undefined}>
          <div className={css.line}>
            {!one.cleared_at && <TriangleAlert size={16} aria-hidden />}
            <strong>{word("risk_kind", one.kind)}</strong>
            <StatusBadge tone={one.cleared_at ? "neutral" : tones[one.level]}>
              {word("risk_level", one.level)}
            </StatusBadge>
          </div>
          {one.about && <p className={css.words}>{one.about}</p>}
          <p className="dim">
            {t("raisedAt", { when: dateTime(one.raised_at) })}
            {one.reports.length === 0 && ` · ${t("notReported")}`}
            {one.cleared_at && ` · ${t("clearedAt", { when: dateTime(one.cleared_at) })}`}
          </p>
          {one.reports.length > 0 && (
            <ul className={css.plain} data-reports>
              {one.reports.map((report) => (
                <li key={`${report.to} ${report.at}`} className="dim">
                  {[
                    t("reportedAt", { to: told(report.to), when: dateTime(report.at) }),
                    personName(file, report.by),
                    report.receipt,
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </li>
              ))}
            </ul>
          )}
          {!one.cleared_at && (
            <Deeds
              of={["mediation.risk_reported", "mediation.risk_cleared"]}
              about={one.id}
              deeds={deeds}
              open={open}
            />
          )}
        </div>
      ))}
    </Stack>
  );
}
