// Who mediates here: what is in hand, what is proposed besides, languages, skills, leave. A
// dispute can be dropped on a line; the menu of the dispute does the same.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { number } from "../../lib/fmt";
import { Card, type Column, DataTable, Empty, StatusBadge } from "../../ui";
import { useCatalogue } from "../shared/catalogue";
import css from "./assign.module.css";
import type { Board, BoardMediator } from "./shapes";

interface PeopleProps {
  board: Board;
  /** How many are proposed for each of them. */
  more: Map<string, number>;
  drop: (dispute: string, person: string) => void;
}

export const dragged = "application/x-maple-dispute";

export function People({ board, more, drop }: PeopleProps) {
  const { t } = useTranslation("assign");
  const { word } = useCatalogue();
  const columns: Column<BoardMediator>[] = [
    { key: "name", head: t("people.name"), primary: true, cell: (one) => <Named one={one} drop={drop} /> },
    {
      key: "load",
      head: t("people.load"),
      align: "end",
      cell: (one) => (
        <>
          <strong>{number(one.load)}</strong>
          {(more.get(one.person) ?? 0) > 0 && <span className="dim"> +{number(more.get(one.person) ?? 0)}</span>}
        </>
      ),
    },
    {
      key: "languages",
      head: t("people.languages"),
      cell: (one) =>
        one.languages
          .split(",")
          .map((key) => word("tongue", key))
          .join(" · "),
    },
    { key: "skills", head: t("people.skills"), cell: (one) => one.skills.join(" · ") || "–" },
    {
      key: "state",
      head: t("people.state"),
      cell: (one) => (
        <>
          {one.too_much && <StatusBadge tone="warn">{t("people.tooMuch", { count: board.most })}</StatusBadge>}
          {one.bars.map((bar) => (
            <StatusBadge key={bar.key} tone={bar.reason_is_enough ? "warn" : "danger"}>
              {bar.says}
            </StatusBadge>
          ))}
          {!one.too_much && one.bars.length === 0 && <StatusBadge tone="ok">{t("people.free")}</StatusBadge>}
        </>
      ),
    },
  ];
  return (
    <Card flush title={t("people.title", { count: board.mediators.length })}>
      <DataTable
        caption={t("people.title", { count: board.mediators.length })}
        columns={columns}
        rows={board.mediators}
        rowKey={(one) => one.person}
        empty={<Empty>{t("people.none")}</Empty>}
      />
    </Card>
  );
}

function Named({ one, drop }: { one: BoardMediator; drop: PeopleProps["drop"] }) {
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a drop target; the menu of each dispute does the same by keyboard
    <span
      className={css.target}
      data-over={over || undefined}
      data-person={one.person}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragged)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const dispute = event.dataTransfer.getData(dragged);
        if (dispute) drop(dispute, one.person);
      }}
    >
      <bdi>{one.name}</bdi>
    </span>
  );
}
