import { CirclePlus, FileUp } from "lucide-react";
import { type CSSProperties, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
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
  useFilters,
} from "../../ui";
import { nameIn, useCatalogue } from "../shared/catalogue";
import css from "./admin.module.css";
import { Guide } from "./Guide";
import { OfficeForm } from "./OfficeForm";
import { useScope } from "./scope";
import { type Branch, found, treeOf } from "./tree";

export const officeAddress = (id: string, tab?: "people" | "accounts") =>
  `/desk/admin/${id}${tab === "accounts" ? "?tab=accounts" : ""}`;

/** The offices that I administer, as a tree; each leads to its people and accounts. */
export function Offices() {
  const { t, i18n } = useTranslation("admin");
  const filters = useFilters();
  const { offices, error, retry } = useScope();
  const [above, setAbove] = useState<string | null>(null);
  const wanted = (filters.get("q") ?? "").toLowerCase();
  const kind = filters.get("kind");
  const rows = useMemo(() => {
    const tree = offices && treeOf(offices);
    if (!tree || (!wanted && !kind)) return tree;
    return found(
      tree,
      (one) =>
        `${one.name} ${one.name_en} ${one.division_name} ${one.phone}`.toLowerCase().includes(wanted) &&
        (!kind || one.kind === kind),
    );
  }, [offices, wanted, kind]);
  const columns: Column<Branch>[] = [
    {
      key: "name",
      head: t("office.name"),
      primary: true,
      cell: ({ office, depth }) => (
        <span
          className={css.office}
          data-below={depth > 0 || undefined}
          style={{ "--depth": Math.max(0, depth - 1) } as CSSProperties}
        >
          <bdi>{nameIn(office, i18n.language)}</bdi>
        </span>
      ),
    },
    { key: "kind", head: t("office.kind"), cell: ({ office }) => office.kind_name },
    { key: "place", head: t("office.place"), cell: ({ office }) => office.division_name || "–" },
    {
      key: "seal",
      head: t("office.seal"),
      cell: ({ office }) => (office.has_seal ? <span className="nowrap">{t("office.sealed")}</span> : "–"),
    },
    {
      key: "phone",
      head: t("office.phone"),
      cell: ({ office }) => (office.phone ? <Bidi>{office.phone}</Bidi> : "–"),
    },
    {
      key: "add",
      head: t("office.below"),
      act: true,
      align: "end",
      cell: ({ office }) => (
        <Button
          key="add"
          aria-label={`${t("office.below")} · ${nameIn(office, i18n.language)}`}
          onClick={() => setAbove(office.id)}
        >
          <span className="nowrap">{t("office.below")}</span>
        </Button>
      ),
    },
  ];
  const top = offices?.[0];
  return (
    <Page
      title={t("title")}
      subtitle={t("says")}
      actions={
        top && (
          <>
            <Button to="/desk/admin/import" icon={<FileUp size={18} aria-hidden />}>
              {t("import.title")}
            </Button>
            {offices.length > 1 && (
              <Button kind="primary" icon={<CirclePlus size={18} aria-hidden />} onClick={() => setAbove(top.id)}>
                {t("office.add")}
              </Button>
            )}
          </>
        )
      }
    >
      {offices && top && <Guide offices={offices} add={() => setAbove(top.id)} />}
      {offices && offices.length > 8 && <Filters />}
      <Card flush>
        <DataTable
          caption={t("office.list")}
          columns={columns}
          rows={rows}
          rowKey={(one) => one.office.id}
          rowTo={(one) => officeAddress(one.office.id)}
          error={error}
          retry={retry}
          total={rows?.length}
          keys
          empty={<Empty>{t(wanted || kind ? "office.noneFound" : "office.none")}</Empty>}
        />
      </Card>
      <Drawer open={above !== null} onClose={() => setAbove(null)} title={t("office.add")}>
        {above && offices && <OfficeForm offices={offices} above={above} done={() => setAbove(null)} />}
      </Drawer>
    </Page>
  );
}

function Filters() {
  const { t } = useTranslation("admin");
  const filters = useFilters();
  const { words } = useCatalogue();
  return (
    <FilterBar names={["q", "kind"]}>
      <SearchField label={t("office.find")} />
      <SelectField
        label={t("office.kind")}
        options={words("organisation_kind")}
        value={filters.get("kind")}
        onChange={(one) => filters.set("kind", one)}
      />
    </FilterBar>
  );
}
