import { useQueryClient } from "@tanstack/react-query";
import { CirclePlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { now } from "../../lib/clock";
import { isoDay } from "../../lib/fmt";
import { tell } from "../../lib/server";
import {
  Bidi,
  Button,
  Card,
  confirm,
  Drawer,
  Empty,
  Facts,
  Page,
  ProblemCard,
  Skeleton,
  Stack,
  StatusBadge,
  Tabs,
  toast,
  toastProblem,
  useFilters,
} from "../../ui";
import { nameIn } from "../shared/catalogue";
import type { Organisation } from "../shared/shapes";
import { Accounts } from "./Accounts";
import css from "./admin.module.css";
import { OfficeForm } from "./OfficeForm";
import { People } from "./People";
import { again, useAccounts, usePeople, useScope } from "./scope";

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
          <Close office={office} serving={people.data?.people.length ?? 0} />
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
        {below > 0 && <p className={css.note}>{t("office.closeBelowFirst", { count: below })}</p>}
      </Stack>
    </Card>
  );
}

/** Closing keeps everything that was done; the top of my own scope, and what carries others, stays open. */
function Close({ office, serving }: { office: Organisation; serving: number }) {
  const { t, i18n } = useTranslation("admin");
  const { offices = [], roots } = useScope();
  const navigate = useNavigate();
  const queries = useQueryClient();
  if (roots.includes(office.id) || offices.some((one) => one.parent === office.id)) return null;
  const name = nameIn(office, i18n.language);
  const close = async () => {
    const yes = await confirm({
      title: t("office.closeQuestion", { name }),
      says: (
        <Stack>
          <p>{t("office.closeSays")}</p>
          {serving > 0 && <p>{t("office.closeServing", { count: serving })}</p>}
        </Stack>
      ),
      verb: t("office.close"),
      danger: true,
    });
    if (!yes) return;
    try {
      await tell(`/organisations/${office.id}/closing`, {});
      toast(t("office.closed", { name }));
      void navigate("/desk/admin");
      again(queries);
    } catch (error) {
      toastProblem(error);
    }
  };
  return (
    <Button kind="danger" onClick={() => void close()}>
      {t("office.close")}
    </Button>
  );
}
