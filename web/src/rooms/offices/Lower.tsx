import { useTranslation } from "react-i18next";
import { Card, type Column, DataTable } from "../../ui";
import { type Beside, type Overview, pageOf } from "./shapes";

/** Rooms and groups that work in its name, and what else lies directly below. */
export function Lower({ said }: { said: Overview }) {
  const { t } = useTranslation("organisation");
  return (
    <>
      <List title={t("lower.parts")} rows={said.parts} />
      <List title={t("lower.below")} rows={said.below} />
    </>
  );
}

function List({ title, rows }: { title: string; rows: Beside[] }) {
  const { t } = useTranslation("organisation");
  if (rows.length === 0) return null;
  const columns: Column<Beside>[] = [
    { key: "name", head: t("lower.name"), primary: true, cell: (one) => <bdi>{one.name}</bdi> },
    { key: "kind", head: t("lower.kind"), cell: (one) => one.kind_name },
    { key: "people", head: t("lower.people"), align: "end", cell: (one) => one.people },
  ];
  return (
    <Card flush title={title}>
      <DataTable
        caption={title}
        columns={columns}
        rows={rows}
        rowKey={(one) => one.id}
        rowTo={(one) => pageOf(one.id)}
        empty={null}
      />
    </Card>
  );
}
