// What the forms of a case conference ask: who is invited, what each may see, who does what by when.
import { Plus, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { now } from "../../../lib/clock";
import { dateTime, isoDay } from "../../../lib/fmt";
import { useAsk } from "../../../lib/server";
import type { components } from "../../../schema";
import {
  Button,
  Card,
  DateField,
  type FieldProps,
  Grid,
  RadioTiles,
  SelectField,
  Stack,
  TextAreaField,
  TextField,
} from "../../../ui";
import {
  keyOfPaper,
  openTasks,
  type PaperShown,
  paperOf,
  papersOf,
  runningConference,
  type Seat,
  seated,
} from "../conference";
import css from "../dispute.module.css";
import type { FileView } from "../types";
import { organisationName, personName, useWords } from "../words";
import { bound, useLabel } from "./field";
import type { BoxProps } from "./plan";
import { Ticks } from "./Ticks";

type People = components["schemas"]["mediation.ConsultablePeople"];

function usePeople(file: FileView) {
  const { data } = useAsk<People>(`/disputes/${file.id}/consultable`);
  return (data?.people ?? []).map((one) => ({ value: one.id, label: `${one.name} · ${one.organisation_name}` }));
}

export const chairOf = (file: FileView): string | null =>
  file.dispute.appointments.find((one) => one.presiding && !one.until)?.person ?? null;

/** Who presides: its own mediators first, then everybody who may. */
export function PresidesBox(box: BoxProps) {
  const { file } = box;
  const own = file.dispute.appointments
    .filter((one) => !one.until)
    .map((one) => ({ value: one.person, label: personName(file, one.person) }));
  const options = [...own, ...usePeople(file)];
  return <SelectField {...bound<string | null>(box)} {...useLabel("presides")} required search options={options} />;
}

/** Somebody whom the house knows, or somebody from outside by name. */
export function ConsultedBox(box: BoxProps) {
  const { t } = useTranslation("dispute");
  const { form } = box;
  const outside = form.values.outside === true;
  const turn = (way: string) => form.set({ outside: way === "outside", person: null, guest: "", from: "" });
  return (
    <Stack gap={4}>
      <RadioTiles
        {...form.field("outside")}
        {...useLabel("consultedWay")}
        value={outside ? "outside" : "known"}
        onChange={turn}
        options={[
          { value: "known", label: t("conference.known") },
          { value: "outside", label: t("conference.outside") },
        ]}
      />
      {outside ? <Guest {...box} /> : <Known {...box} />}
    </Stack>
  );
}

function Guest({ form }: BoxProps) {
  const [name, from] = [useLabel("guestName"), useLabel("guestFrom")];
  return (
    <Grid least={180}>
      <TextField {...(form.field("guest") as FieldProps<string>)} {...name} required maxLength={80} />
      <TextField {...(form.field("from") as FieldProps<string>)} {...from} maxLength={200} />
    </Grid>
  );
}

function Known({ form, file }: BoxProps) {
  const options = usePeople(file);
  const person = form.field("person") as FieldProps<string | null>;
  return <SelectField {...person} {...useLabel("consulted")} required search options={options} />;
}

/** What a paper is called: its kind, and which one. */
export function usePaperName(file: FileView) {
  const { t } = useTranslation("dispute");
  const { word } = useWords();
  return (paper: PaperShown): string => {
    const { dispute } = file;
    switch (paper.kind) {
      case "session": {
        const session = dispute.sessions.find((one) => one.id === paper.subject);
        const when = session?.held_at ? dateTime(session.held_at) : "";
        return t("conference.recordOf", { kind: word("session_kind", session?.kind), when });
      }
      case "agreement": {
        const number = dispute.agreements.find((one) => one.id === paper.subject)?.number;
        return [word("shown_kind", "agreement"), number].filter(Boolean).join(" · ");
      }
      case "call": {
        const call = dispute.room.calls.find((one) => one.id === paper.subject);
        return [word("shown_kind", "call"), call && organisationName(file, call.organisation)]
          .filter(Boolean)
          .join(" · ");
      }
      case "form":
        return t("conference.undisputed");
      default:
        return word("shown_kind", paper.kind);
    }
  };
}

export function PapersBox(box: BoxProps) {
  const nameOf = usePaperName(box.file);
  const options = papersOf(box.file).map((one) => ({ value: keyOfPaper(one), label: nameOf(one) }));
  return <Ticks {...bound<string[]>(box)} {...useLabel("papers")} options={options} />;
}

export const papersBody = (papers: unknown): object[] => (papers as string[]).map(paperOf);

export const seatAsked = (file: FileView, about: string, of = seated) => {
  const seats = of(file);
  return seats.find((one) => one.id === about) ?? seats[0];
};

/** One of these seats. */
export const seatBox = (of: (file: FileView) => Seat[]) =>
  function SeatBox(box: BoxProps) {
    const { word } = useWords();
    const options = of(box.file).map((one) => ({
      value: one.id,
      label: `${one.name ?? ""} · ${word("seat_kind", one.kind)}`,
    }));
    return <RadioTiles {...bound<string | null>(box)} {...useLabel("seat")} required options={options} />;
  };

export function TaskBox(box: BoxProps) {
  const options = openTasks(box.file).map((one) => ({ value: one.id, label: one.what ?? "" }));
  return <RadioTiles {...bound<string | null>(box)} {...useLabel("task")} required options={options} />;
}

interface Task {
  what: string;
  person: string | null;
  due: string | null;
}

/** Who does what, and by when. */
export function TasksBox({ name, form, file }: BoxProps) {
  const { t } = useTranslation("dispute");
  const own = file.dispute.appointments
    .filter((one) => !one.until)
    .map((one) => ({ value: one.person, label: personName(file, one.person) }));
  const people = [...own, ...usePeople(file)];
  const rows = form.values[name] as Task[];
  const add = () => form.add(name, { what: "", person: chairOf(file), due: null });
  return (
    <fieldset className={css.ticks}>
      <legend>{t("field.tasks")}</legend>
      <Stack gap={3}>
        {rows.map((_row, index) => {
          const field = <T,>(part: string) => form.field(`${name}.${index}.${part}`) as FieldProps<T>;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a form have no name of their own
            <div key={index} data-task>
              <Card
                level={3}
                title={t("conference.taskNumber", { number: index + 1 })}
                actions={
                  <Button kind="quiet" icon={<Trash2 size={16} aria-hidden />} onClick={() => form.remove(name, index)}>
                    {t("remove")}
                  </Button>
                }
              >
                <Stack gap={3}>
                  <TextAreaField {...field<string>("what")} label={t("field.taskWhat")} required rows={2} />
                  <Grid least={180}>
                    <SelectField
                      {...field<string | null>("person")}
                      label={t("field.taskWho")}
                      required
                      search
                      options={people}
                    />
                    <DateField {...field<string | null>("due")} label={t("field.due")} required min={isoDay(now())} />
                  </Grid>
                </Stack>
              </Card>
            </div>
          );
        })}
        <div>
          <Button icon={<Plus size={16} aria-hidden />} onClick={add}>
            {t("conference.addTask")}
          </Button>
        </div>
      </Stack>
    </fieldset>
  );
}

/** What everybody advised, to be read while deciding; nobody's advice is counted as a vote. */
export function AdviceToRead({ file }: BoxProps) {
  const { t } = useTranslation("dispute");
  const advice = (runningConference(file)?.seats ?? []).filter((one) => one.advice && !one.withdrawn_at);
  if (advice.length === 0) return null;
  return (
    <section>
      <p>
        <strong>{t("conference.advice")}</strong>
      </p>
      {advice.map((one) => (
        <blockquote key={one.id} className={css.answer}>
          <p className="dim">{one.name}</p>
          <p className={css.words}>{one.advice}</p>
          {one.basis && <p className="dim">{t("conference.basis", { basis: one.basis })}</p>}
        </blockquote>
      ))}
    </section>
  );
}
