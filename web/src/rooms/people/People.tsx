import { CirclePlus, IdCard } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { tell, useAsk } from "../../lib/server";
import { useMe } from "../../shell/session";
import {
  Bidi,
  Button,
  Card,
  CheckField,
  type Column,
  confirm,
  DataTable,
  Drawer,
  Empty,
  FilterBar,
  Page,
  SearchField,
  SelectField,
  StatusBadge,
  toast,
  toastProblem,
  useCursor,
  useFilters,
} from "../../ui";
import { nameIn, useCatalogue } from "../shared/catalogue";
import type { Organisation, Session } from "../shared/shapes";
import { useAgain } from "./again";
import { NewMediator } from "./EngageForm";
import { PeopleNav } from "./PeopleNav";
import css from "./people.module.css";
import type { PeopleList, PersonLine } from "./shapes";
import { certificateTone } from "./tones";

const names = ["q", "organisation", "service", "certificate", "away", "left"];

/** Everybody who serves in what I may see, by name. */
export function People() {
  const { t } = useTranslation("people");
  const filters = useFilters();
  const { cursor } = useCursor();
  const query = Object.fromEntries(names.map((name) => [name, filters.get(name)]));
  const list = useAsk<PeopleList>("/people", { ...query, cursor, limit: 50 });
  const columns = useColumns();
  return (
    <Page title={t("title")} subtitle={t("says")} actions={<Actions />}>
      <PeopleNav />
      <Filters />
      <Card flush>
        <DataTable
          caption={t("title")}
          columns={columns}
          rows={list.data?.people}
          rowKey={(one) => one.id}
          rowTo={(one) => `/desk/people/${one.id}`}
          error={list.error}
          retry={() => void list.refetch()}
          total={list.data?.found}
          next={list.data?.cursor}
          keys
          empty={<Empty>{t("none")}</Empty>}
        />
      </Card>
    </Page>
  );
}

function useColumns(): Column<PersonLine>[] {
  const { t } = useTranslation("people");
  return [
    { key: "name", head: t("name"), primary: true, cell: (one) => <bdi>{one.name}</bdi> },
    { key: "organisation", head: t("organisation"), cell: (one) => one.organisation_name },
    { key: "service", head: t("service"), cell: (one) => one.serves_as.map((as) => as.name).join(" · ") || "–" },
    {
      key: "engaged",
      head: t("engaged"),
      cell: (one) => [one.engaged !== "none" && one.engaged_name, one.staffing_name].filter(Boolean).join(" · ") || "–",
    },
    { key: "labels", head: t("labels"), cell: (one) => one.labels.map((label) => label.name).join(" · ") || "–" },
    {
      key: "certificate",
      head: t("certificate.title"),
      cell: (one) => (
        <>
          <StatusBadge tone={certificateTone[one.certificate]}>{one.certificate_name}</StatusBadge>{" "}
          {one.certificate_until && one.certificate !== "revoked" && (
            <span className={css.note}>
              <Bidi>{one.certificate_until}</Bidi>
            </span>
          )}
        </>
      ),
    },
    {
      key: "away",
      head: t("away"),
      cell: (one) =>
        one.away_until ? <StatusBadge tone="warn">{t("awayUntil", { day: one.away_until })}</StatusBadge> : "–",
    },
  ];
}

function Filters() {
  const { t, i18n } = useTranslation("people");
  const filters = useFilters();
  const { words } = useCatalogue();
  const organisations = useAsk<{ organisations: Organisation[] }>("/organisations", {}, { fresh: 600_000 });
  const chosen = (name: string) => ({
    value: filters.get(name),
    onChange: (to: string | null) => filters.set(name, to),
  });
  return (
    <FilterBar names={names}>
      <SearchField label={t("find")} />
      <SelectField
        label={t("organisation")}
        options={(organisations.data?.organisations ?? []).map((one) => ({
          value: one.id,
          label: nameIn(one, i18n.language),
        }))}
        search
        {...chosen("organisation")}
      />
      <SelectField label={t("service")} options={words("service")} {...chosen("service")} />
      <SelectField label={t("certificate.title")} options={words("certificate_state")} {...chosen("certificate")} />
      <CheckField
        label={t("onlyAway")}
        value={filters.get("away") === "true"}
        onChange={(on) => filters.set("away", on ? "true" : null)}
      />
      <CheckField
        label={t("onlyLeft")}
        value={filters.get("left") === "true"}
        onChange={(on) => filters.set("left", on ? "true" : null)}
      />
    </FilterBar>
  );
}

function Actions() {
  const { t } = useTranslation("people");
  const roles = useMe()?.roles ?? [];
  const [engaging, setEngaging] = useState(false);
  const navigate = useNavigate();
  const again = useAgain();
  const inCharge = roles.includes("director") || roles.includes("supervisor");
  if (!inCharge) return null;
  return (
    <>
      {roles.includes("supervisor") && <MakeCards />}
      <Button kind="primary" icon={<CirclePlus size={18} aria-hidden />} onClick={() => setEngaging(true)}>
        {t("engage.verb")}
      </Button>
      <Drawer open={engaging} onClose={() => setEngaging(false)} title={t("engage.verb")}>
        {engaging && (
          <NewMediator
            done={(made) => {
              setEngaging(false);
              again();
              toast(t("engage.done", { name: made.name }));
              void navigate(`/desk/people/${made.id}`);
            }}
          />
        )}
      </Drawer>
    </>
  );
}

/** Certificates that came in with the roll get a code, so that their cards can be printed. */
function MakeCards() {
  const { t } = useTranslation("people");
  const session = useAsk<Session>("/session");
  const again = useAgain();
  const mine = session.data?.roles.find((one) => one.role === "supervisor");
  const make = async () => {
    if (!mine) return;
    const yes = await confirm({
      title: t("cards.question"),
      says: t("cards.says", { organisation: mine.organisation_name }),
      verb: t("cards.verb"),
    });
    if (!yes) return;
    try {
      const { made } = await tell<{ made: number }>("/cards", { organisation: mine.organisation });
      toast(t("cards.made", { count: made }));
      again();
    } catch (error) {
      toastProblem(error);
    }
  };
  return (
    <Button icon={<IdCard size={18} aria-hidden />} onClick={() => void make()}>
      {t("cards.verb")}
    </Button>
  );
}
