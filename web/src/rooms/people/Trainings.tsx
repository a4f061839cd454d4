import { CirclePlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { now } from "../../lib/clock";
import { date, isoDay, number } from "../../lib/fmt";
import { byPerson, rowsOf, useOnward } from "../../lib/onward";
import { tell, useAsk } from "../../lib/server";
import {
  Button,
  Card,
  CheckField,
  type Column,
  DataTable,
  DateField,
  Drawer,
  Empty,
  Figure,
  FilterBar,
  Form,
  FormActions,
  Grid,
  Page,
  SelectField,
  Stack,
  StatusBadge,
  Submit,
  TextField,
  useFilters,
  useForm,
} from "../../ui";
import { nameIn, useCatalogue } from "../shared/catalogue";
import type { Organisation } from "../shared/shapes";
import { useAgain } from "./again";
import { PeopleNav } from "./PeopleNav";
import css from "./people.module.css";
import type { HoursLine, HoursList, Training, TrainingList } from "./shapes";
import { trainingTone } from "./tones";

/** The plan of a year: what was planned, what was held, and who lacks hours. */
export function Trainings() {
  const { t } = useTranslation("people");
  const filters = useFilters();
  const thisYear = Number(isoDay(now()).slice(0, 4));
  const year = filters.get("year") ?? String(thisYear);
  const list = useAsk<TrainingList>("/trainings", { year });
  const [planning, setPlanning] = useState(false);
  const navigate = useNavigate();
  const again = useAgain();
  const columns: Column<Training>[] = [
    { key: "day", head: t("training.day"), cell: (one) => date(one.day) },
    { key: "topic", head: t("training.topic"), primary: true, cell: (one) => <bdi>{one.topic}</bdi> },
    { key: "kind", head: t("training.kind"), cell: (one) => one.kind_name },
    { key: "for", head: t("training.for"), cell: (one) => one.organisation_name },
    { key: "hours", head: t("training.hours"), align: "end", cell: (one) => number(one.hours) },
    {
      key: "present",
      head: t("training.present"),
      align: "end",
      cell: (one) => (one.status === "held" ? number(one.present) : "–"),
    },
    {
      key: "status",
      head: t("training.status"),
      cell: (one) => <StatusBadge tone={trainingTone[one.status]}>{one.status_name}</StatusBadge>,
    },
  ];
  return (
    <Page
      title={t("training.title", { year })}
      subtitle={t("training.says")}
      actions={
        list.data?.may_plan && (
          <Button kind="primary" icon={<CirclePlus size={18} aria-hidden />} onClick={() => setPlanning(true)}>
            {t("training.plan")}
          </Button>
        )
      }
    >
      <PeopleNav />
      <FilterBar names={["year"]}>
        <SelectField
          label={t("training.year")}
          options={[1, 0, -1, -2].map((more) => String(thisYear + more)).map((one) => ({ value: one, label: one }))}
          value={year}
          onChange={(to) => filters.set("year", to)}
        />
      </FilterBar>
      <Grid least={150}>
        <Figure name={t("training.held")} value={number(list.data?.held_hours ?? 0)} unit={t("training.unit")} />
        <Figure name={t("training.planned")} value={number(list.data?.planned_hours ?? 0)} unit={t("training.unit")} />
      </Grid>
      <Card flush title={t("training.list")}>
        <DataTable
          caption={t("training.list")}
          columns={columns}
          rows={list.data?.trainings}
          rowKey={(one) => one.id}
          rowTo={(one) => `/desk/trainings/${one.id}`}
          error={list.error}
          retry={() => void list.refetch()}
          empty={<Empty>{t("training.none")}</Empty>}
        />
      </Card>
      {list.data?.may_plan && <WhoLacks year={year} />}
      <Drawer open={planning} onClose={() => setPlanning(false)} title={t("training.plan")}>
        {planning && (
          <Plan
            done={(made) => {
              again();
              void navigate(`/desk/trainings/${made.id}`);
            }}
          />
        )}
      </Drawer>
    </Page>
  );
}

function Plan({ done }: { done: (made: Training) => void }) {
  const { t, i18n } = useTranslation("people");
  const { choices } = useCatalogue();
  const organisations = useAsk<{ organisations: Organisation[] }>("/organisations", {}, { fresh: 600_000 });
  const form = useForm({
    initial: {
      organisation: null as string | null,
      kind: null as string | null,
      topic: "",
      place: "",
      teacher: "",
      day: isoDay(now()) as string | null,
      hours: "8",
    },
    send: (values, key) => tell<Training>("/trainings", { ...values, hours: Number(values.hours) }, { key }),
    then: done,
  });
  return (
    <Form form={form} aria-label={t("training.plan")}>
      <Stack gap={4}>
        <SelectField
          label={t("training.for")}
          hint={t("training.forHint")}
          required
          search
          options={(organisations.data?.organisations ?? []).map((one) => ({
            value: one.id,
            label: nameIn(one, i18n.language),
          }))}
          {...form.field("organisation")}
        />
        <SelectField label={t("training.kind")} required options={choices("training")} {...form.field("kind")} />
        <TextField label={t("training.topic")} required {...form.field("topic")} />
        <div className={css.two}>
          <DateField label={t("training.day")} required {...form.field("day")} />
          <TextField label={t("training.hours")} inputMode="numeric" required {...form.field("hours")} />
        </div>
        <TextField label={t("training.place")} {...form.field("place")} />
        <TextField label={t("training.teacher")} {...form.field("teacher")} />
        <FormActions>
          <Submit form={form}>{t("training.plan")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}

function WhoLacks({ year }: { year: string }) {
  const { t } = useTranslation("people");
  const [all, setAll] = useState(false);
  const list = useOnward<HoursList>("/training-hours", { year, lacking: !all });
  const columns: Column<HoursLine>[] = [
    { key: "name", head: t("name"), primary: true, cell: (one) => <bdi>{one.name}</bdi> },
    { key: "organisation", head: t("organisation"), cell: (one) => one.organisation_name },
    { key: "hours", head: t("training.hours"), align: "end", cell: (one) => number(one.hours) },
    {
      key: "enough",
      head: t("lacking.state"),
      cell: (one) => (
        <StatusBadge tone={one.enough ? "ok" : "warn"}>
          {t(one.enough ? "lacking.enough" : "lacking.lacks")}
        </StatusBadge>
      ),
    },
  ];
  const said = list.data?.pages[0];
  return (
    <Card
      flush
      title={
        said
          ? t("lacking.title", { count: said.lacking, all: number(said.people), needed: said.needed })
          : t("lacking.head")
      }
      actions={<CheckField id="hours-all" label={t("lacking.all")} value={all} onChange={setAll} />}
    >
      <DataTable
        caption={t("lacking.head")}
        columns={columns}
        rows={rowsOf(list, (page) => page.lines, byPerson)}
        onward={list}
        rowKey={byPerson}
        rowTo={(one) => `/desk/people/${one.person}`}
        error={list.error}
        retry={() => void list.refetch()}
        empty={<Empty>{t("lacking.nobody")}</Empty>}
      />
    </Card>
  );
}
