import { useTranslation } from "react-i18next";
import { Card, SelectField, Stack } from "../../../ui";
import { useWords } from "../words";
import { bound } from "./field";
import type { BoxProps } from "./plan";

/** Asked only where the request came without a kind: a resident need not know it, the desk must. */
export function KindBox(box: BoxProps) {
  const { t } = useTranslation("dispute");
  const { kinds } = useWords();
  if (box.file.dispute.kind !== "") return null;
  return (
    <Card tone="warn" level={3} title={t("kindOpen.title")}>
      <Stack gap={3}>
        <p>{t("kindOpen.says")}</p>
        <SelectField {...bound<string | null>(box)} label={t("kindOpen.label")} required search options={kinds} />
      </Stack>
    </Card>
  );
}
