// Above the file while somebody has to be protected: what must not be done with these two.
import { ShieldAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { beside, date, dateTime, listed } from "../../../lib/fmt";
import { Card } from "../../../ui";
import { keptApart, measures, ordersInForce, toBeCalledOff } from "../safety";
import safe from "../safety.module.css";
import type { FileView } from "../types";
import { usePartyName, useWords } from "../words";

// What whoever stands at the door has to know before anything else; the rest is in the rail.
const first = ["call_police", "medical_help", "stop", "no_joint_session", "hide_address", "separate_rooms"];
const shownFor = ["no_joint_session", "hide_address", "call_police", "medical_help", "stop"];

export function Protected({ file }: { file: FileView }) {
  const { t } = useTranslation("dispute");
  const { choice } = useWords();
  const nameOf = usePartyName(file);
  const held = measures(file);
  const orders = ordersInForce(file);
  const apart = keptApart(file);
  const calledTogether = toBeCalledOff(file);
  if (!held.some((one) => shownFor.includes(one.action)) && !apart && calledTogether.length === 0) return null;
  const rank = (action: string) => (first.includes(action) ? first.indexOf(action) : first.length);
  const actions = [...new Set(held.map((one) => one.action))].sort((a, b) => rank(a) - rank(b));
  const whom = (action: string) =>
    listed([...new Set(held.filter((one) => one.action === action).map((one) => nameOf(one.party)))]);
  return (
    <Card tone="danger">
      <div className={safe.banner} data-safety-banner>
        <ShieldAlert size={22} aria-hidden />
        <div>
          <strong>{t("safety.banner")}</strong>
          {calledTogether.map((one) => (
            <p key={one.id} data-call-off>
              {t("safety.callOff", { when: one.planned_for ? dateTime(one.planned_for) : "" })}
            </p>
          ))}
          {apart === "risk" && <p>{t("safety.riskStands")}</p>}
          {orders.map((one) => (
            <p key={one.id}>
              {t("safety.orderUntil", {
                protects: nameOf(one.protects),
                against: nameOf(one.against),
                until: one.until ? date(one.until) : "",
              })}
            </p>
          ))}
          <ul className={safe.actions}>
            {actions.map((action) => (
              <li key={action} data-first={first.slice(0, 5).includes(action) || undefined}>
                {beside(choice("safety_action", action), whom(action))}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Card>
  );
}
