// Offers about an issue, one step above the other: the latest of each side, the gap, and whether
// the bottom lines meet. Reckoned on this page and nowhere kept.
import { CircleHelp, Equal, MoveDown, MoveUp, Plus, TriangleAlert } from "lucide-react";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { dateTime, money } from "../../../lib/fmt";
import { Button, Card, Money, Row, Stack } from "../../../ui";
import css from "../apart.module.css";
import shared from "../dispute.module.css";
import { type Ladder, type Latest, ladders } from "../ladder";
import { presentParties, usePartyName } from "../words";
import { Deeds } from "./Deeds";
import type { PartProps } from "./parts";

export function Ladders(props: PartProps) {
  const { t } = useTranslation("dispute");
  const { file, deeds, open } = props;
  const all = ladders(file);
  if (all.length === 0)
    return (
      <Card title={t("ladder.title")}>
        <p className="dim">{t("ladder.noIssue")}</p>
        <Deeds of={["mediation.issue_named"]} deeds={deeds} open={open} />
      </Card>
    );
  return (
    <Card title={t("ladder.title")} actions={<Deeds of={["mediation.issue_named"]} deeds={deeds} open={open} />}>
      <Stack gap={4}>
        {all.map((one) => (
          <Rungs key={one.issue} ladder={one} {...props} />
        ))}
      </Stack>
    </Card>
  );
}

function Rungs({ ladder, file, deeds, open }: PartProps & { ladder: Ladder }) {
  const { t } = useTranslation("dispute");
  const nameOf = usePartyName(file);
  const parties = file.dispute.parties.map((one) => one.id);
  const nth = (party: string) => parties.indexOf(party) % 4;
  const may = deeds.includes("mediation.vault_noted");
  return (
    <section className={css.ladder}>
      <h3>{ladder.title ?? t("apart.untitled")}</h3>
      {ladder.latest.length > 0 && (
        <div className={css.scale} data-gap={ladder.gap !== null || undefined}>
          {ladder.latest.map((one, index) => (
            <Fragment key={one.party}>
              {index === 1 && ladder.gap !== null && <Gap fen={ladder.gap} />}
              <Offer one={one} name={nameOf(one.party)} nth={nth(one.party)} />
            </Fragment>
          ))}
        </div>
      )}
      {ladder.latest.length === 0 && ladder.other.length === 0 && <p className="dim">{t("ladder.none")}</p>}
      {ladder.latest.length > 2 && <p className="dim">{t("ladder.many")}</p>}
      <Meeting ladder={ladder} />
      {may && (
        <Row gap={1} className={`${shared.small} no-print`}>
          {presentParties(file).map((party) => (
            <Button
              key={party.id}
              kind="quiet"
              icon={<Plus size={16} aria-hidden />}
              onClick={() => open("mediation.vault_noted", `${party.id}.offer.${ladder.issue}`)}
            >
              {t("ladder.add", { name: nameOf(party.id) })}
            </Button>
          ))}
        </Row>
      )}
      {(ladder.steps.length > 0 || ladder.other.length > 0) && (
        <details>
          <summary>{t("ladder.history", { count: ladder.steps.length + ladder.other.length })}</summary>
          <ol className={css.steps}>
            {ladder.steps.map((one) => (
              <li key={one.id} data-nth={nth(one.party)}>
                <span className="dim">{dateTime(one.at)}</span> {nameOf(one.party)} <Money fen={one.fen} />
              </li>
            ))}
            {ladder.other.map((one) => (
              <li key={one.id} data-nth={nth(one.party)}>
                <span className="dim">{dateTime(one.at)}</span> {nameOf(one.party)}{" "}
                <span className={shared.words}>{one.words}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

/** What still lies between the two. */
function Gap({ fen }: { fen: number }) {
  const { t } = useTranslation("dispute");
  return (
    <div className={css.gap} data-met={fen === 0 || undefined}>
      <span>{t(fen === 0 ? "ladder.met" : "ladder.gap")}</span>
      {fen > 0 && (
        <strong>
          <Money fen={fen} />
        </strong>
      )}
    </div>
  );
}

function Offer({ one, name, nth }: { one: Latest; name: string; nth: number }) {
  const { t } = useTranslation("dispute");
  const moved = one.moved ?? 0;
  return (
    <div className={css.offer} data-nth={nth}>
      <span className="dim">{name}</span>
      <strong>
        <Money fen={one.fen} />
      </strong>
      {moved !== 0 && (
        <span className={css.moved}>
          {moved > 0 ? <MoveUp size={14} aria-hidden /> : <MoveDown size={14} aria-hidden />}{" "}
          {t(moved > 0 ? "ladder.up" : "ladder.down", { amount: money(Math.abs(moved)) })}
        </span>
      )}
    </div>
  );
}

/** Said in words, for the mediator alone: never a figure of either side's bottom line here. */
function Meeting({ ladder }: { ladder: Ladder }) {
  const { t } = useTranslation("dispute");
  const icon = { unknown: CircleHelp, meet: Equal, apart: TriangleAlert };
  const Icon = icon[ladder.overlap];
  return (
    <p className={css.meeting} data-overlap={ladder.overlap}>
      <Icon size={16} aria-hidden /> {t(`ladder.overlap.${ladder.overlap}`, { amount: money(ladder.room ?? 0) })}
    </p>
  );
}
