import { useTranslation } from "react-i18next";
import { Button, CheckField, type Option, Row, Stack } from "../../../ui";
import css from "../dispute.module.css";

interface TicksProps {
  id: string;
  label: string;
  hint?: string;
  required?: boolean;
  options: Option[];
  value: string[];
  onChange: (value: string[]) => void;
  error?: string;
}

/** Any number of a few, all in sight. */
export function Ticks({ id, label, hint, required, options, value, onChange, error }: TicksProps) {
  const { t } = useTranslation("dispute");
  const toggle = (one: string, on: boolean) =>
    onChange(options.map((option) => option.value).filter((known) => (known === one ? on : value.includes(known))));
  const all = options.every((one) => value.includes(one.value));
  return (
    <fieldset className={css.ticks} aria-describedby={error ? `${id}-error` : undefined}>
      <legend data-legend-for={id}>
        {label}
        {required && <span aria-hidden> *</span>}
      </legend>
      {hint && <p className="dim">{hint}</p>}
      <Stack gap={2}>
        {options.map((option, index) => (
          <CheckField
            key={option.value}
            id={index === 0 ? id : undefined}
            label={option.label}
            value={value.includes(option.value)}
            onChange={(on) => toggle(option.value, on)}
          />
        ))}
      </Stack>
      {options.length > 2 && !all && (
        <Row>
          <Button kind="quiet" onClick={() => onChange(options.map((one) => one.value))}>
            {t("tickAll")}
          </Button>
        </Row>
      )}
      {error && (
        <p id={`${id}-error`} className={css.fault}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
