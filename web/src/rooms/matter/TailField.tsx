import { useTranslation } from "react-i18next";
import { TextField } from "../../ui";
import type { FieldProps } from "../../ui/useForm";

/** The last four digits of the phone on file: with them a party says something by its code. */
export function TailField(field: FieldProps<string>) {
  const { t } = useTranslation("matter");
  return (
    <TextField
      label={t("answer.tail")}
      hint={t("answer.tailHint")}
      required
      inputMode="numeric"
      maxLength={4}
      {...field}
    />
  );
}
