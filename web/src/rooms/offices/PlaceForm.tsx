// Name, seats and opening hours of a place where sessions are held; times of day are Beijing time.
import { useTranslation } from "react-i18next";
import { tell } from "../../lib/server";
import type { FieldProblem } from "../../problem";
import { CheckField, Form, FormActions, Stack, Submit, TextField, TimeField, toast, useForm } from "../../ui";
import { minuteOfTime, timeOfMinute } from "../calendar/days";
import type { Hours, Place } from "../calendar/shapes";
import css from "./offices.module.css";

interface Values {
  name: string;
  seats: string;
  opens: string;
  closes: string;
  pause_from: string;
  pause_until: string;
  every_day: boolean;
  accessible: boolean;
  shared: boolean;
}

const times = ["opens", "closes", "pause_from", "pause_until"] as const;

function startOf(place: Place | null, usual: Hours): Values {
  const hours = place?.hours ?? usual;
  const pause = hours.pause_from !== hours.pause_until;
  return {
    name: place?.name ?? "",
    seats: String(place?.seats ?? 8),
    opens: timeOfMinute(hours.opens),
    closes: timeOfMinute(hours.closes),
    pause_from: pause ? timeOfMinute(hours.pause_from) : "",
    pause_until: pause ? timeOfMinute(hours.pause_until) : "",
    every_day: hours.every_day,
    accessible: place?.accessible ?? false,
    shared: place?.shared ?? false,
  };
}

const minutes = (time: string) => minuteOfTime(time) ?? 0;

function bodyOf({ name, seats, accessible, shared, every_day, ...hours }: Values): object {
  return {
    name,
    seats: Number(seats) || 0,
    hours: {
      opens: minutes(hours.opens),
      closes: minutes(hours.closes),
      pause_from: minutes(hours.pause_from),
      pause_until: minutes(hours.pause_until),
      every_day,
    },
    accessible,
    shared,
  };
}

interface Props {
  organisation: string;
  /** That is changed; none for a new one. */
  place: Place | null;
  usual: Hours;
  done: () => void;
}

export function PlaceForm({ organisation, place, usual, done }: Props) {
  const { t } = useTranslation("organisation");
  // A pause may stay empty, but only as a whole.
  const check = (values: Values): FieldProblem[] =>
    times
      .filter((name) => {
        const emptyPause = name.startsWith("pause") && !values.pause_from.trim() && !values.pause_until.trim();
        return !emptyPause && minuteOfTime(values[name]) === null;
      })
      .map((name) => ({ at: `/${name}`, code: "time", detail: t("place.notATime") }));
  const form = useForm<Values, Place>({
    initial: startOf(place, usual),
    check,
    at: (pointer) => pointer.replace(/^\/(hours\/)?/, ""),
    send: (values, key) =>
      place
        ? tell<Place>(`/places/${place.id}`, bodyOf(values), { key, verb: "PUT", version: place.version })
        : tell<Place>(`/organisations/${organisation}/places`, bodyOf(values), { key }),
    then: () => {
      toast(t(place ? "place.changed" : "place.opened"));
      done();
    },
  });
  return (
    <Form form={form} aria-label={t(place ? "place.change" : "place.open")}>
      <Stack gap={4}>
        <TextField label={t("place.name")} hint={t("place.nameHint")} required {...form.field("name")} />
        <TextField label={t("place.seats")} required inputMode="numeric" maxLength={3} {...form.field("seats")} />
        <div className={css.two}>
          <TimeField label={t("place.opens")} required {...form.field("opens")} />
          <TimeField label={t("place.closes")} required {...form.field("closes")} />
          <TimeField label={t("place.pauseFrom")} {...form.field("pause_from")} />
          <TimeField label={t("place.pauseUntil")} {...form.field("pause_until")} />
        </div>
        <CheckField label={t("place.everyDayToo")} hint={t("place.everyDayHint")} {...form.field("every_day")} />
        <CheckField label={t("place.accessibleLong")} {...form.field("accessible")} />
        <CheckField label={t("place.sharedLong")} {...form.field("shared")} />
        <FormActions>
          <Submit form={form}>{t(place ? "place.change" : "place.open")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}
