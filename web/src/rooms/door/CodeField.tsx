import { useTranslation } from "react-i18next";
import { type FieldProps, TextField } from "../../ui";

type Props = FieldProps<string> & { label?: string; hint?: string; autoFocus?: boolean };

/** Six digits; a space between them, as phones show it, does no harm. */
export function CodeField(props: Props) {
  const { t } = useTranslation("door");
  return (
    <TextField
      {...props}
      label={props.label ?? t("code.field")}
      hint={props.hint ?? t("code.hint")}
      required
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={20}
      onChange={(typed) => props.onChange(typed.replaceAll(/\s/g, ""))}
    />
  );
}

export function RecoveryField(props: Props) {
  const { t } = useTranslation("door");
  return <TextField {...props} label={t("code.recoveryField")} hint={t("code.recoveryHint")} required maxLength={20} />;
}

/** Either of the two, where there is one field only. */
export function AnyCodeField(props: Props) {
  const { t } = useTranslation("door");
  return (
    <TextField
      {...props}
      label={t("code.anyField")}
      hint={t("code.anyHint")}
      required
      autoComplete="one-time-code"
      maxLength={20}
    />
  );
}
