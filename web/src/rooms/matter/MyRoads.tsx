// When a promise is not kept: what can be done now, in plain words, with the day by which.
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { date, money } from "../../lib/fmt";
import { tell } from "../../lib/server";
import type { components } from "../../schema";
import { Card, ProblemCard, Stack, StatusBadge } from "../../ui";
import type { Matter } from "../shared/shapes";

type Told = components["schemas"];
type MyRoadsView = Told["resolution.MyRoadsView"];
type Broken = Told["resolution.BrokenPromise"];

export function MyRoads({ matter, code }: { matter: Matter; code: string }) {
  const { t, i18n } = useTranslation("matter");
  const late = matter.promises.some((one) => one.overdue || one.state === "breached");
  const asked = useQuery({
    queryKey: ["my roads", code, i18n.language],
    queryFn: () => tell<MyRoadsView>("/my/roads", { code }),
    enabled: late,
  });
  const promises = asked.data?.promises ?? [];
  if (late && asked.error && !asked.data)
    return (
      <Card title={t("roads.title")}>
        <ProblemCard error={asked.error} retry={() => void asked.refetch()} />
      </Card>
    );
  if (!late || promises.length === 0) return null;
  return (
    <Card title={t("roads.title")} tone="info">
      <Stack gap={4}>
        {promises.map((one) => (
          <OnePromise key={one.what + one.due} promise={one} />
        ))}
        <p className="dim">{t("roads.ask")}</p>
      </Stack>
    </Card>
  );
}

function OnePromise({ promise }: { promise: Broken }) {
  const { t } = useTranslation("matter");
  return (
    <section data-broken={promise.mine ? "mine" : "theirs"}>
      <h3>{promise.what}</h3>
      <p>
        {date(promise.due)}
        {promise.owed !== null && ` · ${t("roads.owed", { amount: money(promise.owed) })}`}
      </p>
      {promise.roads.length === 0 ? (
        <p>{t("roads.none")}</p>
      ) : (
        <p className="dim">{t(promise.mine ? "roads.mine" : "roads.theirs")}</p>
      )}
      <ul>
        {promise.roads.map((road) => (
          <li key={road.key} data-road={road.key}>
            <p>
              <strong>{road.name}</strong>{" "}
              {road.until && <StatusBadge tone="info">{t("roads.until", { when: date(road.until) })}</StatusBadge>}{" "}
              {road.together && <StatusBadge>{t("roads.together")}</StatusBadge>}
            </p>
            <p>{road.says}</p>
            <details>
              <summary>{t("roads.papers")}</summary>
              <ul>
                {road.papers.map((paper) => (
                  <li key={paper}>{paper}</li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
