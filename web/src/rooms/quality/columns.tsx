import { useTranslation } from "react-i18next";
import { date, dateTime, number } from "../../lib/fmt";
import { Bidi, type Column, StatusBadge } from "../../ui";
import { type ReviewLine, toneOf } from "./shapes";

/** How a review stands in a list. */
export function useReviewColumns(): Column<ReviewLine>[] {
  const { t } = useTranslation("quality");
  return [
    { key: "number", head: t("number"), primary: true, cell: (one) => <Bidi>{one.number}</Bidi> },
    { key: "kind", head: t("kind"), cell: (one) => one.kind_name },
    { key: "committee", head: t("committee"), cell: (one) => <bdi>{one.committee_name}</bdi> },
    { key: "archived", head: t("archived"), cell: (one) => one.archived_at && dateTime(one.archived_at) },
    {
      key: "status",
      head: t("status"),
      cell: (one) => (
        <>
          <StatusBadge tone={one.overdue ? "danger" : toneOf[one.status]}>{one.status_name}</StatusBadge>
          {one.due && ` ${t("until", { date: date(one.due) })}`}
        </>
      ),
    },
    { key: "faults", head: t("faults"), align: "end", cell: (one) => number(one.faults) },
    { key: "reviewer", head: t("reviewer"), cell: (one) => one.reviewer_name && <bdi>{one.reviewer_name}</bdi> },
  ];
}
