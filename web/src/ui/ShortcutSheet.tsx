import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useActions, useRegisteredActions } from "../lib/actions";
import { Kbd } from "./Kbd";
import { Stack } from "./layout";
import { Modal } from "./overlays";

/** "?" shows every key that works on this page, from the same list that makes them work. */
export function ShortcutSheet() {
  const { t } = useTranslation("common");
  const [open, setOpen] = useState(false);
  useActions(useMemo(() => [{ id: "keys", label: t("keys.title"), keys: "?", run: () => setOpen(true) }], [t]));
  const listed = useRegisteredActions().filter((action) => action.keys && action.label);
  return (
    <Modal open={open} onClose={() => setOpen(false)} title={t("keys.title")}>
      <Stack gap={3}>
        <p className="dim">{t("keys.hint")}</p>
        <table>
          <caption className="hidden-visually">{t("keys.title")}</caption>
          <thead className="hidden-visually">
            <tr>
              <th scope="col">{t("keys.key")}</th>
              <th scope="col">{t("keys.does")}</th>
            </tr>
          </thead>
          <tbody>
            {listed.map((action) => (
              <tr key={action.id}>
                <td style={{ paddingInlineEnd: "var(--space-4)", textAlign: "start" }}>
                  <Kbd keys={action.keys ?? ""} />
                  <span className="hidden-visually">{action.keys}</span>
                </td>
                <td style={{ textAlign: "start" }}>{action.label}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Stack>
    </Modal>
  );
}
