// Dates and times of day, always Beijing time. Typed in any common way ("20231027",
// "2023/10/27", "2023年10月27日") or picked; the value is "2023-10-27".
import "../theme/mantine-forms.css";
import "@mantine/dates/styles.layer.css";
import "dayjs/locale/zh-cn";
import { DateInput } from "@mantine/dates";
import { type KeyboardEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { composing } from "../lib/actions";
import { now } from "../lib/clock";
import { instant, isoDay, isoMinute } from "../lib/fmt";
import { dayTyped, timeTyped } from "../lib/typed";
import css from "./form.module.css";
import "./dates.css";
import { type Common, TextField } from "./fields";
import type { FieldProps } from "./useForm";

type Of<V> = Common & Omit<FieldProps<V>, "id"> & { id?: string };
const calendars: Record<string, { locale: string; month: string }> = {
  "zh-CN": { locale: "zh-cn", month: "YYYY年M月" },
};

export function DateField(props: Of<string | null> & { min?: string; max?: string }) {
  const { t, i18n } = useTranslation("common");
  const [open, setOpen] = useState(false);
  // Enter takes what was typed and Escape shuts the calendar; neither reaches the form or the drawer.
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (composing(event.nativeEvent)) return;
    if (event.key === "Enter") event.preventDefault();
    if (event.key === "Escape") setOpen(false);
  };
  const calendar = calendars[i18n.language] ?? { locale: "en", month: "MMMM YYYY" };
  return (
    <DateInput
      id={props.id}
      label={props.label}
      description={props.hint}
      required={props.required}
      disabled={props.disabled}
      placeholder={props.placeholder ?? t("form.datePlaceholder")}
      error={props.error}
      value={props.value || null}
      onChange={props.onChange}
      onKeyDown={onKey}
      onFocus={() => setOpen(true)}
      onClick={() => setOpen(true)}
      onBlur={() => setOpen(false)}
      data-mantine-stop-propagation={open || undefined}
      minDate={props.min}
      maxDate={props.max}
      date={undefined}
      defaultDate={props.value ?? isoDay(now())}
      getDayProps={(day) => (day === isoDay(now()) ? { "data-today": true } : {})}
      valueFormat="YYYY-MM-DD"
      dateParser={dayTyped}
      locale={calendar.locale}
      firstDayOfWeek={1}
      monthLabelFormat={calendar.month}
      clearable={!props.required}
      clearButtonProps={{ "aria-label": t("form.clear") }}
      popoverProps={{ withinPortal: false, floatingStrategy: "fixed" }}
      ariaLabels={{
        nextMonth: t("form.nextMonth"),
        previousMonth: t("form.previousMonth"),
        nextYear: t("form.nextYear"),
        previousYear: t("form.previousYear"),
        nextDecade: t("form.nextDecade"),
        previousDecade: t("form.previousDecade"),
      }}
    />
  );
}

/** A time of day as "14:30"; "1430", "14.30" and "14：30" are understood. */
export function TimeField(props: Of<string>) {
  return (
    <TextField
      {...props}
      placeholder={props.placeholder ?? "09:00"}
      inputMode="numeric"
      maxLength={5}
      onBlur={() => props.onChange(timeTyped(props.value) ?? props.value)}
    />
  );
}

/** A moment in Beijing time; the value is an ISO instant, null while it is not whole. */
export function DateTimeField(props: Of<string | null> & { min?: string; max?: string }) {
  const { t } = useTranslation("common");
  const [day, setDay] = useState(() => (props.value ? isoDay(props.value) : null));
  const [time, setTime] = useState(() => (props.value ? isoMinute(props.value).slice(11) : ""));
  const { value } = props;
  useEffect(() => {
    if (!value) return;
    setDay(isoDay(value));
    setTime(isoMinute(value).slice(11));
  }, [value]);
  const put = (nextDay: string | null, nextTime: string) => {
    setDay(nextDay);
    setTime(nextTime);
    const whole = timeTyped(nextTime);
    props.onChange(nextDay && whole ? instant(nextDay, whole) : null);
  };
  const lacksTime = props.error !== undefined && day !== null && !timeTyped(time);
  return (
    <div>
      <div className={css.two}>
        <DateField
          {...props}
          hint={undefined}
          error={lacksTime ? undefined : props.error}
          value={day}
          onChange={(next) => put(next, time)}
        />
        <TimeField
          id={props.id ? `${props.id}-time` : undefined}
          label={t("form.time")}
          required={props.required}
          disabled={props.disabled}
          error={lacksTime ? props.error : undefined}
          value={time}
          onChange={(next) => put(day, next)}
        />
      </div>
      <div className={css.note}>{props.hint ?? t("form.beijingTime")}</div>
    </div>
  );
}
