import { useState } from "react";
import { useTranslation } from "react-i18next";
import { number } from "../../lib/fmt";
import { useAsk } from "../../lib/server";
import { useMe } from "../../shell/session";
import {
  Bidi,
  Button,
  Card,
  type Column,
  DataTable,
  Drawer,
  Empty,
  FilterBar,
  Page,
  SearchField,
  SelectField,
  StatusBadge,
  useFilters,
} from "../../ui";
import { Duties } from "../offices/Duties";
import { pageOf } from "../offices/shapes";
import { seesPeople } from "../offices/sight";
import { nameIn, useCatalogue, useDivisions } from "../shared/catalogue";
import type { Mediator, Organisation } from "../shared/shapes";

/** Who is who: committees, rooms, centres and agencies, with their phones and mediators. */
export function Organisations() {
  const { t, i18n } = useTranslation("roll");
  const filters = useFilters();
  const [open, setOpen] = useState<Organisation | null>(null);
  const opens = seesPeople(useMe()?.roles);
  const division = filters.get("division");
  const kind = filters.get("kind");
  const list = useAsk<{ organisations: Organisation[] }>("/organisations", { division, kind });
  const wanted = (filters.get("q") ?? "").toLowerCase();
  const rows = list.data?.organisations.filter((one) =>
    `${one.name} ${one.name_en} ${one.division_name} ${one.phone}`.toLowerCase().includes(wanted),
  );
  const columns: Column<Organisation>[] = [
    { key: "name", head: t("name"), primary: true, cell: (one) => <bdi>{nameIn(one, i18n.language)}</bdi> },
    { key: "kind", head: t("kind"), cell: (one) => one.kind_name },
    { key: "place", head: t("place"), cell: (one) => one.division_name },
    { key: "phone", head: t("phone"), cell: (one) => (one.phone ? <Bidi>{one.phone}</Bidi> : "–") },
    { key: "address", head: t("address"), cell: (one) => one.address || "–" },
    {
      key: "mediators",
      head: t("mediators"),
      act: true,
      align: "end",
      cell: (one) =>
        one.may_handle && (
          <Button
            key="mediators"
            aria-label={`${t("mediators")} · ${nameIn(one, i18n.language)}`}
            onClick={() => setOpen(one)}
          >
            {t("mediators")}
          </Button>
        ),
    },
  ];
  return (
    <Page title={t("title")} subtitle={t("says")}>
      <Duties />
      <Filters />
      <Card flush>
        <DataTable
          caption={t("title")}
          columns={columns}
          rows={rows}
          rowKey={(one) => one.id}
          rowTo={opens ? (one) => pageOf(one.id) : undefined}
          error={list.error}
          retry={() => void list.refetch()}
          total={rows?.length}
          keys
          empty={<Empty>{t("none")}</Empty>}
        />
      </Card>
      <Drawer open={open !== null} onClose={() => setOpen(null)} title={open ? nameIn(open, i18n.language) : ""}>
        {open && <Mediators organisation={open} />}
      </Drawer>
    </Page>
  );
}

function Filters() {
  const { t, i18n } = useTranslation("roll");
  const filters = useFilters();
  const { words } = useCatalogue();
  const divisions = useDivisions().filter((one) => one.code.length === 6 || one.code.length === 9);
  return (
    <FilterBar names={["q", "division", "kind"]}>
      <SearchField label={t("find")} />
      <SelectField
        label={t("place")}
        options={divisions.map((one) => ({ value: one.code, label: nameIn(one, i18n.language) }))}
        value={filters.get("division")}
        onChange={(code) => filters.set("division", code)}
      />
      <SelectField
        label={t("kind")}
        options={words("organisation_kind")}
        value={filters.get("kind")}
        onChange={(one) => filters.set("kind", one)}
      />
    </FilterBar>
  );
}

function Mediators({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation("roll");
  const { word, kindName } = useCatalogue();
  const list = useAsk<{ mediators: Mediator[] }>(`/organisations/${organisation.id}/mediators`);
  const columns: Column<Mediator>[] = [
    { key: "name", head: t("name"), primary: true, cell: (one) => <bdi>{one.name}</bdi> },
    { key: "phone", head: t("phone"), cell: (one) => (one.phone ? <Bidi>{one.phone}</Bidi> : "–") },
    {
      key: "languages",
      head: t("languages"),
      cell: (one) => one.languages.map((tongue) => word("tongue", tongue)).join(" · ") || "–",
    },
    { key: "skills", head: t("skills"), cell: (one) => one.skills.map(kindName).join(" · ") || "–" },
    { key: "load", head: t("load"), align: "end", cell: (one) => number(one.load) },
    {
      key: "certificate",
      head: t("certificate"),
      cell: (one) => (
        <StatusBadge tone={one.certificate_valid ? "ok" : "warn"}>
          {t(one.certificate_valid ? "valid" : "invalid")}
        </StatusBadge>
      ),
    },
  ];
  return (
    <DataTable
      caption={t("mediators")}
      columns={columns}
      rows={list.data?.mediators}
      rowKey={(one) => one.id}
      rowTo={(one) => `/desk/people/${one.id}`}
      error={list.error}
      retry={() => void list.refetch()}
      empty={<Empty>{t("noMediators")}</Empty>}
    />
  );
}
