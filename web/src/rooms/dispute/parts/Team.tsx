// Through whose hands the file went, who mediates, who was invited.
import { useTranslation } from "react-i18next";
import { date, dateTime } from "../../../lib/fmt";
import { later } from "../../../lib/later";
import { Bidi, Card, Stack, StatusBadge } from "../../../ui";
import css from "../dispute.module.css";
import { organisationName, personName, useRole, useWords } from "../words";
import { Deeds } from "./Deeds";
import type { PartProps } from "./parts";
import { Ties } from "./Ties";

const Joint = later(() => import("./rest").then((file) => file.Joint), null);

export function Team({ file, deeds, open }: PartProps) {
  const { t } = useTranslation("dispute");
  const { choice } = useWords();
  const roleOf = useRole();
  const { dispute } = file;
  // A reason of the book has its name there; one in own words is said as it is.
  const said = (reason: string) =>
    ["return", "conflict", "change", "certificate_override"]
      .map((list) => choice(list, reason))
      .find((name) => name !== reason) ?? reason;
  const phoneOf = (id: string) => file.people.find((one) => one.id === id)?.phone;
  return (
    <Card title={t("tab.team")}>
      <Stack gap={3}>
        <section>
          <h3>{t("mediators")}</h3>
          {dispute.appointments.length === 0 && <p className="dim">{t("nobodyAppointed")}</p>}
          <ul className={css.plain}>
            {dispute.appointments.map((one) => (
              <li key={one.person + one.from} className={one.until ? "dim" : undefined}>
                {personName(file, one.person)}{" "}
                <StatusBadge tone={one.presiding && !one.until ? "brand" : "neutral"}>
                  {t(one.until ? "replaced" : one.presiding ? "presiding" : "assisting")}
                </StatusBadge>
                {one.chosen_by_parties && <span className="dim"> {t("chosenByParties")}</span>}
                {!one.until && phoneOf(one.person) && (
                  <>
                    {" "}
                    <a href={`tel:${phoneOf(one.person)}`}>
                      <Bidi>{phoneOf(one.person)}</Bidi>
                    </a>
                  </>
                )}
                {one.reason && <div className="dim">{said(one.reason)}</div>}
              </li>
            ))}
          </ul>
          <Deeds of={["diversion.appointed"]} deeds={deeds} open={open} />
        </section>
        <Ties file={file} deeds={deeds} open={open} />
        <section>
          <h3>{t("handlings")}</h3>
          <ol className={css.plain}>
            {dispute.handlings.map((one, index) => (
              <li key={one.organisation + one.sent_at}>
                {organisationName(file, one.organisation)}
                {one.number && <span className="dim"> {one.number}</span>}
                <div className="dim">
                  {one.received_at
                    ? t("receivedAt", { when: dateTime(one.received_at) })
                    : index > 0 && <StatusBadge tone="warn">{t("onItsWay", { when: date(one.sent_at) })}</StatusBadge>}
                  {one.ended_at && ` · ${t("endedAt", { when: date(one.ended_at) })}`}
                </div>
                {one.reason && <div className="dim">{said(one.reason)}</div>}
              </li>
            ))}
          </ol>
          <Deeds
            of={["diversion.received", "diversion.returned", "diversion.diverted", "diversion.graded"]}
            deeds={deeds}
            open={open}
          />
        </section>
        <Joint file={file} deeds={deeds} open={open} />
        {(dispute.participants.length > 0 || deeds.includes("mediation.participant_invited")) && (
          <section>
            <h3>{t("participants")}</h3>
            <ul className={css.plain}>
              {dispute.participants.map((one) => (
                <li key={one.id} className={one.left ? "dim" : undefined}>
                  {one.name} <span className="dim">{roleOf(one.role)}</span>
                  {one.left ? (
                    <div className="dim">
                      {t("guestLeft", {
                        when: dateTime(one.left.at),
                        reason: choice("participant_left", one.left.reason),
                      })}
                    </div>
                  ) : (
                    <Deeds of={["mediation.participant_left"]} about={one.id} deeds={deeds} open={open} />
                  )}
                </li>
              ))}
            </ul>
            <Deeds of={["mediation.participant_invited"]} deeds={deeds} open={open} />
          </section>
        )}
      </Stack>
    </Card>
  );
}
