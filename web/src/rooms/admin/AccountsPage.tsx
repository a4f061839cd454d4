import { CirclePlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../lib/server";
import {
  Button,
  Card,
  DataTable,
  Drawer,
  Empty,
  FilterBar,
  Page,
  SearchField,
  SelectField,
  Stack,
  useCursor,
  useFilters,
} from "../../ui";
import { useCatalogue } from "../shared/catalogue";
import { AccountForm } from "./AccountForm";
import { accountAddress, useAccountColumns } from "./columns";
import { useScope } from "./scope";
import type { AccountList, AccountState } from "./shapes";
import { ThreeHands } from "./ThreeHands";

const names = ["q", "state", "role"];
export const states: AccountState[] = ["active", "waiting", "locked", "suspended", "expired", "left"];

/** All accounts in my sight, for those who open them and those who grant roles. */
export function AccountsPage() {
  const { t } = useTranslation("admin");
  const filters = useFilters();
  const { cursor } = useCursor();
  const { administers, secures } = useScope();
  const [adding, setAdding] = useState(false);
  const list = useAsk<AccountList>("/accounts", {
    q: filters.get("q"),
    state: filters.get("state"),
    role: filters.get("role"),
    cursor,
  });
  const columns = useAccountColumns(true);
  return (
    <Page
      title={t("accounts.title")}
      subtitle={t(administers ? (secures ? "accounts.saysBoth" : "accounts.saysSystem") : "accounts.saysSecurity")}
      actions={
        administers && (
          <Button kind="primary" icon={<CirclePlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
            {t("account.add")}
          </Button>
        )
      }
    >
      <ThreeHands />
      <Filters />
      <Card flush>
        <DataTable
          caption={t("accounts.title")}
          columns={columns}
          rows={list.data?.accounts}
          rowKey={(one) => one.id}
          rowTo={(one) => accountAddress(one.id)}
          error={list.error}
          retry={() => void list.refetch()}
          next={list.data?.cursor}
          keys
          empty={<Empty>{t(filters.any(names) ? "accounts.noneFound" : "account.none")}</Empty>}
        />
      </Card>
      <Drawer open={adding} onClose={() => setAdding(false)} title={t("account.add")}>
        {adding && <AnyOffice done={() => setAdding(false)} />}
      </Drawer>
    </Page>
  );
}

function Filters() {
  const { t } = useTranslation("admin");
  const filters = useFilters();
  const { words } = useCatalogue();
  const said = words("account_state");
  return (
    <FilterBar names={names} search={<SearchField label={t("accounts.find")} />}>
      <SelectField
        label={t("account.state")}
        options={states.flatMap((state) => said.filter((one) => one.value === state))}
        value={filters.get("state")}
        onChange={(one) => filters.set("state", one)}
      />
      <SelectField
        label={t("role.role")}
        options={words("role")}
        value={filters.get("role")}
        onChange={(one) => filters.set("role", one)}
      />
    </FilterBar>
  );
}

/** Where the person serves comes first: the form itself is of one office. */
function AnyOffice({ done }: { done: () => void }) {
  const { t } = useTranslation("admin");
  const { offices = [], roots, nameOf } = useScope();
  const [office, setOffice] = useState<string | null>(roots[0] ?? null);
  return (
    <Stack gap={4}>
      <SelectField
        label={t("office.one")}
        required
        options={offices.map((one) => ({ value: one.id, label: nameOf(one.id) }))}
        value={office}
        onChange={setOffice}
      />
      {office && <AccountForm key={office} office={office} done={done} />}
    </Stack>
  );
}
