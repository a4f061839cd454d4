import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./Button";
import { type Asked, useAsked } from "./confirm";
import { FormActions } from "./Form";
import { Stack } from "./layout";
import { Modal } from "./overlays";

/** The dialogue of `confirm`; each shell has one. */
export function Questions() {
  const { t } = useTranslation("common");
  const question = useAsked();
  const [last, setLast] = useState<Asked | null>(null);
  if (question && question !== last) setLast(question);
  const shown = question ?? last;
  if (!shown) return null;
  return (
    <Modal open={question !== null} onClose={() => shown.answer(false)} title={shown.title} size="sm">
      <Stack gap={4}>
        <div>{shown.says}</div>
        <FormActions>
          <Button onClick={() => shown.answer(false)}>{t("cancel")}</Button>
          <Button kind={shown.danger ? "danger" : "primary"} onClick={() => shown.answer(true)}>
            {shown.verb}
          </Button>
        </FormActions>
      </Stack>
    </Modal>
  );
}
