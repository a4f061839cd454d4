// What a court would refuse in the agreement, or what is to be asked, while it is typed. A hint and
// never a bar: the form is sent all the same.
import { useQuery } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAddress } from "../../../lib/address";
import { tell } from "../../../lib/server";
import { Card } from "../../../ui";
import { pathOf } from "../../../ui/useForm";
import type { Checked } from "../../shared/shapes";
import { openDraft } from "../words";
import { agreementBody } from "./AgreementBox";
import { Findings } from "./Findings";
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
  useBegunAt(form);
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
        {found && found.length > 0 && <Findings found={found} go={(at) => goTo(form, at)} />}
      </div>
    </Card>
  );
}

/** The field that a finding is about; else what it lies in. */
function goTo(form: BoxProps["form"], at: string) {
  for (let path = pathOf(at); path; path = path.split(".").slice(0, -1).join(".")) {
    const id = form.field(path).id;
    const field = document.getElementById(id) ?? document.querySelector<HTMLElement>(`[id^="${CSS.escape(`${id}-`)}"]`);
    if (field) {
      field.focus();
      field.scrollIntoView({ block: "center" });
      return;
    }
  }
}

/** Who comes from a finding of the saved draft begins at its place, once the form stands. */
function useBegunAt(form: BoxProps["form"]) {
  const at = useAddress().search.get("at");
  const place = useRef(form);
  place.current = form;
  useEffect(() => {
    if (!at) return;
    const waiting = setTimeout(() => goTo(place.current, at), 400);
    return () => clearTimeout(waiting);
  }, [at]);
}
