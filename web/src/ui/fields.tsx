// The fields of every form. Each takes `{...form.field("path")}` and a label; a value goes in
// and a value comes out, never an event.
import "../theme/mantine-forms.css";
import { Checkbox, PasswordInput, Textarea, TextInput } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { identityIn, tidyIdentity, tidyPhone } from "../lib/identity";
import { capitalMoney, fenFromYuan, yuanFromFen } from "../lib/money";
import css from "./form.module.css";
import type { Option } from "./pickers";
import type { FieldProps } from "./useForm";

export interface Common {
  label: string;
  hint?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  placeholder?: string;
  autoFocus?: boolean;
}

export type Of<V> = Common & Omit<FieldProps<V>, "id"> & { id?: string };

/** What every input of the kit takes. */
export function given(field: Common & { id?: string; error?: string }) {
  const { label, hint, required, disabled, placeholder, error, id, autoFocus } = field;
  return { label, description: hint, required, disabled, placeholder, error, id, autoFocus };
}

type TextProps = Of<string> & {
  autoComplete?: string;
  inputMode?: "text" | "numeric" | "tel" | "email" | "search";
  maxLength?: number;
  lang?: string;
  onBlur?: () => void;
};

export function TextField(props: TextProps) {
  const { autoComplete = "off", inputMode, maxLength, lang, onBlur } = props;
  return (
    <TextInput
      {...given(props)}
      {...{ autoComplete, inputMode, maxLength, lang, onBlur }}
      value={props.value ?? ""}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

export function PasswordField(props: Of<string> & { autoComplete?: "current-password" | "new-password" }) {
  const { t } = useTranslation("common");
  return (
    <PasswordInput
      {...given(props)}
      autoComplete={props.autoComplete ?? "current-password"}
      visibilityToggleButtonProps={{ "aria-label": t("form.showPassword") }}
      value={props.value ?? ""}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

/** Own words. Grows with the text; `most` shows how many characters are written. */
export function TextAreaField(props: Of<string> & { rows?: number; most?: number; lang?: string }) {
  const { t } = useTranslation("common");
  const value = props.value ?? "";
  return (
    <div>
      <Textarea
        {...given(props)}
        lang={props.lang}
        autosize
        minRows={props.rows ?? 4}
        maxRows={16}
        value={value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
      {props.most !== undefined && (
        <div className={css.note}>{t("form.written", { count: [...value].length, most: props.most })}</div>
      )}
    </div>
  );
}

/** Yuan on the page, fen in the value; the capital form below for agreements. */
export function MoneyField(props: Of<number | null> & { capital?: boolean }) {
  const { t } = useTranslation("common");
  const [text, setText] = useState(() => (props.value === null ? "" : yuanFromFen(props.value)));
  const { value } = props;
  useEffect(() => {
    // The value changed from outside (a draft, a proposal), not by typing.
    setText((typed) => {
      const typedFen = fenFromYuan(typed);
      if (typedFen === value || (Number.isNaN(typedFen) && value === null)) return typed;
      return value === null ? "" : yuanFromFen(value);
    });
  }, [value]);
  const fen = fenFromYuan(text);
  const strange = Number.isNaN(fen);
  return (
    <div>
      <TextInput
        {...given({ ...props, error: props.error ?? (strange ? t("form.notAnAmount") : undefined) })}
        inputMode="decimal"
        autoComplete="off"
        rightSection={<span className="dim">{t("money.unit")}</span>}
        rightSectionWidth="3.2em"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          const typed = fenFromYuan(event.currentTarget.value);
          props.onChange(Number.isNaN(typed) ? null : typed);
        }}
      />
      {props.capital && value !== null && value > 0 && (
        <div className={css.note} lang="zh-CN">
          {capitalMoney(value)}
        </div>
      )}
    </div>
  );
}

export function PhoneField(props: Of<string>) {
  return (
    <TextField
      {...props}
      inputMode="tel"
      autoComplete="tel"
      maxLength={20}
      onBlur={() => props.value && props.onChange(tidyPhone(props.value))}
    />
  );
}

/** An identity number; says at once what it read (birth, sex) or that a digit is wrong. */
export function IdNumberField(props: Of<string>) {
  const { t } = useTranslation("common");
  const [left, setLeft] = useState(false);
  const value = props.value ?? "";
  const read = identityIn(value);
  const wrong = left && value !== "" && !read ? t("form.idNumberSlip") : undefined;
  return (
    <div>
      <TextField
        {...props}
        error={props.error ?? wrong}
        maxLength={24}
        onBlur={() => {
          setLeft(true);
          if (value) props.onChange(tidyIdentity(value));
        }}
      />
      {read && (
        <div className={css.note}>{t("form.idNumberRead", { birth: read.birth, sex: t(`person.${read.sex}`) })}</div>
      )}
    </div>
  );
}

/** Yes or no. The label may hold links and several sentences. */
export function CheckField(props: Omit<Of<boolean>, "label"> & { label: ReactNode }) {
  return (
    <Checkbox
      id={props.id}
      label={props.label}
      description={props.hint}
      error={props.error}
      disabled={props.disabled}
      required={props.required}
      checked={props.value ?? false}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
  );
}

interface TilesProps extends Omit<Common, "placeholder"> {
  id: string;
  value: string | null;
  onChange: (value: string) => void;
  error?: string;
  options: (Option & { icon?: ReactNode })[];
  /** Large tiles with an icon above, for phones. */
  big?: boolean;
}

/** One of a few, all in sight; the arrow keys move as in any radio group. */
export function RadioTiles({ id, label, hint, required, disabled, error, value, onChange, options, big }: TilesProps) {
  const errorId = `${id}-error`;
  return (
    <fieldset className={css.fieldset} aria-describedby={error ? errorId : undefined} disabled={disabled}>
      <legend className={css.legend} data-legend-for={id}>
        {label}
        {required && (
          <span className={css.required} aria-hidden>
            {" *"}
          </span>
        )}
      </legend>
      {hint && <div className={css.hint}>{hint}</div>}
      <div className={css.tiles} data-big={big || undefined}>
        {options.map((option, index) => (
          <label key={option.value} className={css.tile}>
            <input
              type="radio"
              id={index === 0 ? id : undefined}
              name={id}
              value={option.value}
              checked={value === option.value}
              disabled={option.disabled}
              required={required}
              onChange={() => onChange(option.value)}
            />
            {option.icon}
            {option.label}
          </label>
        ))}
      </div>
      {error && (
        <div id={errorId} className={css.error}>
          {error}
        </div>
      )}
    </fieldset>
  );
}
