// What is open when a promise is not kept: each road with its time, what it needs and the first step.
import { CircleCheck, CircleSlash, Clock, FileText, Route, Scale, Undo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useAddress } from "../../../lib/address";
import { articleOf, dateTime, money } from "../../../lib/fmt";
import { useAsk } from "../../../lib/server";
import type { components } from "../../../schema";
import { Button, Card, Deadline, Drawer, ProblemCard, Row, Skeleton, Stack, StatusBadge } from "../../../ui";
import css from "../dispute.module.css";
import own from "../meanwhile.module.css";
import type { Obligation } from "../types";
import type { PartProps } from "./parts";

type Roads = components["schemas"]["resolution.RoadsView"];
type Road = components["schemas"]["resolution.RoadView"];

/** A button on the promise; the roads themselves in a drawer. The address remembers it, and the form of
 * a first step lies above it. */
export function RoadsButton(props: PartProps & { promise: Obligation }) {
  const { t } = useTranslation("dispute");
  const { search, change } = useAddress();
  const { id } = props.promise;
  const shown = search.get("roads") === id && !search.get("do");
  const show = (roads: string | null) => change({ roads }, { replace: !roads });
  return (
    <>
      <Row className="no-print">
        <Button icon={<Route size={16} aria-hidden />} onClick={() => show(id)}>
          {t("roads.show")}
        </Button>
      </Row>
      <Drawer open={shown} onClose={() => show(null)} title={t("roads.title")} size="lg">
        {shown && <List {...props} />}
      </Drawer>
    </>
  );
}

function List({ promise, ...props }: PartProps & { promise: Obligation }) {
  const { t } = useTranslation("dispute");
  const asked = useAsk<Roads>(`/disputes/${props.file.id}/obligations/${promise.id}/roads`);
  if (asked.error && !asked.data) return <ProblemCard error={asked.error} retry={() => void asked.refetch()} />;
  if (!asked.data) return <Skeleton shape="cards" count={3} />;
  const { roads, owed } = asked.data;
  const open = roads.filter((one) => one.open);
  const shut = roads.filter((one) => !one.open);
  return (
    <Stack gap={4}>
      <p className={css.words}>{promise.what}</p>
      <p>
        <Deadline due={promise.due} met={promise.state !== "open" && promise.state !== "breached"} full />
        {owed !== null && ` · ${t("roads.owed", { amount: money(owed) })}`}
      </p>
      <p className="dim">{t("roads.says")}</p>
      {open.length === 0 && <p>{t("roads.none")}</p>}
      {open.map((one) => (
        <OpenRoad key={one.key} road={one} promise={promise} {...props} />
      ))}
      {shut.length > 0 && (
        <details>
          <summary>{t("roads.shut", { count: shut.length })}</summary>
          <ul className={own.roads}>
            {shut.map((one) => (
              <li key={one.key} data-road={one.key}>
                <CircleSlash size={16} aria-hidden /> <strong>{one.name}</strong>
                <p className="dim">
                  {one.too_late && one.until
                    ? t("roads.tooLate", { when: dateTime(one.until) })
                    : one.because.join(" ")}
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Stack>
  );
}

interface OneRoad extends PartProps {
  road: Road;
  promise: Obligation;
}

function OpenRoad({ road, ...props }: OneRoad) {
  const { t } = useTranslation("dispute");
  const { article } = road;
  return (
    <div data-road={road.key}>
      <Card
        level={3}
        title={road.name}
        actions={
          <Row gap={1}>
            {road.together && <StatusBadge tone="info">{t("roads.together")}</StatusBadge>}
            <StatusBadge tone="ok">{t("roads.open")}</StatusBadge>
          </Row>
        }
      >
        <Stack gap={3}>
          <p>{road.says}</p>
          {road.until && (
            <div>
              <p>
                <Clock size={16} aria-hidden /> <Deadline due={road.until} full />
              </p>
              <details className={css.more}>
                <summary>{t("roads.whyThen")}</summary>
                <ul>
                  {road.why.map((one) => (
                    <li key={one}>{one}</li>
                  ))}
                  {road.after && <li>{road.after}</li>}
                </ul>
              </details>
            </div>
          )}
          <ul className={css.because}>
            {road.because.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          {road.asks.length > 0 && (
            <div>
              <p className="dim">{t("roads.asks")}</p>
              <ul className={css.because}>
                {road.asks.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            </div>
          )}
          <div>
            <p className="dim">{t("roads.papers")}</p>
            <ul className={css.because}>
              {road.papers.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </div>
          {article && (
            <p className="dim">
              <Scale size={14} aria-hidden /> {articleOf(article)} · {article.says}
            </p>
          )}
          <FirstStep road={road} {...props} />
        </Stack>
      </Card>
    </div>
  );
}

/** What can be done here at once. */
function FirstStep({ road, promise, file, deeds, open }: OneRoad) {
  const { t } = useTranslation("dispute");
  const agreement = file.dispute.agreements.find((one) => one.obligations.some((row) => row.id === promise.id));
  if (road.step === "reopen" && deeds.includes("followup.reopened"))
    return (
      <Row>
        <Button icon={<Undo2 size={16} aria-hidden />} onClick={() => open("followup.reopened")}>
          {t("roads.step.reopen")}
        </Button>
      </Row>
    );
  if (road.step === "confirm" && deeds.includes("resolution.confirmation_applied"))
    return (
      <Row>
        <Button
          icon={<CircleCheck size={16} aria-hidden />}
          onClick={() => open("resolution.confirmation_applied", agreement?.id)}
        >
          {t("roads.step.confirm")}
        </Button>
      </Row>
    );
  if (road.step === "print")
    return (
      <Row>
        <Button
          icon={<FileText size={16} aria-hidden />}
          to={`/desk/disputes/${file.id}/print/${road.form}?subject=${promise.id}`}
        >
          {t("roads.step.print")}
        </Button>
      </Row>
    );
  return null;
}
