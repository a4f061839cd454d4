// What a court would refuse in the agreement, or what is to be asked, while it is typed. A hint and
// never a bar: the form is sent all the same.
import { useQuery } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { tell } from "../../../lib/server";
import { Card, StatusBadge } from "../../../ui";
import type { Checked, Finding } from "../../shared/shapes";
import css from "../dispute.module.css";
import { openDraft } from "../words";
import { agreementBody } from "./AgreementBox";
import { filled } from "./filled";
import type { BoxProps, Values } from "./plan";

const pause = 700; // milliseconds without typing

/** Whether there is enough of it to look through. */
function whole(values: Values): boolean {
  const text = agreementBody(values);
  const row = (one: Values) => one.from && one.to && one.what?.trim() && one.manner && one.due;
  return text.parties.length > 1 && text.facts.trim() !== "" && text.terms.trim() !== "" && text.obligations.every(row);
}

/** What was typed, once the typing has paused. */
function useSettled(now: string): string {
  const [settled, setSettled] = useState(now);
  useEffect(() => {
    const waiting = setTimeout(() => setSettled(now), pause);
    return () => clearTimeout(waiting);
  }, [now]);
  return settled;
}

export function CheckedBox({ form, file }: BoxProps) {
  const { t, i18n } = useTranslation("dispute");
  const settled = useSettled(whole(form.values) ? JSON.stringify(filled(agreementBody(form.values))) : "");
  const agreement = openDraft(file)?.id; // it keeps the accounts that are shown to nobody
  const { data } = useQuery({
    queryKey: ["agreement check", file.id, agreement, settled, i18n.language],
    queryFn: () => tell<Checked>(`/disputes/${file.id}/agreements/check`, { agreement, text: JSON.parse(settled) }),
    enabled: settled !== "",
    retry: false,
    placeholderData: (before) => before,
  });
  const found = settled === "" ? null : data?.findings;
  return (
    <Card
      level={3}
      title={t("checked.title")}
      tone={found?.some((one) => one.weight === "refused") ? "danger" : "info"}
    >
      <div aria-live="polite">
        {!found && <p className="dim">{t("checked.later")}</p>}
        {found?.length === 0 && (
          <p>
            <CircleCheck size={16} aria-hidden /> {t("checked.nothing")}
          </p>
        )}
        {found && found.length > 0 && (
          <ul className={css.plain}>
            {found.map((one) => (
              <FindingLine key={one.at + one.code} finding={one} form={form} />
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}

function FindingLine({ finding, form }: { finding: Finding; form: BoxProps["form"] }) {
  const { t } = useTranslation("dispute");
  const path = finding.at.replace(/^\//, "").replaceAll("/", ".");
  const goTo = () => {
    const id = form.field(path).id;
    (document.getElementById(id) ?? document.querySelector<HTMLElement>(`[id^="${CSS.escape(id)}"]`))?.focus();
  };
  return (
    <li>
      <StatusBadge tone={finding.weight === "refused" ? "danger" : "warn"}>
        {t(`checked.${finding.weight}`)}
      </StatusBadge>{" "}
      <button type="button" className={css.finding} onClick={goTo}>
        {finding.says}
      </button>
      {finding.article && (
        <span className="dim">
          {" "}
          {finding.article.law} {finding.article.article}
        </span>
      )}
    </li>
  );
}
