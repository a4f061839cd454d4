import { CirclePlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { now } from "../../lib/clock";
import { isoDay } from "../../lib/fmt";
import {
  Bidi,
  Button,
  Card,
  Drawer,
  Empty,
  Facts,
  Page,
  ProblemCard,
  Skeleton,
  Stack,
  StatusBadge,
  Tabs,
  useFilters,
} from "../../ui";
import { pageOf } from "../offices/shapes";
import { nameIn } from "../shared/catalogue";
import type { Organisation } from "../shared/shapes";
import { Accounts } from "./Accounts";
import css from "./admin.module.css";
import { OfficeForm } from "./OfficeForm";
import { People } from "./People";
import { useAccounts, usePeople, useScope } from "./scope";

/** One office: what is known of it, who serves there, and who has an account. */
export function Office() {
  const { t } = useTranslation("admin");
  const { organisation = "" } = useParams();
  const { offices, error, retry } = useScope();
  const office = offices?.find((one) => one.id === organisation);
  const back = { to: "/desk/admin", label: t("title") };
  if (office) return <Found key={office.id} office={office} />;
  return (
    <Page title={t("office.one")} back={back}>
      <Card>
        {error ? (
          <ProblemCard error={error} retry={retry} />
        ) : offices ? (
          <Empty action={<Button to={back.to}>{t("office.toList")}</Button>}>{t("office.gone")}</Empty>
        ) : (
          <Skeleton count={5} />
        )}
      </Card>
    </Page>
  );
}

function Found({ office }: { office: Organisation }) {
  const { t, i18n } = useTranslation("admin");
  const filters = useFilters();
  const [adding, setAdding] = useState(false);
  const { offices = [] } = useScope();
  const people = usePeople(office.id);
  const accounts = useAccounts(office.id);
  const name = nameIn(office, i18n.language);
  const tabs = [
    {
      key: "people",
      label: t("people.title"),
      count: people.data?.people.length,
      content: <People office={office} />,
    },
    {
      key: "accounts",
      label: t("account.title"),
      count: accounts.data?.accounts.length,
      content: <Accounts office={office} />,
    },
  ];
  return (
    <Page
      title={name}
      subtitle={[office.kind_name, office.division_name].filter(Boolean).join(" · ")}
      badges={office.has_seal && <StatusBadge tone="info">{t("office.sealed")}</StatusBadge>}
      back={{ to: "/desk/admin", label: t("title") }}
      actions={
        <>
          <Button icon={<CirclePlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
            {t("office.below")}
          </Button>
          <Button to={pageOf(office.id)}>{t("office.page")}</Button>
        </>
      }
    >
      <About office={office} />
      <Tabs
        label={name}
        tabs={tabs}
        value={filters.get("tab") === "accounts" ? "accounts" : "people"}
        onChange={(key) => filters.set("tab", key === "accounts" ? key : null)}
      />
      <Drawer open={adding} onClose={() => setAdding(false)} title={t("office.add")}>
        {adding && <OfficeForm offices={offices} above={office.id} done={() => setAdding(false)} />}
      </Drawer>
    </Page>
  );
}

function About({ office }: { office: Organisation }) {
  const { t } = useTranslation("admin");
  const { offices = [], nameOf } = useScope();
  const below = offices.filter((one) => one.parent === office.id).length;
  const sample = t("office.numberSample", { short: office.short_name, year: isoDay(now()).slice(0, 4) });
  return (
    <Card>
      <Stack>
        <Facts
          rows={[
            { name: t("office.parent"), value: office.parent && nameOf(office.parent) },
            { name: t("office.level"), value: t(`level.${office.level}`) },
            { name: t("office.phone"), value: office.phone && <Bidi>{office.phone}</Bidi> },
            { name: t("office.address"), value: office.address },
            { name: t("office.hours"), value: office.hours },
            { name: t("office.short"), value: office.short_name && `${office.short_name} · ${sample}` },
          ]}
        />
        {below > 0 && <p className={css.note}>{t("office.belowIt", { count: below })}</p>}
      </Stack>
    </Card>
  );
}
