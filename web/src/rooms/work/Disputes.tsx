import { CirclePlus, Zap } from "lucide-react";
import { useTranslation } from "react-i18next";
import { isoDay } from "../../lib/fmt";
import { useAsk } from "../../lib/server";
import { useMe } from "../../shell/session";
import {
  Bidi,
  Button,
  Card,
  CheckField,
  type Column,
  DataTable,
  Deadline,
  Empty,
  FilterBar,
  Page,
  SearchField,
  SelectField,
  StatusBadge,
  useCursor,
  useFilters,
} from "../../ui";
import { nameIn, useCatalogue } from "../shared/catalogue";
import type { Line, Lines, Organisation } from "../shared/shapes";
import { NamedLine } from "./NamedLine";
import { toneOf } from "./stages";

const names = [
  "q",
  "stage",
  "kind",
  "grade",
  "source",
  "organisation",
  "on_my_desk",
  "overdue",
  "due_within",
  "live",
  "concluded_in",
  "order",
];

export function useLineColumns(): Column<Line>[] {
  const { t } = useTranslation("work");
  return [
    { key: "number", head: t("columns.dispute"), primary: true, cell: (line) => <NamedLine line={line} /> },
    {
      key: "kind",
      head: t("columns.kindAndPlace"),
      cell: (line) => (
        <>
          {line.kind_name} <span className="dim block">{line.place_name}</span>
        </>
      ),
    },
    {
      key: "stage",
      head: t("columns.stage"),
      cell: (line) => <StatusBadge tone={toneOf(line.stage)}>{line.stage_name}</StatusBadge>,
    },
    {
      key: "who",
      head: t("columns.who"),
      cell: (line) => <bdi>{line.person_name ?? line.organisation_name}</bdi>,
    },
    {
      key: "requested",
      head: t("columns.requested"),
      cell: (line) => <Bidi>{isoDay(line.requested_at)}</Bidi>,
    },
    { key: "due", head: t("columns.due"), cell: (line) => (line.due_at ? <Deadline due={line.due_at} /> : "–") },
  ];
}

/** Every dispute that I may see, with filters in the address. */
export function Disputes() {
  const { t } = useTranslation("work");
  const filters = useFilters();
  const { cursor } = useCursor();
  const columns = useLineColumns();
  const takesIn = useMe()?.roles.some((role) => role === "desk_clerk" || role === "mediator" || role === "director");
  const query = Object.fromEntries(names.map((name) => [name, filters.get(name)]));
  const list = useAsk<Lines>("/disputes", { ...query, cursor, limit: 30 });
  return (
    <Page
      title={t("disputes")}
      subtitle={t("disputesSays")}
      actions={
        takesIn && (
          <>
            <Button to="/desk/on-the-spot" icon={<Zap size={18} aria-hidden />}>
              {t("onTheSpot")}
            </Button>
            <Button kind="primary" to="/desk/intake/new" icon={<CirclePlus size={18} aria-hidden />}>
              {t("register")}
            </Button>
          </>
        )
      }
    >
      <Filters />
      <Card flush>
        <DataTable
          caption={t("disputes")}
          columns={columns}
          rows={list.data?.disputes}
          rowKey={(line) => line.id}
          rowTo={(line) => `/desk/disputes/${line.id}`}
          error={list.error}
          retry={() => void list.refetch()}
          next={list.data?.cursor}
          keys
          empty={
            <Empty
              action={
                filters.any(names) ? (
                  <Button onClick={() => filters.clear(names)}>{t("filters.clear")}</Button>
                ) : (
                  takesIn && <Button to="/desk/intake/new">{t("register")}</Button>
                )
              }
            >
              {t(filters.any(names) ? "noneFound" : "noneYet")}
            </Empty>
          }
        />
      </Card>
    </Page>
  );
}

function Filters() {
  const { t, i18n } = useTranslation("work");
  const filters = useFilters();
  const { kindOptions, words } = useCatalogue();
  const organisations = useAsk<{ organisations: Organisation[] }>("/organisations", {}, { fresh: 600_000 });
  const handling = organisations.data?.organisations.filter((one) => one.may_handle) ?? [];
  const concluded = filters.get("concluded_in");
  const chosen = (name: string) => ({
    placeholder: t("filters.any"),
    value: filters.get(name),
    onChange: (to: string | null) => filters.set(name, to),
  });
  return (
    <FilterBar names={names} search={<SearchField label={t("filters.search")} placeholder={t("filters.searchHint")} />}>
      <SelectField label={t("columns.stage")} options={words("stage")} {...chosen("stage")} />
      <SelectField label={t("columns.kind")} options={kindOptions} {...chosen("kind")} />
      <SelectField label={t("filters.source")} options={words("source")} {...chosen("source")} />
      <SelectField label={t("filters.grade")} options={words("grade")} {...chosen("grade")} />
      <SelectField
        label={t("filters.organisation")}
        options={handling.map((one) => ({ value: one.id, label: nameIn(one, i18n.language) }))}
        {...chosen("organisation")}
      />
      <SelectField
        label={t("filters.order")}
        options={[
          { value: "newest", label: t("filters.newest") },
          { value: "due", label: t("filters.due") },
        ]}
        {...chosen("order")}
      />
      <SelectField
        label={t("columns.due")}
        placeholder={t("filters.any")}
        options={[
          { value: "overdue", label: t("filters.overdue") },
          ...["3", "7", "30"].map((days) => ({ value: days, label: t("filters.within", { count: Number(days) }) })),
        ]}
        value={filters.get("overdue") === "true" ? "overdue" : filters.get("due_within")}
        onChange={(to) =>
          filters.put({ overdue: to === "overdue" ? "true" : null, due_within: to === "overdue" ? null : to })
        }
      />
      {concluded && (
        <SelectField
          label={t("filters.concludedIn")}
          options={[{ value: concluded, label: concluded }]}
          {...chosen("concluded_in")}
        />
      )}
      <CheckField
        label={t("filters.mine")}
        value={filters.get("on_my_desk") === "true"}
        onChange={(on) => filters.set("on_my_desk", on ? "true" : null)}
      />
      <CheckField
        label={t("filters.live")}
        value={filters.get("live") === "true"}
        onChange={(on) => filters.set("live", on ? "true" : null)}
      />
    </FilterBar>
  );
}
