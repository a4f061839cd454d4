import { useTranslation } from "react-i18next";
import { date, money } from "../../lib/fmt";
import { Bidi, Card, Deadline, Stack, StatusBadge, type Tone } from "../../ui";
import type { Matter } from "../shared/shapes";
import { MyRuling } from "./MyRuling";

interface MatterProps {
  matter: Matter;
  code: string;
  change: (next: Matter) => void;
}

type Promised = Matter["promises"][number];

const tones: Record<Promised["state"], Tone> = {
  open: "info",
  performed: "ok",
  late: "ok",
  waived: "neutral",
  breached: "danger",
};

/** What was agreed: what I promised first, then what was promised to me. */
export function Promises({ matter, code, change }: MatterProps) {
  const { t } = useTranslation("matter");
  const mine = matter.promises.filter((one) => one.mine);
  const theirs = matter.promises.filter((one) => !one.mine);
  return (
    <Card title={t("promises.title")}>
      <Stack gap={4}>
        {matter.agreement_effective_at && (
          <p>
            {matter.agreement_number && (
              <>
                <Bidi>{matter.agreement_number}</Bidi> ·{" "}
              </>
            )}
            {t("promises.effective", { day: date(matter.agreement_effective_at) })}
          </p>
        )}
        {mine.length > 0 && <List title={t("promises.mine")} promises={mine} />}
        {theirs.length > 0 && <List title={t("promises.theirs")} promises={theirs} />}
        {matter.at_court && <AtCourt news={matter.at_court} />}
        <MyRuling matter={matter} code={code} change={change} />
        {matter.confirmation_until && <p>{t("promises.confirmation", { day: date(matter.confirmation_until) })}</p>}
      </Stack>
    </Card>
  );
}

/** What the court says of the agreement. */
function AtCourt({ news }: { news: NonNullable<Matter["at_court"]> }) {
  const { t } = useTranslation("matter");
  return (
    <section data-at-court>
      <h3>{t("promises.court")}</h3>
      <p>{news.says}</p>
      {news.because && <p>{t("promises.courtBecause", { reason: news.because })}</p>}
      {news.received && <p>{t("ruling.received", { day: date(news.received) })}</p>}
      {news.until && (
        <p>
          {news.until_says} <Deadline due={news.until} full />
        </p>
      )}
      {news.article && (
        <p className="dim">
          {news.article.law} {news.article.article}
        </p>
      )}
    </section>
  );
}

function List({ title, promises }: { title: string; promises: Promised[] }) {
  const { t } = useTranslation("matter");
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {promises.map((one) => (
          <li key={one.who + one.what + one.due}>
            <p>
              {t("promises.line", { who: one.who, to: one.to, what: one.what })}
              {one.amount !== null && (
                <>
                  {" · "}
                  <strong>{money(one.amount)}</strong>
                </>
              )}
            </p>
            <p>
              <Deadline due={one.due} met={one.state !== "open"} full />{" "}
              <StatusBadge tone={one.overdue ? "danger" : tones[one.state]}>
                {t(`promises.states.${one.state}`)}
              </StatusBadge>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
