// The rooms of an organisation where sessions are held: who keeps them opens, changes and closes them.
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { listed } from "../../lib/fmt";
import { tell, useAsk } from "../../lib/server";
import { Button, Card, type Column, confirm, DataTable, Drawer, Empty, Row, toast, toastProblem } from "../../ui";
import { timeOfMinute } from "../calendar/days";
import type { Hours, Place, Places } from "../calendar/shapes";
import { PlaceForm } from "./PlaceForm";

export function useHoursInWords() {
  const { t } = useTranslation("organisation");
  return ({ opens, closes, pause_from, pause_until, every_day }: Hours): string => {
    const from = timeOfMinute(opens);
    const until = timeOfMinute(closes);
    const spans =
      pause_from === pause_until
        ? `${from}–${until}`
        : listed([`${from}–${timeOfMinute(pause_from)}`, `${timeOfMinute(pause_until)}–${until}`]);
    return `${t(every_day ? "place.everyDay" : "place.workingDays")} ${spans}`;
  };
}

export function PlacesTab({ organisation }: { organisation: string }) {
  const { t } = useTranslation("organisation");
  const list = useAsk<Places>(`/organisations/${organisation}/places`);
  const [open, setOpen] = useState<Place | "new" | null>(null);
  const queries = useQueryClient();
  const hours = useHoursInWords();
  const close = async (place: Place) => {
    const sure = await confirm({
      title: t("place.close", { name: place.name }),
      says: t("place.closeSays"),
      verb: t("place.closeVerb"),
      danger: true,
    });
    if (!sure) return;
    try {
      await tell(`/places/${place.id}`, null, { verb: "DELETE", version: place.version });
      toast(t("place.closed"));
      void queries.invalidateQueries();
    } catch (refused) {
      toastProblem(refused);
    }
  };
  const columns: Column<Place>[] = [
    { key: "name", head: t("place.name"), primary: true, cell: (one) => <bdi>{one.name}</bdi> },
    { key: "hours", head: t("place.hours"), cell: (one) => hours(one.hours) },
    { key: "seats", head: t("place.seats"), align: "end", cell: (one) => String(one.seats) },
    {
      key: "more",
      head: t("place.more"),
      cell: (one) =>
        [one.accessible && t("place.accessible"), one.shared && t("place.shared")].filter(Boolean).join(" · ") || "–",
    },
    {
      key: "act",
      head: t("place.act"),
      act: true,
      align: "end",
      cell: (one) => (
        <Row key="act" gap={1}>
          <Button kind="quiet" to={`/desk/calendar?of=${one.id}`} aria-label={`${t("place.calendar")} · ${one.name}`}>
            {t("place.calendar")}
          </Button>
          {one.may_keep && (
            <>
              <Button kind="quiet" onClick={() => setOpen(one)} aria-label={`${t("place.change")} · ${one.name}`}>
                {t("place.change")}
              </Button>
              <Button kind="quiet" onClick={() => void close(one)} aria-label={`${t("place.closeVerb")} · ${one.name}`}>
                {t("place.closeVerb")}
              </Button>
            </>
          )}
        </Row>
      ),
    },
  ];
  const said = list.data;
  const add = said?.may_keep && <Button onClick={() => setOpen("new")}>{t("place.open")}</Button>;
  return (
    <Card flush title={t("place.title")} actions={add}>
      <DataTable
        caption={t("place.title")}
        columns={columns}
        rows={said?.places}
        rowKey={(one) => one.id}
        error={list.error}
        retry={() => void list.refetch()}
        empty={<Empty>{t("place.none")}</Empty>}
      />
      <Drawer
        open={open !== null}
        onClose={() => setOpen(null)}
        title={open === null ? "" : open === "new" ? t("place.open") : t("place.changeOf", { name: open.name })}
      >
        {open !== null && said && (
          <PlaceForm
            organisation={organisation}
            place={open === "new" ? null : open}
            usual={said.usual}
            done={() => {
              setOpen(null);
              void queries.invalidateQueries();
            }}
          />
        )}
      </Drawer>
    </Card>
  );
}
