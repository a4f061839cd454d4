// What mediators said about ties to the parties, what parties brought forward, and how it ended.
import { useTranslation } from "react-i18next";
import { date, listed, remarks } from "../../../lib/fmt";
import { StatusBadge, type Tone } from "../../../ui";
import css from "../dispute.module.css";
import { openConflicts } from "../forms/ConflictBoxes";
import type { Conflict } from "../types";
import { personName, usePartyName, useWords } from "../words";
import { Deeds } from "./Deeds";
import type { PartProps } from "./parts";

const endTone: Record<string, Tone> = { replaced: "neutral", unfounded: "neutral", continued: "ok" };

export function Ties({ file, deeds, open }: PartProps) {
  const { t } = useTranslation("dispute");
  const { conflicts } = file.dispute;
  const waiting = openConflicts(file);
  if (conflicts.length === 0 && !deeds.includes("diversion.disclosed")) return null;
  return (
    <section>
      <h3>{t("ties.title")}</h3>
      {conflicts.length === 0 && <p className="dim">{t("ties.notYet")}</p>}
      <ul className={css.plain}>
        {conflicts.map((one) => (
          <li key={one.id}>
            <Tie one={one} file={file} open={waiting.some((other) => other.id === one.id)} />
            {waiting.some((other) => other.id === one.id) && (
              <Deeds
                of={["diversion.conflict_decided", "diversion.conflict_consented"]}
                about={one.id}
                deeds={deeds}
                open={open}
              />
            )}
          </li>
        ))}
      </ul>
      <Deeds of={["diversion.disclosed", "diversion.challenged"]} deeds={deeds} open={open} />
    </section>
  );
}

function Tie({ one, file, open }: { one: Conflict; file: PartProps["file"]; open: boolean }) {
  const { t } = useTranslation("dispute");
  const { choice, word } = useWords();
  const partyName = usePartyName(file);
  const name = personName(file, one.person);
  const says =
    one.ground === ""
      ? t("ties.nothing", { name })
      : t("ties.line", {
          name,
          ground: choice("conflict", one.ground),
          who: /^0+$/.test(one.party) ? t("ties.disclosed") : t("ties.objected", { party: partyName(one.party) }),
        });
  return (
    <>
      {says} <span className="dim">{date(one.told_at)}</span>{" "}
      {open && <StatusBadge tone="danger">{t("ties.open")}</StatusBadge>}
      {!open && one.end && <StatusBadge tone={endTone[one.end]}>{word("conflict_end", one.end)}</StatusBadge>}
      {one.note && <div className="dim">{one.note}</div>}
      {one.consented.length > 0 && (
        <div className="dim">{t("ties.goOn", { names: listed(one.consented.map(partyName)) })}</div>
      )}
      {(one.reason || one.answer) && (
        <div className="dim">
          {t("ties.answer", {
            answer: remarks([one.reason && choice("unfounded", one.reason), one.answer]),
          })}
        </div>
      )}
    </>
  );
}
