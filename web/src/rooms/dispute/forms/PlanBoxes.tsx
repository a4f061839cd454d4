// Planning a session: the place, how long, who comes, and whether all of them are free then. What
// is taken says so at once, with the nearest times that can be had; one click takes one of them.
import { useQuery } from "@tanstack/react-query";
import { CalendarCheck, CalendarX } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { clockTime, shortDate, weekday } from "../../../lib/fmt";
import { ask, useAsk } from "../../../lib/server";
import { Button, ProblemCard, Row, SelectField, TextField } from "../../../ui";
import type { Planning, Slot, Slots } from "../../calendar/shapes";
import css from "../dispute.module.css";
import type { FileView } from "../types";
import { bound, useLabel } from "./field";
import type { BoxProps, Values } from "./plan";
import { Ticks } from "./Ticks";

function usePlanning(file: FileView) {
  return useAsk<Planning>(`/disputes/${file.id}/planning`, {}, { fresh: 60_000 }).data;
}

const meets = (values: Values) => values.by === "in_person";

/** A place of the calendar, or in words wherever else. Nobody meets by phone. */
export function RoomBox(box: BoxProps) {
  const { t } = useTranslation("dispute");
  const planning = usePlanning(box.file);
  const field = bound<string | null>(box);
  const told = useLabel("room");
  if (!meets(box.form.values) || !planning) return null;
  if (planning.places.length === 0)
    return (
      <p className="dim">
        {t("planning.noPlaces")} <Link to="/desk/calendar">{t("planning.toCalendar")}</Link>
      </p>
    );
  const options = planning.places.map((one) => ({
    value: one.id,
    label: [one.name, t("planning.seats", { count: one.seats }), one.accessible ? t("planning.accessible") : ""]
      .filter(Boolean)
      .join(" · "),
  }));
  return <SelectField {...field} {...told} options={options} clearable />;
}

/** Elsewhere: at somebody's home, in the field. */
export function WhereBox(box: BoxProps) {
  const field = bound<string>(box);
  const told = useLabel("sessionPlace");
  if (!meets(box.form.values) || box.form.values.room) return null;
  return <TextField {...field} {...told} maxLength={200} />;
}

const lengths = [15, 30, 45, 60, 90, 120, 180, 240];

export function MinutesBox(box: BoxProps) {
  const { t } = useTranslation("dispute");
  const planning = usePlanning(box.file);
  const field = bound<string | null>(box);
  const told = useLabel("minutes");
  if (!planning) return null;
  const value = field.value ?? String(planning.usual_minutes);
  const among = new Set([...lengths, planning.usual_minutes, Number(value)]);
  const options = [...among]
    .filter((one) => one >= planning.shortest_minutes && one <= planning.longest_minutes)
    .sort((a, b) => a - b)
    .map((one) => ({ value: String(one), label: t("planning.minutes", { count: one }) }));
  return <SelectField {...field} {...told} required options={options} value={value} />;
}

/** Whose time is booked: the mediators, and those whom the parties let take part. */
export function WhoComesBox(box: BoxProps) {
  const { t } = useTranslation("dispute");
  const planning = usePlanning(box.file);
  const field = bound<string[]>(box);
  const told = useLabel("people");
  const [last, setLast] = useState(false);
  if (!planning || planning.people.length < 2) return null;
  const options = planning.people.map((one) => ({
    value: one.id,
    label: one.mediates ? one.name : `${one.name} · ${t("planning.guest")}`,
  }));
  const value =
    field.value.length > 0 ? field.value : planning.people.filter((one) => one.mediates).map((one) => one.id);
  // Nobody is no choice: the server would take it for everybody who mediates.
  const change = (next: string[]) => {
    setLast(next.length === 0);
    if (next.length > 0) field.onChange(next);
  };
  const error = last ? t("planning.somebody") : field.error;
  return <Ticks {...field} {...told} required options={options} value={value} onChange={change} error={error} />;
}

/** What the form asks for, as the server's question; nothing while nobody is called. */
function questionOf(values: Values) {
  const { planned_for, minutes, room, parties, people, session } = values;
  return {
    at: planned_for,
    minutes,
    room: meets(values) ? room : null,
    parties: (parties as string[]).join(","),
    people: (people as string[]).join(","),
    session,
  };
}

const slotKey = (slot: Slot) => `${slot.from} ${slot.place ?? ""}`;

export function SlotsBox({ form, file }: BoxProps) {
  const { t, i18n } = useTranslation("dispute");
  const question = questionOf(form.values);
  const { data, error, refetch } = useQuery({
    // Asked anew after a refusal, since somebody else was faster; not after the deed itself, whose own
    // booking would stand against it while the drawer shuts.
    queryKey: ["dispute", file.id, "slots", question, form.refusals, i18n.language],
    queryFn: ({ signal }) => ask<Slots>(`/disputes/${file.id}/slots`, question, signal),
    enabled: question.parties !== "",
    staleTime: 5_000,
    retry: false,
  });
  if (question.parties === "") return null;
  if (error && !data) return <ProblemCard error={error} retry={() => void refetch()} />;
  // What was true of another hour says nothing of this one.
  if (!data)
    return (
      <p className="dim" role="status">
        {t("planning.looking")}
      </p>
    );
  const take = (slot: Slot) =>
    form.set({
      planned_for: slot.from,
      ...(slot.place ? { room: slot.place } : {}),
      ...(slot.place ? { place: "" } : {}),
    });
  const asked = question.at !== null;
  if (asked && data.free)
    return (
      <p className={css.free} role="status">
        <CalendarCheck size={18} aria-hidden /> {t("planning.free")}
      </p>
    );
  return (
    <section className={css.slots} aria-label={t("planning.nearest")} data-slots>
      <div role="status">
        {asked && (
          <ul className={css.plain}>
            {data.clashes.map((one) => (
              <li key={one.at + one.says} className={css.taken}>
                <CalendarX size={18} aria-hidden /> {one.says}
              </li>
            ))}
          </ul>
        )}
        <p>{t(data.slots.length > 0 ? "planning.nearest" : "planning.noneFree")}</p>
      </div>
      <Row>
        {data.slots.map((slot) => (
          <Button key={slotKey(slot)} onClick={() => take(slot)}>
            {shortDate(slot.from)} {weekday(slot.from)} {spanOf(slot)}
            {slot.place_name && slot.place !== question.room && ` · ${slot.place_name}`}
          </Button>
        ))}
      </Row>
    </section>
  );
}

const spanOf = (slot: Slot) => `${clockTime(slot.from)}–${clockTime(slot.to)}`;

/** A booked place gives its own name; without one the words stand. */
export function planBody({ apart: _said, slots: _shown, ...values }: Values): object {
  const { minutes, room, place, ...rest } = values;
  const booked = meets(values) && room ? { room } : { place: meets(values) ? place : "" };
  return { ...rest, ...booked, ...(minutes ? { minutes: Number(minutes) } : {}) };
}
