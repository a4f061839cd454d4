import { CirclePlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, Card, DataTable, Drawer, Empty } from "../../ui";
import type { Organisation } from "../shared/shapes";
import { AccountForm } from "./AccountForm";
import { accountAddress, useAccountColumns } from "./columns";
import { useAccounts, usePeople, useScope } from "./scope";

/** The accounts of those who serve here, or did. */
export function Accounts({ office }: { office: Organisation }) {
  const { t } = useTranslation("admin");
  const { nameOf } = useScope();
  const accounts = useAccounts(office.id);
  const people = usePeople(office.id).data?.people;
  const [adding, setAdding] = useState(false);
  const columns = useAccountColumns(false);
  const add = (
    <Button kind="primary" icon={<CirclePlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
      {t("account.add")}
    </Button>
  );
  const nobody = people?.length === 0;
  return (
    <>
      <Card flush title={t("account.list")} actions={accounts.data && accounts.data.accounts.length > 0 && add}>
        <DataTable
          caption={`${t("account.list")} · ${nameOf(office.id)}`}
          columns={columns}
          rows={accounts.data?.accounts}
          rowKey={(one) => one.id}
          rowTo={(one) => accountAddress(one.id)}
          error={accounts.error}
          retry={() => void accounts.refetch()}
          empty={<Empty action={!nobody && add}>{t(nobody ? "account.nobody" : "account.none")}</Empty>}
        />
      </Card>
      <Drawer open={adding} onClose={() => setAdding(false)} title={t("account.add")}>
        {adding && <AccountForm office={office.id} done={() => setAdding(false)} />}
      </Drawer>
    </>
  );
}
