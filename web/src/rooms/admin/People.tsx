import { useQueryClient } from "@tanstack/react-query";
import { CirclePlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { now } from "../../lib/clock";
import { isoDay } from "../../lib/fmt";
import { tell, useAsk } from "../../lib/server";
import {
  Bidi,
  Button,
  Card,
  type Column,
  confirm,
  DataTable,
  Drawer,
  Empty,
  Row,
  Stack,
  StatusBadge,
  toast,
  toastProblem,
} from "../../ui";
import { nameIn, useCatalogue } from "../shared/catalogue";
import type { Mediator, Organisation } from "../shared/shapes";
import { AccountForm } from "./AccountForm";
import css from "./admin.module.css";
import { certificateState, certificateTone } from "./certificate";
import { PersonForm } from "./PersonForm";
import { again, useAccounts, usePeople } from "./scope";
import type { Person } from "./shapes";

/** Who serves here, how their certificates stand, and whether they have an account. */
export function People({ office }: { office: Organisation }) {
  const { t, i18n } = useTranslation("admin");
  const people = usePeople(office.id);
  const [adding, setAdding] = useState(false);
  const [entering, setEntering] = useState<Person | null>(null);
  const columns = useColumns(office, setEntering);
  const add = (
    <Button kind="primary" icon={<CirclePlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
      {t("people.add")}
    </Button>
  );
  return (
    <>
      <Card flush title={t("people.list")} actions={people.data && people.data.people.length > 0 && add}>
        <DataTable
          caption={`${t("people.list")} · ${nameIn(office, i18n.language)}`}
          columns={columns}
          rows={people.data?.people}
          rowKey={(one) => one.id}
          rowTo={(one) => `/desk/people/${one.id}`}
          error={people.error}
          retry={() => void people.refetch()}
          empty={<Empty action={add}>{t("people.none")}</Empty>}
        />
      </Card>
      <Drawer open={adding} onClose={() => setAdding(false)} title={t("people.add")}>
        {adding && <PersonForm office={office} done={() => setAdding(false)} />}
      </Drawer>
      <Drawer open={entering !== null} onClose={() => setEntering(null)} title={t("account.add")}>
        {entering && <AccountForm office={office.id} person={entering} done={() => setEntering(null)} />}
      </Drawer>
    </>
  );
}

function useColumns(office: Organisation, enter: (person: Person) => void): Column<Person>[] {
  const { t } = useTranslation("admin");
  const { word, kindName } = useCatalogue();
  const accounts = useAccounts(office.id).data?.accounts;
  const accountOf = (person: Person) => accounts?.find((one) => one.person === person.id);
  return [
    { key: "name", head: t("people.name"), primary: true, cell: (one) => <bdi>{one.name}</bdi> },
    { key: "phone", head: t("people.phone"), cell: (one) => (one.phone ? <Bidi>{one.phone}</Bidi> : "–") },
    { key: "certificate", head: t("people.certificate"), cell: (one) => <Certificate person={one} /> },
    {
      key: "languages",
      head: t("people.languages"),
      cell: (one) => one.languages.map((tongue) => word("tongue", tongue)).join(" · ") || "–",
    },
    { key: "skills", head: t("people.skills"), cell: (one) => one.skills.map(kindName).join(" · ") || "–" },
    {
      key: "account",
      head: t("people.account"),
      cell: (one) => {
        const account = accountOf(one);
        return account ? <Bidi>{account.username}</Bidi> : "–";
      },
    },
    {
      key: "acts",
      head: t("people.acts"),
      act: true,
      align: "end",
      cell: (one) => (
        <Row key="acts" style={{ justifyContent: "flex-end" }}>
          {accounts && !accountOf(one) && (
            <Button aria-label={`${t("people.giveAccount")} · ${one.name}`} onClick={() => enter(one)}>
              {t("people.giveAccount")}
            </Button>
          )}
          <End office={office} person={one} />
        </Row>
      ),
    },
  ];
}

function Certificate({ person }: { person: Person }) {
  const { t } = useTranslation("admin");
  const state = certificateState(person, isoDay(now()));
  return (
    <Stack gap={1}>
      <span>
        <StatusBadge tone={certificateTone[state]}>{t(`certificate.${state}`)}</StatusBadge>
      </span>
      {person.certificate && (
        <span className={css.note}>
          <Bidi>{person.certificate}</Bidi>
          {person.certificate_until && ` · ${t("certificate.until", { day: person.certificate_until })}`}
        </span>
      )}
    </Stack>
  );
}

function End({ office, person }: { office: Organisation; person: Person }) {
  const { t } = useTranslation("admin");
  const queries = useQueryClient();
  const mediators = useAsk<{ mediators: Mediator[] }>(`/organisations/${office.id}/mediators`);
  const load = mediators.data?.mediators.find((one) => one.id === person.id)?.load ?? 0;
  const end = async () => {
    const yes = await confirm({
      title: t("people.endQuestion", { name: person.name }),
      says: (
        <Stack>
          <p>{t("people.endSays")}</p>
          {load > 0 && <p>{t("people.endLoad", { count: load })}</p>}
        </Stack>
      ),
      verb: t("people.end"),
      danger: true,
    });
    if (!yes) return;
    try {
      await tell(`/people/${person.id}/departure`, {});
      toast(t("people.ended", { name: person.name }));
      again(queries);
    } catch (error) {
      toastProblem(error);
    }
  };
  return (
    <Button kind="danger" aria-label={`${t("people.end")} · ${person.name}`} onClick={() => void end()}>
      {t("people.end")}
    </Button>
  );
}
